"""Between two lines, one right under the other: does a head go on, and may an article begin?

Where blank lines part what a page prints, those say it nearly always. Many dumps have none, or few, so each seam is weighed:
how both lines read and stand, and how little blank lines tell on this page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.articles.evidence.overlap import told_alike
from retrieval.articles.evidence.weights import by_spacing
from retrieval.articles.looks import shapes
from retrieval.articles.looks.layout import Place, begins_story, inwardness
from retrieval.articles.looks.lines import End, Seen, are_two_columns, is_right_under
from retrieval.articles.looks.style import as_beginning, as_byline, as_headline, as_inside, as_label
from retrieval.articles.pieces.blocks import BULLET, Head, names_column
from retrieval.articles.pieces.heads import Reads, look_at
from retrieval.records import Role

_TEXT = (Place.STARTS, Place.CONTINUES)
_NEARLY, _SHORT = 4, 6  # half-width columns by which a line may be short of its column, and surely is
_BEGINS = 24  # characters by which a paragraph is known

# Log odds, in fours, of a label under which a few characters are none but half a headline: “渡口启动”, unlike “身边好人”.
_HALF = -0.16

Evidences = list[tuple[str, float]]


def how_unspaced(seen: Sequence[Seen], places: Sequence[Place | None]) -> float:
    """Return how little blank lines part what a page prints, from 0 to 1: over how many heads under a text there is none."""
    under = [
        line.gap > 0
        for line, above, place in zip(seen[1:], places, places[1:], strict=False)
        if above in _TEXT and place not in _TEXT
    ]
    return 1 - (sum(under) + 0.5) / (len(under) + 0.5)


def head_seams(
    seen: Sequence[Seen], places: Sequence[Place | None], unspaced: float
) -> Iterator[tuple[int, Evidences]]:
    """Yield by its number each display line that stands right under another, with what there is to weigh of one head going on.

    `unspaced` is how little blank lines tell.
    """
    runs = [run for run in _runs(seen, places) if len(run) > 1]
    if not runs:
        return
    texts = [seen[i].text for run in runs for i in run]
    asked = (as_label(texts), as_byline(texts), as_headline(texts))
    odds = iter(zip(*((values / 4).tolist() for values in asked), strict=True))
    alike = iter([*told_alike(texts, _paragraphs(seen, places)).tolist(), 0.0])
    for run, look in zip(runs, look_at([[seen[i] for i in run] for run in runs]), strict=True):
        lines = [dict(_of_line(seen[i], next(odds), reads)) for i, reads in zip(run, look.reads, strict=True)]
        told = [next(alike) for _ in run]
        for k, seam in enumerate(look.seams):
            first, second = run[k], run[k + 1]
            below = second + 1 if second + 1 < len(seen) else None
            over_text = below is not None and places[below] in _TEXT
            found: Evidences = [(f"seam{name}", float(value)) for name, value in seam]
            found += [(f"the first {name}", value) for name, value in lines[k].items()]
            found += [(f"the second {name}", value) for name, value in lines[k + 1].items()]
            few = names_column(seen[first], seen[second].width)
            named = (few or lines[k]["looks like a label"]) and lines[k]["reads as a label"] >= _HALF
            found += [
                ("the same texts have their words", told[k]),
                ("the first names a column", float(few)),
                ("the first names a column and may read so", float(named)),
                ("under text", float(first > 0 and places[first - 1] in _TEXT)),
                ("under display", float(k > 0)),
                ("over display", float(k + 2 < len(run))),
                ("under a blank line", float(seen[first].gap > 0)),
                ("over a blank line", float(below is not None and seen[below].gap > 0)),
            ]
            yield seen[second].n, _in_context(found, unspaced, "over text" if over_text else "")


def _runs(seen: Sequence[Seen], places: Sequence[Place | None]) -> list[list[int]]:
    """Return which display lines stand right under one another."""
    runs: list[list[int]] = []
    for i, (line, place) in enumerate(zip(seen, places, strict=True)):
        if place is not Place.DISPLAY and line.role is not Role.SECTION:
            continue
        if runs and runs[-1][-1] == i - 1 and is_right_under(seen[i - 1], line):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _paragraphs(seen: Sequence[Seen], places: Sequence[Place | None]) -> list[str]:
    """Return the paragraphs of the running text."""
    texts: list[list[str]] = []
    for line, place, above in zip(seen, places, [None, *places], strict=False):
        if place is Place.STARTS or (place is Place.CONTINUES and above not in _TEXT):
            texts.append([line.text])
        elif place is Place.CONTINUES:
            texts[-1].append(line.text)
    return ["".join(lines) for lines in texts]


def _of_line(line: Seen, odds: Sequence[float], reads: Reads) -> Iterator[tuple[str, float]]:
    """Yield how a display line looks and reads; `odds`: as a label, a byline, a headline."""
    yield from zip(("reads as a label", "reads as a byline", "reads as a headline"), odds, strict=True)
    yield "reads as a kicker", reads.kicker
    yield "reads as a subtitle", reads.subtitle
    yield "looks like a label", float(Head([line]).label)
    yield "is wide", line.width / 40


def _in_context(found: Evidences, unspaced: float, where: str) -> Evidences:
    """Return evidence, again by how little blank lines tell, and again for the place it stands at, "" where that is no other."""
    found = [(name, value) for name, value in found if value]
    context = [x for name, value in found for x in by_spacing(name, value, unspaced)]
    return [*context, *((f"{name}, {where}", value) for name, value in found if where)]


def text_seams(
    seen: Sequence[Seen], places: Sequence[Place | None], unspaced: float
) -> Iterator[tuple[int, Evidences]]:
    """Yield by its number each line of text right under another at which an article may begin or go on from elsewhere.

    With what there is to weigh of that. `unspaced` is how little blank lines tell.
    """
    at = [
        i
        for i in range(1, len(seen))
        if places[i] in _TEXT
        and places[i - 1] in _TEXT
        and is_right_under(seen[i - 1], seen[i])
        and _may_part(seen[i - 1], seen[i], places[i])
    ]
    if not at:
        return
    begins = [_beginning(seen, places, i) for i in at]
    for i, text, first, inside in zip(
        at, begins, as_beginning(begins).tolist(), as_inside(begins).tolist(), strict=True
    ):
        above, line = seen[i - 1], seen[i]
        on = places[i] is Place.CONTINUES
        tail = above.text[-36:]
        found: Evidences = [
            ("seam", 1.0),
            ("a sentence is cut", above.end is End.OPEN),
            ("a pause", above.end is End.PAUSE),
            ("short of the column", above.width < above.regime - _SHORT),
            ("far short of the column", above.width < 0.6 * above.regime),
            ("a signature above", shapes.ends_signed(tail)),
            ("a credit above", shapes.CREDIT_END.search(tail) is not None),
            ("a quote above", above.text[-1] in '”"'),
            ("rows above", above.row),
            ("another column", are_two_columns(above.regime, line.regime)),
            ("columns differ", min(abs(above.regime - line.regime), 40) / 10),
            ("a dateline", line.dateline),
            ("a bullet", BULLET.match(line.text) is not None),
            ("at a printed indent", line.opens is True),
            ("without the printed indent", line.opens is False),
            ("indented", line.indented),
            ("flush", line.flush),
            ("a row", line.row),
            ("a quote", line.text[0] in '“"'),
            ("a day", begins_story(line.text)),
            ("a caption with its credit", _is_credited(seen, places, i)),
            ("reads as a beginning", first / 4),
            ("reads as inside a sentence", inside / 4),
            ("inside a sentence", inwardness(text) / 6),
        ]
        yield line.n, _in_context(found, unspaced, "going on" if on else "")


def _may_part(above: Seen, line: Seen, place: Place | None) -> bool:
    if line.row and above.row:
        return False
    short = above.width < above.regime - _NEARLY
    return (
        place is Place.STARTS or above.end is End.STOP or short or are_two_columns(above.regime, line.regime)
    )


def _beginning(seen: Sequence[Seen], places: Sequence[Place | None], i: int) -> str:
    """Return how a paragraph begins, or what is left of one."""
    text = seen[i].text
    for j in range(i + 1, len(seen)):  # no slice: on a long page that copies all of it for each seam
        if len(text) >= _BEGINS or places[j] is not Place.CONTINUES:
            break
        text += seen[j].text
    return text


def _is_credited(seen: Sequence[Seen], places: Sequence[Place | None], i: int) -> bool:
    """Return whether the paragraph that begins here is a photo caption of its own, with a credit at its end."""
    last = seen[i]
    if last.text.startswith("图为"):
        return False
    for j in range(i + 1, min(i + 16, len(seen))):
        if places[j] is not Place.CONTINUES:
            break
        last = seen[j]
    return (
        last.end is End.STOP
        and last.text[-1] in "摄影道图"
        and shapes.CREDIT_END.search(last.text[-30:]) is not None
    )
