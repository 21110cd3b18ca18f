"""How common words are at large."""

from __future__ import annotations

import jieba
import pytest
import rjieba  # noqa: F401 (that it is loaded is what counts)

from retrieval import dictionary


@pytest.mark.parametrize("word", ["医院", "热射病", "的", "平板车", "不是词的词"])
def test_the_file_says_what_jieba_says(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read without loading jieba, as where rjieba cuts, the counts are the same."""
    jieba.initialize()
    loaded = jieba.dt.FREQ.get(word, 0), jieba.dt.total
    dictionary._counts.cache_clear()
    monkeypatch.setattr(jieba.dt, "initialized", False)
    try:
        counts, _ = dictionary._counts()
        assert counts is not jieba.dt.FREQ
        assert (dictionary.general_count(word), dictionary.general_total()) == loaded
    finally:
        dictionary._counts.cache_clear()


def test_words_are_told_with_where_they_stand() -> None:
    """Every character of a sentence is in one word, blanks and stops too."""
    sentence = "院长周一鸣介绍, 新楼3月启用"
    words = dictionary.words_of(sentence)
    assert "".join(word for word, _, _ in words) == sentence
    assert all(sentence[start:end] == word for word, start, end in words)
    assert ("介绍", 5, 7) in words
