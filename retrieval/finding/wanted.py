"""What does a question ask of a phrase, whatever sentence it stands in?"""

from __future__ import annotations

import re
from functools import cached_property

from retrieval.asking.questions import Query
from retrieval.asking.wants import Want
from retrieval.finding.by_asking import NAME_ASKED, bare, noun_asked_for, told_by_asking
from retrieval.finding.features import LENGTHS, PHRASE_WEIGHTS
from retrieval.finding.measures import measure_wanted, stage_asked
from retrieval.finding.people import asked_of_somebody
from retrieval.finding.signatures import asks_which_paper
from retrieval.finding.speeches import speaker_asked, words_asked_about
from retrieval.finding.which import names_which
from retrieval.language.lexicon import CALLINGS, COUNTERS, POST_NOUN
from retrieval.language.names import names_in
from retrieval.language.patterns import one_of
from retrieval.language.phrases import SHAPES, Shape, phrases_of
from retrieval.language.rests import RESTS

_P, _O, _L, _Q = Shape.PERSON, Shape.ORGANISATION, Shape.LIST, Shape.QUOTED
# The shapes that answer what is wanted, and those that can; no other shape fits.
FITS: dict[Want, tuple[frozenset[Shape], frozenset[Shape]]] = {
    want: (frozenset(fits), frozenset(can))
    for want, fits, can in (
        (Want.WHO, (_P,), (_O, _L)),
        (Want.HOUSE, (_O, Shape.NOUN), (Shape.PLACE, _L, Shape.REST)),
        (Want.POST, (Shape.POST,), ()),
        (Want.WHEN, (Shape.DATE,), (Shape.NUMBER,)),
        (Want.WHERE, (Shape.PLACE, _O), (Shape.REST, Shape.NOUN)),
        (Want.HOW_MANY, (Shape.NUMBER,), ()),
        (Want.WHICH, (Shape.ORDINAL,), (Shape.NUMBER,)),
        (Want.LIST, (_L,), (_Q, Shape.CLAUSE, Shape.GLOSS, _O, Shape.REST)),
        (Want.WHY, (Shape.CAUSE,), (Shape.CLAUSE, Shape.REST)),
        (Want.DEFINITION, (Shape.GLOSS,), (_Q, Shape.CLAUSE, _L, Shape.NOUN, Shape.REST)),
        (Want.HEADLINE, (), ()),
        (Want.WHETHER, (Shape.CLAUSE,), ()),
        (Want.WHAT, (_Q, Shape.NOUN, Shape.REST), (_O, Shape.CLAUSE, Shape.GLOSS, _L, Shape.PLACE)),
    )
}

# Wants that only these shapes can answer; where a sentence holds none, no phrase is marked.
STRICT = frozenset({Want.WHO, Want.WHEN, Want.WHERE, Want.HOW_MANY, Want.WHICH, Want.POST})
# A number stands behind these on a page: 赔偿鉴定费800元, 桥长九十三米.
_NAMED_SUM = re.compile("(?:费|款|金|价|税|薪|率|量|额|[面体]积)$")
_SIZE = re.compile("多(?P<size>[长宽高深厚重])(?![的时期间久])")
# What is told of the first or the second of several; people may be named anywhere in the sentence.
_LABELLED = (Want.HOW_MANY, Want.WHAT, Want.LIST, Want.WHEN)
_ASPECTS = frozenset(("", "了", "过", "着", "是", "个", "了个", "回", "回了"))
_CLEFT = re.compile("的[呀呢啊? ]*$")
_BYLINE = re.compile(
    r"快门|回答的|答复的|解答的|记者|通讯员|落款|署名|摄|拍|采写|供稿|供图|编辑|reporter|photo"
)
_SOMEBODY = re.compile(
    rf"{POST_NOUN.pattern}|{one_of(CALLINGS)}(?![会部队团处大展站组室节作品])|患者|哪一?位|姓名|名字|[真本原全]名|[叫姓][什啥]|"
    rf"哪一?[个名][\u4e00-\u9fff]{{1,4}}[员师手者生]|谁(?:说|讲|强调|指出|介绍|提出|透露|评价|写|拍|摄|口述|告诉|认为|表示|画|唱)|[说讲写拍]的"
)
_PEOPLE = re.compile("哪(?:几|[两三四五六七八九十\\d]+)(?:位|名)|有谁|是谁|哪些人$")
_SORT_OF_PEOPLE = re.compile("(?:什么|啥)(?:样的)?人(?!名)")
_TITLED = re.compile(
    "(?:新规|规定|文件|办法|方案|措施|条例|通[知告报]|意见|规划|指南|计划|公告|教材|论文|著作|小说|刊物|杂志|期刊)(?:的?(?:全称|全名|名字|名称|题目))?(?:是|叫)(?:什么|啥)(?:名字?)?[呀啊呢? ]*$"
)
_WHICH_OF = re.compile("哪一?[个家座所条款部项类种支]")
_WRITTEN = re.compile("写(?:的|着|了|有|上)*(?:是|些)*(?:什么|啥)")
# Who does something is named before it: a row of keywords that ends in 主办单位 asks whom 主办 stands behind.
_DOER = re.compile(
    "(?P<does>主办|承办|协办|发布|印发|牵头|研发|生产|制定|举办|施工|设计|执导|建设|运营|颁发|评选)(?:单位|部门|机构|企业|公司|方)[ ?]*$"
)
_COUNTED_BEHIND = re.compile("[\u4e00-\u9fff]{1,2}")
_COUNTS_THINGS = frozenset(COUNTERS) - frozenset("人名位")  # 多少人报名 counts no 报名
# 多少个, 几家 with nothing behind: what is counted stands before it. 人 and 名 are of whom else is spoken of too.
_ENDS_COUNTING = re.compile(f"(?![人名位次回块成])[{COUNTERS}][呀啊呢了的? ]*")
_OF_SOME = re.compile("的(?:一共|总共)?(?:有|占)?$")


