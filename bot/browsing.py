"""Browse without a question: the shelf, a page's table of contents, an article with its neighbours."""

from __future__ import annotations

from bot.cards import Button, Card, Reader, rows_of, shorten
from bot.desk import Desk
from bot.links import handle_of, source_handle
from bot.press import Act, Press
from bot.render import article_card, page_turns
from bot.texts import Html, escape
from retrieval.records import Article

SHELF_PAGE = 8
CONTENTS_PAGE = 10
_IN_A_ROW = 5
_RELATED = 3
_TITLE_CHARS = 80


def shelf_card(desk: Desk, reader: Reader, page: int = 0) -> Card:
    """List the sources, a button each; in a group one button leads into the private chat, where pages turn."""
    names, say = desk.corpus.sources(), reader.texts.say
    if not names:
        return Card(say("sources_none"))
    text = say("shelf", sources=len(names), articles=desk.stats.articles)
    if reader.in_group:
        link = f"https://t.me/{reader.bot}?start=sources"
        return Card(text, ((Button(reader.texts.plain("button_sources"), url=link),),))
    page = min(page, (len(names) - 1) // SHELF_PAGE)
    shown = names[page * SHELF_PAGE :][:SHELF_PAGE]
    rows = [(_source_button(desk, name, reader),) for name in shown]
    return Card(
        text,
        rows_of(*rows, page_turns(page, -(-len(names) // SHELF_PAGE), reader, Press(Act.SHELF, reader.id))),
    )


def _source_button(desk: Desk, source: str, reader: Reader) -> Button:
    entries = desk.corpus.headlines(source)
    label = reader.texts.plain("shelf_item", name=_name_of(desk, source, entries), count=len(entries))
    return Button(label, Press(Act.CONTENTS, reader.id, source_handle(source)))


def _name_of(desk: Desk, source: str, entries: list[tuple[str, str | None]]) -> str:
    """Return the newspaper, its date and page as far as they are known, and the file."""
    first = desk.corpus.article(entries[0][0]) if entries else None
    known = first if first and first.source == source else None
    paper = f"《{known.publication}》" if known and known.publication else ""
    when = " ".join(filter(None, (known.date, known.page))) if known else ""
    return shorten(" ".join(filter(None, (paper, when, source))), 48)


def contents_card(desk: Desk, reader: Reader, handle: str, page: int = 0) -> Card | None:
    """Render one page of a source's table of contents; None when the source is gone."""
    source = next((name for name in desk.corpus.sources() if source_handle(name) == handle), None)
    if source is None:
        return None
    entries = desk.corpus.headlines(source)
    page = min(page, max(len(entries) - 1, 0) // CONTENTS_PAGE)
    first = page * CONTENTS_PAGE
    shown = [(n, id, title) for n, (id, title) in enumerate(entries, 1)][first : first + CONTENTS_PAGE]
    lines = [Html(f"{n}. {_headline(desk, id, title, reader)}") for n, id, title in shown]
    listed = Html("\n".join(lines)) if lines else reader.texts.say("contents_empty")
    name = _name_of(desk, source, entries)
    numbers = [_opening(str(n), id, reader) for n, id, _ in shown]
    return Card(
        reader.texts.say("contents", name=name, count=len(entries), list=listed),
        rows_of(
            tuple(numbers[:_IN_A_ROW]),
            tuple(numbers[_IN_A_ROW:]),
            page_turns(
                page, -(-len(entries) // CONTENTS_PAGE), reader, Press(Act.CONTENTS, reader.id, handle)
            ),
            (_shelf_button(desk, source, reader),),
        ),
    )


def _headline(desk: Desk, id: str, title: str | None, reader: Reader) -> Html:
    """Return the headline or, where the page prints none, how the text begins."""
    article = None if title else desk.corpus.article(id)
    shown = title or (article.text[:_TITLE_CHARS] if article else "") or reader.texts.plain("untitled")
    return escape(shorten(shown, _TITLE_CHARS))


def _opening(label: str, id: str, reader: Reader) -> Button:
    return Button(label, Press(Act.ARTICLE, reader.id, handle_of(id)))


def _shelf_button(desk: Desk, source: str, reader: Reader) -> Button:
    page = desk.corpus.sources().index(source) // SHELF_PAGE
    return Button(reader.texts.plain("button_shelf"), Press(Act.SHELF, reader.id, page=page))


def opened_card(desk: Desk, reader: Reader, handle: str, offset: int, page: int | None = None) -> Card | None:
    """Render an article with the ways on from it: its neighbours on the page, the contents, related ones."""
    article = desk.article(handle)
    if article is None:
        return None
    card = article_card(article, handle, offset, reader, page)
    card = Card(card.text, rows_of(*card.rows, _neighbours(desk, article, reader)))
    return with_related(card, desk, article, Press(Act.RELATED, reader.id, handle), reader)


def _neighbours(desk: Desk, article: Article, reader: Reader) -> tuple[Button | None, ...]:
    ids = [id for id, _ in desk.corpus.headlines(article.source)]
    at = ids.index(article.id) if article.id in ids else -1
    contents = Press(Act.CONTENTS, reader.id, source_handle(article.source), 0, max(at, 0) // CONTENTS_PAGE)
    say = reader.texts.plain
    return (
        _opening(say("button_previous_article"), ids[at - 1], reader) if at > 0 else None,
        Button(say("button_contents"), contents),
        _opening(say("button_next_article"), ids[at + 1], reader) if 0 <= at < len(ids) - 1 else None,
    )


def with_related(card: Card, desk: Desk, article: Article, press: Press, reader: Reader) -> Card:
    """Return the card with a button to the related articles, if there are any."""
    if not desk.corpus.related(article, 1):
        return card
    return Card(card.text, (*card.rows, (Button(reader.texts.plain("button_related"), press),)))


def related_card(desk: Desk, reader: Reader, article: Article, back: Press) -> Card:
    """List the articles about the same thing, a numbered button each, and the way back."""
    found = desk.corpus.related(article, _RELATED)
    lines = [Html(f"{n}. {_related_line(desk, other, reader)}") for n, other in enumerate(found, 1)]
    listed = Html("\n".join(lines)) if lines else reader.texts.say("related_none")
    numbers = [_opening(str(n), other.id, reader) for n, other in enumerate(found, 1)]
    again = Button(reader.texts.plain("button_article"), back)
    return Card(reader.texts.say("related", list=listed), rows_of(tuple(numbers), (again,)))


def _related_line(desk: Desk, article: Article, reader: Reader) -> Html:
    whence = [f"《{article.publication}》" if article.publication else "", article.date or "", article.source]
    where = escape(shorten(" ".join(filter(None, whence)), _TITLE_CHARS))
    return Html(f"{_headline(desk, article.id, article.title, reader)}\n📰 {where}")
