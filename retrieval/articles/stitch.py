"""Bring together what the page tore apart: a lead after its body, a fragment far from its headline."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retrieval.articles.blocks import Body, Head
from retrieval.articles.drafts import Draft
from retrieval.articles.evidence import leads
from retrieval.articles.torn import Match, Torn, continuations, far_leads, far_titles, leads_after_title
from retrieval.articles.words import coverage

_MOST_LOOSE = 40  # headlines without a text on one page that are tried on its headless articles
_ROUNDS = 3  # a story torn into more than four parts is left as it is; the work stays linear


def stitch_drafts(drafts: list[Draft], loose: list[Head]) -> list[Draft]:
    """Merge drafts that are parts of one article, the likeliest first, until none is left that should be.

    Examples: “本报望湖3月5日电……” under no headline opens the story whose text begins “会议指出”; a fragment
    that begins “收割每亩110元” goes on where “旋耕每亩90元，” was cut.
    """
    inner = [p[0].gap > 0 for d in drafts for b in d.bodies for p in b.paragraphs[1:]]
    airy = sum(inner) / max(len(inner), 1)
    torn = Torn(drafts, airy)
    for find in (leads_after_title, far_leads, far_titles, continuations):
        torn = _until_quiet(torn, find)
    _home_heads(torn.drafts, loose)
    for draft in torn.drafts:
        _lead_from_end(draft)
    return torn.drafts


def _until_quiet(torn: Torn, find: Callable[[Torn], Iterator[Match]]) -> Torn:
    """Merge in rounds; in each round the best matches come first and no draft is touched twice."""
    for _ in range(_ROUNDS):
        touched: set[int] = set()
        out: dict[int, Draft] = dict(enumerate(torn.drafts))
        for match in sorted(find(torn), key=lambda m: (-m.score, m.first, m.then, m.at)):
            if match.first in touched or match.then in touched:
                continue
            touched |= {match.first, match.then}
            _apply(out, match)
        if not touched:
            break
        torn = Torn([out[k] for k in sorted(out)], torn.airy)
    return torn


def _apply(out: dict[int, Draft], match: Match) -> None:
    """Put draft `then`, or its end from paragraph `at` on, after draft `first`."""
    first, then = out[match.first], out[match.then]
    if not match.at:
        del out[match.then], out[match.first]
        out[min(match.first, match.then)] = merge_drafts(first, then, match.why)
        return
    kept, gone = _cut_at(then, match.at)
    out[match.first] = merge_drafts(first, gone, match.why)
    out[match.then] = kept


def merge_drafts(first: Draft, then: Draft, why: str) -> Draft:
    """Put the bodies of `then` after those of `first`; where both have heads, those of `then` become subheads."""
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


def _cut_at(draft: Draft, at: int) -> tuple[Draft, Draft]:
    """Cut a draft before its paragraph `at`; the first part keeps heads, bylines and labels."""
    kept = Draft(draft.heads, bylines=draft.bylines, labels=draft.labels, why=draft.why, below=draft.below)
    kept.carried, kept.doubt = draft.carried, draft.doubt
    gone = Draft(jump=draft.jump)
    seen = 0
    for b, body in enumerate(draft.bodies):
        cut = max(min(at - seen, len(body.paragraphs)), 0)
        seen += len(body.paragraphs)
        for part, rows in ((kept, body.paragraphs[:cut]), (gone, body.paragraphs[cut:])):
            if rows:
                if b in draft.subheads and (part is kept or cut == 0):
                    part.subheads[len(part.bodies)] = draft.subheads[b]
                part.bodies.append(Body(rows))
    return kept, gone


def _home_heads(drafts: list[Draft], loose: list[Head]) -> None:
    """Give a headline without a text to the headless article that has its words."""
    for head in loose[:_MOST_LOOSE]:
        homes = [
            d for d in drafts if not d.heads and not d.bodies[0].bullet and coverage(head.text, d.text) >= 0.5
        ]
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
