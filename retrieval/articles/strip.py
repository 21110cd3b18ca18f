"""Cut the placed lines into bodies and the slots between them."""

from __future__ import annotations

import re

from retrieval.articles import shapes
from retrieval.articles.blocks import ABOUT_PHOTO, BULLET, Body, Head, Mark, Strip, heads_of, names_column
from retrieval.articles.layout import Place
from retrieval.articles.lines import End, Seen
from retrieval.records import Role

_ORGANISATION = re.compile(
    r"(?:公司|局|委员会|办公室|政府|医院|大学|学院|中心|处|支?队|社区|集团|部|厅|院|校|社|会|站|所)$"
)
_DATE_ONLY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def cut_blocks(seen: list[Seen], places: list[Place | None]) -> Strip:
    """Gather placed lines into bodies and the slots between them.

    A body is cut where an article may end: at a dateline, a bullet, a signature, a jump, a sentence torn off.
    """
    strip = Strip()
    body: list[list[Seen]] = []
    listing = False

    def close() -> None:
        if body:
            strip.bodies.append(Body(list(body)))
            strip.bodies[-1].bullet |= listing and not strip.bodies[-1].dateline
            strip.slots.append([])
            body.clear()

    for i, (line, place) in enumerate(zip(seen, places, strict=True)):
        if place is Place.CONTINUES and (body or strip.bodies):
            if not body:
                body.extend(strip.bodies.pop().paragraphs)
                loose = strip.slots.pop()
                strip.slots[-1].extend(loose)
            body[-1].append(line)
        elif place is Place.STARTS or place is Place.CONTINUES:
            if not body and strip.slots[-1]:
                listing = _lists_briefs(strip.slots[-1])
            if body and (listing or _must_cut(body[-1], line, _caption_at(seen, places, i))):
                close()
            body.append([line])
        else:
            role = (
                _role_here(line, strip.slots[-1] if not body else [])
                or _signature_role(seen, i, body)
                or _author_role(seen, i, strip.slots[-1], body)
            )
            if (
                role is None
                and line.role is None
                and strip.slots
                and not body
                and _joins(strip.slots[-1], line)
            ):
                head = strip.slots[-1][-1]
                assert isinstance(head, Head)  # noqa: S101 - _joins looked
                strip.slots[-1][-1] = Head([*head.lines, line])
                continue
            if (
                role in (Role.RUNNING_HEAD, Role.OTHER, Role.EDITOR, Role.SCAN_PROMPT)
                and body
                and body[-1][-1].end is not End.STOP
            ):
                strip.slots[-1].append(Mark(line, role))  # it stands inside a sentence: cut nothing
                continue
            close()
            strip.slots[-1].append(Mark(line, role) if role else Head([line]))
    close()
    _float_captions(strip)
    return _open_lists(strip)


def _lists_briefs(slot: list[Head | Mark]) -> bool:
    """Return whether the last thing above is a label of briefs (“简讯”, “一句话新闻”): each paragraph is one."""
    return (
        bool(slot)
        and isinstance(slot[-1], Head)
        and slot[-1].label
        and bool(shapes.BRIEFS.search(slot[-1].text))
    )


def _open_lists(strip: Strip) -> Strip:
    """Turn five or more display lines printed together into a headline and a list under it, as notices have."""
    out = Strip()
    for i, slot in enumerate(strip.slots):
        for x in slot:
            if isinstance(x, Head) and len(x.lines) >= 5:
                out.slots[-1].append(Head(x.lines[:1]))
                out.bodies.append(Body([[line] for line in x.lines[1:]]))
                out.slots.append([])
            else:
                out.slots[-1].append(x)
        if i < len(strip.bodies):
            out.bodies.append(strip.bodies[i])
            out.slots.append([])
    return out


def _float_captions(strip: Strip) -> None:
    """Take a caption out from between a headline and the dateline under it: the headline is not the photo's."""
    for i in range(len(strip.bodies) - 1):
        body, below = strip.bodies[i], strip.bodies[i + 1]
        if (
            heads_of(strip.slots[i])
            and not heads_of(strip.slots[i + 1])
            and below.dateline
            and ABOUT_PHOTO.match(body.text)
        ):
            strip.slots[i], strip.slots[i + 1] = strip.slots[i + 1], strip.slots[i]


