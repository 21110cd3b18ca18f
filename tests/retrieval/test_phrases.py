"""The phrases of a sentence that could answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus import Corpus
from retrieval.index.passages import article_sentences
from retrieval.language import dates, lists, organisations, phrases
from retrieval.language.aliases import mine_aliases, mine_terms
from retrieval.language.analysis import same_length_normal
from retrieval.language.lists import has_items
from retrieval.language.patterns import Quick
from retrieval.language.phrases import Shape, find_phrases, names_people
from retrieval.language.rests import find_rests


def texts(sentence: str, shape: Shape) -> list[str]:
    return [sentence[p.start : p.end] for p in find_phrases(sentence) if p.shape is shape]


@pytest.mark.parametrize(
    ("sentence", "shape", "phrase"),
    [
        ("总投资2.4亿元", Shape.NUMBER, "2.4亿元"),
        ("志愿者超50000人", Shape.NUMBER, "超50000人"),
        ("历时3个多月", Shape.NUMBER, "3个多月"),
        ("省下九个半小时", Shape.NUMBER, "九个半小时"),
        ("含水率高达百分之四百二十", Shape.NUMBER, "高达百分之四百二十"),
        ("要干三年半才完", Shape.NUMBER, "三年半"),
        ("步速提高0.09米/秒", Shape.NUMBER, "0.09米/秒"),
        ("一间9平方米的旧屋", Shape.NUMBER, "9平方米"),
        ("留桩一尺二,矮了不发", Shape.NUMBER, "一尺二"),
        ("可在前一天18时之前下单", Shape.DATE, "前一天18时之前"),
        ("村医龙小满在晒谷坪", Shape.PERSON, "龙小满"),
        ("占80%是县级医院", Shape.NUMBER, "80%"),
        ("3月8日启用", Shape.DATE, "3月8日"),
        ("自2019年以来", Shape.DATE, "2019年"),
        ("每日07:00—10:00或16:00—19:00作业", Shape.DATE, "07:00—10:00或16:00—19:00"),
        ("图书馆延长到凌晨 1 点闭馆", Shape.DATE, "凌晨 1 点"),
        ("末班车改到晚上10点半", Shape.DATE, "晚上10点半"),
        ("书亭从早上6点开到晚上11点,不打烊", Shape.DATE, "早上6点开到晚上11点"),
        ("每晚8时至次日7时接听电话", Shape.DATE, "每晚8时至次日7时"),
        (
            "渡船三不走:一看风,过六级不走;二看浪,高一米不走;三看雾。",
            Shape.LIST,
            "一看风,过六级不走;二看浪,高一米不走;三看雾",
        ),
        ("上船这样走1买票;2验票;3排队。", Shape.LIST, "1买票;2验票;3排队"),
        ("收到来信5127封", Shape.NUMBER, "5127封"),
        ("全校只有23 名学生", Shape.NUMBER, "23 名"),
        ("赔付2.7万奥元", Shape.NUMBER, "2.7万奥元"),
        ("由医学院院长范先群担任首任院长", Shape.PERSON, "范先群"),
        ("作业时间为每日07:00起,请关窗", Shape.CLAUSE, "作业时间为每日07:00起"),
        ("院长周一鸣介绍,新楼设有", Shape.PERSON, "周一鸣"),
        ("院长莎拉·贾法尔说", Shape.PERSON, "莎拉·贾法尔"),
        ("联影医疗董事长张强强调,创新要走到床边", Shape.PERSON, "张强"),
        ("邻居陈秋妹把他拖出水面,做了心肺复苏", Shape.PERSON, "陈秋妹"),
        ("口诀由仇老先生一句句念出来", Shape.PERSON, "仇老先生"),
        ("唐志军给老人倒了热水", Shape.PERSON, "唐志军"),
        ("最让俞敏高兴的是", Shape.PERSON, "俞敏"),
        ("率先冲线的是师范学院学生骆海,成绩1小时", Shape.PERSON, "骆海"),
        ("归根结底,侯满仓当晚就写了检查", Shape.PERSON, "侯满仓"),
        ("党支部书记哈斯巴根说,水一来人心就顺了", Shape.PERSON, "哈斯巴根"),
        ("疗程为3至5天", Shape.NUMBER, "3至5天"),
        ("主队71∶84告负", Shape.NUMBER, "71∶84"),
        ("他跳出16米80的成绩", Shape.NUMBER, "16米80"),
        ("每只自己出3块6", Shape.NUMBER, "3块6"),
        ("全县共打机井304眼", Shape.NUMBER, "304眼"),
        ("牧民连夜赶回三百匹马", Shape.NUMBER, "三百匹"),
        ("分别给予200万元、100万元和50万元奖励", Shape.NUMBER, "100万元"),
        ("第63分钟受伤离场", Shape.ORDINAL, "第63分钟"),
        ("班车每周二、周五发车", Shape.DATE, "周二、周五"),
        ("柳塘镇逢三逢八赶集", Shape.DATE, "逢三逢八"),
        ("玉米抽穗后15天追肥", Shape.DATE, "抽穗后15天"),
        ("病人术后第二天下床", Shape.DATE, "术后第二天"),
        ("学员结业之后的3个月内,由学校回访", Shape.DATE, "结业之后的3个月内"),
        ("老人离院后第5天、第20天各接到一个电话", Shape.DATE, "离院后第5天、第20天"),
        ("一串糖葫芦卖三毛钱", Shape.NUMBER, "三毛钱"),
        ("末班车改到23时30分", Shape.DATE, "23时30分"),
        ("渠成于1980年代", Shape.DATE, "1980年代"),
        ("湖阳市三个医共体2024年三个季度结余3870万元", Shape.NUMBER, "3870万元"),
        ("本报讯(记者赵小北)3月8日", Shape.REPORTER, "赵小北"),
        ("本报讯(记者佘麦香)3月8日", Shape.REPORTER, "佘麦香"),
        ("由临江市中心医院承办", Shape.ORGANISATION, "临江市中心医院"),
        ("2024年青海省“120”急救中心专门组建小组", Shape.ORGANISATION, "青海省“120”急救中心"),
        ("柳塘县老年摄影协会办展", Shape.ORGANISATION, "柳塘县老年摄影协会"),
        ("记者从市文化和旅游局获悉", Shape.ORGANISATION, "市文化和旅游局"),
        ("国家发展和改革委员会批复", Shape.ORGANISATION, "国家发展和改革委员会"),
        ("省人力资源和社会保障厅印发", Shape.ORGANISATION, "省人力资源和社会保障厅"),
        ("县水务局修渠", Shape.ORGANISATION, "县水务局"),
        ("他在和平医院开诊", Shape.ORGANISATION, "和平医院"),
        ("对外经济贸易大学来校招生", Shape.ORGANISATION, "对外经济贸易大学"),
        ("在清河县召开", Shape.PLACE, "清河县"),
        ("设置了“银龄服务岗”", Shape.QUOTED, "银龄服务岗"),
        ("收获了萝卜、白菜和辣椒", Shape.LIST, "萝卜、白菜和辣椒"),
        ("磁共振成像(mri)检查", Shape.GLOSS, "磁共振成像"),
        ("为方便老年人就医,医院设岗", Shape.CAUSE, "方便老年人就医"),
    ],
)
def test_a_phrase_is_found_by_its_shape(sentence: str, shape: Shape, phrase: str) -> None:
    """Numbers with their unit, dates, names, houses, places, terms, lists, glosses, causes."""
    assert any(phrase in text for text in texts(sentence, shape))


@pytest.mark.parametrize(
    ("sentence", "shape", "phrase"),
    [
        ("唐志军给老人倒了热水", Shape.PERSON, "唐志军"),
        ("他跳出16米80的成绩", Shape.NUMBER, "16米80"),
        ("分别给予200万元、100万元和50万元奖励", Shape.NUMBER, "50万元"),
        ("学生凑出37块6毛还账", Shape.NUMBER, "37块6毛"),
        ("他在决赛里跑出12秒87", Shape.NUMBER, "12秒87"),
        ("志愿者先培训16学时再上岗", Shape.NUMBER, "16学时"),
        ("全校有6个年级", Shape.NUMBER, "6个"),
        ("报漏电话6655 2200", Shape.NUMBER, "6655 2200"),
        ("将于9月18日8时至17时停电", Shape.DATE, "9月18日8时至17时"),
        ("本周六凌晨1时至3时封闭施工", Shape.DATE, "本周六凌晨1时至3时"),
        ("采样点周末下午四点收工", Shape.DATE, "周末下午四点"),
        ("夜校周一至周五晚上开课", Shape.DATE, "周一至周五晚上"),
        ("窗口9月2日(星期五)上午9:00至11:30开放", Shape.DATE, "9月2日(星期五)上午9:00至11:30"),
        ("这座桥建于光绪十七年", Shape.DATE, "光绪十七年"),
        ("祠堂在康熙年间修过", Shape.DATE, "康熙年间"),
        ("一九四九年十月一日他在天津", Shape.DATE, "一九四九年十月一日"),
        ("庙会在正月初五", Shape.DATE, "正月初五"),
        ("灯会正月十五开场", Shape.DATE, "正月十五"),
        ("9月16日台风登陆", Shape.DATE, "9月16日"),
        ("皮卡将于8月亮相", Shape.DATE, "8月"),
        ("代表会定在上午9点半的会议室", Shape.DATE, "上午9点半"),
        ("上午十时开庭", Shape.DATE, "上午十时"),
        ("早上8点的那班", Shape.DATE, "早上8点"),
        ("周一至周五9:00-12:00、14:00-17:30开放", Shape.DATE, "周一至周五9:00-12:00、14:00-17:30"),
        ("二十世纪三十年代的木楼", Shape.DATE, "二十世纪三十年代"),
        ("大殿建于清初", Shape.DATE, "清初"),
        ("面馆搬到江南路88号", Shape.NUMBER, "88号"),
        ("首班由五点四十提前", Shape.DATE, "五点四十"),
        ("上次清洗为 2023 年 10 月 27 日", Shape.DATE, "2023 年 10 月 27 日"),
        ("这种瓷器兴盛于明清时期", Shape.DATE, "明清时期"),
        ("到20世纪中叶才通车", Shape.DATE, "20世纪中叶"),
        ("护士长姆文达说", Shape.PERSON, "姆文达"),
        ("“鸡蛋是给最亲的人的。”姆文达在一旁解释", Shape.PERSON, "姆文达"),
        ("第31分钟由外援比安科头球先拔头筹", Shape.PERSON, "比安科"),
        ("这一回由霍震霆担任会长", Shape.PERSON, "霍震霆"),
        ("检测站搬到港城大道201号院2号楼", Shape.PLACE, "港城大道201号院2号楼"),
        ("他住伍德沃德大道4800号,天天走路", Shape.PLACE, "伍德沃德大道4800号"),
        ("她去年当选县妇联主席", Shape.POST, "县妇联主席"),
        ("由范先群担任首任院长", Shape.POST, "首任院长"),
        ("县人民法院公开审理", Shape.ORGANISATION, "县人民法院"),
        ("市吉他协会办演出", Shape.ORGANISATION, "市吉他协会"),
        ("锡矿在个旧市", Shape.PLACE, "个旧市"),
        ("展厅在和平路12号", Shape.PLACE, "和平路12号"),
        ("落户地贫联合创新中心", Shape.ORGANISATION, "创新中心"),
        ("修缮由县文物局牵头", Shape.ORGANISATION, "县文物局"),
        ("照片捐给市档案馆", Shape.ORGANISATION, "市档案馆"),
        ("第一任院长由医学院院长范先群担任", Shape.PERSON, "范先群"),
        ("日前县人民医院召开大会", Shape.ORGANISATION, "县人民医院"),
        ("院长带领上海专家组到访", Shape.ORGANISATION, "上海专家组"),
        ("名单上有渡口镇的崔睿、赵新等12名监督员", Shape.LIST, "崔睿、赵新"),
        ("卫生院普及心肺复苏、海姆立克急救法等急救技能", Shape.LIST, "心肺复苏、海姆立克急救法"),
        ("他把水带系在路边的梧桐树上", Shape.PLACE, "路边的梧桐树上"),
        ("专家在门诊大楼开展义诊", Shape.PLACE, "门诊大楼"),
        ("提出要求,以营造友好氛围", Shape.CAUSE, "营造友好氛围"),
        ("她3年前献过一次血", Shape.DATE, "3年前"),
        ("20多年前他刚来医院", Shape.DATE, "20多年前"),
        ("诊疗船1日、11日、21日出海", Shape.DATE, "1日、11日、21日"),
        ("卫生院每月逢十免费修假牙", Shape.DATE, "每月逢十"),
        ("红柳乡的集逢二、七赶", Shape.DATE, "逢二、七"),
        ("争取国庆节前通水", Shape.DATE, "国庆节前"),
        ("适逢5月12日护士节", Shape.DATE, "5月12日"),
        ("每逢周一、周三、周五义诊", Shape.DATE, "周一、周三、周五"),
        ("白菜卖1块2毛一斤", Shape.NUMBER, "1块2毛"),
        ("海州再生资源利用公司捐款", Shape.ORGANISATION, "海州再生资源利用公司"),
        ("即日起至元月三十一日受理", Shape.DATE, "元月三十一日"),
        ("面馆一碗面本钱六块三毛七", Shape.NUMBER, "六块三毛七"),
        ("清淤要花7万8000令吉", Shape.NUMBER, "7万8000令吉"),
        ("致赠棉被一百六十床", Shape.NUMBER, "一百六十床"),
        ("海域被评为二等", Shape.NUMBER, "二等"),
        ("隔壁卖鱼的老倪没做过豆腐", Shape.PERSON, "老倪"),
        ("家属拨打“120”急救中心", Shape.ORGANISATION, "急救中心"),
        ("她身高180cm,跑了24h", Shape.NUMBER, "180"),
        ("车驶到镇中心卫生院宝林分院", Shape.ORGANISATION, "镇中心卫生院宝林分院"),
        ("市一院与中国电信市分公司签署联合实验室协议", Shape.ORGANISATION, "中国电信市分公司"),
        ("在镇文化站一楼、二楼设立缝纫台", Shape.PLACE, "镇文化站一楼、二楼"),
    ],
)
def test_a_phrase_ends_where_it_ends(sentence: str, shape: Shape, phrase: str) -> None:
    """Neither half a name nor more than the number is what answers."""
    assert phrase in texts(sentence, shape)


@pytest.mark.parametrize(
    "sentence",
    [
        "每张50元代金券",
        "武汉代表队夺冠",
        "李明代表全班",
        "三元朝阳店开业",
        "不同年龄段的老人",
        "成本年均下降",
        "搬到江南路88号",
        "2号高炉",
        "两人相逢2次",
        "单元月租三百",
        "此后3年",
        "前后5天",
        "向前5公里",
    ],
)
def test_part_of_a_word_is_no_time(sentence: str) -> None:
    """元代, 汉代, 同年, 本年 and 88号 stand inside other words or are numbers of houses."""
    assert texts(sentence, Shape.DATE) == []


@pytest.mark.parametrize("sentence", ["优化城市布局", "打开县域发展新格局", "昨在市民大厅", "服务全省大局"])
def test_not_all_that_ends_so_is_an_authority(sentence: str) -> None:
    """布局, 格局, 大厅 and 大局 are words of their own."""
    assert texts(sentence, Shape.ORGANISATION) == []


def test_what_stands_before_a_house_is_no_part_of_its_name() -> None:
    """从市 is no word, and 今年 none of a name's."""
    assert texts("记者从市水利局获悉", Shape.ORGANISATION) == ["市水利局"]
    assert texts("今年青年志愿者协会捐书", Shape.ORGANISATION) == ["青年志愿者协会"]


