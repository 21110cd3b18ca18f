"""Golden expectations on small pages, one newspaper habit each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from retrieval.articles import article_row, explain_page, split_articles
from retrieval.articles.looks import shapes
from retrieval.articles.looks.standing import marked_alike
from retrieval.articles.looks.surroundings import see_lines
from retrieval.records import Article, Page, PageCut, Role
from tests.articles.laws import check_cut


def page_of(text: str) -> Page:
    """Return a page given as text; the first line of the literal is line 1."""
    return Page("page.txt", tuple(text.strip("\n").split("\n")))


def cut(text: str) -> PageCut:
    """Cut a page given as text."""
    return split_articles(page_of(text))


def one(page: PageCut, title: str | None) -> Article:
    """Return the article with this headline, white space aside."""
    wanted = title and "".join(title.split())
    found = [a for a in page.articles if (a.title and "".join(a.title.split())) == wanted]
    assert len(found) == 1, [a.title for a in page.articles]
    return found[0]


def lines_of(article: Article) -> set[int]:
    """Return the printed lines of an article's body."""
    start, end = article.body_start, article.body_start + len(article.body)
    return {piece.line for piece in article.pieces if start <= piece.start < end}


AFTER = """
本报讯（记者 李青）近日召开的全省
卫生会议提出，甘南要构建全链条服
务保障体系，推动优质资源下沉。

会议指出，甘南将建设三家区域医疗
中心，完善分级诊疗。

甘南：构建全链条服务保障体系

本报讯（记者 王红）日前，疆北召开
会议，明确五个方面的重点工作，推进
健康疆北建设。

疆北：五方面推进健康工作

临河细化
生育支持措施

本报讯（记者 周广）近日，临河市政
府印发措施，增加托育服务供给，细化
生育支持。
"""


def test_headlines_after_and_before_their_bodies_in_one_column() -> None:
    """Neighbouring headlines point in opposite directions: words, datelines and blank lines tell which."""
    page = cut(AFTER)
    assert one(page, "甘南：构建全链条服务保障体系").spans == ((1, 6),)
    assert one(page, "疆北：五方面推进健康工作").spans == ((10, 12),)
    assert one(page, "临河细化生育支持措施").spans == ((19, 21),)


def test_wrapped_lines_become_paragraphs_without_spaces() -> None:
    """Lines of a column are joined as one paragraph, a blank line at a column's end is healed."""
    page = cut(
        """
医院推广定量检查

本报讯（记者 李青）近日，某医院率
先在国内开展定量检查。然而，在推广

定量检查的过程中，基层医院面临诸
多挑战，如缺乏必要的扫描序列。
"""
    )
    body = one(page, "医院推广定量检查").body
    assert (
        body
        == "本报讯（记者 李青）近日，某医院率先在国内开展定量检查。然而，在推广定量检查的过程中，基层医院面临诸多挑战，如缺乏必要的扫描序列。"
    )


def test_latin_words_take_a_space_over_a_line_break() -> None:
    """“measuring” and “the” stay two words; Chinese gets no space."""
    page = cut(
        "科研产出研究发布\n\n本报讯 近日，研究成果《From bench to bucks: measuring\n\nthe medical technology》发表，引起关注。"
    )
    assert "measuring the medical" in one(page, "科研产出研究发布").body


def test_a_running_head_inside_a_sentence_is_furniture() -> None:
    """The editor's line printed at the column's end does not cut the sentence around it."""
    page = cut(
        """
老楼装上新电梯

晚报讯（记者 段晓）社区先后开了九
次协调会，最终大家一致同意。设计单位把电

临江晚报 责编 陶然 美编 于欣 电话 0718-8210315

梯井由实墙改成玻璃幕墙，住户都说
好。
"""
    )
    article = one(page, "老楼装上新电梯")
    assert "设计单位把电梯井由实墙" in article.body
    assert [f.line for f in page.furniture] == [6]


def test_a_fragment_goes_on_after_another_article() -> None:
    """A sentence cut at a column's end finds its rest below the article that came between."""
    page = cut(
        """
山区有了共享农机
本报讯(记者 麻小)5月16日,在龙潭村的梯
田里,微耕机来回穿梭。“以前用牛犁,现在
手机上一点,农机手第二天就上门。”种粮大户
盘志说。机手凭码领机、按亩收费,旋耕每亩

黄竹坳隧道贯通
本报讯(通讯员 田丰)5月18日,黄竹坳隧道
实现双向贯通,隧道全长1874米,穿越断层破
碎带。

90元,比市场价低两成。
为解决农机无人开的问题,县里培训农机手
386人,旋耕、收割都能上手。种粮大户都说,
共享农机让梯田种粮省了力。
"""
    )
    assert one(page, "山区有了共享农机").spans == ((2, 5), (12, 15))
    assert one(page, "黄竹坳隧道贯通").spans == ((8, 10),)


def test_a_lead_far_from_its_headline_comes_first() -> None:
    """A dateline paragraph without a headline opens the story that begins “会议指出”."""
    page = cut(
        """
全省春耕现场会在望湖召开
把更多良田变成吨粮田

会议指出，去年全省粮食总产量达到412亿斤，高标准农田功不可没。

会议要求，今年新建高标准农田140万亩，落实管护主体和经费。

老矿山的含绿量
本报记者 宋知

三月的白石岭，山樱刚刚鼓起花苞，老矿工耿长顺站在观景台上望着湖水。

（下转第三版）

本报望湖3月5日电（记者梁雨）3月4日至5日，全省春耕现场会在望湖召开，部署今年春耕生产和高标准农田建设。

我省出台措施支持首发经济

本报临州3月5日电（记者何嘉）近日，省商务厅印发措施，支持首发经济发展。
"""
    )
    spring = next(a for a in page.articles if "412亿斤" in a.body)
    assert spring.spans == ((15, 15), (4, 6))
    assert spring.body.startswith("本报望湖3月5日电")
    mine = one(page, "老矿山的含绿量")
    assert (mine.byline, mine.truncated_end) == ("本报记者 宋知", True)


def test_a_lead_after_the_last_paragraph_comes_first() -> None:
    """Where a subhead follows the headline at once, the lead that stands last is put first."""
    page = cut(
        """
临江市中心医院：

党建铸魂 走稳发展之路

党建引领 把稳方向

作为市属公立医院，医院始终坚持党的领导不动摇，把党建作为首要任务，书记带头讲党课、查病区，每月听取一线医护人员的意见，一年来解决了停车、就餐、值班室改造等47件难事。

医院把支部建在科室，6个党支部与6个临床中心一一对应，支部书记参与科室绩效、进修、评优的讨论，党员承诺上墙，由患者打分。

创新管理 提升能力

医院引入专业管理人才，加强培训，提升风险识别和应对能力。医院还建立一站式服务中心，把医保、收费、病案复印等14项业务放到一个窗口，患者少跑了一半的路。院党委书记每月在窗口坐班一天，党员承诺当场能办的事当场办完。

护理部推行“弹性排班”，早晚高峰增加人手，静脉输液的平均等候时间缩短了20分钟，患者满意度连续三个季度上升。

未来，医院将继续推进党建与业务融合，努力建设现代化医院，让群众在家门口看好病。

近年来，临江市中心医院以党建为统领，走出了特色鲜明的发展之路。
"""
    )
    article = one(page, "临江市中心医院：党建铸魂 走稳发展之路")
    assert article.spans[0] == (19, 19)
    assert article.body.split("\n")[1] == "党建引领 把稳方向"


def test_a_caption_with_its_credit_and_headline_below() -> None:
    """Caption, credit, headline in this order are one photo article."""
    page = cut(
        """
为保障春节期间工
作安全，连日来，新城区
消防中心组织人员对商场
进行排查。图为1月22
日，工作人员在检查消防
站器材。

成昕 刘玉
摄影报道

消防检查
"""
    )
    article = one(page, "消防检查")
    assert (article.byline, article.kind, article.spans) == ("成昕 刘玉 摄影报道", "photo", ((1, 6),))


def test_briefs_with_bullets_under_a_label_are_articles_of_their_own() -> None:
    """Each ■ under 简讯 is a brief; the label is a section."""
    page = cut("简讯\n■县医院开通夜间门诊，时间为每天18时至21时。\n■我县新增两个地理标志产品，总数达到7个。")
    assert [a.kind for a in page.articles] == ["one-liner", "one-liner"]
    assert page.articles[0].section == "简讯"
    assert page.furniture[0].role is Role.SECTION


def test_items_with_bullets_under_a_headline_stay_together() -> None:
    """Three ● under 遗失声明 are one notice."""
    page = cut(
        "遗 失 声 明\n●农某遗失教师资格证，声明作废。\n●韦某遗失道路运输证，声明作废。\n●某小学遗失公章一枚，声明作废。"
    )
    assert [a.spans for a in page.articles] == [((2, 4),)]


def test_a_notice_is_signed_by_its_office() -> None:
    """The office under a notice is its byline, and the kind is notice."""
    page = cut(
        "停水通知\n因凤凰路供水管迁改，定于3月6日停水，请提前储水。服务热线：96116。\n临江市自来水有限公司\n2025年3月1日"
    )
    article = one(page, "停水通知")
    assert (article.byline, article.kind) == ("临江市自来水有限公司 2025年3月1日", "notice")


def test_a_subtitle_is_opened_by_a_dash_and_a_kicker_stands_above() -> None:
    """The dash makes a subtitle; three lines printed together are kicker, title, subtitle."""
    page = cut(
        "跨越山海,薪火相传\n\n——援疆座谈会侧记\n\n□本报记者 王依\n\n新疆地域辽阔,如何让资源下沉,是增强群众获得感的关键课题。"
    )
    article = one(page, "跨越山海,薪火相传")
    assert (article.subtitle, article.byline) == ("——援疆座谈会侧记", "□本报记者 王依")


def test_a_teaser_box_is_a_teaser() -> None:
    """“今日第2版推出” with its list, and the paragraph above it, are one teaser."""
    page = cut(
        "县里召开大会\n\n本报讯（记者 李青）近日，县里召开大会。\n\n（下转第3版）\n\n聚焦实施方案,本报陆续刊发解读文章,阐释意义。\n\n"
        "今日第2版推出“理论·聚焦补贴”:\n\n- 迈向友好关键一步\n- 促进长期均衡发展"
    )
    assert [str(a.kind) for a in page.articles][-1] == "teaser"


def test_a_paragraph_cut_at_the_end_is_truncated() -> None:
    """A sentence that never ends says so."""
    page = cut("教材建设启动\n\n本报讯 近日，教材会议在京召开。主编代表表示，教材建设需秉持情怀、十年磨剑")
    assert one(page, "教材建设启动").truncated_end


def test_the_id_depends_on_the_text_alone() -> None:
    """The same article on another page, at another line, has the same id; a double on one page another."""
    text = "新院区开诊\n\n本报讯（记者 白倩）近日，新院区全面开诊，迈出坚实一步。"
    first, moved = cut(text).articles[0], cut("\n\n\n" + "民生\n\n" + text).articles[-1]
    assert first.id == moved.id
    twice = cut(text + "\n\n" + text)
    assert len({a.id for a in twice.articles}) == 2


def test_a_page_of_only_short_lines_loses_none() -> None:
    """Without any text the lines are still listed."""
    page = cut("春\n\n夏\n\n秋")
    assert len(page.furniture) + sum(len(a.pieces) for a in page.articles) == 3


def test_the_row_has_the_keys_of_the_contract() -> None:
    """`jianbao articles --json` prints these keys."""
    row = article_row(cut(AFTER).articles[0])
    assert {
        "id",
        "source",
        "publication",
        "section",
        "kind",
        "title",
        "kicker",
        "subtitle",
        "byline",
        "title_lines",
    } <= set(row)
    assert row["title_lines"] == [8]
    assert row["spans"] == [[1, 6]]


def test_a_few_characters_over_a_long_line_name_a_column() -> None:
    """A short line over a headline twice as wide is the column's name, and a name alone below is its author."""
    page = cut(
        """
塘边话
莫让便民热线成了“忙音线”
瞿守成
办事先打热线，可连打三天都是忙音，这样的热线不如不设。据了解，不少窗口把热线交给一个人兼管。
热线要通，先得有人接、有人办、有人问效果。把接通率写进考核，把回访交给群众，忙音自然会少。
"""
    )
    article = one(page, "莫让便民热线成了“忙音线”")
    assert article.byline == "瞿守成"
    assert article.section == "塘边话"


def test_a_line_of_imprint_scraps_is_furniture() -> None:
    """Page number, section and editors, or a hotline and the paper's name, are no headline."""
    page = cut(
        """
新桥通车缓解拥堵

晚报讯（记者 段晓）跨河新桥昨日通车，双向六车道，早高峰过河时间缩短了十二分钟。

C02 民生 编辑 陶然 美编 于欣

热线电话：0718-8210315　临江晚报　7
"""
    )
    assert one(page, "新桥通车缓解拥堵").spans == ((3, 3),)
    assert [f.line for f in page.furniture] == [5, 7]


def test_the_headline_in_the_middle_of_a_feature() -> None:
    """A text that begins within a sentence belongs to the headline printed right after it, whose words it has."""
    page = cut(
        """
坊，三代人守着一口老窑。窑火最旺
的时候，老窑一年烧出四万件青瓷，
青石镇的码头上天天有船等着装货。

灭过一回

2008年，青瓷卖不动，老窑停了火。
守窑人孟长青把釉料配方抄了三本，
藏进老窑的墙缝里，又把窑门用砖封
上，自己去了县城的砖厂看大门。他
说，窑是等人的，人不能把窑忘了。
那几年里，镇上的年轻人走了大半，
码头长满荒草，只有他每月回来一次，
打开窑门扫一扫灰，再原样封好。

一口老窑的“重生”

去年春天，老窑重新点火，釉料配方
派上了用场，青瓷订单排到了年底。
孟长青辞了砖厂的活，回到青石镇守
窑，每一件青瓷出窑他都要摸一遍。
头一窑开门那天，镇上来了三百多人，
老人们排着队看釉色，说这回的青比
从前还要润。如今每月烧两窑，六成
的订单来自网上，最远的寄到了海外。

徒弟来了

孟长青收了六个徒弟，老窑边建起青
瓷工坊，釉料课每周讲两次。最小的
徒弟才十九岁，已经能独自看火候。
孟长青说，手艺不怕人学，就怕没人
学。他把抄下的三本釉料配方摆在工
坊的桌上，谁想看都可以翻，只有一
个要求：看完了，要自己烧一窑出来，
烧坏了不要紧，讲得出坏在哪里就行。
"""
    )
    assert one(page, "一口老窑的“重生”").spans == ((1, 3), (5, 14), (18, 25), (27, 36))


def test_a_teaser_box_belongs_to_one_text() -> None:
    """Two short texts over a box: the nearer one has it, and no line is used twice."""
    page = cut("<\n\n。\n今日版")
    assert sum(len(a.pieces) for a in page.articles) + len(page.furniture) == 3


def test_it_is_told_what_spoke_for_a_piece() -> None:
    """Below a piece's first line stands its link with the evidence that weighs most, and the second best."""
    told = explain_page(cut(AFTER)).splitlines()
    under = {line.split()[0]: below.strip() for line, below in pairwise(told)}
    assert under["1"].startswith("begins an article, ") and "new reads as a beginning +" in under["1"]
    assert under["5"].startswith("goes on from line 3, ") and "; or else " in under["5"]


