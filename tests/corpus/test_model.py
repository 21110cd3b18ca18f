"""Whatever happens to the files, a reloaded corpus is the one that a fresh build would make."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from retrieval.corpus import Corpus
from retrieval.errors import RetrievalError
from tests.corpus.pages import ASK_BRIDGE, ASK_HOSPITAL, ASK_SCHOOL, BRIDGE, HOSPITAL, SCHOOL

NAMES = st.sampled_from(["a", "b", "c", "d"])
TEXTS = st.sampled_from([HOSPITAL, SCHOOL, BRIDGE, HOSPITAL + "\n" + SCHOOL, BRIDGE.replace("五", "六"), ""])


class Folder(RuleBasedStateMachine):
    """Files come, change, move, go and break; after each reload the corpus equals a fresh one."""

    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.tmp = tempfile.TemporaryDirectory()
        self.seeds = Path(self.tmp.name) / "seeds"
        self.data = Path(self.tmp.name) / "data"
        self.seeds.mkdir()
        (self.seeds / "z.txt").write_bytes(b"\x00")  # for a folder that is emptied altogether is refused
        self.corpus = Corpus.open(self.seeds, data=self.data)
        self.before = articles_of(self.corpus)
        self.damaged = False

    @rule(name=NAMES, text=TEXTS)
    def write(self, name: str, text: str) -> None:
        (self.seeds / f"{name}.txt").write_text(text, encoding="utf-8")

    @rule(name=NAMES, other=NAMES)
    def rename(self, name: str, other: str) -> None:
        if (self.seeds / f"{name}.txt").exists():
            (self.seeds / f"{name}.txt").rename(self.seeds / f"{other}.txt")

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        (self.seeds / f"{name}.txt").unlink(missing_ok=True)

    @rule(name=NAMES)
    def damage(self, name: str) -> None:
        (self.seeds / f"{name}.txt").write_bytes(b"\x00\xff\x00")

    @rule(name=NAMES, text=st.sampled_from(["publication: 健康报", "[", "date: 2024-07-03"]))
    def sidecar(self, name: str, text: str) -> None:
        (self.seeds / f"{name}.yaml").write_text(text, encoding="utf-8")

    @rule(part=st.sampled_from(["CURRENT", "0*/store.sqlite3", "0*/manifest.json", "0*/engine/*"]))
    def damage_data(self, part: str) -> None:
        for path in self.data.glob(f"*/{part}"):
            path.write_bytes(path.read_bytes()[:-7])
        self.damaged = True  # what serves now may fail from here on, but what is loaded next may not

    @rule(dry=st.booleans())
    def reload(self, dry: bool) -> None:
        report = self.corpus.reload(dry_run=dry)
        fresh = Corpus.open(self.seeds)
        after = articles_of(fresh)
        assert report.version == fresh.version
        assert report.added + report.changed + report.unchanged == len(after)
        if not self.damaged:
            assert report.removed + report.changed + report.unchanged == len(self.before)
            assert set(report.new) == {a.id for a in after} - {a.id for a in self.before}
        if not dry:
            same(self.corpus, fresh)
            self.before, self.damaged = after, False

    @rule()
    def restart(self) -> None:
        self.corpus = Corpus.open(self.seeds, data=self.data)
        self.before, self.damaged = articles_of(self.corpus), False
        same(self.corpus, Corpus.open(self.seeds))

    @rule()
    def go_back(self) -> None:
        kept = self.corpus.versions()
        if kept:
            try:
                self.corpus.rollback(kept[0].version)
            except RetrievalError:
                return  # that version was damaged above
            assert self.corpus.version == kept[0].version
            self.corpus.reload()
            self.before, self.damaged = articles_of(self.corpus), False

    @invariant()
    def serves_what_it_served(self) -> None:
        if not self.damaged:
            assert articles_of(self.corpus) == self.before

    def teardown(self) -> None:
        self.tmp.cleanup()


def articles_of(corpus: Corpus) -> list[object]:
    return list(corpus.articles())


def same(corpus: Corpus, fresh: Corpus) -> None:
    assert corpus.version == fresh.version
    assert corpus.articles() == fresh.articles()
    assert corpus.cuts() == fresh.cuts()
    assert corpus.stats().refused == fresh.stats().refused
    assert corpus.stats().passages == fresh.stats().passages
    assert corpus.stats().tokens == fresh.stats().tokens
    for question in (ASK_HOSPITAL, ASK_SCHOOL, ASK_BRIDGE):
        mine, theirs = corpus.ask(question), fresh.ask(question)
        assert sorted(map(repr, mine.hits)) == sorted(map(repr, theirs.hits))
        assert mine.answered == theirs.answered


TestFolder = Folder.TestCase
TestFolder.settings = settings(
    max_examples=30, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
