"""Which section of the paper does each article stand in? A label stands over one article and means several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from retrieval.articles.evidence.words import coverage, grams
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
    news = _News(articles, {label for mine in own for label in mine})
    for i, mine in enumerate(own):
        for label in mine:
            if label not in about:
                about[label] = news.about(label)
        meant = {label: about[label] for label in mine}
        for label, others in meant.items():
            for j in others:
                if j == i or not own[j]:
                    found[j] = found[j] or label
        left = mine if len(mine) == 1 else [label for label in mine if not meant[label]]
        if left and found[i] is None:
            found[i] = left[-1]
    return found


class _News:
    """What some articles say in headline and lead: a page of thousands of labels looks at few of them for each."""

    def __init__(self, articles: Sequence[Article], labels: Iterable[str]) -> None:
        """Look at some articles for what some labels name, when it is asked first."""
        self._articles = articles
        self._told = {label: _GENERAL.sub("", label) for label in labels}

    def about(self, label: str) -> list[int]:
        """Return the articles that are about what one of the labels names, in order."""
        told = self._told[label]
        if len(told) < 2 or (told == label and len(told) < _NAMED):
            return []
        # A股 has no pair of letters to go by, so any article may say it.
        pairs = grams(told, 2)
        some = (
            sorted({i for pair in pairs for i in self._saying.get(pair, ())})
            if pairs
            else range(len(self._articles))
        )
        return [i for i in some if self._is_about(told, i)]

    @cached_property
    def _openings(self) -> list[str]:
        return [_title(article) + article.body[:_LEAD] for article in self._articles]

    @cached_property
    def _saying(self) -> dict[str, list[int]]:
        named = frozenset(pair for told in self._told.values() for pair in grams(told, 2))
        saying: dict[str, list[int]] = {}
        for i, opening in enumerate(self._openings):
            for pair in named & grams(opening, 2):
                saying.setdefault(pair, []).append(i)
        return saying

    def _is_about(self, told: str, i: int) -> bool:
        article = self._articles[i]
        if article.kind in (Kind.FEATURE, Kind.TEASER):
            return False
        return told in _title(article) if len(told) <= _SHORT else coverage(told, self._openings[i]) >= _HELD


def _title(article: Article) -> str:
    return "".join((article.title or "").split())
