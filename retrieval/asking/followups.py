"""Understand a question in the light of the last answer: 那他是哪家医院的, 还有呢."""

from __future__ import annotations

import re

from retrieval.language.analysis import normalize
from retrieval.language.lexicon import QUESTION_WORD
from retrieval.language.names import is_name
from retrieval.language.numerals import read_numbers
from retrieval.records import Answer, Article

_MORE = re.compile(
    r"(?:那|嗯|好)?(?:还有|别的|其他|其它|另外)(?:的|吗|呢|没有|没|什么|哪些|啥|报道|结果|别|其他|其它|相关)*|继续|接着(?:说|来)?|更多|再来一?[个条篇]|下一[个条篇]|换一?[个条篇]|more|next|anything else"
)
_NTH_HIT = re.compile("第(?P<number>[一二三四五六七八九十\\d]+)[个条篇]")
_HIT_BEFORE = re.compile("[上前]一[个条篇]|previous|back")
_POINTS_BACK = re.compile(
    r"[他她它](?!们?国|山之石|人)|(?:这|那)(?:位|家|个(?:人|医院|项目|活动|会议|中心|事|会)|次|项|篇|里|边|场|所|本|座)|该(?:院|校|中心|项目|县|市|省|公司|委|局|会|报)|其中|此(?:次|事|人|举)|当时|上面|上述|前面|刚才"
)
_PERSON = re.compile(r"[他她](?!们?国|山之石|人)")
_LONGEST_NAME = 12  # characters, as 莎拉·贾法尔
_HEADLINE = 80  # characters of one; what is longer is a text
_ANOTHER = re.compile(
    r"^(?:那么?|还有)?(?P<who>[^,，。?？他她它这那]{2,12})呢[,，\s]+(?=\S)"
)  # “赫佐呢，他多大”: he is who was just named
_ASKED_OF = re.compile(
    r"(?:那么?|还有)?(?P<other>(?![他她它这])[^,，。?？!！\s]{2,12}?)(?:又|又是)?(?:呢|(?:怎么|咋)样呢)[?？!！。 ]*"
)
_QUOTED = re.compile('[“"「『][^”"」』]{6,}[”"」』]')
_THIS_ARTICLE = re.compile(
    "^(?:那么?)?(?:[这那该本]一?篇)?(?:都?是)?(?:由)?(?=(?:谁|哪[一几]?[位个名]?(?:记者|作者|通讯员|人)?)(?:采写|撰写|写|执笔|"
    "报道)的?[?!。呢呀啊 ]*$)|(?:这|(?<!应)该|(?<![日版课文剧样书读脚标基成资根原])本)一?[篇条则]?(?:文章|报道|新闻|消息|稿[子件]?|文(?![化明件物部档字学科]))|"
    "^(?:本报|特约|那么?)*(?:记者|作者|通讯员|撰稿人)(?:都?是|叫)(?:谁|哪[几一]?位|什么|啥)"
)
_LEADS_ON = re.compile(r"^(?:那么?|还|又|再|另外|然后|所以|另|以及|后来|接下来)")


def asks_for_more(question: str) -> bool:
    """Tell whether the message only asks for further results.

    >>> asks_for_more("还有呢？")
    True
    """
    return _MORE.fullmatch(normalize(question)[0].strip(" ?!.,。！？，~")) is not None


def hit_asked_for(question: str, shown: int) -> int:
    """Return which hit of an answer, from 0, is asked for while hit `shown` is on the screen: below 0 the answer before.

    >>> hit_asked_for("第二篇", 0), hit_asked_for("上一条", 2), hit_asked_for("再说一遍", 2)
    (1, 1, 2)
    """
    normal = normalize(question)[0]
    if nth := _NTH_HIT.search(normal):
        return int(read_numbers(nth["number"] + "个")[0].value) - 1
    return shown - 1 if _HIT_BEFORE.search(normal) else shown


