"""What a question asks for, and what is made of the way people type it."""

from __future__ import annotations

import pytest

from retrieval.asking.questions import Bounds, QuestionReader, blank_out
from retrieval.asking.wants import Want
from retrieval.finding.measures import measure_of
from retrieval.index.learned import Learned
from retrieval.language.analysis import JiebaAnalyzer
from retrieval.records import Tone

WORDS = ("热射病", "返乡", "培训", "哈尔滨", "医院", "志愿者")
PAIRS = {w[i : i + 2] for w in WORDS for i in range(len(w) - 1)}


@pytest.fixture(scope="module")
def reader() -> QuestionReader:
    learned = Learned(WORDS, {"mri": ("磁共振成像",), "磁共振成像": ("mri",)})
    return QuestionReader(JiebaAnalyzer(), learned, lambda term: term.removeprefix("·") in PAIRS)


@pytest.mark.parametrize(
    ("question", "want"),
    [
        ("新门诊楼是什么时候启用的？", Want.WHEN),
        ("启用日期", Want.WHEN),
        ("院长叫啥名字呀", Want.WHO),
        ("谁牵头建了种植园", Want.WHO),
        ("那位医生叫什么", Want.WHO),
        ("老支书的孙女叫什么名字", Want.WHO),
        ("他后来叫啥名字", Want.WHO),
        ("那个退伍的老兵叫什么名字", Want.WHO),
        ("跳水救人的男子叫什么名字", Want.WHO),
        ("新来的机器人叫什么名字", Want.WHAT),
        ("运快递的那头骡子叫啥名字", Want.WHAT),
        ("这部片子的主题曲叫什么名字", Want.WHAT),
        ("盘锦市副市长叫什么", Want.WHO),
        ("设计这座桥的工程师叫啥", Want.WHO),
        ("救人的小伙叫什么", Want.WHO),
        ("学中药的大学生徒弟叫什么", Want.WHO),
        ("食堂的厨师长姓什么", Want.WHO),
        ("最先领到贷款的村官叫什么", Want.WHO),
        ("背篓医疗队 队长", Want.WHO),
        ("哪个女演员主演的", Want.WHO),
        ("附设的直属小学叫什么", Want.WHAT),
        ("哪个市人口最多", Want.WHERE),
        ("医院的导诊系统叫什么", Want.WHAT),
        ("一共投资多少钱", Want.HOW_MANY),
        ("市县级医院占几成呀", Want.HOW_MANY),
        ("参会 省份数", Want.HOW_MANY),
        ("便携式监测仪 借回家 押金", Want.HOW_MANY),
        ("电子病历规范率", Want.HOW_MANY),
        ("庚申猴市价", Want.HOW_MANY),
        ("柳塘镇心理热线号码", Want.HOW_MANY),
        ("基本公卫经费人均", Want.HOW_MANY),
        ("砚溪水库蓄水量", Want.HOW_MANY),
        ("心电图 传回 用时", Want.HOW_MANY),
        ("指南里那个HSSS到底是个啥", Want.DEFINITION),
        ("邻国总统叫啥", Want.WHO),
        ("拄木拐的男孩叫啥", Want.WHO),
        ("昆剧水磨痕最便宜的票", Want.HOW_MANY),
        ("家门口的路 征稿截止", Want.WHEN),
        ("收获了哪些蔬菜", Want.LIST),
        ("分成哪几类来管", Want.LIST),
        ("为什么要设服务岗", Want.WHY),
        ("凭啥这么说", Want.WHY),
        ("这项工作为什么停了", Want.WHY),
        ("为什么病人越来越多", Want.WHY),
        ("大桥没有建成为什么？", Want.WHY),
        ("门诊楼因何停工", Want.WHY),
        ("这口井被称为什么？", Want.WHAT),
        ("他认为什么最要紧", Want.WHAT),
        ("老人因为啥病住的院", Want.WHAT),
        ("MRI 全称", Want.DEFINITION),
        ("“双控”是什么意思", Want.DEFINITION),
        ("会议在哪个城市召开", Want.WHERE),
        ("是哪家医院启用的", Want.HOUSE),
        ("周一鸣 职务", Want.POST),
        ("那条消息的标题是什么", Want.HEADLINE),
        ("新院建了几年才建好", Want.HOW_MANY),
        ("他是一九八几年来的", Want.WHEN),
        ("哪个村民说这是第一次", Want.WHO),
        ("哪个村最先通路", Want.WHERE),
        ("哪个市长牵头", Want.WHO),
        ("红岩队的主教练叫什么", Want.WHO),
        ("夜门诊挂号费会加价吗", Want.WHETHER),
        ("住院要不要交押金？", Want.WHETHER),
        ("开封的眼药水还能滴不", Want.WHETHER),
        ("丢的硬盘找到没有？", Want.WHETHER),
        ("滨江药店卖饼干吗？", Want.WHETHER),
        ("他们在渡口干吗", Want.WHY),
        ("滨江市为什么的士司机停运？", Want.WHY),
        ("老渡口要打造成为什么", Want.WHAT),
        ("路面怎么就塌了？", Want.WHY),
        ("怎么样就能报名", Want.WHAT),
        ("领奖那天她咋没去", Want.WHY),
        ("租金涨没", Want.WHETHER),
        ("孩子高烧该不该捂汗？", Want.WHETHER),
        ("孩子高烧是不是要捂汗？", Want.WHETHER),
        ("门诊需不需要预约", Want.WHETHER),
        ("能否跨省报销", Want.WHETHER),
        ("断电以后能撑多长时间", Want.HOW_MANY),
        ("谁替孤儿小周交的学费", Want.WHO),
        ("哪些人可以领高温补贴", Want.LIST),
        ("在哪里买门票", Want.WHERE),
        ("哪个项目已经截止", Want.WHAT),
        ("哪个手机品牌销量最高", Want.WHAT),
        ("哪个消费者协会受理的", Want.WHAT),
        ("实施什么行动使产业规模突破千亿元", Want.WHAT),
        ("粮食价格上涨产生了怎样的影响", Want.WHAT),
        ("交流会 参会人数", Want.HOW_MANY),
        ("院长 大会演讲题目", Want.WHAT),
        ("院长那篇报道的题目", Want.HEADLINE),
        ("夜校里都教些啥手艺", Want.LIST),
        ("托育园都分了啥区", Want.LIST),
        ("古国定都在什么地方", Want.WHERE),
        ("方案是哪儿印发的", Want.HOUSE),
        ("是哪个教育部门一起办的", Want.HOUSE),
        ("指南是那几个单位制定的", Want.LIST),
        ("典型经验是那年发布的", Want.WHEN),
        ("是在哪段年份里做完的", Want.WHEN),
        ("那是多久以前的事", Want.WHEN),
        ("新院区规划图什么时候公布", Want.WHEN),
        ("哪个编辑部出版", Want.WHAT),
        ("哪个城市医院最多", Want.WHERE),
        ("都市里谁最忙", Want.WHO),
        ("口罩在哪里生产", Want.WHERE),
        ("门票价格是什么", Want.HOW_MANY),
        ("在那位医生的指导下", Want.WHAT),
        ("人大在那天通过的决议", Want.WHAT),
        ("论文登在哪一本期刊", Want.WHAT),
        ("当初的那几年什么帮派最大", Want.WHAT),
        ("替合作医院写报告，图的是什么", Want.WHY),
        ("号源 起始年份", Want.WHEN),
        ("广场 电梯屏 块数", Want.HOW_MANY),
        ("说的是哪一年的标准呀", Want.WHEN),
        ("要描的ROI，中文叫什么", Want.DEFINITION),
        ("讲托育的那篇，题头怎么写的", Want.HEADLINE),
        ("押金", Want.WHAT),
        ("冠军", Want.WHAT),
        ("饭馆的老板娘叫啥", Want.WHO),
        ("为什么涨了又不涨", Want.WHY),
        ("知道谁牵头吗", Want.WHO),
        ("有没有多少钱的说法", Want.HOW_MANY),
        ("这是第几届茶艺比赛", Want.WHICH),
        ("班车星期几有", Want.WHEN),
        ("1960年代的渡口叫什么", Want.WHAT),
        ("渡口建于哪个年代", Want.WHEN),
        ("用的是哪几年的数据", Want.WHEN),
        ("每周哪两天晚间上门", Want.WHEN),
        ("红柳乡的集逢几赶呀", Want.WHEN),
        ("他在讲堂主讲的题目是什么", Want.WHAT),
        ("洋葱烂心根子是什么", Want.WHY),
        ("挂号难问题是什么时候解决的", Want.WHEN),
        ("老毛病是哪位医生看好的", Want.WHO),
        ("老百姓什么事最难", Want.WHAT),
        ("海州市人民医院 院长 挂号费", Want.HOW_MANY),
        ("海州市人民医院 院长 手机号", Want.HOW_MANY),
        ("渔船诊室 预约电话", Want.HOW_MANY),
        ("镜片报不报销", Want.WHETHER),
        ("水印的祸根到底是啥", Want.WHY),
        ("托育园 普惠补助 标准", Want.HOW_MANY),
        ("哪位医生推迟返程两个月", Want.WHO),
        ("义诊 蚕农 村名", Want.WHERE),
        ("系统验证完了没呀", Want.WHETHER),
        ("那位卫生院领导叫什么", Want.WHO),
        ("理发的护工叫什么", Want.WHO),
        ("理发的护工姓啥", Want.WHO),
        ("消息是哪个特约记者写的", Want.WHO),
        ("周一鸣 报告 题目", Want.WHAT),
        ("高建飞 监督员 所在医院", Want.HOUSE),
        ("临江市人民政府 副市长 交流会", Want.WHO),
        ("交流会 主题发言 11家单位", Want.LIST),
        ("便民门诊 工作岗位 楼层", Want.WHERE),
        ("联合实验室 合作协议 有效期", Want.HOW_MANY),
        ("信用好的人住院还交不交押金呀", Want.WHETHER),
        ("医院动不动停诊的原因", Want.WHY),
        ("“领头雁”是指谁", Want.DEFINITION),
        ("設置了什麼服務崗", Want.WHAT),
        ("When was the hospital opened?", Want.WHEN),
        ("How many volunteers are there", Want.HOW_MANY),
    ],
)
def test_the_sort_of_answer_is_read_from_the_question(
    reader: QuestionReader, question: str, want: Want
) -> None:
    """Who, when, where, how many, which, why, what is: each in the ways people ask it."""
    assert reader.read(question).want is want


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("热射并怎么治", "热射病"),
        ("反乡农民工", "返乡"),
        ("陪训了多少人", "培训"),
        ("哈尔兵的志愿者", "哈尔滨"),
    ],
)
def test_a_homophone_is_read_as_the_word_that_the_corpus_holds(
    reader: QuestionReader, typed: str, meant: str
) -> None:
    """A typo by sound finds what was meant."""
    assert meant in reader.read(typed).normal


