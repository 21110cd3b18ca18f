"""What speaks for a phrase: the quick look that leaves shapes out must never leave out the answer."""

from __future__ import annotations

from operator import mul
from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.finding.evidence import PhraseWeigher, sentence_features
from retrieval.finding.features import PHRASE_WEIGHTS
from retrieval.finding.reading import Reading, Weighed
from retrieval.finding.wanted import Wanted
from retrieval.language.phrases import Shape
from retrieval.records import Answer
from tests.retrieval.conftest import corpus_of


def assert_marked(answer: Answer, phrase: str, beyond: int) -> None:
    """Assert that a phrase is marked, with at most so many characters more."""
    marked = answer.hits[0].snippet.answer_text or ""
    assert phrase in marked
    assert len(marked) <= len(phrase) + beyond


MEET = """柳塘少年破全市纪录

本报讯（记者戚小满）在昨日结束的全市中学生举重赛上，16岁的祁大川以抓举71公斤、挺举95公斤、总成绩166公斤夺冠。

泳池分时段收费

本报讯（实习生谷雨）5月20日起，全市9座泳池实行分时段收费，上午每小时6元。市体育局介绍，此举意在吸引老年人错峰锻炼。

“押金”不退怎么办

问：我在柳塘健身房交了押金300元，退卡时店员说押金概不退还，请问合法吗？（读者 封女士）

答：不合法。押金是履约的担保，商家可以收取合法的违约金，但不能把押金全部扣下。建议先保留收据，再向市场监管所投诉。
"""


CHOIR = """银发合唱团登台

本报讯（记者左小满）柳塘银发合唱团昨晚首演。团员平均年龄71岁，最年长的是一位88岁的退休船工。演出服由团员分摊，最高的一位出320元，最低的一位出六十元。团员仇大娘得了200元奖金，全买了西瓜，分给大家解渴。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("柳塘银发合唱团里岁数最大的多少岁？", "88岁"),
        ("柳塘银发合唱团平均多少岁？", "71岁"),
        ("柳塘银发合唱团 演出服分摊 最低", "六十元"),
        ("仇大娘拿奖金买了啥？", "西瓜"),
    ],
)
def test_what_is_told_of_others_answers_nothing(tmp_path: Path, question: str, phrase: str) -> None:
    """The mean isn't the eldest's age, the most isn't the least, a prize isn't what was bought for it."""
    assert_marked(corpus_of(tmp_path, CHOIR).ask(question), phrase, 7)


ANCHOR = """老渡船的铁锚

本报讯（记者祁水）柳塘渡口的铁锚今年八十岁。锚杆上刻着“光绪三年冬铸”，锚尾缠着一圈红布，每块布上都附着一行小字：平安归来才算数。

渡口去年组建救援网，以渡口派出所为中心，联合12个沿河村，形成“1+12”格局。一年来救起落水者9人。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("柳塘渡口的锚杆上刻着哪几个字？", "光绪三年冬铸"),
        ("柳塘渡口铁锚的红布上都附着一行什么小字？", "平安归来才算数"),
        ("柳塘渡口救援网的“1+12”格局是什么意思？", "以渡口派出所为中心，联合12个沿河村"),
    ],
)
def test_what_leads_to_an_answer_is_none(tmp_path: Path, question: str, phrase: str) -> None:
    """一行小字 only leads to what it says; 形成“1+12”格局 closes what it means."""
    assert_marked(corpus_of(tmp_path, ANCHOR).ask(question), phrase, 0)


AIMS = """柳塘县医院改门诊

本报讯（记者祁水）柳塘县医院昨天宣布改革门诊流程，以候诊时间为突破口，以社区医生为纽带，取消窗口挂号，推行分时段就诊。院长戚小满说，改革要以病人少跑路为导向，不以挂号量论英雄。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("柳塘县医院改革门诊流程以什么为突破口？", "候诊时间"),
        ("柳塘县医院改革门诊流程的纽带是什么", "社区医生"),
        ("柳塘县医院改革要以什么为导向？", "病人少跑路"),
    ],
)
def test_what_something_is_taken_for(tmp_path: Path, question: str, phrase: str) -> None:
    """It stands between 以 and 为, and as much of it as there is."""
    assert_marked(corpus_of(tmp_path, AIMS).ask(question), phrase, 1)


LETTER = """泡脚也有讲究

读者封女士：我怕冷，一入冬就手脚冰凉，姑妈说要天天泡脚，可泡久了头晕，怎么泡才对？

柳塘县医院康复科 祁小雨：水温不过四十度，一刻钟就够。
"""


def test_somebody_may_be_told_by_what_they_are_to_somebody(tmp_path: Path) -> None:
    """Whose advice it was is no name."""
    answer = corpus_of(tmp_path, LETTER).ask("封女士一入冬就手脚冰凉，是谁让她天天泡脚的？")
    assert answer.hits[0].snippet.answer_text == "姑妈"


RULES = """老站长的家规

柳塘渡口的老站长封长河家规不多，就三条：上船不喝酒，靠岸先扶人，宁可晚点不能抢滩。渡口由航道、水利和公安三个部门共管：航道管浮标，水利管水位，公安管客船。

大年初一，他让徒弟带两样东西上船：一个笔记本，一只手电筒。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("封长河的家规是哪三条？", "上船不喝酒，靠岸先扶人，宁可晚点不能抢滩"),
        ("徒弟上船要带哪两样东西？", "一个笔记本，一只手电筒"),
        ("柳塘渡口归哪三个部门共管？", "航道、水利和公安三个部门"),
    ],
)
def test_as_many_things_as_are_said_to_come_are_a_list(tmp_path: Path, question: str, phrase: str) -> None:
    """Behind a colon, with commas between them; unless they are named before it."""
    assert_marked(corpus_of(tmp_path, RULES).ask(question), phrase, 3)


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("祁大川挺举多少公斤", "95公斤"),
        ("祁大川抓举了多少公斤", "71公斤"),
        ("柳塘健身房押金概不退还，这样做合法吗？", "不合法"),
        ("泳池分时段收费是出于什么目的？", "吸引老年人错峰锻炼"),
    ],
)
def test_what_is_asked_right_before_the_question_word_tells(
    tmp_path: Path, question: str, phrase: str
) -> None:
    """Of several numbers of one kind the one behind that word; its denial; a purpose, be it of what is done by 时段."""
    assert_marked(corpus_of(tmp_path, MEET).ask(question), phrase, 2)


