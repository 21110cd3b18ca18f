"""Write a newspaper reference by GB/T 7714-2015: 作者. 题名[N]. 报纸名, 日期(版次)."""

from __future__ import annotations

import re

from bot.cards.card import shorten
from retrieval.finding.signatures import signature_of
from retrieval.language.lexicon import CALLINGS, OFFICES
from retrieval.quoting.quotations import SHORTEST
from retrieval.records import Article, Span

_OFFICE = re.compile(
    r"(?:首席|实习|特约|见习)?(?:本报|本刊|[融全]媒体)?(?:首席|实习|特约|见习)?(?:评论员|通讯员|记者)|[□■●\s]*(?:文/图|图/文|文并摄|摄影报道|文|图|摄)(?=[/ ：:]|$)"
)
_BETWEEN = re.compile(r"[\s、,，;；/（）()□■●]+")
_HOUSE = re.compile(
    r"\w+(?:院|局|厅|委|站|所|部|处|科|室|系|班|级|办|会|社|网|报|台|刊|中心|公司|集团|大学|学校|中学|小学|支队|政府)"
)
_HELD = re.compile(rf"\w{{0,8}}(?:{OFFICES}|{CALLINGS}|学生)")  # 党委书记 before who holds it, or by itself
_PLACE_CHARS = 120  # of where it is printed
_DATE = re.compile(r"\d{4}年|\d月")


def authors_of(byline: str | None) -> str:
    """Return the names in a signature: 本报记者张三 通讯员李四 → 张三, 李四; more than three end with 等.

    Neither the office of who signed is a name nor, where somebody did, the house: □市医院 党委书记 张三 → 张三.
    """
    signed = [word for word in _BETWEEN.split(_OFFICE.sub(" ", byline or "")) if not _DATE.search(word)]
    houses = [word for word in signed if _HOUSE.fullmatch(word)]
    people = [_HELD.sub("", word, count=1) for word in signed if word not in houses]
    people = [name for name in people if 2 <= len(name) <= 12]
    names = people or [house for house in houses if len(house) <= 12]
    return ", ".join(names[:3]) + (", 等" if len(names) > 3 else "")


def newspaper_reference(article: Article, lines: tuple[Span, ...], limit: int) -> str:
    """Return the reference in at most `limit` characters; a long headline gives way.

    Where the newspaper isn't known the file and its lines stand for it, so that it can still be found. Where it is, the standard
    has no room for lines, and a headline finds the article; behind one that doesn't file and lines are kept.
    """
    signed = signature_of(article)
    authors = shorten(authors_of(article.text[slice(*signed)] if signed else None), 60)
    head = f"{authors}. " if authors else ""
    where = shorten(_place(article, lines), _PLACE_CHARS)
    room = limit - len(head) - len(where) - len("[N]. .")
    return f"{head}{shorten(article.title or '无标题', room)}[N]. {where}."


def _place(article: Article, lines: tuple[Span, ...]) -> str:
    rows = ", ".join(f"{a}-{b}" if b > a else str(a) for a, b in lines[:4])
    file = f"{article.source}: 第{rows}行" if rows else article.source
    if not article.publication:
        return file
    date = f", {article.date}" if article.date else ""
    page = f"({article.page})" if article.page else ""
    paper = f"{article.publication}{date}{page}"
    if sum(map(str.isalnum, article.title or "")) >= SHORTEST:
        return paper
    return f"{shorten(paper, max(_PLACE_CHARS - len(file) - 2, 1))}: {file}"