@pytest.mark.parametrize(
    ("question", "measured", "other"),
    [
        ("学生贫血检出率现在降到多少", "6.7%", "3200名"),
        ("患者规范服药率上升到多少了", "79%", "9640名"),
        ("多少民工回乡", "2万余人", "3.5万元"),
        ("热线有几个接线员", "18人", "12个月"),
        ("新院建了几年才建好", "6年", "41天"),
        ("隔离几天", "7天", "3年"),
        ("结余了多少医保基金", "3870万元", "三个"),
        ("多少个村卫生室", "1.7万个", "3人"),
        ("有多少张床位", "150个", "30人"),
        ("心理热线有几个人接电话", "18人", "12356"),
        ("参赛人数是多少", "12000人", "3公里"),
        ("医院在技术转移上的投资回报率(ROI)为多少", "4.0%", "300万元"),
        ("肿瘤局部控制率到底有多高", "100%", "3米"),
        ("投进去的钱回报有百分之几", "4.0%", "300万元"),
        ("直免人次同比增长多少", "50.5%", "1493人次"),
        ("市里的医院占了多大比重", "80%", "12000人次"),
        ("讲信用的病人能享受几条优待", "4条", "12人"),
        ("有多少支代表队参赛", "21支", "84名"),
        ("骑手连着跑几个钟头就得歇", "超过4小时", "3个站"),
        ("开了几十场培训", "80余场", "5公里"),
        ("投入多少建成试验台", "8600万元", "12人"),
        ("渔船诊室 预约电话", "0898-66213344", "38海里"),
        ("给志愿者投保多少", "300万元", "30岁"),
        ("帮外院病人做了多少例", "约750名", "3公里"),
        ("热线接线员几个", "18人", "3公里"),
        ("模型识别早期胃癌的灵敏度是多少", "85.1%", "近10万人"),
        ("现有多少名患者", "12名", "1/10万"),
        ("要新增多少张床位", "150个", "6个方面"),
        ("潜水器上坐了几个人", "3人", "近千片"),
        ("废弃渔网 清除重量", "46吨", "7.8公里"),
        ("手机进柜支持率", "93%", "44人"),
        ("柳塘镇心理热线号码", "12356", "18人"),
    ],
)
def test_a_number_is_measured_in_what_is_asked_beside_it(
    reader: QuestionReader, question: str, measured: str, other: str
) -> None:
    """Students whose rate is asked for are no people to be counted, and helpers that are counted by 个 are."""
    measure = measure_of(reader.read(question))
    assert measure.missed_by(measured) == 0
    assert measure.missed_by(other) > 0


