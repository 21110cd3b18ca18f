"""Verifying quotations: on the real pages, on tiny corpora, and by laws that hold for any slice."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import opencc
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.cards.proof import marked_text, proof_text
from bot.cards.texts import LANGUAGES, texts_in
from retrieval.corpus import Corpus
from retrieval.errors import QueryError
from retrieval.language.analysis import bigrams, normalize
from retrieval.language.folding import fold, fold_offsets
from retrieval.quoting.alignment import align, find_exact
from retrieval.quoting.verify import least_similarity
from retrieval.records import Article, QuoteHit, Verdict, Verification
from retrieval.whys import Why

SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCE = "5万余名志愿者火速集结,400多万人次从中受益!"
TRADITIONAL = opencc.OpenCC("s2t").convert


@cache
def seeds() -> Corpus:
    return Corpus.open(SEEDS)


def corpus_of(folder: Path, *pages: str) -> Corpus:
    for n, page in enumerate(pages):
        (folder / f"{n}.txt").write_text(page, encoding="utf-8")
    return Corpus.open(folder)


def ops(hit: QuoteHit) -> list[tuple[str, str, str]]:
    return [(c.op, c.quoted, c.printed) for c in hit.difference if c.op != "equal"]


def check_laws(v: Verification) -> None:
    """What holds for every verification, whatever was quoted."""
    assert 0 <= v.similarity <= 1
    assert (v.verdict is Verdict.ABSENT) == (not v.hits)
    assert [h.similarity for h in v.hits] == sorted((h.similarity for h in v.hits), reverse=True)
    for hit in v.hits:
        assert hit.text == " ".join(hit.article.text[hit.start : hit.end].splitlines())
        assert hit.text == hit.text.strip()
        assert "".join(c.quoted for c in hit.difference) == v.quote
        assert "".join(c.printed for c in hit.difference) == hit.text
        assert hit.lines == hit.article.lines_at(hit.start, hit.end)
        assert (v.verdict is Verdict.VERBATIM) == all(c.op == "equal" or c.omission for c in hit.difference)
        assert (hit.similarity == 1) == (v.verdict is Verdict.VERBATIM)


# What a reader may paste.


@pytest.mark.parametrize(
    "quote",
    [
        SENTENCE,
        "“5万余名志愿者火速集结，400多万人次从中受益！”",
        "５萬餘名志願者火速集結，４００多萬人次從中受益！",
        "5 万余名志愿者\n火速集结,\u3000400多万人次\u200b从中受益!",
        "……5万余名志愿者火速集结,400多万人次从中受益……",
        "「5万余名志愿者……从中受益」。",
        "5万余名志愿者……400多万人次(……)受益!",
    ],
    ids=["plain", "marks", "traditional", "spaces", "ellipses", "omission", "omissions"],
)
def test_a_sentence_of_the_page_is_verbatim_however_it_is_written(quote: str) -> None:
    """Marks around, white space, width, 繁简 and omissions are no difference."""
    v = seeds().verify(quote)
    check_laws(v)
    assert v.verdict is Verdict.VERBATIM
    assert v.hits[0].article.source.startswith("000_")
    assert v.hits[0].lines == ((9, 9),)
    assert v.hits[0].citation.endswith("第9行")


def test_case_and_latin_width_are_no_difference() -> None:
    """ＵＮＩＴＹ ｍｒｉ is Unity MRI."""
    assert seeds().verify("全省首例ＵＮＩＴＹ ｍｒｉ引导下的宫颈癌后装治疗").verdict is Verdict.VERBATIM


def test_wrong_missing_and_extra_characters_are_marked() -> None:
    """A quotation with three errors is near, and each error is one change."""
    v = seeds().verify("6万余名志愿者集结,400多万人次从中受益匪浅!")
    check_laws(v)
    assert v.verdict is Verdict.NEAR
    assert ops(v.hits[0]) == [("replace", "6", "5"), ("insert", "", "火速"), ("delete", "匪浅", "")]
    assert v.hits[0].text == SENTENCE
    assert marked_text(v.hits[0].difference, texts_in("zh")) == (
        "【“6”应为“5”】万余名志愿者【漏“火速”】集结,400多万人次从中受益【多“匪浅”】!"
    )


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        ("服务站从十五个增至三千人", [("replace", "三千", "30000")]),
        ("2023年春天镇上有了服务站", [("replace", "2023", "2024")]),
        ("24年春天镇上有了服务站，志愿者平均58岁", [("replace", "24", "2024")]),
        ("2024年春天镇上有了服务站，志愿者平均5岁", [("replace", "5", "58")]),
        ("2024年春天镇上有了服务站，志愿者平均158岁", [("replace", "158", "58")]),
        ("2024年春天镇上有了服务站，志愿者平均508岁", [("replace", "508", "58")]),
        ("服务站从十五个增至3000人的大家庭", [("replace", "3000", "30000")]),
        ("镇上有了服务站，志愿者平均52岁", [("replace", "52", "58")]),
        ("2024年春天镇上有了服务站，志愿者平均58岁，个个热心肠", [("delete", "，个个热心肠", "")]),
        ("书记带着人跑，2024年春天镇上有了服务站，志愿者平均58岁", [("delete", "书记带着人跑，", "")]),
    ],
)
def test_what_differs_is_told_in_numbers_and_clauses(
    tmp_path: Path, quote: str, differs: list[tuple[str, str, str]]
) -> None:
    """No number is cut in two, and a clause that nobody printed isn't set against another one."""
    page = "清溪镇的服务站\n\n清溪镇的老街静了好些年。2024年春天镇上有了服务站，志愿者平均58岁。两年里服务站从十五个增至30000人的大家庭，县里来学的人不少。\n"
    v = corpus_of(tmp_path, page).verify(quote)
    check_laws(v)
    assert ops(v.hits[0]) == differs


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        (
            "青川县书画协会成立大会在巴州举行",
            [("insert", "", "暨首届会员书画展"), ("replace", "巴州", "县城")],
        ),
        (
            "青川县书画协会成立大会草草收场",
            [("replace", "草草收场", "暨首届会员书画展在县城举行")],
        ),
        ("会员每人每年的画材补贴260元", [("insert", "", "从今年起增加40元,达到")]),
        ("全县13864户人家都挂上了春联", [("replace", "13864", "13684")]),
        ("全县1.6万户人家都挂上了春联", [("replace", "1.6万", "13684")]),
        ("三十名会员写了一万两千副春联", [("replace", "三十", "30"), ("replace", "一万两千", "1.2万")]),
    ],
)
def test_what_differs_is_shown_with_how_the_page_goes_on(
    tmp_path: Path, quote: str, differs: list[tuple[str, str, str]]
) -> None:
    """The passage isn't cut where the difference begins: a reader sees what the page says there, and numbers whole."""
    page = (
        "青川的书画\n\n3月2日,青川县书画协会成立大会暨首届会员书画展在县城举行。会员每人每年的画材补贴从今年起增加40元,达到260元。"
        "30名会员写了1.2万副春联,全县13684户人家都挂上了春联。\n"
    )
    v = corpus_of(tmp_path, page).verify(quote)
    check_laws(v)
    assert v.verdict is Verdict.NEAR
    assert ops(v.hits[0]) == differs


