"""A cluster: OpenSearch, fed with our own terms through its official client.

Where it is and who we are comes from the environment (see cluster.py).
"""

from __future__ import annotations

import heapq
import json
import os
import re
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError, OpenSearchException
from opensearchpy.helpers import streaming_bulk

from retrieval.engines.base import K1, B, Document, EngineHit
from retrieval.engines.cluster import Cluster, read_cluster
from retrieval.errors import EngineError, SetupError

CLAUSES = 1024  # of a query, the most that OpenSearch takes: a question of a thousand characters may have more terms
TIMEOUT_S = 10  # a search that takes longer is asked of another node
SLOW_S = 300  # cloning, merging and waiting for copies
CHUNK = (
    500  # documents a bulk request; the next one waits for its answer, and longer when the cluster says 429
)
FILE = "opensearch.json"
_NEAR = "http://127.0.0.1:9200"  # where it is looked for unless OPENSEARCH_URL says where it is
_MAPPING = {
    "dynamic": False,
    "_source": {"enabled": False},
    "properties": {
        "number": {"type": "long"},
        "terms": {"type": "text", "analyzer": "blanks", "similarity": "ours", "index_options": "freqs"},
    },
}
_ANALYSIS = {
    "analyzer": {"blanks": {"type": "custom", "tokenizer": "whitespace"}},
}
_SIMILARITY = {"ours": {"type": "BM25", "k1": K1, "b": B}}


