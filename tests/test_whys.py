"""The reasons of what is refused or fails: they travel, last, and are said in the reader's language."""

from __future__ import annotations

import ast
import pickle
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cards.texts import LANGUAGES, texts_in
from bot.cards.whys import said
from retrieval import errors
from retrieval.errors import GoldenError, PageError, RetrievalError, SeedsError, UnreadableError
from retrieval.index.packing import pack_why, unpack_why
from retrieval.pages import read_sidecar
from retrieval.seeds.folder import articles_in
from retrieval.whys import ENGLISH, Why
from tests.test_layers import modules

ERRORS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, RetrievalError)
}


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for name, file in modules().items():
        if name != "retrieval.whys":
            yield name, ast.parse(file.read_text(encoding="utf-8"))


def _given() -> Iterator[tuple[str, str, set[str]]]:
    """Yield each word that our code gives for a reason, where, and the names of the facts that it gives with it.

    Only where it spells them out: what it puts together elsewhere can't be read off.
    """
    for place, tree in _trees():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            kind = ERRORS.get(getattr(call.func, "id", ""))
            words = call.args[1 if kind and issubclass(kind, PageError) else 0 :]
            if kind and words and isinstance(words[0], ast.Constant) and all(k.arg for k in call.keywords):
                yield place, str(words[0].value), {str(k.arg) for k in call.keywords}
            elif getattr(call.func, "id", "") == "Why" and isinstance(call.args[0], ast.Constant):
                facts = call.args[1] if len(call.args) > 1 else ast.Dict([], [])
                if isinstance(facts, ast.Dict):
                    yield place, str(call.args[0].value), {str(ast.literal_eval(k)) for k in facts.keys if k}


def test_each_reason_comes_with_what_its_sentence_names() -> None:
    """Wherever a reason is given it has a sentence, and all that stands in it."""
    given = list(_given())
    assert len(given) > 50
    for place, word, facts in given:
        assert facts == _names(ENGLISH[word]), f"{place}: {word}"


def test_no_sentence_is_left_over() -> None:
    """Each reason that has a sentence is given somewhere."""
    words = {node.value for _, tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert ENGLISH.keys() - words == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reason_has_its_sentence(language: str) -> None:
    """It is said in each language, with nothing in it that the reason doesn't know; only the words of a library may be left out."""
    texts = texts_in(language)
    assert {f"why_{word}" for word in ENGLISH} == {key for key in texts.names() if key.startswith("why_")}
    for word, sentence in ENGLISH.items():
        named, known = _names(texts.template(f"why_{word}")), _names(sentence)
        assert named <= known and known - named <= {"cause", "size"}, word


def test_what_is_in_a_reason_is_said_in_the_language_too() -> None:
    """A reason that is about another one is said with it, in one language."""
    why = Why(
        "version_unread", {"folder": "000007-a", "cause": Why("index_unread", {"folder": "a", "cause": "x"})}
    )
    assert said(why, texts_in("zh")) == "000007-a 读不了（索引 a 读不了（x））"
    assert str(why) == "000007-a can't be read (a: not a readable index (x))"


@pytest.mark.parametrize(
    "error",
    [
        SeedsError("seeds_missing", folder="剪报"),
        PageError("坏.jsonl", "row_string", row=3, key="title"),
        UnreadableError("坏.txt", "page_unread", cause="Permission denied"),
        GoldenError("golden_share", (Why("closing"),), file="必答.jsonl", right="50%", bound="90%"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_travels_between_processes(error: RetrievalError) -> None:
    """It arrives with its reason, and all else that it holds."""
    came = pickle.loads(pickle.dumps(error))
    assert type(came) is type(error) and (vars(came), str(came)) == (vars(error), str(error))


@pytest.mark.parametrize(
    "why",
    [
        Why("page_empty"),
        Why("row_text", {"row": 3}),
        Why("side_text", {"side": "坏.yaml", "fault": Why("page_binary")}),
    ],
    ids=lambda why: why.word,
)
def test_a_reason_lasts(why: Why) -> None:
    """What the store keeps of a reason is all of it."""
    assert unpack_why(pack_why(why)) == why


ROWS = {
    "{": ("第 1 行不是一个 JSON 对象", "row 1 is not a JSON object"),
    "[1]": ("第 1 行不是一个 JSON 对象", "row 1 is not a JSON object"),
    '{"text": ""}': ("第 1 行的 text 没写，或者是空的", "in row 1, 'text' is missing or empty"),
    '{"text": "好。", "page": [1]}': ("第 1 行的 page 要写成字符串", "in row 1, 'page' must be a string"),
    '{"text": "好。", "date": "昨天"}': (
        "第 1 行的 date 要写成“年-月-日”，例如 2025-06-01",
        "in row 1, 'date' must be YYYY-MM-DD, e.g. 2025-06-01",
    ),
    '{"id": "7", "text": "好。"}\n{"id": "7", "text": "坏。"}': (
        "两篇文章用了同一个 id“7”，请各起各的，或者都不写",
        "two articles have the id “7”; give each its own, or none",
    ),
    "\n": ("文件是空的", "the file is empty"),
}


@pytest.mark.parametrize("raw", ROWS)
def test_a_bad_row_in_the_readers_language(tmp_path: Path, raw: str) -> None:
    """The row, and the key or the id that is wrong, are named in Chinese and in English."""
    (tmp_path / "坏.jsonl").write_text(raw, encoding="utf-8")
    with pytest.raises(PageError) as caught:
        list(articles_in(tmp_path / "坏.jsonl"))
    assert tuple(said(caught.value.why, texts_in(language)) for language in ("zh", "en")) == ROWS[raw]


SIDECARS = {
    "date: 昨天": "坏.yaml 里的 date 要写成“年-月-日”，例如 2025-06-01",
    "publicaton: 健康报": "坏.yaml 里没有“publicaton”这一项，是不是想写 publication？",
    "page: [1, 2]": "坏.yaml 里的 page 只能写一段文字，例如 publication: 健康报",
    "- 健康报": "坏.yaml 要一行写一项，例如 publication: 健康报",
    "page: 3\n\turl: x": "坏.yaml 第 2 行读不懂：要一行写一项，例如 publication: 健康报",
    "\0\1\2\3" * 9: "坏.yaml：是二进制文件，不是文字",
}


@pytest.mark.parametrize("raw", SIDECARS, ids=range(len(SIDECARS)))
def test_a_slip_in_a_sidecar_in_the_readers_language(tmp_path: Path, raw: str) -> None:
    """The sidecar, and the key or the line that is wrong, are named in Chinese."""
    (tmp_path / "坏.yaml").write_text(raw, encoding="utf-8")
    with pytest.raises(PageError) as caught:
        read_sidecar(tmp_path / "坏.txt")
    assert said(caught.value.why, texts_in("zh")) == SIDECARS[raw]
