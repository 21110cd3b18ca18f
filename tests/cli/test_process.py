"""What only a process of its own can show: pipes, signals, a dead Telegram."""

from __future__ import annotations

import functools
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import NONSENSE, QUESTION, ROOT, Library

Spawn = Callable[..., "subprocess.Popen[str]"]


def test_the_reader_goes_away(spawn: Spawn) -> None:
    """`jianbao articles | head -1` ends in silence."""
    with spawn("articles", "--json") as process:
        assert process.stdout and process.stderr
        json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("ask 医院 >&-", 1, "Bad file descriptor"),
        ("ask 医院 --json >&-", 1, "Bad file descriptor"),
        ("stats >&-", 1, "Bad file descriptor"),
        ("chat <&-", 1, "Bad file descriptor"),
        ("--help >/dev/full", 1, "No space left on device"),
        ("--help | head -1 >/dev/null", 0, ""),
        ("askk 2>/dev/full", 2, ""),
    ],
)
def test_streams_that_are_closed_or_full(library: Library, command: str, code: int, said: str) -> None:
    """One line at most, and the exit code tells; a reader that goes away is none."""
    seeds = f"JIANBAO_DATA={library.data} PYTHONPATH={ROOT}"
    jianbao = f"{sys.executable} -c 'from bot.__main__ import jianbao; jianbao()'"
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{seeds} {jianbao} {command}"],
        cwd=library.seeds.parent,
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stdout) == (code, "")
    assert ran.stderr == (f"jianbao: input or output: {said}\n" if said else "")


def test_ctrl_c_while_it_is_loaded() -> None:
    """Whatever is being imported just then, one line is all that is said."""
    start = [
        sys.executable,
        "-X",
        "importtime",
        "-c",
        "from bot.__main__ import jianbao; jianbao()",
        "--help",
    ]
    # What is started in the background of a script ignores Ctrl-C, and so would this.
    hearing = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        start, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=hearing
    ) as process:
        assert process.stderr
        for line in process.stderr:
            if line.split()[-1] == "typer.main":  # that it was imported, with much still to come
                process.send_signal(signal.SIGINT)
                break
        last = process.stderr.read().splitlines()
    assert process.returncode == 1 and last[-1] == "jianbao: interrupted"
    assert not any("Traceback" in line for line in last)


def test_chat_over_a_pipe(spawn: Spawn) -> None:
    """A line in, an answer out, while the pipe stays open; Ctrl-C ends it cleanly."""
    with spawn("chat") as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(f"{QUESTION}\n")
        process.stdin.flush()
        assert "2024年6月" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_the_first_question_takes_no_longer(spawn: Spawn) -> None:
    """What `took_ms` counts is the question, not the dictionaries that are loaded before it."""
    spawn("stats").communicate()  # which builds: what that has loaded is no help to the next process
    rows = "\n".join(json.dumps({"id": q, "question": q}) for q in (QUESTION, "心理健康宣传月的主题是什么？"))
    out, _ = spawn("ask", "--batch", "-").communicate(rows)
    first, second = (json.loads(line)["took_ms"] for line in out.splitlines())
    assert first < 10 * second + 100


def test_another_locale(spawn: Spawn) -> None:
    """Results are UTF-8 in a pipe, whatever the locale says."""
    process = spawn("ask", NONSENSE, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "") and "没有找到可靠的答案" in out


def test_telegram_out_of_reach(spawn: Spawn) -> None:
    """`run` says in one line which address it can't reach, and never the token."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: refused
        api = f"http://127.0.0.1:{taken.getsockname()[1]}"
        token = "123456:" + "A" * 35
        process = spawn("run", TELEGRAM_API_URL=api, TELEGRAM_BOT_TOKEN=token)
        out, err = process.communicate()
    assert (process.returncode, out) == (1, "") and token not in err
    assert err.splitlines()[-1].startswith(f"jianbao: the Bot API at {api} can't be reached")
    assert "Traceback" not in err


def test_what_is_secret_in_the_address(spawn: Spawn) -> None:
    """Nor a token or a login that somebody put into TELEGRAM_API_URL."""
    token = "123456:" + "A" * 35
    api = f"http://reader:pa55@127.0.0.1:9/bot{token}"
    process = spawn("run", TELEGRAM_API_URL=api, TELEGRAM_BOT_TOKEN=token)
    out, err = process.communicate()
    assert (process.returncode, out) == (1, "")
    assert token not in err and "pa55" not in err
    assert "jianbao: the Bot API at http://<login>@127.0.0.1:9/bot<token> can't be reached" in err


def test_no_token_at_all(spawn: Spawn) -> None:
    """`run` names the variable and what works without it, before it reads a single page."""
    process = spawn("run")
    assert process.communicate() == (
        "",
        "jianbao: TELEGRAM_BOT_TOKEN is not set; get a token from @BotFather, or try 'jianbao chat'\n",
    )
    assert process.returncode == 2


def test_a_reload_while_another_process_talks(spawn: Spawn, tmp_path: Path) -> None:
    """What `jianbao reload` reads is answered from by the one that runs already, a moment later."""
    (tmp_path / "seeds").mkdir()
    page = tmp_path / "seeds" / "馆.txt"
    page.write_text("江州图书馆夜间开放\n\n江州图书馆首晚接待读者1200名。\n", encoding="utf-8")
    there = {"JIANBAO_DATA": str(tmp_path / "data")}
    with spawn("chat", "--seeds", str(tmp_path / "seeds"), **there) as talking:
        assert talking.stdin and talking.stdout
        talking.stdin.write("/about\n")  # it is up when it says so
        talking.stdin.flush()
        talking.stdout.readline()
        page.write_text(page.read_text(encoding="utf-8").replace("1200", "1500"), encoding="utf-8")
        assert spawn("reload", "--seeds", str(tmp_path / "seeds"), **there).communicate()[1] == ""
        deadline, said = time.monotonic() + 60.0, ""
        while "1500" not in said:
            assert time.monotonic() < deadline
            talking.stdin.write("江州图书馆首晚接待读者多少名？\n")
            talking.stdin.flush()
            said = next(line for line in talking.stdout if "接待读者" in line)
            time.sleep(0.1)
        talking.stdin.close()
