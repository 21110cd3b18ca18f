"""Render an answer or an article: which text and which buttons does the reader get? Knows no Telegram library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.cards.card import COPY_CHARS, Button, Card, Place, Reader, listed, rows_of, shorten
from bot.cards.links import deep_link
from bot.cards.press import Act, Press
from bot.cards.reference import newspaper_reference
from bot.cards.sheets import SHEET_CHARS, Style, sentence_at, sheets_of, styled, widened
from bot.cards.texts import Html, Texts, escape
from retrieval.language.analysis import same_length_normal
from retrieval.language.dictionary import general_count, words_of
from retrieval.language.phrases import RARE
from retrieval.records import Answer, Article, Hit, Range, Role, Snippet, Tone
from retrieval.visible import without_halves

QUOTE_CHARS = 600
"""A snippet has at most 200 characters; whatever an engine may send, a card stays far below 4,096."""
CITATION_CHARS = 400
_ALSO = 3
COMPACT_CHARS = 90
CONTEXT_CHARS = 200
_MARKS = 5  # more underlining than that is noise


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was searched: how many sources, how many articles."""

    sources: int
    articles: int


def answer_card(answer: Answer, reader: Reader, shelf: Shelf, key: str = "", n: int = 0) -> Card:
    """Render hit `n` of `answer`, which the store knows as `key`.

    Small talk and an answer without hits are a sentence and no buttons.
    """
    said = said_first(answer, shelf, reader.texts, in_group=reader.in_group)
    if not answer.hits:
        return Card(said)
    n = min(n, len(answer.hits) - 1)
    hit = answer.hits[n]
    several = len(answer.hits) > 1
    counter = reader.texts.say("counter", n=n + 1, total=len(answer.hits)) if several else None
    parts = [
        said,
        _lead(hit) if reader.in_group and answer.answers_with(n) else None,
        quotation(hit, compact=reader.in_group, sure=answer.answers_with(n)),
        cited_line(hit.citation, reader.texts),
        also_lines(hit.also, reader),
        counter,
    ]
    return Card(lines_of(parts), _answer_rows(answer, n, key, reader))


def said_first(answer: Answer, shelf: Shelf, texts: Texts, *, in_group: bool = False) -> Html:
    """Return what is said before the hits, or in their place; nothing before an answer that we are sure of.

    Of several questions put at once it is said which one is answered.
    """
    said = _said_of_answer(answer, shelf, texts, in_group)
    return lines_of([texts.say("only_first", first=answer.only) if answer.only else None, said])


def _said_of_answer(answer: Answer, shelf: Shelf, texts: Texts, in_group: bool) -> Html:
    counts = {"sources": shelf.sources, "articles": shelf.articles}
    if answer.tone is not Tone.QUESTION:
        key = f"tone_{answer.tone.value}"
        among_others = f"{key}_in_group"  # where the card has other buttons
        return texts.say(among_others if in_group and among_others in texts.names() else key)
    if answer.more:
        return texts.say("more" if answer.hits else "no_more")
    if not answer.hits:
        none = "not_found_bound" if answer.bound else "not_found"
        return texts.say(none if shelf.articles else "empty_corpus", **counts)
    if answer.sure:
        return Html("")
    return texts.say("doubtful" if answer.answered else "not_found_near", **counts)


def lines_of(parts: Sequence[Html | None]) -> Html:
    """Return the parts that there are, a line each."""
    return Html("\n".join(part for part in parts if part))


def _lead(hit: Hit) -> Html | None:
    """Return the answer phrase on its own, where the compact quotation may fold it away."""
    phrase = hit.snippet.answer_text
    long = phrase and len(hit.snippet.text) > COMPACT_CHARS
    return Html(f"<b>{escape(shorten(phrase, COMPACT_CHARS))}</b>") if phrase and long else None


def quotation(hit: Hit, *, compact: bool = False, sure: bool = True) -> Html:
    """Return the snippet as a quotation: matched words underlined, the answer phrase bold if we are `sure`."""
    snippet = hit.snippet
    answer = snippet.answer if sure else None
    styles = [Style("u", *word) for word in _telling(snippet, answer)]
    if answer:
        styles.append(Style("b", *answer))
    text = snippet.text[:QUOTE_CHARS]
    return quoted(styled(text, 0, len(text), styles), len(text) > (COMPACT_CHARS if compact else 200))


