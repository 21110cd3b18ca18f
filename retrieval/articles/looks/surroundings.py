"""What do the other lines of a page make of a line: part of a sentence, of a table, of a notice, a running head?"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile

from retrieval.articles.looks import shapes
from retrieval.articles.looks.lines import End, Seen, open_quotes, printed, see_line
from retrieval.articles.looks.standing import POINTING, points_to_photo
from retrieval.articles.looks.tables import (
    SCRAPS,
    WIDEST,
    make_rows,
    mark_first_rows,
    mark_lists,
    unmark_headlines,
    unmark_rows,
)
from retrieval.articles.looks.verses import mark_pen_names, mark_poems
from retrieval.records import Page, Role
from retrieval.visible import INVISIBLE

_NAME = re.compile(r"[\u4e00-\u9fff]{4,10}")
_PROSE = re.compile(r"[，。、；,]")
_DOUBTFUL = (Role.BYLINE, Role.SCAN_PROMPT, Role.SECTION, Role.EDITOR)
_OF_PAPER = re.compile(
    "新闻|投稿|来[信稿]|订阅|发行|广告|本[报刊版]|编辑|读者|爆料|报社|总编|值班|官方|邮发|公众号|(?<!举)报(?!名)|刊"
)
_MAILED = re.compile(r"@[\w-]*$")
_OF_STORY = re.compile(f"^(?:{shapes.CALLED_FOR})")
_ADDRESSED = re.compile(r"(?P<whom>[\u4e00-\u9fff]{2,8})[：:]")
_DRAW = re.compile(r"[^：:，。\s]{2,12}第\s?\d{5,7}\s?期[^：:，。\s\d]{0,6}")  # “双色球第2025062期”
_EDGE = 3  # lines at a page's top and bottom, where its running heads stand
_SAID = 7  # characters that a caption has more of
_PAGE = 20  # lines, without which nothing is usual
_WRAPPED = 0.3
_TITLED = 44  # half-width columns of a headline, which comes to no stop
_CODED = 16  # half-width columns of what a code leads to: “通知全文” under “扫码看”
_FITTING = (*SCRAPS, Role.EDITOR, Role.BYLINE)
_WRITERS = re.compile("记者|通讯员|作者|供稿|[摄文图]")


def see_lines(page: Page) -> list[Seen]:
    """Look at each non-blank line of a page.

    Example: “本报讯 （特约记者刘青）近日召” opens with a dateline, is 30 columns wide and ends open.
    """
    seen: list[Seen] = []
    gap = 0
    for n, line in enumerate(page.lines, 1):
        text = printed(line)
        if not text or shapes.RULE.fullmatch(text):  # what is drawn parts as what is blank
            gap += 1
            if text:
                seen.append(Seen(n, text, 0, gap, End.OPEN, False, Role.OTHER))
            continue
        seen.append(see_line(n, text, gap))
        seen[-1].indent = _indent(line)
        gap = 0
    _close_up(seen)
    _keep_tails(page, seen)
    _join_datelines(seen)
    _unmark_running(seen)
    _unmark_heads(seen)
    _unmark_numerals(seen)
    _close_signed(seen)
    _unmark_contacts(seen)
    unmark_rows(seen)
    _unmark_bullets(seen)
    _unmark_captions(seen)
    _mark_pairs(seen)
    _mark_repeats(seen)
    _mark_contents(seen)
    _mark_linked(seen)
    _mark_names(seen)
    _mark_mastheads(seen)
    _mark_letters(seen)
    mark_pen_names(seen)
    mark_poems(seen)
    mark_lists(seen)
    unmark_headlines(seen)
    mark_first_rows(seen)
    for above, below in pairwise(seen):
        below.fresh = above.numeral > 0 or above.role in (Role.SECTION, Role.JUMP)
    return seen


def _close_up(seen: list[Seen]) -> None:
    """Leave out the blank lines that a dump puts after every line, so that those which are left tell something.

    Paragraphs on a line each stand apart as well, but they end with a sentence, and few are of one width: on the gold
    pages so printed .00 to .16 of the lines break off over one as wide, where columns are wrapped .5.
    """
    gaps = [line.gap for line in seen[1:]]
    usual = sorted(gaps)[len(gaps) // 10] if len(seen) > _PAGE else 0
    wrapped = sum(a.end is not End.STOP and abs(a.width - b.width) <= 2 for a, b in pairwise(seen))
    if not usual or wrapped < _WRAPPED * len(seen):
        return
    each = usual + 1
    every = all((gap + 1) % each == 0 for gap in gaps)  # the end of every line is printed twice, blank or not
    left = 0
    for line in seen[1:]:
        closed = (line.gap + 1) // each - 1 if every else max(line.gap - usual, 0)
        left += line.gap - closed
        line.gap = closed
        line.at -= left


def _indent(line: str) -> int:
    """Return how many columns are blank at the beginning of a line: two for “　”, one for a space."""
    if line[0] not in shapes.STRIP:
        return 0
    blank = line[: len(line) - len(line.lstrip(shapes.STRIP))]
    return sum(2 if c in "\u3000\t" else c not in INVISIBLE for c in blank)


def _keep_tails(page: Page, seen: list[Seen]) -> None:
    """Keep a space printed at the end of a line, where that is the exception: “……段晓岚 通讯员 ” / “方立群）……”."""
    tails = [line for line in seen if " " in _tail(page.lines[line.n - 1])]
    if len(tails) * 10 <= len(seen):
        for line in tails:
            line.tail = " "


def _tail(line: str) -> str:
    return line[len(line.rstrip(shapes.STRIP)) :]


def _join_datelines(seen: list[Seen]) -> None:
    """Let a line go on with the dateline over it: “本报北京3月13日电” / “（记者王云杉）记者从国家……”."""
    for above, line in pairwise(seen):
        torn = above.text[0] in "【〔［[" and not line.gap and open_quotes(above.text) > 0
        if torn and shapes.DATELINE.match(above.text + line.text):
            above.dateline, above.role, line.role = True, None, None
        if above.dateline and not line.gap and above.text[-1] in "电讯" and line.text[0] in "（(":
            line.dateline = False
            if line.role is Role.BYLINE:
                line.role = None


def _unmark_bullets(seen: list[Seen]) -> None:
    """Take the role back from a bullet line that the next line goes on with: “●清溪县石坪镇中心小学” / “遗失……”."""
    for a, b in pairwise(seen):
        if a.role is Role.SECTION and b.gap == 0 and a.width >= 16 and b.width >= a.width - 1:
            a.role = None


def _unmark_captions(seen: list[Seen]) -> None:
    """Take captions over a photographer's credit for text, a line each: “▲孩子们在新桥上放学回家” / “本报记者 王强 摄”.

    Behind such a mark a line may also be a section's name, or say who wrote a text; no credit stands under those.
    """
    credited = False  # whether the line under this one is a credit, or a caption
    below: Seen | None = None
    for line in reversed(seen):
        near = below is not None and below.gap <= 1
        said = line.role in (None, Role.SECTION) and line.text[0] in POINTING and line.end is not End.STOP
        credited = said and len(line.text) > _SAID and near and (credited or _credits(below))
        if credited:
            line.role, line.row = None, True
        elif line.role is None and below is not None and not below.gap and points_to_photo(line.text):
            line.row = True  # and be it in the midst of a sentence
        below = line


def _credits(line: Seen | None) -> bool:
    return line is not None and line.role is Role.BYLINE and shapes.is_photo_credit(line.text)


def _unmark_contacts(seen: list[Seen]) -> None:
    """Take the role back from a telephone or an address that is part of a text: in a notice, or right under a text.

    There the paper's own stand too: “投稿邮箱”, “本报热线”.
    """
    inside = 0
    if not any(_is_contact(line) for line in seen):
        return
    told = False  # whether text ends in the line over this one, or what tells whom to call
    for over, above, line in zip([None, *seen], seen, seen[1:], strict=False):
        own = above.role is None and _OF_STORY.search(above.text) is not None
        prose = above.role is None and above.end is End.STOP
        told = told or own or (prose and (above.width > 44 or _PROSE.search(above.text) is not None))
        near = not line.gap or (line.gap == 1 and (own or _OF_STORY.search(line.text) is not None))
        told = told and near and _is_contact(line) and not _OF_PAPER.search(line.text)
        if told:  # “联系人：韩老师” / “电话：……”, each a line of its own
            line.role, line.row = None, True
            # A paragraph in one line stands over its telephone as a row does; of one that is wrapped the last line doesn't.
            begins = over is None or over.role is not None or above.gap > 0 or over.end is End.STOP
            whole = not line.gap and (begins or above.width > WIDEST)
            above.row = above.row or whole or (own and above.width <= WIDEST)
    for line in seen:
        if line.role is None and line.width <= 60 and shapes.NOTICE_END.search(line.text):
            inside = 12
        elif line.gap or not inside:
            inside = min(inside, 1) if line.gap and inside < 12 else inside
        if inside and _is_contact(line):
            line.role = None
        inside = max(inside - 1, 0)


def _is_contact(line: Seen) -> bool:
    return line.role in SCRAPS and shapes.CONTACT.search(line.text) is not None


def _mark_names(seen: list[Seen]) -> None:
    """Take the paper's name, alone or with a section's name, for a running head: “清 河 医 苑”, “清河医苑 综合新闻”.

    A running head that gives more than the name tells it: “2024年4月15日 总第312期 清河医苑”.
    """
    heads = (line.text for line in seen if line.role is Role.RUNNING_HEAD)
    names = {field for text in heads for field in text.split() if _NAME.fullmatch(field) and field != text}
    if not names:
        return
    for line in seen:
        if line.role is not None or line.width > 40 or line.end is not End.OPEN:
            continue
        name, *rest = line.text.split()
        section = sum(map(len, rest)) <= 8 and not any(map(str.isdigit, line.text))
        if "".join([name, *rest]) in names or (name in names and section):
            line.role = Role.RUNNING_HEAD


def _mark_mastheads(seen: list[Seen]) -> None:
    """Take a paper's or a column's short name among running heads for one of them: “西江法治报” under a date."""
    for i, line in enumerate(seen):
        if line.role is not None or line.width > 20 or line.end is not End.OPEN:
            continue
        above, below = (seen[i - 1] if i else None), (seen[i + 1] if i + 1 < len(seen) else None)
        beside = above is not None and not line.gap and above.role is Role.RUNNING_HEAD
        over = below is not None and not below.gap and below.role is Role.RUNNING_HEAD
        paper = shapes.PAPER.fullmatch(line.text) is not None
        if (beside and over) or (paper and (beside or over)) or (over and above is None and line.width <= 12):
            line.role = Role.RUNNING_HEAD


def _close_signed(seen: list[Seen]) -> None:
    """End a sentence at a signature or credit that is wrapped over two lines: “……予以奖励。（教务处 蒋” / “欣）”."""
    for a, b in pairwise(seen):
        if b.role or a.role or b.gap or b.end is End.STOP or b.width > min(a.width, 40):
            continue
        if shapes.ends_signed((a.text + b.text)[-36:]):
            b.end = End.STOP


def _unmark_running(seen: list[Seen]) -> None:
    """Take the role back from a line that only looks like a byline or a prompt: the end of a wrapped sentence.

    Example: “……读者达9.2万人次。 本” and under it “报记者 史可 摄”.
    """
    for a, b, c in zip(seen, seen[1:], seen[2:], strict=False):
        if c.role not in _DOUBTFUL or c.gap or b.gap:
            continue
        if b.end is End.STOP or a.role or b.role or not -6 <= b.width - a.width <= 6 or b.width < 16:
            continue
        if c.width <= b.width + 2 and _PROSE.search(a.text + b.text):
            c.role = None
    for c, d in pairwise(seen):
        if c.role is not None and d.role is None and not d.gap and _runs_on(c, d):
            c.role = None
    for b, c, d in zip(seen, seen[1:], seen[2:], strict=False):
        if c.role in _FITTING and not c.gap and not d.gap and _fills_column(b, c, d):
            c.role = None


def _unmark_heads(seen: list[Seen]) -> None:
    """Take the role back from a headline that tells of the weather or a price, and from subheads with a number.

    Right over a dateline stands a headline: “今日最高39℃ 公交送绿豆汤”; so does which draw it was, right over what was drawn. In the
    midst of a page, over text, no running head has a number and any word: “误区 1”, “01 合理膳食”.
    """
    edge = _EDGE if len(seen) > _PAGE else 1
    for i, (line, below) in enumerate(pairwise(seen)):
        if line.role is Role.OTHER and below.dateline and below.gap <= 1 and shapes.may_tell(line.text):
            line.role = None
        if line.gap and line.role is Role.OTHER and _DRAW.fullmatch(line.text):
            drawn = takewhile(
                lambda x: not x.gap and x.width <= WIDEST and any(map(str.isdigit, x.text)), seen[i + 1 :]
            )
            if rows := list(drawn):
                line.role = None
                make_rows(rows)
        inside = edge <= i < len(seen) - edge and below.role is None
        if line.role is Role.RUNNING_HEAD and inside and shapes.may_be_subhead(line.text):
            line.role = None


def _unmark_numerals(seen: list[Seen]) -> None:
    """Take numbers on lines of their own that count from one up for those of a text's parts: “01”, “02” … or “一”, “二” ….

    Under each stands text, and no sentence is cut over it; where one of that style is none of them, they count pages.
    """
    parts: dict[str, list[tuple[int, Seen]]] = {}  # by style
    pages = set()  # styles of numbers that count pages
    for above, line, below in zip([None, *seen], seen, [*seen[1:], None], strict=False):
        number = shapes.part_number(line.text) if line.role in (None, Role.RUNNING_HEAD) else None
        if number is None:
            continue
        style, value = number
        before = parts.setdefault(style, [])
        follows = value == 1 or (before and value == before[-1][0] + 1)
        whole = above is None or above.role or above.end is End.STOP or above.width <= _TITLED
        if not (follows and whole and below and below.role is None and not below.dateline):
            pages.add(style)
        before.append((value, line))
    for style, numbers in parts.items():
        if style not in pages and max(value for value, _ in numbers) > 1:
            for value, line in numbers:
                line.role, line.row, line.numeral = None, True, value


def _fills_column(b: Seen, c: Seen, d: Seen) -> bool:
    """Return whether a line that looks like furniture is one of wrapped text, by the lines over and under it.

    Example: “……我市2025年度职称申报工作已经启动，请各单位于” / “2025年6月30日前将申报材料报送至市人社局专业” / “技术人员管理科……”.
    """
    wide = max(b.width, d.width)
    if b.role or d.role or d.dateline or b.end is End.STOP or b.width < 16 or abs(c.width - wide) > 3:
        return False
    if wide - b.width > 6 or not _PROSE.search(b.text + d.text):
        return False
    return c.role is not Role.BYLINE or (c.text[0] in "（(" and not _WRITERS.search(c.text))


def _runs_on(c: Seen, d: Seen) -> bool:
    """Return whether a line that looks like furniture goes on in the next one.

    Example: “食堂负责人盛琳给记者算了一” / “笔账：推出小份菜前……”, “报名电话：13900000217（罗经” / “理），地址：……”,
    “简历请发至qinghe@16” / “3.com……”.
    """
    if c.role is Role.BYLINE:
        full = abs(c.width - d.width) <= 2 and d.width >= 16 and _PROSE.search(d.text) is not None
        return full and c.text.isalpha()
    if c.role in SCRAPS and _MAILED.search(c.text) and d.text[0].isascii():
        return True
    return c.role in SCRAPS and open_quotes(c.text) > 0 and open_quotes(c.text + d.text) == 0


def _mark_pairs(seen: list[Seen]) -> None:
    """Give split bylines, credits and editors' lines one role: “成昕 刘玉英” above “摄影报道”."""
    for a, b in pairwise(seen):
        if a.role is None and b.role is None and b.text[-1] not in "）)" and not _holds(a, b):
            continue
        if b.gap == 0 and a.role is None and b.role is Role.BYLINE and b.width <= 12 and _names_for(a, b):
            a.role = Role.BYLINE
        if a.role is Role.BYLINE and b.role is None and b.gap == 0 and _carries_on(a, b):
            b.role = Role.BYLINE
        if a.role is Role.EDITOR and b.role is None and a.width <= 10 and b.width <= 16 and _is_names(b):
            b.role = Role.EDITOR
        if a.role in (None, Role.BYLINE) and b.role is None and not b.gap and (_signs(a, b) or _holds(a, b)):
            a.role = b.role = Role.BYLINE
        if (
            a.role is Role.SCAN_PROMPT
            and b.role is None
            and not b.gap
            and b.width <= _CODED
            and b.end is End.OPEN
            and shapes.SCAN.fullmatch(a.text)
        ):
            b.role = Role.SCAN_PROMPT


