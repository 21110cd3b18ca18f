"""The frozen records of the whole chain, in the order in which a question meets them.

page → line → article → passage → token → hit → snippet → answer. Every record points back: an article knows
the page line of each of its characters, so whatever is cut from it can always be cited.

Two units are used throughout: a `Span` is a pair of 1-based page lines, both inclusive, counted as
`text.split("\\n")` counts them; a `Range` is a half-open pair of character offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal, NamedTuple

from retrieval.whys import Why

Span = tuple[int, int]
Range = tuple[int, int]


class Role(StrEnum):
    """What a line of a page is: the head and body of an article, or one of the named kinds of furniture."""

    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    BODY = "body"
    SECTION = "section"
    JUMP = "jump"
    SCAN_PROMPT = "scan_prompt"
    EDITOR = "editor"
    TEASER = "teaser"
    RUNNING_HEAD = "running_head"
    OTHER = "other"


HEAD_ROLES = (Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.BYLINE)


class Kind(StrEnum):
    """What sort of article it is, in the words of the contract."""

    NEWS = "news"
    FEATURE = "feature"
    BRIEF = "brief"
    PHOTO = "photo"
    NOTICE = "notice"
    ONE_LINER = "one-liner"
    TEASER = "teaser"


@dataclass(frozen=True, slots=True)
class Page:
    """A seed file as read: `lines[n - 1]` is line n, decoded, without its line end, otherwise untouched."""

    source: str
    lines: tuple[str, ...]
    publication: str | None = None
    date: str | None = None
    page: str | None = None
    url: str | None = None


class Part(NamedTuple):
    """A role and the range of `Article.text` that plays it. Parts stand in order and cover the text."""

    role: Role
    start: int
    end: int


class Piece(NamedTuple):
    """From `Article.text[start]` up to the next piece, characters stand on page line `line`."""

    start: int
    line: int


SUSPICIOUS = 0.75  # confidence of a cut below which an editor should look at it


@dataclass(frozen=True)
class Article:
    """One article as a reader would cut it out.

    `text` is the whole clipping: kicker, headline, subtitle, byline, then the mended body, one `Part` each,
    a line feed between parts and between paragraphs. `pieces` say which line each character was printed on.
    """

    id: str
    source: str
    text: str
    parts: tuple[Part, ...]
    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]
    kind: Kind = Kind.NEWS
    section: str | None = None
    publication: str | None = None
    date: str | None = None
    page: str | None = None
    url: str | None = None
    truncated_start: bool = False
    truncated_end: bool = False
    confidence: float = 1.0

    def part(self, role: Role) -> str | None:
        """Return the text of the part with this role, None where the page prints none."""
        return next((self.text[p.start : p.end] for p in self.parts if p.role is role), None)

    @property
    def title(self) -> str | None:
        """The headline, None where the page prints none."""
        return self.part(Role.TITLE)

    @property
    def kicker(self) -> str | None:
        """The line above the headline (引题)."""
        return self.part(Role.KICKER)

    @property
    def subtitle(self) -> str | None:
        """The line below the headline (副题)."""
        return self.part(Role.SUBTITLE)

    @property
    def byline(self) -> str | None:
        """Who wrote or photographed it, as printed."""
        return self.part(Role.BYLINE)

    @property
    def body(self) -> str:
        """The mended body: paragraphs joined over line breaks, a line feed between them."""
        return self.part(Role.BODY) or ""

    @property
    def body_start(self) -> int:
        """Where the body begins in `text`."""
        return next((p.start for p in self.parts if p.role is Role.BODY), len(self.text))

    @property
    def title_lines(self) -> tuple[int, ...]:
        """The page lines of the headline: none where that was given apart from a text, whose lines are all of the body."""
        body = self.lines_of(Role.BODY)
        return tuple(n for n in self.lines_of(Role.TITLE) if n not in body)

    def lines_of(self, role: Role) -> tuple[int, ...]:
        """Return the page lines, in reading order, of the part with this role."""
        for p in self.parts:
            if p.role is role:
                return tuple(dict.fromkeys(x.line for x in self.pieces if p.start <= x.start < p.end))
        return ()

    @cached_property
    def _starts(self) -> list[int]:
        return [x.start for x in self.pieces]

    def line_at(self, offset: int) -> int:
        """Return the page line on which `text[offset]` was printed."""
        return self.pieces[max(bisect_right(self._starts, offset) - 1, 0)].line

    def lines_at(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the page lines of `text[start:end]` as spans in reading order.

        Neighbouring lines are one span, also over the blank lines inside one body span.
        """
        if not self.pieces or end <= start:
            return ()
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, end - 1) - 1, 0)
        return self._joined([x.line for x in self.pieces[first : last + 1]])

    @cached_property
    def all_lines(self) -> tuple[Span, ...]:
        """Every line of the article, headline included, in page order."""
        body = [n for first, last in self.spans for n in range(first, last + 1)]
        return self._joined(sorted({x.line for x in self.pieces} | set(body)))

    def _joined(self, lines: list[int]) -> tuple[Span, ...]:
        spans: list[Span] = []
        for n in lines:
            if spans and (n - 1 <= spans[-1][1] <= n or self._same_span(spans[-1][1], n)):
                spans[-1] = (spans[-1][0], max(n, spans[-1][1]))
            else:
                spans.append((n, n))
        return tuple(spans)

    def _same_span(self, a: int, b: int) -> bool:
        return a < b and any(first <= a and b <= last for first, last in self.spans)


