"""`jianbao chat` without a terminal."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys

import pytest

from bot.cards.texts import texts_in
from tests.cli.conftest import QUESTION, ROOT, Jianbao, Library


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


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_a_question_typed_in_a_terminal(library: Library, locale: str) -> None:
    """Whatever the locale, what is typed arrives."""
    start = [sys.executable, "-c", "from bot.cli import main; main()", "chat", "--seeds", str(library.seeds)]
    environ = os.environ | {"JIANBAO_DATA": str(library.data), "PYTHONPATH": str(ROOT), "LC_ALL": locale}
    ours, theirs = pty.openpty()
    with subprocess.Popen(start, stdin=theirs, stdout=theirs, stderr=theirs, env=environ) as process:
        try:
            _until_prompt(ours)
            os.write(ours, f"{QUESTION}\n".encode())
            said = _until_prompt(ours)
            os.write(ours, b"/quit\n")
            code = process.wait(10)
        finally:
            process.kill()
            os.close(theirs)
            os.close(ours)
    assert "2024年6月" in said and "没有找到" not in said and code == 0


def _until_prompt(terminal: int) -> str:
    """Return what a terminal shows until it asks for the next message."""
    shown = b""
    while not shown.endswith(b"\n> ") and select.select([terminal], [], [], 20)[0]:
        shown += os.read(terminal, 4096)
    return shown.decode()


def test_an_empty_input(jianbao: Jianbao) -> None:
    """Nothing is said where nothing is asked."""
    ran = jianbao("chat", stdin="")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
