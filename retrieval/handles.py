"""Short names, in letters and digits, for articles and files: they fit into links and the data of buttons."""

from __future__ import annotations

import hashlib
import re

_HANDLE = re.compile(r"[A-Za-z0-9]{1,24}")


def handle_of(article_id: str) -> str:
    """Return the id in at most 24 letters and digits: itself, or a fingerprint (ids in JSONL seeds are free).

    >>> handle_of("29c9efb029ed6a49"), handle_of("新闻/7")
    ('29c9efb029ed6a49', '2d10f5d4f187833b89d5')
    """
    if _HANDLE.fullmatch(article_id):
        return article_id
    return hashlib.blake2b(article_id.encode("utf-8", "replace"), digest_size=10).hexdigest()


def source_handle(source: str) -> str:
    """Return what stands for a file's name."""
    return hashlib.blake2b(source.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