@pytest.mark.parametrize(
    "question",
    [
        "哈尔滨关爱健康志愿服务中心是什么时候成立的？",
        "谁调研了关爱健康志愿服务中心，称赞其创新实践？",
        "记者是谁",
        "5万余名志愿者服务了多少人次",
        "“两新”组织的全称是什么？",
        "心理健康宣传月活动包括哪些内容",
        "为什么要开展健康科普",
        "志愿者 人数",
        "哪家医院",
        "和岗村那位村医起初把病人当成了什么病？",
        "摩洛哥穆罕默德五世医院院长是谁？",
        "保加利亚师生定制了什么？",
        "在顶尖医院之外，大学的收益是多少？",
        "研究成果发表在哪本书？",
    ],
)
def test_no_phrase_scores_more_than_its_shape_and_sentence_promise(seeds: Corpus, question: str) -> None:
    """Shapes are passed over only if even the most that such a phrase can score in the sentence is too little."""
    state = seeds._state
    query = state.reader.read(question)
    asked, wanted = Weighed(query, state.searcher.idf), Wanted(query)
    looked_at = 0
    for scored in state.searcher.search(query.terms, 20):
        reading = Reading(asked, scored.entry)
        for i, of_sentence in enumerate(sentence_features(reading)):
            weigher = PhraseWeigher(wanted, reading, i)
            here = weigher.most(of_sentence[1])  # what the sentence holds of what is asked
            for most, kind in wanted.kinds:
                for phrase in weigher.phrases(kind):
                    assert sum(map(mul, PHRASE_WEIGHTS, weigher.features(phrase))) <= here + most + 1e-9
                    looked_at += 1
    assert looked_at > 50


PAGE = """渡口边的老木匠

本报讯 柳塘镇的木匠罗守田今年七十二岁，生在清溪村，跟祖父学会了做凳子。他做的长凳不用一颗钉子，重11公斤。1998年，带着一条长凳进城，获得巧匠奖。2006年，收了邹远山为徒，第二年把铺子搬到老渡口的梧桐树下。

铺子一年要补几十条旧凳。为了街坊蒲奶奶的一条三腿凳，上门跑了七趟，没有收钱，因为那是她的嫁妆。今年的比赛在10月，他排在第三名，领了奖金2000元。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("1998年罗守田获得了什么奖？", "巧匠奖"),  # the name stands sentences before
        ("罗守田2006年收了谁为徒？", "邹远山"),  # named without a post
        ("罗守田的铺子搬到哪里了？", "梧桐树"),  # no place has such a name
        ("罗守田为蒲奶奶上门跑了多少次？", "七趟"),  # counted by another word; 11公斤 is no number of times
        ("罗守田在今年的比赛里是第几名？", "第三名"),
    ],
)
def test_the_phrase_is_what_is_asked_at_the_question_word(tmp_path: Path, question: str, phrase: str) -> None:
    """Words beside the question word tell most, whoever and whatever else the sentence is about."""
    assert_marked(corpus_of(tmp_path, PAGE).ask(question), phrase, 6)


COLUMN = """妈妈们常问的事

新生儿科的谷大夫每周三在门诊回答妈妈们的问题。她说，宝宝哭闹多半是饿了，先摸摸尿布，再试着喂一点。

问：不满一岁的宝宝能喝蜂蜜水吗？
答：不能。蜂蜜里可能有肉毒杆菌的芽孢，大孩子不怕，小宝宝的肠道挡不住。
问：宝宝几个月大可以添辅食？
答：满六个月，先添含铁的米粉。
问：打了疫苗当天要不要给宝宝洗澡？
答：可以洗。水温合适、时间短些就行，针眼处别使劲搓。
"""


CHANGES = """渡口镇公布居民补助

本报讯 渡口镇昨天公布，居民医保的财政补助标准每人增加5元，达到99元。渡船票价由每人3元下调到2元，学生减半。卫生院门诊的退号率4.1%，比去年下降1.6个百分点。

渡口镇昨天气温最高达到38摄氏度，比前一天升高5摄氏度。登革热病例昨天新增12例，累计达到320例。义诊由12名专家为300名居民看病。新仪器将卫生院原本25分钟的验血时间缩短至3分钟。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("渡口镇居民医保的财政补助标准每人多少钱？", "99元"),
        ("渡口镇居民医保的财政补助标准每人增加了多少？", "5元"),
        ("渡口镇的渡船票价以前每人多少钱？", "3元"),
        ("渡口镇的渡船票价下调到每人多少元？", "2元"),
        ("卫生院门诊的退号率是多少？", "4.1%"),
        ("卫生院门诊的退号率下降了多少？", "1.6个百分点"),
        ("渡口镇昨天气温最高多少摄氏度？", "38摄氏度"),
        ("渡口镇昨天新增登革热病例多少例？", "12例"),
        ("渡口镇义诊有几名专家？", "12名"),
        ("没有新仪器的时候，卫生院验一次血要几分钟？", "25分钟"),
        ("卫生院验一次血缩短到几分钟？", "3分钟"),
    ],
)
def test_what_was_what_changed_and_what_is(tmp_path: Path, question: str, phrase: str) -> None:
    """Of several numbers in a clause the one that is asked for: they stand equally near to all its words."""
    assert corpus_of(tmp_path, CHANGES).ask(question).hits[0].snippet.answer_text == phrase


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("不满一岁的宝宝能喝蜂蜜水吗", "不能"),
        ("打了疫苗当天要不要洗澡？", "可以洗"),
        ("宝宝几个月可以添辅食", "六个月"),
    ],
)
def test_the_page_answers_what_it_asks_itself(tmp_path: Path, question: str, phrase: str) -> None:
    """Of a column of questions and answers the answer is shown and marked, never the question alone."""
    snippet = corpus_of(tmp_path, COLUMN).ask(question).hits[0].snippet
    assert phrase in (snippet.answer_text or "")
    assert "？" in snippet.text and "？" not in (snippet.answer_text or "")