class Token(NamedTuple):
    """A normalised term and the range of the original text it was read from."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text as the reader sees it, plus ranges into it; markup belongs to the front end.

    `start` and `end` are the snippet's range in `Article.text`; `lines` are the page lines it comes from.
    """

    text: str
    highlights: tuple[Range, ...]
    answer: Range | None
    lines: tuple[Span, ...]
    start: int
    end: int

    @property
    def answer_text(self) -> str | None:
        """The phrase marked as the answer, as it stands in the snippet."""
        return self.text[self.answer[0] : self.answer[1]] if self.answer else None


@dataclass(frozen=True, slots=True)
class Reason:
    """A node of an explanation: what counted, how much, and what it was made of."""

    label: str
    value: float | None = None
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that answers, or comes near, with the snippet that shows it.

    `also` are the citations of the same where it is printed again.
    """

    article: Article
    score: float
    snippet: Snippet
    citation: str
    also: tuple[str, ...] = ()
    reason: Reason | None = None


ENOUGH = 0.5  # confidence from which we answer; calibration puts even odds there
SURE = 0.6  # confidence of an answer below which its reader is told so: of those about a third are wrong
TO_BE_CHECKED = (ENOUGH + SURE) / 2  # confidence of what is answered, and told to be checked


class Tone(StrEnum):
    """What sort of message the reader sent."""

    QUESTION = "question"
    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    ABOUT_BOT = "about_bot"
    CHAT = "chat"
    ASSENT = "assent"
    COMPLAINT = "complaint"
    FULL_TEXT = "full_text"
    CONTEXT = "context"
    SOURCE = "source"
    GIST = "gist"
    TRUE = "true"
    TURN = "turn"  # to another hit of the answer on the screen, or to that one again
    SHELF = "shelf"
    EMPTY = "empty"
    NO_FILE = "no_file"  # a citation of what isn't there, and of a line or an article that isn't
    NO_LINE = "no_line"
    NO_ARTICLE = "no_article"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the corpus has to say to a question; `answered` is False rather than a guess.

    `confidence` is in [0, 1] and comparable between questions. Small talk has a `tone` and no hits. `more` are the
    hits of the answer before but its first: reports on the same, which answer nothing. `bound` says that nothing was found
    under the conditions in the question, `only` which of several questions put at once it answers, `meant` the question as
    it was understood in the light of the one before, `verified` what there is to say to a quotation that is printed nowhere and
    is all that was asked.
    """

    question: str
    answered: bool
    confidence: float
    hits: tuple[Hit, ...] = ()
    took_ms: float = 0.0
    tone: Tone = Tone.QUESTION
    reason: Reason | None = None
    more: bool = False
    bound: bool = False
    only: str = ""
    meant: str = ""
    verified: Verification | None = None

    @property
    def understood(self) -> str:
        """The question as it was understood, as asked where nothing is told of that."""
        return self.meant or self.question

    @property
    def sure(self) -> bool:
        """Tell whether it answers, and at odds at which nobody need be told to check it."""
        return self.answered and self.confidence >= SURE

    def answers_with(self, n: int) -> bool:
        """Tell whether hit `n` is what answers: only the first one's phrase is marked, the others are further reports."""
        return self.answered and n == 0


@dataclass(frozen=True, slots=True)
class Source:
    """A seed file that is served: how many articles it holds, and newspaper, date and page as its first one has them."""

    name: str
    articles: int
    publication: str | None = None
    date: str | None = None
    page: str | None = None


