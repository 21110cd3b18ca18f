"""Would Telegram take this call? Two outside parties are asked, and the few numbers that neither knows.

Shapes: aiogram's models of the Bot API's methods. HTML: TDLib's own parser, which the Bot API server runs.
Lengths and sizes: as the server enforces them (FINDINGS 4).
"""

from __future__ import annotations

import json
from typing import Any, Union, get_args, get_origin

import aiogram.methods
import tdjson
from aiogram.methods.base import TelegramMethod
from pydantic import BaseModel, ValidationError

TEXT_CHARS, CAPTION_CHARS, ENTITIES = 4096, 1024, 100
DATA_BYTES, COPY_CHARS, NOTICE_CHARS, RESULTS = 64, 256, 200, 50
COMMANDS, COMMAND_DESCRIPTION, SHORT_DESCRIPTION, INLINE_BUTTON = 100, 256, 120, 64

tdjson.td_execute(json.dumps({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}).encode())
_MODELS = {
    model.__api_method__: model
    for model in vars(aiogram.methods).values()
    if isinstance(model, type) and issubclass(model, TelegramMethod) and model is not TelegramMethod
}


class Refused(Exception):
    """Telegram would not take the call; the text says why."""


def judge(method: str, sent: dict[str, Any]) -> dict[str, Any]:
    """Return the call's parameters, decoded, or raise Refused."""
    model = _MODELS.get(method)
    if model is None:
        raise Refused(f"no such method: {method}")
    call = {name: _decoded(value, model, name) for name, value in sent.items()}
    _judge_shape(model, call)
    _judge_numbers(method, call)
    return call


def _decoded(value: Any, model: type[BaseModel], name: str) -> Any:
    """Undo the form encoding: everything that is not text arrives as JSON."""
    field = model.model_fields.get(name)
    if field is None:
        raise Refused(f"no such parameter: {name}")
    if not isinstance(value, str) or _takes_only_text(field.annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _takes_only_text(annotation: Any) -> bool:
    kinds = get_args(annotation) if get_origin(annotation) is Union or get_args(annotation) else (annotation,)
    return str in kinds and not any(
        k is int or (isinstance(k, type) and issubclass(k, BaseModel)) for k in kinds
    )


def _judge_shape(model: type[BaseModel], call: dict[str, Any]) -> None:
    try:
        model.model_validate(call)
    except ValidationError as error:
        raise Refused(f"{model.__name__}: {error.errors(include_url=False)[:2]}") from None


def _judge_numbers(method: str, call: dict[str, Any]) -> None:
    if method in ("sendMessage", "editMessageText"):
        judge_text(call["text"], call.get("parse_mode"), TEXT_CHARS)
    if "caption" in call:
        judge_text(call["caption"], call.get("parse_mode"), CAPTION_CHARS)
    _judge_keyboard(call.get("reply_markup"))
    if method == "answerCallbackQuery":
        _at_most(len(call.get("text", "")), NOTICE_CHARS, "notice")
    if method == "answerInlineQuery":
        _judge_results(call)
    if method == "setMyShortDescription":
        _at_most(len(call["short_description"]), SHORT_DESCRIPTION, "short description")
    if method == "setMyCommands":
        _at_most(len(call["commands"]), COMMANDS, "commands")
        for command in call["commands"]:
            _at_most(len(command["description"]), COMMAND_DESCRIPTION, "description")


def judge_text(text: str, parse_mode: str | None, limit: int) -> str:
    """Return the text as readers see it, or raise Refused."""
    text.encode()  # a lone surrogate can't be sent
    shown, entities = _parsed(text) if parse_mode == "HTML" else (text, [])
    if not shown.strip():
        raise Refused("message text is empty")
    _at_most(len(shown), limit, "characters")
    _at_most(len(entities), ENTITIES, "entities")
    return shown


def _parsed(text: str) -> tuple[str, list[Any]]:
    request = {"@type": "parseTextEntities", "text": text, "parse_mode": {"@type": "textParseModeHTML"}}
    answer = json.loads(tdjson.td_execute(json.dumps(request).encode()))
    if answer["@type"] == "error":
        raise Refused(f"{answer['message']}: {text[:200]!r}")
    return answer["text"], answer["entities"]


def _judge_keyboard(markup: Any) -> None:
    for row in (markup or {}).get("inline_keyboard", []):
        _at_most(len(row), 8, "buttons in a row")
        for button in row:
            actions = set(button) - {"text", "style", "icon_custom_emoji_id"}
            if len(actions) != 1 or not button["text"].strip():
                raise Refused(f"a button wants a label and one action: {button}")
            _judge_button(button)


def _judge_button(button: dict[str, Any]) -> None:
    if "callback_data" in button:
        _at_most(len(button["callback_data"].encode()), DATA_BYTES, "bytes of button data")
    if "copy_text" in button:
        _at_most(len(button["copy_text"]["text"]), COPY_CHARS, "characters to copy")
        if not button["copy_text"]["text"]:
            raise Refused("nothing to copy")
    if "url" in button and not button["url"].startswith("https://t.me/"):
        raise Refused(f"an odd link: {button['url']}")


def _judge_results(call: dict[str, Any]) -> None:
    results = call["results"]
    _at_most(len(results), RESULTS, "results")
    _at_most(len(call.get("next_offset", "").encode()), 64, "bytes of offset")
    if len({result["id"] for result in results}) != len(results):
        raise Refused("two results with one id")
    for result in results:
        _at_most(len(result["id"].encode()), 64, "bytes of a result's id")
        if not result["id"] or not result["title"]:
            raise Refused("a result wants an id and a title")
        content = result["input_message_content"]
        judge_text(content["message_text"], content.get("parse_mode"), TEXT_CHARS)
        _judge_keyboard(result.get("reply_markup"))


def _at_most(number: int, limit: int, what: str) -> None:
    if number > limit:
        raise Refused(f"{number} {what}, at most {limit}")
