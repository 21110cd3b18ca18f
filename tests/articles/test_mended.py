"""Mended text and roles, a habit of printing each: what is joined, what is parted, what is no furniture."""

from __future__ import annotations

import pytest

from retrieval.articles.looks import shapes
from retrieval.articles.looks.surroundings import see_lines
from retrieval.articles.mending.mend import glue
from retrieval.records import Article, Kind, Role
from tests.articles.test_habits import cut, one, page_of

NEWS = "本报讯（记者 李雪）6月4日，记者从市卫生健康委获悉，三家乡镇卫生院的发热门诊昨天同时开诊。"


def article(text: str, title: str) -> Article:
    """Return the article with this headline."""
    return one(cut(text), title)


# Paragraphs.


def test_items_with_blank_lines_between_are_paragraphs() -> None:
    """No sentence has ended at a colon or a semicolon, and the next item begins a paragraph all the same."""
    text = """
石桥镇卫生院夏季便民措施

为方便群众看病，石桥镇卫生院推出以下措施：

1.夜间门诊开到晚上九点，周末不休息；

2.七十岁以上老人先看病后付费；

3.村医随诊，药品送到家门口。

院长何满囤说，这些措施先试行三个月，再听群众意见。
"""
    paragraphs = article(text, "石桥镇卫生院夏季便民措施").body.split("\n")
    assert [p[:4] for p in paragraphs] == ["为方便群", "1.夜间", "2.七十", "3.村医", "院长何满"]


@pytest.mark.parametrize(
    "salutation", ["编辑同志：", "尊敬的汽车站领导：", "各市（区）卫生健康委，各有关单位："]
)
def test_a_salutation_is_a_paragraph(salutation: str) -> None:
    """What a letter says stands under whom it addresses."""
    text = f"""
谢谢好心的司机

{salutation}

6月22日，我带孩子去看病，在钟楼东侧被一辆三轮车撞倒，是12路公交车的司机把我们送到医院。
"""
    assert article(text, "谢谢好心的司机").body.split("\n")[0] == salutation


def test_a_sentence_cut_at_a_semicolon_is_healed() -> None:
    """A column ends at a semicolon, and what goes on is no item of a list."""
    text = """
石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通
水，全长六公里，灌溉三个村的水田；

过去每到五月，三个村的人都要为水吵架，
如今渠水流到田头，谁也不用再守夜了。
"""
    assert "水田；过去每到五月" in article(text, "石桥镇水渠通水").body


def test_verses_keep_their_lines() -> None:
    """Lines of one width that each end with a mark are verses; a wrapped line ends with one by chance."""
    text = """
登石桥

万木争荣绿满坡，
石桥一望意如何？
云开远浦帆樯近，
日落平川烟雨多。
"""
    assert article(text, "登石桥").body.split("\n")[1] == "石桥一望意如何？"


def test_rows_of_a_table_keep_their_lines() -> None:
    """Three lines with as many fields each are a table, not running text, nor who wrote something."""
    text = f"""
发热门诊同时开诊

{NEWS}

本周专家门诊

周一　心内科　陈立新　主任医师
周二　神经内科　张伟　副主任医师
周三　儿科　李红霞　主任医师
"""
    page = cut(text)
    assert one(page, "发热门诊同时开诊").byline is None
    assert one(page, "本周专家门诊").body.split("\n")[1] == "周二　神经内科　张伟　副主任医师"


@pytest.mark.parametrize(
    "rows",
    [
        [
            "机构　　门诊人次　　退号率",
            "中心　　48,216　　　3.3%",
            "石桥　　61,094　　　1.7%",
            "河西　　35,470　　　6.2%",
        ],
        [
            "药品　　　　　规格　　　　　　　单位　　　　　本周均价　　　　涨跌",
            "布洛芬　　　　0.2克×24片　　　　元/盒　　　　　12.8　　　　　 持平",
            "板蓝根　　　　10克×20袋　　　　 元/袋　　　　　15.6　　　　　＋0.9%",
        ],
        [
            "12月3日（周三）9:00—11:00　市中医院门诊大厅　颈肩腰腿痛",
            "12月5日（周五）14:00—16:00　双桥社区服务中心　肺功能筛查（限40人）",
            "12月6日（周六）9:00—11:30　职工之家　眼底照相",
        ],
    ],
    ids=["commas in figures", "wide", "full-width blanks"],
)
def test_wide_gaps_make_a_table(rows: list[str]) -> None:
    """Three lines that gaps cut in three are rows, however wide they are and whatever else is in them."""
    table = "\n".join(rows)
    page = cut(f"发热门诊同时开诊\n\n{NEWS}\n\n门诊与药价一周变化\n{table}\n")
    assert one(page, "门诊与药价一周变化").body.split("\n") == [row.strip() for row in rows]


@pytest.mark.parametrize("line", ["文．陈雪", "（执笔：孙立群、何晓彤）", "图·林明"])
def test_spellings_of_bylines(line: str) -> None:
    """As papers in Hong Kong sign, and who held the pen."""
    assert shapes.byline_shape(line, 2 * len(line))


