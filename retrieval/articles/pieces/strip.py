"""Cut the placed lines into stretches of running text and the slots between them."""

from __future__ import annotations

import re

from retrieval.articles.evidence.weights import BREAKS, TOGETHER, weigh
from retrieval.articles.evidence.words import is_common
from retrieval.articles.looks import shapes
from retrieval.articles.looks.layout import LINE, Place
from retrieval.articles.looks.lines import Seen, is_right_under, is_upright, open_quotes
from retrieval.articles.looks.standing import ALIKE, points_to_photo
from retrieval.articles.looks.style import as_byline, as_label
from retrieval.articles.pieces.blocks import ABOUT_PHOTO, BULLET, Head, Mark, Slot, Stretch, Strip, heads_of
from retrieval.articles.pieces.seams import head_seams, how_unspaced, text_seams
from retrieval.records import Role

_BYLINE = 1.5  # log odds by the wording alone
# Log odds of two lines being of one head above which they make one: over even, for heads that are left apart may still be one headline.
_JOINT = 1.0
_BREAKS, _LINES = 100, 4  # breaks that a page may have, and of how many lines one may be one on a longer page
_BREAK = -5.0  # log odds of an article's beginning or going on here above which it may
# log odds that a label needs by its wording, where its shape is one and where not
_LABEL, _NO_LABEL = -1.0, 0.5
_MOST = 60  # lines of a head
_PEN = "□○◎◇"  # bullets before pen names
_PROSE_WIDTH = 30  # half-width columns, more than a label or a name has
_NEAR = 3  # lines under a head, where what it wants may stand
_PHOTO = 60  # half-width columns of a photo's caption in one line
_SEAT = re.compile(r".{2}[县市区镇乡村院校矿厂局]")  # ends as hardly a given name does
_NOTICE = re.compile(r"特此|公示|监督|来稿|举报|咨询|电话|声明|致歉|异议|敬请|本报")


def cut_strip(seen: list[Seen], places: list[Place | None]) -> Strip:
    """Gather placed lines into stretches and slots.

    A stretch ends where an article may end, or may go on elsewhere: at a blank line, at anything that is no text,
    and where what both lines are says so, at a dateline, a bullet or a caption.
    """
    strip = Strip(unspaced=how_unspaced(seen, places))
    text: list[list[Seen]] = []
    listing = bulleted = False
    joints = {n: weigh(evidence, TOGETHER) for n, evidence in head_seams(seen, places, strip.unspaced)}
    breaks = {n: weigh(evidence, BREAKS) for n, evidence in text_seams(seen, places, strip.unspaced)}
    runs_on = {
        line.n for line, place in zip(seen, places, strict=True) if place is Place.CONTINUES
    } & breaks.keys()
    least = _least(breaks, len(seen))

    def close() -> None:
        if text:
            n = text[0][0].n
            strip.stretches.append(
                Stretch(list(text), listed=listing, parted=breaks.get(n, 0.0), runs_on=n in runs_on)
            )
            strip.slots.append([])
            text.clear()

    bylines = _read_bylines(seen, places)
    numbered = False  # whether the line over this one is the number of a part, or its subhead
    for i, (line, place) in enumerate(zip(seen, places, strict=True)):
        inside, numbered = numbered and not line.role, line.numeral > 0
        if inside and place is Place.DISPLAY:  # the subhead of a part, under its number
            text.append([line])
            numbered = seen[i - 1].numeral > 0
            continue
        if place is Place.STARTS or place is Place.CONTINUES:
            starts = place is Place.STARTS
            verses = line.row and text and text[-1][-1].row and line.gap == 1
            if (
                text
                and not (verses or inside)
                and (line.gap or numbered or (starts and listing) or breaks.get(line.n, least) > least)
            ):
                close()
            bullet = BULLET.match(line.text) is not None
            if not text and strip.slots[-1]:
                listing, bulleted = _lists_briefs(strip.slots[-1]), bullet
            elif not text and bulleted and not bullet:  # what has none stands under the list
                listing = False
            if text and not starts:
                text[-1].append(line)
            else:
                text.append([line])
            continue
        slot = [] if text else strip.slots[-1]
        role = _role_here(seen, i, slot, bool(text)) or _byline_role(seen, i, slot, line.n in bylines)
        close()
        slot = strip.slots[-1]
        if role:
            slot.append(Mark(line, role))
        elif _joins(slot, line, joints.get(line.n, -1.0)):
            head = slot.pop()
            assert isinstance(head, Head)  # noqa: S101 - _joins looked
            slot.append(Head([*head.lines, line], joint=head.joint))
        else:
            slot.append(Head([line], joint=joints.get(line.n, 0.0)))
    close()
    strip.label_columns()
    _read_labels(strip)
    strip.count()
    for stretch, below in zip(strip.stretches, strip.slots[1:], strict=True):
        stretch.credited = bool(below) and isinstance(below[0], Mark) and _credits(below[0])
    return strip


