"""Read and analyze batches of seeds, in this process or in several at once."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

from retrieval.articles.mending.build import article_id
from retrieval.crew import cores, crew
from retrieval.errors import PageError
from retrieval.index.indexing import index_article
from retrieval.index.packing import pack_cut, pack_entry, pack_terms
from retrieval.index.store import Packed, PackedCut
from retrieval.language.analysis import Analyzer, make_analyzer
from retrieval.records import Article, PageCut
from retrieval.seeds.folder import Batch, cut_batch

PARALLEL_BYTES = 2_000_000  # from here on other processes are worth the second that they take to start


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch ready for store and engine: the packed cut, its articles, their terms; or why it was refused."""

    cut: PackedCut
    articles: tuple[Packed, ...]
    terms: tuple[str, ...]
    refused: PageError | None = None


def prepare_article(article: Article, analyzer: Analyzer) -> tuple[Packed, str]:
    """Return an article as the store keeps it, and its terms, joined by blanks, for the engine."""
    entry, terms = index_article(article, analyzer)
    size = (len(entry.groups), len(terms))
    letters = article_id(article.text)
    told = article_id(repr((article.publication, article.date, article.page, article.section, article.url)))
    packed = Packed(
        article.id, article.title, letters, told, *size, pack_entry(entry), pack_terms(entry.terms)
    )
    return packed, " ".join(terms)


def prepare(batch: Batch, analyzer: Analyzer) -> Prepared:
    """Read, cut and analyze one batch."""
    try:
        cut = cut_batch(batch)
    except PageError as error:
        return Prepared(PackedCut(b""), (), (), error)
    done = [prepare_article(article, analyzer) for article in cut.articles]
    return Prepared(_packed(cut), tuple(p for p, _ in done), tuple(t for _, t in done))


def _packed(cut: PageCut) -> PackedCut:
    """Pack a cut; ready articles know more of their newspaper than the page without lines that they come with."""
    paper = cut.articles[0] if cut.articles else cut.page
    return PackedCut(pack_cut(cut), paper.publication, paper.date, paper.page)


class Preparer:
    """Prepares batches with one analyzer, known by its name so that other processes can make the same."""

    def __init__(self, name: str, user_words: tuple[str, ...]) -> None:
        """Prepare with the analyzer `name` that knows `user_words`."""
        self.analyzer = make_analyzer(name, user_words)
        self._made_of = (name, user_words)

    def __call__(self, batch: Batch) -> Prepared:
        """Prepare one batch."""
        return prepare(batch, self.analyzer)

    def __reduce__(self) -> tuple[type[Preparer], tuple[str, tuple[str, ...]]]:
        """Travel to another process as what the analyzer is made of."""
        return Preparer, self._made_of

    def all(self, batches: Iterable[Batch], size: int) -> Generator[Prepared, None, None]:
        """Prepare `batches`, in their order; those of `size` bytes worth it, on every core."""
        if size < PARALLEL_BYTES or cores() < 2:
            yield from map(self, batches)
            return
        with crew(self, cores()) as prepare_all:
            yield from prepare_all(batches)
