"""What only the way a question is asked makes an answer: a deadline, two towns by name, a Latin name, what it is now."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.finding.signatures import signature_of
from retrieval.language.spelling import Speller
from tests.retrieval.conftest import corpus_of
from tests.retrieval.test_evidence import assert_marked

TOWNS = """医联体试点扩围

本报讯（记者 祝禾）云泽省卫生健康委昨日介绍，开展医联体试点以来，以柳塘市和芦荡市为试点，把医联体建设作为重要举措稳步推进。县图书馆夜读室由21点延长到23点，凭证进入。

招领：8月3日，渔政站在北堤拾获竹筏一只，请失主于9月6日前前来认领，逾期按无主物处理。
"""

MODEL = """肺结节影像筛查AI模型发布

本报讯（记者 祝禾）6月2日，云泽省胸科医院发布首个肺结节影像筛查人工智能模型LUNG PINE和相关成果，两年内可下载全文及三页口袋卡；卫生院可凭介绍信索取纸质口袋卡，每家限80份。
"""

KIT = """救护箱上船

本报讯（记者 祝禾）芦荡渔村的救护箱由止血带（红）、绷带（白）和保温毯（银）三样组成，每箱一本说明书。评分由神志（S）、呼吸≥30次/分（B）和年龄≥65岁三项组成。
"""

FACTORY = """一部红电话

本报讯（记者 祝禾）柳塘酱厂的厂长热线三年里响了3217次。三年中，全厂采纳职工建议286条，实现利税940万元。厂长侯满仓丢了一只黑背“墩子”，找了三天。
"""


WHARF = """码头夜里起火

本报讯（记者 祝禾）9月3日夜，柳塘码头一号棚冒出浓烟，值班员缪成拎着水桶赶来，电工薛大壮拉断总闸，四十分钟后火被扑灭。棚里一只布包完好，内有账本一册、渔票九张。船工把布包交给了一位姓尤的老会计。起火原因系充电器短路。码头只提了一个要求：把拖线板全部拆掉。

棚长二十六米，修棚赔偿人工费900元，共花去1.8万元。缪成被浓烟呛倒，送卫生院后确诊为吸入性喉头水肿，次日接受了气管切开术。他的徒弟已到船校学习轮机维修，学费全免。
"""

SCHOOL = """沙洲上的教学点

本报讯（记者 祝禾）“先洗手，再翻书。”这是沙洲教学点的第一条规矩。教学点每月最后一个周六上午开放书屋，平日书屋下午四点以后锁门。院里的石碑刻着“耕读”二字，立于明万历二十一年。孩子们在渡口生活6天，六成来自渔家。渔网节学习证书在芦荡市发布，少年组的祁小满以1分09秒71游完全程。书屋征集旧书，请发至shuwu@lutang.example。孩子们在门口合影。老师教的结绳试验：先绕两圈，再打平结。全村43户，26户是渔户。渡口新添木船2条、浮桥9座。祁小满认得出碑座上“海不扬波”四个字。老师阿依莎半年里认全了孩子，最小的才5岁。