def test_a_dateline_over_two_lines_is_one() -> None:
    """Where and when is told in one line, who in the next: no new paragraph, no byline."""
    text = """
长江大保护有了新办法

本报江洲3月13日电
（记者姚雪青、通讯员徐梓寒）
清晨6时30分，江洲市长江岸线
上三架无人机依次升空，沿江巡
航七十二公里。
"""
    found = article(text, "长江大保护有了新办法")
    assert found.byline is None
    assert found.body.startswith("本报江洲3月13日电（记者姚雪青、通讯员徐梓寒）清晨6时30分")


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        ("the medical", "journal", " "),
        ("Ethics &", "Governance", " "),
        ("射频消融RFA", "(经皮)", ""),
        ("TACE", "(transarterial)", " "),
        ("详见www.qinghe.", "com.cn", ""),
        ("https://github.com/qing", "he/llm", ""),
        ("请发至wanbao@", "qinghe.com", ""),
        ("see www.who.int,", "and call", " "),
        ("visit www.qinghe.com", "for more", " "),
        ("本报讯（通讯员 吴敏", "记者 刘晨）近日", " "),
        ("昨天来访的", "记者说", ""),
        ("实现优质资源", "扩容下沉", ""),
    ],
)
def test_what_stands_between_two_lines(above: str, below: str, between: str) -> None:
    """A space between Latin words and between those who sign, none in Chinese or in an address."""
    assert glue(above, below) == between


@pytest.mark.parametrize(("weight", "pressure"), [("92 kg", "160/95 mmHg"), ("92kg", "160/95mmHg")])
def test_numbers_and_units_are_printed_as_the_page_prints_them(weight: str, pressure: str) -> None:
    """What a line's end hides, the other lines tell."""
    text = f"""
减重门诊三个月见效

本报讯（记者 王强）小张今年26岁，体重{weight}，
腰围{weight.replace("92", "102").replace("kg", "cm")}，医生给他量了血压，是160/95
mmHg，属于肥胖，要少吃多动，按时复诊。
"""
    assert f"是{pressure}，属于肥胖" in article(text, "减重门诊三个月见效").body


def test_items_in_a_column_are_paragraphs() -> None:
    """A line that happens to be full, then the next item."""
    text = """
停水通知

因城区主管道改造，定于6月14日22
时至次日6时，对以下区域暂停供水：
1.人民路，从建设路口到滨河路口；
2.文昌街、学府巷、西门口小区；
3.开发区创业大道168号至236号。
"""
    body = article(text, "停水通知").body.split("\n")
    assert [p[:2] for p in body] == ["因城", "1.", "2.", "3."]


def test_a_wrapped_byline_is_whole() -> None:
    """An open bracket, or a word over the seam, goes on in the next line."""
    text = """
过好耐心关
杨　宁

有人说，科研是一场马拉松。前不久，一位院士谈到，自己的团队花了十七年才把一项指标提高到零点九。
（作者单位：清河大学公共
政策与管理学院）

在绝壁上绣花
本报记者　黄启元　通讯
员　吴　昊

凌晨2时10分，四十二岁的巡线工谭绍明戴上头灯，拿起检查锤，开始了一天的工作。
"""
    assert "清河大学公共政策与管理学院" in (article(text, "过好耐心关").byline or "")
    assert article(text, "在绝壁上绣花").byline == "本报记者　黄启元　通讯员　吴　昊"


# Headlines that look like furniture.


@pytest.mark.parametrize(
    "title",
    [
        "天气转冷 三级医院儿科门诊量激增",
        "天气预警由黄色升级为橙色",
        "福彩公益金资助300名贫困学子",
        "玉米收购价涨至2400元/吨",
        "农历新年临近 年货市场升温",
        "乙巳年春晚看点多",
        "扫码点餐不能成为唯一选项",
        "扫码支付莫忘安全",
        "关于2025年6月30日前完成年报的通知",
        "微信：你真的会用吗",
        "今日起医保新政上线 市民关注报销比例",
    ],
)
def test_headlines_that_speak_of_what_furniture_speaks_of(title: str) -> None:
    """The weather, a draw, a price, a code, a date: a headline tells of it, a line of service gives it."""
    assert article(f"{title}\n\n{NEWS}\n", title).body == NEWS


@pytest.mark.parametrize(
    "line",
    [
        "鸡蛋：4.6元/斤",
        "今日晴，最高气温33℃",
        "大乐透 第25117期 前区03 11 18 26 34 后区05 09",
        "农历四月十六",
        "乙巳年五月初八",
        "扫码看视频",
        "扫描二维码",
        "清河日报 2025年6月3日 星期二",
        "2025年6月3日 第3版",
        "新闻热线：0661-3350120",
        "投稿邮箱：qhrb@163.com",
        "今日第2版推出",
        "今日关注",
    ],
)
def test_lines_of_service_are_furniture(line: str) -> None:
    """So they were before headlines were told from them."""
    role = see_lines(page_of(f"{line}\n\n石桥镇水渠通水\n\n{NEWS}\n"))[0].role
    assert role is not None or shapes.TEASER.match(line)


@pytest.mark.parametrize("line", ["统筹规划布局", "设计制度链条", "审核项目清单", "首届记者节快乐"])
def test_subheads_that_name_a_post_are_no_editors(line: str) -> None:
    """Nobody has the surname 规, nor a name of four characters behind 审核."""
    assert shapes.furniture_role(line, 2 * len(line)) is not Role.EDITOR


@pytest.mark.parametrize("line", ["记者手记", "记者调查", "口述历史", "——我的父亲"])
def test_columns_are_no_bylines(line: str) -> None:
    """手记 is no name."""
    assert not shapes.byline_shape(line, 2 * len(line))


def test_a_writer_behind_a_square_with_his_class() -> None:
    """■ opens a section's name as well, but none that ends with somebody's name."""
    text = """
栀子花开
■ 文学院2022级　林晓

六月的校园，栀子花开得正盛。风一吹，满路都是香气，让人想起许多年前的夏天，想起那时的同学。
"""
    assert article(text, "栀子花开").byline == "■ 文学院2022级　林晓"