def test_a_date_is_no_number() -> None:
    """2019年 never answers 多少."""
    assert texts("自2019年以来", Shape.NUMBER) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "茶坪、石洞县等地",
        "每箱温度计要校准",
        "管理模式和服务质量",
        "一位女士打来电话",
        "时间很紧,全县设了溶栓点",
        "老人都要停一停",
        "马帮走这条路,车厢里连司机一共九人",
        "项目要快,成本比天然胶高四成",
        "海南琼海和内蒙古都有分店",
        "阿莫西林饭后吃",
        "马铃薯今年涨价",
        "小伙脱下白衬衫跳下去",
        "库房里的铁皮柜打开了",
        "比亚迪汽车换了标",
        "护工照护和健康指导",
        "她看着镜子,满足地说",
        "卫生室的医生先建立操作通道",
        "多出来的小麦和小米",
        "校医先查学生的牙",
        "全市预防基孔肯雅热",
        "九成患者来自山村",
        "照度不高于5勒克斯",
    ],
)
def test_a_place_or_a_thing_is_nobody(sentence: str) -> None:
    """A surname's character alone makes no name."""
    assert texts(sentence, Shape.PERSON) == []


def test_a_year_and_a_number_are_two() -> None:
    """2024年三个 is not one number."""
    assert texts("2024年三个医共体", Shape.NUMBER) == ["三个"]


