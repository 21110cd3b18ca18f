"""Print pages: clean articles laid out as newspapers do and as dumps scramble them, the gold known by construction.

The articles are those of the gold pages, natural text; a page takes some of them and lays them out by the habits
of a paper of its own: wrap, indent, blank lines, headlines above, below or in the midst, ends torn off that go on
after other articles, ends printed before beginnings, labels, running heads inside sentences. Everything is seeded.

Run `python -m tests.articles.press [pages]` for the figures.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from retrieval.records import Page
from tests.articles.golden import (
    BODY,
    BYLINE,
    HEADS,
    KICKER,
    SUBHEAD,
    SUBTITLE,
    TITLE,
    GoldArticle,
    GoldPage,
    all_gold,
)

_STOPS, _CLOSERS = "。！？!?…", '”’」』）)》"'
_NO_START = "，。、；：！？”）》,;:!?)%"
_TOPS = ("{paper} 2025年{m}月{d}日 星期二", "A0{k} 要闻 2025年{m}月{d}日", "第{k}版 综合", "{paper}")
_FEET = (
    "本版编辑 陶然 校对 石磊",
    "责编:于欣 美编:李明",
    "值班主任 王芳 编辑 何田",
    "新闻热线：0718-8210315",
)
_NEWS = re.compile(r"^[^，。]{2,8}消息(?:[（(][^）)]{2,12}[）)])?[：: ]")
_DATELINE = re.compile(r"^[^，。]{0,12}[讯电][ \u3000]*(?:[（(][^）)]{2,30}[）)])?[ \u3000]*")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_INSIDE = (*_FEET, "扫码看全文", "11", "云岭日报")
_MARKS = (
    "{n}. 标题",
    "{n}、标题",
    "{wide}．标题",
    "{han}、标题",
    "（{han}）标题",
    "●标题",
    "◆ 标题",
    "【标题】",
)
_LABELS = (
    "● 短消息",
    "民生",
    "一线动态",
    "综合新闻",
    "【基层】",
    "■记者观察",
    "要闻速览",
    "教育随笔",
    "健康提醒",
    "▌社会",
)
_LONG = 4  # paragraphs of a story that stands alone on a page
_PAPERS = ("云岭日报", "康健周刊", "海州晚报", "医者时报")


@dataclass(frozen=True)
class Story:
    """A clean article: its heads as lines, its paragraphs (a subhead is one), where its author stands."""

    kind: str
    heads: dict[str, list[str]]
    paragraphs: list[tuple[bool, str]]
    author: list[str]
    signature: list[str]
    rows: bool


@dataclass(frozen=True)
class Row:
    """A line of a story's body before it is printed, and its place in reading order; None is a blank line."""

    text: str
    role: str
    place: int


@dataclass
class Sheet:
    """A page being printed: its lines, and what each line is."""

    lines: list[str] = field(default_factory=list)
    parts: list[dict[str, list[int]]] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)

    def put(self, text: str, role: str = "", story: int = 0, place: int = 0) -> None:
        """Print one line; without a role it is furniture."""
        self.lines.append(text)
        if role:
            self.parts[story][role].append(len(self.lines))
            self.places[len(self.lines)] = place

    def gap(self) -> None:
        """Leave a blank line, unless there is one."""
        if self.lines and self.lines[-1]:
            self.lines.append("")


@lru_cache(maxsize=1)
def bank() -> tuple[tuple[str, Story], ...]:
    """Return the articles of all gold pages, each with the name of its page."""
    return tuple(stories_of(all_gold()))


def stories_of(pages: Iterable[GoldPage]) -> list[tuple[str, Story]]:
    """Return the articles of gold pages as clean stories."""
    found = []
    for gold in pages:
        for article in gold.articles:
            if article.kind != "teaser" and article.body:
                found.append((gold.page.source, _story(gold.page, article)))
    return found