def set_captions_aside(strip: Strip) -> list[Stretch]:
    """Take the captions out of a strip that stand in the midst of its text, so that this goes on over them, and return them.

    Example: “……打着手电筒帮司机” / “▲村民在路边拾瓜。 乡政府供图” / “把瓜装回车上。”.
    """
    kept: list[int] = []
    aside: list[Stretch] = []
    waiting: list[int] = []
    for at, stretch in enumerate(strip.stretches):
        if kept and not strip.slots[at] and _tells_photo(stretch):
            waiting.append(at)
            continue
        above = strip.stretches[kept[-1]] if kept else None
        if waiting and (strip.slots[at] or not above or not _goes_round(above, stretch)):
            kept += waiting
        elif waiting:
            aside += [strip.stretches[k] for k in waiting]
            stretch.parted, stretch.runs_on = 0.0, False
        waiting = []
        kept.append(at)
    kept += waiting
    if aside:
        strip.slots = [*(strip.slots[at] for at in kept), strip.slots[-1]]
        strip.stretches = [strip.stretches[at] for at in kept]
        strip.count()
    return aside


def _tells_photo(stretch: Stretch) -> bool:
    """Return whether a line says what a photo shows: which one, “左上图：”, or who took it."""
    if stretch.first is not stretch.last or stretch.first.width > _PHOTO:
        return False
    about = not stretch.open and ABOUT_PHOTO.match(stretch.text) is not None
    return about or points_to_photo(stretch.text)


def _goes_round(above: Stretch, below: Stretch) -> bool:
    """Return whether a text may go on over what stands between."""
    lists = above.bullet or below.bullet or above.caption or below.caption
    return not lists and not below.dateline and (above.open or below.first.gap <= 1)


