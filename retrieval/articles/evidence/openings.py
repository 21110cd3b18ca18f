"""How does a text begin: as a story does, in the middle of one, or by speaking of something named before?"""

from __future__ import annotations

import re

_FRESH = re.compile(
    r"[★●▲■◆○◎]|“(?![^”]{1,8}”)|近[日年来期几]|日前|昨[天日晚]|今[天日年晨]|前[天日不]|本[周月]|上[周月]|连日来|目前|最近|不久前|记者|为|随着|(?:\d{4}年)?\d{1,2}月|\d{4}年|本报|编者按|在"
)
_EARLY_STOP = re.compile(r"[^，。！？“”：:；;,]{1,6}[。；]")
_LEAD = re.compile(r"近[日年来期几]|日前|昨[天日]|连日来|多年来|作为|本报|(?:\d{4}年)?\d{1,2}月|\d{4}年")
_ANAPHORA = re.compile(
    r"会议(?:指出|强调|要求|明确|认为|提出)|他[说表指认强还]|她[说表指认强还]|该[^，。]{1,8}|此外|同时|另外|此次|其中|对此|据介绍|据了解|与此同时|《[^》]{2,8}》(?:指出|提出|明确|要求|还)"
)

_SPEAKER = re.compile(r"[^，。！？“”：:；、\s]{1,18}(?=[：:])")
_ASKS = re.compile(r"[？?](?:[（(][^（）()]{2,16}[）)])?$")
_ANNOUNCES = re.compile(r"(?:[：:]|(?:以下|如下|下列)[^，。；]{0,8}[。：:])$")

# “李先生：” alone says who speaks, “记者：” who asks.
_GREETING = re.compile(
    r"(?:(?:尊敬的|敬爱的|亲爱的)[^，。：:！？]{1,16}|各位[^，。：:！？]{1,10}|[^，。：:！？]{0,12}(?:编辑|记者)(?:部|同志|老师|先生|朋友|们)+)"
    r"(?:[：:]|，?[您你]们?好)|[^，。：:！？]{1,14}(?:[：:，]?[您你]们?|们)好[！!：:，。]"
)

_COUNTS = ("①②③④⑤⑥⑦⑧⑨⑩", "123456789", "一二三四五六七八九十")
_NUMBER = re.compile(r"[①-⑩]|[1-9](?=[.、．])|[一二三四五六七八九](?=[是、要])")

# “3.5公里” opens none.
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、．]|[.](?!\d))|[①-⑳]|第[一二三四五六七八九十]{1,3}[，、条章]"
)
# “◎硝酸甘油：放在棕色瓶里……”, “▲看温度。地温稳定……”: what an item is about, in a few characters.
_NAMED_ITEM = re.compile(r"\W\s*[^\W\d]{2,8}[：:。]")


def leads(text: str) -> bool:
    """Return whether a paragraph could open a story: “近年来，……”, “日前，……”, a dateline."""
    return _LEAD.match(text) is not None


def is_fresh(text: str) -> bool:
    """Return whether a paragraph begins as a story does: “近日”, a date, a quotation."""
    return _FRESH.match(text) is not None


def refers_back(text: str) -> bool:
    """Return whether a paragraph speaks of something named before: “会议指出”, “该院”, “据了解”."""
    return _ANAPHORA.match(text) is not None


def begins_fresh(text: str) -> bool:
    """Return whether a paragraph begins as a story or a new thought does: “近日”, “据了解”, a quotation."""
    return is_fresh(text) or refers_back(text)


def stops_early(text: str) -> bool:
    """Return whether the first sentence has a few characters only, as the rest of a cut one does: “不怕输。”."""
    return _EARLY_STOP.match(text) is not None


def speaker_of(text: str) -> str:
    """Return who speaks where a text begins with a name and a colon: 记者, 答, 衡石律师事务所律师宇文珊答, "" where none does."""
    found = _SPEAKER.match(text)
    return found.group() if found else ""


def greets(text: str) -> bool:
    """Return whether a text greets somebody first, as a letter does: “编辑同志：”, “各位护士：……”, “记者您好：……”."""
    return _GREETING.match(text) is not None


def asks(text: str) -> bool:
    """Return whether a text is a question, signed or not: “……怎么劝？（读者小邱）”, “问：……请专家指点。（何女士）”."""
    return text.startswith("问") or _ASKS.search(text[-24:]) is not None


def announces(text: str) -> bool:
    """Return whether the end of a text announces a list: “……如下：”, “播种时要把好以下五关。”."""
    return _ANNOUNCES.search(text[-16:]) is not None


def count_of(text: str) -> int:
    """Return 1 for a text that begins with ①, 2 for ②, 101 for 1., 102 for 2., 201 for 一是 …, 0 for all others."""
    number = _NUMBER.match(text)
    if not number:
        return 0
    row = next(k for k, row in enumerate(_COUNTS) if number.group() in row)
    return 100 * row + _COUNTS[row].index(number.group()) + 1


def opens_item(text: str) -> bool:
    """Return whether a text begins with the number of an item: “1.”, “（二）”, “三、”, “④”, “第五条”."""
    return _ITEM.match(text) is not None


def names_item(text: str) -> bool:
    """Return whether a text behind a bullet says first what it is about: “◎硝酸甘油：……”; a brief tells the news."""
    return _NAMED_ITEM.match(text) is not None


def repeats(head: str, text: str) -> bool:
    """Return whether five characters running of a headline stand in the first sentence of a text.

    Example: “校医院新增流感疫苗预约接种” and “……面向全校师生开放流感疫苗预约接种，三价疫苗……”.
    """
    opening = re.split("[。！？]", text[:100])[0]
    return any(head[i : i + 5] in opening for i in range(min(len(head), 40) - 4))