@pytest.mark.parametrize("quote", ["三十名会员写了一万两千副春联", "30名会员写了12000副春联。"])
def test_numbers_written_otherwise_are_told_to_be_the_same(tmp_path: Path, quote: str) -> None:
    """It isn't word for word, and nothing that is said is wrong."""
    corpus = corpus_of(tmp_path, "青川的书画\n\n今年,30名会员写了1.2万副春联,家家户户都挂上了。\n")
    v = corpus.verify(quote)
    check_laws(v)
    assert v.told == "numerals"
    assert "数字写法不一样" in proof_text(v, texts_in("zh"))
    assert corpus.verify(quote.replace("会员", "学员")).told == "near"


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        ("5万名志愿者走遍全镇", [("replace", "5", "65")]),
        ("三人住进了养老院", [("replace", "三", "二十三")]),
        ("镇上有志愿者65", [("replace", "65", "65万")]),
        ("5公里的水渠通到了田头", [("replace", "5", "3.5")]),
        ("名志愿者走遍全镇……5公里的水渠", [("replace", "5", "3.5")]),
        ("二十三万四千五百六十七元整", [("replace", "二十三万四千五百六十七", "一百二十三万四千五百六十七")]),
        ("234人到会", [("replace", "234", "1,234")]),
    ],
)
def test_part_of_a_number_is_not_what_the_page_says(
    tmp_path: Path, quote: str, differs: list[tuple[str, str, str]]
) -> None:
    """5万 stands in 65万, and is another number."""
    page = "清溪镇的志愿者\n\n镇上有志愿者\n65万名志愿者走遍全镇，二十三人住进了养老院，3.5公里的水渠通到了田头。共计一百二十三万四千五百六十七元整，1,234人到会。\n"
    v = corpus_of(tmp_path, page).verify(quote)
    check_laws(v)
    assert v.verdict is Verdict.NEAR
    assert [op for op in ops(v.hits[0]) if "走遍" not in op[2] and "养老院" not in op[2]] == differs


