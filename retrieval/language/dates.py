"""Tell a time as a page does: a day with its hours, a weekday, a part of a year, a decade, an age.

Each part is a pattern of its own, and a larger one is made of smaller ones, so that 9月18日8时至17时 is one time.
All in normal form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.language.dictionary import words_of
from retrieval.language.patterns import Quick
from retrieval.records import Range

_TO = r"\s?(?:[—–\-~～]+|[至到])\s?"
_TENTH = "[一二三四五六七八九十]"
_FEW = f"{_TENTH}{{1,3}}"
_ERAS = "公元前?|民国|宣统|光绪|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|崇祯|天启|万历|隆庆|嘉靖|正德|弘治|成化|宣德|永乐|洪武|贞观|开元|天宝"
# 代表, 代金券 and 朝阳 are words of their own.
_AGES = "(?:先秦|[秦汉晋隋唐宋元明清]{1,2}|民国)(?:(?:朝(?![阳着向])|代(?![表金理购替码言价驾办课管]))(?:初年?|中[期叶]|晚期|末年?|年间)?|初年?(?![中高级次])|末年?|时期|年间)"
# Minutes and hours: 5点 may be five points, 5点半 and 下午5点 aren't.
_MINUTES = r"半|整|钟|[一三]刻|\d{1,2}分|[二三四五]?十[一二三四五六七八九]?分?(?![名位个人元%])"
_CLOCK = r"\d{1,2}[:：]\d{2}"
_PART = "凌晨|清晨|早上|早晨|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|半夜|午夜|早(?![高餐饭报市班])|晚(?![高餐饭报会班间])"
_HOUR = rf"(?<!\d)\d{{1,2}} ?时(?:\d{{1,2}}分|[半许整])?(?![候代间段期常光尚差])|(?<!\d)\d{{1,2}} ?点(?:(?:{_MINUTES})|(?![多名的]))"
_SPOKEN = "[一二两三四五六七八九十]{1,3}"
_OF_DAY = (
    rf"(?:{_PART})(?: ?(?:{_CLOCK}|(?:\d{{1,2}}|{_SPOKEN}) ?[点时](?:{_MINUTES})?))|{_SPOKEN}点(?:{_MINUTES})"
)
_TIME = rf"(?:{_OF_DAY}|{_CLOCK}|{_HOUR})"
_UP_TO = rf"(?:{_TO}|[开上营][放业]?到|一?直到|持续到)(?:次日|第二天)?"  # 早上6点开到晚上11点
_TIMES = rf"{_TIME}(?:{_UP_TO}{_TIME})?(?:[或、和及]{_TIME}(?:{_TO}{_TIME})?)*"
_WEEKDAY = "每?(?:本|上|下|这)?(?:个?星期|个?礼拜|周)[一二三四五六日天末]"
_IN_DAY = rf"(?:\s?[(（]?{_WEEKDAY}[)）]?)?(?:\s?(?:{_TIMES}|{_PART}))?"
_DAY = rf"\d{{1,2}}\s?日(?:[、和]\d{{1,2}}\s?日)*{_IN_DAY}"
# 88号 by itself is a house or a bus.
_NUMBERED = r"\d{1,2}\s?号(?![线楼院店机台位炉])"
_LUNAR = "初[一二三四五六七八九十]|[十廿][一二三四五六七八九](?![个名万元年天岁日号])|二十[一二三四五六七八九]?(?![个名万元年天岁日号])"
# 三月饼 and 一月台 are none.
_MONTH = rf"(?:\d{{1,2}}\s?月|(?:{_FEW}|[腊正]|(?<!单)元)月(?![饼台光亮租]))"
_IN_YEAR = "[春夏秋冬][季天]?|上半年|下半年|第?[一二三四]季度|[早中晚]期|[中末]叶"
_SAME_YEAR = "[今明去前当]年|同年(?![龄级限代])|(?<![本一二两三四五六七八九十每几])次年(?![会检审报度])|(?<![日成])本年(?![轻均级])"
_YEAR = rf"(?:\d{{4}}\s*年|(?:[清明宋唐元][朝代]?)?(?:{_ERAS})(?:(?:元|{_FEW}|\d+)年|年间)|[一二][\d〇零一二三四五六七八九]{{3}}年|{_SAME_YEAR})"
_ON = rf"(?:{_YEAR}\s*)?(?:农历)?(?:{_MONTH}\s*(?:{_DAY}|(?:{_NUMBERED}|{_FEW}[日号]){_IN_DAY}|{_LUNAR})|{_MONTH})|{_DAY}"
_DECADE = rf"(?:(?:\d{{1,2}}|{_FEW})\s*世纪\s*)?(?:\d{{4}}|\d{{2}}|{_FEW})\s*年代(?:初|中|末)?"
_AGO = rf"(?<![\d第近续])(?:\d{{1,3}}|{_FEW})[多余]?(?:个?[年月]|天|周|个星期|个?小时)[多余]?(?:[以之]前|前(?![列线后台景往沿面期端所胸来哨身夕十三五\d]))"
# 逢二、七 is market day; 适逢5月12日 isn't.
_ON_MARKET = rf"逢(?:\d{{1,2}}(?:[、和]\d{{1,2}})*(?![\d月年人次点时])日?|{_TENTH}(?:[、和]{_TENTH})*(?![年月周个百千万十]))"
_MARKET = rf"(?<![适恰正相重遭])(?:每?月)?(?:{_ON_MARKET})+"
_FEAST = "春节|元旦|国庆节?|中秋节?|端午节?|清明节?|重阳节?|元宵节?|暑假|寒假"
DATE = Quick(
    rf"(?<![\d第])(?:{_ON})(?:{_TO}(?:{_ON}|次年{_MONTH}))?(?:起|底前?|初(?![中高级次赛])|末|份|[上中下]旬|间(?!隔)|左右|前后)?"
    rf"|{_AGO}|(?:每|前一[天日]|当[天日])?(?:{_TIMES})(?:[以之][前后])?"
    rf"|每(?:个?[月季年]度?)的?(?:最后|头|前|第)[一二两三四五1-5]?个?(?:{_WEEKDAY}|工作日|周末|双休日)(?:\s?(?:{_TIMES}|{_PART}))?"
    rf"|{_DECADE}|(?:\d{{1,2}}|{_FEW})世纪(?:初|中叶|中期|末|前期|后期)?(?:[和至到]\d{{1,2}}世纪)?"
    rf"|\d{{4}}\s*年?{_TO}\d{{4}}\s*年间?|{_YEAR}(?:年?[底初末中]前?|{_IN_YEAR})?(?:起|前后?|左右|间)?"
    rf"|{_WEEKDAY}(?:(?:[、和]|{_TO})(?:星期|礼拜|周)?[一二三四五六日天])*(?:\s?(?:{_TIMES}|{_PART}))?"
    rf"|(?:{_MARKET}|每[天日周月年]|[本当上下]月(?:{_DAY}|{_NUMBERED})?|本周|上周|{_FEAST}|昨[日天]|今[日天]|前[日天])(?:前|后|期间|时期)?|{_AGES}",
    first=r"\d一二两三四五六七八九十今明去前当同次每本上下这逢月春元国中端清重暑寒昨日近凌清早中正午傍晚夜深半周星礼个公民宣光咸道嘉乾雍康顺崇天万隆弘成永洪贞开先秦汉晋隋唐宋农腊",
    needed="[逢年月日天周节旦庆假号:：点时期末初拜朝代]|世纪",
)
_SINCE = Quick(
    r"(?:[之以]?[前后]|前后)的?(?:第|约|近)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:[—–\-~至到]\d{1,3})?个?(?:工作日|小时|分钟|天|日|周|星期|月|年)(?:之?内|以内|左右)?(?:、第?\d{1,3}[天日周])*",
    needed="[前后]",
)
_EVENT = 2  # characters of a word for what happens
_COUNTS = re.compile(r"[\d一二两三四五六七八九十几]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_THEN = re.compile("[此最今然先随其日稍往向背幕从当目面提空史午]?[前后]")  # tell from nothing


def told_from_events(text: str) -> Iterator[Range]:
    """Yield times told from what happens: 初花后20天, 术后第三天, 入托前一周."""
    for m in _SINCE.finditer(text):
        at = begins = m.start()
        for _, start, end in reversed(words_of(text)):
            if start >= at:
                continue
            if end < begins or at - begins >= _EVENT or not _HAN.fullmatch(text, start, min(end, at)):
                break
            begins = start
            if end > at:  # 术后 is a word
                break
        counted = begins > 0 and _COUNTS.match(text, begins - 1)
        if begins < at and not counted and not _THEN.match(text, begins):
            yield begins, m.end()
