"""The sentences."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from bot.cards.texts import LANGUAGES, Html, escape, texts_in
from bot.telegram.menus import ADMIN, GROUP
from retrieval.corpus import Corpus
from tests.bot.conftest import QUESTION, MakeWorld
from tests.bot.judge import judge_text
from tests.bot.world import ME


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_agree(language: str) -> None:
    """Each language has every sentence, with the same names to fill in."""
    here, there = texts_in("zh"), texts_in(language)
    assert here.names() == there.names()
    for key in here.names():
        assert _names(here.template(key)) == _names(there.template(key)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_one_telegram_takes(language: str) -> None:
    """TDLib parses every sentence, whatever is filled in."""
    texts = texts_in(language)
    for key in texts.names():
        values = {name: "<b>&\u202e" for name in _names(texts.template(key))}
        judge_text(texts.say(key, **values), "HTML", 4096)


def test_every_command_has_its_line_in_the_menu() -> None:
    """No command of a menu lacks its description."""
    assert {f"menu_{name}" for name in (*ADMIN, *GROUP)} <= texts_in("en").names()


def test_traditional_sentences_come_from_opencc_but_quotations_stay() -> None:
    """Our words are converted, what is filled in isn't."""
    assert texts_in("zh-hant").say("press_gone") == "這篇文章已經不在館裡了。"
    assert texts_in("zh-hant").say("reload_failed", why="读不了").endswith("读不了")


def test_markup_and_overrides_in_values() -> None:
    """Values are shown, never obeyed."""
    assert escape("<b>\u202e剪\x00报\ud800</b>") == "&lt;b&gt;剪报&lt;/b&gt;"
    assert texts_in("zh").say("reload_failed", why=Html("<b>坏</b>")).endswith("<b>坏</b>")


def test_who_replies_does_so_in_one_spelling() -> None:
    """In Traditional characters 回覆 is the word, whatever stands around it."""
    texts = texts_in("zh-hant")
    sentences = [texts.template(name) for name in texts.names()]
    assert any("回覆" in text for text in sentences) and not any("回復" in text for text in sentences)


async def test_one_and_several(make_world: MakeWorld, tmp_path: Path) -> None:
    """English has another word for one than for several."""
    for page in (1, 2):
        (tmp_path / f"{page}.txt").write_text(f"灯塔换灯\n\n石浦灯塔{page}月换灯。\n", encoding="utf-8")
        shelf = await make_world(Corpus.open(tmp_path))
        (card,) = await shelf.say("/sources", user=ME | {"language_code": "en"})
        told = {1: "1 page, 1 article", 2: "2 pages, 2 articles"}[page]
        assert card.text.endswith(f"On the shelf: {told}") or f"{told}\n" in card.text


@pytest.mark.parametrize(("code", "lines"), [("en", "lines 2, 4–5"), ("zh-hans", "第2、4—5行")])
async def test_a_citation_in_the_readers_language(make_world: MakeWorld, code: str, lines: str) -> None:
    """Its lines are named in that language, and pasted back it opens what it cites."""
    reader, world = ME | {"language_code": code}, await make_world()
    (card,) = await world.say(QUESTION, user=reader)
    cited = next(line for line in card.text.splitlines() if line.startswith("📰"))
    assert cited.endswith(f"医院.txt {lines}")
    for pasted in (cited, f"医院.txt {lines}"):
        (opened,) = await world.say(pasted, user=reader)
        assert "5万余名志愿者报名" in opened.text and lines in opened.text
        assert "reliable" not in opened.text