@pytest.mark.parametrize(
    ("question", "number", "missed"),
    [
        ("老师上门跑了多少次", "七趟", 0.5),
        ("老师上门跑了多少次", "53公斤", 1.0),
        ("一路停多少个站", "23站", 0.0),  # 个 stands for whatever things are counted by
        ("接了多少个电话", "近300通", 0.0),
        ("一共分几个环节", "2025版", 0.5),
        ("一路停多少个站", "12公里", 1.0),
        ("投资多少钱", "5000万元", 0.0),
        ("投资多少钱", "25%", 1.0),
        ("买渔船花了多少钱", "两艘", 1.0),
        ("今年几岁", "1.73米左右", 1.0),
        ("李建国率领多少人奔赴灾区", "25名", 0.0),  # 率 that is no rate
        ("处方剂量是多少", "47岁", 0.5),  # an age is asked for as such
        ("托育园占地多少平方米", "2200平方米", 0.0),  # neither a length
        ("水池能装多少立方米", "30立方米", 0.0),
        ("跑完全程用了多久", "2小时28分", 0.0),  # by the last unit that tells one thing
        ("来了多少人", "3倍", 1.0),
        ("资金回报是大学的几倍", "2.5倍", 0.0),  # of money, and no sum
        ("卖红薯的提成多少", "12%", 0.0),
        ("半年收回多少过期药", "220毫米汞柱", 0.5),
        ("储能电站造价多少", "30万千瓦", 1.0),
        ("轴承钢卖多少钱", "5260元/吨", 0.0),
        ("骑手的体温多高", "40.2℃", 0.0),
        ("木案含水率是多少", "百分之四百二十", 0.0),
        ("走廊用了多少工程款", "80多位", 1.0),
    ],
)
def test_another_measure_is_less_wrong_than_another_quantity(
    reader: QuestionReader, question: str, number: str, missed: float
) -> None:
    """趟 may answer 多少次, 公斤 can't."""
    assert measure_of(reader.read(question)).missed_by(number) == missed