def test_a_byline_explains_nothing() -> None:
    """What stands in brackets behind 本报讯 is no other word for it."""
    assert texts("本报讯(记者赵小北通讯员钱多)三统是统一人员", Shape.GLOSS) == []


@pytest.mark.parametrize(
    ("listed", "people"),
    [
        ("成昕、刘玉英", True),
        ("主任张强和护士长李敏", True),
        ("莎拉·贾法尔、周一鸣等", True),
        ("口诀、禁忌和典型病例", False),
        ("培训出租车司机、民宿老板", False),
    ],
)
def test_a_list_of_people_names_each(listed: str, people: bool) -> None:
    """谁 is answered by names, not by things, nor by trades."""
    assert names_people(listed) is people


@pytest.mark.parametrize(
    ("sentence", "shape"),
    [
        ("21支代表队分别获得奖杯", Shape.PERSON),
        ("比赛日前结束,近日颁奖", Shape.DATE),
        ("每一次进步都让人高兴,每次都如此", Shape.NUMBER),
        ("第3天前胸疼痛", Shape.DATE),
        ("3年前期研究", Shape.DATE),
        ("没有热水,以方便面充饥", Shape.CAUSE),
        ("推出新品,以提高质量为核心", Shape.CAUSE),
        ("患者在神经外科就诊", Shape.PLACE),
        ("他在30天内完成", Shape.PLACE),
        ("从早上忙到晚上", Shape.PLACE),
    ],
)
def test_a_common_word_is_no_answer(sentence: str, shape: Shape) -> None:
    """分别 is nobody's name, and 近日 tells nobody when."""
    assert texts(sentence, shape) == []