def test_news_of_sites_and_of_small_papers_opens_with_a_dateline() -> None:
    """“央视网消息（新闻联播）：”, “陆港讯 记者 … 报道” open a story as “本报讯” does: the headline over it is no subhead of the story above."""
    page = cut(
        """
水利部门调度黄河防凌

央视网消息（新闻联播）：黄河内蒙古段进入开河期，水利部门加密监测冰情，上游水库压减下泄流量，沿河各地转移滩区群众。

截至今天，黄河封冻长度比上周减少120公里，没有出现险情。

多地春耕备耕有序展开

陆港讯 记者 霍启明 报道 随着气温回升，多地农民走进田间，整地、施肥、检修农机，化肥库存比去年同期增加一成。
"""
    )
    assert one(page, "水利部门调度黄河防凌").spans == ((3, 5),)
    assert one(page, "多地春耕备耕有序展开").spans == ((9, 9),)


@pytest.mark.parametrize("where", ["来信请寄：本报群众工作部", "来稿请发至：本刊副刊部"])
def test_where_to_write_to_heads_nothing(where: str) -> None:
    """The paper's own address over readers' letters is furniture; what a letter says behind a colon is its text."""
    page = cut(
        f"""
{where}

小区门口的路灯何时能亮

来信：我家门口的路灯坏了半年没人修，上夜班的人都要打着手电结伴走，我们多次反映，到现在没有人来看过一次。
"""
    )
    assert [(a.title, a.spans) for a in page.articles] == [("小区门口的路灯何时能亮", ((5, 5),))]
    assert [f.line for f in page.furniture] == [1]


@pytest.mark.parametrize(
    "masthead", ["柳港日报·文艺副刊　第1127期　本期执行编辑：齐雨", "柳港周刊·文艺　　本版责任编辑 余凡"]
)
def test_a_papers_name_with_its_sections_and_editor_heads_nothing(masthead: str) -> None:
    """Paper and section behind a dot, the number, who edited it: scraps of a masthead."""
    page = cut(
        f"""
{masthead}

渡口的灯

渡口的灯是一盏马灯，挂在歪脖柳上。摆渡的哑叔每天傍晚把它点亮，灯芯剪得齐齐的，像他的胡子。

我上中学的时候要过河。冬天放学晚，走到堤上，远远看见那一豆黄光，心里就不慌了。
"""
    )
    assert [a.title for a in page.articles] == ["渡口的灯"]
    assert [f.line for f in page.furniture] == [1]


def test_a_papers_name_is_a_running_head_wherever_it_falls() -> None:
    """The line with the date names the paper; its name, also spaced or with a section's, tears a sentence and no story."""
    page = cut(
        """
2024年4月15日 总第312期 清河医苑

溶栓小组跑赢时间

本报讯（记者 陆佳）3月19日凌晨，货车司机突然右侧肢体无力，救护车上的医生把症状和发病时间传到卒

清河医苑 综合新闻

中中心值班手机上，溶栓护士带着药箱等在门口。从进门到用

清 河 医 苑

药只花了18分钟，一小时后他抬起了右手。
"""
    )
    assert one(page, "溶栓小组跑赢时间").spans == ((5, 5), (9, 9), (13, 13))
    assert {f.line for f in page.furniture if f.role is Role.RUNNING_HEAD} == {1, 7, 11}


def test_a_letter_begins_with_its_salutation() -> None:
    """“编辑同志：” over a letter is its first line, and no headline of it."""
    page = cut(
        """
一碗没放盐的面

编辑同志：

我母亲因心衰住院，食堂的饭她总说没味道。管床护士知道后，端来一碗用番茄和菌菇熬的面，一粒盐也没放。

请替我向她说一声谢谢。
"""
    )
    assert one(page, "一碗没放盐的面").spans == ((3, 7),)


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_letters_date_is_signed_with_it(blank: str) -> None:
    """A date under who signs, a blank line between or none, is no label of what comes next."""
    page = cut(
        f"""
公园里的长椅为何面朝围墙

编辑同志：我是鹿溪区居民，去年新修的江滨公园有三十多张长椅，除了正对着江面的几张，其余都面朝围墙。

希望有关部门来坐一坐。

鹿溪区　常青藤
{blank}10月9日

谢谢那位不留名的小伙子

编辑同志：10月3日傍晚，我骑三轮车在大桥上抛锚，一位穿蓝工装的小伙子停下摩托，帮我推过了桥。
"""
    )
    assert [a.title for a in page.articles] == ["公园里的长椅为何面朝围墙", "谢谢那位不留名的小伙子"]
    assert page.articles[0].byline == "鹿溪区　常青藤 10月9日"
    assert page.articles[1].section is None


def test_a_table_keeps_its_rows() -> None:
    """Rows of words and figures between rows that look like a price list are one table under its headline."""
    page = cut(
        """
4月主要锂电材料均价
品名 均价(万元/吨) 环比
电池级碳酸锂 11.24 +3.7%
氢氧化锂 10.08 +1.9%
三元正极(6系) 13.20 -1.1%
六氟磷酸锂 6.93 -2.4%

本报讯（记者 石磊）入伏前，全市新建的86家户外劳动者驿站开门迎客，配有空调、微波炉和充电插座。
"""
    )
    assert one(page, "4月主要锂电材料均价").spans == ((2, 6),)


def test_a_full_line_of_a_column_is_no_byline() -> None:
    """“……负责人盛琳给记者算了一” goes on in the next line, as a telephone does in whose bracket a name is broken."""
    page = cut(
        """
社区食堂端出小份菜

晚报讯（记者 葛青）红烧肉一份
八块，如今也能点四块，价钱减半。

食堂负责人盛琳给记者算了一
笔账：推出小份菜前，每天要倒
掉两桶剩菜，如今桶底都没盖
住，泔水轻了三成。
"""
    )
    assert one(page, "社区食堂端出小份菜").spans == ((3, 9),)


def test_a_feature_goes_on_after_its_narrow_lead() -> None:
    """A lead set beside its headline in short lines is not all of the story: its sections follow under heads made alike."""
    page = cut(
        """
本报讯（记者 李青）近日召开的全
省卫生工作会议提出，要推动优质医
疗资源下沉，让群众在家门口看得上
病、看得好病。

全省卫生工作会议推动资源下沉

山区卒中救治跑出加速度

山城州地处高
原，过去山里人
突发卒中，要颠
簸四五个小时才
能到医院。

绘就一张地图
划定救治半径

卒中救治，时间就是大脑。医院用半
年时间跑遍所有乡镇，绘出全州第一
张救治地图，哪段路容易绕行，图上
都标得清清楚楚。

组建一支队伍
带强基层医生

有了地图，还要有会看病的人。医院
建立包县小组，每月下乡五天，带教
查房和急救，卒中救治能力强起来。
"""
    )
    assert one(page, "山区卒中救治跑出加速度").spans == ((10, 14), (16, 22), (24, 29))


def test_a_blank_line_parts_texts_where_paragraphs_have_none() -> None:
    """Where paragraphs follow one another without a blank line, one over a text means that another story begins."""
    garden = """
墙根下的菜园

　　春天一到，老李就把墙根下的一溜空地翻开。
　　他先种下两垄菠菜，又点了一行豆角。
　　邻居们路过，都要停下来问一句。
　　“今年的豆角什么时候能吃上？”他笑着说还早。
"""
    readers = """
　　县图书馆的夜读专线上车就能借，三百册书一本没少。
　　司机老周说，最抢手的是连环画。
　　线路一共停九站，末班车夜里十点发。

夜读专线一本书都没丢
"""
    page = cut(garden + readers)
    assert one(page, "墙根下的菜园").spans == ((3, 6),)
    assert one(page, "夜读专线一本书都没丢").spans == ((8, 10),)


def test_headlines_of_like_width_are_no_column() -> None:
    """Three lines that each stand between blank lines may be headlines, however alike their widths are."""
    page = cut(
        """
◎记者 阮清

9月刚以1元价格“甩卖”两家子公司，10月27日，金榈家居又收到交易所的问询函，要求说明年末突击出售资产的原因。

公司回复称，两家子公司连年亏损，继续投入已无意义。交易所要求公司在11月3日前书面回复。

金榈家居再收交易所问询函

机器人不缺订单，缺的是交付

——对话奥迅智能董事长宗毅

◎记者 梁可言

记者：前三季度公司新签订单16.8亿元，同比增长52%，可营收只增长了9%，订单去哪儿了？

宗毅：订单都在车间里。机器人装好只是第一步，要在客户的产线上跑满三个月，才能确认收入。
"""
    )
    assert one(page, "金榈家居再收交易所问询函").spans == ((3, 5),)
    assert one(page, "机器人不缺订单，缺的是交付").spans == ((15, 17),)


INDENTED = """
教育周刊
乡村小校的另一种活法
本报记者 韦晓岚
　　早上八点，大坳小学的上课信号是一声
鸡叫。广播去年被雷打坏，校长索性让学生
轮流录音。
人少，也能上大课
　　县教研员到校听课，一堂课只有两名学
生。她出的主意是拆班，把三个年级的孩子
放在一起上课。
读者来信
我被困在宿舍时间表里
　　编辑同志：我是一所高校的大二学生。
宿舍规定晚上十点半熄灯，我做家教回来只
能摸黑洗漱。
　　我们提交了一份签名的建议，至今没有
答复。
"""


def test_a_printed_indent_opens_a_paragraph_and_nothing_else_does() -> None:
    """Where paragraphs are printed with their indent, a line without one is a headline or goes on, blank lines or not."""
    page = cut(INDENTED)
    school = one(page, "乡村小校的另一种活法")
    assert lines_of(school) == {*range(4, 11)}
    assert "\n人少，也能上大课\n" in school.body
    letter = one(page, "我被困在宿舍时间表里")
    assert lines_of(letter) == {*range(13, 18)}
    assert letter.body.count("\n") == 1
    assert {f.line for f in page.furniture if f.role is Role.SECTION} == {1, 11}


def test_where_few_lines_are_indented_the_others_open_paragraphs_too() -> None:
    """An indent here and there is no habit of the page."""
    page = cut(INDENTED.replace("　　", "", 3).replace("\n\n", "\n"))
    assert {n for a in page.articles for n in lines_of(a)} >= {*range(4, 7), *range(8, 11), *range(13, 18)}


def test_a_name_of_four_characters_over_a_headline_names_a_column() -> None:
    """“律师信箱” and “以案说法” head no text of their own, whatever words they are made of."""
    page = cut(
        """
律师信箱

租约没到期，押金能退吗

读者周先生问：租约还有两个月，房东要我搬走，押金能不能退？

律师答：房东提前收回，应当退还押金，并赔偿搬家的费用。

以案说法

邻居的空调滴水，谁来管

家住江北的吴女士把楼上邻居告上了法院。法院认为，邻居应当在十日内移机，并修好被淋坏的窗台。
"""
    )
    assert [a.title for a in page.articles] == ["租约没到期，押金能退吗", "邻居的空调滴水，谁来管"]
    assert [a.section for a in page.articles] == ["律师信箱", "以案说法"]


def test_a_columns_name_under_a_headline_that_stands_below_its_text() -> None:
    """Of three lines between two texts the first heads the one above, the second names the column of the one below."""
    page = cut(
        """
8月20日，秀江交警大队民警来到三元桥工地，请工友们坐进渣土车的驾驶室，亲身体会右转盲区有多大。

通讯员 郗文 摄影报道

坐进驾驶室看盲区

启事

认领车辆启事

秀江交警大队停车场现存放无牌摩托车46辆。请车主三个月之内持证件到大队办理手续，逾期将依法拍卖。
"""
    )
    assert [a.title for a in page.articles] == ["坐进驾驶室看盲区", "认领车辆启事"]


def test_the_papers_name_in_title_marks_opens_a_dateline() -> None:
    """“《乐龄周报》讯（记者 沈禾）” begins a story as “本报讯” does."""
    page = cut(
        """
秋凉之后膝盖为何先报警

天一凉，门诊里捂着膝盖进来的人多了三成。很多老人把膝盖疼归结为受寒，其实是大腿没有力气。

如果膝盖夜里疼醒，就不要再自己扛，应当尽快就医。

《乐龄周报》讯（记者 沈禾）十月九日，市区十二处老年助餐点同时开张，最小的只有四十六平方米。

市区新添十二处老年助餐点
"""
    )
    assert lines_of(one(page, "市区新添十二处老年助餐点")) == {7}
    assert lines_of(one(page, "秋凉之后膝盖为何先报警")) == {3, 5}


def test_who_comments_for_the_paper_signs_without_a_name() -> None:
    """“本报评论员” alone is a byline, and what stands under it another text than what stands over it."""
    page = cut(
        """
本报讯（记者 赵海宁）十月二十日，市委召开会议，研究秋冬种工作。会议还研究了其他事项。

市委研究秋冬种工作

本报评论员

秋收刚过，田里的事还没有完。一条渠修到离田十米的地方停了，误的是一季。把最后一米当作第一件事，从水流进田里那一刻往回查，获得感才会实打实。

把最后一米当作第一件事
"""
    )
    assert lines_of(one(page, "把最后一米当作第一件事")) == {7}
    assert "本报评论员" in {a.byline for a in page.articles}


def test_what_ends_in_a_dash_leads_to_the_headline() -> None:
    """“……上岗满百日——” is the kicker, and with a byline under both neither is a subhead."""
    page = cut(
        """
桐江首批陪诊师上岗满百日——

医院里的临时儿女

□本报记者 郁小满

早上六点四十，市第二医院的门刚刚打开，邵春燕已经站在取号机旁边，手里举着老人的名字。

一张证考了三回

今年七月，民政局办起了陪诊服务培训班，报名的有二百一十一人，拿到证的只有五十八人。

说清楚，不做主

陪诊师可以在医院里替老人排队、记医嘱，不可以代签手术同意书，也不可以推荐药品。邵春燕把取号机旁的老人送进诊室，自己退到门外。
"""
    )
    article = one(page, "医院里的临时儿女")
    assert article.kicker == "桐江首批陪诊师上岗满百日——"
    assert lines_of(article) == {7, 9, 11, 13, 15}


def test_a_line_torn_in_a_word_is_no_headline() -> None:
    """A full line alone between blank lines goes on in the next one where a word stands over their seam."""
    page = cut(
        """
陕西商洛设中毒救治点

商洛市地处秦岭南麓，每年五月至九
月是野生蘑菇中毒高发期。今年在七
个县选择十五所卫生院设立救治点，
并与医学院建立二十四小时会诊通道。

救治点医务人员须先到市中心医

院轮训两周，考核内容包括洗胃操作
和样本留取。按照计划，救治点将于
六月前全部投入使用。
"""
    )
    assert lines_of(one(page, "陕西商洛设中毒救治点")) == {3, 4, 5, 6, 8, 10, 11, 12}


