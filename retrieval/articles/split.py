"""Cut a page into articles: the whole way from lines to articles, one stage after the other."""

from __future__ import annotations

from dataclasses import replace

from retrieval.articles.choosing.settling import settle
from retrieval.articles.looks.abreast import part_columns
from retrieval.articles.looks.layout import Place, place_lines
from retrieval.articles.looks.lines import Seen, join_display, printed
from retrieval.articles.looks.publication import masthead_over, mastheads_of, publication_of
from retrieval.articles.looks.regimes import find_regimes, is_noisy
from retrieval.articles.looks.sections import sections_of
from retrieval.articles.looks.surroundings import see_lines
from retrieval.articles.mending.build import build_article, build_whole, dateline_habit, tell_apart
from retrieval.articles.mending.drafts import Draft, make_drafts, move_far_bylines, with_captions
from retrieval.articles.mending.reasons import give_reasons
from retrieval.articles.mending.teasers import gather_teasers, mark_teasers
from retrieval.articles.pieces.blocks import Head, Mark, Strip
from retrieval.articles.pieces.heads import part_headlines
from retrieval.articles.pieces.strip import cut_strip, set_captions_aside
from retrieval.articles.script import as_simplified
from retrieval.records import Article, Furniture, Page, PageCut, Role

_FRAME = "▲△▼●○◎□■★☆◆▌►▶▷◀【】〖〗[]［］|｜ 　"
_LABEL = 4  # characters from which a line is a label by itself, not half of one
_SAYS = 4  # letters from which a page says something: as few as a headline has


def split_articles(page: Page) -> PageCut:
    """Cut a page into its articles; every non-blank line is in one article or in the furniture.

    Where columns stand side by side on the lines of a dump, that holds of each half of a line. Pure and deterministic;
    time is linear in the page. Example: a page whose “新疆：五方面推进卫生健康工作” stands after its text gives one
    article with that title and the text's lines.
    """
    abreast = part_columns(page)
    return abreast.zip_up(_split(abreast.page), page) if abreast else _split(page)


def _split(page: Page) -> PageCut:
    """Cut a page whose lines are each of one column."""
    read = as_simplified(page)
    seen, places = place(read)
    strip = cut_strip(seen, places)
    captions = set_captions_aside(strip)
    drafts = with_captions(make_drafts(strip, settle(strip)), captions)
    move_far_bylines(drafts)
    drafts = gather_teasers(drafts, seen)
    newsy = dateline_habit(drafts)
    order = {line.n: i for i, line in enumerate(seen)}
    paper = page.publication or _publication(page, read)
    headlines = part_headlines([draft.heads for draft in drafts])
    articles = tell_apart(
        [
            build_article(page, draft, headline, order, paper, newsy)
            for draft, headline in zip(drafts, headlines, strict=True)
        ]
    )
    sections = sections_of(articles, [_labels(page, draft) for draft in drafts])
    articles = [replace(article, section=s) for article, s in zip(articles, sections, strict=True)]
    if not articles and (articles := _whole(page, seen, order, paper)):
        drafts = [Draft(why=["nothing here reads as an article, so all of it is one"])]
    articles = articles if page.publication else _of_several_papers(page, read, articles)
    furniture = _furniture(page, seen, drafts, articles)
    reasons = give_reasons(seen, places, drafts, articles, {f.line: f.role for f in furniture})
    return PageCut(page, tuple(articles), furniture, reasons)


def strip_of(page: Page) -> Strip:
    """Return the pieces that a page is made of, before it is settled which belong together."""
    strip = cut_strip(*place(as_simplified(page)))
    set_captions_aside(strip)
    return strip


def place(page: Page) -> tuple[list[Seen], list[Place | None]]:
    """Return the lines of a page, and which of them are display, begin a paragraph or go on with one."""
    seen = see_lines(page)
    noisy = is_noisy(seen)
    find_regimes(seen, noisy)
    places = place_lines(seen, noisy)
    mark_teasers(seen, places)
    return seen, places


def _whole(page: Page, seen: list[Seen], order: dict[int, int], paper: str | None) -> list[Article]:
    """Make one article of a page that reads as none, as verses or English may, so that what it says can be found."""
    lines = [line for line in seen if _role_left(line, set()) is Role.OTHER]
    if sum(char.isalnum() for line in lines for char in line.text) < _SAYS:
        return []
    return [build_whole(page, lines, order, paper)]


def _publication(page: Page, read: Page) -> str | None:
    """Return the newspaper that the page names, as printed."""
    name = publication_of(list(map(printed, read.lines)))
    if name is None:
        return None
    return _as_printed(page, read, next(n for n, line in enumerate(read.lines, 1) if name in line), name)


def _of_several_papers(page: Page, read: Page, articles: list[Article]) -> list[Article]:
    """Give each article the masthead above it where a page shows those of several papers, for one name would be false.

    Where an article stands over the first of them, they may stand below what they are of, and none is told.
    """
    mastheads = mastheads_of(list(map(printed, read.lines)))
    if not mastheads:
        return articles
    ends = [(min(a for a, _ in article.all_lines), article.all_lines[-1][1]) for article in articles]
    if any(first < mastheads[0][0] for first, _ in ends):
        mastheads = []
    over = [masthead_over(first, last, mastheads) for first, last in ends]
    return [
        replace(article, publication=head and _as_printed(page, read, *head))
        for article, head in zip(articles, over, strict=True)
    ]


def _as_printed(page: Page, read: Page, n: int, name: str) -> str:
    """Return a name that a line holds, in the page's own characters."""
    return page.lines[n - 1][read.lines[n - 1].find(name) :][: len(name)]


def _labels(page: Page, draft: Draft) -> list[str]:
    """Return the labels over an article as printed: what stands on lines of its own is several."""
    if not draft.labels:
        return []
    label = draft.labels[-1]
    lines = label.lines if isinstance(label, Head) else [label.line]
    shown = [printed(page.lines[line.n - 1]).strip(_FRAME) for line in lines]
    return shown if all(len(text) >= _LABEL for text in shown) else [join_display(shown)]


def _furniture(
    page: Page, seen: list[Seen], drafts: list[Draft], articles: list[Article]
) -> tuple[Furniture, ...]:
    """List every line that no article uses, with the role it plays."""
    used = {piece.line for article in articles for piece in article.pieces}
    labels = {_line_of(x).n for d in drafts for x in d.labels}
    return tuple(
        Furniture(line.n, _role_left(line, labels), printed(page.lines[line.n - 1]))
        for line in seen
        if line.n not in used
    )


def _role_left(line: Seen, labels: set[int]) -> Role:
    if line.n in labels:
        return Role.SECTION
    return line.role if line.role and line.role is not Role.BYLINE else Role.OTHER


def _line_of(label: Head | Mark) -> Seen:
    return label.lines[0] if isinstance(label, Head) else label.line
