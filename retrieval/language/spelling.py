"""Mend a question's typos by sound: 热射并 sounds like 热射病, and only the latter is in the corpus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from retrieval.language.dictionary import general_count

_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
# What is often confused when typing by sound: retroflex and flat initials, front and back nasals, l and n, h and f.
_BLUR = (
    (re.compile(r"^([zcs])h"), r"\1"),
    (re.compile(r"ng$"), "n"),
    (re.compile(r"^l"), "n"),
    (re.compile(r"^f"), "h"),
)
# Characters so common in function words that a pair with one of them is hardly ever a typo.
_GRAMMAR = frozenset(
    "一大小的了是在有和与及或也都就还被把对于时将会能要可以从到为以其之而但并等着过给让向由此该各每很最更再又才只不没吗呢吧啊呀个们这那他她它你我谁几多少什么怎样如何啥咋哪跟比叫说来去上下里中搞弄做办"
)
_LONGEST = 6


@lru_cache(maxsize=32768)
def syllable(char: str) -> str:
    """Return the most usual toneless reading of a character."""
    # Imported here: the table takes 0.2 s to load, and most questions hold no typo.
    from pypinyin import lazy_pinyin

    return str(lazy_pinyin(char)[0])


def reading(text: str) -> str:
    """Return the toneless pinyin of `text`, syllables apart by spaces.

    Character by character: ten times faster than by phrase, and typos have no phrases to go by.
    """
    return " ".join(map(syllable, text))


def by_reading(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their pinyin without blanks, those that are spelled alike in their order."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(reading(word).replace(" ", ""), []).append(word)
    return found


def sound(text: str) -> str:
    """Return the reading of `text`, blurred as ears and input methods blur it.

    >>> sound("热射病") == sound("热射并")
    True
    """
    return " ".join(_blurred(char) for char in text)


@lru_cache(maxsize=32768)
def _blurred(char: str) -> str:
    return blur(syllable(char))


@lru_cache(maxsize=4096)
def _read_otherwise(char: str) -> bool:
    """Tell whether a character has more than one toneless reading."""
    from pypinyin import Style, pinyin

    return len(pinyin(char, style=Style.NORMAL, heteronym=True)[0]) > 1


def blur(spelled: str) -> str:
    """Return a toneless syllable without the distinctions that typists lose."""
    for pattern, plain in _BLUR:
        spelled = pattern.sub(plain, spelled)
    return spelled


class Speller:
    """Corrects what the corpus doesn't hold into a word that it does hold and that sounds the same."""

    def __init__(self, words: Iterable[str], knows: Callable[[str], bool]) -> None:
        """Correct towards `words`, those of the corpus; `knows` tells of two characters whether it holds them."""
        self._words = {w for w in words if 2 <= len(w) <= _LONGEST and _HAN_RUN.fullmatch(w)}
        self._knows = knows

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        """The words of the corpus by how they sound; made whole before another thread sees it."""
        found: dict[str, list[str]] = {}
        for word in sorted(self._words):
            found.setdefault(sound(word), []).append(word)
        return found

    def correct(self, normal: str) -> str:
        """Return `normal`, same length, with the words mended that a homophone in the corpus explains."""
        out = normal
        for run in _HAN_RUN.finditer(normal):
            out = self._mend(out, run.start(), run.end())
        return out

    def _mend(self, text: str, start: int, end: int) -> str:
        """Mend the longest windows first, and only where a pair is new to corpus and dictionary."""
        odd = self._odd_pairs(text, start, end)
        for size in range(min(_LONGEST, end - start) if odd else 0, 1, -1):
            for at in range(start, end - size + 1):
                if any(at <= i < at + size - 1 for i in odd) and self._suspicious(text[at : at + size]):
                    better = self._sounds_like(text, at, at + size)
                    text = text[:at] + better + text[at + size :]
                    odd = self._odd_pairs(text, start, end)
        return text

    def _odd_pairs(self, text: str, start: int, end: int) -> list[int]:
        """Return where pairs begin that neither corpus nor dictionary knows."""
        return [i for i in range(start, end - 1) if self._odd(text[i : i + 2])]

    def _odd(self, pair: str) -> bool:
        return not (general_count(pair) or self._knows(pair))  # the dictionary is the nearer one

    def _settled(self, text: str, i: int) -> bool:
        """Tell whether character i goes with a neighbour; then it is no typo."""
        pairs = (text[i - 1 : i + 1] if i else "", text[i : i + 2])
        return any(_HAN_RUN.fullmatch(pair) and not self._odd(pair) for pair in pairs)

    def _suspicious(self, window: str) -> bool:
        """Return whether a window that holds an odd pair may be a word with a typo in it."""
        if window in self._words or general_count(window):
            return False
        if len(window) == 2 and (window[0] in _GRAMMAR or window[1] in _GRAMMAR):
            return False
        return window[0] not in _GRAMMAR

    def _sounds_like(self, text: str, start: int, end: int) -> str:
        """Return the best homophone of a window: same reading, then fitting its neighbours; else itself."""
        window = text[start:end]
        best, best_rank = window, (-1, -1)
        for word in self._by_sound.get(sound(window), ()):
            differ = sum(a != b for a, b in zip(word, window, strict=False))
            if len(word) != len(window) or not 0 < differ <= max(1, len(word) // 3):
                continue
            changed = [start + i for i, (a, b) in enumerate(zip(word, window, strict=True)) if a != b]
            # 截长图 is no 截张图 because a page tells of 一张图: of two characters a typo changes half, and 长 is read in two ways.
            if not general_count(word) and any(_read_otherwise(text[i]) for i in changed if len(word) == 2):
                continue
            if any(self._settled(text, i) for i in changed):
                continue
            junctions = (text[start - 1 : start] + word[0], word[-1] + text[end : end + 1])
            rank = (reading(word) == reading(window), sum(len(j) == 2 and self._knows(j) for j in junctions))
            if rank > best_rank:
                best, best_rank = word, rank
        return best
