"""What an admin reads of the gaps: the questions asked in vain, page by page."""

from __future__ import annotations

import time

from bot.cards import Card, Reader, rows_of, shorten
from bot.desk import Desk
from bot.gaps import Gap, gather, unanswered
from bot.press import Act, Press
from bot.render import page_turns
from bot.texts import Html

PAGE = 10
DAYS = 7
_QUESTION_CHARS = 120
_DAY_S = 86_400.0


def gaps_card(desk: Desk, reader: Reader, days: int = DAYS, page: int = 0) -> Card:
    """Render one page of what was asked in vain in the last `days`; what is answered by now is marked so."""
    say, settings = reader.texts.say, desk.settings
    if not settings.log.questions:
        return Card(say("gaps_not_logged"))
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
