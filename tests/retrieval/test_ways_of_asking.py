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
    ],
)
def test_what_is_asked_for_is_marked(
    tmp_path: Path, page: str, question: str, phrase: str, beyond: int
) -> None:
    """Neither what was before, nor another number, day or name beside it."""
    assert_marked(corpus_of(tmp_path, page).ask(question), phrase, beyond)


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
