"""The database."""

from __future__ import annotations

import shutil
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from bot.memory.migrations import MIGRATIONS, migrate
from bot.memory.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "bot.sqlite3"


def _used(store: Store) -> None:
    """Use every method; none may raise."""
    store.set_language(1, "en")
    assert store.language(1) == "en"
    id = store.note_asked(1, "问？", None)
    asked = store.asked(id)
    assert asked and asked.question == "问？"
    store.note_feedback(id, 0, 1, True, "a")
    store.log_question(1, "问？", "a", True)
    assert store.tally(0).questions >= 1


def test_it_lasts(path: Path) -> None:
    """What was noted is there after a restart, under the same hash of the user."""
    store = Store(path)
    id = store.note_asked(42, "什么时候成立？", None)
    store.set_language(42, "en")
    hashed = store.hash_of(42)
    store.close()
    again = Store(path)
    asked = again.asked(id)
    assert asked and (asked.asker, asked.question) == (hashed, "什么时候成立？")
    assert again.language(42) == "en" and again.hash_of(42) == hashed
    assert again.language(43) is None and again.asked("x") is None


def test_no_user_id_is_kept(path: Path) -> None:
    """Only keyed hashes of user ids stand in the file, different ones in each database."""
    store = Store(path)
    _used(store)
    assert store.hash_of(123456789) != Store(None).hash_of(123456789)
    assert len(store.hash_of(1)) == 24 and store.hash_of(1) != store.hash_of(2)


def test_a_corrupt_file(path: Path) -> None:
    """A damaged database is set aside, not deleted, and a new one begun."""
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 100)
    _used(Store(path))
    assert [p.read_bytes()[:4] for p in path.parent.glob("*.broken-*")] == [b"this"]
    assert sqlite3.connect(path).execute("SELECT count(*) FROM asked").fetchone() == (1,)


def test_a_file_damaged_behind_its_header(path: Path, tmp_path: Path) -> None:
    """Damaged pages are found at the start, also after a crash that left what was written last in files beside."""
    store = Store(tmp_path / "run" / path.name)
    for n in range(300):
        store.log_question(n, "什么时候成立？" * 50, None, False)
    store._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    store.set_language(2, "en")
    shutil.copytree(tmp_path / "run", path.parent)
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + b"\xff" * (len(raw) - 4096))
    again = Store(path)
    assert list(path.parent.glob("*.broken-*")) and again.language(2) is None
    _used(again)
    again.close()
    assert Store(path).language(1) == "en"


def test_a_file_damaged_under_way(path: Path) -> None:
    """Damage that shows only later is survived from memory."""
    store = Store(path)
    store._file.execute("DROP TABLE asked")  # type: ignore[union-attr]
    _used(store)


def test_a_locked_file(path: Path) -> None:
    """What is written while another program locks the file is in it afterwards; only the first has to wait."""
    Store(path).close()
    other = sqlite3.connect(path)
    store = Store(path)
    other.execute("BEGIN EXCLUSIVE")
    begun = time.monotonic()
    for user in range(30):
        store.set_language(user, "en")
    id = store.note_asked(1, "问？", None)
    assert store.asked(id) and store.language(1) == "en"
    assert time.monotonic() - begun < 3
    other.rollback()
    assert store.language(1) == "en"
    assert sqlite3.connect(path).execute("SELECT count(*) FROM language").fetchone() == (30,)
    _used(store)
    other.execute("BEGIN EXCLUSIVE")
    store.set_language(30, "en")
    other.rollback()
    store.close()
    again = Store(path)
    assert again.asked(id) and again.language(30) == "en"


def test_a_file_locked_from_the_start(path: Path) -> None:
    """A database that can't even be opened is done without."""
    Store(path).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    _used(Store(path))


