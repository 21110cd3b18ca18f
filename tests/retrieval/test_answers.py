"""Questions asked of real pages and of two small ones: the right sentence, the phrase, or silence."""

from __future__ import annotations

import json
import time
from pathlib import Path

import opencc
import pytest

from retrieval.asking.followups import in_context
from retrieval.corpus import Corpus
from retrieval.records import Tone
from tests.retrieval.conftest import corpus_of


def test_the_founding_of_the_volunteer_centre_is_cited_by_its_lines(seeds: Corpus) -> None:
    """The question of the issue cites line 9 and marks the date."""
    answer = seeds.ask("哈尔滨关爱健康志愿服务中心是什么时候成立的？")
    top = answer.hits[0]
    assert answer.answered
    assert top.snippet.answer_text == "2024年6月"
    assert any(first <= 9 <= last for first, last in top.snippet.lines)
    assert "000_ee8f0813d121c604.txt 第" in top.citation


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("新门诊楼总投资多少钱？", "2.4亿元"),
        ("新门诊樓是哪天啟用的", "3月8日"),
        ("临江市中心医院的院长是谁", "周一鸣"),
        ("MRI检查室有几间", "5间"),
        ("種植園佔地多少", "2亩"),
        ("种植园里收获了哪些蔬菜", "萝卜、白菜和辣椒"),
    ],
)
def test_the_phrase_that_answers_is_marked(small: Corpus, question: str, phrase: str) -> None:
    """The marked phrase is what was asked for, not just near it."""
    answer = small.ask(question)
    assert phrase in (answer.hits[0].snippet.answer_text or "")


@pytest.mark.parametrize(
    "question",
    [
        "红烧肉怎么做才不腻？",
        "Python里怎么读取CSV文件？",
        "昨晚皇马对巴萨踢了几比几？",
        "云南省人民医院的院长是谁",
    ],
)
def test_what_the_corpus_lacks_is_not_answered(seeds: Corpus, question: str) -> None:
    """No answer rather than the best guess."""
    assert not seeds.ask(question).answered


def test_the_same_question_gives_the_same_answer(seeds: Corpus) -> None:
    """Runs repeat exactly."""
    first, second = (seeds.ask("松原心理热线 开通日期") for _ in range(2))
    assert [h.article.id for h in first.hits] == [h.article.id for h in second.hits]
    assert first.confidence == second.confidence


def test_small_talk_gets_no_search_results(seeds: Corpus) -> None:
    """A greeting is a greeting."""
    answer = seeds.ask("你好")
    assert (answer.tone, answer.hits, answer.answered) == (Tone.GREETING, (), False)


def test_a_pronoun_is_understood_from_the_last_answer(small: Corpus) -> None:
    """那他… means the person that was just named."""
    first = small.ask("谁牵头建设了种植园？")
    assert first.hits[0].snippet.answer_text == "王大力"
    second = small.ask("那他们的校长叫什么", previous=first)
    assert second.hits[0].snippet.answer_text == "刘敏"


@pytest.mark.parametrize("question", ["赫佐呢，他多大", "那赫佐呢，多大年纪"])
def test_who_is_named_anew_is_who_is_asked_about(seeds: Corpus, question: str) -> None:
    """他 behind another name is that one, no longer the one that was just told of."""
    first = seeds.ask("法蒂玛多大年纪了")
    assert first.hits[0].snippet.answer_text == "70多岁"
    second = seeds.ask(question, previous=first)
    assert (second.answered, second.hits[0].snippet.answer_text) == (True, "70岁")


@pytest.mark.parametrize("question", ["还有呢？", "还有别的吗", "还有没有别的报道", "下一条"])
def test_more_means_the_hits_after_the_first(seeds: Corpus, question: str) -> None:
    """还有呢 goes on in the last results, which answer nothing, until there are no more."""
    first = seeds.ask("托育服务", k=3)
    second = seeds.ask(question, previous=first)
    assert [h.article.id for h in second.hits] == [h.article.id for h in first.hits[1:]]
    assert second.more and not second.answered
    third = seeds.ask(question, previous=seeds.ask(question, previous=second))
    assert third.more and not third.hits


@pytest.mark.parametrize(("question", "phrase"), [("什么时候", "3月8日"), ("多少人次", "4000余人次")])
def test_a_question_word_alone_asks_about_what_was_told(small: Corpus, question: str, phrase: str) -> None:
    """什么时候, asked after an answer, asks about its article."""
    first = small.ask("新门诊楼投资多少")
    second = small.ask(question, previous=first)
    assert second.hits[0].article.id == first.hits[0].article.id
    assert phrase in (second.hits[0].snippet.answer_text or "")


