"""`jianbao articles`."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import QUESTION, Jianbao, Library
from tests.cli.shapes import ARTICLE, KINDS, check


def test_rows_have_the_shape_of_the_contract(jianbao: Jianbao, library: Library) -> None:
    """Each key with its type, kinds by name, ids once, and line numbers that exist."""
    rows = [json.loads(line) for line in jianbao("articles", "--json").out.splitlines()]
    assert {row["source"] for row in rows} == {page.name for page in library.seeds.iterdir()}
    assert max(Counter(row["id"] for row in rows).values()) == 1
    for row in rows:
        check(row, ARTICLE)
        last = len((library.seeds / row["source"]).read_text(encoding="utf-8").split("\n"))
        assert row["kind"] in KINDS and all(1 <= n <= last for n in row["title_lines"])
        assert all(1 <= a <= b <= last for a, b in row["spans"])


def test_files_instead_of_the_seeds(jianbao: Jianbao, library: Library) -> None:
    """The same page gives the same rows, whether it lies in the seeds or is named, and needs no seeds then."""
    page = sorted(library.seeds.iterdir())[0]
    inside = [line for line in jianbao("articles", "--json").out.splitlines() if page.name in line]
    named = jianbao("articles", "--json", "--seeds", "/nowhere", page)
    assert (named.code, named.out.splitlines()) == (0, inside)


def test_for_people(jianbao: Jianbao) -> None:
    """The source, and under it a line with kind, confidence, headline and lines of each article."""
    lines = jianbao("articles").out.splitlines()
    assert lines[0].startswith("000_")
    assert "《胃癌影像筛查AI模型发布》 第89、91行" in "\n".join(lines)


def test_for_people_who_read_english(jianbao: Jianbao, tmp_path: Path) -> None:
    """Which lines is said in their language, here and of an answer."""
    (tmp_path / "my.yaml").write_text("language: en", encoding="utf-8")
    listed = jianbao("articles", "--config", tmp_path / "my.yaml").out
    assert "《胃癌影像筛查AI模型发布》 lines 89, 91" in listed and "行\n" not in listed
    furniture = jianbao("articles", "--furniture", "--config", tmp_path / "my.yaml").out.splitlines()
    assert all(" line " in row and " 第" not in row.partition(" line ")[0] for row in furniture if row)
    answered = jianbao("ask", QUESTION, "--config", tmp_path / "my.yaml").out
    assert ".txt line" in answered and "行\n" not in answered


def test_ready_articles(jianbao: Jianbao, tmp_path: Path) -> None:
    """Markdown and JSONL are taken as they are, the given ids kept."""
    (tmp_path / "一篇.md").write_text("# 五万志愿者集结\n\n短短十个月,五万人报名。\n", encoding="utf-8")
    (tmp_path / "两篇.jsonl").write_text(
        '{"id": "a/1", "title": "甲", "text": "甲报道。"}\n{"id": "a/2", "title": "乙", "text": "乙报道。"}\n',
        encoding="utf-8",
    )
    out = jianbao("articles", "--json", tmp_path / "一篇.md", tmp_path / "两篇.jsonl").out
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["title"] for row in rows] == ["五万志愿者集结", "甲", "乙"]
    assert [row["id"] for row in rows[1:]] == ["a/1", "a/2"]
    for row in rows:
        check(row, ARTICLE)


def test_furniture(jianbao: Jianbao, library: Library) -> None:
    """Articles and furniture together hold every non-blank line of a page, each once."""
    page = sorted(library.seeds.iterdir())[0]
    rows = [json.loads(line) for line in jianbao("articles", "--furniture", "--json", page).out.splitlines()]
    for row in rows:
        check(row, {"source": str, "line": int, "role": str, "text": str})
    lines = page.read_text(encoding="utf-8").split("\n")
    left = {row["line"] for row in rows}
    assert all(lines[row["line"] - 1].strip() == row["text"].strip() for row in rows)
    held = {n for line in jianbao("articles", "--json", page).out.splitlines()
            for row in [json.loads(line)]
            for n in [*row["title_lines"], *(n for a, b in row["spans"] for n in range(a, b + 1))]}  # fmt: skip
    assert not left & set(held) and "扫一扫" in jianbao("articles", "--furniture", page).out


def test_why(jianbao: Jianbao, library: Library) -> None:
    """--explain gives each line its role and the reason."""
    page = sorted(library.seeds.iterdir())[0]
    out = jianbao("articles", "--explain", page).out
    assert "title" in out and "dateline" in out and out.startswith(page.name)


@pytest.mark.parametrize("named", [True, False])
def test_for_the_eye(jianbao: Jianbao, library: Library, tmp_path: Path, named: bool) -> None:
    """--html writes one page a source into a folder made for it, and says where."""
    pages = sorted(library.seeds.iterdir())
    ran = jianbao("articles", "--html", tmp_path / "new" / "out", *(pages if named else []))
    written = [Path(line) for line in ran.out.splitlines()]
    assert [file.name for file in written] == [f"{page.name}.html" for page in pages]
    assert all(file.read_text(encoding="utf-8").startswith("<!doctype html>") for file in written)


def test_for_the_eye_of_one_name(jianbao: Jianbao, tmp_path: Path) -> None:
    """Files of one name in several folders are drawn as pages of their own."""
    for n, folder in enumerate(("一月", "二月"), 1):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "头版.md").write_text(
            f"# {folder}要闻\n\n本报讯 今天是{n}月。\n", encoding="utf-8"
        )
    both = (tmp_path / folder / "头版.md" for folder in ("一月", "二月"))
    written = [Path(line) for line in jianbao("articles", "--html", tmp_path / "out", *both).out.splitlines()]
    assert [file.name for file in written] == ["头版.md.html", "头版.md-2.html"]
    assert ["一月要闻" in file.read_text(encoding="utf-8") for file in written] == [True, False]


def test_for_the_eye_of_long_names(jianbao: Jianbao, tmp_path: Path) -> None:
    """Two names of 255 bytes that begin alike leave no room for .html; they and what comes behind are drawn all the same."""
    names = ["报" * 83 + "甲.md", "报" * 83 + "乙.md", "末.md"]
    for name in names:
        (tmp_path / name).write_text(f"# 要闻\n\n{name[-4]}版今天付印。\n", encoding="utf-8")
    ran = jianbao("articles", "--html", tmp_path / "out", *(tmp_path / name for name in names))
    first, second, last = (Path(line) for line in ran.out.splitlines())
    assert ran.code == 0 and last.name == "末.md.html"
    assert "甲版" in first.read_text(encoding="utf-8") and "乙版" in second.read_text(encoding="utf-8")


def test_one_bad_file_among_good_ones(jianbao: Jianbao, library: Library, tmp_path: Path) -> None:
    """The good ones are shown, the bad one is named with its reason, and the exit code tells."""
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    ran = jianbao("articles", "--json", empty, *library.seeds.iterdir())
    assert ran.code == 1 and ran.complaint == f"{empty}: the file is empty"
    assert len(ran.out.splitlines()) > 5


ROWS = {
    "cut off": ['{"id": "b", "te', '{"id": "a", "text": "乙。"}'],
    "without text": ['{"id": "a", "text": "乙。"}', '{"title": "丙"}'],
    "an id given twice": ['{"id": "a", "text": "乙。"}'],
    "far behind": [*(json.dumps({"text": f"第{n}号公告。"}) for n in range(300)), "[]"],
    "a text given twice": ['{"text": "乙。"}', '{"text": "乙。"}'],
}


@pytest.mark.parametrize("case", ROWS)
def test_rows_are_taken_or_refused_as_in_the_seeds(jianbao: Jianbao, tmp_path: Path, case: str) -> None:
    """A file with a bad row gives nothing, wherever it stands, and the reason is the one that a reload gives."""
    (tmp_path / "seeds").mkdir()
    file = tmp_path / "seeds" / "a.jsonl"
    file.write_text("\n".join(['{"id": "a", "text": "甲。"}', *ROWS[case]]), encoding="utf-8")
    env = {"JIANBAO_DATA": str(tmp_path / "data")}
    reloaded = json.loads(jianbao("reload", "--json", "--seeds", tmp_path / "seeds", env=env).out)
    why = [refusal["why"].replace("a.jsonl", str(file), 1) for refusal in reloaded["refused"]]
    assert bool(why) == (case != "a text given twice")
    for how in ([], ["--json"], ["--furniture"], ["--explain"]):
        ran = jianbao("articles", *how, file)
        assert ran.code == len(why) and ran.err.splitlines() == [f"jianbao: {said}" for said in why]
        assert not (why and ran.out)
    if not why:
        assert len(jianbao("articles", "--json", file).out.splitlines()) == reloaded["articles"]["added"]


BAD = {"empty": b" \n", "binary": bytes(range(256)) * 9, "no Chinese": b"\xe9\xff\x80" * 99}


@pytest.mark.parametrize("how", [[], ["--explain"], ["--furniture"]])
@pytest.mark.parametrize("case", BAD)
def test_a_file_that_is_no_page(jianbao: Jianbao, tmp_path: Path, case: str, how: list[str]) -> None:
    """Whatever is wanted of it, the file is named with the reason."""
    page = tmp_path / "page.txt"
    page.write_bytes(BAD[case])
    ran = jianbao("articles", *how, page)
    assert (ran.code, ran.out) == (1, "") and ran.complaint.startswith(f"{page}: ")


def test_folders(jianbao: Jianbao, tmp_path: Path) -> None:
    """A folder is no file, whatever it is called."""
    assert jianbao("articles", ".").complaint == ".: this is no file"
    assert jianbao("articles", tmp_path).complaint.startswith(f"{tmp_path}: can't be read")


def test_other_encodings(jianbao: Jianbao, library: Library, tmp_path: Path) -> None:
    """The same page in GB18030 gives the same articles."""
    page = sorted(library.seeds.iterdir())[0]
    (tmp_path / page.name).write_bytes(page.read_text(encoding="utf-8").encode("gb18030"))
    assert jianbao("articles", "--json", tmp_path / page.name).out == jianbao("articles", "--json", page).out


def test_options_that_exclude_each_other(jianbao: Jianbao) -> None:
    """What can't be shown at once is bad usage."""
    ran = jianbao("articles", "--explain", "--furniture")
    assert ran.code == 2 and "--furniture" in ran.complaint


