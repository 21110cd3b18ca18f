"""`jianbao chat` without a terminal."""

from __future__ import annotations

from bot.texts import texts_in
from tests.cli.conftest import QUESTION, Jianbao


def test_one_message_a_line(jianbao: Jianbao) -> None:
    """Each line is answered by the bot's conversation, follow-ups included, to the end of the input."""
    ran = jianbao("chat", stdin=f"你好\n\n{QUESTION}\n/cite\n/nonsense\n")
    replies = ran.out.strip().split("\n\n")
    assert (ran.code, ran.err, len(replies)) == (0, "", 4)
    assert replies[0] == texts_in("zh").plain("tone_greeting")
    assert "2024年6月" in replies[1] and "[N]." in replies[2]


def test_the_whole_article_asked_for_in_words(jianbao: Jianbao) -> None:
    """全文 is /full."""
    in_words, by_command = (jianbao("chat", stdin=f"{QUESTION}\n{full}\n").out for full in ("全文", "/full"))
    assert in_words == by_command and "2024年6月" in in_words.split("\n\n", 1)[1]


def test_an_empty_input(jianbao: Jianbao) -> None:
    """Nothing is said where nothing is asked."""
    ran = jianbao("chat", stdin="")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
