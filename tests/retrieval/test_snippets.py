"""Which sentences a snippet shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from tests.retrieval.conftest import corpus_of


def shown(corpus: Corpus, question: str) -> str:
    """Return the snippet of the best hit."""
    return corpus.ask(question).hits[0].snippet.text


@pytest.mark.parametrize(
    "question", ["河池市人民医院的移动理发从哪年开始？", "河池那家医院理发的护工和谁交流"]
)
def test_a_snippet_opens_no_speech_in_its_midst(seeds: Corpus, question: str) -> None:
    """Where its first sentences close a quotation, it begins where that is opened."""
    text = shown(seeds, question)
    assert text.find("“") <= text.find("”") and len(text) <= 200


def test_what_is_asked_for_stays_in_the_snippet(tmp_path: Path) -> None:
    """Of a speech too long to show, no more is shown than before: the sentence that answers is in it."""
    speech = (
        "“" + "桥下的水一年比一年清，鱼也一年比一年多。" * 12 + "水闸是2019年6月建成的。”守闸人罗守田说。"
    )
    corpus = corpus_of(tmp_path, f"老闸新貌\n\n本报讯 {speech}\n")
    text = shown(corpus, "水闸是哪年建成的")
    assert "2019年6月" in text and len(text) <= 200
