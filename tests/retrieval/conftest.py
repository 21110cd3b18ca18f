"""Small corpora written inline, and the real seeds, opened once."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.corpus import Corpus

SEEDS = Path(__file__).parents[2] / "seeds"

HOSPITAL = """市中心医院启用新门诊楼

本报讯（记者赵小北）3月8日，临江市中心医院新门诊楼正式启用。该楼共12层，建筑面积3.6万平方米，总投资2.4亿元。院长周一鸣介绍，新楼设有磁共振成像（MRI）检查室5间，日均可接诊患者4000余人次。

为方便老年人就医，医院在一楼设置了“银龄服务岗”，由12名志愿者轮流值守。据悉，自2019年以来，该院已为65岁以上老人提供陪诊服务3万余次。
"""
SCHOOL = """希望小学办起种植园

本报讯（通讯员孙丽）近日，清河县希望小学的学生们在校园种植园里收获了萝卜、白菜和辣椒。种植园占地2亩，由该校教师王大力牵头建设。校长刘敏说，劳动课让孩子们懂得了粒粒皆辛苦。
"""


def corpus_of(folder: Path, text: str) -> Corpus:
    """Open a corpus of one page."""
    (folder / "page.txt").write_text(text, encoding="utf-8")
    return Corpus.open(folder)


@pytest.fixture(scope="session")
def seeds() -> Corpus:
    """The five real pages."""
    return Corpus.open(SEEDS)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Two pages of our own: a hospital and a school."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "hospital.txt").write_text(HOSPITAL, encoding="utf-8")
    (folder / "school.txt").write_text(SCHOOL, encoding="utf-8")
    return Corpus.open(folder)
