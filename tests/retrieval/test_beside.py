"""A reason that no word tells for one stands beside what it is the reason of; what is asked about is no reason itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from tests.retrieval.conftest import corpus_of

PAGE = """渡口镇的水渠

本报讯（记者何青）渡口镇的老水渠挖到白鹤崖就停了，那里是整块的青石。1988年，三个村凑了两万块钱，请来十六位石匠，在半山腰开工。

得知省里的勘测队到了，村里特地派拖拉机去接人。技术员罗守田在洞口守了一夜，天亮时不让任何人进洞，说顶上的石头在响。

“我不坐车。”罗守田笑着说。“坐车看不见渠。”他每天走十二里路巡渠，鞋子穿坏了九双。

石匠领班邹远山把铁锤送给了县里的博物馆，自己留了一把錾子。放水那天，邹远山没有到场，他在家里照看生病的孙女。
"""


@pytest.fixture(scope="module")
def canal(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("beside"), PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("渡口镇的老水渠为什么挖到白鹤崖就停了？", "那里是整块的青石"),  # behind what is asked about
        ("老水渠怎么到白鹤崖就停了", "那里是整块的青石"),
        ("村里为什么特地派拖拉机去接人？", "得知省里的勘测队到了"),  # before it
        ("罗守田为啥不坐车", "坐车看不见渠"),  # in the next sentence
        ("放水那天邹远山为什么没有到场？", "他在家里照看生病的孙女"),
        ("放水那天邹远山咋没到场", "他在家里照看生病的孙女"),
    ],
)
def test_a_reason_is_what_stands_beside(canal: Corpus, question: str, told: str) -> None:
    """The clause that has the question's words tells what happened, and the one beside it why."""
    marked = canal.ask(question).hits[0].snippet.answer_text or ""
    assert told in marked
    assert len(marked) <= 3 * len(told)


def test_a_reason_that_a_word_tells_goes_before(tmp_path: Path) -> None:
    """因为 and its like are surer than what stands beside."""
    page = "渡口停航\n\n本报讯 柳塘镇渡口昨天停航，船工们在岸边打牌。因江面起了大雾，渡口停航一天，今天照常开船。\n"
    marked = corpus_of(tmp_path, page).ask("柳塘镇渡口为什么停航一天？").hits[0].snippet.answer_text or ""
    assert "因江面起了大雾" in marked


def test_what_something_becomes_is_no_reason(tmp_path: Path) -> None:
    """打造成为什么 asks what, though 为什么 stands in it."""
    page = "渡口改造\n\n本报讯 柳塘镇将老渡口打造成为全省的船工培训中心，开设木工、缆索两门课，明年招生。\n"
    marked = corpus_of(tmp_path, page).ask("柳塘镇将老渡口打造成为什么？").hits[0].snippet.answer_text or ""
    assert "船工培训中心" in marked