@pytest.mark.parametrize("how", [["--json"], ["--furniture", "--json"], ["--explain"], []])
def test_a_page_on_standard_input(jianbao: Jianbao, library: Library, how: list[str]) -> None:
    """A - stands for it; it is cut as the file is."""
    page = sorted(library.seeds.iterdir())[0]
    ran = jianbao("articles", *how, "-", stdin=page.read_text(encoding="utf-8"))
    assert ran.code == 0
    assert ran.out == jianbao("articles", *how, page).out.replace(page.name, "stdin.txt")


def test_rows_on_standard_input(jianbao: Jianbao, tmp_path: Path) -> None:
    """They are read as rows, and stand where - stands among the files."""
    (tmp_path / "a.md").write_text("# 开诊\n今天开诊。", encoding="utf-8")
    ran = jianbao("articles", "--json", "-", tmp_path / "a.md", stdin='{"id": "n1", "text": "好。"}\n')
    assert [json.loads(line)["source"] for line in ran.out.splitlines()] == ["stdin.jsonl", "a.md"]


def test_nothing_on_standard_input(jianbao: Jianbao) -> None:
    """It is called by its name where it can't be read."""
    ran = jianbao("articles", "-", stdin="")
    assert (ran.code, ran.out, ran.complaint) == (1, "", "standard input: the file is empty")


