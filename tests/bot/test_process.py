"""The bot as a process of its own: signals, and what Telegram refuses it."""

from __future__ import annotations

import signal
import time
from pathlib import Path

from tests.bot.api import ROOT, bot_api, running, wait_for
from tests.bot.world import ADMIN


def test_a_stop_while_the_pages_are_read_again(seeds: Path, tmp_path: Path) -> None:
    """SIGTERM breaks that off within seconds; the admin is told, nothing is left of it, and the old version serves on."""
    with bot_api() as api, running(api, tmp_path, admins=[ADMIN["id"]]) as process:
        wait_for(lambda: any(method == "setMyCommands" for method, _ in api.calls))
        (current,) = (tmp_path / "data").glob("*/CURRENT")
        served = current.read_text(encoding="utf-8")
        for page in (ROOT / "seeds").glob("*.txt"):
            text = page.read_text(encoding="utf-8")
            for n in range(40):
                (seeds / f"{n}-{page.name}").write_text(f"第{n}期\n{text}", encoding="utf-8")
        api.say("/reload", ADMIN)
        wait_for(lambda: any("索引" in text for text in api.texts()))
        process.send_signal(signal.SIGTERM)
        stopped = time.monotonic()
        assert process.wait(60) == 0
    assert time.monotonic() - stopped < 10.0
    assert "没有读完" in api.texts()[-1]
    assert current.read_text(encoding="utf-8") == served
    assert not list(current.parent.glob("building-*"))
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")


def test_two_bots_with_one_token(seeds: Path, tmp_path: Path) -> None:
    """However often Telegram refuses one of them, the log says once in words what is wrong, and /status says it."""
    with bot_api() as api, running(api, tmp_path, admins=[ADMIN["id"]]) as process:
        api.conflicts = 2
        api.say("/status", ADMIN)
        wait_for(lambda: any("另有一个程序也在用我的令牌" in text for text in api.texts()))
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert log.count("another program") == 1 and log.count("Conflict") == 1 and "Traceback" not in log
