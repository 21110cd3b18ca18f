"""Pages as people type or paste them: a headline over its text, in order, nothing torn; any reader cuts them right.

`tests/typed/` holds what stands on them, written once: `===` begins a page (name | genre), `%` is a label or a running
head, `^` a kicker, `#` a headline (`~` where there is none), `-` a subtitle, `@` a byline, `!` a subhead, `*` a row, `&` a line of a box (which
may be in the body or not), all else a paragraph. A layout says how it is printed, so that the same texts tell which habit breaks a cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from retrieval.records import Page
from tests.articles.golden import BODY, BYLINE, HEADS, SUBHEAD, TESTS, TITLE, GoldArticle, GoldPage

TYPED = TESTS / "typed"
_LABEL, _KICKER, _TITLE, _SUBTITLE, _BYLINE = "%^#-@"
_HEAD = (_KICKER, _TITLE, _SUBTITLE)
_MARKS = "%^#-@!*&"
_ROLES = {_KICKER: "kicker", _TITLE: TITLE, _SUBTITLE: "subtitle", _BYLINE: BYLINE}
_NONE = "~"  # for a headline: the article has none
_NO_START = "，。、；：？！”』」）》】"


class Layout(NamedTuple):
    """How many blank lines stand between paragraphs, over an article, between its head and its text; indents; width."""

    paragraphs: int = 0
    over: int = 1
    head: int = 0
    indent: bool = False
    width: int = 0


LAYOUTS: dict[str, Layout] = {
    "blank lines between articles": Layout(),
    "… and indents": Layout(indent=True),
    "… in columns of 24": Layout(indent=True, width=24),
    "typed, two over a headline": Layout(over=2, head=1),
    "typed, with indents": Layout(head=1, indent=True),
    "a web page, blank lines everywhere": Layout(paragraphs=1, head=1),
    "… two over a headline": Layout(paragraphs=1, over=2, head=1),
    "no blank lines, indents": Layout(over=0, indent=True),
}


@dataclass(frozen=True)
class Item:
    """A line of what stands on a page: its mark, "" for a paragraph, and its text."""

    mark: str
    text: str


def typed_items() -> Iterator[tuple[str, list[Item]]]:
    """Yield the pages, each a name and what stands on it."""
    for path in sorted(TYPED.glob("*.txt")):
        yield from _items_in(path)


def _items_in(path: Path) -> Iterator[tuple[str, list[Item]]]:
    name, items = "", list[Item]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), "==="]:
        if line.startswith("==="):
            if items:
                yield name, items
            name, items = line.removeprefix("===").split("|")[0].strip(), []
        elif line.strip():
            marked = line[0] in _MARKS and (line[1:2] == " " or line[0] == "&")
            items.append(Item(line[0], line[1:].strip()) if marked else Item("", line.strip()))


def typed_page(name: str, items: list[Item], layout: Layout) -> GoldPage:
    """Print a page in a layout, with its gold."""
    lines: list[str] = []
    articles: list[dict[str, list[int]]] = []
    above, headless = "", False
    for item in items:
        if begins := item.mark in _HEAD and above not in _HEAD:
            articles.append({role: [] for role in (*HEADS, BYLINE, BODY, SUBHEAD)})
        if item.text == _NONE:
            headless = True
            continue
        lines += [""] * _gap(above, item.mark, layout, begins=begins or headless)
        headless = False
        for printed in _rows(item, layout):
            lines.append(printed)
            if articles and item.mark != _LABEL and item.mark != "&":
                articles[-1][_ROLES.get(item.mark, BODY)].append(len(lines))
                if item.mark == "!":
                    articles[-1][SUBHEAD].append(len(lines))
        above = item.mark or "p"
    gold = [_gold(lines, found) for found in articles if found[BODY]]
    return GoldPage(Page(f"{name}.txt", tuple(lines)), gold)


def _gold(lines: list[str], found: dict[str, list[int]]) -> GoldArticle:
    title = " ".join(lines[n - 1].strip() for n in found[TITLE])
    whole = " ".join(lines[n - 1].strip() for role in ("kicker", TITLE, "subtitle") for n in found[role])
    return GoldArticle("news", title, found, (whole,))


def _gap(above: str, mark: str, layout: Layout, *, begins: bool) -> int:
    if not above:
        return 0
    if begins or mark == _LABEL:
        return layout.over
    if above in (*_HEAD, _BYLINE) or above == _LABEL:
        return 0 if mark in (*_HEAD, _BYLINE) and not layout.paragraphs else layout.head
    return layout.paragraphs


def _rows(item: Item, layout: Layout) -> Iterator[str]:
    if item.mark:
        yield f"——{item.text}" if item.mark == _SUBTITLE else item.text
        return
    text = ("　　" if layout.indent else "") + item.text
    while layout.width and len(text) > layout.width:
        end = layout.width + (text[layout.width] in _NO_START)
        yield text[:end]
        text = text[end:]
    if text:
        yield text
