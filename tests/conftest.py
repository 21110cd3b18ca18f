"""Settings of all tests."""

import os

from hypothesis import settings

# Machines differ in speed and the first call loads a dictionary: no test depends on how long an example takes.
settings.register_profile("jianbao", deadline=None)
# CI says whether a change broke something, so it tries the same examples each time; new ones are found at desks.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "jianbao")
