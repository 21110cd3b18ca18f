"""Bring together what the page tore apart: a lead after its body, a fragment far from its headline."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.articles.blocks import Body, Head
from retrieval.articles.drafts import Draft
from retrieval.articles.evidence import begins_fresh, leads, refers_back
from retrieval.articles.layout import inwardness
from retrieval.articles.lines import Seen
from retrieval.articles.words import Kinship, coverage, grams

_WINDOW = 10
_MOST = 300  # torn articles looked at on one page: real pages have a dozen, and the work stays linear


@dataclass(slots=True)
class Torn:
    """The drafts of a page, with how much each pair of them tells one story."""

    drafts: list[Draft]
    kin: Kinship
    airy: float

    def weight(self, shared: set[str], i: int, j: int) -> float:
        """Weigh shared trigrams, each the less the more drafts around `i` other than `i` and `j` have it."""
        low, high = max(i - 4, 0), min(i + 5, len(self.drafts))
        others = [self.kin.grams(k) for k in range(low, high) if k not in (i, j)]
        return sum(1.0 / (1 + sum(g in o for o in others)) ** 2 for g in shared)

    def near(self, i: int) -> list[int]:
        """The drafts around draft `i`, those after it first."""
        after = list(range(i + 1, min(i + 1 + _WINDOW, len(self.drafts))))
        return after + list(range(i - 1, max(i - 1 - _WINDOW, -1), -1))


def stitch_drafts(drafts: list[Draft], loose: list[Head]) -> list[Draft]:
    """Merge drafts that are parts of one article, the likeliest first, until none is left that should be.

    Examples: “本报望湖3月5日电……” under no headline opens the story whose text begins “会议指出”; a fragment
    that begins “收割每亩110元” goes on where “旋耕每亩90元，” was cut.
    """
    inner = [p[0].gap > 0 for d in drafts for b in d.bodies for p in b.paragraphs[1:]]
    airy = sum(inner) / max(len(inner), 1)
    for find in (_lead_after_title, _far_lead, _continuation, _far_title):
        drafts = _until_quiet(drafts, find, airy)
    _home_heads(drafts, loose)
    for draft in drafts:
        _lead_from_end(draft)
    return drafts


def _until_quiet(drafts, find, airy):  # type: ignore[no-untyped-def]
    for _ in range(_MOST):
        torn = Torn(drafts, Kinship([d.text for d in drafts]), airy)
        found = find(torn)
        if not found:
            break
        drafts = found
    return drafts


def _lead_after_title(torn: Torn) -> list[Draft] | None:
    """A text under a mere subhead, then the real headline with a short lead: “突破技术瓶颈” … “医院：赋能基层”."""
    for i in range(len(torn.drafts) - 1):
        x, y = torn.drafts[i], torn.drafts[i + 1]
        if not x.heads or not y.heads or x.below or y.below or x.bodies[0].dateline or y.bodies[0].dateline:
            continue
        if len(y.bodies) > 1 or len(y.text) > 500 or len(y.text) * 2 > len(x.text) or y.bylines:
            continue
        inner = [h for k, hs in x.subheads.items() if k for h in hs]
        alike = any(len(h.lines) == len(x.heads[-1].lines) and abs(h.width - x.heads[-1].width) <= 4 for h in inner)
        like = torn.kin.likeness(i, i + 1) + 3 * coverage(y.title_text, x.text)
        if alike and like >= 2.5:
            return _replaced(torn.drafts, i, i + 1, _merged(y, x, "the headline below the text is followed by its lead"))
    return None


def _merged(first: Draft, then: Draft, why: str) -> Draft:
    """Put the bodies of `then` after those of `first`; the heads of `then` become subheads if both have heads."""
    out = Draft(bodies=[*first.bodies, *then.bodies], bylines=[*first.bylines, *then.bylines])
    shift = len(first.bodies)
    out.subheads = dict(first.subheads) | {k + shift: v for k, v in then.subheads.items()}
    if first.heads and then.heads:
        out.subheads[shift] = [*then.heads, *out.subheads.get(shift, [])]
    out.heads = first.heads or then.heads
    out.labels = [*first.labels, *then.labels]
    out.below = first.below if first.heads else then.below
    out.jump, out.carried = first.jump or then.jump, first.carried
    out.why = [*first.why, *then.why, why]
    out.doubt = max(first.doubt, then.doubt) + 0.1
    return out


def _replaced(drafts: list[Draft], i: int, j: int, merged: Draft) -> list[Draft]:
    low, high = min(i, j), max(i, j)
    return [*drafts[:low], merged, *drafts[low + 1 : high], *drafts[high + 1 :]]


def _far_lead(torn: Torn) -> list[Draft] | None:
    """A headed text that begins in the middle of its story, and a headless opening that tells of it."""
    best: tuple[float, int, int] | None = None
    for i, y in enumerate(torn.drafts):
        if y.heads or y.carried or y.bodies[0].bullet or y.bodies[0].inside or not leads(y.bodies[0].first.text) and not y.bodies[0].dateline:
            continue
        for j in torn.near(i):
            x = torn.drafts[j]
            if not x.heads or x.bodies[0].dateline or x.below and x.bodies[0].caption:
                continue
            lacking = refers_back(x.bodies[0].first.text) or bool(x.subheads.get(0))
            like = torn.kin.likeness(i, j) + 2 * coverage(x.title_text, y.text) + (1.0 if lacking else -0.5)
            if like >= 2.2 and (best is None or like > best[0]):
                best = (like, i, j)
    if best is None:
        return None
    _, i, j = best
    y, x = torn.drafts[i], torn.drafts[j]
    merged = _merged(y, x, "the opening that stands elsewhere tells of this headline")
    return _replaced(torn.drafts, i, j, merged)


def _continuation(torn: Torn) -> list[Draft] | None:
    """A text cut in mid-sentence, and the paragraph elsewhere that goes on with it."""
    best: tuple[float, int, int, int] | None = None
    for i, x in enumerate(torn.drafts):
        if x.jump or x.teaser or not x.bodies[-1].open or x.bodies[-1].last.text[-1] in "：:":
            continue
        for j in torn.near(i):
            for p, score in _seams(torn, i, j):
                if best is None or score > best[0]:
                    best = (score, i, j, p)
    if best is None or best[0] < 1.5:
        return None
    _, i, j, p = best
    return _moved(torn.drafts, i, j, p)


def _seams(torn: Torn, i: int, j: int) -> list[tuple[int, float]]:
    """Score each paragraph of draft `j` as the place where draft `i` goes on, with all that follows it there.

    Every paragraph from there on should share its rare words with draft `i` rather than with the beginning of `j`.
    """
    x, z = torn.drafts[i], torn.drafts[j]
    if z.teaser:
        return []
    rows = _rows(z)
    ours = torn.kin.grams(i)
    anchor = grams(z.title_text + "".join(line.text for line in rows[0][0])[:600], 3) if z.heads or z.bodies[0].dateline else set()
    scores = []
    sway = 0.0
    for p in range(len(rows) - 1, -1, -1):
        lines, body = rows[p]
        text = "".join(line.text for line in lines)
        first = lines[0]
        words = grams(text[:800], 3)
        sway += max(min(25 * (torn.weight(words & ours, i, j) - torn.weight(words & anchor, i, j)) / (50 + len(words)), 2.0), -2.0)
        if first.dateline or body.bullet or p == 0 and (z.heads and not z.below or z.carried):
            continue
        score = _seam_score(x, first, text) + max(min(sway, 4.0), -4.0)
        if p:
            score += (0.3 + 1.2 * (1 - torn.airy)) if first.gap else -1.5
        else:
            score += 1.0
        if j < i:
            score -= 1.0
        scores.append((p, score))
    return scores


def _seam_score(x: Draft, first: Seen, text: str) -> float:
    """Weigh how well a paragraph goes on with a cut sentence, by its first characters alone."""
    last = x.bodies[-1].last
    score = min(inwardness(first.text), 4.0)
    if begins_fresh(first.text):
        score -= 1.5
    if first.flush:
        score += 1.5
    if abs(abs(last.regime) - abs(first.regime)) >= 6:
        score -= 1.0
    return score


def _rows(draft: Draft) -> list[tuple[list[Seen], Body]]:
    return [(p, b) for b in draft.bodies for p in b.paragraphs]


def _moved(drafts: list[Draft], i: int, j: int, p: int) -> list[Draft]:
    """Move paragraph `p` of draft `j` and all after it to the end of draft `i`."""
    x, z = drafts[i], drafts[j]
    kept, gone = Draft(heads=z.heads), Draft()
    kept.bylines, kept.labels, kept.why, kept.below = z.bylines, z.labels, z.why, z.below
    gone.jump, kept.carried, kept.doubt = z.jump, z.carried, z.doubt
    seen = 0
    for b, body in enumerate(z.bodies):
        cut = max(min(p - seen, len(body.paragraphs)), 0)
        seen += len(body.paragraphs)
        for part, rows in ((kept, body.paragraphs[:cut]), (gone, body.paragraphs[cut:])):
            if rows:
                if b in z.subheads and (part is kept or cut == 0):
                    part.subheads[len(part.bodies)] = z.subheads[b]
                part.bodies.append(Body(rows))
    merged = _merged(x, gone, "its cut sentence goes on after another article")
    if not kept.bodies:
        merged.heads = x.heads or z.heads
        merged.bylines = [*x.bylines, *z.bylines]
        return _replaced(drafts, i, j, merged)
    out = list(drafts)
    out[i], out[j] = merged, kept
    return out


def _far_title(torn: Torn) -> list[Draft] | None:
    """A text without a headline that breaks off, and elsewhere its headline with the rest under it."""
    best: tuple[float, int, int] | None = None
    for i, x in enumerate(torn.drafts):
        if x.heads or x.teaser or x.jump or x.bodies[0].bullet or x.bodies[0].caption:
            continue
        torn_off = x.bodies[-1].open
        for j in torn.near(i):
            y = torn.drafts[j]
            if not y.heads or y.below or y.bodies[0].dateline or y.bylines or y.bodies[0].bullet:
                continue
            like = torn.kin.likeness(i, j) + coverage(y.title_text, x.text) + (1.0 if torn_off else -0.5) + (0.5 if x.bylines else 0.0)
            if like >= 2.2 and (best is None or like > best[0]):
                best = (like, i, j)
    if best is None:
        return None
    _, i, j = best
    x, y = torn.drafts[i], torn.drafts[j]
    merged = _merged(x, y, "its headline stands over the rest of the story")
    return _replaced(torn.drafts, i, j, merged)


def _home_heads(drafts: list[Draft], loose: list[Head]) -> None:
    """Give a headline without a text to the headless article that has its words."""
    for head in loose:
        homes = [d for d in drafts if not d.heads and not d.bodies[0].bullet and coverage(head.text, d.text) >= 0.5]
        if homes and not head.label:
            best = max(homes, key=lambda d: coverage(head.text, d.text))
            best.heads, best.below = [head], True
            best.why.append("a headline far away has its words")


def _lead_from_end(draft: Draft) -> None:
    """Move a lead printed after the end to the front, where a subhead follows the headline at once."""
    last = draft.bodies[-1]
    if not draft.subheads.get(0) or len(last.paragraphs) < 2:
        return
    lead = last.paragraphs[-1]
    text = "".join(line.text for line in lead)
    if leads(text) and coverage(draft.title_text, text) >= 0.3 and len(text) < 400:
        draft.bodies[-1] = Body(last.paragraphs[:-1])
        draft.bodies.insert(0, Body([lead]))
        draft.subheads = {k + 1: v for k, v in draft.subheads.items()}
        draft.why.append("its opening paragraph stands after its end")
