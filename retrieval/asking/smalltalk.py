"""Tell small talk from questions: greetings, thanks, farewells and what is asked of the bot itself."""

from __future__ import annotations

import re

from retrieval.records import Tone

_MARKS = r"[\s,.!?~、。，！？…:;·^_\-]*"
_THIS = "(?:(?:这|那|该|本|以上|上面)(?:一?[篇条则个段句]|些)?)"
_REPORT = "(?:文章|报道|新闻|消息|稿子|文|话|说法|事情?|答案|回答|内容|结果)"
_WANTED = "(?:我要|我想|想|请|给我|帮我|能|能不能|可以|麻烦|你|您)*"
_SHOW = "(?:查看|看看?|打开|展开|显示|读|发)?(?:一下)?"
_NTH = "[一二三四五六七八九十\\d]{1,2}"
# What is asked of the answer on the screen: all of its article, what stands around it, where it is printed, what the article
# tells, whether it is true, another of its hits. The buttons below it are among that, in words.
_OF_CARD = {
    Tone.FULL_TEXT: (
        rf"{_WANTED}{_SHOW}(?:这篇|那篇|整篇|文章|报道)?的?(?:全文|原文)(?:吗|吧|呢|给我|看看|发我)*|"
        rf"{_WANTED}(?:再)?(?:说|讲)?(?:得|的)?再?(?:详细|具体)一?(?:点|些)(?:儿|的|吗|吧|呢)*|"
        rf"(?:show )?(?:me )?(?:the )?full (?:text|article)"
    ),
    Tone.CONTEXT: rf"{_WANTED}{_SHOW}(?:原文|{_THIS}{_REPORT}?)?的?(?:上下文|前后文)(?:吗|吧|呢|呗|给我|看看|发我)*|(?:show )?(?:me )?(?:the )?context",
    Tone.SOURCE: (
        rf"{_THIS}?{_REPORT}?的?(?:有没?有?|给个?|求)?(?:原始|消息|信息)?(?:出处|来源)(?:呢|吗|(?:是|在|来自)?(?:什么|啥|哪(?:里|儿|份报纸?)?))?|"
        rf"{_THIS}{_REPORT}?(?:是|都是)?(?:出自|来自|登在|发在|发表在|刊登在|刊载在|刊于|见于)(?:哪(?:里|儿)|"
        rf"(?:哪一?|什么|啥)[家份张]?(?:报纸?|报社|媒体))上?的?|{_WANTED}(?:复制|怎么|如何)?(?:一下)?(?:引文|引用)(?:一下|格式)?(?:呢|吗)?|"
        rf"{_THIS}?(?:在|是)?(?:第几|哪一?)[行版页]|(?:the )?source|(?:copy )?citation|cite(?: it| this)?"
    ),
    Tone.GIST: rf"{_WANTED}(?:简单|简要|简短|用?一句话)?地?(?:总结|概括|归纳|概述|摘要)(?:一?下|总结|概括)?{_THIS}?(?:{_REPORT}|全文|主要内容)?(?:吗|吧|呗|好吗)?"
    rf"|(?:{_THIS}{_REPORT}?|{_REPORT})(?:主要|大概|大致|到底|究竟|都)*(?:是)?(?:讲|说|写|报道)(?:了|的)?(?:是|些|一些|一?个)?(?:什么|啥)(?:内容|事情?)?(?:呢|呀|啊)?"
    rf"|(?:太|有点)长了?(?:吧|啊|呀)?|{_WANTED}(?:再)?(?:说|讲)?(?:得|的)?再?(?:简短|简单|简洁|精简|短)一?(?:点|些)(?:儿|的|吗|吧|呢)*"
    rf"|{_THIS}?{_REPORT}?的?(?:大意|主要内容|中心思想)(?:呢|是(?:什么|啥))?|summari[sz]e(?: it| this| the article)?|summary",
    Tone.TRUE: rf"(?:你|您|真的?)*(?:确定|肯定|保证)(?:是)?(?:真的|对的|没错|正确)?(?:吗|么|没[搞弄]?错)?|{_THIS}?{_REPORT}?(?:真的|真|假的|真事|属实|准确|可信|靠谱|可靠|谣言)(?:吗|么|假的|还是假的)"
    rf"|{_THIS}?{_REPORT}?是(?:不是)?(?:真的|真|假的|真事|属实|准确|可信|靠谱|可靠|谣言|对的)(?:吗|么|还是假的)|真的|"
    rf"(?:真的|难道|到底|究竟)?(?:不|就|只|才)*是(?:真的)?[\d.,零〇一二两三四五六七八九十百千万亿]+[余多几]?[\u4e00-\u9fff]{{0,3}}?(?:吗|吧|么)|"
    rf"(?:are you sure|is (?:it|this|that) true|really)",
    Tone.TURN: (
        rf"{_WANTED}{_SHOW}(?:[上前]一[个条篇]|回到?上一[个条篇]|第{_NTH}[个条篇])(?:吗|吧|呢|报道|结果)*|"
        rf"{_WANTED}(?:再|重新?)(?:说|讲|发|来|看)一?[遍次](?:吗|吧|呢)*|重复一?[遍下次]|previous|back|(?:say it )?again"
    ),
}
_WHOLE = {
    **_OF_CARD,
    Tone.SHELF: (
        r"(?:(?:今|昨)[天日]|最近|近期|这几天|现在)?(?:你|您|馆里|这里|这儿|报上|库里)?(?:一共|总共|都|还)*(?:有|收|收录|存|能查)(?:了|着)?(?:些)?(?:什么|啥|"
        r"哪些|多少|几|哪几)(?:份|家|种|张|篇|条)?(?:新的?)?(?:报纸?|版面|新闻|消息|报道|文章|资料|头条)(?:呢|呀|啊|可(?:以)?[看查])?|"
        r"(?:都|一共|总共)?有?(?:哪些|什么|哪几[份家种张]|几[份家种张])(?:报纸?|版面)(?:呢|呀|啊)?|"
        r"(?:《[\u4e00-\u9fff]{1,8}》|[\u4e00-\u9fff]{1,6}(?:(?<![海简捷预通汇板])报|周刊))[上里]?(?:一共|总共|都|还)*(?:有|登了?|"
        r"发了?)(?:些)?(?:哪些|什么|啥|多少|几)[篇条]?(?:文章|报道|新闻|消息|内容)(?:呢|呀|啊)?|(?:报纸|文章|版面)?(?:的)?(?:目录|馆藏|清单|列表)(?:呢|有吗)?|"
        r"(?:what|which) (?:news)?papers(?: do you have| are there)?|what.?s new|(?:table of )?contents"
    ),
    Tone.GREETING: (
        r"(?:你好|您好|大家好|hi|hello|hey|嗨|哈[喽啰]|早上好|早安|早|上午好|中午好|下午好|晚上好|在吗|在么|在不在|(?:群里?|大家)?(?:还)?有人(?:在)?(?:吗|么|没)|"
        r"你好呀|你好啊)+(?:呀|啊|哦|机器人|小助手|剪报)?"
    ),
    Tone.THANKS: (
        r"(?:(?:非常|十分|太|多|好的|ok)?(?:感谢|谢谢|谢了|多谢|谢啦|thanks|thankyou|thank you|thx|3q|辛苦了?))+(?:你|您|啦|了|哈|呀|大家|你们|"
        r"you|(?: (?:very|so) much)| a lot)*"
    ),
    Tone.FAREWELL: r"(?:再见|拜拜|拜|晚安|bye|byebye|goodbye|回见|下次见|明天见|good night)+(?:啦|了|哦)?",
    Tone.ABOUT_BOT: (
        r"(?:你|您)(?:到底|究竟)?(?:是|叫)(?:谁|什么|啥|哪位|机器人|真人|人)?.{0,14}|(?:你|您)(?:能|会|可以)(?:做|干|帮).{0,8}|"
        r"(?:你|您)(?:今年)?(?:(?:几岁|多大|累不累|困不困|有没有(?:名字|朋友|对象|感情|家人|生日))(?:了|呀|啊)?|"
        r"(?:喜欢|爱|讨厌)(?:[听吃看玩喝](?:什么|啥)(?:歌|菜|书|电影)?|我|[听吃看玩喝]?[\u4e00-\u9fff]{0,4}吗)|"
        r"会(?:唱歌|跳舞|画画|下棋|做饭|聊天|累|困|生气|难过)(?:吗|不)?|有(?:名字|朋友|对象|男朋友|女朋友|感情|家人|生日)(?:吗|没有?|不)?|觉得我.{0,14})|"
        r"who are you.*|what can you do.*|are you (?:a )?(?:bot|robot|human|real).*|怎么用你?|你有什么(?:用|功能)|"
        r"(?:使用)?(?:帮助|说明)|help(?: me)?"
    ),
    Tone.COMPLAINT: (
        r"(?:你|您|这个?|都|又)*(?:回?答|说|找|搞|弄)?(?:错|不对|不是这[个条篇])(?:了|啦|吧|的|啊|呀)*(?:吧|啊|呀)?|"
        r"(?:你|您)?(?:瞎说|胡说(?:八道)?|答非所问|驴唇不对马嘴)(?:吧|啊|了)?|"
        r"(?:that.?s |it.?s |you.?re )?(?:wrong|not (?:right|correct))"
    ),
    Tone.ASSENT: (
        r"(?:(?:你|您)?(?:说|讲|答|回答)得?(?:很|太|真)?(?:对|好|没错|不错|有道理)|是的?|对的?|没错|确实|有道理|原来(?:如此|是这样|这样)|这样(?:啊|呀)|"
        r"(?:我|都)?(?:知道|明白|懂|了解|清楚|晓得)了?|好的|好吧|好|嗯+|哦+|噢+|行|可以|ok|okay|okey|yes|yeah|right|got it|i see|收到|"
        r"(?:真|很|太)?(?:不错|棒|厉害|赞|牛))+(?:的|啊|呀|哦|了|嘞|哒|吧)?"
    ),
    Tone.CHAT: (
        r"(?:给我|跟我|帮我|请)?(?:来|讲|说)(?:一?个|段|点)?(?:笑话|故事|相声|段子).{0,4}|"
        r"(?:帮我|给我|请|替我)?(?:写|作|编)(?:一?[首篇段个份封]).{0,20}(?:诗|词|绝句|律诗|对联|作文|情书|歌|歌词|文案|代码|小说|请假条|检讨).{0,4}|"
        r"(?:哈|呵|嘿|嘻|6|h)+|无聊(?:死了|啊|呀)?|我(?:好|很|真|太)?(?:累|困|饿|烦|无聊|开心|难过|想你|爱你)(?:了|啊|呀|死了)*|"
        r"(?:能?陪我)?聊(?:聊|会|两句)?天?(?:吧|呗|吗|不)?|(?:你)?今天(?:过得)?(?:怎么样|好吗|咋样|开心吗)|(?:你)?吃(?:了|饭了)(?:吗|没|没有)?"
    ),
}
_PATTERNS = {tone: re.compile(f"{_MARKS}(?:{p}){_MARKS}") for tone, p in _WHOLE.items()}
_SPLIT = re.compile(r"[,.!?~、。，！？…:;\s]+")
_COURTESY = "|".join(_WHOLE[tone] for tone in (Tone.GREETING, Tone.THANKS))
_COURTESIES = re.compile(
    rf"^{_MARKS}(?:{_COURTESY})(?:[,.!~、。，！…;\s]+)|(?<=[,.!?~、。，！？…;\s])(?:{_COURTESY}){_MARKS}$"
)


def without_courtesies(normal: str) -> str:
    """Return a question in normal form with the greeting before it and the thanks behind it blanked, each character by a space.

    >>> without_courtesies("你好,范先群是谁?谢谢")
    '   范先群是谁?  '
    """
    blanked = _COURTESIES.sub(lambda m: " " * len(m.group()), normal)
    return blanked if blanked.strip() else normal


def tone_of(normal: str) -> Tone | None:
    """Return the tone of a message in normal form that is small talk from end to end, else None.

    >>> tone_of("谢谢你,晚安")
    <Tone.THANKS: 'thanks'>
    """
    for tone, pattern in _PATTERNS.items():
        if pattern.fullmatch(normal):
            return tone
    parts = [p for p in _SPLIT.split(normal) if p]
    tones = [next((t for t, p in _PATTERNS.items() if p.fullmatch(part)), None) for part in parts]
    if len(parts) < 2 or None in tones:
        return None
    return next((tone for tone in tones if tone is not Tone.ASSENT), Tone.ASSENT)  # “好的，谢谢” thanks
