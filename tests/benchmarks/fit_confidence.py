"""Fit the weights of retrieval/answering/confidence.py: python -m tests.benchmarks.fit_confidence QUESTIONS:SEEDS[:WEIGHT] …

QUESTIONS is a JSONL file of questions, `file` null where the pages of the folder SEEDS hold no answer; WEIGHT what
one question counts (1 unless said). A logistic regression of "is it answerable" on the signals, each weight's sign
held to what it is in SIGNALS, and the weight near what it is there: anew, what few questions tell of is fitted to those few.
A set's figures are those of weights fitted on all sets but it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.answering.confidence import OUTRIGHT, SIGNALS, signals_of
from retrieval.corpus import Corpus
from retrieval.finding.find import find_answer
from retrieval.finding.reading import Reading, Weighed
from retrieval.finding.wanted import Wanted
from retrieval.records import Tone
from tests.benchmarks.adam import climb
from tests.benchmarks.given import sets_given

REFUSED = 0.07  # share of the good answers that the constant may refuse
RIDGE = 3.0  # in questions: about three more that want every weight to be what it is
Numbers = NDArray[np.float64]


class Questions(NamedTuple):
    """A set of questions: the signals of each, 1 where it is answerable, and what it counts."""

    x: Numbers
    y: Numbers
    weight: Numbers


def read(questions: Path, seeds: Path, weight: float) -> Questions:
    """Return the signals of every question; those that find no article at all, or are told outright, need no weighing."""
    state = Corpus.open(seeds)._state
    x, y = [], []
    for line in filter(str.strip, questions.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        query = state.reader.read(row["question"])
        scored = state.searcher.search(query.terms, 1) if query.tone is Tone.QUESTION else []
        if scored:
            reading = Reading(Weighed(query, state.searcher.idf), scored[0].entry)
            finding = find_answer(reading, Wanted(query))
            if finding.told not in OUTRIGHT:
                x.append(signals_of(reading, finding))
                y.append(float(bool(row["file"])))
    return Questions(np.array(x), np.array(y), np.full(len(y), weight))


def fit(sets: list[Questions], steps: int = 3000) -> tuple[Numbers, float]:
    """Return weights and constant that make the answers most probable, by Adam with a falling step."""
    x, y, weight = (np.concatenate(parts) for parts in zip(*sets, strict=True))
    x = np.c_[x, np.ones(len(x))]
    now = np.array([*(s.weight for s in SIGNALS), 0.0])
    sign = np.sign(now)

    def gradient(w: Numbers) -> Numbers:
        p = 1 / (1 + np.exp(-x @ w))
        slope: Numbers = x.T @ (weight * (y - p)) - RIDGE * (w - now) * (sign != 0)
        return slope

    def keep(w: Numbers) -> Numbers:
        return np.where(sign * w < 0, 0.0, w)

    w = climb(gradient, x.shape[1], steps, lambda step: 0.1 * (1 - step / (steps + 1)), keep)
    return w[:-1], float(w[-1])


def figures(odds: Numbers, y: Numbers) -> str:
    """Return how well the log-odds part the answerable (y = 1) from the others."""
    good, idle = odds[y == 1], odds[y == 0]
    auroc = np.mean((good[:, None] > idle) + 0.5 * (good[:, None] == idle))
    shares = [f"{np.mean(idle >= np.quantile(good, share)):.3f} at {share:.0%}" for share in (0.07, 0.1)]
    return (
        f"AUROC {auroc:.3f}, false answers {', '.join(shares)} refused, {len(good)} + {len(idle)} questions"
    )


def main() -> None:
    """Print the figures of each set left out, then weights and constant fitted on all."""
    given = sets_given("tests.benchmarks.fit_confidence", __doc__ or "", least=2)
    sets = [read(*one) for one in given]
    odds = []
    for i, left_out in enumerate(sets):
        w, constant = fit(sets[:i] + sets[i + 1 :])
        odds.append(left_out.x @ w + constant)
        print(f"{given[i].questions}: {figures(odds[-1], left_out.y)}")
    y, all_odds = np.concatenate([s.y for s in sets]), np.concatenate(odds)
    print(f"all: {figures(all_odds, y)}")
    w, constant = fit(sets)
    for signal, weight_of in zip(SIGNALS, w, strict=True):
        print(f"{signal.name:12} {weight_of:6.2f}")
    print(f"constant     {constant - np.quantile(all_odds[y == 1], REFUSED):6.2f}")


if __name__ == "__main__":
    main()