# Lines in a column that look like furniture.

COLUMN = [
    "本报讯（记者 王强）昨日，记者从市人社局获悉，",
    "我市年度职称申报工作已经启动，请各单位务必于",
    "{}",
    "技术人员管理科，逾期不予受理。凡有相应学历、资",
    "历的人员均可申报，继续教育须达到九十学时以上。",
]


@pytest.mark.parametrize(
    "line",
    [
        "2025年6月30日前将申报材料报送到市人社局的专业",
        "报名材料请一律发送到信箱zhicheng@163.com并电告",
        "把评审费交清，费用为中级320元/人、高级480元/人",
        "（不含已在外地报名的，下同，以本人户籍所在为准）",
    ],
)
def test_a_full_line_of_a_column_is_text(line: str) -> None:
    """No sentence has ended over it, and text goes on right under it."""
    found = article("\n".join(["市人社局启动职称申报", "", *COLUMN]).format(line), "市人社局启动职称申报")
    assert line in found.body.replace("\n", "")


def test_an_address_torn_by_a_line_is_text() -> None:
    """“…@16” / “3.com，” is one address."""
    text = """
本报征集老兵线索

本报讯（记者 王强）即日起，本报面
向全市征集老兵线索，为期一个月。
报名方式：线索请发至laobing_hr@16
3.com，邮件标题请注明“姓名”，本报
将派记者上门采访，留下珍贵的影像。
"""
    assert "laobing_hr@163.com，邮件" in article(text, "本报征集老兵线索").body


def test_a_jump_that_runs_into_the_text_is_text() -> None:
    """The sentence behind “（上接第一版）” is not lost, and the article says that it begins elsewhere."""
    text = """
为健康石桥打好底子

　　（上接第一版）坚持以群众健康
为中心，把家庭医生签约落到实处。截
至九月底，全镇签约一万两千人，上门
服务四千余次。
"""
    found = article(text, "为健康石桥打好底子")
    assert found.body.startswith("（上接第一版）坚持以群众健康为中心") and found.truncated_start


def test_a_notice_keeps_its_telephone() -> None:
    """What stands right under a notice is its own; the paper's hotline names the paper."""
    text = """
停水通知

因主管道改造，定于6月14日22时至次日
6时对人民路、文昌街、学府巷暂停供水。
服务热线：0872-3120096

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天
通水，全长六公里，灌溉三个村的水田。
新闻热线：0872-3120000
"""
    page = cut(text)
    assert "服务热线：0872-3120096" in one(page, "停水通知").body
    assert [f.text for f in page.furniture] == ["新闻热线：0872-3120000"]


def test_telephones_under_blank_lines_are_the_notices() -> None:
    """What they are for says whose they are; so office and day under them sign the notice."""
    text = """
石桥镇招生公告

为做好招生工作，现将有关事项公告如下，请各位家长互相转告，按时报名。

咨询电话：0319-8166001、8166002

监督电话：0319-8166110

石桥镇教育办公室

2025年7月3日

夏日荷塘

雨后的荷塘，像一幅刚刚收笔的水墨。荷叶上滚着水珠，风一过，“嗒”的一声，落进水里。
"""
    found = article(text, "石桥镇招生公告")
    assert "咨询电话：0319-8166001" in found.body and "监督电话：0319-8166110" in found.body
    assert found.byline == "石桥镇教育办公室 2025年7月3日"


def test_a_letter_is_closed_and_signed() -> None:
    """此致 敬礼 is no section, and who signs it is not of the next article."""
    text = f"""
小区路灯何时修好

编辑同志：
我是滨河小区的居民。门前的路灯坏了两个多月，晚上接孩子放学，黑咕隆咚的，请贵报帮忙问一问。

此致

敬礼！

读者　周桂芳

发热门诊同时开诊

{NEWS}
"""
    page = cut(text)
    assert (one(page, "小区路灯何时修好").byline or "").endswith("读者　周桂芳")
    assert one(page, "发热门诊同时开诊").byline is None


@pytest.mark.parametrize("mark", ["Q", "A", "问", "答"])
def test_who_asks_and_who_answers(mark: str) -> None:
    """Q and A are letters of an interview, as 问 and 答 are."""
    text = """
高考志愿答疑

Q：“平行志愿”会不会被退档？

A：会。出现体检不合格、单科成绩不达标、不服从调剂等情况，都可能被退档。

Q：“专业级差”是什么意思？

A：指高校在录取时对第一专业志愿与后续专业志愿之间设定的分数差。
""".replace("Q：", f"{mark}：" if mark in "Q问" else "Q：").replace(
        "A：", f"{mark}：" if mark in "A答" else "A："
    )
    page = cut(text)
    assert [a.title for a in page.articles] == ["高考志愿答疑"]


def test_a_pronoun_and_a_comma_begin_a_text() -> None:
    """“他，一个普通的乡村医生” is no rest of a sentence."""
    text = """
他用脚步丈量出诊路

他，一个普通的乡村医生，三十九年走坏了一百二十多双解放鞋，接生婴儿二百一十六名。
"""
    assert not article(text, "他用脚步丈量出诊路").truncated_start


def test_rows_of_figures_are_no_dates() -> None:
    """3286.65　-0.05 is an index and how it moved."""
    assert shapes.furniture_role("上证指数　3286.65　-0.05", 24) is None