def test_a_line_in_brackets_ends_what_stands_over_the_next_column() -> None:
    """A book's data in brackets is a whole paragraph, and the next column's name doesn't go on with it."""
    page = cut(
        """
在盐粒里看见一座城
合上书，窗外正是万家灯火。我想，每盏灯下的锅里，都有那么几粒盐，走过三百里山路，才到了我们的碗里，谁也不知道它从哪里来。
（《盐道》，霍庭舟著，巴山书社2025年6月出版，定价68元）
岁月
枣核算珠
祖父的算盘有十三档，缺一颗珠子，缺的那颗用一枚枣核补着。他在供销社做了三十一年会计，每到月底满屋子都是噼里啪啦的响声。
"""
    )
    assert lines_of(one(page, "枣核算珠")) == {6}
    assert {f.text for f in page.furniture} == {"岁月"}


def test_the_papers_name_in_capitals_is_a_running_head() -> None:
    """“YUNLU RIBAO” heads nothing."""
    page = cut("云麓日报\nYUNLU RIBAO\n\n渠水通到田头\n\n霜降前夕，管水员拧开闸门，一渠清水向南流去。")
    assert {f.text for f in page.furniture if f.role is Role.RUNNING_HEAD} == {"云麓日报", "YUNLU RIBAO"}


def test_two_columns_names_run_together_at_the_top_head_nothing() -> None:
    """“医院动态县域医共体巡礼” is the first line of a page, and no headline of a text that happens to have its words."""
    page = cut(
        """
医院动态县域医共体巡礼

江西省寻乌县：

心电图跑在救护车前头

走进寻乌县的乡镇卫生院，医生把心电图传到县医院，十分钟内就有诊断，救护车还没有出门，药已经备好。

酒泉市人民医院探视时间由家属点单

酒泉市人民医院是县域医共体的牵头医院，医院动态调整探视时间，由家属自己点单，最晚可以到晚上九点。
"""
    )
    assert "医院动态县域医共体巡礼" in {f.text for f in page.furniture if f.role is Role.SECTION}


def test_an_office_and_a_name_behind_a_bullet_sign_a_text() -> None:
    """“▲ 江西省九江学院附属医院胸外科 柯立冬” is who wrote it, and the line above it the headline."""
    page = cut(
        """
8床的抽屉

▲ 江西省九江学院附属医院胸外科 柯立冬

我当住院医的第二年，带我的老师姓顾，是科里出了名的慢郎中。别人查房一个上午看三十个病人，他看十二个。
"""
    )
    article = one(page, "8床的抽屉")
    assert article.byline == "▲ 江西省九江学院附属医院胸外科 柯立冬"


def test_turns_of_a_conversation_belong_together() -> None:
    """What the same names are printed before in turn is one interview, and its rest stands after a list of ★ items."""
    page = cut(
        """
记在本子上的八个问题

医师导报:老年综合评估听起来复杂,门诊十几分钟做得完吗?

沈砚秋:做得完,但要拆开做。护士在候诊时用8个问题初筛,有两项异常的进评估室,由康复师测步速和握力。这样下来,医生只多花

一句话新闻

★ 江北省卫生健康委明确:自8月1日起,全省二级以上医院门诊检验报告须在手机端同步推送。

4分钟,却能把跌倒、营养不良、多重用药这三件最要紧的事抓住。

医师导报:多重用药是老年科绕不开的话题。

沈砚秋:去年我们统计了门诊的1126位老人,平均每人同时吃9.4种药。药师介入以后,平均减掉2.7种。

医师导报:有人说,老年科是“什么都看、什么都不精”。

沈砚秋:我不反对“什么都看”。一位老人挂了7个专科的号,总得有人把它们摊在一张桌子上。
"""
    )
    assert one(page, "记在本子上的八个问题").spans == ((3, 5), (11, 19))


def test_an_answer_follows_the_question_that_a_reader_signed() -> None:
    """“答：” goes on where “……怎么劝？（读者小邱）” ends, though that looks like a signature at the end."""
    page = cut(
        """
家有药师

父亲嫌降压药贵，总说头不晕就不用吃。我该怎么劝他？（读者小邱）

答：高血压多半没有感觉，不晕不等于不高。长效药像小火慢炖，停一天，血压就会冒上来。

健步走活动周六开走

本报讯（记者 陶宁）九月十二日，市体育局发布消息，环湖健步走活动周六上午八点开走，全程六公里。
"""
    )
    assert [a.spans for a in page.articles] == [((3, 5),), ((9, 9),)]


def test_a_list_belongs_to_the_text_that_announces_it() -> None:
    """Under “……须知如下。” and “……把好以下三关。” each bullet is a part of that text, and no brief."""
    page = cut(
        """
城乡居民医保缴费提醒

　　我县2026年度城乡居民医疗保险集中缴费期为9月15日至
12月20日，个人缴费标准每人400元，缴费须知如下。
　　■缴费渠道：手机客户端、镇村代收点、县政务服务大厅6
至9号窗口。
　　■特困人员由财政全额资助，低保对象每人资助200元。
　　■新生儿出生90日内参保缴费，待遇从出生之日起算。

秋播小麦把好“五关”

　　今年墒情较好，但部分田块秸秆还田量大、土壤偏暄，播
种时要把好以下三关。
　　▲整地关。玉米秸秆粉碎长度不超过5厘米，旋后必须镇压，
防止来年“吊死苗”。
　　▲选种关。中高水肥地选用桐麦9号，不要盲目引种外地品种。
　　▲播期关。适播期为10月8日至20日，每亩播量10至12公斤。
"""
    )
    assert one(page, "城乡居民医保缴费提醒").spans == ((3, 8),)
    assert one(page, "秋播小麦把好“五关”").spans == ((12, 17),)


def test_a_name_of_two_characters_is_printed_as_wide_as_one_of_three() -> None:
    """“本报记者　第五妮　通讯员　姚　涛” and “黎 牧” sign; neither belongs to the headline over it."""
    page = cut(
        """
老窑洞里的新“房东”

本报记者　第五妮　通讯员　姚　涛

“姨，今晚还有炕没有？”5月2日晚上8点多，马栏村的姚秀芳刚把最后一桌客人的碗筷收进后厨，院门口又停下一辆小车。

一碗醪糟

黎 牧

每年冬至，母亲都要做一坛醪糟。糯米要隔夜泡好，蒸熟了摊在竹匾里，等它凉到不烫手背，再把酒曲一点一点拌进去。
"""
    )
    assert [a.title for a in page.articles] == ["老窑洞里的新“房东”", "一碗醪糟"]
    assert [a.byline for a in page.articles] == ["本报记者　第五妮　通讯员　姚　涛", "黎 牧"]


def test_a_square_before_a_name_signs_and_before_a_label_does_not() -> None:
    """“□老边”, “■裴疏影” and “儿科 沈南乔” wrote what stands below; “■随笔” is a section."""
    page = cut(
        """
■随笔

输球的时候，谁在看台上

□老边

第七十分钟，比分牌上写着零比三。看台东侧的老头没有走，他把围巾叠好放在膝盖上，像等一趟总会来的车。

一棵树的年轮

■裴疏影

伐木的人走后，我蹲下来数那截树桩上的圈。数到六十一，雨水多的那几年，圈与圈之间宽得能放进一根手指。

夜班里的一盏灯

儿科 沈南乔

凌晨三点，走廊尽头的灯还亮着。发热的孩子睡着了，陪夜的母亲把头靠在床栏上，手里还握着那张化验单。
"""
    )
    assert [a.title for a in page.articles] == ["输球的时候，谁在看台上", "一棵树的年轮", "夜班里的一盏灯"]
    assert [a.byline for a in page.articles] == ["□老边", "■裴疏影", "儿科 沈南乔"]
    assert page.articles[0].section == "随笔"


def test_a_dash_makes_what_stands_over_it_the_title() -> None:
    """“灯塔与渔火” over “——海岛医疗服务……侧记” names no column, however few its characters are."""
    page = cut(
        """
灯塔与渔火

——海岛医疗服务现场交流会侧记

本报记者 石敬之

五月的风从海上吹来，码头上站满了等船的人。八个省份的三十多位海岛医生第一次坐到了一起，讲的都是怎么把病人送下岛。

从前，岛上没有医生，渔民得了急病要等潮水。如今，每个岛上都有一间能做心电图的卫生室，夜里也亮着灯。
"""
    )
    assert one(page, "灯塔与渔火").subtitle == "——海岛医疗服务现场交流会侧记"


def test_narrow_lines_that_tear_words_are_no_headline_of_six_lines() -> None:
    """A lead in a column of nine characters is text from where a word is torn, though its lines are of several widths."""
    page = cut(
        """
茶山巡诊

恩施土家族苗族
自治州地处武陵山
区，不少脑卒中、骨折
患者出院后因为路
远、缺人照护，康复训
练半途而废。

2020年以来，恩
施州第二人民医院以
康复医学科为龙头，
联合8个县（市）的
72家基层机构，探索
“医院定方案、卫生院
带训练、家里有人管”
的三级康复服务，让
偏远山村的患者在家
门口也能重新站起
来。
"""
    )
    assert {n for a in page.articles for n in lines_of(a)} >= {*range(4, 9), *range(10, 21)}


def test_a_question_signed_by_its_reader_is_answered_below() -> None:
    """“问：……请专家指点。（何女士）” is no letter of its own, and “解答专家：……” signs the answer."""
    page = cut(
        """
孩子反复流鼻血，要不要做鼻腔烧灼？

问：我女儿7岁，入秋以来每隔两三天就流一次鼻血，多在夜里。社区医生建议做烧灼，请专家指点。（山西太原 何女士）

答：儿童鼻出血多数来自鼻中隔前下方的“易出血区”，与空气干燥、挖鼻有关。坚持湿润鼻腔两到四周，多数孩子会明显好转。

解答专家：山西省儿童医院耳鼻咽喉科 主任医师 贺云峰
"""
    )
    article = one(page, "孩子反复流鼻血，要不要做鼻腔烧灼？")
    assert article.spans == ((3, 5),)
    assert article.byline == "解答专家：山西省儿童医院耳鼻咽喉科 主任医师 贺云峰"


def test_a_line_right_over_a_dateline_is_a_headline_without_a_blank_line() -> None:
    """“完成路基工程八成” in a column without gaps, and “旬邑到马栏公路改建” over it, end no sentence: news follows."""
    page = cut(
        """
客人多了，花样也跟着多。早上吃荞面饸饹、
蒸馍夹油泼辣子，上午去旧址听讲解，下午
跟着村里的老汉上山认药材，晚上在院子里
点一堆火，听七十二岁的姚满仓唱信天游。
住一晚180元，娃娃不要钱，临走每人送一
双绣了“马栏”两个字的鞋垫。
今年五一假期，马栏村的11户窑洞民宿全部
住满，五天接待游客1460人次，收入19.7万
元。村里又有8户报了名，镇上正帮他们联
系贷款。姚秀芳也没闲着，她把隔壁两孔废
窑租了下来，准备改成茶室和书房。“以前
羡慕人家住楼房，现在倒是住楼房的来跟我
抢炕。”她笑着说。
旬邑到马栏公路改建
完成路基工程八成
本报讯　5月11日，记者在旬邑至马栏公路
改建工程三标段看到，挖掘机、压路机来回
穿梭，清塬镇境内的石门山隧道已掘进387
米。
"""
    )
    assert one(page, "旬邑到马栏公路改建 完成路基工程八成").spans == ((16, 19),)


DIGEST = """
期刊速览

早睡一小时者血压更稳

江陵大学研究者对一千八百名值夜班的护士随访五年，发现下夜
班后补觉不足四小时者发生高血压的风险增加三成。{}

县域胸痛单元缩短救治时间

对西南两省八十六个县的分析显示，乡镇卫生院建立救治单元
后，首次做心电图的时间由十七分钟缩短至六分钟。{}

每天少坐一小时

基于腕表数据的分析表明，久坐时间由每天十小时降至九小时，
静脉血栓的风险下降一成，与年龄和体重无关。{}
"""


def test_a_surname_or_a_source_in_brackets_ends_each_brief() -> None:
    """One character that is a surname signs as a name does, and so does where it was first said; “（下）” doesn't."""
    for signs in (
        ("（贺）", "（桑）", "（贺）"),
        ("〔欧洲心脏杂志. 9月3日〕", "〔柳叶刀. 9月7日〕", "〔循环. 9月9日〕"),
    ):
        page = cut(DIGEST.format(*signs))
        for title, signed in zip(
            ("早睡一小时者血压更稳", "县域胸痛单元缩短救治时间", "每天少坐一小时"), signs, strict=True
        ):
            assert one(page, title).body.endswith(signed)
    assert not shapes.ends_signed("这是后话。（下）")


def test_who_wrote_is_named_behind_a_colon_with_the_office() -> None:
    """“作者：” and where somebody works are no headline."""
    page = cut("""
心衰出院后九十天，药怎么加？

作者：江陵大学第二医院心血管内科 褚卫东 贺思雨

出院以后的九十天是患者最脆弱的时候，心衰患者的药该怎么加，
加多快，门诊里常有争论。我们随访了三百名心衰患者。

结果显示，每两周加一次药的人再住院更少，血压也没有更低。
""")
    article = one(page, "心衰出院后九十天，药怎么加？")
    assert article.byline == "作者：江陵大学第二医院心血管内科 褚卫东 贺思雨"
    assert [a.title for a in page.articles] == [article.title]


def test_a_few_characters_that_somebody_signs_head_an_essay() -> None:
    """“渡口” over a name heads what is told below; “人物” names a column, whoever signs."""
    text = """
{head}

苏砚秋

老渡口在村子的西头，船是木船，桨是两支旧桨。每天清早，渡口就
有人喊船，声音从雾里传来。

后来桥修好了，喊船的人少了，渡口的船也靠了岸。撑船的老人说，
他夜里还听得见渡口的水声。
"""
    assert [a.title for a in cut(text.format(head="渡口")).articles] == ["渡口"]
    assert [a.title for a in cut(text.format(head="人物")).articles] == [None]


def test_a_headline_over_the_rest_of_a_torn_sentence_is_read_by_its_wording() -> None:
    """“山西榆次医生‘驻点’进窑洞” reads as a headline, though it ends no sentence and the next line begins inside one."""
    page = cut(
        """
岭南试点检查结果互认

今年，柳城区还将把基因检测、病理切片纳入互认范围，明年覆盖全部社区卫生服务中心。

山西榆次医生“驻点”进窑洞

忙一天”变成“管一年”。按照约定，驻点医生每周在村里坐诊三天，其余两天带着村医入户。

神经内科医师齐峻去年三月到窑上村驻点，一年里给村里的高血压病人换了两次药，还教会村医看眼底照片。
"""
    )
    assert one(page, "岭南试点检查结果互认").spans == ((3, 3),)
    assert one(page, "山西榆次医生“驻点”进窑洞").spans == ((7, 9),)


def test_texts_that_have_nothing_in_common_are_two_articles() -> None:
    """Both heads could be subheads, nothing has a dateline: the ambulance's texts are kin, the match is not."""
    page = cut(
        """
救护车上的心电图

急救站的老周开车开了二十年，他说，过去到了医院才知道是不是心梗，如今车一停，图已经在医生手机上了。

一张图三分钟

老周记得，去年冬天有个病人在车上就溶了栓，后来提着一篮橘子来站里道谢，医生和护士都认得他。

客场逼平对手

下半场第七十分钟，海港队前锋接角球头球破门，比分变成二比二，主队换上两名边锋，仍没能再进球。

主教练赛后说，客场拿一分可以接受，下一场主场对阵升班马，球队的目标是三分。
"""
    )
    assert one(page, "救护车上的心电图").spans == ((3, 3), (5, 7))
    assert one(page, "客场逼平对手").spans == ((11, 13),)


