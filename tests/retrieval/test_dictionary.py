"""How common words are at large."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import jieba
import pytest
import rjieba  # noqa: F401 (that it is loaded is what counts)

from retrieval.language import dictionary


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


_COUNTED = "from retrieval.language.dictionary import general_count; assert general_count('医院')"


def _count(home: Path | str, temporary: Path) -> None:
    """Count a word in a process that has this home and these temporary files, and says nothing."""
    env = {k: v for k, v in os.environ.items() if k != "XDG_CACHE_HOME"}
    env |= {"HOME": str(home), "TMPDIR": str(temporary)}
    done = subprocess.run([sys.executable, "-c", _COUNTED], env=env, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _taken(temporary: Path) -> Path:
    """Put something there in the place of jieba's cache that can't be replaced, as another user's can't."""
    (temporary / "jieba.cache").mkdir(parents=True)
    return temporary


def test_what_is_loaded_is_kept_among_the_users_own_caches(tmp_path: Path) -> None:
    """Not among the temporary files of all users, where somebody else's may be in the way, or be what is loaded."""
    temporary = _taken(tmp_path / "tmp")
    _count(tmp_path / "home", temporary)
    assert [path.suffix for path in (tmp_path / "home/.cache/jianbao").iterdir()] == [".cache"]
    assert [path.name for path in temporary.iterdir()] == ["jieba.cache"]


def test_who_has_no_home_keeps_it_in_a_temporary_folder_of_their_own(tmp_path: Path) -> None:
    """A service often runs as a user without one."""
    temporary = _taken(tmp_path / "tmp")
    _count("/dev/null", temporary)
    own = temporary / f"jianbao-{os.getuid()}"
    assert own.stat().st_mode & 0o077 == 0
    assert len(list(own.iterdir())) == 1


def test_where_nothing_can_be_kept_nothing_is_left(tmp_path: Path) -> None:
    """A folder that is not the user's own, here a link to another place, is not written to."""
    temporary = _taken(tmp_path / "tmp")
    (tmp_path / "elsewhere").mkdir()
    (temporary / f"jianbao-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    _count("/dev/null", temporary)
    assert len(list(temporary.iterdir())) == 2
    assert not list((tmp_path / "elsewhere").iterdir())