def test_what_was_no_answer_is_not_leaned_on(seeds: Corpus) -> None:
    """她 is nobody where nobody was found."""
    first = seeds.ask("海州湾马拉松男子冠军是谁")
    assert not first.answered
    assert not seeds.ask("她多大", previous=first).answered


def test_a_question_of_its_own_is_not_bent_by_the_last_one(seeds: Corpus) -> None:
    """A full question asked later answers as if asked first."""
    first = seeds.ask("谁是福建省肿瘤医院的患者")
    question = "榆林市中医医院迁建项目历时几年？"
    alone, later = seeds.ask(question), seeds.ask(question, previous=first)
    assert alone.hits[0].article.id == later.hits[0].article.id


def test_a_new_subject_is_not_answered_from_the_last_one(seeds: Corpus) -> None:
    """红烧肉 after an answer about hospitals is still not in the corpus."""
    first = seeds.ask("青海急救中心做视频呼救用了多久")
    assert first.answered
    assert not seeds.ask("红烧肉怎么做", previous=first).answered
    assert not seeds.ask("那红烧肉怎么做", previous=first).answered


def test_conditions_decide_which_articles_may_answer(seeds: Corpus) -> None:
    """A must-not phrase throws out the article that would have won."""
    plain = seeds.ask("白内障 手术")
    without = seeds.ask("白内障 手术 -范先群")
    assert plain.hits[0].article.id not in [h.article.id for h in without.hits]
    assert not seeds.ask('"此句不在任何一页上" 手术').hits


def test_a_condition_may_hold_any_character_of_the_page(tmp_path: Path) -> None:
    """A sign or a Roman numeral that is printed as one character is met as that."""
    corpus = corpus_of(
        tmp_path,
        "防汛响应升级\n\n本报讯（记者李青）昨日，清河县启动防汛Ⅲ级应急响应，今天城区最高气温可达39℃左右。\n",
    )
    for condition in ('"最高气温可达39℃"', '清河县 "防汛Ⅲ级应急响应"'):
        assert corpus.ask(condition).hits, condition
    assert not corpus.ask('清河县 "防汛Ⅱ级应急响应"').hits


PAGE = """县医院换了院长

本报讯（记者李青）昨日，清河县人民医院召开大会，会上宣布，新任院长周一鸣到任，今年五十二岁，他的女儿周小雨是护士。医院去年花费三亿元盖了新楼。
"""


@pytest.mark.parametrize(
    "question",
    ["清河县人民医院的院长是谁？", "周一鸣今年多大年纪？", "周一鸣的女儿是谁？", "医院盖新楼花了多少钱？"],
)
def test_the_script_of_a_page_makes_no_difference(tmp_path: Path, question: str) -> None:
    """Asked of a page in Traditional characters, a question is answered with the confidence it has of the same in Simplified ones."""
    confidences = []
    for script, text in (("simplified", PAGE), ("traditional", opencc.OpenCC("s2t").convert(PAGE))):
        (tmp_path / script).mkdir()
        confidences.append(corpus_of(tmp_path / script, text).ask(question).confidence)
    assert confidences[0] == pytest.approx(confidences[1], abs=0.01)
    assert confidences[0] > 0.3


@pytest.mark.parametrize(
    "question",
    ["松原心理热线 开通日期", "范先群", "医学人工智能向“新”而行那篇报道是谁写的", "海口的红烧肉怎么做"],
)
def test_the_explanation_adds_up(seeds: Corpus, question: str) -> None:
    """The parts of the verdict sum to the confidence's log-odds, those of a hit to its score; a word looked up too."""
    import math

    answer = seeds.ask(question, explain=True)
    assert answer.reason is not None
    daring = answer.reason.parts[1]
    total = sum(part.value or 0.0 for part in daring.parts)
    assert 1 / (1 + math.exp(-total)) == pytest.approx(answer.confidence, abs=1e-6)
    hit = answer.hits[0]
    assert hit.reason is not None
    assert sum(p.value or 0.0 for p in hit.reason.parts[:2]) == pytest.approx(hit.score)


@pytest.mark.parametrize(
    "question", ["", "。。。", "😀", "?" * 4096, "医" * 4096, "\u202e倒置", "<b>&</b>", "-", '"', "-词"]
)
def test_any_message_gets_an_answer_and_no_error(seeds: Corpus, question: str) -> None:
    """Odd input is answered with silence, never with an exception."""
    answer = seeds.ask(question)
    assert 0.0 <= answer.confidence <= 1.0


def test_an_empty_corpus_says_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No page, no answer, no error."""
    answer = Corpus.open(tmp_path_factory.mktemp("empty")).ask("热射病怎么治")
    assert (answer.answered, answer.hits) == (False, ())


def test_a_corpus_of_one_line_answers_from_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    """BM25 over one document must not turn negative or divide by zero."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "one.txt").write_text("本报讯 明湖公园6月1日开放。\n", encoding="utf-8")
    answer = Corpus.open(folder).ask("明湖公园什么时候开放")
    assert answer.hits[0].snippet.answer_text == "6月1日"


