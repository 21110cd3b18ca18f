"""`jianbao stats` and `jianbao reload`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Jianbao, Library
from tests.cli.shapes import RELOAD, STATS, check

NEWS = "安州区中医院开设热射病门诊\n\n本报讯 安州区中医院于7月开设热射病门诊,首日接诊32名患者。\n门诊主任李春梅说,要尽快降温。\n"


@pytest.fixture
def own(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A seeds folder that a test may change; its data folder is its own too."""
    shutil.copytree(library.seeds, tmp_path / "seeds")
    (tmp_path / "seeds" / "坏.txt").write_bytes(b"")
    monkeypatch.setenv("JIANBAO_DATA", str(tmp_path / "data"))
    return tmp_path / "seeds"


def test_figures(jianbao: Jianbao) -> None:
    """The JSON has every figure of the contract, the text too, with units."""
    row = json.loads(jianbao("stats", "--json").out)
    check(row, STATS)
    assert (row["sources"], row["refused"]) == (2, []) and 10 < row["articles"] < row["passages"] < row[
        "tokens"
    ]
    assert row["index_bytes"] > 10_000
    text = jianbao("stats").out
    assert f"articles    {row['articles']}\n" in text and " MB\n" in text and " s\n" in text


@pytest.mark.parametrize("name", ["剪　报", "剪\u200b报", "a b"])
def test_a_folder_with_any_blank_in_its_name(jianbao: Jianbao, tmp_path: Path, name: str) -> None:
    """A name typed on a Chinese keyboard may hold a full-width blank, one copied from a page a mark without width."""
    seeds = tmp_path / name
    seeds.mkdir()
    (seeds / "新.txt").write_text(NEWS, encoding="utf-8")
    ran = jianbao("stats", "--json", "--seeds", seeds, env={"JIANBAO_DATA": str(tmp_path / f"数据{name}")})
    assert json.loads(ran.out)["articles"] == 1


def test_reload_reports_what_changed(jianbao: Jianbao, own: Path, tmp_path: Path) -> None:
    """Added, removed, unchanged and refused; a dry run says the same and changes nothing."""
    env = {"JIANBAO_DATA": str(tmp_path / "data")}
    before = json.loads(jianbao("stats", "--json", "--seeds", own, env=env).out)
    gone = len(jianbao("articles", "--json", own / "001_d66623f19344ed92.txt").out.splitlines())
    (own / "001_d66623f19344ed92.txt").unlink()
    (own / "新.txt").write_text(NEWS, encoding="utf-8")
    dry = json.loads(jianbao("reload", "--dry-run", "--json", "--seeds", own, env=env).out)
    done = json.loads(jianbao("reload", "--json", "--seeds", own, env=env).out)
    for row in (dry, done):
        check(row, RELOAD)
        assert row["articles"] == {
            "added": 1, "changed": 0, "removed": gone, "unchanged": before["articles"] - gone
        }  # fmt: skip
        assert row["refused"] == [{"source": "坏.txt", "why": "坏.txt: the file is empty"}]
    assert (dry["dry_run"], done["dry_run"]) == (True, False)
    assert dry["version"] == done["version"] != before["version"]


def test_reload_for_people(jianbao: Jianbao, own: Path, tmp_path: Path) -> None:
    """A sentence with the counts, and a line for each refused file with its reason."""
    env = {"JIANBAO_DATA": str(tmp_path / "data")}
    jianbao("stats", "--seeds", own, env=env)
    ran = jianbao("reload", "--dry-run", "--seeds", own, env=env)
    head, *refused = ran.out.splitlines()
    assert head.startswith("the corpus would become version ") and " 0 added, 0 changed, 0 removed, " in head
    assert refused == ["left out 坏.txt: the file is empty"] and ran.err == ""


