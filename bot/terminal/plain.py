"""Answers and figures for people: as text for a terminal, or for whatever standard output leads to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import as_plain, shorten
from bot.cards.proof import proof_text
from bot.cards.render import Shelf, said_first
from bot.cards.texts import Texts, clean
from retrieval.records import Answer, Hit, Note, Refusal, ReloadReport, Snippet, Stats

BOLD = ("\x1b[1m", "\x1b[0m")
BRACKETS = ("【", "】")
NAMED_REFUSALS = 5
_TITLE_CHARS = 60


def answer_text(answer: Answer, shelf: Shelf, texts: Texts, marks: tuple[str, str], shown: int) -> str:
    """Return the answer with `shown` hits at most, in the first the phrase that answers between the two `marks`.

    e.g. 自【2024年6月】成立以来,哈尔滨关爱健康志愿服务中心…… and under it —— 《…》,000_ee8f.txt 第7、9行
    """
    if answer.verified:
        return proof_text(answer.verified, texts)
    said = as_plain(said_first(answer, shelf, texts))
    hits = (
        _hit_text(hit, texts, marks if answer.answers_with(n) else ("", ""))
        for n, hit in enumerate(answer.hits[:shown])
    )
    return "\n\n".join(filter(None, [said, *hits]))


def _hit_text(hit: Hit, texts: Texts, marks: tuple[str, str]) -> str:
    also = [f"     {texts.plain('also_in')} {clean(texts.cited(citation))}" for citation in hit.also]
    return "\n".join([_marked(hit.snippet, marks), f"  —— {clean(texts.cited(hit.citation))}", *also])


def _marked(snippet: Snippet, marks: tuple[str, str]) -> str:
    start, end = snippet.answer or (0, 0)
    before, phrase, after = (clean(snippet.text[a:b]) for a, b in ((0, start), (start, end), (end, None)))
    return f"{before}{marks[0]}{phrase}{marks[1]}{after}" if phrase else after


def stats_text(stats: Stats) -> str:
    """Return the figures of a corpus, one a line, then the files that were left out."""
    figures = {
        "version": stats.version,
        "sources": f"{stats.sources:,}",
        "articles": f"{stats.articles:,}",
        "passages": f"{stats.passages:,}",
        "tokens": f"{stats.tokens:,}",
        "engine": stats.engine,
        "index": f"{stats.index_bytes / 1e6:,.1f} MB",
        "build time": f"{stats.build_s:.2f} s",
    }
    listed = [f"{k:<12}{v}" for k, v in figures.items()]
    return "\n".join([*listed, *refusal_lines(stats.refused, None), *note_lines(stats.notes, None)])


def reload_text(report: ReloadReport) -> str:
    """Return what a reload changed, in a sentence, then the files that were left out."""
    counts = ", ".join(f"{getattr(report, k)} {k}" for k in ("added", "changed", "removed", "unchanged"))
    done = "would become" if report.dry_run else "is now"
    head = f"the corpus {done} version {report.version}: articles {counts}; {report.took_s:.1f} s"
    return "\n".join([head, *refusal_lines(report.refused, None), *note_lines(report.notes, None)])


def refusal_lines(refused: Sequence[Refusal], most: int | None = NAMED_REFUSALS) -> list[str]:
    """Return a line for each of the first `most` files that were left out, and one for the rest."""
    return _first([f"left out {refusal}" for refusal in refused], most, "left out {} more")


def note_lines(notes: Sequence[Note], most: int | None = NAMED_REFUSALS) -> list[str]:
    """Return a line for each of the first `most` notes, and one for the rest."""
    return _first([f"note: {note}" for note in notes], most, "note: {} more")


def _first(lines: list[str], most: int | None, more: str) -> list[str]:
    shown = [shorten(line, 300) for line in lines[:most]]
    rest = len(lines) - len(shown)
    names = f"{more.format(rest)}: 'jianbao stats', with the same options, names them"
    return [*shown, names] if rest else shown


def headline(title: str | None, texts: Texts) -> str:
    """Return a headline on one line, not too long, or what stands for none."""
    return shorten(title, _TITLE_CHARS) if title else texts.plain("untitled")