def _least(breaks: dict[int, float], lines: int) -> float:
    """Return the log odds above which a text breaks: where many seams may be breaks, the surest are.

    A page of 600 paragraphs that read alike is no page of 600 texts.
    """
    most = max(_BREAKS, lines // _LINES)
    odds = sorted(breaks.values(), reverse=True)
    return max(_BREAK, odds[most]) if len(odds) > most else _BREAK


def _read_labels(strip: Strip) -> None:
    """Let the wording of a head overrule its shape where it is sure: “银杏” is an essay's headline, “走基层看变化” a label.

    Of 4,900 heads on the gold pages the shape alone judges 192 wrongly, both together 149. A label behind a bullet or in brackets is
    sure, but of 15 right over text that don't read as labels one is: “【案情】” is a subhead. So is a notice's headline a label over
    another head alone: of 23 that read so on pages with gold 22 are one, of 7 over text none. What leaves a bracket open is part of
    a line.
    """
    heads = [(head, slot) for slot in strip.slots for head in heads_of(slot)]
    for (head, slot), odds in zip(heads, as_label([head.text for head, _ in heads]).tolist(), strict=True):
        over_text = head is slot[-1] and slot is not strip.slots[-1]
        head.named = odds
        head.marked = head.marked and (odds > 0 or not over_text)
        head.label = head.marked or (not head.titled and odds > (_LABEL if head.label else _NO_LABEL))
        noticed = over_text and shapes.NOTICE_END.search(head.text) is not None
        head.label = head.label and not noticed and not open_quotes(head.text)
    _name_alike([head for head, _ in heads])


def _name_alike(heads: list[Head]) -> None:
    """Let heads behind one bullet, three or more, name sections all together, as most of them do, or none."""
    alike: dict[str, list[Head]] = {}
    for head in heads:
        if head.text[0] in shapes.BULLETS:
            alike.setdefault(head.text[0], []).append(head)
    for marked in alike.values():
        if len(marked) >= ALIKE:
            named = 2 * sum(head.label for head in marked) > len(marked)
            for head in marked:
                head.label, head.marked = named, named and head.marked


def _read_bylines(seen: list[Seen], places: list[Place | None]) -> set[int]:
    """Return which display lines read as bylines by their wording."""
    shown = [
        line
        for line, place in zip(seen, places, strict=True)
        if place is Place.DISPLAY and line.width <= LINE
    ]
    odds = as_byline([line.text for line in shown]).tolist()
    return {
        line.n
        for line, x in zip(shown, odds, strict=True)
        if x > _BYLINE and not shapes.has_column_field(line.text)
    }


def _credits(mark: Mark) -> bool:
    """Return whether a photographer's credit is printed right under a text."""
    return mark.role is Role.BYLINE and not mark.line.gap and shapes.is_photo_credit(mark.line.text)


def _lists_briefs(slot: Slot) -> bool:
    """Return whether the last thing above is a label of briefs (“简讯”, “一句话新闻”): each paragraph is one."""
    last = slot[-1]
    return isinstance(last, Head) and last.label and bool(shapes.BRIEFS.search(last.text))


def _role_here(seen: list[Seen], i: int, slot: Slot, after_text: bool) -> Role | None:
    """Return the furniture role of a line that stands in a slot or after a line of text; a label is a head.

    A date under a text or its signature belongs to it: of 44 such lines on pages with gold 43. Over other furniture it is the page's.
    """
    line = seen[i]
    if line.role is Role.SECTION:
        return None
    near = i > 0 and line.at - seen[i - 1].at <= _NEAR
    if near and line.role in (None, Role.RUNNING_HEAD) and shapes.WRITTEN.fullmatch(line.text):
        above = slot[-1] if slot else None
        signed = isinstance(above, Mark) and above.role is Role.BYLINE
        of_page = i + 1 < len(seen) and seen[i + 1].role is Role.RUNNING_HEAD
        if signed or (after_text and not of_page):
            return Role.BYLINE
    return line.role


def _joins(slot: Slot, line: Seen, joint: float) -> bool:
    """Return whether a display line is printed together with the head before it; `joint` are the log odds of that.

    A line that opens with a dash is a subtitle of what stands over it, set apart or not: of 103 on the gold pages 103; what ends
    in a dash or a colon leads on. A headline set upright has a character a line.
    """
    above = slot[-1] if slot else None
    if not isinstance(above, Head) or len(above.lines) >= _MOST:
        return False
    under = line.at - above.lines[-1].at
    if is_right_under(above.lines[-1], line) and is_upright([above.lines[-1].text, line.text]):
        return True
    if line.text.startswith(shapes.DASHES) and under <= _NEAR:
        return True
    if joint <= _JOINT:
        leads_on = above.text.endswith(("：", ":", *shapes.DASHES)) and not above.label
        return under <= _NEAR and bool(line.gap) and leads_on
    return True


def _byline_role(seen: list[Seen], i: int, slot: Slot, reads: bool) -> Role | None:
    """Recognise who wrote or signed a text from a line without a mark: a name, an office and a name, an office.

    `reads`: the line reads as a byline by its wording, whatever its shape.
    Examples: “罗一粟” under a headline, “▲ 洛川市中心医院肾内科 孟繁星” under a text, “校长办公室” or “妻 秀宁” over a date.
    """
    line, below = seen[i], seen[i + 1] if i + 1 < len(seen) else None
    text = shapes.unbulleted(line.text)
    under = bool(slot) and isinstance(slot[-1], Head) and not slot[-1].label
    if (
        line.role is Role.SECTION
        and text != line.text
        and _is_pen_name(line.text[0], text, below if under else None)
    ):
        return Role.BYLINE
    if _heads_signed(line, below, slot):
        return None
    if reads:
        return Role.BYLINE
    if line.role or line.width > 48 or shapes.has_column_field(line.text):
        return None
    signs = under and _is_spaced_name(line.text)
    if signs and not (below and _is_name(below.text)):  # that one signs: this is another headline
        return Role.BYLINE
    author = shapes.AUTHOR.fullmatch(text)
    if shapes.SUPPLIED.fullmatch(line.text) or _is_name(author["name"] if author else line.text):
        return Role.BYLINE
    # At the top of a page nothing is signed yet.
    dated = i > 0 and below is not None and not below.gap and shapes.WRITTEN.fullmatch(below.text) is not None
    over = seen[i + 2] if i + 2 < len(seen) else None
    # A web site prints the day under a headline, and under that the story.
    told = over is not None and over.role is None and over.width > _PROSE_WIDTH and line.gap > 0
    if dated and not slot and not told:
        return Role.BYLINE
    if not shapes.ORGANISATION.search(line.text):
        return None
    # “清河县医疗保障局” over a day signs a notice also where a blank line parts them.
    signed = not slot and below is not None and below.gap <= 1 and shapes.WRITTEN.fullmatch(below.text)
    if dated or signed or (not slot and _signs_notice(seen, i, below)):
        return Role.BYLINE
    return None


def _heads_signed(line: Seen, below: Seen | None, slot: Slot) -> bool:
    """Return whether a line that reads as a name is a headline: right over a dateline, or over who signs it.

    “石榴红” and right under it “□ 周桂芳”, “严查酒驾 保平安” and right under it “本报讯……”.
    """
    if below is None or below.gap or not line.gap or slot:
        return False
    signed = (
        below.role is Role.BYLINE and below.text[0] not in "（(" and not shapes.is_photo_credit(below.text)
    )
    return below.dateline or signed


def _is_pen_name(bullet: str, text: str, over: Seen | None) -> bool:
    """Return whether a bullet stands before a name rather than a label; of 31 lines after □ one is a label: “□ 数据”.

    Right under a headline and over its text (`over`) other bullets stand before pen names too: “○ 炊烟”.
    """
    if shapes.LABEL_WORDS.search(text) or shapes.BRIEFS.search(text) or text.endswith("则"):
        return False
    placed = over is not None and over.role is None and over.width > _PROSE_WIDTH
    pen = len(text) <= 4 and ((bullet == "□" and not is_common(text)) or (placed and bullet in _PEN))
    return pen or _is_name(text)


def _is_spaced_name(text: str) -> bool:
    """Return whether two characters stand apart as those of a name do: of 66 such lines under a headline 65 are one, “斐　然” too."""
    spaced = shapes.SPACED_NAME.fullmatch(text) is not None
    return spaced and not shapes.BRIEFS.search("".join(text.split()))


def _is_name(text: str) -> bool:
    """Return whether a line is nothing but names, and no common word that only looks like one: 高原, 方法; nor a place: 石湾矿."""
    if not shapes.AUTHOR_NAME.fullmatch(text) or _SEAT.fullmatch(text):
        return False
    return len(text) > 3 or not is_common("".join(text.split()))


def _signs_notice(seen: list[Seen], i: int, below: Seen | None) -> bool:
    """Return whether an office stands under a text as its signature: right under it, or under what a notice says."""
    line, above = seen[i], seen[i - 1] if i else None
    if above is None or (below is not None and not below.gap and not below.role):
        return False
    return not line.gap or (line.at - above.at <= 2 and _NOTICE.search(above.text) is not None)