REASONS = """渡口夜班船停开

本报讯 因江面连日有大雾，柳塘镇渡口的夜班船昨天起停开。渡口管理所所长荀大川介绍，白班船改为两班轮岗制，确保每十五分钟一班。卖豆腐的老耿没有收摊，他在等末班船上的学生。

渡口上游的老桥修到一半停了工。停工的原因是三户旧厂房的补偿没有谈拢。桥头的石狮子上周被搬进了仓库。孩子们每天都要去看它。因为下雨，仓库关着门。

为保障春节期间用电安全，县电力公司更换了老街的变压器，因老变压器已用了三十年。
"""


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("柳塘镇渡口的夜班船为什么停开？", "因江面连日有大雾"),
        ("渡口的白班船为什么改为两班轮岗制？", "确保每十五分钟一班"),
        ("为保障春节期间用电安全，老街的变压器为什么更换？", "因老变压器已用了三十年"),
        ("渡口上游的老桥为什么修到一半停了？", "原因是三户旧厂房的补偿没有谈拢"),
    ],
)
def test_a_reason_is_marked_and_not_what_it_is_for(tmp_path: Path, question: str, reason: str) -> None:
    """The words of the question stand in what is asked about, at either side of the reason."""
    assert corpus_of(tmp_path, REASONS).ask(question).hits[0].snippet.answer_text == reason


LISTS = """凳匠铺办起体验课

本报讯 柳塘镇凳匠铺的体验课昨天在渡口小学开课，三年级学生报名踊跃。课上先讲榫卯，再由老师傅带着试用刨子、凿子、墨斗等老物件。老木匠罗守田说，手艺要在手上才学得会。
"""


def test_of_several_things_asked_for_a_list_is_marked(tmp_path: Path) -> None:
    """It may stand in the sentence after the one that has the question's words."""
    hit = (
        corpus_of(tmp_path, LISTS)
        .ask("柳塘镇凳匠铺去渡口小学开体验课那次，给三年级学生玩了哪些家什？")
        .hits[0]
    )
    assert "刨子、凿子、墨斗" in (hit.snippet.answer_text or "")


def test_two_things_are_a_list(tmp_path: Path) -> None:
    """What is marked already names several, and no longer list elsewhere takes its place."""
    text = "晒秋节上人挤人\n\n本报讯 柳塘镇的晒秋节昨天开市，晒秋节的摊上卖的是柿饼和米酒。文化站的院子里，摊主、游客、学生、木匠围成一圈看皮影。\n"
    hit = corpus_of(tmp_path, text).ask("柳塘镇晒秋节的摊上卖的是哪些东西？").hits[0]
    assert hit.snippet.answer_text == "柿饼和米酒"


def test_a_phrase_is_made_of_whole_words(tmp_path: Path) -> None:
    """地 is a particle that a phrase doesn't end in, but not where it ends the word 策源地."""
    text = "渡口有了新去处\n\n本报讯 柳塘镇要把老渡口建成手工艺的创新策源地和孩子们的课堂，木匠铺昨天率先搬了进来。\n"
    hit = corpus_of(tmp_path, text).ask("柳塘镇要把老渡口建成手工艺的什么和孩子们的课堂？").hits[0]
    assert hit.snippet.answer_text == "创新策源地"


SCHOOL = """把尺子交给孩子

枣林沟小学五年级的学生抱着木板，枣林沟小学的老师郭秀芹让学生画梯田。校长魏长河是2017年秋天来的。学校的乐团叫青苗，团里的手鼓是木匠做的。
"""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("枣林沟小学的校长是谁？", "魏长河"),
        ("枣林沟小学的乐团叫什么", "青苗"),
    ],
)
def test_who_holds_a_post_stands_beside_it(tmp_path: Path, question: str, name: str) -> None:
    """Whoever stands right behind the noun that is asked by, though another stands nearer to the question's other words."""
    assert corpus_of(tmp_path, SCHOOL).ask(question).hits[0].snippet.answer_text == name


CLINIC = """村医有了智能助手

柳塘村村医周小满给老人看病时，起初把发烧当成了呼吸道感染。系统弹出提醒，她再查一遍，最后断定是化脓性扁桃体炎。她原先开的左氧氟沙星注射液不能用，系统让她改开头孢克肟颗粒。系统也提示疾病分布和用药原则，给老人看病的周小满看了胸部照片，还学会了消毒。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("再查一遍，最后断定是什么病？", "化脓性扁桃体炎"),
        ("起初把发烧当成了什么毛病？", "呼吸道感染"),
        ("系统让她改开什么药？", "头孢克肟颗粒"),
    ],
)
def test_a_kind_is_asked_for_by_its_general_name(tmp_path: Path, question: str, phrase: str) -> None:
    """An illness that is called 炎 and a medicine that is called 颗粒 answer what asks for 病 and 药."""
    assert phrase in (corpus_of(tmp_path, CLINIC).ask(question).hits[0].snippet.answer_text or "")


PARK = """菊花展延期

★ 中山公园菊花展延期到11月26日，门票不涨，晚上照开。

★ 柳塘镇昨夜降了暴雪，镇上26所学校停课一天，老师逐一打了电话，全镇学生没有出事。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("中山公园菊花展的门票涨了没有？", "门票不涨"),
        ("柳塘镇学校停课，学生有没有出事？", "全镇学生没有出事"),
    ],
)
def test_yes_or_no_is_what_says_so(tmp_path: Path, question: str, phrase: str) -> None:
    """Of two clauses with the question's words the one that denies or affirms answers."""
    assert corpus_of(tmp_path, PARK).ask(question).hits[0].snippet.answer_text == phrase


LIBRARY = """图书馆延长开放

考试月里，县图书馆从12月起延长开放到凌晨1点，1998年建成的老馆照旧在周一闭馆。4月3日起，县图书馆恢复到下午5点闭馆。
"""


@pytest.mark.parametrize(
    ("question", "time"),
    [
        ("考试月里县图书馆开放到几点？", "凌晨1点"),
        ("县图书馆的老馆是哪年建成的？", "1998年"),
        ("县图书馆的老馆星期几闭馆？", "周一"),
        ("县图书馆考试月里从几月起延长开放？", "12月起"),
    ],
)
def test_a_time_tells_what_is_asked_of_it(tmp_path: Path, question: str, time: str) -> None:
    """几点 asks for an hour, 哪年 for a year, whatever other time stands nearer."""
    assert corpus_of(tmp_path, LIBRARY).ask(question).hits[0].snippet.answer_text == time


FERRY = """渡口停了三天

受大雾影响，柳塘镇渡口停航三天。由于渡口的食堂没开门，水手都回家吃饭。
"""


