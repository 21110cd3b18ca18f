"""What a reader sees of a verified quotation: the verdict, the passage with its differences marked, the citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.cards.card import COPY_CHARS, Button, Card, Place, Reader, rows_of, shorten
from bot.cards.links import deep_link
from bot.cards.press import Act, Press
from bot.cards.proof import abridged
from bot.cards.reference import newspaper_reference
from bot.cards.render import also_lines, cited_line, quoted, sheet_at
from bot.cards.texts import Html, escape
from retrieval.handles import printing_handle
from retrieval.records import Change, QuoteHit, Verdict, Verification

_SHOWN_CHARS = 2400  # of quotation and passage together: a message holds 4,096
_MARKS = 80  # Telegram keeps 100 entities of a message
_LONG = 200  # characters from which a passage is folded

Piece = tuple[str, str]
"""A tag, "" for none, and the text it stands around."""


def verification_card(found: Verification, reader: Reader) -> Card:
    """Render what the corpus says to a quotation; nothing is offered in place of what is absent."""
    say = reader.texts.say
    framed = say("verify_framed", quote=shorten(found.quote, _LONG)) if found.framed else None
    if found.verdict is Verdict.ABSENT or not found.hits:
        return Card(_lines(framed, say("verify_card_absent")))
    first = found.hits[0]
    lead = say(f"verify_card_{found.told}", percent=int(found.similarity * 100))
    passage = quoted(marked(first.difference), len(first.text) > _LONG)
    also = also_lines([hit.citation for hit in found.hits[1:]], reader)
    omitted = say("verify_omitted") if found.omits else None
    text = _lines(framed, lead, omitted, passage, cited_line(first.citation, reader.texts), also)
    return Card(text, _rows(first, reader), place_of(found))


def place_of(found: Verification) -> Place | None:
    """Return where the first passage stands, None where nothing is near the quotation."""
    if found.verdict is Verdict.ABSENT or not found.hits:
        return None
    hit = found.hits[0]
    return Place(printing_handle(hit.article.id, hit.article.source), hit.start, hit.end)


def _lines(*parts: Html | None) -> Html:
    return Html("\n".join(part for part in parts if part))


def marked(difference: tuple[Change, ...]) -> Html:
    """Return the passage as printed, what was quoted otherwise struck out, what the page prints instead bold.

    e.g. <s>6</s><b>5</b>万余名志愿者
    """
    return Html("".join(_tagged(pieces_of(difference))).strip())


def pieces_of(difference: Iterable[Change]) -> Iterator[Piece]:
    """Yield tagged texts; what the quotation leaves out with …… is none of its errors, and is shown all the same."""
    for change in difference:
        if change.omission:
            yield "i", abridged(change.printed)
        elif change.op == "equal":
            yield "", change.printed
        else:
            yield "s", " ".join(change.quoted.split())
            yield "b", change.printed


def _tagged(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield HTML of at most so many characters and marks; a tag around nothing but blanks is left out."""
    left, marks = _SHOWN_CHARS, _MARKS
    for tag, text in pieces:
        shown = text[:left]
        left -= len(shown)
        html = escape(shown)
        if tag and html.strip() and marks:
            marks -= 1
            html = Html(f"<{tag}>{html}</{tag}>")
        elif tag == "s":
            continue  # unmarked it would seem to be printed
        yield html
        if left <= 0:
            yield "…"
            return


def _rows(hit: QuoteHit, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    if reader.in_group:
        link = deep_link(reader.bot, hit.article, hit.start)
        return rows_of((Button(reader.texts.plain("button_private"), url=link),))
    place = Press(
        Act.ARTICLE,
        reader.id,
        printing_handle(hit.article.id, hit.article.source),
        hit.start,
        sheet_at(hit.article, hit.start),
    )
    reference = newspaper_reference(hit.article, hit.lines, COPY_CHARS)
    return rows_of(
        (
            Button(reader.texts.plain("button_full"), place),
            Button(reader.texts.plain("button_copy"), copy=reference),
        )
    )
