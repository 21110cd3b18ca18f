"""Fit what evidence weighs when a page is cut: `python -m tests.benchmarks.fit_splitter [--news FILE] [--write]`.

What is fitted, on the gold pages (`tests/layouts`, `tests/pages`, the seeds) and on pages printed of their articles, some of
copies of one that differ in a name:

1. how texts read (`fit_style`), what tells text from display (`fit_layout`), where heads go on and texts break (`fit_seams`),
   and what texts are about (`fit_topics`);
2. for links, and for headlines given the right articles, a conditional logit: of all that a stretch may follow (a
   text may have for its headline, of all lines of a headline that may be its title; a head beside a headline is of it or
   not) the right one; L2 on the weights;
3. a structured perceptron over whole pages (Collins 2002), averaged, with a margin: links, and headlines, as they
   are paired, every wrong one moving the weights;
4. the seeds alone, with small steps until they are cut right: they are the user's own pages;
5. for articles as wholes, a conditional logit again: of the reading that links and headlines make and those a link away
   the one with most links right; and once more with what that found in use, since it rules many readings out.

Some of the pages are shown without their blank lines too, and for seams all with some headlines right under one another: many
dumps print so, and hardly a page written for gold.

What was fitted on a page is too good on it, so each fifth of the pages is read with all that is fitted on the other four
when links are fitted, and with links fitted on them as well when articles are. Pages of one hand are in one fifth.

Those fifths give the figures to expect of pages of a kind that is known; `tests/unseen`, where nothing is ever fitted nor evidence
chosen, and `tests/unfitted`, those to expect of papers never seen. `--news` adds pages of real news, some laid out as somebody
types them, a headline over its text, some printed as dumps are, and its articles to what topics are fitted on. `--without-seeds`
fits on the others alone and says how the seeds, which are real pages, are read then. `--write` writes `weights.py`, `style.tsv`
and `topics.npz`. Needs thirty minutes and two processors.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.articles.choosing.headlines import Headlines, Places
from retrieval.articles.choosing.links import Links
from retrieval.articles.choosing.readings import Readings, places_of
from retrieval.articles.evidence import topics, weights
from retrieval.articles.evidence.pairing import pair
from retrieval.articles.looks import layout, style
from retrieval.articles.pieces.blocks import Strip
from retrieval.articles.pieces.heads import look_at, title_evidence, titles_of
from retrieval.articles.split import strip_of
from tests.articles.golden import (
    HEADS,
    TITLE,
    UNFITTED,
    UNSEEN,
    GoldPage,
    all_gold,
    with_headlines_together,
    without_blanks,
)
from tests.articles.press import Figures, figures_of, make_page, news_stories, pages_alone, score, stories_of
from tests.benchmarks.fit_layout import Lines, fit_layout, look, use_layout
from tests.benchmarks.fit_seams import seam_rows
from tests.benchmarks.fit_style import Tables, fit_lines, fit_strip, use_tables, write_tables
from tests.benchmarks.fit_topics import fit_topics, told_in, told_on
from tests.benchmarks.gold_strip import gold_articles, gold_headlines, links_of

PRINTED = 100  # pages printed; more change little
TYPED, STORIES = 60, 400  # pages typed of news, and from how many stories
TOLD = 120  # pages printed of other news as dumps are, to see how text that nobody invented is read
# Pages of stories that are alike but for a name, and what each weighs: of 40 came thirty choices between readings, and what joins
# texts among copies had now one sign and now the other.
ALIKE, ALIKE_WEIGHT = 120, 0.35
ALONE = 60  # pages of one story, to see whether it stays one: nothing is fitted on them
UNSPACED = 3  # of so many pages one is also shown without its blank lines
HEADS_TOGETHER = 0.2  # what a seam of heads weighs on a page with headlines together: all pages are shown so, and few print so
# What these weigh where readings are compared, or short texts on several things run together.
SHOWN_ALIKE, SHOWN_TYPED = 1.2, 5.0
L2, STEPS, RATE = 0.3, 260, 0.15  # of the logit, by Adam
RUNS, EPOCHS, STEP, MARGIN = 5, 12, 0.03, 1.0  # of the perceptron; runs differ in the order of the pages
WANT = 3.0  # what "cut and never goes on" weighs at first: a logit can't see it
# What links are moved by when all is fitted. How often texts that follow each other at once are of one article is alike on all pages
# fitted on, and elsewhere it isn't; what texts are about tells everywhere. Held out by author .002 of F1 better, on `UNFITTED` .013,
# but on pages of news .010 worse, and two of the 44 articles of the seeds are lost where those are left out.
MOVED = {"next at once": -0.8, "far": 0.3, "back": 0.3, "near": 0.2}
SEED_STEP, SEED_EPOCHS = 0.005, 200
FEW_EPOCHS = 20  # where articles aren't weighed yet: more spoil what is learned from the readings
PARTS = 5  # of the gold pages, each held out in turn
HALVES = 2  # of pages on which layout is fitted, each with style fitted on the other
STEPS_AWAY = 8  # links of a page that are put right one after the other, to learn from each step
TABLES = {
    "LINKS": weights.LINKS,
    "HEADLINES": weights.HEADLINES,
    "TITLES": weights.TITLES,
    "BESIDE": weights.BESIDE,
    "ARTICLES": weights.ARTICLES,
    "TOGETHER": weights.TOGETHER,
    "BREAKS": weights.BREAKS,
}
SEAMS = ("TOGETHER", "BREAKS")
OFTEN = 3  # times that the lines of a seed are counted
REAL, SEED = 3.0, 6.0  # weights of a gold page and of a seed; a printed page weighs 1

Vector = NDArray[np.float64]
Row = tuple[list[int | None], Vector, object]
"""What may be chosen, the evidence for each, and the right choice (`SKIP` where there is none)."""
SKIP = "skip"
Weights = dict[str, float]
Found = tuple[Weights, Weights, Weights, Weights]
"""The weights of links, headlines, titles, and of heads beside a headline."""
Reading = tuple[Tables, weights.LayoutWeights, topics.Table, Weights, Weights]
"""How texts read, what tells text from display, what texts are about; the weights of seams of heads and of texts."""
Choice = tuple[list[dict[str, float]], int]
"""The evidence for what there is to choose from, and which is right."""
Weighed = tuple[list[dict[str, float]], int, float]
"""The evidence for readings of a page, which of them has most links right, and what that page weighs."""


@dataclass
class Example:
    """One page with the evidence for all its links, and for the headlines of its gold articles."""

    strip: Strip
    headlines: Headlines
    before: dict[int, int | None]
    heads: dict[Places, int | str | None]
    weight: float
    link_rows: list[tuple[list[int | None], list[dict[str, float]]]] = field(default_factory=list)
    head_rows: list[tuple[list[int | None], list[dict[str, float]], int | str | None]] = field(
        default_factory=list
    )
    title_rows: list[Choice] = field(default_factory=list)
    beside_rows: list[Choice] = field(default_factory=list)


def make_example(gold: GoldPage, weight: float) -> Example:
    """Gather the evidence of a page."""
    strip = strip_of(gold.page)
    page = Links(strip)
    found = gold_articles(strip, gold)
    heads = Headlines(page.page)
    example = Example(strip, heads, links_of(found), {}, weight)
    for s in strip.stretches:
        options: list[int | None] = [None, *(t.at for t in page.candidates(s))]
        evidence = [_as_dict(page.evidence(None if t is None else strip.stretches[t], s)) for t in options]
        example.link_rows.append((options, evidence))
    spot_of = {line.n: n for n, spot in enumerate(heads.spots) for line in spot.head.lines}
    for k, places in found.items():
        title = gold.articles[k].lines[TITLE]
        mine = {spot_of[n] for role in HEADS for n in gold.articles[k].lines[role] if n in spot_of}
        right = next((spot_of[n] for n in title if n in spot_of), SKIP if title else None)
        near = [None, *heads.near(places)]
        near = [n for n in near if n == right or n not in mine]
        example.heads[places] = right if right in near else SKIP
        rows = [
            _as_dict(heads.of_none(places) if n is None else heads.evidence(places, heads.spots[n]))
            for n in near
        ]
        example.head_rows.append((near, rows, example.heads[places]))
        if isinstance(right, int):
            example.beside_rows += _beside(heads, places, right, mine)
    if weight >= REAL:  # the headlines of printed pages are the same
        several = [(lines, title) for lines, title in gold_headlines(gold) if len(lines) > 1]
        for headline, (lines, whole) in zip(look_at([lines for lines, _ in several]), several, strict=True):
            titles = titles_of(lines)
            rows = [_as_dict(title_evidence(headline, t)) for t in titles]
            example.title_rows.append((rows, titles.index(whole)))
    return example


def _beside(heads: Headlines, places: Places, title: int, mine: set[int]) -> Iterator[Choice]:
    """Yield the heads beside an article's title, up to the first that isn't of its headline (`mine`)."""
    for step in (-1, 1):
        n = title + step
        while heads.may_belong(places, n, n - step):
            yield [_as_dict(heads.of_beside(places, n, n - step)), {}], n not in mine
            if n not in mine:
                break
            n += step


def _as_dict(evidence: Iterable[tuple[str, float]]) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    for name, value in evidence:
        if value:
            found[name] += float(value)
    return dict(found)


class Names:
    """The names of evidence, numbered."""

    def __init__(self, rows: Iterable[dict[str, float]]) -> None:
        """Number all names that occur."""
        self.all = sorted({name for row in rows for name in row})
        self._at = {name: i for i, name in enumerate(self.all)}

    def matrix(self, rows: Sequence[dict[str, float]]) -> Vector:
        """Return the rows as a matrix."""
        made = np.zeros((len(rows), len(self.all)))
        for i, row in enumerate(rows):
            for name, value in row.items():
                made[i, self._at[name]] = value
        return made

    def weights(self, w: Vector) -> Weights:
        """Return a vector by name."""
        return dict(zip(self.all, map(float, w), strict=True))

    def vector(self, named: Weights) -> Vector:
        """Return named weights as a vector."""
        return np.array([named.get(name, 0.0) for name in self.all])


def fit_logit(rows: Sequence[tuple[Vector, int, float]], size: int) -> Vector:
    """Return the weights that make the right choices likeliest: a conditional logit with L2, by Adam."""
    x = np.vstack([matrix for matrix, _, _ in rows])
    starts = np.cumsum([0, *[len(matrix) for matrix, _, _ in rows]])
    right = starts[:-1] + np.array([y for _, y, _ in rows])
    weight = np.array([w for _, _, w in rows])
    of = np.repeat(np.arange(len(rows)), np.diff(starts))
    wanted = (weight[:, None] * x[right]).sum(0)
    w, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        z = x @ w
        e = np.exp(z - np.maximum.reduceat(z, starts[:-1])[of])
        p = e / np.add.reduceat(e, starts[:-1])[of]
        g = ((p * weight[of]) @ x - wanted + L2 * w) / weight.sum()
        m, v = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g * g
        rate = RATE * (1.0 if step <= 150 else 0.4 if step <= 220 else 0.16)
        w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-9)
    return w


def fit_pages(pages: Sequence[tuple[list[Row], float]], w: Vector) -> Vector:
    """Return the weights after a perceptron over whole pages, averaged over all it saw in all runs.

    The last pages that a run saw have too much say in it: five runs are .006 of F1 better held out than one.
    """
    total, start = np.zeros_like(w), w
    for run in range(RUNS):
        chance, order, w = random.Random(run * EPOCHS), list(pages), start
        for _ in range(EPOCHS):
            chance.shuffle(order)
            for rows, weight in order:
                w = _corrected(w, start, rows, weight)
                total += w
    return total / (RUNS * EPOCHS * len(pages))


def _corrected(w: Vector, start: Vector, rows: list[Row], weight: float) -> Vector:
    """Return the weights moved by what they pair wrongly on one page, and a little back to where they came from."""
    scores = []
    for options, x, right in rows:
        z = x @ w + [MARGIN * (right != SKIP and n != right) for n in options]
        keep = z.max() - 14
        scores.append(
            {n: float(s) for n, s in zip(options, z, strict=True) if n is None or s > keep or n == right}
        )
    change = np.zeros_like(w)
    for (options, x, right), got in zip(rows, pair(scores), strict=True):
        if right not in (SKIP, got):
            change += x[options.index(right)] - x[options.index(got)]  # type: ignore[arg-type]
    return w + STEP * weight * change - 0.01 * STEP * (w - start) if change.any() else w


def fit(examples: Sequence[Example]) -> Found:
    """Return the weights of links, headlines, titles, and of heads beside a headline."""
    link_names = Names(row for e in examples for _, rows in e.link_rows for row in rows)
    link_pages = [
        ([(o, link_names.matrix(rows), _right(e, s, o)) for s, (o, rows) in enumerate(e.link_rows)], e.weight)
        for e in examples
    ]
    head_names = Names(row for e in examples for _, rows, _ in e.head_rows for row in rows)
    head_pages = [
        ([(o, head_names.matrix(rows), right) for o, rows, right in e.head_rows], e.weight) for e in examples
    ]
    link_weights = fit_logit(_chosen(link_pages), len(link_names.all))
    link_weights[link_names.all.index("cut and never goes on")] += WANT
    link_weights = fit_pages(link_pages, link_weights)
    head_weights = fit_pages(head_pages, fit_logit(_chosen(head_pages), len(head_names.all)))
    titles = fit_choices([(rows, right, e.weight) for e in examples for rows, right in e.title_rows])
    beside = fit_choices([(rows, right, e.weight) for e in examples for rows, right in e.beside_rows])
    return link_names.weights(link_weights), head_names.weights(head_weights), titles, beside


def _right(example: Example, s: int, options: list[int | None]) -> object:
    right = example.before.get(s, SKIP)
    return right if right in options else SKIP


def _chosen(pages: Sequence[tuple[list[Row], float]]) -> list[tuple[Vector, int, float]]:
    return [
        (x, options.index(right), weight)  # type: ignore[arg-type]
        for rows, weight in pages
        for options, x, right in rows
        if right != SKIP
    ]


def choices_of(gold: GoldPage) -> Iterator[Choice]:
    """Yield the evidence for a reading of a page and for those a link away, and which of them has most links right.

    That one is taken and looked at in turn, until none is better.
    """
    strip = strip_of(gold.page)
    before = links_of(gold_articles(strip, gold))
    readings = Readings(strip)
    reading = readings.first()
    for _ in range(STEPS_AWAY):
        options = [reading]
        for s in range(len(strip.stretches)):
            options += readings.changes(reading, s)
        right = [sum(r.before[s] == t for s, t in before.items()) for r in options]
        best = max(range(len(options)), key=lambda k: (right[k], -k))
        yield [readings.differences(option, reading) for option in options], best
        if not best:
            return
        reading = options[best]


def fit_articles(choices: Iterable[Weighed]) -> Weights:
    """Return the weights of articles as wholes."""
    return fit_choices([choice for choice in choices if len(choice[0]) > 1])


def fit_choices(choices: Sequence[Weighed]) -> Weights:
    """Return the weights of a conditional logit."""
    names = Names(row for rows, _, _ in choices for row in rows)
    return names.weights(
        fit_logit([(names.matrix(rows), best, weight) for rows, best, weight in choices], len(names.all))
    )


def moved(found: Found) -> Found:
    """Return weights with those of links moved as pages of hands never seen want them."""
    links, *others = found
    return {name: value + MOVED.get(name, 0.0) for name, value in links.items()}, *others


def settle_seeds(
    examples: Sequence[Example], found: Found, articles: Weights, epochs: int = SEED_EPOCHS
) -> None:
    """Move the weights in small steps until each of these pages is read right; changes `found`.

    Where no steps lead there, those weights are left that read them best.
    """
    least, best = math.inf, [dict(table) for table in found]
    for _ in range(epochs):
        use((*found, articles))
        wrong = [move for example in examples for move in _mistakes(example)]
        if len(wrong) < least:
            least, best = len(wrong), [dict(table) for table in found]
        if not wrong:
            break
        for which, right, taken in wrong:
            _move(found[which], right, taken)
    for table, left in zip(found, best, strict=True):
        table.clear()
        table.update(left)


def _mistakes(example: Example) -> Iterator[tuple[int, Counter[str], Counter[str]]]:
    """Yield what is read wrongly on a page: which table decides it, the evidence for what is right, and for what is taken."""
    readings = Readings(example.strip)
    got = readings.best().before
    want = [example.before.get(s, t) for s, t in enumerate(got)]
    if want != got:
        yield 0, _link_evidence(example, want), _link_evidence(example, got)
    heads, texts = readings.headlines, places_of(want)
    for places, n in zip(texts, pair([heads.options(places) for places in texts]), strict=True):
        right = example.heads.get(places, SKIP)
        if right not in (SKIP, n) and not _together(example, right, n):
            yield 1, _of_head(example, places, right), _of_head(example, places, n)
    for rows, title in example.title_rows:
        scores = [weights.weigh(row.items(), weights.TITLES) for row in rows]
        if (best := scores.index(max(scores))) != title:
            yield 2, Counter(rows[title]), Counter(rows[best])


def _together(example: Example, a: object, b: int | None) -> bool:
    """Return whether two heads stand in one slot: kicker and title make one headline."""
    spots = example.headlines.spots
    return isinstance(a, int) and b is not None and spots[a].slot == spots[b].slot


def _move(named: Weights, towards: Counter[str], away: Counter[str]) -> None:
    for name in towards.keys() | away.keys():
        step = SEED_STEP * max(min(towards[name] - away[name], 3.0), -3.0)
        named[name] = named.get(name, 0.0) + step


def _link_evidence(example: Example, before: Sequence[int | None]) -> Counter[str]:
    total: Counter[str] = Counter()
    for (options, rows), t in zip(example.link_rows, before, strict=True):
        total.update(rows[options.index(t)] if t in options else {})
    return total


def _of_head(example: Example, places: Places, n: object) -> Counter[str]:
    heads = example.headlines
    return Counter(
        _as_dict(heads.evidence(places, heads.spots[n]) if isinstance(n, int) else heads.of_none(places))
    )


def use(tables: tuple[Weights, Weights, Weights, Weights, Weights]) -> None:
    """Let the splitter weigh with these weights of links, headlines, titles, heads beside a headline, and articles."""
    _use(["LINKS", "HEADLINES", "TITLES", "BESIDE", "ARTICLES"], tables)


def _use(names: Sequence[str], tables: Sequence[Weights]) -> None:
    """Let the splitter weigh with these weights, rounded as they are written."""
    for table, new in zip((TABLES[name] for name in names), tables, strict=True):
        table.clear()
        table.update({name: round(value, 2) for name, value in new.items()})


@dataclass
class Part:
    """Some gold pages, and what is fitted on the others: style and layout, then links and headlines.

    `alike` are pages of copies of one of their stories each, `typed` some of news as somebody types it, `unspaced` some of the pages
    without their blank lines. `examples` are all these and some printed of their stories, `seeds` those of the seeds, all read
    like that.
    """

    pages: list[GoldPage]
    alike: list[GoldPage]
    typed: list[GoldPage]
    unspaced: list[GoldPage]
    read: Reading
    examples: list[Example]
    seeds: list[Example]
    found: Found = field(default=({}, {}, {}, {}))
    choices: list[Weighed] = field(default_factory=list)

    @property
    def shown(self) -> list[tuple[GoldPage, float]]:
        """The pages whose readings are compared, and what each weighs."""
        kinds = (
            (self.pages, 1.0),
            (self.alike, SHOWN_ALIKE),
            (self.typed, SHOWN_TYPED),
            (self.unspaced, 1.0),
        )
        return [(page, weight) for pages, weight in kinds for page in pages]


def fit_reading(pages: Sequence[GoldPage], news: Path | None) -> Reading:
    """Fit style, layout, seams and topics on these pages, the last on news too, and use them."""
    lines: list[Lines] = []
    few: list[Lines] = []
    seams: list[tuple[str, dict[str, float], bool, float]] = []
    for half in range(HALVES):
        other = [g for i, g in enumerate(pages) if i % HALVES != half]
        use_tables(fit_lines(other))
        use_tables(fit_strip(other))
        for g in pages[half::HALVES]:
            unspaced = without_blanks(g)
            lines += [look(g)] * (OFTEN if _is_seed(g) else 1)
            few.append(look(unspaced))
            seams += [(*row, 1.0) for page in (g, unspaced) for row in seam_rows(page)]
            together = seam_rows(with_headlines_together(g))
            seams += [(*row, HEADS_TOGETHER) for row in together if row[0] == "TOGETHER"]
    use_tables(fit_lines(pages))
    use_layout(fit_layout(lines, few))
    found = [
        fit_choices([([row, {}], not yes, weight) for q, row, yes, weight in seams if q == asked])
        for asked in SEAMS
    ]
    _use(SEAMS, found)
    use_tables(fit_strip(pages))
    topics.use_table(fit_topics(told_on(pages), told_in(news) if news else []))
    return dict(style.tables()), layout.LAYOUT, topics.table(), *found


def use_reading(read: Reading) -> None:
    """Let the splitter read like that."""
    use_tables(read[0])
    use_layout(read[1])
    topics.use_table(read[2])
    _use(SEAMS, read[3:])


def prepare(
    pages: list[GoldPage],
    typed: list[GoldPage],
    others: list[GoldPage],
    seeds: list[GoldPage],
    news: Path | None,
) -> Part:
    """Fit how pages are read on other pages and the seeds, and gather the evidence of these and of pages printed of them."""
    read = fit_reading([*others, *seeds], news)
    stories = stories_of(pages)
    printed = [make_page(9000 + n, stories) for n in range(PRINTED // PARTS)]
    alike = [make_page(9500 + n, stories, alike=True) for n in range(ALIKE // PARTS)]
    unspaced = [without_blanks(g) for g in pages[::UNSPACED]]
    examples = [make_example(g, REAL) for g in pages]
    examples += [make_example(g, 1.0) for g in printed + typed + unspaced]
    examples += [make_example(g, ALIKE_WEIGHT) for g in alike]
    return Part(pages, alike, typed, unspaced, read, examples, [make_example(g, SEED) for g in seeds])


def hold_out(part: Part, others: Sequence[Part]) -> Part:
    """Fit on other parts and read this one."""
    use_reading(part.read)
    part.found = fit([*(e for p in others for e in p.examples), *part.seeds])
    settle_seeds(part.seeds, part.found, {}, FEW_EPOCHS)
    part.choices = choose(part.shown, part.read, part.found, {})
    return part


def choose(
    pages: Sequence[tuple[GoldPage, float]], read: Reading, found: Found, articles: Weights
) -> list[Weighed]:
    """Return the choices of these pages, read so."""
    use_reading(read)
    use((*found, articles))
    return [(*choice, weight) for page, weight in pages for choice in choices_of(page)]


def fit_on_others(part: Part, parts: Sequence[Part]) -> Weights:
    """Return the weights of articles by the choices of all parts but one."""
    return fit_articles(choice for p in parts if p is not part for choice in p.choices)


def choose_again(pool: ProcessPoolExecutor, parts: Sequence[Part]) -> None:
    """Let each part choose with articles weighed as the choices of the others say: those rule out many readings."""
    articles = [fit_on_others(part, parts) for part in parts]
    pages, reads, found = zip(*((part.shown, part.read, part.found) for part in parts), strict=True)
    for part, choices in zip(parts, pool.map(choose, pages, reads, found, articles), strict=True):
        part.choices = choices


def _in_parts(pages: Sequence[GoldPage]) -> list[list[GoldPage]]:
    """Share pages out, those of one hand together: `jkb_d1` and `jkb_d2`, `culture` and `culture_2`."""
    hands: dict[str, list[GoldPage]] = {}
    for page in pages:
        hands.setdefault(re.sub(r"_?\d*\.txt$", "", page.page.source), []).append(page)
    parts: list[list[GoldPage]] = [[] for _ in range(PARTS)]
    for hand in sorted(hands, key=lambda hand: (-len(hands[hand]), hand)):
        min(parts, key=len).extend(hands[hand])
    return parts


def _is_seed(gold: GoldPage) -> bool:
    return re.match(r"\d{3}_", gold.page.source) is not None


def write(path: Path) -> None:
    """Put the tables in use into `weights.py`, in place of those that stand there."""
    text = path.read_text(encoding="utf-8")
    text = text[: text.index("LAYOUT = ")]
    fields = "".join(f"    {name}={value:.2f},\n" for name, value in layout.LAYOUT._asdict().items())
    written = []
    for name, table in TABLES.items():
        rows = "".join(f'    "{k}": {v:.2f},\n' for k, v in sorted(table.items()) if abs(v) >= 0.005)
        written.append(f"{name}: dict[str, float] = {{\n{rows}}}\n")
    path.write_text(f"{text}LAYOUT = LayoutWeights(\n{fields})\n\n" + "\n".join(written), encoding="utf-8")


def main() -> None:
    """Fit, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.fit_splitter")
    parser.add_argument("--news", type=Path, help="news as JSONL, to type pages of")
    parser.add_argument("--without-seeds", action="store_true", help="fit on the other pages alone")
    parser.add_argument("--write", action="store_true", help="write retrieval/articles/evidence/weights.py")
    given = parser.parse_args()
    gold = list(all_gold())
    papers, seeds = [g for g in gold if not _is_seed(g)], [g for g in gold if _is_seed(g)]
    stories = news_stories(given.news, 3 * STORIES) if given.news else []
    news, others = stories[:STORIES], stories[STORIES:]
    typed = [make_page(n, news, typed=True) for n in range(TYPED)] if news else []
    told = [make_page(n, others, typed=False) for n in range(TOLD)] if others else []
    taught = [] if given.without_seeds else seeds
    in_turn = [(part, typed[k::PARTS]) for k, part in enumerate(_in_parts(papers))]
    left = [[g for mine in in_turn if mine is not out for some in mine for g in some] for out in in_turn]
    with ProcessPoolExecutor() as pool:
        parts = list(
            pool.map(prepare, *zip(*in_turn, strict=True), left, [taught] * PARTS, [given.news] * PARTS)
        )
        parts = list(pool.map(hold_out, parts, [[p for p in parts if p is not part] for part in parts]))
        choose_again(pool, parts)
    held_out, alike, alone, unspaced, together = (Figures() for _ in range(5))
    for part in parts:
        use_reading(part.read)
        use((*moved(part.found), fit_on_others(part, parts)))
        for page in part.pages:
            score(page, held_out)
            score(without_blanks(page), unspaced)
            score(with_headlines_together(page), together)
        for page in part.alike:
            score(page, alike)
        for page in pages_alone(stories_of(part.pages), ALONE // PARTS):
            score(page, alone)
    print(
        f"held out:  {held_out}\nwithout blank lines: {unspaced}\nheadlines together: {together}\n"
        f"alike:     {alike}\nalone:     {alone}",
        flush=True,
    )
    found = moved(fit([*(e for p in parts for e in p.examples), *parts[0].seeds]))
    fit_reading([*papers, *taught, *typed], given.news)
    articles = fit_articles(choice for part in parts for choice in part.choices)
    settle_seeds([make_example(g, SEED) for g in taught], found, articles)
    use((*found, articles))
    print(
        f"fitted on: {figures_of(papers)}\nseeds:     {figures_of(seeds)}\n"
        f"unseen:    {figures_of(all_gold(UNSEEN))}\nunfitted:  {figures_of(all_gold(UNFITTED))}\n"
        f"news:      {figures_of(told)}"
    )
    if given.write:
        write(Path(weights.__file__))
        write_tables(style.FILE)
        topics.write_table(topics.table(), topics.FILE)


if __name__ == "__main__":
    main()
