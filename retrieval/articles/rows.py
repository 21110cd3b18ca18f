"""Write an article as the row that `jianbao articles --json` prints."""

from __future__ import annotations

from typing import Any

from retrieval.records import Article


def article_row(article: Article) -> dict[str, Any]:
    """Return the contract's JSON object of an article.

    Example: {"id": "…", "title": "甘肃：构建全链条服务保障体系", "title_lines": [180], "spans": [[127, 178]], …}.
    """
    return {
        "id": article.id,
        "source": article.source,
        "publication": article.publication,
        "section": article.section,
        "kind": str(article.kind),
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "byline": article.byline,
        "title_lines": list(article.title_lines),
        "spans": [list(span) for span in article.spans],
        "text": article.body,
        "truncated_start": article.truncated_start,
        "truncated_end": article.truncated_end,
        "date": article.date,
        "page": article.page,
        "url": article.url,
        "confidence": article.confidence,
    }
