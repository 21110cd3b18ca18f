"""What is asked of the card on the screen, in words: its source, what its article tells, whether that is true."""

from __future__ import annotations

from bot.cards.card import COPY_CHARS, Card, Reader
from bot.cards.reference import newspaper_reference
from bot.cards.render import (
    QUOTE_CHARS,
    Shelf,
    also_lines,
    answer_card,
    cited_line,
    context_card,
    copy_button,
    full_button,
    full_card,
    lines_of,
    private_button,
    quoted,
    sheet_at,
)
from bot.cards.sheets import sentence_at
from bot.cards.texts import Html, escape
from retrieval.records import Answer, Hit, Tone

GIST_CHARS = 240


def source_card(hit: Hit, reader: Reader) -> Card:
    """Say where a hit is printed, and how that is cited."""
    reference = newspaper_reference(hit.article, hit.snippet.lines, COPY_CHARS)
    parts = [cited_line(hit.citation, reader.texts), also_lines(hit.also, reader), escape(reference)]
    return Card(lines_of(parts), () if reader.in_group else ((copy_button(hit, reader),),))


def gist_card(hit: Hit, reader: Reader, key: str, n: int) -> Card:
    """Render headline and opening of the article of a hit: a newspaper says the gist first, and we say nothing of our own."""
    article = hit.article
    start = article.body_start
    end = sentence_at(article.text, start)[1]
    while end < len(article.text) and (further := sentence_at(article.text, end)[1]) <= start + GIST_CHARS:
        end = further
    opening = article.text[start : min(end, start + QUOTE_CHARS)].strip()
    title = " ".join((article.title or "").split())
    parts = [
        reader.texts.say("gist_head"),
        Html(f"<b>{escape(title)}</b>") if title else None,
        quoted(escape(opening), len(opening) > GIST_CHARS),
        cited_line(hit.citation, reader.texts),
    ]
    button = private_button(hit, reader) if reader.in_group else full_button(hit, key, n, reader)
    return Card(lines_of(parts), ((button,),))


def card_about(
    about: Tone,
    answer: Answer,
    reader: Reader,
    shelf: Shelf,
    key: str,
    n: int,
    *,
    claimed: bool | None = None,
) -> Card:
    """Render what is asked of hit `n` of an answer on the screen: its article, what is around it, its source, its truth.

    Whether something is true is told by what is printed: of what somebody else says, where not all of it is `claimed` by the
    page, that is no more than the sentence on the same.
    """
    hit = answer.hits[n]
    if about is Tone.FULL_TEXT:
        return full_card(answer, reader, key, n, sheet_at(hit.article, hit.snippet.start))
    if about is Tone.CONTEXT:
        return context_card(answer, reader, key, n)
    if about is Tone.SOURCE:
        return source_card(hit, reader)
    if about is Tone.GIST:
        return gist_card(hit, reader, key, n)
    card = answer_card(answer, reader, shelf, key, n)
    if about is Tone.TURN:
        return card
    lead = reader.texts.say("on_the_same" if claimed is False else "as_printed")
    return Card(lines_of([lead if answer.answers_with(n) else None, card.text]), card.rows)
