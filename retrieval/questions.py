"""Understand a question as people type it: what does it ask for, and which of its words can a page hold?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from retrieval.analysis import Analyzer, normalize
from retrieval.records import Tone


class Want(StrEnum):
    """What sort of phrase would answer the question."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "howmany"
    LIST = "list"
    WHY = "why"
    DEFINITION = "definition"
    HEADLINE = "headline"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Query:
    """A question in parts: the terms to search by, with weights, and what would answer it."""

    text: str
    normal: str
    terms: dict[str, float] = field(default_factory=dict)
    want: Want = Want.WHAT
    tone: Tone = Tone.QUESTION


_QUESTION_WORDS = re.compile(
    r"什么时候|什么|哪些|哪个|哪里|哪儿|哪家|哪位|哪年|哪种|哪|多少|如何|怎么样|怎样|怎么|为何|为什么|是谁|谁|几|吗|呢|是否|何时|何地|请问"
)


def parse_question(text: str, analyzer: Analyzer) -> Query:
    """Read a question."""
    normal, _ = normalize(text)
    left = _QUESTION_WORDS.sub(" ", normal)
    terms = dict.fromkeys(analyzer.terms(left), 1.0)
    return Query(text, normal, terms, tone=Tone.QUESTION if terms else Tone.EMPTY)