def test_a_headline_that_is_a_text_is_not_asked_again(tmp_path: Path) -> None:
    """What the last answer was about goes into the next question, but not a headline of thirty thousand characters."""
    row = {"title": "江州植物园" + "很长的标题" * 6000, "text": "江州植物园门票20元。"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    answer = Corpus.open(tmp_path).ask("江州植物园门票多少元")
    assert answer.answered
    assert len(in_context("江州水族馆票价多少元", answer)) < 120


@pytest.mark.parametrize("word", ["范先群", "人工智能", "AI", "保定", "热射病"])
def test_a_word_by_itself_is_looked_up(seeds: Corpus, word: str) -> None:
    """Who sends one word asks for what speaks of it, and the mark is on that word, wherever a clause looks like an answer."""
    answer = seeds.ask(word)
    assert answer.sure and answer.hits[0].snippet.answer_text == word


@pytest.mark.parametrize(
    "question",
    [
        "有哪些关于托育的报道？",
        "有哪些报道是关于托育的",
        "有没有新闻提到托育",
        "列出所有提到托育的文章",
        "托育的新闻有哪些",
        "找一下托育的报道",
        "有没有关于托育的文章吗",
        "哪几篇是关于托育的",
        "哪些文章讲了托育？",
    ],
)
def test_reports_on_a_word_are_looked_up(seeds: Corpus, question: str) -> None:
    """Who asks for reports on something wants what speaks of it, as who sends that word alone."""
    assert [h.article.id for h in seeds.ask(question).hits] == [h.article.id for h in seeds.ask("托育").hits]
    assert seeds.ask(question).sure


@pytest.mark.parametrize("word", ["钱学森", "榴莲", "blockchain"])
def test_a_word_that_stands_nowhere(seeds: Corpus, word: str) -> None:
    """It is not to be found, and nothing is offered in its place as an answer."""
    assert not seeds.ask(word).answered


def test_a_quotation_is_understood_by_itself(seeds: Corpus) -> None:
    """这句话 is what the question quotes, not what the last answer said."""
    question = "“健康的风吹给了你”这句话是谁说的"
    first = seeds.ask("郴州智慧医院用了什么技术")
    assert seeds.ask(question, previous=first).hits == seeds.ask(question).hits


def test_what_meets_no_condition_is_told_apart(seeds: Corpus) -> None:
    """人工智能 is there; that no paper of that name is must be said."""
    assert seeds.ask("来源:健康报 人工智能").bound and not seeds.ask("榴莲 blockchain").bound


@pytest.mark.parametrize("question", ["来源: 健康报 热射病", "来源： 健康报 热射病", "来源:健康报 热射病"])
def test_a_blank_behind_the_colon_drops_no_condition(seeds: Corpus, question: str) -> None:
    """What is named behind it is the condition."""
    answer = seeds.ask(question)
    assert answer.bound or all(hit.article.publication == "健康报" for hit in answer.hits)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("3月15日发生了什么", False),
        ("5月18日发生了什么", True),
        ("5月18日在盘锦召开了什么会", True),
        ("7月14日中国专家组完成了多少例复明手术", True),
    ],
)
def test_a_day_that_is_asked_about_must_be_in_the_article(
    seeds: Corpus, question: str, answered: bool
) -> None:
    """What happened on another day is no answer; “7月1日至14日” names the 14th as well."""
    assert seeds.ask(question).answered is answered


def test_no_headline_says_yes_or_no(seeds: Corpus) -> None:
    """A headline says what the story is about; whether it is so stands in the text."""
    found = seeds.ask("河池医院理发收费吗").hits[0].snippet.answer_text
    assert found is not None and "免费" in found


@pytest.mark.parametrize(
    ("question", "only"),
    [
        ("甘肃公布了几项实事？浙江的会在哪开的？", "甘肃公布了几项实事？"),
        ("甘肃公布了几项实事，另外海口消杀几天", "甘肃公布了几项实事"),
        ("甘肃公布了几项实事\n浙江的会在哪开的", "甘肃公布了几项实事"),
        ("甘肃公布了几项实事，浙江的会在哪开的？", "甘肃公布了几项实事"),
        ("甘肃公布了几项实事、多少张床位？", "甘肃公布了几项实事"),
        ("甘肃公布了几项实事，是哪天公布的？", ""),
        ("听说甘肃开了会，公布了几项实事", ""),
        ("甘肃开会那几天，公布了几项实事", ""),
        ("甘肃公布了几项实事？是哪天公布的？", ""),
        ("另外，甘肃公布了几项实事？", ""),
    ],
)
def test_of_two_questions_the_first_is_answered(seeds: Corpus, question: str, only: str) -> None:
    """Which one is said; what belongs to the first question stays with it."""
    answer = seeds.ask(question)
    assert answer.only == only and answer.question == question
    assert not only or answer.hits[0].snippet.answer_text == "15项"


