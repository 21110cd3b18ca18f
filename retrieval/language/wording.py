"""The same thing in other words: which words of a page answer to a word of the question?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from retrieval.language.spelling import by_reading

_HERE = Path(__file__).parent
_SUFFIXES = (("ies", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", ""), ("ing", "e"))
_LATIN = re.compile(r"[a-z][a-z' -]*")
MOST_TOGETHER = 5  # words of a question that are looked up as one phrase


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """Return for each word of synonyms.txt the others of its groups."""
    table: dict[str, dict[str, None]] = {}
    for line in (_HERE / "synonyms.txt").read_text(encoding="utf-8").splitlines():
        group = line.split()
        for word in group if not line.startswith("#") else ():
            table.setdefault(word, {}).update(dict.fromkeys(w for w in group if w != word))
    return {word: tuple(others) for word, others in table.items()}


@lru_cache(maxsize=1)
def english() -> dict[str, tuple[str, ...]]:
    """Return for each English word or phrase of english.txt its Chinese renderings."""
    rows = (line.split("\t") for line in (_HERE / "english.txt").read_text(encoding="utf-8").splitlines())
    return {row[0]: tuple(row[1].split()) for row in rows if len(row) == 2}


def translate(phrase: str) -> tuple[str, ...]:
    """Return the Chinese renderings of an English word or phrase, also inflected; () where none is known.

    >>> "志愿者" in translate("volunteers")
    True
    """
    table = english()
    if phrase in table:
        return table[phrase]
    for suffix, base in _SUFFIXES:
        if phrase.endswith(suffix) and phrase[: -len(suffix)] + base in table:
            return table[phrase[: -len(suffix)] + base]
    return ()


class Wording:
    """Looks up other words for a word: mined aliases, synonyms, English, and names spelled in pinyin."""

    def __init__(self, aliases: Mapping[str, tuple[str, ...]], words: tuple[str, ...]) -> None:
        """Look up in the corpus's own `aliases` first; pinyin is read as one of its `words`."""
        self._aliases = aliases
        self._words = words

    @cached_property
    def _by_pinyin(self) -> dict[str, list[str]]:
        """The words of the corpus by how they are spelled in pinyin; made whole before another thread sees it."""
        return by_reading(self._words)

    def known(self) -> Iterator[str]:
        """Yield every word that there are other words for; of those in Latin letters only aliases."""
        return chain(self._aliases, synonyms())

    def others(self, word: str) -> tuple[str, ...]:
        """Return the other words for `word`, the corpus's own aliases first."""
        found = dict.fromkeys(self._aliases.get(word, ()) + synonyms().get(word, ()))
        if word.isascii() and _LATIN.fullmatch(word):
            found |= dict.fromkeys(translate(word))
            if not found and len(word) >= 4:
                found |= dict.fromkeys(self._from_pinyin(word))
        return tuple(found)

    def _from_pinyin(self, word: str) -> list[str]:
        return self._by_pinyin.get(word.replace("'", ""), [])[:3]