@pytest.mark.parametrize("typed", ["医院的人民", "培训医院", "志愿者在哈尔滨", "返乡时放假"])
def test_what_is_spelled_right_is_left_alone(reader: QuestionReader, typed: str) -> None:
    """Mending never touches words that corpus or dictionary hold."""
    assert reader.read(typed).normal == typed


def test_an_alias_of_the_corpus_is_another_word_for_it(reader: QuestionReader) -> None:
    """磁共振成像（MRI）on a page lets either find the other."""
    (unit,) = [u for u in reader.read("MRI多少间").units if u.word == "mri"]
    assert "磁共振成像" in unit.others


def test_a_name_learned_from_the_pages_is_one_word() -> None:
    """What jieba would cut to pieces stays whole, so that it is found as a whole."""
    learned = Learned(terms=("巨鹿县医院",))
    reader = QuestionReader(JiebaAnalyzer(), learned, lambda term: True)
    assert "巨鹿县医院" in [unit.word for unit in reader.read("巨鹿县医院有多少床位").units]


def test_english_words_are_looked_up_in_chinese(reader: QuestionReader) -> None:
    """A question in English searches Chinese pages."""
    others = {other for unit in reader.read("volunteers at the hospital").units for other in unit.others}
    assert {"志愿者", "医院"} <= others