def test_a_mine_over_its_news_is_no_name() -> None:
    """“石湾矿” begins with a surname and “南坪矿” is as short as a label: both are the first lines of headlines."""
    page = cut(
        """
南坪矿
废水“零外排”

南坪矿投资3100万元建成矿井水深度处理站，日处理能力9600立方米，矿井水实现了零外排。

石湾矿
千名职工测听力

石湾矿请来疾控中心的医生，一周里为井下的一千名职工测了听力，听力下降的调离高噪声岗位。
"""
    )
    assert one(page, "南坪矿废水“零外排”").spans == ((4, 4),)
    assert one(page, "石湾矿千名职工测听力").spans == ((9, 9),)


def test_whoever_stands_over_the_date_of_a_letter_signs_it() -> None:
    """“妻 秀宁” over “6月11日” ends a letter: neither heads it."""
    page = cut(
        """
写给下夜班的你

馒头在锅里，豆浆热两分钟。不求你多挣，只求你每次走到井口，先摸一摸自救器，再想一想这张纸。

妻 秀宁
6月11日

矿区食堂添了夜宵

本报讯 6月起，矿区食堂夜里开到两点，下夜班的工人能吃上热汤面，一碗六元，加面不要钱。
"""
    )
    assert one(page, "写给下夜班的你").byline == "妻 秀宁 6月11日"
    assert one(page, "矿区食堂添了夜宵").spans == ((10, 10),)


def test_what_frames_letters_and_answers_heads_nothing() -> None:
    """“尊敬的……：” begins a letter, “解答律师：……” signs an answer, “★ 一句话法讯” names the column below."""
    page = cut(
        """
尊敬的汽车站领导:

我是省城大学的一名学生，把书包忘在了大巴上，司机师傅第二天一早就把书包捎回了省城。

一封寄给客车司机的感谢信

★ 一句话法讯

● 龙溪县法院上线“微诉状”，当事人扫码口述即可生成诉状。

● 清江中院发布涉农典型案例十件，土地承包纠纷占四件。

读者来电:押金能不能抵租金，房东说合同里没写，不同意，我该怎么办？

律师解答:不建议这样做。押金用于担保租客履行合同，没有房东同意，不能抵扣租金。

押金不退,能拿房租抵吗?

解答律师:江岸律师事务所 公孙朴
"""
    )
    letter = one(page, "一封寄给客车司机的感谢信")
    assert lines_of(letter) == {1, 3}
    assert one(page, "押金不退,能拿房租抵吗?").byline == "解答律师:江岸律师事务所 公孙朴"
    assert "★ 一句话法讯" in {f.text for f in page.furniture if f.role is Role.SECTION}


def test_a_headline_is_broken_after_a_pause() -> None:
    """“药吃了一年多，” over “血压怎么还高？” reads like text, but the two stand alone and come to no full stop."""
    page = cut(
        """
村医换上平板电脑

本报讯（记者 李青）入冬以后，村卫
生室的血压计一天要量四十多人，村医
把登记本换成了平板电脑，数据当晚就
传到县里，县医院第二天一早能看见。

药吃了一年多，
血压怎么还高？

血压高不高，先看量得对不对。
袖带绑松了、说着话量、刚爬完楼就
量，数字都会往上跑。在家里量要坐
够五分钟，连量两次取平均。

药要按时吃，不能等头晕了才想
起来。吃了半年还降不下来的，要查
一查有没有别的病。
"""
    )
    assert lines_of(one(page, "村医换上平板电脑")) == {3, 4, 5, 6}
    assert lines_of(one(page, "药吃了一年多，血压怎么还高？")) == {11, 12, 13, 14, 16, 17, 18}


def test_two_headlines_of_three_lines_each_are_no_poem() -> None:
    """The first stands under its text, the second over it: six short lines, but they read as headlines."""
    page = cut(
        """
本报讯（通讯员 方小川）82岁的老邱因脑梗死住进安溪市立医院，两个儿子都在外地。护理员在护士指导下喂饭、翻身、
陪检，按自理能力分三档收费，每天45元至160元。目前，免陪照护病区已增至9个，累计服务患者四千余人次。

“免陪照护”病区增至9个
安溪市立医院
住院不再愁陪护

药师上门理药箱
苏木市人民医院
查出过期药1100余盒

本报讯（特约记者 马红梅）打开抽屉，治感冒的、止咳的、降压的混在一起，最早的一盒2017年就过期了。苏木市人民医院
药师花了四十多分钟才把药箱理清。到目前为止，服务队走访214户，清出过期药品1100余盒，统一按医疗废物处置。
"""
    )
    first, second = page.articles
    assert (lines_of(first), lines_of(second)) == ({1, 2}, {12, 13})
    assert "住院不再愁陪护" in (first.title or "")
    assert "查出过期药1100余盒" in (second.title or "")


def test_a_short_question_is_a_turn_of_a_conversation() -> None:
    """“晚报:后悔过吗?” between two answers is no subhead and no headline."""
    page = cut(
        """
山里的老药师

方柏年今年七十岁，在梅岭卫生院管了四十年药柜，退休以后又被请了回来，每周站三天柜台。

晚报:您认得多少味药?

方柏年:六百来味。小时候跟着父亲上山，先认叶子再认根，认错一味就得多背一捆柴。

晚报:后悔过吗?

方柏年:后悔过一回。那年县里招人，我没有去，后来想想，去了也还是管药柜，一样的。
"""
    )
    assert len(page.articles) == 1
    assert lines_of(one(page, "山里的老药师")) == {3, 5, 7, 9, 11}


_NEWS = {
    "青河镇": "路灯也装上了，夜里看病的人走得放心。",
    "白石镇": "村医说，过去雨天要推着摩托车走两里泥地。",
    "沙渡镇": "施工队赶在汛期前铺完最后一段，工钱由镇里垫付。",
    "云台镇": "卫生院顺手把门诊的台阶改成了坡道。",
    "石门镇": "修路的石料取自后山，省下八万多元。",
    "柳店镇": "路口立了牌子，写着急诊电话。",
    "南坪镇": "赶集的日子，路边不许再摆摊。",
    "东岗镇": "两户人家让出菜地，镇里补了青苗费。",
    "梅岭镇": "通车那天，放学的孩子在上面跑了一下午。",
    "枫坪镇": "养护由卫生院的两名保安兼着。",
    "平桥镇": "桥头的限高架也拆了，大巴能开到门口。",
    "乌泥镇": "下一步要把水沟盖上石板。",
    "金沙镇": "县里派人来量过，宽四米五。",
    "竹溪镇": "老院长退休前盼的就是这条路。",
    "栗园镇": "孕妇产检不用再从田埂上绕。",
}
_ALIKE = {town: f"{town}的路灯也装上了，夜里看病的人走得放心。" for town in _NEWS}


@pytest.mark.parametrize(
    "news",
    [
        pytest.param(_NEWS, id="fifteen stories"),
        pytest.param(_ALIKE, id="one story fifteen times"),
    ],
)
def test_a_sentence_goes_on_at_the_other_end_of_the_page(news: dict[str, str]) -> None:
    """“……孩子第” and, under the headline below thirty briefs, “二天退了热……”: a word torn in two, and nobody else wants it."""
    briefs = [
        line
        for town, more in news.items()
        for line in (
            f"{town}修好了卫生院的门前路",
            "",
            f"本报讯（记者 李青）近日，{town}卫生院门前的水泥路修好通车，救护车从县城过来不必再绕行。",
            "",
            more,
            "",
        )
    ]
    page = cut(
        "\n".join(
            [
                "9月的草原，早晚已经要穿羽绒服。乡卫生院院长推开药房的窗户，数了数架子上的氧气袋，够用到周末。",
                "",
                "去年腊月，牧民家的孩子连着两天发热，喘得厉害。他照着屏幕里教授说的，一针一针往里进，孩子第",
                "",
                *briefs,
                "会诊机边上的乡卫生院院长",
                "",
                "二天退了热，被裹着皮袍抱回了牧场。今年春天，卫生院又来了两个大学生，院长教他们用那台会诊机。",
            ]
        )
    )
    assert lines_of(one(page, "会诊机边上的乡卫生院院长")) == {1, 3, len(briefs) + 7}
    assert len(page.articles) == len(news) + 1


def test_what_a_web_site_prints_around_a_page() -> None:
    """Its buttons and its list of the headlines are furniture; the page is what stands below."""
    page = cut(
        """
2025年09月03日 星期三
第03版：健康
上一版 下一版
标题导航
乡医夜校开课
义诊进山
放大+ 缩小- 默认o

乡医夜校开课

本报记者 李青

《 青河日报 》（ 2025年09月03日 第 03 版）

　　9月3日晚，青河镇的乡医夜校开了第一课，三十六名村医从各村赶来，听县医院的老师讲怎样看心电图。
　　夜校每周二开课，讲什么由村医自己点。镇卫生院院长说，白天大家要坐诊，只有晚上凑得齐。

责任编辑：周明

义诊进山

《 青河日报 》（ 2025年09月03日 第 03 版）

　　本报讯（通讯员 王平）县医院的义诊队上周末走进云台山，给两百多位老人量了血压，送去了过冬的药品。

版权所有 青河日报社 未经许可不得转载
"""
    )
    assert [(a.title, a.byline, a.publication, a.spans) for a in page.articles] == [
        ("乡医夜校开课", "本报记者 李青", "青河日报", ((15, 16),)),
        ("义诊进山", None, "青河日报", ((24, 24),)),
    ]


def test_what_a_web_site_prints_around_an_article() -> None:
    """Where one pastes articles from a web site, paths, buttons, links to others and its imprint are furniture."""
    page = cut(
        """
首页 > 新闻中心 > 民生 > 正文
登录 | 注册 | 设为首页 | 加入收藏

乡医夜校开课 村医自己点课
来源：青河日报 2025-09-03 08:31 作者：李青 阅读：352次
字号：大 中 小

9月3日晚，青河镇的乡医夜校开了第一课，三十六名村医从各村赶来，听县医院的老师讲怎样看心电图。

夜校每周二开课，讲什么由村医自己点。镇卫生院院长说，白天大家要坐诊，只有晚上凑得齐。

（责任编辑：周明）
分享到：微信 微博 QQ空间
上一篇：青河镇今冬供暖十五日开始
下一篇：云台山民宿协会成立

相关新闻
· 乡医夜校两年记
· 心电图从县里传到村里

网友评论（共3条）
登录后发表评论

您的位置：首页 > 新闻中心 > 健康 > 正文

义诊队走进云台山
来源：青河日报 2025-09-04 07:50 作者：王平
字号：大 中 小

县医院的义诊队上周末走进云台山，给两百多位老人量了血压，送去了过冬的药品。

热门排行
1 乡医夜校开课 村医自己点课
2 义诊队走进云台山
关于我们 | 联系我们 | 广告服务 | 网站地图
版权所有 青河日报社 未经授权禁止转载
"""
    )
    assert [(a.title, a.spans) for a in page.articles] == [
        ("乡医夜校开课 村医自己点课", ((8, 10),)),
        ("义诊队走进云台山", ((30, 30),)),
    ]


def test_a_headline_in_brackets_before_its_text() -> None:
    """Briefs under a label, each with its headline in 【】 as others have a bullet, are one each."""
    page = cut(
        """
要闻速览

【乡医夜校开课】9月3日晚，青河镇的乡医夜校开了第一课，三十六名村医从各村赶来，听县医院的老师讲怎样看心电图。

【义诊队走进云台山】县医院的义诊队上周末走进云台山，给两百多位老人量了血压，送去了过冬的药品。

【卫生院门前路灯亮了】近日，青河镇卫生院门前的路灯亮了，夜里看病的人走得放心。

秋冬怎样防感冒

秋冬天气变化大，早晚要添衣服，出汗后不要马上脱衣。
"""
    )
    assert [(a.title, a.section, a.spans) for a in page.articles] == [
        (None, "要闻速览", ((3, 3),)),
        (None, "要闻速览", ((5, 5),)),
        (None, "要闻速览", ((7, 7),)),
        ("秋冬怎样防感冒", None, ((11, 11),)),
    ]


def test_a_label_in_brackets_before_its_text() -> None:
    """“【温馨提示】……” is a paragraph of the article that it stands in."""
    page = cut(
        """
秋冬怎样防感冒

秋冬天气变化大，早晚要添衣服，出汗后不要马上脱衣。屋里每天要开窗两次，每次半小时。

【典型案例】六十岁的张大爷晨练后脱了外套，第二天就发起热来，咳嗽了半个月才好。

【温馨提示】感冒三天不见好，或者发热超过三十八度五，要及时去医院，不要自己乱用药。
"""
    )
    assert [(a.title, a.spans) for a in page.articles] == [("秋冬怎样防感冒", ((3, 7),))]


@pytest.mark.parametrize("rule", ["", "--------", "==========", "————————", "****", "* * * * *", "◇　◇　◇"])
def test_a_rule_parts_as_a_blank_line_does(rule: str) -> None:
    """What is drawn between two articles, or under a headline, is furniture and tells what a blank line tells."""
    page = cut(
        f"""
乡医夜校开课
{rule}
本报讯（记者 李青）9月3日晚，青河镇的乡医夜校开了第一课，三十六名村医从各村赶来，听县医院的老师讲怎样看心电图。
{rule}
秋冬怎样防感冒
{rule}
秋冬天气变化大，早晚要添衣服，出汗后不要马上脱衣。屋里每天要开窗两次，每次半小时。
"""
    )
    assert [(a.title, a.spans) for a in page.articles] == [
        ("乡医夜校开课", ((3, 3),)),
        ("秋冬怎样防感冒", ((7, 7),)),
    ]
    assert {f.line for f in page.furniture} == ({2, 4, 6} if rule else set())


def test_a_headline_set_upright() -> None:
    """A character a line, as text is taken out of a headline that runs from top to bottom; a label may be set so too."""
    upright = {name: "\n".join(name) for name in ("义诊进山", "云台山里的老院长和他的那匹马", "健康话题")}
    page = cut(
        f"""
{upright["义诊进山"]}

本报讯（通讯员 王平）县医院的义诊队上周末走进云台山，给两百多位老人量了血压，送去了过冬的药品。

{upright["云台山里的老院长和他的那匹马"]}

天还没亮，老院长就把药箱捆上了马背。从青河到云台要翻两道山梁，车开不进去，他走了三十年，马换了四匹。

{upright["健康话题"]}

多吃粗粮有讲究

粗粮虽好，也不能多吃。老年人肠胃弱，每天一两就够，最好熬成粥。
"""
    )
    assert [(a.title, a.section) for a in page.articles] == [
        ("义诊进山", None),
        ("云台山里的老院长和他的那匹马", None),
        ("多吃粗粮有讲究", "健康话题"),
    ]


def test_three_characters_may_be_half_a_headline() -> None:
    """“背着药” over “翻过山梁” is a headline broken in two; “诗页” over a headline is a label."""
    page = cut(
        """
背着药
翻过山梁

本报讯（记者 李青）近日，枫坪乡卫生院的三名村医背着药箱翻过两道山梁，走了两天，给散居的老人送去了药。

诗页
秋夜在渡口等船

末班船开走以后，渡口的灯还亮着，摆渡人蹲在石阶上补一张网，风从江心吹过来，带着一点柴油的味道。
"""
    )
    assert one(page, "背着药翻过山梁").spans == ((4, 4),)
    poem = one(page, "秋夜在渡口等船")
    assert (poem.spans, poem.section) == (((9, 9),), "诗页")


