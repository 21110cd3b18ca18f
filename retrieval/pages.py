"""Read a seed file: which encoding is it, which lines does it have, what does its sidecar say?"""

from __future__ import annotations

import codecs
import errno
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from retrieval.errors import PageError, UnreadableError
from retrieval.records import Page
from retrieval.told import meaning
from retrieval.visible import visible, without_halves

SEED_SUFFIXES = (".txt", ".md", ".jsonl")
SIDE_SUFFIXES = (".yaml", ".yml")
_SIDES = (*SIDE_SUFFIXES, *map(str.upper, SIDE_SUFFIXES))
HIDDEN = (".", "~$")  # how the names of files begin that nobody put there to be read
# Strict decoders in the order of how surely a success means that encoding: text in GB18030 or Big5 is
# practically never valid UTF-8, while almost any bytes are valid GB18030, so Big5 must be weighed against it.
_LEGACY = ("gb18030", "big5hkscs")
# The most frequent characters of running Chinese text in both scripts; used to tell GB18030 from Big5.
_COMMON = frozenset(
    "的一是在不了有和人这这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性"
    "好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特"
    "件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风"
    "切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装這個國為來時們對會發動過說產種後學經進著電裡點從業體機當還開應與關"
    "線數變條沒結問見計別她論運農決戰處隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車務達積議聲報鬥類離華確張節話況傳許廣記觀織裝"
)


_TOLD = ("publication", "date", "page", "url")
_LIKE = 0.8  # how alike a key must be to one of these for a slip of the pen: pages is, note isn't
_NOTHING = ("", "~", "null")  # what YAML writes for no value
_STRAY = 3  # broken bytes that a file of any size may have
_SURE = 0.08  # share of frequent characters below which a decoding is no Chinese text
# What reading YAML raises; an OverflowError for a character that there can't be: "\UFFFFFFFF".
YAML_FAULTS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)


def decode(raw: bytes, source: str) -> str:
    """Decode a page in UTF-8 or UTF-16 (with or without BOM), UTF-32 (with), GB18030 or Big5.

    A few broken bytes in otherwise good UTF-8 become U+FFFD rather than cost the file. Raises PageError for an
    empty or binary file, or where no encoding gives Chinese text. Example: `decode("剪报".encode("gb18030"), "x")`.
    """
    text = _decode(raw, source)
    if not text.strip():
        raise PageError(source, "page_empty")
    return text


