"""Open what somebody sent: a page by itself, or a zip of pages that may have been made to do harm.

Nothing of a zip is believed: not its names, not its sizes, not that it is one. What is refused is named with its
reason, and the rest is taken, unless the whole is a bomb.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from retrieval.errors import ParcelError
from retrieval.pages import HIDDEN, SEED_SUFFIXES, SIDE_SUFFIXES
from retrieval.whys import Why

_PACKED = (".zip", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".jar")
# All that zipfile has been seen to raise for a file that is damaged; LookupError for a name cut to nothing.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OSError,
)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others may ask for gigabytes of memory to unpack
_LITTERED = ("__MACOSX/", *HIDDEN, "Thumbs.db")  # what systems leave in every zip
_HIDING = re.compile(rf"^(?:{'|'.join(map(re.escape, (*HIDDEN, ' ')))})+")  # at the beginning of a name
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_SMALL = 1_000_000  # bytes below which an entry may have been packed as tightly as it likes
_NAME_BYTES = (
    150  # of UTF-8, of a new page's name; file systems take 255, and a number or a suffix may be added
)
_MOST_BYTES = 255
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one upload may hold: files, bytes unpacked in all, times that an entry may grow."""

    files: int
    bytes: int
    ratio: int


@dataclass(frozen=True, slots=True)
class Turned:
    """A file that is not taken: its name as given, and the reason."""

    name: str
    why: Why


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that may be taken: its name made safe, its bytes, and those of the sidecar that stands beside a page in a zip."""

    name: str
    raw: bytes
    side: bytes | None = None


_Place = tuple[str, str]
"""Where a file lies in a zip: its folder and its name without suffix."""


def open_parcel(
    name: str, raw: bytes, bounds: Bounds, shelved: Collection[str] = ()
) -> Iterator[Sent | Turned]:
    """Yield the files that were sent under `name`, safely named, and those that are refused.

    A long name is cut, unless a page of those `shelved`, which may be replaced or told of, is called so.
    Raises ParcelError where the whole can't be taken: of no kind we know, damaged, empty, too many files, too large.
    """
    suffix = PurePosixPath(name.lower()).suffix
    if suffix in (*SEED_SUFFIXES, *SIDE_SUFFIXES):
        yield Sent(safe_name(name, _whole(shelved)), raw)
    elif suffix == ".zip":
        yield from _unpacked(raw, bounds, _whole(shelved))
    else:
        raise ParcelError("parcel_kind")


def _whole(shelved: Collection[str]) -> frozenset[str]:
    """Return the names that are not to be cut: those of pages, and of the sidecars that they may have."""
    stems = {name.casefold().rpartition(".")[0] for name in shelved}
    return frozenset(map(str.casefold, shelved)) | {
        stem + suffix for stem in stems for suffix in SIDE_SUFFIXES
    }


def _unpacked(raw: bytes, bounds: Bounds, whole: frozenset[str]) -> Iterator[Sent | Turned]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except _DAMAGED as error:
        raise ParcelError("parcel_damaged") from error
    entries = [(_name_of(info), info) for info in archive.infolist() if not info.filename.endswith("/")]
    entries = [(name, info) for name, info in entries if not _littered(name)]
    if not entries:
        raise ParcelError("parcel_empty")
    _check(entries, bounds)
    pages = {_place(name) for name, info in entries if not _is_side(name) and not _why_not(name, info)}
    box = _Box(archive, pages, whole)
    for name, info in sorted(entries, key=lambda entry: _turn(entry[0])):
        why = _why_not(name, info)
        if file := Turned(name, Why(why)) if why else box.take(name, info):
            yield file


class _Box:
    """A zip out of which one file after the other is taken, sidecars first: each goes along with the pages beside it."""

    def __init__(self, archive: zipfile.ZipFile, pages: set[_Place], whole: frozenset[str]) -> None:
        self._archive = archive
        self._whole = whole
        self._pages = pages
        self._sides: dict[_Place, tuple[str, bytes]] = {}
        self._taken: set[str] = set()
        self._held: dict[str, bytes | None] = {}  # what stands beside the pages of a name

    def take(self, name: str, info: zipfile.ZipInfo) -> Sent | Turned | None:
        """Return what an entry holds, None for a sidecar that will come with its page."""
        try:
            raw = self._archive.read(info)
        except _DAMAGED:
            return Turned(name, Why("file_damaged"))
        return self._take_side(name, raw) if _is_side(name) else self._take_page(name, raw)

    def _take_side(self, name: str, raw: bytes) -> Sent | Turned | None:
        """Keep the sidecar of a page in this zip; one by itself may be meant for a page that was sent before."""
        place = _place(name)
        if place not in self._pages and all(stem != place[1] for _, stem in self._pages):
            return Sent(safe_name(name, self._whole), raw)
        if place not in self._pages:
            return Turned(name, Why("file_side"))
        kept, _ = self._sides.setdefault(place, (name, raw))
        return None if kept == name else Turned(name, Why("side_other", {"other": kept}))

    def _take_page(self, name: str, raw: bytes) -> Sent:
        """Name a page so that no other of its name has another sidecar."""
        _, side = self._sides.get(_place(name), ("", None))
        barred = {stem for stem, held in self._held.items() if held != side}
        taken = self._taken | {stem + suffix for stem in barred for suffix in SEED_SUFFIXES}
        free = free_name(safe_name(name, self._whole), taken)
        self._taken.add(free.casefold())
        self._held[free.casefold().rpartition(".")[0]] = side
        return Sent(free, raw, side)


def _turn(name: str) -> int:
    """Return when a file's turn comes: the sidecars first, and of two of one page the one that is read in the seeds."""
    suffix = PurePosixPath(name.lower()).suffix
    return (*SIDE_SUFFIXES, suffix).index(suffix)


