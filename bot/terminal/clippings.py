"""Show what pages were cut into: rows, a list for people, the furniture, the reasons, and pages for the eye."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.cards.texts import Texts, clean
from bot.terminal.plain import headline
from bot.terminal.rows import Row, furniture_row
from retrieval.articles import explain_page, render_page
from retrieval.errors import PageError
from retrieval.records import SUSPICIOUS, Article, PageCut
from retrieval.seeds.folder import articles_in, cut_file
from retrieval.seeds.parcels import free_name

_NAME_BYTES = 240  # of UTF-8; file systems take 255, and a number and .html are added


def articles_of(files: Iterable[Path], refuse: Callable[[str], None]) -> Iterator[Article]:
    """Yield the articles of `files`; one that a corpus would refuse is refused as a whole.

    So a JSONL file, which may be too big for memory, is read twice.
    """
    for path in files:
        try:
            if path.suffix.lower() == ".jsonl":
                deque(articles_in(path), maxlen=0)
            yield from articles_in(path)
        except PageError as error:
            refuse(_where(path, error))


def cuts_of(files: Iterable[Path], refuse: Callable[[str], None]) -> Iterator[PageCut]:
    """Yield what each of `files` was cut into; a file that can't be read is refused."""
    for path in files:
        try:
            yield cut_file(path)
        except PageError as error:
            refuse(_where(path, error))


def _where(path: Path, error: PageError) -> str:
    """Return the error with the whole path instead of the name alone, as the file was given."""
    return f"{path}: {error.why}" if error.file == path.name else str(error)


def listed(articles: Iterable[Article], texts: Texts) -> Iterator[str]:
    """Yield a line for each article under a line for its source.

    e.g. `  news       0.98  《河南中小学心理健康宣传月活动启动》 第41—46行`, the confidence of the cut second.
    """
    source = None
    for article in articles:
        if article.source != source:
            source = article.source
            yield clean(source)
        title = headline(article.title, texts)
        lines = "、".join(f"{a}—{b}" if b > a else str(a) for a, b in article.all_lines)
        doubt = " ?" if article.confidence < SUSPICIOUS else ""
        shown = f"《{title}》" if article.title else title
        yield f"  {article.kind.value:<9}  {article.confidence:.2f}{doubt}  {texts.cited(f'{shown} 第{lines}行')}"


def furniture_rows(cuts: Iterable[PageCut]) -> Iterator[Row]:
    """Yield a row for each line of furniture."""
    for cut in cuts:
        yield from (furniture_row(cut.page.source, line) for line in cut.furniture)


def furniture_listed(rows: Iterable[Row], texts: Texts) -> Iterator[str]:
    """Yield a line for each row of furniture, e.g. `000_ee8f.txt 第12行 editor 责任编辑：…`."""
    for row in rows:
        where = texts.cited("{source} 第{line}行".format(**row))
        yield clean(f"{where} {row['role']} {row['text']}")


def explained(cuts: Iterable[PageCut]) -> Iterator[str]:
    """Yield the reasons, page by page: why each line went where it went."""
    return (f"{clean(cut.page.source)}\n{clean(explain_page(cut))}" for cut in cuts)


def drawn(cuts: Iterable[PageCut], folder: Path) -> Iterator[str]:
    """Write one HTML page per source into `folder`, which is made if need be, and yield its path.

    Sources of one name, from several folders, get pages of their own: x.txt.html, x.txt-2.html. A name as long as may
    be is cut, so that there is room for what is added.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for cut in cuts:
        name = cut.page.source.encode()[:_NAME_BYTES].decode(errors="ignore")
        page = folder / free_name(f"{name}.html", taken)
        taken.add(page.name.casefold())
        page.write_text(render_page(cut), encoding="utf-8", errors="replace")
        yield str(page)
