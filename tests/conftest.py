"""Settings of all tests."""

from hypothesis import settings

# Machines differ in speed and the first call loads a dictionary: no test depends on how long an example takes.
settings.register_profile("jianbao", deadline=None)
settings.load_profile("jianbao")