def _is_side(name: str) -> bool:
    return PurePosixPath(name.lower()).suffix in SIDE_SUFFIXES


def _place(name: str) -> _Place:
    path = PurePosixPath(name.replace("\\", "/").casefold())
    return str(path.parent), path.stem


def _check(entries: list[tuple[str, zipfile.ZipInfo]], bounds: Bounds) -> None:
    """Raise ParcelError for a bomb. The declared sizes will do: no more is ever unpacked than was declared."""
    if len(entries) > bounds.files:
        raise ParcelError("parcel_files", most=bounds.files)
    if sum(info.file_size for _, info in entries) > bounds.bytes:
        raise ParcelError("parcel_bytes", most=bounds.bytes // 1_000_000)
    if any(i.file_size > max(_SMALL, bounds.ratio * i.compress_size) for _, i in entries):
        raise ParcelError("parcel_ratio", most=bounds.ratio)


def _why_not(name: str, info: zipfile.ZipInfo) -> str | None:
    """Return, as a word, why an entry is refused by what the zip says of it; None when it may be read."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":"):
        return "file_path"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "file_link"
    if path.suffix.lower() in _PACKED:
        return "file_nested"
    if path.suffix.lower() not in (*SEED_SUFFIXES, *SIDE_SUFFIXES):
        return "file_kind"
    if info.flag_bits & _ENCRYPTED:
        return "file_encrypted"
    return None if info.compress_type in _METHODS else "file_method"


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; one without the mark of UTF-8 is as a rule GB18030 from a Chinese Windows.

    zipfile has read such a name as cp437, in which every byte is a character, so that nothing is lost.
    """
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030", "big5"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _littered(name: str) -> bool:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return name.startswith(_LITTERED[0]) or base.startswith(_LITTERED[1:])


def safe_name(name: str, whole: Collection[str] = ()) -> str:
    """Return a file name without folders, control characters and what some system forbids; a long one cut unless it is in `whole`.

    >>> safe_name("剪报/2024:健康报?.TXT")
    '2024_健康报_.txt'
    """
    base = unicodedata.normalize("NFC", name.replace("\\", "/")).rsplit("/", 1)[-1]
    kept = "".join(c for c in base if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    for forbidden in '<>:"|?*':
        kept = kept.replace(forbidden, "_")
    stem, dot, suffix = " ".join(kept.split()).rpartition(".")
    stem = _HIDING.sub("", stem).strip(". ")
    if f"{stem}{dot}{suffix}".casefold() not in whole:
        stem = _cut(stem, _NAME_BYTES).strip(". ") or "page"
    stem = f"_{stem}" if stem.casefold() in _RESERVED else stem
    return f"{stem}{dot}{suffix.lower()}"


def _cut(stem: str, most: int) -> str:
    return stem.encode()[:most].decode(errors="ignore")


def free_name(name: str, taken: set[str]) -> str:
    """Return `name`, or the first of name-2, name-3 … that `taken` (case-folded names) lacks."""
    stem, dot, suffix = name.rpartition(".")
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        end = f"-{number}{dot}{suffix}"
        free = _cut(stem, _MOST_BYTES - len(end.encode())) + end
    return free