class Wanted:
    """What a question asks of a phrase, whatever sentence it stands in."""

    def __init__(self, query: Query) -> None:
        """Read `query` once for all its sentences."""
        self.fits, self.can = FITS[query.want]
        several = query.want is Want.LIST and _PEOPLE.search(query.normal) is not None
        self.people = query.want is Want.WHO or several
        if several:
            self.can = frozenset({Shape.PERSON})
        if query.want is Want.WHO and _SOMEBODY.search(query.normal):
            self.can -= {Shape.ORGANISATION}
        self.callings = self.people and _SORT_OF_PEOPLE.search(query.normal) is not None
        if self.callings:  # 中医专家 is what somebody is, and no name
            self.fits, self.can = self.fits | {Shape.NOUN}, frozenset({_L})
        if query.want is Want.WHAT and (_WRITTEN.search(query.normal) or _TITLED.search(query.normal)):
            self.fits, self.can = frozenset({_Q}), frozenset({Shape.NOUN, Shape.REST})
        if query.want is Want.WHAT and len(query.focus) > 1 and _WHICH_OF.match(query.normal, query.place[0]):
            self.can -= {Shape.CLAUSE}  # which farm it is tells its name, and no clause that has 农场 in it
        if self.people and _BYLINE.search(query.normal):
            # Whoever signed it answers, rather than whoever is spoken of.
            self.fits, self.can = frozenset({Shape.REPORTER}), self.can | {Shape.PERSON}
        self.called = query.want is Want.WHAT and NAME_ASKED.search(query.normal) is not None
        self._strict = query.want in STRICT or several
        self.paper = asks_which_paper(query)
        self.somebody = asked_of_somebody(query)
        # Whether something is so is told by the clause that says it, in the question's own words; what else is asked for stands by them.
        self.whether = query.want is Want.WHETHER
        # … by what it says of it, which the question has last: 要交|学费|吗, 餐费会|涨|吗.
        self.predicate: tuple[str, ...] = ()
        if self.whether and query.units:
            last = max(query.units, key=lambda unit: unit.end)
            self.predicate = last.words
        self.named = _named(query.normal) if self.people else frozenset()
        self.speaker = speaker_asked(query)
        # The second call, last year: what is told of the others doesn't answer.
        self.labelled = query.want in _LABELLED and names_which(query.normal)
        self.words = words_asked_about(query) if query.want is Want.WHO else ""
        self.measure = measure_wanted(query)
        self.stage = stage_asked(query.normal) if query.want in (Want.HOW_MANY, Want.WHEN) else None
        self.before = self.behind = self.noun = self.counted = ""
        if query.gap:
            start, end = query.gap
            self.before = bare(query.normal[max(start - 6, 0) : start])
            self.noun = noun_asked_for(query)[-2:] or _measured(query)
            self.behind = bare(query.normal[end : end + 8].removeprefix(query.focus))[:6]
            counted = _COUNTED_BEHIND.match(self.behind) if query.want is Want.HOW_MANY else None
            if counted and query.focus in _COUNTS_THINGS:
                self.counted = counted.group()
        elif doer := _DOER.search(query.normal):
            self.behind = doer["does"]
        elif query.want is Want.WHO or (query.want is Want.HOW_MANY and " " in query.normal):
            # A row of keywords ends in what somebody is, or what is measured: 返乡农民工体检 通讯员, 托育园 建筑面积.
            self.noun = query.normal.rstrip(" ?!。")[-2:]
        self.topics = _counted_before(query)
        self.owners = _owners(query) if query.want is Want.HOW_MANY else frozenset()
        # What finds phrases of a shape by the way this question asks.
        self.told: dict[Shape, list[re.Pattern[str]]] = {}
        kin = self.people and "谁" in query.normal and _SOMEBODY.search(query.normal) is None
        for shape, pattern in told_by_asking(query, kin):
            self.told.setdefault(shape, []).append(pattern)
        # The word right before the question word: 通过 of 通过了什么.
        self.last = next((i for i, u in enumerate(query.units) if _leads_to(query, u.end)), None)
        self.pairs_before, self.pairs_behind = pairs_of(self.before), pairs_of(self.behind)

    @cached_property
    def kinds(self) -> list[tuple[float, tuple[Shape, ...]]]:
        """The shapes to look for, those together that are found together, with the most that one can score by itself.

        The likeliest come first: half of the shapes can't beat what was found before them, and need no search.
        """
        w = PHRASE_WEIGHTS
        whatever = w.length * LENGTHS[-1] + max(w.closes, 0) + max(w.whole, 0) + max(w.torn, 0)
        most = {
            shape: w.fits * (shape in self.fits)
            + w.unfit * self.unfit(shape)
            + w.clause * (shape is Shape.CLAUSE)
            + whatever
            for shape in Shape
        }
        kinds: list[tuple[Shape, ...]] = [(s,) for s in SHAPES if not (self._strict and self.unfit(s))]
        if not (self._strict and all(map(self.unfit, RESTS))):
            kinds.append(RESTS)
        return sorted(((max(map(most.__getitem__, kind)), kind) for kind in kinds), key=lambda x: -x[0])

    def unfit(self, shape: Shape) -> bool:
        """Tell whether no phrase of this shape answers."""
        return shape not in self.fits and shape not in self.can

    def misses(self, text: str) -> float:
        """Return how little a number is of the kind asked for: 1 for another kind, half where only its measure is another."""
        return 0.0 if self.measure is None else self.measure.missed_by(text)