def test_a_teaser_box_can_be_found() -> None:
    """What stands on other pages is told in lines of its own, and a reader may ask for it."""
    text = f"""
今日导读

石桥镇龙灯会今晚点灯 3版
三岁娃娃误吞纽扣电池 5版

发热门诊同时开诊

{NEWS}
"""
    page = cut(text)
    assert [(a.kind, a.title) for a in page.articles if a.title == "今日导读"] == [(Kind.TEASER, "今日导读")]
    assert "误吞纽扣电池" in one(page, "今日导读").body
    assert one(page, "发热门诊同时开诊").body == NEWS


# Who wrote it, and what only looks so.


@pytest.mark.parametrize(
    "line",
    [
        "全市手机摄影大赛启动",
        "小记者走进医院",
        "整理思绪 重新出发",
        "新春记者走基层",
        "记者帮忙",
        "——党建引领 群众受益",
        "■ 精准施策 解难题",
        "（试行）",
        "（征求意见稿）",
        "（未完待续）",
        "（下转02-03版）",
        "（详见第3版）",
        "[视频]老街修缮完工",
        "综合服务平台",
        "综合治理平台",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    """No name stands behind the post, the dash or in the brackets."""
    assert see_lines(page_of(f"{line}\n\n{NEWS}"))[0].role is not Role.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "本报记者 王强 通讯员 李雪",
        "记者王强",
        "□ 阿依古丽·买买提",
        "[美]约翰·史密斯",
        "综合新华社、央视报道",
        "据《科技日报》",
        "来源：健康时报",
        "文｜王强 图｜李雪",
        "漫画：闻 潮",
        "■ 文学院2022级　林晓",
        "——鲁迅",
        "农民日报·中国农网记者 罗荞",
        "本报记者格桑",
        "本报记者次仁卓玛",
    ],
)
def test_what_is_a_byline(line: str) -> None:
    """Names with a dot, foreign ones, sources and other separators are read too."""
    assert see_lines(page_of(f"{line}\n\n{NEWS}"))[0].role is Role.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "第十版诊疗方案出炉",
        "K5路公交改道",
        "维生素B12",
        "我和清河晚报",
        "清河晚报 三十年相伴",
        "2020年2月8日 星期六 阴",
        "6月7日 星期六 语文 9:00-11:30",
        "编辑：您为什么要写这本书？",
        "设计：让医院更有温度",
        "一",
    ],
)
def test_what_is_no_furniture(line: str) -> None:
    """Headlines, subheads, days of a diary and questions that begin as running heads and editors' lines do."""
    assert shapes.furniture_role(line, 2 * len(line)) is None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("（下转第三、四版）", Role.JUMP),
        ("→下转3版", Role.JUMP),
        ("（未完待续）", Role.JUMP),
        ("（相关报道见A4版）", Role.OTHER),
        ("▶▶03版", Role.OTHER),
        ("阅读 1234 评论 5", Role.OTHER),
        ("点击蓝字关注我们", Role.OTHER),
        ("责编 王强 美编 李雪 电话 0661-3350120", Role.EDITOR),
        ("图片编辑 王强", Role.EDITOR),
        ("▼下转4版", Role.JUMP),
        ("□本版责编　白羽", Role.EDITOR),
        ("要闻 3", Role.RUNNING_HEAD),
        ("A05 要闻", Role.RUNNING_HEAD),
        ("第3版 健康", Role.RUNNING_HEAD),
        ("版面：要闻", Role.RUNNING_HEAD),
        ("转发：35", Role.OTHER),
        ("呼和浩特日报", Role.RUNNING_HEAD),
        ("和田日报 要闻", Role.RUNNING_HEAD),
        ("书与人周报·书评", Role.RUNNING_HEAD),
        ("6月7日 星期六 农历五月初二", Role.RUNNING_HEAD),
    ],
)
def test_what_is_furniture(line: str, role: Role) -> None:
    """Jumps in other spellings, pointers, counters; and what was told before still is."""
    assert shapes.furniture_role(line, 2 * len(line)) is role


def test_subheads_with_a_number_stay() -> None:
    """In the midst of a page, over text, “误区 1” is no running head."""
    text = f"""
清河日报　2025年6月3日　星期二　3

发热门诊同时开诊

{NEWS}

退烧药要会用

孩子发烧，家长最急的是退烧。药房里的退烧药有好几种，怎么选、怎么用，不少人并不清楚，常常走进误区。
误区 1
不少人以为发烧就要马上吃药，其实体温不到三十八度五，先多喝水、多休息，观察半天再说，不必着急。
误区 2
也有人以为打一针就好，其实病毒引起的发热，抗生素帮不上忙，反而伤了肠胃，得不偿失，还添耐药。
误区 3
还有人把大人的药掰一半给孩子，剂量不准，十分危险，应当按体重选用儿童专用的剂型，遵照医嘱服用。
"""
    roles = {line.text: line.role for line in see_lines(page_of(text))}
    assert roles["误区 1"] is roles["误区 2"] is None


def test_three_characters_over_who_signs_them_are_a_headline() -> None:
    """石 is a surname, and 石榴红 is no name: its author stands right under it."""
    text = """
夏日荷塘
本报记者 王强

雨后的荷塘，像一幅刚刚收笔的水墨。荷叶上滚着水珠，风一过，“嗒”的一声，落进水里，谁也没有看见。


石榴红
□ 周桂芳

院子里的石榴红了，祖母搬一把竹椅坐在树下，数着果子，也数着日子，数到傍晚，灯亮了，她才起身进屋。
"""
    page = cut(text)
    assert [a.title for a in page.articles] == ["夏日荷塘", "石榴红"]
    assert one(page, "石榴红").byline == "□ 周桂芳"