def test_a_number_of_its_own_may_stand_beside_another_one(tmp_path: Path) -> None:
    """A headline ends with a number, and the text under it begins with one."""
    page = "石坪水渠今年增加3500\n\n5万名群众昨天喝上了山泉水，县里的人都来庆贺。\n"
    assert corpus_of(tmp_path, page).verify("5万名群众昨天喝上了山泉水").verdict is Verdict.VERBATIM


def test_an_omission_with_an_error_is_near() -> None:
    """The words left out cost nothing, the wrong one does."""
    v = seeds().verify("短短9个月……撑起坚固的健康“保护伞”")
    check_laws(v)
    assert v.verdict is Verdict.NEAR
    assert ops(v.hits[0])[0] == ("replace", "9", "10")
    assert sum(c.omission for c in v.hits[0].difference) == 1
    shown = marked_text(v.hits[0].difference, texts_in("zh"))
    assert re.fullmatch("短短【“9”应为“10”】个月【略“,5万余名.+为冰城百姓”】撑起坚固的健康“保护伞”", shown)


def test_an_invented_sentence_is_absent() -> None:
    """What no page says has no hits."""
    v = seeds().verify("昨天下午三点，长江上游出现了一群白鳍豚，游客纷纷拍照。")
    check_laws(v)
    assert (v.verdict, v.hits) == (Verdict.ABSENT, ())
    assert v.similarity < 0.4


@pytest.mark.parametrize("wrap", ["{}", "《{}》", "“{}”", "【{}】"])
def test_every_headline_is_verbatim(wrap: str) -> None:
    """Headlines are quoted bare, in 《》 or in quotation marks."""
    for article in seeds().articles():
        if article.title and sum(c.isalnum() for c in article.title) >= 4:
            v = seeds().verify(wrap.format(article.title))
            check_laws(v)
            assert v.verdict is Verdict.VERBATIM, article.title
            assert article.id in {hit.article.id for hit in v.hits}


def test_headline_and_body_may_be_quoted_together() -> None:
    """A quotation may run on from the headline into the text."""
    article = next(a for a in seeds().articles() if a.title and len(a.body) > 60)
    quote = article.text[: article.body_start + 40]
    v = seeds().verify(quote)
    check_laws(v)
    assert v.verdict is Verdict.VERBATIM
    assert any(hit.start == 0 and hit.article.id == article.id for hit in v.hits)


