"""Settings: one YAML laid over another, checked, with errors that name file and key.

`default.yaml` beside this file holds every key; a file of the user's is laid over it.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Hashable, Mapping
from datetime import time
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)

from retrieval.building.golden import read_questions
from retrieval.errors import GoldenError

DEFAULTS = Path(__file__).with_name("default.yaml")
HEALTH_PATH = "/healthz"
WEBHOOK_PORTS = (443, 80, 88, 8443)  # https://core.telegram.org/bots/api#setwebhook
_ID_BOUND = 2**53  # Telegram's ids have at most 52 bits
_HOST = re.compile(r"(?!.*\.\d+\.?$)[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?")  # 999.1.1.1 is none
_BLANK = re.compile(r"\s")
_NO_NAME = re.compile("[\0\ud800-\udfff]")  # NUL, and bytes that are no text
_HALF = re.compile("[\ud800-\udfff]")


class SettingsError(Exception):
    """A setting can't be used; the text is one line that names file and key."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("*", mode="before")
    @classmethod
    def _whole(cls, value: object) -> object:
        """Refuse half a character, which YAML may hold and nothing can search, store or send."""
        texts = value if isinstance(value, list | tuple) else [value]
        if any(isinstance(text, str) and _HALF.search(text) for text in texts):
            raise ValueError("should be text: it holds half a character (\\ud800 to \\udfff)")
        return value


def _no_boolean(value: object) -> object:
    if isinstance(value, bool):  # which Python takes for 0 and 1
        raise ValueError("should be a number, not yes or no")
    return value


def named_path(value: object) -> object:
    """Return what names a folder or a file; "" would be the folder that the program happens to be started in.

    Raises ValueError.
    """
    if isinstance(value, str) and (not value.strip() or _NO_NAME.search(value)):
        raise ValueError("should be a path: it is empty, or no text")
    return value


def _no_group(id: int) -> int:
    if not 0 < id < _ID_BOUND:
        raise ValueError(f"should be the id of a user, which is above 0, e.g. 123456789; {id} is none")
    return id


def _no_user(id: int) -> int:
    if not -_ID_BOUND < id < 0:
        raise ValueError(f"should be the id of a group, which is below 0, e.g. -1001234567890; {id} is none")
    return id


Folder = Annotated[Path, BeforeValidator(named_path)]
Whole = Annotated[int, BeforeValidator(_no_boolean)]
UserId = Annotated[int, BeforeValidator(_no_boolean), AfterValidator(_no_group)]
GroupId = Annotated[int, BeforeValidator(_no_boolean), AfterValidator(_no_user)]
Share = Annotated[float, BeforeValidator(_no_boolean)]


class Search(_Section):
    """How questions are searched."""

    hits: Whole = Field(ge=1, le=20)
    user_words: tuple[str, ...]
    processes: int | None  # None: as many as are worth it
    waiting: Whole = Field(ge=0)

    @field_validator("processes", mode="before")
    @classmethod
    def _counted(cls, value: object) -> object:
        if value in (None, "auto"):
            return None
        if type(value) is not int or not 0 <= value <= 64:  # yes and no are ints too
            raise ValueError("should be auto or a whole number from 0 to 64")
        return value


class Golden(_Section):
    """Which questions a new corpus has to answer."""

    file: Path | None
    bound: Share = Field(ge=0, le=1)

    @field_validator("file")
    @classmethod
    def _readable(cls, file: Path | None) -> Path | None:
        if file and not file.is_file():
            raise ValueError(f"there is no file {file}")
        try:
            deque(read_questions(file) if file else (), maxlen=0)
        except GoldenError as error:
            raise ValueError(str(error)) from None
        return file


class Limits(_Section):
    """How much one reader may ask."""

    per_user_per_minute: Whole = Field(ge=0)
    per_chat_per_minute: Whole = Field(ge=0)
    inline_per_user_per_minute: Whole = Field(ge=0)
    presses_per_user_per_minute: Whole = Field(ge=0)
    question_chars: Whole = Field(ge=1, le=4096)


class Groups(_Section):
    """Which group chats are served."""

    allowed: tuple[GroupId, ...]


class Inline(_Section):
    """What `@bot 关键词` gives in other chats."""

    cache_s: Whole = Field(ge=0, le=86400)


