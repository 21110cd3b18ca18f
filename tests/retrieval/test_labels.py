"""Rows of keywords: what stands right behind the last of them; numbers, places and times by how they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.finding.labels import values_in
from retrieval.language.phrases import Shape, phrases_of
from tests.retrieval.conftest import corpus_of
from tests.retrieval.test_evidence import assert_marked

FERRY = """流动诊船靠上芦荡

本报讯（记者 祝禾）8月6日，柳塘县流动诊船停靠芦荡渔村，首批体检的540人中，高血压188人，肝吸虫抗体阳性14人，其中6人此前毫不知情。50多位渔嫂就近学了急救，其中11人被列入骨干名单。船上新装的国产胆道镜最大弯曲角度210°，吃水深度1.9米。船上食堂粥一元、面六元。

诊船实行“双船长制”，医院与航运社各出一名船长，共同签发航次，三年内培养20名船员。退岗的船员愿降价转让铺位，每张降价40元。请渔民自公告之日起45日内，持有效证明登记。联系人：缪女士，电话：0731-5566778。
"""

COURT = """柳塘法院开进渔村

本报讯（记者 祝禾）柳塘法院的巡回法庭昨日在芦荡渔村老祠堂公开开庭，审理渔网纠纷。居住权自登记时设立，法官当场解释。全县庆祝开渔节主会场活动在此举行，沙洲镇望江楼下人山人海。法官游小满把散落在七本账里的欠条抄成一本。
"""


def test_a_number_behind_a_label() -> None:
    """The number behind the last words of a label is its value; one that only tells what kind another thing is, isn't."""
    text = "每户分摊2860元,叶面喷施0.5%的溶液,主讲:季云帆,限80席"
    assert [text[a:b] for a, b in values_in(text, "维修每户分摊")] == ["2860元"]
    assert [text[a:b] for a, b in values_in(text, "主讲")] == ["季云帆"]
    assert not list(values_in(text, "叶面喷施"))


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("柳塘县 流动诊船 首批 肝吸虫抗体阳性", "14人"),
        ("柳塘县 流动诊船 高血压", "188人"),
        ("流动诊船 铺位 每张降价", "40元"),
        ("流动诊船 国产胆道镜 最大弯曲角度", "210°"),
        ("流动诊船 吃水深度", "1.9米"),
        ("诊船食堂的粥多少钱", "一元"),
        ("流动诊船教渔嫂急救，有几位进了骨干名单？", "11人"),
        ("渔民登记 打哪个电话", "0731-5566778"),
    ],
)
def test_what_is_measured_or_counted(tmp_path: Path, question: str, phrase: str) -> None:
    """A measure is told in its unit, people in 人 as well as in 位, a telephone's number in figures."""
    assert_marked(corpus_of(tmp_path, FERRY).ask(question), phrase, 3)


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("柳塘法院 巡回法庭 渔网纠纷 开庭地点", "芦荡渔村老祠堂"),
        ("居住权自什么时候设立？", "登记时"),
        ("柳塘法院的法官游小满做了什么？", "把散落在七本账里的欠条抄成一本"),
    ],
)
def test_where_since_when_and_what_was_done(tmp_path: Path, question: str, phrase: str) -> None:
    """A place stands between 在 and what is done there, a time between 自 and what began; 把 belongs to what is done."""
    assert_marked(corpus_of(tmp_path, COURT).ask(question), phrase, 3)


def test_here_is_no_place(tmp_path: Path) -> None:
    """在此举行 tells nobody where."""
    answer = corpus_of(tmp_path, COURT).ask("全县庆祝开渔节的主会场活动在哪里举行？")
    assert (answer.hits[0].snippet.answer_text or "") != "此"


def test_a_term_that_is_set_up(tmp_path: Path) -> None:
    """What something new means stands behind its comma, and the bot is sure enough to say it."""
    answer = corpus_of(tmp_path, FERRY).ask("流动诊船的“双船长制”是什么意思？")
    assert answer.answered
    assert_marked(answer, "医院与航运社各出一名船长", 2)


def test_what_somebody_says_is_no_name(tmp_path: Path) -> None:
    """What stands in quotation marks with a colon in it is said, and names no course."""
    page = "田埂上的课\n\n本报讯（记者 祝禾）课表由蚕农来改。三年下来，改掉的课有四十七节。教授游敏说，她最难过的是自己最得意的《家蚕育种》被擦掉的那一次，“擦掉以后，黑板上写了两个字：脓病。”\n"
    answer = corpus_of(tmp_path, page).ask("游敏教授最得意却被农民从黑板上擦掉的那门课叫什么？")
    assert "脓病" not in (answer.hits[0].snippet.answer_text or "")


def test_which_farm_is_told_by_its_name(tmp_path: Path) -> None:
    """Where it is asked which farm, a clause that has a farm in it is too much."""
    page = "粮车绿色通道\n\n9月12日起，双桥农场三个检斤站24小时值班，夜间为排队司机供应热饭。（梅良）\n"
    assert_marked(corpus_of(tmp_path, page).ask("哪个农场的检斤站夜里给排队司机供热饭？"), "双桥农场", 2)


def test_old_measures() -> None:
    """斤, 尺 and 里 measure as 公斤 and 米 do; a ruler measures nothing."""
    text = "口粮三十二斤,潭深9尺,走了3里,5尺子"
    numbers = [text[a:b] for a, b, _ in phrases_of(text, Shape.NUMBER)]
    assert numbers == ["三十二斤", "9尺", "3里", "5"]