def test_a_nickname_is_no_part_of_a_name() -> None:
    """小满 of 村医龙小满 is nobody."""
    assert "小满" not in texts("村医龙小满在晒谷坪上量血压", Shape.PERSON)


def test_a_vague_one_is_no_number() -> None:
    """一次 and 一步 are not what 多少 asks for."""
    assert texts("进一步举办一次活动", Shape.NUMBER) == []


def test_what_the_clause_says_beyond_the_question_is_a_phrase() -> None:
    """荣获 [什么称号] finds what stands behind 荣获."""
    clause = "服务队荣获全省标兵集体"
    rests = [clause[p.start : p.end] for p in find_rests(clause, "", [(0, 3), (3, 5)])]
    assert "全省标兵集体" in rests


@pytest.mark.parametrize(
    ("clause", "matched"),
    [("为337名患者做了手术", (1, 4)), ("青海“120”急救平台启动", (3, 6)), ("小学四年级学生也来了", (2, 4))],
)
def test_what_is_left_of_a_clause_begins_with_a_word(clause: str, matched: tuple[int, int]) -> None:
    """Where a matched number ends, neither its measure nor the mark that closes a quotation begins a phrase."""
    rests = [clause[p.start : p.end] for p in find_rests(clause, "", [matched])]
    assert not any(rest.startswith(("名", "”", "级")) for rest in rests)


