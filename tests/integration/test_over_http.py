"""The bot over real HTTP, polling and webhook, in good weather and in bad."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.bot.conftest import QUESTION
from tests.bot.world import ADMIN, GROUP, ME, OTHER
from tests.integration.conftest import BotProcess, Server, _until, free_port, start_bot
from tests.retrieval.test_parcels import zipped

pytestmark = pytest.mark.integration


def _data(call: dict[str, Any], label: str) -> str:
    rows = call["params"]["reply_markup"]["inline_keyboard"]
    return str(next(b["callback_data"] for row in rows for b in row if label in b["text"]))


def test_a_day_with_readers(server: Server, bot: BotProcess) -> None:
    """Private, buttons, groups, inline, admin: every surface answers, and no call is refused."""
    server.say(QUESTION)
    card = server.wait_text("2024年6月")
    server.press(_data(card, "全文"))
    full = server.wait_text("意外保险", "editMessageText")
    server.press(_data(full, "回到答案"))
    server.press(_data(card, "👍"))
    server.wait(lambda c: c["method"] == "answerCallbackQuery" and "谢谢" in c["params"].get("text", ""))
    server.say(f"@telemelya_bot {QUESTION}", GROUP)
    assert "reply_parameters" in server.wait_text("2024年6月", chat=GROUP["id"])["params"]
    server.say("大家早上好", GROUP)
    server.update(inline_query={"id": "7", "from": ME, "query": "热射病门诊", "offset": ""})
    assert server.wait(lambda c: c["method"] == "answerInlineQuery")["params"]["results"]
    chat = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
    server.say("/reload", chat, ADMIN)
    server.wait_text("重读完毕", "editMessageText", ADMIN["id"])
    server.say("/status", chat, ADMIN)
    server.wait_text("个问题，没答上", chat=ADMIN["id"])
    assert len([c for c in server.calls("sendMessage") if c["params"]["chat_id"] == GROUP["id"]]) == 1


def test_a_page_from_an_admin(server: Server, bot: BotProcess) -> None:
    """A zip sent by an admin is fetched, previewed, confirmed, answered from, and told to who watches."""
    chat = {"id": ADMIN["id"], "type": "private", "first_name": "馆长"}
    town = "江州" if bot.hook else "湖州"
    page = f"\n{town}图书馆夜间开放\n\n{town}图书馆自8月1日起夜间开放到十点,首晚接待读者1200名。\n"
    server.say(f"/watch {town}图书馆")
    server.wait_text("我就告诉您")
    server.send_file("新.zip", zipped((f"五月/{town}.txt", page.encode()), ("../坏.txt", b"x")), chat, ADMIN)
    preview = server.wait_text(f"{town}图书馆夜间开放", "editMessageText", ADMIN["id"])
    assert "写到别处去" in preview["params"]["text"]
    server.press(_data(preview, "收进来"), chat, ADMIN)
    server.wait_text("新增 1 篇", "editMessageText", ADMIN["id"])
    server.wait_text("您留意的事")
    server.say(f"{town}图书馆首晚接待读者多少名？")
    server.wait_text("1200名")


def test_too_many_requests(server: Server, bot: BotProcess) -> None:
    """429 is waited out for as long as Telegram says."""
    late = {"method": "sendMessage", "code": 429, "description": "Too Many Requests: retry after 1"}
    server.faults(late | {"parameters": {"retry_after": 1}})
    server.say(QUESTION)
    server.wait_text("2024年6月")
    first, second = server.calls("sendMessage")
    assert second["at"] - first["at"] >= 1


def test_a_reader_who_blocked_us(server: Server, bot: BotProcess) -> None:
    """403 is noted in a line, and the next reader is served."""
    blocked = {"method": "sendMessage", "code": 403, "description": "Forbidden: bot was blocked by the user"}
    server.faults(blocked | {"chat_id": 42})  # two processes answer: either reader's reply may come first
    server.say(QUESTION)
    server.say(QUESTION, {"id": 43, "type": "private", "first_name": "阿强"}, OTHER)
    server.wait_text("2024年6月", chat=43)
    server.wait(lambda c: c["method"] == "sendMessage" and c["params"]["chat_id"] == 42, status=403)
    assert [c["status"] for c in server.calls("sendMessage") if c["params"]["chat_id"] == 42] == [403]


def test_an_outage(server: Server, bot: BotProcess) -> None:
    """While the server answers 502 nothing is lost; the answer comes when it is back."""
    server.faults({"code": 502, "description": "Bad Gateway", "times": 3})
    server.say(QUESTION)
    server.wait_text("2024年6月")


def test_a_slow_chat(server: Server, bot: BotProcess) -> None:
    """A chat to which sending takes seconds does not hold up another."""
    server.faults({"method": "sendMessage", "chat_id": 42, "delay": 2})
    server.say(QUESTION)
    server.say(QUESTION, {"id": 43, "type": "private", "first_name": "阿强"}, OTHER)
    quick = server.wait_text("2024年6月", chat=43)
    slow = server.wait_text("2024年6月")
    assert quick["done"] < slow["done"]


def test_an_update_nobody_can_read(server: Server, bot: BotProcess) -> None:
    """An update that the library can't parse is passed over, and the next one answered."""
    assert server.update(message={"message_id": "x", "chat": 3}) in (0, 200)
    server.say(QUESTION)
    server.wait_text("2024年6月")


