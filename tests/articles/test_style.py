"""How texts read: what tables of characters say of lines, heads and texts that none of the gold pages has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.articles.evidence.parts import Cut, Index, look_up, number_of
from retrieval.articles.looks import style
from retrieval.articles.looks.style import (
    BEGINNING,
    COMMON,
    INSIDE,
    SEAM,
    WHOLE,
    Kinship,
    as_beginning,
    as_byline,
    as_display,
    as_headline,
    as_inside,
    as_kicker,
    as_label,
    as_running_on,
    as_subtitle,
    seam,
)

MEDICINE = "她把降压药按早晚分进药盒，医生说，漏服比多服更常见，复诊时血压控制得不错，药量减了半片。"
DOCTOR = "门诊里，医生常遇到自行停药的病人。血压一高，药又得重新加上去，复诊的日子反倒更勤了。"
MATCH = "下半场第七十分钟，客队前锋接角球头球破门，比分变成二比二，主队换上两名边锋，仍没能再进球。"


@pytest.mark.parametrize(
    "line", ["山西榆次家庭病床搬进窑洞", "把夜门诊开到菜市场边上", "“云药房”解了山里人的愁"]
)
def test_a_headline_reads_as_display(line: str) -> None:
    """Short, dense, without the words that join a sentence."""
    assert as_display([line])[0] > 0


@pytest.mark.parametrize(
    "line", ["的病人在当天下午就转到了市里", "医生说，这样的情况并不少见，他", "之后，他又去了三次县里的医院"]
)
def test_a_line_of_a_column_reads_as_text(line: str) -> None:
    """What a column breaks off is full of them."""
    assert as_display([line])[0] < 0


def test_a_headline_reads_as_one_rather_than_a_subhead() -> None:
    """A headline tells what has happened where, a subhead what comes next."""
    assert as_headline(["山西榆次家庭病床搬进窑洞"])[0] > as_headline(["一张网兜住慢病"])[0]


def test_the_name_of_a_section_reads_as_a_label() -> None:
    """“基层动态” names what stands under it, “榆次家庭病床搬进窑洞” tells it."""
    assert as_label(["基层动态"])[0] > 0 > as_label(["榆次家庭病床搬进窑洞"])[0]


@pytest.mark.parametrize(
    "line",
    ["文/贵州省雷山县人民医院骨科 吴秀兰", "岑秋水（江西省余江区中医院 药师）", "本报通讯员 方小川 郑一鸣"],
)
def test_who_wrote_reads_as_a_byline(line: str) -> None:
    """By their office and where they are, not by their names: all names are alike."""
    assert as_byline([line])[0] > 0 > as_byline(["文明乡风吹进吊脚楼"])[0]
    assert as_byline(["□ 陈立春"])[0] == as_byline(["□ 赵国强"])[0]


def test_what_stands_over_a_title_and_under_it() -> None:
    """A kicker says on what occasion, a subtitle how much."""
    over, title, under = "全省基层卫生工作推进会召开", "把药送到山那边", "两年走了三万里 药箱换了六只"
    assert as_kicker([over])[0] > as_kicker([title])[0]
    assert as_subtitle([under])[0] > as_subtitle([title])[0]


def test_how_an_article_begins() -> None:
    """News begins with its day and place; “她笑着说” has begun before."""
    assert as_beginning(["近日，山西省晋中市榆次区启动家庭病床服务，首批"])[0] > 0
    assert as_beginning(["她笑着说，这样的日子过了三年，自己也没有想到会"])[0] < 0


def test_how_a_sentence_goes_on() -> None:
    """The rest of a word that a line broke off begins as no sentence does, whatever stands before it."""
    assert as_inside(["复报表、多头要数等问题，查实后"])[0] > as_inside(["收费方面，全市统一按项目付费"])[0]
    assert as_inside(["术室里等了两个小时的家属才"])[0] > as_inside(["手术室外，等了两个小时的家属"])[0]


@pytest.mark.parametrize(
    ("above", "below"), [("难处还在", "于人手：全市只有九名村医"), ("医疗队在岛上设了门", "诊，逢五逢十开诊")]
)
def test_text_runs_on_over_a_seam(above: str, below: str) -> None:
    """What stands on both sides makes a word; between a headline and the news under it nothing does."""
    assert as_running_on([seam(above, below)])[0] > 0
    assert as_running_on([seam("海岛医生上船问诊", "本报讯（记者 李青）近日")])[0] < 0


def test_a_seam_of_little_text() -> None:
    """Lines of one character, and none, have a seam all the same."""
    assert (seam("医", "院"), seam("", "")) == (" 医院", "  ")


def test_texts_about_one_thing_are_kin() -> None:
    """By what they share and what one has alone; how texts are paired doesn't depend on which is named first."""
    odds = Kinship(COMMON.number([MEDICINE, DOCTOR, MATCH])).of_two()
    assert odds[0, 1] > odds[0, 2]
    assert odds[0, 1] > odds[1, 2]
    assert (odds == odds.T).all()