def test_a_headline_in_two_halves_over_a_dateline_is_no_author() -> None:
    """保 is a surname too."""
    assert (
        article(f"发热门诊同时开诊\n\n{NEWS}\n\n严查酒驾 保平安\n{NEWS}\n", "严查酒驾 保平安").byline is None
    )


def test_a_pen_name_behind_another_bullet() -> None:
    """Right under a headline and over its text it is no label."""
    text = """
夏日荷塘
○ 炊烟

雨后的荷塘，像一幅刚刚收笔的水墨。荷叶上滚着水珠，风一过，“嗒”的一声，落进水里，谁也没有看见。
"""
    assert article(text, "夏日荷塘").byline == "○ 炊烟"


# Blank lines, and how many.


def test_two_blank_lines_over_a_headline_part_two_stories() -> None:
    """Where paragraphs have one between, what has two over it is no subhead."""
    text = """
冬夜来客


门外的雪下得紧，祖父往炉膛里添了一把柴，火光把他的脸映得通红，屋里渐渐暖和起来。

敲门声响了三下，来的是邻村的木匠，他的驴车陷在了沟里，要借一根撬棍，还要讨一碗热水。


父亲的手表


父亲的手表停在七点一刻，母亲一直没有让人修它，说那是他最后一次上夜班的时间，不能动。

后来我把它带到城里，放在书桌的抽屉里，写字写累了，就拉开抽屉看一看，心里便安静下来。
"""
    assert [a.title for a in cut(text).articles] == ["冬夜来客", "父亲的手表"]


@pytest.mark.parametrize("title", ["孩子发烧，要不要捂汗？", "律师：押金可以要回来", "“慢”下来的老街"])
def test_a_short_line_right_over_a_wide_one_is_its_headline(title: str) -> None:
    """It opens a block, and no line of a paragraph is so much shorter than the next one."""
    story = "市中医院的老医生说，这个问题每天都有人问，其实答案并不复杂，照着做就行，不必到处打听，也不必花冤枉钱。"
    text = f"{title}\n{story}\n\n发热门诊同时开诊\n{NEWS}\n"
    assert article(text, title).body == story


# How notices end.


def test_an_office_and_the_day_sign_a_notice() -> None:
    """With blank lines between, too; and the next notice begins under them."""
    text = """
关于开展医疗保险补缴工作的通告

根据上级有关规定，现将2024年度城乡居民基本医疗保险补缴有关事项通告如下：

一、补缴时间：2024年4月1日至6月30日。

二、补缴标准：每人380元。

石桥镇医疗保障局

2024年3月28日

遗失声明

张伟遗失身份证，号码为320XXX198805121234，声明作废。
"""
    page = cut(text)
    assert one(page, "关于开展医疗保险补缴工作的通告").byline == "石桥镇医疗保障局 2024年3月28日"
    assert one(page, "遗失声明").body.startswith("张伟")


def test_whom_to_call_is_part_of_the_notice() -> None:
    """联系人 and 电话 stand in lines of their own."""
    text = """
招标公告

石桥镇第二中学教学楼外墙维修工程现已具备招标条件，欢迎符合资质的单位参加投标，报名从速。

联系人：韩老师

电话：0518-8622011
"""
    assert article(text, "招标公告").body.split("\n")[1:] == ["联系人：韩老师", "电话：0518-8622011"]


def test_who_gives_thanks_signs() -> None:
    """“子：宋建国 女：宋建英 敬谢” heads nothing."""
    text = """
致谢

家父宋长林逝世后，承蒙各级领导、亲朋好友前来吊唁慰问，谨致谢忱，恕不一一登门拜谢。

子：宋建国 女：宋建英 敬谢
"""
    assert article(text, "致谢").byline == "子：宋建国 女：宋建英 敬谢"


def test_a_long_line_in_brackets_is_a_headline() -> None:
    """【老街】 may be a column's name, 【百名志愿者清理护城河】 tells a story."""
    text = """
【老旧小区加装电梯】
记者 吴晓莉

家住建设路12号院的退休教师郑桂兰今年78岁，住在五楼，从前下一趟楼要歇三回，如今按一下就到。

【百名志愿者清理护城河】
通讯员 刘海波

周末清晨，护城河两岸出现了一群穿红马甲的志愿者，他们带着夹子和袋子，把岸边的垃圾一一捡走。
"""
    assert "【百名志愿者清理护城河】" in [a.title for a in cut(text).articles]


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2024-03-20 09:11",
        "清河融媒 2024-03-20 18:30",
        "发布者：管理员 浏览次数：123",
        "【字体：大 中 小】",
        "分享到：",
        "版次：03",
    ],
)
def test_what_a_web_site_tells_of_a_story_is_furniture(line: str) -> None:
    """When it was put there, how often it was read."""
    assert shapes.furniture_role(line, 2 * len(line)) in (Role.RUNNING_HEAD, Role.OTHER)


def test_the_day_under_a_headline_makes_no_byline_of_it() -> None:
    """A web site prints it so."""
    text = f"发热门诊同时开诊\n2024年3月20日\n\n{NEWS}\n"
    assert article(text, "发热门诊同时开诊").body == NEWS


def test_a_list_with_blank_lines_between_is_a_list() -> None:
    """On a page with a blank line under every line none of them tells anything."""
    text = """
本周专家门诊

心内科 周一 陈立新

神经内科 周二 张伟

儿科 周三 李红霞

妇产科 周四 王芳

骨科 周五 何满囤
"""
    assert "神经内科 周二 张伟" in article(text, "本周专家门诊").body.split("\n")


