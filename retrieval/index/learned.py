"""What a corpus teaches about itself once it is indexed: its words by sound, its aliases, its calibration."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from retrieval.index.indexing import IndexedArticle
from retrieval.language.aliases import mine_aliases, mine_terms
from retrieval.language.analysis import Analyzer

MOST_READ = 300  # articles whose sentences are searched for names: a second
MOST_WORDS = 50_000  # the most frequent words that a typo is mended towards
_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{2,6}")


@dataclass(frozen=True, slots=True)
class Learned:
    """Plain data, kept with the index: `words` of the corpus, frequent first; `aliases`, name → other names;
    `shift`, what calibration adds to the log-odds of an answer; `terms`, names that the dictionary lacks."""

    words: tuple[str, ...] = ()
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shift: float = 0.0
    terms: tuple[str, ...] = ()

    def to_row(self) -> dict[str, Any]:
        """Return a JSON object."""
        aliases = {name: list(others) for name, others in self.aliases.items()}
        return {"words": list(self.words), "aliases": aliases, "shift": self.shift, "terms": list(self.terms)}

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> Learned:
        """Read what `to_row` gave."""
        aliases = {name: tuple(others) for name, others in row["aliases"].items()}
        return cls(tuple(row["words"]), aliases, float(row["shift"]), tuple(row["terms"]))


def learn(entries: Iterable[IndexedArticle], analyzer: Analyzer) -> Learned:
    """Learn words and aliases from the indexed articles, or a sample of a large corpus."""
    counts: Counter[str] = Counter()
    texts = []
    for entry in entries:
        held = {token.term for token in analyzer.tokenize(entry.article.text)}
        counts.update(word for word in held if _WORD.fullmatch(word))
        texts.append(entry.article.body)
    words = sorted(counts, key=lambda w: (-counts[w], w))[:MOST_WORDS]
    return Learned(tuple(words), mine_aliases(texts), terms=mine_terms(texts[:MOST_READ]))
