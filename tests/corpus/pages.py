"""Tiny pages that stand for newspapers, and what is asked of them."""

from __future__ import annotations

from pathlib import Path

from retrieval.corpus import Corpus

HOSPITAL = "市中医院成立热射病诊疗中心\n\n本报讯 7月3日，市中医院成立热射病诊疗中心，首批开放二十张床位。\n"
SCHOOL = "实验小学开设剪纸课\n\n本报讯 实验小学自九月起开设剪纸课，由老艺人王桂兰任教。\n"
BRIDGE = "清江大桥通车\n\n本报讯 全长一千二百米的清江大桥昨日通车，两岸居民过江只需五分钟。\n"
ASK_HOSPITAL = "市中医院热射病诊疗中心首批开放多少张床位？"
ASK_SCHOOL = "实验小学自几月起开设剪纸课？"
ASK_BRIDGE = "清江大桥全长多少米？"


def write(folder: Path, **pages: str) -> Path:
    """Write pages into a seeds folder: `write(folder, a=HOSPITAL)` makes a.txt."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def served(corpus: Corpus) -> list[str]:
    """Return the names of the files that the corpus serves."""
    return [source.name for source in corpus.sources()]
