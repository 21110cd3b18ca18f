"""Tables: the cell that answers is where the row and the column meet that the question names."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.language.cells import cell_asked
from tests.retrieval.conftest import corpus_of

FERRIES = """
轮渡班次与票价

航线　　　　首班　　　末班　　　票价
北岸—观音洲　　6:20　　　18:40　　　3元
观音洲—沙溪　　6:50　　　19:10　　　4元
沙溪—北岸　　　7:15　　　19:40　　　6元

三季度各区献血排名

名次　区　　献血人次　献血量（升）
1　城东区　4120　1236
2　河西区　3987　1302
3　南湖区　2745　823
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("tables"), FERRIES)


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("从观音洲到沙溪的轮渡票价多少钱？", "4元"),
        ("沙溪到北岸的末班船是几点", "19:40"),
        ("三季度献血排名第二的是哪个区？", "河西区"),
        ("南湖区三季度的献血人次是多少？", "2745"),
        ("河西区三季度的献血量是多少升？", "1302"),
    ],
)
def test_a_cell_is_marked(ferries: Corpus, question: str, cell: str) -> None:
    """By the name of its row or its place in a ranking, by the name of its column, by what is counted."""
    answer = ferries.ask(question)
    assert answer.answered
    assert answer.hits[0].snippet.answer_text == cell


@pytest.mark.parametrize(
    "question",
    [
        "从观音洲到沙溪的轮渡有几个座位？",  # no column of that
        "二季度南湖区的献血人次是多少？",  # another quarter
        "白鹤区三季度的献血人次是多少？",  # no such row
        "河西区三季度的献血人次增加了多少？",  # how many, not how many more
        "南湖区的献血站是谁当站长？",  # figures are nobody
    ],
)
def test_what_a_table_lacks_is_not_answered(ferries: Corpus, question: str) -> None:
    """A row that is there doesn't make a column, nor the other way round."""
    assert not ferries.ask(question).answered


def _none(cell: str) -> float:
    return 0.0


@pytest.mark.parametrize(
    "text",
    [
        "乙班 13 16\n甲班 12 15\n丙班 14 17",  # no names of columns
        "班级 男生 女生\n甲班 12 15",  # one row is no table
        "班级 男生 女生\n甲班 12 15\n甲班 13 16",  # two rows of one name
        "班级 男生 女生\n\n甲班 12 15\n乙班 13 16",  # apart
    ],
)
def test_no_cell(text: str) -> None:
    """Where it can't be known which cell is asked for, none is."""
    assert cell_asked(text, "甲班有多少男生", "", _none) is None


def test_one_column_needs_no_name() -> None:
    """What is the only value of a row is what is asked of it."""
    text = "品种 价格\n黄瓜 3.2元\n茄子 4.1元"
    found = cell_asked(text, "茄子现在卖多少钱", "", _none)
    assert found
    assert text[slice(*found)] == "4.1元"


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("石桥镇有多少医生", "15"),  # 石桥 is named as well, by a part of the other's name
        ("石桥有多少医生", "9"),
        ("渡口怎么样", None),  # no column is asked for
        ("医生排老二的是哪里", "15"),
    ],
)
def test_which_cell(question: str, cell: str | None) -> None:
    """The row with the longest name that is held, and never a column of which nothing is said."""
    text = "名次 地方 医生 护士\n1 渡口 30 41\n2 石桥镇 15 22\n3 石桥 9 12"
    if "排" not in question:
        text = "\n".join(line.split(" ", 1)[1] for line in text.split("\n"))
    found = cell_asked(text, question, "", _none)
    assert (text[slice(*found)] if found else None) == cell


def test_what_is_counted_makes_no_column_by_itself() -> None:
    """One column alone is of that kind, but the question says nothing of it; or none is, though it does."""
    text = "航线 票价 班次\n北岸 3元 12\n沙溪 4元 15"
    assert cell_asked(text, "北岸怎么样", "", lambda cell: 0.0 if cell.endswith("元") else 0.5) is None
    assert cell_asked(text, "北岸的票价是哪天定的", "", lambda cell: 1.0) is None


HARVEST = """
柳塘镇各村秋收统计

村名　　产量（公斤每亩）　　产量合计
东岗村　　512　　88万公斤
西坝村　　498　　64万公斤
南湾村　　530　　71万公斤
"""


def test_a_unit_in_brackets_is_no_part_of_a_column_s_name(tmp_path: Path) -> None:
    """产量 asks for the column 产量（公斤每亩）, and not for 产量合计 because that is shorter."""
    answer = corpus_of(tmp_path, HARVEST).ask("柳塘镇秋收统计里，西坝村的产量是多少？")
    assert answer.hits[0].snippet.answer_text == "498"


def test_a_figure_may_be_of_a_column_s_name(tmp_path: Path) -> None:
    """PM2.5 names a column, and its 2.5 is no number of days."""
    page = "一季度空气质量排名\n\n名次　乡镇　优良天数　PM2.5\n1　东河镇　85　28\n2　西山乡　83　30\n3　南湖镇　79　35\n"
    corpus = corpus_of(tmp_path, page)
    for question, cell in (("东河镇优良天数是多少", "85"), ("南湖镇的PM2.5是多少", "35")):
        assert corpus.ask(question).hits[0].snippet.answer_text == cell
