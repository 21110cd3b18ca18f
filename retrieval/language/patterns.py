"""Patterns that fail fast: most sentences hold nothing that a pattern looks for, and should cost next to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = re.escape(',.，。;；:：!！?？、…\n()（）"“”‘’《》〈〉【】「」『』—')
"""What ends a phrase, as the inside of a set of characters."""


class Quick:
    """A pattern with quick looks before it, which save most of its time and change none of its matches.

    `first` are the characters, written as in a set, that a match can begin with; `needed` is a pattern for
    something that stands in every text with a match.

    >>> dates = Quick(r"\\d+月(?:\\d+日)?", first=r"\\d", needed="月")
    >>> [m.group() for m in dates.finditer("3月8日至5月")]
    ['3月8日', '5月']
    """

    def __init__(self, pattern: str, *, first: str = "", needed: str = "") -> None:
        """Look for `pattern`; what is not given is not looked at first."""
        self.plain = re.compile(pattern)
        self._pattern = re.compile(f"(?=[{first}])(?:{pattern})") if first else self.plain
        self._needed = re.compile(needed)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of the pattern in `text`."""
        return self._pattern.finditer(text) if self._needed.search(text) else iter(())


def without_looks(word: str) -> str:
    """Return a word without the looks around it: 日 of 日(?![报用])."""
    return re.sub(r"\(\?[^()]*\)", "", word)


def _characters(word: str) -> int:
    return len(without_looks(word))


def one_of(words: str) -> str:
    """Return a pattern for any of `words`, none with a “|” inside, the longest first, which looks at the next character before it tries one after the other.

    >>> one_of("院长|副院长|院长")
    '(?:(?=[副院])(?:副院长|院长))'
    """
    if not all(word.count("(") == word.count(")") for word in words.split("|")):
        raise ValueError("a “|” inside brackets parts no words: write a set of characters")
    each = sorted(dict.fromkeys(words.split("|")), key=_characters, reverse=True)
    first = "".join(sorted({word[0] for word in each}))
    return f"(?:(?=[{first}])(?:{'|'.join(each)}))"
