"""What a page tells in a form of its own: how something is done, what it holds, where it was printed, each of several things."""

from __future__ import annotations

import pytest

from retrieval.corpus import Corpus
from tests.retrieval.conftest import corpus_of

PAGE = """《雪盲症预防与救治手册(第二版)》出版

本报讯 高原医院编写的《雪盲症预防与救治手册(第二版)》近日出版。手册首次提出雪盲分级标准;首次提出了雪面反光指数(XFZ);首次提出牧区转诊路线图等内容。“只要在雪地停留满一小时,且眼睛刺痛流泪,即可判断为雪盲。”主编桑吉说。手册的研究结果去年发表在学术期刊《高原·眼科》上。

与戴墨镜的牧民相比，不戴的牧民发病更早。检查视力时，桑吉用强光灯照墙。针对外县牧民的转诊需求，医院开设“雪线”微信小程序线上登记渠道，牧民不出毡房就能登记。

“送药到毡房”服务对象主要包括独居老人、行动不便者、怀孕的妇女，服务内容涵盖代取药品、量血压、讲解用法等方面。牧区巡诊的“马背课堂”模式很受欢迎：设立三个教学点，编写双语讲义，每月考一次试。此次征集涵盖内容很多，包括对老牧医的经历进行记录，对牧区验方进行抄录，以及对旧药箱的收藏等。

去年高原医院的治愈率为91%，高于县医院的78%，病人有五百人。在大雪封山的紧急情况下启动“一键求援”，位置就传到医院。“一键求援”功能已在牧区平台“雪线通”小程序上线。
"""


@pytest.fixture(scope="module")
def plateau(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("plateau"), PAGE)


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("雪盲怎么判断？", "只要在雪地停留满一小时,且眼睛刺痛流泪,即可判断为雪盲"),
        ("外县牧民转诊怎么登记", "医院开设“雪线”微信小程序线上登记渠道"),
        ("雪盲手册首次提出了哪些内容？", "雪盲分级标准;首次提出了雪面反光指数(XFZ);首次提出牧区转诊路线图"),
        ("手册的研究结果发表在哪里？", "《高原·眼科》"),
        ("送药到毡房服务包括什么？", "代取药品、量血压、讲解用法"),
        ("马背课堂模式包括什么", "设立三个教学点，编写双语讲义，每月考一次试"),
        ("此次征集涵盖哪些内容？", "对老牧医的经历进行记录，对牧区验方进行抄录，以及对旧药箱的收藏"),
        ("高原医院和县医院的治愈率分别是多少？", "91%，高于县医院的78%"),
        ("一键求援在哪里上线？", "牧区平台“雪线通”小程序"),
    ],
)
def test_what_has_a_form_of_its_own_is_marked(plateau: Corpus, question: str, phrase: str) -> None:
    """And not what stands nearest to the question's words."""
    assert plateau.ask(question).hits[0].snippet.answer_text == phrase


@pytest.mark.parametrize("question", ["雪盲症怎么救治？", "雪盲症如何预防"])
def test_a_title_that_holds_the_verb_tells_no_way(plateau: Corpus, question: str) -> None:
    """A handbook's name doesn't say how."""
    answer = plateau.ask(question)
    assert not answer.answered
    assert answer.hits[0].snippet.answer_text is None


@pytest.mark.parametrize("question", ["一键求援在哪里可以用？", "桑吉检查视力怎样", "戴墨镜和不戴哪个好"])
def test_a_circumstance_answers_nothing(plateau: Corpus, question: str) -> None:
    """When something is so, or compared to what, is neither where nor what it is."""
    marked = plateau.ask(question).hits[0].snippet.answer_text or ""
    assert not marked.endswith(("情况下", "时", "相比"))
