"""What is asked after an answer: of what was told, of something else, or the same of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.asking.followups import asked_of_the_article
from retrieval.corpus import Corpus
from retrieval.records import Answer, Tone
from tests.retrieval.conftest import corpus_of

BEDS = "石河子托育园有多少床位？"
CENTRE = "哈尔滨关爱健康志愿服务中心是什么时候成立的？"
BARBER = "河池移动理发要收费吗？"


def asked(corpus: Corpus, *questions: str) -> Answer:
    """Ask one question after the other, each in the light of the one before; return the last answer."""
    answer: Answer | None = None
    for question in questions:
        answer = corpus.ask(question, previous=answer)
    assert answer
    return answer


def phrase_of(answer: Answer) -> str:
    return (answer.answered and answer.hits[0].snippet.answer_text) or ""


@pytest.mark.parametrize("question", ["什么时候成立的？", "谁办的？", "什么时候开业的？", "建了多久？"])
def test_what_names_nothing_is_asked_of_what_was_told(seeds: Corpus, question: str) -> None:
    """Where that doesn't tell it nothing is answered, from no other article and from no phrase that only looks right."""
    first = seeds.ask(BEDS)
    second = seeds.ask(question, previous=first)
    assert not second.answered and second.hits[0].article == first.hits[0].article


@pytest.mark.parametrize(
    ("first", "question", "told"),
    [
        (BEDS, "占地多少？", "2200平方米"),
        (CENTRE, "有多少志愿者？", "5万余名"),
        (CENTRE, "什么时候成立的？", "2024年6月"),
        (BARBER, "要收费吗？", "免费“移动理发”服务开展至今"),
        (BARBER, "那护工有几个？", "2名"),
    ],
)
def test_what_was_told_answers_what_names_nothing(
    seeds: Corpus, first: str, question: str, told: str
) -> None:
    """What the short question finds there itself, or what it finds both with and without what was put before it."""
    assert phrase_of(asked(seeds, first, question)) == told


def test_the_thread_holds_over_a_refusal(seeds: Corpus) -> None:
    """What comes after a follow-up that wasn't answered is still about the article."""
    assert phrase_of(asked(seeds, BEDS, "谁办的？", "占地多少？")) == "2200平方米"


@pytest.mark.parametrize("question", ["法蒂玛得了什么病？", "配了几个护工？", "磁共振多少钱？"])
def test_what_names_its_own_subject_is_not_dragged_along(seeds: Corpus, question: str) -> None:
    """It answers as if nothing had been asked before."""
    alone, later = seeds.ask(question), asked(seeds, CENTRE, question)
    assert (later.answered, later.hits[:1]) == (alone.answered, alone.hits[:1])


@pytest.mark.parametrize(
    "question",
    ["和岗村那位村医起初把病人当成了什么病？", "夸巨鹿县医院贴心的那位马大爷今年多大岁数啦？"],
)
def test_a_pointer_behind_a_name_points_at_that(seeds: Corpus, question: str) -> None:
    """和岗村那位村医 is nobody the last answer told of."""
    assert asked(seeds, BEDS, question).hits == seeds.ask(question).hits


@pytest.mark.parametrize(
    ("first", "why"), [("海口消杀从哪天开始？", "为保障公共卫生安全"), (BARBER, "为进一步")]
)
def test_why_is_told_by_what_says_so(seeds: Corpus, first: str, why: str) -> None:
    """为什么 by itself is answered by a clause that says by a word of its own that it is a reason."""
    assert phrase_of(asked(seeds, first, "为什么？")).startswith(why)


@pytest.mark.parametrize("first", [BEDS, CENTRE])
def test_why_is_not_told_by_the_looks_of_a_clause(seeds: Corpus, first: str) -> None:
    """Any clause may be a reason; one that doesn't say so is none."""
    assert not asked(seeds, first, "为什么？").answered


def test_what_a_question_word_finds_by_itself_is_never_sure(small: Corpus) -> None:
    """什么时候 is answered from the article, and the reader told to check it."""
    second = asked(small, "新门诊楼投资多少", "什么时候")
    assert second.answered and not second.sure


@pytest.mark.parametrize(
    ("first", "question", "told"),
    [
        ("毛群安是谁？", "那刘辉呢？", "第一届教材评审委员会主任委员、中国医学科学院医学信息研究所所长"),
        ("毛群安是谁？", "于学军呢", "中国计划生育协会党组书记、常务副会长"),
        ("肺结节CT诊断时间缩短到几分钟？", "那冠状动脉呢？", "3分钟"),
        ("肺结节CT诊断时间缩短到几分钟？", "那冠脉呢？", "3分钟"),
    ],
)
def test_the_same_is_asked_of_another(seeds: Corpus, first: str, question: str, told: str) -> None:
    """那刘辉呢 asks the last question of 刘辉; what answers stands in a clause that speaks of that one."""
    assert phrase_of(asked(seeds, first, question)) == told


def test_another_of_whom_it_isn_t_told_is_shown(seeds: Corpus) -> None:
    """那巨鹿县医院呢 shows that hospital, and answers neither with it nor with the one before."""
    second = asked(seeds, BARBER, "那巨鹿县医院呢？")
    assert not second.answered and (second.hits[0].article.title or "").startswith("巨鹿县医院")


