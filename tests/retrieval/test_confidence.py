"""When to keep silent: what tells a question that the page doesn't answer from its neighbour that it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.answering.confidence import SIGNALS, signals_of
from retrieval.corpus import Corpus
from retrieval.finding.find import find_answer
from retrieval.finding.reading import Reading, Weighed
from retrieval.finding.wanted import Wanted
from tests.retrieval.conftest import corpus_of

PAGES = {
    "ambulance": """七辆救护车装上新终端

本报讯（记者赵小北）6月3日，临江市中心医院为7辆救护车装上心电传输终端，患者一上车，心电图便传回急诊科。急诊科主任周一鸣介绍，终端启用以来已传回心电图412份，患者从上车到用药平均缩短26分钟。
""",
    "dialect": """急救中心听得懂方言

本报讯（通讯员孙丽）清河县急救中心近日启用方言识别系统。该系统由急救中心与省城一所高校合作研发，能识别三种山区方言，训练用的录音来自23个村寨的316位老人。系统启用后，老人呼救的接听时间从平均94秒降到51秒。
""",
    "bench": """木凳卖到北欧去

本报讯（记者何青）柳塘镇的木凳作坊今年接到北欧订单1.2万张。镇长陈明远说，作坊把凳面加宽三厘米，冬天穿厚衣服也坐得稳，老木匠罗守田带着十八个徒弟日夜赶工。
""",
    "library": """外卖小伙写信给图书馆

本报讯（记者方圆）一位外卖小伙给明湖图书馆写信，希望晚上多开两个小时。馆长沈青把信在馆务会上念了一遍，当场有九名馆员报名轮值晚班。从7月1日起，明湖图书馆延长到晚上十点闭馆。
""",
    "scanner": """县级医院配上切片扫描仪

本报讯（记者钱多）省卫生健康委启动病理科补短计划，两年内为58所县级医院配备数字切片扫描仪，并从省城选派120名病理医师轮流驻点，每人驻点不少于6个月。
""",
    "bed": """家庭病床送到山里

本报讯（记者吴桐）松岭县推行家庭病床服务，今年已为213位老人建床，护士每周上门两次。张大爷卧床三年没有生压疮，家庭病床护士李秀兰说，翻身垫要勤换。试点的有松岭妇幼保健院、松岭中医医院和县人民医院。
""",
    "nursery": """医院办起托育园

本报讯（记者林夏）柳河托育园占地2200平方米，建筑面积为1400平方米，现开设托育床位150个，分乳儿班、托小班、托大班。
""",
    "repair": """老桥今年开工修缮

本报讯（记者杨帆）清河县石拱桥1958年建成，上桥收费仍为 2 元。今年3月开工修缮，总投资320万元，由县文物局牵头，桥面石板逐块编号。
""",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Eight short pages."""
    folder = tmp_path_factory.mktemp("papers")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Corpus.open(folder)


def signal_of(corpus: Corpus, question: str, name: str) -> float:
    """Return one signal of the article that answers best."""
    state = corpus._state
    query = state.reader.read(question)
    best = state.searcher.search(query.terms, 1)[0]
    reading = Reading(Weighed(query, state.searcher.idf), best.entry)
    values = signals_of(reading, find_answer(reading, Wanted(query)))
    return dict(zip([s.name for s in SIGNALS], values, strict=True))[name]