def test_the_reason_of_something_else_is_none(tmp_path: Path) -> None:
    """What is asked about has its own reason, though the next sentence says 由于."""
    marked = corpus_of(tmp_path, FERRY).ask("柳塘镇渡口为什么停航三天？").hits[0].snippet.answer_text
    assert "大雾" in (marked or "")


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("图书馆开到几点？", "凌晨1点", "12月起"),
        ("老桥是哪年建的？", "1958年", "3月8日"),
        ("夜校星期几开课？", "每周三", "9月1日"),
        ("夜校几月开课？", "9月", "周三"),
        ("夜校哪天开课？", "9月1日", "今年秋季"),
        ("夜校什么时候开课？", "今年秋季", "12356"),
    ],
)
def test_another_time_than_is_asked_for_is_held_against_it(
    seeds: Corpus, question: str, told: str, untold: str
) -> None:
    """As another measure is against a number."""
    wanted = Wanted(seeds._state.reader.read(question))
    assert wanted.misses(told) == 0.0
    assert wanted.misses(untold) > 0.0


def test_an_illness_is_met_by_how_its_name_ends(seeds: Corpus) -> None:
    """炎 answers which 病, though clauses without one stand nearer to the question's words."""
    marked = seeds.ask("村医施华秀最后断定班师村得的是啥病").hits[0].snippet.answer_text
    assert marked == "化脓性扁桃体炎"


CENTRE = """渡口办起手艺中心

本报讯（特约记者何青 通讯员孙丽）渡口热闹了。

柳塘镇手艺中心是柳塘、清溪两镇合办的公益项目，将打造全县老年手艺传承高地。手艺中心成立大会讨论并通过了手艺中心工作规则。2024年4月，手艺中心开展首次漆艺体验;2024年6月，手艺中心开展首次扎染体验。手艺中心成立“12388”惜物维修热线，由街坊报社主办，县文化馆承办的手艺交流会在渡口召开。来自柳塘镇的蒲青、赵新等9名学徒登台，师傅带着学徒、家长、街坊、游客一起听。作为镇办的公益手艺学堂，手艺中心毗邻清溪茶亭，学员常去歇脚。

镇文化站站长、手艺中心副主任罗青山介绍，教具要经得起时间、师生和市场的检验。他的论文登在国内期刊《匠人·手记》上，编辑来信约他再写。通告列举了问题。一是“文山会海”方面，如会议低效重复、久议不决。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("手艺中心是一个什么项目？", "柳塘、清溪两镇合办的公益项目"),
        ("手艺中心将打造全县什么高地？", "老年手艺传承高地"),
        ("手艺中心成立大会讨论并通过了什么？", "手艺中心工作规则"),
        ("手艺中心什么时候开展首次漆艺体验？", "2024年4月"),
        ("手艺中心什么时候开展首次扎染体验？", "2024年6月"),
        ("手艺交流会 渡口 主办单位", "街坊报社"),
        ("手艺交流会 渡口 承办单位", "县文化馆"),
        ("手艺中心交流会上台的学徒是哪两位？", "蒲青、赵新"),
        ("渡口 手艺中心 报道 特约记者", "何青"),
        ("渡口 手艺中心 报道 通讯员", "孙丽"),
        ("手艺中心是一家什么性质的学堂？", "镇办的公益手艺学堂"),
        ("罗青山的论文登在哪一本国内期刊？", "《匠人·手记》"),
        ("手艺中心毗邻什么地方？", "清溪茶亭"),
        ("通告里的“文山会海”指什么？", "会议低效重复、久议不决"),
        ("罗青山说教具要经得起哪些检验？", "时间、师生和市场的检验"),
        ("手艺中心 惜物维修 热线 名称", "“12388”惜物维修热线"),
    ],
)
def test_what_answers_is_told_in_full(tmp_path: Path, question: str, phrase: str) -> None:
    """With its noun and what the question has of it too, by whoever does it, and at the time that stands before it."""
    assert corpus_of(tmp_path, CENTRE).ask(question).hits[0].snippet.answer_text == phrase


def test_which_of_the_pupils_is_no_house(seeds: Corpus) -> None:
    """哪个小学生 has a name, though the page may tell of her school first."""
    assert Shape.ORGANISATION not in Wanted(seeds._state.reader.read("信是哪个小学生给市长写的呀")).can


@pytest.mark.parametrize(
    "question", ["长隆动物园由谁建设", "卫生健康委员会由谁组建", "疫苗培训会编辑部的会由谁主办"]
)
def test_a_post_inside_another_word_asks_for_nobody(seeds: Corpus, question: str) -> None:
    """州长 stands in 广州长隆, 委员 in 委员会, and a house may have done it."""
    assert Shape.ORGANISATION in Wanted(seeds._state.reader.read(question)).can


CHARITY = """茶亭边办起缝补学堂

本报讯（特约记者何青）缝补学堂成立大会暨第一次学员会议近日在京召开。学堂党支部书记罗青山当主持，他作为学堂的“领头雁”，带着大家学。缝补学堂请裁缝师傅现场领练，吸引街坊参加。镇妇联与柳塘纺织有限公司签署布料捐赠协议，学堂在镇文化站一楼、二楼设立缝纫台，利用清溪职业学院缝纫专业教师做辅导。

学堂把办学的想法概括为一句话:让旧衣“活起来”。门口挂着一个写有“慢工出细活”的木牌。此次比赛分手缝考核和机缝考核(直线、曲线以及锁边)两部分，全县1702个村镇缝补点看了直播。学堂首次提出了衣物磨损程度评分(YMPF)。大赛要求学员立足本地布料和街坊需要。

2023年7月，罗青山所在的缝补组在县里师傅手把手的指导下，请来缝补学堂头一位机绣师傅；2024年4月，缝补学堂办首期盘扣班。学堂发出《关于征集街坊旧衣缝补线索的通告》，发布针脚识别人工智能模型ZHENJIAO ONE和相关成果。学堂首批分堂开在福建省龙岩市长汀县、浙江省嘉兴市海盐县、山东省潍坊市寿光市等地。

