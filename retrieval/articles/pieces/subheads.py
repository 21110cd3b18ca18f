"""Does a head read like a subhead inside an article?"""

from __future__ import annotations

import re

from retrieval.articles.looks import shapes
from retrieval.articles.pieces.blocks import Head

# Half-width columns and what a subhead of that length costs: most have four to twelve characters.
_LENGTHS = ((16, -0.8), (24, -0.4), (28, 0.5), (36, 1.2), (48, 2.2), (10_000, 3.5))
_SHORT = 24  # half-width columns; longer heads begin alike by chance, with the name of a place
_HANS = "一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
_COUNT = rf"(?:[{_HANS}]{{1,3}}|\d{{1,2}})"
# “一、”, “壹 ”, “【二】”, “（2）”, “之三”, “案例一 ”, “误区二：”, “第三轮：”: of 29 heads of the last three kinds on the gold pages 27 are subheads.
_NUMBERED = re.compile(
    rf"{_COUNT}[、.．](?!\d)|[{_HANS}][\s　](?=\S{{2}})|[（(【]{_COUNT}[)）】]|之[一二三四五六七八九十]|[①-⑳]"
    rf"|(?:[\u4e00-\u9fff]{{2}}{_COUNT}|第{_COUNT}[\u4e00-\u9fff]{{1,2}})[\s：:，,](?!\d)"
)


def look_alike(one: Head, other: Head) -> bool:
    """Return whether two heads have as many lines and about the same width."""
    return len(one.lines) == len(other.lines) and abs(one.width - other.width) <= 4


def are_alike(one: Head, other: Head) -> bool:
    """Return whether two heads are made alike, as the subheads of one story often are.

    Example: “一条绿道” and “一张网” begin alike, “认证关：一张证书等了11个月” and “运输关：“危险品”找船难” are parted at
    one place, “创新管理 提升能力” and “党建引领 把稳方向” are halved alike, “绘就一张地图” / “划定救治半径” and
    “组建一支队伍” / “带强基层医生” have lines of one length.
    """
    a, b = one.text, other.text
    if len(one.lines) != len(other.lines):
        return False
    if len(one.lines) > 1:
        return [line.width for line in one.lines] == [line.width for line in other.lines]
    halved = a.find(" ") == b.find(" ") > 0 and len(a) == len(b)
    return (
        halved or a.find("：") == b.find("：") > 0 or (a[0] == b[0] and max(one.width, other.width) <= _SHORT)
    )


def mark_of(head: Head) -> str:
    """Return the bullet that a head opens with, “1” where it is numbered, nothing where it is neither."""
    return head.text[0] if head.text[0] in shapes.BULLETS else "1" if _NUMBERED.match(head.text) else ""


def alikeness(one: Head, other: Head) -> float:
    """Return how much of two heads is the same at their beginning and end; 1 where both are marked alike.

    Example: of “感冒能吃海鲜吗” and “腹泻能吃海鲜吗” five characters of seven.
    """
    mark = mark_of(one)
    if mark and mark == mark_of(other):
        return 1.0
    a, b = one.text, other.text
    begin = _shared(a, b)
    return (begin + _shared(a[begin:][::-1], b[begin:][::-1])) / max(len(a), len(b))


def _shared(a: str, b: str) -> int:
    """Return how many characters two texts begin with together."""
    return next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def subhead_cost(head: Head) -> float:
    """Weigh what speaks against a head being a subhead."""
    cost = 1.2
    length = sum(line.width for line in head.lines)
    cost += next(extra for most, extra in _LENGTHS if length <= most)
    if shapes.NOTICE_END.search(head.text):
        cost += 4.0
    if head.text[-1] in "？?":
        cost -= 0.6
    elif head.text[-1] in "：:":
        cost += 1.5
    if head.label and length <= 16:
        cost += 0.5
    if _NUMBERED.match(head.text):
        cost -= 1.5
    return cost
