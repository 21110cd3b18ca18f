"""Sentences, passages, and the law that what is cut quotes the article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus import Corpus
from retrieval.index.passages import LONGEST, article_sentences, cut_passages, cut_sentences

CHINESE = st.text(alphabet="医院病人说好。！？；，、“”…\n 一二3a", max_size=400)


@given(CHINESE)
def test_sentences_hold_every_character_that_is_not_blank(text: str) -> None:
    """Cutting into sentences loses nothing and repeats nothing."""
    ranges = cut_sentences(text)
    assert all(a < b for a, b in ranges)
    assert all(ranges[i][1] <= ranges[i + 1][0] for i in range(len(ranges) - 1))
    kept = "".join(text[a:b] for a, b in ranges)
    assert "".join(kept.split()) == "".join(text.split())


@given(CHINESE)
def test_a_sentence_always_fits_into_a_snippet(text: str) -> None:
    """However long a sentence is printed, its parts stay short."""
    assert all(b - a <= LONGEST for a, b in cut_sentences(text))


def test_a_quotation_closes_with_its_sentence() -> None:
    """The mark behind 。 belongs to the sentence before it."""
    text = "她说：“太贴心了。”随后离开。"
    assert [text[a:b] for a, b in cut_sentences(text)] == ["她说：“太贴心了。”", "随后离开。"]


def test_a_decimal_point_ends_no_sentence() -> None:
    """1.7万个 stays in one piece."""
    assert len(cut_sentences("覆盖1.7万个村卫生室")) == 1


def test_passages_are_runs_of_whole_sentences() -> None:
    """Every sentence is in exactly one passage, in order."""
    sentences = [(0, 60), (60, 90), (90, 120), (120, 300)]
    groups = cut_passages(sentences)
    assert [i for a, b in groups for i in range(a, b)] == [0, 1, 2, 3]


def test_a_passage_quotes_its_article(seeds: Corpus) -> None:
    """`article.text[start:end]` is what was printed on the lines that are cited for it."""
    for article in seeds.articles():
        for start, end in article_sentences(article):
            lines = article.lines_at(start, end)
            assert lines
            assert all(any(a <= first and last <= b for a, b in article.all_lines) for first, last in lines)


def test_every_character_knows_its_line(seeds: Corpus) -> None:
    """Between two pieces the text is that of one page line, in order."""
    pages = {cut.page.source: cut.page.lines for cut in seeds.cuts()}
    for article in seeds.articles():
        for piece, after in zip(article.pieces, [*article.pieces[1:], None], strict=True):
            end = after.start if after else len(article.text)
            text = "".join(article.text[piece.start : end].split())
            assert text in "".join(pages[article.source][piece.line - 1].split())