@pytest.mark.parametrize("quote", ["", "  ", "志愿者", "“志愿者！”", "……", "，。！？"])
def test_a_quotation_of_fewer_than_four_characters_is_refused(quote: str) -> None:
    """The error says how long it has to be."""
    with pytest.raises(QueryError) as caught:
        seeds().verify(quote)
    assert (caught.value.why.word, caught.value.why.about["bound"]) == ("quote_short", 4)


def test_a_quotation_of_more_than_four_thousand_characters_is_refused() -> None:
    """Nobody can keep the bot busy with a book."""
    with pytest.raises(QueryError) as caught:
        seeds().verify("志愿" * 2001)
    assert caught.value.why == Why("quote_long", {"bound": 4000, "size": 4002})


def test_the_longest_quotation_is_found(tmp_path: Path) -> None:
    """4,000 characters with three errors are near, in well under a second."""
    letters = random.Random(1).choices([chr(n) for n in range(0x4E00, 0x5E00)], k=4500)
    page = "".join(letters)
    quote = list(page[200:4100])
    for at in (10, 2000, 3800):
        quote[at] = "龘"
    v = corpus_of(tmp_path, page + "。").verify("".join(quote))
    check_laws(v)
    assert v.verdict is Verdict.NEAR
    assert len(ops(v.hits[0])) == 3
    assert v.took_ms < 1000


# Tiny corpora.


def test_every_article_that_holds_it_is_listed(tmp_path: Path) -> None:
    """Two papers printed the sentence, a third one didn't."""
    same = "市图书馆新馆昨日正式开放，首日接待读者三千人。"
    corpus = corpus_of(tmp_path, f"本报讯，{same}", f"据悉，{same}", "市体育馆新馆今日关闭，明日再开。")
    v = corpus.verify("新馆昨日正式开放，首日接待读者三千人")
    check_laws(v)
    assert {hit.article.source for hit in v.hits} == {"0.txt", "1.txt"}


def test_the_nearest_comes_first(tmp_path: Path) -> None:
    """Of two articles that come near, the one with fewer differences leads."""
    corpus = corpus_of(
        tmp_path,
        "市图书馆老馆昨日正式关闭，首日接待读者三千人。",
        "市图书馆新馆昨日正式开放，首日接待读者五千人。",
    )
    v = corpus.verify("市图书馆新馆昨日正式开放，首日接待读者三千人。")
    check_laws(v)
    assert [hit.article.source for hit in v.hits] == ["1.txt", "0.txt"]
    assert ops(v.hits[0]) == [("replace", "三", "五")]


def test_pieces_in_the_wrong_order_are_not_verbatim(tmp_path: Path) -> None:
    """…… leaves out, it does not turn round."""
    corpus = corpus_of(tmp_path, "清晨下起了小雨，运动会照常举行，观众打着伞。")
    assert corpus.verify("清晨下起了小雨……观众打着伞").verdict is Verdict.VERBATIM
    turned = corpus.verify("观众打着伞……清晨下起了小雨")
    check_laws(turned)
    assert turned.verdict is not Verdict.VERBATIM


def test_the_shortest_omission_is_taken(tmp_path: Path) -> None:
    """Where a piece is printed twice, the one nearest to its fellow is meant."""
    corpus = corpus_of(tmp_path, "记者昨日获悉。记者昨日获悉，大桥通车，市民欢呼。")
    assert corpus.verify("记者昨日获悉……市民欢呼").hits[0].text == "记者昨日获悉，大桥通车，市民欢呼"


def test_an_ellipsis_the_page_prints_is_no_omission(tmp_path: Path) -> None:
    """…… against …… is equal."""
    v = corpus_of(tmp_path, "老人望着远方……许久才说了一句话。").verify("老人望着远方...许久才说了一句话")
    check_laws(v)
    assert not any(c.omission for c in v.hits[0].difference)