def test_a_lock_at_the_start(path: Path) -> None:
    """A database that somebody writes into just when the bot starts keeps its salt: the users are known still."""
    before = Store(path)
    before.set_language(42, "en")
    before.close()
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    store = Store(path)
    other.rollback()
    assert store.hash_of(42) == before.hash_of(42)
    assert store.language(42) == "en"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """Where the data folder can't be made, memory serves."""
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    _used(Store(tmp_path / "data" / "bot.sqlite3"))


def test_a_newer_database(path: Path) -> None:
    """A database of a newer version is neither used nor changed."""
    Store(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    _used(Store(path))
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (99,)
    assert not list(path.parent.glob("*.broken-*"))


def test_old_lines_go(path: Path) -> None:
    """The question log, the buttons' questions and the votes are kept so many days and no longer."""
    now = [1_000_000.0]
    store = Store(path, keep_days=10, clock=lambda: now[0])
    id = store.note_asked(1, "旧问", None)
    store.log_question(1, "旧问", None, False)
    now[0] += 11 * 86400
    store.log_question(1, "新问", None, False)
    assert store.asked(id) is None
    assert store.tally(0).questions == 1


def test_old_questions_go_without_a_log(path: Path) -> None:
    """Where questions aren't logged, those that buttons refer to are kept no longer either."""
    now = [1_000_000.0]
    store = Store(path, keep_days=10, clock=lambda: now[0])
    id = store.note_asked(1, "旧问", None)
    now[0] += 11 * 86400
    store.note_asked(1, "新问", None)
    assert store.asked(id) is None


def test_each_step_from_nothing() -> None:
    """The steps can be taken one at a time, as an old database would, and all at once."""
    old = sqlite3.connect(":memory:")
    for n in range(len(MIGRATIONS) + 1):
        migrate(old, MIGRATIONS[:n])
    new = sqlite3.connect(":memory:")
    migrate(new, MIGRATIONS)
    tables = "SELECT sql FROM sqlite_master ORDER BY name"
    assert old.execute(tables).fetchall() == new.execute(tables).fetchall()


def test_closed_while_a_thread_writes(path: Path) -> None:
    """Whoever is writing when the bot stops writes to the end, and the file is closed then."""
    store = Store(path)
    begun, closing = Event(), Event()

    def slow(connection: sqlite3.Connection) -> int:
        begun.set()
        closing.wait(10)
        time.sleep(0.05)  # enough for the other thread to close, if nothing held it
        return int(connection.execute("SELECT 42").fetchone()[0])

    with ThreadPoolExecutor(1) as pool:
        written = pool.submit(store.run, slow)
        begun.wait(10)
        closing.set()
        store.close()
        assert written.result() == 42
    with pytest.raises(sqlite3.ProgrammingError):
        store.rows("SELECT 42")


def test_news_of_an_older_database() -> None:
    """What was still to be told when sightings had one row an article is to be told still."""
    old = sqlite3.connect(":memory:")
    migrate(old, MIGRATIONS[:3])
    row = (42, "29c9efb029ed6a49", 1, 0, 9, 0, 1_000_000.0)
    old.execute("INSERT INTO sighting VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    old.commit()
    migrate(old, MIGRATIONS)
    assert old.execute("SELECT * FROM sighting").fetchall() == [row]


def test_a_question_of_an_older_database() -> None:
    """A question whose hits were not noted yet is known still."""
    old = sqlite3.connect(":memory:")
    migrate(old, MIGRATIONS[:4])
    old.execute("INSERT INTO asked VALUES ('Qx3v', 'hash', '什么时候成立？', NULL, 1000000.0)")
    old.commit()
    migrate(old, MIGRATIONS)
    assert old.execute("SELECT id, hits FROM asked").fetchall() == [("Qx3v", "[]")]


def test_a_step_that_fails() -> None:
    """A step is taken whole or not at all."""
    database = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.Error):
        migrate(database, ("CREATE TABLE a (x); SELECT * FROM nowhere;",))
    database.rollback()
    assert database.execute("SELECT name FROM sqlite_master").fetchall() == []
