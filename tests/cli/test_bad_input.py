"""Whatever is wrong is said in one line, with the right exit code."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cards.texts import texts_in
from tests.cli.conftest import Jianbao

USAGE = {
    "unknown command": (["askk", "医院"], "No such command 'askk'"),
    "unknown option": (["ask", "--jsn", "医院"], "--jsn"),
    "no articles wanted": (["ask", "-k", "0", "医院"], "'-k'"),
    "no number": (["ask", "-k", "many", "医院"], "'-k'"),
    "empty question": (["ask", ""], "the question is empty"),
    "blank question": (["ask", " \t\n"], "the question is empty"),
    "no question": (["ask"], "one of the two"),
    "question and file": (["ask", "医院", "--batch", "x.jsonl"], "one of the two"),
    "run without a token": (["run"], "TELEGRAM_BOT_TOKEN"),
    "no such folder": (["stats", "--seeds", "/nowhere/seeds"], "seeds: no seeds folder at /nowhere/seeds"),
    "seeds is a file": (["stats", "--seeds", __file__], f"seeds: {__file__} is a file"),
    "seeds of no name": (["stats", "--seeds", ""], "'--seeds': should be a path"),
    "seeds of no text": (["stats", "--seeds", os.fsdecode(b"/tmp/\xff")], "'--seeds': should be a path"),
    "drawn in no folder": (["articles", "--html", "", __file__], "'--html': should be a path"),
    "seeds that may not be looked at": (["stats", "--seeds", "报" * 200], "seeds: " + "报" * 200),
    "settings of no name": (["stats", "--config", " "], "'--config': should be a path"),
    "no such settings": (["stats", "--config", "/nowhere/my.yaml"], "/nowhere/my.yaml: can't be read"),
}


@pytest.mark.parametrize("case", USAGE)
def test_bad_usage(jianbao: Jianbao, case: str) -> None:
    """Exit code 2, one line, nothing on standard output."""
    args, said = USAGE[case]
    ran = jianbao(*args)
    assert (ran.code, ran.out) == (2, "") and said in ran.complaint


def test_seeds_that_are_a_link_to_themselves(jianbao: Jianbao, tmp_path: Path) -> None:
    """There is no folder behind it, and that is said."""
    (tmp_path / "loop").symlink_to("loop")
    ran = jianbao("stats", "--seeds", str(tmp_path / "loop"))
    assert (ran.code, ran.out) == (2, "") and "seeds: no seeds folder at" in ran.complaint


TOKEN = "123456:" + "A" * 35
TELEGRAM = {
    "no token": ({"TELEGRAM_BOT_TOKEN": "hunter2"}, "TELEGRAM_BOT_TOKEN is no bot token"),
    "no scheme": ({"TELEGRAM_API_URL": "127.0.0.1:8081"}, "TELEGRAM_API_URL is no address"),
    "no server": ({"TELEGRAM_API_URL": "http://"}, "TELEGRAM_API_URL is no address"),
    "no port": ({"TELEGRAM_API_URL": "http://localhost:bot"}, "TELEGRAM_API_URL is no address"),
    "a blank": ({"TELEGRAM_API_URL": "http://local host"}, "TELEGRAM_API_URL is no address"),
    "nonsense": ({"TELEGRAM_API_URL": "[hunter2"}, "TELEGRAM_API_URL is no address"),
}


@pytest.mark.parametrize("case", TELEGRAM)
def test_an_environment_that_no_bot_can_run_in(jianbao: Jianbao, case: str) -> None:
    """It is bad configuration: exit code 2, the variable's name, and not what it holds."""
    env, said = TELEGRAM[case]
    ran = jianbao("run", env={"TELEGRAM_BOT_TOKEN": TOKEN} | env)
    assert (ran.code, ran.out) == (2, "") and said in ran.complaint and "hunter2" not in ran.complaint


CLUSTER = {
    "no address": {"OPENSEARCH_URL": ""},
    "no host": {"OPENSEARCH_URL": "http://"},
    "a password that ends the host": {"OPENSEARCH_URL": "http://bob:hunter2#w0rd@127.0.0.1:9"},
    "no number": {"OPENSEARCH_REPLICAS": "hunter2"},
}


@pytest.mark.parametrize("case", CLUSTER)
def test_a_cluster_that_cannot_be_set_up(jianbao: Jianbao, tmp_path: Path, case: str) -> None:
    """It is bad configuration: exit code 2, the variable's name, and not what it holds."""
    config = tmp_path / "my.yaml"
    config.write_text("engine: opensearch", encoding="utf-8")
    ran = jianbao("ask", "医院", "--config", config, env=CLUSTER[case])
    [name] = CLUSTER[case]
    assert (ran.code, ran.out) == (2, "")
    assert ran.complaint.startswith(f"{name}: ") and "hunter2" not in ran.complaint


def test_no_command(jianbao: Jianbao) -> None:
    """The help names every command."""
    out = jianbao("--help").out
    assert all(f" {name} " in out for name in ("ask", "chat", "articles", "run", "reload", "stats"))