class OpenSearchEngine:
    """BM25 over an index of a cluster; each version is an index of its own, an alias names the published one.

    Scores have the usual factor k1 + 1, which Lucene leaves out, so that they weigh as much as a passage's.
    Searching reads statistics of all shards first: the scores don't hang on where a document lies.
    """

    name = "opensearch"

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index that `folder` names, a new one where it names none."""
        self._folder = folder
        cluster = read_cluster(os.environ, _NEAR)
        self._client = connect(cluster)
        file = folder / FILE if folder else None
        if file and file.exists():
            self._index = str(json.loads(file.read_text(encoding="utf-8"))["index"])
            self._count()
            return
        self._index = f"{self._alias}-{uuid.uuid4().hex[:12]}"
        self._remember()
        settings = {
            "number_of_shards": cluster.shards,
            "number_of_replicas": cluster.replicas,
            "analysis": _ANALYSIS,
            "similarity": _SIMILARITY,
        }
        with _translated():
            body = {"settings": {"index": settings}, "mappings": _MAPPING}
            self._client.indices.create(index=self._index, body=body)
        self._size = 0

    @property
    def _alias(self) -> str:
        """The name for people and other programs: the corpus's folder, in the letters that OpenSearch allows."""
        corpus = self._folder.parent.parent.name if self._folder else "memory"
        return "jianbao-" + re.sub(r"[^a-z0-9_-]", "_", corpus.lower())

    def _remember(self) -> None:
        """Note the index's name before it is made: an unfinished build must find what it has to discard."""
        if self._folder:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / FILE).write_text(json.dumps({"index": self._index}), encoding="utf-8")

    def update(self, removed: Collection[int], added: Iterable[Document]) -> None:
        """Take documents out and in by bulk requests, then make the change visible."""
        with _translated():
            for done, item in streaming_bulk(
                self._client,
                self._actions(removed, added),
                chunk_size=CHUNK,
                max_retries=8,
                initial_backoff=1,
                max_backoff=60,
                raise_on_error=False,
                request_timeout=SLOW_S,
            ):
                (kind, what), *_ = item.items()
                if not done and not (kind == "delete" and what.get("status") == 404):
                    raise EngineError("cluster_document", cause=str(what.get("error")))
            self._client.indices.refresh(index=self._index, params={"request_timeout": SLOW_S})
        self._count()

    def _actions(self, removed: Collection[int], added: Iterable[Document]) -> Iterator[dict[str, Any]]:
        for number in removed:
            yield {"_op_type": "delete", "_index": self._index, "_id": str(number)}
        for number, terms in added:
            row = {"number": number, "terms": terms}
            yield {"_op_type": "index", "_index": self._index, "_id": str(number), "_source": row}

    def _count(self) -> None:
        with _translated():
            self._size = int(self._client.count(index=self._index)["count"])

    def search(self, terms: Mapping[str, float], k: int) -> list[EngineHit]:
        """Return the best `k` documents, best first, ties by number; one request, no pages."""
        if not terms:
            return []
        most = heapq.nlargest(CLAUSES, terms.items(), key=itemgetter(1))
        should = [{"term": {"terms": {"value": t, "boost": w * (K1 + 1)}}} for t, w in most]
        body = {
            "size": k,
            "query": {"bool": {"should": should}},
            "sort": ["_score", {"number": "asc"}],
            "track_total_hits": False,
        }
        with _translated():
            params = {"search_type": "dfs_query_then_fetch"}
            found = self._client.search(index=self._index, body=body, params=params)
        if found["_shards"]["failed"]:
            raise EngineError("cluster_part")
        return [EngineHit(int(hit["sort"][1]), float(hit["sort"][0])) for hit in found["hits"]["hits"]]

    def document_frequencies(self, terms: Collection[str]) -> dict[str, int]:
        """Return how many documents hold each term; one request for all of them."""
        names = list(terms)
        filters = {str(n): {"term": {"terms": term}} for n, term in enumerate(names)}
        body = {"size": 0, "aggs": {"held": {"filters": {"filters": filters}}}}
        if not names:
            return {}
        with _translated():
            held = self._client.search(index=self._index, body=body)["aggregations"]["held"]["buckets"]
        return {term: int(held[str(n)]["doc_count"]) for n, term in enumerate(names)}

    def fork(self, folder: Path | None) -> OpenSearchEngine:
        """Return a clone, whose segments the nodes link, not copy; this index takes no more writes."""
        fork = OpenSearchEngine.__new__(OpenSearchEngine)
        fork._folder, fork._client, fork._size = folder, self._client, self._size
        fork._index = f"{fork._alias}-{uuid.uuid4().hex[:12]}"
        fork._remember()
        with _translated():
            blocked = {"index.blocks.write": True}
            self._client.indices.put_settings(index=self._index, body=blocked)
            body = {"settings": {"index.blocks.write": False}}
            params: dict[str, Any] = {"request_timeout": SLOW_S}
            self._client.indices.clone(index=self._index, target=fork._index, body=body, params=params)
            params["wait_for_status"] = "yellow"
            self._client.cluster.health(index=fork._index, params=params)
        return fork

    def publish(self) -> None:
        """Point the alias at this index, in one step."""
        with _translated():
            known = self._client.indices.get_alias(index=f"{self._alias}-*", params={"ignore": 404})
            actions = [
                {"remove": {"index": index, "alias": self._alias}}
                for index, what in known.items()
                if isinstance(what, dict) and self._alias in what.get("aliases", {})
            ]
            actions.append({"add": {"index": self._index, "alias": self._alias}})
            self._client.indices.update_aliases(body={"actions": actions})

    def __len__(self) -> int:
        """Return the number of documents."""
        return self._size


def discard(folder: Path) -> None:
    """Delete the index that `folder` names, if any; what can't be reached now is left to the cluster's admin."""
    try:
        index = json.loads((folder / FILE).read_text(encoding="utf-8"))["index"]
        connect().indices.delete(index=index, params={"ignore": 404})
    except (OSError, ValueError, KeyError, OpenSearchException, SetupError):
        return


def connect(cluster: Cluster | None = None) -> OpenSearch:
    """Connect to `cluster`, or as the environment says; a node that fails is left alone for a while, and another one asked."""
    cluster = cluster or read_cluster(os.environ, _NEAR)
    return OpenSearch(
        list(cluster.urls),
        http_auth=cluster.login,
        ca_certs=cluster.authority,
        verify_certs=True,
        timeout=TIMEOUT_S,
        max_retries=5,
        retry_on_timeout=True,
        retry_on_status=(429, 500, 502, 503, 504),
    )


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the client's errors into ours."""
    try:
        yield
    except NotFoundError as error:
        raise EngineError("cluster_index", cause=str(error.error)) from error
    except OpenSearchException as error:
        cause = str(error).splitlines()[0]
        if "OPENSEARCH_URL" in os.environ:
            raise EngineError("cluster", cause=cause) from error
        raise EngineError("cluster_near", url=_NEAR, cause=cause) from error