def _signs(a: Seen, b: Seen) -> bool:
    """Return whether two lines are one signature in brackets: “（市第二人民医院骨科副主任医师” / “贺知行）”."""
    bracketed = a.text[0] in "（(" and b.text[-1] in "）)" and len(a.text) <= 20
    return bracketed and shapes.SIGNATURE.fullmatch(a.text + b.text) is not None


def _holds(a: Seen, b: Seen) -> bool:
    """Return whether a line names somebody and the next one an office: “郭维桢” over “国家卫生发展研究中心研究员”."""
    name = shapes.unbulleted(a.text)
    return shapes.AUTHOR_NAME.fullmatch(name) is not None and shapes.OFFICE.fullmatch(b.text) is not None


def _is_names(line: Seen) -> bool:
    """Return whether a line is nothing but names, and no place: “黑龙江” is as long as one."""
    named = line.width <= 40 and shapes.NAMES.fullmatch(line.text) is not None
    return named and not shapes.is_place(line.text)


def _names_for(a: Seen, b: Seen) -> bool:
    """Return whether a line holds the names for what the next one says they did: “成昕 刘玉英” over “摄影报道”."""
    return _is_names(a) and b.text[0] not in shapes.BULLETS and "记者" not in b.text


def _carries_on(a: Seen, b: Seen) -> bool:
    marked = a.text[0] in "□■◇◆"
    titled = (
        b.end is End.OPEN
        and b.width <= 30
        and " " in b.text
        and shapes.NAMES.fullmatch(b.text.split()[-1]) is not None
    )
    return marked and titled and len(b.text.split()) == 2


