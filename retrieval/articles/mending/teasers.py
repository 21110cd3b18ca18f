"""Recognise a teaser box (“今日第2版推出……” and its list) and keep it apart from the articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.articles.looks import shapes
from retrieval.articles.looks.layout import Place
from retrieval.articles.looks.lines import End, Seen
from retrieval.articles.mending.drafts import Draft
from retrieval.articles.pieces.blocks import Head, Stretch
from retrieval.records import Role

_PAGE = re.compile(r"[\s…·.—>→]+(?:详见|见)?(?:第?[A-Z]?\d{1,2}版|[A-Z]\d{1,2})[）)]?$")
_LISTED = re.compile(r"[-—·•▲●■◆>»]|\d{1,2}[.、版]|[A-Z]\d{1,2}")
_NEAR = 3  # lines from one of a box to the next
_TITLE = 70  # half-width columns that a box's lines have at most


def mark_teasers(seen: list[Seen], places: list[Place | None]) -> None:
    """Give a teaser's line and the list under it the role TEASER.

    Example: “今日第2版推出“理论·聚焦国家育儿补贴制度(二)”:” and the lines “- 发放育儿补贴……” after it.
    """
    inside = False
    for i, line in enumerate(seen):
        told = places[i] is not None or line.role is Role.RUNNING_HEAD  # “县医院开门诊 3版” looks like one
        if inside and told and (_paged(line) or (places[i] is not None and _listed(line))):
            _leave(seen, places, i)
        else:
            inside = places[i] is not None and _opens(line, places[i] is Place.DISPLAY)
            if inside:
                line.role, places[i] = Role.TEASER, None


def _opens(line: Seen, display: bool) -> bool:
    """Return whether a line opens a teaser box: display, or it comes to no stop, under a blank line or before a list."""
    opens = display or (line.end is not End.STOP and (line.gap > 0 or line.text[-1] in "：:"))
    return opens and line.width <= _TITLE and shapes.TEASER.match(line.text) is not None


def _paged(line: Seen) -> bool:
    """Return whether a line of a teaser box names its page: “给盾构机做‘心电图’ 3版”."""
    return line.gap <= 1 and line.width <= 60 and _PAGE.search(line.text) is not None


def _listed(line: Seen) -> bool:
    """Return whether a line of a teaser box is one of its list: “- 新政策带来多层次积极影响”."""
    return line.width <= _TITLE and line.end is not End.STOP and _LISTED.match(line.text) is not None


def _leave(seen: list[Seen], places: list[Place | None], i: int) -> None:
    seen[i].role, places[i] = Role.TEASER, None
    if i + 1 < len(places) and places[i + 1] is Place.CONTINUES:
        places[i + 1] = Place.STARTS


def gather_teasers(drafts: list[Draft], seen: list[Seen]) -> list[Draft]:
    """Make one article of a teaser box and the unheaded paragraph printed with it."""
    rows = [line for line in seen if line.role is Role.TEASER]
    if not rows:
        return drafts
    for draft in sorted(drafts, key=lambda d: -d.stretches[0].last.at):  # the nearest text above a box has it
        body = draft.stretches[0]
        if (
            draft.heads
            or len(draft.stretches) > 1
            or len(body.paragraphs) > 1
            or body.dateline
            or body.bullet
        ):
            continue
        box = [line for line in rows if body.last.at < line.at <= body.last.at + 12]
        if box and box[0].at - body.last.at <= 3:
            draft.heads = [Head(box[:1])]
            body.paragraphs.extend([line] for line in box[1:])
            draft.teaser = True
            rows = [line for line in rows if line not in box]
    return [*drafts, *map(_draft_of, _boxes(rows))]


def _boxes(rows: list[Seen]) -> Iterator[list[Seen]]:
    """Yield what is left of teasers by box, lines near each other, for a reader may ask for it; one alone says too little."""
    box: list[Seen] = []
    for line in [*rows, None]:
        if box and (line is None or line.at - box[-1].at > _NEAR):
            if len(box) > 1:
                yield box
            box = []
        if line:
            box.append(line)


def _draft_of(box: list[Seen]) -> Draft:
    heads = [Head(box[:1])] if shapes.TEASER.match(box[0].text) else []
    body = Stretch([[line] for line in box[len(heads) :]])
    return Draft(heads, [body], teaser=True, why=["a box that says what stands on other pages"])
