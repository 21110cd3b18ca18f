"""Why is something so, where no word says that it is the reason? What stands beside what is asked about tells.

“凿到鹰嘴岩就停了，那里是整块的石灰岩”: Chinese puts a reason beside what it is the reason of, behind it or before it. So the
clause is looked for that tells what is asked about, and the clauses beside it answer; it does not itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from retrieval.finding.evidence import tells_nothing
from retrieval.finding.reading import Reading
from retrieval.language.phrases import CLAUSE, Shape, phrases_of
from retrieval.records import Range

_READ = 6  # sentences of the best that may tell what is asked about
# What a clause is worth: 1 for all words of the question by their nearness to its question word, 1 for all those behind it, which
# tell what is asked about (范先群为什么|常去农村), and its sentence's score by so much.
_BY_SENTENCE = 0.3
_AS_WELL = 0.5  # by which clauses differ that tell nearly as much
_NEXT = 2  # sentences behind it that are looked at: “我不坐车。”罗守田说。“坐车看不见渠。”
_CLAUSES = 2  # that are marked at most
_APART = 2  # characters between two clauses that are marked together
_SHORT, _TIME = 3, 12  # characters up to which a clause tells no reason; up to which a time does not
_STOPS = re.compile("[。!！?？…][”’」』]?\\s*$")  # a row of a table says nothing of the next one
# What goes on with what is asked about is no reason of it.
_GOES_ON = re.compile("[并且也还又再均都每]|而不是|从而|进而|同时|一边|使|让|有效|提[高升]")


class _Clause(NamedTuple):
    """A clause: the number of its sentence, its range in that, and how much it tells of what is asked about."""

    sentence: int
    start: int
    end: int
    worth: float


class Event:
    """What a question asks the reason of, as an article tells it."""

    def __init__(self, reading: Reading, scores: Sequence[float], best: Sequence[int]) -> None:
        """Look for it in the sentences with the best of the `scores`, whose numbers are `best`, the best first."""
        self._reading = reading
        query = reading.query
        self._predicate = {
            u for u, unit in enumerate(query.units) if query.gap and unit.start >= query.gap[1]
        }
        self._predicate_total = sum(reading.weights[u] for u in self._predicate) or 1.0
        telling = filter(reading.tells, best[:_READ])
        self._clauses = [c for i in telling for c in self._clauses_of(i, scores[i] * _BY_SENTENCE)]
        self._told = max(self._clauses, key=lambda clause: clause.worth, default=None)

    def told_in(self) -> list[int]:
        """Return the numbers of the sentences that tell it as well as the one that tells it best, or nearly, the best first."""
        ranked = sorted(self._clauses, key=lambda clause: (-clause.worth, clause.sentence))
        return list(dict.fromkeys(c.sentence for c in ranked if c.worth >= ranked[0].worth - _AS_WELL))

    def reason_beside(self) -> tuple[int, Range] | None:
        """Return the number of a sentence, and the range in it that stands beside what is asked about, None where nothing does."""
        reading, told = self._reading, self._told
        if told is None:
            return None
        text = reading.text_of(told.sentence)
        row = [c for c in self._clauses if c.sentence == told.sentence and not _is_idle(text, c)]
        behind = [c for c in row if c.start > told.start]
        before = [c for c in row if c.start < told.start]
        if behind and not (before and _GOES_ON.match(text, behind[0].start)):
            return _first_of(behind)
        if before:
            last = before[-_CLAUSES:]
            return told.sentence, (last[0].start, last[-1].end)
        for i in range(told.sentence + 1, min(told.sentence + 1 + _NEXT, len(reading))):
            if not (_STOPS.search(reading.text_of(i - 1)) and reading.tells(i)):
                return None
            text = reading.text_of(i)
            if row := [c for c in self._clauses_of(i, 0.0) if not _is_idle(text, c)]:
                return _first_of(row)
        return None

    def _clauses_of(self, i: int, worth: float) -> Iterator[_Clause]:
        """Yield the clauses of a sentence, each worth so much and what it has of the question's words."""
        reading, sentence = self._reading, self._reading.sentence(i)
        for clause in CLAUSE.finditer(sentence.normal):
            held: dict[int, float] = {}
            for match in sentence.matches:
                if clause.start() <= match.start < clause.end():
                    held[match.unit] = max(match.credit, held.get(match.unit, 0.0))
            near = sum(reading.near_weights[u] * credit for u, credit in held.items()) / reading.near_total
            told = sum(reading.weights[u] * credit for u, credit in held.items() if u in self._predicate)
            yield _Clause(i, *clause.span(), worth + near + told / self._predicate_total)


def _first_of(row: list[_Clause]) -> tuple[int, Range]:
    """Return the first clause, with those that go on with it right behind."""
    end = row[0].end
    for clause in islice(row, 1, _CLAUSES):
        if clause.start - end <= _APART:
            end = clause.end
    return row[0].sentence, (row[0].start, end)


def _is_idle(text: str, clause: _Clause) -> bool:
    """Tell whether a clause tells no reason whatever is asked: who says it, when it was, or nearly nothing."""
    length = clause.end - clause.start
    if length <= _SHORT or tells_nothing(text, clause.start, clause.end):
        return True
    times = phrases_of(text[clause.start : clause.end], Shape.DATE) if length <= _TIME else ()
    return any(time.end - time.start >= length - 1 for time in times)