def _story(page: Page, article: GoldArticle) -> Story:
    def texts(lines: Sequence[int]) -> list[str]:
        return [page.lines[n - 1].strip(" \u3000\t\r") for n in lines]

    heads = {role: texts(article.lines[role]) for role in HEADS}
    last = max([n for role in HEADS for n in article.lines[role]], default=0)
    top = [n for n in article.lines[BYLINE] if last and 0 < n - last <= 6]
    end = [n for n in article.lines[BYLINE] if n not in top]
    subheads = set(article.lines[SUBHEAD])
    plain = [t for n, t in zip(article.body, texts(article.body), strict=True) if n not in subheads]
    rows = len(plain) >= 3 and sum(len(t) <= 14 and not re.search("[，。]", t) for t in plain) >= 0.6 * len(
        plain
    )
    return Story(
        article.kind, heads, _paragraphs(page, article, subheads, rows), texts(top), texts(end), rows
    )


def _paragraphs(page: Page, article: GoldArticle, subheads: set[int], rows: bool) -> list[tuple[bool, str]]:
    """Join the lines of a body into paragraphs: one ends with a sentence in a short line, or in a free one."""
    lines = {n: page.lines[n - 1].strip(" \u3000\t\r") for n in article.body}
    width = max((len(t) for n, t in lines.items() if n not in subheads), default=0)
    found: list[tuple[bool, str]] = []
    text = ""
    for n, line in lines.items():
        if n in subheads or rows:
            found += [(False, text)] if text else []
            found.append((n in subheads, line))
            text = ""
            continue
        text += line
        indented = n < len(page.lines) and page.lines[n].startswith("\u3000\u3000")
        if _ends(line) and (width > 60 or len(line) < width - 1 or indented):
            found.append((False, text))
            text = ""
    return [*found, (False, text)] if text else found


def _ends(line: str) -> bool:
    bare = line.rstrip(_CLOSERS + " ")
    return line[-1:] in "）)" or bare[-1:] in _STOPS


