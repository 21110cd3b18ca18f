"""Which words and which rare trigrams texts share."""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.articles.evidence.overlap import CommonWords, excess, told_alike

TEXTS = [
    "山那边的合作社把柿子卖到了县城，社员分到了钱。",
    "县医院的夜间门诊今天开诊，医生说先看孩子。",
    "合作社的社员说，柿子还要再卖一个月。",
]


def test_a_head_is_known_by_the_text_that_has_its_words() -> None:
    """A head's words are found in whole texts, in the windows at their ends, and in their openings."""
    words = CommonWords(TEXTS, [0, 1, 2]).words_of(["合作社的柿子", "夜间门诊 5G"])
    assert words.known(0, words.whole[0]) == 3 / 5  # 合作 作社 柿子; neither 社的 nor 的柿
    assert words.known(0, words.whole[1]) == 0.0
    assert words.known(1, words.opening[1]) == 3 / 4
    assert (
        words.leaning(0, words.whole[0], words.whole[1])
        > 0
        > words.leaning(0, words.whole[1], words.whole[0])
    )


def test_texts_about_one_thing_are_more_alike() -> None:
    """What goes on from the third text is more like the first than like the second."""
    like = CommonWords(TEXTS, [0, 1, 2]).likeness(np.arange(3))
    assert like[2, 0] > like[2, 1]
    assert like.min() >= 0 and like.max() <= 1


def test_a_window_ends_with_its_block() -> None:
    """The window before a text reaches back over the texts of its block, and no farther."""
    words = CommonWords(TEXTS, [0, 0, 1]).words_of(["合作社"])
    assert words.known(0, words.before[1]) == 1.0
    assert CommonWords(TEXTS, [0, 1, 2]).words_of(["合作社"]).before[1] == 0


def test_what_has_been_said_already() -> None:
    """A copy of a text says it all again but for a name; another text of the same thing doesn't."""
    copy = TEXTS[0].replace("柿子", "核桃")
    said = CommonWords([*TEXTS, copy], [0, 1, 2, 3]).repeated(np.arange(4)[None, :])
    # Trigrams of “山那边的合作社把”, “卖到了县城” and “社员分到了钱”, of 24 characters with the line end; from .2 to .6 of them.
    assert [said[3, 0], said[0, 3]] == pytest.approx([((6 + 3 + 4) / 24 - 0.2) / 0.4] * 2)
    assert max(said[3, 1], said[3, 2], said[1, 0], said[2, 0]) < 0.2
    assert not CommonWords(["县人民医院", "县人民医院"], [0, 1]).repeated(np.arange(2)[None, :]).any()


def test_who_is_named_again_is_no_copy() -> None:
    """A short text has hardly more than the name of the hospital that the one before it tells of; a page without copies has none."""
    name = "广西医科大学第一附属医院"
    told = f"{name}的医生下到了县里，带着设备一家一家地教，半年里教会了六个县的人。"
    again = f"自2020年以来，{name}已经与6家医院签订"
    assert not CommonWords([*TEXTS, told, again], range(5)).repeated(np.arange(5)[None, :]).any()


def test_how_much_of_a_page_is_copied() -> None:
    """Of two copies of a text all is said twice but what stands about the name; of texts on several things hardly a word."""
    copy = TEXTS[0].replace("柿子", "核桃")
    assert CommonWords([TEXTS[0], copy], [0, 1]).copied == pytest.approx((13 / 24 - 0.2) / 0.4)
    assert CommonWords(TEXTS, [0, 1, 2]).copied == 0.0
    assert CommonWords([TEXTS[0]] * 3, [0, 1, 2]).copied == 1.0
    assert CommonWords([], []).copied == 0.0


def test_what_is_usual_on_a_page_is_no_excess_of_two() -> None:
    """Where a text is as near to all others, that is its excess; a page of two texts tells little."""
    apart = ~np.eye(30, dtype=bool)
    alike = np.where(apart, 0.5, 1.0)
    assert np.allclose(excess(alike, apart, -0.5), 29 / 39)
    assert np.allclose(excess(alike[:2, :2], apart[:2, :2], -0.5), 1 / 11)
    assert excess(np.zeros((0, 0)), np.zeros((0, 0), bool), 0.0).shape == (0,)


def test_heads_whose_words_the_same_texts_have() -> None:
    """Two headlines of one text share it, with what a word of several texts is worth; two of two texts share nothing."""
    alike = told_alike(["柿子卖到县城", "合作社分钱", "夜间门诊开诊"], TEXTS)
    # 柿子 is of the first and the third text, 子卖, 卖到 and 县城 of the first; 合作 and 作社 are of both.
    assert alike == pytest.approx([(3.5 / 4 / 2) ** 0.5 + (0.5 / 4 / 2) ** 0.5, 0.0])


def test_a_word_that_many_texts_have_tells_nothing_of_two_heads() -> None:
    """What twenty texts say they may have in common; what one more says is the page's word."""
    assert told_alike(["县医院", "县医院"], ["县医院的门诊。"] * 20) == pytest.approx([1.0])
    assert told_alike(["县医院", "县医院"], ["县医院的门诊。"] * 21).tolist() == [0.0]


def test_no_text_at_all() -> None:
    """A page without text, and heads without a word, are no error."""
    assert CommonWords([], []).words_of(["春"]).whole == []
    words = CommonWords(["春。"], [0]).words_of(["——", ""])
    assert words.known(0, words.whole[0]) == 0.0
    assert told_alike(["春天", "春天"], []).tolist() == [0.0]
    assert told_alike(["——", "春天"], ["春天。"]).tolist() == [0.0]
    assert told_alike(["春天"], ["春天。"]).tolist() == told_alike([], []).tolist() == []
