"""Settings of all tests, and what tests of several folders share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.cluster.nodes import Cluster, start_cluster

# Machines differ in speed and the first call loads a dictionary: no test depends on how long an example takes.
settings.register_profile("jianbao", deadline=None)
# CI says whether a change broke something, so it tries the same examples each time; new ones are found at desks.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "jianbao")


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Three OpenSearch nodes, or a skip that says what is missing."""
    with start_cluster(tmp_path_factory.mktemp("opensearch")) as cluster:
        yield cluster
