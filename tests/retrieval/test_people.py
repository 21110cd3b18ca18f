"""Who is somebody, where do they belong, how old are they: told by what stands right before or behind the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus
from retrieval.finding.people import Aspect, asked_of_somebody
from tests.retrieval.conftest import corpus_of

PAGE = """渡口的修船铺

本报讯（记者何青）7月2日，柳塘镇举行修船比赛，来了三十多名船工。清江船舶研究所所长、省船史学会副会长邹远山担任裁判，联江重工董事长兼总经理宋一帆到场颁奖。柳塘镇老渡口村村民罗守田得了头名，他身边的徒弟叫阿满，今年十九岁，修船才一年。

罗守田的手艺是跟岳老先生学的。岳老先生（原柳塘船厂工程师）今年91岁，坐在第一排。渡口从前有个看灯的船工，大家叫他“老灯”。外国客人也来看，海事局航标处处长玛尔塔·伊万诺说，这样的船她只在画里见过。58岁的摄影家白竹生拍了一上午，专职船检员贺小舟查看了每一条船。

比赛由副镇长陈明远主持。闻讯赶来的还有金采薇。有着多年修船经验的老船匠沈若谷在旁看着。

获奖名单
姓名 性别 年龄 单位
顾长庚 男 46 渡口中学教师
欧阳礼 女 38 清江合作社理事长
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("people"), PAGE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("邹远山是谁", "清江船舶研究所所长、省船史学会副会长"),
        ("邹远山什么职务？", "清江船舶研究所所长、省船史学会副会长"),
        ("罗守田是干啥的", "柳塘镇老渡口村村民"),
        ("罗守田 职业", "柳塘镇老渡口村村民"),
        ("罗守田是哪里人", "柳塘镇老渡口村"),
        ("宋一帆哪个公司的", "联江重工"),
        ("老灯是谁", "看灯的船工"),
        ("玛尔塔·伊万诺是什么人", "海事局航标处处长"),
        ("阿满多大了", "十九岁"),
        ("岳老先生今年多大岁数", "91岁"),
        ("岳老先生是谁呀", "原柳塘船厂工程师"),
        ("白竹生几岁", "58岁"),
        ("沈若谷是谁", "修船经验的老船匠"),  # 经 is no word here
        ("欧阳礼是谁", "清江合作社理事长"),  # in a row of a table, not of the one above
        ("顾长庚是干什么的", "渡口中学教师"),
        ("请问邹远山是谁？", "清江船舶研究所所长、省船史学会副会长"),
        ("你好，邹远山是谁呀？谢谢啦", "清江船舶研究所所长、省船史学会副会长"),
        ("邹远山是谁😀", "清江船舶研究所所长、省船史学会副会长"),
        ("邹远山是谁~", "清江船舶研究所所长、省船史学会副会长"),
        ("谁是邹远山", "清江船舶研究所所长、省船史学会副会长"),
        ("请问罗守田是做什么的", "柳塘镇老渡口村村民"),
        ("罗守田是干嘛的", "柳塘镇老渡口村村民"),
        ("想知道岳老先生多大岁数…", "91岁"),
    ],
)
def test_what_is_told_of_somebody_is_marked(ferry: Corpus, question: str, told: str) -> None:
    """One name is all the question has, and what stands beside it answers."""
    answer = ferry.ask(question)
    marked = answer.hits[0].snippet.answer_text or ""
    assert answer.answered
    assert told in marked
    assert len(marked) <= len(told) + 6


@pytest.mark.parametrize(
    "question", ["金采薇是谁", "金采薇今年多大", "金采薇是哪里人", "贺小舟哪家医院的", "何青几岁"]
)
def test_nobody_else_answers_for_somebody(ferry: Corpus, question: str) -> None:
    """Whom a page only names it says nothing of, and what it says of others is no answer."""
    assert not ferry.ask(question).answered


@pytest.mark.parametrize(
    ("question", "name", "aspect"),
    [
        ("邹远山到底是谁呀？", "邹远山", Aspect.WHO),
        ("老倪是做什么工作的", "老倪", Aspect.WHO),
        ("赵大爷的年龄", "赵大爷", Aspect.AGE),
        ("殷禾在哪家医院上班", "殷禾", Aspect.HOUSE),
        ("次仁央吉 籍贯", "次仁央吉", Aspect.HOME),
    ],
)
def test_a_name_and_what_is_asked_of_it_are_read(
    ferry: Corpus, question: str, name: str, aspect: Aspect
) -> None:
    """The name is all that stands before what asks."""
    assert asked_of_somebody(ferry._state.reader.read(question)) == (name, aspect)


