"""Verification → plain text: the verdict, the passage with its differences marked, the citation."""

from __future__ import annotations

from bot.cards.texts import Texts, clean
from retrieval.records import Change, QuoteHit, Verification

_LEFT_OUT = 120  # characters of what a quotation leaves out with ……
_AROUND = ' “”「」"…'  # marks around the quotation, which belong to its first and last change


def proof_text(verification: Verification, texts: Texts) -> str:
    """Return a verification as a reader sees it in a terminal."""
    percent = int(verification.similarity * 100)
    lead = texts.plain(f"verify_{verification.told}", percent=percent, count=len(verification.hits))
    framed = [texts.plain("verify_framed", quote=verification.quote)] if verification.framed else []
    return "\n\n".join([*framed, lead, *(_hit_text(hit, texts) for hit in verification.hits)])


def _hit_text(hit: QuoteHit, texts: Texts) -> str:
    return f"  {marked_text(hit.difference, texts)}\n  —— {clean(texts.cited(hit.citation))}"


def marked_text(difference: tuple[Change, ...], texts: Texts) -> str:
    """Return the passage as printed, with a note wherever the quotation differs.

    e.g. 【“6”应为“5”】万余名志愿者【漏“火速”】集结
    """
    return "".join(_marked(change, texts) for change in difference)


def _marked(change: Change, texts: Texts) -> str:
    if change.omission:
        left_out = abridged(clean(change.printed).strip())
        return texts.plain("verify_omission", printed=left_out) if left_out else ""
    if change.op == "equal":
        return clean(change.printed)
    quoted, printed = " ".join(clean(change.quoted).split()), clean(change.printed).strip()
    quoted = quoted.strip(_AROUND) or quoted
    return texts.plain(f"verify_{change.op}", quoted=quoted, printed=printed)


def abridged(left_out: str) -> str:
    """Return what is left out with ……, the middle of a long passage in 〔…〕."""
    half = _LEFT_OUT // 2
    return left_out if len(left_out) <= _LEFT_OUT else f"{left_out[:half]}〔……〕{left_out[-half:]}"