@pytest.mark.parametrize("question", ["？！……", "😀👍🏽", "\x00\x01", "\u202e\u200b", "《》"])
def test_a_question_without_words(jianbao: Jianbao, question: str) -> None:
    """It is told what to write instead, and that is no failure."""
    ran = jianbao("ask", question)
    assert (ran.code, ran.out.strip(), ran.err) == (0, texts_in("zh").plain("tone_empty"), "")


def test_a_question_of_4096_characters(jianbao: Jianbao) -> None:
    """Its beginning is answered, and that only this was read is said."""
    ran = jianbao("ask", ("哈尔滨关爱健康志愿服务中心是什么时候成立的？" * 200)[:4096])
    assert ran.code == 0 and "哈尔滨" in ran.out
    assert "first 1000 characters" in ran.complaint and "limits.question_chars" in ran.complaint


def test_a_question_in_broken_bytes(jianbao: Jianbao) -> None:
    """Bytes that are no UTF-8 don't stop it."""
    assert jianbao("ask", "医院\udcff").code == 0


def test_no_pages_at_all(jianbao: Jianbao, tmp_path: Path) -> None:
    """An empty folder is served honestly."""
    (tmp_path / "seeds").mkdir()
    ran = jianbao("ask", "哪家医院？", "--seeds", tmp_path / "seeds")
    assert (ran.code, ran.out.strip(), ran.err) == (0, texts_in("zh").plain("empty_corpus"), "")
    assert jianbao("stats", "--seeds", tmp_path / "seeds").code == 0


def _with(page: bytes, folder: Path) -> Path:
    folder.mkdir()
    (folder / "page.txt").write_bytes(page)
    return folder


GOOD = "安州区中医院开设热射病门诊\n\n本报讯 安州区中医院于7月开设热射病门诊,首日接诊32名患者。\n"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "the file is empty"),
    "binary": (lambda: bytes(range(256)) * 20, "page.txt: "),
    "no known encoding": (lambda: b"\xff\x81\x20" * 200, "page.txt: "),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_page_that_cannot_be_read(jianbao: Jianbao, tmp_path: Path, case: str) -> None:
    """It is left out by name and reason; the command does its work."""
    make, why = REFUSED[case]
    ran = jianbao("ask", "热射病门诊", "--seeds", _with(make(), tmp_path / "seeds"))
    assert ran.code == 0 and ran.complaint.startswith("left out page.txt: ") and why in ran.complaint


def test_every_sort_of_bad_seed(jianbao: Jianbao, tmp_path: Path) -> None:
    """Each is refused by name and reason, one beside the other, and what is good is served."""
    seeds = _with(GOOD.encode(), tmp_path / "seeds")
    for name in ("date", "time", "yaml", "list"):
        (seeds / f"{name}.txt").write_text(GOOD, encoding="utf-8")
    (seeds / "date.yaml").write_text("date: 2025-13-45")
    (seeds / "time.yaml").write_text("date: 1717200000000")
    (seeds / "yaml.yaml").write_text("[[[")
    (seeds / "list.yaml").write_text("- 健康报", encoding="utf-8")
    (seeds / "deep.jsonl").write_text("[" * 100_000)
    (seeds / "cut.jsonl").write_text('{"id": "a", "text": "好。"}\n{"id": "b", "te', encoding="utf-8")
    (seeds / "link.txt").symlink_to("nowhere")
    (seeds / os.fsdecode(b"\xb1\xa8.txt")).write_text(GOOD, encoding="utf-8")
    row = json.loads(jianbao("stats", "--json", "--seeds", seeds).out)
    why = {refusal["source"]: refusal["why"] for refusal in row["refused"]}
    assert row["sources"] == 1
    assert set(why) == {
        "date.txt",
        "time.txt",
        "yaml.txt",
        "list.txt",
        "deep.jsonl",
        "cut.jsonl",
        "link.txt",
        r"\xb1\xa8.txt",
    }
    assert why["cut.jsonl"].startswith("cut.jsonl: row 2: ") and why["link.txt"].startswith(
        "link.txt: can't be read"
    )
    assert all(
        why[f"{name}.txt"].startswith(f"{name}.txt: {name}.yaml") for name in ("date", "time", "yaml", "list")
    )


def test_half_a_character_in_a_ready_article(jianbao: Jianbao, tmp_path: Path) -> None:
    """JSON may hold what no text may; the article is served without it."""
    (tmp_path / "a.jsonl").write_text(
        r'{"id": "a\ud83d", "title": "\udcff题", "text": "安州\ud83d开诊。"}', "utf-8"
    )
    row = json.loads(jianbao("articles", "--json", tmp_path / "a.jsonl").out)
    assert (row["title"], row["text"]) == ("\ufffd题", "安州\ufffd开诊。")