def test_a_name_may_have_quotation_marks_inside() -> None:
    """And what something is goes back to its 是, over 的."""
    clause = "县里成立“12388”惜物维修热线,这是两镇合办的公益热线"
    named = [clause[p.start : p.end] for p in find_rests(clause, "热线", [])]
    assert "“12388”惜物维修热线" in named
    assert "两镇合办的公益热线" in named


@given(st.text(alphabet="院长王小明介绍，3月8日在北京市召开会议“好”（）、和5万元第一医院。：", max_size=80))
def test_phrases_lie_inside_their_sentence(sentence: str) -> None:
    """Whatever the text, ranges are sound and never blank."""
    for phrase in find_phrases(sentence):
        assert 0 <= phrase.start < phrase.end <= len(sentence)
        assert sentence[phrase.start : phrase.end].strip()


QUICK = [
    (name, pattern)
    for name, value in (vars(lists) | vars(dates) | vars(organisations) | vars(phrases)).items()
    for pattern in (value if isinstance(value, tuple) else [value])
    if isinstance(pattern, Quick)
]


@pytest.mark.parametrize(("name", "pattern"), QUICK)
def test_a_quick_look_changes_no_match(name: str, pattern: Quick, seeds: Corpus) -> None:
    """What is found with quick looks before a pattern is what the pattern finds without them."""
    found = 0
    for article in seeds.articles():
        for start, end in article_sentences(article):
            text = same_length_normal(article.text[start:end])
            expected = [m.regs for m in pattern.plain.finditer(text)]
            assert [m.regs for m in pattern.finditer(text)] == expected, text
            found += len(expected)
    assert found, f"the seeds hold no example for {name}"


