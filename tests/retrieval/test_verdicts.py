"""What a reader is told of a quotation that stands in a sentence of their own, or that leaves something out."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.quoting.frames import unframed
from retrieval.quoting.gaps import cuts_at_gaps
from retrieval.records import Verdict, Verification

SAID = "5万余名志愿者火速集结"
EYES = "为337名白内障患者实施复明手术,其中80%以上是疑难病例"


def _wrong(v: Verification) -> list[tuple[str, str, str]]:
    return [(c.op, c.quoted, c.printed) for c in v.hits[0].difference if c.op != "equal"]


@pytest.mark.parametrize(
    "text",
    [
        f"《医师报》报道，“{SAID}”",
        f"《医师报》“{SAID}”",
        f"有人说“{SAID}”，对吗？",
        f"網上說：「{SAID}」，這句話是真的嗎？",
        f"报上有没有这句话：“{SAID}”？",
        f"{SAID}吗？",
        f"{SAID}，是这样写的吗？",
        f"听说{SAID}，是真的吗",
        f"请问{SAID}是不是真的",
    ],
)
def test_what_is_said_around_a_quotation_is_none_of_it(seeds: Corpus, text: str) -> None:
    """What is asked after is checked, not who is said to have said it, nor the question."""
    v = seeds.verify(text)
    assert (v.verdict, v.quote, v.framed) == (Verdict.VERBATIM, SAID, True)


@pytest.mark.parametrize(
    "text",
    [
        "作为黑龙江省卫健系统首家“两新”组织",
        "哈尔滨已形成“59+2”志愿服务模式",
        "该院的“助医服务”项目去年停办了",
        f"他说“志愿者”，中心说“{SAID}”，马大爷说“没有的事”",
        "这份成绩单来得不容易",
    ],
)
def test_a_word_in_quotation_marks_is_no_quotation(text: str) -> None:
    """A sentence is checked whole where nobody is said to say just what stands in the marks."""
    assert unframed(text) in (None, f"志愿者”，中心说“{SAID}”，马大爷说“没有的事")


def test_a_printed_frame_is_part_of_the_quotation(seeds: Corpus) -> None:
    """Where the paper itself prints who said it, all of it is checked."""
    v = seeds.verify("郭涛表示:“术后效果还需要观察患者的实际情况")
    assert (v.verdict, v.framed) == (Verdict.VERBATIM, False)


def test_false_words_stay_false_in_a_frame(seeds: Corpus) -> None:
    """A frame makes nothing true."""
    for said in ("长江上游昨天出现了一群白鳍豚", "今天天气很好我们去公园散步"):
        assert seeds.verify(f"《医师报》报道，“{said}”，对吗？").verdict is Verdict.ABSENT


@pytest.mark.parametrize(
    ("quote", "left_out"),
    [
        (
            "地贫患者常常发生铁过载，明确诊断是治疗的关键。",
            ["过多的铁沉积在重要器官中，会引发器官损害，"],
        ),
        (f"7月1日至14日,{EYES}", ["中国专家组与摩洛哥眼科医生同台手术,"]),
        (
            "短短10个月,5万余名志愿者火速集结,400多万人次从中受益!"
            "这份成绩单,更赢得了中国计划生育协会党组书记、常务副会长于学军的赞誉",
            ["自2024年6月成立以来,"],
        ),
        (
            "河池市人民医院开展免费“移动理发”服务,已为住院患者服务4.3万余次",
            ["自2018年起", "。该院配置理发专用工具，"],
        ),
    ],
    ids=["a clause", "a clause after a date", "a sentence", "twice"],
)
def test_what_is_left_out_silently_is_told(seeds: Corpus, quote: str, left_out: list[str]) -> None:
    """All that is quoted is printed: nothing of it is struck, and what the paper says between is shown."""
    v = seeds.verify(quote)
    assert (v.verdict, v.told) == (Verdict.NEAR, "gaps")
    assert all(op == "insert" for op, _, _ in _wrong(v))
    for (_, _, printed), begins in zip(_wrong(v), left_out, strict=True):
        assert printed.startswith(begins)


def test_an_error_beside_a_gap_is_told_too(seeds: Corpus) -> None:
    """A quotation may leave out a clause and be wrong in another one."""
    v = seeds.verify(f"7月1日至15日,{EYES}")
    assert v.told == "near"
    assert _wrong(v)[0] == ("replace", "15", "14") and "中国专家组" in _wrong(v)[1][2]


@pytest.mark.parametrize(
    ("quote", "wrong"),
    [
        ("300万余名志愿者火速集结", [("replace", "300", "5")]),
        (f"{SAID}匪浅", [("delete", "匪浅", "")]),
        (f"{SAID}了,500多万人次从中受益", [("delete", "了", ""), ("replace", "500", "400")]),
    ],
)
def test_what_differs_at_an_end_stays_in_its_clause(
    seeds: Corpus, quote: str, wrong: list[tuple[str, str, str]]
) -> None:
    """What somebody adds or has wrong isn't set against the clause beside it."""
    assert _wrong(seeds.verify(quote)) == wrong


def test_what_stands_far_apart_was_not_said_together(tmp_path: Path) -> None:
    """Two ends of a long article, joined, are no quotation of it."""
    between = "".join(random.Random(3).choices([chr(n) for n in range(0x4E00, 0x5E00)], k=2000))
    (tmp_path / "1.txt").write_text(f"清溪镇\n\n老街昨天铺好了石板。{between}。镇上的人都来庆贺。\n", "utf-8")
    assert Corpus.open(tmp_path).verify("老街昨天铺好了石板。镇上的人都来庆贺。").verdict is Verdict.ABSENT


def test_no_cut_where_nothing_is_left_out() -> None:
    """A slip of the pen isn't a gap, nor is a number cut that the page prints otherwise."""
    assert cuts_at_gaps("今天下午开馆,读者很多。", "今天上午开馆,读者很多。") == []
    assert cuts_at_gaps("馆里来了三百人左右,读者很多。", "馆里来了五百人左右,读者很多。") == []
