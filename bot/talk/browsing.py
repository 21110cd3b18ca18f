"""Browse without a question: the shelf, a page's table of contents, an article with its neighbours."""

from __future__ import annotations

from dataclasses import replace

from bot.cards.card import Button, Card, Reader, rows_of, shorten
from bot.cards.press import Act, Press
from bot.cards.render import article_card, page_turns
from bot.cards.texts import Html, escape
from bot.talk.desk import Desk, source_name
from retrieval.answering.citations import read_citation
from retrieval.answering.references import read_headline
from retrieval.handles import printing_handle, source_handle
from retrieval.records import Article, Source

SHELF_PAGE = 8
CONTENTS_PAGE = 10
_IN_A_ROW = 5
_RELATED = 3
_TITLE_CHARS = 80


def shelf_card(desk: Desk, reader: Reader, page: int = 0) -> Card:
    """List the sources, a button each; in a group one button leads into the private chat, where pages turn."""
    shelf, say = desk.shelf, reader.texts.say
    if not shelf.sources:
        return Card(say("sources_none"))
    text = say("shelf", sources=shelf.sources, articles=shelf.articles)
    if reader.in_group:
        link = f"https://t.me/{reader.bot}?start=sources"
        return Card(text, ((Button(reader.texts.plain("button_sources"), url=link),),))
    pages = -(-shelf.sources // SHELF_PAGE)
    page = min(page, pages - 1)
    shown = desk.corpus.sources(page * SHELF_PAGE, SHELF_PAGE)
    rows = [(_source_button(source, reader),) for source in shown]
    return Card(text, rows_of(*rows, page_turns(page, pages, reader, Press(Act.SHELF, reader.id))))


def _source_button(source: Source, reader: Reader) -> Button:
    label = reader.texts.plain("shelf_item", name=source_name(source), count=source.articles)
    return Button(label, Press(Act.CONTENTS, reader.id, source_handle(source.name)))


def contents_card(desk: Desk, reader: Reader, handle: str, page: int = 0) -> Card | None:
    """Render one page of a source's table of contents; None when the source is gone."""
    source = desk.corpus.source(handle)
    if source is None:
        return None
    pages = max(-(-source.articles // CONTENTS_PAGE), 1)
    page = min(page, pages - 1)
    first = page * CONTENTS_PAGE
    shown = list(enumerate(desk.corpus.headlines(source.name, first, CONTENTS_PAGE), first + 1))
    lines = [
        Html(f"{n}. {_headline(desk, printing_handle(id, source.name), title, reader)}")
        for n, (id, title) in shown
    ]
    listed = Html("\n".join(lines)) if lines else reader.texts.say("contents_empty")
    numbers = [_opening(str(n), id, source.name, reader) for n, (id, _) in shown]
    return Card(
        reader.texts.say("contents", name=source_name(source), count=source.articles, list=listed),
        rows_of(
            tuple(numbers[:_IN_A_ROW]),
            tuple(numbers[_IN_A_ROW:]),
            page_turns(page, pages, reader, Press(Act.CONTENTS, reader.id, handle)),
            (_shelf_button(desk, source, reader),),
        ),
    )


def _headline(desk: Desk, handle: str, title: str | None, reader: Reader) -> Html:
    """Return the headline or, where the page prints none, how the text begins."""
    article = None if title else desk.corpus.article(handle)
    shown = title or (article.text[:_TITLE_CHARS] if article else "") or reader.texts.plain("untitled")
    return escape(shorten(shown, _TITLE_CHARS))


def _opening(label: str, id: str, source: str, reader: Reader) -> Button:
    return Button(label, Press(Act.ARTICLE, reader.id, printing_handle(id, source)))


def _shelf_button(desk: Desk, source: Source, reader: Reader) -> Button:
    page = desk.corpus.sources_before(source) // SHELF_PAGE
    return Button(reader.texts.plain("button_shelf"), Press(Act.SHELF, reader.id, page=page))


def opened_card(desk: Desk, reader: Reader, handle: str, offset: int, page: int | None = None) -> Card | None:
    """Render an article with the ways on from it: its neighbours on the page, the contents, related ones."""
    article = desk.corpus.article(handle)
    if article is None:
        return None
    card = article_card(article, handle, offset, reader, page)
    card = replace(card, rows=rows_of(*card.rows, _neighbours(desk, article, reader)))
    return with_related(card, desk, article, Press(Act.RELATED, reader.id, handle), reader)


def titled_card(desk: Desk, reader: Reader, text: str) -> Card | None:
    """Open the article whose headline is given with 全文, 《…》全文; None where that isn't asked or there is none."""
    headline = read_headline(text)
    article = desk.corpus.titled(headline) if headline else None
    return opened_card(desk, reader, printing_handle(article.id, article.source), 0) if article else None


def cited_card(desk: Desk, reader: Reader, text: str) -> Card:
    """Open the article that the text of a card cites; where it cites none, say how one is opened."""
    if not read_citation(text):
        return Card(reader.texts.say("tone_full_text"))
    cited = desk.corpus.cited(text)
    for hit in cited.hits if cited else ():
        handle = printing_handle(hit.article.id, hit.article.source)
        if card := opened_card(desk, reader, handle, hit.snippet.start):
            return card
    return Card(reader.texts.say("press_gone"))


def _neighbours(desk: Desk, article: Article, reader: Reader) -> tuple[Button | None, ...]:
    before, previous, following = desk.corpus.neighbours(article) or (0, None, None)
    contents = Press(Act.CONTENTS, reader.id, source_handle(article.source), 0, before // CONTENTS_PAGE)
    say = reader.texts.plain
    return (
        _opening(say("button_previous_article"), previous, article.source, reader) if previous else None,
        Button(say("button_contents"), contents),
        _opening(say("button_next_article"), following, article.source, reader) if following else None,
    )


def with_related(card: Card, desk: Desk, article: Article, press: Press, reader: Reader) -> Card:
    """Return the card with a button to the related articles, if there are any."""
    if not desk.service.related(article, 1):
        return card
    return replace(card, rows=(*card.rows, (Button(reader.texts.plain("button_related"), press),)))


def related_card(desk: Desk, reader: Reader, article: Article, back: Press) -> Card:
    """List the articles about the same thing, a numbered button each, and the way back."""
    found = desk.service.related(article, _RELATED)
    lines = [Html(f"{n}. {_related_line(desk, other, reader)}") for n, other in enumerate(found, 1)]
    listed = Html("\n".join(lines)) if lines else reader.texts.say("related_none")
    numbers = [_opening(str(n), other.id, other.source, reader) for n, other in enumerate(found, 1)]
    again = Button(reader.texts.plain("button_article"), back)
    return Card(reader.texts.say("related", list=listed), rows_of(tuple(numbers), (again,)))


def _related_line(desk: Desk, article: Article, reader: Reader) -> Html:
    whence = [f"《{article.publication}》" if article.publication else "", article.date or "", article.source]
    where = escape(shorten(" ".join(filter(None, whence)), _TITLE_CHARS))
    headline = _headline(desk, printing_handle(article.id, article.source), article.title, reader)
    return Html(f"{headline}\n📰 {where}")
