"""A Telegram without a network: real updates in, the bot's real calls out, each of them judged."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
from telegram import Update
from telegram.ext import BaseRateLimiter
from telegram.request import BaseRequest, HTTPXRequest

from bot.app import Bot, build
from bot.cards.card import as_plain
from bot.cards.texts import Html
from bot.telegram.office import Office
from tests.bot.judge import Refused, judge

BOT = {
    "id": 900,
    "is_bot": True,
    "first_name": "剪报",
    "username": "jianbao_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
}
ME = {"id": 42, "is_bot": False, "first_name": "晓梅", "language_code": "zh-hans"}
OTHER = {"id": 43, "is_bot": False, "first_name": "阿强", "language_code": "zh-hans"}
ADMIN = {"id": 7, "is_bot": False, "first_name": "馆长", "language_code": "zh-hans"}
PRIVATE = {"id": 42, "type": "private", "first_name": "晓梅"}
GROUP = {"id": -1001, "type": "supergroup", "title": "读报群"}


@dataclass
class Call:
    """One call of the bot: its method and its parameters as Telegram reads them."""

    method: str
    params: dict[str, Any]
    message_id: int = 0

    @property
    def text(self) -> str:
        """What the reader sees."""
        return as_plain(Html(self.params.get("text", "")))

    @property
    def html(self) -> str:
        return str(self.params["text"])

    @property
    def buttons(self) -> dict[str, dict[str, Any]]:
        """The buttons by label."""
        rows = (self.params.get("reply_markup") or {}).get("inline_keyboard", [])
        return {button["text"]: button for row in rows for button in row}

    def data(self, label: str) -> str:
        """The data of the button whose label contains `label`."""
        return str(next(b["callback_data"] for text, b in self.buttons.items() if label in text))


Fault = Callable[[Call], tuple[int, dict[str, Any]] | None]


def fault(code: int, description: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    """Return an error as the Bot API answers it."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return code, body | ({"parameters": parameters} if parameters else {})


@dataclass
class FakeTelegram(BaseRequest):
    """Answers the bot's calls as the server would, and keeps them."""

    calls: list[Call] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    admins: set[int] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    described: dict[str | None, str] = field(default_factory=dict)
    losses: list[tuple[httpx.HTTPError, bool] | None] = field(default_factory=list)
    """How each of the next messages fails on the network, and whether it arrives all the same; None: it doesn't fail."""
    _ids: Any = field(default_factory=lambda: count(1000))
    read_timeout = 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *a: Any, **k: Any
    ) -> tuple[int, bytes]:
        if "/file/bot" in url:
            return 200, self.files[url.rsplit("/", 1)[1]]
        call = Call(url.rsplit("/", 1)[1], dict(request_data.json_parameters) if request_data else {})
        loss = self.losses.pop(0) if self.losses and call.method == "sendMessage" else None
        code, body = self._answer(call) if loss is None or loss[1] else (0, {})
        if loss:
            await _failing(loss[0]).do_request(url, method, request_data)
        return code, json.dumps(body).encode()

    def _answer(self, call: Call) -> tuple[int, dict[str, Any]]:
        if call.method == "getMe":
            return 200, {"ok": True, "result": BOT}
        try:
            call.params = judge(call.method, call.params)
        except Refused as why:
            self.refused.append(f"{call.method}: {why}")
            return fault(400, f"Bad Request: {why}")
        for wanted in self.faults:
            if (failure := wanted(call)) is not None:
                return failure
        self.calls.append(call)
        return 200, {"ok": True, "result": self._result(call)}

    def _result(self, call: Call) -> Any:
        if call.method in ("sendMessage", "editMessageText") and "chat_id" in call.params:
            call.message_id = call.params.get("message_id") or next(self._ids)
            return _message(call)
        if call.method == "getFile":
            id = call.params["file_id"]
            return {"file_id": id, "file_unique_id": id, "file_path": f"documents/{id}"}
        if call.method == "setMyShortDescription":
            self.described[call.params.get("language_code")] = call.params["short_description"]
        if call.method == "getMyShortDescription":
            return {"short_description": self.described.get(call.params.get("language_code"), "")}
        if call.method == "getChatMember":
            return _member(call.params["user_id"], call.params["user_id"] in self.admins)
        return True


def _failing(error: httpx.HTTPError) -> HTTPXRequest:
    """Return the library's own way over the network, on which every call fails."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise error

    return HTTPXRequest(httpx_kwargs={"transport": httpx.MockTransport(fail)})


def _message(call: Call) -> dict[str, Any]:
    chat = int(call.params["chat_id"])
    kind = {"type": "private"} if chat > 0 else {"type": "supergroup", "title": "读报群"}
    markup = {"reply_markup": call.params["reply_markup"]} if call.params.get("reply_markup") else {}
    return {
        "message_id": call.message_id,
        "date": int(time.time()),
        "chat": {"id": chat, **kind},
        "from": BOT,
        "text": call.text,
        **markup,
    }


def _member(user: int, admin: bool) -> dict[str, Any]:
    who = {"id": user, "is_bot": False, "first_name": "某人"}
    rights = (
        "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
        "can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
    )
    if admin:
        return {"user": who, "status": "administrator"} | dict.fromkeys(rights.split(), False)
    return {"user": who, "status": "member"}


class NoLimit(BaseRateLimiter[Any]):
    """Lets every call through at once: the library's own limiter would make tests wait for real seconds."""

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def process_request(self, callback: Any, args: Any, kwargs: Any, **rest: Any) -> Any:
        return await callback(*args, **kwargs)


