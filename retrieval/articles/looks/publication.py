"""Which newspaper is this? Only a line of the page may say so: a dateline 医师报讯, or a running head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

_HAN = r"\u4e00-\u9fff"
_LINE = 60  # characters of a running head
_DATELINE = re.compile(rf"^[\s●▲■□◆★○◎]*(?P<name>[{_HAN}]{{2,8}}报)\s?讯(?=[\s(（:：\d]|[{_HAN}])")
# A line that is nothing but the paper's name with what stands beside it on a running head: date, page, section.
_HEAD = re.compile(
    rf"^(?:[A-Z]?\d{{1,3}}版?|第?\d{{1,3}}版)?\s*《?\s*(?P<name>[{_HAN}]{{1,8}}(?:日报|晚报|晨报|早报|时报|周报|导报|快报|商报|青年报|农民报|健康报|大学报|学报|装备报|都市报|卫生报|医师报))\s*》?"
    rf"(?=$|[\s\d:：|｜·—\-（(]|第|星期)(?P<rest>.*)$"
)
_HEADS = re.compile(
    r"星期|周[一二三四五六日]|第\s*\d+\s*版|[A-Z]?\d{1,2}\s*版|[A-Z]\d{1,2}|CN\s?\d|总第|刊号"
)
_DATED = re.compile(
    rf"\d{{4}}\s*年|\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|{_HEADS.pattern}|责任?编|编辑|电话|热线|美编"
)
# … or a field of a line that gives the day: “05　评论　人民日报　2025年6月3日”. It need not end as most names do.
_DAY = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}")
_FIELDS = re.compile(r"[\s|｜·—《》]+")
_NAMED = re.compile(
    rf"[{_HAN}]{{1,7}}(?:[青少老]年|文汇|[^通简公年月季预喜战捷海申上举情警电播据填回板好汇])报|文汇报"
)  # no 年报, 预报, 简报
_ANY_PAPER = frozenset(
    (
        "本报",
        "晚报",
        "日报",
        "晨报",
        "早报",
        "时报",
        "周报",
        "快报",
        "商报",
        "导报",
        "学报",
        "大学报",
        "据报",
        "通报",
        "简报",
        "海报",
    )
)


def publication_of(lines: Sequence[str]) -> str | None:
    """Return the newspaper that most lines of the page name, None where none does.

    >>> publication_of(["胃癌影像筛查AI模型发布", "医师报讯 6月25日，浙江省肿瘤医院发布……"])
    '医师报'
    """
    named: Counter[str] = Counter()
    for line in lines:
        if dateline := _DATELINE.match(line):
            named[dateline["name"]] += 1
        named.update(dict.fromkeys(_named_by_head(line), 2))
    for common in _ANY_PAPER:
        named.pop(common, None)
    return min(named, key=lambda name: (-named[name], name)) if named else None


def mastheads_of(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return the lines that name a paper with its day or page, and the paper, where they are of several papers: else none.

    Two pages in one file have them. A name alone may be that of a column, 警方快报, with a day alone that of whence an article
    was taken, and one within the other is one paper.
    """
    found = [
        (n, name)
        for n, line in enumerate(lines, 1)
        if _HEADS.search(line)
        for name in _named_by_head(line)
        if name not in _ANY_PAPER
    ]
    several = any(a not in b and b not in a for a, b in combinations({name for _, name in found}, 2))
    return found if several else []


def masthead_over(first: int, last: int, mastheads: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
    """Return the masthead above these lines, None where there is none, or another one between them."""
    above = [head for head in mastheads if head[0] < first]
    torn = any(first <= n <= last for n, _ in mastheads)
    return above[-1] if above and not torn else None


def _named_by_head(line: str) -> set[str]:
    """Return the papers that a running head names, none where a line is something else."""
    line = " ".join(line.split())  # its fields may stand as far apart as they are printed
    if "报" not in line or len(line) > _LINE:
        return set()
    head = _HEAD.match(line.strip())
    if head and (not head["rest"].strip() or _DATED.search(line)):
        return {head["name"]}
    return set(filter(_NAMED.fullmatch, _FIELDS.split(line))) if _DAY.search(line) else set()
