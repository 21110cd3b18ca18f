"""Which newspaper is this? Only a line of the page may say so: a dateline 医师报讯, or a running head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HAN = r"\u4e00-\u9fff"
_LINE = 60  # characters of a running head
_DATELINE = re.compile(rf"^[\s●▲■□◆★○◎]*(?P<name>[{_HAN}]{{2,8}}报)\s?讯(?=[\s(（:：\d]|[{_HAN}])")
# A line that is nothing but the paper's name with what stands beside it on a running head: date, page, section.
_HEAD = re.compile(
    rf"^(?:[A-Z]?\d{{1,3}}版?|第?\d{{1,3}}版)?\s*《?\s*(?P<name>[{_HAN}]{{1,8}}(?:日报|晚报|晨报|早报|时报|周报|导报|快报|商报|青年报|农民报|健康报|大学报|学报|装备报|都市报|卫生报|医师报))\s*》?"
    rf"(?=$|[\s\d:：|｜·—\-（(]|第|星期)(?P<rest>.*)$"
)
_DATED = re.compile(
    r"\d{4}\s*年|\d{1,2}\s*月\s*\d{1,2}\s*日|星期|周[一二三四五六日]|第\s*\d+\s*版|[A-Z]?\d{1,2}\s*版|[A-Z]\d{1,2}|CN\s?\d|总第|刊号|责任?编|编辑|电话|热线|美编"
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
        if "报" not in line:
            continue
        dateline = _DATELINE.match(line)
        if dateline:
            named[dateline["name"]] += 1
        head = _HEAD.match(line.strip()) if len(line) <= _LINE else None
        if head and (not head["rest"].strip() or _DATED.search(line)):
            named[head["name"]] += 2
        elif len(line) <= _LINE and _DAY.search(line):
            named.update({name: 2 for name in _FIELDS.split(line) if _NAMED.fullmatch(name)})
    for common in _ANY_PAPER:
        named.pop(common, None)
    return min(named, key=lambda name: (-named[name], name)) if named else None
