"""Keep secrets out of the log, whoever writes them: httpx names the token in every address it calls."""

from __future__ import annotations

import logging
import re

_TOKEN = re.compile(r"\b\d{5,}:[\w-]{20,}")


class RedactingFormatter(logging.Formatter):
    """Formats as `inner` does, tracebacks included, with every secret replaced by its name."""

    def __init__(self, inner: logging.Formatter | None, secrets: dict[str, str]) -> None:
        """Hide the values of `secrets`, given by name."""
        super().__init__()
        self._inner = inner or logging.Formatter()
        self._secrets = {name: secret for name, secret in secrets.items() if secret}

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, safe to keep."""
        line = self._inner.format(record)
        for name, secret in self._secrets.items():
            line = line.replace(secret, f"<{name}>")
        return _TOKEN.sub("<token>", line)


def guard_log(level: str, secrets: dict[str, str]) -> None:
    """Log to standard error from `level` on, without `secrets` and without what httpx says of each call."""
    logging.basicConfig(level=level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for handler in logging.getLogger().handlers:
        handler.setFormatter(RedactingFormatter(handler.formatter, secrets))
    for chatty in ("httpx", "httpcore", "telegram.Bot", "telegram.ext.ExtBot"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLogger().level))
