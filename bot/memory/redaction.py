"""Keep secrets out of the log, whoever writes them: httpx names the token in every address it calls."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping

_TOKEN = re.compile(r"(?<!\d)\d{5,}:[\w-]{20,}")  # also in …/bot123456:ABC/getMe
_LOGIN = re.compile(r"(?<=://)[^\s/]+(?=@)")  # up to the last @ of the host's part: a password may hold one


def without_secrets(text: str, secrets: Mapping[str, str] | None = None) -> str:
    """Return `text` with `secrets`, given by name, and whatever looks like a token or a login in an address, left out."""
    for name, secret in (secrets or {}).items():
        text = text.replace(secret, f"<{name}>") if secret else text
    return _LOGIN.sub("<login>", _TOKEN.sub("<token>", text))


class RedactingFormatter(logging.Formatter):
    """Formats as `inner` does, tracebacks included, with every secret replaced by its name."""

    def __init__(self, inner: logging.Formatter | None, secrets: dict[str, str]) -> None:
        """Hide the values of `secrets`, given by name."""
        super().__init__()
        self._inner = inner or logging.Formatter()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, safe to keep."""
        return without_secrets(self._inner.format(record), self._secrets)


def guard_log(level: str, secrets: dict[str, str]) -> None:
    """Log to standard error from `level` on, without `secrets` and without what libraries say of each call and update."""
    logging.basicConfig(level=level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for handler in logging.getLogger().handlers:
        handler.setFormatter(RedactingFormatter(handler.formatter, secrets))
    for chatty in ("httpx", "httpcore", "telegram.Bot", "telegram.ext.ExtBot", "telegram.ext.Application"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLogger().level))