def test_half_a_pair_of_marks_is_not_shown(tmp_path: Path) -> None:
    """The quoter's marks are the page's only where the page prints both."""
    corpus = corpus_of(tmp_path, "他说：“明天继续施工。”工人们撑起健康“保护伞”。")
    assert corpus.verify("“明天继续施工。”").hits[0].text == "“明天继续施工。”"
    assert corpus.verify("“工人们撑起健康”").hits[0].text == "工人们撑起健康"


def test_a_letter_spaced_headline_is_found(tmp_path: Path) -> None:
    """夜 访 渡 口 has no pair of characters, and is found nevertheless."""
    corpus = corpus_of(
        tmp_path,
        "夜 访 渡 口\n\n十一点，渡口的灯还亮着，摆渡人说末班船要等到最后一个客人。",
        "渡口招聘船工，名额三人。",
    )
    assert corpus.verify("夜访渡口").verdict is Verdict.VERBATIM


def test_an_empty_corpus_holds_nothing(tmp_path: Path) -> None:
    """No seeds, no error."""
    assert Corpus.open(tmp_path).verify("什么都没有的报纸").verdict is Verdict.ABSENT


# Laws.

SLICES = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(6, 400))


def cut(choice: tuple[int, int, int]) -> tuple[Article, str]:
    """A slice of a real article that holds a pair of Han characters, by which it can be found, and cuts no number in two."""
    articles = seeds().articles()
    article = articles[choice[0] % len(articles)]
    start = choice[1] % len(article.text)
    text = article.text[start : start + choice[2]].strip("0123456789.零〇一二两三四五六七八九十百千万亿")
    assume(sum(c.isalnum() for c in text) >= 4 and bigrams(normalize(text)[0]))
    return article, text


