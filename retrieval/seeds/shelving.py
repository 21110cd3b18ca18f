"""Change the seeds folder: put a file there or take one away, whole or not at all, and never for good.

What is replaced or taken away is kept in a bin beside the index. The caller sees to it that nobody else changes
the folder meanwhile.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from retrieval.index.versions import make_durable
from retrieval.pages import SEED_SUFFIXES, SIDE_SUFFIXES, is_sidecar, sidecar_of
from retrieval.seeds.folder import seed_paths
from retrieval.seeds.parcels import free_name

_UNREADABLE = re.compile("[\udc00-\udfff]")  # bytes of a name that are no UTF-8: no message can hold them
_PART = (
    ".jianbao-part-"  # how the name of what is being written begins: no seed's, for hidden files are let be
)
_KEPT_BYTES = 200  # of a name in the bin: file systems take 255, and when it was put there stands before it


def shelved(folder: Path) -> list[str]:
    """Return the names of the seed files that lie in `folder`, served or refused, of those whose names are text.

    Raises SeedsError where there is no such folder.
    """
    return [path.name for path in seed_paths(folder) if not _UNREADABLE.search(path.name)]


def put_file(
    folder: Path, name: str, raw: bytes, bin: Path, *, replace: bool, side: bytes | None = None
) -> str:
    """Save `raw` as `name`, or beside it under a free name unless it may `replace`; returns the name.

    With its sidecar `side` it gets a name that no other page shares. A reader of the folder sees the old file or the new
    one: it is written under a name that is no seed's, made durable, and renamed. Raises OSError, SeedsError where there is
    no such folder.
    """
    there = {known.casefold(): known for known in shelved(folder)}
    old = there.get(name.casefold())
    # Another page of that name has the same sidecar: it isn't to be cited as the new one.
    stem = name.casefold().rpartition(".")[0]
    shares = side is not None and any(k.rpartition(".")[0] == stem for k in there if k != name.casefold())
    if old and replace and not shares:
        _keep(folder / old, bin)
        name = old
    else:
        stems = {known.rpartition(".")[0] for known in there} if side is not None else set[str]()
        name = free_name(name, there.keys() | {stem + suffix for stem in stems for suffix in SEED_SUFFIXES})
    if side is not None:
        put_sidecar(folder, name, side, bin)
    _write(folder / name, raw)
    return name


def put_sidecar(folder: Path, page: str, raw: bytes, bin: Path) -> str:
    """Save `raw` as the sidecar of the seed file `page`, in the place of the one that it has; returns its name. Raises OSError."""
    path = folder / page
    old = sidecar_of(path)
    if old:
        _keep(old, bin)
    side = old or path.with_suffix(SIDE_SUFFIXES[0])
    _write(side, raw)
    return side.name


def _write(path: Path, raw: bytes) -> None:
    # Not after the page: a name may be as long as the file system takes.
    part = path.with_name(f"{_PART}{secrets.token_hex(8)}")
    with _taken_back(part):
        part.write_bytes(raw)
        make_durable(part)
        part.replace(path)
    make_durable(path.parent)


@contextmanager
def _taken_back(path: Path) -> Iterator[None]:
    """Where `path` can't be written, on a full disk perhaps, leave nothing of it."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def sweep_parts(folder: Path, older_s: float = 3600.0) -> None:
    """Throw away what a killed process left half-written, so long ago that nobody can still be at it."""
    with suppress(OSError):
        for part in folder.glob(f"{_PART}*"):
            if time.time() - part.stat().st_mtime > older_s:
                part.unlink()


def remove_file(folder: Path, name: str, bin: Path) -> None:
    """Move the seed file `name` and its sidecar into the bin.

    Raises OSError, FileNotFoundError for no such one, SeedsError where there is no such folder.
    """
    if name not in shelved(folder):
        raise FileNotFoundError(name)
    path = folder / name
    side = sidecar_of(path)
    shared = any(p.name != name and p.stem == path.stem for p in seed_paths(folder) if not is_sidecar(p))
    for gone in [path] if shared or side is None else [path, side]:
        _keep(gone, bin)
        gone.unlink()
    make_durable(folder)


def _keep(path: Path, bin: Path) -> None:
    if path.is_symlink() and not os.access(path, os.R_OK):
        return  # it leads to what isn't there or can't be seen: nothing of ours that could be lost
    bin.mkdir(parents=True, exist_ok=True)
    stamp = time.strftime("%Y%m%d-%H%M%S")
    stem = path.stem.encode()[:_KEPT_BYTES].decode(errors="ignore")
    taken = {p.name.casefold() for p in bin.iterdir()}
    kept = bin / free_name(f"{stamp}-{stem}{path.suffix}", taken)
    with _taken_back(kept):
        shutil.copyfile(path, kept)
        make_durable(kept)
