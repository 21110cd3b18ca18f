"""Short names, in letters and digits, for articles and files: they fit into links and the data of buttons."""

from __future__ import annotations

import hashlib
import re

_LONGEST = 24
HINT = 4  # characters of a file's handle that tell it from the few others that print the same text
_HANDLE = re.compile(rf"[A-Za-z0-9]{{1,{_LONGEST - HINT}}}")


def handle_of(article_id: str) -> str:
    """Return the id in at most 20 letters and digits: itself, or a fingerprint (ids in JSONL seeds are free).

    >>> handle_of("29c9efb029ed6a49"), handle_of("新闻/7")
    ('29c9efb029ed6a49', '2d10f5d4f187833b89d5')
    """
    if _HANDLE.fullmatch(article_id):
        return article_id
    return hashlib.blake2b(article_id.encode("utf-8", "replace"), digest_size=10).hexdigest()


def printing_handle(article_id: str, source: str) -> str:
    """Return what stands for an article in one file, be its text printed in others too.

    Where the article has moved to another file it stands for the text wherever that is.

    >>> printing_handle("29c9efb029ed6a49", "石桥日报.txt")
    '29c9efb029ed6a491212'
    """
    return handle_of(article_id) + source_handle(source)[:HINT]


def source_handle(source: str) -> str:
    """Return what stands for a file's name."""
    return hashlib.blake2b(source.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
