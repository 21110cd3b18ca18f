"""A citation that is pasted shows what it cites."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.reference import newspaper_reference
from retrieval.answering.citations import CITED_CHARS, read_citation
from retrieval.answering.references import read_headline
from retrieval.corpus import Corpus
from retrieval.records import Tone


@pytest.mark.parametrize(
    ("text", "name", "rows"),
    [
        ("《健康报》:《河南中小学心理健康宣传月活动启动》,002_5d66.txt 第43行", "002_5d66.txt", [(43, 43)]),
        ("石河子.txt 第33、35—37行说的是什么", "石河子.txt", [(33, 33), (35, 37)]),
        ("看看 news.JSONL第2行", "news.JSONL", [(2, 2)]),
        ("《清溪镇修好老水渠》,版面 (1).txt 第3行", "版面 (1).txt", [(3, 3)]),
        ("医院.txt: 第7-8, 12行", "医院.txt", [(7, 8), (12, 12)]),
    ],
)
def test_what_a_citation_names(text: str, name: str, rows: list[tuple[int, int]]) -> None:
    """A file, whose name may hold blanks and brackets, and lines."""
    cited = read_citation(text)
    assert cited
    assert name in cited[0] and cited[1] == rows


@pytest.mark.parametrize("text", ["第43行写了什么", "002_5d66.txt 里有什么"])
def test_what_is_no_citation(text: str) -> None:
    """A file or a line alone."""
    assert read_citation(text) is None


def test_the_longest_name_is_meant(tmp_path: Path) -> None:
    """版面 2.txt is not 2.txt, which is there as well."""
    for name, what in (("版面 2.txt", "水渠"), ("2.txt", "夜校")):
        (tmp_path / name).write_text(
            f"石桥镇的新{what}\n\n本报讯 石桥镇的{what}上周办成，镇上的人都来看。\n", "utf-8"
        )
    corpus = Corpus.open(tmp_path)
    for name in ("版面 2.txt", "2.txt"):
        assert corpus.ask(f"《石桥镇》,{name} 第3行").hits[0].article.source == name


@pytest.mark.parametrize(
    "name", ["（二版）健康.txt", "(1)健康.txt", "“专刊”健康.txt", "《专刊》健康.txt", " 健康.txt"]
)
@pytest.mark.parametrize("before", ["《医师报》:", "《医师报》:《石桥镇》,", "看看", "引自："])
def test_a_name_that_begins_with_a_bracket(tmp_path: Path, name: str, before: str) -> None:
    """It is the whole name that is meant, though there be another that lacks the bracket."""
    for file, what in ((name, "水渠"), ("健康.txt", "夜校"), ("专刊”健康.txt", "戏台")):
        (tmp_path / file).write_text(
            f"石桥镇的新{what}\n\n本报讯 石桥镇的{what}上周办成，镇上的人都来看。\n", "utf-8"
        )
    [hit] = Corpus.open(tmp_path).ask(f"{before}{name} 第3行").hits
    assert hit.article.source == name


_ROWS = [
    {"title": "石桥镇开夜校", "text": "石桥镇的夜校昨天开学，来了三十人。"},
    {
        "title": "清溪镇  修水渠",
        "text": "清溪镇的水渠修好了。\n全长三里，用了两个月。",
        "publication": "清溪报",
    },
    {"title": "石桥镇", "text": "石桥镇的人都来看戏。"},
    {"text": "江州动物园今天开放，门票五元。"},
    {"text": "海城植物园明天开放，门票八元。"},
    {"text": "海城体育馆后天开放，门票九元。", "publication": "海城晚报"},
]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("rows")
    lines = (json.dumps(row | {"id": str(n)}) for n, row in enumerate(_ROWS))
    (folder / "简讯.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return Corpus.open(folder)


@pytest.mark.parametrize(
    ("pasted", "row"),
    [
        ("《石桥镇开夜校》,简讯.jsonl 第1行", 0),
        ("《清溪报》:《清溪镇 修水渠》,简讯.jsonl 第1行", 1),
        ("看看《清溪镇 修水渠》，简讯.jsonl 第2行写了什么", 1),
        ("《石桥镇》,简讯.jsonl 第1行", 2),
        ("简讯.jsonl 第1行", 3),
        ("海城植物园明天开放，门票八元。\n📰 简讯.jsonl 第1行", 4),
        ("“海城植物园明天开放，门票【八元】。”\n  —— 简讯.jsonl 第1行", 4),
        ("《海城晚报》:简讯.jsonl 第1行", 5),
    ],
)
def test_which_of_many_rows_is_cited(rows: Corpus, pasted: str, row: int) -> None:
    """Rows all have a line 1: the headline tells which is meant, else what is quoted beside it, or the newspaper."""
    [hit] = rows.ask(pasted).hits
    assert hit.article.id == str(row)


def test_every_hit_is_found_by_its_own_citation(seeds: Corpus) -> None:
    """Whatever is answered, its citation pasted back shows the article and begins in the lines that it cites."""
    for question in (
        "哈尔滨关爱健康志愿服务中心是什么时候成立的",
        "石河子托育园有多少床位",
        "托育服务",
        "谁带领专家组去摩洛哥",
    ):
        for hit in seeds.ask(question).hits:
            again = seeds.ask(hit.citation)
            assert again.answered and again.hits[0].article.id == hit.article.id
            assert (
                again.hits[0].snippet.lines[0][0]
                <= hit.snippet.lines[0][0]
                <= again.hits[0].snippet.lines[-1][1]
            )


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("没有这份.txt 第9行", Tone.NO_FILE),
        ("999_foo.txt", Tone.NO_FILE),
        ("000_ee8f0813d121c604.txt 第99999行", Tone.NO_LINE),
        ("《医师报》:《59+2 哈尔滨创健康服务新模式》,000_ee8f0813d121c604.txt 第999行", Tone.NO_LINE),
        ("玉辉. 火星上的服务新模式[N]. 医师报.", Tone.NO_ARTICLE),
    ],
)
def test_a_citation_of_nothing(seeds: Corpus, text: str, tone: Tone) -> None:
    """What isn't there is told to be missing: no other article is shown in its place."""
    answer = seeds.ask(text)
    assert (answer.tone, answer.answered, answer.hits) == (tone, False, ())