def test_captions_over_a_credit_are_text() -> None:
    """Behind ▲ stands a section's name at times; over “摄” it is what a photo shows, and heads nothing."""
    text = f"""
夏日荷塘
本报记者 王强

雨后的荷塘，像一幅刚刚收笔的水墨。荷叶上滚着水珠，风一过，“嗒”的一声，落进水里，谁也没有看见。

▲孩子们在新桥上放学回家
▲老人在荷塘边下棋乘凉
本报记者 李雪 摄

发热门诊同时开诊

{NEWS}
"""
    page = cut(text)
    assert one(page, "发热门诊同时开诊").body == NEWS
    assert any("▲老人在荷塘边下棋乘凉" in a.body.split("\n") for a in page.articles)


@pytest.mark.parametrize("label", ["热线电话", "预约热线", "报名电话"])
def test_a_telephone_is_no_section(label: str) -> None:
    """Right under a story it is a line of that, and names nothing of the next one."""
    text = f"""
夏日荷塘义诊

三家卫生院的医生昨天在荷塘边义诊，量血压、测血糖，也教老人怎样防中暑，共有三百多人前来，名额还有。
{label}：0661-3350120

发热门诊同时开诊

{NEWS}
"""
    page = cut(text)
    assert f"{label}：0661-3350120" in one(page, "夏日荷塘义诊").body
    assert one(page, "发热门诊同时开诊").section is None


def test_a_headline_under_a_list_is_no_row() -> None:
    """Where every line has a blank line under it, a list ends at the headline over a dateline."""
    text = f"""
今日导读

石桥镇龙灯会今晚点灯迎客 3版

三岁娃娃误吞纽扣电池之后 5版

老街修旧如旧又见青石板路 6版

夜间门诊本周开诊

{NEWS}
"""
    assert article(text, "夜间门诊本周开诊").body == NEWS


def test_a_telephone_leaves_the_paragraph_over_it_whole() -> None:
    """Its lines are of a list; the last line of the text over it isn't."""
    text = """
磨剪子的老郑

　　巷口的吆喝声响起来，我就知道老郑
来了。他肩上扛一条长凳，凳头绑着两块
磨石，走到哪家门前便把凳子一放，骑上
去，往石头上洒几滴水。
　　母亲把家里的剪刀菜刀都拿给他磨，
磨好了，他总要拿布条试一试刃口，才肯
递回来。
　　后来巷子拆了，那声吆喝再也没有听
见过。

县作协征集散文

　　县作协面向全县征集写家乡风物的
散文，每篇不超过两千字，谢绝诗歌。截
稿日期为2022年4月30日。
　　来稿请写明真实姓名、电话和地址，
一经采用即付稿酬，优秀作品年底前结
集出版。
邮箱：zuoxie@example.com
联系人：谢老师
"""
    found = article(text, "县作协征集散文").body
    assert "优秀作品年底前结集出版。\n邮箱：" in found and found.endswith("联系人：谢老师")


def test_lines_behind_a_bullet_are_a_list() -> None:
    """Each by itself looks like the name of a section; three with fields, one under the other, are a table of the text."""
    text = """
赛果速报

■ 云梧铁鹰 3比2 海岬联
■ 林原队 0比0 琼溪队
■ 岭北建工 2比2 滨岛港务

半程马拉松下周三开抢

本报讯（记者 李雪）石桥半程马拉松昨天公布报名办法，名额五千个，下周三上午十点开放预报名。
"""
    assert cut(text).articles[0].body.split("\n") == [
        "■ 云梧铁鹰 3比2 海岬联",
        "■ 林原队 0比0 琼溪队",
        "■ 岭北建工 2比2 滨岛港务",
    ]


def test_briefs_of_a_few_words_under_the_name_of_a_section_are_each_one() -> None:
    """Items as short as these are parts of one list elsewhere; under “简明镇闻” they are news."""
    text = """
□简明镇闻

◆6月24日，镇中心小学毕业班完成考试。

◆镇卫生院7月5日起逐村开展老人体检。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    bodies = [a.body for a in cut(text).articles]
    assert "◆6月24日，镇中心小学毕业班完成考试。" in bodies
    assert "◆镇卫生院7月5日起逐村开展老人体检。" in bodies


def test_items_that_are_named_are_one_list() -> None:
    """“○手电筒：……” is advice under one headline; behind the same bullet briefs tell news of several places."""
    text = """
家里常备这几样

○体温计：水银的摔碎了有毒，换成电子的，用之前先看电池还有没有电。
○退热药：布洛芬和对乙酰氨基酚备一种就够，两种不要在同一天里倒着吃。
○手电筒：停电的晚上比蜡烛稳当，放在床头伸手就能摸到的抽屉里头。
○哨子：被困的时候喊不动了还能吹，山里走失的老人就是这样被找到的。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    assert article(text, "家里常备这几样").body.count("○") == 4


def test_hours_are_a_table() -> None:
    """Two lines that say from when to when are no headline."""
    text = """
今日停水区域

7:00—15:00 金马小区、北市坡、虹山路
22:00—次日6:00 东郊路全段

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    assert article(text, "今日停水区域").body.split("\n")[1] == "22:00—次日6:00 东郊路全段"


def test_what_stands_over_a_photo_is_no_headline() -> None:
    """“图片新闻” names a section, and a nickname before 供图 credits the photo."""
    text = """
图片新闻

昨天，强对流天气过后，市民在江滩拍下了罕见的双彩虹，引来许多人驻足。
读者“江边老柳”供图

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    first, second = cut(text).articles
    assert (first.title, second.title) == (None, "石桥镇水渠通水")
    assert "江边老柳" in (first.byline or "")