def _measured(query: Query) -> str:
    """Return what a page has before the number that is asked for: 鉴定费 for 多少鉴定费, 长 for 多长; "" where nothing tells."""
    if query.want is not Want.HOW_MANY or query.gap is None:
        return ""
    if size := _SIZE.match(query.normal, query.gap[0]):
        return size["size"]
    return query.focus[-2:] if len(query.focus) > 1 and _NAMED_SUM.search(query.focus) else ""


def _named(normal: str) -> frozenset[str]:
    """Return who is named in a question, and in no longer name: 王芳芳, and not 王芳, of 王芳芳的老师."""
    names = {normal[a:b] for a, b in names_in(normal)}
    named = names | {normal[p.start : p.end] for p in phrases_of(normal, Shape.PERSON)}
    return frozenset(n for n in named if not any(n != other and n in other for other in names))


def _owners(query: Query) -> frozenset[int]:
    """Return the units of whom a number is asked: 大学 of 大学的投资回报率是多少, and not of 是大学的几倍."""
    ends = ((i, unit.end) for i, unit in enumerate(query.units))
    return frozenset(i for i, end in ends if query.normal.startswith("的", end) and end + 1 != query.place[0])


def _counted_before(query: Query) -> frozenset[int]:
    """Return the units that may be what is counted where it stands before the question word: 乡镇卫生院覆盖多少个.

    What the question itself has a number of is no such thing, nor what only some are told of: 七十二张照片, 过七成的有几份.
    """
    if query.want is not Want.HOW_MANY or query.gap is None:
        return frozenset()
    start, end = query.gap[0], query.place[1] - query.normal[: query.place[1]].endswith("个")
    if not _ENDS_COUNTING.fullmatch(query.normal, end) or _OF_SOME.search(query.normal, 0, start):
        return frozenset()
    numbers = {p.end for p in phrases_of(query.normal, Shape.NUMBER)}
    units = ((i, u) for i, u in enumerate(query.units) if u.end <= start and len(u.word) > 1)
    return frozenset(i for i, unit in units if unit.start not in numbers)


def _leads_to(query: Query, end: int) -> bool:
    """Return whether nothing but 了 or 是 stands between this place and the question word.

    是谁写的 asks for no object of what stands before it.
    """
    if query.gap is None or end > query.gap[0]:
        return False
    between = query.normal[end : query.gap[0]]
    return between in _ASPECTS and not (between == "是" and _CLEFT.search(query.normal, query.gap[1]))


def pairs_of(text: str) -> list[str]:
    """Return the overlapping pairs of characters of `text`."""
    return [text[i : i + 2] for i in range(len(text) - 1)]
