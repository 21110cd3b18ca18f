"""A seeds folder that is empty all at once is a mount that was lost, not the wish to serve nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.building import builder
from retrieval.corpus import Corpus
from retrieval.errors import SeedsError
from tests.corpus.pages import ASK_HOSPITAL, HOSPITAL, SCHOOL, served, write


def open_in(tmp_path: Path, on_disk: bool = True) -> Corpus:
    return Corpus.open(tmp_path / "seeds", data=tmp_path / "data" if on_disk else None)


def lose(tmp_path: Path) -> None:
    """Leave what is left of a folder when its disk is unmounted: the folder."""
    (tmp_path / "seeds").rename(tmp_path / "disk")
    (tmp_path / "seeds").mkdir()


def find(tmp_path: Path) -> None:
    """Mount the disk again."""
    (tmp_path / "seeds").rmdir()
    (tmp_path / "disk").rename(tmp_path / "seeds")


@pytest.mark.parametrize("on_disk", [True, False], ids=["on disk", "in memory"])
@pytest.mark.parametrize("dry_run", [True, False])
def test_reloading_an_emptied_folder(tmp_path: Path, on_disk: bool, dry_run: bool) -> None:
    """It is refused with the number of pages that are gone, and the old corpus serves on."""
    write(tmp_path / "seeds", a=HOSPITAL, b=SCHOOL)
    corpus = open_in(tmp_path, on_disk)
    lose(tmp_path)
    with pytest.raises(SeedsError, match="is empty, but the corpus is made of 2 pages"):
        corpus.reload(dry_run=dry_run)
    assert corpus.ask(ASK_HOSPITAL).answered


def test_opening_an_emptied_folder(tmp_path: Path) -> None:
    """A start refuses it too, and what lies in the data folder is there when the disk is back."""
    write(tmp_path / "seeds", a=HOSPITAL)
    version = open_in(tmp_path).version
    lose(tmp_path)
    with pytest.raises(SeedsError, match="perhaps a disk isn't mounted"):
        open_in(tmp_path)
    assert Corpus.open(tmp_path / "seeds", data=tmp_path / "data", sync=False).version == version
    find(tmp_path)
    assert open_in(tmp_path).version == version


def test_emptied_after_an_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does it count as a fresh folder where the version that lies there was made by another program."""
    write(tmp_path / "seeds", a=HOSPITAL)
    open_in(tmp_path)
    lose(tmp_path)
    monkeypatch.setattr(builder, "_LIBRARIES", ())
    with pytest.raises(SeedsError, match="is empty"):
        open_in(tmp_path)


def test_nothing_is_put_into_an_emptied_folder(tmp_path: Path) -> None:
    """A page isn't shelved where the others are away: it would be the only one left to serve."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    lose(tmp_path)
    with pytest.raises(SeedsError, match="is empty"):
        corpus.reload(shelve=lambda: write(tmp_path / "seeds", b=SCHOOL))
    assert not any((tmp_path / "seeds").iterdir())


def test_a_fresh_folder_that_is_empty(tmp_path: Path) -> None:
    """Where nothing was ever served, an empty folder is served as such, again and again, and takes its first page."""
    write(tmp_path / "seeds")
    for _ in range(2):
        corpus = open_in(tmp_path)
        corpus.reload()
        assert served(corpus) == []
    corpus.reload(shelve=lambda: write(tmp_path / "seeds", a=HOSPITAL))
    assert served(corpus) == ["a.txt"]


def test_taking_the_last_page_away(tmp_path: Path) -> None:
    """Who takes it away by a change of the shelf means it: nothing is served, from then on and after a restart."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    corpus.reload(shelve=(seeds / "a.txt").unlink)
    corpus.reload()
    assert served(corpus) == served(open_in(tmp_path)) == []


def test_going_back_before_the_last_page_went(tmp_path: Path) -> None:
    """A version that one went back to serves after a restart, though its pages are on the shelf no more."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    first = corpus.version
    corpus.reload(shelve=(seeds / "a.txt").unlink)
    corpus.rollback(first)
    assert served(open_in(tmp_path)) == ["a.txt"]


def test_serving_nothing_on_purpose(tmp_path: Path) -> None:
    """Who does want to serve nothing is told which folder to delete, and that suffices."""
    write(tmp_path / "seeds", a=HOSPITAL)
    open_in(tmp_path)
    lose(tmp_path)
    (folder,) = (tmp_path / "data").iterdir()
    with pytest.raises(SeedsError, match=f"delete {folder}"):
        open_in(tmp_path)
    folder.rename(tmp_path / "deleted")
    assert served(open_in(tmp_path)) == []