POEM = """
炉前
炼铁厂 谈铁军
打开铁口的时候
我总要先把手套
往上提一提
像给黎明
系一颗扣子

一千五百度的河
从脚边走过去
它不回头
我也不回头

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""


def test_verses_under_who_wrote_them_are_a_poem() -> None:
    """Its stanzas are text, none is a headline or lost, and the headline below stays one."""
    found = cut(POEM)
    assert [a.title for a in found.articles] == ["炉前", "石桥镇水渠通水"]
    assert found.articles[0].body.split("\n")[:6] == [
        "打开铁口的时候",
        "我总要先把手套",
        "往上提一提",
        "像给黎明",
        "系一颗扣子",
        "一千五百度的河",
    ]
    assert found.articles[0].body.endswith("我也不回头") and not found.furniture


@pytest.mark.parametrize("bullet", "□◇◎○●■◆△▲☆★")
def test_a_poem_is_signed_behind_any_bullet(bullet: str) -> None:
    """“★林小雨” right under a headline and over verses is who wrote them, though “★民生” is a section."""
    text = f"""
清河之歌
{bullet}林小雨
春风吹过清河岸
杨柳青青燕子还
渔舟唱晚归来客
一轮明月照千山

夏日荷花开满塘
蛙声阵阵稻花香

县医院开出夜间门诊
本报讯（记者 李雪）县医院的夜间门诊昨天开诊，每晚六时至九时，内科和儿科都有医生。
"""
    poem, news = cut(text).articles
    assert (poem.title, poem.byline) == ("清河之歌", f"{bullet}林小雨")
    assert poem.body.startswith("春风吹过清河岸") and poem.body.endswith("蛙声阵阵稻花香")
    assert news.title == "县医院开出夜间门诊"


def test_narrow_columns_under_who_wrote_them_are_no_poem() -> None:
    """Wrapped text has lines of one width, and marks and numbers within them."""
    text = """
37床的棋局
血液科护士 隗小满
三十七床住进来那天，带了一
副象棋，棋子磨得看不清字。
他姓房，六十三岁，跑了半辈
子长途货车。第一个疗程，他
一句话也不说，自己跟自己下，
红一步，黑一步。
"""
    assert "带了一副象棋，棋子磨得看不清字。" in article(text, "37床的棋局").body


def test_the_headline_of_a_notice_is_no_subhead() -> None:
    """“遗失声明” over the second of two is a headline like the one over the first, though one text is as the other."""
    text = """
遗失声明
赵连成遗失特种作业操作证（电工），证号T43××198512，声明作废。
遗失声明
石桥镇农机厂工会委员会遗失法人资格证书正本，统一社会信用代码81430××7，声明作废。
注销公告
石桥镇鹏达信息咨询有限公司经股东会决议解散，请债权人自公告之日起45日内申报债权。
"""
    assert [a.title for a in cut(text).articles] == ["遗失声明", "遗失声明", "注销公告"]


def test_the_headline_of_a_box_is_no_subhead() -> None:
    """“编后：……” says itself that what stands under it is no part of the story."""
    text = """
石桥镇机井夜里也能浇

石桥镇的麦田今年旱了四十天，镇里把十七眼机井的电价降了一半，夜里也派人守着，谁家要浇，打个电话就合闸。

耿老汉的来信登出后，机井站把开门的钟点提前到清晨五点，又在门口装了一盏灯。

编后：把时间还给农时

老耿说的是开门早晚的小事，问的却是服务对着谁的大事。钟点该跟着庄稼走，不该让庄稼等着钟点。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    assert [a.title for a in cut(text).articles] == [
        "石桥镇机井夜里也能浇",
        "编后：把时间还给农时",
        "石桥镇水渠通水",
    ]


@pytest.mark.parametrize("greeting", ["各位护士：", "急诊科同志们好，", "亲爱的夜班护士："])
def test_what_stands_over_a_greeting_is_a_headline(greeting: str) -> None:
    """A letter begins with whom it greets, and no part of a story does."""
    text = f"""
夜里的急诊楼

外科病房在急诊楼的四层，夜里只有两名护士，一人守着铃，一人在走廊里来回走，鞋底磨得发亮。

手术做到凌晨三点，家属睡在走廊的长椅上，身上盖着护士站的毯子。

一张没有名字的欠条

{greeting}8月30日夜里，我丈夫在这里开刀，我身上只有40块钱，买不了饭。一位护士塞给我两百块，我写了欠条，她没有留名字。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    assert one(cut(text), "一张没有名字的欠条").body.startswith(greeting)


def test_what_follows_a_dateline_is_no_list() -> None:
    """Headline, dateline and the first lines of a narrow column are five short lines without a stop, and the story goes on all the same."""
    text = """
两个村子合用
一座烤烟房
本报讯（记者 李雪）石
桥镇东头的“杨家坡”和“柳家
湾”合建的烤烟房昨天点了头一
炉火。两村的烟叶一同进炉，各
记各的账，柴钱按重量分摊。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    [found, _] = cut(text).articles
    assert "石桥镇东头的“杨家坡”和“柳家湾”合建的烤烟房昨天点了头一炉火。" in found.body


def test_under_the_name_of_a_column_and_a_headline_begins_an_article() -> None:
    """A comment on the story above speaks of the same, and is another article all the same."""
    text = """
楼道里的那盏灯

梧桐里的老楼装电梯，一楼和六楼吵了三年。麻红霞挨家敲门，敲到第四十七户时，门里的人递给她一杯水。

她说，这事谁都没有输，灯亮了，大家都看得见台阶。

民声快评

“谁负责”不能挡在门口

梧桐里的事，难在一楼。钥匙交出去容易，责任接过来难，一句“谁负责”挡住了多少该办的事。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    found = article(text, "“谁负责”不能挡在门口")
    assert (found.section, found.body[:6]) == ("民声快评", "梧桐里的事，")


def test_four_short_lines_over_a_dateline_are_a_headline() -> None:
    """Kicker, a title in two lines and a subtitle are as many lines as a stanza has, but no dateline follows a poem."""
    text = """
