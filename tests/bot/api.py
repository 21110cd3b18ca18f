"""A Bot API over HTTP, no more than a bot that runs as a process of its own needs: `tests/integration` has a whole one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

import yaml

from tests.bot.world import BOT, _entities

ROOT = Path(__file__).parents[2]
TOKEN = f"{BOT['id']}:" + "S" * 35


@dataclass
class Api:
    """What the bot said, and what it is to hear next."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    calls: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    conflicts: int = 0
    """How many times getUpdates is refused, as where another bot has the same token."""
    url: str = ""

    def say(self, text: str, user: dict[str, Any]) -> None:
        """Let `user` write to the bot."""
        number = len(self.updates) + 1
        chat = {"id": user["id"], "type": "private", "first_name": user["first_name"]}
        message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": user}
        said = message | {"text": text, "entities": _entities(text)}
        self.updates.append({"update_id": number, "message": said})

    def texts(self) -> list[str]:
        """Return what was sent and edited."""
        return [call["text"] for _, call in self.calls if "text" in call]

    def answer(self, method: str, given: dict[str, str]) -> tuple[int, Any]:
        """Answer a call with its HTTP status and its result."""
        if method == "getMe":
            return 200, BOT
        if method == "getUpdates":
            return self._fetched(int(given.get("offset", 0)))
        self.calls.append((method, given))
        if "text" not in given:
            return 200, {"short_description": ""} if method == "getMyShortDescription" else True
        chat = {"id": int(given["chat_id"]), "type": "private", "first_name": "某"}
        number = int(given.get("message_id", 500 + len(self.calls)))
        return 200, {"message_id": number, "date": 1, "chat": chat, "from": BOT, "text": given["text"]}

    def _fetched(self, offset: int) -> tuple[int, Any]:
        if self.conflicts:
            self.conflicts -= 1
            return 409, "Conflict: terminated by other getUpdates request; make sure that only one bot runs"
        time.sleep(0.1)
        return 200, [update for update in self.updates if update["update_id"] >= offset]


@contextmanager
def bot_api() -> Iterator[Api]:
    """Serve one on a port of its own."""
    api = Api()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            code, result = api.answer(self.path.rsplit("/", 1)[1], dict(parse_qsl(body)))
            failed = {"ok": False, "error_code": code, "description": result}
            raw = json.dumps({"ok": True, "result": result} if code == 200 else failed).encode()
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            with suppress(ConnectionError):  # a bot that stops hears no more
                self.wfile.write(raw)

        def log_message(self, format: str, *args: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    api.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def running(api: Api, folder: Path, **config: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Run the bot on the pages in `folder`/seeds; its log is `folder`/log."""
    config = {"seeds": str(folder / "seeds"), "data": str(folder / "data")} | config
    (folder / "my.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    env = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "JIANBAO_CONFIG": str(folder / "my.yaml"),
    }
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot"], cwd=ROOT, env=os.environ | env, stderr=log, stdout=log
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def wait_for(true: Any, seconds: float = 60.0) -> None:
    """Return once something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)
