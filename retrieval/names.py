"""Tell people's names by their characters: 尹海波, 唐志军 and 蒋薇 look like names wherever they stand.

A surname, then one or two characters that given names are made of, in whole words of jieba's: the log-likelihood
ratio of name against text, summed over the characters (naive Bayes), decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from retrieval.dictionary import general_count, words_of
from retrieval.lexicon import SURNAMES
from retrieval.patterns import one_of
from retrieval.records import Range

# Characters that stand behind a name and hardly ever end one.
NOT_GIVEN = "说表介指认坦告回透称提呼感直主出担任获接摄答谈作和与及等在于对向从被把将又也还是有的了率带就则围握根据为以到去来给让同跟并而或用先曾已正"
SAYS = one_of(
    "介绍|表示|说|指出|认为|坦言|强调|告诉|回忆|透露|称|提醒|建议|解释|呼吁|补充|坚信|感慨|直言|提到|宣布|主持|出席|带领|率领|担任|任|荣获|获得|接诊|摄|回答|谈到|作"
)
_SURNAME = re.compile(SURNAMES)
_HAN = re.compile("[\u4e00-\u9fff]+")
# What ends a place or a thing rather than a name.
_NO_NAME_ENDS = frozenset("县市镇乡村区省州某")
_LIKELY = 4.0  # log-likelihood ratio from which it is a name wherever it stands: nine in ten are
_POSSIBLE = 1.0  # … where it begins a clause, and says something or stands by itself
_CLAUSE_BEGINS = frozenset(" \n，,。；;：:！!？?、（(“”‘’《》□■▲△○●◎★—")
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


def names_in(text: str) -> Iterator[Range]:
    """Yield where names stand in `text` that are made of one or two whole words and that no dictionary has."""
    words = words_of(text)
    ends = {end for _, _, end in words}
    for i, (word, start, _) in enumerate(words):
        surname = _SURNAME.match(word)
        if not surname:
            continue
        given = start + surname.end()
        for end in (given + 2, given + 1):
            name = text[start:end]
            if end in ends and _is_name(name, [w for w, _, e in words[i : i + 3] if e <= end]):
                ratio = likelihood(name)
                if ratio >= _LIKELY or (ratio >= _POSSIBLE and _acts(text, start, end)):
                    yield start, end
                    break


def _is_name(name: str, words: list[str]) -> bool:
    if not _HAN.fullmatch(name) or name[-1] in _NO_NAME_ENDS or len(words) > 2:
        return False
    return not general_count(name) and name[-1] not in NOT_GIVEN


def _acts(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1] in _CLAUSE_BEGINS) and _SPEAKS.match(text, end) is not None
