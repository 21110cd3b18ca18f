"""Find what the page tore apart: which two drafts are parts of one article, and how surely?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from retrieval.articles.blocks import Body
from retrieval.articles.drafts import Draft
from retrieval.articles.evidence import EARLY_STOP, begins_fresh, leads, refers_back
from retrieval.articles.layout import inwardness
from retrieval.articles.lines import Seen
from retrieval.articles.words import Kinship, Trigrams, coverage, keywords, trigrams

_WINDOW = 10  # drafts looked at on either side: a page rarely sets the parts of a story farther apart
_SURE = 2.2  # likeness from which two parts are taken for one story
_SEAM = 1.0  # score from which a paragraph is taken for the one a cut sentence goes on with


@dataclass(frozen=True, slots=True)
class Match:
    """Draft `then` (from its paragraph `at` on) belongs after draft `first`; `head` says whose headline stays."""

    score: float
    first: int
    then: int
    why: str
    at: int = 0


class Inside(NamedTuple):
    """The paragraphs of a draft: their lines and body, text (800 characters) and trigrams; how the draft opens."""

    rows: list[tuple[list[Seen], Body]]
    texts: list[str]
    words: list[Trigrams]
    opening: str
    anchor: Trigrams


def _look_inside(draft: Draft) -> Inside:
    rows = rows_of(draft)
    begun = bool(draft.heads) or draft.bodies[0].dateline
    opening = draft.title_text + _text(rows[0][0])[:600] if begun else ""
    texts = [_text(lines)[:800] for lines, _ in rows]
    *words, anchor = trigrams([*texts, opening])
    return Inside(rows, texts, words, opening, anchor)


class Torn:
    """The drafts of a page, how much each two of them tell one story, and whether blank lines part paragraphs."""

    def __init__(self, drafts: list[Draft], airy: float) -> None:
        """Look at `drafts`; `airy` is the share of paragraphs with a blank line above them."""
        self.drafts = drafts
        self.airy = airy
        self.texts = [draft.text for draft in drafts]
        self._whole = [f"{d.title_text}\n{text}" for d, text in zip(drafts, self.texts, strict=True)]
        self.kin = Kinship(self._whole)
        self._inside: dict[int, Inside] = {}
        self._words: dict[int, dict[str, float]] = {}
        self._around: tuple[int, Counter[int | str]] = (-1, Counter())

    def near(self, i: int) -> list[int]:
        """The drafts around draft `i`, those after it first."""
        after = list(range(i + 1, min(i + 1 + _WINDOW, len(self.drafts))))
        return after + list(range(i - 1, max(i - 1 - _WINDOW, -1), -1))

    def weight(self, shared: AbstractSet[int | str], i: int, j: int) -> float:
        """Weigh shared trigrams, each the less the more drafts around `i` other than `i` and `j` have it."""
        if self._around[0] != i:
            self._around = (i, self._count(i))
        count, one = self._around[1], self.kin.grams(i)
        two = self.kin.grams(j) if abs(i - j) <= 4 else frozenset()
        return sum(1.0 / max(1 + count[g] - (g in one) - (g in two), 1) ** 2 for g in shared)

    def topic(self, i: int, text: str, without: str = "") -> float:
        """Weigh from 0 to 2 how many of the keywords of draft `i` stand in a text and not in another."""
        words = self._keys(i)
        return min(
            sum(weight for word, weight in words.items() if word in text and word not in without) / 2, 2.0
        )

    def _keys(self, i: int) -> dict[str, float]:
        """Weigh the keywords of draft `i`, each the less the more drafts around it have it."""
        if i not in self._words:
            around = [self.texts[k] for k in self.near(i)[:8]]
            words = keywords(self._whole[i])
            self._words[i] = {w: 1.0 / max(sum(w in t for t in around) - 1, 1) ** 2 for w in words}
        return self._words[i]

    def inside(self, i: int) -> Inside:
        """Return the paragraphs of draft `i` with their trigrams."""
        if i not in self._inside:
            self._inside[i] = _look_inside(self.drafts[i])
        return self._inside[i]

    def _count(self, i: int) -> Counter[int | str]:
        """Count in how many of the drafts around `i` each trigram stands."""
        around = range(max(i - 4, 0), min(i + 5, len(self.drafts)))
        return Counter(chain.from_iterable(map(self.kin.grams, around)))


def leads_after_title(torn: Torn) -> Iterator[Match]:
    """A text under a mere subhead, then the real headline with a short lead: “突破技术瓶颈” … “医院：赋能基层”."""
    for i in range(len(torn.drafts) - 1):
        x, y = torn.drafts[i], torn.drafts[i + 1]
        if not x.heads or not y.heads or x.below or y.below or x.bodies[0].dateline or y.bodies[0].dateline:
            continue
        ours, theirs = torn.texts[i], torn.texts[i + 1]
        if len(y.bodies) > 1 or len(theirs) > min(500, len(ours) / 2) or y.bylines:
            continue
        inner = [h for k, hs in x.subheads.items() if k for h in hs]
        own = x.heads[-1]
        alike = any(len(h.lines) == len(own.lines) and abs(h.width - own.width) <= 4 for h in inner)
        like = torn.kin.likeness(i, i + 1) + 3 * coverage(y.title_text, ours)
        if alike and like >= _SURE:
            yield Match(like, i + 1, i, "the headline below the text is followed by its lead")


def far_leads(torn: Torn) -> Iterator[Match]:
    """A headed text that begins in the middle of its story, and a headless opening that tells of it."""
    for i, y in enumerate(torn.drafts):
        opening = y.bodies[0].dateline or leads(y.bodies[0].first.text)
        text = torn.texts[i]
        set_apart = not opening and len(text) < 300 and not y.bodies[-1].open and not y.bylines
        if y.heads or y.carried or y.bodies[0].bullet or y.bodies[0].inside or not (opening or set_apart):
            continue
        for j in torn.near(i):
            x = torn.drafts[j]
            if not x.heads or x.bodies[0].dateline or (x.below and x.bodies[0].caption):
                continue
            if set_apart and abs(abs(x.bodies[0].regime) - abs(y.bodies[0].regime)) < 6:
                continue  # not in a column of its own
            lacking = refers_back(x.bodies[0].first.text) or bool(x.subheads.get(0))
            like = torn.kin.likeness(i, j) + 2 * coverage(x.title_text, text) + (1.0 if lacking else -0.5)
            like += torn.topic(j, text) + (0.5 if set_apart else 0.0)
            if like >= _SURE:
                yield Match(like, i, j, "the opening that stands elsewhere tells of this headline")


def far_titles(torn: Torn) -> Iterator[Match]:
    """A text without a headline that breaks off, and elsewhere its headline with the rest under it."""
    for i, x in enumerate(torn.drafts):
        if x.heads or x.teaser or x.jump or x.bodies[0].bullet or x.bodies[0].caption:
            continue
        for j in torn.near(i):
            y = torn.drafts[j]
            first = y.bodies[0].first
            signed = any(line.n < first.n for line in y.bylines)
            if not y.heads or y.below or first.dateline or signed or y.bodies[0].bullet:
                continue
            like = torn.kin.likeness(i, j) + coverage(y.title_text, torn.texts[i])
            like += (1.0 if x.bodies[-1].open else -0.5) + (0.5 if x.bylines else 0.0)
            if inwardness(x.bodies[0].first.text) >= 2.5 and j == i + 1:
                like += 1.5 + torn.topic(i, y.title_text + torn.texts[j])  # no article begins like that
            if like >= _SURE:
                yield Match(like, i, j, "its headline stands over the rest of the story")


def continuations(torn: Torn) -> Iterator[Match]:
    """A text cut in mid-sentence, and the paragraph elsewhere that goes on with it."""
    for i, x in enumerate(torn.drafts):
        if x.jump or x.teaser or not x.bodies[-1].open or x.bodies[-1].last.text[-1] in "：:":
            continue
        for j in torn.near(i):
            for p, score in seams(torn, i, j):
                if score >= _SEAM:
                    yield Match(score, i, j, "its cut sentence goes on after another article", p)


def seams(torn: Torn, i: int, j: int) -> list[tuple[int, float]]:
    """Score each paragraph of draft `j` as the place where draft `i` goes on, with all that follows it there.

    Every paragraph from there on should share its rare words with draft `i` rather than with the beginning of `j`.
    Example: “旋耕每亩90元，” goes on with “收割每亩110元，比市场价低两成左右。”
    """
    x, z = torn.drafts[i], torn.drafts[j]
    if z.teaser:
        return []
    inside = torn.inside(j)
    ours = torn.kin.grams(i)
    scores = []
    other = torn.texts[j]
    strange = 1.0 if len(torn.texts[i]) > 400 and len(other) > 100 and not torn.topic(i, other) else 0.0
    sway = 0.0
    for p in range(len(inside.rows) - 1, -1, -1):
        (lines, body), words = inside.rows[p], inside.words[p]
        lean = torn.weight(words & ours, i, j) - torn.weight(words & inside.anchor, i, j)
        sway += max(min(25 * lean / (50 + len(words)), 2.0), -2.0)
        sway += torn.topic(i, inside.texts[p], inside.opening)
        first = lines[0]
        if (
            first.dateline
            or first.row
            or body.bullet
            or (p == 0 and ((z.heads and not z.below) or z.carried))
        ):
            continue
        gap = 1.0 if not p else 0.3 + 1.2 * (1 - torn.airy) if first.gap else -1.5
        score = _fits(x, first) - strange + max(min(sway, 4.0), -4.0) + gap - _distance(i, j)
        scores.append((p, score))
    return scores


def _distance(i: int, j: int) -> float:
    """Weigh against a continuation far away, and more so against one printed before what it goes on with."""
    return 0.05 * (j - i - 1) if j > i else 0.95 + 0.05 * (i - j)


def rows_of(draft: Draft) -> list[tuple[list[Seen], Body]]:
    """Return the paragraphs of a draft, each with the body it stands in."""
    return [(p, b) for b in draft.bodies for p in b.paragraphs]


def _text(lines: list[Seen]) -> str:
    return "".join(line.text for line in lines)


def _fits(x: Draft, first: Seen) -> float:
    """Weigh how well a paragraph goes on with a cut sentence, by its first characters and its width alone."""
    last = x.bodies[-1].last
    score = min(inwardness(first.text), 4.0)
    if begins_fresh(first.text):
        score -= 1.5
    score += 1.5 if first.flush else -1.5 if first.indented else 0.0
    if EARLY_STOP.match(first.text):
        score += 1.5
    if abs(abs(last.regime) - abs(first.regime)) >= 6:
        score -= 1.0
    return score
