"""What speaks for a phrase: the quick look that leaves shapes out must never leave out the answer."""

from __future__ import annotations

from operator import mul

import pytest

from retrieval.corpus import Corpus
from retrieval.evidence import PHRASE_WEIGHTS, PhraseWeigher, Wanted, sentence_features
from retrieval.reading import Reading, Weighed


@pytest.mark.parametrize(
    "question",
    [
        "哈尔滨关爱健康志愿服务中心是什么时候成立的？",
        "谁调研了关爱健康志愿服务中心，称赞其创新实践？",
        "记者是谁",
        "5万余名志愿者服务了多少人次",
        "“两新”组织的全称是什么？",
        "心理健康宣传月活动包括哪些内容",
        "为什么要开展健康科普",
        "志愿者 人数",
        "哪家医院",
    ],
)
def test_no_phrase_scores_more_than_its_shape_and_sentence_promise(seeds: Corpus, question: str) -> None:
    """Shapes are passed over only if even the most that such a phrase can score in the sentence is too little."""
    state = seeds._state
    query = state.reader.read(question)
    asked, wanted = Weighed(query, state.searcher.idf), Wanted(query)
    looked_at = 0
    for scored in state.searcher.search(query.terms, 20):
        reading = Reading(asked, scored.entry)
        for i, (held, *_) in enumerate(sentence_features(reading)):
            weigher = PhraseWeigher(wanted, reading, i)
            here = weigher.most(held)
            for most, kind in wanted.kinds:
                for phrase in weigher.phrases(kind):
                    assert sum(map(mul, PHRASE_WEIGHTS, weigher.features(phrase))) <= here + most + 1e-9
                    looked_at += 1
    assert looked_at > 50
