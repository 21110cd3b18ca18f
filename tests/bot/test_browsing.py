"""Browsing: shelf, contents, articles, related articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cards.press import Act, Press
from retrieval.corpus import Corpus
from tests.bot.conftest import PAGES, QUESTION, MakeWorld
from tests.bot.world import GROUP, OTHER, Call, World, notices


async def _contents(world: World, source: str) -> Call:
    (shelf,) = await world.say("/sources")
    contents, _ = await world.press(shelf.data(source), shelf)
    return contents


async def test_from_the_shelf_to_an_article(world: World) -> None:
    """/sources → a page's contents → an article, each in place of the last."""
    (shelf,) = await world.say("/sources")
    assert "2 份版面，3 篇文章" in shelf.text and "医院.txt（2 篇）" in shelf.buttons
    contents, _ = await world.press(shelf.data("医院.txt"), shelf)
    assert contents.method == "editMessageText" and contents.message_id == shelf.message_id
    assert "1. 冰城健康志愿服务中心成立" in contents.text and "2. 安州区中医院" in contents.text
    article, _ = await world.press(contents.data("2"), contents)
    assert "首日接诊32名患者" in article.text
    assert "<u>" not in article.html


async def test_neighbours(world: World) -> None:
    """Previous and next walk over the page; at its ends there is no button."""
    contents = await _contents(world, "医院.txt")
    first, _ = await world.press(contents.data("1"), contents)
    assert not any("上一篇" in label for label in first.buttons)
    second, _ = await world.press(first.data("下一篇"), first)
    assert "热射病" in second.text and not any("下一篇" in label for label in second.buttons)
    back, _ = await world.press(second.data("上一篇"), second)
    assert back.text == first.text
    again, _ = await world.press(back.data("目录"), back)
    assert again.text == contents.text
    shelf, _ = await world.press(again.data("馆藏"), again)
    assert "教育.txt（1 篇）" in shelf.buttons