def test_who_wrote_stands_after_a_stroke() -> None:
    """“文/” opens a byline whatever office and name follow."""
    page = cut(
        """
手记

毡房里的灯

文/新疆维吾尔自治区昭苏县牧区 古丽巴哈尔

转场的那几天，卫生院的马背药箱跟着羊群走。夜里停在河边，毡房里的灯一直亮着，谁家的孩子发烧了，就往那盏灯走。
"""
    )
    assert one(page, "毡房里的灯").byline == "文/新疆维吾尔自治区昭苏县牧区 古丽巴哈尔"


def test_an_address_to_write_to_heads_nothing() -> None:
    """“稿件请发：……@……” under a call for papers is furniture, whatever the words before it."""
    page = cut(
        """
约稿

本版向基层医生征集夜班里的故事，八百字以内，写一个人、一件事就好，不必写成总结，也不必写出道理。

稿件请发：yeban@linyi-yuanbao.example

食堂的灯留到两点

本报讯（记者 李青）从本月起，临沂医院的食堂夜里开到两点，下夜班的医生和陪护的家属都能吃上一碗热汤面。
"""
    )
    assert one(page, "食堂的灯留到两点").spans == ((9, 9),)
    assert 5 in {f.line for f in page.furniture}


def test_a_line_with_a_dash_belongs_to_the_head_over_it() -> None:
    """“——读《……》” is a subtitle, a blank line over it or not: the text above can't take the title and leave it that."""
    page = cut(
        """
书架

本报讯（记者 李青）近日，枫坪县图书馆在各乡设了流动书架，村民凭身份证就能把书借回家去读。

把河水记成了日子

——读《渡口手记》

邱小满

《渡口手记》是一本很薄的书。作者在渡口上撑了二十年船，把每天过河的人、牲口和货都记在本子上，一行一行，像账本。
"""
    )
    assert one(page, None).spans == ((3, 3),)
    review = one(page, "把河水记成了日子")
    assert (review.part(Role.SUBTITLE), review.spans) == ("——读《渡口手记》", ((11, 11),))


def test_the_caption_of_a_figure_heads_nothing() -> None:
    """“图1 ……” under the headline of a case is furniture; “图1 所示……” is running text."""
    page = cut(
        """
反复胸闷两年 病根在颈部

图1 右侧颈动脉窦按压时的心电监测

患者男性,六十一岁,两年来反复胸闷,多次检查未见异常。入院后查体,右颈部有一处压痛。

图1 所示的停搏出现在按压后第三秒,患者随即诉说胸闷,与平日发作时一样。
"""
    )
    case = one(page, "反复胸闷两年 病根在颈部")
    assert lines_of(case) == {5, 7}
    assert [(f.line, f.role) for f in page.furniture] == [(3, Role.OTHER)]


def test_a_short_line_over_a_wide_one_may_be_half_a_headline() -> None:
    """By its wording “渡口启动” names no column, as “身边好人” does, however much wider the line below."""
    page = cut(
        """
渡口启动
村医巡诊“一船通”，药箱跟着船走

本报讯（记者 李青）近日，渡口镇启动村医巡诊船，三名村医带着药箱沿江走了十一个村，给老人量血压、送药。

身边好人
修鞋摊上的“图书角”，一开就是十年

本报讯（记者 王红）老陈在巷口修鞋，摊子边上摆着一只旧书架，放学的孩子坐在小马扎上看书，看到天黑也没有人赶他们走。
"""
    )
    assert one(page, "渡口启动村医巡诊“一船通”，药箱跟着船走").spans == ((4, 4),)
    assert one(page, "修鞋摊上的“图书角”，一开就是十年").section == "身边好人"


def test_the_headline_stands_over_the_first_subhead() -> None:
    """The lower of two heads over a text may be its first subhead: then the upper one says whose text it is."""
    page = cut(
        """
甘肃：村医每周上船巡诊

本报讯（记者 李青）近日，甘肃省卫生健康委印发通知，要求沿江各乡镇卫生院每周派村医上船巡诊，为船工量血压、送药。

通知明确，巡诊所需药品由县级医院统一配送，费用由县财政承担。

云南省临江县第二人民医院： 灯下的书架 照见病房的温度

一只纸箱 开了头

书架最早是一只纸箱。三年前，肾内科的护士把家里看过的小说装了一箱，放在透析室门口，谁想看谁拿。没过多久，有人还回来的时候，里面又多了两本。

后来，护士长向院里申请了一只旧柜子，上了漆，钉了隔板。透析要坐四个小时，患者说，有书看，时间就短了。

一本登记簿 不写病名

借书的人在簿子上写下书名和床号，不写病名。有位老人每次只借一本，借了又还，还了又借，护士问他，他说，就想听人念上一段。

湖北：血站延长周末接待时间

本报讯（记者 王红）从本月起，湖北省各地血站周末接待时间延长到晚上八点，方便上班族献血。
"""
    )
    story = one(page, "云南省临江县第二人民医院：灯下的书架照见病房的温度")
    assert lines_of(story) == {9, 11, 13, 15, 17}


def test_a_poem_keeps_its_lines() -> None:
    """Short lines that come to no stop, stanza after stanza, are no headlines however they read, and each stays a line."""
    page = cut(
        """
村医换上平板电脑

本报讯（记者 李青）入冬以后，村卫生室的血压计一天要量四十多人，村医把登记本换成了平板电脑，数据当晚就传到县里。

诗笺

渡船

谢小川

一艘船停在第三个村口
药箱比行李先上岸
两位老人，一把旧伞

码头的灯调到最亮的一格
船夫把缆绳系成活扣
他说，医生来了

我替她量完最后一次血压
江面的雾还没有散尽
对岸，有一盏灯正亮起来
"""
    )
    poem = one(page, "渡船")
    assert lines_of(poem) == {11, 12, 13, 15, 16, 17, 19, 20, 21}
    assert poem.body.split("\n")[:3] == ["一艘船停在第三个村口", "药箱比行李先上岸", "两位老人，一把旧伞"]
    assert "药箱比行李先上岸 | text: a line by itself, of a poem, a list or a table" in explain_page(page)


def test_a_temperature_in_a_headline_makes_no_table_of_it() -> None:
    """“后天最低4℃” is the end of a headline; what the weather will be like stands under it."""
    page = cut(
        """
冷空气今夜到 后天最低4℃

晚报讯（记者 李青）市气象台昨天傍晚发布消息，受北方冷空气影响，今夜起气温明显下降，后天早晨郊区最低气温只有4℃，请市民注意添衣。

老桥修好了

晚报讯（记者 王红）昨天上午，封闭了半年的老桥重新通车，第一辆驶过桥面的是早班公交，车上坐着赶早市的菜农。
"""
    )
    assert one(page, "冷空气今夜到 后天最低4℃").spans == ((3, 3),)


@pytest.mark.parametrize(
    ("torn", "rest"),
    [
        ("医疗队在岛上成立了流动门", "诊，逢五逢十开诊，船上的药品按月补齐。"),
        ("骆长江认为,眼下的难处在", "于人手:全市十一座岛,只有九名村医,其中六人过了六十岁。"),
    ],
)
def test_a_short_first_line_over_a_blank_one_is_no_subhead(torn: str, rest: str) -> None:
    """Two paragraphs further a line without a stop would be one; this one reads on over the blank line."""
    page = cut(
        f"""
海岛医生上船问诊

本报讯（记者 李青）近日，海州市组织医生上船问诊，半个月里走了十一座岛，给四百多名渔民量了血压。

{torn}

{rest}

“以前看一次病要等三天的船。”渔民老周说，现在医生自己来了。
"""
    )
    assert torn + rest in one(page, "海岛医生上船问诊").body


@pytest.mark.parametrize("numbers", ["①②③", ("(1)", "(2)", "(3)"), ("（十）", "（十一）", "（十二）")])
def test_subheads_that_are_numbered_stay_in_their_story(numbers: Sequence[str]) -> None:
    """“①水温别过高” over a paragraph is no headline, nor is “（十一）…”."""
    page = cut(
        """
冬天泡脚有讲究

许多人冬天爱泡脚，泡得浑身是汗才觉得舒服。医生提醒，泡脚也有几条规矩，
做错了反而伤身。

{}水温别过高

水温四十摄氏度左右就够了，糖尿病患者脚部感觉迟钝，更容易烫伤，
要先用手试过再下脚。

{}时间别过长

每次十五分钟到二十分钟，微微发热即可。老人泡得太久容易头晕，
起身时要扶稳。

{}饭后别马上泡

饭后血液流向胃肠，此时泡脚会影响消化，最好隔一个小时再泡。
""".format(*numbers)
    )
    assert [a.title for a in page.articles] == ["冬天泡脚有讲究"]


DIGEST_OF_MARKED = """
◎社会观察

◆没有座位的候车室
一座山区小站，候车室里没有座椅，只有十二个石
墩。站长说，石墩是当年修路工人留下的，修站的时候
要搬走石墩，老人们不让，说坐着踏实。

◆会道歉的红绿灯
某市把路口的倒计时改成了“还要等二十秒，抱歉”，
闯红灯的人少了三成。

◎科学新知

◆慢邮局
山上有个慢邮局，信件要走三十天。寄信的人写下
的都是三十天后才敢说的话。

◆古树的“心跳”
借助高精度测量，科学家发现一些古树的树干在夜
间会有微弱的胀缩，周期约为三到六小时。

◎生活

◆一只碗的用法
朋友家有只缺口的碗，不肯扔，专门用来盛剩饭。
他说，缺口朝外放，提醒自己别吃太满。
"""


def test_lines_marked_alike_are_alike() -> None:
    """Of five heads behind ◆ none names a section, however short, and none is text; the three behind ◎ all name one."""
    page = cut(DIGEST_OF_MARKED)
    assert [a.title for a in page.articles] == [
        "◆没有座位的候车室",
        "◆会道歉的红绿灯",
        "◆慢邮局",
        "◆古树的“心跳”",
        "◆一只碗的用法",
    ]
    assert [a.section for a in page.articles if a.section] == ["社会观察", "科学新知", "生活"]


def test_a_cut_that_could_as_well_be_another_is_doubted() -> None:
    """A paragraph torn off and printed under another text finds its own, and both articles are doubted; two plain briefs are sure."""
    page = """
松塔县送药上门覆盖全部行政村

本报讯（记者 李青）11月7日，松塔县“送药上门”服务覆盖全部一百七十四个行政村，村医入户随访时把降压药一并送达。

春江市医院食堂推出低盐窗口

本报讯（通讯员 管乐）春江市十六家医院食堂近日全部开设“低盐窗口”，每份菜品标注含盐量，营养师每月抽检一次。
"""
    torn = "\n截至目前，送药上门服务已惠及五千二百一十人。\n"
    assert all(a.confidence > 0.9 for a in cut(page).articles)
    found = cut(page + torn).articles
    assert [a.spans for a in found] == [((3, 3), (9, 9)), ((7, 7),)]
    assert all(a.confidence < 0.8 for a in found)


@pytest.mark.parametrize("space", ["\u3000", "  "])
def test_the_rows_of_a_table_stay_rows(space: str) -> None:
    """Whatever stands between its columns, and though its lines are about as wide as each other, as wrapped text is."""
    table = """
本周菜价（单位：元）
品名 城东 城西 城南
黄瓜 3.2 3.5 3.0
茄子 4.1 4.4 4.6
青椒 5.0 5.3 4.9
豆角 6.2 6.8 6.0
"""
    (article,) = cut(table.replace(" ", space)).articles
    assert f"黄瓜{space}3.2{space}3.5{space}3.0\n茄子" in article.body


@pytest.mark.parametrize("line", ["□ 章荔", "◇ 陆 鸣", "★ 晚报记者　池映秋　见习记者　覃朗"])
def test_a_name_behind_an_authors_bullet_is_a_byline(line: str) -> None:
    """However short it is; “□ 民生” names a section all the same."""
    assert shapes.byline_shape(line, 2 * len(line))
    assert shapes.furniture_role("□ 民生", 8) is Role.SECTION


@pytest.mark.parametrize("name", ["斐　然", "何　必", "卓 然", "赤　水"])
def test_a_pen_name_set_wide_under_a_headline(name: str) -> None:
    """Two characters set apart sign what stands under a headline, a common word or not; a brief's label doesn't."""
    page = cut(
        f"""
掌声之后　请把保证金亮出来
{name}

比赛散场，看台上的人还在鼓掌，组委会的账上却少了一笔钱。去年报名的六十支队伍，到今天只有四十支拿回了保证金。

赛前说好赛后退还，白纸黑字，盖着章。如今问起来，一个说归财务管，一个说要等领导签字。
"""
    )
    [article] = page.articles
    assert (article.title, article.byline) == ("掌声之后　请把保证金亮出来", name)


def test_two_characters_set_wide_over_a_name() -> None:
    """Where a name stands under them, that one signs: they are of the headline."""
    page = cut(
        """
船慢慢划回去

听　蛙
梁木生

雨停了，田里的蛙声就起来了，先是一只，后来是一片，像有人在暗处数着谁家的谷子，数到一半又忘了，从头数起。

祖父坐在门槛上，烟头一明一灭，说今年的水好，蛙多，虫子就少。
"""
    )
    assert [a.byline for a in page.articles] == ["梁木生"]


BRIEFS_WITH_HEADLINES = """
　　门诊大楼的电梯修了三天，三楼以上的病人都改
走连廊，导诊台因此多添了两把轮椅。

◆ 院内短讯
食堂周三添素菜窗口
　　十月起每周三，职工食堂二楼开素菜窗口，备有
八个品种，刷工号牌打九折。
三项专利获得授权
　　骨科、检验科和设备科申报的三项实用新型专利
近日获得授权，其中一项已在病房试用。
图书室延长开放时间
　　应进修医生要求，图书室平日开放到晚上十点，
周末照常。
"""


def test_briefs_need_no_blank_lines_between() -> None:
    """Short texts on several things, each under a line of its own, are no story with subheads."""
    titles = [a.title for a in cut(BRIEFS_WITH_HEADLINES).articles if a.title]
    assert titles == ["食堂周三添素菜窗口", "三项专利获得授权", "图书室延长开放时间"]


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize(
    "written",
    [
        "二〇一三年十月于江城",
        "2013年10月",
        "2013年10月5日",
        "写于一九九八年冬夜",
        "甲辰年冬月 于听竹轩",
        "（2013.10.5）",
    ],
)
def test_when_a_text_was_written_is_signed_under_it(written: str, blank: str) -> None:
    """No running head, no kicker of what comes next."""
    page = cut(
        f"""
竹林里的小学

那年夏天，我在江边的一所小学里教书。学校只有三间屋子，屋后是一片竹林，风一吹，沙沙地响。

后来学校并到了镇上，竹林也砍了。去年我路过那里，看见屋子还在，门上挂着一把锈了的锁。
{blank}{written}

沿江路下月开工改造

本报讯（记者 陈平）市交通局昨天宣布，沿江路改造工程将于下月开工，工期预计十个月。
"""
    )
    assert [a.title for a in page.articles] == ["竹林里的小学", "沿江路下月开工改造"]
    assert page.articles[0].byline == written
    assert page.articles[1].kicker is None
    assert not page.furniture


