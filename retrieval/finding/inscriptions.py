"""What is written on something: 锦旗上绣着“妙手仁心”, 纸条上面写着:最后一例,不是最后一天."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.records import Range

_WRITES = "(?:写|绣|印|刻|题|刷|贴|标)"
_ASKED = re.compile(
    rf"{_WRITES}(?:的|着|了|有|上)*(?:就?是)?(?:一?[句个些行])?(?:什么|啥|哪(?:几|[一两三四五六七八九十])?[个句行些])(?:字|话|内容|标语|口号)?样?[呀啊呢的? ]*$"
    r"|哪(?:几|[两三四五六七八九十])个(?:大|小)?字[呀啊呢的? ]*$|[\u4e00-\u9fff]的字[? ]*$"
    rf"|(?<=[\u4e00-\u9fff ]){_WRITES}(?:着|有|上|了)?的?(?:字样?|内容|话|标语|口号)[? ]*$"  # keywords: 石桩 刻字
)
_WRITTEN = re.compile(
    rf"{_WRITES}(?:[着有的了道上下满是]|这样|[一二两三四五六七八九十几]?[个行句](?:大字|字|话)?|大字)*"
    r"(?:[:：]?\s?[“「《\"](?P<quoted>[^”」》\"]{1,60})[”」》\"]|[:：]\s?(?P<plain>[^。!！?？\n“\"]{2,60}))"
    # 认得出“大齐武平”四个字, 那个字是“守”
    r"|[“「\"](?P<counted>[^”“」「\"]{1,20})[”」\"]这?[一两二三四五六七八九十几\d]+个(?:大|小)?字|字就?是[“「\"](?P<named>[^”」\"]{1,8})[”」\"]"
)


def asks_what_is_written(normal: str) -> bool:
    """Tell whether a question in normal form asks what is written somewhere.

    >>> asks_what_is_written("锦旗上绣了啥字"), asks_what_is_written("他写了什么书")
    (True, False)
    """
    return _ASKED.search(normal) is not None


def inscriptions_in(text: str) -> Iterator[Range]:
    """Yield where `text` gives what is written somewhere, without its quotation marks."""
    return (m.span(m.lastgroup or 0) for m in _WRITTEN.finditer(text))