class Uploads(_Section):
    """What an admin may send to be taken in."""

    max_mb: Whole = Field(ge=1, le=20)
    max_files: Whole = Field(ge=1)
    max_unpacked_mb: Whole = Field(ge=1)
    max_ratio: Whole = Field(ge=1)
    keep_hours: Whole = Field(ge=1, le=87_600)


class Watching(_Section):
    """How readers are told of new articles."""

    per_user: Whole = Field(ge=0)
    articles: Whole = Field(ge=1, le=20)
    quiet_from: time
    quiet_until: time
    timezone: str

    @field_validator("quiet_from", "quiet_until", mode="before")
    @classmethod
    def _in_quotes(cls, value: object) -> object:
        if not isinstance(value, time | str):  # YAML reads 22:00 without quotation marks as 1320
            raise ValueError('wants a time of day in quotation marks, e.g. "22:00"')
        return value

    @field_validator("quiet_from", "quiet_until")
    @classmethod
    def _without_zone(cls, value: time) -> time:
        if value.tzinfo:
            raise ValueError(
                'wants a time of day without a zone, e.g. "22:00": the zone is watching.timezone'
            )
        return value

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("is no time zone known here, e.g. Asia/Shanghai or UTC") from None
        return name


def is_address(url: str) -> bool:
    """Return whether `url` is a whole address on the web, e.g. https://example.org:8443/jianbao."""
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.port != 0
            and not _BLANK.search(url)
        )
    except ValueError:  # of a port that is no number
        return False


class Webhook(_Section):
    """Where Telegram calls us, if it does."""

    url: str
    listen: str
    port: Whole = Field(ge=1, le=65535)
    secret: SecretStr

    @field_validator("url")
    @classmethod
    def _called(cls, url: str) -> str:
        if url and not is_address(url):
            raise ValueError("should be a whole address, e.g. https://example.org/jianbao")
        if unquote(urlsplit(url).path) == HEALTH_PATH:
            raise ValueError(f"should have another path: at {HEALTH_PATH} it is told whether the bot is up")
        return url

    @field_validator("listen")
    @classmethod
    def _address(cls, listen: str) -> str:
        try:
            ip_address(listen)
        except ValueError:
            if not _HOST.fullmatch(listen):
                raise ValueError(
                    f"should be an address of this machine, e.g. 127.0.0.1 or 0.0.0.0; {listen!r} is none"
                ) from None
        return listen

    def check_for_telegram(self) -> None:
        """Raise SettingsError where Telegram itself would not call `url`; a Bot API server of one's own may."""
        parts = urlsplit(self.url)
        if self.url and parts.scheme != "https":
            raise SettingsError(
                f"webhook.url: Telegram calls https only: https://… instead of {parts.scheme}://…"
            )
        if self.url and (parts.port or 443) not in WEBHOOK_PORTS:
            ports = ", ".join(map(str, WEBHOOK_PORTS))
            raise SettingsError(f"webhook.url: Telegram calls only the ports {ports}, not {parts.port}")

    @model_validator(mode="after")
    def _guarded(self) -> Webhook:
        if self.url and not self.secret.get_secret_value():
            raise ValueError("a webhook needs a secret (webhook.secret), else anybody could post updates")
        if not re.fullmatch("[A-Za-z0-9_-]{0,256}", self.secret.get_secret_value()):
            raise ValueError("webhook.secret may hold only A-Z a-z 0-9 _ -, at most 256 of them")
        return self


class Log(_Section):
    """What is written down."""

    level: Literal["debug", "info", "warning", "error"]
    questions: bool
    keep_days: Whole = Field(ge=1, le=36_500)


class Settings(_Section):
    """Everything configurable; every key has its default in default.yaml."""

    seeds: Folder
    data: Folder
    engine: Literal["auto", "rank-bm25", "tantivy", "opensearch"]
    analyzer: Literal["auto", "jieba", "rjieba"]
    keep_versions: Whole = Field(ge=1)
    golden: Golden
    admins: tuple[UserId, ...]
    language: Literal["zh", "zh-hant", "en"]
    search: Search
    limits: Limits
    groups: Groups
    inline: Inline
    uploads: Uploads
    watching: Watching
    webhook: Webhook
    log: Log