def test_the_date_of_the_page_signs_nothing() -> None:
    """It stands at the top, and over the paper's name between two pages, right under a text."""
    page = cut(
        """
2025年3月4日

竹林里的小学

那年夏天，我在江边的一所小学里教书。学校只有三间屋子，屋后是一片竹林，风一吹，沙沙地响。
2025年3月4日
云岭日报 第3版

沿江路下月开工改造

本报讯（记者 陈平）市交通局昨天宣布，沿江路改造工程将于下月开工，工期预计十个月。
"""
    )
    assert [a.byline for a in page.articles] == [None, None]
    assert {f.line for f in page.furniture} == {1, 6, 7}


def test_who_stands_between_a_notice_and_its_date_signs_it() -> None:
    """Whatever the office is called; no headline stands there."""
    page = cut(
        """
债权申报公告
　　市中级人民法院裁定受理锦程灯饰有限公司破产清算一案，债权人应于6月30日前申报债权。
岚州锦程灯饰有限公司管理人
2025年4月23日
"""
    )
    article = one(page, "债权申报公告")
    assert article.byline == "岚州锦程灯饰有限公司管理人 2025年4月23日"


def test_the_names_of_a_tables_columns_are_its_first_row() -> None:
    """They have no figures, but as many fields as the rows under them; what stands over them is the headline."""
    page = cut(
        """
● 市场行情
全省主要农产品批发价（5月18日—5月24日）
品名　　本周均价　上周均价　涨跌
洋葱　　0.86　　0.91　　-5.5%
黄瓜　　1.74　　1.52　　+14.5%
番茄　　2.20　　2.35　　-6.4%
大蒜　　3.05　　3.05　　持平
鸡蛋　　3.92　　3.80　　+3.2%
"""
    )
    assert one(page, "全省主要农产品批发价（5月18日—5月24日）").spans == ((3, 8),)


@pytest.mark.parametrize("signed", ["慈津寺　谨启", "孝女　曾美华　合十", "受害鱼贩 启"])
def test_whoever_signs_off_heads_nothing(signed: str) -> None:
    """“谨启” and its like stand behind a name under a notice; “公　告” over one is its headline."""
    page = cut(
        f"""
公　告

十二月份的功德芳名已经张贴在前殿，各位善信如有遗漏，请在月底以前到客堂登记，以便补上。
{signed}

渡轮明日起加开夜班

本报讯（记者 苏敏）为方便夜归的居民，渡轮公司宣布从明日起加开两班夜船，最后一班十一点半开出。
"""
    )
    assert [a.title for a in page.articles] == ["公　告", "渡轮明日起加开夜班"]
    assert page.articles[0].byline == signed


def test_a_unit_in_brackets_is_no_price() -> None:
    """“本周菜价（元/斤）” heads the prices."""
    page = cut(
        """
本周菜价（元/斤）
品名　　昨日　　今日
白菜　　1.80　　1.76
黄瓜　　4.20　　3.60
蒜薹　　9.50　　8.20
鸡蛋　　8.60　　8.60
"""
    )
    assert one(page, "本周菜价（元/斤）").spans == ((2, 6),)


def test_headlines_printed_all_together_are_no_list() -> None:
    """Six of them in a run, as some dumps collect them, each head their own text below."""
    stories = {
        "海门渔港添了两座冷库": "海门渔港新建的两座冷库昨天投用，可存鱼货三千吨，渔民的船靠岸后不必再等车。",
        "老茶厂变成了博物馆": "停产十二年的老茶厂改成的博物馆昨天开门，揉捻机擦得锃亮，还能在里面喝一杯新茶。",
        "县医院夜间门诊开到十点": "县医院从本月起把夜间门诊延长到晚上十点，内科、儿科、骨科都有医生坐诊。",
        "山路装上了会亮的护栏": "通往石坪村的盘山公路换上了夜里会发光的护栏，二十六道急弯，远远就能看清。",
        "青年宫办起剪纸班": "青年宫的剪纸班昨晚开课，四十个名额两天报满，最大的学员今年七十一岁。",
        "水文站守了半世纪的老人退休了": "在水文站看了五十一年水位的崔长河昨天退休，他交出的记录本摞起来有两米高。",
    }
    texts = "\n\n".join(f"本报讯 {text}" for text in stories.values())
    page = cut("\n".join(stories) + "\n\n" + texts)
    assert {a.title for a in page.articles} == set(stories)
    for title, text in stories.items():
        assert text in one(page, title).text


def test_a_square_before_what_names_nobody_signs_nothing() -> None:
    """Some papers print it before headlines."""
    page = cut(
        """
□二十七支火把

花桥村的老人走失，村里二十七个人打着火把找了一夜，天亮时在砖窑边上找到了他，火把还没有灭。

□罗红梅
"""
    )
    article = one(page, "□二十七支火把")
    assert article.byline == "□罗红梅"


def test_a_label_that_reads_as_none_right_over_text_is_a_subhead() -> None:
    """“【案情】” parts a story and names no section of the page."""
    page = cut(
        """
借车给朋友出了事，车主要不要赔

【案情】

去年冬天，老周把车借给了朋友小顾。小顾在回家的路上撞倒了一位老人，老人的家属把两个人都告到了法院。

【评析】

车主把车借给有驾照、没有喝酒的人，没有过错，不用赔。老周不知道小顾那天喝了酒，法院判小顾一个人赔。
"""
    )
    article = one(page, "借车给朋友出了事，车主要不要赔")
    assert article.section is None
    assert {5, 9} <= lines_of(article)


def test_the_headline_over_a_late_lead_heads_the_story_and_the_first_subhead_does_not() -> None:
    """The page begins with the story's first subhead; headline and lead are printed when all is told."""
    page = cut(
        """
药箱进了村
老人少跑路

每月初八，县医院的药剂师都要带着一只药箱进山。
箱子里装着血压计和够吃一个月的降压药，走到哪户
就在哪户的院子里摊开，量完血压，当场把药配齐。

在柏树垭村，七十三岁的罗大爷过去要走两个钟头去
镇上买药。如今药送到门口，他把省下来的车钱买了
两只鸡崽。去年全村的血压达标率提高了三成。

账本并成一册
月底不再扯皮

各乡镇卫生院的账过去各记各的，县里并成了一册，
结余留下来给村医发补贴。村医老简一个月多拿了四
百元，他说，这下出诊的摩托车敢加满油了。
（邵平 庄小玉）

石泉县医疗共同体：

念好一部经 走活一盘棋

石泉县山高路远，全
县二百一十个村，有
六成在海拔八百米以
上。县里去年组建医
疗共同体，先把药和
钱这两件难事理顺。

海门细化托育机构评价

本报讯（记者 李青）海门市近日印发办法，对全市的托育机构分三级评价，每年公布一次结果。
"""
    )
    article = one(page, "石泉县医疗共同体：念好一部经 走活一盘棋")
    assert article.spans[0] == (24, 29)
    assert {1, 2, 4, 8, 12, 13, 17} <= lines_of(article)
    assert article.byline == "（邵平 庄小玉）"


PROMPTS = [
    "扫码看",
    "扫码看会议回放",
    "关联阅读全文 扫一扫",
    "更多区域新闻 请扫码",
    "系列报道往期扫码可见",
    "欢迎关注“塔拉融媒”微信公众号",
]


@pytest.mark.parametrize("line", PROMPTS)
def test_what_asks_to_scan_is_a_prompt(line: str) -> None:
    """It says so first or last."""
    assert shapes.furniture_role(line, 2 * len(line)) is Role.SCAN_PROMPT


@pytest.mark.parametrize(
    "line",
    [
        "新余医疗废物扫码溯源",
        "请给老人留一个不扫码的窗口",
        "买棉种 先查二维码",
        "落地以后，由机械臂扫码、",
        "编辑部回复",
        "编辑 同志：今年2月，我在西城区一家健身房",
        "报道见报两天,本报热线接到47个电话,投诉",
        "多看了一眼的V7",
    ],
)
def test_what_speaks_of_codes_editors_and_hotlines_is_no_furniture(line: str) -> None:
    """A headline may tell of scanning, an editor may be addressed, a text may tell how often a hotline rang."""
    assert shapes.furniture_role(line, 2 * len(line)) is None


def test_a_place_under_the_editors_line_is_no_editor() -> None:
    """Names that are set apart go on with it; “黑龙江” leads on to the headline."""
    page = cut(
        """
编辑

管仲瑶

黑龙江
冬季呼吸道疾病 监测哨点增至412个

本报讯 （特约记者冷雪松）入冬以来，黑龙江省把呼吸道疾病监测哨点增至412个，乡镇卫生院和学校医务室第一次纳入。
"""
    )
    assert [f.line for f in page.furniture] == [1, 3]
    assert {f.role for f in page.furniture} == {Role.EDITOR}


def test_a_long_line_that_ends_in_a_dash_leads_on_to_the_headline() -> None:
    """It is a kicker, whatever its length and its commas; running text comes to no such end between blank lines."""
    page = cut(
        """
社区卫生服务站添了夜门诊

本报讯（记者 苏敏）江北街道的三个社区卫生服务站昨天起开设夜门诊，最晚看到九点，第一晚来了四十一人。

清水河边的石门卫生院，曾经“三天接不到一个病号”，如今每天门诊二百多人次——

一家卫生院的“回春”记

早上七点十分，石门卫生院的挂号窗口还没有开，走廊里已经排了二十来号人。排在头一个的王婆婆天不亮就出了门。

“来找费大夫扎针，扎了五回，膝盖能打弯了。”她说，以前去县里看一次病，来回要花一天。
"""
    )
    article = one(page, "一家卫生院的“回春”记")
    assert article.kicker is not None
    assert article.kicker.startswith("清水河边的石门卫生院")
    assert article.spans == ((9, 11),)


def test_what_stands_alone_beside_columns_is_a_headline_though_it_is_wider() -> None:
    """A column's text is as wide as the column, but for the last line of a paragraph."""
    page = cut(
        """
卫生院里的早市

每天早上六点，周庄卫生院的
院子里就支起了十来个菜摊。
摊主多是来量血压的老人，量
完了顺手把菜卖掉，卖剩下的
就留给食堂。

老街纪事

最后一家秤店，关门前修好了三杆秤

米市街27号的“裘记秤店”，
上个月底卸下了门板。84岁的
裘阿根做了一辈子杆秤，从十
四岁跟爷爷学徒算起，整整七
十年。
"""
    )
    assert lines_of(one(page, "最后一家秤店，关门前修好了三杆秤")) == {13, 14, 15, 16, 17}


@pytest.mark.parametrize(
    "numbers", [("误区一：", "误区二：", "误区三："), ("第一轮：", "第二轮：", "第三轮：")]
)
def test_subheads_that_count_what_they_tell_of_stay_in_their_story(numbers: Sequence[str]) -> None:
    """“误区一：……” over a paragraph heads no story of its own."""
    page = cut(
        """
痛风来了别乱扛

市第二医院风湿科一上午看了四十个号，十一个是痛风。医生说，半夜脚趾疼醒的人里，有一半以前疼过不止一回。

{}没有症状就不用管

血尿酸高了多年也可能一点不疼，可关节里的结晶早就有了，等到疼起来，往往已经伤了骨头和肾。

{}只要不吃海鲜就行

啤酒、浓肉汤和加了果糖的饮料一样会让尿酸升高，光戒海鲜没有多大用处，多喝水倒是要紧的。

{}疼痛消失就能停药

不疼了说明炎症退了，尿酸还在那里。降尿酸的药要听医生的话慢慢减，自己停药十个里有七个会复发。
""".format(*numbers)
    )
    assert [a.title for a in page.articles] == ["痛风来了别乱扛"]


def test_a_letter_goes_on_under_its_salutation() -> None:
    """“编辑同志：” begins a letter and is no text of its own."""
    page = cut(
        """
母婴室里的尴尬

编辑同志：

我是一个八个月大孩子的父亲。上周日我抱着孩子去金谷商城，孩子要换尿布，推门进去，里面是一位正在哺乳的母亲。

我慌忙退了出来，对方也很生气。能不能在母婴室里挂一道布帘，把换尿布的台子和哺乳的椅子隔开？
"""
    )
    assert one(page, "母婴室里的尴尬").spans == ((3, 7),)


def test_the_short_items_of_a_list_make_one_article() -> None:
    """A brief says more than that."""
    page = cut(
        """
来电须知

●反映停水停电，请留门牌号；

●找人找物的来电，夜间也接；

●报料一经采用，有稿费。
"""
    )
    assert [a.spans for a in page.articles] == [((3, 7),)]


def test_which_part_of_a_serial_it_is_signs_nothing() -> None:
    """“（十七）” stands between the name of the serial and who writes it."""
    page = cut(
        """
把药箱背过河
（十七）
□ 孟庆涛

第三天头上，药没了。秋生把最后一瓶碘伏兑了水，给老人擦了伤口，转身对围着的人说，他这就过河去取。

河上的船早拴死了，水位比昨天又高了一尺。他在渡口站了一会儿，把鞋脱下来系在腰上。
"""
    )
    (article,) = page.articles
    assert article.byline == "□ 孟庆涛"


@pytest.mark.parametrize("title", ["座位", "妈妈课堂"])
def test_what_reads_as_a_label_heads_a_signed_text_that_has_no_other_headline(title: str) -> None:
    """An essay's headline may be as short as a label, or name a class for mothers."""
    page = cut(
        f"""
夜门诊开到九点

本报讯（记者 苏敏）江北街道的三个社区卫生服务站昨天起开设夜门诊，最晚看到九点，第一晚来了四十一人。

{title}

□ 罗一粟

我坐在最后一排靠窗的地方，旁边的椅子空着。护士长说那把椅子是留给迟到的人的，每次上课总有人从产房里赶过来。

后来我才知道，最迟到的那个人是她自己。她把孩子交给婆婆，一路小跑，在楼梯口喘匀了气才推门进来。
"""
    )
    article = one(page, title)
    assert article.byline == "□ 罗一粟"
    assert article.section is None


def test_one_line_behind_a_bullet_right_over_a_paragraph_is_display() -> None:
    """Be the bullet printed before whole paragraphs too."""
    page = page_of(
        """
★公共卫生报表减了九张
白狼河县自十二月起把村医填报的公共卫生报表由十七张并为八张，其余九张的数据由县里从系统中直接取用，村医每月能省下三天。
★“留观半小时”比武大会落幕
全县二十三个预防接种点的护士昨天比的不是打针，而是留观：谁能让孩子和老人在诊室里坐满半小时，谁就赢。
★本版投稿信箱在村卫生室门口，每月初一开箱，来稿不退，请自留底稿，一经采用，即寄样报和稿费。
"""
    )
    assert marked_alike(see_lines(page)) == {1, 3}


PARTS = """
古堰夜市开街一月记

古堰夜市在老码头开街。一个月里，来客一天多过一天。

管委会说，摊位从六十个添到了一百一十个。

01
灶火旺，小吃摊排起长队
4月3日傍晚，做糍粑的翁大姐刚支起炉子，面前就站了二十多人。她一晚能卖三百份。

她说，去年这时候，街上还没有人。

02

灯影长，旧仓库唱起新戏

粮仓改成的小剧场每晚两场，票价二十元。“坐得满满当当。”看门的老关说。

夜市还要开到十月，入秋后添一条书摊街。

- END -
来源：古堰区文旅局
"""