def test_what_was_shown_and_no_answer_is_asked_on(seeds: Corpus) -> None:
    """An article that is on what was asked is the thread's, though it doesn't tell that."""
    first = seeds.ask("榆林市中医医院新院区什么时候开诊？")
    assert not first.answered
    assert seeds.ask("建了多久？", previous=first).hits[0].article == first.hits[0].article


@pytest.mark.parametrize("question", ["这篇文章是谁写的？", "本报记者是谁", "这篇报道的作者是谁？"])
def test_this_article_is_the_one_that_was_shown(seeds: Corpus, question: str) -> None:
    """What is asked of 这篇文章 no other article answers."""
    assert "陈世江" in phrase_of(asked(seeds, BEDS, question))


@pytest.mark.parametrize("question", ["这篇文章是谁写的？", "作者是谁"])
def test_this_article_where_none_was_shown(seeds: Corpus, question: str) -> None:
    """It is asked which one is meant; none is taken at random."""
    assert (seeds.ask(question).tone, seeds.ask(question).hits) == (Tone.SOURCE, ())


@pytest.mark.parametrize(
    ("text", "first", "question", "told"),
    [
        ("活动室面积80平方米，租金每年2万元。", "活动室面积多少？", "租金呢？", "每年2万元"),
        ("张桂兰去年得了糖尿病，今年又得了白内障。", "张桂兰去年得了什么病？", "今年呢？", "白内障"),
        ("学校现有学生85人，教师9人。", "学校有多少学生？", "教师呢？", "9人"),
        ("管委会主任是赵大伟，副主任是钱小军。", "管委会主任是谁？", "那副主任呢？", "钱小军"),
        ("甲村去年收入20万元；乙村收入30万元。", "甲村去年收入多少？", "乙村呢？", "30万元"),
        ("图书室藏书3000册，管理员是刘兰。", "图书室藏书多少？", "管理员呢？", None),
    ],
)
def test_the_sentence_that_answered_tells_another_beside_it(
    tmp_path: Path, text: str, first: str, question: str, told: str | None
) -> None:
    """What is told of another by the same words and is of the same sort answers, to be checked, and the old phrase doesn't."""
    corpus = corpus_of(tmp_path, f"社区见闻\n\n本报讯（记者李明）{text}\n")
    before = asked(corpus, first)
    second = corpus.ask(question, previous=before)
    assert second.answered == (before.answered and told is not None) and not second.sure
    assert second.question == question
    assert told is None or second.hits[0].snippet.answer_text == told


@pytest.mark.parametrize("question", ["他多大了？", "她是哪里人？"])
def test_somebody_of_whom_nothing_was_told_is_not_the_article(small: Corpus, question: str) -> None:
    """Behind a question that wasn't answered 他 is who that asked about, and no size of a house is his age."""
    first = small.ask("院长是谁？")
    assert not first.answered and not small.ask(question, previous=first).answered


@pytest.mark.parametrize(
    ("text", "first", "question", "told"),
    [
        ("种植园占地2亩，由该校教师王大力牵头建设。", "种植园占地多少？", "谁牵头建设的？", "王大力"),
        ("活动室3月1日开放，每天上午9点开门。", "活动室什么时候开放？", "几点开门？", "上午9点"),
        ("活动室3月1日开放，每天上午9点开门。", "活动室什么时候开放？", "几点关门？", ""),
    ],
)
def test_a_clause_that_holds_what_is_asked_answers(
    tmp_path: Path, text: str, first: str, question: str, told: str
) -> None:
    """A short question is answered where the clause of the phrase says the question's own word, and its reader told to check it."""
    corpus = corpus_of(tmp_path, f"希望小学添了新去处\n\n本报讯（记者李明）{text}\n")
    second = asked(corpus, first, question)
    assert phrase_of(second) == told and not second.sure


def test_one_character_that_the_clause_says_is_enough(small: Corpus) -> None:
    """谁建的 finds nothing by itself, and 建 stands in the clause that tells."""
    assert phrase_of(asked(small, "种植园占地多少？", "谁建的？")) == "王大力"


@pytest.mark.parametrize(
    "question",
    ["日本文部科学省发布了什么指南？", "新版本文档由谁开发？", "课本文字有多大？", "日本新闻里说了什么？"],
)
def test_ben_within_a_word_is_no_article(question: str) -> None:
    """The 本 of 日本 doesn't begin 本文."""
    assert asked_of_the_article(question) is None and asked_of_the_article("请问本文作者是谁") is not None


@pytest.mark.parametrize(
    ("question", "told"), [("持续几天？", "3天"), ("几点到几点？", "07:00—10:00或16:00—19:00")]
)
def test_a_headline_hides_no_figure_of_the_text(seeds: Corpus, question: str, told: str) -> None:
    """What is put before a follow-up isn't what its reader said; and who asks but for a time is told one, to be checked."""
    second = asked(seeds, "海口消杀从哪天开始", question)
    assert phrase_of(second) == told and not second.sure


def test_a_question_word_alone_is_answered_by_its_kind(seeds: Corpus) -> None:
    """A telephone number is no day."""
    assert not asked(seeds, "松原心理热线什么时候开通的", "几号？").answered