闵秋月 摄
"""


@pytest.mark.parametrize(
    ("page", "question", "phrase", "beyond"),
    [
        (TOWNS, "云泽省的医联体试点是哪两个市？", "柳塘市和芦荡市", 0),
        (TOWNS, "县图书馆夜读室几点关", "23点", 0),
        (TOWNS, "丢了竹筏的人最迟哪天去渔政站认领", "9月6日", 2),
        (MODEL, "肺结节筛查AI叫啥名？", "LUNG PINE", 0),
        (MODEL, "口袋卡限领几份？", "80份", 2),
        (KIT, "救护上船的评分看哪三项？", "神志（S）、呼吸≥30次/分（B）和年龄≥65岁", 0),
        (FACTORY, "酱厂丢的那只黑背叫什么名字？", "墩子", 2),
        (WHARF, "柳塘码头的棚子为什么会起火？", "充电器短路", 7),
        (WHARF, "柳塘码头提的要求是什么？", "把拖线板全部拆掉", 0),
        (WHARF, "柳塘码头的布包里有什么？", "账本一册、渔票九张", 2),
        (WHARF, "船工把码头的布包交给了谁？", "一位姓尤的老会计", 0),
        (WHARF, "柳塘码头的棚有多长？", "二十六米", 0),
        (WHARF, "柳塘码头修棚赔了多少人工费？", "900元", 0),
        (WHARF, "缪成送到卫生院查出了什么病？", "吸入性喉头水肿", 0),
        (WHARF, "谁拉断了码头的总闸", "薛大壮", 0),
        (WHARF, "缪成的徒弟去船校学什么？", "轮机维修", 0),
        (SCHOOL, "沙洲教学点的第一条规矩是什么？", "先洗手，再翻书", 1),
        (SCHOOL, "沙洲教学点什么时候开放书屋？", "每月最后一个周六上午", 0),
        (SCHOOL, "沙洲教学点书屋平日几点锁门？", "下午四点以后", 0),
        (SCHOOL, "沙洲教学点 石碑 刻字", "耕读", 0),
        (SCHOOL, "沙洲教学点的石碑是哪年立的？", "明万历二十一年", 0),
        (SCHOOL, "沙洲教学点 渡口生活 天数", "6天", 0),
        (SCHOOL, "渔网节 学习证书 发布城市", "芦荡市", 0),
        (SCHOOL, "祁小满游完全程用了多久？", "1分09秒71", 0),
        (SCHOOL, "沙洲教学点的书屋征集旧书 发哪个邮箱", "shuwu@lutang.example", 0),
        (SCHOOL, "沙洲教学点孩子们的照片是谁拍的？", "闵秋月", 0),
        (SCHOOL, "沙洲教学点老师教的结绳试验咋做", "先绕两圈，再打平结", 0),
        (SCHOOL, "沙洲教学点的村子有多少渔户？", "26户", 0),
        (SCHOOL, "沙洲渡口新添了几座桥？", "9座", 0),
        (SCHOOL, "沙洲的祁小满认得出哪四个字？", "海不扬波", 0),
    ],
)
def test_what_is_asked_for_is_marked(
    tmp_path: Path, page: str, question: str, phrase: str, beyond: int
) -> None:
    """Neither what was before, nor another number, day or name beside it."""
    assert_marked(corpus_of(tmp_path, page).ask(question), phrase, beyond)


def test_the_age_of_somebody_else_is_none(tmp_path: Path) -> None:
    """How old a teacher is that the page names isn't told by the age of a child."""
    corpus = corpus_of(tmp_path, SCHOOL)
    assert not corpus.ask("沙洲教学点的阿依莎今年几岁了").answered
    assert corpus.ask("沙洲教学点最小的孩子几岁").hits[0].snippet.answer_text == "5岁"


def test_half_a_word_is_no_typo() -> None:
    """长图 isn't taken for 张图, of which a page tells: 长 is read in two ways."""
    speller = Speller(["张图", "热射病"], lambda pair: False)
    assert speller.correct("苹果手机怎么截长图") == "苹果手机怎么截长图"


def test_who_signed_with_an_office(tmp_path: Path) -> None:
    """Where a byline is a name and an office, the name tells who wrote it."""
    page = "给诊断留一条退路\n\n柏龄 岚川大学中心医院内科教研室主任\n\n诊断不是一锤子买卖。每一次下结论，都要给后来的自己留一条退路，病人的身体会说话，只是说得慢。\n\n把退路写进病历，才是对病人负责。\n"
    article = corpus_of(tmp_path, page).ask("给诊断留一条退路").hits[0].article
    signed = signature_of(article)
    assert signed and article.text[slice(*signed)] == "柏龄"
