"""Draw a page and its articles for an editor's eye: the dump on the left, the clippings on the right."""

from __future__ import annotations

import re
from html import escape as escaped

from retrieval.records import SUSPICIOUS, Article, Kind, PageCut, Role

_GOLDEN = 137.508  # degrees: neighbouring articles get hues far apart, however many there are
_NAMES = {
    Role.KICKER: "引题",
    Role.TITLE: "标题",
    Role.SUBTITLE: "副题",
    Role.BYLINE: "署名",
    Role.BODY: "",
    Role.SECTION: "栏目",
    Role.JUMP: "转版",
    Role.SCAN_PROMPT: "扫码",
    Role.EDITOR: "编辑",
    Role.TEASER: "导读",
    Role.RUNNING_HEAD: "报头",
    Role.OTHER: "其他",
}
_KINDS = {
    Kind.NEWS: "消息",
    Kind.FEATURE: "通讯",
    Kind.BRIEF: "简讯",
    Kind.PHOTO: "图片",
    Kind.NOTICE: "启事",
    Kind.ONE_LINER: "一句话",
    Kind.TEASER: "导读",
}
_STYLE = """
*{box-sizing:border-box}
body{font:15px/1.6 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;margin:0;color:#1b1b1b;background:#f6f4ef}
header{position:sticky;top:0;z-index:2;background:#2b2b2b;color:#fff;padding:8px 20px;font-family:sans-serif;font-size:14px}
header b{margin-right:14px;font-size:16px}header .warn{color:#ffb4a2}
main{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,10fr);gap:18px;padding:14px 20px}
main.ready{display:block;max-width:44em;margin:auto}
h2{font:600 13px sans-serif;color:#777;margin:2px 0 8px;letter-spacing:1px}
.row{display:grid;grid-template-columns:44px 34px 40px 1fr;align-items:baseline;border-left:6px solid var(--c,#bbb);background:var(--b,#eceae4)}
.row:target,.row:hover{outline:2px solid #222}
.row i{font:11px sans-serif;color:#999;text-align:right;padding-right:6px}
.row a{font:700 11px sans-serif;color:var(--c,#888);text-decoration:none;text-align:center}
.row em{font:11px sans-serif;color:var(--c,#888);font-style:normal}
.row p{margin:0;padding:0 8px;overflow-wrap:anywhere;white-space:pre-wrap}
.head p{font-weight:700}.start{margin-top:5px}.gone p{color:#7a7a7a;font-family:sans-serif;font-size:13px}
.blank{height:7px}.seam{font:11px sans-serif;color:var(--c);background:#fff;padding:0 8px 0 84px;border-left:6px dotted var(--c)}
.clip{background:#fff;border-top:5px solid var(--c);margin-bottom:16px;padding:8px 16px 10px;box-shadow:0 1px 3px #0002}
.clip:target{outline:3px solid var(--c)}
.clip .tag{font:11px sans-serif;color:#666}.clip .tag b{color:var(--c);font-size:13px;margin-right:6px}
.clip .k{color:#555}.clip h3{margin:2px 0;font-size:20px;line-height:1.35}.clip .s{color:#444}.clip .by{font:13px sans-serif;color:#666;margin:2px 0 4px}
.clip p{margin:3px 0;text-indent:2em;overflow-wrap:anywhere}.clip p.sub{text-indent:0;font-weight:700;margin-top:9px}
.clip sup{font:10px sans-serif;color:var(--c);margin-right:3px}
.none{color:#b00020;font-style:italic}.low{background:#fff1ee;outline:2px dashed #d64535}
.flag{display:inline-block;font:700 11px sans-serif;color:#fff;background:#d64535;border-radius:3px;padding:0 6px;margin-left:6px}
.cut{color:#d64535;font:12px sans-serif}
"""


# What HTML allows nowhere: a terminal's colours, a bell, NUL.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")


def escape(text: str) -> str:
    """Return a text as it may stand in a page."""
    return _CONTROL.sub("\ufffd", escaped(text))


def render_page(cut: PageCut) -> str:
    """Return one self-contained HTML page: every line of the dump in the colour of its article, and the articles.

    Everything printed is escaped; a file of ready articles has those alone. A dotted line shows where an article is taken up again; articles of low
    confidence are framed in red. Example: `Path("000.html").write_text(render_page(cut), encoding="utf-8")`.
    """
    doubtful = sum(a.confidence < SUSPICIOUS for a in cut.articles)
    colours = "".join(_colour(k) for k in range(len(cut.articles)))
    warn = f'<span class="warn">⚠ {doubtful} 篇存疑</span>' if doubtful else ""
    drawn = bool(cut.page.lines)  # of what needed no cutting there are articles alone
    clips = "".join(_clip(k, a, drawn) for k, a in enumerate(cut.articles))
    sections = (
        f"<main><section><h2>版面原文</h2>{_dump(cut)}</section><section><h2>还原的文章</h2>{clips}</section></main>"
        if drawn
        else f'<main class="ready"><section><h2>文章</h2>{clips}</section></main>'
    )
    return (
        '<!doctype html><html lang="zh"><head><meta charset="utf-8">'
        f"<title>{escape(cut.page.source)}</title><style>{_STYLE}{colours}</style></head><body>"
        f"<header><b>{escape(cut.page.source)}</b>{len(cut.articles)} 篇 · {len(cut.furniture)} 行版面元素 {warn}</header>"
        f"{sections}</body></html>"
    )