def _decode(raw: bytes, source: str) -> str:
    if raw.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return raw.decode("utf-32", errors="replace")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace").removeprefix("\ufeff")
    if b"\x00" in raw:
        wide = _decode_wide(raw)
        if wide is not None:
            return wide
        if raw.count(0) > min(_STRAY + len(raw) // 500, len(raw) // 50):
            raise PageError(source, "page_binary")
        raw = raw.replace(b"\x00", b"")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    mended = raw.decode("utf-8-sig", errors="replace")
    if (
        mended.count("\ufffd") <= _STRAY + len(mended) // 500
        and mended.count("\ufffd") * 50 < len(mended)
        and _commonness(mended) >= _SURE
    ):
        return mended
    found = [(text, _commonness(text)) for name in _LEGACY if (text := _try(raw, name)) is not None]
    if not found or max(score for _, score in found) < _SURE:
        raise PageError(source, "page_encoding")
    return max(found, key=lambda pair: pair[1])[0]


def _decode_wide(raw: bytes) -> str | None:
    """Decode UTF-16 without BOM; None where it is something else with zero bytes."""
    found = [
        (text, _commonness(text))
        for name in ("utf-16-le", "utf-16-be")
        if (text := _try(raw, name)) is not None
    ]
    text, score = max(found, key=lambda pair: pair[1], default=("", 0.0))
    return None if score < _SURE or "\x00" in text else text


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _commonness(text: str) -> float:
    """Return the share of frequent Chinese characters among the non-ASCII ones."""
    sample = [c for c in text[:20000] if ord(c) > 127]
    return sum(c in _COMMON for c in sample) / max(len(sample), 1)


def read_page(path: Path) -> Page:
    """Read one page dump and its sidecar `<name>.yaml`, if there is one.

    Raises PageError, whose text names the file and the reason.
    """
    side = read_sidecar(path)
    return Page(
        path.name,
        read_lines(path),
        side.get("publication"),
        side.get("date"),
        side.get("page"),
        side.get("url"),
    )


def read_lines(path: Path) -> tuple[str, ...]:
    """Read the lines of a text file, as `split("\\n")` counts them: what can be seen of them, without the line ends of any system.

    A lone carriage return ends a line only in a file that has no line feed at all, so that line numbers are those
    that any other program counts. Raises PageError.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableError(path.name, "page_unread", cause=str(error.strerror)) from error
    text = decode(raw, path.name)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return tuple(visible(text).split("\n"))


def is_sidecar(path: Path) -> bool:
    """Tell whether a file is called as sidecars are."""
    return path.suffix.lower() in SIDE_SUFFIXES


def sidecar_of(path: Path) -> Path | None:
    """Return the sidecar `<name>.yaml` (or .yml, or in capitals) that stands beside a page, None where there is none.

    Raises OSError.
    """
    for suffix in () if is_sidecar(path) else _SIDES:
        try:
            if (side := path.with_suffix(suffix)).is_file():
                return side
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:  # the page's name is as long as any: there is no longer one
                raise
    return None


def unread_sidecar(side: Path) -> PageError:
    """Return why a file that is called as sidecars are is refused: it tells of no page."""
    page = Path(side.stem)
    if page.suffix.lower() in SEED_SUFFIXES:
        return PageError(side.name, "side_name", page=page.name, name=f"{page.stem}.yaml")
    other = sidecar_of(side.with_suffix(SEED_SUFFIXES[0]))
    if other and not other.samefile(side):
        return PageError(side.name, "side_other", other=other.name)
    return PageError(side.name, "side_alone")


def read_sidecar(path: Path) -> dict[str, str]:
    """Read the metadata in `<name>.yaml` beside a page, empty where there is none. Raises PageError.

    Keys of one's own are let be, but one that is nearly ours is a slip of the pen.
    """
    if not path.name:
        raise PageError(str(path), "page_none")
    try:
        side = sidecar_of(path)
        if side is None:
            return {}
        known = _mapping(side.read_bytes(), path.name, side.name)
    except OSError as error:
        raise UnreadableError(path.name, "side_unread", cause=str(error.strerror)) from error
    _check_keys(known, path.name, side.name)
    given = {k: v for k in _TOLD if (v := known.get(k)) not in (None, *_NOTHING)}
    return {key: _meant(key, value, path.name, side.name) for key, value in given.items()}


def _check_keys(known: dict[str, Any], file: str, side: str) -> None:
    for key in map(without_halves, map(str, known)):
        same = [known for known in _TOLD if known[0] == key[:1].lower()]
        if key not in _TOLD and (near := get_close_matches(key.lower(), same, 1, _LIKE)):
            raise PageError(file, "side_key", side=side, key=key, near=near[0])


def _meant(key: str, value: object, file: str, side: str) -> str:
    """Return what a value says; raises PageError."""
    if not isinstance(value, str):
        raise PageError(file, "side_value", side=side, key=key)
    if any("\ue000" <= c <= "\uf8ff" for c in value):  # a short text in Big5, taken for GB18030
        raise PageError(file, "side_encoding", side=side)
    if (meant := meaning(key, visible(value))) is None:
        raise PageError(file, "side_date", side=side)
    return meant


def plain_yaml(text: str) -> Any:
    """Read YAML with all for text, so that page 010 is no 8 and a paper may be called Yes. Raises any of YAML_FAULTS."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 makes only text, lists, mappings


def _mapping(raw: bytes, source: str, side: str) -> dict[str, Any]:
    """Read what is in a sidecar; raises PageError that names both files, and the line."""
    try:
        text = _decode(raw, source)
    except PageError as error:
        raise PageError(source, "side_text", side=side, fault=error.why) from error
    try:
        known = plain_yaml(text) or {}
    except YAML_FAULTS as error:
        cause = getattr(error, "problem", None) or str(error).splitlines()[0]
        if mark := getattr(error, "problem_mark", None):
            raise PageError(source, "side_line", side=side, line=mark.line + 1, cause=cause) from error
        raise PageError(source, "side_yaml", side=side, cause=cause) from error
    if not isinstance(known, dict):
        raise PageError(source, "side_mapping", side=side)
    return known
