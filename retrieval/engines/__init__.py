"""Search engines behind one protocol: given terms, which documents score how much?"""

from retrieval.engines.base import Document, Engine, EngineHit
from retrieval.engines.choice import ENGINES, LARGE_BYTES, choose_engine, discard_engine, open_engine
from retrieval.engines.rank_bm25 import RankBM25Engine
from retrieval.engines.tantivy import TantivyEngine

__all__ = [
    "ENGINES",
    "LARGE_BYTES",
    "Document",
    "Engine",
    "EngineHit",
    "RankBM25Engine",
    "TantivyEngine",
    "choose_engine",
    "discard_engine",
    "open_engine",
]
