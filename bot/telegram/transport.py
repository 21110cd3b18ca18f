"""Fetch updates so that neither one which can't be parsed nor a passing refusal makes the bot deaf."""

from __future__ import annotations

import json
import logging
from typing import Any

from telegram import Bot, Update
from telegram.request import HTTPXRequest, RequestData

log = logging.getLogger(__name__)


def parse_update(raw: Any, bot: Bot | None = None) -> Update | None:
    """Return the Update in `raw`, None (and a line in the log) where the library can't read it."""
    try:
        return Update.de_json(raw, bot)
    except Exception as error:  # whatever a malformed field makes the library raise
        number = raw.get("update_id") if isinstance(raw, dict) else None
        log.warning("left out update %s, which can't be read: %r", number, error)
        return None


class SiftingRequest(HTTPXRequest):
    """Empties, in what getUpdates returns, the updates that the library can't read.

    Else it would fetch the same batch again and again, and the bot would be deaf. So would it be after a 401 or a 404:
    the library takes them for a wrong token and stops fetching; here they are an outage, for getMe has tried the token.
    """

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        """Make the call and sift what it returns."""
        code, payload = await super().do_request(url, method, request_data, *args, **kwargs)
        return 502 if code in (401, 404) else code, sifted(payload) if code == 200 else payload


def sifted(payload: bytes) -> bytes:
    """Return the answer to getUpdates with every unreadable update reduced to its number."""
    try:
        answer = json.loads(payload)
        updates = answer["result"]
        if not isinstance(updates, list):
            return payload
        answer["result"] = [u if parse_update(u) else {"update_id": int(u["update_id"])} for u in updates]
    except (ValueError, KeyError, TypeError):
        return payload
    return json.dumps(answer).encode()
