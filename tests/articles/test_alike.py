"""Pages of texts that are the same but for a name: notices, briefs, questions and answers of one form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retrieval.articles import split_articles
from retrieval.records import Page, Role
from tests.articles.press import figures_of, make_page, wrap

_TOWNS = ("青河", "白石", "沙渡", "云台", "石门", "柳店", "南坪", "东岗", "梅岭", "枫坪", "平桥", "乌泥")
_NAMES = (
    "王建国",
    "李秀英",
    "张伟",
    "刘洋",
    "陈静",
    "杨柳",
    "赵志刚",
    "黄海燕",
    "周国强",
    "吴敏",
    "徐丽",
    "孙浩",
)
_ILLS = (
    "感冒",
    "腹泻",
    "头痛",
    "失眠",
    "咳嗽",
    "便秘",
    "皮疹",
    "腰痛",
    "胃痛",
    "鼻炎",
    "贫血",
    "关节痛",
)

Told = tuple[str, list[str]]
"""A headline and paragraphs."""


def _water(i: int) -> Told:
    town = _TOWNS[i]
    return f"{town}停水通知", [f"因{town}供水管网检修，定于5月{i + 3}日8时至17时停水，请居民提前储水。"]


def _ambulance(i: int) -> Told:
    town = _TOWNS[i]
    return f"{town}镇卫生院添了救护车", [
        f"本报讯（记者 李青）近日，{town}镇卫生院添了一辆救护车，由县里统一配备。",
        f"据悉，{town}镇今年还将新建两间病房，添置心电图机一台。",
    ]


def _court(i: int) -> Told:
    return f"{_TOWNS[i]}县人民法院公告", [
        f"{_NAMES[i]}：本院受理原告{_NAMES[-i - 1]}诉你民间借贷纠纷一案，现依法向你公告送达起诉状副本、应诉通知书"
        "及开庭传票。自公告之日起经过60日即视为送达。"
    ]


def _question(i: int) -> Told:
    ill = _ILLS[i]
    return f"{ill}能吃海鲜吗", [
        f"问：我今年五十岁，最近{ill}了，能吃海鲜吗？",
        f"答：{ill}患者能不能吃海鲜，要看是不是过敏。如果吃了以后{ill}加重，就应当停下来，到医院查一查。",
    ]


def _job(i: int) -> Told:
    town = _TOWNS[i]
    return f"{town}县医院招聘启事", [
        f"因工作需要，{town}县医院面向社会招聘护士{i + 2}名，要求大专以上学历，有执业证书，年龄35岁以下。",
        f"有意者请于6月{i + 1}日前把简历送到医院人事科，联系电话0712-85{i:02d}6{i:02d}。",
    ]


def _meeting(i: int) -> Told:
    town = _TOWNS[i]
    return f"{town}召开卫生工作会", [
        f"本报{town}5月{i + 1}日电（记者 {_NAMES[i]}）5月{i + 1}日，{town}召开全市卫生工作会议，总结去年工作。",
        f"会议要求，{town}各级医疗机构要把群众满意作为工作的出发点和落脚点，把各项任务落到实处。",
        f"{town}市市长{_NAMES[-i - 1]}出席会议并讲话。",
    ]


@pytest.mark.parametrize("width", [0, 32, 44])
@pytest.mark.parametrize("count", [4, 12])
@pytest.mark.parametrize("tell", [_water, _ambulance, _court, _question, _job, _meeting])
def test_each_is_an_article_of_its_own(tell: Callable[[int], Told], count: int, width: int) -> None:
    """Whatever is the same on all the page says nothing of two texts; and no article says the same again."""
    lines: list[str] = []
    wanted = []
    for i in range(count):
        headline, paragraphs = tell(i)
        lines += [headline, ""]
        first = len(lines) + 1
        for text in paragraphs:
            lines += ["　　" + text] if not width else wrap("　　" + text, width, width)
            lines += [""]
        wanted.append((headline, ((first, len(lines) - 1),)))
    cut = split_articles(Page("alike", tuple(lines)))
    assert [(a.title, a.spans) for a in cut.articles] == wanted


def test_notices_of_one_name() -> None:
    """“遗失声明” over each of six notices is their headline, and no running head."""
    lines = [
        line
        for name in _NAMES[:6]
        for line in ("遗失声明", "", f"{name}遗失身份证，号码为420102198503{len(name)}5，声明作废。", "")
    ]
    cut = split_articles(Page("lost", tuple(lines)))
    assert [a.title for a in cut.articles] == ["遗失声明"] * 6


def test_a_running_head_tears_sentences() -> None:
    """A short line printed three times is one where it stands inside a sentence."""
    lines = [
        "新生儿转运队的一天",
        "",
        "清晨六点，转运队的电话响了。两百公里外的县医院说，一个早产的孩子呼",
        "健康生活",
        "吸急促，要马上转来。司机老周把救护车开到楼下，护士把暖箱抬上车，医生一",
        "边走一边问那头的血气结果。山路弯多，车开得不快，暖箱里的灯一直亮着，像",
        "健康生活",
        "一个小小的月亮。到了县医院，孩子的父亲站在门口，手里还攥着一只没拆的奶",
        "瓶。医生给孩子用了药，等呼吸稳了才往回走，进城时天已经黑了，监护室的门",
        "健康生活",
        "早早开着。老周说，他一天没吃饭，可是一点也不觉得饿，回家睡了十个钟头。",
    ]
    cut = split_articles(Page("run", tuple(lines)))
    assert [(a.title, a.spans) for a in cut.articles] == [
        ("新生儿转运队的一天", ((3, 3), (5, 6), (8, 9), (11, 11)))
    ]
    assert {f.line for f in cut.furniture if f.role is Role.RUNNING_HEAD} == {4, 7, 10}


def test_printed_copies_are_cut_well() -> None:
    """Over 40 random pages of an article told of three to fourteen names."""
    figures = figures_of(make_page(8000 + n, alike=True) for n in range(40))
    assert figures.f1 >= 0.92
    assert figures.titles / figures.headed >= 0.90
    assert figures.right / figures.lines >= 0.97
