"""Cut an article into the units that are searched on their own: where does a sentence end?"""

from __future__ import annotations

import re

from retrieval.records import Article, Range

# A sentence ends at 。！？ or …… with the quotes and brackets that close behind it, and at a line feed.
# Half-width ! and ? end one too; a half-width full stop does not, for it stands in 1.7万 and in names.
# Who asks signs behind the question mark: 能在院子里养鸡吗？（蒋师傅）
_SENTENCE = re.compile(
    r"[^。！？!?…\n]*(?:[。！？!?]+|…+)[”’」』）)》\"']*(?:(?<=[？?])\s?[（(][^（()）？?\n]{1,16}[)）])?|[^。！？!?…\n]+|…+"
)
LONGEST = 180  # characters; what is longer is cut at ；or ， so that a snippet can hold a whole unit


def cut_sentences(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """Return the ranges of the sentences in `text[start:end]`; blank ones are left out.

    >>> t = "他说：“好！”大家笑了。"
    >>> [t[a:b] for a, b in cut_sentences(t)]
    ['他说：“好！”', '大家笑了。']
    """
    end = len(text) if end is None else end
    ranges: list[Range] = []
    for m in _SENTENCE.finditer(text, start, end):
        if m.group().strip():
            ranges.extend(_split_long(text, m.start(), m.end()))
    return ranges


def _split_long(text: str, start: int, end: int) -> list[Range]:
    """Cut a sentence of more than LONGEST characters at the last weak stop before the limit."""
    ranges: list[Range] = []
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        cut = max(window.rfind("；"), window.rfind(";"))
        if cut < LONGEST // 3:
            cut = max(window.rfind("，"), window.rfind(","), window.rfind("、"))
        cut = cut if cut > LONGEST // 3 else LONGEST - 1
        ranges.append((start, start + cut + 1))
        start += cut + 1
    ranges.append((start, end))
    return ranges


def article_sentences(article: Article) -> list[Range]:
    """Return the sentence ranges of the whole clipping; each part of the head is one of its own."""
    ranges: list[Range] = []
    for part in article.parts:
        ranges.extend(cut_sentences(article.text, part.start, part.end))
    return ranges


def cut_passages(sentences: list[Range], size: int = 100) -> list[Range]:
    """Group neighbouring sentences into passages of at most `size` characters (one long sentence may be more).

    Returns half-open ranges of sentence numbers. 100 characters is the size that ranks best on CMRC 2018.

    >>> cut_passages([(0, 60), (60, 90), (90, 120)])
    [(0, 2), (2, 3)]
    """
    groups: list[Range] = []
    for i, (_, end) in enumerate(sentences):
        if groups and end - sentences[groups[-1][0]][0] <= size:
            groups[-1] = (groups[-1][0], i + 1)
        else:
            groups.append((i, i + 1))
    return groups


def around(text: str, place: Range, marks: re.Pattern[str]) -> Range:
    """Return the range of `text` from the last of `marks` before a place to the next one behind it: its clause or sentence.

    >>> around("甲县30人,乙县40人。", (2, 5), re.compile("[,。]"))
    (0, 5)
    """
    before = max((m.end() for m in marks.finditer(text, 0, place[0])), default=0)
    behind = marks.search(text, place[1])
    return before, behind.start() if behind else len(text)
