"""Fit how texts read (`retrieval/articles/looks/style.py`): a logistic regression for each question, with L2, by Adam.

Examples are those of gold pages: lines, paragraphs broken off anywhere, pieces of text, heads; for what belongs together, pairs
of texts that stand near each other. Called by `fit_splitter`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.articles.looks import style
from retrieval.articles.looks.layout import LINE, NARROW
from retrieval.articles.looks.lines import starts_inside
from retrieval.articles.looks.surroundings import see_lines
from retrieval.articles.pieces.blocks import heads_of
from retrieval.articles.split import strip_of
from retrieval.records import Role
from tests.articles.golden import BODY, BYLINE, HEADS, SHOWN, SUBHEAD, GoldPage
from tests.articles.press import Story, stories_of
from tests.benchmarks.adam import Vector, climb
from tests.benchmarks.gold_strip import gold_articles, gold_headlines, links_of

L2 = {
    "display": 2.0,
    "byline": 2.0,
    "headline": 3.0,
    "kicker": 6.0,
    "subtitle": 6.0,
    "label": 3.0,
    "inside": 2.0,
    "seam": 12.0,
    "beginning": 6.0,
}
PAIR_STEPS, PAIR_RATE = 80, 0.04
LEAST = 3  # times that characters are met
SMALL = 10  # hundredths; what weighs less is left out
SEAMS = 6  # of a paragraph, of a headline
SHORT, CUTS = 12, 3  # characters of a paragraph that isn't cut; how often others are
STEPS, RATE = 150, 0.1


# Pairs of texts: so far from each other; parts that so many texts have; what weighs less, in hundredths, is left out.
NEAR, PAIR_L2, PAIR_LEAST, PAIR_SMALL = 20, 30.0, 15, 4

Row = tuple[frozenset[str], bool]
Tables = dict[str, style.Table]


def display_rows(gold: GoldPage) -> Iterator[Row]:
    """Yield the narrow lines of a page, and whether each is display."""
    for line in see_lines(gold.page):
        role = gold.roles.get(line.n)
        if line.role is None and line.width <= LINE and role in (BODY, *SHOWN):
            yield frozenset(style.WHOLE.of(line.text)), role != BODY


def byline_rows(gold: GoldPage) -> Iterator[Row]:
    """Yield the narrow lines of a page that are bylines, headlines, subheads or labels, and whether each is a byline."""
    for line in see_lines(gold.page):
        role = gold.roles.get(line.n)
        label = role is None and line.role in (None, Role.SECTION) and line.width <= NARROW
        if line.width <= LINE and (role in SHOWN or label):
            yield frozenset(style.WHOLE.of(style.nameless(line.text))), role == BYLINE


def headline_rows(gold: GoldPage) -> Iterator[tuple[str, Row]]:
    """Yield the lines of headlines: whether each is of the kicker, of the subtitle."""
    for lines, (first, last) in gold_headlines(gold):
        for at, line in enumerate(lines):
            parts = frozenset(style.WHOLE.of(line.text))
            yield "kicker", (parts, at < first)
            yield "subtitle", (parts, at > last)


def inside_rows(story: Story) -> Iterator[Row]:
    """Yield paragraphs as they begin, and as they go on where a line might break."""
    chance = random.Random(story.paragraphs[0][1] if story.paragraphs else "")
    for subhead, text in story.paragraphs:
        if subhead or len(text) < SHORT:
            continue
        yield frozenset(style.INSIDE.of(text)), False
        for _ in range(CUTS):
            at = chance.randrange(SHORT // 2, len(text))
            if text[at - 1] not in "。！？”" and not starts_inside(text[at:]):
                yield frozenset(style.INSIDE.of(text[at:])), True


def seam_rows(pages: Sequence[GoldPage]) -> Iterator[Row]:
    """Yield seams in the midst of paragraphs, and those between any headline and any text."""
    chance = random.Random(3)
    heads = [
        g.page.lines[n - 1].strip()
        for g in pages
        for a in g.articles
        for r in (*HEADS, SUBHEAD)
        for n in a.lines[r]
    ]
    texts = [text for _, story in stories_of(pages) for subhead, text in story.paragraphs if not subhead]
    for text in texts:
        for _ in range(SEAMS if len(text) >= SHORT else 0):
            at = chance.randrange(3, len(text) - 2)
            if text[at - 1] not in "。！？”":
                yield frozenset(style.SEAM.of(style.seam(text[:at], text[at:]))), True
    for head in heads:
        for _ in range(SEAMS):
            yield frozenset(style.SEAM.of(style.seam(head, chance.choice(texts)))), False


def strip_rows(gold: GoldPage) -> Iterator[tuple[str, Row]]:
    """Yield the pieces of a page, as it is cut now, by the question that they answer."""
    strip = strip_of(gold.page)
    before = links_of(gold_articles(strip, gold))
    for s in strip.stretches:
        if s.at in before:
            first = s.text.split("\n", 1)[0]
            yield "beginning", (frozenset(style.BEGINNING.of(first)), before[s.at] is None)
    for head in (head for slot in strip.slots for head in heads_of(slot)):
        role = gold.roles.get(head.lines[0].n)
        yield "label", (frozenset(style.WHOLE.of(head.text)), role is None)
        if role in (SUBHEAD, *HEADS):
            yield "headline", (frozenset(style.WHOLE.of(head.text)), role != SUBHEAD)


class Pairs(NamedTuple):
    """Texts of a page, as what they may have in common: which two are compared, and which of these belong together."""

    texts: list[set[str]]
    compared: NDArray[np.bool]
    together: NDArray[np.bool]


def kin_of(gold: GoldPage) -> Pairs:
    """Pair the texts of a page; what stands right under another without anything between is not compared with it."""
    strip = strip_of(gold.page)
    owner = {at: k for k, places in gold_articles(strip, gold).items() for at in places}
    of = np.array([owner.get(s.at, -1) for s in strip.stretches])
    at_once = np.array([s.at for s in strip.stretches if s.at and not strip.slots[s.at]], int)
    away = np.subtract.outer(np.arange(len(of)), np.arange(len(of)))
    compared = (away > 0) & (away <= NEAR) & (of >= 0) & (of >= 0)[:, None]
    compared[at_once, at_once - 1] = False
    texts = [style.COMMON.of(s.text) for s in strip.stretches]
    return Pairs(texts, compared, of == of[:, None])


def _numbered(texts: Iterable[Set[str]], least: int) -> dict[str, int]:
    """Number the parts that so many texts have, in their order."""
    met = Counter(part for text in texts for part in text)
    return {part: i for i, part in enumerate(sorted(part for part, times in met.items() if times >= least))}


def fit_pairs(looked: Sequence[Pairs]) -> tuple[style.Table, style.Table]:
    """Return what parts weigh that both texts have, and that one of them has alone."""
    number = _numbered((text for pairs in looked for text in pairs.texts), PAIR_LEAST)
    kept = list(number)

    def rows(texts: Sequence[set[str]]) -> NDArray[np.float32]:
        has = np.zeros((len(texts), len(kept)), np.float32)
        for row, text in zip(has, texts, strict=True):
            row[[number[part] for part in text if part in number]] = 1.0
        return has

    pages = [(rows(p.texts), p.compared, p.together) for p in looked if p.compared.any()]

    def slope(w: Vector) -> Vector:
        shared, alone, bias = w[: len(kept)], w[len(kept) : -1].astype(np.float32), w[-1]
        both = (shared - 2 * alone).astype(np.float32)
        change = -PAIR_L2 * w
        change[-1] = 0.0
        for has, compared, together in pages:
            one = has @ alone
            odds = bias + one[:, None] + one + (has * both) @ has.T
            wrong = ((together - 1 / (1 + np.exp(-odds))) * compared).astype(np.float32)
            of_both = ((wrong @ has) * has).sum(0)
            change[: len(kept)] += of_both
            change[len(kept) : -1] += (wrong.sum(0) + wrong.sum(1)) @ has - 2 * of_both
            change[-1] += wrong.sum()
        return change

    w = climb(slope, 2 * len(kept) + 1, PAIR_STEPS, lambda step: PAIR_RATE)
    hundredths = [round(100 * float(x)) for x in w]
    weights = zip(kept, hundredths, hundredths[len(kept) :], strict=False)
    heavy = {part: x for part, *x in weights if max(map(abs, x)) >= PAIR_SMALL}
    shared = {part: both for part, (both, _) in heavy.items()}
    return shared | {style.BIAS: hundredths[-1]}, {part: one for part, (_, one) in heavy.items()}


def fit_table(rows: Sequence[Row], l2: float) -> style.Table:
    """Return what characters weigh, given rows that say yes and no."""
    number = _numbered((parts for parts, _ in rows), LEAST)
    kept = list(number)
    columns = [sorted(number[part] for part in parts if part in number) for parts, _ in rows]
    at, of = np.concatenate(columns).astype(int), np.repeat(np.arange(len(rows)), list(map(len, columns)))
    right = np.array([yes for _, yes in rows], float)

    def slope(w: Vector) -> Vector:
        wrong = right - 1 / (1 + np.exp(-np.bincount(of, w[at], len(rows)) - w[-1]))
        return np.append(np.bincount(at, wrong[of], len(kept)) - l2 * w[:-1], wrong.sum())

    w = climb(slope, len(kept) + 1, STEPS, lambda step: RATE if step <= 100 else RATE / 3)
    hundredths = [round(100 * float(x)) for x in w]
    table = {part: x for part, x in zip(kept, hundredths, strict=False) if abs(x) >= SMALL}
    return table | {style.BIAS: hundredths[-1]}


def use_tables(tables: Tables) -> None:
    """Let the splitter read with these tables."""
    style.tables().update(tables)


def fit_lines(pages: Sequence[GoldPage]) -> Tables:
    """Return the tables that tell lines apart: display from text, bylines from heads, the midst of a sentence from its beginning."""
    rows: dict[str, list[Row]] = {"kicker": [], "subtitle": []}
    for question, row in (row for page in pages for row in headline_rows(page)):
        rows[question].append(row)
    rows |= {
        "display": [row for page in pages for row in display_rows(page)],
        "byline": [row for page in pages for row in byline_rows(page)],
        "inside": [row for _, story in stories_of(pages) for row in inside_rows(story)],
        "seam": list(seam_rows(pages)),
    }
    return {question: fit_table(mine, L2[question]) for question, mine in rows.items()}


def fit_strip(pages: Sequence[GoldPage]) -> Tables:
    """Return the tables of beginnings, headlines, labels and kinship, the pages being cut as they are now."""
    rows: dict[str, list[Row]] = {}
    for page in pages:
        for question, row in strip_rows(page):
            rows.setdefault(question, []).append(row)
    tables = {question: fit_table(mine, L2[question]) for question, mine in rows.items()}
    tables["shared"], tables["apart"] = fit_pairs([kin_of(page) for page in pages])
    return tables


def write_tables(path: Path) -> None:
    """Write the tables in use."""
    lines = [
        f"{question}\t{part}\t{weight}\n"
        for question, table in sorted(style.tables().items())
        for part, weight in sorted(table.items())
    ]
    path.write_text("".join(lines), encoding="utf-8")