def _mark_contents(seen: list[Seen]) -> None:
    """Take the headlines that a web site lists over its page for what they are: each stands again over its text."""
    if not any(_of_site(line, shapes.NAVIGATION) for line in seen):
        return
    left = Counter(line.text for line in seen if line.role is None)
    listing = False
    for line in seen:
        listing = _of_site(line, shapes.NAVIGATION) or (
            listing and (line.role is not None or left[line.text] > 1)
        )
        if listing and line.role is None:
            line.role = Role.OTHER
            left[line.text] -= 1


def _mark_linked(seen: list[Seen]) -> None:
    """Take the headlines of other articles for what they are that a web site lists under “相关新闻”, “热门排行”."""
    if not any(_of_site(line, shapes.WEB) for line in seen):
        return
    listing = False
    for line in seen:
        if shapes.LINKED.fullmatch(line.text):
            listing = True
        elif line.gap or line.end is End.STOP:
            listing = False
        if listing:
            line.role = Role.OTHER


def _of_site(line: Seen, shape: re.Pattern[str]) -> bool:
    """Return whether a line is what a web site prints around its text, of a certain shape."""
    return line.role is Role.OTHER and shape.fullmatch(line.text) is not None


def _mark_letters(seen: list[Seen]) -> None:
    """Take who signs a letter for text where its answer stands right under it, and whom it asks for who signs that.

    Example: “禾苗老师：……怎么办？” / “——一个怕黑的孩子” / “同学：你好！……” / “禾苗老师”.
    """
    asked = ""
    for above, line, below in zip([None, *seen], seen, [*seen[1:], None], strict=False):
        addressed = _ADDRESSED.match(line.text) if line.role is None else None
        if above is None or line.gap:
            asked = ""
        elif asked and above.end is End.STOP and line.text == asked:
            line.role = Role.BYLINE
        elif asked and above.end is End.STOP and line.text.startswith(shapes.DASHES):
            answered = below is not None and not below.gap and below.role is None
            line.row = line.row or (answered and line.role is None)
        if addressed and not asked:
            asked = addressed["whom"]


