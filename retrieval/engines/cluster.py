"""Where is the cluster, who are we there, and how is an index laid out? The environment says so, never a file.

    OPENSEARCH_URL          https://search1:9200,https://search2:9200 (default http://127.0.0.1:9200)
    OPENSEARCH_USER, OPENSEARCH_PASSWORD
    OPENSEARCH_CA           file with the authority that signed the cluster's certificates
    OPENSEARCH_SHARDS       primary shards of a new index (default 1; one per 30 GB or so)
    OPENSEARCH_REPLICAS     copies of each shard (default 1: one node may die)

What can't be used is said before anything is asked of the cluster: by the variable's name, never by what it holds,
for that may be part of a password.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from retrieval.errors import SetupError

_LABEL = r"[^\W_](?:[\w-]{0,61}\w)?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?|[\da-f:.]*:[\da-f:.]*(?:%\w+)?", re.IGNORECASE)
_SHARDS, _REPLICAS = (
    (1, 1024),
    (0, 100),
)  # the least and the most that make sense; 1024 is OpenSearch's own bound


@dataclass(frozen=True, slots=True)
class Cluster:
    """What the environment says of a cluster."""

    urls: tuple[str, ...]
    login: tuple[str, str] | None
    authority: str | None
    shards: int
    replicas: int


def read_cluster(environ: Mapping[str, str], near: str) -> Cluster:
    """Read the variables; the cluster is at `near` unless one says where. Raises SetupError that names the variable."""
    user = environ.get("OPENSEARCH_USER")
    return Cluster(
        _urls(environ.get("OPENSEARCH_URL", near)),
        (user, environ.get("OPENSEARCH_PASSWORD", "")) if user else None,
        _authority(environ.get("OPENSEARCH_CA")),
        _count(environ, "OPENSEARCH_SHARDS", *_SHARDS),
        _count(environ, "OPENSEARCH_REPLICAS", *_REPLICAS),
    )


def _urls(given: str) -> tuple[str, ...]:
    urls = tuple(url.strip() for url in given.split(","))
    for url in urls:
        if why := _fault(url):
            raise SetupError(why)
    return urls


def _fault(url: str) -> str | None:
    """Return, as a word, what is wrong with the address of a node; None where it can be used."""
    if not url:
        return "setup_url_empty"
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
        host, port, login = parts.hostname or "", parts.port, "@" in parts.netloc
    except ValueError:  # of a port that is no number, which may be a piece of a password
        return "setup_url_port"
    if parts.query or parts.fragment or "@" in parts.path:
        return "setup_url_signs"
    if login and parts.password is None:
        return "setup_url_login"
    return None if _is_whole(parts, host, port) else "setup_url_none"


def _is_whole(parts: SplitResult, host: str, port: int | None) -> bool:
    return parts.scheme in ("", "http", "https") and port != 0 and _HOST.fullmatch(host) is not None


def _authority(given: str | None) -> str | None:
    if not given:
        return None
    try:
        ssl.create_default_context(cafile=given)
    except (OSError, ValueError):  # a damaged certificate is an OSError, a zero in the name a ValueError
        there = Path(given.replace("\0", "")).is_file()
        raise SetupError("setup_ca_none" if there else "setup_ca_file") from None
    return given


def _count(environ: Mapping[str, str], name: str, least: int, most: int) -> int:
    given = environ.get(name, "1").strip()
    if not re.fullmatch(r"[0-9]{1,5}", given) or not least <= int(given) <= most:
        raise SetupError("setup_count", name=name, least=least, most=most)
    return int(given)