def test_texts_taken_together_are_kin_as_one() -> None:
    """One and one are what each two are; two have what either has."""
    kin = Kinship(COMMON.number([MEDICINE, DOCTOR, MATCH, f"{MEDICINE}\n{DOCTOR}"]))
    assert kin.of([0], [1]) == kin.of_two()[0, 1]
    assert kin.of([0, 1], [2]) == kin.of([3], [2]) == kin.of([2], [1, 0])


def test_no_text_is_kin_to_nothing() -> None:
    """A page without text has no pairs."""
    assert Kinship(COMMON.number([])).of_two().shape == (0, 0)


def test_numbers_are_all_alike() -> None:
    """That a line says 2019 rather than 2026 tells nothing."""
    assert as_display(["2019年收治病人1200名"])[0] == as_display(["2026年收治病人85名"])[0]


def test_every_question_has_what_it_weighs_beforehand() -> None:
    """A text of which no table knows a character is answered all the same."""
    assert set(style.read_tables(style.FILE)) == set(style.tables())
    asks = (as_display, as_byline, as_headline, as_kicker, as_subtitle, as_label, as_beginning, as_inside)
    for ask in (*asks, as_running_on):
        assert -6 <= ask(["Ω"])[0] <= 6


def test_the_same_to_the_last_digit_in_any_order() -> None:
    """Python shuffles sets from run to run: what their parts weigh together must not depend on it."""
    asked = (
        f"as_display([{MATCH[:24]!r}]), Kinship(COMMON.number([{MEDICINE!r}, {DOCTOR!r}])).of_two().tolist()"
    )
    code = f"from retrieval.articles.looks.style import *; print({asked})"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted as Linux shows them")
def test_matrices_wake_no_threads() -> None:
    """A thread on each core would take the processor's time from those who ask, and gain none."""
    code = (
        "import os; from retrieval.articles.looks.style import *;"
        f"Kinship(COMMON.number([{MEDICINE!r}] * 200)).of_two(); print(len(os.listdir('/proc/self/task')))"
    )
    env = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "1\n"


@given(
    st.lists(st.text("山里的医生说^$ \n12，。", max_size=12), max_size=4),
    st.sampled_from((WHOLE, BEGINNING, INSIDE, SEAM, COMMON)),
)
def test_parts_are_the_same_as_strings_and_as_numbers(texts: list[str], cut: Cut) -> None:
    """What is weighed is what was fitted, of any texts side by side."""
    parts = cut.number(texts)
    told = [set(parts.number[parts.owner == k].tolist()) for k in range(len(texts))]
    assert told == [{number_of(part) for part in cut.of(text)} for text in texts]
    owner, _ = look_up(parts, Index(np.unique(parts.number)))
    assert len(owner) == sum(map(len, told))  # a part that a text has twice is found once


@given(st.sets(st.integers(0, 1 << 63), max_size=40), st.lists(st.integers(0, 1 << 63), max_size=20))
def test_an_index_knows_its_numbers_and_no_other(known: set[int], asked: list[int]) -> None:
    """Where each stands, however their hashes fall."""
    places = {number: k for k, number in enumerate(known)}
    numbers = [*known, *asked]
    found = Index(np.array(list(known), np.uint64)).places(np.array(numbers, np.uint64))
    assert found.tolist() == [places.get(number, -1) for number in numbers]


def test_an_index_of_more_numbers_than_it_has_places() -> None:
    """What collides stands in another table."""
    numbers = np.arange(100_000, dtype=np.uint64) * np.uint64(1 << 21)
    assert (Index(numbers).places(numbers) == np.arange(100_000)).all()
    assert (Index(numbers).places(numbers + np.uint64(1)) == -1).all()
