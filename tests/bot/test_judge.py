"""The judge itself: does it refuse what Telegram refuses?"""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.judge import Refused, judge

HTML = {"chat_id": 1, "parse_mode": "HTML"}


def _keyboard(**button: Any) -> dict[str, Any]:
    return {"chat_id": 1, "text": "剪报", "reply_markup": {"inline_keyboard": [[{"text": "按", **button}]]}}


@pytest.mark.parametrize(
    ("method", "call"),
    [
        ("sendMessage", HTML | {"text": "<b>没关上"}),
        ("sendMessage", HTML | {"text": "<font>没有的标签</font>"}),
        ("sendMessage", HTML | {"text": "<b></b> "}),
        ("sendMessage", HTML | {"text": "报" * 4097}),
        ("sendMessage", HTML | {"text": "<b>报</b> " * 101}),
        ("sendMessage", {"text": "没有收信人"}),
        ("sendMessage", HTML | {"text": "好", "colour": "red"}),
        ("sendMassage", HTML | {"text": "好"}),
        ("sendMessage", _keyboard(callback_data="x" * 65)),
        ("sendMessage", _keyboard(copy_text={"text": "引" * 257})),
        ("sendMessage", _keyboard()),
        ("sendMessage", _keyboard(callback_data="x", url="https://t.me/x")),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "长" * 201}),
        (
            "answerInlineQuery",
            {
                "inline_query_id": "1",
                "results": [
                    {
                        "type": "article",
                        "id": "同",
                        "title": "题",
                        "input_message_content": {"message_text": "文"},
                    }
                ]
                * 2,
            },
        ),
    ],
)
def test_what_telegram_refuses(method: str, call: dict[str, Any]) -> None:
    """Broken markup, lengths, unknown names and odd buttons are refused."""
    with pytest.raises(Refused):
        judge(method, call)


def test_what_telegram_takes() -> None:
    """4,096 characters after parsing are one message, however long the markup is."""
    judge("sendMessage", HTML | {"text": f"<b>{'报' * 4000}</b>{'&lt;' * 96}"})
    judge("sendMessage", _keyboard(callback_data="x" * 64))
