"""Deep links into the private chat: which article, at which character? e.g. https://t.me/jianbao_bot?start=29c9efb029ed6a491212_62"""

from __future__ import annotations

import re

from retrieval.handles import printing_handle
from retrieval.records import Article

_PAYLOAD = re.compile(r"([A-Za-z0-9]{1,24})_([0-9]{1,8})")


def deep_link(bot: str, article: Article, offset: int) -> str:
    """Return the link that opens the article at `offset` in the private chat with `bot`."""
    return f"https://t.me/{bot}?start={printing_handle(article.id, article.source)}_{offset}"


def read_payload(payload: str) -> tuple[str, int] | None:
    """Read what `/start` got from a deep link: a handle and an offset."""
    found = _PAYLOAD.fullmatch(payload)
    return (found[1], int(found[2])) if found else None
