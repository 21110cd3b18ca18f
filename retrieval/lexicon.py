"""The words questions are made of: which ask, which only fill, which mean the same on a page.

General Chinese and the vocabulary of news; nothing here is special to one corpus. All in normal form.
"""

from __future__ import annotations

import re
from pathlib import Path

# Words around a question that no page answers to: polite and colloquial filler, and the question marks' kin.
FILLER = re.compile(
    r"(?:列出|列举|找出|查找)?(?:所有|全部)?的?(?:有关|关于|提到)(?=[^,，。?？]{2,16}(?:报道|文章|新闻|消息|稿子?))|的(?:所有|全部|相关)?(?:报道|文章|新闻|稿子)[ ?]*$|"
    r"请问(?:一下)?|(?:我)?想(?:请教|问|知道|了解|查)(?:一下|下)?|(?:麻烦|请|帮我|帮忙|能不能|可以)?(?:告诉我|查一?[下查]|找一?[下找]|说一?[下说]|问一?[下问])"
    r"|有没有人(?:知道|晓得)|(?:谁|你们?|大家)(?:知道|晓得)|(?:不|可)?(?:知道|晓得)吗?|到底|究竟|具体(?:来说|地说)?|大概|其实|好像|应该是|来着|吗$|呢$|呀|啊|哎|诶|嘛|哦|喔|噢|唉|嗯"
    r"|这个|那[个家位场次条篇份本种项款群批座盏张只台辆所间件幅把句]|里头|里面|一共|总共|共计|前后"
    r"|(?:这|那)(?:是|事儿?|会儿|边)|怎么回事|什么的|的话|一下子?|(?:报纸|报道|文章|新闻|稿子|资料|文中|文章里|报上)(?:里|上|中)?(?:说|提到|写)?(?:的|过|了)?"
)

# Words that ask yes or no, the first of them wherever they stand: no answer would stand in their place.
WHETHER = "是否|能否|可否|会否|有无|是不是|有没有|[能会要用该准]不[能会要用该准]|可不可以|需不需要|应不应该|行不行|对不对"
# … and at its end what a chat leaves of 吗: 还能滴不, 抓到了没有.
OR_NOT = r"(?<=[\u4e00-\u9fff])(?<![是否])(?:不|没有?)(?=[?？。 ]*$)"
YES_NO = re.compile(rf"{WHETHER}|吗|呢|{OR_NOT}")

# 为什么 asks why, but 称为什么 what something is called, and 认为什么 what one thinks: there 为 belongs to the verb.
# At the end of a question alone, for 这项工作为什么停了 asks why. 因为什么病 asks which.
WHY = r"(?<!认)(?:(?<![称译视誉封列评选分改])(?<!命名)(?<!更名)|(?!为(?:什么|何|啥)[的呢呀啊? ]*$))为(?:什么|何|啥)(?!(?:(?<=因为..)|(?<=因为.))(?:毛?病|疾病)(?![人房毒情]))"

# Question words proper; they stand where the answer would stand.
QUESTION_WORD = re.compile(
    rf"什么(?:时候|时间|地方|(?:样|性质|类型|级别)的|样|人|东西)|啥(?:时候|地方|(?:样|性质|类型|级别)的|样|时间|东西)|什么|啥|何(?:时|地|人|年何月|年|月|日|种|处)|{WHY}|怎么(?:样|会|个)?|怎样的?|如何|咋(?:样|回事)?"
    r"|哪(?:一|几|两|三|四|五|六|七|八|九|十|\d+)?大?(?:个|些|家|位|所|种|项|本|座|款|部|支|条|届|场|类|年|月|天|日|里|儿|方面|块|城|篇|份|间|处|组|名|国|省|市|县)?"
    rf"|多少(?:块?钱)?|几块钱|多(?:大|长|久|高|远|重|快|宽|深)|几(?=[^\d乎]|$)|谁|孰|{YES_NO.pattern}|多会儿"
)
ENGLISH_QUESTION = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|which|how|many|much|is|are|was|were|did|do|does|the|a|an|of|in|on|at|to|for|from|by|with|and|or|that|this|it|its|be|been|has|have|had|there|their|as|per|about|please|tell|me)\b"
)

# Nouns that name what is asked for rather than what the page says; they steer, and match only weakly.
META_NOUN = re.compile(
    r"名字|姓名|叫做|叫|名称|标题|题目|职务|职位|身份|人数|数量|总数|总额|金额|日期|时间|地点|年[纪龄]|岁数|照片|图片|这句话?|全称|含义|意思|定义|原因|目的|内容|情况|比例|占比"
)

# What people and things are counted by, a character each: 三名, 两台, 五艘. Units that measure are no part of it.
COUNTERS = (
    "人个名位例台所家项条次张件份种类期批支场篇部座层版届间户对辆架艘只头棵株处站门款枚盏级段步套瓶片盒针剂票席班组队双本册集首幅口"
    "桌顿轮回番代档环字页行节堂课通笔单起宗桩封趟遍幢股朵根颗粒滴碗杯袋箱包筐眼匹扇群"
)

# A post as a question names it; its holder is a person.
POST_NOUN = re.compile(
    r"(?:副|总|代|前)?(?:院长|校长|所长|会长|理事长|董事长|秘书长|主任|(?:[省市县区镇乡村党]委)?书记|市长|县长|区长|镇长|局长|处长|厅长|部长|站长|组长|总干事|经理|教授|主席|团长|队长|馆长|主编)"
)

# The 300 most frequent surnames (公安部 statistics and 百家姓) and some rare ones, those of two characters first.
SURNAMES = (
    "(?:闻人|第五|呼延|轩辕|澹台|濮阳|淳于|申屠|钟离|赫连|亓官|百里|欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|南宫|宇文|长孙|端木|独孤|阿依|古丽"
    "|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严"
    "牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖"
    "符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺蹇姗於闻衡水云昌凤酆皮元平湛禹狄贝茅麻危骆支裘缪干宣杭荣荀羊储松富乌巴牧隗山班"
    "仰秋厉祖束终步满国寇广沃利师丰桓帅缑亢况肖付代闫蒲盘农蓬茹逄宿印仝訾闾麦铁佘粟邝靖逯阚雍仉么母佴阙殳仪霁郦郇邰钮鹿亓操濮展卿郗郄])"
)

# Provinces, larger cities and countries: a question about one of them isn't answered by a report on another.
PLACES = frozenset(
    word
    for line in Path(__file__).with_name("places.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
