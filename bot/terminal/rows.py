"""Records → the JSON objects that other programs rely on; names and shapes are a contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from retrieval.records import (
    Answer,
    Furniture,
    Hit,
    QuoteHit,
    Reason,
    Refusal,
    ReloadReport,
    Stats,
    Verification,
)

Row = dict[str, Any]


def answer_row(answer: Answer, id: str | int | None = None) -> Row:
    """Return one line of `jianbao ask --json`; the reasons stand in it where the answer carries them."""
    return {
        "id": id,
        "question": answer.question,
        "answered": answer.answered,
        "confidence": round(answer.confidence, 4),
        "took_ms": round(answer.took_ms, 3),
        "hits": [_hit_row(hit) for hit in answer.hits],
    } | _with_reason(answer.reason)


def _with_reason(reason: Reason | None) -> Row:
    return {"reason": asdict(reason)} if reason else {}


def _hit_row(hit: Hit) -> Row:
    return (
        {
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
        | ({"also": hit.also} if hit.also else {})
        | _with_reason(hit.reason)
    )


def furniture_row(source: str, line: Furniture) -> Row:
    """Return one line of `jianbao articles --furniture --json`."""
    return {"source": source, "line": line.line, "role": line.role.value, "text": line.text}


def reload_row(report: ReloadReport) -> Row:
    """Return the object of `jianbao reload --json`."""
    return {
        "version": report.version,
        "dry_run": report.dry_run,
        "articles": {k: getattr(report, k) for k in ("added", "changed", "removed", "unchanged")},
        "refused": _refused_rows(report.refused),
        "took_s": round(report.took_s, 3),
    }


def stats_row(stats: Stats) -> Row:
    """Return the object of `jianbao stats --json`."""
    return asdict(stats) | {"build_s": round(stats.build_s, 3), "refused": _refused_rows(stats.refused)}


def _refused_rows(refused: Iterable[Refusal]) -> list[Row]:
    return [{"source": refusal.source, "why": str(refusal)} for refusal in refused]


def verification_row(verification: Verification) -> Row:
    """Return the object of `jianbao verify --json`."""
    return {
        "quote": verification.quote,
        "verdict": verification.verdict.value,
        "similarity": round(verification.similarity, 4),
        "hits": [_quote_hit_row(hit) for hit in verification.hits],
    }


def _quote_hit_row(hit: QuoteHit) -> Row:
    return {
        "article_id": hit.article.id,
        "source": hit.article.source,
        "title": hit.article.title,
        "lines": hit.lines,
        "text": hit.text,
        "difference": [(change.op, change.quoted, change.printed) for change in hit.difference],
        "citation": hit.citation,
    }
