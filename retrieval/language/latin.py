"""Read what is typed in Latin letters as the Chinese that it stands for: words in pinyin, and short questions in English.

Chinese questions are understood by where their words stand; an English one has other places, so it is put into Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from retrieval.language.lexicon import ENGLISH_QUESTION
from retrieval.language.spelling import by_reading, reading
from retrieval.language.wording import MOST_TOGETHER, translate

_RUN = re.compile(r"[a-z']+(?: +[a-z']+)*")
_MOST_SYLLABLES = 8
_SHORTEST = 4  # letters of a word of the corpus
_LONGEST = 6  # … of a syllable: zhuang
# Each with where its parts stand in Chinese; what is asked by is the last.
_FRAMES = tuple(
    (re.compile(rf"\s*{english}[ ?.!]*"), chinese)
    for english, chinese in (
        (
            r"how many (?P<x>[a-z' -]+?) (?:are|were|is|was) there (?:in|at|on|for) (?P<y>.+?)",
            "{y}有多少{x}",
        ),
        (
            r"how many (?P<x>[a-z' -]+?) (?:does|do|did|has|have|had) (?P<y>.+?)(?: have| has| had| own)?",
            "{y}有多少{x}",
        ),
        (r"who(?: is|'s| was) (?P<x>.+?)", "{x}是谁"),
        (r"what(?: is|'s|s| was) (?P<x>[a-z\d-]+|[\u4e00-\u9fff]+)", "{x}是什么"),
    )
)
_ARTICLES = frozenset(("the", "a", "an"))


class LatinReader:
    """Reads Latin letters for one corpus."""

    def __init__(self, words: Iterable[str], holds: Callable[[str], bool]) -> None:
        """Read them as `words`, those of the corpus; `holds` tells whether it holds a term."""
        self._words, self._holds = tuple(words), holds

    def read(self, normal: str) -> str:
        """Return a question in normal form with pinyin put into characters, and as a Chinese one where it is a short English one."""
        if not _RUN.search(normal):
            return normal
        return self._in_chinese(_RUN.sub(self._in_characters, normal))

    @cached_property
    def _by_pinyin(self) -> dict[str, list[str]]:
        """The words of the corpus by how they are spelled, the most frequent first; made whole before another thread sees it."""
        return by_reading(self._words)

    @cached_property
    def _syllables(self) -> frozenset[str]:
        """Those of these words."""
        return frozenset(syllable for word in self._words for syllable in reading(word).split())

    def _spelled(self, token: str) -> bool:
        """Return whether a token is made of nothing but syllables; no pattern, which would try each way to part xianxian…."""
        ends = {0}
        for at in range(len(token)):
            if at in ends:
                ends |= {at + n for n in range(1, _LONGEST + 1) if token[at : at + n] in self._syllables}
        return bool(token) and len(token) in ends

    def _in_characters(self, run: re.Match[str]) -> str:
        """Return words in Latin letters with those in characters that spell words of the corpus, the longest first."""
        tokens = run.group().split()
        spelled = [self._spelled(token.replace("'", "")) for token in tokens]
        alone = all(spelled)
        out: list[str] = []
        i = 0
        while i < len(tokens):
            size = self._longest(tokens[i:], spelled[i:], alone)
            word = self._by_pinyin["".join(tokens[i : i + size]).replace("'", "")][0] if size else tokens[i]
            joined = bool(out) and out[-1][-1] > "z" and word[0] > "z"
            out.append(word if joined or not out else f" {word}")
            i += size or 1
        return "".join(out)

    def _longest(self, tokens: Sequence[str], spelled: Sequence[bool], alone: bool) -> int:
        """Return how many tokens spell the longest word that begins here, 0 where none does."""
        for size in range(min(len(tokens), _MOST_SYLLABLES), 0, -1):
            word = "".join(tokens[:size]).replace("'", "")
            if len(word) < _SHORTEST or not all(spelled[:size]) or word not in self._by_pinyin:
                continue
            english = any(ENGLISH_QUESTION.fullmatch(token) for token in tokens[:size])
            known = size == 1 and (translate(word) or self._holds(word))
            if not known and (alone or not english):
                return size
        return 0

    def _in_chinese(self, normal: str) -> str:
        """Return a short English question in Chinese, as it is where one of its words has no Chinese one."""
        for frame, chinese in _FRAMES:
            if found := frame.fullmatch(normal):
                parts = {name: self._rendered(part) for name, part in found.groupdict().items()}
                if all(parts.values()):
                    return chinese.format(**parts)
        return normal

    def _rendered(self, phrase: str) -> str:
        """Return a noun phrase in Chinese, the words that the corpus holds before others; "" where a word has none."""
        parts = [self._of_words(part.split()) for part in reversed(phrase.split(" of "))]
        return "".join(parts) if all(parts) else ""

    def _of_words(self, words: list[str]) -> str:
        words = [word for word in words if word not in _ARTICLES]
        out = ""
        while words:
            size, word = next(
                (
                    (n, word)
                    for n in range(min(len(words), MOST_TOGETHER), 0, -1)
                    if (word := self._word(words[:n]))
                ),
                (0, ""),
            )
            if not size:
                return ""
            out += word
            words = words[size:]
        return out

    def _word(self, words: list[str]) -> str:
        """Return a word as it is where the corpus calls it so, else in Chinese; "" where that isn't known."""
        word = " ".join(words)
        if not word.isascii() or self._holds(word):
            return word
        renderings = translate(word)
        held = (other for other in renderings if self._holds(other))
        return next(held, renderings[0] if renderings else "")