def widen(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@settings(max_examples=300, deadline=None)
@given(SLICES, st.randoms(use_true_random=False), st.booleans(), st.booleans(), st.booleans())
def test_any_slice_is_verbatim_however_it_is_rewritten(
    choice: tuple[int, int, int], rng: random.Random, spaced: bool, wide: bool, traditional: bool
) -> None:
    """Re-spaced, re-wrapped, re-widthed, converted: it still stands where it was cut."""
    article, quote = cut(choice)
    if traditional:
        quote = TRADITIONAL(quote)
    if wide:
        quote = widen(quote)
    if spaced:
        quote = "".join(c + rng.choice(["", "", " ", "\n", "\u3000", "\r\n"]) for c in quote)
    v = seeds().verify(quote)
    check_laws(v)
    assert v.verdict is Verdict.VERBATIM
    assert article.id in {hit.article.id for hit in v.hits}


@settings(max_examples=200, deadline=None)
@given(SLICES, st.randoms(use_true_random=False), st.integers(1, 6))
def test_a_slice_with_k_substitutions_is_at_least_so_similar(
    choice: tuple[int, int, int], rng: random.Random, k: int
) -> None:
    """k wrong characters of m, 20 or more, leave a similarity of at least 1 - k / m.

    Of shorter quotations with a wrong character some are not found: one in 120 of 12 characters.
    """
    article, text = cut(choice)
    characters = list(re.sub(r"^\W+|\W+$", "", fold(text)))
    k = min(k, len(characters) // 6)
    assume(len(characters) >= 20 and "…" not in characters)
    for at in rng.sample(range(len(characters)), k):
        characters[at] = "龘"
    quote = "".join(characters)
    assume(any("龘" not in pair for pair in bigrams(quote)))
    v = seeds().verify(quote)
    check_laws(v)
    assert v.verdict is Verdict.NEAR
    assert v.similarity >= 1 - k / len(characters) - 1e-9
    assert any(hit.article.id == article.id for hit in v.hits) or v.hits[0].similarity >= 1 - k / len(
        characters
    )


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8, max_size=200))
@example("今天天气很好我们一起去公园散步吃火锅看电影")
def test_random_text_is_absent(quote: str) -> None:
    """Characters thrown together are in no newspaper."""
    v = seeds().verify(quote)
    check_laws(v)
    assert v.verdict is Verdict.ABSENT


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=60))
@example("\udcff志愿者火速集结")
def test_anything_may_be_asked(quote: str) -> None:
    """Any string is verified or refused, and never breaks."""
    try:
        check_laws(seeds().verify(quote))
    except QueryError:
        readable = quote.encode("utf-8", "replace").decode()
        assert not 4 <= sum(c.isalnum() for c in fold(readable)) <= 4000


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from("甲乙醫… .·-—“\n\u3000㎡①Ａa。．"), max_size=30) | st.text(max_size=30))
def test_folding_and_its_offsets_agree(text: str) -> None:
    """One offset a folded character, in order, then the length of the text."""
    folded, offsets = fold(text), fold_offsets(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@pytest.mark.parametrize("conversion", ["s2t", "s2tw", "s2hk"])
def test_a_traditional_page_folds_as_the_simplified_one(conversion: str) -> None:
    """Whichever 繁 standard OpenCC writes, the pages fold to the same."""
    convert = opencc.OpenCC(conversion).convert
    for article in seeds().articles():
        assert fold(convert(article.text)) == fold(article.text)


def edits(pieces: list[str], text: str) -> int:
    """The textbook's matrix: Sellers (1980), a piece may begin wherever the ones before it may have ended."""
    row = [0] * (len(text) + 1)
    for piece in pieces:
        for p in piece:
            new = [row[0] + 1]
            for j, t in enumerate(text, 1):
                new.append(min(row[j - 1] + (p != t), row[j] + 1, new[j - 1] + 1))
            row = new
        for j in range(1, len(row)):
            row[j] = min(row[j], row[j - 1])
    return row[-1]


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.text("甲乙丙丁", min_size=1, max_size=6), min_size=1, max_size=4),
    st.text("甲乙丙", max_size=14),
)
def test_an_alignment_is_the_best_there_is(pieces: list[str], text: str) -> None:
    """As few edits as the textbook finds; the blocks cover the pieces, in order, and say the truth."""
    alignment = align(pieces, text)
    assert alignment.edits == edits(pieces, text)
    assert (find_exact(pieces, text) is not None) == (alignment.edits == 0)
    done, changed = 0, 0
    for piece, blocks in zip(pieces, alignment.blocks, strict=True):
        assert "".join(piece[slice(*b.quoted)] for b in blocks) == piece
        for block in blocks:
            assert block.printed[0] >= done
            done = block.printed[1]
            quoted, printed = piece[slice(*block.quoted)], text[slice(*block.printed)]
            assert not block.equal or quoted == printed
            changed += 0 if block.equal else max(len(quoted), len(printed))
    assert changed <= alignment.edits


def test_the_bound_falls_with_the_length() -> None:
    """A quarter may differ of four characters, half of 128 and more."""
    assert [least_similarity(n) for n in (1, 4, 16, 128, 4000)] == pytest.approx([0.75, 0.75, 0.65, 0.5, 0.5])


def test_the_verdict_can_be_said_in_each_language() -> None:
    """The sentences of the other languages take the same values."""
    verification = seeds().verify("6万余名志愿者火速集结")
    for language in LANGUAGES:
        assert "90%" in proof_text(verification, texts_in(language))


def test_a_quotation_that_lacks_its_denial(tmp_path: Path) -> None:
    """All its words are printed, and it says the opposite: it isn't told to be only short of some."""
    (tmp_path / "a.txt").write_text(
        "高温天看门诊\n\n本报讯 门诊主任李春梅提醒，热射病患者在任何情况下都绝对不要自行停药，以免病情复发。\n",
        encoding="utf-8",
    )
    found = Corpus.open(tmp_path).verify("门诊主任李春梅提醒，热射病患者自行停药，以免病情复发")
    assert found.verdict is Verdict.NEAR and found.told == "near"
