"""The settings: every key explained, every mistake named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from config.settings import DEFAULTS, Settings, SettingsError, load_settings


def _keys(section: type[BaseModel], prefix: str = "") -> set[str]:
    keys: set[str] = set()
    for name, known in section.model_fields.items():
        inner = known.annotation
        nested = isinstance(inner, type) and issubclass(inner, BaseModel)
        keys |= _keys(inner, f"{prefix}{name}.") if nested else {prefix + name}  # type: ignore[arg-type]
    return keys


def _leaves(values: dict[str, Any], prefix: str = "") -> set[str]:
    keys: set[str] = set()
    for name, value in values.items():
        keys |= _leaves(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name}
    return keys


def test_every_key_has_its_default() -> None:
    """default.yaml holds exactly the keys that Settings knows."""
    assert _leaves(yaml.safe_load(DEFAULTS.read_text(encoding="utf-8"))) == _keys(Settings)


def test_every_default_is_explained() -> None:
    """Each key's line says in a comment what it means; a number's also its unit or its bounds."""
    for line in DEFAULTS.read_text(encoding="utf-8").splitlines():
        found = re.match(r"\s*(\w+):\s*([^#]*?)\s*(#.*)?$", line)
        if not found or not found[2]:
            continue  # a blank line, a comment, or the head of a group
        comment = found[3] or ""
        assert len(comment) > 10, f"{line}: no comment"
        if re.fullmatch(r"\d+(\.\d+)?", found[2]):
            assert re.search(r"\d|minute|day|hour|second|character|byte|least|share|version|file", comment), (
                line
            )


def test_the_defaults_are_good() -> None:
    """Without any file everything has a value, and the environment's data folder counts."""
    settings = load_settings(None, None, {"JIANBAO_DATA": "/srv/jianbao"})
    assert settings.data == Path("/srv/jianbao") and settings.seeds == Path("seeds") and settings.admins == ()


def test_a_file_is_laid_over(tmp_path: Path) -> None:
    """Only what differs need be given; a group whose keys are all commented out changes nothing."""
    file = tmp_path / "my.yaml"
    file.write_text("admins: [42]\nsearch:\n  hits: 3\nlog:\n  # level: debug\n", encoding="utf-8")
    for settings in (load_settings(file, None, {}), load_settings(None, None, {"JIANBAO_CONFIG": str(file)})):
        assert (settings.admins, settings.search.hits, settings.search.waiting) == ((42,), 3, 64)
        assert settings.log.level == "info"


def test_the_command_line_wins(tmp_path: Path) -> None:
    """What is given there is laid over the file; what isn't, isn't."""
    file = tmp_path / "my.yaml"
    file.write_text("seeds: here", encoding="utf-8")
    assert load_settings(file, {"seeds": Path("there")}, {}).seeds == Path("there")
    assert load_settings(file, {"seeds": None}, {}).seeds == Path("here")


@pytest.mark.parametrize("name", ["JIANBAO_DATA", "JIANBAO_CONFIG"])
def test_a_variable_that_is_blank_is_named(name: str) -> None:
    """No file is to blame for what the environment holds."""
    with pytest.raises(SettingsError, match=f"^{name}: should be a path"):
        load_settings(None, None, {name: " "})


