"""Which command does a text begin with, and what stands behind it? The same for Telegram and the terminal."""

from __future__ import annotations

import re

_COMMAND = re.compile(r"/([a-zA-Z0-9_]{1,64})(?:@[a-zA-Z0-9_]{3,32})?(?!\B|[/<>])")  # as TDLib finds them
_BETWEEN = re.compile(r"^[\s：:，,]+")


def read_command(text: str) -> tuple[str, str]:
    """Return the name of the command, "" where there is none, and what stands behind it, e.g. ask and 问题.

    So of “/ask 问题”, “/ask：问题” and “/ASK@jianbao_bot　问题”.
    """
    found = _COMMAND.match(text)
    return (found[1].lower(), behind(text[found.end() :])) if found else ("", text)


def behind(rest: str) -> str:
    """Return what follows a command without the blank, colon or comma in between."""
    return _BETWEEN.sub("", rest).rstrip()
