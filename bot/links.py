"""Deep links into the private chat: which article, at which character? e.g. https://t.me/jianbao_bot?start=29c9efb029ed6a49_62"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_HANDLE = re.compile(r"[A-Za-z0-9]{1,24}")
_PAYLOAD = re.compile(r"([A-Za-z0-9]{1,24})_([0-9]{1,8})")


def handle_of(article_id: str) -> str:
    """Return the id in at most 24 letters and digits: itself, or a fingerprint (ids in JSONL seeds are free)."""
    if _HANDLE.fullmatch(article_id):
        return article_id
    return hashlib.blake2b(article_id.encode("utf-8", "replace"), digest_size=10).hexdigest()


def source_handle(source: str) -> str:
    """Return what stands for a source's name in button data."""
    return hashlib.blake2b(source.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def deep_link(bot: str, article_id: str, offset: int) -> str:
    """Return the link that opens the article at `offset` in the private chat with `bot`."""
    return f"https://t.me/{bot}?start={handle_of(article_id)}_{offset}"


def read_payload(payload: str) -> tuple[str, int] | None:
    """Read what `/start` got from a deep link: a handle and an offset."""
    found = _PAYLOAD.fullmatch(payload)
    return (found[1], int(found[2])) if found else None


def handles(ids: Iterable[str]) -> dict[str, str]:
    """Map the handles of articles to their ids."""
    return {handle_of(id): id for id in ids}