def load_settings(
    path: Path | None = None,
    overrides: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Lay `path` (or JIANBAO_CONFIG), the environment and `overrides` over the defaults, in this order.

    Raises SettingsError, one line that names file and key.
    """
    path = path or _path_in(environ, "JIANBAO_CONFIG")
    values = _read(DEFAULTS)
    if path is not None:
        values = _laid_over(values, _read(path))
    if data := _path_in(environ, "JIANBAO_DATA"):
        values["data"] = data
    values.update({k: v for k, v in (overrides or {}).items() if v is not None})
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError(f"{path or DEFAULTS.name}: {_in_words(error)}") from None


def _path_in(environ: Mapping[str, str], name: str) -> Path | None:
    """Return the path that a variable gives, if it gives any; raises SettingsError that names it, for it stands in no file."""
    given = environ.get(name)
    try:
        return Path(str(named_path(given))) if given else None
    except ValueError as error:
        raise SettingsError(f"{name}: {error}") from None


_WORDS = {
    "extra_forbidden": "no such key",
    "model_type": "should be a group of keys",
    "tuple_type": "should be a list, between [ and ]",
    "path_type": "should be a path",
}


def _in_words(error: ValidationError) -> str:
    """Return the first thing wrong: the key and, in words that don't speak of Python, what it should be."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    key = ".".join(str(part) for part in first["loc"]) or "settings"
    said = first["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if first["type"] == "extra_forbidden" and (near := get_close_matches(key, _keys(Settings), 1)):
        group, _, name = near[0].rpartition(".")
        flat = group and "." in str(first["loc"][-1])  # written as it is named here
        return f"{key}: no such key; did you mean {f'{group}: {{{name}: …}}' if flat else near[0]}?"
    return f"{key}: {_WORDS.get(first['type'], said)}"


def _keys(section: type[BaseModel], prefix: str = "") -> list[str]:
    keys = []
    for name, known in section.model_fields.items():
        keys.append(prefix + name)
        if isinstance(known.annotation, type) and issubclass(known.annotation, BaseModel):
            keys += _keys(known.annotation, f"{prefix}{name}.")
    return keys


class _TwiceError(Exception):
    """A key stands twice in one group; the text says where."""


class _Loader(yaml.SafeLoader):
    """Refuses a key that is given twice, of which YAML's own reader takes the later without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the keys with their values; raises _TwiceError."""
        lines: dict[str, int] = {}
        keys = (key for key, _ in (node.value if isinstance(node, yaml.MappingNode) else ()))
        for key in (key for key in keys if isinstance(key, yaml.ScalarNode)):
            line = key.start_mark.line + 1
            if key.value in lines:
                raise _TwiceError(
                    f"{key.value}: is given twice (lines {lines[key.value]} and {line}); keep one of the two"
                )
            lines[key.value] = line
        return super().construct_mapping(node, deep)


def _read(path: Path) -> dict[str, Any]:
    try:
        values = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 (it is a SafeLoader)
    except OSError as error:
        raise SettingsError(f"{path}: can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: is not UTF-8 text") from None
    except _TwiceError as error:
        raise SettingsError(f"{path}: {error}") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + 1}" if mark else ""
        raise SettingsError(f"{path}:{where} is not YAML ({getattr(error, 'problem', 'syntax')})") from None
    except (ValueError, RecursionError) as error:
        # An impossible date (2025-13-45), or brackets nested thousands deep.
        raise SettingsError(f"{path}: holds a value that can't be read ({error})") from None
    except (ArithmeticError, LookupError, AttributeError):
        # What PyYAML stumbles over in "\UFFFFFFFF", in !!bool maybe or !!int "", and in !!timestamp soon.
        raise SettingsError(
            f"{path}: holds a value that can't be read: no such character, or not what its tag (!!…) says"
        ) from None
    if values is not None and not isinstance(values, dict):
        raise SettingsError(f"{path}: should hold keys and values, e.g. 'seeds: pages'")
    return {str(key): value for key, value in (values or {}).items()}


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay keys over keys; a group without any, all of them commented out perhaps, changes nothing."""
    merged = dict(below)
    for key, value in above.items():
        old = below.get(key)
        if isinstance(old, dict) and isinstance(value, dict | None):
            value = _laid_over(old, {str(k): v for k, v in (value or {}).items()})
        merged[key] = value
    return merged
