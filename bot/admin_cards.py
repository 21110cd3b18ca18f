"""What an admin reads: the report of a reload, the state of the bot."""

from __future__ import annotations

from bot.cards import Card, shorten
from bot.texts import Html, Texts, escape
from retrieval.records import ReloadReport

_LISTED = 15


def reload_card(report: ReloadReport, texts: Texts) -> Card:
    """Render what a reload changed, with the refused files and the reasons."""
    counts = {name: getattr(report, name) for name in ("added", "changed", "removed", "unchanged")}
    text = texts.say("reload_report", seconds=f"{report.took_s:.1f}", version=report.version, **counts)
    if report.refused:
        lines = [escape(shorten(refusal.why, 150)) for refusal in report.refused[:_LISTED]]
        more = len(report.refused) - _LISTED
        listed = Html("\n".join(lines + ([texts.say("sources_more", count=more)] if more > 0 else [])))
        text = Html(f"{text}\n{texts.say('reload_refused', count=len(report.refused), list=listed)}")
    return Card(text)
