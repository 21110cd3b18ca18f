"""The terminal's conversation."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from bot.talk.conversation import chat
from bot.telegram.menus import ADMIN
from config.settings import Settings
from retrieval.corpus import Corpus
from tests.bot.conftest import QUESTION

BOT_COMMANDS = {f"/{command}" for command in [*ADMIN, "unwatch"]}


def test_one_message_a_line(seeds: Path, settings: Callable[..., Settings]) -> None:
    """Without a terminal every line gets its answer in plain text, in order, to the end of the input."""
    out = StringIO()
    lines = [
        "/start",
        QUESTION,
        "",
        "/next",
        "/context",
        "/full",
        "/cite",
        "/help",
        "/about",
        "/sources",
        "/weather",
    ]
    chat(Corpus.open(seeds), settings(), StringIO("\n".join(lines)), out)
    replies = out.getvalue().split("\n\n")
    assert out.getvalue().startswith("您好，我是剪报")
    assert "【2024年6月】成立" in out.getvalue() and "医院.txt 第" in out.getvalue()
    assert "<b>" not in out.getvalue().replace("<b>不要</b>", "")
    assert "[N]. " in out.getvalue()
    assert replies[-2].startswith("没有这个命令")


def test_quit(seeds: Path, settings: Callable[..., Settings]) -> None:
    """/quit ends it, and a button's command before any question says what is missing."""
    out = StringIO()
    chat(Corpus.open(seeds), settings(), StringIO(f"/full\n/quit\n{QUESTION}\n"), out)
    assert out.getvalue() == "眼下没有答案可看，先问一个问题吧。\n\n"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (f"/ask：{QUESTION}", "2024年6月"),
        (f"/ask　{QUESTION}", "2024年6月"),
        (f"\ufeff/ASK {QUESTION}", "2024年6月"),
        ("\ufeff/verify 每校至少配备一名心理教师", "一字不差"),
        ("/verify\t每校至少配备一名心理教师", "一字不差"),
        ("/help@jianbao_bot", "怎么问"),
        ("/HELP", "怎么问"),
        ("/About", "资料版本"),
        ("/quit@jianbao_bot", ""),
        ("/Quit ", ""),
        (f"/{QUESTION}", "2024年6月"),
        ("/weather：北京", "没有这个命令"),
    ],
)
def test_how_a_command_is_written(
    seeds: Path, settings: Callable[..., Settings], message: str, said: str
) -> None:
    """What is a command in Telegram is one here, whatever its capitals and whatever stands behind it."""
    out = StringIO()
    chat(Corpus.open(seeds), settings(), StringIO(message), out)
    assert said in out.getvalue() if said else not out.getvalue()


def test_help(seeds: Path, settings: Callable[..., Settings]) -> None:
    """Only what a terminal has is offered, and each command that stands there works; the others say where they do."""
    corpus = Corpus.open(seeds)
    out = StringIO()
    chat(corpus, settings(), StringIO("/help"), out)
    offered = set(re.findall("/[a-z]+", out.getvalue()))
    assert "/watch" not in offered and "按钮" not in out.getvalue() and "\n· 《" in out.getvalue()
    for command in BOT_COMMANDS | offered - {"/quit"}:
        said = StringIO()
        chat(corpus, settings(), StringIO(f"{QUESTION}\n{command}\n"), said)
        *_, reply = said.getvalue().strip().split("\n\n")
        assert "没有这个命令" not in reply
        assert not (command in offered and "在 Telegram 里用" in reply)


def test_nothing_found(seeds: Path, settings: Callable[..., Settings]) -> None:
    """After a question without hits there is no article to look at, least of all that of the question before."""
    out = StringIO()
    chat(Corpus.open(seeds), settings(), StringIO(f"{QUESTION}\n谢谢\n/cite\n榴莲蛋糕\n/full"), out)
    _, thanks, cited, none, full, _ = out.getvalue().split("\n\n")
    assert "不客气" in thanks and "[N]." in cited
    assert "没有找到" in none and full == "眼下没有答案可看，先问一个问题吧。"


@pytest.mark.parametrize(("word", "command"), [("全文", "/full"), ("上下文", "/context")])
def test_a_button_in_words(seeds: Path, settings: Callable[..., Settings], word: str, command: str) -> None:
    """What a button would show is shown to who names it, as by the command; with no answer yet both say so."""
    said = []
    for asked in (word, command):
        out = StringIO()
        chat(Corpus.open(seeds), settings(), StringIO(f"{asked}\n{QUESTION}\n{asked}"), out)
        said.append(out.getvalue())
    assert said[0] == said[1] and said[0].startswith("眼下没有答案可看")


def test_turning_in_words(seeds: Path, settings: Callable[..., Settings]) -> None:
    """第二条 does there what /next does, and 全文 opens what it turned to."""
    replies = []
    for turn in ("第二条", "第二篇", "/next"):
        out = StringIO()
        chat(Corpus.open(seeds), settings(), StringIO(f"谁成立了健康中心？\n{turn}\n全文"), out)
        replies.append(out.getvalue())
    assert replies[0] == replies[1] == replies[2] and "第 2 条" in replies[0]


def test_a_complaint(seeds: Path, settings: Callable[..., Settings]) -> None:
    """No button is spoken of where there is none."""
    out = StringIO()
    chat(Corpus.open(seeds), settings(), StringIO(f"{QUESTION}\n你错了"), out)
    assert "对不起" in out.getvalue() and "👎" not in out.getvalue() and "/next" in out.getvalue()


def test_what_is_asked_of_a_quotation(seeds: Path, settings: Callable[..., Settings]) -> None:
    """After /verify the article that was shown is the one that is talked about."""
    out = StringIO()
    lines = [QUESTION, "/verify 每校至少配备一名心理教师", "这篇讲了什么？", "全文"]
    chat(Corpus.open(seeds), settings(), StringIO("\n".join(lines)), out)
    gist, full = out.getvalue().split("概括我不会")[1].split("\n\n", 1)
    assert "心理健康宣传月启动" in gist and "一万两千所学校" in full and "志愿" not in gist + full


def test_verify(seeds: Path, settings: Callable[..., Settings]) -> None:
    """A quotation is looked up here as in Telegram; what can't be done in a terminal says where it can."""
    out = StringIO()
    lines = ["/verify 安州区中医院开设热射病门诊", "/verify", "/verify 好", "/watch 托育", "/language"]
    chat(Corpus.open(seeds), settings(), StringIO("\n".join(lines)), out)
    verdict, *_ = out.getvalue().splitlines()
    assert "一字不差" in verdict and "医院.txt 第" in out.getvalue()
    assert out.getvalue().count("在 Telegram 里用") == 2
    assert "没有这个命令" not in out.getvalue()
