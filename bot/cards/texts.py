"""Load the sentences a reader sees: which language, which words, safely filled in?"""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import opencc
import yaml

TEXTS = Path(__file__).parents[2] / "config"
LANGUAGES = {"zh": "简体中文", "zh-hant": "繁體中文", "en": "English"}
_LINES = re.compile(r"第(\d[\d、—]*)行$")
_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


class Html(str):
    """Text that is Telegram HTML already: whatever else goes into a message is escaped first."""

    __slots__ = ()


# Not to be shown: control characters, lone surrogates (they can't be sent at all) and the bidirectional
# marks and overrides, which would reorder the sentences around a quotation.
_HIDDEN = dict.fromkeys(
    [
        *(n for n in range(0xA0) if n < 0x20 or n > 0x7E),
        *(0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)),
        *range(0xD800, 0xE000),
    ]
)
del _HIDDEN[0x0A], _HIDDEN[0x09]


def clean(text: str) -> str:
    """Return `text` without the characters that no message should hold."""
    return text.translate(_HIDDEN)


def escape(text: str) -> Html:
    """Return `text` as HTML that shows exactly it; `escape("<b>5万</b>")` is `&lt;b&gt;5万&lt;/b&gt;`."""
    return Html(html.escape(clean(text), quote=False))


class _Counting(Formatter):
    """Fills in sentences as `str.format` does, and counts: {count:article|articles} is 1 article, or 3 articles."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Return the value, and behind it, where the name of one and of several is given, the one that goes with it."""
        one, several, many = format_spec.partition("|")
        if not several:
            return str(super().format_field(value, format_spec))
        return f"{value} {one if str(value) == '1' else many}"


_FILL = _Counting()


class Texts:
    """The sentences in one language."""

    def __init__(self, language: str, sentences: dict[str, str]) -> None:
        """Hold `sentences`, by key."""
        self.language = language
        self._sentences = sentences

    def say(self, key: str, /, **values: object) -> Html:
        """Return the sentence as HTML; the values are escaped unless they are Html."""
        shown = {k: v if isinstance(v, Html) else escape(str(v)) for k, v in values.items()}
        return Html(_FILL.vformat(self._sentences[key], (), shown))

    def plain(self, key: str, /, **values: object) -> str:
        """Return the sentence as plain text, for buttons and notices, which know no markup."""
        return _FILL.vformat(self._sentences[key], (), values)

    def cited(self, citation: str) -> str:
        """Return a citation with its lines in this language: …,000_ee8f.txt 第7、9—11行 is …,000_ee8f.txt lines 7, 9–11."""

        def lines(found: re.Match[str]) -> str:
            rows = (
                found[1].replace("、", self._sentences["lines_and"]).replace("—", self._sentences["lines_to"])
            )
            return self.plain("cited_line" if found[1].isdecimal() else "cited_lines", lines=rows)

        return _LINES.sub(lines, citation)

    def template(self, key: str) -> str:
        """Return the sentence before its values are filled in."""
        return self._sentences[key]

    def names(self) -> set[str]:
        """Return the key of every sentence."""
        return set(self._sentences)


@cache
def texts_in(language: str) -> Texts:
    """Return the sentences in `language`, one of LANGUAGES."""
    name = "en" if language == "en" else "zh"
    sentences = yaml.safe_load((TEXTS / f"texts.{name}.yaml").read_text(encoding="utf-8"))
    if language == "zh-hant":
        convert = opencc.OpenCC("s2tw").convert
        # By the words around it opencc takes 回复 for 回復 as well; whoever replies here 回覆.
        sentences = {key: convert(text).replace("回復", "回覆") for key, text in sentences.items()}
    return Texts(language, sentences)


def language_of(code: str | None, default: str) -> str:
    """Return which of our languages suits a client's IETF code, e.g. zh-TW → zh-hant, fr → `default`."""
    code = (code or "").lower().replace("_", "-")
    if code.startswith(_TRADITIONAL):
        return "zh-hant"
    return next((known for known in ("zh", "en") if code.split("-")[0] == known), default)
