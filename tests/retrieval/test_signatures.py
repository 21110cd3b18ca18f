"""Who wrote an article is told by its signature, or by nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cards.reference import authors_of, newspaper_reference
from retrieval.corpus import Corpus
from retrieval.finding.signatures import asks_which_paper, asks_who_wrote
from retrieval.records import Tone

PAGES = {
    "signed": """清溪镇修好老水渠

清溪晚报讯（融媒体记者 牟丹青 通讯员何满囤）失修二十年的清溪老水渠昨天重新通水。镇长周大川带着村民挖了两个月的淤泥，县水利局出了水泥。
""",
    "byline": """梧桐巷的裁缝铺

□本报记者 江小满

梧桐巷的裁缝铺开了四十年，店主齐师傅会做三十种盘扣。老主顾孙梅说，这里的旗袍最合身。书架上有一本《裁缝笔记》，作者是老裁缝唐志军。
""",
    "unsigned": """石桥镇办起夜校

石桥镇的夜校上周开课，文化站站长柳文静请来县里的老师，教村民写毛笔字。六十岁的学员范大娘说，她要写一副春联。
""",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Corpus.open(folder)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("《清溪镇修好老水渠》是哪位记者写的？", "牟丹青"),
        ("清溪老水渠那篇报道的作者是谁", "牟丹青"),
        ("谁写的老水渠那篇报道", "牟丹青"),
        ("《梧桐巷的裁缝铺》是谁写的", "江小满"),
        ("裁缝铺那篇报道的记者是谁", "江小满"),
    ],
)
def test_who_wrote_it(corpus: Corpus, question: str, name: str) -> None:
    """The name stands in its byline or at its dateline, whoever else it is about."""
    answer = corpus.ask(question)
    assert answer.answered
    assert name in (answer.hits[0].snippet.answer_text or "")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("清溪镇老水渠谁报道的", "牟丹青"),
        ("梧桐巷裁缝铺是谁写的？", "江小满"),
        ("老水渠通水是哪位记者写的", "牟丹青"),
    ],
)
def test_who_wrote_what_is_on_something(corpus: Corpus, question: str, name: str) -> None:
    """An article asked for by what it is on is signed by who wrote it, and by none of those it is about."""
    answer = corpus.ask(question)
    assert answer.answered and name in (answer.hits[0].snippet.answer_text or "")


@pytest.mark.parametrize(
    "question",
    ["谁写的？", "是谁写的", "这篇谁写的", "这篇是谁写的呀", "誰寫的", "谁报道的", "那是哪位记者写的？"],
)
def test_who_wrote_what_was_shown(corpus: Corpus, question: str) -> None:
    """After an answer it is asked of that one's article; asked first, of which is asked back."""
    first = corpus.ask("梧桐巷的裁缝铺开了多少年？")
    answer = corpus.ask(question, previous=first)
    assert first.answered and answer.answered
    assert "江小满" in (answer.hits[0].snippet.answer_text or "")
    assert corpus.ask(question).tone is Tone.SOURCE


def test_who_wrote_what_nobody_signed(corpus: Corpus) -> None:
    """After an answer from it, too, nobody it is about wrote it."""
    first = corpus.ask("石桥镇夜校六十岁的学员是谁？")
    assert first.answered and not corpus.ask("谁写的？", previous=first).answered


@pytest.mark.parametrize(
    "opening",
    [
        "讯 记者昨日从县卫健局获悉，",
        "讯（记者昨日从县卫健局获悉）",
        "讯（图片由通讯员提供）",
        "讯（作者系清溪大学教授）",
    ],
)
def test_what_stands_where_names_do(tmp_path: Path, opening: str) -> None:
    """A day or a calling is nobody's name."""
    page = f"清溪县新建村卫生室\n\n本报{opening}清溪县今年新建二十个村卫生室，村医柳文静第一个搬了进去。\n"
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    corpus = Corpus.open(tmp_path)
    assert not corpus.ask("清溪县新建村卫生室那篇报道是谁写的").answered
    [article] = corpus.cuts()[0].articles
    assert newspaper_reference(article, article.all_lines, 200).startswith("清溪县新建村卫生室")


@pytest.mark.parametrize("question", ["《石桥镇办起夜校》的作者是谁？", "石桥镇夜校那条消息是哪位记者写的"])
def test_nobody_signed_it(corpus: Corpus, question: str) -> None:
    """Then it is nobody of those it is about."""
    answer = corpus.ask(question)
    assert (answer.answered, answer.hits[0].snippet.answer_text) == (False, None)


