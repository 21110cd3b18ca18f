"""What inline mode offers: one line a hit, and the card that choosing it posts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards import Card, Reader, shorten
from bot.links import handle_of
from bot.render import cited_offset, posted_card
from retrieval.records import Answer, Hit

INLINE_PAGE = 10
INLINE_RESULTS = 50


@dataclass(frozen=True, slots=True)
class InlineItem:
    """A result to choose: its id within the answer, two lines about it, the card it posts."""

    id: str
    title: str
    description: str
    card: Card


def found_items(answer: Answer, reader: Reader, first: int) -> list[InlineItem]:
    """Return the items of the hits from number `first` on."""
    return [_item(hit, reader) for hit in answer.hits[first : first + INLINE_PAGE]]


def _item(hit: Hit, reader: Reader) -> InlineItem:
    title = shorten(hit.article.title or "", 80) or reader.texts.plain("untitled")
    described = f"{shorten(hit.snippet.text, 100)}\n{shorten(hit.citation, 100)}"
    id = f"{handle_of(hit.article.id)}_{cited_offset(hit)}"
    return InlineItem(id, title, described, posted_card(hit, reader))


def nothing_item(question: str, reader: Reader) -> InlineItem:
    """Return the one item that says nothing was found."""
    texts = reader.texts
    said = texts.say("inline_none_text", question=shorten(question, 100))
    return InlineItem("nothing", texts.plain("inline_none"), texts.plain("inline_none_detail"), Card(said))
