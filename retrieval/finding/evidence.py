"""Weigh what speaks for a sentence, and for a phrase in it, as the answer to a question."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from retrieval.asking.wants import Want
from retrieval.finding.by_asking import COPULA, bare
from retrieval.finding.features import (
    LENGTHS,
    LONG_ENOUGH,
    PHRASE_WEIGHTS,
    PhraseFeatures,
    SentenceFeatures,
    weighed,
)
from retrieval.finding.reading import Reading
from retrieval.finding.relations import CLAUSE_END, CLOSES, Relations, leaves_open
from retrieval.finding.wanted import Wanted
from retrieval.language.kinds import NAMED_BY_KIND, has_kind, of_kind
from retrieval.language.lexicon import SAYING
from retrieval.language.patterns import one_of
from retrieval.language.phrases import Phrase, Shape, names_people, phrases_of
from retrieval.language.rests import RESTS, find_callings, find_rests
from retrieval.records import HEAD_ROLES

ECHO = 0.9  # of a phrase that the question holds as well: it answers nothing
ECHO_IN_CLAUSE = 0.65  # … that is a whole clause: its other words only lead from one to the next
_FAR = 256  # characters; beyond that a word has no say in a phrase
_DECAY = [math.exp(-gap / 8.0) for gap in range(_FAR)]  # the say falls to 1/e over 8 characters
_STOPS = frozenset("。;；!！?？\n")  # part what is told of one from what is told of another
_STOP = re.compile(f"[{''.join(sorted(_STOPS))}]")
_CLAUSE_ENDS = re.compile(f"[{''.join(sorted(CLAUSE_END))}]")
_NEXT_CLAUSE = 31  # characters of it that are looked at
_NAMES = frozenset({Shape.PERSON, Shape.ORGANISATION, Shape.PLACE})
_LONG = (Shape.LIST, Shape.CLAUSE)
_ATTRIBUTES = re.compile(rf"{one_of(f'{SAYING}|获悉|了解到|据悉')}$")
_DATELINE = re.compile(
    r"(?:本报|[晚早晨日时]报|社|^)讯\s*[(（]|[(（](?:本报|特约|见习)?(?:记者|通讯员)(?!出身)[^()（）]{2,40}[)）]"
)
_DATED = 4  # characters: all that a time which opens a sentence dates is as near as that
_ASIDE = 8  # characters by which what stands before a time that opens a clause is farther off
_QUOTED = re.compile("[《“‘「『](.+)[》”’」』]")
# What tells nothing: the question word of the page's own question, what something is not, a verb that only leads to what is told.
_EMPTY = re.compile(
    r"(?:不是[^是]*|并非.*|(?:主要|大致)?(?:包括|包含|涵盖|分为|如下|分别[是为]?)|什么|啥|哪[里儿些]?|谁|怎么?样?|如何|多少)\Z"
)
# When, or beside what, something is so: 检查时,……; 与……相比; 在紧急情况下启动.
_CIRCUMSTANCE = re.compile(
    r"(?:[\u4e00-\u9fff]{2}(?<![小及准平临按定届同])时|[\u4e00-\u9fff]{2}(?<![落身幕背先今])后|之前|以来|相比|相较|而言|来说|来看)(?=[,，])"
    r"|(?:情况|条件|前提|背景|形势)下(?![降达属设])"
)
_PLACED = frozenset({Want.HOUSE, Want.WHERE})
_SAID_ON = re.compile("[。:：;；]")  # 关爱返乡农民工，义诊温暖送心中 may be the name of something
_OPENS = '“‘「『"'
_PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("《", "》"))
# What a phrase of so many characters misses of the most that length can give.
_SHORT_OF = [PHRASE_WEIGHTS.length * (LENGTHS[-1] - length) for length in LENGTHS]


def sentence_features(reading: Reading) -> list[SentenceFeatures]:
    """Return the features of each sentence."""
    weights, near, local, held = reading.weights, reading.near_weights, reading.local_weights, reading.held
    headline = reading.together(i for i, role in enumerate(reading.roles) if role in HEAD_ROLES)
    of_headline = sum([weights[u] * credit for u, credit in headline.items()])
    features: list[SentenceFeatures] = []
    for i, row in enumerate(held):
        own = sum([weights[u] * credit for u, credit in row.items()])
        beside = (i > 0 and held[i - 1]) or (i + 1 < len(held) and held[i + 1])
        neighbours = reading.covered(reading.around(i)) - own / reading.total if beside else 0.0
        if row:
            both = sum([weights[u] * min(credit, headline.get(u, 0.0)) for u, credit in row.items()])
            features.append(
                SentenceFeatures(
                    own / reading.total,
                    sum([near[u] * credit for u, credit in row.items()]) / reading.near_total,
                    sum([local[u] * credit for u, credit in row.items()]) / reading.local_total,
                    (of_headline - both) / reading.total,
                    neighbours,
                    reading.pairs[i],
                )
            )
        else:  # as most
            features.append(
                SentenceFeatures(0.0, 0.0, 0.0, of_headline / reading.total, neighbours, reading.pairs[i])
            )
    return features


class PhraseWeigher:
    """Weighs the phrases of one sentence."""

    def __init__(self, wanted: Wanted, reading: Reading, i: int) -> None:
        """Weigh in sentence `i` of `reading` what its question, read as `wanted`, asks for."""
        self._wanted = wanted
        self._reading = reading
        # A bare “要打” answers by what the page itself had asked; what else is asked for stands in words of its own.
        self._s = reading.answering(i) if wanted.whether else reading.sentence(i)
        self.relations = Relations(wanted, reading, self._s)

    @property
    def lead(self) -> int:
        """How many characters stand before the sentence, in whose range a phrase is told."""
        return self._s.lead

    def most(self, asked: float) -> float:
        """Return what no phrase can score more than by its place here, given what the sentence holds of what is asked."""
        w, wanted, focus, normal = PHRASE_WEIGHTS, self._wanted, self._reading.query.focus, self._s.normal
        most = asked * (max(w.near, 0) + max(w.same_clause, 0))
        if self._s.matches:
            most += max(w.inside, 0)
        if (focus and focus in normal) or (wanted.counted and wanted.counted in normal):
            most += max(w.ends, w.meets, 0)
        if focus and (focus[-1] in normal or has_kind(focus)):
            most += max(w.kin, 0)
        text = bare(normal)
        said = any(word in normal for word in wanted.predicate)
        if (wanted.noun and wanted.noun in text) or said or self.relations.owned:
            most += max(w.titled, 0)
        most += max(w.before, 0) * _share(wanted.pairs_before, text)
        most += max(w.behind, 0) * _share(wanted.pairs_behind, text)
        if (wanted.before and wanted.before[-1] in text) or self.relations.objects:
            most += max(w.next_before, 0)
        if wanted.behind and wanted.behind[0] in text:
            most += max(w.next_behind, 0)
        return most

    def best(
        self, sentence: float, asked: float, least: float, of_another_kind: bool = True
    ) -> tuple[float, Phrase, PhraseFeatures] | None:
        """Return the phrase that scores most, with what speaks for it, None where none scores more than `least`.

        Its sentence's score `sentence` is part of the score; `asked` is what it holds of what is asked. A number of another kind
        than is asked for is left out where so said.
        """
        found, here = None, sentence + self.most(asked)
        for most, kind in self._wanted.kinds:
            if here + most <= least:
                break
            for phrase in self.phrases(kind):
                if here + most - _SHORT_OF[min(phrase.end - phrase.start, LONG_ENOUGH)] <= least:
                    continue
                if phrase.start < self._s.lead or self.relations.of_another(phrase):
                    continue
                features = self.features(phrase)
                if features.inside > self.echo(phrase.shape) and not self._denies(phrase):
                    continue
                if not of_another_kind and features.mismeasured >= 1:
                    continue
                if phrase.shape is not Shape.QUOTED and self._leads(phrase, features.ends > 0):
                    continue
                score = sentence + weighed(PHRASE_WEIGHTS, features)
                if score > least:
                    least, found = score, (score, phrase, features)
        return found

    def echo(self, shape: Shape) -> float:
        """Return the share of the question's own words from which a phrase of this shape answers nothing."""
        return ECHO_IN_CLAUSE if shape is Shape.CLAUSE and not self._wanted.whether else ECHO

    def _leads(self, phrase: Phrase, ends: bool) -> bool:
        """Return whether what ends in the noun asked by only leads to what tells it, or all of a clause: 写下一个字|:快, 说出来很简单|:慢."""
        whole = phrase.shape in (Shape.CLAUSE, Shape.REST)
        return (
            self._wanted.fits.issuperset({Shape.QUOTED})
            and (ends or whole)
            and self._s.normal.startswith((":", "："), phrase.end)
        )

    def _denies(self, phrase: Phrase) -> bool:
        """Return whether a clause answers by no more than a word of the question's and a no: 合理吗, 不合理."""
        text = self._s.normal[phrase.start : phrase.end]
        return self._wanted.whether and text[0] in "不没未无" and self.relations.settles(text)

    def phrases(self, kind: tuple[Shape, ...]) -> tuple[Phrase, ...]:
        """Return every phrase of a kind in the sentence that could answer this question."""
        if kind is RESTS:
            return self._rests()
        wanted, normal, shape = self._wanted, self._s.normal, kind[0]
        found = phrases_of(normal, shape)
        if shape in _LONG:
            found = tuple(p for p in found if not tells_nothing(normal, p.start, p.end))
        if shape is Shape.LIST and wanted.people:
            found = tuple(p for p in found if names_people(normal[p.start : p.end]))
        if shape is Shape.PERSON and wanted.people:
            found += tuple(self._known_people(found))
        return (*found, *self._told(shape))

    def _told(self, shape: Shape) -> Iterator[Phrase]:
        """Yield what the way this question asks makes a phrase of a shape."""
        for pattern in self._wanted.told.get(shape, ()):
            yield from (Phrase(*m.span(), shape) for m in pattern.finditer(self._s.normal))

    def _told_patterns(self, shape: Shape) -> Sequence[re.Pattern[str]]:
        """Return what finds phrases of a shape by how the question asks, so that just what it finds is asked for."""
        return () if shape is Shape.PERSON else self._wanted.told.get(shape, ())

    def _rests(self) -> tuple[Phrase, ...]:
        """Return what only this question makes a phrase."""
        wanted, normal = self._wanted, self._s.normal
        if wanted.callings:
            return find_callings(normal)
        matched = [(m.start, m.end) for m in self._s.matches]
        rests = find_rests(normal, self._reading.query.focus, matched, self.relations.asked)
        # 落户|县医院时 tells where.
        asked = {end for _, end in self.relations.asked} if self._reading.query.want in _PLACED else ()
        rests = tuple(
            p
            for p in rests
            if not (
                _DATELINE.search(normal, p.start, p.end)
                or _EMPTY.match(normal, p.start, p.end)
                or (p.start not in asked and _is_circumstance(normal, p.end))
            )
        )
        rests = (*rests, *self._told(Shape.REST))
        placed = Shape.PLACE in wanted.told
        return tuple(p for p in rests if "在" not in normal[p.start : p.end]) if placed else rests

    def _known_people(self, found: tuple[Phrase, ...]) -> Iterator[Phrase]:
        """Yield where people stand whom the article names elsewhere: “范先群介绍。” … “范先群伸出5根手指”."""
        normal = self._s.normal
        for name in self._reading.people:
            at = normal.find(name)
            if at >= 0 and not any(p.start < at + len(name) and at < p.end for p in found):
                yield Phrase(at, at + len(name), Shape.PERSON)

    def features(self, phrase: Phrase) -> PhraseFeatures:
        """Return what speaks for `phrase`."""
        wanted, query, text = self._wanted, self._reading.query, self._s.normal[phrase.start : phrase.end]
        focus = query.focus
        name = quoted[1] if (quoted := _QUOTED.fullmatch(text)) else text
        counted = phrase.shape is Shape.NUMBER and len(focus) == 1  # 37人 answers 几位 as well as 37位
        ends = bool(focus) and (name.endswith(focus) or (counted and of_kind(focus, name)))
        # 国际学术期刊《自然·医学》: a name in quotation marks may stand behind what it is the name of.
        before = self._s.normal[: phrase.start].rstrip(_OPENS) if phrase.shape is Shape.QUOTED else ""
        named = bool(before) and before.endswith(focus)
        follows = named or self.relations.follows(phrase.end)
        if phrase.shape is Shape.NUMBER and len(focus) > 1 and text.endswith(focus[0]):
            follows = follows or self.relations.follows(phrase.end - 1)  # 31万人|口
        meets = bool(focus) and not ends and (focus in text or follows)
        meets = meets or self.relations.counts(phrase)
        kin = bool(focus) and (of_kind(focus, name) or of_kind(focus, text))
        near, same_clause, inside = self._nearness(phrase)
        if inside <= ECHO and (
            phrase.shape is Shape.NOUN or (query.gap and phrase.shape in _NAMES and not ends and not kin)
        ):
            inside = 0.0  # a name made of the question's words is that of what is asked about
        if phrase.shape is Shape.PERSON and wanted.people and self.relations.is_named(phrase, text):
            inside = 1.0  # who is named in the question isn't who is asked for: 安努克·贝尔蒙特
        return PhraseFeatures(
            phrase.shape in wanted.fits
            and not (wanted.whether and leaves_open(text))
            # “擦掉以后,黑板上写了两个字”: what somebody says is no name
            and not (wanted.called and phrase.shape is Shape.QUOTED and _SAID_ON.search(text))
            # 患有白内障多年 names no illness, whatever it adds to the question's words
            and not (phrase.shape is Shape.REST and focus in NAMED_BY_KIND and not (kin or ends)),
            wanted.unfit(phrase.shape),
            near,
            same_clause,
            inside,
            *self._context(phrase),
            ends,
            kin,
            meets,
            LENGTHS[min(len(text), LONG_ENOUGH)],
            max(
                wanted.misses(text),
                self.relations.of_another_stage(phrase),
                self.relations.counts_others(phrase),
            ),
            phrase.shape is Shape.CLAUSE,
            CLOSES.match(self._s.normal, phrase.end) is not None,
            self.relations.edges.issuperset((phrase.start, phrase.end)),
            any(text.count(a) != text.count(b) for a, b in _PAIRS),
        )

    @cached_property
    def _ends_before(self) -> list[int]:
        """For each character, how many clause ends stand before it; a time that opens a clause is of it with its comma."""
        normal = self._s.normal
        ends = list(map(CLAUSE_END.__contains__, normal))
        for phrase in phrases_of(normal, Shape.DATE):
            if self.relations.opens(phrase):
                ends[phrase.end] = False
        return list(accumulate(ends, initial=0))

    @cached_property
    def _stops_before(self) -> list[int]:
        """For each character, how many semicolons and the like stand before it."""
        return list(accumulate(map(_STOPS.__contains__, self._s.normal), initial=0))

    def _nearness(self, phrase: Phrase) -> tuple[float, float, float]:
        """Return how near the question's words stand, how many in one clause, and the share made of them."""
        ends = self._ends_before
        start, end = phrase.start, phrase.end
        # “2024年4月，首例开展；6月，……” : a time that opens a clause is of what stands behind its comma.
        opens = self.relations.opens(phrase)
        near: dict[int, float] = {}
        same: dict[int, float] = {}
        inside = 0
        stops = self._stops_before
        for first, last, unit, credit in self._s.matches:
            if last <= start:
                gap, together = start - last + _ASIDE * opens, ends[start] == ends[last]
            elif end <= first:
                gap, together = first - end, ends[first] == ends[end]
                if opens and not _STOP.search(self._s.normal, end, first):  # it dates all that follows
                    gap, together = min(gap, _DATED), True
            else:
                if start <= first and last <= end:
                    inside += last - first
                if not (self._wanted.whether or phrase.shape is Shape.PLACE):
                    continue
                gap, together = 0, True
            # Over a semicolon another thing is told of.
            gap += _ASIDE * (stops[start] != stops[first])
            value = credit * _DECAY[gap] if gap < _FAR else 0.0
            if value > near.get(unit, 0.0):
                near[unit] = value
            if together and credit > same.get(unit, 0.0):
                same[unit] = credit
        weights, total = self._reading.near_weights, self._reading.near_total
        return (
            sum([weights[u] * x for u, x in near.items()]) / total,
            sum([weights[u] * x for u, x in same.items()]) / total,
            min(inside / (end - start), 1.0),
        )

    def _context(self, phrase: Phrase) -> tuple[float, float, float, float, float]:
        """Return how alike the words before and behind gap and phrase are, and whether the very next are."""
        wanted, normal = self._wanted, self._s.normal
        before, behind = wanted.before, wanted.behind
        left = bare(normal[max(phrase.start - 9, 0) : phrase.start])[-8:] if before or wanted.noun else ""
        right = bare(normal[phrase.end : phrase.end + 9])[:8] if behind else ""
        if behind and self.relations.opens(phrase):
            right = _CLAUSE_ENDS.split(normal[phrase.end + 1 : phrase.end + _NEXT_CLAUSE], maxsplit=1)[0]
        return (
            _share(wanted.pairs_before, left),
            _share(wanted.pairs_behind, right),
            (bool(before) and left[-1:] == before[-1])
            or (phrase.shape in RESTS and phrase.start in self.relations.objects),
            bool(behind) and right[:1] == behind[0],
            (
                bool(wanted.noun)
                and COPULA.sub("", left).endswith(wanted.noun)
                # 筛查ai|模型发布 tells no name of it as 筛查ai叫|…… does
                and not (wanted.called and left.endswith(wanted.noun) and wanted.noun[-1] != "名")
            )
            or (phrase.shape is Shape.QUOTED and self.relations.names(phrase.end))
            or phrase.start in self.relations.owned
            or (
                Shape.REST in wanted.fits
                and phrase.shape is Shape.REST
                and phrase.start in self.relations.objects
            )
            or any(taken.match(normal, phrase.start) for taken in self._told_patterns(phrase.shape))
            or self.relations.settles(normal[phrase.start : phrase.end]),
        )


def _is_circumstance(text: str, end: int) -> bool:
    """Tell whether what ends here only says when, or compared to what, something is so."""
    return any(m.end() == end for m in _CIRCUMSTANCE.finditer(text, max(end - 4, 0)))


def tells_nothing(text: str, start: int, end: int) -> bool:
    """Tell whether this range of `text` says who says something or is a dateline, and so tells nothing: 中心主任李敏介绍, 本报讯（记者李敏）."""
    return (_ATTRIBUTES.search(text, start, end) or _DATELINE.search(text, start, end)) is not None


def _share(pairs: list[str], text: str) -> float:
    """Return the share of `pairs` that stand in `text`."""
    return len([pair for pair in pairs if pair in text]) / len(pairs) if pairs and text else 0.0