def test_control_characters_in_the_seeds(jianbao: Jianbao, tmp_path: Path) -> None:
    """No answer holds them, neither its headline nor its snippet nor its citation."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    row = {
        "title": "热射病\u202e门诊",
        "text": "\n安州区\x00中医院\x07开设热射病\u2067门诊,首日接诊32名患者。",
    }
    (seeds / "a.jsonl").write_text(json.dumps(row | {"publication": "健康\u202e报"}), encoding="utf-8")
    (hit,) = json.loads(jianbao("ask", "热射病门诊首日接诊多少患者", "--json", "--seeds", seeds).out)["hits"]
    assert (hit["title"], hit["answer"], hit["lines"]) == ("热射病门诊", "32名", [[2, 2]])
    assert "安州区中医院开设热射病门诊" in hit["snippet"]
    assert hit["citation"] == "《健康报》:《热射病门诊》,a.jsonl 第2行"


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-8-sig", "utf-16"])
def test_a_page_in_another_encoding(jianbao: Jianbao, tmp_path: Path, encoding: str) -> None:
    """It is read, and its text shown rightly."""
    page = (
        GOOD * 5
        if encoding != "big5hkscs"
        else "安州區中醫院開設熱射病門診\n\n本報訊 安州區中醫院於7月開設熱射病門診,首日接診32名患者。\n"
    )
    ran = jianbao(
        "ask", "热射病门诊首日接诊多少患者", "--seeds", _with(page.encode(encoding), tmp_path / "seeds")
    )
    assert ran.code == 0 and ran.err == "" and "32名" in ran.out


def test_a_data_folder_that_cannot_be_written(jianbao: Jianbao, tmp_path: Path) -> None:
    """Questions are answered from memory; a reload, which is there to write it, fails in one line."""
    (tmp_path / "data").write_text("a file is in the way", encoding="utf-8")
    seeds = _with(GOOD.encode(), tmp_path / "seeds")
    env = {"JIANBAO_DATA": str(tmp_path / "data")}
    assert jianbao("ask", "热射病门诊首日接诊多少患者", "--seeds", seeds, env=env).code == 0
    assert jianbao("stats", "--seeds", seeds, env=env).code == 0
    reload = jianbao("reload", "--seeds", seeds, env=env)
    assert reload.code == 1 and reload.complaint.startswith("the data folder can't be written")
    assert reload.complaint.endswith("; nothing was changed")


def _with_golden(tmp_path: Path, row: str) -> list[str | Path]:
    (tmp_path / "golden.jsonl").write_text(row, encoding="utf-8")
    config = tmp_path / "my.yaml"
    config.write_text(f"golden: {{file: {tmp_path}/golden.jsonl}}", encoding="utf-8")
    return ["--config", config, "--seeds", _with(GOOD.encode(), tmp_path / "seeds")]


def test_seeds_that_fail_the_golden_questions(jianbao: Jianbao, tmp_path: Path) -> None:
    """A reload is refused, with what broke, as often as it is tried; and before the first no old corpus is spoken of."""
    options = _with_golden(
        tmp_path, '{"question": "清江大桥全长多少米", "file": "x.txt", "answer": "两千米"}'
    )
    env = {"JIANBAO_DATA": str(tmp_path / "data")}
    refused = jianbao("reload", *options, env=env)
    said = "jianbao: the seeds answer 0% of golden.jsonl right, 90% are wanted; nothing was changed\n  1 清江大桥"
    assert refused.code == 1 and refused.err.startswith(said)
    asked = jianbao("ask", "热射病门诊首日接诊多少患者", *options, env=env)
    assert asked.code == 0 and "32名" in asked.out
    assert jianbao("reload", *options, env=env) == refused


@pytest.mark.parametrize("row", ['{"q": 1}', "notjson"])
def test_golden_questions_that_are_none(jianbao: Jianbao, tmp_path: Path, row: str) -> None:
    """It is bad configuration: exit code 2, and one line that names the file and the key."""
    ran = jianbao("reload", *_with_golden(tmp_path, row))
    assert (ran.code, ran.out) == (2, "")
    assert ran.complaint.startswith(f"{tmp_path}/my.yaml: golden.file: {tmp_path}/golden.jsonl line 1: ")


def test_drawing_where_nothing_can_be_written(jianbao: Jianbao, tmp_path: Path) -> None:
    """The place is named, and the exit code is 1."""
    (tmp_path / "out").write_text("a file is in the way", encoding="utf-8")
    ran = jianbao("articles", "--html", tmp_path / "out")
    assert ran.code == 1 and ran.complaint.startswith(str(tmp_path / "out"))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://press.example.org/in", "webhook.url: Telegram calls https only"),
        (
            "https://press.example.org:9443/in",
            "webhook.url: Telegram calls only the ports 443, 80, 88, 8443, not 9443",
        ),
    ],
)
def test_a_webhook_that_telegram_would_not_call(
    jianbao: Jianbao, tmp_path: Path, url: str, said: str
) -> None:
    """That is said before anything is read; a Bot API server of one's own may call it all the same."""
    file = tmp_path / "my.yaml"
    file.write_text(f"webhook: {{url: '{url}', secret: geheim}}", encoding="utf-8")
    token = {"TELEGRAM_BOT_TOKEN": "900:" + "S" * 35}
    ran = jianbao("run", "--config", file, env=token)
    assert ran.code == 2 and ran.complaint.startswith(said)
    own = jianbao("run", "--config", file, env=token | {"TELEGRAM_API_URL": "http://127.0.0.1:9"})
    assert own.code == 1 and "can't be reached" in own.err
