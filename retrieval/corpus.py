"""The only door for front ends: open a corpus, ask it, read an article, reload it, go back a version."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from typing import Any

from retrieval.answering.answer import answer_question
from retrieval.answering.citations import (
    is_file_name,
    missing,
    open_citation,
    opened,
    opened_at,
    read_citation,
    read_file_name,
)
from retrieval.answering.claims import Held, held_against
from retrieval.answering.references import Reference, read_reference, referred_to
from retrieval.answering.related import find_related
from retrieval.answering.watching import Sighting, find_sightings, names_a_place, wanted_words, watched_words
from retrieval.articles.mending.build import article_id
from retrieval.building.builder import Builder, Progress, State
from retrieval.building.changes import compare
from retrieval.building.golden import GoldenGate
from retrieval.building.keeper import HeldBack, Keeper, Shelve
from retrieval.handles import printing_handle
from retrieval.index.versions import Manifest
from retrieval.quoting.quotations import LONGEST, SHORTEST, characters_of
from retrieval.quoting.quoted import answer_quoted
from retrieval.quoting.verify import verify_quote
from retrieval.records import (
    Answer,
    Article,
    Neighbours,
    PageCut,
    ReloadReport,
    Source,
    Stats,
    Tone,
    Verification,
)

__all__ = ["Corpus", "GoldenGate", "Progress", "no_progress"]


def no_progress(stage: str, done: int, total: int) -> None:
    """Report nothing."""


_WARM_UP = "哪家医院成立了新的研究院？"  # has what most questions need: a dictionary, sounds, names


class Corpus:
    """A seeds folder, searchable.

    Safe to ask from several threads while another reloads: each question sees one whole state.
    """

    def __init__(self, keeper: Keeper, state: State, opened_with: dict[str, Any]) -> None:
        """Serve `state`; `open` makes a corpus that is ready."""
        self._keeper = keeper
        self._state = state
        self.opened_with = opened_with

    @classmethod
    def open(
        cls,
        seeds: Path,
        *,
        data: Path | None = None,
        engine: str = "auto",
        analyzer: str = "auto",
        user_words: Iterable[str] = (),
        keep_versions: int = 3,
        golden: GoldenGate | None = None,
        sync: bool = True,
        progress: Progress = no_progress,
    ) -> Corpus:
        """Open the corpus of `seeds`, as it lies in `data`, brought up to date unless `sync` is False.

        Without `data`, or where that can't be written, all is built in memory. Raises SeedsError where there
        is no such folder of seeds, or it is empty though pages are served.
        """
        words = tuple(user_words)
        builder = Builder(analyzer, words, engine)

        def gate(state: State) -> None:
            if golden:
                golden.check(lambda question: answer_question(question, state.reader, state.searcher, k=1))

        keeper = Keeper(seeds, builder, data, keep_versions, gate)
        opened_with = {
            "seeds": seeds,
            "data": data,
            "engine": engine,
            "analyzer": analyzer,
            "user_words": words,
        }
        return cls(keeper, keeper.open(sync, progress), opened_with)

    @property
    def on_disk(self) -> bool:
        """Whether other processes can read this corpus from its data folder."""
        return self._keeper.on_disk

    def follow(self, version: str) -> None:
        """Serve what another process serves; raises VersionError or StoreError where it can't be loaded."""
        if version != self.version:
            self._state = self._keeper.kept(version)

    def catch_up(self) -> bool:
        """Serve what another process has published since, if it can be loaded; returns whether there was that.

        Who asks meanwhile is answered by one whole version, the old one or the new.
        """

        def serve(state: State) -> None:
            self._state = state

        return self._keeper.follow(lambda: self.version, serve)

    def ask(
        self, question: str, *, k: int = 5, previous: Answer | None = None, explain: bool = False
    ) -> Answer:
        """Answer `question` with at most `k` hits, in the light of the `previous` answer if given.

        With `explain`, answer and hits carry their reasons. A citation is answered by what it cites, a
        quotation by where it is printed.
        """
        if cited := self.cited(question) or answer_quoted(question, self.verify, k):
            return cited
        state = self._state
        return answer_question(
            question, state.reader, state.searcher, k=k, previous=previous, explain=explain
        )

    def cited(self, text: str) -> Answer | None:
        """Return what a text cites, by file and lines, as a bare file name or as a reference by GB/T 7714; None if nothing.

        Of what isn't there the answer's tone tells what is missing.
        """
        if found := read_citation(text):
            articles = self._first_of(found[0])
            shown = open_citation(text, articles, found[1])
            return shown or missing(text, Tone.NO_LINE if articles else Tone.NO_FILE)
        if names := read_file_name(text):
            if articles := self._first_of(names):
                return opened(text, articles[0])
            return missing(text, Tone.NO_FILE) if is_file_name(text) else None
        return self._referred_to(text)

    def held_against(self, claim: str, answer: Answer) -> Held:
        """Return `answer`, which is to what somebody claims, with the sentence that speaks of that, and whether it all stands there."""
        return held_against(self._state.reader.read(claim), answer)

    def opened(self, name: str, start: int, end: int) -> Answer | None:
        """Return as an answer what stands at some characters of an article; None where the corpus has it no more.

        Its question is the citation of that, and asked again it leads there.
        """
        article = self.article(name)
        return opened_at(article, start, end) if article else None

    def _first_of(self, names: Iterable[str]) -> list[Article]:
        """Return the articles of the first of these files that is there, or else of one that is called so but for its case."""
        names = list(names)
        alike = (self._state.store.alike(name) for name in names)
        found = (list(self.each_article(name)) for name in chain(names, filter(None, alike)))
        return next(filter(None, found), [])

    def _referred_to(self, text: str) -> Answer | None:
        """Return the article that a reference names; None also where its headline is too short to be looked for."""
        readings = [r for r in read_reference(text) if SHORTEST <= characters_of(r.title) <= LONGEST]
        for reference in readings:
            if article := self._titled(reference):
                return opened(text, article)
        return missing(text, Tone.NO_ARTICLE) if readings else None

    def titled(self, headline: str) -> Article | None:
        """Return the article with this headline, None where there is none, or it is too short to be looked for."""
        fits = SHORTEST <= characters_of(headline) <= LONGEST
        return self._titled(Reference(headline, "", "")) if fits else None

    def _titled(self, reference: Reference) -> Article | None:
        return referred_to(reference, (hit.article for hit in self.verify(reference.title).hits))

    def warm_up(self) -> None:
        """Load dictionaries and word lists, about a second's work, so that no reader waits for them."""
        self.ask(_WARM_UP)

    def verify(self, quote: str) -> Verification:
        """Say whether `quote` stands in the corpus; raises QueryError where it is too short or too long."""
        state = self._state
        engine, entry = state.engine, state.store.entry
        return verify_quote(
            quote,
            engine.document_frequencies,
            lambda terms, k: [entry(hit.number).article for hit in engine.search(terms, k)],
        )

    def article(self, name: str) -> Article | None:
        """Return the article with this id or handle (see handles.py), None where the corpus has none.

        One text printed in two files is one id and two articles: this is the one that the handle is of, or else the one
        whose file comes first.
        """
        store = self._state.store
        number = store.find(name)
        return None if number is None else store.entry(number).article

    def printings(self, article: Article) -> list[tuple[str, str]]:
        """Return the files that hold this very text under this id, as they were read: name and digest (`seed_file`)."""
        return self._state.store.printings(article.id, article_id(article.text))

    def articles(self, source: str | None = None) -> list[Article]:
        """Return all articles, or those of one source, in the order of the pages."""
        return list(self.each_article(source))

    def each_article(self, source: str | None = None) -> Iterator[Article]:
        """Yield what `articles` returns, one at a time: for corpora that don't fit into memory."""
        return self._state.store.articles(source)

    def cuts(self) -> list[PageCut]:
        """Return what each page was cut into."""
        return list(self._state.store.cuts())

    def sample(self, size: int) -> list[Article]:
        """Return all articles, or `size` of them, half or twice as many at the most, evenly spread."""
        return [entry.article for entry in self._state.store.sample(size)]

    def headlines(self, source: str, first: int, most: int) -> list[tuple[str, str | None]]:
        """Return id and headline of `most` articles of one source from number `first` on, as the page has them."""
        return self._state.store.headlines(source, first, most)

    def neighbours(self, article: Article) -> Neighbours | None:
        """Return where an article stands in its source, None where the corpus has it no more."""
        store = self._state.store
        number = store.find(printing_handle(article.id, article.source))
        return None if number is None else store.neighbours(number)

    def related(self, article: Article, k: int = 3) -> list[Article]:
        """Return at most `k` other articles about the same thing, the nearest first; none for a chance likeness."""
        state = self._state
        return find_related(article, state.searcher, state.analyzer, k)

    def sightings(self, queries: Iterable[str], names: Iterable[str]) -> dict[str, list[Sighting]]:
        """Return for each of `queries` where the articles of those `names` hold all its words that matter, close together.

        Of a query that only names a newspaper or a section every article there is one, by its headline.
        """
        found, state = filter(None, map(self.article, names)), self._state
        return find_sightings(queries, found, state.reader, state.analyzer)

    def content_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a question or query that an article could hold, () where there are none."""
        return tuple(words[0] for words in wanted_words(text, self._state.reader))

    def watched_words(self, query: str) -> tuple[str, ...]:
        """Return the words that an article must hold to be a sighting of `query`, () where it names none."""
        return tuple(words[0] for words in watched_words(query, self._state.reader))

    def as_read(self, question: str) -> str:
        """Return what is asked, in normal form: Simplified, lower case, typos mended, the conditions left out.

        e.g. 医院 开诊 of “來源:健康報 醫院 開診 -哈爾濱”
        """
        return self._state.reader.read(question).normal.strip()

    def can_watch(self, query: str) -> bool:
        """Tell whether an article could hold what `query` names: a word, or a newspaper or section in which it stands."""
        return bool(self.content_words(query)) or names_a_place(query, self._state.reader)

    def sources(self, first: int = 0, most: int | None = None) -> list[Source]:
        """Return the files that are served, by name: `most` of them from number `first` on, or all."""
        return self._state.store.sources(first, most)

    def source(self, handle: str) -> Source | None:
        """Return the served file that a handle stands for (see handles.py), None where there is none."""
        return self._state.store.source(handle)

    def sources_before(self, source: Source) -> int:
        """Return how many served files come before this one by name."""
        return self._state.store.sources_before(source.name)

    def reload(
        self,
        *,
        dry_run: bool = False,
        progress: Progress = no_progress,
        shelve: Shelve | None = None,
        patience_s: float = 0.0,
    ) -> ReloadReport:
        """Build the corpus anew beside the one that answers, then swap; report what changed.

        With `shelve` the seeds folder is changed first, and by nobody else until the end. Raises ReloadBusyError while
        another reload runs for longer than `patience_s`, SeedsError where there is no folder of seeds, or it is empty
        though pages are served (nothing was shelved then), GoldenError where the new corpus is worse than the bound;
        whatever is raised, the old corpus serves on.
        """

        def make(may_write: bool) -> State:
            return self._keeper.next_state(self._state, dry_run, progress, may_write, shelve)

        return self._changed(make, self._keeper.changing(dry_run, patience_s, progress), dry_run)

    def rollback(
        self, version: str, *, progress: Progress = no_progress, patience_s: float = 0.0
    ) -> ReloadReport:
        """Serve an earlier version again, until a reload or until the seeds change; report what changed.

        Raises VersionError where that version is not kept any more, ReloadBusyError as `reload` does.
        """
        changing = self._keeper.changing(False, patience_s, progress)
        return self._changed(lambda _: self._keeper.go_back(version), changing)

    def held_back(self) -> HeldBack:
        """Return which files come and go when the seeds are read next, because an earlier version was gone back to.

        Raises SeedsError where the seeds can't be looked at.
        """
        return self._keeper.held_back(self._state)

    def new_since(self, version: str) -> tuple[str, ...]:
        """Return the names, for `article`, of the texts that an earlier version lacks.

        Raises VersionError where that version is not kept any more, StoreError where it can't be loaded.
        """
        return compare(self._keeper.kept(version).store, self._state.store).new

    def _changed(
        self, make: Callable[[bool], State], changing: AbstractContextManager[bool], dry_run: bool = False
    ) -> ReloadReport:
        """Make another state, compare it with the one that answers, and swap them in one step."""
        with changing as may_write:
            started = time.perf_counter()
            new = make(may_write)
            changes = compare(self._state.store, new.store)
            refused = new.store.refused()
            if not dry_run:
                self._state = new
        took = time.perf_counter() - started
        return ReloadReport(new.version, dry_run, *changes[:4], refused, took, changes.new, new.store.notes())

    def versions(self) -> list[Manifest]:
        """Return the versions to which one can go back, oldest first.

        Raises StoreError where the data folder can't be read.
        """
        return self._keeper.versions()

    def stats(self) -> Stats:
        """Return the figures of the corpus that answers now."""
        m = self._state.manifest
        size = sum(size for size, _ in m.files.values())
        counts = (m.sources, m.articles, m.passages, m.tokens)
        store = self._state.store
        return Stats(m.version, *counts, m.engine, size, m.build_s, store.refused(), store.notes())

    @property
    def folder(self) -> Path:
        """The seeds folder."""
        return self._keeper.seeds

    @property
    def version(self) -> str:
        """A short fingerprint of everything that is served."""
        return self._state.version
