"""Fit what evidence weighs when lines are told text or display (`LAYOUT`): a conditional random field (Lafferty et al. 2001).

The likelihood of the gold's display and text lines is climbed by Adam; which text lines begin a paragraph, and what lines
of no role are, stays open. A Gaussian prior holds the weights near those there were. Called by `fit_splitter`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from retrieval.articles.evidence.weights import LayoutWeights
from retrieval.articles.looks import layout
from retrieval.articles.looks.regimes import find_regimes, is_noisy
from retrieval.articles.looks.surroundings import see_lines
from tests.articles.golden import BODY, SHOWN, GoldPage
from tests.benchmarks.adam import Vector, climb

PRIOR = 3.0  # precision
STEPS, RATE = 100, 0.05
_NUDGE = 0.01
_NEVER = 99.0
_STARTS, _ON, _SHOWN = range(3)
_TEXT, _DISPLAY, _OPEN = range(3)  # what the gold says of a line
_BEGIN = -np.array([0.0, _NEVER, 0.0])
WEIGHTS = np.array(LayoutWeights())
_UNSPACED = np.array([name.endswith("_unspaced") for name in LayoutWeights._fields])


@dataclass
class Lines:
    """The lines of a page: what gold says of each, its seven costs, and how each changes with each weight."""

    said: Vector
    costs: Vector
    slopes: Vector


def look(gold: GoldPage) -> Lines:
    """Weigh the lines of a page with the weights there are, and see what each weight changes."""
    seen = see_lines(gold.page)
    noisy = is_noisy(seen)
    find_regimes(seen, noisy)
    flow = [line for line in seen if line.role is None]
    roles = [gold.roles.get(line.n) for line in flow]
    said = np.array([_TEXT if r == BODY else _DISPLAY if r in SHOWN else _OPEN for r in roles])
    wording = layout.read_lines(flow)

    def costs_with(weights: Vector) -> Vector:
        kept = layout.LAYOUT
        layout.LAYOUT = LayoutWeights(*weights)
        weighed = layout.weigh_lines(seen, flow, noisy, wording)
        found = [[shown, text, *moves] for shown, text, moves in weighed]
        layout.LAYOUT = kept
        return np.array(found)

    costs = costs_with(WEIGHTS)
    slopes = [(costs_with(w) - costs) / _NUDGE for w in WEIGHTS + _NUDGE * np.eye(len(WEIGHTS))]
    return Lines(said, costs, np.stack(slopes, -1))


def use_layout(weights: Sequence[float]) -> None:
    """Let the splitter weigh lines with these weights."""
    layout.LAYOUT = LayoutWeights(*(round(float(w), 2) for w in weights))


class _Batch(NamedTuple):
    """Pages side by side, as long as the longest."""

    costs: Vector
    there: Vector
    barred: Vector


def _batch(pages: Sequence[Lines]) -> _Batch:
    size = len(pages), max(len(page.said) for page in pages)
    costs, there, barred = np.zeros((*size, 7)), np.zeros(size, bool), np.zeros((*size, 3))
    for k, page in enumerate(pages):
        n = len(page.said)
        costs[k, :n], there[k, :n] = page.costs, True
        barred[k, :n][page.said == _TEXT, _SHOWN] = -1e4
        barred[k, :n, :_SHOWN][page.said == _DISPLAY] = -1e4
    return _Batch(costs, there, barred)


def _log_sum(values: Vector, axis: int) -> Vector:
    top = values.max(axis, keepdims=True)
    total: Vector = (top + np.log(np.exp(values - top).sum(axis, keepdims=True))).squeeze(axis)
    return total


def _expected(costs: Vector, barred: Vector, there: Vector) -> Vector:
    """Return how often each cost is paid, by the forward-backward algorithm; some places are barred."""
    shown, text, start, on, display, fresh, onward = -np.moveaxis(costs, -1, 0)
    at = np.stack([text, text, shown], -1) + barred
    move = np.empty((*at.shape, 3))
    move[..., :_SHOWN, :] = np.stack([start, on, display], -1)[..., None, :]
    move[..., _SHOWN, :] = np.stack([fresh, np.full_like(fresh, -_NEVER), onward], -1)
    ahead, behind = np.zeros_like(at), np.zeros_like(at)
    ahead[:, 0] = at[:, 0] + _BEGIN
    for i in range(1, at.shape[1]):
        came = _log_sum(ahead[:, i - 1, :, None] + move[:, i], 1) + at[:, i]
        ahead[:, i] = np.where(there[:, i, None], came, ahead[:, i - 1])
    for i in range(at.shape[1] - 2, -1, -1):
        goes = _log_sum(move[:, i + 1] + (at[:, i + 1] + behind[:, i + 1])[:, None, :], 2)
        behind[:, i] = np.where(there[:, i + 1, None], goes, 0.0)
    all_ways = _log_sum(ahead[:, -1], 1)[:, None, None]
    places = np.exp(ahead + behind - all_ways) * there[..., None]
    moves = np.zeros_like(move)
    moves[:, 1:] = np.exp(
        ahead[:, :-1, :, None]
        + move[:, 1:]
        + (at[:, 1:] + behind[:, 1:])[:, :, None, :]
        - all_ways[..., None]
    )
    moves *= there[..., None, None]
    paid = [places[..., _SHOWN], places[..., _STARTS] + places[..., _ON]]
    paid += [moves[..., :_SHOWN, to].sum(-1) for to in range(3)]
    paid += [moves[..., _SHOWN, _STARTS], moves[..., _SHOWN, _SHOWN]]
    return np.stack(paid, -1)


def fit_layout(pages: Sequence[Lines], unspaced: Sequence[Lines]) -> Vector:
    """Return the weights that make the gold's lines likeliest.

    Those for pages with hardly a blank line are fitted on such pages alone (`unspaced`), and no others are: what such pages teach
    of all weights spoils the others.
    """
    found = WEIGHTS + _climb(pages, np.zeros_like(WEIGHTS), ~_UNSPACED)
    return found + _climb(unspaced, found - WEIGHTS, _UNSPACED)


def _climb(pages: Sequence[Lines], start: Vector, free: Vector) -> Vector:
    """Return by how much to change those weights that are `free`; `start` is by how much all are changed."""
    batch = _batch(pages)

    def slope(step: Vector) -> Vector:
        change = start + step
        costs = batch.costs.copy()
        for k, page in enumerate(pages):
            costs[k, : len(page.said)] += page.slopes @ change
        wanted = _expected(costs, batch.barred, batch.there)
        paid = _expected(costs, np.zeros_like(batch.barred), batch.there) - wanted
        total = -PRIOR * step
        for k, page in enumerate(pages):
            total += np.einsum("lc,lcw->w", paid[k, : len(page.said)], page.slopes)
        return np.where(free, total, 0.0)

    return climb(slope, len(WEIGHTS), STEPS, lambda step: RATE if step <= 80 else RATE / 3)
