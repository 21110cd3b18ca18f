"""When may a digest be sent? Not in the quiet hours of the configured time zone."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from config.settings import Watching


def is_quiet(settings: Watching, now: datetime | None = None) -> bool:
    """Return whether `now` lies in the quiet hours, which may reach over midnight.

    e.g. from 22:00 until 07:00: quiet at 22:00 and at 03:30, not at 07:00.
    """
    here = (now or datetime.now(UTC)).astimezone(ZoneInfo(settings.timezone)).time()
    first, last = settings.quiet_from, settings.quiet_until
    return first <= here < last if first <= last else here >= first or here < last
