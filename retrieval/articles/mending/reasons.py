"""Say why a line of the page went where it went."""

from __future__ import annotations

from retrieval.articles.looks.layout import Place
from retrieval.articles.looks.lines import End, Seen
from retrieval.articles.mending.drafts import Draft
from retrieval.records import Article, Role

_FURNITURE = {
    Role.SECTION: "it reads like the label of a section",
    Role.JUMP: "it sends the reader to another page, or says where the text comes from",
    Role.SCAN_PROMPT: "it asks to scan a code",
    Role.EDITOR: "it names the editors of the page",
    Role.TEASER: "it points to articles on other pages",
    Role.RUNNING_HEAD: "it has a date, a page number or a paper's name and no sentence, or it is repeated",
    Role.OTHER: "it is neither text nor the headline of any text on the page",
}
_HEAD = {
    Role.KICKER: "display line set apart above the headline",
    Role.TITLE: "display line: short for a sentence, without a full stop",
    Role.SUBTITLE: "display line below the headline, or opened by a dash",
    Role.BYLINE: "its shape is that of a byline, a signature or a credit",
}


def give_reasons(
    seen: list[Seen],
    places: list[Place | None],
    drafts: list[Draft],
    articles: list[Article],
    furniture: dict[int, Role],
) -> dict[int, tuple[str, ...]]:
    """Collect the reasons of every non-blank line, the line's own first, then those of its article.

    Example: line 180 of a page: (“display line: short for a sentence …”, “its headline stands after the text”).
    """
    reasons: dict[int, tuple[str, ...]] = {}
    for draft, article in zip(drafts, articles, strict=True):
        shared = tuple(dict.fromkeys(draft.why))
        for part in article.parts:
            if part.role in _HEAD:
                told = (_HEAD[part.role], *shared)
                reasons.update((n, told) for n in article.lines_of(part.role))
    running = ("text: it goes on with the sentence above",)
    for line, place in zip(seen, places, strict=True):
        if line.n in reasons:
            continue
        if line.n in furniture:
            reasons[line.n] = (_FURNITURE.get(furniture[line.n], _FURNITURE[Role.OTHER]),)
        elif place is Place.CONTINUES:
            reasons[line.n] = running
        elif place is Place.DISPLAY:
            reasons[line.n] = ("display line inside an article: a subhead",)
        else:
            reasons[line.n] = (_opening(line),)
    for draft, article in zip(drafts, articles, strict=True):
        for first, _ in article.spans:
            reasons[first] = (*reasons.get(first, ()), *dict.fromkeys(draft.why))
    return reasons


def _opening(line: Seen) -> str:
    if line.dateline:
        return "text: it opens with a dateline, so a story begins here"
    if line.row:
        return "text: a line by itself, of a poem, a list or a table"
    if line.regime > 0 and line.indented:
        return f"text: it is two characters short of the column of {line.regime // 2}, as the first line of a paragraph is"
    if line.end is End.STOP:
        return "text: a paragraph that ends with its sentence"
    return "text: a paragraph begins, since the sentence before it ended"
