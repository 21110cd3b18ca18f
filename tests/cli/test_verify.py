"""jianbao verify: the contract's JSON, words for people, exit codes."""

from __future__ import annotations

import json
import re

import pytest

from bot.cards.texts import LANGUAGES, texts_in
from tests.cli.conftest import Jianbao

SENTENCE = "5万余名志愿者火速集结,400多万人次从中受益!"


def test_the_json_is_the_contract(jianbao: Jianbao) -> None:
    """Exactly these keys, in one object."""
    ran = jianbao("verify", "6万余名志愿者火速集结", "--json")
    row = json.loads(ran.out)
    assert ran.code == 0
    assert list(row) == ["quote", "verdict", "similarity", "hits"]
    assert list(row["hits"][0]) == [
        "article_id",
        "source",
        "title",
        "lines",
        "text",
        "difference",
        "citation",
    ]
    assert (row["quote"], row["verdict"]) == ("6万余名志愿者火速集结", "near")
    assert row["similarity"] == pytest.approx(10 / 11, abs=1e-4)
    hit = row["hits"][0]
    assert hit["difference"] == [
        ["replace", "6", "5"],
        ["equal", "万余名志愿者火速集结", "万余名志愿者火速集结"],
    ]
    assert (hit["text"], hit["lines"]) == ("5万余名志愿者火速集结", [[9, 9]])


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (SENTENCE, "一字不差"),
        ("6万余名志愿者火速集结", "【“6”应为“5”】万余名志愿者火速集结"),
        (SENTENCE.replace(",", "、"), "文字与原文相同，只是标点不一样"),
        ("长江上游出现了一群白鳍豚", "资料里没有这段话"),
    ],
)
def test_people_are_told_in_chinese(jianbao: Jianbao, quote: str, said: str) -> None:
    """Verdict, passage and citation, or that there is none; either way the work was done."""
    ran = jianbao("verify", quote)
    assert ran.code == 0
    assert said in ran.out


@pytest.mark.parametrize(
    ("quote", "why"), [("报纸", "too short"), ("", "too short"), ("报纸" * 2001, "too long")]
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_quotation_of_the_wrong_length_is_bad_usage(
    jianbao: Jianbao, quote: str, why: str, form: tuple[str, ...]
) -> None:
    """Exit code 2 and one line, in English as all that the command line complains of."""
    ran = jianbao("verify", quote, *form)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.complaint


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_offered_to_be_verified_can_be(jianbao: Jianbao, language: str) -> None:
    """Every quotation that a sentence of ours gives for an example stands in the seeds, word for word."""
    texts = texts_in(language)
    examples = re.findall(
        "<code>/verify (.*)</code>|“(.+)”", texts.template("verify_what") + texts.template("why_quote_short")
    )
    assert len(examples) == 2
    for example in map("".join, examples):
        assert json.loads(jianbao("verify", example, "--json").out)["verdict"] == "verbatim", example