气温骤降，急诊室半夜挤满了“咳咳”声
十个发烧孩子
七个是支原体？
儿科专家：别盲目囤药，三种情况要马上来院

晚报讯（记者 李雪）“前面还有86个号。”昨晚10点，市妇儿医院急诊候诊区，王女士抱着4岁的女儿坐在台阶上，孩子额头贴着退热贴。

记者从该院了解到，入秋以来，儿科日均门诊量达到3420人次，比上月增加了四成。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    found = article(text, "十个发烧孩子 七个是支原体？")
    assert (found.kicker or "").startswith("气温骤降") and (found.subtitle or "").startswith("儿科专家")
    assert found.body.startswith("晚报讯") and found.body.endswith("四成。")


def test_items_with_numbers_and_no_stop_are_a_list() -> None:
    """Five lines that count are the text under their headline, and nothing that heads what stands below."""
    text = """
九月值得走的三条慢路

1.沣口乌篷河步道　4.6公里　平缓，桂花季在下旬
2.清浦石门古驿道　11公里　部分路段为石阶，须自备饮水
3.望川南屏茶山环线　7.8公里　海拔落差320米

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    assert len(article(text, "九月值得走的三条慢路").body.split("\n")) == 3


def test_a_table_with_its_headline_is_no_part_of_the_story_above() -> None:
    """Rows right under a headline are its text, whatever the story before and behind them is like."""
    text = """
看台西南角的那面旗

更衣室里最安静的角落，放着一双旧拖鞋。拖鞋主人叫漆伟峰，右脚的鞋底磨穿了，他说这样才听得见地板的声音。

昨晚的平局，球迷说好，评论员说丑。老漆把旗子卷起来，塞进蛇皮袋，明年还要用。

今日牌价
名次　球队　　胜　平　负　积分
1　江北铁鹰　16　5　3　53
2　滨海远洋　14　7　3　49
11　东川矿业　6　6　12　24

他这周还得去照一次片子，医生说肩膀里有一块骨头磨得只剩半截，再扛下去要换人工的。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    found = cut(text)
    assert "东川矿业" in one(found, "今日牌价").body and "照一次片子" in one(found, "看台西南角的那面旗").body


def test_bullets_under_a_story_are_briefs() -> None:
    """With no headline of their own each tells another piece of news, though the story above has one."""
    text = """
骑行课进了学校

市教育局正在会同交警部门编写骑行课教材，今年秋季有望在全市初中推开，先在三所学校试上一个学期。

●石浦县7家社区食堂推出半份菜，价格为整份的一半，老人可凭敬老卡再减一元，家属同行也算。
●清浦县为独居老人安装智能水表，12小时用水不足10升即自动提醒网格员上门，已成功救助4人。

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    assert [a.body[:4] for a in cut(text).articles] == ["市教育局", "●石浦县", "●清浦县", "本报讯（"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("—— 投诉榜 ——", Role.SECTION),
        ("※ 律师信箱 ※", Role.SECTION),
        ("=你问我答=", Role.SECTION),
        ("——一个返乡青年的猕猴桃", None),
    ],
)
def test_a_name_between_dashes_is_that_of_a_section(line: str, role: Role | None) -> None:
    """A dash on one side alone opens a subtitle."""
    assert shapes.furniture_role(line, 2 * len(line)) is role


def test_an_imprint_at_the_foot_is_no_verse() -> None:
    """“社址：……” right under a poem is the paper's own."""
    found = cut(POEM.split("\n\n石桥镇")[0] + "\n社址：河畔路8号 邮编 300000 发行 2388 0011\n")
    assert found.articles[0].body.endswith("我也不回头") and [f.role for f in found.furniture] == [
        Role.RUNNING_HEAD
    ]


def test_two_poems_are_two() -> None:
    """What stands over a further name is no stanza of the first."""
    second = "\n\n渡口\n阮青禾\n船走了，绳子还系在桩上\n像一句话说完\n手还没有放下\n"
    found = cut(POEM.split("\n\n石桥镇")[0] + second).articles
    assert [a.body.split("\n")[-1] for a in found] == ["我也不回头", "手还没有放下"]
    assert found[1].title == "渡口"


def test_a_telephone_under_a_paragraph_in_one_line_is_its_own() -> None:
    """Where the text isn't wrapped, its telephone is the next row."""
    text = """
石桥镇招聘启事

石桥镇养老服务中心因工作需要，面向社会公开招聘护理员10名，要求身体健康，年龄五十岁以下，有爱心。
联系电话：0518-8765432
联系人：郭主任

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    assert article(text, "石桥镇招聘启事").body.endswith("联系电话：0518-8765432\n联系人：郭主任")


def test_a_poem_may_be_signed_below() -> None:
    """Then its first line is the headline and all between are verses."""
    text = """
交班记
夜把最后一页翻给白天
体温 三十七度二
血氧 九十六
一个人的名字 念得很轻
窗外 卖豆腐的车
准时经过
童未

石桥镇水渠通水

本报讯（记者 李雪）石桥镇的水渠昨天通水，全长六公里，灌溉三个村的水田。
"""
    found = article(text, "交班记")
    assert found.body.startswith("夜把最后一页翻给白天\n体温") and "准时经过" in found.body
