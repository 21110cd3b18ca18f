"""Mark a range of a sentence as what was found: what is told in a form of its own is weighed as what stands near the question's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from retrieval.finding.evidence import PhraseWeigher
from retrieval.finding.features import PHRASE_WEIGHTS, weighed
from retrieval.finding.marks import Finding, Told
from retrieval.finding.reach import without_loose_ends
from retrieval.finding.reading import Reading
from retrieval.finding.wanted import Wanted
from retrieval.language.phrases import Phrase, Shape
from retrieval.records import Range

_ASKED_ITSELF = 0.6  # of a phrase that the question has too: that answers nothing
_SHAPES = {
    Told.MEANING: Shape.GLOSS,
    Told.REASON: Shape.CAUSE,
    Told.LIST: Shape.LIST,
    Told.WRITTEN: Shape.QUOTED,
    Told.SPEECH: Shape.QUOTED,
    Told.PHRASE: Shape.QUOTED,
    Told.WAY: Shape.CLAUSE,
    Told.VALUE: Shape.QUOTED,
}


class Marker:
    """An article read with a question in mind, and what was found in it by what is near the question's words."""

    def __init__(self, reading: Reading, wanted: Wanted, found: Finding, best: Sequence[int]) -> None:
        """Take the numbers of its sentences too, the best first."""
        self.reading, self.wanted, self.found = reading, wanted, found
        self.text, self.sentences, self.best = reading.entry.normal, reading.entry.sentences, best

    def first(
        self, places_in: Callable[[str], Iterable[Range]], told: Told, sentences: int
    ) -> Finding | None:
        """Return the best such phrase of the first of the best sentences that has one which the question doesn't have itself."""
        reading = self.reading
        for i in islice(filter(reading.tells, self.best), sentences):
            marked = self.marked(i, places_in(reading.text_of(i)), told)
            others = [x for x in marked if x.features and x.features.inside < _ASKED_ITSELF]
            if others:
                return max(others, key=lambda x: x.score)
        return None

    def at(self, place: Range, told: Told) -> Finding:
        """Return what was found with this range of the article, inside one of its sentences, for its phrase."""
        start, end = place
        i = self.reading.sentence_at(start)
        first = self.sentences[i][0]
        return self.marked(i, [(start - first, end - first)], told)[0]

    def marked(self, i: int, places: Iterable[Range], told: Told) -> list[Finding]:
        """Return what was found with each of these ranges of sentence `i` for its phrase."""
        weigher, shape = PhraseWeigher(self.wanted, self.reading, i), _SHAPES[told]
        start, scores, text = self.sentences[i][0], self.found.scores, self.reading.text_of(i)
        found = []
        for a, b in places:
            features = weigher.features(Phrase(a, b, shape))
            score = scores[i] + weighed(PHRASE_WEIGHTS, features)
            if told is Told.LIST:
                a, b = without_loose_ends(text, a, b, shape)
            found.append(Finding(i, score, scores, (start + a, start + b), shape, features, told))
        return found
