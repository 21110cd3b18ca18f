"""Make the articles of the contract from drafts: parts, pieces, spans, kind, section, flags, id, confidence."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from retrieval.articles.evidence.openings import begins_fresh, opens_item, refers_back, repeats
from retrieval.articles.looks import shapes
from retrieval.articles.looks.layout import inwardness
from retrieval.articles.looks.lines import Seen, open_quotes
from retrieval.articles.looks.style import as_beginning, as_inside
from retrieval.articles.mending.drafts import Draft
from retrieval.articles.mending.mend import Mender
from retrieval.articles.pieces.blocks import Stretch
from retrieval.articles.pieces.heads import Headline
from retrieval.handles import printing_handle
from retrieval.records import Article, Kind, Page, Role, Span

# A cut of which others are as good is wrong this often, and a clear one by that many units of the weights hardly ever.
_BRIEF = 260  # characters below which a story of one paragraph is a brief
_TIED, _CLEAR = 0.45, 1.2
_NEWSY = 0.6  # the share of a page's news that opens with a dateline, from which on what has none may be the rest of some
_NAMED = 3  # characters that a text and its headline may both name somebody by, or a place
_LISTS = re.compile("(?:以下|如下|下列)[^，。；]{0,8}[：:]$")
_ADDRESSED = re.compile("[^。；！？;!?]{1,20}[：:]")  # a letter opens: “尊敬的汽车站领导：”
_WHO_WROTE = re.compile("记者|通讯员|实习生|评论员|摄影|整理|报道")
_WIDE = tuple((mark, unicodedata.normalize("NFKC", mark)) for mark in "，：；！？（）％…　")


def build_article(
    page: Page,
    draft: Draft,
    headline: Headline,
    order: dict[int, int],
    publication: str | None,
    newsy: float,
) -> Article:
    """Mend one draft into an article. `order` ranks the page's non-blank lines, so that spans skip blank ones."""
    mender = Mender(page.lines)
    mender.add_part(Role.KICKER, [headline.kicker], "")
    mender.add_part(Role.TITLE, headline.title, " ")
    mender.add_part(Role.SUBTITLE, [headline.subtitle], "")
    mender.add_part(Role.BYLINE, _whole_bylines(draft.bylines), " ")
    paragraphs = body_paragraphs(draft)
    mender.add_part(Role.BODY, paragraphs, "\n")
    text = mender.text
    return Article(
        article_id(text),
        page.source,
        text,
        tuple(mender.parts),
        tuple(mender.pieces),
        _spans(paragraphs, order, {h.lines[0].n for hs in draft.subheads.values() for h in hs}),
        kind=_kind(draft, headline),
        publication=publication,
        date=page.date,
        page=page.page,
        url=page.url,
        truncated_start=starts_cut(draft, newsy),
        truncated_end=ends_cut(draft),
        confidence=_confidence(draft, newsy),
    )


def _whole_bylines(lines: Sequence[Seen]) -> list[list[Seen]]:
    """Return bylines by the lines that each is wrapped over: “（作者单位：清河大学公” / “共管理学院）”, “通讯” / “员 吴昊”."""
    whole: list[list[Seen]] = []
    for line in lines:
        above = whole[-1][-1].text if whole else ""
        wrapped = open_quotes(above) > 0 and open_quotes(line.text) < 0
        if wrapped or _tears_word(above, line.text):
            whole[-1].append(line)
        else:
            whole.append([line])
    return whole


def _tears_word(above: str, below: str) -> bool:
    end = above[-2:]
    return any(m.start() < len(end) < m.end() for m in _WHO_WROTE.finditer(end + below[:2]))


