"""A phrase ends where what is asked for ends: nothing loose hangs on it, and no name, list or bracket is torn."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from tests.retrieval.conftest import corpus_of

VALLEY = """石梁县卫生事业这一年

本报讯 石梁县人民医院去年替约320名外乡肺病患者读了片子。旧式读片机存在着不少毛病，如片子发白、字迹不清。县卫生学校开设护理课，分初训班、轮训班、夜校班等班级。药师比武分笔试和药材辨识操作(生药切片、药材分拣、饮片称量)两部分。

县药监所副所长何其安围绕“老药铺里的新规矩”发表主旨演讲。县里发布了药材识别系统SHANCAO ONE和相关教程。县里把中药质检站打造成为全市药材检测的枢纽。全县以筑起江南药材交易的第一高地为目标，年年办药市。

主刀的石梁县人民医院骨科副主任樊启明说，病人已能下床。有着三十多年疫苗接种经验的专职防疫督导员陶水根天天下乡。

安全检查重点查看药房水管是否漏水、各楼层电闸是否合格、灭火器是否过期等。长陵省东川市石梁县大坪镇的茶农上周来到村卫生室取药。在外省帮助下，校地共建的东川医科大学附属第二师石梁市总医院通过了评审。石梁办起全县首所药材学校——石梁县药材学校，收了40人。

评审会主任委员、县药学会会长毛远山研究员强调，药典编写要字字有据。
"""


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("valley"), VALLEY)


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("石梁县人民医院替多少名外乡患者读了片子？", "约320名"),
        ("旧式读片机有什么毛病？", "不少毛病"),
        ("县卫生学校护理课有哪些班？", "初训班、轮训班、夜校班"),
        ("药材辨识操作考什么？", "生药切片、药材分拣、饮片称量"),
        ("何其安的演讲题目是什么？", "“老药铺里的新规矩”"),
        ("药材识别系统叫什么名字？", "SHANCAO ONE"),
        ("石梁县把什么打造成检测的枢纽？", "中药质检站"),
        ("石梁县要筑起什么高地？", "江南药材交易的第一高地"),
        ("樊启明是谁？", "石梁县人民医院骨科副主任"),
        ("陶水根是谁？", "专职防疫督导员"),
        ("安全检查重点查看什么？", "药房水管是否漏水、各楼层电闸是否合格、灭火器是否过期"),
        ("石梁县在哪个省？", "长陵省"),
        ("东川共建了哪家医院？", "东川医科大学附属第二师石梁市总医院"),
        ("药材学校叫什么？", "石梁县药材学校"),
        ("谁说药典编写要字字有据？", "毛远山"),
    ],
)
def test_a_phrase_ends_where_what_is_asked_for_ends(valley: Corpus, question: str, phrase: str) -> None:
    """It neither holds what only joins it to the rest, or what is done with it, nor misses a part of a name or a list."""
    assert valley.ask(question).hits[0].snippet.answer_text == phrase


FAIR = """石桥义诊

本报讯 近日，由石桥县疾控中心、县总工会主办的药材辨识大赛落幕。开幕式后，来自东川医科大学附属医院，江北大学第二医院、第四医院的大夫，以及石桥县中医院的队员在老街坐诊。石桥县卫生局与江北移动公司签署协议。援助队走入江东白鹿地区，到清水、石坎两县坐诊。县里将挂号费用和常规化验费用纳入公益金。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("药材辨识大赛的主办单位", "石桥县疾控中心、县总工会"),
        (
            "在老街坐诊的大夫来自哪里？",
            "东川医科大学附属医院，江北大学第二医院、第四医院的大夫，以及石桥县中医院",
        ),
        ("石桥县卫生局和谁签署协议？", "江北移动公司"),  # one of the two is named
        ("与石桥县卫生局签署协议的是哪家公司？", "江北移动公司"),
        ("清水、石坎属于哪个地区？", "江东白鹿地区"),  # 走入 is no part of it
        ("哪些费用纳入公益金？", "挂号费用和常规化验费用"),
    ],
)
def test_who_is_named_together_is_marked_together(tmp_path: Path, question: str, phrase: str) -> None:
    """All who do it and all that is asked for, unless it is one of them that is asked for."""
    assert corpus_of(tmp_path, FAIR).ask(question).hits[0].snippet.answer_text == phrase


def test_no_phrase_begins_amid_a_word_of_the_question(seeds: Corpus) -> None:
    """热射病 is no word of a dictionary's, and none of it is cut off where it stands in what is marked."""
    marked = seeds.ask("热射病指南是哪些单位制订的").hits[0].snippet.answer_text or ""
    assert "热射病防治与研究中心" in marked
