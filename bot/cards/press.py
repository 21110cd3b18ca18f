"""Button data: what does a press ask for, about which answer, and who may press?

The data is short (at most 64 bytes), explicit and lasting: it names a row of the store and a place in it, so
that a press after a restart or a reload still means the same. e.g. `full:42:Qx3v_k9ZbWc:0:2`: the third page
of the first article found for question Qx3v_k9ZbWc, which user 42 asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a button does."""

    HIT = "hit"
    FULL = "full"
    CONTEXT = "ctx"
    GOOD = "good"
    BAD = "bad"
    DELETE = "del"
    ARTICLE = "art"
    EXAMPLE = "try"
    LANGUAGE = "lang"
    SHELF = "shlf"
    CONTENTS = "toc"
    RELATED = "rel"
    KIN = "kin"
    SAVE = "save"
    CANCEL = "drop"
    REMOVE = "gone"
    ROLLBACK = "back"
    LEAVE = "stay"
    UNWATCH = "unw"
    GAPS = "gaps"
    RELOAD = "read"


@dataclass(frozen=True, slots=True)
class Press:
    """One button: `key` is the id of a question, or else what the act is about.

    That is an article (ARTICLE, RELATED), a source (CONTENTS, REMOVE), an upload (SAVE, CANCEL), a version
    (ROLLBACK), a watch (UNWATCH) or a language (LANGUAGE). `hit` is the number of the hit, for ARTICLE the offset of the cited
    sentence, 1 for an admin's yes, the days of GAPS; `page` counts from 0.
    """

    act: Act
    owner: int
    key: str = ""
    hit: int = 0
    page: int = 0

    @property
    def data(self) -> str:
        """The callback data, at most 64 bytes."""
        return f"{self.act.value}:{self.owner}:{self.key}:{self.hit}:{self.page}"


_DATA = re.compile(r"([a-z]{3,4}):([0-9]{1,16}):([A-Za-z0-9_-]{0,24}):([0-9]{1,8}):([0-9]{1,6})")


def read_press(data: str | None) -> Press | None:
    """Read callback data; None for what we never wrote."""
    found = _DATA.fullmatch(data or "")
    if not found or found[1] not in set(Act):
        return None
    return Press(Act(found[1]), int(found[2]), found[3], int(found[4]), int(found[5]))