@pytest.mark.parametrize(
    ("name", "idle", "good"),
    [
        ("asked", "柳塘镇的木凳卖到北欧走什么航线？", "柳塘镇的木凳作坊接到北欧订单多少张？"),
        ("asked", "清河县石拱桥 修缮 施工队", "清河县石拱桥 修缮 总投资"),
        ("unkind", "58所县级医院的切片扫描仪是什么品牌？", "清河县急救中心启用什么系统？"),
        ("behind", "明湖图书馆有多少个座位？", "柳塘镇的老木匠带着多少个徒弟？"),
        ("unnamed", "方言识别系统是跟哪所高校合作研发的？", "清河县石拱桥修缮由哪家文物局牵头？"),
        ("unnamed", "给明湖图书馆写信的外卖小伙叫什么名字？", "明湖图书馆的馆长叫什么名字？"),
        ("unkind", "为7辆救护车装上心电传输终端一共花了多少钱？", "清河县石拱桥修缮总投资多少钱？"),
        ("unkind", "救护车 心电传输终端 单价", "清河县石拱桥 修缮 总投资"),
        ("unkind", "松岭县从哪一年开始推行家庭病床服务？", "清河县石拱桥哪一年建成？"),
        ("unnamed", "柳塘镇的木凳卖给了哪家公司？", "清河县石拱桥修缮由哪家单位牵头？"),
        ("unkind", "老木匠罗守田今年多大？", "哪家医院为7辆救护车装上终端？"),
        ("unkind", "病理医师轮流驻点到哪一天截止？", "明湖图书馆从哪一天起延长？"),
        ("unkind", "救护车的心电传输终端是哪家公司造的？", "清河县石拱桥修缮由哪个单位牵头？"),
        ("unkind", "心电传输终端是在哪座城市装上的？", "今年推行家庭病床服务的是哪个县？"),
        ("unkind", "镇长陈明远在哪家医院看病？", "哪家医院为7辆救护车装上终端？"),
        ("unkind", "柳河托育园分班的是哪三家医院？", "松岭县家庭病床试点的是哪三家医院？"),
        ("ordinal", "前两届木凳大赛的木凳订单多少张？", "木凳作坊今年接到北欧订单多少张？"),
        ("unkind", "老桥修缮是哪天开工的？", "七辆救护车是哪天装上终端的？"),
        ("unkind", "救护车装上心电传输终端治的是什么病？", "张大爷卧床三年没有生什么？"),
        ("post", "外卖小伙的真名叫什么？", "柳塘镇的镇长叫什么名字？"),
        ("mismeasured", "切片扫描仪要花多少个百分点？", "训练用的录音来自多少个村寨？"),
        ("post", "柳塘镇的副镇长是谁？", "柳塘镇的镇长是谁？"),
        ("post", "张大爷的儿子叫什么名字？", "柳塘镇的镇长叫什么名字？"),
        ("post", "木凳作坊的老板是谁？", "明湖图书馆的馆长是谁？"),
        ("clause", "柳塘镇的木凳卖到北欧走什么航线？", "柳塘镇的老木匠是谁？"),
        ("elsewhere", "石门县推行家庭病床服务，今年建床多少位？", "松岭县推行家庭病床服务，今年建床多少位？"),
        ("house", "临江市中医医院为几辆救护车装上终端？", "临江市中心医院为几辆救护车装上终端？"),
        ("house", "临江市第二医院的急诊科主任是谁？", "临江中心医院的急诊科主任是谁？"),
    ],
)
def test_a_signal_speaks_where_the_page_does_not_answer(
    papers: Corpus, name: str, idle: str, good: str
) -> None:
    """Each signal is strong for a question that the page leaves open and weak for one that it answers."""
    assert signal_of(papers, idle, name) >= 0.5
    assert signal_of(papers, good, name) <= 0.25


@pytest.mark.parametrize("question", ["柳河托育园开设了多少张床位？", "柳河托育园开设了几张托育床位？"])
def test_what_is_counted_by_another_word_may_be_counted_by_ge(papers: Corpus, question: str) -> None:
    """A page says “床位150个” where who asks says 张."""
    answer = papers.ask(question)
    assert answer.answered
    assert answer.hits[0].snippet.answer_text == "150个"


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("behind", "清河县石拱桥修缮一共要花多少钱？"),
        ("unnamed", "病理科补短计划配的是什么？"),
        ("unkind", "清河县石拱桥的修缮费由谁出？"),
        ("asked", "木凳卖到北欧的照片是谁拍的？"),
        ("asked", "周一鸣是什么职务？"),
        ("missing", "周一鸣是什么职务？"),
        ("post", "带着徒弟赶工的是谁"),
    ],
)
def test_what_needs_no_word_of_the_question_casts_no_doubt(papers: Corpus, name: str, question: str) -> None:
    """元 answers 多少钱, 扫描仪 answers 配的是什么, a byline 谁拍的, 主任 什么职务: none repeats what is said behind the question word."""
    assert signal_of(papers, question, name) == 0.0


def test_the_party_secretary_of_a_hospital_is_not_that_of_a_city(tmp_path: Path) -> None:
    """市委书记 and 党委书记 are two posts."""
    corpus = corpus_of(tmp_path, "盘锦市开会\n\n本报讯 盘锦市人民医院党委书记邓海华介绍，会议开了两天。\n")
    assert signal_of(corpus, "盘锦市市委书记是谁", "post") == 1.0
    assert signal_of(corpus, "盘锦市人民医院党委书记是谁", "post") == 0.0


