"""The words of a text, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import AnalyzerError
from retrieval.language.analysis import (
    JiebaAnalyzer,
    bigrams,
    make_analyzer,
    normalize,
    numbers,
    same_length_normal,
)
from retrieval.language.numerals import read_numbers

ANALYZER = JiebaAnalyzer()


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("醫院", "医院"),
        ("ＭＲＩ", "mri"),
        ("１２０", "120"),
        ("", ""),
        ("热", "热"),
        ("59+2模式", "59+2模式"),
    ],
)
def test_one_thing_has_one_normal_form(text: str, normal: str) -> None:
    """Width, case and script make no difference to a search."""
    assert normalize(text)[0] == normal


@given(st.text(max_size=60))
def test_every_token_quotes_the_original(text: str) -> None:
    """A token's range, put into the original, reads as its term does in normal form."""
    for token in ANALYZER.tokenize(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.term in normalize(text[token.start : token.end])[0]


@given(st.text(max_size=60))
def test_the_normal_form_that_carries_ranges_is_as_long_as_the_text(text: str) -> None:
    """Ranges found in it hold in the printed text."""
    assert len(same_length_normal(text)) == len(text)


def test_punctuation_is_no_term() -> None:
    """Nothing but words, pairs and numbers is searched."""
    assert ANALYZER.terms("……！？，。、") == []


def test_pairs_do_not_reach_over_punctuation() -> None:
    """Two words that a comma parts are no pair."""
    assert bigrams("热射,病") == ["·热射"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五万", "50000"),
        ("5万余名", "50000"),
        ("50000", "50000"),
        ("５万", "50000"),
        ("近百", "100"),
        ("百余人", "100"),
        ("1.7万个", "17000"),
        ("一亿二千万", "120000000"),
        ("十万零五百", "100500"),
        ("二〇二五年", "2025"),
        ("三十二岁", "32"),
        ("两家", "2"),
        ("2,200余名", "2200"),
        ("50千克", "50"),  # of 千克, not of 克
        ("30万千瓦", "300000"),
        ("三公里", "3"),
    ],
)
def test_a_number_is_one_value_however_it_is_written(text: str, value: str) -> None:
    """五万, 5万 and 50000 find one another."""
    assert f"#{value}" in numbers(normalize(text)[0])


def test_a_lone_one_in_running_text_is_no_number() -> None:
    """一 in 一直 counts nothing."""
    assert read_numbers("他一直在") == []


@pytest.mark.parametrize("name", ["jieba", "rjieba"])
def test_a_user_word_is_kept_whole(name: str) -> None:
    """The configured dictionary wins over jieba's own."""
    plain = [t.term for t in make_analyzer(name).tokenize("创新院士站")]
    own = [t.term for t in make_analyzer(name, ["创新院士站"]).tokenize("创新院士站")]
    assert own == ["创新院士站"] != plain


def test_an_analyzer_that_nobody_knows_is_refused_by_name() -> None:
    """The error says which there are."""
    with pytest.raises(AnalyzerError, match="rjieba"):
        make_analyzer("foo")


def test_a_row_of_digits_longer_than_an_integer_may_be_is_read() -> None:
    """Python refuses to make an integer of more than 4,300 digits, and a question or a page may hold more."""
    assert [n.value for n in read_numbers("〇" + "一" * 5000)] == ["1" * 5000]