BAD: dict[str, tuple[bytes, str]] = {
    "unknown key": (b"serach: {hits: 3}", "serach: no such key; did you mean search?"),
    "key of a group without it": (
        b"webhook.url: https://x.org/a",
        "webhook.url: no such key; did you mean webhook: {url: …}?",
    ),
    "misspelt key of a group without it": (
        b"search.hist: 3",
        "search.hist: no such key; did you mean search: {hits: …}?",
    ),
    "a key for a group": (b"data.x: /srv", "data.x: no such key; did you mean data?"),
    "unknown key in a group": (b"search: {hist: 3}", "search.hist: no such key; did you mean search.hits?"),
    "a key like none": (b"qqqqqqqq: 1", "qqqqqqqq: no such key"),
    "a key that is a number": (b"1: 2", "1: no such key"),
    "text for a number or auto": (
        b"search: {processes: all}",
        "search.processes: should be auto or a whole number",
    ),
    "too many processes": (
        b"search: {processes: 65}",
        "search.processes: should be auto or a whole number from 0 to 64",
    ),
    "yes for a number": (b"search: {processes: yes}", "search.processes: should be auto or a whole number"),
    "yes for a count": (
        b"limits: {per_user_per_minute: yes}",
        "limits.per_user_per_minute: should be a number, not yes or no",
    ),
    "yes for a share": (b"golden: {bound: true}", "golden.bound: should be a number, not yes or no"),
    "yes among ids": (b"admins: [5, true]", "admins.1: should be a number, not yes or no"),
    "a word for a list of words": (
        "search: {user_words: 热射病}".encode(),
        "search.user_words: should be a list, between [ and ]",
    ),
    "text for a number": (b"search: {hits: many}", "search.hits: should be a valid integer"),
    "too large": (b"search: {hits: 21}", "search.hits: should be less than or equal to 20"),
    "a number for a list": (b"admins: 5", "admins: should be a list"),
    "a name among ids": (b"admins: [5, bob]", "admins.1: should be a valid integer"),
    "a number for a group": (b"log: 5", "log: should be a group of keys"),
    "a list for a path": (b"seeds: [a]", "seeds: "),
    "nothing for a path": (b'seeds: ""', "seeds: should be a path"),
    "no text for a path": (b'data: "a\\0b"', "data: should be a path"),
    "half an address": (b"webhook: {url: example.org, secret: x}", "webhook.url: should be a whole address"),
    "a blank in it": (b"webhook: {url: 'https://a b', secret: x}", "webhook.url: should be a whole address"),
    "no port": (b"webhook: {url: 'https://a:x/', secret: x}", "webhook.url: should be a whole address"),
    "the path of another": (
        b"webhook: {url: 'https://example.org/healthz', secret: x}",
        "webhook.url: should have another path: at /healthz",
    ),
    "a group among admins": (
        b"admins: [12, -1009]",
        "admins.1: should be the id of a user, which is above 0",
    ),
    "nobody among admins": (b"admins: [0]", "admins.0: should be the id of a user"),
    "an id that is none": (b"admins: [99999999999999999999]", "admins.0: should be the id of a user"),
    "a user among groups": (
        b"groups: {allowed: [88]}",
        "groups.allowed.0: should be the id of a group, which is below 0",
    ),
    "no address of a machine": (
        b"webhook: {listen: 10.0.0.256}",
        "webhook.listen: should be an address of this machine, e.g. 127.0.0.1",
    ),
    "a port in an address": (
        b"webhook: {listen: '127.0.0.1:80'}",
        "webhook.listen: should be an address of this machine",
    ),
    "a key given twice": (
        b"admins: [7]\nlog: {level: info}\nadmins: [8]",
        "admins: is given twice (lines 1 and 3)",
    ),
    "a key given twice in a group": (
        b"search:\n  hits: 3\n  waiting: 2\n  hits: 4",
        "hits: is given twice (lines 2 and 4)",
    ),
    "longer than anybody lives": (
        b"log: {keep_days: 90000}",
        "log.keep_days: should be less than or equal to 36500",
    ),
    "hours without end": (
        b"uploads: {keep_hours: 999999999}",
        "uploads.keep_hours: should be less than or equal to 87600",
    ),
    "nowhere to listen": (b'webhook: {listen: ""}', "webhook.listen: "),
    "no such choice": (b"log: {level: loud}", "log.level: should be 'debug'"),
    "a webhook without secret": (b'webhook: {url: "https://x"}', "webhook.secret"),
    "no keys at all": (b"- seeds", "should hold keys and values"),
    "questions that aren't there": (
        b"golden: {file: /nowhere/g.jsonl}",
        "golden.file: there is no file /nowhere/g.jsonl",
    ),
    "not UTF-8": ("seeds: 报纸".encode("gb18030"), "is not UTF-8 text"),
    "broken YAML": (b"seeds: x\nadmins: [1\nlog: {}", "line 3 is not YAML"),
    "a tab": (b"search:\n\thits: 3", "line 2 is not YAML"),
    "an impossible date": (b"seeds: 2025-13-45", "can't be read"),
    "brackets without end": (b"a: " + b"[" * 600, "can't be read"),
    "no character": (rb'seeds: "\UFFFFFFFF"', "can't be read: no such character"),
    "not what its tag says": (b"log: {questions: !!bool maybe}", "can't be read: "),
    "no number at all": (b'admins: [!!int ""]', "can't be read: "),
    "half a character": (rb'search: {user_words: [a, "\ud83d"]}', "search.user_words: should be text"),
    "half a character in a path": (rb'golden: {file: "\ud83d"}', "golden.file: should be text"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_mistake(tmp_path: Path, case: str) -> None:
    """One line names the file, the key or the line, and what is wrong, in words that don't speak of Python."""
    file = tmp_path / "my.yaml"
    file.write_bytes(BAD[case][0])
    with pytest.raises(SettingsError) as raised:
        load_settings(file, None, {})
    said = str(raised.value)
    assert said.startswith(str(file)) and BAD[case][1] in said and "\n" not in said
    assert not re.search(r"tuple|dictionary|instance|Value error|Input", said)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (b'{"q": 1}', "g.jsonl line 1: wants a JSON object with question"),
        ('{"question": "几点开门", "file": null}\n\nnotjson'.encode(), "g.jsonl line 3: wants a JSON object"),
        ("问题".encode("gb18030"), "g.jsonl: the golden questions are not UTF-8 text"),
    ],
)
def test_golden_questions_that_cannot_be_read(tmp_path: Path, rows: bytes, said: str) -> None:
    """The settings that name them are bad ones: file and key are told, and where in the questions it is."""
    file, questions = tmp_path / "my.yaml", tmp_path / "g.jsonl"
    file.write_text(f"golden: {{file: {questions}}}", encoding="utf-8")
    questions.write_bytes(rows)
    with pytest.raises(SettingsError, match=f"^{file}: golden.file: {tmp_path}/{said}"):
        load_settings(file, None, {})


def test_no_such_file(tmp_path: Path) -> None:
    """A file that isn't there, or is a folder, is named."""
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(SettingsError, match=f"{path}: can't be read"):
            load_settings(path, None, {})


def test_the_secret_stays_secret() -> None:
    """No repr and no error shows the webhook's secret."""
    settings = load_settings(None, {"webhook": {"url": "", "listen": "x", "port": 1, "secret": "s3cret"}}, {})
    assert "s3cret" not in repr(settings)
    with pytest.raises(SettingsError) as raised:
        load_settings(None, {"webhook": {"url": "", "listen": "x", "port": 1, "secret": "s3cret!"}}, {})
    assert "s3cret" not in str(raised.value)