@pytest.mark.parametrize("text", ["{}", "“{}”", "看看 {}", "{}？"])
def test_a_bare_file_name(seeds: Corpus, text: str) -> None:
    """Its first article is opened, from its beginning."""
    [hit] = seeds.ask(text.format("000_ee8f0813d121c604.txt")).hits
    assert hit.article == seeds.articles("000_ee8f0813d121c604.txt")[0]
    assert hit.snippet.start == 0


def test_all_lines_that_are_cited(seeds: Corpus) -> None:
    """A citation of several lines shows them all."""
    cited = "《医师报》:《59+2 哈尔滨创健康服务新模式》,000_ee8f0813d121c604.txt 第9—15行"
    [hit] = seeds.ask(cited).hits
    assert hit.citation == cited
    assert "火速集结" in hit.snippet.text and "9大服务板块" in hit.snippet.text


def test_every_reference_opens_its_article(seeds: Corpus) -> None:
    """Whatever 复制引文 copies, pasted back, opens the article that it is of."""
    for article in seeds.articles():
        reference = newspaper_reference(article, article.all_lines, 256)
        [hit] = seeds.ask(reference).hits
        assert hit.article == article, reference


@pytest.mark.parametrize(("title", "named"), [(None, "无标题"), ("短讯", "短讯"), ("柳溪通了公交车", None)])
def test_a_reference_of_a_known_paper_without_a_headline_to_find(
    tmp_path: Path, title: str | None, named: str | None
) -> None:
    """It keeps file and lines, and opens the article again; the standard's form alone does where the headline finds it."""
    texts = ("柳溪的桥昨天合龙。", "柳溪的渡口今天停渡，往后过河走桥。")
    rows = [
        {
            "id": str(n),
            "title": title if n else None,
            "text": text,
            "publication": "柳溪报",
            "date": "2025-04-02",
        }
        for n, text in enumerate(texts)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    article = corpus.articles()[1]
    reference = newspaper_reference(article, article.all_lines, 256)
    if named:
        assert reference == f"{named}[N]. 柳溪报, 2025-04-02: a.jsonl: 第1行."
    else:
        assert reference == "柳溪通了公交车[N]. 柳溪报, 2025-04-02."
    [hit] = corpus.ask(reference).hits
    if title:
        assert hit.article.id == "1"


@pytest.mark.parametrize(
    ("reference", "row"),
    [
        ("石桥镇开学[N]. 清溪报.", 0),
        ("[3] 石桥镇开学[N]. 江州晚报.", 1),
        ("柳文静. 石桥镇开学[N]. 江州晚报", 1),
        ("何满囤. 石桥镇开学[N]. 江州晚报, 2025-07-03(3).", 2),
        ("石桥镇开…[N]. 清溪报.", 0),
    ],
)
def test_which_of_one_headline_is_referred_to(tmp_path: Path, reference: str, row: int) -> None:
    """The paper tells, the day, and who wrote it; a headline that was shortened is meant by its beginning."""
    signed = [("清溪报", "柳文静"), ("江州晚报", "柳文静"), ("江州晚报", "何满囤")]
    articles = [
        {
            "id": str(n),
            "title": "石桥镇开学",
            "publication": paper,
            "text": f"本报讯（记者{who}）石桥镇的夜校第{n + 1}次开学。",
            "date": f"2025-07-0{n + 1}",
        }
        for n, (paper, who) in enumerate(signed)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    [hit] = Corpus.open(tmp_path).ask(reference).hits
    assert hit.article.id == str(row)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_line_of_an_article(seeds: Corpus, data: st.DataObject) -> None:
    """Each line that an article has opens that article, in a snippet that keeps its promises."""
    cut = data.draw(st.sampled_from(seeds.cuts()))
    article = data.draw(st.sampled_from(cut.articles))
    first, last = data.draw(st.sampled_from(article.all_lines))
    line = data.draw(st.integers(first, last))
    [hit] = seeds.ask(f"{cut.page.source} 第{line}行").hits
    assert hit.article.source == cut.page.source
    assert any(a <= line <= b for a, b in hit.article.all_lines)
    s = hit.snippet
    assert 0 < len(s.text) <= CITED_CHARS
    assert s.text == " ".join(hit.article.text[s.start : s.end].splitlines()) and s.text.strip() == s.text
    assert s.lines == hit.article.lines_at(s.start, s.end)


@pytest.mark.parametrize("text", ["什么是robots.txt？", "热射病怎么写进 a.md", "怎样保存成.txt"])
def test_a_question_that_ends_as_a_file_name_does(seeds: Corpus, text: str) -> None:
    """It asks something, and is looked for."""
    assert seeds.cited(text) is None


def test_lines_cited_backwards(seeds: Corpus) -> None:
    """15—9 are the lines 9 to 15."""
    backwards = seeds.cited("000_ee8f0813d121c604.txt 第15—9行")
    forwards = seeds.cited("000_ee8f0813d121c604.txt 第9—15行")
    assert backwards and forwards and backwards.hits == forwards.hits


def test_a_request_of_nothing_but_looking_takes_no_time() -> None:
    """看看 is one word or two: forty of them kept the bot busy for half a minute."""
    began = time.process_time()
    assert read_headline("看" * 34) == ""
    assert time.process_time() - began < 0.5


def test_small_and_capital_letters_of_a_name(tmp_path: Path) -> None:
    """A citation in the other case opens the file, unless there is one that is called just so."""
    for name, what in (("水渠.TXT", "水渠"), ("戏台.Txt", "戏台"), ("戏台.txt", "夜校")):
        (tmp_path / name).write_text(f"石桥镇的{what}\n\n石桥镇的{what}上周办成，镇上的人都来看。\n", "utf-8")
    corpus = Corpus.open(tmp_path)
    for pasted, name in (
        ("《石桥镇的水渠》,水渠.txt 第3行", "水渠.TXT"),
        ("水渠.Txt", "水渠.TXT"),
        ("戏台.Txt 第3行", "戏台.Txt"),
        ("戏台.txt 第3行", "戏台.txt"),
    ):
        assert corpus.ask(pasted).hits[0].article.source == name