罗青山介绍，学堂只收成本价。“你看得清针脚吗？”罗青山伸出三根手指，问戴老花镜的学员。缝补学堂免收入学押金，材料不用预先缴纳费用。2026年缝补学堂场地补助标准增加5元，达到99元。学堂推动全县缝补协会升级并推动全县更多有条件的老年缝补机构开展旧衣改造业务。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("缝补学堂成立大会在哪里召开？", "京"),
        ("缝补学堂现场领练的是什么人？", "裁缝师傅"),
        ("镇妇联找了哪家企业捐布料？", "柳塘纺织有限公司"),
        ("学堂的老师来自哪所学校？", "清溪职业学院"),
        ("学堂把办学的想法概括为哪一句话？", "让旧衣“活起来”"),
        ("学堂门口的木牌上写的啥？", "慢工出细活"),
        ("这次比赛分为哪两部分？", "手缝考核和机缝考核"),
        ("大赛要求学员从哪两方面出发？", "立足本地布料和街坊需要"),
        ("伸出手指问老花镜学员针脚的是谁？", "罗青山"),
        ("进缝补学堂还交不交押金？", "缝补学堂免收入学押金"),
        ("缝补学堂 场地补助标准 2026年 增加额", "5元"),
        ("缝补学堂什么时候请来头一位机绣师傅？", "2023年7月"),
        ("缝补学堂首批分堂里，浙江的是哪个县？", "浙江省嘉兴市海盐县"),
        ("缝补学堂发出了什么通告？", "《关于征集街坊旧衣缝补线索的通告》"),
        ("缝补学堂 针脚识别 人工智能模型 名称", "ZHENJIAO ONE"),
    ],
)
def test_what_is_asked_for_is_marked_and_not_what_is_asked_about(
    tmp_path: Path, question: str, phrase: str
) -> None:
    """Not the sentence that has the question's words, but what it says of them."""
    assert corpus_of(tmp_path, CHARITY).ask(question).hits[0].snippet.answer_text == phrase


WARD = """病区办起理发角

本报讯（特约记者周婷 张凯莹）受老街剃头铺启发，柳塘镇卫生院在病区办起理发角，护工罗婶给病人剪头发。考虑到老人行动不便，护士把剪刀推到床边。理发角旁是手艺班，分剪纸班、漆艺班、扎染班，病人自己挑。

柳塘镇卫生院以轮流、搭伙的方式推进卫生院开放。住在三床的赖女士是一位IIIB期宫颈癌患者，治疗后最爱剪头发。卫生院装了5G信号，病人能看直播。剪刀由街坊捐，个人不花钱。卫生院昨天印发《柳塘镇病区便民若干措施》，把理发、热饭、借书等十件小事写了进去，贴在走廊上。

镇上的职工足球联赛收了官，镇卫生院队点球胜了邮电所队，捧走老树杯。

问：理发角能带宠物进去吗？
答：切勿。病区里有刚动过手术的人。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("柳塘镇卫生院怎么会想到办理发角？", "受老街剃头铺启发"),
        ("护士为什么把剪刀推到床边？", "考虑到老人行动不便"),
        ("柳塘镇卫生院的手艺班分哪些班？", "剪纸班、漆艺班、扎染班"),
        ("柳塘镇卫生院以什么方式推进卫生院开放？", "轮流、搭伙"),
        ("三床的赖女士得的是什么病？", "IIIB期宫颈癌"),
        ("柳塘镇卫生院的新规叫啥？", "《柳塘镇病区便民若干措施》"),
        ("剪头发要钱吗？", "个人不花钱"),
        ("理发角能带宠物进去吗？", "切勿"),
        ("职工足球谁夺冠？", "镇卫生院队"),
    ],
)
def test_what_a_ward_tells_of_itself_is_marked(tmp_path: Path, question: str, phrase: str) -> None:
    """A cause by 受……启发 or 考虑到, classes that end in 班, a manner before 的方式, an illness by its name alone."""
    assert_marked(corpus_of(tmp_path, WARD).ask(question), phrase, 4)


@pytest.mark.parametrize(
    "question", ["理发角里剪头发的那几位志愿者叫什么名字？", "卫生院开放协议 有效期 多少"]
)
def test_a_dateline_and_a_part_of_a_word_answer_nothing(tmp_path: Path, question: str) -> None:
    """Who reports isn't who cuts hair, and 5G is no number."""
    marked = corpus_of(tmp_path, WARD).ask(question).hits[0].snippet.answer_text or ""
    assert "周婷" not in marked
    assert "5" not in marked


LAUNDRY = """宿舍楼里的洗衣机换了

本报讯（记者何青）柳塘学院近日换掉宿舍楼里的洗衣机，新增洗衣机412台，同学们很高兴。每次洗涤价格3元不变，周二上午半价。管理员罗大爷说，机器比人听话。
"""


def test_a_number_of_another_kind_gives_way_to_one_of_the_kind_asked_for(tmp_path: Path) -> None:
    """412台 stands nearest and is no sum of money; where there is no age at all nothing is marked."""
    corpus = corpus_of(tmp_path, LAUNDRY)
    assert corpus.ask("柳塘学院洗衣机几块钱").hits[0].snippet.answer_text == "3元"
    assert corpus.ask("柳塘学院宿舍楼的罗大爷今年多大岁数").hits[0].snippet.answer_text is None


TOWN = """渡口镇办起慢病门诊

本报讯 为保障老人用药，预防跌倒，渡口镇卫生院昨天办起慢病门诊，设在门诊部一楼、二楼。卫生院将一块写着“慢慢来”的牌子放在病区走廊，来的人都要念一遍。开诊那天，大家围绕“慢病门诊怎样才能不排队”举行了圆桌讨论。

渡口镇有12个社区、3个学校、98个村，卫生院积极推进分级上门和电话随访“双访”机制建设，托老所占地300平方米，开设托老床位40个。渡口镇卫生院院长、县慢病质控中心主任宁守田天天坐诊。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("渡口镇卫生院的慢病门诊设在几楼？", "一楼、二楼"),
        ("写着“慢慢来”的牌子放在哪儿？", "病区走廊"),
        ("慢病门诊开诊那天的圆桌讨论聊的啥", "慢病门诊怎样才能不排队"),
        ("渡口镇有多少个村？", "98个"),
        ("渡口镇卫生院说的“双访”机制是什么意思", "分级上门和电话随访"),
        ("渡口镇托老所床位", "40个"),
        ("渡口镇卫生院办慢病门诊是出于什么原因", "为保障老人用药，预防跌倒"),
    ],
)
def test_what_a_town_tells_of_its_clinic_is_marked(tmp_path: Path, question: str, phrase: str) -> None:
    """Floors, where something was put, all of a quotation, villages and no schools, two aims of one thing."""
    assert_marked(corpus_of(tmp_path, TOWN).ask(question), phrase, 8)


ISLAND = """海岛上的卫生站