class Press:
    """One page: the habits of its paper, and what still waits to be printed."""

    def __init__(
        self,
        seed: int,
        stories: Sequence[tuple[str, Story]],
        typed: bool | None = None,
        alike: bool = False,
    ) -> None:
        """Choose habits and stories."""
        r = self._r = random.Random(seed)
        self.sheet = Sheet()
        self._wrap = r.choice((0, 0, 0, 26, 28, 30, 32, 32, 34, 36, 38, 40, 44))
        self._indent = r.choice(
            ("none", "none", "short", "short", "print") if self._wrap else ("none", "none", "print")
        )
        self._airy = r.random() < (0.5 if self._wrap else 0.85)
        self._head_gap = r.random() < 0.75
        self._breaks = r.choice((0, 0.04, 0.07, 0.1) if self._wrap else (0, 0.1, 0.25))
        self._below, self._midst = r.choice((0, 0.1, 0.2, 0.4)), r.choice((0, 0, 0.05, 0.15))
        self._torn, self._reversed = r.choice((0, 0.1, 0.2, 0.35)), r.choice((0, 0, 0.08, 0.15))
        self._late = r.choice((0, 0.3, 0.6))
        self._half, self._label = r.random() < 0.2, r.choice((0, 0.1, 0.3))
        self._ends: list[tuple[int, list[Row | None]]] = []  # torn off, to be printed later
        self._beginnings: list[tuple[int, list[Row | None]]] = []  # of stories whose ends are printed
        home = r.choice(sorted({name for name, _ in stories}))
        own = [s for name, s in stories if name == home]
        chance = r.random()
        typed = chance < 0.25 if typed is None else typed
        count = r.randint(2, 5) if typed else r.randint(4, 11)
        picked = [r.choice(own if r.random() < 0.5 else [s for _, s in stories]) for _ in range(count)]
        self._stories = list({id(s): s for s in picked}.values())
        if typed:
            self._type_page()
        if alike:
            self._copy_stories([s for _, s in stories])

    def _type_page(self) -> None:
        """Make it a page that somebody typed: short articles, each under its headline, no dateline, nothing torn."""
        chance = self._r
        self._stories = [
            replace(s, paragraphs=_without_dateline(s.paragraphs[: chance.randint(1, 3)]))
            for s in self._stories
            if s.heads[TITLE] and not s.rows and not s.paragraphs[0][0]
        ]
        if chance.random() < 0.3:
            marks = chance.choice(_MARKS)
            self._stories = [_marked(s, marks, n) for n, s in enumerate(self._stories, 1)]
        self._print_plainly()

    def _print_plainly(self) -> None:
        """Print each story under its headline, in one piece."""
        self._breaks = self._below = self._midst = self._torn = self._reversed = self._late = self._label = 0

    def _copy_stories(self, stories: Sequence[Story]) -> None:
        """Make it a page of one story told of many, with other figures, as notices are; one or two others may stand before."""
        r = self._r
        named = [(name, s) for s in stories if (name := _name_of(s))]
        own, form = r.choice(named)
        names = {name: None for name, _ in r.sample(named, min(len(named), 60)) if len(name) == len(own)}
        copies = [_copy(form, own, name, r) for name in [*names][: r.randint(3, 14)]]
        if r.random() < 0.2:
            copies = [replace(copy, heads=form.heads) for copy in copies]  # “遗失声明” over each
        self._stories = [*self._stories[: r.randint(0, 2)], *copies]
        self._print_plainly()

    def print_page(self) -> GoldPage:
        """Print all stories and return the page with its gold."""
        r, sheet = self._r, self.sheet
        if r.random() < 0.7:
            for _ in range(r.randint(1, 3)):
                values = {"k": r.randint(1, 8), "m": r.randint(1, 12), "d": r.randint(1, 28)}
                sheet.put(r.choice(_TOPS).format(paper=r.choice(_PAPERS), **values))
        for k, story in enumerate(self._stories):
            sheet.parts.append({role: [] for role in (BODY, SUBHEAD, BYLINE, *HEADS)})
            if self._beginnings and r.random() < 0.8:
                self._print_beginning(*self._beginnings.pop(0))
            self._print_story(k, story)
            sheet.gap()
            while self._ends and (self._ends[0][0] != k or k + 1 == len(self._stories)) and r.random() < 0.7:
                self._print_end(*self._ends.pop(0))
        for beginning in self._beginnings:
            self._print_beginning(*beginning)
        for end in self._ends:
            self._print_end(*end)
        if r.random() < 0.5:
            sheet.gap()
            sheet.put(r.choice(_FEET))
        return self._gold()

    def _gold(self) -> GoldPage:
        sheet = self.sheet
        articles = []
        for story, parts in zip(self._stories, sheet.parts, strict=True):
            body = sorted([*parts[BODY], *parts[SUBHEAD]], key=lambda n: (sheet.places[n], n))
            articles.append(GoldArticle(story.kind, " ".join(story.heads[TITLE]), parts | {BODY: body}))
        return GoldPage(Page("press.txt", tuple(sheet.lines)), articles)

    def _print_story(self, k: int, story: Story) -> None:
        r = self._r
        if r.random() < self._label:
            self.sheet.gap()
            self.sheet.put(r.choice(_LABELS))
        self.sheet.gap()
        rows = self._rows(story)
        long = (
            sum(row is not None for row in rows) > 8 and story.kind in ("news", "feature") and not story.rows
        )
        where = self._where(story, len(rows))
        led = next((i for i, row in enumerate(rows) if row and row.role == SUBHEAD), 0)
        if where == "above" and 0 < led <= 12 and 3 * led < len(rows) and r.random() < self._late:
            self._print_late_lead(k, story, rows[:led], rows[led:])
        elif where == "above" and long and r.random() < self._reversed:
            self._print_reversed(k, story, rows)
        elif long and r.random() < self._torn:
            self._print_torn(k, story, rows, where)
        else:
            self._print_whole(k, story, rows, where)

    def _where(self, story: Story, rows: int) -> str:
        if not story.heads[TITLE] or story.rows:
            return "above"
        chance = self._r.random()
        if chance < self._below or (story.kind == "photo" and chance < 0.4):
            return "below"
        return "midst" if chance < self._below + self._midst and rows > 12 else "above"

    def _print_whole(self, k: int, story: Story, rows: list[Row | None], where: str) -> None:
        if where == "above":
            self._print_heads(k, story)
        cut = self._r.randint(3, len(rows) - 3) if where == "midst" else len(rows)
        self._print_rows(k, rows[:cut])
        if where == "midst":
            self._print_heads(k, story)
            self._print_rows(k, rows[cut:])
        self._sign(k, story)
        if where == "below":
            self._print_heads(k, story)

    def _print_torn(self, k: int, story: Story, rows: list[Row | None], where: str) -> None:
        """Print the beginning; furniture stands before the end, or the end goes on after other articles."""
        begin, end = self._tear(rows)
        if where == "above":
            self._print_heads(k, story)
        self._print_rows(k, begin)
        if where == "midst":
            self._print_heads(k, story)
        if where == "midst" or self._r.random() < 0.2:
            self.sheet.gap()
            self.sheet.put(self._r.choice(_INSIDE))
            self.sheet.gap()
            self._print_rows(k, end)
            self._sign(k, story)
        else:
            self._ends.append((k, end))
        if where == "below":
            self._print_heads(k, story)

    def _print_reversed(self, k: int, story: Story, rows: list[Row | None]) -> None:
        """Print the end first, then headline and beginning, at once or after another article."""
        begin, end = self._tear(rows)
        self._print_rows(k, end)
        self._sign(k, story)
        self._beginnings.append((k, begin))
        if k == 0 or self._r.random() < 0.6:
            self._print_beginning(*self._beginnings.pop())

    def _print_late_lead(self, k: int, story: Story, lead: list[Row | None], rest: list[Row | None]) -> None:
        """Print the lead, a box of its own, after the text that it leads into: alone, or with the headline over it."""
        if self._r.random() < 0.4:
            self._print_heads(k, story)
            self._print_rows(k, rest)
            self.sheet.gap()
            self._print_rows(k, lead)
        else:
            self._print_rows(k, rest)
            self._sign(k, story)
            self._beginnings.append((k, lead))
            if k == 0 or self._r.random() < 0.7:
                self._print_beginning(*self._beginnings.pop())

    def _print_beginning(self, k: int, rows: list[Row | None]) -> None:
        self._print_heads(k, self._stories[k])
        self._print_rows(k, rows)
        self.sheet.gap()

    def _print_end(self, k: int, rows: list[Row | None]) -> None:
        self.sheet.gap()
        self._print_rows(k, rows)
        self._sign(k, self._stories[k])
        self.sheet.gap()

    def _tear(self, rows: list[Row | None]) -> tuple[list[Row | None], list[Row | None]]:
        """Tear a body in two, in the midst of a sentence mostly."""
        spots = [i for i, row in enumerate(rows) if row and row.role == BODY and 2 <= i < len(rows) - 2]
        i = self._r.choice(spots)
        row = rows[i]
        assert row
        cut = self._r.randint(15, len(row.text) - 15) if len(row.text) > 50 else len(row.text)
        begin, end = [*rows[:i], Row(row.text[:cut], row.role, row.place)], rows[i + 1 :]
        rest = row.text[cut:].lstrip(_NO_START)
        if rest:
            begin[-1] = Row(row.text[: len(row.text) - len(rest)], row.role, row.place)
            end = [Row(rest, row.role, row.place), *end]
        while end and end[0] is None:
            end = end[1:]
        return begin, end

    def _print_rows(self, k: int, rows: list[Row | None]) -> None:
        for row in rows:
            if row is None:
                self.sheet.gap()
            else:
                self.sheet.put(row.text, row.role, k, row.place)

    def _print_heads(self, k: int, story: Story) -> None:
        self.sheet.gap()
        apart = self._r.random() < 0.5
        for role in (KICKER, TITLE, SUBTITLE):
            if apart and story.heads[role]:
                self.sheet.gap()
            for text in story.heads[role]:
                self.sheet.put(self._marks(text), role, k)
        if self._head_gap and story.author:
            self.sheet.gap()
        for text in story.author:
            self.sheet.put(text, BYLINE, k)
        if self._head_gap or self.sheet.lines[-1:] == [""]:
            self.sheet.gap()

    def _sign(self, k: int, story: Story) -> None:
        if story.signature and self._r.random() < 0.3:
            self.sheet.gap()
        for text in story.signature:
            self.sheet.put(text, BYLINE, k)

    def _marks(self, text: str) -> str:
        return text.translate(str.maketrans("，；：！？（）", ",;:!?()")) if self._half else text

    def _rows(self, story: Story) -> list[Row | None]:
        """Set a story's body: wrapped, with blank lines between paragraphs or at column ends as this paper has."""
        width = self._wrap
        if width and story.kind in ("photo", "notice", "brief") and self._r.random() < 0.3:
            width = max(22, width - self._r.choice((4, 6, 8)))
        rows: list[Row | None] = []
        place = 0
        for subhead, text in story.paragraphs:
            if rows and rows[-1] and (self._airy or subhead) and not story.rows:
                rows.append(None)
            for i, line in enumerate(self._lines(self._marks(text), width, subhead or story.rows)):
                if i and (not width or self._r.random() < self._breaks):
                    rows.append(None)
                rows.append(Row(line, SUBHEAD if subhead else BODY, place))
                place += 1
            if subhead and self._airy:
                rows.append(None)
        return rows

    def _lines(self, text: str, width: int, plain: bool) -> list[str]:
        if plain:
            return [text]
        if width:
            lines = wrap(text, width, width - (0 if self._indent == "none" else 4))
        elif len(text) > 60 and self._r.random() < 2 * self._breaks:
            cut = self._r.randint(15, len(text) - 15)
            lines = [text] if text[cut] in _NO_START else [text[:cut], text[cut:]]
        else:
            lines = [text]
        return ["\u3000\u3000" + lines[0], *lines[1:]] if self._indent == "print" else lines


