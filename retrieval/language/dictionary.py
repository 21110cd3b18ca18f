"""How common is a word in Chinese at large? jieba's dictionary says: a corpus of forty articles can't."""

from __future__ import annotations

import logging
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import cast

import jieba

jieba.setLogLevel(logging.CRITICAL)  # that it can't keep what it loaded costs half a second, and says a page


def general_count(word: str) -> int:
    """Return how often jieba's dictionary counted `word`, 0 where it has no such word.

    >>> general_count("医院") > general_count("热射病")
    True
    """
    return _counts()[0].get(word, 0)


def general_total() -> int:
    """Return how many words jieba's dictionary counted in all."""
    return _counts()[1]


@lru_cache(maxsize=8192)
def words_of(normal: str) -> tuple[tuple[str, int, int], ...]:
    """Return the words of a sentence with their ranges, cut by general Chinese whatever corpus it is of."""
    at, words = 0, []
    for word in _cutter()(normal):
        words.append((word, at, at + len(word)))
        at += len(word)
    return tuple(words)


@lru_cache(maxsize=8192)
def edges_of(normal: str) -> frozenset[int]:
    """Return where the words of a sentence begin and end: what lies between two of them is made of whole words."""
    return frozenset((0, *(end for _, _, end in words_of(normal))))


@lru_cache(maxsize=1)
def general_tokenizer() -> jieba.Tokenizer:
    """Return the tokenizer that all of jieba's own functions use; its dictionary takes half a second to load."""
    return _with_cache(jieba.dt)


def new_tokenizer() -> jieba.Tokenizer:
    """Return another one, to which words may be added."""
    return _with_cache(jieba.Tokenizer())


def _with_cache(tokenizer: jieba.Tokenizer) -> jieba.Tokenizer:
    """Let it keep what it loads where only this user writes.

    Left to itself it takes jieba.cache in the folder for temporary files, whoever wrote that one; where it is somebody
    else's it loads all anew each time, and leaves another nine megabytes there.
    """
    tokenizer.tmp_dir = _cache_folder()
    tokenizer.cache_file = f"jieba-{jieba.__version__}.cache"
    return tokenizer


@lru_cache(maxsize=1)
def _cache_folder() -> str:
    """Return the user's own folder for what can be made again, one that can't be where there is none."""
    for folder in _cache_folders():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = folder.lstat()
        except OSError:
            continue
        own = found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if stat.S_ISDIR(found.st_mode) and own and os.access(folder, os.W_OK):
            return str(folder)
    return os.devnull


def _cache_folders() -> Iterator[Path]:
    """Yield where it may lie: among the user's caches, or, for who has no home, among the temporary files."""
    caches = Path(os.environ.get("XDG_CACHE_HOME", ""))
    with suppress(RuntimeError):  # who has no home
        yield (caches if caches.is_absolute() else Path.home() / ".cache") / "jianbao"
    yield Path(tempfile.gettempdir(), f"jianbao-{os.getuid()}")


@lru_cache(maxsize=1)
def _cutter() -> Callable[[str], Iterable[str]]:
    """Return what cuts: jieba, or rjieba's like where that is in use and jieba need not be loaded."""
    cuts = general_tokenizer() if _jieba_serves() else sys.modules["rjieba"]
    return cast(Callable[[str], Iterable[str]], cuts.cut)


def _jieba_serves() -> bool:
    """Tell whether jieba is what cuts here, or is loaded anyway."""
    return jieba.dt.initialized or "rjieba" not in sys.modules


@lru_cache(maxsize=1)
def _counts() -> tuple[Mapping[str, int], int]:
    """Return the counts and their sum: jieba's own, or its file's where rjieba cuts and jieba need not be loaded.

    The file is read in a third of the time, and with two thirds of the memory, that jieba takes to load.
    """
    if _jieba_serves():
        general_tokenizer().initialize()
        return jieba.dt.FREQ, jieba.dt.total
    with jieba.dt.get_dict_file() as file:
        fields = file.read().decode("utf-8").split()  # word, count, part of speech
    counts = list(map(int, fields[1::3]))
    return dict(zip(fields[::3], counts, strict=True)), sum(counts)
