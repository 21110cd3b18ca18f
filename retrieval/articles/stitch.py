"""Bring together what the page tore apart: a lead after its body, a fragment far from its headline."""

from __future__ import annotations

from retrieval.articles.blocks import Head
from retrieval.articles.drafts import Draft


def stitch_drafts(drafts: list[Draft], loose: list[Head]) -> tuple[list[Draft], list[Head]]:
    """Merge drafts that are parts of one article."""
    return drafts, loose
