"""Tell people's names by their characters: 尹海波, 唐志军 and 蒋薇 look like names wherever they stand.

A surname, then one or two characters that given names are made of, in whole words of jieba's: the log-likelihood
ratio of name against text, summed over the characters (naive Bayes), decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from retrieval.language.dictionary import edges_of, general_count, words_of
from retrieval.language.lexicon import PLACES, SAYING, SURNAMES
from retrieval.language.patterns import one_of
from retrieval.records import Range

# Characters that stand behind a name and hardly ever end one.
NOT_GIVEN = "地说表介指认坦告回透称提呼感直主出担任获接摄答谈作和与及等在于对向从被把将又也还是有的了率带就则围握根据为以到去来给让同跟并而或用先曾已正"
SAYS = one_of(f"{SAYING}|告诉|称|坚信|提到|回答|谈到|主持|出席|带领|率领|担任|任|荣获|获得|接诊|摄|作")
_SURNAME = re.compile(SURNAMES)
_HAN = re.compile("[\u4e00-\u9fff]+")
# What ends a place or a thing rather than a name.
_NO_NAME_ENDS = frozenset("县市镇乡村区省州某")
_JOINS = "和于向从由时成应"  # surnames that are words as well
_LIKELY = 4.0  # log-likelihood ratio from which it is a name wherever it stands: nine in ten are
_KNOWN = 5.8  # … of a word that a dictionary has: 黄飞鸿 is a name, 白衬衫 isn't
_POSSIBLE = 1.0  # … where it begins a clause, and says something or stands by itself
_RARE = 10  # a word that the dictionary counted no oftener may be a name
# Characters that foreign names are written with.
FOREIGN = (
    "阿埃艾爱安奥巴白班贝本比彼宾波伯博布查达丹德迪蒂杜多恩尔法菲费芬佛弗夫福盖戈格古哈海汉豪赫亨胡霍基吉加贾杰金卡凯坎考科克肯库拉莱兰劳勒雷里利莉丽林琳卢鲁路伦罗洛马玛迈麦曼梅蒙米密明莫默穆纳娜南内尼宁纽努诺欧帕"
    "佩彭皮珀普奇乔切琼丘热荣瑞萨塞桑瑟莎山尚舍圣施什史斯丝司思苏索塔泰坦汤特提托图瓦万威韦维魏温文沃乌伍西希锡夏香肖谢辛休雅亚延扬耶叶伊易因英尤约泽扎詹珍朱卓佐姆茨朗列顿森涅堡兹哥登丁摩逊罕卜厄烈翰妮撒齐契赖吕隆"
    "钦"
)
# … and so are medicines and countries, which end in their own way, and what a kind's name follows.
_TRANSCRIBED = re.compile(
    f"[{FOREIGN}]{{3,8}}(?<!西林)(?<!雅热)(?<!洛芬)(?<!沙坦)(?<!普利)(?<!洛尔)(?<!斯坦)(?<!维亚)(?<!堡)"
    "(?![港岛市县州国省村病症语文族队牌汀]|公司|集团|汽车|克朗)"
)
_LOANED = 60  # how often the dictionary may have counted a part of a foreign name: 文达, 瓦纳瓦萨
_CLAUSE_BEGINS = frozenset("由叫请让与和 \n，,。；;：:！!？?、（(“”‘’《》□■▲△○●◎★—")
_SPEAKS = re.compile(rf"[\s，,、。：:）)（(”]|{SAYS}|$")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, float], dict[str, float]]:
    """Return how much likelier each character is as a surname, and in a given name, than in a text."""
    rows = [
        line.split("\t")
        for line in Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
    ]
    return {row[0]: float(row[1]) for row in rows}, {row[0]: float(row[2]) for row in rows}


def likelihood(name: str) -> float:
    """Return the log-likelihood ratio of `name`, surname first, being a name against its being any text.

    >>> likelihood("唐志军") > 4 > likelihood("时间很")
    True
    """
    ahead, behind = _table()
    surname = _SURNAME.match(name)
    if surname is None:
        return 0.0
    return ahead.get(surname.group(), 0.0) + sum(behind.get(char, 0.0) for char in name[surname.end() :])


@lru_cache(maxsize=8192)
def names_in(text: str) -> tuple[Range, ...]:
    """Return where names stand in `text` that are made of one or two whole words and that are rare in general Chinese."""
    return tuple(_names_in(text))


def is_name(text: str) -> bool:
    """Tell whether all of `text` is one name.

    >>> is_name("范先群"), is_name("范先群院士")
    (True, False)
    """
    return (0, len(text)) in names_in(text)


def _names_in(text: str) -> Iterator[Range]:
    words = words_of(text)
    edges = edges_of(text)
    yield from _transcribed(text, words)
    for i, (word, start, _) in enumerate(words):
        surname = _SURNAME.match(word)
        if not surname:
            continue
        given = start + surname.end()
        for end in (given + 2, given + 1):
            name = text[start:end]
            if end in edges and _is_name(name, [w for w, _, e in words[i : i + 3] if e <= end]):
                ratio, least = likelihood(name), _KNOWN if general_count(name) else _LIKELY
                if ratio >= least or (ratio >= _POSSIBLE and _acts(text, start, end)):
                    yield start, end
                    break


def _is_name(name: str, words: list[str]) -> bool:
    if not _HAN.fullmatch(name) or name[-1] in _NO_NAME_ENDS or len(words) > 2:
        return False
    if name[0] in _JOINS and general_count(name[1:]) > _RARE:  # 照护和健康
        return False
    return general_count(name) <= _RARE and name[-1] not in NOT_GIVEN


def _transcribed(text: str, words: Sequence[tuple[str, int, int]]) -> Iterator[Range]:
    """Yield where foreign names stand: three characters and more that such names are written with, in whole rare words."""
    for m in _TRANSCRIBED.finditer(text):
        start, end = m.span()
        inside = [(word, a, b) for word, a, b in words if start <= a and b <= end]
        whole = edges_of(text).issuperset(m.span())
        rare = all(len(word) == 1 or general_count(word) <= _LOANED for word, _, _ in inside)
        if whole and rare and m.group() not in PLACES:
            yield start, end


def _acts(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1] in _CLAUSE_BEGINS) and _SPEAKS.match(text, end) is not None