async def test_rows_without_headlines_that_share_their_id(make_world: MakeWorld, seeds: Path) -> None:
    """A file's contents show how its own row begins, though another file counts its rows from 1 as well."""
    texts = {"甲": "江州动物园今天开放，门票五元。", "乙": "海城植物园明天开放，门票八元。"}
    for name, text in texts.items():
        (seeds / f"{name}.jsonl").write_text(json.dumps({"id": "1", "text": text}), encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    for name, text in texts.items():
        assert f"1. {text}" in (await _contents(world, f"{name}.jsonl")).text


async def test_one_text_in_two_papers(make_world: MakeWorld, seeds: Path) -> None:
    """Each paper's contents open what it printed itself, with its own neighbours and reference; so does a link."""
    for paper, day in (("甲报", "2025-08-02"), ("乙报", "2025-08-03")):
        more = f"{paper}读者座谈\n\n{paper}昨天请来二十位读者座谈，听他们谈怎样把报纸办得更好看。\n"
        (seeds / f"{paper}.txt").write_text(f"{PAGES['医院.txt']}\n{more}", encoding="utf-8")
        (seeds / f"{paper}.yaml").write_text(f"publication: {paper}\ndate: {day}\n", encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    for paper, day in (("甲报", "2025-08-02"), ("乙报", "2025-08-03")):
        opened, _ = await world.press((contents := await _contents(world, paper)).data("2"), contents)
        assert f"《{paper}》" in opened.text
        assert f"{paper}, {day}" in opened.buttons["📋 复制引文"]["copy_text"]["text"]
        after, _ = await world.press(opened.data("下一篇"), opened)
        assert f"{paper}读者座谈" in after.text
        (card,) = await world.say(f"/ask {QUESTION} 来源:{paper}", chat=GROUP)
        link = card.buttons["📖 私聊看全文"]["url"].split("start=")[1]
        (linked,) = await world.say(f"/start {link}")
        assert f"《{paper}》" in linked.text


async def test_many_sources_and_long_contents(make_world: MakeWorld, seeds: Path) -> None:
    """A long shelf and a long table of contents come in pages."""
    for n in range(20):
        (seeds / f"页{n:02}.md").write_text(f"# 第{n}号通知\n\n第{n}号通知全文如下。", encoding="utf-8")
    rows = "".join(f'{{"id": "r{n}", "title": "第{n}则", "text": "简讯{n}。"}}\n' for n in range(25))
    (seeds / "长.jsonl").write_text(rows, encoding="utf-8")
    world = await make_world(Corpus.open(seeds))
    (shelf,) = await world.say("/sources")
    second, _ = await world.press(shelf.data("下一页"), shelf)
    third, _ = await world.press(second.data("下一页"), second)
    assert not any("下一页" in label for label in third.buttons)
    contents = await _turned_to(world, third, "长.jsonl")
    last, _ = await world.press(contents.data("下一页"), contents)
    assert "11. 第10则" in last.text and "20. 第19则" in last.text
    shelf, _ = await world.press(last.data("馆藏"), last)
    assert shelf.text == third.text and "长.jsonl（25 篇）" in " ".join(shelf.buttons)


async def _turned_to(world: World, shelf: Call, source: str) -> Call:
    while not any(source in label for label in shelf.buttons):
        shelf, _ = await world.press(shelf.data("上一页"), shelf)
    contents, _ = await world.press(shelf.data(source), shelf)
    return contents


async def test_related_articles(make_world: MakeWorld, seeds: Path) -> None:
    """相关报道 leads from an answer's full text to the other report and back; an unrelated article has none."""
    (seeds / "指南.md").write_text(
        "# 热射病诊断与治疗指南发布\n\n热射病指南要求门诊尽快给热射病患者降温。", encoding="utf-8"
    )
    world = await make_world(Corpus.open(seeds))
    (card,) = await world.say("安州区中医院热射病门诊首日接诊多少名患者？")
    full, _ = await world.press(card.data("全文"), card)
    related, _ = await world.press(full.data("相关报道"), full)
    assert "1. 热射病诊断与治疗指南发布" in related.text and "指南.md" in related.text
    back, _ = await world.press(related.data("回到文章"), related)
    assert back.text == full.text
    other, _ = await world.press(related.data("1"), related)
    assert "指南要求" in other.text
    mutual, _ = await world.press(other.data("相关报道"), other)
    assert "安州区中医院" in mutual.text
    (of_other,) = await world.say("出处呢？")
    assert "指南.md" in of_other.text
    await world.press(related.data("回到文章"), related)
    (of_answer,) = await world.say("出处呢？")
    assert "医院.txt" in of_answer.text
    (card,) = await world.say("河南省中小学心理健康宣传月在哪里启动？")
    full, _ = await world.press(card.data("全文"), card)
    assert not any("相关报道" in label for label in full.buttons)


async def test_browsing_in_a_group(world: World) -> None:
    """In a group the shelf is one line with a link into the private chat, where it opens."""
    (shelf,) = await world.say("/sources", chat=GROUP)
    (button,) = shelf.buttons.values()
    (opened,) = await world.say("/start " + button["url"].split("start=")[1])
    assert "教育.txt（1 篇）" in opened.buttons


async def test_an_empty_shelf(make_world: MakeWorld, seeds: Path) -> None:
    """With nothing on the shelf, that is said."""
    (seeds / "医院.txt").unlink()
    (seeds / "教育.txt").unlink()
    world = await make_world(Corpus.open(seeds))
    (shelf,) = await world.say("/sources")
    assert "一份报纸也没有" in shelf.text and not shelf.buttons


async def test_a_page_that_is_gone(make_world: MakeWorld, seeds: Path) -> None:
    """Buttons of a page that left the corpus say so."""
    world = await make_world(Corpus.open(seeds))
    contents = await _contents(world, "教育.txt")
    article, _ = await world.press(contents.data("1"), contents)
    (seeds / "教育.txt").unlink()
    world.office.desk.corpus.reload()
    assert notices(await world.press(article.data("目录"), article)) == ["这份版面已经不在馆里了。"]
    assert notices(await world.press(contents.data("1"), contents)) == ["这篇文章已经不在馆里了。"]


@pytest.mark.parametrize(
    "press",
    [
        Press(Act.CONTENTS, 42, "0123456789abcdef"),
        Press(Act.RELATED, 42, "unknown"),
        Press(Act.KIN, 42, "unknown", 3),
        Press(Act.ARTICLE, 42, "", 0),
    ],
)
async def test_forged_presses(world: World, press: Press) -> None:
    """What names nothing changes nothing."""
    assert [c.method for c in await world.press(press.data)] == ["answerCallbackQuery"]


async def test_a_page_number_beyond_the_last(world: World) -> None:
    """A forged page number shows the last page."""
    (shelf,) = await world.say("/sources")
    shown, _ = await world.press(Press(Act.SHELF, 42, page=9999).data, shelf)
    assert shown.text == shelf.text


async def test_the_relations_of_anothers_answer(world: World) -> None:
    """Forging oneself as the owner of another's answer opens nothing."""
    (card,) = await world.say(QUESTION)
    key = card.data("👍").split(":")[2]
    forged = Press(Act.KIN, OTHER["id"], key).data
    chat = {"id": 43, "type": "private", "first_name": "阿强"}
    assert [c.method for c in await world.press(forged, None, OTHER, chat)] == ["answerCallbackQuery"]
