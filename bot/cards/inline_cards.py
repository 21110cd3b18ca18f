"""What inline mode offers: one line a hit, and the card that choosing it posts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.cards.card import Card, Reader, shorten
from bot.cards.render import cited_offset, posted_card
from bot.cards.verify_cards import verification_card
from retrieval.handles import handle_of
from retrieval.language.analysis import same_length_normal
from retrieval.records import Answer, Hit, Verification

INLINE_PAGE = 10
INLINE_RESULTS = 50
_MOST = 0.7


@dataclass(frozen=True, slots=True)
class InlineItem:
    """A result to choose: its id within the answer, two lines about it, the card it posts."""

    id: str
    title: str
    description: str
    card: Card


def worth_listing(answer: Answer, first: int, asked: str) -> tuple[Hit, ...]:
    """Return one page of hits: all of a reliable answer, else those that hold most of what is `asked` (`Corpus.as_read`).

    Keywords often fit several articles equally well; that makes no answer, but it makes a list.
    """
    page = answer.hits[first : first + INLINE_PAGE]
    return page if answer.answered else tuple(hit for hit in page if _held(hit, asked) >= _MOST)


def _held(hit: Hit, asked: str) -> float:
    """Return the share of the characters `asked`, in normal form, that the snippet's marked words hold."""
    text = same_length_normal(hit.snippet.text)
    marked = {char for start, end in hit.snippet.highlights for char in text[start:end]}
    chars = [char for char in asked if char.isalnum()]
    return sum(char in marked for char in chars) / max(len(chars), 1)


def found_item(hit: Hit, n: int, reader: Reader, *, sure: bool) -> InlineItem:
    """Return the item of hit `n` of all pages together; `sure` for the best hit of a reliable answer."""
    title = shorten(hit.article.title or "", 80) or reader.texts.plain("untitled")
    described = f"{shorten(hit.snippet.text, 100)}\n{shorten(reader.texts.cited(hit.citation), 100)}"
    # With its number: of two alike Telegram refuses all, and one text may be told twice, from its headline and from its body.
    id = f"{n}_{handle_of(hit.article.id)}_{cited_offset(hit)}"
    return InlineItem(id, title, described, posted_card(hit, reader, sure=sure))


def near_item(found: Verification, reader: Reader) -> InlineItem:
    """Return the one item that says how a quotation that is printed nowhere differs from what is."""
    card = verification_card(found, replace(reader, in_group=True))  # nobody there pages
    return InlineItem("near", reader.texts.plain("inline_near"), shorten(found.hits[0].text, 100), card)


def nothing_item(question: str, reader: Reader) -> InlineItem:
    """Return the one item that says nothing was found."""
    texts = reader.texts
    said = texts.say("inline_none_text", question=shorten(question, 100))
    return InlineItem("nothing", texts.plain("inline_none"), texts.plain("inline_none_detail"), Card(said))