def test_filler_is_no_search_word(reader: QuestionReader) -> None:
    """那个…来着呀 carries nothing."""
    assert [u.word for u in reader.read("那个医院叫啥来着呀").units if u.say > 0.3] == ["医院"]


def test_blanking_keeps_every_other_character_in_its_place() -> None:
    """Ranges found afterwards still hold."""
    question = "那个医院是什么时候成立的呀"
    left = blank_out(question)
    assert len(left) == len(question)
    assert all(b in (" ", a) for a, b in zip(question, left, strict=True))


def test_conditions_are_taken_out_of_the_question(reader: QuestionReader) -> None:
    """Quoted phrases must be there, -词 must not, 来源: and 栏目: filter."""
    query = reader.read('医院 "热射病" -培训 来源:健康报 栏目：要闻')
    assert query.bounds.must == ("热射病",)
    assert query.bounds.must_not == ("培训",)
    assert query.bounds.sources == ("健康报",)
    assert query.bounds.sections == ("要闻",)
    assert "要闻" not in [u.word for u in query.units]


@pytest.mark.parametrize(
    "asked",
    [
        "来源:《医师报》 热射病",
        '来源:"医师报" 热射病',
        "来源:「医师报」热射病",
        "热射病 来源:“医师报”",
        "来源：医师报，热射病",
        "热射病 来源:医师报。",
    ],
)
def test_marks_around_a_condition_are_no_part_of_it(reader: QuestionReader, asked: str) -> None:
    """Whoever writes 来源:《医师报》， means the paper, and what comes behind is asked about."""
    query = reader.read(asked)
    assert query.bounds == Bounds(sources=("医师报",))
    assert [unit.word for unit in query.units] == ["热射病"]


@pytest.mark.parametrize("asked", ['儿科 -"广东省"', "儿科 -“广东省”", "儿科 -《广东省》，", "-广东省; 儿科"])
def test_quotation_marks_are_not_excluded_with_the_words(reader: QuestionReader, asked: str) -> None:
    """-“广东省” excludes what holds 广东省, quoted there or not."""
    assert reader.read(asked).bounds == Bounds(must_not=("广东省",))


def test_what_is_excluded_in_quotation_marks_may_hold_blanks(reader: QuestionReader) -> None:
    """They say where it ends."""
    assert reader.read('儿科 -"Qinghe News" 门诊').bounds.must_not == ("qinghe news",)


def test_to_exclude_is_nothing_to_look_for(reader: QuestionReader) -> None:
    """-热射病 alone wants no reports on that, and doesn't say what it wants."""
    query = reader.read("-热射病")
    assert (query.tone, query.terms) == (Tone.EMPTY, {})
    assert query.bounds.must_not == ("热射病",)


def test_a_condition_that_names_nothing_is_none(reader: QuestionReader) -> None:
    """Nothing holds the empty word, or everything does."""
    assert not reader.read('热射病 来源:《》 -""').bounds


@pytest.mark.parametrize("question", ["列出所有关于志愿者的报道", "有关志愿者的新闻", "志愿者的文章"])
def test_who_wants_all_reports_names_what_they_are_about(reader: QuestionReader, question: str) -> None:
    """That they are reports, and all of them, no page says."""
    assert [unit.word for unit in reader.read(question).units] == ["志愿者"]


def test_news_that_is_asked_for_is_a_word(reader: QuestionReader) -> None:
    """医院发布了什么消息 asks for the news itself."""
    assert "消息" in [unit.word for unit in reader.read("医院发布了什么消息").units]


