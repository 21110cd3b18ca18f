"""Search engines behind one protocol: given terms, which documents score how much?"""

from retrieval.engines.base import Engine, EngineHit
from retrieval.engines.rank_bm25 import RankBM25Engine

__all__ = ["Engine", "EngineHit", "RankBM25Engine"]
