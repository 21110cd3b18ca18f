"""Does an article hold what somebody watches for? Every word that matters of the query, close together.

Precise rather than complete: a reader who gets noise stops reading. Words count as the analyzer cuts them, so that
中大 is not seen in 集中大力; what stands in the headline counts for the whole article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from retrieval.answering.answer import cite, keeper_of
from retrieval.asking.questions import QuestionReader
from retrieval.language.analysis import Analyzer, same_length_normal
from retrieval.language.dictionary import general_count
from retrieval.language.lexicon import META_NOUN
from retrieval.records import Article, Range

_NO_CHANCE = 3  # characters of a word that isn't met by chance across two others
WINDOW = 400  # characters of the body that must hold all words the headline lacks: three or four passages

_ASKS = re.compile(
    r"什么|怎么|怎样|如何|为何|咋|哪[些个里儿家位种年天]|多少|几[个时点天]|谁|是否|能否|吗|\?\s*$"
)
_HOW = r"(?:怎么样?|怎样|如何|咋样?)(?:去|才|来|会|能|要|可以|能够|应该|需要|有效|正确|科学)*地?"
_BY_WHICH = r"(?:哪(?:一|几|些|个|家|位|种|所)*|(?<!为)什么|多少)"  # 是哪家医院: asked by 医院
_HELPS = re.compile("可以|能够|应该|应当|需要|必须|知道|告诉|有效|正确|怎么办")

Wanted = tuple[str, ...]
"""A word and the other words that will do in its place."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article that holds a query's words, all in `article.text[start:end]` and its headline."""

    article: Article
    start: int
    end: int

    @property
    def citation(self) -> str:
        """The citation of the lines that hold the words."""
        return cite(self.article, self.article.lines_at(self.start, self.end))


def names_a_place(query: str, reader: QuestionReader) -> bool:
    """Tell whether `query` names a newspaper or a section: 来源:健康报 by itself wants whatever is printed there."""
    bounds, _ = reader.content(query)
    return bool(bounds.sources or bounds.sections)


def wanted_words(query: str, reader: QuestionReader) -> list[Wanted]:
    """Return the content words of `query`; () where it holds none of two characters.

    A single character belongs to the word beside it: jieba cuts 热射病 into 热射 and 病.
    """
    wanted: list[Wanted] = []
    end = -1
    for unit in reader.content(query)[1]:
        if META_NOUN.fullmatch(unit.word):
            continue
        single = len(unit.word) == 1 or bool(wanted and len(wanted[-1][0]) == 1)
        if single and unit.start == end:
            wanted[-1] = (wanted[-1][0] + unit.word,)
        else:
            wanted.append(unit.words)
        end = unit.end
    return wanted if any(len(words[0]) > 1 for words in wanted) else []


def watched_words(query: str, reader: QuestionReader) -> list[Wanted]:
    """Return of the content words of `query` those that news of it would hold: of 热射病怎么预防？ 热射病 alone.

    A question says what it is about and what is asked of that: how to do what stands behind 怎么, or which of the things
    that stand behind 哪家.
    """
    wanted, normal = wanted_words(query, reader), same_length_normal(query)
    if not _ASKS.search(normal):
        return wanted
    matter = [words for words in wanted if _is_matter(words[0], normal)]
    return matter or wanted


def _is_matter(word: str, question: str) -> bool:
    if len(word) == 1 or _HELPS.fullmatch(word):
        return False
    return not re.search(f"(?:{_HOW}|{_BY_WHICH}){re.escape(word)}", question)


def find_sightings(
    queries: Iterable[str], articles: Iterable[Article], reader: QuestionReader, analyzer: Analyzer
) -> dict[str, list[Sighting]]:
    """Return for each query the articles that hold it; queries without any are left out."""
    asked = [
        (q, watched_words(q, reader), names_a_place(q, reader), keeper_of(reader.content(q)[0]))
        for q in dict.fromkeys(queries)
    ]
    found: dict[str, list[Sighting]] = {}
    for article in articles:
        text = _Text(article, analyzer)
        for query, wanted, anything, keep in asked:
            place = text.place_of(wanted) if wanted or not anything else text.opening
            if place and keep(article):
                found.setdefault(query, []).append(Sighting(article, *place))
    return found


class _Text:
    """An article as it is searched for many queries: only those whose words are there at all cost anything."""

    def __init__(self, article: Article, analyzer: Analyzer) -> None:
        self._article = article
        self._analyzer = analyzer
        self._normal = same_length_normal(article.text)

    @cached_property
    def _token_at(self) -> list[Range]:
        """For each character the range of its word, (-1, -1) between words."""
        at = [(-1, -1)] * len(self._normal)
        for token in self._analyzer.tokenize(self._article.text):
            at[token.start : token.end] = [(token.start, token.end)] * (token.end - token.start)
        return at

    @property
    def opening(self) -> Range:
        """What the article begins with, its headline as a rule."""
        part = self._article.parts[0]
        return part.start, part.end

    def place_of(self, wanted: list[Wanted]) -> Range | None:
        """Return the narrowest place that holds all `wanted` words, None where there is none narrow enough."""
        if not wanted or not all(any(w in self._normal for w in words) for words in wanted):
            return None
        places = [sorted(p for word in words for p in self._places(word)) for words in wanted]
        if not all(places):
            return None
        head_end = self._article.body_start
        body = [found for found in places if found[0][0] >= head_end]
        if not body:
            return min(found[0][0] for found in places), max(found[0][1] for found in places)
        return narrowest(body)

    def _places(self, word: str) -> Iterator[Range]:
        """Yield where `word` stands as words do: it begins and ends with one, or lies inside one.

        A longer one that no dictionary knows is cut now one way, now another, and may end inside a word: 热射|病患者.
        """
        unknown = len(word) >= _NO_CHANCE and not word.isascii() and not general_count(word)
        start = self._normal.find(word)
        while start >= 0:
            end = start + len(word)
            first, last = self._token_at[start], self._token_at[end - 1]
            if (first[0] == start and (last[1] == end or unknown)) or (first == last and not word.isascii()):
                yield start, end
            start = self._normal.find(word, start + 1)


def narrowest(places: list[list[Range]], most: int = WINDOW) -> Range | None:
    """Return the shortest range of at most `most` characters that holds one of each list, the first of equals.

    >>> narrowest([[(0, 2), (50, 52)], [(60, 62)]])
    (50, 62)
    """
    events = sorted((start, end, n) for n, found in enumerate(places) for start, end in found)
    last: dict[int, Range] = {}
    best: Range | None = None
    for start, end, n in events:
        last[n] = (start, end)
        if len(last) == len(places):
            whole = min(a for a, _ in last.values()), max(b for _, b in last.values())
            if whole[1] - whole[0] <= most and (best is None or whole[1] - whole[0] < best[1] - best[0]):
                best = whole
    return best
