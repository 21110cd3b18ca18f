"""Where the cluster is: what the environment may say of it."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from retrieval.engines.cluster import read_cluster
from retrieval.errors import SetupError

NEAR = "http://127.0.0.1:9200"
BAD_URLS = {
    "nothing": ("", "holds no address"),
    "nothing behind the comma": ("http://a:9200,", "holds no address"),
    "no host": ("http://", "is no address"),
    "words": ("not a url", "is no address"),
    "a blank in the host": ("http://bob:hunter2@bad host:9200", "is no address"),
    "another protocol": ("ftp://a", "is no address"),
    "a port that is none": ("http://host:abc", "has a port that is no number"),
    "a port beyond all": ("http://host:99999", "has a port that is no number"),
    "half a bracket": ("http://[::1", "has a port that is no number"),
    "a user alone": ("http://hunter2@host", "has a user and no password"),
}


@pytest.mark.parametrize("case", BAD_URLS)
def test_an_address_that_is_none(case: str) -> None:
    """It is refused by the variable's name, without what that holds."""
    url, why = BAD_URLS[case]
    with pytest.raises(SetupError, match=f"^OPENSEARCH_URL: {why}") as refused:
        read_cluster({"OPENSEARCH_URL": url}, NEAR)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("sign", ["#", "/", "?", ",", ":/", "1/", "1#"])
def test_a_password_that_ends_the_host(sign: str) -> None:
    """It is told to be percent-encoded, and no piece of it is shown."""
    with pytest.raises(SetupError, match="percent-encoded") as refused:
        read_cluster({"OPENSEARCH_URL": f"http://bob:1{sign}p4ss@127.0.0.1:9"}, NEAR)
    assert "p4ss" not in str(refused.value) and "bob" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "localhost",
        "search_1:9200",
        "https://a.example/search",
        "http://[::1]:9200",
        "http://搜索.example:9200",
        "http://bob:p%23@host",
        "http://bob:p@ss@host:9200",
    ],
)
def test_an_address_as_the_client_takes_it(url: str) -> None:
    """Whatever names a node is passed on as it is given."""
    assert read_cluster({"OPENSEARCH_URL": url}, NEAR).urls == (url,)


def test_several_nodes() -> None:
    """They stand between commas, with blanks or without."""
    assert read_cluster({"OPENSEARCH_URL": "http://a:9200, http://b"}, NEAR).urls == (
        "http://a:9200",
        "http://b",
    )


def test_an_environment_that_says_nothing() -> None:
    """The cluster is looked for nearby, without a login, with one shard and one copy of it."""
    cluster = read_cluster({}, NEAR)
    assert (cluster.urls, cluster.login, cluster.authority) == ((NEAR,), None, None)
    assert (cluster.shards, cluster.replicas) == (1, 1)


@pytest.mark.parametrize(
    ("name", "given"),
    [("SHARDS", "0"), ("SHARDS", "many"), ("REPLICAS", "abc"), ("REPLICAS", "-1"), ("REPLICAS", "1.5")],
)
def test_a_count_that_is_none(name: str, given: str) -> None:
    """It is refused by name, with what it should be."""
    with pytest.raises(SetupError, match=f"^OPENSEARCH_{name}: should be a whole number from"):
        read_cluster({f"OPENSEARCH_{name}": given}, NEAR)


def test_an_authority_that_is_none(tmp_path: Path) -> None:
    """A file that isn't there and one that holds no certificate are told apart."""
    (tmp_path / "ca.pem").write_text("剪报", encoding="utf-8")
    for file, why in (("none.pem", "names no file"), ("ca.pem", "holds no certificate")):
        with pytest.raises(SetupError, match=f"^OPENSEARCH_CA: {why}"):
            read_cluster({"OPENSEARCH_CA": str(tmp_path / file)}, NEAR)


def test_an_authority() -> None:
    """The certificates of this system are taken."""
    file = ssl.get_default_verify_paths().cafile
    if not file:
        pytest.skip("this system keeps its certificates elsewhere")
    assert read_cluster({"OPENSEARCH_CA": file}, NEAR).authority == file