def build_whole(page: Page, lines: Sequence[Seen], order: dict[int, int], publication: str | None) -> Article:
    """Make an article of lines that nothing tells how to cut: each a paragraph, and no trust in it.

    `order` numbers the lines of the page that are not blank.
    """
    mender = Mender(page.lines)
    mender.add_part(Role.BODY, [[line] for line in lines], "\n")
    return Article(
        article_id(mender.text),
        page.source,
        mender.text,
        tuple(mender.parts),
        tuple(mender.pieces),
        _spans([[line] for line in lines], order, set()),
        publication=publication,
        date=page.date,
        page=page.page,
        url=page.url,
        confidence=0.0,
    )


def article_id(text: str, again: int = 0) -> str:
    """Return 16 hex digits that depend on nothing but the letters of the text (and a count for a double)."""
    for mark, plain in _WIDE:  # the usual ones by hand: normalize takes five times as long
        text = text.replace(mark, plain)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    bare = "".join(text.split()) + (f"#{again}" if again else "")
    return hashlib.blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def lasting_name(id: str, letters: str, source: str) -> str:
    """Return by what an article is remembered, found again by `Corpus.article`, given the fingerprint of its `letters`.

    Its id, where that is the fingerprint: that text, in whatever file it lies. An id that somebody gave may stand
    for another text in each file, as where each counts from 1; it is remembered with its file.
    """
    return id if id == letters else printing_handle(id, source)


def name_of(article: Article) -> str:
    """Return by what an article is remembered (see `lasting_name`)."""
    return lasting_name(article.id, article_id(article.text), article.source)


def tell_apart(articles: Iterable[Article]) -> list[Article]:
    """Give the second of two articles with the very same text an id of its own."""
    met: dict[str, int] = {}
    out = []
    for article in articles:
        id = article.id
        while id in met:
            id = article_id(article.text, met[article.id])
            met[article.id] += 1
        met[id] = 1
        out.append(article if id == article.id else replace(article, id=id))
    return out


def body_paragraphs(draft: Draft) -> list[list[Seen]]:
    """Return the paragraphs of the body in reading order, subheads among them, cut sentences healed."""
    found: list[list[Seen]] = []
    for i, stretch in enumerate(draft.stretches):
        heads = draft.subheads.get(i, [])
        found += [h.lines for h in heads]
        paragraphs = [list(p) for p in stretch.paragraphs]
        if found and i and not heads and _goes_on(draft.stretches[i - 1], stretch):
            found[-1] = [*found[-1], *paragraphs.pop(0)]
        found += paragraphs
    return found


def _goes_on(above: Stretch, below: Stretch) -> bool:
    """Return whether a text reads on in the paragraph that the one before it ends with."""
    if below.runs_on and below.at == above.at + 1:
        return True
    return (
        above.open and not below.dateline and not below.bullet and not _begins_paragraph(above, below.first)
    )


def _begins_paragraph(above: Stretch, line: Seen) -> bool:
    """Return whether a line begins a paragraph though no sentence ended before it.

    It is indented, or a row as the one over it, or it is the first of a letter or an item of a list: “推出以下便民举措：”
    and, with blank lines between, “1.延长门诊时间；”, “2.开设绿色通道；”.
    """
    if line.opens or (line.row and above.last.row):
        return True
    if _ADDRESSED.fullmatch("".join(x.text for x in above.paragraphs[-1])) or _LISTS.search(above.text[-16:]):
        return True
    return above.last.text[-1] in "：；:;" and opens_item(line.text)


