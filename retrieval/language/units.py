"""What quantities are told in: one table of units, by the sort of quantity that each tells."""

from __future__ import annotations

import re
from enum import StrEnum

from retrieval.language.lexicon import COUNTERS
from retrieval.language.patterns import one_of, without_looks


class Kind(StrEnum):
    """What sort of quantity a number tells."""

    MONEY = "money"
    SHARE = "share"
    WEIGHT = "weight"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    TIME = "time"
    AGE = "age"
    HEAT = "heat"
    POWER = "power"
    SIZE = "size"
    COUNT = "count"
    CODE = "code"


# What is one unit in one word and another in two stands in both rows: 里 and 公里. Some words go on: 月 not in 5月3日, 里 not in 里面.
_UNITS: dict[Kind, str] = {
    Kind.MONEY: (
        "元|万元|亿元|美元|欧元|日元|韩元|港元|加元|澳元|奥元|块|毛|角|令吉|泰铢|法郎|英镑|卢布|卢比|比索|里亚尔|"
        "第纳尔|港币|美金|马克|克朗|美分"
    ),
    Kind.SHARE: "%|‰|成|倍|百分点",
    Kind.WEIGHT: "吨|万吨|公吨|公斤|千克|市斤|斤|克|毫克|微克|克拉|磅|盎司",
    Kind.AREA: "平方公里|平方千米|平方米|平米|平方厘米|平方英里|平方英尺|平方|公顷|公亩|亩|市亩",
    Kind.VOLUME: "立方米|立方厘米|立方|毫升|公升|升|加仑",
    Kind.LENGTH: (
        "公里|千米|海里|英里|里(?![面头边程斯昂])|华里|米|厘米|毫米|微米|纳米|分米|公分|公尺|市尺|尺(?!子)|英尺|寸|英寸|丈(?!夫)|光年"
    ),
    Kind.TIME: (
        "年|周年|年代|世纪|季度|月(?!\\d)|周|星期|天|日|工作日|昼夜|日夜|晚(?![上会报间餐饭年期婚点稻熟])|晚上|夜|夜晚|小时|钟头|"
        "分钟|刻钟|秒|秒钟|毫秒|学时|课时"
    ),
    Kind.AGE: "岁|周岁",
    Kind.HEAT: "度|摄氏度|华氏度|℃|°|°c",
    Kind.POWER: (
        "千瓦时|万千瓦时|瓦|千瓦|万千瓦|兆瓦|马力|千伏|安培|毫安|焦耳|千卡|大卡|卡路里|千帕|毫米汞柱|赫兹|千赫|兆赫|分贝|勒克斯"
    ),
    Kind.SIZE: "像素|兆|字节",
}
_WORDS = "|".join(_UNITS.values()).split("|")
_ANY = one_of("|".join(_WORDS))
_WITH_GE = one_of("|".join(word for word in _WORDS if len(without_looks(word)) > 1 or word.startswith("月")))
# A unit behind a number, 个 and 多 before it: 3个多月, 两百个千瓦时; 三个日本人 has none.
UNIT = rf"(?:个[多余]?{_WITH_GE}|[多余]?{_ANY})"
# What is a thousand of another: 50千克 is 50 of these.
KILO = "|".join(word for word in _WORDS if word.startswith("千"))
_FOUND = re.compile(_ANY)
_KIND = {without_looks(word): kind for kind, words in _UNITS.items() for word in words.split("|")}
_ENDS = tuple(_KIND)
COUNTED_BY = re.compile(f"[{COUNTERS}]$")
_ROUND = re.compile("(?:左右|上下|以上|以下|以?[内外]|余|多|钱)$")
_FRACTION = re.compile(r"/\d+[千万亿]|[百千万]分之")  # 1/10万
_CODE = re.compile(r"1[02]\d(?!00)\d{2}|\d{3,4}-\d{7,8}")  # 12356 and 0755-6678114 are dialled
_DIGIT = re.compile(r"[\d一二两三四五六七八九十百千万几]")
_SAME = {
    "公斤": "千克",
    "公里": "千米",
    "公升": "升",
    "公分": "厘米",
    "公尺": "米",
    "平米": "平方米",
    "块": "元",
    "钟头": "小时",
    "周": "星期",
    "公吨": "吨",
    "市斤": "斤",
    "周岁": "岁",
}


def told_in(kind: Kind) -> str:
    """Return a pattern for any unit that quantities of a kind are told in."""
    return one_of(_UNITS[kind])


def kind_of_unit(word: str) -> Kind | None:
    """Return what sort of quantity a unit tells, None for any other word."""
    return _KIND.get(word)


def kind_of(number: str) -> Kind | None:
    """Return what sort of quantity `number` tells, by the last unit in it, None where it doesn't say.

    >>> kind_of("53公斤"), kind_of("七趟"), kind_of("2小时30分")
    (<Kind.WEIGHT: 'weight'>, <Kind.COUNT: 'count'>, <Kind.TIME: 'time'>)
    """
    if _FRACTION.search(number):
        return Kind.SHARE
    if _CODE.fullmatch(number):
        return Kind.CODE
    if not _DIGIT.search(number):
        return None
    told = _ROUND.sub("", number).split("/")[0]  # 5260元/吨 is a sum
    if COUNTED_BY.search(told) and not told.endswith(_ENDS):
        return Kind.COUNT
    units = _FOUND.findall(told)
    return _KIND[units[-1]] if units else None


def same_unit(unit: str) -> str:
    """Return the usual word for a unit: 千克 for 公斤."""
    word = unit.lstrip("个多余")
    return _SAME.get(word, word) if word else unit
