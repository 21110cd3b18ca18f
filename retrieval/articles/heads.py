"""Which line of a headline is the kicker, which the title, which the subtitle?"""

from __future__ import annotations

from dataclasses import dataclass, field

from retrieval.articles import shapes
from retrieval.articles.blocks import Head
from retrieval.articles.lines import Seen


@dataclass(slots=True)
class Headline:
    """The lines of a headline by the part they play; each inner list of `title` was printed together."""

    kicker: list[Seen] = field(default_factory=list)
    title: list[list[Seen]] = field(default_factory=list)
    subtitle: list[Seen] = field(default_factory=list)


def part_headline(heads: list[Head]) -> Headline:
    """Share the lines of a headline out among kicker, title and subtitle.

    A dash opens a subtitle; a colon makes two lines one title; of lines set apart the first is the kicker; of
    two or three lines printed together, a long first is a kicker, and of three long ones the middle is the title.
    Example: “紧密型城市医疗集团建设试点城市交流会召开” / “聚智献策 助力城市医疗集团建设” is kicker and title.
    """
    groups = _groups(heads)
    found = Headline()
    while groups and _dashed(groups[-1][0]) and len(groups) > 1:
        found.subtitle = [*groups.pop(), *found.subtitle]
    if not groups:
        return found
    if len(groups) == 1:
        _part_lines(groups[0], found)
        return found
    main = _main_group(groups)
    for i, group in enumerate(groups):
        if i < main:
            found.kicker += group
        elif i > main:
            found.subtitle += group
    _part_lines(groups[main], found, bool(found.kicker))
    return found


def _groups(heads: list[Head]) -> list[list[Seen]]:
    """Split heads into groups of lines, with a dashed line apart and a line after a colon together."""
    groups: list[list[Seen]] = []
    for head in heads:
        for i, line in enumerate(head.lines):
            if groups and groups[-1][-1].text.endswith(("：", ":")) and not _dashed(line):
                groups[-1].append(line)
            elif i == 0 or _dashed(line):
                groups.append([line])
            else:
                groups[-1].append(line)
    return groups


def _dashed(line: Seen) -> bool:
    return line.text.startswith(shapes.DASHES)


def _main_group(groups: list[list[Seen]]) -> int:
    """Choose the title among groups set apart: of two the second, unless it is much longer; of three the middle.

    What ends in a dash leads to the next: “首批持证陪诊师上岗满百日——”.
    """
    if len(groups) == 2 and groups[0][-1].text.endswith(shapes.DASHES):
        return 1
    if len(groups) == 2 and max(x.width for x in groups[1]) >= 1.4 * max(x.width for x in groups[0]):
        return 0
    return 1 if len(groups) <= 3 else len(groups) - 2


def _part_lines(lines: list[Seen], found: Headline, kicked: bool = False) -> None:
    widths = [line.width for line in lines]
    if len(lines) >= 3 and max(widths) > 22 and not kicked and not lines[0].text.endswith(("：", ":")):
        found.kicker = [*found.kicker, lines[0]]
        found.title = [lines[1:-1]]
        found.subtitle = [lines[-1], *found.subtitle]
    elif len(lines) == 2 and not kicked and lines[0].text.endswith(shapes.DASHES):
        found.kicker, found.title = [lines[0]], [lines[1:]]
    elif len(lines) == 2 and widths[0] >= 36 and widths[0] - widths[1] > 4 and not kicked:
        found.kicker = [lines[0]]
        found.title = [lines[1:]]
    else:
        found.title = [lines]
