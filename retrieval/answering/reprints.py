"""Which of the articles found are one story printed again: by another paper, or in another dump of the same page?

A wire report stands in many papers, and somebody who asks wants it once, with all the places where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from retrieval.answering.searcher import Scored
from retrieval.finding.marks import Finding
from retrieval.finding.reading import Reading

# Characters of a sentence that two stories don't share by chance, as they may “夜间门诊开诊”.
_LONG_ENOUGH = 16


class Found(NamedTuple):
    """An article that was found, read for a question, and what in it answers."""

    scored: Scored
    reading: Reading
    finding: Finding

    @property
    def sentence(self) -> str:
        """The sentence that answers, as it is compared."""
        return self.reading.text_of(self.finding.sentence).strip()


def gather_reprints(found: Iterable[Found]) -> list[list[Found]]:
    """Return the articles found, those of one story together, the best one first.

    One is printed again where each of two has the sentence that answers in the other: neither would show anything new.
    """
    stories: list[list[Found]] = []
    for one in found:
        for story in stories:
            if _are_one(story[0], one):
                story.append(one)
                break
        else:
            stories.append([one])
    return stories


def _are_one(a: Found, b: Found) -> bool:
    if a.reading.text == b.reading.text:
        return True
    shown, other = a.sentence, b.sentence
    return min(len(shown), len(other)) >= _LONG_ENOUGH and shown in b.reading.text and other in a.reading.text