@pytest.mark.parametrize("question", ["江小满写了哪些文章？", "江小满采写的报道", "江小满写过几篇新闻"])
def test_what_somebody_wrote(corpus: Corpus, question: str) -> None:
    """The articles that name them are shown, their name marked."""
    answer = corpus.ask(question)
    assert answer.answered and answer.hits[0].snippet.answer_text == "江小满"


def test_who_wrote_a_book_of_the_story(corpus: Corpus) -> None:
    """The author of a book isn't the article's."""
    assert "唐志军" in (corpus.ask("《裁缝笔记》的作者是谁？").hits[0].snippet.answer_text or "")


@pytest.mark.parametrize(
    ("question", "writer", "paper"),
    [
        ("写这篇报道的记者叫什么名字", True, False),
        ("记者是谁", True, False),
        ("写老井的那篇文章是谁的作品", True, False),
        ("孩子们朗诵的那首诗是谁写的", False, False),
        ("那条评论是谁写的", False, False),
        ("这条消息里署名老兵的人捐了多少钱", False, False),
        ("说慢车的那篇小文章署名是谁", True, False),
        ("墙上那幅画是谁的作品", False, False),
        ("获得好新闻奖的记者是谁", False, False),
        ("被采访的那位记者是谁", False, False),
        ("这首歌是谁写的", False, False),
        ("夜校的招生方案谁写的", False, False),
        ("《裁缝笔记》谁写的", False, False),
        ("夜校开课谁写的", True, False),
        ("招生方案出台谁报道的", True, False),
        ("柳文静当了多少年记者", False, False),
        ("清溪大学研究文章的第一作者是谁", False, False),
        ("文章的通讯作者是谁", False, False),
        ("哪家报纸最先报道了这件事", False, True),
        ("何满囤创办了什么报", False, False),
        ("夜校的消息是哪家报纸发的", False, True),
        ("他订的是哪份报纸", False, False),
        ("他的文章发表在什么报", False, False),
    ],
)
def test_what_is_asked_of_the_article_itself(
    corpus: Corpus, question: str, writer: bool, paper: bool
) -> None:
    """Not what is asked about reporters and papers that a story tells of."""
    query = corpus._state.reader.read(question)
    [article] = corpus.cuts()[0].articles
    assert (asks_who_wrote(query, article), asks_which_paper(query)) == (writer, paper)


def test_which_paper_printed_it(corpus: Corpus, tmp_path: Path) -> None:
    """The citation tells, where the paper is known; no house that the story names does."""
    question = "石桥镇办夜校的消息是哪家报纸发的？"
    assert not corpus.ask(question).answered
    (tmp_path / "unsigned.txt").write_text(PAGES["unsigned"], encoding="utf-8")
    (tmp_path / "unsigned.yaml").write_text("publication: 清溪晚报", encoding="utf-8")
    answer = Corpus.open(tmp_path).ask(question)
    assert (answer.answered, answer.hits[0].snippet.answer) == (True, None)
    assert "《清溪晚报》" in answer.hits[0].citation


@pytest.mark.parametrize(
    ("source", "authors"), [("signed", "牟丹青, 何满囤. "), ("byline", "江小满. "), ("unsigned", "石桥镇")]
)
def test_a_reference_names_who_signed(corpus: Corpus, source: str, authors: str) -> None:
    """Also those whom the dateline names."""
    [article] = next(cut for cut in corpus.cuts() if cut.page.source == f"{source}.txt").articles
    assert newspaper_reference(article, article.all_lines, 200).startswith(authors)


def test_a_reference_names_nobody_s_office(seeds: Corpus) -> None:
    """The party secretary of 保定市第一中心医院 signed as that, and is cited by name."""
    [article] = [a for a in seeds.articles() if "党委书记 殷树欣" in a.text]
    assert newspaper_reference(article, article.all_lines, 200).startswith("殷树欣. ")


@pytest.mark.parametrize(
    ("signature", "authors"),
    [
        ("□石桥镇卫生院院长 何满囤", "何满囤"),
        ("石桥镇党委书记何满囤", "何满囤"),
        ("副主任医师 江小满 主管护师 牟丹青", "江小满, 牟丹青"),
        ("（学生记者 贺兰 郁文）", "贺兰, 郁文"),
        ("晨报记者 戚蔚 摄", "戚蔚"),
        ("（海洋工程学院 苗圃）", "苗圃"),
        ("校长办公室 2025年9月22日", "校长办公室"),
        ("冷锋 冀老实", "冷锋, 冀老实"),
        ("石桥镇党委书记", ""),
    ],
)
def test_who_of_a_signature_wrote(signature: str, authors: str) -> None:
    """People by their names; a house only where no person signed, an office never."""
    assert authors_of(signature) == authors
