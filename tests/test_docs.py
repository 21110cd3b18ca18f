"""The READMEs: they name what there is, and nothing else; the examples in docstrings hold."""

from __future__ import annotations

import doctest
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from telegram.ext import CommandHandler
from typer.main import get_command

from bot.app import handlers
from bot.cards.render import Shelf
from bot.cards.texts import texts_in
from bot.cli import app
from bot.telegram.menus import ADMIN, GROUP
from bot.terminal.plain import BRACKETS, answer_text
from config.settings import load_settings
from retrieval.corpus import Corpus
from tests.test_layers import modules

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
CLI = set(get_command(app).commands)  # type: ignore[attr-defined]
BOT = {
    name
    for handler in handlers(load_settings(None, None, {}))
    if isinstance(handler, CommandHandler)
    for name in handler.commands
}


def _text(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


def _code(text: str) -> str:
    """Return the code of a Markdown text: what stands between backticks and what is indented or fenced."""
    blocks = re.findall(r"^```.*?^```|^    .*?$", text, re.S | re.M)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.S | re.M))
    return "\n".join([*blocks, *spans])


def _mapped(text: str) -> Iterator[str]:
    """Yield the files that the map names, e.g. `retrieval/articles/split.py`.

    A table headed "in `room/`" lists files of that room. In its rows a folder (`engines/`) is the place of the
    files after it, and of those in the rows below that begin with a dash.
    """
    room = folder = ""
    for line in text.splitlines():
        if head := re.match(r"\| in `(\w+/)`", line):
            room = folder = head[1]
        elif not line.startswith("|"):
            room = ""
        elif room:
            files = line.split("|")[1]
            folder = folder if files.strip().startswith("–") else room
            for name in re.findall(r"`([\w/.]+)`", files):
                if name.endswith("/"):
                    folder = room + name
                else:
                    yield folder + name


def _modules() -> set[str]:
    files = [file for room in ("bot", "retrieval") for file in (ROOT / room).rglob("*.py")]
    return {str(file.relative_to(ROOT)) for file in files if file.name != "__init__.py"}


@pytest.mark.parametrize("readme", READMES)
def test_short_enough_to_be_read(readme: str) -> None:
    """A README has fewer than 150 lines."""
    assert len(_text(readme).splitlines()) < 150


def test_the_map_names_every_file() -> None:
    """Each module of bot/ and retrieval/ stands in the map once, and nothing that isn't there."""
    mapped = list(_mapped(_text("README.md")))
    assert sorted(_modules() - set(mapped)) == [], "not in the map"
    assert sorted(set(mapped) - _modules()) == [], "in the map, and no such file"
    assert len(mapped) == len(set(mapped)), "in the map twice"


@pytest.mark.parametrize("readme", READMES)
def test_commands_of_the_command_line(readme: str) -> None:
    """Every command is named as `jianbao …`, and every `jianbao …` is a command."""
    named = set(re.findall(r"\bjianbao (\w+)", _code(_text(readme))))
    assert named == CLI


@pytest.mark.parametrize("readme", READMES)
def test_commands_of_the_bot(readme: str) -> None:
    """Every command that the bot takes is named as `/…`, and every `/…` is one it takes."""
    spans = re.findall(r"`(/[^`\n]*)`", _text(readme))
    named = {name for span in spans for name in re.findall(r"(?:^|\s)/([a-z]+)\b(?!/)", span)}
    assert named == BOT


def test_the_menus_offer_what_there_is() -> None:
    """No command of a menu lacks its handler."""
    assert {*ADMIN, *GROUP} <= BOT


@pytest.mark.parametrize("readme", READMES)
def test_options(readme: str) -> None:
    """Every --option in a README belongs to some command."""
    known = {
        option
        for command in get_command(app).commands.values()  # type: ignore[attr-defined]
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    } | {"--help"}
    ours = re.sub(r"python -m .*", "", _code(_text(readme)))
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", ours)) <= known


@pytest.mark.parametrize("readme", READMES)
def test_make(readme: str) -> None:
    """Every `make …` in a README is a target, and both that a newcomer needs are there."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"\bmake ([a-z-]+)", _code(_text(readme))))
    assert {"run", "test"} <= named <= targets


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open(ROOT / "seeds")


@pytest.mark.parametrize("readme", READMES)
def test_the_example_is_real(readme: str, corpus: Corpus) -> None:
    """The question shown gets the answer shown, but for what "…" leaves out, with the very citation."""
    found = re.search(r'^\$ jianbao ask "(.*)"\n(.*)\n(.*)$', _text(readme), re.M)
    assert found
    answer = answer_text(corpus.ask(found[1]), Shelf(5, 45), texts_in("zh"), BRACKETS, 1)
    assert found[2].strip("…") in answer and found[3] == answer.splitlines()[-1]


@pytest.mark.parametrize("readme", READMES)
def test_places(readme: str) -> None:
    """Every folder, every module to run and every relative link in a README exists."""
    text = _text(readme)
    for path in re.findall(r"\]\((?!http)([^)#]+)[^)]*\)", text):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"`((?:tests|config|retrieval|bot|seeds|eval)/[\w/.]*)`", text):
        assert (ROOT / path).exists(), path
    for paths in re.findall(r"([\w/]+\.jsonl):([\w/]+)", text):  # a set of questions and its pages
        assert all((ROOT / path).exists() for path in paths), paths
    for module in re.findall(r"python -m ([\w.]+)", text):
        place = ROOT / module.replace(".", "/")
        assert place.with_suffix(".py").exists() or (place / "__main__.py").exists(), module


@pytest.mark.parametrize(
    "file", sorted((ROOT / "tests" / "benchmarks").glob("*.py")), ids=lambda file: file.stem
)
def test_benchmarks_and_fits_find_what_they_use(file: Path) -> None:
    """They are run now and then only, so nothing else notices when a name they import is gone."""
    importlib.import_module(f"tests.benchmarks.{file.stem}")


@pytest.mark.parametrize("module", ["tests.benchmarks.fit_evidence", "tests.benchmarks.fit_confidence"])
def test_a_fit_without_questions(module: str) -> None:
    """It says how it is called, and nothing of Python."""
    ran = subprocess.run([sys.executable, "-m", module], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 2 and "QUESTIONS:SEEDS[:WEIGHT]" in ran.stderr and "Traceback" not in ran.stderr


WITH_EXAMPLES = sorted(name for name, path in modules().items() if ">>>" in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples_in_docstrings_hold(module: str) -> None:
    """Whoever reads one may rely on it."""
    tried = doctest.testmod(importlib.import_module(module))
    assert tried.attempted
    assert not tried.failed
