"""Records → the JSON objects that other programs rely on; names and shapes are a contract."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from retrieval.records import Answer, Article, Hit, ReloadReport, Stats

Row = dict[str, Any]


def answer_row(answer: Answer, id: str | None = None) -> Row:
    """Return one line of `jianbao ask --json`."""
    return {
        "id": id,
        "question": answer.question,
        "answered": answer.answered,
        "confidence": round(answer.confidence, 4),
        "took_ms": round(answer.took_ms, 3),
        "hits": [_hit_row(hit) for hit in answer.hits],
    }


def _hit_row(hit: Hit) -> Row:
    return {
        "article_id": hit.article.id,
        "source": hit.article.source,
        "title": hit.article.title,
        "score": round(hit.score, 4),
        "article_lines": hit.article.all_lines,
        "lines": hit.snippet.lines,
        "snippet": hit.snippet.text,
        "highlights": hit.snippet.highlights,
        "answer": hit.snippet.answer_text,
        "citation": hit.citation,
    }


def article_row(article: Article) -> Row:
    """Return one line of `jianbao articles --json`."""
    return {
        "id": article.id,
        "source": article.source,
        "publication": article.publication,
        "section": article.section,
        "kind": article.kind.value,
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "byline": article.byline,
        "title_lines": article.title_lines,
        "spans": article.spans,
        "text": article.body,
        "truncated_start": article.truncated_start,
        "truncated_end": article.truncated_end,
        "confidence": round(article.confidence, 3),
    }


def reload_row(report: ReloadReport) -> Row:
    """Return the object of `jianbao reload --json`."""
    return {
        "version": report.version,
        "dry_run": report.dry_run,
        "articles": {k: getattr(report, k) for k in ("added", "changed", "removed", "unchanged")},
        "refused": [asdict(refusal) for refusal in report.refused],
        "took_s": round(report.took_s, 3),
    }


def stats_row(stats: Stats) -> Row:
    """Return the object of `jianbao stats --json`."""
    return asdict(stats) | {"build_s": round(stats.build_s, 3)}
