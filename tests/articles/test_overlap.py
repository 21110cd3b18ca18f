"""Which words and which rare trigrams texts share."""

from __future__ import annotations

import numpy as np

from retrieval.articles.overlap import CommonWords

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


def test_no_text_at_all() -> None:
    """A page without text, and heads without a word, are no error."""
    assert CommonWords([], []).words_of(["春"]).whole == []
    words = CommonWords(["春。"], [0]).words_of(["——", ""])
    assert words.known(0, words.whole[0]) == 0.0