def _telling(snippet: Snippet, answer: Range | None) -> list[Range]:
    """Return the few matched words worth underlining, whole ones: the longest, each where it stands first."""
    first: dict[str, Range] = {}
    words = words_of(same_length_normal(without_halves(snippet.text)))
    for start, end in (_whole_words(match, words) for match in snippet.highlights):
        if end - start > 1 and not (answer and _overlap((start, end), answer)):
            first.setdefault(snippet.text[start:end], (start, end))
    return sorted(first.values(), key=lambda word: word[0] - word[1])[:_MARKS]


def _whole_words(match: Range, words: Sequence[tuple[str, int, int]]) -> Range:
    """Return as much of what matches as tears no word, 的需 of 需求 or 确诊 of 明确|诊断; what a dictionary hardly knows is none."""
    start, end = match
    torn = [(a, b) for word, a, b in words if (a < start < b or a < end < b) and general_count(word) > RARE]
    start = max((b for a, b in torn if a < start < b), default=start)
    end = min((a for a, b in torn if a < end < b), default=end)
    return start, max(start, end)


def _overlap(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def quoted(text: Html, long: bool) -> Html:
    """Return a passage of a page as a quotation, folded where it is `long`."""
    return Html(f"<blockquote{' expandable' if long else ''}>{text}</blockquote>")


def cited_line(citation: str, texts: Texts) -> Html:
    """Return the line that says where a passage is printed."""
    return Html("📰 " + escape(shorten(texts.cited(citation), CITATION_CHARS)))


def also_lines(citations: Sequence[str], reader: Reader) -> Html | None:
    """Return the lines that say where else a passage is printed, None where nowhere."""
    lines = [escape(shorten(reader.texts.cited(citation), CITATION_CHARS // 2)) for citation in citations]
    shown = listed(lines, _ALSO, reader.texts)
    return Html(f"{reader.texts.say('also_in')}\n{shown}") if citations else None


def _answer_rows(answer: Answer, n: int, key: str, reader: Reader) -> tuple[tuple[Button, ...], ...]:
    def button(name: str, act: Act, hit: int = n, label: str = "") -> Button:
        return Button(label or reader.texts.plain(f"button_{name}"), Press(act, reader.id, key, hit))

    hit, last = answer.hits[n], len(answer.hits) - 1
    arrows = ("◀", "▶") if reader.in_group else ("", "")
    back = button("previous", Act.HIT, n - 1, arrows[0]) if n else None
    on = button("next", Act.HIT, n + 1, arrows[1]) if n < last else None
    votes = button("good", Act.GOOD), button("bad", Act.BAD)
    if reader.in_group:
        return rows_of((back, on, *votes, button("delete", Act.DELETE)), (private_button(hit, reader),))
    return rows_of(
        (back, on),
        (full_button(hit, key, n, reader), button("context", Act.CONTEXT)),
        (copy_button(hit, reader), *votes),
    )


def full_button(hit: Hit, key: str, n: int, reader: Reader) -> Button:
    """Return the button that opens the article where the hit is cited."""
    cited = sheet_at(hit.article, hit.snippet.start)
    return Button(reader.texts.plain("button_full"), Press(Act.FULL, reader.id, key, n, cited))


def private_button(hit: Hit, reader: Reader) -> Button:
    """Return the button that opens it in the private chat."""
    link = deep_link(reader.bot, hit.article, cited_offset(hit))
    return Button(reader.texts.plain("button_private"), url=link)


def copy_button(hit: Hit, reader: Reader) -> Button:
    """Return the button that copies the GB/T 7714 reference."""
    return Button(
        reader.texts.plain("button_copy"),
        copy=newspaper_reference(hit.article, hit.snippet.lines, COPY_CHARS),
    )


def posted_card(hit: Hit, reader: Reader, *, sure: bool) -> Card:
    """Render a hit for any chat at all: nobody there pages, so its one button leads into the private chat.

    Its answer phrase is shown if we are `sure`: it is the best hit of a reliable answer.
    """
    parts = [
        _lead(hit) if sure else None,
        quotation(hit, compact=True, sure=sure),
        cited_line(hit.citation, reader.texts),
        also_lines(hit.also, reader),
    ]
    return Card(lines_of(parts), ((private_button(hit, reader),),))


def cited_offset(hit: Hit) -> int:
    """Return where in the article the answer stands, or else where the snippet starts."""
    return hit.snippet.start + (hit.snippet.answer[0] if hit.snippet.answer else 0)


def context_card(answer: Answer, reader: Reader, key: str, n: int) -> Card:
    """Render the snippet of hit `n` among the sentences around it."""
    hit = answer.hits[n]
    article, snippet = hit.article, hit.snippet
    start, end = widened(article.text, snippet.start, snippet.end, CONTEXT_CHARS)
    end = min(end, start + SHEET_CHARS)
    text = styled(article.text, start, end, _cited_styles(hit, sure=answer.answers_with(n)))
    parts = [
        reader.texts.say("context_head"),
        quoted(text, end - start > 600),
        cited_line(hit.citation, reader.texts),
    ]
    back = Button(reader.texts.plain("button_back"), Press(Act.HIT, reader.id, key, n))
    return Card(lines_of(list(parts)), rows_of((full_button(hit, key, n, reader),), (back,)))


def _cited_styles(hit: Hit, *, sure: bool) -> list[Style]:
    """Underline the sentence that answers, its answer phrase bold; without a phrase we are `sure` of the whole snippet."""
    snippet = hit.snippet
    if not snippet.answer or not sure:
        return [Style("u", snippet.start, snippet.end)]
    start, end = (snippet.start + offset for offset in snippet.answer)
    return [
        Style("u", *sentence_at(hit.article.text, min(start, len(hit.article.text) - 1))),
        Style("b", start, end),
    ]


def full_card(answer: Answer, reader: Reader, key: str, n: int, page: int) -> Card:
    """Render one page of the article of hit `n`, the cited sentence marked, with the way back to the answer."""
    hit, sure = answer.hits[n], answer.answers_with(n)
    back = Button(reader.texts.plain("button_back"), Press(Act.HIT, reader.id, key, n))
    turn = Press(Act.FULL, reader.id, key, n)
    last_row = back, copy_button(hit, reader)
    return _sheet_card(hit.article, _cited_styles(hit, sure=sure), page, reader, turn, last_row)


def article_card(article: Article, handle: str, offset: int, reader: Reader, page: int | None = None) -> Card:
    """Render one page of an article; by default the page that holds `offset`, whose sentence is marked.

    At offset 0 nothing is marked: there an article is opened that nobody quotes.
    """
    offset = min(offset, max(len(article.text) - 1, 0))
    mark = sentence_at(article.text, offset) if offset else (0, 0)
    page = sheet_at(article, offset) if page is None else page
    lines = article.lines_at(*mark) if offset else article.all_lines
    copy = Button(reader.texts.plain("button_copy"), copy=newspaper_reference(article, lines, COPY_CHARS))
    turn = Press(Act.ARTICLE, reader.id, handle, offset)
    card = _sheet_card(article, [Style("u", *mark)], page, reader, turn, (copy,))
    return replace(card, shows=Place(handle, offset, mark[1]))


def sheet_at(article: Article, offset: int) -> int:
    """Return which page of an article, from 0, shows `text[offset]`."""
    sheets = sheets_of(article.text)
    return next((n for n, (_, end) in enumerate(sheets) if offset < end), len(sheets) - 1)


def _sheet_card(
    article: Article, cited: list[Style], page: int, reader: Reader, turn: Press, last_row: tuple[Button, ...]
) -> Card:
    sheets = sheets_of(article.text)
    page = min(page, len(sheets) - 1)
    start, end = sheets[page]
    head = [Style("b", p.start, p.end) for p in article.parts if p.role is Role.TITLE]
    text = styled(article.text, start, end, [*head, *cited])
    where = "📰 " + "，".join(
        filter(None, [f"《{article.publication}》" if article.publication else "", article.source])
    )
    paging = reader.texts.say("page_of", page=page + 1, pages=len(sheets)) if len(sheets) > 1 else None
    rows = rows_of(page_turns(page, len(sheets), reader, turn), last_row)
    return Card(lines_of([Html(f"{text}\n"), escape(shorten(where, CITATION_CHARS)), paging]), rows)


def page_turns(page: int, pages: int, reader: Reader, turn: Press) -> tuple[Button | None, ...]:
    """Return the buttons to the pages before and after; `turn` is the press on any page."""

    def button(name: str, to: int) -> Button | None:
        label = reader.texts.plain(f"button_{name}_page")
        return Button(label, replace(turn, page=to)) if 0 <= to < pages else None

    return button("previous", page - 1), button("next", page + 1)