def test_files_left_out_are_named_when_asking(jianbao: Jianbao, own: Path, tmp_path: Path) -> None:
    """The rest is served; standard error names the first few, then how many more."""
    for n in range(8):
        (own / f"空{n}.txt").write_bytes(b"")
    ran = jianbao("ask", "你好", "--seeds", own, env={"JIANBAO_DATA": str(tmp_path / "data")})
    assert ran.code == 0 and ran.out
    assert ran.err.count("the file is empty") == 5
    assert (
        ran.err.splitlines()[-1]
        == "jianbao: left out 4 more: 'jianbao stats', with the same options, names them"
    )


@pytest.mark.parametrize("command", [("ask", "你好"), ("stats",), ("reload",), ("reload", "--dry-run")])
def test_a_seeds_folder_that_is_empty_all_at_once(
    jianbao: Jianbao, own: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """It counts as missing: one line and 2, and the corpus is what it was when the pages are back."""
    before = jianbao("stats", "--seeds", own).out
    own.rename(tmp_path / "disk")
    own.mkdir()
    ran = jianbao(command[0], "--seeds", own, *command[1:])
    assert (ran.code, ran.out) == (2, "") and "is empty, but the corpus is made of 2 pages" in ran.complaint
    own.rmdir()
    (tmp_path / "disk").rename(own)
    assert jianbao("stats", "--seeds", own).out == before


def test_sidecars_that_no_page_has(jianbao: Jianbao, own: Path, tmp_path: Path) -> None:
    """They are named, with what they have to be called or which one is read; the pages are served, and others' YAML is let be."""
    (own / "坏.txt").unlink()
    for name in ("新.txt.yaml", "001_d66623f19344ed92.yml", "001_d66623f19344ed92.yaml", "笔记.yaml"):
        (own / name).write_text("publication: 清河日报", encoding="utf-8")
    (own / "新.txt").write_text(NEWS, encoding="utf-8")
    env = {"JIANBAO_DATA": str(tmp_path / "data")}
    row = json.loads(jianbao("reload", "--json", "--seeds", own, env=env).out)
    assert row["refused"] == [
        {
            "source": "001_d66623f19344ed92.yml",
            "why": "001_d66623f19344ed92.yml: 001_d66623f19344ed92.yaml is read instead; keep one of the two",
        },
        {"source": "新.txt.yaml", "why": "新.txt.yaml: a sidecar of 新.txt is called 新.yaml"},
    ]
    (own / "新.txt.yaml").rename(own / "新.yaml")
    (own / "001_d66623f19344ed92.yml").unlink()
    ran = jianbao("articles", "--json", "--seeds", own, env=env)
    papers = {row["source"]: row["publication"] for row in map(json.loads, ran.out.splitlines())}
    assert ran.err == "" and papers["新.txt"] == papers["001_d66623f19344ed92.txt"] == "清河日报"


def test_a_sidecar_instead_of_a_page(jianbao: Jianbao, tmp_path: Path) -> None:
    """It is no page, and that is said."""
    (tmp_path / "a.yaml").write_text("publication: 清河日报", encoding="utf-8")
    ran = jianbao("articles", tmp_path / "a.yaml")
    assert (ran.code, ran.out) == (1, "") and "a.yaml: a sidecar is no page" in ran.complaint


def test_an_id_that_two_files_give(jianbao: Jianbao, tmp_path: Path) -> None:
    """It is said in a line, beside the answer as beside the rows of JSON."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, text in (("a", "江州动物园今天开放。"), ("b", "海城植物园明天开放。")):
        (seeds / f"{name}.jsonl").write_text(json.dumps({"id": "1", "text": text}), encoding="utf-8")
    env = {"JIANBAO_DATA": str(tmp_path / "data")}
    said = "note: b.jsonl: the id '1' is given to another article in a.jsonl; give each its own, or none"
    for command in (
        ["ask", "海城植物园哪天开放？"],
        ["articles", "--json"],
        ["reload", "--json"],
        ["stats", "--json"],
    ):
        ran = jianbao(*command, "--seeds", seeds, env=env)
        assert (ran.code, ran.complaint) == (0, said)
    for command in (["reload"], ["stats"]):
        ran = jianbao(*command, "--seeds", seeds, env=env)
        assert ran.out.splitlines()[-1] == said and ran.err == ""
