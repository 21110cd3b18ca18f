"""What an admin reads of the gaps: the questions asked in vain, page by page."""

from __future__ import annotations

import re
import time

from bot.cards.card import Card, Reader, rows_of, shorten
from bot.cards.press import Act, Press
from bot.cards.render import page_turns
from bot.cards.texts import Html
from bot.memory.gaps import Gap, gather, unanswered
from bot.talk.desk import Desk

PAGE = 10
DAYS = 7
_QUESTION_CHARS = 120
_DAYS = re.compile(r"(\d{1,9})\s*(?:天|日|days?)?", re.I)
_DAY_S = 86_400.0


def days_in(words: str, most: int) -> int | None:
    """Return how many days, up to `most`, the words behind the command ask for; None where it can't be told.

    e.g. 30 of “30” and of “３０ 天”, DAYS (or `most`) of nothing at all.
    """
    if not words:
        return min(DAYS, most)
    found = _DAYS.fullmatch(words)
    days = int(found[1]) if found else 0
    return days if 1 <= days <= most else None


def gaps_card(desk: Desk, reader: Reader, days: int | None = DAYS, page: int = 0) -> Card:
    """Render one page of what was asked in vain in the last `days`; what is answered by now is marked so."""
    say, settings = reader.texts.say, desk.settings
    if not settings.log.questions:
        return Card(say("gaps_not_logged"))
    if days is None:
        return Card(say("gaps_what", most=settings.log.keep_days))
    days = max(1, min(days, settings.log.keep_days))
    gaps = gather(unanswered(desk.store, time.time() - days * _DAY_S), desk.corpus.content_words)
    if not gaps:
        return Card(say("gaps_none", days=days))
    page = min(page, (len(gaps) - 1) // PAGE)
    shown = list(enumerate(gaps, 1))[page * PAGE :][:PAGE]
    listed = Html("\n".join(_line(n, gap, desk, reader) for n, gap in shown))
    total = sum(gap.count for gap in gaps)
    text = say("gaps", days=days, count=len(gaps), total=total, list=listed)
    return Card(
        text, rows_of(page_turns(page, -(-len(gaps) // PAGE), reader, Press(Act.GAPS, reader.id, "", days)))
    )


def _line(number: int, gap: Gap, desk: Desk, reader: Reader) -> Html:
    say = reader.texts.say
    asked = shorten(gap.question, _QUESTION_CHARS)
    line = say("gaps_line", n=number, question=asked, count=gap.count, people=len(gap.askers))
    wordings = say("gaps_wordings", count=len(gap.wordings)) if len(gap.wordings) > 1 else ""
    answered = say("gaps_filled") if desk.service.ask(gap.question, k=1).answered else ""
    return Html(f"{line}{wordings}{answered}{say('gaps_line_end')}")
