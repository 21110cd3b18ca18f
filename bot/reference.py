"""Write a newspaper reference by GB/T 7714-2015: 作者. 题名[N]. 报纸名, 日期(版次)."""

from __future__ import annotations

import re

from bot.cards import shorten
from retrieval.records import Article, Span
from retrieval.signatures import signature_of

_OFFICE = re.compile(
    r"(?:首席|实习|特约|见习)?(?:本报|本刊|[融全]媒体)?(?:首席|实习|特约|见习)?(?:评论员|通讯员|记者)|[□■●\s]*(?:文/图|图/文|文并摄|摄影报道|文|图|摄)(?=[/ ：:]|$)"
)
_BETWEEN = re.compile(r"[\s、,，;；/（）()]+")


def authors_of(byline: str | None) -> str:
    """Return the names in a signature: 本报记者张三 通讯员李四 → 张三, 李四; more than three end with 等."""
    names = [name for name in _BETWEEN.split(_OFFICE.sub(" ", byline or "")) if 2 <= len(name) <= 12]
    return ", ".join(names[:3]) + (", 等" if len(names) > 3 else "")


def newspaper_reference(article: Article, lines: tuple[Span, ...], limit: int) -> str:
    """Return the reference in at most `limit` characters; a long headline gives way.

    Where the newspaper isn't known the file and its lines stand for it, so that it can still be found.
    """
    signed = signature_of(article)
    authors = shorten(authors_of(article.text[slice(*signed)] if signed else None), 60)
    head = f"{authors}. " if authors else ""
    where = shorten(_place(article, lines), 120)
    room = limit - len(head) - len(where) - len("[N]. .")
    return f"{head}{shorten(article.title or '无标题', room)}[N]. {where}."


def _place(article: Article, lines: tuple[Span, ...]) -> str:
    if not article.publication:
        rows = ", ".join(f"{a}-{b}" if b > a else str(a) for a, b in lines[:4])
        return f"{article.source}: 第{rows}行" if rows else article.source
    date = f", {article.date}" if article.date else ""
    page = f"({article.page})" if article.page else ""
    return f"{article.publication}{date}{page}"