@given(
    shapes=st.frozensets(st.sampled_from(Shape)),
    text=st.text(alphabet="院长王小明,3月8日在北京市(“好”)、和5万元因故。", max_size=60),
)
def test_shapes_that_are_not_wanted_are_left_out(shapes: frozenset[Shape], text: str) -> None:
    """To ask for some shapes is to ask for all and to keep those, in the same order."""
    assert find_phrases(text, shapes) == tuple(p for p in find_phrases(text) if p.shape in shapes)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("率先开展磁共振成像（MRI）检查", "mri", "磁共振成像"),
        ("地中海贫血（简称“地贫”）是一种遗传病", "地贫", "地中海贫血"),
        ("勾画感兴趣区（ROI）", "roi", "感兴趣区"),
    ],
)
def test_names_that_a_page_equates_find_each_other(text: str, one: str, other: str) -> None:
    """Aliases are mined from the pages themselves, both ways."""
    aliases = mine_aliases([text])
    assert any(other in name for name in aliases[one])
    assert any(one in aliases[name] for name in aliases if other in name)


def test_a_name_that_pages_repeat_is_a_term() -> None:
    """Houses and people that no dictionary knows are learned from the pages; what stands once is not."""
    terms = mine_terms(["巨鹿县医院开展服务。", "记者在巨鹿县医院看到,清河县卫生院很忙。"])
    assert terms == ("巨鹿县医院",)


def test_no_name_reaches_over_a_paragraphs_end(tmp_path: Path) -> None:
    """A row of names on lines of their own is learned as what stands on each."""
    for paper in ("甲", "乙"):
        (tmp_path / f"{paper}.md").write_text(
            f"# {paper}地名单\n\n今年受表彰的人有\n李明\n王家大院医院\n张强\n清河县\n第二人民医院\n以上是名单。\n",
            encoding="utf-8",
        )
    learned = Corpus.open(tmp_path)._state.reader.learned
    assert "王家大院医院" in learned.terms
    assert not any("张强清河" in term or "李明王家" in term for term in learned.terms)


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("参会的有科室负责人、护士长和医生代表", "科室负责人、护士长和医生代表"),
        ("考核指标包括覆盖率、治愈率", "覆盖率、治愈率"),
    ],
)
def test_no_list_begins_inside_a_word(sentence: str, listed: str) -> None:
    """负责 begins one, but not in 负责人."""
    assert listed in texts(sentence, Shape.LIST)
    assert not any(text.startswith(("人", "率")) for text in texts(sentence, Shape.LIST))


@pytest.mark.parametrize(
    ("listed", "n", "so_many"),
    [
        ("首店、首秀、首展和首发平台", 4, True),
        ("托育、产科、儿科", 3, True),
        ("托育、产科", 3, False),
        ("一是高烧不退;二是呼吸快,每分钟四十次;三是不肯喝水、没有小便", 3, True),
        ("三是不肯喝水、没有小便", 3, False),
        ("“立即充”“按时走”“最便宜”", 3, True),
        ("发现患者2317人", 12, False),
    ],
)
def test_how_many_things_a_list_has(listed: str, n: int, so_many: bool) -> None:
    assert has_items(listed, n) is so_many


def test_the_figure_in_a_name_counts_nothing() -> None:
    assert "2.5" not in texts("优良天数85,pm2.5浓度28", Shape.NUMBER)