class Neighbours(NamedTuple):
    """Where an article stands in its file: how many come before it, and the ids of the ones beside it."""

    before: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class _OfFile:
    source: str
    why: Why

    def __str__(self) -> str:
        """Return both in one English line, e.g. “坏.txt: the file is empty”."""
        return f"{self.source}: {self.why}"


@dataclass(frozen=True, slots=True)
class Note(_OfFile):
    """A seed file that is served, and what is odd about it."""


@dataclass(frozen=True, slots=True)
class Refusal(_OfFile):
    """A seed file that was left out, and why."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A non-blank line that belongs to no article's head or body, with the role it plays on the page."""

    line: int
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class PageCut:
    """What one page was cut into; each non-blank line is in exactly one article or in `furniture`.

    Of a line on which columns stand side by side that holds of each half.
    """

    page: Page
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...] = ()
    reasons: dict[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload changed: counts of articles, refused files, seconds taken.

    The same text is unchanged, wherever it moved; of a changed article the newspaper, date, page, section or address is
    told otherwise, or it stands in the same file under the same headline with another text. `new` names the added
    articles and those with another text, as `Corpus.article` finds them. `notes` say what is odd about files that are
    served.
    """

    version: str
    dry_run: bool
    added: int
    changed: int
    removed: int
    unchanged: int
    refused: tuple[Refusal, ...]
    took_s: float
    new: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of a corpus: counts, engine, index size in bytes, build time in seconds; `notes` as in a ReloadReport."""

    version: str
    sources: int
    articles: int
    passages: int
    tokens: int
    engine: str
    index_bytes: int
    build_s: float
    refused: tuple[Refusal, ...] = ()
    notes: tuple[Note, ...] = ()


class Verdict(StrEnum):
    """Whether a quotation stands in the corpus, in the words of the contract."""

    VERBATIM = "verbatim"
    NEAR = "near"
    ABSENT = "absent"


class Change(NamedTuple):
    """A stretch of a quotation and what the page prints there, both as written; `op` leads from first to second.

    "equal" means equal but for white space, width, case and 繁简. Where the quotation leaves something out with
    ……, that mark is the `quoted` of an `omission`, the words left out are its `printed`, and it is no error. `same` where
    both are one number in two writings, 五万 and 50000.
    """

    op: Literal["equal", "insert", "delete", "replace"]
    quoted: str
    printed: str
    omission: bool = False
    same: bool = False


@dataclass(frozen=True, slots=True)
class QuoteHit:
    """The passage `article.text[start:end]` that holds a quotation, or comes nearest to it.

    `text` is that passage in one line. The `quoted` of all changes, joined, are the quotation; the `printed`,
    joined, are `text`.
    """

    article: Article
    similarity: float
    start: int
    end: int
    text: str
    difference: tuple[Change, ...]
    lines: tuple[Span, ...]
    citation: str


_DENIES = re.compile("[不没未非勿莫禁]")  # left out of a quotation, it says the opposite


@dataclass(frozen=True, slots=True)
class Verification:
    """What the corpus says to a quotation: all hits are of the verdict's kind, best first.

    `similarity` is that of the first hit, in [0, 1]: 1 minus edits per character. Where the quotation is absent
    it is that of the likeliest passage, 0 where none was worth a look. `framed` where `quote` is what stood in a text
    like 有人说“…”，对吗？ that was to be verified.
    """

    quote: str
    verdict: Verdict
    similarity: float
    hits: tuple[QuoteHit, ...] = ()
    took_ms: float = 0.0
    framed: bool = False

    @property
    def told(self) -> str:
        """The verdict as a reader is told it, of a near hit also what alone is wrong: "marks", "numerals" or "gaps"."""
        changes = self.hits[0].difference if self.hits and self.verdict is Verdict.NEAR else ()
        wrong = [c for c in changes if c.op != "equal" and not c.omission]
        said = [c for c in wrong if any(map(str.isalnum, c.quoted + c.printed))]
        if said and all(c.same for c in said):
            return "numerals"
        if wrong and all(c.op == "insert" for c in said) and not any(_DENIES.search(c.printed) for c in said):
            return "gaps" if said else "marks"
        return self.verdict.value

    @property
    def omits(self) -> bool:
        """Whether the first hit says something where the quotation has ……."""
        return any(c.omission and c.printed.strip() for hit in self.hits[:1] for c in hit.difference)