本报讯 观音洲卫生站站长敖登格日勒今年四十岁。敖登格日勒提醒渔民，三种情况要马上靠岸：一是胸口发闷；二是手脚发麻，半小时不退；三是看东西发花、说话不清。

卫生站的夜间热线每晚8时至次日7时有人接听，白天由护士接。罗守田卖了小船，买回两台制氧机，一台送给卫生站。守塔人说，制氧机开机11分钟就热，那天是零下38摄氏度。岛上的虾一共卖了3940元。

在塔下救起渔民的潜水员没有留名。护士长顾小舟说，她找了他三天。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("观音洲卫生站的站长叫什么名字？", "敖登格日勒"),  # a name goes on as the page has it each time
        (
            "观音洲卫生站提醒渔民，哪三种情况要马上靠岸？",
            "一是胸口发闷；二是手脚发麻，半小时不退；三是看东西发花、说话不清",
        ),
        ("夜间热线从几点到几点有人接听", "每晚8时至次日7时"),
        ("罗守田卖了小船买了啥", "两台制氧机"),
        ("制氧机开机多大会儿就热", "11分钟"),
    ],
)
def test_what_an_island_tells_is_marked_in_full(tmp_path: Path, question: str, phrase: str) -> None:
    """A whole name, all of three cases, both ends of a night, what was bought and how long it took."""
    assert_marked(corpus_of(tmp_path, ISLAND).ask(question), phrase, 6)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("上罗守田的修船课需要交学费吗", "修船课没有学费"),
        ("渡口镇验水收费不", "验水不收取费用"),
        ("渡口镇缺柴吗", "不是柴缺"),
    ],
)
def test_yes_or_no_is_told_of_just_what_is_asked(tmp_path: Path, question: str, told: str) -> None:
    """Whether there is a fee is told where the fee is told of, not where most is told of who asks it."""
    page = """渡口镇办起修船课

本报讯 罗守田把退休金的一半投了进去，在渡口镇办起修船课，不到半年来了三十名学徒。修船课没有学费。罗守田说，渡口镇不是柴缺，是船工缺。

渡口镇每周三为船家验水，不论船大船小，可以把水样送到罗守田的铺子。验水不收取费用。
"""
    assert told in (corpus_of(tmp_path, page).ask(question).hits[0].snippet.answer_text or "")


def test_what_is_told_of_others_or_of_all_is_doubted(tmp_path: Path) -> None:
    """A sum of all says not what one costs, and whoever is named nearby isn't who was asked for by a noun that isn't there."""
    corpus = corpus_of(tmp_path, ISLAND)
    assert corpus.ask("制氧机开机多少分钟就热").answered
    for question in ("岛上的虾每斤卖多少元", "卫生站守塔人的儿媳叫什么名字"):
        assert not corpus.ask(question).answered


TOWN_RECORDS = """滨江的几件事

本报讯 滨江市去年GDP5800亿元。市中心医院开展ECMO35例。肇事车辆的车牌号是浙A12345，交警正在追查。

第六届人大常委会主任是周建平。七台河走出了杨扬、王濛、孙琳琳、范可新等冬奥冠军。第三批试点城市包括青岛、宁波、厦门、大连、深圳。

滨江市的士司机昨日集体停运，是因为燃气价格上涨。红星水泥厂年产水泥30万吨。滨江宾馆有300平方米会议室。

航天员乘坐神舟十八号飞船升空。人民公园的樱花5月开花。王强开车经过大桥时救起落水儿童。王强开着的车停在桥上。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("滨江市去年GDP是多少？", "5800亿元"),  # so much of it, no part of a name
        ("市中心医院开展ECMO多少例？", "35例"),
        ("车牌号是什么？", "浙A12345"),  # it says what it is
        ("第六届人大常委会主任是谁？", "周建平"),  # not six of them
        ("七台河走出了哪些冬奥冠军？", "杨扬、王濛、孙琳琳、范可新"),  # a town, not seven
        ("第三批试点城市包括哪些？", "青岛、宁波、厦门、大连、深圳"),
        ("滨江市为什么的士司机昨日集体停运？", "因为燃气价格上涨"),
        ("红星水泥厂一年产水泥多少吨？", "30万吨"),
        ("滨江宾馆有多大会议室？", "300平方米"),
        ("航天员乘坐什么型号的飞船升空？", "神舟十八号"),
        ("人民公园的樱花什么时候开花？", "5月"),
    ],
)
def test_what_looks_like_something_else_is_answered(tmp_path: Path, question: str, phrase: str) -> None:
    """An ordinal counts nothing, a month is a time, and the figure behind letters may be a sum."""
    answer = corpus_of(tmp_path, TOWN_RECORDS).ask(question)
    assert answer.answered
    assert_marked(answer, phrase, 6)


def test_what_a_name_is_followed_by_twice_may_be_what_he_does(tmp_path: Path) -> None:
    marked = corpus_of(tmp_path, TOWN_RECORDS).ask("谁救起落水儿童？").hits[0].snippet.answer_text
    assert marked == "王强"


FACTORY = """青河糖厂的老照片

本报讯 青河糖厂昨天办起老照片展，由县财政出资54万元，占地600平方米，设座椅180个，一期总投资86万元。厂里31万张底片中先洗出3000张，稿酬每幅80元。看展的人每桌不超过八个菜，熬糖的师傅守了11个夜晚，熬坏了9锅。他们收了20个家庭的照片，没有收钱。

熬糖老师傅的徒弟最发愁的不是糖价，是没人肯学。厂里的放映员昨晚放了一部《青河谣》。配音员寄来一袋冰糖。展览由连长关山领队布置。照片上标着三角，三角代表“还没找到本人”。展室的招牌上刻着“甜在青河”，大门口的纸条上写着：先看后买，不要用手摸。

糖厂还在县图书馆开展“甜路留影”口述历史项目，把录音送到学校。熬糖要过的第一道关叫“老虎灶”，一边是火，一边是水。厂史里问：这台老机器叫什么？答案下期见。