def test_numbers_that_count_the_parts_of_a_text_stand_inside_it() -> None:
    """“01” and “02” between paragraphs are no page numbers; what they stand over is a subhead, and what ends the text no title."""
    page = cut(PARTS)
    assert [a.title for a in page.articles] == ["古堰夜市开街一月记"]
    paragraphs = page.articles[0].body.split("\n")
    assert paragraphs[2:5] == ["01", "灶火旺，小吃摊排起长队", paragraphs[4]]
    assert paragraphs[6:8] == ["02", "灯影长，旧仓库唱起新戏"]
    assert paragraphs[-1] == "夜市还要开到十月，入秋后添一条书摊街。"
    assert "- END -" in [f.text for f in page.furniture]


def test_poems_of_a_suite_stand_under_its_headline() -> None:
    """“一” over the first stanzas is no headline, and what says that poems follow no label."""
    page = cut(
        """
渡口（组诗）
□ 艾青柯

一
船还没有来
芦苇先替我招手
水面上的月亮
被桨声分成两半

二
对岸有人点灯
他不认识我
却把灯芯
又往上挑了一挑
"""
    )
    assert [a.title for a in page.articles] == ["渡口（组诗）"]
    assert page.articles[0].body.split("\n")[::5] == ["一", "二"]
    assert page.articles[0].byline == "□ 艾青柯"


def test_numbers_of_pages_stay_furniture() -> None:
    """Of a dump of three pages the numbers are at their feet, the last over nothing."""
    story = "本报讯（记者 简宁）{}，东圩村修好了{}，村民出门不再绕路。\n\n村委会说，下一步还要装路灯。"
    pages = [
        f"东圩村{what}完工\n\n" + story.format(f"3月{day}日", what) + f"\n\n{n}"
        for n, (day, what) in enumerate([(2, "石桥"), (9, "机耕路"), (16, "排水渠")], 1)
    ]
    page = cut("\n\n".join(pages))
    assert [f.text for f in page.furniture] == ["1", "2", "3"]
    assert len(page.articles) == 3


def newsy_page(title: str, text: str) -> PageCut:
    """Cut a page of four stories that open with datelines, and of this one."""
    news = [
        (
            "荷塘镇建成农机库",
            "本报讯（记者 杜若）荷塘镇日前建成一座农机库，可停放拖拉机四十台，农忙时统一调配。",
        ),
        ("青石桥限行货车", "本报讯（记者 杜若）4月8日起，青石桥禁止五吨以上货车通行，绕行路线已经标出。"),
        ("渔政船巡湖护鱼苗", "本报讯（记者 韦安）近日，白鹭湖渔政站出动三艘船巡湖，劝离垂钓者十九人。"),
        ("老剧院换了新座椅", "本报讯（记者 韦安）昨天，人民剧院换上六百把新座椅，下周重新开门迎客。"),
    ]
    return cut("\n\n".join(f"{head}\n{told}" for head, told in [*news, (title, text)]))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "《潮声》入围长河影展",
            "由郜一鸣执导、全部在海岛取景的影片《潮声》昨天宣布入围长河影展，将与另外十一部影片角逐大奖。",
        ),
        (
            "合唱团登台唱老歌",
            "“我们来了！”前晚，平均年龄七十一岁的夕照合唱团在文化宫登台，一口气唱了九首老歌，台下掌声不断。",
        ),
        (
            "邬小满摘下射箭金牌",
            "邬小满在全国青年射箭赛女子反曲弓决赛中以六比四胜出，为本省摘下本届赛会的第三枚金牌。",
        ),
        (
            "石坝村有了卫星电话",
            "石坝村给六个护林点配上卫星电话，山里没有信号的老难题就此解决，第一通电话打给了村支书。",
        ),
    ],
)
def test_a_story_without_a_dateline_among_news_begins_on_this_page(title: str, text: str) -> None:
    """It may open with who made something, with what somebody says, with a name or a place."""
    assert not one(newsy_page(title, text), title).truncated_start


def test_what_reads_as_the_rest_of_a_story_among_news_is_cut() -> None:
    """A text that begins with the end of a word doesn't begin on this page."""
    text = "的住户都领到了钥匙，楼道里新装的扶手也由社区逐户检查过。余下两栋年底完工，届时统一办理产权登记。"
    assert one(newsy_page("柳林里旧楼改造交房", text), "柳林里旧楼改造交房").truncated_start
    text = "生院的诊室里添了一台心电图机，检查结果当场传到县医院，由那里的医生出报告，一次只收二十元。"
    assert one(newsy_page("山口镇看病少跑路", text), "山口镇看病少跑路").truncated_start


SUPPLEMENT = """
社区通讯
惠安里图书角本月增加藏书三百册，开放时间延长到晚上八点，居民凭门禁卡即可借阅，每次两本。

炉火
何以
祖父的铁铺开在街尾，炉火从早烧到晚。赶集的人进来烤手，也不买东西，祖父从不赶他们走。

桥头
半山
桥是三孔的，桥头有一棵皂角树。我每次回乡都要在树下站一会儿，等那个卖豆花的担子过来。

小暑
黎明
蝉还没有开口
稻花先把消息
递给了池塘
青蛙接着念
"""


def test_a_few_characters_between_a_short_headline_and_its_text_sign_it() -> None:
    """Of two short lines over an essay or a poem the upper is its headline and the lower a pen name, no label, whatever word it is."""
    page = cut(SUPPLEMENT)
    told = [(a.title, a.byline, a.section) for a in page.articles]
    assert told == [
        ("社区通讯", None, None),
        ("炉火", "何以", None),
        ("桥头", "半山", None),
        ("小暑", "黎明", None),
    ]
    assert one(page, "小暑").body.count("\n") == 3


SIGNED_BY_OFFICE = """
病区夜灯调暗之后
□柳河县第二人民医院护理部 祁小棠
病区夜灯改成脚灯以后，跌倒的老人反而少了。我们把全院三十四个病区的夜灯逐一换过，护士巡视时也不必再开大灯。

门诊楼梯口添了歇脚椅
本报讯（通讯员 穆青禾）柳河县第二人民医院日前在门诊楼梯口添置三十把歇脚椅，护理部每天派人擦洗，老人上楼可以中途歇一歇。
"""


def test_a_byline_between_headline_and_text_stays_there() -> None:
    """Though the news beside it speaks of the office that it names: that is dated and says itself who wrote it."""
    page = cut(SIGNED_BY_OFFICE)
    assert one(page, "病区夜灯调暗之后").byline == "□柳河县第二人民医院护理部 祁小棠"
    assert one(page, "门诊楼梯口添了歇脚椅").byline is None


PLACELESS = """
港闻

老榕树下设长者茶座
【本报记者何少卿报道】坪
洲码头旁的老榕树下，昨日起设
长者茶座，逢周三免费奉茶。

渔港夜市月底开档
【本报记者何
少卿报道】停办两年的渔港夜市
本月底重开，首批设六十个摊位，
由街坊会管理。
"""


def test_a_dateline_need_not_say_where() -> None:
    """“【本报记者……报道】” opens the text, wrapped in its name or behind it, and no part of it is a section's name."""
    page = cut(PLACELESS)
    assert one(page, "老榕树下设长者茶座").body.startswith("【本报记者何少卿报道】坪洲码头旁")
    assert one(page, "渔港夜市月底开档").body.startswith("【本报记者何少卿报道】停办两年")
    assert {a.section for a in page.articles} <= {"港闻", None}


def test_paragraphs_of_two_lines_show_the_width_of_the_column() -> None:
    """Where nearly half of the lines of a page are as wide, no first line of a paragraph is a subhead, nor a paragraph of its own."""
    page = cut(
        """
晨渡
尹小满
渡船靠岸的时候，先响一声
汽笛，惊起堤上一排白鹭来。我
站在船头等风。
今年的藕节虽短，水却甜，
婆婆削了一截递给我尝，我连说
好吃。
船坞团队保留了原有的青石
台阶、雕花木窗和“听潮亭”的
牌匾，岸边另设茶摊，阁楼改作
阅览室。

夜磨
周小刀
磨刀的老人每逢初八才来，
挑一副担子，一头是长凳，一头
是水桶，凳上绑着两块青石，喊
一声磨剪子嘞，满巷子的窗户都
打开了。
他磨刀不说话，只听声音，
声音匀了，刀就磨好了，收钱时在
围裙上擦手。
邻居说他的耳朵比眼睛灵，
远远听见谁家剁馅，就知道那把
刀钝在哪里，该磨几下，一下也不
肯多磨。
"""
    )
    assert one(page, "晨渡").body.count("\n") == 2
    assert one(page, "夜磨").body.count("\n") == 2


@pytest.mark.parametrize("head", ["05　养生·食疗\n2024.11.6", "副刊　文艺"])
def test_a_running_head_signs_nothing(head: str) -> None:
    """Be there a page's number on it, and the day under it, or nothing but the words of columns."""
    page = cut(
        f"""
{head}
灶台上的冬天
贺小舟
母亲把腌好的萝卜一根一根码进坛子，像码一排站得笔直的兵。我蹲在灶前添柴，看火光把她的影子推到墙上。
"""
    )
    assert one(page, "灶台上的冬天").byline == "贺小舟"


def test_a_byline_right_over_a_headline_under_a_blank_line_is_of_the_text_below() -> None:
    """The essay above is signed under its headline, and none is signed twice."""
    page = cut(
        """
别把“扫码点单”变成唯一的单
郁闻笛
走进面馆，桌上只贴一张码，老人举着手机四处找人帮忙。便利是好事，可便利不该只有一个门。
店家多备一本纸菜单，花不了几块钱，却能让更多人坐得安心。

本报评论员
把“马上就办”落在群众门口
群众门口的小事，件件连着民心。一盏路灯亮不亮，一处井盖牢不牢，看的是作风，量的是距离。
"""
    )
    assert one(page, "别把“扫码点单”变成唯一的单").byline == "郁闻笛"
    assert one(page, "把“马上就办”落在群众门口").byline == "本报评论员"


@pytest.mark.parametrize("title", ["鸣　谢", "感 谢 信", "喜　报", "寻物", "旺铺转让"])
def test_a_notice_is_headed_by_what_it_is_called(title: str) -> None:
    """However few characters that has, and with blanks between them; right over its text no such line names a section."""
    page = cut(
        f"""
城事热线

夜市摊位月底抽签
本报讯（记者 温良）滨河夜市第三批八十个摊位月底公开抽签，报名的摊主本周内到街道办理登记，逾期不再受理。

{title}
六月二日上午，我在城西车站丢失黑色提包一只，多亏值班员帮忙保管，特此说明，并向车站全体工作人员表示敬意。
陆海宁
"""
    )
    assert one(page, title).section != title
    assert not [f for f in page.furniture if f.text == title]


@pytest.mark.parametrize("title", ["求　购", "新茶"])
def test_what_has_but_the_shape_of_a_label_heads_the_text_that_it_stands_right_over(title: str) -> None:
    """Where nothing else does: two characters with nothing but text under them."""
    page = cut(
        f"""
井口新装八盏探照灯
本报讯（记者 石磊）日前，清河煤矿在副井口新装八盏探照灯，夜班工人升井换班不再摸黑，装卸料也比从前快了许多。

{title}
老班长交灯那天，把灯头擦了又擦。他说这盏灯跟了他十一年，照过一千多个班，没有一次半路熄过。
如今灯挂在班组的墙上，新来的徒弟下井前都要看它一眼。
"""
    )
    assert one(page, title).section is None


def test_who_publishes_a_paper_names_no_section() -> None:
    """“……机关报　……报社出版” stands under a paper's name as its day does."""
    page = cut(
        """
清淮日报
中共清淮市委机关报　清淮日报社出版
2025年4月8日　星期二　今日12版

全市春耕备耕现场会召开
本报讯（记者 舒望）4月7日，全市春耕备耕现场会在柳塘镇召开，会议要求各县抢抓农时，确保谷雨前完成春播任务。
"""
    )
    assert one(page, "全市春耕备耕现场会召开").section is None
    assert [f.role for f in page.furniture if "机关报" in f.text] == [Role.RUNNING_HEAD]


SERIAL = """
北坡
石敬亭
（21）
惊蛰那天，北坡的雪化到了半腰。马帮的头骡停在坎下不肯走，老周把缰绳绕在腕上，蹲下来抽了一袋烟。
天擦黑的时候，坡上传来铃声。伙计们都站起来，老周没有动，只把烟锅在鞋底上磕了两下。
（连载21，未完待续）
"""


def test_the_number_of_a_part_is_no_name_and_the_end_of_a_serial_sends_on() -> None:
    """“（21）” under who writes a serial signs nothing, and “（连载21，未完待续）” is no part of the text."""
    (article,) = cut(SERIAL).articles
    assert article.byline == "石敬亭"
    assert article.truncated_end
    assert not article.body.endswith("未完待续）")


@pytest.mark.parametrize(
    ("signed", "byline"),
    [
        ("[英] 玛丽·科林斯 著　许慕青 译", "[英] 玛丽·科林斯 著　许慕青 译"),
        ("■周念祖 国防时报特约记者 韩朔", "■周念祖 国防时报特约记者 韩朔"),
        (
            "柳湾小学六（2）班　宋知微\\n（指导教师：何敬之）",
            "柳湾小学六（2）班　宋知微 （指导教师：何敬之）",
        ),
    ],
)
def test_who_wrote_translated_or_guided_a_text_signs_it(signed: str, byline: str) -> None:
    """In a column that is as wide as the line that says so, too."""
    (article,) = cut(
        f"""
河上的灯
{signed}
入夜以后，河上的灯一盏接一盏亮
起来。摆渡的人说，那不是灯，是从前
过河没有回来的人，在替后来的人照
路，照到鸡叫三遍才肯熄。
""".replace("\\n", "\n")
    ).articles
    assert article.byline == byline
    assert article.body.startswith("入夜以后")


def test_who_wrote_a_page_signs_none_of_its_articles() -> None:
    """“本版撰稿：……” stands over all of them."""
    page = cut(
        """
本版撰稿：程雨 顾南
檐下听雨
程雨
雨从瓦缝里落下来，先落在缸里，再落在石阶上，一夜都没有停。我枕着雨声，睡得比往日都沉。
"""
    )
    assert one(page, "檐下听雨").byline == "程雨"


TWO_LINES = """
四月菜价回落近一成
猪肉微涨 鸡蛋持平
晚报讯（记者 车流）记者昨日从市发改委获悉，四月份全市蔬菜均价环比下降9.6%，叶菜降得最多，已经持续三周。

“代办社保”是陷阱
社保局：从未委托任何中介
晚报讯（通讯员 白桦）花三千元就能补缴十五年社保？五月初，退休工人老姜信了朋友圈里的广告，交钱之后对方再没有回音。

四百户老住宅楼加装扶
手改善出行
晚报讯（记者 江雁）城南街道日前为四百户老住宅楼的楼梯间加装扶手，低楼层的老人上下楼可以扶着走，不必再贴着墙。
"""


