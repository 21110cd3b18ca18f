"""An article read with a question in mind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.asking.questions import Query, Unit
from retrieval.finding.reading import Reading, Weighed
from retrieval.index.indexing import index_article
from retrieval.language.analysis import JiebaAnalyzer
from retrieval.records import Article, Part, Piece, Role

ANALYZER = JiebaAnalyzer()


def read(text: str, *units: Unit) -> Reading:
    article = Article("a", "a.txt", text, (Part(Role.BODY, 0, len(text)),), (Piece(0, 1),), ((1, 1),))
    return Reading(Weighed(Query("", "", units, {}), lambda _: 1.0), index_article(article, ANALYZER)[0])


def test_a_word_is_met_by_the_first_way_that_a_sentence_has() -> None:
    """Itself, else another word for it, else its pairs of characters, which count by how many are there."""
    reading = read("患热射病。热射,没有别的。病人中暑。", Unit("热射病", 0, 3, 1.0, ("中暑",)))
    matches = [reading.sentence(i).matches for i in range(len(reading))]
    assert matches == [[(1, 4, 0, 1.0)], [(0, 2, 0, 0.4)], [(2, 4, 0, 0.7)]]


def test_a_word_of_which_a_page_has_one_pair_only_counts_little() -> None:
    """瑞金医院 is no 华山医院, though it has the pair 医院 and no other: what is missing counts as well."""
    reading = read("瑞金医院缩短了时间。", Unit("华山医院", 0, 4, 1.0))
    assert [round(m.credit, 2) for m in reading.sentence(0).matches] == [0.27]


@given(
    text=st.text(alphabet="热射病。\n ", max_size=40),
    word=st.sampled_from(["热", "热射", "热热", "病。热", "热射病"]),
)
def test_a_word_is_met_where_it_stands_whole_in_a_sentence(text: str, word: str) -> None:
    """To look for a word in the whole text finds what a look at each sentence would."""
    reading = read(text, Unit(word, 0, len(word), 1.0))
    for sentence in map(reading.sentence, range(len(reading))):
        found = [m.start for m in sentence.matches if m.credit == 1.0]
        at, expected = sentence.normal.find(word), []
        while at >= 0:
            expected.append(at)
            at = sentence.normal.find(word, at + len(word))
        assert found == expected
