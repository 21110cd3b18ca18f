"""Inline mode: `@bot 关键词` in any chat; choosing a result posts the cited card."""

from __future__ import annotations

from contextlib import suppress

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest

from bot.cards.card import Reader
from bot.cards.inline_cards import (
    INLINE_PAGE,
    INLINE_RESULTS,
    InlineItem,
    found_item,
    near_item,
    nothing_item,
    worth_listing,
)
from bot.cards.texts import texts_in
from bot.handlers.answering import Context, reader_for
from bot.talk.desk import Desk
from bot.telegram.outbox import keyboard
from retrieval.records import Answer, Hit, Tone


async def query(update: Update, context: Context) -> None:
    """Answer an inline query, one page of results at a time."""
    asked = update.inline_query
    if asked is None:
        return
    reader = reader_for(asked.from_user, context)
    if not context.bot_data.inline_limit.take(reader.id).allowed:
        await hint(asked, reader, "inline_busy")
    elif not asked.query.strip():
        await hint(asked, reader, "inline_hint")
    else:
        await _results(asked, reader, context)


async def _results(asked: InlineQuery, reader: Reader, context: Context) -> None:
    desk = context.bot_data.desk
    first = min(int(asked.offset), INLINE_RESULTS) if asked.offset.isdecimal() else 0
    most = min(first + INLINE_PAGE, INLINE_RESULTS)
    answer, hits = await context.bot_data.in_turn(_found, desk, asked.query, first, most)
    if answer.tone is not Tone.QUESTION:
        return await hint(asked, reader, "inline_hint")
    if not hits and not first:
        near = answer.verified if answer.verified and answer.verified.hits else None
        item = near_item(near, reader) if near else nothing_item(asked.query, reader)
        return await _answer(asked, [item], None, 30, personal=True)
    # Everybody gets these from Telegram's cache, so their few words are in the configured language.
    shared = Reader(texts_in(desk.settings.language), bot=reader.bot)
    items = [
        found_item(hit, n, shared, sure=answer.sure and hit is answer.hits[0])
        for n, hit in enumerate(hits, first)
    ]
    await _answer(asked, items, _next(answer, most), desk.settings.inline.cache_s, personal=False)


def _found(desk: Desk, query: str, first: int, most: int) -> tuple[Answer, tuple[Hit, ...]]:
    answer = desk.service.ask(query, k=most)
    return answer, worth_listing(answer, first, desk.corpus.as_read(query))


def _next(answer: Answer, most: int) -> str | None:
    """Return the offset of the next page; None after the last, for PTB 22.8 with Defaults sends "" as "[]"."""
    return str(most) if len(answer.hits) >= most < INLINE_RESULTS else None


async def _answer(
    asked: InlineQuery, items: list[InlineItem], on: str | None, cache_s: int, *, personal: bool
) -> None:
    results = [_result(item) for item in items]
    with suppress(BadRequest):  # the reader has typed on, and this query is too old to be answered
        await asked.answer(results, cache_time=cache_s, is_personal=personal, next_offset=on)


def _result(item: InlineItem) -> InlineQueryResultArticle:
    content = InputTextMessageContent(item.card.text)
    return InlineQueryResultArticle(
        item.id, item.title, content, reply_markup=keyboard(item.card), description=item.description
    )


async def hint(asked: InlineQuery, reader: Reader, sentence: str) -> None:
    """Show no result but a button, with `sentence` on it, that leads to the explanation in private."""
    button = InlineQueryResultsButton(reader.texts.plain(sentence), start_parameter="help")
    with suppress(BadRequest):
        await asked.answer([], cache_time=1, is_personal=True, button=button)