def test_a_whole_clause_may_tell_why(papers: Corpus) -> None:
    """A reason is told by a clause, so a clause is no doubt there."""
    assert signal_of(papers, "为什么木凳作坊把凳面加宽三厘米？", "clause") == 0.0


def test_yes_or_no_is_answered_by_a_clause(papers: Corpus) -> None:
    """No noun tells whether: what is marked is the clause that says it."""
    answer = papers.ask("张大爷卧床三年生过压疮吗？")
    assert answer.hits[0].snippet.answer_text == "张大爷卧床三年没有生压疮"
    assert signal_of(papers, "张大爷卧床三年生过压疮吗？", "clause") == 0.0


def test_free_of_charge_asks_for_no_money(papers: Corpus) -> None:
    """免费 and 评价 hold characters of money, but no money is asked for."""
    assert signal_of(papers, "家庭病床免费为多少位老人建床？", "unkind") == 0.0
    assert signal_of(papers, "患者对心电传输终端评价如何？", "unkind") == 0.0


def test_the_looks_of_a_phrase_are_no_merit(papers: Corpus) -> None:
    """That a number stands somewhere is no sign that it is the one asked for: 7辆 is no sum of money."""
    idle = "为7辆救护车装上心电传输终端一共花了多少钱？"
    good = "临江市中心医院为几辆救护车装上心电传输终端？"
    assert signal_of(papers, idle, "phrase") < 0.1 < 0.5 < signal_of(papers, good, "phrase")


def test_a_question_mark_changes_no_confidence(papers: Corpus) -> None:
    """Who types no question mark is answered as boldly as who does."""
    for question in ("58所县级医院的切片扫描仪是什么品牌", "顾客得的是什么病", "清河县石拱桥 修缮 施工队"):
        assert papers.ask(question).confidence == papers.ask(f"{question}？").confidence


@pytest.mark.parametrize(
    "question",
    [
        "为7辆救护车装上心电传输终端一共花了多少钱？",
        "松岭县的家庭病床服务是从哪一年开始推行的？",
        "58所县级医院配备的数字切片扫描仪是什么品牌的？",
        "给明湖图书馆写信的外卖小伙叫什么名字？",
        "临江市中医医院为几辆救护车装上心电传输终端？",
        "石门县今年已为多少位老人建床？",
        "清河县急救中心的电话是多少？",
        "老木匠罗守田今年多大？",
        "卧床三年的张大爷的儿子叫什么名字？",
    ],
)
def test_what_an_article_leaves_open_is_not_answered(papers: Corpus, question: str) -> None:
    """The article speaks of all of it but what is asked for."""
    assert not papers.ask(question).answered


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("临江市中心医院为几辆救护车装上心电传输终端？", "7辆"),
        ("松岭县今年已为多少位老人建床？", "213位"),
        ("清河县石拱桥修缮总投资多少钱？", "320万元"),
        ("清河县石拱桥是哪一年建成的？", "1958年"),
        ("清河县石拱桥上桥收多少钱？", "2 元"),
    ],
)
def test_what_the_same_articles_tell_is_answered(papers: Corpus, question: str, phrase: str) -> None:
    """Doubts must not silence what stands there."""
    answer = papers.ask(question)
    assert answer.answered
    assert phrase in (answer.hits[0].snippet.answer_text or "")


@pytest.mark.parametrize("title", ["七辆救护车装上新终端", "急救中心听得懂方言", "木凳卖到北欧去"])
def test_who_names_the_headline_asks_for_the_story(papers: Corpus, title: str) -> None:
    """“…”这条消息说了什么 is answered by the story from its beginning, though it says neither 消息 nor 说了什么."""
    answer = papers.ask(f"“{title}”这条消息说了什么？")
    article, snippet = answer.hits[0].article, answer.hits[0].snippet
    assert answer.answered and article.title == title
    assert snippet.start == article.body_start


def test_who_asks_for_a_thing_in_the_story_gets_the_thing(papers: Corpus) -> None:
    """With the whole headline in the question, what else it asks for is looked for."""
    answer = papers.ask("“木凳卖到北欧去”里，作坊今年接到多少张订单？")
    assert answer.hits[0].snippet.answer_text == "1.2万张"


def test_another_word_for_it_is_it_too(tmp_path: Path) -> None:
    """Who is called 店主 is the 老板, and nobody's 儿子."""
    page = "豆花店送豆花\n\n本报讯（记者何青）石榴巷豆花店昨天给环卫工人送去三百碗豆花，店主祁永茂说，以后每月初一都送。\n"
    corpus = corpus_of(tmp_path, page)
    assert signal_of(corpus, "石榴巷豆花店的老板是谁？", "post") == 0.0
    assert signal_of(corpus, "石榴巷豆花店的儿子是谁？", "post") == 1.0