def _name_of(story: Story) -> str:
    """Return a word of a short story's title that its text has as well, of two to four characters; none if it has no such."""
    text = "".join(text for _, text in story.paragraphs)
    if story.rows or len(text) > 400 or any(subhead for subhead, _ in story.paragraphs):
        return ""
    for run in _HAN.findall("".join(story.heads[TITLE])):
        for size in (4, 3, 2):
            for word in (run[i : i + size] for i in range(len(run) - size + 1)):
                if word in text:
                    return str(word)
    return ""


def _copy(story: Story, own: str, name: str, chance: random.Random) -> Story:
    """Return the story told of another name than its own."""

    def copied(text: str) -> str:
        return re.sub(r"\d", lambda _: str(chance.randint(1, 9)), text.replace(own, name))

    return replace(
        story,
        heads={role: [copied(text) for text in texts] for role, texts in story.heads.items()},
        paragraphs=[(subhead, copied(text)) for subhead, text in story.paragraphs],
        author=[copied(text) for text in story.author],
        signature=[copied(text) for text in story.signature],
    )


def _marked(story: Story, marks: str, n: int) -> Story:
    """Number a headline or set it between marks, as somebody does who types a list of them."""
    before, after = marks.format(n=n, wide="０１２３４５"[n], han="〇一二三四五"[n]).split("标题")
    *lines, last = story.heads[TITLE]
    title = [*lines, last + after]
    return replace(story, heads=story.heads | {TITLE: [before + title[0], *title[1:]]})


