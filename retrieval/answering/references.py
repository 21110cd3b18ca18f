"""Open a newspaper reference that somebody pastes: 玉辉. 59+2 哈尔滨创健康服务新模式[N]. 医师报."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from retrieval.finding.signatures import signature_of
from retrieval.language.folding import fold
from retrieval.records import Article

_REFERENCE = re.compile(
    r"(?P<head>[^\n]{2,300}?)\s*\[N(?:/OL)?\]\s*[.．。](?P<place>[^\n]{0,200})", re.IGNORECASE
)
_NUMBER = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}[.、])\s*(?=\D)")  # before it, in a list of references
_SHORTENED = "….. "


_WHOLE = re.compile(
    r"(?:请|给我|帮我|我要|我想|想|打开|查看|看|读)*\s*《(?P<title>[^\n]{2,80})》\s*(?:这篇|这条)?(?:文章|报道|新闻|消息)?的?(?:全文|原文)[?？。!！ ]*"
)


class Reference(NamedTuple):
    """What a reference says: the headline, whole or its beginning, and what stands before and behind it."""

    title: str
    authors: str
    place: str


def read_headline(text: str) -> str:
    """Return the headline of which the whole article is asked for, "" where none is.

    >>> read_headline("《救护技能培训进校园》全文")
    '救护技能培训进校园'
    """
    found = _WHOLE.fullmatch(text.strip())
    return found["title"] if found else ""


def read_reference(text: str) -> list[Reference]:
    """Return how a reference by GB/T 7714 may be read, [] for none; names end with a full stop, and so may a headline's part.

    >>> read_reference("玉辉. 59+2 哈尔滨创健康服务新模式[N]. 医师报.")[1]
    Reference(title='59+2 哈尔滨创健康服务新模式', authors='玉辉', place=' 医师报.')
    """
    found = _REFERENCE.fullmatch(text.strip())
    if not found:
        return []
    head = _NUMBER.sub("", found["head"], count=1) if _NUMBER.match(found["head"]) else found["head"]
    heads = [("", head)] + [(head[: m.start()], head[m.end() :]) for m in re.finditer(r"[.．]\s+", head)]
    return [Reference(title, authors, found["place"]) for authors, title in heads if title]


def referred_to(reference: Reference, articles: Iterable[Article]) -> Article | None:
    """Return which article has the headline of a reference: of several the one whose authors, paper and day it names."""
    title = fold(reference.title.rstrip(_SHORTENED))
    cut = title != fold(reference.title).rstrip(".")
    titled = ((fold(article.title or "").rstrip("."), article) for article in articles)
    there = [article for known, article in titled if known == title or (cut and known.startswith(title))]
    return max(there, key=lambda article: _likeness(article, reference), default=None)


def _likeness(article: Article, reference: Reference) -> int:
    signed = signature_of(article)
    signature = article.text[slice(*signed)] if signed else ""
    named = any(name in signature for name in re.split(r"[,，、\s]+", reference.authors) if len(name) > 1)
    told = (article.publication, article.date)
    return 2 * sum(bool(fact and fact in reference.place) for fact in told) + named