@pytest.mark.parametrize(
    ("question", "value"), [("罗守田 徒弟", 2 / 3), ("沈青念信", 0.0), ("柳塘镇木凳作坊今年接到订单", 0.0)]
)
def test_a_short_question_whose_words_are_all_there_is_no_idle_one(
    papers: Corpus, question: str, value: float
) -> None:
    """Two words that the article has speak for it; three and more, or one that it lacks, do not."""
    assert signal_of(papers, question, "few") == value


def test_a_term_that_is_explained_is_known(tmp_path: Path) -> None:
    """“SPD是什么意思” is answered boldly where the page says it, short as it is."""
    page = "医院管起耗材\n\n本报讯 县医院昨天启用SPD（医用耗材精细化管理），SPD系统上线后，仓库里的纱布少了一半。\n"
    corpus = corpus_of(tmp_path, page)
    assert signal_of(corpus, "SPD是什么意思", "means") == 1.0
    assert signal_of(corpus, "仓库里的纱布少了多少", "means") == 0.0


def test_who_holds_two_posts_holds_the_first(tmp_path: Path) -> None:
    """Of 渡口镇卫生院院长、县质控中心主任宁守田 both posts are his, however far from his name the first stands."""
    page = "渡口镇办起慢病门诊\n\n本报讯 渡口镇卫生院院长、县慢病管理质量控制中心主任宁守田介绍，门诊开了两天。\n"
    corpus = corpus_of(tmp_path, page)
    assert signal_of(corpus, "渡口镇卫生院院长是谁", "post") == 0.0
    assert signal_of(corpus, "渡口镇镇长是谁", "post") == 1.0


def test_where_nobody_is_named_nothing_is_marked_and_doubt_is_great(tmp_path: Path) -> None:
    """Who asks who of an article without a name gets no mark; who asks how many gets one, and no such doubt."""
    page = "图书馆延长开放\n\n明湖图书馆从下月起晚上多开两个小时，一位外卖小伙写信提了这个请求，九名馆员报名值班。\n"
    corpus = corpus_of(tmp_path, page)
    assert signal_of(corpus, "给明湖图书馆写信的外卖小伙叫什么名字", "unmarked") == 1.0
    assert signal_of(corpus, "明湖图书馆几名馆员报名值班", "unmarked") == 0.0


def test_who_takes_a_post_holds_it(tmp_path: Path) -> None:
    """首任会长由某院护理部主任阮秋月担任: she is the first, and nobody is told to be the second."""
    page = "护理联盟成立\n\n本报讯 浔川护理联盟昨日成立，首任会长由浔川医科大学第二附属医院护理部主任阮秋月担任。\n"
    corpus = corpus_of(tmp_path, page)
    assert signal_of(corpus, "浔川护理联盟 首任会长", "post") == 0.0
    assert signal_of(corpus, "浔川护理联盟第二任会长是谁", "ordinal") == 1.0


def test_a_clause_is_no_name_and_any_illness_none(tmp_path: Path) -> None:
    """Where a shop's name is asked for, or what somebody has, a page that doesn't tell is doubted."""
    page = "老街夜里的灯\n\n本报讯 住在槐树巷的邱师傅说，巷口的药店晚上九点就关门。邱师傅的邻居裴阿姨上月突发疾病，被送到县医院。\n"
    corpus = corpus_of(tmp_path, page)
    assert signal_of(corpus, "槐树巷口九点关门的药店叫什么名字", "unkind") == 1.0
    assert signal_of(corpus, "裴阿姨得的是什么病", "unkind") == 1.0


def test_a_yes_or_no_holds_what_is_asked(tmp_path: Path) -> None:
    """Whether somebody became something is told by no sentence that lacks the word; half a doubt, as another may say so."""
    page = (
        "炉前的徒弟\n\n本报讯 徒弟卞小舟头一回独立看炉，紧张得手抖。卞小舟今年没有休假。到炉前参观不收费。\n"
    )
    corpus = corpus_of(tmp_path, page)
    assert signal_of(corpus, "卞小舟后来评上技师没", "unkind") == 0.5
    assert signal_of(corpus, "卞小舟今年有没有休假", "unkind") == 0.0
    assert signal_of(corpus, "到炉前参观要收费吗", "unkind") == 0.0  # without a sum of money
