"""What a term means is told where the page says it, not where most of the question's words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.finding.definitions import definition_of
from tests.retrieval.conftest import corpus_of

PAGE = """
慢阻肺筛查走进渔村

本报讯 慢性阻塞性肺疾病(COPD)筛查车昨天开进沙溪渔村。慢阻肺是一种可以预防和治疗的常见呼吸系统疾病，渔民得它的多，是因为船舱里常年烧柴。

筛查车上做的是肺功能检查(PFT)，镇卫生院把它列入“三早”（早发现、早诊断、早治疗）的第一步。院长说，“烟龄”这个词，渔民听不懂，换成“抽了多少条烟”，大家就懂了。“海检”是全村的大事，“海检”指下海之前的体检。渔民把咳了一冬的老毛病叫作“海风咳”。“肺宝”是能吃的药吗？护士说，“肺宝”是一种手持的测气仪。

三联单：指筛查、复查和随访各记一张，由村医先填筛查情况，再由镇卫生院和县医院接着往下填的记录。沙溪渔业互助中心(以下简称“中心”)管着船队，老船长作为船队的“领头雁”，天天带队。水位降了就少放网，水位涨了就多放网，怎么都不误了鱼汛，这就是顺水网。卫生院新开“静候室”，为等筛查的老人留出一排躺椅。镇上还有“船上兜底”：一旦有人发病，由值班船送到县医院。老渔民听惯了的气管里长了茧，也就是所谓“丝瓜肺”。“一网一记”写进了船规——每下一网就记一次风向。卫生院教渔民“两看一停”，即看清浪头再起身、看清缆绳再落脚，浪大即停。
"""


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("definitions"), PAGE)


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("COPD是什么的缩写？", "慢性阻塞性肺疾病"),
        ("PFT是什么检查的缩写", "肺功能检查"),
        ("PFT 全称", "肺功能检查"),
        ("慢阻肺到底是种什么病？", "一种可以预防和治疗的常见呼吸系统疾病"),
        ("什么是慢阻肺", "一种可以预防和治疗的常见呼吸系统疾病"),
        ("卫生院说的“三早”指什么？", "早发现、早诊断、早治疗"),
        ("渔民说的“海风咳”是什么意思", "渔民把咳了一冬的老毛病"),
        ("“海检”是什么意思", "下海之前的体检"),
        ("“肺宝”是什么意思", "一种手持的测气仪"),
        (
            "什么叫三联单",
            "筛查、复查和随访各记一张，由村医先填筛查情况，再由镇卫生院和县医院接着往下填的记录",
        ),
        ("渔村简称的“中心”是指哪个机构？", "沙溪渔业互助中心"),
        ("船队的“领头雁”是指谁？", "老船长"),
        ("慢性阻塞性肺疾病的英文缩写是什么？", "COPD"),
        ("筛查车说明里的英文缩写PFT代表什么？", "肺功能检查"),
        ("啥叫“静候室”", "为等筛查的老人留出一排躺椅"),
        ("“船上兜底”是什么意思？", "一旦有人发病，由值班船送到县医院"),
        ("“丝瓜肺”指什么", "气管里长了茧"),
        ("“一网一记”是什么意思", "每下一网就记一次风向"),
        ("“两看一停”指什么？", "看清浪头再起身、看清缆绳再落脚，浪大即停"),
        ("顺水网是什么意思", "水位降了就少放网，水位涨了就多放网"),
    ],
)
def test_what_a_term_means_is_marked(village: Corpus, question: str, means: str) -> None:
    """Before or behind it in brackets, behind 是, before 叫作."""
    marked = village.ask(question).hits[0].snippet.answer_text
    assert marked
    assert means in marked
    assert len(marked) <= len(means) + 12


@pytest.mark.parametrize("question", ["什么是尘肺病？", "“五早”指什么", "MDT是什么的缩写"])
def test_a_term_that_no_page_explains(village: Corpus, question: str) -> None:
    """What stands beside it explains another term."""
    assert not village.ask(question).answered


TRAPS = """慢阻肺是什么？

本报讯 石桥镇卫生院昨天为渔民查肺。慢阻肺指标偏高的有九人，慢阻肺为什么要早查，医生讲了一上午。
"""


def test_what_only_looks_like_a_meaning(tmp_path: Path) -> None:
    """A headline asks, 指标 doesn't say what something means, nor does 为什么."""
    state = corpus_of(tmp_path, TRAPS)._state
    query = state.reader.read("慢阻肺是种什么病？")
    (entry,) = [scored.entry for scored in state.searcher.search(query.terms, 1)]
    assert definition_of(entry.normal, query, entry.article.body_start) is None


def test_what_leads_to_a_question_word_may_be_long(village: Corpus) -> None:
    """Such a question once took a time that doubled with each character."""
    assert village.ask("是" * 60 + "慢阻肺指什么").hits


def test_a_short_name_is_no_meaning(village: Corpus) -> None:
    """Who asks what something is called for short doesn't ask what it means."""
    query = village._state.reader.read("肺功能检查简称什么")
    assert definition_of("肺功能检查是筛查的一步。", query) is None


def test_what_a_word_is_that_no_page_explains_is_not_answered(village: Corpus) -> None:
    """Something is said near every word; of a word alone only what it means answers what it is."""
    assert not village.ask("烟龄是什么").answered
    assert village.ask("慢阻肺是什么").answered


NAMES = """浅湾镇办起陪诊队

本报讯 浅湾镇昨天开通“83214”用药咨询热线，头一天响了四十次。镇卫生院推进药品分级保管和效期巡查“双管”制度建设，药柜上都贴了标签。镇上形成“36+1”邻里陪诊模式，请36名退休教师和一名医生带队。卫生院还在渔村开办“船家书签”健康讲堂。挂号可用县政务平台“浅湾药小帮”小程序。新设的急性胸痛评分表(APES)贴在诊室门口。渔民说的“老南风”没人听懂。
"""


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("83214是什么？", "用药咨询热线"),
        ("双管制度是什么", "药品分级保管和效期巡查"),
        ("36+1是什么？", "邻里陪诊模式"),
        ("船家书签是什么？", "健康讲堂"),
        ("药小帮是什么", "小程序"),
        ("What is APES?", "急性胸痛评分表"),
    ],
)
def test_a_name_is_explained_by_what_stands_beside_it(tmp_path: Path, question: str, means: str) -> None:
    """Of a made-up term or a number: behind it what it is the name of, before it what it is short for."""
    assert corpus_of(tmp_path, NAMES).ask(question).hits[0].snippet.answer_text == means


@pytest.mark.parametrize(
    ("question", "means"),
    [
        ("12356是什么", "心理援助热线"),
        ("59+2是什么？", "志愿服务模式"),
        ("What is HSSS", "热射病危重程度评分系统"),
    ],
)
def test_a_name_of_a_page_is_answered(seeds: Corpus, question: str, means: str) -> None:
    """Where it is asked of a page among others there is no silence."""
    answer = seeds.ask(question)
    assert answer.answered
    assert answer.hits[0].snippet.answer_text == means


def test_a_name_that_is_only_quoted_is_not_explained(tmp_path: Path) -> None:
    """No noun stands behind it that says of what it is the name."""
    assert not corpus_of(tmp_path, NAMES).ask("老南风是什么").answered