熬糖离不开老师傅邹长根。今年81岁的他还在厂里。举报电话尚未公布。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("青河糖厂老照片展 县财政出资额", "54万元"),
        ("青河糖厂老照片展一期总投资", "86万元"),
        ("青河糖厂 征集照片 稿酬", "80元"),
        ("青河糖厂老照片展 座椅数", "180个"),
        ("老照片展每桌最多几个菜？", "不超过八个"),  # and not 超过八个
        ("熬糖的师傅守了几晚？", "11个夜晚"),
        ("熬糖的师傅熬坏了多少锅糖？", "9锅"),
        ("他们收了多少个家庭的照片的钱？", "20个"),  # of 家庭, whatever they paid
        ("青河糖厂有多少张底片？", "31万张"),
        ("熬糖老师傅的徒弟最发愁什么？", "没人肯学"),
        ("放映员昨晚放了啥片", "《青河谣》"),
        ("配音员寄了啥", "一袋冰糖"),
        ("谁领队布置展览？", "关山"),
        ("照片上画三角的是什么意思", "还没找到本人"),
        ("展室招牌上刻了啥字", "甜在青河"),
        ("大门口的纸条写着什么话？", "先看后买，不要用手摸"),
        ("糖厂在县图书馆做的口述历史项目叫啥名", "甜路留影"),
        ("“老虎灶”是啥地方", "熬糖要过的第一道关"),
        ("青河糖厂 熬糖老师傅 邹长根多大岁数了", "81岁"),
    ],
)
def test_what_is_asked_is_told_from_what_stands_beside_it(tmp_path: Path, question: str, phrase: str) -> None:
    """What is counted, called, written or done is told by what stands right behind the word that asks for it."""
    assert_marked(corpus_of(tmp_path, FACTORY).ask(question), phrase, 6)


def test_what_a_page_asks_itself_answers_nothing(tmp_path: Path) -> None:
    """Neither is the question word of the page's own question an answer, nor a sum a telephone number."""
    corpus = corpus_of(tmp_path, FACTORY)
    assert corpus.ask("这台老机器叫什么？").hits[0].snippet.answer_text != "什么"
    assert not corpus.ask("老照片展的举报电话是哪个？").answered


TOWN_CLINIC = """清溪镇卫生院的几件事

本报讯 清溪镇卫生院在技术转移上的回报率为4.0%，远超过学校的1.6%。卫生院的巡诊队由医生、护士和康复治疗师组成，坐诊点由退休的老大夫和药师轮流坐班。昨天在老粮站召开的交流会发布了智能听诊器模型TING ONE和使用手册，手册刊登在《乡村医学》上。

支气管扩张(简称“支扩”)是一种气道变形的慢性病。巡诊队的业务范围包括：上门换药，量血压；给老人讲用药；记录慢病。59岁的毛女士去年查出IIIB期宫颈癌。卫生院培养了月嫂36名，3个月上岗。全镇要筑牢防住登革热等疾病的防线。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("学校的回报率是多少？", "1.6%"),  # of whom it is, however near the other stands
        ("清溪镇卫生院的巡诊队由谁组成？", "医生、护士和康复治疗师"),
        ("清溪镇卫生院的坐诊点由谁轮流坐班？", "退休的老大夫和药师"),
        ("清溪镇卫生院的交流会在哪儿开的？", "老粮站"),
        ("TING ONE是什么？", "智能听诊器模型"),
        ("使用手册刊登在哪里？", "《乡村医学》"),
        ("支扩是什么", "一种气道变形的慢性病"),
        ("巡诊队的业务范围有哪些？", "上门换药，量血压；给老人讲用药；记录慢病"),
        ("毛女士的癌症到了第几期？", "IIIB期"),
    ],
)
def test_whose_it_is_and_who_does_it_tells(tmp_path: Path, question: str, phrase: str) -> None:
    """A number is of what stands before its 的, what is done of whom 由 leads to, a name of what is said right before it."""
    assert_marked(corpus_of(tmp_path, TOWN_CLINIC).ask(question), phrase, 3)


def test_a_term_that_is_only_mentioned_is_not_explained(tmp_path: Path) -> None:
    """What stands behind an illness that a page only names says nothing of what it is."""
    assert not corpus_of(tmp_path, TOWN_CLINIC).ask("登革热是什么").answered


REGATTA = """老港赛艇散记

本报讯 老港赛艇决赛昨天举行，南湾选手阿努克·贝尔蒙特排在第三道，半程时落到队尾。贝尔蒙特说，她听见了岸上的哨子。赛会医生贺修回答了苗女士的提问。
"""


def test_who_is_named_in_the_question_is_not_who_is_asked_for(tmp_path: Path) -> None:
    """Somebody else is marked, or nobody, whether the name is written with a dot or not."""
    corpus = corpus_of(tmp_path, REGATTA)
    assert corpus.ask("苗女士的提问是哪位医生回答的？").hits[0].snippet.answer_text == "贺修"
    won = corpus.ask("阿努克·贝尔蒙特那场老港赛艇决赛的冠军是哪位选手？").hits[0].snippet.answer_text
    assert won not in ("阿努克·贝尔蒙特", "贝尔蒙特")


SPEECHES = """罗家渡口通了桥

本报讯 罗家渡口的大桥昨天通车。“坐了一辈子船，今天走着过江。”当天，住在江边71岁的罗守田笑着说。镇长陈明远表示：“桥修好了，渡船不停，给老人留个念想。”工程师邹远山介绍，大桥用了两千吨钢材，可抗八级地震。船工摸着桥栏杆，眼睛湿湿地说：“再也不用等风停。”卖鱼的毛女士来了，桥上巡查的保安说：“慢些走。”副镇长温润生教授提出建桥设想并写进规划，指出“要修就修能过拖拉机的桥”。

罗守田年轻时摆渡。陈明远昨天也来了。邹远山认为，大桥的桥墩要每年检查一次。会计罗小满指出，大桥是“江上第一座”斜拉桥，省了两道索。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("罗守田说了什么？", "坐了一辈子船，今天走着过江"),  # their words stand before them
        ("陈明远怎么说", "桥修好了，渡船不停，给老人留个念想"),
        ("邹远山怎么看桥墩的检查？", "桥墩要每年检查一次"),  # of what they say what is asked about
        ("罗小满说了什么", "大桥是“江上第一座”斜拉桥，省了两道索"),
        ("渡口的船工说了什么？", "再也不用等风停"),  # who has no name
        ("温润生说了什么", "要修就修能过拖拉机的桥"),  # and does something first
        ("邹远山介绍了什么", "大桥用了两千吨钢材，可抗八级地震"),  # without quotation marks
    ],
)
def test_what_somebody_says_is_marked_in_their_words(tmp_path: Path, question: str, said: str) -> None:
    """Neither who says it nor 表示 is what they say."""
    assert said in (corpus_of(tmp_path, SPEECHES).ask(question).hits[0].snippet.answer_text or "")


