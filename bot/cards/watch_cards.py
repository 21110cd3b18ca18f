"""What a watcher reads: the digest of what is new, and the list of watches."""

from __future__ import annotations

from bot.cards.card import Button, Card, Reader, as_plain, rows_of, shorten
from bot.cards.links import deep_link
from bot.cards.press import Act, Press
from bot.cards.texts import Html, Texts, escape
from bot.memory.watches import News, Watch
from retrieval.answering.watching import Sighting

_TITLE_CHARS, _CITATION_CHARS, _QUERY_CHARS = 50, 120, 40
_SHOWN_CHARS = 3800  # of all entries: a message holds 4,096
_LISTED = 40


def digest_card(news: News, texts: Texts, bot: str, most: int) -> Card:
    """Render the new articles under the queries that they hold, each with its citation and a link to read it.

    At most `most` are listed, and no more than a message holds; the rest is counted.
    """
    parts = [texts.say("digest", count=len(news.found))]
    query, listed, left = None, 0, _SHOWN_CHARS
    for asked, seen in news.found[:most]:
        head = [] if asked == query else [texts.say("digest_query", query=shorten(asked, _QUERY_CHARS))]
        entry = Html("\n".join([*head, _entry(seen, texts, bot)]))
        left -= len(as_plain(entry)) + 1
        if left < 0:
            break
        parts.append(entry)
        query, listed = asked, listed + 1
    if len(news.found) > listed:
        parts.append(texts.say("and_more", count=len(news.found) - listed))
    return Card(Html("\n".join([*parts, texts.say("digest_end")])))


def _entry(seen: Sighting, texts: Texts, bot: str) -> Html:
    title = shorten(seen.article.title or "", _TITLE_CHARS) or shorten(seen.article.text, _TITLE_CHARS)
    link = deep_link(bot, seen.article, seen.start)
    cited = escape(shorten(texts.cited(seen.citation), _CITATION_CHARS))
    return Html(f'· <a href="{link}">{escape(title or texts.plain("untitled"))}</a>\n  📰 {cited}')


def watches_card(watches: list[Watch], reader: Reader) -> Card:
    """List a user's watches, with a button to drop each."""
    if not watches:
        return Card(reader.texts.say("watches_none"))
    buttons = [
        (Button(f"✖ {shorten(watch.query, _QUERY_CHARS)}", Press(Act.UNWATCH, reader.id, str(watch.id))),)
        for watch in watches[:_LISTED]
    ]
    return Card(reader.texts.say("watches", count=len(watches)), rows_of(*buttons))
