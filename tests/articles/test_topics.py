"""What texts are about: those of one matter point the same way though they share hardly a word."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.articles.evidence import topics
from retrieval.articles.evidence.topics import Topics
from retrieval.articles.looks.style import COMMON

DAM = "连日暴雨，青口水库超出汛限水位一米二，管理处昨夜打开两孔闸门泄洪，坝顶每半小时有人巡一趟。"
VILLAGE = "下游三个村的四百多名群众已在天黑前转移到小学，镇干部挨户敲门，抢险队员往河堤上背了两千只沙袋。"
FLU = "入冬以来呼吸道疾病进入高发期，医生提醒，发热咳嗽的患者应戴好口罩，及时到门诊就医。"
WHEAT = "合作社的六台收割机已经下地，亩产比去年高出四十公斤，农技员说，今年的小麦籽粒饱满。"
RICE = "插秧的农户说，稻田要先放水晒田，再追一次氮肥，病虫害由植保站统一防治。"
TEXTS = [DAM, VILLAGE, FLU, WHEAT, RICE]


def about(texts: list[str]) -> Topics:
    """Look at these texts."""
    return Topics.of(COMMON.number(texts))


def test_texts_of_one_matter_are_near() -> None:
    """Reservoir and flooded villages, wheat and rice: each is nearer to the other than to anything else, whoever is named first."""
    near = about(TEXTS).nearness(about(TEXTS))
    np.fill_diagonal(near, -9.0)
    assert [near[at].argmax() for at in (0, 1, 3, 4)] == [1, 0, 4, 3]
    assert (near == near.T).all()


@pytest.mark.parametrize(
    ("head", "of"), [("洪峰过境 无一人伤亡", {0, 1}), ("丰收在望", {3, 4}), ("咳嗽不停别硬扛", {2})]
)
def test_a_head_is_near_what_it_heads(head: str, of: set[int]) -> None:
    """Even where the text has no word of it: “丰收在望” over news of wheat."""
    near = about(TEXTS).of_heads(about([head]))[:, 0]
    assert near.argmax() in of


def test_texts_taken_together() -> None:
    """It is the same in any order, and one text alone is itself."""
    some = about(TEXTS)
    together, turned = some.as_one([0, 1, 4]), some.as_one([4, 0, 1])
    assert (together.nearness(some) == turned.nearness(some)).all()
    assert (some.as_one([2]).nearness(some) == some.nearness(some)[2:3]).all()


def test_a_text_without_a_known_part_is_near_nothing() -> None:
    """It tells nothing for or against."""
    near = about(["", "①②③", DAM]).nearness(about(["", DAM]))
    assert near[:2].tolist() == [[0.0, 0.0], [0.0, 0.0]]


def test_no_text() -> None:
    """A page without text has no pairs."""
    assert about([]).nearness(about([])).shape == (0, 0)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Parts, vectors and their types."""
    made = topics.Table(np.array(["坝", "水库"]), np.array([[1, -127], [3, 4]], np.int8))
    topics.write_table(made, tmp_path / "topics.npz")
    read = topics.read_table(tmp_path / "topics.npz")
    assert read.parts.tolist() == ["坝", "水库"]
    assert (read.vectors == made.vectors).all()
    assert read.vectors.dtype == np.int8