def test_where_to_look_is_nothing_to_look_for(reader: QuestionReader) -> None:
    """来源: alone names a paper, and its letters aren't looked for on the pages."""
    query = reader.read("来源:健康报 栏目:要闻")
    assert (query.tone, query.terms) == (Tone.SHELF, {})


@pytest.mark.parametrize(
    ("message", "tone"),
    [
        ("你好", Tone.GREETING),
        ("早上好，群里有人吗", Tone.GREETING),
        ("谢谢你，晚安", Tone.THANKS),
        ("拜拜", Tone.FAREWELL),
        ("你是谁呀，是真人还是机器人", Tone.ABOUT_BOT),
        ("给我讲个笑话吧", Tone.CHAT),
        ("你会唱歌吗", Tone.ABOUT_BOT),
        ("你喜欢听什么歌", Tone.ABOUT_BOT),
        ("你有名字吗，能陪我聊聊天不", Tone.ABOUT_BOT),
        ("你知道谁会唱歌吗", Tone.QUESTION),
        ("您几岁可以办老年证", Tone.QUESTION),
        ("你爱人在哪家医院", Tone.QUESTION),
        ("你会背的古诗有哪些", Tone.QUESTION),
        ("Thank you very much!", Tone.THANKS),
        ("帮助", Tone.ABOUT_BOT),
        ("你答错了吧", Tone.COMPLAINT),
        ("不对，你说错了", Tone.COMPLAINT),
        ("我要看全文", Tone.FULL_TEXT),
        ("看看上下文", Tone.CONTEXT),
        ("你确定吗", Tone.TRUE),
        ("这是真的吗？", Tone.TRUE),
        ("这条消息属实吗", Tone.TRUE),
        ("总结一下", Tone.GIST),
        ("这篇报道讲了什么？", Tone.GIST),
        ("出处？", Tone.SOURCE),
        ("这条消息出自哪份报纸？", Tone.SOURCE),
        ("热射病的来源", Tone.QUESTION),
        ("热射病是真的吗", Tone.QUESTION),
        ("会议总结了什么", Tone.QUESTION),
        ("那篇热射病的报道讲了什么", Tone.QUESTION),
        ("好的", Tone.ASSENT),
        ("嗯嗯", Tone.ASSENT),
        ("ok", Tone.ASSENT),
        ("说得对", Tone.ASSENT),
        ("是的", Tone.ASSENT),
        ("哦，知道了", Tone.ASSENT),
        ("好的，谢谢", Tone.THANKS),
        ("好医生", Tone.QUESTION),
        ("今天有什么新闻", Tone.SHELF),
        ("有几份报纸", Tone.SHELF),
        ("你有哪些报纸", Tone.SHELF),
        ("目录", Tone.SHELF),
        ("来源:医师报", Tone.SHELF),
        ("来源:医师报 有哪些新闻", Tone.SHELF),
        ("栏目：资讯", Tone.SHELF),
        ("来源：医师报 热射病", Tone.QUESTION),
        ("医院有多少报纸", Tone.QUESTION),
        ("谁说错了", Tone.QUESTION),
        ("全文有多长", Tone.QUESTION),
        ("哪里不对", Tone.QUESTION),
        ("？？！！", Tone.EMPTY),
        ("😀😀", Tone.EMPTY),
        ("", Tone.EMPTY),
        ("你好，请问热射病怎么治", Tone.QUESTION),
        ("谢谢医院的志愿者叫什么", Tone.QUESTION),
    ],
)
def test_small_talk_is_told_from_questions(reader: QuestionReader, message: str, tone: Tone) -> None:
    """Only a message that is small talk from end to end gets no search."""
    assert reader.read(message).tone is tone