@pytest.mark.parametrize(
    "question",
    [
        "卫健委是什么部门",
        "健康码是干什么的",
        "小偷是谁",
        "男主角是谁",
        "联影是什么公司",
        "院长是谁",
        "获奖者是谁",
        "柳塘镇的镇长是谁",
        "罗守田的徒弟是谁",
        "邹远山和宋一帆谁年纪大",
        "罗守田老婆是谁",
    ],
)
def test_who_is_told_by_what_they_do_has_no_name_yet(ferry: Corpus, question: str) -> None:
    """院长是谁 asks for a name."""
    assert asked_of_somebody(ferry._state.reader.read(question)) is None


OTHERS = """敬老院的志愿者

本报讯（记者何青）7月2日，63岁的周大爷对护士李梅霞说，谢谢。李梅霞今年41岁，是柳塘县人民医院护士。68岁的患者家属孙云山18岁参军，今年65岁。白小溪，6岁时随父母进城，今年41岁，是柳塘小学教师。

院长看望患者宋一帆。罗守田，每天接诊60名患者，年初累倒。陈明远，她的丈夫是教师。市中心医院院长王军伟到场，王军是医院食堂厨师。沈云飞，原名沈大有，浙江绍兴人，教了一辈子书，顾小满生于江西婺源。小雨今年9岁，100岁的太奶奶常给小雨讲故事。院长夫人是孙丽云，新楼用了5年。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("李梅霞今年多大", "41岁"),
        ("孙云山今年几岁", "65岁"),
        ("白小溪今年多大", "41岁"),
        ("小雨几岁", "9岁"),
        ("沈云飞是哪里人", "浙江绍兴"),
        ("顾小满是哪里人", "江西婺源"),
        ("王军是谁", "医院食堂厨师"),
        ("王军伟什么职务", "市中心医院院长"),
        ("院长夫人是谁", "孙丽云"),
    ],
)
def test_somebody_is_told_from_others_nearby(tmp_path: Path, question: str, told: str) -> None:
    """Another's age, the age at which something happened and a longer name tell nothing of who is asked about."""
    assert corpus_of(tmp_path, OTHERS).ask(question).hits[0].snippet.answer_text == told


@pytest.mark.parametrize("question", ["宋一帆是谁", "罗守田是谁", "陈明远是谁", "新楼多大"])
def test_what_others_do_is_no_answer(tmp_path: Path, question: str) -> None:
    """院长看望患者 tells what somebody does, 丈夫是教师 of another, and no house has an age."""
    assert not corpus_of(tmp_path, OTHERS).ask(question).answered


def test_a_name_printed_with_a_dot_is_found_without(tmp_path: Path) -> None:
    """Who types 伊万罗兹 means 伊万·罗兹."""
    corpus = corpus_of(tmp_path, "守塔人\n\n本报讯 69岁的伊万·罗兹站在礁石上，手里拎着一盏旧马灯。\n")
    assert corpus.ask("伊万罗兹几岁").hits[0].snippet.answer_text == "69岁"


@pytest.mark.parametrize(
    ("follow_up", "told"),
    [("他现在在哪里工作？", "联江重工"), ("他是谁", "联江重工董事长兼总经理")],
)
def test_he_is_still_who_was_asked_about(ferry: Corpus, follow_up: str, told: str) -> None:
    """“X是谁” is answered by what he is; 他 means him all the same, not the post."""
    first = ferry.ask("宋一帆是谁")
    second = ferry.ask(follow_up, previous=ferry.ask("他是什么职务", previous=first))
    assert told in (second.hits[0].snippet.answer_text or "")


def test_another_number_is_nobody_s_age(ferry: Corpus) -> None:
    """他多大 asks for years; 三十多名 and 7月2日 tell none."""
    first = ferry.ask("宋一帆是谁")
    assert first.answered
    assert not ferry.ask("他多大？", previous=first).answered


def test_each_of_a_row_has_the_post_behind_the_name(tmp_path: Path) -> None:
    """The first cell that tells what somebody is is theirs, the next one another's."""
    corpus = corpus_of(tmp_path, "值班表\n\n周大海  院长  李红梅  副院长\n王长庚  书记  赵采薇  副书记\n")
    for name, post in (("周大海", "院长"), ("李红梅", "副院长"), ("王长庚", "书记")):
        assert corpus.ask(f"{name}是谁").hits[0].snippet.answer_text == post


def test_he_isn_t_whose_daughter_was_asked_about(tmp_path: Path) -> None:
    """李明的女儿 is not 李明: 她 is asked about, and no other age answers."""
    corpus = corpus_of(
        tmp_path,
        "李明一家\n\n本报讯 李明的女儿名叫朵朵，在蓝天小学读书。\n\n李明救人\n\n本报讯 司机李明今年35岁，跳河救人获得表彰。\n",
    )
    first = corpus.ask("李明的女儿在哪里读书？")
    assert first.answered
    second = corpus.ask("她今年多大？", previous=first)
    assert not (second.answered and second.hits[0].snippet.answer_text == "35岁")