def test_a_follow_up_to_a_headline_that_asks(tmp_path: Path) -> None:
    """What is put before a follow-up is no question of its own."""
    page = "谁来为电梯买单？\n\n本报讯 梧桐里的电梯8月3日开通，总共花了四十万元，街道出了一半，施工队长是赵铁柱。\n"
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    first = corpus.ask("梧桐里的电梯8月3日开通，总共花了多少钱")
    assert first.answered
    second = corpus.ask("它是哪一天开通的", previous=first)
    assert (second.only, second.hits[0].snippet.answer_text) == ("", "8月3日")


@pytest.mark.parametrize(
    ("question", "post"),
    [("范先群是什么职务？", "院长"), ("齐文明 医院 科室 职务", "精河县人民医院心血管内科主任")],
)
def test_a_post_is_no_house(seeds: Corpus, question: str, post: str) -> None:
    """Who is what, before a name or behind 担任, and not where."""
    answer = seeds.ask(question)
    assert answer.answered
    assert (answer.hits[0].snippet.answer_text or "").endswith(post)


@pytest.mark.parametrize(
    ("looked_up", "marked"),
    [
        ("2.4亿元", "2.4亿元"),
        ("4000余人次", "4000余人次"),
        ("2亩", "2亩"),
        ("12", "12"),
        ("3万", "3万"),
        ("3月8日", "3月8日"),
        ("3月8日发生了什么？", "3月8日"),
    ],
)
def test_a_number_by_itself_is_looked_up(small: Corpus, looked_up: str, marked: str) -> None:
    """The number itself is marked where it stands, and a day of which it is asked what happened."""
    answer = small.ask(looked_up)
    assert answer.sure
    assert answer.hits[0].snippet.answer_text == marked


@pytest.mark.parametrize("looked_up", ["2.4万元", "40", "12万", "3月9日", "3月9日发生了什么"])
def test_a_number_that_is_not_printed_is_not_found_in_another(small: Corpus, looked_up: str) -> None:
    """12 isn't 12万, nor does 4000 hold 40."""
    assert not small.ask(looked_up).answered


CARE = """云岭县疗养院建起康复中心

本报讯（记者陶之远）云岭县疗养院康复中心昨天启用，中心现有床位86张，护士32名。疗养院院长钟南屏介绍，中心还引进了步态分析系统（GAS）。

清水湾建起图书馆

本报讯（记者苏晓晓）清水湾图书馆昨天开馆，馆内有座位300个，志愿者45名轮流值守。馆长林海燕说，图书馆每周开放六天。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("How many volunteers are there in the library?", "45名"),
        ("how many volunteers does the library have", "45名"),
        ("Who is Zhong Nanping?", "疗养院院长"),
        ("zhongnanping是谁", "疗养院院长"),
        ("What is GAS?", "步态分析系统"),
        ("kang fu zhong xin", "康复中心"),
        ("tushuguan", "图书馆"),
    ],
)
def test_what_is_typed_in_latin_letters(tmp_path: Path, question: str, phrase: str) -> None:
    """A short question in English, and names in pinyin, with blanks or without, are answered as in Chinese."""
    answer = corpus_of(tmp_path, CARE).ask(question)
    assert answer.answered
    assert answer.hits[0].snippet.answer_text == phrase


@pytest.mark.parametrize(
    "question", ["Who is Zhang Beidou?", "How many ships does the library have?", "kang fu da xue"]
)
def test_what_is_typed_in_latin_letters_and_not_printed(tmp_path: Path, question: str) -> None:
    """A name or a thing that no page has isn't found in another."""
    assert not corpus_of(tmp_path, CARE).ask(question).answered


def test_syllables_that_can_be_parted_in_many_ways_take_no_time(seeds: Corpus) -> None:
    """Xian is one syllable or two: eighteen of them before what is no pinyin took a second, and each one more twice that."""
    seeds.ask("kang fu da xue")  # the words' pinyin is read once
    began = time.process_time()
    seeds.ask("xian" * 19 + "vvv")
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("looked_up", "found"), [("12356热线", True), ("120急救", True), ("12356人", False), ("5月19号", True)]
)
def test_a_number_and_what_it_is_of_are_looked_up(seeds: Corpus, looked_up: str, found: bool) -> None:
    """A noun may stand apart from its number on the page, “12356”心理援助热线, a measure not; and a day is 日 or 号."""
    assert seeds.ask(looked_up).answered is found