def test_a_word_that_is_said_again_says_nothing_more(reader: QuestionReader) -> None:
    """However often a word is typed, it is one word of the question and looked for once."""
    once, often = reader.read("医院在哈尔滨"), reader.read("医院在哈尔滨" + "医院" * 300)
    assert [unit.word for unit in often.units] == [unit.word for unit in once.units]


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("由医院的哪个中心开展？", "中心"),
        ("是一个什么国家级基地？", "基地"),
        ("新疆有多少个村？", "个"),
        ("有几例高危来电？", "例"),
        ("教市民练的是啥功来着", "功"),
        ("一共跑了多少公里？", "公里"),
        ("打算串成什么“链”？", "链"),
        ("采用哪些方式检查？", "方式"),
        ("在哪里举行", ""),  # a verb is no noun
        ("是哪里人", "人"),
        ("孩子会被编到哪些班里", "班"),
        ("走了哪几公里", "公里"),
        ("以什么形式推进医院转型", "形式"),
        ("小河坝站改啥名", ""),
        ("一共有多少名", "名"),
        ("是哪家教育部门办的", "部门"),
        ("全市评出几家诚信企业", "家"),
        ("项目覆盖多少家三甲医院", "家"),
        ("配了哪套平台", "平台"),
        ("分成哪两部分", ""),  # of which anything may be
        ("什么的", ""),
    ],
)
def test_the_noun_that_is_asked_by_stands_behind_the_question_word(
    reader: QuestionReader, question: str, focus: str
) -> None:
    """A whole word or a measure, whatever particle its characters may be."""
    assert reader.read(question).focus == focus


def test_a_name_keeps_its_second_character_before_shi(reader: QuestionReader) -> None:
    """宁光是谁 asks about 宁光, though jieba knows a 光是."""
    assert "宁光" in [unit.word for unit in reader.read("宁光是哪个医院的").units]


def test_two_characters_that_make_no_word_are_looked_for_each(reader: QuestionReader) -> None:
    """Of 几|节课 neither jieba's dictionary nor the corpus knows a 节课; the corpus holds 射病, word or not."""
    assert [unit.word for unit in reader.read("爸爸课堂几节课").units][-2:] == ["节", "课"]
    assert [unit.word for unit in reader.read("射病多吗").units][:1] == ["射病"]
    assert "卢旸" in [unit.word for unit in reader.read("卢旸带过多少名学生").units]


def test_which_day_asks_by_no_word_of_the_page(reader: QuestionReader) -> None:
    """号 is part of what asks in 几号开的, for a page writes 11日; of 几号楼 it is a word that the page has."""
    day, house = reader.read("大会是几号开的"), reader.read("阅览室在几号楼")
    assert [unit.word for unit in day.units] == ["大会", "开"]
    assert "号" in "".join(unit.word for unit in house.units)


def test_asking_yes_or_no_takes_no_word_apart(reader: QuestionReader) -> None:
    """报销 of 报不报销 is looked for, and of 需不需要 nothing is left over."""
    assert "报销" in reader.read("镜片报不报销").left
    assert not reader.read("需不需要隔离").left.startswith("要")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("不管是谁，都能看的晚会由哪个单位主办？", "不管是谁，都能看的晚会由哪个单位主办？"),
        ("无论什么天气，都坚持出诊的村医是谁？", "无论什么天气，都坚持出诊的村医是谁？"),
        ("如何预防、怎样治疗热射病？", "如何预防热射病"),
        ("怎么预防，怎么治疗热射病", "怎么预防热射病"),
        ("怎么预防？怎么治疗热射病？", "怎么预防热射病"),
        ("热射病如何预防、怎样治疗", "热射病如何预防"),
        ("夏日谨防什么病\n这篇报道是谁写的", "夏日谨防什么病\n这篇报道是谁写的"),
        ("范先群是谁，宁光是谁", "范先群是谁"),
        ("石桥镇夜校，哪位老师教书法，开了几门课程", "石桥镇夜校 哪位老师教书法"),
        ("石桥镇夜校\n多少学员报名？\n哪位老师教书法？", "石桥镇夜校 多少学员报名？"),
        ("在座谈会上发言的人中，哪位是石桥镇镇长", "在座谈会上发言的人中，哪位是石桥镇镇长"),
        ("去年石桥镇夜校开课后，多少学员报名", "去年石桥镇夜校开课后，多少学员报名"),
    ],
)
def test_the_first_of_several_questions_has_its_topic(reader: QuestionReader, text: str, first: str) -> None:
    """What the last names for all goes with the first; 不管是谁 asks nothing; a headline belongs to what is asked below it."""
    assert reader.first_of(text) == first
