"""The shapes of CONTRACT.md, key by key, and the test whether a value has one."""

from __future__ import annotations

from typing import Any

Text = str | None
SPAN = [int, int]
ARTICLE = {
    "id": str,
    "source": str,
    "publication": Text,
    "section": Text,
    "kind": str,
    "title": Text,
    "kicker": Text,
    "subtitle": Text,
    "byline": Text,
    "title_lines": [int, ...],
    "spans": [SPAN, ...],
    "text": str,
    "truncated_start": bool,
    "truncated_end": bool,
}
HIT = {
    "article_id": str,
    "source": str,
    "title": Text,
    "score": float,
    "article_lines": [SPAN, ...],
    "lines": [SPAN, ...],
    "snippet": str,
    "highlights": [SPAN, ...],
    "answer": Text,
    "citation": str,
}
ANSWER = {
    "id": Text,
    "question": str,
    "answered": bool,
    "confidence": float,
    "took_ms": float,
    "hits": [HIT, ...],
}
RELOAD = {
    "version": str,
    "dry_run": bool,
    "articles": {"added": int, "changed": int, "removed": int, "unchanged": int},
    "refused": [{"source": str, "why": str}, ...],
    "took_s": float,
}
STATS = {
    "sources": int,
    "articles": int,
    "passages": int,
    "tokens": int,
    "engine": str,
    "index_bytes": int,
    "build_s": float,
}
KINDS = {"news", "feature", "brief", "photo", "notice", "one-liner", "teaser"}


def check(value: Any, shape: Any, where: str = "row") -> None:
    """Assert that a value read from JSON has a shape: `[X, ...]` is a list of X, `[X, Y]` a pair."""
    if isinstance(shape, dict):
        assert isinstance(value, dict), where
        for key, of in shape.items():
            assert key in value, f"{where} lacks {key}"
            check(value[key], of, f"{where}.{key}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        of_each = shape[:1] * len(value) if shape[-1] is ... else shape
        assert len(value) == len(of_each), where
        for n, (one, of) in enumerate(zip(value, of_each, strict=True)):
            check(one, of, f"{where}[{n}]")
    else:
        fits = isinstance(value, shape) and (shape is bool or not isinstance(value, bool))
        assert fits, f"{where} is {value!r}, not {shape}"
