"""A Bot API server for tests: telemelya (PyPI), with what it lacks put in front of it.

telemelya keeps messages, edits and inline results, and knows webhooks only. Added here: getUpdates, the secret
token of webhooks, any raw update, a judge for every call (tests/bot/judge.py) and faults. Its Redis is fakeredis,
its file store is left out. Run: `python -m tests.integration.bot_api PORT`.

    POST /control/update  {…an Update without its number}   POST /control/faults  [{"method", "code", …}]
    PUT  /control/file/ID the bytes that getFile leads to
    GET  /control/calls   every call, with why it was refused, if it was
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from typing import Any

import aiohttp
import fakeredis
import telemelya.server.app as telemelya_app
import uvicorn
from fastapi import Request, Response
from fastapi.responses import JSONResponse
from telemelya.server.bot_api import DEFAULT_BOT_INFO
from telemelya.server.config import settings
from telemelya.server.state import StateManager, state_manager

from tests.bot.judge import Refused, judge

TOKEN = f"{DEFAULT_BOT_INFO['id']}:TESTTOKEN-TESTTOKEN-TESTTOKEN"


class NoFiles:
    """Stands for telemelya's S3 store, which these tests don't need."""

    async def connect(self) -> None: ...

    async def close(self) -> None: ...


async def _connect(self: StateManager) -> None:
    self._redis = fakeredis.FakeAsyncRedis(decode_responses=True)


StateManager.connect = _connect
telemelya_app.media_manager = NoFiles()
settings.strict_edit = True


class State:
    """What the added part remembers."""

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []
        self.faults: list[dict[str, Any]] = []
        self.queue: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self.arrived = asyncio.Event()
        self.secret = ""
        self.number = 0


state = State()
app = telemelya_app.app


def _error(code: int, description: str, **parameters: Any) -> JSONResponse:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return JSONResponse(body | ({"parameters": parameters} if parameters else {}), status_code=code)


def _ok(result: Any) -> JSONResponse:
    return JSONResponse({"ok": True, "result": result})


@app.middleware("http")
async def in_front(request: Request, onwards: Any) -> Response:
    """Judge a call of the bot, apply the faults, then let telemelya or one of ours answer."""
    if request.url.path.startswith("/file/bot"):
        return _file(*request.url.path.removeprefix("/file/bot").split("/documents/"))
    if not request.url.path.startswith("/bot"):
        return await onwards(request)
    token, _, method = request.url.path.removeprefix("/bot").partition("/")
    if token != TOKEN:
        return _error(401, "Unauthorized")
    await request.body()  # read before the form, the body is kept for telemelya
    form = {key: str(value) for key, value in (await request.form()).items()}
    call = {"method": method, "params": form, "at": time.time(), "refused": None}
    try:
        call["params"] = judge(method, form)
    except Refused as why:
        call["refused"] = str(why)
    if method != "getUpdates":
        state.calls.append(call)
    if call["refused"]:
        return _error(400, f"Bad Request: {call['refused']}")
    failure = await _fault(method, call["params"])
    answer = failure or await _ours(method, call["params"]) or await onwards(request)
    call["status"], call["done"] = answer.status_code, time.time()
    return answer


def _file(token: str, id: str) -> Response:
    """Give the bot a file, as the file server of the Bot API does; telemelya's own wants an S3 store."""
    return Response(state.files[id]) if token == TOKEN else _error(401, "Unauthorized")


async def _fault(method: str, params: dict[str, Any]) -> JSONResponse | None:
    for fault in state.faults:
        fits = fault.get("method") in (None, method) and fault.get("chat_id") in (None, params.get("chat_id"))
        if not fits or fault.setdefault("times", 1) <= 0:
            continue
        fault["times"] -= 1
        await asyncio.sleep(fault.get("delay", 0))
        if "code" in fault:
            return _error(fault["code"], fault["description"], **fault.get("parameters", {}))
    return None


async def _ours(method: str, params: dict[str, Any]) -> JSONResponse | None:
    if method == "getUpdates":
        return await _get_updates(params)
    if method == "getFile":
        id = params["file_id"]
        return _ok({"file_id": id, "file_unique_id": id, "file_path": f"documents/{id}"})
    if method == "setWebhook":
        state.secret = params.get("secret_token", "")
    if method == "deleteWebhook":
        await state_manager.delete_webhook(TOKEN)
        return _ok(True)
    if method == "getMyShortDescription":
        return _ok({"short_description": ""})
    return _ok(True) if method in ("setMyCommands", "sendChatAction", "setMyShortDescription") else None


async def _get_updates(params: dict[str, Any]) -> JSONResponse:
    if await state_manager.get_webhook(TOKEN):
        return _error(409, "Conflict: can't use getUpdates method while webhook is active")
    state.queue = [u for u in state.queue if u["update_id"] >= params.get("offset", 0)]
    if not state.queue:
        state.arrived.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(state.arrived.wait(), min(params.get("timeout", 0), 5))
    return _ok(state.queue[:100])


@app.post("/control/update")
async def update(request: Request) -> dict[str, Any]:
    """Send the bot an update, the way it asked for."""
    state.number += 1
    raw = {**await request.json(), "update_id": state.number}
    url = await state_manager.get_webhook(TOKEN)
    if not url:
        state.queue.append(raw)
        state.arrived.set()
        return {"status": 0}
    headers = {"X-Telegram-Bot-Api-Secret-Token": state.secret}
    async with aiohttp.ClientSession() as session, session.post(url, json=raw, headers=headers) as answer:
        return {"status": answer.status}


@app.put("/control/file/{id}")
async def put_file(id: str, request: Request) -> None:
    """Keep a file for the bot to fetch."""
    state.files[id] = await request.body()


@app.post("/control/faults")
async def faults(request: Request) -> None:
    """Replace the faults: method and chat_id that fit (default all), how often, delay in seconds, code."""
    state.faults = await request.json()


@app.post("/control/fresh")
async def fresh() -> None:
    """Forget the calls and the faults."""
    state.calls, state.faults = [], []


@app.get("/control/messages")
async def messages() -> list[dict[str, Any]]:
    """Return the messages as telemelya keeps them."""
    return await state_manager.get_responses("default")


@app.get("/control/calls")
async def calls() -> list[dict[str, Any]]:
    """Return every call of the bot but getUpdates."""
    return state.calls


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
