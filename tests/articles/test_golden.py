"""Figures on pages with gold, and on pages printed of their articles, are bounded; the seeds are cut without a fault."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest

from retrieval.articles import explain_page, split_articles
from retrieval.articles.choosing import readings, settling
from retrieval.articles.choosing.readings import Readings
from retrieval.articles.split import strip_of
from retrieval.records import Page
from tests.articles.golden import BODY, UNFITTED, UNSEEN, GoldPage, all_gold
from tests.articles.press import figures_of, report

GOLD = list(all_gold())
NEVER_FITTED = list(all_gold(UNSEEN, UNFITTED))
SEEDS = [gold for gold in GOLD if gold.page.source[:3].isdigit()]


@pytest.mark.parametrize("gold", [*GOLD, *NEVER_FITTED], ids=lambda gold: gold.page.source)
def test_gold_names_each_line_once(gold: GoldPage) -> None:
    """No line of a page has two roles in its gold, and each has text."""
    used = [
        n
        for article in gold.articles
        for part, lines in article.lines.items()
        if part != "subhead"
        for n in lines
    ]
    assert len(used) == len(set(used))
    assert all(gold.page.lines[n - 1].strip() for n in used)


@pytest.mark.parametrize("gold", SEEDS, ids=lambda gold: gold.page.source[:3])
def test_a_seed_is_cut_as_an_editor_would(gold: GoldPage) -> None:
    """Every headline has its body, whole and in reading order, and there is no other article."""
    lines = gold.page.lines
    found = [
        (_bare(article.title), [n for a, b in article.spans for n in range(a, b + 1) if lines[n - 1].strip()])
        for article in split_articles(gold.page).articles
    ]
    wanted = [(_bare(article.title), article.lines[BODY]) for article in gold.articles]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def _bare(title: str | None) -> str:
    return "".join((title or "").split())


def test_another_title_that_is_as_right_counts() -> None:
    """A kicker printed in the title's line may be taken into the title."""
    gold = next(gold for gold in GOLD if gold.page.source == "yishi_j5.txt")
    renamed = [replace(a, title=a.title and "……", variants=(a.title, *a.variants)) for a in gold.articles]
    assert figures_of([replace(gold, articles=renamed)]).titles == figures_of([gold]).titles > 0


def test_a_teaser_is_neither_missed_nor_spurious() -> None:
    """Whether what it announces is one thing or several is a matter of taste."""
    gold = SEEDS[0]
    other = [replace(gold.articles[0], kind="teaser"), *gold.articles[1:]]
    figures, all_of_them = figures_of([replace(gold, articles=other)]), figures_of([gold])
    assert (figures.missed, figures.spurious, figures.found) == (0, 0, all_of_them.found - 1)


def test_gold_pages_are_cut_well() -> None:
    """On the gold pages, most of which the weights were fitted on, the figures stay above these bounds."""
    figures = figures_of(GOLD)
    assert figures.f1 >= 0.95
    assert figures.titles / figures.headed >= 0.93
    assert figures.right / figures.lines >= 0.975


def test_pages_never_fitted_on_are_cut_well() -> None:
    """On pages that no weight was fitted on, the figures that unseen papers are to reach."""
    figures = figures_of(all_gold(UNSEEN))
    assert figures.f1 >= 0.85
    assert figures.titles / figures.headed >= 0.80
    assert figures.right / figures.lines >= 0.92


def test_articles_as_wholes_are_better_than_links_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an article is like as a whole mends links that looked best by themselves."""
    wholes = figures_of(GOLD)
    monkeypatch.setattr(readings, "ARTICLES", {})
    links = figures_of(GOLD)
    assert wholes.f1 > links.f1 + 0.01
    assert wholes.titles > links.titles


@pytest.mark.parametrize("gold", SEEDS, ids=lambda gold: gold.page.source[:3])
def test_no_reading_is_tried_whose_links_are_much_worse(gold: GoldPage) -> None:
    """A change takes from others what they follow: what those are left with counts too."""
    tried = readings.Readings(strip_of(gold.page))
    first = tried.first()
    for s in range(len(first.before)):
        for other in tried.changes(first, s):
            moved = zip(tried.options, first.before, other.before, strict=True)
            assert sum(options[t] - options[u] for options, t, u in moved) <= readings.CLOSE + 1e-9


def test_what_must_make_room_is_tried_in_more_than_one_place() -> None:
    """Where a text takes what another followed, that one goes to the best place or the second best, and nothing is followed twice."""
    ways: Counter[tuple[str, int, int | None]] = Counter()
    for gold in [*SEEDS, *GOLD[:30]]:
        tried = readings.Readings(strip_of(gold.page))
        first = tried.first()
        for s in range(len(first.before)):
            for other in tried.changes(first, s):
                followed = [t for t in other.before if t is not None]
                assert len(followed) == len(set(followed))
                ways[gold.page.source, s, other.before[s]] += 1
    assert max(ways.values()) > 1


def test_a_page_of_texts_that_are_all_alike_is_soon_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each of hundreds of texts may follow any other, the search ends, and no page with gold comes near that end."""
    tried: list[Readings] = []
    monkeypatch.setattr(settling, "Readings", lambda strip: tried.append(Readings(strip)) or tried[-1])
    chance = random.Random(4)
    chars = sorted(
        {c for gold in SEEDS for line in gold.page.lines for c in line if "\u4e00" <= c <= "\u9fff"}
    )
    lines = ["".join(chance.choices(chars, k=size)) for _ in range(150) for size in (10, 200)]
    split_articles(Page("alike.txt", tuple(lines)))
    alike, tried[:] = tried[0].tried, []
    for gold in GOLD[::4]:
        split_articles(gold.page)
    assert max(x.tried for x in tried) < readings.MOST_TRIED / 2
    assert readings.MOST_TRIED <= alike < 1.2 * readings.MOST_TRIED


def test_it_is_told_where_the_whole_page_decided() -> None:
    """Below a piece whose link was changed stands what made the page better."""
    told = (explain_page(split_articles(gold.page)) for gold in GOLD)
    assert any("; changed, since the page reads better so: " in text for text in told)


def test_printed_pages_are_cut_well() -> None:
    """Over 60 random pages of random papers the figures stay above these bounds: a change can't fit the gold alone."""
    figures = report(60)
    assert figures.f1 >= 0.80
    assert figures.titles / figures.headed >= 0.72
    assert figures.right / figures.lines >= 0.94
