"""What readers asked in vain, gathered: which subjects does the corpus lack?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bot.memory.store import Store

_QUESTIONS = 5000  # rows of the log that are looked at, the most frequent first
ALIKE = 0.6  # share of all their content words that two questions of one group have in common


@dataclass(slots=True)
class Gap:
    """One subject asked for in vain: its wordings by how often, and who asked (as the store hashes them)."""

    words: frozenset[str]
    wordings: Counter[str] = field(default_factory=Counter)
    askers: set[str] = field(default_factory=set)

    @property
    def question(self) -> str:
        """The wording that was used most, of equals the first in order."""
        return min(self.wordings, key=lambda wording: (-self.wordings[wording], wording))

    @property
    def count(self) -> int:
        """How often it was asked."""
        return self.wordings.total()


def unanswered(store: Store, since: float) -> list[tuple[str, str, int]]:
    """Return question, asker and how often, of what was not answered since a time (seconds since 1970)."""
    sql = (
        "SELECT question, user, count(*) AS n FROM question_log WHERE NOT answered AND at >= ?"
        " GROUP BY question, user ORDER BY n DESC, question LIMIT ?"
    )
    return [(str(q), str(user), int(n)) for q, user, n in store.rows(sql, since, _QUESTIONS)]


def gather(asked: Iterable[tuple[str, str, int]], words_of: Callable[[str], tuple[str, ...]]) -> list[Gap]:
    """Group questions that share their content words, the most frequent group first.

    e.g. 猴痘有疫苗吗 and 有没有猴痘的疫苗？ are one gap of two wordings.
    """
    gaps: list[Gap] = []
    by_word: dict[str, list[Gap]] = {}
    for question, asker, count in asked:
        words = frozenset(words_of(question)) or frozenset((question.strip().lower(),))
        gap = next(
            (g for word in sorted(words) for g in by_word.get(word, ()) if _alike(words, g.words)), None
        )
        if gap is None:
            gap = Gap(words)
            gaps.append(gap)
            for word in words:
                by_word.setdefault(word, []).append(gap)
        gap.wordings[" ".join(question.split())] += count
        gap.askers.add(asker)
    return sorted(gaps, key=lambda g: (-g.count, -len(g.askers), g.question))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= ALIKE * len(a | b)
