"""Tell an editor why each line went where it went, and what spoke for each piece of text to stand where it stands."""

from __future__ import annotations

from retrieval.articles.choosing.settling import weigh_pieces
from retrieval.articles.looks.abreast import part_columns
from retrieval.articles.split import strip_of
from retrieval.records import Page, PageCut


def explain_page(cut: PageCut) -> str:
    """Return the page line by line, each with its role and the reasons for it, and the evidence for each piece.

    Example: “  180  title        甘肃：构建全链条服务保障体系 | display line …; its headline stands after the text”;
    below the first line of a piece of text “goes on from line 144, 2.7: next at once +1.9 …; or else …”.
    """
    roles = {f.line: str(f.role) for f in cut.furniture}
    for k, article in enumerate(cut.articles, 1):
        for part in article.parts:
            for n in article.lines_of(part.role):  # a line of two columns may be of two articles
                roles[n] = f"{roles[n]}, {k} {part.role}" if n in roles else f"{k} {part.role}"
    pieces = _weighed(cut.page) if cut.reasons else {}
    rows = []
    for n, line in enumerate(cut.page.lines, 1):
        if n in roles:
            rows.append(f"{n:5}  {roles[n]:<14} {line.strip()[:40]} | {'; '.join(cut.reasons.get(n, ()))}")
        rows += [f"{'':23}{told}" for told in pieces.get(n, ())]
    for k, article in enumerate(cut.articles, 1):
        rows.append(
            f"article {k}: {article.title or '(no headline)'}, {article.kind}, confidence {article.confidence}"
        )
    return "\n".join(rows)


def _weighed(page: Page) -> dict[int, list[str]]:
    """Return by its first line what spoke for each piece of text."""
    abreast = part_columns(page)
    found: dict[int, list[str]] = {}
    for n, told in weigh_pieces(strip_of(abreast.page if abreast else page)).items():
        found.setdefault(abreast.numbers[n - 1] if abreast else n, []).append(str(told))
    return found
