"""What does somebody say, and who says it? A newspaper puts it in quotation marks before or behind who does, or behind 表示.

“宁光说了什么” has no word that what he says need have, nor has “……”是谁说的 one of who says it: where they stand tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.asking.questions import Query
from retrieval.finding.people import is_surely_name, may_be_name
from retrieval.language.analysis import same_length_normal
from retrieval.language.lexicon import PERSON, SAYING
from retrieval.language.names import names_in
from retrieval.language.patterns import BREAK, one_of
from retrieval.records import Range

_SAYS = one_of(f"{SAYING}|回答|问|提出")
_WHAT = "(?:些)?(?:什么|啥|哪些话)"
_HOW = "(?:怎么|咋|如何|怎样)"
_ASKED = re.compile(
    rf"(?P<who>[\u4e00-\u9fff·]{{2,8}}?)\s?[他她]?(?:都|还|又|最后|当时|是)*"
    rf"(?:{_SAYS}(?:了|过|的)?(?:是)?{_WHAT}(?:话|意见|看法)?|{_HOW}(?:{_SAYS}|看待?|回应|形容)(?:的)?(?:[^,，?？]{{0,16}})?)[呀啊呢的? ]*$"
)
_CALLED = re.compile(rf"(?:{PERSON}|[\u4e00-\u9fff][员工者])$")  # who is named by what they are
_SOMEBODY_ELSE = re.compile(
    rf"[,，][^,，]*?{PERSON}[^,，]{{0,6}}{_SAYS}[,，:：]?\s*“?$"
)  # 毛女士来了,院长说:“…”
_MOST = 200  # characters of a quotation
_LEAST = 4  # … of one that is found by itself
_QUOTED = re.compile(rf"“(?P<said>[^“”]{{{_LEAST},{_MOST}}})”|\"(?P<plain>[^\"]{{{_LEAST},{_MOST}}})\"")
_ASKS_WHO = re.compile(rf"{_SAYS}|谁之口|谁的话|谁的原话")
_HEAD, _TAIL = 80, 30  # characters before and behind a quotation in which it is said whose it is
_SENTENCE = re.compile("[。！？!?\\n”]")
_CLAUSES = re.compile("[,，;；、:：]")
# Somebody by what they are: 患者, 一位女士.
_SOMEBODY = re.compile(rf"(?:[一那这]?[位名])?[男女老小]?(?:{PERSON}|[男女]子)")
_HEARER = re.compile("(?:对|向|跟|给|告诉|面对|问)(?:着|了|本报|现场的?)?$")
_SAME = re.compile("^[他她](?!们)")  # whose words they are was said before
_UNQUOTED = rf"(?:[^。！？!?\n“”]|“[^”\n]{{0,60}}”){{6,{_MOST}}}"  # a name may stand in quotation marks


def speaker_asked(query: Query) -> str:
    """Return whose words a question asks for, "" where it asks for nobody's: 宁光 of 宁光说了什么, 患者 of 理发的患者说了什么."""
    asked = _ASKED.search(query.normal)
    if asked is None:
        return ""
    who = asked["who"]
    if may_be_name(who):
        return who
    named = next((who[i:] for i in range(len(who) - 1) if is_surely_name(who[i:])), "")
    called = _CALLED.search(who)
    return named or (called.group() if called else "")