def _spans(paragraphs: list[list[Seen]], order: dict[int, int], subheads: set[int]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for line in (line for p in paragraphs for line in p):
        if spans and order[line.n] == order[spans[-1][1]] + 1 and not (line.n in subheads and line.gap):
            spans[-1] = (spans[-1][0], line.n)
        else:
            spans.append((line.n, line.n))
    return tuple(spans)


def _kind(draft: Draft, headline: Headline) -> Kind:
    text = draft.text
    title = "".join(line.text for group in headline.title for line in group)
    if draft.teaser:
        return Kind.TEASER
    if not title and draft.stretches[0].bullet and len(draft.stretches) == 1:
        return Kind.ONE_LINER
    credit = any(shapes.CREDIT_END.search(line.text) for line in draft.bylines)
    if len(text) < 500 and not draft.stretches[0].dateline and (credit or draft.stretches[0].caption):
        return Kind.PHOTO
    if shapes.is_notice(title) and not draft.stretches[0].dateline and len(text) < 1500:
        return Kind.NOTICE
    signed = draft.bylines or any(draft.subheads.values()) or len(text) > 900
    if signed and not draft.stretches[0].dateline:
        return Kind.FEATURE
    # Of 1,131 briefs of gold 1,047 have one paragraph, of 2,395 pieces of news 113.
    one = sum(len(x.paragraphs) for x in draft.stretches) == 1
    return Kind.BRIEF if one and len(text) < _BRIEF else Kind.NEWS


def dateline_habit(drafts: list[Draft]) -> float:
    """Return which share of the plain news articles of a page open with a dateline, 0 where there are few."""
    plain = [
        d.stretches[0].dateline
        for d in drafts
        if d.heads
        and not d.bylines
        and not d.stretches[0].caption
        and not d.stretches[0].bullet
        and not d.carried
    ]
    return sum(plain) / len(plain) if len(plain) >= 4 else 0.0


def starts_cut(draft: Draft, newsy: float) -> bool:
    """Return whether the beginning of the article is missing from the page.

    Example: “管理科等的科室工作人员都会陪同……” under a news headline, where all its neighbours open with 本报讯.
    """
    if draft.teaser or not draft.stretches:
        return False
    first = draft.stretches[0]
    if draft.carried or shapes.jumps_in(first.first.text):
        return True
    if first.dateline or first.bullet or draft.subheads.get(0):
        return False
    if inwardness(first.first.text) >= 2.5:
        return True
    if first.caption or draft.bylines or not draft.heads or shapes.is_notice(draft.title_text):
        return False
    return newsy >= _NEWSY and not first.first.row and _begins_inside(first, draft.title_text)


def _begins_inside(first: Stretch, title: str) -> bool:
    """Return whether a text begins rather in the midst of one by its wording; what has the headline's words does not."""
    if begins_fresh(first.first.text) or first.text[:_NAMED] in title or repeats(title, first.text):
        return False
    begins = [first.text.split("\n", 1)[0]]
    return as_inside(begins).item() > as_beginning(begins).item()


def ends_cut(draft: Draft) -> bool:
    """Return whether the end of the article is missing from the page."""
    return (
        draft.jump
        or (
            bool(draft.stretches)
            and draft.stretches[-1].open
            and draft.stretches[-1].last.text[-1] not in "：:"
        )
        or _inline_jump(draft)
    )


def _inline_jump(draft: Draft) -> bool:
    return (
        bool(re.search(r"[（(](?:下转|转)第?.{1,4}版[^）)]*[）)]$", draft.stretches[-1].last.text[-30:]))
        if draft.stretches
        else False
    )


def _confidence(draft: Draft, newsy: float) -> float:
    """Say how sure the cut is: each weakness of the article takes its share.

    Of articles on gold pages held out 59 in a hundred are right where another link makes the page hardly worse (a margin
    under .25), 74 at .5 to 1, 95 at 1.5 to 2.5, 98 from there on.
    """
    sure = 0.98 * (1 - _TIED * math.exp(-draft.margin / _CLEAR))
    if not draft.heads and not draft.stretches[0].bullet:
        sure *= 0.6
    if draft.below:
        sure *= 0.93
    if not draft.stretches[0].dateline and not draft.bylines:
        sure *= 0.9
    if starts_cut(draft, newsy):
        sure *= 0.7
    if draft.stretches[-1].open and not draft.jump:
        sure *= 0.75
    if refers_back(draft.stretches[0].first.text) and not draft.stretches[0].dateline:
        sure *= 0.8
    return round(max(sure - draft.doubt, 0.05), 2)


__all__ = ["article_id", "body_paragraphs", "build_article", "ends_cut", "starts_cut", "tell_apart"]