def _mark_repeats(seen: list[Seen]) -> None:
    """Take a short line printed three times or more for a running head, where one of them tears a sentence.

    What is repeated may be a headline as well, “遗失声明”, or a line of texts that are alike but for a name.
    """
    count = Counter(line.text for line in seen if _may_run(line))
    often = {text for text, times in count.items() if times >= 3}
    if not often:
        return
    torn = set()
    text: list[Seen] = []  # the two lines over it
    for line, below in zip(seen, [*seen[1:], None], strict=True):
        in_column = _beside(line, below) or (text and _beside(text[-1], line))
        if line.text not in often or in_column:
            text = [*text[-1:], line] if line.role is None else text
        elif len(text) > 1 and text[-1].end is not End.STOP and (text[-1].width > 44 or _beside(*text)):
            torn.add(line.text)
    for line in seen:
        if line.text in torn and _may_run(line):
            line.role = Role.RUNNING_HEAD


def _may_run(line: Seen) -> bool:
    return line.role is None and line.width <= 40 and line.end is End.OPEN and not _PROSE.search(line.text)


def _beside(above: Seen, below: Seen | None) -> bool:
    """Return whether two lines are of one column: one right under the other, and as wide."""
    return below is not None and not below.gap and above.width >= 16 and abs(above.width - below.width) <= 2