def _without_dateline(paragraphs: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    (subhead, first), *others = paragraphs
    return [(subhead, _DATELINE.sub("", first) or first), *others]


def wrap(text: str, width: int, first: int) -> list[str]:
    """Break a paragraph into lines of `width` half-width columns, the first of `first`; marks hang over."""
    lines, line, room = [], "", first
    for c in text:
        if line and columns(line) + columns(c) > room and c not in _NO_START:
            lines.append(line)
            line, room = "", width
        line += c
    return [*lines, line]


def columns(text: str) -> int:
    """Return how many half-width columns a text takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def make_page(
    seed: int,
    stories: Sequence[tuple[str, Story]] | None = None,
    typed: bool | None = None,
    alike: bool = False,
) -> GoldPage:
    """Print one random page; the same seed gives the same page. `stories` are those of all gold pages if not given.

    `typed` says whether it is one that somebody typed; by itself a quarter of them is. `alike`: its stories
    are the same but for a name and figures.
    """
    return Press(seed, stories or bank(), typed, alike).print_page()


def pages_alone(stories: Sequence[tuple[str, Story]], count: int) -> Iterator[GoldPage]:
    """Yield pages of one story each, as somebody saves a single article; the same each time."""
    long = [told for told in stories if len(told[1].paragraphs) >= _LONG]
    for n, told in enumerate(random.Random(0).sample(long, count)):
        yield make_page(9700 + n, [told], typed=False)


def read_news(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of news (JSONL with `text`, mostly `title`; `.gz` too)."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def news_stories(path: Path, count: int) -> list[tuple[str, Story]]:
    """Return stories of a file of news, as `read_news` reads it, without a dateline."""
    found: list[tuple[str, Story]] = []
    for n, row in enumerate(read_news(path)):
        paragraphs = [p.strip() for p in row["text"].split("\n") if p.strip()]
        whole = all(len(p) > 40 and _ends(p) for p in paragraphs)
        if n % 13 == 5 and paragraphs and whole and len(row["text"]) < 2500 and len(row["title"]) < 40:
            texts = [(False, _NEWS.sub("", p)) for p in paragraphs]
            heads = {TITLE: [row["title"].strip()], KICKER: [], SUBTITLE: []}
            found.append((f"news {n % 7}", Story("news", heads, texts, [], [], False)))
        if len(found) == count:
            break
    return found


@dataclass
class Figures:
    """Counts over many pages, with the shares the issue asks for."""

    found: int = 0
    missed: int = 0
    spurious: int = 0
    titles: int = 0
    headed: int = 0
    right: int = 0
    lines: int = 0

    def __str__(self) -> str:
        """Return the three shares."""
        titles, lines = self.titles / max(self.headed, 1), self.right / max(self.lines, 1)
        return f"articles_f1 {self.f1:.3f}  titles {titles:.3f}  lines {lines:.3f}"

    @property
    def f1(self) -> float:
        """Articles paired where their body lines have a Jaccard index of at least 0.8."""
        return 2 * self.found / max(2 * self.found + self.missed + self.spurious, 1)


def score(gold: GoldPage, figures: Figures) -> None:
    """Compare what `split_articles` gives with the gold of one page.

    Subheads may be in a body or not. A teaser is neither missed nor spurious.
    """
    from retrieval.articles import split_articles

    cut = split_articles(gold.page)
    printed = {n for n, line in enumerate(gold.page.lines, 1) if line.strip()}
    mine = [{n for a, b in x.spans for n in range(a, b + 1)} & printed for x in cut.articles]
    alike = []
    for k, article in enumerate(gold.articles):
        subheads = set(article.lines[SUBHEAD])
        body = set(article.body) - subheads
        alike += [(len(body & m) / len(body | m - subheads), k, j) for j, m in enumerate(mine) if body & m]
    paired: dict[int, int] = {}
    found: set[int] = set()
    for share, k, j in sorted(alike, key=lambda pair: -pair[0]):
        if k not in paired and j not in paired.values():
            paired[k] = j
            found.update({k} if share >= 0.8 else ())
    teasers = {k for k, article in enumerate(gold.articles) if article.kind == "teaser"}
    for k, article in enumerate(gold.articles):
        if k in teasers:
            continue
        figures.found += k in found
        figures.missed += k not in found
        if article.title:
            got = cut.articles[paired[k]].title if k in found else None
            figures.headed += 1
            figures.titles += _bare(got) in {_bare(t) for t in (article.title, *article.variants)}
    figures.spurious += len(mine) - len(paired.keys() & (found | teasers))
    owner = {n: k for k, j in paired.items() for n in mine[j]}
    told = {n for n in printed if gold.roles.get(n, BODY) == BODY}
    figures.lines += len(told)
    figures.right += sum(owner.get(n) == gold.owner.get(n) for n in told)


def _bare(text: str | None) -> str:
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text or ""))


def figures_of(gold: Iterable[GoldPage]) -> Figures:
    """Return the figures of the splitter on these pages."""
    figures = Figures()
    for page in gold:
        score(page, figures)
    return figures


def report(pages: int = 200, page: Callable[[int], GoldPage] = make_page) -> Figures:
    """Return the figures over this many pages."""
    return figures_of(map(page, range(pages)))


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
