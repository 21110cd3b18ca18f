"""Whatever a page prints and whatever a reader asks: messages that Telegram takes."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cards.card import Card, Reader, as_plain
from bot.cards.inline_cards import found_item, nothing_item
from bot.cards.links import deep_link, read_payload
from bot.cards.press import Act, Press, read_press
from bot.cards.reference import newspaper_reference
from bot.cards.render import Shelf, answer_card, article_card, context_card, full_card, posted_card
from bot.cards.sheets import sentence_at, sheets_of, widened
from bot.cards.texts import LANGUAGES, clean, texts_in
from retrieval.handles import handle_of, printing_handle
from retrieval.records import Answer, Article, Hit, Part, Piece, Role, Snippet
from tests.bot.judge import judge

_ODD = st.sampled_from(
    [
        "<b>",
        "</u>",
        "&amp;",
        "&#x0;",
        "<",
        ">",
        "&",
        "\u202e",
        "\u2067",
        "\u200f",
        "\x00",
        "\ud800",
        "😀",
        "👨‍👩‍👧",
        "。",
        "\n",
        "\n\n",
        " ",
        "\t",
        "\r",
        "{x}",
        "%s",
        "</blockquote>",
        "<a href='x'>",
        "\ufeff",
    ]
)
_WORDS = st.sampled_from(["志愿者", "2024年6月", "成立", "医院", "健康报讯", "(记者 张三)", "abc", "12,000"])
TEXT = st.lists(st.one_of(_ODD, _WORDS, st.characters()), max_size=40).map("".join)
LONG = st.builds(lambda text, times: text * times, TEXT, st.sampled_from([1, 1, 1, 30, 400]))


@st.composite
def ranges(draw: st.DrawFn, length: int) -> tuple[int, int]:
    start = draw(st.integers(0, max(length - 1, 0)))
    return start, draw(st.integers(start, length))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    title, body = draw(TEXT), draw(LONG)
    text = f"{title}\n{body}"
    parts = (Part(Role.TITLE, 0, len(title)), Part(Role.BODY, len(title) + 1, len(text)))
    names = st.one_of(st.none(), TEXT)
    return Article(
        draw(TEXT) or "a",
        draw(LONG) or "p.txt",
        text,
        parts,
        (Piece(0, 1), Piece(len(title), 2)),
        ((1, 2),),
        publication=draw(names),
        date=draw(names),
        page=draw(names),
    )


@st.composite
def hits(draw: st.DrawFn) -> Hit:
    article = draw(articles())
    start, end = draw(ranges(len(article.text)))
    text = article.text[start:end].replace("\n", " ")
    words = tuple(draw(st.lists(ranges(len(text)), max_size=60)))
    answer = draw(st.one_of(st.none(), ranges(len(text))))
    snippet = Snippet(text, words, answer, article.lines_at(start, end), start, end)
    return Hit(article, 1.0, snippet, draw(LONG))


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    return Answer(draw(LONG), draw(st.booleans()), 0.5, tuple(draw(st.lists(hits(), min_size=1, max_size=3))))


READERS = st.builds(
    Reader,
    st.sampled_from([*LANGUAGES]).map(texts_in),
    st.integers(1, 2**52),
    st.booleans(),
    st.just("jianbao_bot"),
)
KEY = "Qx3v_k9ZbWc-"


def _taken(card: Card) -> None:
    rows = [[_button(b) for b in row] for row in card.rows]
    judge(
        "sendMessage",
        {"chat_id": 1, "text": card.text, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": rows}},
    )


def _button(button: Any) -> dict[str, Any]:
    from bot.telegram.outbox import _button as as_telegram_wants

    return as_telegram_wants(button).to_dict()


RELAXED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@given(answers(), READERS, st.integers(0, 3))
@RELAXED
def test_any_answer(answer: Answer, reader: Reader, n: int) -> None:
    """Every card of any answer is taken: answer, context, whole article, posted inline."""
    shelf = Shelf(5, 46)
    _taken(answer_card(answer, reader, shelf, KEY, n))
    n = min(n, len(answer.hits) - 1)
    hit = answer.hits[n]
    _taken(context_card(answer, reader, KEY, n))
    _taken(posted_card(hit, reader, sure=answer.answered))
    for page in range(min(len(sheets_of(hit.article.text)), 3)):
        _taken(full_card(answer, reader, KEY, n, page))


@given(articles(), READERS, st.integers(0, 99_999_999), st.integers(0, 9999))
@RELAXED
def test_any_article_behind_a_link(article: Article, reader: Reader, offset: int, page: int) -> None:
    """A link may name any offset and any page."""
    handle = handle_of(article.id)
    _taken(article_card(article, handle, offset, reader))
    _taken(article_card(article, handle, offset, reader, page))
    payload = deep_link(reader.bot, article, offset).split("start=")[1]
    assert read_payload(payload) == (printing_handle(article.id, article.source), offset)
    assert len(payload) <= 64


@given(answers(), READERS, LONG)
@RELAXED
def test_any_inline_result(answer: Answer, reader: Reader, question: str) -> None:
    """Inline results are taken, and nothing found is one."""
    for items in (
        [found_item(answer.hits[0], 0, reader, sure=answer.answered)],
        [nothing_item(question, reader)],
    ):
        results = [
            {
                "type": "article",
                "id": i.id,
                "title": i.title,
                "description": i.description,
                "input_message_content": {"message_text": i.card.text, "parse_mode": "HTML"},
            }
            for i in items
        ]
        judge("answerInlineQuery", {"inline_query_id": "1", "results": results})


@given(articles())
@RELAXED
def test_any_reference(article: Article) -> None:
    """A reference fits into what a button may copy, and is never empty."""
    assert 0 < len(newspaper_reference(article, ((1, 2),) * 9, 256)) <= 256


@given(LONG, st.integers(1, 300))
@RELAXED
def test_pages_cover_the_text(text: str, size: int) -> None:
    """Pages lose no character, none is too long, and none but the last is empty."""
    sheets = sheets_of(text, size)
    assert "".join(text[a:b] for a, b in sheets) == text
    assert all(0 < b - a <= size for a, b in sheets[:-1])


@given(LONG, st.data())
@RELAXED
def test_a_sentence_holds_its_offset(text: str, data: st.DataObject) -> None:
    """The sentence at an offset holds it; widening never narrows."""
    if not text:
        return
    offset = data.draw(st.integers(0, len(text) - 1))
    start, end = sentence_at(text, offset)
    assert start <= offset < end
    a, b = widened(text, start, end, 200)
    assert a <= start and b >= end


@given(
    st.sampled_from(Act),
    st.integers(0, 2**52),
    st.from_regex(r"[A-Za-z0-9_-]{0,24}", fullmatch=True),
    st.integers(0, 99_999_999),
    st.integers(0, 999_999),
)
def test_button_data_says_what_it_meant(act: Act, owner: int, key: str, hit: int, page: int) -> None:
    """Data is read back as it was written, within 64 bytes."""
    press = Press(act, owner, key, hit, page)
    assert read_press(press.data) == press and len(press.data.encode()) <= 64


@given(answers(), READERS)
@RELAXED
def test_plain_text_shows_no_markup_of_ours(answer: Answer, reader: Reader) -> None:
    """In the terminal the snippet reads as printed."""
    text = clean(answer.hits[0].snippet.text[:600]).strip()
    assert text in as_plain(answer_card(answer, reader, Shelf(5, 46), KEY).text)