def speeches_of(text: str, who: str) -> Iterator[tuple[int, Range]]:
    """Yield what `text`, in normal form, has somebody say: where they are named, and the range of their words."""
    name = "·?".join(map(re.escape, who))
    # 患者看着镜子,满足地说: what is quoted is theirs though they do something first; what isn't must follow at once.
    behind = re.compile(
        rf"(?P<name>{name})(?:[^。！？!?\n“”]{{0,40}}?{_SAYS}[,，:：]?\s*“(?P<quoted>[^”]{{2,{_MOST}}})|"
        rf"[^。！？!?\n“”]{{0,16}}?{_SAYS}[,，:：]\s*(?P<plain>{_UNQUOTED}))"
    )
    before = re.compile(
        rf"(?<![:：,，])“(?P<quoted>[^“”]{{2,{_MOST}}})”\s*[^。！？!?\n“”]{{0,30}}?(?P<name>{name})[^{BREAK}\s]{{0,8}}?{_SAYS}(?=[{BREAK}\s]|$)"
    )
    for m in behind.finditer(text):
        place = m.span(m.lastgroup or 0)
        if not _SOMEBODY_ELSE.search(text, m.end("name"), place[0]):
            yield m.start("name"), place
    for m in before.finditer(text):
        yield m.start("name"), m.span("quoted")


def words_asked_about(query: Query) -> str:
    """Return the quotation of which a question asks who says it, in normal form, "" where it asks something else."""
    asked = same_length_normal(query.text)  # as typed: no particle of theirs is left out
    quoted = _QUOTED.search(asked)
    said = quoted.group("said" if quoted["said"] else "plain") if quoted else ""
    around = asked.replace(said, " ")
    return said if said and "谁" in around and _ASKS_WHO.search(around) else ""


def speaker_of(text: str, said: str) -> Range | None:
    """Return who is named in `text`, in normal form, as saying some words, None where it doesn't say or not hold them.

    >>> text = "理完发后，老人看着镜子，满意地说：“这手艺真好，太贴心了。”"
    >>> text[slice(*speaker_of(text, "这手艺真好"))]
    '老人'
    """
    # Between two runs of letters one pattern for all that may stand there: with more than one, white space is parted in each way.
    runs = [r"\s*".join(run) for run in re.findall(r"[^\W_]+", "".join(said.split()))]
    words = re.compile(r"[^\w“”]*".join(runs))
    for found in words.finditer(text) if runs else ():
        opened = text.rfind("“", max(found.start() - _MOST, 0), found.start() + 1)
        closed = text.find("”", found.end(), found.end() + _MOST)
        if opened < 0 or closed < 0 or text.find("”", opened, found.start()) >= 0:
            continue
        if speaker := _named_before(text, opened) or _named_behind(text, closed + 1):
            return speaker
    return None


def _named_before(text: str, opened: int) -> Range | None:
    """Return who is said to say what is quoted at `opened`: the subject of the clause before it, or of the one before that."""
    start = max(opened - _HEAD, 0)
    start = max((m.end() for m in _SENTENCE.finditer(text, start, opened)), default=start)
    head = text[start:opened].rstrip()
    if not head.endswith((":", "：")) and not re.search(rf"{_SAYS}[,，]?$", head):
        return None
    at = len(head)
    for begins in [*(m.end() for m in reversed(list(_CLAUSES.finditer(head[:-1])))), 0]:
        if _SAME.match(head, begins):
            return None
        if somebody := _somebody(head[begins:at]):
            return start + begins + somebody[0], start + begins + somebody[1]
        at = begins
    return None


def _named_behind(text: str, closed: int) -> Range | None:
    """Return who says what is quoted up to `closed`: ”法蒂玛说."""
    stop = re.compile(rf"[{BREAK}\s]|$").search(text, closed, closed + _TAIL)
    tail = text[closed : stop.start() if stop else closed + _TAIL]
    says = re.search(_SAYS, tail)
    somebody = _somebody(tail[: says.start()]) if says else None
    return (closed + somebody[0], closed + somebody[1]) if somebody else None


def _somebody(clause: str) -> Range | None:
    """Return the first who is named in a clause, or told of by what they are, but to whom something is said."""
    named = [*names_in(clause), *(m.span() for m in _SOMEBODY.finditer(clause))]
    speaking = [(a, b) for a, b in named if not _HEARER.search(clause, 0, a)]
    first = min(speaking, default=None)
    return next((place for place in speaking if first and place[0] == first[1]), first)  # 校长|刘敏
