"""What must hold of any cut of any page, whatever the page says."""

from __future__ import annotations

from retrieval.articles.looks.abreast import part_columns
from retrieval.articles.looks.lines import printed
from retrieval.records import PageCut


def check_cut(cut: PageCut) -> None:
    """Check that no line is lost or used twice, and that every character knows its line.

    Where columns stand side by side that holds of each half of a line.
    """
    lines = cut.page.lines
    abreast = part_columns(cut.page) is not None
    parts: dict[int, list[str]] = {}
    for f in cut.furniture:
        parts.setdefault(f.line, []).append(f.text)
    for article in cut.articles:
        assert [p.start for p in article.parts] == [0, *[p.end + 1 for p in article.parts[:-1]]]
        assert article.parts[-1].end == len(article.text)
        assert article.pieces[0].start == 0
        starts = [p.start for p in article.pieces] + [len(article.text)]
        assert starts == sorted(set(starts)), "pieces stand in order and none is empty"
        for piece, end in zip(article.pieces, starts[1:], strict=True):
            shown = article.text[piece.start : end].rstrip("\n ")
            assert shown in lines[piece.line - 1], "a piece is a stretch of its line"
            parts.setdefault(piece.line, []).append(shown)
        furniture = {f.line for f in cut.furniture}
        within = {n for first, last in article.spans for n in range(first, last + 1)}
        if not abreast:
            assert within.isdisjoint(furniture), "a span holds the lines of its article alone"
        assert 0 <= article.confidence <= 1
        assert len(article.id) == 16
    printed_lines = [n for n, line in enumerate(lines, 1) if printed(line)]
    halved = {n for n, shown in parts.items() if len(shown) > 1}
    assert abreast or not halved, "every line once"
    for n in halved:
        assert "".join("".join(sorted(parts[n], key=lines[n - 1].find)).split()) == "".join(
            printed(lines[n - 1]).split()
        ), "what is told of a line is all that is printed on it"
    assert sorted(parts) == printed_lines, "every non-blank line once, in an article or in the furniture"
    assert set(cut.reasons) == set(printed_lines), "every line has its reasons"
    assert len({a.id for a in cut.articles}) == len(cut.articles)
