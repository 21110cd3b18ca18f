"""The only door for front ends: open a corpus, ask it, read an article, reload it."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from retrieval.analysis import JiebaAnalyzer
from retrieval.answer import answer_question
from retrieval.articles import split_articles
from retrieval.calibration import learn_all
from retrieval.engines import Engine, RankBM25Engine
from retrieval.errors import PageError, SeedsError
from retrieval.indexing import IndexedArticle, index_article
from retrieval.pages import PAGE_SUFFIXES, read_page
from retrieval.questions import QuestionReader
from retrieval.records import Answer, Article, PageCut, Refusal, ReloadReport, Stats
from retrieval.searcher import Searcher

Progress = Callable[[str, int, int], None]
"""Called as progress(stage, done, total) while a corpus is built."""


def no_progress(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True)
class _State:
    """Everything that answers, swapped in one step by a reload."""

    version: str
    cuts: dict[str, PageCut]
    entries: dict[str, IndexedArticle]
    searcher: Searcher
    reader: QuestionReader
    engine: Engine
    refused: tuple[Refusal, ...]
    build_s: float


class Corpus:
    """A seeds folder, searchable.

    Safe to ask from several threads while another reloads: each question sees one whole state.
    """

    def __init__(self, seeds: Path, user_words: Iterable[str] = ()) -> None:
        """Describe a corpus; `open` makes one that is ready."""
        self._seeds = seeds
        self._analyzer = JiebaAnalyzer(user_words)
        self._state: _State | None = None

    @classmethod
    def open(cls, seeds: Path, *, user_words: Iterable[str] = (), progress: Progress = no_progress) -> Corpus:
        """Read and index `seeds`; raises SeedsError where there is no such folder."""
        corpus = cls(seeds, user_words)
        corpus._state = corpus._build(progress)
        return corpus

    def ask(
        self, question: str, *, k: int = 5, previous: Answer | None = None, explain: bool = False
    ) -> Answer:
        """Answer `question` with at most `k` hits, in the light of the `previous` answer if given.

        With `explain`, answer and hits carry their reasons.
        """
        state = self._now
        return answer_question(
            question, state.reader, state.searcher, k=k, previous=previous, explain=explain
        )

    def article(self, article_id: str) -> Article | None:
        """Return the article with this id, None where the corpus has none."""
        entry = self._now.entries.get(article_id)
        return entry.article if entry else None

    def articles(self, source: str | None = None) -> list[Article]:
        """Return all articles, or those of one source, in the order of the pages."""
        cuts = self._now.cuts
        return [a for name, cut in cuts.items() if source in (None, name) for a in cut.articles]

    def cuts(self) -> list[PageCut]:
        """Return what each page was cut into."""
        return list(self._now.cuts.values())

    def sources(self) -> list[str]:
        """Return the names of the files that are served."""
        return list(self._now.cuts)

    def reload(self, *, dry_run: bool = False, progress: Progress = no_progress) -> ReloadReport:
        """Build the corpus anew beside the one that answers, then swap; report what changed."""
        started = time.perf_counter()
        old, new = self._now, self._build(progress)
        mine, theirs = set(old.entries), set(new.entries)
        if not dry_run:
            self._state = new
        return ReloadReport(
            new.version,
            dry_run,
            len(theirs - mine),
            0,
            len(mine - theirs),
            len(mine & theirs),
            new.refused,
            time.perf_counter() - started,
        )

    def stats(self) -> Stats:
        """Return the figures of the corpus that answers now."""
        s = self._now
        return Stats(
            s.version,
            len(s.cuts),
            len(s.entries),
            sum(len(e.groups) for e in s.entries.values()),
            sum(sum(e.lengths) for e in s.entries.values()),
            s.engine.name,
            0,
            s.build_s,
            s.refused,
        )

    @property
    def version(self) -> str:
        """A short fingerprint of everything that is served."""
        return self._now.version

    @property
    def _now(self) -> _State:
        if self._state is None:
            raise SeedsError("the corpus is not open")
        return self._state

    def _build(self, progress: Progress) -> _State:
        started = time.perf_counter()
        cuts, refused = read_seeds(self._seeds, progress)
        articles = {a.id: a for cut in cuts.values() for a in cut.articles}
        entries = {}
        for n, (id, article) in enumerate(articles.items(), 1):
            entries[id] = index_article(article, self._analyzer)
            progress("index", n, len(articles))
        engine = RankBM25Engine()
        engine.build((id, e.terms) for id, e in entries.items())
        version = hashlib.blake2b("\n".join(sorted(entries)).encode(), digest_size=5).hexdigest()
        searcher = Searcher(engine, entries.__getitem__)
        reader = QuestionReader(
            self._analyzer, learn_all(entries.values(), searcher, self._analyzer), searcher.holds
        )
        return _State(
            version, cuts, entries, searcher, reader, engine, refused, time.perf_counter() - started
        )


def read_seeds(
    seeds: Path, progress: Progress = no_progress
) -> tuple[dict[str, PageCut], tuple[Refusal, ...]]:
    """Read and cut every page of a seeds folder; what can't be read is refused by name and reason."""
    if not seeds.is_dir():
        raise SeedsError(f"no seeds folder at {seeds}: make it and put newspaper pages (*.txt) into it")
    cuts: dict[str, PageCut] = {}
    refused: list[Refusal] = []
    files = sorted(p for p in seeds.iterdir() if p.suffix in PAGE_SUFFIXES)
    for n, path in enumerate(files, 1):
        try:
            cuts[path.name] = split_articles(read_page(path))
        except PageError as error:
            refused.append(Refusal(path.name, str(error)))
        progress("read", n, len(files))
    return cuts, tuple(refused)