def _colour(k: int) -> str:
    hue = round(k * _GOLDEN % 360)
    return f".a{k}{{--c:hsl({hue} 70% 36%);--b:hsl({hue} 75% 94%)}}"


def _dump(cut: PageCut) -> str:
    """Draw the page line by line, each with its number, its article and its role."""
    owners: dict[int, dict[int, Role]] = {}  # of a line of two columns several
    for k, article in enumerate(cut.articles):
        for part in article.parts:
            for n in article.lines_of(part.role):
                owners.setdefault(n, {})[k] = part.role
    left = {f.line: f.role for f in cut.furniture}
    out: list[str] = []
    before: int | None = None
    last: dict[int, int] = {}
    for n, line in enumerate(cut.page.lines, 1):
        for k, role in owners.get(n, {}).items():
            if k != before and k in last and last[k] != n - 1:
                out.append(f'<div class="seam a{k}">↑ 接第 {last[k]} 行（第 {k + 1} 篇）</div>')
            out.append(_row(n, line, k, role, k != before, cut.reasons.get(n, ())))
            before = k
            last[k] = n
        if n in owners:
            continue
        if n in left:
            out.append(_row(n, line, None, left[n], before is not None, cut.reasons.get(n, ())))
            before = None
        else:
            out.append('<div class="blank"></div>')
    return "".join(out)


def _row(n: int, line: str, k: int | None, role: Role, starts: bool, why: tuple[str, ...]) -> str:
    kind = f"a{k}" if k is not None else "gone"
    head = " head" if role in (Role.KICKER, Role.TITLE, Role.SUBTITLE) else ""
    link = f'<a href="#c{k}">{k + 1}</a>' if k is not None else "<a></a>"
    return (
        f'<div id="l{n}" class="row {kind}{head}{" start" if starts else ""}" title="{escape("; ".join(why))}">'
        f"<i>{n}</i>{link}<em>{_NAMES[role]}</em><p>{escape(line.strip())}</p></div>"
    )


def _clip(k: int, article: Article, drawn: bool) -> str:
    low = article.confidence < SUSPICIOUS
    spans = "，".join(f"{a}–{b}" if a != b else str(a) for a, b in article.spans)
    tags = [_KINDS[article.kind], article.section, f"行 {spans}", f"把握 {article.confidence:.2f}"]
    flag = '<span class="flag">存疑</span>' if low else ""
    title = f"<h3>{escape(article.title)}</h3>" if article.title else '<h3 class="none">（无标题）</h3>'
    extras = {
        r: f'<div class="{c}">{escape(article.part(r) or "")}</div>' if article.part(r) else ""
        for r, c in _EXTRA
    }
    return (
        f'<article id="c{k}" class="clip a{k}{" low" if low else ""}">'
        f'<div class="tag"><b>{k + 1}</b>{escape(" · ".join(t for t in tags if t))}{flag}</div>'
        f"{extras[Role.KICKER]}{title}{extras[Role.SUBTITLE]}{extras[Role.BYLINE]}{_paragraphs(article, drawn)}</article>"
    )


_EXTRA = ((Role.KICKER, "k"), (Role.SUBTITLE, "s"), (Role.BYLINE, "by"))


_SUBHEAD = 30  # characters of a subhead at most
_PROSE = re.compile(
    '[。！？.!?；;：:，,”")）]$|[。；]'
)  # ends as text does, in full or half width, or holds a stop


def _paragraphs(article: Article, drawn: bool) -> str:
    """Draw the body, each paragraph with the line it begins on if the page is `drawn`, and where its beginning or end is missing."""
    out = ['<div class="cut">…… 开头不在本版</div>'] if article.truncated_start else []
    at = article.body_start
    for text in article.body.split("\n"):
        n = article.line_at(at) if article.pieces else 0
        sub = ' class="sub"' if len(text) <= _SUBHEAD and not _PROSE.search(text) else ""
        link = f'<a href="#l{n}"><sup>{n}</sup></a>' if drawn else ""
        out.append(f"<p{sub}>{link}{escape(text)}</p>")
        at += len(text) + 1
    if article.truncated_end:
        out.append('<div class="cut">…… 结尾不在本版</div>')
    return "".join(out)
