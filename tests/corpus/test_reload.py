"""A reload changes everything at once or nothing, and says what it changed."""

from __future__ import annotations

import json
import shutil
import threading
import time
from pathlib import Path

import pytest

from retrieval.building import builder, keeper, preparing
from retrieval.building.builder import digest_of
from retrieval.corpus import Corpus, GoldenGate
from retrieval.errors import GoldenError, ReloadBusyError, StoreError, VersionError
from retrieval.handles import printing_handle
from retrieval.records import Refusal, ReloadReport
from retrieval.seeds.folder import SeedFile, scan_seeds
from retrieval.seeds.shelving import shelved
from retrieval.whys import Why
from tests.corpus.pages import (
    ASK_BRIDGE,
    ASK_HOSPITAL,
    ASK_SCHOOL,
    BRIDGE,
    HOSPITAL,
    SCHOOL,
    served,
    write,
)

IN_MEMORY = pytest.mark.parametrize("on_disk", [True, False], ids=["on disk", "in memory"])


def counts(report: ReloadReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


def open_in(tmp_path: Path, on_disk: bool = True, **more: object) -> Corpus:
    return Corpus.open(tmp_path / "seeds", data=tmp_path / "data" if on_disk else None, **more)  # type: ignore[arg-type]


@IN_MEMORY
def test_new_page(tmp_path: Path, on_disk: bool) -> None:
    """A page that is put into the folder answers after the reload, and the report counts it."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path, on_disk)
    write(seeds, b=SCHOOL)
    assert counts(corpus.reload()) == (1, 0, 0, 1)
    assert corpus.ask(ASK_SCHOOL).hits[0].article.source == "b.txt"
    assert served(corpus) == ["a.txt", "b.txt"]


def test_growing(tmp_path: Path) -> None:
    """What a small corpus is searched by gives way to what is quicker for a large one, and comes back with it."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    small = corpus.version
    rows = (json.dumps({"title": f"第{n}号公告", "text": f"第{n}号井今日停水。" * 20}) for n in range(500))
    (seeds / "notices.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert corpus.stats().engine == "rank-bm25"
    corpus.reload()
    for grown in (corpus, open_in(tmp_path)):
        assert (grown.stats().engine, grown._state.analyzer.name) == ("tantivy", "rjieba")
        assert grown.ask(ASK_HOSPITAL).hits[0].article.source == "a.txt"
    corpus.rollback(small)
    assert (corpus.stats().engine, corpus._state.analyzer.name) == ("rank-bm25", "jieba")
    assert corpus.ask(ASK_HOSPITAL).answered


@IN_MEMORY
def test_changed_removed_refused(tmp_path: Path, on_disk: bool) -> None:
    """Another text under the same headline is a change; an unreadable file is refused by name and reason."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL, b=SCHOOL)
    corpus = open_in(tmp_path, on_disk)
    write(seeds, a=HOSPITAL.replace("二十张", "三十张"))
    (seeds / "b.txt").unlink()
    (seeds / "c.txt").write_bytes(b"\x00\x01\x02")
    report = corpus.reload()
    assert counts(report) == (0, 1, 1, 0)
    assert report.refused == (Refusal("c.txt", Why("page_binary")),)
    assert "三十张" in corpus.ask(ASK_HOSPITAL).hits[0].snippet.text
    assert corpus.stats().articles == 1


@pytest.mark.parametrize("name", [".hidden.txt", "~$a.txt", "._a.txt", ".rows.jsonl"])
def test_a_hidden_file(tmp_path: Path, name: str) -> None:
    """What nobody put there to be read is neither served nor refused."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    (seeds / name).write_text(SCHOOL, encoding="utf-8")
    corpus = open_in(tmp_path)
    assert served(corpus) == shelved(seeds) == ["a.txt"] and corpus.stats().refused == ()


def test_renamed_page(tmp_path: Path) -> None:
    """A page under another name keeps its article ids: yesterday's link finds the article."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    id = corpus.articles()[0].id
    (seeds / "a.txt").rename(seeds / "z.txt")
    assert counts(corpus.reload()) == (0, 0, 0, 1)
    found = corpus.article(id)
    assert found is not None
    assert found.source == "z.txt"


def test_same_text_in_two_files(tmp_path: Path) -> None:
    """One text in two files is one id with two citations, and the id stays when either file goes."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL, b=HOSPITAL)
    corpus = open_in(tmp_path)
    hits = corpus.ask(ASK_HOSPITAL).hits
    [again] = hits[0].also
    assert len(hits) == 1 and "a.txt 第" in hits[0].citation and "b.txt 第" in again
    (seeds / "a.txt").unlink()
    assert counts(corpus.reload()) == (0, 0, 1, 1)
    left = corpus.article(hits[0].article.id)
    assert left is not None
    assert left.source == "b.txt"


def test_which_printing_comes_first(tmp_path: Path) -> None:
    """Of one text in two files the first by name leads and shows its phrase, whichever file came first."""
    both = f"{HOSPITAL}\n{SCHOOL}"
    write(tmp_path / "seeds", b=both)
    corpus = open_in(tmp_path)
    write(tmp_path / "seeds", a=both)
    corpus.reload()
    answer = corpus.ask(ASK_SCHOOL)
    assert [hit.article.source for hit in answer.hits] == ["a.txt"] * 2
    assert all("b.txt 第" in again for hit in answer.hits for again in hit.also)
    assert [len(hit.also) for hit in answer.hits] == [1, 1]
    assert answer.hits == Corpus.open(tmp_path / "seeds").ask(ASK_SCHOOL).hits


def test_known_text_in_another_file(tmp_path: Path) -> None:
    """A text that another file held already is added, and news to nobody."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    write(tmp_path / "seeds", b=HOSPITAL)
    report = corpus.reload()
    assert (report.added, report.new) == (1, ())


def test_sidecar_changes(tmp_path: Path) -> None:
    """A new sidecar is read, though the page be the same: a changed article, which keeps its id and is news to nobody."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    (seeds / "a.yaml").write_text("publication: 健康报", encoding="utf-8")
    report = corpus.reload()
    assert (counts(report), report.new) == ((0, 1, 0, 0), ())
    assert corpus.articles()[0].publication == "健康报"
    (seeds / "a.yaml").write_text("# the same\npublication: 健康报", encoding="utf-8")
    assert counts(corpus.reload()) == (0, 0, 0, 1)


def test_rows_told_otherwise(tmp_path: Path) -> None:
    """Of a file's articles those are changed of which something else is told, and no others."""
    seeds = write(tmp_path / "seeds")
    rows = [{"text": "茶园采茶忙。", "section": "农事"}, {"text": "稻田插秧忙。", "section": "农事"}]
    (seeds / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    corpus = open_in(tmp_path)
    rows[1]["section"] = "要闻"
    (seeds / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    report = corpus.reload()
    assert (counts(report), report.new) == ((0, 1, 0, 1), ())


def test_dry_run(tmp_path: Path) -> None:
    """A dry run reports what a reload would do, and leaves corpus and data folder as they were."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    before = sorted(p.relative_to(tmp_path) for p in (tmp_path / "data").rglob("*"))
    write(seeds, b=SCHOOL)
    report = corpus.reload(dry_run=True)
    assert report.dry_run
    assert counts(report) == (1, 0, 0, 1)
    assert served(corpus) == ["a.txt"]
    assert sorted(p.relative_to(tmp_path) for p in (tmp_path / "data").rglob("*")) == before
    assert corpus.reload().version == report.version


def test_dry_run_where_nothing_can_be_written(tmp_path: Path) -> None:
    """It writes nothing that stays, so it tells the same; a reload there is refused."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    write(seeds, b=SCHOOL)
    (lock,) = (tmp_path / "data").rglob("lock")
    lock.unlink()
    lock.mkdir()  # what stops also who may write everywhere
    before = sorted((tmp_path / "data").rglob("*"))
    assert counts(corpus.reload(dry_run=True)) == (1, 0, 0, 1)
    with pytest.raises(StoreError, match="can't be written"):
        corpus.reload()
    assert sorted((tmp_path / "data").rglob("*")) == before
    assert served(corpus) == ["a.txt"]


def test_nothing_changed(tmp_path: Path) -> None:
    """Reloading the same seeds makes no new version."""
    write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    assert counts(corpus.reload()) == (0, 0, 0, 1)
    assert len(corpus.versions()) == 1


@IN_MEMORY
def test_a_file_refused_half_way_takes_nothing_with_it(tmp_path: Path, on_disk: bool) -> None:
    """Whatever the articles were that it had given until then, those of the files behind it are found."""
    seeds = write(tmp_path / "seeds", b=HOSPITAL, c=SCHOOL)
    rows = [{"id": "d1", "text": "茶园采茶忙。"}, {"id": "d1", "text": "稻田插秧忙。"}]
    (seeds / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    corpus = open_in(tmp_path, on_disk)
    assert [r.source for r in corpus.stats().refused] == ["a.jsonl"]
    for question, source in ((ASK_HOSPITAL, "b.txt"), (ASK_SCHOOL, "c.txt")):
        assert corpus.ask(question).hits[0].article.source == source


@IN_MEMORY
def test_a_text_that_changes_under_its_id(tmp_path: Path, on_disk: bool) -> None:
    """An id that was given stays, so the text tells whether an article is another, and news to whoever watches."""
    seeds = write(tmp_path / "seeds", b=HOSPITAL)
    rows = seeds / "a.jsonl"
    rows.write_text(
        '{"id": "n1", "title": "水库竣工", "text": "水库昨日竣工，投资两千万元。"}', encoding="utf-8"
    )
    corpus = open_in(tmp_path, on_disk)
    rows.write_text(
        '{"id": "n1", "title": "机场开工", "text": "机场昨日开工，投资三千万元。"}', encoding="utf-8"
    )
    report = corpus.reload()
    assert (counts(report), report.new) == ((0, 1, 0, 1), (printing_handle("n1", "a.jsonl"),))
    rows.write_text(rows.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    assert counts(corpus.reload()) == (0, 0, 0, 2)


@IN_MEMORY
def test_a_file_that_is_gone_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_disk: bool
) -> None:
    """It is refused where it had been found and can't be read, and read again though it comes back as it was."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path, on_disk)
    page = write(seeds, b=SCHOOL) / "b.txt"

    def scan_then_lose(folder: Path) -> list[SeedFile]:
        files = scan_seeds(folder)
        page.rename(tmp_path / "away")
        return files

    with monkeypatch.context() as patched:
        patched.setattr(keeper, "scan_seeds", scan_then_lose)
        lost = corpus.reload()
    assert [r.source for r in lost.refused] == ["b.txt"]
    (tmp_path / "away").rename(page)
    found = corpus.reload()
    assert (found.refused, counts(found)) == ((), (1, 0, 0, 1))
    assert found.version != lost.version


def test_a_link_to_where_nobody_may_look(tmp_path: Path) -> None:
    """A link that can't be followed is a file that is refused; the rest is served."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    (seeds / "b.txt").symlink_to("x" * 300)  # a name that no file system takes
    (seeds / "c.jsonl").write_text("\n \n", encoding="utf-8")
    corpus = open_in(tmp_path)
    assert served(corpus) == ["a.txt"]
    why = {r.source: str(r.why) for r in corpus.stats().refused}
    assert "can't be read" in why["b.txt"] and "empty" in why["c.jsonl"]
    assert [cut.page.source for cut in corpus.cuts()] == ["a.txt"]
    assert counts(corpus.reload()) == (0, 0, 0, 1)
    assert len(open_in(tmp_path).versions()) == 1


def test_reasons_outlive_the_program(tmp_path: Path) -> None:
    """Why a file was refused is known as it was, word and facts, to whoever opens the corpus next."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL, b=SCHOOL)
    (seeds / "b.yaml").write_bytes(bytes(range(9)))
    (seeds / "c.jsonl").write_text('{"text": "好。"}\n{"text": 3}', encoding="utf-8")
    open_in(tmp_path)
    assert open_in(tmp_path, sync=False).stats().refused == (
        Refusal("b.txt", Why("side_text", {"side": "b.yaml", "fault": Why("page_binary")})),
        Refusal("c.jsonl", Why("row_text", {"row": 2})),
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "SCHOOL ROOF FALLS\n\nA school roof collapsed on Friday after heavy\nsnow, and nobody was hurt.\n",
            "collapsed on Friday after heavy snow",
        ),
        ("春回大地千山秀\n日暖神州万木春\n\n梅开五福家家乐\n竹报三多户户欢\n", "梅开五福家家乐"),
        ("\n".join("清江大桥昨日通车，两岸居民过江只需五分钟，比从前快多了"), "两岸居民过江只需五分钟"),
        ("清河县医院开出夜间门诊\n\n第3版\n", "清河县医院开出夜间门诊"),
    ],
    ids=["English", "couplets", "a character a line", "a headline alone"],
)
def test_a_page_that_reads_like_none_is_found(tmp_path: Path, text: str, quote: str) -> None:
    """What nothing tells how to cut is one article, of a cut that an editor should look at."""
    corpus = Corpus.open(write(tmp_path / "seeds", a=text, b=HOSPITAL))
    [hit] = corpus.verify(quote).hits
    assert hit.article.source == "a.txt"
    assert (hit.article.title, hit.article.confidence) == (None, 0.0)


def test_only_changed_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One changed page among many is the only one that is cut again; a warm start cuts none."""
    seeds = write(
        tmp_path / "seeds", **{f"p{i:02}": f"{i}号公告\n\n第{i}号公告的正文在此。\n" for i in range(20)}
    )
    corpus = open_in(tmp_path)
    read: list[str] = []
    real = preparing.cut_batch
    monkeypatch.setattr(preparing, "cut_batch", lambda b: read.append(b.path.name) or real(b))  # type: ignore[func-returns-value]
    open_in(tmp_path)
    assert read == []
    write(seeds, p07=SCHOOL)
    corpus.reload()
    assert read == ["p07.txt"]


def test_two_reloads_at_once(tmp_path: Path) -> None:
    """The second reload is told that one is under way; the first is not disturbed."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus, other = open_in(tmp_path), open_in(tmp_path)
    write(seeds, b=SCHOOL)
    raised: list[type[BaseException]] = []

    def meanwhile(stage: str, done: int, total: int) -> None:
        for second in (corpus, other):  # the same object, and one that stands for another process
            with pytest.raises(ReloadBusyError) as error:
                second.reload()
            raised.append(error.type)

    assert counts(corpus.reload(progress=meanwhile)) == (1, 0, 0, 1)
    assert raised == [ReloadBusyError] * 2
    assert counts(other.reload()) == (1, 0, 0, 1)


def test_failing_reload(tmp_path: Path) -> None:
    """Whatever goes wrong while the next corpus is built, the old one answers, and the next reload works."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    write(seeds, b=SCHOOL)

    def breaks(stage: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        corpus.reload(progress=breaks)
    assert served(corpus) == ["a.txt"]
    assert corpus.ask(ASK_HOSPITAL).hits
    assert counts(corpus.reload()) == (1, 0, 0, 1)


def test_reload_by_another_process(tmp_path: Path) -> None:
    """What another process has built already is taken over, not built twice."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    bot = open_in(tmp_path)
    write(seeds, b=SCHOOL)
    shell = open_in(tmp_path)
    assert served(bot) == ["a.txt"]
    assert counts(bot.reload()) == (1, 0, 0, 1)
    assert len(shell.versions()) == 2


def test_questions_during_reloads(tmp_path: Path) -> None:
    """While the seeds change and reload, every answer is that of one whole version."""
    seeds = tmp_path / "seeds"
    texts = {"old": (HOSPITAL, SCHOOL), "new": (HOSPITAL.replace("二十张", "三十张"), BRIDGE)}
    right: dict[str, dict[str, str]] = {}
    for name, (a, b) in texts.items():
        corpus = Corpus.open(write(tmp_path / name, a=a, b=b))
        right[name] = {q: shown(corpus, q) for q in (ASK_HOSPITAL, ASK_SCHOOL, ASK_BRIDGE)}
    corpus = Corpus.open(write(seeds, a=texts["old"][0], b=texts["old"][1]), data=tmp_path / "data")
    stop, wrong, asked = threading.Event(), [], [0]

    def reader() -> None:
        while not stop.is_set():
            time.sleep(0.001)  # leaves the reload its share of the interpreter
            for question in (ASK_HOSPITAL, ASK_SCHOOL, ASK_BRIDGE):
                said = shown(corpus, question)
                asked[0] += 1
                if said not in (right["old"][question], right["new"][question]):
                    wrong.append((question, said))

    threads = [threading.Thread(target=reader) for _ in range(2)]
    for thread in threads:
        thread.start()
    for n in range(6):
        write(seeds, **dict(zip("ab", texts["new" if n % 2 == 0 else "old"], strict=True)))
        corpus.reload()
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert asked[0] > 20


def shown(corpus: Corpus, question: str) -> str:
    answer = corpus.ask(question)
    return json.dumps([[h.article.id, round(h.score, 6), h.snippet.text, h.citation] for h in answer.hits])


def test_go_back(tmp_path: Path) -> None:
    """An earlier version serves again, also after a restart, until a reload brings the seeds back."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    first = corpus.version
    write(seeds, b=SCHOOL)
    corpus.reload()
    assert [m.version for m in corpus.versions()] == [first, corpus.version]
    assert counts(corpus.rollback(first)) == (0, 0, 1, 1)
    assert served(corpus) == ["a.txt"]
    assert open_in(tmp_path).version == first
    assert counts(corpus.reload()) == (1, 0, 0, 1)
    assert served(open_in(tmp_path)) == ["a.txt", "b.txt"]


def test_go_back_then_change(tmp_path: Path) -> None:
    """A version that one went back to gives way when the seeds change."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    first = corpus.version
    write(seeds, b=SCHOOL)
    corpus.reload()
    corpus.rollback(first)
    write(seeds, c=BRIDGE)
    assert served(open_in(tmp_path)) == ["a.txt", "b.txt", "c.txt"]


def test_old_versions_go(tmp_path: Path) -> None:
    """As many versions are kept as configured; going back to another one says which there are."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path, keep_versions=2)
    first = corpus.version
    for n in range(3):
        write(seeds, a=HOSPITAL.replace("二十张", f"{n + 2}百张"))
        corpus.reload()
    assert len(corpus.versions()) == 2
    with pytest.raises(VersionError, match=corpus.version):
        corpus.rollback(first)


def _grown(tmp_path: Path) -> tuple[Corpus, list[str]]:
    """Return a corpus to which pages came twice, and its three versions, the first one first."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    made = [corpus.version]
    for name, page in (("b", SCHOOL), ("c", BRIDGE)):
        write(seeds, **{name: page})
        made.append(corpus.reload().version)
    return corpus, made


def _folders(tmp_path: Path) -> list[str]:
    """Return the versions that take a place in the data folder."""
    return [f.name[7:] for f in sorted((tmp_path / "data").glob("*/0*")) if f.is_dir()]


def test_back_and_forth(tmp_path: Path) -> None:
    """A version that is kept is taken up again, so that it lies there once and drives out no other."""
    corpus, made = _grown(tmp_path)
    for _ in range(2):
        corpus.rollback(made[0])
        assert corpus.reload().version == made[2]
        assert corpus.ask(ASK_BRIDGE).answered
    assert [m.version for m in corpus.versions()] == _folders(tmp_path) == made
    assert open_in(tmp_path).version == made[2], "what was gone back from may be served again"


def test_a_kept_version_that_is_damaged(tmp_path: Path) -> None:
    """It is built again, and the damaged one doesn't stay beside it."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path)
    first = corpus.version
    write(seeds, b=SCHOOL)
    second = corpus.reload().version
    corpus.rollback(first)
    [store] = (tmp_path / "data").glob(f"*/*-{second}/store.sqlite3")
    store.write_bytes(b"")
    assert corpus.reload().version == second
    assert corpus.ask(ASK_SCHOOL).answered
    assert _folders(tmp_path) == [first, second]


def test_the_version_that_was_left_last_stays(tmp_path: Path) -> None:
    """Where one has to go, it is the one that was served longest ago, not the one gone back to."""
    corpus, made = _grown(tmp_path)
    corpus.rollback(made[0])
    write(tmp_path / "seeds", d=HOSPITAL.replace("市", "县"))
    made.append(corpus.reload().version)
    assert _folders(tmp_path) == [made[0], made[2], made[3]]


def golden(tmp_path: Path, bound: float) -> GoldenGate:
    rows = [
        {"id": "g1", "question": ASK_HOSPITAL, "file": "a.txt", "lines": [3, 3], "answer": "二十张"},
        {"id": "g2", "question": ASK_SCHOOL, "file": "b.txt", "lines": [3, 3], "answer": "九月"},
    ]
    path = tmp_path / "golden.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return GoldenGate(path, bound)


def test_golden_gate(tmp_path: Path) -> None:
    """A reload that loses a golden answer is refused with the list of what broke; the old corpus serves on."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL, b=SCHOOL)
    corpus = open_in(tmp_path, golden=golden(tmp_path, 1.0))
    (seeds / "b.txt").unlink()
    with pytest.raises(GoldenError, match="50%") as error:
        corpus.reload()
    assert len(error.value.broken) == 1
    assert str(error.value.broken[0]).startswith("g2 ")
    assert corpus.ask(ASK_SCHOOL).hits[0].article.source == "b.txt"
    assert served(open_in(tmp_path, golden=golden(tmp_path, 1.0))) == ["a.txt", "b.txt"]


@IN_MEMORY
def test_golden_gate_with_nothing_better(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, on_disk: bool
) -> None:
    """A first corpus that fails serves, and says so; a reload is refused until one passes, though nothing changed."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    corpus = open_in(tmp_path, on_disk, golden=golden(tmp_path, 1.0))
    [said] = caplog.messages
    assert (
        "g2 " in said
        and "the old" not in said
        and said.endswith("there is no older corpus, so this one serves")
    )
    for _ in range(2):
        with pytest.raises(GoldenError, match="50%"):
            corpus.reload()
    assert served(corpus) == ["a.txt"]
    write(seeds, b=SCHOOL)
    assert counts(corpus.reload()) == (1, 0, 0, 1)
    assert counts(corpus.reload()) == (0, 0, 0, 2)


@pytest.mark.parametrize(
    "row",
    [
        {"lines": [9]},
        {"lines": 9},
        {"lines": [[9, 25]]},
        {"aliases": "一百张"},
        {"lines": [1, float("inf")]},
        {"question": "县医院\ud83d有多少张床位？"},
        {"file": None, "source": "a.txt"},
        {"file": None, "answer": None, "lines": [3, 3]},
    ],
)
def test_golden_rows(tmp_path: Path, row: dict[str, object], caplog: pytest.LogCaptureFixture) -> None:
    """A row that can't be understood is named, also where there is no corpus but this one to serve."""
    write(tmp_path / "seeds", a=HOSPITAL)
    gate = golden(tmp_path, 1.0)
    whole = {"question": ASK_HOSPITAL, "file": "a.txt", "answer": "二十张"} | row
    with gate.path.open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps(whole))
    corpus = open_in(tmp_path)
    with pytest.raises(GoldenError, match=r"golden.jsonl line 3: .*\[first, last\]"):
        gate.check(corpus.ask)
    open_in(tmp_path, on_disk=False, golden=gate)
    assert caplog.messages[-1].endswith("as [first, last]; there is no older corpus, so this one serves")


def test_golden_row_with_a_line_separator(tmp_path: Path) -> None:
    """A row ends where its line does, whatever else some programs take for the end of one."""
    write(tmp_path / "seeds", a=HOSPITAL)
    row = {"question": ASK_HOSPITAL, "file": "a.txt", "answer": "二十张", "note": "甲\u2028乙"}
    path = tmp_path / "golden.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\r\n", encoding="utf-8", newline="")
    GoldenGate(path, 1.0).check(open_in(tmp_path).ask)


def test_golden_row_without_evidence(tmp_path: Path) -> None:
    """Lines and other wordings may be left out, or be null."""
    write(tmp_path / "seeds", a=HOSPITAL)
    row = {"question": ASK_HOSPITAL, "file": "a.txt", "answer": "二十张", "lines": None, "aliases": None}
    path = tmp_path / "golden.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    GoldenGate(path, 1.0).check(open_in(tmp_path).ask)


def test_golden_bound(tmp_path: Path) -> None:
    """A reload that keeps the configured share of the golden answers passes."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL, b=SCHOOL)
    corpus = open_in(tmp_path, golden=golden(tmp_path, 0.5))
    (seeds / "b.txt").unlink()
    corpus.reload()
    assert served(corpus) == ["a.txt"]


@pytest.mark.parametrize(
    "changed",
    [
        "language/lexicon.py",
        "language/synonyms.txt",
        "articles/looks/style.tsv",
        "articles/evidence/topics.npz",
    ],
)
def test_whatever_cuts_pages_counts(tmp_path: Path, changed: str) -> None:
    """A module or a table changed makes other versions; what Python compiles of them doesn't."""
    package = shutil.copytree(Path(builder.__file__).parents[1], tmp_path / "retrieval")
    before = digest_of(package)
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "lexicon.pyc").write_bytes(b"compiled")
    assert digest_of(package) == before
    with (package / changed).open("ab") as file:
        file.write(b"#")
    assert digest_of(package) != before


def test_one_file_of_a_large_corpus(tmp_path: Path) -> None:
    """A small change to a large corpus is no reason to learn its words anew; a large one is."""
    rows = [
        {"id": f"r{n}", "title": f"第{n}号公告", "text": f"本报讯 第{n}号公告今日发布。"} for n in range(1100)
    ]
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    (seeds / "old.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    corpus = open_in(tmp_path)
    write(seeds, a=SCHOOL)
    corpus.reload()
    assert corpus._state.manifest.unlearned == 1
    more = [row | {"id": f"x{row['id']}"} for row in rows]
    (seeds / "more.jsonl").write_text("\n".join(map(json.dumps, more)), encoding="utf-8")
    corpus.reload()
    assert corpus._state.manifest.unlearned == 0
    assert corpus.stats().articles == 2201


def test_new_since_a_version(tmp_path: Path) -> None:
    """What an earlier version lacks is told while that one is kept."""
    seeds = write(tmp_path / "seeds", a=HOSPITAL)
    first = open_in(tmp_path).version
    write(seeds, b=SCHOOL)
    corpus = open_in(tmp_path)
    assert corpus.new_since(first) == tuple(a.id for a in corpus.articles("b.txt"))
    assert corpus.new_since(corpus.version) == ()
    with pytest.raises(VersionError):
        corpus.new_since("0000000000")
