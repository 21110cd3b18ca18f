"""What does a page say to what somebody claims? The sentence that speaks of it, and whether all that is claimed stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from retrieval.answering.answer import cite
from retrieval.answering.snippets import highlight
from retrieval.asking.questions import TELLING, Query, Unit
from retrieval.index.passages import around, article_sentences
from retrieval.language.analysis import same_length_normal
from retrieval.language.lexicon import COUNTERS, PLACES
from retrieval.language.names import is_name
from retrieval.language.numerals import Number, read_numbers
from retrieval.language.units import UNIT, same_unit
from retrieval.records import SURE, Answer, Article, Hit, Range

_SPEAKS_OF_IT = 0.5  # share of a claim's words, by their say, that a sentence holds which speaks of it
_SAME = 1.5  # what a figure of the claim is worth in a sentence, in say of words …
_ANOTHER = 1.0  # … and one of another value that counts the same
_ROUGHLY = "余多来几"
_PEOPLE = "[人名位例]"  # of whom any may be counted by any
_UNIT = re.compile(rf"(?P<scale>[{_ROUGHLY}]*)(?P<unit>{UNIT}|[{COUNTERS}号时分])?")
_NAMED = re.compile('[《“「『"](?P<name>[^《》“”「」『』"]{2,40})[》”」』"]')
_STOP = re.compile("[。!！?？\n]")
_DENIAL = "(?:没有?|[不未非无]|并未|尚未)"
_DENIED = re.compile(f"{_DENIAL}[^,，.。;；:：、\\s]{{0,3}}$")  # 不|要尽快 before 降温


class Held(NamedTuple):
    """An answer whose first hit shows the sentence that speaks of a claim, and whether all that is claimed `stands` there."""

    answer: Answer
    stands: bool


class _Figure(NamedTuple):
    """A number, what it counts (“” where that isn't told) and its range in the text, its measure word included."""

    value: str
    unit: str
    start: int
    end: int

    def counts_as(self, other: _Figure) -> bool:
        """Tell whether both count the same: 500名, 337名 and 337位, but not 500天."""
        return self.unit == other.unit or all(re.fullmatch(_PEOPLE, unit) for unit in (self.unit, other.unit))


def held_against(claim: Query, answer: Answer) -> Held:
    """Return what the first article that was found for a claim says to it.

    The sentence that holds most of its words is shown, and the figure in it that stands for one of the claim; where none
    speaks of it the answer is left as it is. All stands there where each figure and name of the claim does, each other word
    in the article, and nothing is denied in one alone.
    """
    if not answer.hits:
        return Held(answer, False)
    hit = answer.hits[0]
    text = same_length_normal(hit.article.text)
    figures = _figures(claim.normal)
    words = [unit for unit in claim.units if unit.say >= TELLING and not _in_a_figure(unit, figures)]
    best = max(_sentences(hit.article), key=lambda s: _worth(text[slice(*s)], words, figures))
    said = text[slice(*best)]
    holds = sum(unit.say for unit in words if unit.stands_in(said))
    if not words or (holds < _SPEAKS_OF_IT * sum(unit.say for unit in words) and not _met(said, figures)):
        return Held(answer, False)
    found = _figures(said)
    stands = (
        all(any(f.value == o.value and f.counts_as(o) for o in found) for f in figures)
        and all(m["name"] in said for m in _NAMED.finditer(same_length_normal(claim.text)))
        and all(unit.stands_in(said if _is_fact(unit) else text) for unit in words)
        and not any(_denied_in_one(unit, claim.normal, said) for unit in words)
    )
    shown = _shown(hit, best, claim, _counterpart(found, figures))
    sure = max(answer.confidence, SURE)  # that this is the sentence
    return Held(replace(answer, answered=True, confidence=sure, hits=(shown, *answer.hits[1:])), stands)


def figures_stand(question: str, hit: Hit) -> bool | None:
    """Tell whether the figures of a question, 真的是300万吗, stand in the sentence that answered; None where it has none."""
    figures = _figures(same_length_normal(question))
    snippet = hit.snippet
    text = same_length_normal(hit.article.text[snippet.start : snippet.end])
    start, end = around(text, snippet.answer, _STOP) if snippet.answer else (0, len(text))
    found = _figures(text[start:end])
    stand = all(any(f.value == o.value and (not f.unit or f.counts_as(o)) for o in found) for f in figures)
    return stand if figures else None


def _sentences(article: Article) -> list[Range]:
    """Return the sentences of the body, of an article that has none those of its head."""
    sentences = article_sentences(article)
    return [s for s in sentences if s[0] >= article.body_start] or sentences


def _worth(said: str, words: Iterable[Unit], figures: list[_Figure]) -> float:
    found = _figures(said)
    held = sum(unit.say for unit in words if unit.stands_in(said))
    same = sum(any(f.value == o.value and f.counts_as(o) for o in found) for f in figures)
    alike = sum(any(f.unit and f.counts_as(o) for o in found) for f in figures) - same
    return held + (_SAME * same + _ANOTHER * max(alike, 0) if held else 0.0)


def _met(said: str, figures: list[_Figure]) -> bool:
    return any(f.value == o.value and f.counts_as(o) for f in figures for o in _figures(said))


def _counterpart(found: list[_Figure], figures: list[_Figure]) -> Range | None:
    """Return where the one figure stands that counts the same as one of the claim that isn't there, else one that is."""
    same = [o for f in figures for o in found if o.value == f.value and f.counts_as(o)]
    others = [f for f in figures if not any(f.value == o.value and f.counts_as(o) for o in found)]
    alike = ([o for o in found if f.unit and f.counts_as(o)] for f in others)
    met = next((told[0] for told in alike if len(told) == 1), None if others else same[0] if same else None)
    if met is None:
        return None
    first = last = found.index(met)  # with those right beside it: 7月29日
    while first and found[first - 1].end == found[first].start:
        first -= 1
    while last + 1 < len(found) and found[last].end == found[last + 1].start:
        last += 1
    return found[first].start, found[last].end


def _shown(hit: Hit, sentence: Range, claim: Query, figure: Range | None) -> Hit:
    """Return the hit with that sentence, in the snippet where it stands there already, and the figure marked."""
    text, snippet = hit.article.text, hit.snippet
    start, end = sentence
    start, end = start + len(text[start:end]) - len(text[start:end].lstrip()), len(text[:end].rstrip())
    marked = (sentence[0] + figure[0], sentence[0] + figure[1]) if figure else None
    if marked is None and snippet.answer and not _figures(claim.normal):
        kept = (snippet.start + snippet.answer[0], snippet.start + snippet.answer[1])
        marked = kept if start <= kept[0] and kept[1] <= end else None
    if not (snippet.start <= start and end <= snippet.end):
        cut = re.sub(r"\s", " ", text[start:end])
        words = highlight(same_length_normal(cut), claim)
        snippet = replace(
            snippet, text=cut, highlights=words, lines=hit.article.lines_at(start, end), start=start, end=end
        )
    answer = (marked[0] - snippet.start, marked[1] - snippet.start) if marked else None
    snippet = replace(snippet, answer=answer)
    return replace(hit, snippet=snippet, citation=cite(hit.article, snippet.lines), reason=None)


def _figures(text: str) -> list[_Figure]:
    return [_figure(text, number) for number in read_numbers(text)]


def _figure(text: str, number: Number) -> _Figure:
    unit = _UNIT.match(text, number.end)
    return _Figure(
        number.value,
        same_unit((unit and unit["unit"]) or ""),
        number.start,
        unit.end() if unit else number.end,
    )


def _in_a_figure(unit: Unit, figures: list[_Figure]) -> bool:
    return any(unit.start < f.end and f.start < unit.end for f in figures)


def _is_fact(unit: Unit) -> bool:
    """Tell whether a word is a name, of somebody or a place, which must stand beside what is said of it."""
    return unit.word in PLACES or is_name(unit.word)


def _denied_in_one(unit: Unit, claim: str, said: str) -> bool:
    """Tell whether a word is denied where it is claimed and not where it is printed, or the other way round."""
    at = next((said.find(word) for word in unit.words if word in said), -1)
    if at < 0:
        return False
    return bool(_DENIED.search(claim[: unit.start])) != bool(_DENIED.search(said[:at]))