def _role_here(line: Seen, slot: list[Head | Mark]) -> Role | None:
    """Return the furniture role of a line; a label is a head, and a date under a signature is signed with it."""
    if line.role is Role.SECTION:
        return None
    if (
        line.role is Role.RUNNING_HEAD
        and line.gap == 0
        and slot
        and isinstance(slot[-1], Mark)
        and slot[-1].role is Role.BYLINE
    ):
        return Role.BYLINE if _DATE_ONLY.fullmatch(line.text) else line.role
    return line.role


def _caption_at(seen: list[Seen], places: list[Place | None], i: int) -> bool:
    """Return whether the paragraph that begins here is a photo caption of its own, with a credit at its end."""
    last = seen[i]
    if last.text.startswith("图为"):
        return False
    for j in range(i + 1, min(i + 16, len(seen))):
        if places[j] is not Place.CONTINUES:
            break
        last = seen[j]
    return (
        last.end is End.STOP
        and last.text[-1] in "摄影道图"
        and shapes.CREDIT_END.search(last.text[-30:]) is not None
    )


def _joins(slot: list[Head | Mark], line: Seen) -> bool:
    """Return whether a display line is printed directly under the head before it, not under a section label."""
    above = slot[-1] if slot and isinstance(slot[-1], Head) and len(slot[-1].lines) == 1 else None
    if above and (above.label or names_column(above.lines[0], line.width)):
        return False
    if (
        bool(slot)
        and isinstance(slot[-1], Head)
        and slot[-1].text.endswith(("：", ":"))
        and line.n - slot[-1].lines[-1].n <= 3
    ):
        return True
    return (
        bool(slot)
        and isinstance(slot[-1], Head)
        and line.gap == 0
        and slot[-1].lines[-1].n == line.n - 1
        and len(slot[-1].lines) < 60
        and not _listed(line)
    )


def _listed(line: Seen) -> bool:
    return line.text[0] in "-·•" and not line.text.startswith("--")


def _must_cut(above: list[Seen], line: Seen, caption: bool) -> bool:
    """Return whether a new article may begin at this paragraph although no headline stands before it."""
    last = above[-1]
    if line.row and last.row:
        return False
    if line.dateline or last.end is End.OPEN or line.row or last.row:
        return True
    if BULLET.match(line.text):
        return True
    if caption:
        return True
    if (
        bool(shapes.CREDIT_END.search(last.text[-30:]))
        and last.end is End.STOP
        and last.text[-1] not in "。！？…"
    ):
        return True
    return last.regime > 0 and line.regime > 0 and abs(last.regime - line.regime) >= 4


def _author_role(seen: list[Seen], i: int, slot: list[Head | Mark], body: list[list[Seen]]) -> Role | None:
    """Recognise an author with an office but no mark, between headline and text: “新闻与传播学院2022级 卫岚”."""
    line = seen[i]
    below = seen[i + 1] if i + 1 < len(seen) else None
    if (
        body
        or not slot
        or not isinstance(slot[-1], Head)
        or line.width > 44
        or below is None
        or below.width < line.width
    ):
        return None
    small = line.gap == 0 and below.gap == 0 and slot[-1].lines[-1].width >= 2.2 * line.width
    if small and not below.dateline and shapes.AUTHOR_NAME.fullmatch(line.text):
        return Role.BYLINE  # a name alone under the headline
    return Role.BYLINE if shapes.AUTHOR.fullmatch(line.text) and len(slot[-1].text) <= 40 else None


def _signature_role(seen: list[Seen], i: int, body: list[list[Seen]]) -> Role | None:
    """Recognise the office that signs a notice, printed directly under its text."""
    line = seen[i]
    if not body or line.gap or line.width > 44:
        return None
    follows = seen[i + 1] if i + 1 < len(seen) else None
    if follows is None or follows.gap or follows.role or _DATE_ONLY.fullmatch(follows.text):
        return Role.BYLINE if _ORGANISATION.search(line.text) or _DATE_ONLY.fullmatch(line.text) else None
    return None
