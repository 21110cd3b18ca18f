"""Pages with their gold: which line plays which role in which article, and in which order is it read?

`tests/layouts/` and `tests/pages/` hold pages of invented papers, laid out as dumps are; the gold of the five seeds
lies with those of the layouts. `tests/unseen/` holds pages written blind that nothing is fitted on, and no evidence chosen by;
`tests/unfitted/` such of which it has been read what goes wrong there; `tests/typed/` what is laid out as people type it (typed.py).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from retrieval.pages import read_page
from retrieval.records import Page

TESTS = Path(__file__).parents[1]
SEEDS = TESTS.parent / "seeds"
LAYOUTS, PAGES, UNSEEN, UNFITTED = (TESTS / name for name in ("layouts", "pages", "unseen", "unfitted"))

BODY, SUBHEAD, TITLE, KICKER, SUBTITLE, BYLINE = "body", "subhead", "title", "kicker", "subtitle", "byline"
HEADS = (TITLE, KICKER, SUBTITLE)
SHOWN = (SUBHEAD, *HEADS, BYLINE)  # what is no running text


@dataclass(frozen=True)
class GoldArticle:
    """One article: its kind, the lines of each part of its head, those of its body in reading order.

    `variants` are other titles that are as right: a kicker may be printed in the title's line.
    """

    kind: str
    title: str
    lines: dict[str, list[int]]
    variants: tuple[str, ...] = ()

    @property
    def body(self) -> list[int]:
        """The body's lines, subheads among them."""
        return self.lines[BODY]


@dataclass(frozen=True)
class GoldPage:
    """A page and its articles; `roles` names the role of every line that has one, `owner` its article."""

    page: Page
    articles: list[GoldArticle]
    roles: dict[int, str] = field(default_factory=dict)
    owner: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note role and article of each line."""
        for k, article in enumerate(self.articles):
            for role in (BODY, SUBHEAD, *HEADS, BYLINE):
                for n in article.lines[role]:
                    self.roles[n] = role
                    self.owner[n] = k

    def place(self, n: int) -> int:
        """Return where in its article's body line `n` is read."""
        return self.articles[self.owner[n]].body.index(n)


def read_gold(path: Path) -> GoldPage:
    """Read one gold file and the page beside its folder, or of the seeds."""
    row = json.loads(path.read_text(encoding="utf-8"))
    beside = path.parents[1] / row["file"]
    page = read_page(beside if beside.exists() else SEEDS / row["file"])
    return GoldPage(page, [_article(a, page) for a in row["articles"]])


def _article(row: dict[str, Any], page: Page) -> GoldArticle:
    body = [n for first, last in row["body"] for n in range(first, last + 1) if page.lines[n - 1].strip()]
    lines = {role: list(row.get(f"{role}_lines", ())) for role in (*HEADS, BYLINE)}
    lines |= {BODY: body, SUBHEAD: list(row.get("subheads", ()))}
    variants = filter(None, [row.get("title_raw"), *(row.get("title_variants") or ())])
    return GoldArticle(row["kind"], row["title"] or "", lines, tuple(variants))


def all_gold(*folders: Path) -> Iterator[GoldPage]:
    """Yield the gold pages of these folders (each holds a folder `gold`), where none is named of all that may be fitted on."""
    for folder in folders or (LAYOUTS, PAGES):
        for path in sorted((folder / "gold").glob("*.json")):
            yield read_gold(path)


def without_blanks(gold: GoldPage) -> GoldPage:
    """Return a page without its blank lines."""
    return _with_lines(gold, [n for n, line in enumerate(gold.page.lines, 1) if line.strip()])


def with_headlines_together(gold: GoldPage) -> GoldPage:
    """Return a page that prints the headlines of some articles one under the other, away from their texts, as dumps do.

    The page as it is where no two stand over a text, or under one, in one piece.
    """
    chance = random.Random(gold.page.source)
    pieces = sorted(filter(None, (_headline(gold, article) for article in gold.articles)))
    if len(pieces) < 2:
        return gold
    size = min(chance.choice((2, 2, 3, 3, 4, 5)), len(pieces))
    first = chance.randrange(len(pieces) - size + 1)
    some = pieces[first : first + size]
    to = chance.choice((some[0][0], some[0][0], some[-1][0]))
    moved = {n for piece in some for n in piece}
    if chance.random() < 0.5:
        chance.shuffle(some)
    rest = [n for n in range(1, len(gold.page.lines) + 1) if n not in moved]
    blank = [n for n in rest if not gold.page.lines[n - 1].strip()][: chance.random() < 0.3]
    over, under = [n for n in rest if n < to], [n for n in rest if n > to]
    return _with_lines(gold, [*over, *(n for piece in some for n in (*piece, *blank)), *under])


def _headline(gold: GoldPage, article: GoldArticle) -> list[int]:
    """Return the lines of an article's headline where nothing is printed between them and it has a text, else none."""
    lines = sorted(n for role in HEADS for n in article.lines[role])
    if not article.body or article.kind == "teaser" or not article.lines[TITLE]:
        return []
    others = set(range(lines[0], lines[-1])).difference(lines)
    return [] if any(gold.page.lines[n - 1].strip() for n in others) else lines


def _with_lines(gold: GoldPage, kept: list[int]) -> GoldPage:
    """Return a page of these lines of it, in this order."""
    now = {n: i for i, n in enumerate(kept, 1)}
    articles = [
        GoldArticle(
            a.kind, a.title, {role: [now[n] for n in lines] for role, lines in a.lines.items()}, a.variants
        )
        for a in gold.articles
    ]
    return GoldPage(replace(gold.page, lines=tuple(gold.page.lines[n - 1] for n in kept)), articles)
