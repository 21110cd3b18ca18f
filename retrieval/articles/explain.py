"""Tell an editor why each line went where it went, and what spoke for each piece of text to stand where it stands."""

from __future__ import annotations

from retrieval.articles.settling import weigh_pieces
from retrieval.articles.split import strip_of
from retrieval.records import PageCut


def explain_page(cut: PageCut) -> str:
    """Return the page line by line, each with its role and the reasons for it, and the evidence for each piece.

    Example: “  180  title        甘肃：构建全链条服务保障体系 | display line …; its headline stands after the text”;
    below the first line of a piece of text “goes on from line 144, 2.7: next at once +1.9 …; or else …”.
    """
    roles = {f.line: str(f.role) for f in cut.furniture}
    for k, article in enumerate(cut.articles, 1):
        for part in article.parts:
            roles.update((n, f"{k} {part.role}") for n in article.lines_of(part.role))
    pieces = weigh_pieces(strip_of(cut.page)) if cut.reasons else {}
    rows = []
    for n, line in enumerate(cut.page.lines, 1):
        if n in roles:
            rows.append(f"{n:5}  {roles[n]:<14} {line.strip()[:40]} | {'; '.join(cut.reasons.get(n, ()))}")
        if n in pieces:
            rows.append(f"{'':23}{pieces[n]}")
    for k, article in enumerate(cut.articles, 1):
        rows.append(
            f"article {k}: {article.title or '(no headline)'}, {article.kind}, confidence {article.confidence}"
        )
    return "\n".join(rows)
