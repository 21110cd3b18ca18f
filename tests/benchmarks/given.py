"""Which sets of questions is a fit given on the command line? QUESTIONS:SEEDS[:WEIGHT] …"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple


class Given(NamedTuple):
    """A file of questions, the folder of pages they are about, and what one of them counts."""

    questions: Path
    seeds: Path
    weight: float


def sets_given(module: str, what: str, least: int = 1) -> list[Given]:
    """Return the sets named on the command line; without `least` of them, or with --help, say how and leave."""
    parser = argparse.ArgumentParser(
        f"python -m {module}", description=what, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", type=_given, metavar="QUESTIONS:SEEDS[:WEIGHT]")
    sets: list[Given] = parser.parse_args().sets
    if len(sets) < least:
        parser.error(f"give at least {least} sets: each is judged by what is fitted on the others")
    return sets


def _given(arg: str) -> Given:
    questions, seeds, weight = [*arg.split(":"), "1"][:3] if arg.count(":") in (1, 2) else ("", "", "1")
    if not (Path(questions).is_file() and Path(seeds).is_dir()):
        raise argparse.ArgumentTypeError(
            f"{arg}: wants a file of questions, a colon and the folder of their pages"
        )
    try:
        return Given(Path(questions), Path(seeds), float(weight))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{arg}: the weight is no number") from None
