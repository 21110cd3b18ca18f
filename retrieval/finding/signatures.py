"""Who wrote an article, or took its photograph, which paper printed it, and does a question ask that?"""

from __future__ import annotations

import re

from retrieval.asking.questions import Query
from retrieval.language.analysis import same_length_normal
from retrieval.language.lexicon import SURNAMES
from retrieval.records import Article, Range, Role

_LEAD = 80  # characters of a body in which its dateline names who wrote it
_WRITER = "记者|通讯员|作者|撰稿"
_NAME = rf"{SURNAMES}[\u4e00-\u9fff]{{1,2}}"
_SIGNED = re.compile(
    rf"[(（](?P<boxed>\w{{0,8}}(?:{_WRITER})[\s:：]*(?![昨今近前本从在][日天年]?)[\u4e00-\u9fff]{{2,4}}(?:[\s、,，]+[\u4e00-\u9fff]{{2,12}})*)[)）]"
    rf"|讯\s*(?P<open>\w{{0,4}}(?:{_WRITER})\s*(?![昨今近前本从在][日天年]?){_NAME})(?=近日|日前|从|昨|今)"
)
_WITH_OFFICE = re.compile(rf"{_NAME}(?=\s+[^\s、,，]{{6,}}$)")  # 柏龄| 岚川大学中心医院主任
_NO_NAME = re.compile("提供|供图|获悉|教授|作者系|了解")
_ASKED = re.compile(
    r"(?:谁|哪[一几]?[位个名]?(?:记者|作者|通讯员|人)?)(?:采?写|撰写|报道|执笔)的?[?。!呢呀啊 ]*$"
    r"|谁的(?:作品|文章|大作)[?。!呢呀啊 ]*$|署名(?:是|的是)?(?:谁|哪位|什么名字)"
    r"|(?<!第一)(?<!通讯)(?:作者|撰稿人|执笔人?|记者|通讯员)(?:都?是|叫|姓名|的?名字)+(?:谁|什么(?:名字?)?|啥(?:名字?)?|哪[几一]?位)[?。!呢呀啊 ]*$"
    r"|(?:谁|哪[一几]?[位个名]?(?:记者|作者|通讯员|人)?)(?:采?写|撰写|报道)的.{2,20}(?:报道|文章|稿子?件?|消息|新闻)[?。!呢呀啊 ]*$"
    r"|who (?:wrote|is the (?:author|reporter))"
)
# … of an article, not of a book or a song in the story, nor after a reporter whom the story is about.
_OF_ARTICLE = re.compile(
    r"[篇条则](?:小|短)?(?:报道|文章|稿|消息|新闻|通讯)|(?:报道|稿子|稿件|消息|新闻)(?:的(?:作者|记者)|是)|article|the report"
    r"|^(?:本报|特约)?(?:记者|通讯员|作者)(?:都?是|叫)"
)
# … or by what it is on, where that is nothing else that is written: a song, a book by its title, a guideline.
_BY_WHOM = re.compile(
    r"(?P<of>.*?)[,，]?(?:都?是)?(?:由)?(?:谁|哪[一几]?[位个名]?(?:记者|作者|通讯员|人)?)(?P<did>采写|撰写|写|执笔|报道)的?[?。!呢呀啊 ]*$"
)
_OF_REPORTERS = ("采写", "报道")
_ANOTHER_WORK = re.compile(
    "(?:[诗词歌曲书信剧戏画联句字话谱志史]|[》”」』]|论文|小说|散文|评论|日记|笔记|作文|剧本|教材|课文|传记|病历|材料|报告|文件|办法|指南|方案|条例|规划|计划|标语|童谣|代码|程序|软件) *$"
)
_PAPER = re.compile(
    r"(?:哪[一几]?|什么|啥)[家份张个]?(?:报纸|报社|报刊|媒体)[上里]?(?:最?[先早])?(?:发表?|登载?|刊登?|刊载|报道?|说|写|讲)(?:出来)?的?[?。!呢呀啊 ]*$"
    r"|(?:哪[一几]?|什么|啥)[家份张个]?(?:报纸|报社|报刊|媒体)最?[先早]?报道了?(?:[这此该].{1,3}|.{0,6}消息)[?。!呢呀啊 ]*$"
    r"|[这那该][篇条则](?:报道|文章|稿子?|消息|新闻)(?:是|最早)?(?:出自|来自|登在|发在|刊登在|刊于|见于)(?:哪|什么|啥)[家份张]?(?:报纸?|报社|媒体)"
    r"|which (?:newspaper|paper)"
)
_ASKS_PHOTOGRAPHER = re.compile(
    "(?:照片|图片|相片|图)[^,，]{0,6}谁|谁(?:摄|按的?快门|拍的?(?:照片|图|相))|摄影(?:者|师)?是?谁"
)
_PHOTOGRAPHER = re.compile(rf"(?:^|[\s(（:：。])(?P<name>{_NAME}) ?(?:摄|摄影)(?=[)）\s]|$)")


def signature_of(article: Article) -> Range | None:
    """Return where the text of an article names who wrote it, None where nobody signed.

    That is its byline, or what stands in brackets at its dateline: 本报讯（记者李青 通讯员何满囤）.
    """
    byline = next((part for part in article.parts if part.role is Role.BYLINE), None)
    if byline:
        alone = _WITH_OFFICE.match(article.text, byline.start, byline.end)
        return byline.start, alone.end() if alone else byline.end
    start = article.body_start
    found = _SIGNED.search(article.text, start, start + _LEAD)
    if found and _NO_NAME.search(found.group()):
        return None
    return found.span("boxed" if found["boxed"] else "open") if found else None


def asks_who_wrote(query: Query, article: Article) -> bool:
    """Tell whether a question asks who wrote just this article, which it calls a report, by its headline or by what it is on."""
    if not _ASKED.search(query.normal):
        return False
    by_whom = _BY_WHOM.fullmatch(query.normal)
    if by_whom and (by_whom["did"] in _OF_REPORTERS or not _ANOTHER_WORK.search(by_whom["of"])):
        return True
    title = same_length_normal("".join((article.title or "").split()))
    named = len(title) > 3 and title in "".join(query.normal.split())
    return named or _OF_ARTICLE.search(query.normal) is not None


def asks_which_paper(query: Query) -> bool:
    """Tell whether a question asks which newspaper printed something: the citation tells that, no phrase of the text."""
    return _PAPER.search(query.normal) is not None


def asks_photographer(normal: str) -> bool:
    """Tell whether a question in normal form asks who took a photograph."""
    return _ASKS_PHOTOGRAPHER.search(normal) is not None


def photographer_of(text: str) -> Range | None:
    """Return where who took them signs the photographs of `text`, in normal form; None where nobody does, or several."""
    signed = {m["name"]: m.span("name") for m in _PHOTOGRAPHER.finditer(text)}
    return signed.popitem()[1] if len(signed) == 1 else None
