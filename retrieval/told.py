"""What is told of an article beside its text, in whatever words: of which paper is it, of which day?

A sidecar, front matter, a form and a row of JSON say it each in its way; here it becomes one.
"""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(
    r"(?<!\d)(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)|^\s*(\d{4})(\d{2})(\d{2})(?!\d)"
)
_MONTH = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?|(\d{4})\s*年(?:\s*(0?[1-9]|1[0-2])\s*月)?")
_MARKS = re.compile("《([^《》]+)》|〈([^〈〉]+)〉|『([^『』]+)』|「([^「」]+)」")


def meaning(key: str, value: str) -> str | None:
    """Return what is meant under `key`; None where that should be a date and is none.

    >>> meaning("publication", "《健康报》"), meaning("date", "2025年6月1日 星期日"), meaning("page", "3")
    ('健康报', '2025-06-01', '3')
    """
    if key == "date":
        return date_of(value)
    return paper_of(value) if key == "publication" else value


def paper_of(text: str) -> str:
    """Return a newspaper's name without the marks that stand around names; they are printed around it again."""
    text = text.strip()
    while found := _MARKS.fullmatch(text):
        text = next(filter(None, found.groups())).strip()
    return text


def date_of(text: str) -> str | None:
    """Return the day that `text` names, or the month or the year where it is nothing else; None where it names none.

    >>> date_of("20250601"), date_of("2025-6-1T08:00:00"), date_of("2025年6月"), date_of("昨天")
    ('2025-06-01', '2025-06-01', '2025-06', None)
    """
    if found := _MONTH.fullmatch(text.strip()):
        year, month = found[1] or found[3], found[2] or found[4]
        return f"{int(year):04}-{int(month):02}" if month else f"{int(year):04}"
    return day_of(text)


def day_of(text: str) -> str | None:
    """Return the day that `text` names, as 2025-03-04."""
    found = _DAY.search(text)
    try:
        return date(*(int(part) for part in found.groups() if part)).isoformat() if found else None
    except ValueError:  # the calendar has no such day
        return None