def points_back(question: str) -> bool:
    """Tell whether a question speaks of what it doesn't name, 他 or 这家医院, or of another in the place of that.

    >>> points_back("那他是哪家医院的"), points_back("那红烧肉怎么做")
    (True, False)
    """
    normal = normalize(question)[0].strip()
    return bool(_ANOTHER.match(normal) or _POINTS_BACK.search(normal))


def asked_of_the_article(question: str) -> str | None:
    """Return what a question asks of the very article that the last answer showed, None where it asks nothing of that.

    >>> asked_of_the_article("这篇文章是谁写的？"), asked_of_the_article("哪篇报道讲托育")
    ('是谁写的?', None)
    """
    asked, times = _THIS_ARTICLE.subn(" ", normalize(question)[0])
    return asked.strip() if times else None


def another_asked_of(question: str) -> str:
    """Return of whom or what else the last question is asked again, "" where it isn't.

    >>> another_asked_of("那刘辉呢？"), another_asked_of("刘辉是谁呢")
    ('刘辉', '')
    """
    asked = _ASKED_OF.fullmatch(question.strip())
    return asked["other"] if asked and not QUESTION_WORD.search(asked["other"]) else ""


def speaks_of_somebody(question: str) -> bool:
    """Tell whether a question speaks of 他 or 她, whom the one before must have named.

    >>> speaks_of_somebody("他多大"), speaks_of_somebody("其他人多大")
    (True, False)
    """
    return _PERSON.search(normalize(question)[0]) is not None


def quotes(question: str) -> bool:
    """Tell whether a question quotes a sentence, long enough to be found by itself.

    >>> quotes("“健康的风吹给了你”这句话是谁说的")
    True
    """
    return _QUOTED.search(normalize(question)[0]) is not None


def without_lead(question: str) -> str:
    """Return a question without the word by which it goes on from the last one.

    >>> without_lead("那赫佐呢")
    '赫佐呢'
    """
    return _LEADS_ON.sub("", question.strip())


def without_pointers(question: str) -> str:
    """Return a question without its lead and what points back: 什么时候开业 of 那它什么时候开业."""
    return _POINTS_BACK.sub(" ", without_lead(question)).strip() or question


def _spoken_of(phrase: str, named: str) -> str:
    """Return whom 他 means: whose name answered, else who was asked about, else whatever short answer may be a name; "" for nobody.

    “范先群是谁” is answered by what he is: he is still meant.
    """
    if named and not is_name(phrase):
        return named
    may_name = 2 <= len(phrase) <= _LONGEST_NAME and not any(map(str.isdigit, phrase))
    return phrase if may_name else ""


def headline_of(article: Article) -> str:
    """Return an article's headline as it is put before a follow-up, "" where it has none."""
    return " ".join((article.title or "").split())[:_HEADLINE]


def in_context(question: str, previous: Answer, named: str = "", *, shown: bool = False) -> str:
    """Return the question with what the last answer was about put before it.

    That is the phrase that answered, if one was marked, and the headline; for 他 and 她 the name alone, for
    what else somebody did may stand in another article: the name that answered, else the one that was asked about.
    Who is named anew takes the place of the phrase. What was no answer lends no phrase, and its headline to somebody
    named anew alone, unless the article that was `shown` with it is on what was asked. `named` is whom the last question named.
    """
    if not previous.hits:
        return f"{previous.understood} {question}"
    top = previous.hits[0]
    headline = headline_of(top.article)
    if another := _ANOTHER.match(question.strip()):
        return f"{headline} {another['who']} {question.strip()[another.end() :]}".strip()
    told = previous.answered or previous.more
    phrase = " ".join((top.snippet.answer_text or "").split()) if told else ""
    rest = without_pointers(question)
    if speaks_of_somebody(question) and (name := _spoken_of(phrase, named)):
        return f"{name} {rest}"
    if not told and (speaks_of_somebody(question) or not (shown and headline)):
        return f"{previous.understood} {question}"
    return " ".join(filter(None, (phrase, headline, rest)))