def test_who_may_call_the_webhook(server: Server, bot: BotProcess) -> None:
    """Only with the secret; /healthz is for everybody."""
    if not bot.hook:
        pytest.skip("the bot polls in this round")
    assert httpx.post(bot.hook, json={"update_id": 1}).status_code == 403
    assert (
        httpx.post(
            bot.hook, json={"update_id": 1}, headers={"X-Telegram-Bot-Api-Secret-Token": "x"}
        ).status_code
        == 403
    )
    assert httpx.get(bot.hook.replace("/hook", "/healthz")).text == "ok"


def test_a_stop_while_answering(server: Server, bot: BotProcess) -> None:
    """SIGTERM lets the reply under way finish, and the exit code is 0; the last test of each mode."""
    server.faults({"method": "sendMessage", "delay": 1})
    server.say(QUESTION)
    end = time.monotonic() + 20
    while not server.calls("sendMessage"):
        assert time.monotonic() < end
        time.sleep(0.02)
    assert bot.stop() == 0
    server.wait_text("2024年6月")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads who started whom from /proc")
def test_its_processes(server: Server, tmp_path: Path) -> None:
    """Killed processes are replaced and no question is lost; when the bot is killed they end by themselves."""
    from tests.integration.bot_api import TOKEN

    bot = start_bot(tmp_path, TOKEN, server.url, processes=2)
    try:
        server.wait(lambda c: c["method"] == "deleteWebhook", 90)
        _until(lambda: len(bot.children) == 2)
        before = bot.children
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        server.say(QUESTION)
        server.wait_text("2024年6月")
        _until(lambda: len(bot.children - before) == 2)
        after = bot.children
    finally:
        bot.process.kill()
        bot.process.wait()
    _until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in after))
    assert "Traceback" not in bot.log.read_text(encoding="utf-8")


def test_a_wrong_token(server: Server, tmp_path: Path) -> None:
    """A token that the server doesn't know is one clear line, without the token."""
    bot = start_bot(tmp_path, "1:WRONG-WRONG-WRONG-WRONG-WRONG", server.url)
    assert bot.process.wait(60) != 0
    log = bot.log.read_text(encoding="utf-8")
    assert "TELEGRAM_BOT_TOKEN" in log and "WRONG" not in log and "Traceback" not in log


def test_no_server(tmp_path: Path) -> None:
    """A server that can't be reached is one clear line."""
    bot = start_bot(tmp_path, "1:SECRET-SECRET-SECRET-SECRET", f"http://127.0.0.1:{free_port()}")
    assert bot.process.wait(60) != 0
    log = bot.log.read_text(encoding="utf-8")
    assert "can't be reached" in log and "SECRET" not in log and "Traceback" not in log
