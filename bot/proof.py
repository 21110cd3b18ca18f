"""Verification → plain text: the verdict, the passage with its differences marked, the citation."""

from __future__ import annotations

from bot.texts import Texts, clean
from retrieval.errors import QueryError
from retrieval.records import Change, QuoteHit, Verification

_AROUND = ' “”「」"…'  # marks around the quotation, which belong to its first and last change


def proof_text(verification: Verification, texts: Texts) -> str:
    """Return a verification as a reader sees it in a terminal."""
    percent = int(verification.similarity * 100)
    lead = texts.plain(f"verify_{verification.told}", percent=percent, count=len(verification.hits))
    return "\n\n".join([lead, *(_hit_text(hit, texts) for hit in verification.hits)])


def refused_text(error: QueryError, texts: Texts) -> str:
    """Say why a quotation can't be verified."""
    return texts.plain(f"verify_why_{error.why}", bound=error.bound, size=error.size)


def _hit_text(hit: QuoteHit, texts: Texts) -> str:
    return f"  {marked_text(hit.difference, texts)}\n  —— {clean(hit.citation)}"


def marked_text(difference: tuple[Change, ...], texts: Texts) -> str:
    """Return the passage as printed, with a note wherever the quotation differs.

    e.g. 【“6”应为“5”】万余名志愿者【漏“火速”】集结
    """
    return "".join(_marked(change, texts) for change in difference)


def _marked(change: Change, texts: Texts) -> str:
    if change.omission:
        return "……" if change.printed.strip() else ""
    if change.op == "equal":
        return clean(change.printed)
    quoted, printed = " ".join(clean(change.quoted).split()), clean(change.printed).strip()
    quoted = quoted.strip(_AROUND) or quoted
    return texts.plain(f"verify_{change.op}", quoted=quoted, printed=printed)
