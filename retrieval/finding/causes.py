"""Why is something so, as a page says it: by a word for a reason, in the sentence or in another, or by what stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.finding.beside import Event
from retrieval.finding.marking import Marker
from retrieval.finding.marks import Finding, Told
from retrieval.language.phrases import Shape, marked_causes, phrases_of

_REASON_WITHIN = 2  # sentences: “踩的都是石阶左侧，因为……” may stand behind what is asked about
_GIVES_REASON = re.compile("原因|因为|由于|理由|旨在|为了")
_OPENS_REASON = re.compile("[^,，。]{0,8}(?:原因|理由)是|此举")
_ASKS_WHY = re.compile(
    "为(?:什么|何|啥)|凭(?:什么|啥)|干[嘛吗]|怎么|咋|何以|因何|(?:原因|缘故|理由)[是呢呀啊?？ ]"
)
# … as a report of an accident or a notice of a recall has it, wherever it stands: 起火原因系…, 召回原因:….
_REASON_TOLD = re.compile(
    "(?P<of>[\u4e00-\u9fff]{2})的?(?:直接|主要|根本|具体)?(?:原因|缘由|理由)(?:[是系为]|[:：]) ?(?P<why>[^。;；!！?？\n]{3,60})"
)
_AS_GOOD = 0.1  # by which sentences differ that tell as much


class Reason(Marker):
    """Finds why something is."""

    def told(self) -> Finding | None:
        """Return why something is, where the best sentence has a word that says so.

        What is asked about stands amid the question's words, and its reason has none of them.
        """
        scores, best = self.found.scores, self.best
        as_good = sum(scores[i] >= scores[best[0]] - _AS_GOOD for i in best)
        return (
            self.first(marked_causes, Told.REASON, as_good)
            or self._behind()
            or self._of_its_own()
            or self._of_event()
        )

    def _of_its_own(self) -> Finding | None:
        """Return a reason that is told as that of something the question speaks of, in another sentence too: 召回原因:…."""
        asked = self.reading.query.normal
        for m in _REASON_TOLD.finditer(self.text):
            if any(c in asked for c in m["of"]):
                return self.at(m.span("why"), Told.REASON)
        return None

    def _behind(self) -> Finding | None:
        """Return a reason that one of the next sentences gives of what the best one tells, if that gives none itself."""
        reading, best = self.reading, self.found.sentence
        if phrases_of(reading.text_of(best), Shape.CAUSE):
            return None
        for i in range(best + 1, min(best + 1 + _REASON_WITHIN, len(self.sentences))):
            text = reading.text_of(i)
            places = [(a, b) for a, b in marked_causes(text) if _GIVES_REASON.match(text, a)]
            # It is of the same only if it has a word of what is asked, or nothing else before it: “停工的原因是……”
            if places and (reading.held[i] or _OPENS_REASON.match(text)) and not reading.asks(i):
                return max(self.marked(i, places, Told.REASON), key=lambda x: x.score)
        return None

    def _of_event(self) -> Finding | None:
        """Return the reason of what is asked about where that itself is told: by a word for it, or by what stands beside it.

        What speaks for the latter is what speaks for what was found near the question's words.
        """
        found = self.found
        if found.shape is Shape.CAUSE or not _ASKS_WHY.search(self.reading.query.normal):
            return None
        event = Event(self.reading, found.scores, self.best)
        for i in event.told_in():
            text = self.reading.text_of(i)
            if marked := self.marked(i, marked_causes(text), Told.REASON):
                return max(marked, key=lambda x: x.score)
        if (beside := event.reason_beside()) is None:
            return None
        i, (start, end) = beside
        first = self.sentences[i][0]
        return replace(found, sentence=i, phrase=(first + start, first + end), told=Told.BESIDE)
