"""Which engine serves a corpus of this size, and how is it opened?"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import cast

from retrieval.engines.base import Engine
from retrieval.engines.rank_bm25 import RankBM25Engine
from retrieval.engines.tantivy import TantivyEngine
from retrieval.errors import EngineError

ENGINES = ("rank-bm25", "tantivy", "opensearch")
# From here on tantivy is faster: at 1.6 MB a whole question takes 12 ms instead of 21, at the same S@1 (.982 on CMRC
# 2018); rank_bm25 looks at every document for every term.
LARGE_BYTES = 400_000


def choose_engine(wanted: str, large: bool) -> str:
    """Return the engine's name: `wanted`, or for "auto" the one for a corpus that is `large` or not."""
    if wanted != "auto":
        return wanted
    return TantivyEngine.name if large else RankBM25Engine.name


def open_engine(name: str, folder: Path | None) -> Engine:
    """Open the engine that lies in `folder`, an empty one where there is none.

    Raises EngineError for an unknown name.
    """
    if name == RankBM25Engine.name:
        return RankBM25Engine(folder)
    if name == TantivyEngine.name:
        return TantivyEngine(folder)
    if name == ENGINES[2]:
        return cast(Engine, _opensearch().OpenSearchEngine(folder))
    raise EngineError("engine_unknown", name=name, known=", ".join(ENGINES))


def discard_engine(folder: Path) -> None:
    """Give back what the engine in `folder` holds elsewhere; the folder itself is the caller's."""
    if (folder / "opensearch.json").exists():
        _opensearch().discard(folder)


def _opensearch() -> ModuleType:
    """Import the engine for clusters, whose client is an extra."""
    try:
        return import_module("retrieval.engines.opensearch")
    except ImportError as error:
        raise EngineError("engine_package") from error
