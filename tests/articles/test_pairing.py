"""Pairing rows with columns, against trying all ways."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.articles.evidence.pairing import pair

_SCORES = st.integers(-30, 50).map(lambda x: x / 10)
_ROWS = st.lists(
    st.dictionaries(st.sampled_from("abcde"), _SCORES).flatmap(
        lambda row: _SCORES.map(lambda none: {None: none, **row})
    ),
    max_size=6,
)


def _best(rows: list[dict[str | None, float]], taken: frozenset[str]) -> float:
    if not rows:
        return 0.0
    return max(
        score + _best(rows[1:], taken if column is None else taken | {column})
        for column, score in rows[0].items()
        if column is None or column not in taken
    )


@given(_ROWS)
def test_no_other_way_scores_more(rows: list[dict[str | None, float]]) -> None:
    """Each column goes to one row at most, and the sum is the greatest that there is."""
    columns = pair(rows)
    taken = [c for c in columns if c is not None]
    assert len(taken) == len(set(taken))
    total = sum(row[column] for row, column in zip(rows, columns, strict=True))
    assert abs(total - _best(rows, frozenset())) < 1e-6
