"""The tests of the cluster, which `make test` leaves out for their needs, must still be able to begin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent


def test_nothing_of_ours_is_missing() -> None:
    """Each fixture that they ask for is there: without one they would fail on the machine that has all they need."""
    plan = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--setup-plan", "-m", "cluster"]
    done = subprocess.run(
        [*plan, "cluster", "engines"], cwd=TESTS, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]