def test_what_somebody_else_says_is_not_theirs(tmp_path: Path) -> None:
    """Who only comes along says nothing."""
    marked = corpus_of(tmp_path, SPEECHES).ask("毛女士说了什么").hits[0].snippet.answer_text or ""
    assert "慢些走" not in marked


SLIPS = """清溪镇的几件事

本报讯 一名患者在工地突然昏倒，被紧急送入ICU。医院的6名志愿者共服务患者900人。医院的2台救护车去年出车900次，医院的门诊量为5万人次。张桂兰去年得了糖尿病，今年又得了白内障。

全市已有3000人缴费，缴费总额90万元。参加会诊的医院有协和、同仁、安贞。全年行驶公里数达到5万公里，工作室已培养青年教师30人。石刻有很高的艺术价值，修复费用120万元，由省文物局、镇政府共同出资。

王芳芳的老师王芳今年40岁。刘志强表示“粥好喝，人更好”。安康项目已有12个县的300名医生参加。晚会由县文化馆、县剧团主办。
"""


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("医院的志愿者服务了多少患者", "900人"),  # 6名 counts whom it stands before
        ("医院的救护车去年出车多少次", "900次"),
        ("医院的门诊量是多少", "5万人次"),
        ("张桂兰去年得了什么病？", "糖尿病"),
        ("有多少人缴费", "3000人"),  # no sum of money
        ("参加会诊的有哪些医院", "协和、同仁、安贞"),  # by their short names
        ("行驶公里数", "5万公里"),
        ("修复由谁出资", "省文物局、镇政府"),
        ("王芳芳的老师是谁", "王芳"),  # whose name is part of another's
        ("刘志强表示了什么", "粥好喝，人更好"),
        ("有多少个县的医生参加了", "12个"),
        ("晚会 主办", "县文化馆、县剧团"),  # what is done is no noun to look for
    ],
)
def test_what_only_looks_like_it_is_left_alone(tmp_path: Path, question: str, phrase: str) -> None:
    """What tells whose a number is, what a row of keywords asks or who is named holds for that alone."""
    assert_marked(corpus_of(tmp_path, SLIPS).ask(question), phrase, 1)


def test_what_stands_before_a_latin_name_may_explain_nothing(tmp_path: Path) -> None:
    """Only a noun for what it is does: who is 送入ICU doesn't learn what that is."""
    assert not corpus_of(tmp_path, SLIPS).ask("什么是ICU").answered


HOTLINE = """一条热线两次通话

本报讯 石潭镇的吴阿婆向本报讲起“暖阳”热线。“第一次通话只有35分钟，断线后又打了第二次，接线员陪我聊了2个多小时。”热线去年接到来电410个，今年增加到690个。通话最短的一次才40秒，最长的一次有3个半小时。

热线由石潭镇卫生院开办，覆盖21个村的1360户独居老人、18个养老服务点。镇里另有73个社团、412个小组、2605个网格。外镇的减免申请4个工作日办结，减免过的有57人次。热线首任站长由镇卫生院护理部主任尤小满担任。热线值守时间为每天8时至22时，开通于3月2日。
"""


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("吴阿婆第二次通话聊了多久？", "2个多小时"),
        ("吴阿婆首次通话聊了多久？", "35分钟"),
        ("吴阿婆第2次通话聊了多久？", "2个多小时"),
        ("吴阿婆第一次通话多长时间", "35分钟"),
        ("“暖阳”热线去年接到多少来电？", "410个"),
        ("“暖阳”热线今年接到多少来电？", "690个"),
        ("热线通话最短的一次多久", "40秒"),
    ],
)
def test_a_number_is_of_the_one_that_is_named(tmp_path: Path, question: str, number: str) -> None:
    """Of the first and the second, last year and this, the longest and the shortest, what stands behind each is of it."""
    assert_marked(corpus_of(tmp_path, HOTLINE).ask(question), number, 1)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("养老服务点热线覆盖多少个？", "18个"),  # before the question word
        ("石潭镇有多少小组？", "412个"),  # behind it
        ("外镇减免申请几个工作日办结", "4个工作日"),  # a time, and nobody's number
    ],
)
def test_a_number_is_of_what_stands_behind_it(tmp_path: Path, question: str, number: str) -> None:
    """Other numbers of the sentence count something else."""
    assert_marked(corpus_of(tmp_path, HOTLINE).ask(question), number, 1)


def test_hours_are_no_day(tmp_path: Path) -> None:
    """When somebody is there is told by the clock."""
    assert_marked(corpus_of(tmp_path, HOTLINE).ask("“暖阳”热线值守时间"), "8时至22时", 2)


OLD_CLINIC = """老石桥边的诊所

本报讯 老石桥诊所的大夫姚守成看病四十年。62岁的魏师傅患慢性青光眼，多亏姚守成劝他手术。邻居乔大妈突发疾病，也是他送去县医院。姚守成说，乡下看病真正的难点不是没有药，而是没有人。诊所的旧药柜厚约40厘米，只卖10元一副的膏药运费要3元。

诊所门口贴着告示：如果换了大夫，旧病历卡继续有效。读到第十七夜，姚守成才把那本医书读完。河上新桥去年6月开工，计划明年春天通车。诊所隔壁的杂货店晚上九点关门，老板姓什么没人记得。
"""


@pytest.mark.parametrize(
    ("question", "phrase", "beyond"),
    [
        ("魏师傅得了什么病？", "青光眼", 4),
        ("魏师傅多大年纪", "62岁", 0),
        ("姚守成说乡下看病的难点在哪里？", "难点不是没有药", 8),
        ("诊所的旧药柜有多厚", "40厘米", 1),
        ("诊所换了大夫，旧病历卡还能用吗？", "旧病历卡继续有效", 0),
        ("姚守成那本医书读到第几夜？", "第十七夜", 0),
        ("新桥啥时通车", "明年春天", 0),
    ],
)
def test_everyday_questions_are_answered_by_what_they_ask_for(
    tmp_path: Path, question: str, phrase: str, beyond: int
) -> None:
    """An illness, an age, where something is hard, how thick it is, whether it still holds, which night, when."""
    assert_marked(corpus_of(tmp_path, OLD_CLINIC).ask(question), phrase, beyond)