class World:
    """A bot, a Telegram, and people who write."""

    def __init__(self, office: Office, limiter: BaseRateLimiter[Any] | None = None) -> None:
        self.telegram = FakeTelegram()
        self.office = office
        self.app: Bot = build(
            office, "900:SECRETSECRETSECRETSECRET", request=self.telegram, limiter=limiter or NoLimit()
        )
        self._ids = count(1)

    async def feed(self, **update: Any) -> list[Call]:
        """Process one update; return the calls it led to, "typing" aside: that hangs on the machine's speed."""
        before = len(self.telegram.calls)
        await self.app.process_update(self.update(**update))
        return [call for call in self.telegram.calls[before:] if call.method != "sendChatAction"]

    def update(self, **update: Any) -> Update:
        """Make an update of its JSON."""
        return Update.de_json({"update_id": next(self._ids), **update}, self.app.bot)

    async def say(
        self, text: str, chat: Any = PRIVATE, user: Any = ME, kind: str = "message", **more: Any
    ) -> list[Call]:
        """Let `user` write `text` in `chat`."""
        return await self.feed(**{kind: self.message(text, chat, user, **more)})

    def shown(self, card: Call) -> dict[str, Any]:
        """Return the JSON of one of our messages as it stands in the chat, to reply to."""
        return _message(card)

    def picture(self, caption: str = "", chat: Any = PRIVATE, user: Any = ME, **more: Any) -> dict[str, Any]:
        """Make the JSON of a message that is a picture, with what is written under it."""
        photo = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
        said = self.message(caption, chat, user)
        words = {"caption": said.pop("text"), "caption_entities": said.pop("entities")} if caption else {}
        bare = {key: value for key, value in said.items() if key not in ("text", "entities")}
        return bare | {"photo": photo} | words | more

    async def send_file(
        self, name: str, raw: bytes, chat: Any = PRIVATE, user: Any = ME, **more: Any
    ) -> list[Call]:
        """Let `user` send the file `name`; `more` says of the document something else than the truth."""
        id = f"file{next(self._ids)}"
        self.telegram.files[id] = raw
        sent = {"file_id": id, "file_unique_id": id, "file_name": name, "file_size": len(raw)} | more
        made = {"message_id": next(self._ids), "date": int(time.time()), "chat": chat, "from": user}
        return await self.feed(message=made | {"document": sent})

    def asked_before(self, card: Call) -> str | None:
        """Return the question in whose light that of `card` was asked, None where in none."""
        store = self.office.desk.store
        asked = store.asked(card.data("👍").split(":")[2])
        before = store.asked(asked.previous) if asked and asked.previous else None
        return before and before.question

    async def settled(self) -> list[Call]:
        """Wait until the corpus was changed, as a press or a command just asked for; return the calls so far."""
        await asyncio.sleep(0)  # the change runs in the background: let it begin
        async with self.office.reloading:
            pass
        await asyncio.sleep(0)
        async with self.office.telling:
            return self.telegram.calls

    def message(self, text: str, chat: Any = PRIVATE, user: Any = ME, **more: Any) -> dict[str, Any]:
        """Make a message's JSON, commands and mentions marked as Telegram marks them."""
        made = {"message_id": next(self._ids), "date": int(time.time()), "chat": chat, "from": user}
        return made | {"text": text, "entities": _entities(text)} | more

    async def press(
        self, data: str, on: Call | None = None, user: Any = ME, chat: Any = PRIVATE
    ) -> list[Call]:
        """Let `user` press a button with `data` on one of our messages."""
        shown = _message(on) | {"chat": chat} if on else {"message_id": 1, "date": 0, "chat": chat}
        query = {
            "id": str(next(self._ids)),
            "from": user,
            "chat_instance": "1",
            "data": data,
            "message": shown,
        }
        return await self.feed(callback_query=query)


_COMMAND = re.compile(r"/[a-zA-Z0-9_]{1,64}(@[a-zA-Z0-9_]{3,32})?(?!\B|[/<>])")  # as TDLib finds them


def _entities(text: str) -> list[dict[str, Any]]:
    found, at = [], 0
    for word in text.split(" "):
        units = len(word.encode("utf-16-le")) // 2
        if command := _COMMAND.match(word):
            found.append({"type": "bot_command", "offset": at, "length": len(command[0])})
        elif word.startswith("@") and len(word) > 1:
            found.append({"type": "mention", "offset": at, "length": units})
        at += units + 1
    return found


def notices(calls: list[Call]) -> list[str]:
    """Return the answers to button presses."""
    return [str(c.params.get("text", "")) for c in calls if c.method == "answerCallbackQuery"]
