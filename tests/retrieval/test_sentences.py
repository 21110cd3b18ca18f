"""What is asked next may stand in the very sentence that was shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.records import Answer
from tests.retrieval.conftest import corpus_of

PAGE = """清溪县给山村小学送去新书

本报讯（记者牟丹青）4月18日，清溪县图书馆馆长唐志军向石桥镇中心小学赠送了图书800册、书架12个，总价值约3.6万元。“我们的旧书只有60册。孩子们盼这批书盼了半年。”校长柳文静说。

全县流动书车从5月6日起下乡巡回40天。今年1月至3月，各乡镇书屋共借出图书2300册次，读者通过“清溪书香”小程序续借150册次。
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("pages"), PAGE)


VALUE = "清溪县送给山村小学的图书和书架总价值多少？"
BUS = "清溪县流动书车下乡巡回多少天？"
LENT = "清溪县各乡镇书屋借出图书多少册次？"


def after(corpus: Corpus, first: str, question: str) -> Answer:
    """Ask one question and another behind it; the first must be answered."""
    before = corpus.ask(first)
    assert before.answered
    return corpus.ask(question, previous=before)


@pytest.mark.parametrize(
    ("first", "question", "told"),
    [
        (VALUE, "谁赠送的？", "唐志军"),
        (VALUE, "什么时候赠送的", "4月18日"),
        (VALUE, "送给谁", "石桥镇中心小学"),
        (BUS, "从哪天开始？", "5月6日"),
        (LENT, "小程序呢？", "150册次"),
    ],
)
def test_the_sentence_that_answered_tells_it(corpus: Corpus, first: str, question: str, told: str) -> None:
    """What stands there once and is of the sort that is asked for answers, and its reader is told to check it."""
    second = after(corpus, first, question)
    assert second.answered and not second.sure
    assert told in (second.hits[0].snippet.answer_text or "")


@pytest.mark.parametrize("question", ["谁设计的？", "什么时候印刷的", "借给谁", "书店呢？"])
def test_what_it_does_not_speak_of(corpus: Corpus, question: str) -> None:
    """The only name or day in a sentence answers nothing that the sentence doesn't say."""
    assert not after(corpus, VALUE, question).answered


@pytest.mark.parametrize(
    ("words", "who"), [("山村小学的孩子们旧书只有几册", "柳文静"), (VALUE, None), (BUS, None)]
)
def test_who_said_it(corpus: Corpus, words: str, who: str | None) -> None:
    """谁说的 is told by who speaks in that sentence or the one beside it; of what nobody says nobody does."""
    second = after(corpus, words, "这话谁说的？")
    assert (second.hits[0].snippet.answer_text if second.answered else None) == who


def test_the_same_of_another_asks_something(corpus: Corpus, tmp_path: Path) -> None:
    """What takes the place of a word leaves the question a question: it isn't looked up as a keyword."""
    first = corpus.ask("石桥镇建了多少座水库？")
    assert not first.answered and not corpus.ask("清溪县呢？", previous=first).sure
