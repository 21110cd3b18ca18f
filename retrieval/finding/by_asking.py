"""What does only the way a question is asked make an answer? 在哪里举行 is told between 在 and 举行, 最迟哪天 by the day before 前.

Each way of asking gives a pattern that finds, in any sentence, what it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.asking.questions import Query
from retrieval.asking.wants import Want
from retrieval.language.phrases import Shape

# What joins a question's words to its question word, and a page's to what answers, says nothing: 院长是谁, 院长李明.
COPULA = re.compile("(?:的?(?:姓名|名字))?(?:到底|究竟|一共|共计|[共约达为是有叫姓由:：])*$")
_ENDS_ASKING = re.compile("(?:的?(?:名字|姓名|名称|名儿?|样))?[的呢呀啊?？!。 ]*")
_QUOTES = re.compile(r"[“”‘’「」『』\"《》\s]")
_WHERE_DONE = re.compile(
    r"在(?:[\u4e00-\u9fff]{1,8}的)?(?:哪里|哪儿|哪(?![里儿一几两个家些座])|何[处地]|(?:什么|啥)地方)(?P<done>[\u4e00-\u9fff])"
)
_PLACE_OF = re.compile("(?P<done>[\u4e00-\u9fff]{2})的?地点[? ]*$")  # 买卖合同纠纷 开庭地点
_PUTS = "[放摆挂立贴停埋种刻设装写]"
_PUT_WHERE = re.compile(
    f"{_PUTS}(?:在|到|进)(?:了)?(?:哪里|哪儿|哪(?![一几两个家些座])|何[处地]|(?:什么|啥)地方)"
)
_PUT = re.compile(f"(?<={_PUTS}[在到进])[^,，。;；:：]{{2,16}}(?=[,，。;；])")
_CITY = re.compile("城市[? ]*$")
_NAMED_CITY = re.compile("(?:(?<=[在于到赴抵省区])|(?<=[,，。\n]))[\u4e00-\u9fff]{2,4}?市(?![场民区值])")
_SINCE_WHEN = re.compile(
    "[自从](?:什么时候|啥时候|何时|哪一?天|几时)(?:起|开始)?(?P<does>[\u4e00-\u9fff]{2})"
)
_LATEST = re.compile("最[迟晚]|截[止稿]|期限|为止")
_DEADLINE = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\d{1,2}[时点](?:\d{1,2}分|半)?)?(?:之?前|以前|(?=截?止))"
    # 征集时间至2025年8月31日
    r"|(?<=至)(?:\d{4}年)?\d{1,2}月\d{1,2}日(?=[,，。;；])"
)
NAME_ASKED = re.compile("叫(?:做|作)?(?:什么|啥)|(?:名字|名称)(?:是|叫)?(?:什么|啥)")
_LATIN = re.compile(
    r"(?<=[\u4e00-\u9fff])[a-z][a-z\d-]{2,}(?: [a-z\d][a-z\d-]*){0,3}(?![a-z])"
)  # 模型|damo grape
# What somebody was found to have: 确诊为|胃食管反流性咳嗽, whatever that ends in.
_ILL_WITH = re.compile(
    "(?:得|患|查出|确诊|检查)[\u4e00-\u9fff]{0,5}(?:什么|啥)(?:毛?病|疾病|问题|结果)?[? 呀啊呢]*$"
)
_ILLNESS = re.compile(
    "(?:(?<=确诊为)|(?<=确诊是)|(?<=查出)|(?<=患有)|(?<=患上))(?!患)[^,，。;；:：的“”]{2,16}(?=[,，。;；])"
)
# What was done in an operation, whatever it is called: 实施了|经导管三尖瓣缘对缘修复术.
_OPERATION = re.compile(
    "(?:(?<=实施了)|(?<=接受了)|(?<=进行了)|(?<=完成了)|(?<=实施)|(?<=接受)|(?<=行))(?!了)[^,，。;；:：]{2,20}[术植](?=[,，。;；])"
)
# Where one writes or looks: an address of mail or of a site.
_ASKS_AT = re.compile("邮箱|电子邮件|邮件地址|e-?mail|网址|官网")
_AT = re.compile(r"[a-z\d][a-z\d._%+-]*@[a-z\d-]+(?:\.[a-z\d-]+)+|(?:https?://|www\.)[a-z\d./_-]+[a-z\d/]")
# What somebody learns, teaches, grows or sells: 学习|中药炮制 for 学啥专业.
_LEARNS = re.compile(
    "(?P<does>[学修教种养卖演])(?:的是|些|点)?(?:什么|啥)(?!时|名|人|都)[\u4e00-\u9fff]{0,3}[? 呀啊呢]*$"
)
_SEVERAL = re.compile("哪(?:几|[两二三四五六七八九十])[个家所座条]")
# Who is told by what they are to somebody: 婆婆说要“春捂秋冻”.
_KIN = re.compile(
    "(?:(?:外|姥)[公婆祖爷]|婆婆|公公|丈母娘|岳[父母]|(?:祖|养|继)?[父母]亲|[爸妈][爸妈]|老?[爸妈](?![爸妈])|奶奶|爷爷|姥姥|老伴|妻子|丈夫|爱人|[大小二]?女儿|"
    "[大小二]?儿子|儿媳妇?|女婿|孙[子女]|(?<![第0-9])[大二三四五六七八九小][叔婶伯姑姨舅爷嫂哥姐妹弟](?![妹弟哥姐家大小])|[哥弟姐妹][哥弟姐妹]|邻居|街坊|路人|同事|同桌|舅[舅妈]|姑[姑妈父]|姨[妈父]|叔叔|伯[伯父母]|婶婶|徒弟|师父)"
)
_DONE_BY = re.compile("由(?:谁|哪些人)(?:来|去|负责)?(?P<does>[\u4e00-\u9fff]{2})")
# … whom something is given to, whatever they are called: 输给|一位退休邮递员 for 输给了谁.
_GIVEN_TO = re.compile("(?P<does>[\u4e00-\u9fff]给)了?(?:谁|哪[位个]人?|(?:什么|啥)人)")
_TOGETHER = "(?:共同|联合|统一|牵头|负责|分别|一起|具体|日常)"
_FOR_WHAT = re.compile("以(?:什么|啥|哪[\u4e00-\u9fff]{1,4}?)(?:来)?(?:作)?为(?P<aim>[\u4e00-\u9fff]{2,3})")
_AIM = re.compile(
    "(?P<aim>突破口|切入点|出发点|落脚点|着力点|抓手|载体|单元|纽带|平台|主线|核心|重点|目标|导向|主攻方向|根本动力|支撑|依托|龙头|主题|引领|契机)$"
)


def told_by_asking(query: Query, kin: bool) -> Iterator[tuple[Shape, re.Pattern[str]]]:
    """Yield patterns that find what only this way of asking makes a phrase, each with the shape of what it finds."""
    ways = (
        (Shape.PLACE, _place_told(query) if query.want is Want.WHERE else None),
        (Shape.DATE, _since_when(query) if query.want is Want.WHEN else None),
        (Shape.DATE, _DEADLINE if query.want is Want.WHEN and _LATEST.search(query.normal) else None),
        (Shape.QUOTED, _LATIN if query.want is Want.WHAT and NAME_ASKED.search(query.normal) else None),
        (Shape.LIST, _several_told(query) if query.want is Want.LIST else None),
        (Shape.REST, _taken_for(query) if query.want is Want.WHAT else None),
        (Shape.QUOTED, _ILLNESS if query.want is Want.WHAT and _ILL_WITH.search(query.normal) else None),
        (Shape.NOUN, _OPERATION if query.focus == "手术" else None),
        (Shape.REST, _learnt(query) if query.want is Want.WHAT else None),
        (Shape.QUOTED, _AT if query.want is Want.WHAT and _ASKS_AT.search(query.normal) else None),
        (Shape.PERSON, _KIN if kin else None),
        (Shape.PERSON, _doers_told(query) if query.want is Want.WHO else None),
        (Shape.PERSON, _given_to(query) if query.want is Want.WHO else None),
    )
    yield from ((shape, pattern) for shape, pattern in ways if pattern)


def _place_told(query: Query) -> re.Pattern[str] | None:
    """Return what finds a place by what is done there: all between 在 and 召开 for 在哪里召开, all behind 放在 for 摆在哪儿."""
    if done := _WHERE_DONE.search(query.normal):
        # 在此举行 tells nothing
        return re.compile(
            rf"(?<=在)(?!此|这|那[里儿])[^,，。;；:：]{{2,24}}?(?=[召举]?{re.escape(done['done'])})"
        )
    if done := _PLACE_OF.search(query.normal):
        return re.compile(
            rf"(?<=在)(?!此|这|那[里儿])[^,，。;；:：]{{2,24}}?(?=[\u4e00-\u9fff]{{0,2}}?{re.escape(done['done'])})"
        )
    if query.gap is None and _CITY.search(query.normal):
        return _NAMED_CITY
    return _PUT if _PUT_WHERE.search(query.normal) else None


def _several_told(query: Query) -> re.Pattern[str] | None:
    """Return what finds several of what is asked by, each with its name: 盘锦市和阜新市 for 哪两个市."""
    if not _SEVERAL.match(query.normal, query.place[0]) or not query.focus:
        return None
    one = rf"(?:(?![以在和与及由对为])[\u4e00-\u9fff]){{1,8}}?{re.escape(query.focus)}"
    return re.compile(rf"{one}(?:、{one})*(?:[和与及]|以及|、){one}")


def _since_when(query: Query) -> re.Pattern[str] | None:
    """Return what finds since when something is so: all between 自 and 设立 for 自什么时候设立."""
    if not (asked := _SINCE_WHEN.search(query.normal)):
        return None
    return re.compile(rf"(?<=[自从])[^,，。;；:：]{{2,16}}?(?=(?:起|开始)?{re.escape(asked['does'])})")


def _taken_for(query: Query) -> re.Pattern[str] | None:
    """Return what finds what something is taken for: 以|作风建设|为突破口 for 突破口是什么, 以什么为突破口 or the keyword 突破口."""
    asked = _FOR_WHAT.search(query.normal)
    if asked is None and (query.gap is None or noun_asked_for(query)):
        noun = noun_asked_for(query) if query.gap else query.normal.rstrip(" ?!。")
        asked = _AIM.search(noun)
    if asked is None:
        return None
    return re.compile(
        rf"(?<=以)[^,，。;；:：]{{2,20}}?(?=为(?:[\u4e00-\u9fff]{{0,4}}的)?{re.escape(asked['aim'])})"
    )


def _learnt(query: Query) -> re.Pattern[str] | None:
    """Return what finds what somebody learns behind 学习 where a question has 学 alone: a page prefers words of two characters."""
    asked = _LEARNS.search(query.normal)
    return re.compile(rf"(?<={asked['does']}[习授植殖售出])[^,，。;；:：]{{2,12}}") if asked else None


def _doers_told(query: Query) -> re.Pattern[str] | None:
    """Return what finds who does something between 由 and what they do: 由|医生、护士和康复治疗师|组成 for 由谁组成."""
    if not (done := _DONE_BY.search(query.normal)):
        return None
    return re.compile(rf"(?<=由)[^,，。;；:：]{{2,30}}?(?={_TOGETHER}*{re.escape(done['does'])})")


def _given_to(query: Query) -> re.Pattern[str] | None:
    """Return what finds to whom something is given: all behind 输给 up to the end of the clause for 输给了谁."""
    if not (asked := _GIVEN_TO.search(query.normal)):
        return None
    does = re.escape(asked["does"])
    return re.compile(rf"(?:(?<={does})(?!了)|(?<={does}了))[^,，。;；:：]{{2,16}}(?=[,，。;；]|$)")


def noun_asked_for(query: Query) -> str:
    """Return what stands before what joins it to the question word, up to nine characters of it, "" where nothing does.

    Of 枣林沟小学的校长是谁 that is “沟小学的校长”: whoever is named as that answers.
    """
    if query.gap is None:
        return ""
    start, end = query.gap
    told = bare(query.normal[max(start - 9, 0) : start])
    noun = COPULA.sub("", told)
    # 赶工的是谁 asks by no noun
    asked = noun != told and len(noun) > 1 and noun[-1] != "的" and _ENDS_ASKING.fullmatch(query.normal, end)
    return noun if asked else ""


def bare(text: str) -> str:
    """Return `text` without blanks and quotation marks."""
    return _QUOTES.sub("", text)
