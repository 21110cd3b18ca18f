"""What is found in an article: which sentence answers, and which phrase in it is marked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from retrieval.finding.features import PhraseFeatures
from retrieval.language.phrases import Shape
from retrieval.records import Range


class Told(Enum):
    """What answers: something that the article says, or the article itself."""

    PHRASE = "what its evidence weighs most"
    CELL = "the row and the column of a table that are asked for meet here"
    MEANING = "it is said here what a term means"
    SOMEBODY = "it is said here who somebody is, where they belong or how old they are"
    REASON = "a word says here why something is"
    BESIDE = "what stands beside what is asked about tells why it is"
    LIST = "several things are asked for, and stand here one after the other"
    WAY = "it is asked how something is done, and this is a way"
    SPEECH = "it is asked what somebody says, and these are their words"
    SPEAKER = "it is asked who says something, and these words are said here to be theirs"
    VALUE = "it stands right behind the last of a row of keywords"
    WRITTEN = "it is asked what is written on something, and stands here"
    STORY = "the story itself is asked for, which no phrase answers"
    NOBODY = "who signed or printed it is asked for, and nothing tells"
    WORD = "a word was looked up, and stands here"
    NO_WORD = "a number or a day was looked up, and isn't here"


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of an article that answers best, and the phrase in it, if one is good enough.

    `scores` holds the score of every sentence, `features` those of the phrase; `phrase` is a range of the
    article's text. `second` where a number of another kind than is asked for weighs more.
    """

    sentence: int
    score: float
    scores: tuple[float, ...]
    phrase: Range | None = None
    shape: Shape | None = None
    features: PhraseFeatures | None = None
    told: Told = Told.PHRASE
    second: bool = False
