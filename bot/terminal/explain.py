"""Print why an answer is what it is, as a tree, to standard output."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.tree import Tree

from retrieval.records import Answer, Reason

_WIDTH = 200  # columns where there is no terminal to measure


def print_reason(answer: Answer) -> None:
    """Print the reasons of the answer and of its first hits; small talk has none."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    with console.capture() as tree:  # so that a pipe that was closed is met by print, as everywhere else
        for reason in (answer.reason, *(hit.reason for hit in answer.hits[:3])):
            if reason is not None:
                console.print(_grown(Tree(_label(reason)), reason))
    print(tree.get(), end="", flush=True)


def _grown(tree: Tree, reason: Reason) -> Tree:
    for part in reason.parts:
        _grown(tree.add(_label(part)), part)
    return tree


def _label(reason: Reason) -> str:
    text = reason.label.replace("[", r"\[")
    return text if reason.value is None else f"[bold]{reason.value:+.2f}[/bold]  {text}"
