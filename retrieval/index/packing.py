"""How records become bytes for the store, and come back: small, checked, and quick to read.

A record is JSON of the fields that differ from their defaults, packed by zlib, whose own checksum catches a
damaged byte. Arrays are kept as they lie in memory behind a checksum, for they are read fifty at a question.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import MISSING, asdict, fields
from typing import Any

import numpy as np

from retrieval.errors import StoreError
from retrieval.index.indexing import IndexedArticle, PassageTerms
from retrieval.records import Article, Furniture, Kind, Page, PageCut, Part, Piece, Role
from retrieval.whys import Why

_HEAD = struct.Struct("<III")  # checksum, passages, entries
_ROLES = {role.value: role for role in Role}  # a thirtieth of the time that Role(value) takes


def pack(value: Any) -> bytes:
    """Return `value`, made of lists, mappings, numbers and strings, as packed JSON."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def unpack(raw: bytes) -> Any:
    """Return what was packed; raises StoreError where a byte is damaged."""
    try:
        return json.loads(zlib.decompress(raw))
    except (zlib.error, ValueError) as error:
        raise StoreError("record_damaged", cause=str(error)) from error


def pack_why(why: Why) -> bytes:
    """Pack a reason as its word and its facts, so that any language can be made of it later."""
    return pack(asdict(why))


def unpack_why(raw: bytes) -> Why:
    """Return the reason as it was packed."""
    return _why(unpack(raw))


def _why(row: dict[str, Any]) -> Why:
    about = {key: _why(fact) if isinstance(fact, dict) else fact for key, fact in row["about"].items()}
    return Why(row["word"], about)


def pack_entry(entry: IndexedArticle) -> bytes:
    """Pack an article with its sentences and passages; the normal form, so much like the text, adds a tenth."""
    row = _plain(entry.article)
    row["parts"] = [[p.role, p.start, p.end] for p in entry.article.parts]
    row["pieces"] = _flat((p.start, p.line) for p in entry.article.pieces)
    row["spans"] = _flat(entry.article.spans)
    return pack([row, entry.normal, _flat(entry.sentences), _flat(entry.groups)])


def unpack_entry(raw: bytes, terms: PassageTerms) -> IndexedArticle:
    """Return the article with its sentences and passages."""
    row, normal, sentences, groups = unpack(raw)
    return IndexedArticle(_article(row), normal, _pairs(sentences), _pairs(groups), terms)


def unpack_article(raw: bytes) -> Article:
    """Return the article alone."""
    return _article(unpack(raw)[0])


def _article(row: dict[str, Any]) -> Article:
    row["parts"] = tuple([Part(_ROLES[role], start, end) for role, start, end in row["parts"]])
    row["pieces"] = tuple(map(Piece._make, _pairs(row["pieces"])))
    row["spans"] = _pairs(row["spans"])
    row["kind"] = Kind(row.get("kind", Kind.NEWS))
    return Article(**row)


def pack_cut(cut: PageCut) -> bytes:
    """Pack what belongs to a page and to none of its articles."""
    row = _plain(cut.page) | {"lines": list(cut.page.lines)}
    furniture = [[f.line, f.role, f.text] for f in cut.furniture]
    return pack([row, furniture, [[line, list(why)] for line, why in cut.reasons.items()]])


def unpack_cut(raw: bytes, articles: tuple[Article, ...]) -> PageCut:
    """Return the page's cut, given its articles."""
    row, furniture, reasons = unpack(raw)
    page = Page(**(row | {"lines": tuple(row["lines"])}))
    pieces = tuple(Furniture(line, _ROLES[role], text) for line, role, text in furniture)
    return PageCut(page, articles, pieces, {line: tuple(why) for line, why in reasons})


def pack_terms(terms: PassageTerms) -> bytes:
    """Lay the arrays end to end behind their sizes and a checksum."""
    body = b"".join(a.tobytes() for a in (terms.sizes, terms.lengths, terms.keys, terms.counts))
    return _HEAD.pack(zlib.crc32(body), len(terms.sizes), len(terms.keys)) + body


def unpack_terms(raw: bytes) -> PassageTerms:
    """Return the arrays as views of `raw`; raises StoreError where a byte is damaged."""
    checksum, p, n = _HEAD.unpack_from(raw) if len(raw) >= _HEAD.size else (0, 0, 0)
    if len(raw) != _HEAD.size + 8 * p + 5 * n or zlib.crc32(memoryview(raw)[_HEAD.size :]) != checksum:
        raise StoreError("terms_damaged")
    at = _HEAD.size
    return PassageTerms(
        np.frombuffer(raw, np.uint32, p, at),
        np.frombuffer(raw, np.uint32, p, at + 4 * p),
        np.frombuffer(raw, np.uint32, n, at + 8 * p),
        np.frombuffer(raw, np.uint8, n, at + 8 * p + 4 * n),
    )


def _plain(record: Any) -> dict[str, Any]:
    """Return the fields of a dataclass that differ from their defaults."""
    values = ((f, getattr(record, f.name)) for f in fields(record))
    return {f.name: v for f, v in values if f.default is MISSING or v != f.default}


def _flat(pairs: Any) -> list[int]:
    return [n for pair in pairs for n in pair]


def _pairs(flat: list[int]) -> tuple[tuple[int, int], ...]:
    return tuple(zip(flat[::2], flat[1::2], strict=True))