@pytest.mark.parametrize("command", ["ask", "articles"])
def test_help_tells_of_standard_input(jianbao: Jianbao, command: str) -> None:
    """Where - may be given, the help says so."""
    assert "standard input" in " ".join(jianbao(command, "--help").out.split()).replace(" │ │ ", " ")


def test_a_short_paragraph_is_not_drawn_as_a_subhead(jianbao: Jianbao, tmp_path: Path) -> None:
    """In half width too, and where it only asks: bold is what stands over text, and comes to no stop."""
    page = tmp_path / "信.txt"
    page.write_text(
        "取件柜认不出我\n\n编辑同志:\n我今年78岁,小区的取件柜换成了人脸识别,连续七次都说我的面部特征不完整,旁边的年轻人等急了。\n"
        "我不是不愿意学。能不能保留取件码?\n\n盼着答复\n\n我问过物业,物业说这是厂家的事,厂家的电话打了三天也没有人接,到今天还没有下文。\n",
        encoding="utf-8",
    )
    jianbao("articles", "--html", tmp_path / "out", page)
    drawn = (tmp_path / "out" / "信.txt.html").read_text(encoding="utf-8")
    bold = re.findall('<p class="sub">.*?</a>(.*?)</p>', drawn)
    assert "盼着答复" in bold and not any("取件码" in text or "编辑" in text for text in bold)
