"""Which section of the paper does each article stand in? A label stands over one article and means several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from retrieval.articles.words import coverage, grams
from retrieval.records import Article, Kind

# What a label says of any news; what is left tells which news: 医院|动态, 关注|各地卫生健康工作会议.
_GENERAL = re.compile(
    "动态|关注|聚焦|新闻|要闻|资讯|简讯|快讯|短消息|消息|速递|速报|播报|故事|观察|一线|专栏|专题|本报|·"
)
# Where the next label begins in one that ran on: 医院动态|关注各地卫生健康工作会议.
_RUN_ON = re.compile("(?<=.{3})(?=(?:关注|聚焦).{2})")
_SHORT = 3  # characters up to which what is left must stand in the headline
_NAMED = 6  # … from which a label tells which news without a general word
_LEAD = 80  # characters of a text that say what it is about
_HELD = 0.7  # of what is left, that headline and lead must hold


def sections_of(articles: Sequence[Article], labels: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the section of each article, given the labels that stand over it, most of them over none.

    A label goes to every piece of news that is about what it names, wherever the page prints that, and stays with the
    one under it unless that stands under several. 医院动态 over a piece on 石河子市人民医院 means the one below on
    大足区中医院 as well.
    """
    own = [[part for label in mine for part in _RUN_ON.split(label)] for mine in labels]
    found: list[str | None] = [None] * len(articles)
    about: dict[str, list[int]] = {}  # a label may stand over many
    sayings = _Sayings(articles)
    for i, mine in enumerate(own):
        for label in mine:
            if label not in about:
                about[label] = [j for j in sayings.of(_told(label)) if _means(label, articles[j])]
        meant = {label: about[label] for label in mine}
        for label, others in meant.items():
            for j in others:
                if j == i or not own[j]:
                    found[j] = found[j] or label
        left = mine if len(mine) == 1 else [label for label in mine if not meant[label]]
        if left and found[i] is None:
            found[i] = left[-1]
    return found


class _Sayings:
    """Which articles say what in headline and lead: a page of thousands of labels looks at few articles for each."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Look at some articles when it is asked first."""
        self._articles = articles

    @cached_property
    def _saying(self) -> dict[str, list[int]]:
        saying: dict[str, list[int]] = {}
        for i, article in enumerate(self._articles):
            for word in grams(_opening(article), 2):
                saying.setdefault(word, []).append(i)
        return saying

    def of(self, words: str) -> Sequence[int]:
        """Return the articles that say some of these words, in order; A股 has no pair of letters to go by, so any may."""
        pairs = grams(words, 2)
        if not pairs:
            return range(len(self._articles))
        return sorted({i for pair in pairs for i in self._saying.get(pair, ())})


def _opening(article: Article) -> str:
    return "".join((article.title or "").split()) + article.body[:_LEAD]


def _told(label: str) -> str:
    return _GENERAL.sub("", label)


def _means(label: str, article: Article) -> bool:
    told = _told(label)
    if article.kind in (Kind.FEATURE, Kind.TEASER) or len(told) < 2 or (told == label and len(told) < _NAMED):
        return False
    if len(told) <= _SHORT:
        return told in "".join((article.title or "").split())
    return coverage(told, _opening(article)) >= _HELD
