"""Quotations asked about in a message: what is printed word for word answers, and nothing else does."""

from __future__ import annotations

import time

import pytest

from retrieval.corpus import Corpus
from retrieval.finding.speeches import speaker_of
from retrieval.records import Verdict

PAGE = """云溪镇的夜校

本报讯（记者林晚秋）云溪镇夜校开班八个月，七百多名茶农走进课堂。校长郑守田说：“茶农白天采茶，夜里识字，谁也没有落下。”
镇上的“三叶”计划还请来了农技员。

夜校的灯

夜校的灯每晚亮到十点。茶农们笑着说，这盏灯是给自己亮的。
"""


@pytest.fixture(scope="module")
def nightschool(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("nightschool")
    (folder / "云溪.txt").write_text(PAGE, encoding="utf-8")
    return Corpus.open(folder)


@pytest.mark.parametrize(
    "message",
    [
        "“七百多名茶农走进课堂”",
        "「七百多名茶農走進課堂」。",
        '"七百多名茶农走进课堂"',
        "报上真的说“七百多名茶农走进课堂”吗？",
        "《云溪报》写道：“七百多名茶农走进课堂”，是这样吗？",
        "有没有“七百多名茶农走进课堂”这句话",
        "报道里是不是写着“七百多名茶农走进课堂”",
    ],
)
def test_a_quotation_is_what_is_marked(nightschool: Corpus, message: str) -> None:
    """However it is asked about, the quotation is marked where it stands, and nothing else is found."""
    answer = nightschool.ask(message)
    (hit,) = answer.hits
    assert answer.answered
    assert hit.snippet.answer_text == "七百多名茶农走进课堂"
    assert "云溪.txt 第3行" in hit.citation


@pytest.mark.parametrize("message", ["报上真的说“七万多名茶农走进课堂”吗？", "“七万多名茶农走进课堂”"])
def test_a_false_quotation_is_not_confirmed(nightschool: Corpus, message: str) -> None:
    """No passage answers; what differs is told instead."""
    answer = nightschool.ask(message)
    assert not answer.answered and not answer.hits
    assert answer.verified and answer.verified.verdict is Verdict.NEAR
    assert "七百多名" in answer.verified.hits[0].text


def test_who_is_said_to_say_it(nightschool: Corpus) -> None:
    """That it is printed doesn't say that it is theirs: where their name isn't there the answer is to be checked."""
    asked = "{}说过“茶农白天采茶,夜里识字”吗？"
    assert nightschool.ask(asked.format("郑守田")).sure
    assert not nightschool.ask(asked.format("林晚秋")).sure


@pytest.mark.parametrize(
    ("message", "marked"), [("“三叶”", "三叶"), ("“三叶” 来源:云溪", "三叶"), ("“两叶”", None)]
)
def test_a_word_in_quotation_marks_must_be_there(
    nightschool: Corpus, message: str, marked: str | None
) -> None:
    """It is a condition where nothing else is said, in Chinese marks as in others."""
    answer = nightschool.ask(message)
    assert [hit.snippet.answer_text for hit in answer.hits] == ([marked] if marked else [])
    assert answer.bound is (marked is None)


@pytest.mark.parametrize(
    "question", ["“三叶”计划请来了谁？", "“夜校开班几个月了？”", "谁说“茶农白天采茶,夜里识字”"]
)
def test_a_question_with_quotation_marks_is_a_question(nightschool: Corpus, question: str) -> None:
    """Marks around a term, or around the whole question, are no quotation to look up."""
    answer = nightschool.ask(question)
    assert answer.hits and not answer.verified
    assert answer.hits[0].snippet.answer_text not in ("三叶", "茶农白天采茶,夜里识字")


WHO_SAYS = """竹岭的渡船

本报讯（记者何月明）清早，一位老人扶着栏杆，高兴地对船工说：“这下不用绕十里路了，太方便了。”
“船票只要一块钱，真便宜。”学生鲁小满笑着说。岸边传来一名女子焦急的喊声：“等等我呀……”
船长段青山告诉记者：“最难的一天来回跑了四十趟。”他又说：“可是心里踏实。”
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "竹岭.txt").write_text(WHO_SAYS, encoding="utf-8")
    return Corpus.open(folder)


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("这下不用绕十里路了", "一位老人"),
        ("船票只要一块钱", "鲁小满"),
        ("等等我呀", "一名女子"),
        ("最难的一天来回跑了四十趟", "段青山"),
    ],
)
def test_who_says_a_quotation_is_told_by_where_it_stands(ferry: Corpus, said: str, who: str) -> None:
    """Before it, in the clause of 说 or the one before that, or behind it: none of the question's words is near."""
    for asked in (f"“{said}”是谁说的", f"谁说“{said}”？"):
        answer = ferry.ask(asked)
        assert answer.sure
        assert answer.hits[0].snippet.answer_text == who


def test_a_quotation_full_of_points_takes_no_time_over_white_space() -> None:
    """Each of them might part the blanks of a table in another way."""
    began = time.process_time()
    assert speaker_of("“好" + " " * 9 + "的”", "好" + "…" * 20 + "坏") is None
    assert time.process_time() - began < 0.5


def test_a_quotation_of_marks_alone_is_said_by_nobody(ferry: Corpus) -> None:
    """It has no word that anybody could have said."""
    assert speaker_of("“来了，来了。”老人说。", "，，，，") is None