def test_the_lines_of_a_title_are_joined_by_a_blank_where_they_do_not_run_on() -> None:
    """Two clauses stay two; a clause that is broken in the midst is made whole."""
    shown = [a.text.split("晚报讯")[0].replace("\n", " ").strip() for a in cut(TWO_LINES).articles]
    assert shown == [
        "四月菜价回落近一成 猪肉微涨 鸡蛋持平",
        "“代办社保”是陷阱 社保局：从未委托任何中介",
        "四百户老住宅楼加装扶手改善出行",
    ]


def test_the_first_line_of_a_short_wrapped_paragraph_is_no_subhead() -> None:
    """It is two characters short of the column, comes to no stop, and the full line under it reads on."""
    page = cut(
        """
把书读进田埂里
——重读《北坡农书》
尚未晴
农学家康伯贤的《北坡农书》成于十
年浩劫之前，翻开仍有泥土的气息。全书不
谈玄理，只讲一坡一沟怎样养人，像一位老
把式蹲在地头抽着烟说话。
书里有一节专讲“看天吃饭”的老规
矩：云从哪一座山背后起来，雨就会落在哪
一片田里，至今仍然灵验。
"""
    )
    paragraphs = page.articles[0].body.split("\n")
    assert len(page.articles) == 1
    assert [p[:8] for p in paragraphs] == ["农学家康伯贤的《", "书里有一节专讲“"]


def test_a_text_goes_on_over_captions_in_its_midst() -> None:
    """What a photo shows is set aside, be it between two paragraphs or in the midst of a sentence."""
    page = cut(
        """
暴雪封山 牧民接力送奶粉

本报讯 2月11日傍晚，一场暴雪封住了通往塔里木扎村的山路，村里两名婴儿断了奶粉。得到消息的九户牧民骑马接力，连夜翻过三道梁。
▲牧民在雪地里换马。　扎村村委会供图
左上图：送到的奶粉。
次日清晨，最后一棒的牧民巴图把十二罐奶粉交到孩子母亲手里，自己的靴子已经冻成了硬壳。

水库清淤 半月腾出一座湖

本报讯 3月5日，柳叶湖水库开始清淤，十二台挖掘机昼夜不停，半个月挖出淤泥九万方，把原来的库容一下子找回了四成，沿岸的
▼挖掘机在库底作业。（图源：柳叶湖管理处）
农户都说，今年夏天再也不用半夜排队等水浇地了。
"""
    )
    herders, lake = one(page, "暴雪封山 牧民接力送奶粉"), one(page, "水库清淤 半月腾出一座湖")
    assert lines_of(herders) == {3, 6}
    assert "沿岸的农户都说" in lake.body and lines_of(lake) == {10, 12}
    alone = [a.body for a in page.articles if a.title is None]
    assert alone == [
        "▲牧民在雪地里换马。　扎村村委会供图",
        "左上图：送到的奶粉。",
        "▼挖掘机在库底作业。（图源：柳叶湖管理处）",
    ]


def test_the_headline_of_a_notice_heads_one_text() -> None:
    """What stands under the text that it is printed for is not the headline of the next one, too."""
    page = cut(
        """
因城区供水主管道检修，定于本月十二日八时至二十时对东关街、
西大街一带停水。停水期间请居民提前储水，停水结束后供水公司将
逐步恢复供水，由此带来不便敬请谅解。供水公司停水抢修队伍昼夜
值守，供水热线随时受理咨询。

东关街西大街停水公告
秋天的果园里，苹果压弯了枝头。果农老李一早就带着家人下地，忙
着采摘、装箱。他说今年雨水好，果子又大又甜，收购商早早就来订
货，一亩地能比去年多卖两千元。村里的合作社还建起了冷库。
"""
    )
    check_cut(page)
    assert one(page, "东关街西大街停水公告").lines_of(Role.BODY) == (1, 2, 3, 4)


@pytest.mark.parametrize("title", ["为雷锋车队点个赞", "给巡河大爷点个赞！"])
def test_praise_for_somebody_is_a_headline_and_no_button_of_a_web_page(title: str) -> None:
    """“看完点个赞吧” asks readers for a press; who is praised is behind 为 or 给."""
    page = cut(
        f"""
{title}

城南的李师傅跑出租二十年，逢高考就在车窗系上绿丝带，免费接送考生。今年跟他上路的有六十辆车。
看完点个赞吧！
"""
    )
    assert one(page, title)
    assert [f.text for f in page.furniture] == ["看完点个赞吧！"]


def test_no_question_of_a_list_that_counts_them_heads_an_article() -> None:
    """“1.……？” stands over its answer, “2.……？” over the next: the last heads an article no more than the first."""
    page = cut(
        """
关于公租房续租的几个问题
1.续租要交哪些材料？
身份证、户口簿、上年度收入证明各一份，
由社区初审后统一报送。
2.材料什么时候交？
每年11月1日至20日，逾期不交的视为
放弃续租，房屋由区住保中心收回。
3.家里添了人怎么算？
按添人以后的人口重新核定面积，租金从次
月起调整。
4.双职工家庭能否“同住同租”？
可以。由一方申请，另一方作为共同承租人
登记。
"""
    )
    (article,) = page.articles
    assert article.title == "关于公租房续租的几个问题"
    asked = article.body.split("\n")[::2]
    assert asked == [
        "1.续租要交哪些材料？",
        "2.材料什么时候交？",
        "3.家里添了人怎么算？",
        "4.双职工家庭能否“同住同租”？",
    ]


def test_lines_that_say_of_several_things_what_each_is_stay_lines() -> None:
    """A list of days, stars, prizes; a dialogue, in which a speaker comes again and goes on, is none."""
    page = cut(
        """
一周海况
今天：阵风七级，浪高二到三米
明天：阵风六级，浪高一到两米
后天：风力减弱，可出海作业

渔嫂问答会上的三句话
主持人：今年的伏季休渔什么时候开始？
老船长：五月一日中午十二点，一天也不提前，
一天也不推后，船都要进港。
主持人：那渔网怎么办？
老船长：晒，补，收进库里。
"""
    )
    assert one(page, "一周海况").body.split("\n") == [
        "今天：阵风七级，浪高二到三米",
        "明天：阵风六级，浪高一到两米",
        "后天：风力减弱，可出海作业",
    ]
    talk = one(page, "渔嫂问答会上的三句话").body
    assert "一天也不提前，一天也不推后" in talk


def test_a_short_notice_that_is_wrapped_without_its_indent_is_one_paragraph() -> None:
    """Its first line is two characters short of the column, its last goes on in a few characters more."""
    page = cut(
        """
寻物
本人昨日在文昌阁西门口
遗落老式怀表一块，表盖内有
照片一张和一缕红线，拾到的
朋友请送文昌阁门房，定当重
谢。

腌菜缸怎样去白沫
缸里起了白沫，可先撇净再
倒进半两白酒，压紧石头封
口，三天以后白沫自己就消
了。
"""
    )
    said = "本人昨日在文昌阁西门口遗落老式怀表一块，表盖内有照片一张和一缕红线，拾到的朋友请送文昌阁门房，定当重谢。"
    assert one(page, "寻物").body == said


def test_what_is_set_upright_under_the_name_of_a_section_is_no_poem() -> None:
    """A character a line, over the headlines of its articles."""
    page = cut(
        """
乡村周刊
谈
天
说
地

老磨坊重新转起来
停了二十年的老磨坊上月重新转了起来。村里请回
七十六岁的石匠，用半个月凿好两扇新磨，头一天就磨
出面粉三百斤，排队的人从坊门口站到了桥头。

石拱桥下添了渡船
拱桥加固期间，村里添了一条渡船，早晚各开两个
小时，接送过河上学的十一个孩子，撑船的是他们的校
长，一趟来回正好是一节课间。
"""
    )
    assert [a.title for a in page.articles] == ["老磨坊重新转起来", "石拱桥下添了渡船"]


def test_a_letter_and_its_answer_are_one_text() -> None:
    """Who signs the letter stands between them; whom it asks signs the answer."""
    page = cut(
        """
夜航信箱
　　夜航老师：我同宿舍的人都有了实习，只有我还
没有找到，每天晚上躺下就心慌，怎么办？
——一个大三学生
　　你好！心慌说明你在意，不说明你不行。把想去
的三个单位写下来，明天只做一件事：给其中一个打
电话，问清楚他们还招不招人。
夜航老师

图书馆闭馆通知
　　因书架加固，图书馆定于12月20日至22日闭馆，
期间到期的图书自动顺延三天，不计逾期。
"""
    )
    letter = page.articles[0]
    assert lines_of(letter) == {2, 3, 4, 5, 6, 7}
    assert letter.byline == "夜航老师"


def test_which_draw_it_was_heads_what_was_drawn() -> None:
    """“大乐透第……期” over its numbers is no furniture, nor are they."""
    page = cut(
        """
沿江夜跑道周末亮灯
晚报讯（记者 杜衡）昨晚，沿江夜跑道二期亮灯，新增灯杆三百一十根，全程七点二公里，市民可从四个入口进入，每晚十一点熄灯。

大乐透第2031055期
前区：03 11 19 24 30 后区：02 09
一等奖3注，每注奖金882万元
"""
    )
    assert (
        one(page, "大乐透第2031055期").body == "前区：03 11 19 24 30 后区：02 09\n一等奖3注，每注奖金882万元"
    )


def test_what_kind_a_story_is() -> None:
    """One short paragraph is a brief, two are news, though nobody signed either; subheads make a feature."""
    page = cut(
        """柳塘渡口添了候船亭

柳塘渡口昨天添了一座候船亭，亭里有长椅四条、热水一桶，风大浪急的日子，赶渡的乡亲再也不用站在岸边淋雨。

柳塘县为老人免费查眼

柳塘县医院的眼科医生上周走进12个村，为七百多位老人免费查了视力和眼底，查出白内障的有六十三人，医生当场给他们排好了手术的日子。

查完眼，村卫生室还给每位老人建了一张眼健康卡，往后每半年复查一次，子女在外也能在手机上看到结果，有事可以打电话问村医。
"""
    )
    assert [(a.title, a.kind) for a in page.articles] == [
        ("柳塘渡口添了候船亭", "brief"),
        ("柳塘县为老人免费查眼", "news"),
    ]


@pytest.mark.parametrize(
    "said", ["（本版内容仅供参考 具体以窗口答复为准）", "本版内容仅供参考，用药请遵医嘱"]
)
def test_what_a_page_is_not_liable_for_signs_nothing(said: str) -> None:
    """It belongs to no article."""
    page = cut(
        f"渡口的候船亭\n戚小满\n柳塘渡口昨天添了一座候船亭，赶渡的乡亲再也不用站在岸边淋雨。亭里有长椅四条，也有热水。\n{said}"
    )
    article = one(page, "渡口的候船亭")
    assert (article.byline, article.spans) == ("戚小满", ((3, 3),))


def test_dated_news_has_a_kicker_and_no_subhead_over_its_first_words() -> None:
    """Two heads over “本报讯” are one headline, wide apart as they may stand."""
    page = cut(
        "● 行业动态\n\n首个县域制剂调剂平台在青岭启用\n\n一张方子 三十家医院都能配\n\n"
        "本报讯（记者 闵小舟）5月6日，由青岭县牵头建设的院内制剂调剂平台启用，首批上线制剂41种。\n\n"
        "据介绍，平台按成本价结算，药品由县里的冷链车当天送到。"
    )
    article = one(page, "一张方子 三十家医院都能配")
    assert (article.kicker, article.body.split("\n")[0][:3]) == ("首个县域制剂调剂平台在青岭启用", "本报讯")


def test_bylines_that_give_class_office_or_publisher() -> None:
    """A pupil signs with the class, a physician with the office, a book is by its author and its publisher."""
    page = cut(
        "栀子巷的猫\n\n白榆小学 五（ 2 ）班 丁小穗\n\n巷口有一只猫，每天下午四点蹲在杂货店的秤上，等我放学。\n\n"
        "心衰药能不能停\n\n东陵大学附属医院 卓听雨 教授\n\n射血分数改善以后，多数患者仍需长期服药，停药要看病因。\n\n"
        "先把话说慢\n\n▲ 南屏县中医院 副主任医师 司徒安\n\n门诊里最费时间的不是看片子，是把片子上的事说给老人听。\n\n"
        "《修桥的人》\n\n宁远舟 著 河岸文艺出版社\n\n一位退休工程师写他经手过的二十座桥，每座桥配一张手绘图。"
    )
    assert [(a.title, a.byline) for a in page.articles] == [
        ("栀子巷的猫", "白榆小学 五（ 2 ）班 丁小穗"),
        ("心衰药能不能停", "东陵大学附属医院 卓听雨 教授"),
        ("先把话说慢", "▲ 南屏县中医院 副主任医师 司徒安"),
        ("《修桥的人》", "宁远舟 著 河岸文艺出版社"),
    ]


def test_an_office_under_a_name_is_of_its_byline() -> None:
    """“方知远” over “江右省南屏县人民医院党委书记” are who wrote, and nothing of the text."""
    page = cut(
        "人留下来靠什么\n\n方知远\n江右省南屏县人民医院党委书记\n\n"
        "县医院最缺的是人。我们一年只招到三个本科生，走了四个，后来才明白先要修宿舍。\n\n"
        "宿舍修好那年，走的人少了一半，回来的人里有两个还带来了同学。"
    )
    article = one(page, "人留下来靠什么")
    assert article.byline == "方知远 江右省南屏县人民医院党委书记"
    assert article.body.startswith("县医院最缺的是人")


def test_a_notice_is_signed_by_its_office_with_the_day() -> None:
    """“白榆水务集团 4月5日” signs a notice, without a year too."""
    page = cut(
        "停水通知\n\n因管网检修，定于4月7日8时至18时停水，请各户提前储水。消防用水不受影响。\n白榆水务集团 4月5日"
    )
    assert one(page, "停水通知").byline == "白榆水务集团 4月5日"


def test_a_head_with_a_formal_numeral_is_a_subhead() -> None:
    """“壹 ……” and “贰 ……” head parts of the story, and no story of their own, away from their headline as they stand."""
    page = cut(
        """
岚城晚报记者走访三条夜市街
夜市的电，从哪里来

老街改电表 居民不出门

本报讯（记者 林野）昨日，铁匠巷最后一批老
式电表换成了智能电表，居民缴费不用再出门。

5月7日，槐花街的一处烤串摊起火，烧掉两
顶遮阳棚和半面招牌，所幸没有人受伤。摊主
当晚就收了摊，只留下一截烧黑的插线板。一
个月来，本报记者先后走访了槐花街、铁匠巷
等三条夜市街，见到四十几个摊位从灯杆底座
里接电。

壹 “插上就能用，谁管它”

晚上七点，槐花街的灯一盏盏亮起来。卖烤串
的老杭把插头往灯杆底下一塞，烤炉就热了。
他说，这条街上的摊子都是这么接的，从来没
有人来问过，也没有人来收过钱。

贰 灯杆里的线细得像面条

供电所的电工把灯杆底座的盖板撬开，里面的
线只有一点五平方，外皮已经发硬。他说，这
种线带一个灯泡没有问题，带四个烤炉就要烧
去年腊月已经烧过一回。
"""
    )
    assert [a.title for a in page.articles] == ["老街改电表 居民不出门", "夜市的电，从哪里来"]
    story = page.articles[-1].body
    assert story.index("遮阳棚") < story.index("壹 “插上就能用") < story.index("贰 灯杆里的线细")
