"""The words questions are made of: which ask, which only fill, which mean the same on a page.

General Chinese and the vocabulary of news; nothing here is special to one corpus. All in normal form.
"""

from __future__ import annotations

import re
from pathlib import Path

from retrieval.language.patterns import one_of

# Words around a question that no page answers to: polite and colloquial filler, and the question marks' kin.
FILLER = re.compile(
    r"(?:列出|列举|找出|查找)?(?:所有|全部)?的?(?:有关|关于|提到)(?=[^,，。?？]{2,16}(?:报道|文章|新闻|消息|稿子?))|的(?:所有|全部|相关)?(?:报道|文章|新闻|稿子)[ ?]*$|"
    r"请问(?:一下)?|(?:我)?想(?:请教|问|知道|了解|查)(?:一下|下)?|(?:麻烦|请|帮我|帮忙|能不能|可以)?(?:告诉我|查一?[下查]|找一?[下找]|说一?[下说]|问一?[下问])"
    r"|有没有人(?:知道|晓得)|(?:谁|你们?|大家)(?:知道|晓得)|(?:不|可)?(?:知道|晓得)吗?|到底|究竟|具体(?:来说|地说)?|大概|其实|好像|应该是|来着|吗$|呢$|呀|啊|哎|诶|嘛|哦|喔|噢|唉|嗯"
    r"|(?:得|患|生|害)(?:的是|了|的|上了?|过)?(?=(?:什么|啥|哪种)(?:毛|疾)?病)"
    r"|这个|那[个家位场次条篇份本种项款群批座盏张只台辆所间件幅把句]|里头|里面|一共|总共|共计|前后"
    r"|(?:这|那)(?:是|事儿?|会儿|边)|怎么回事|什么的|的话|一下子?|(?:报纸|报道|文章|新闻|稿子|资料|文中|文章里|报上)(?:里|上|中)?(?:说|提到|写)?(?:的|过|了)?"
)

# Words that ask yes or no, the first of them wherever they stand: no answer would stand in their place.
WHETHER = r"是否|能否|可否|会否|有无|是不是|有没有|[能会要用该准]不[能会要用该准]|可不可以|需不需要|应不应该|行不行|对不对|(?P<verb>(?![动时])[\u4e00-\u9fff])[不没](?=(?P=verb))"
# … and at its end what a chat leaves of 吗: 还能滴不, 抓到了没有.
OR_NOT = r"(?<=[\u4e00-\u9fff])(?<![是否])(?:不|没有?)(?=[呀啊呢哦?？。 ]*$)"
YES_NO = re.compile(rf"{WHETHER}|吗|呢|{OR_NOT}")

# 为什么 asks why, but 称为什么 what something is called, and 认为什么 what one thinks: there 为 belongs to the verb.
# At the end of a question alone, for 这项工作为什么停了 asks why. 因为什么病 asks which.
WHY = (
    r"(?<!认)(?<!打造成|建设成|发展成|升级成|改造成)(?<!变成)(?:(?<![称译视誉封列评选分改])(?<!命名)(?<!更名)|"
    r"(?!为(?:什么|何|啥)[的呢呀啊? ]*$))为(?:什么|何|啥)(?!的(?![士哥姐])|(?:(?<=因为..)|(?<=因为.))(?:毛?病|疾病)(?![人房毒情]))"
)

# 干吗 asks what for, and 饼干吗 whether there are any.
WHAT_FOR = "干嘛|(?<![晾晒烘吹风饼腐萄肉果鱼笋能虾豆菜枣])干吗"

# Question words proper; they stand where the answer would stand.
QUESTION_WORD = re.compile(
    rf"什么(?:时候|时间|地方|(?:样|性质|类型|级别)的|样|人|东西)|啥(?:时候?|地方|(?:样|性质|类型|级别)的|样|时间|东西)|什么|啥|何(?:时|地|人|年何月|年|月|日|种|处)|"
    rf"{WHY}|{WHAT_FOR}|怎么(?:样|会|个)?|怎样的?|如何|咋(?:样|回事)?"
    r"|哪(?:一|几|两|三|四|五|六|七|八|九|十|\d+)?大?(?:个|些|家|位|所|种|项|本|座|款|部(?![分门队委位])|套|台(?![湾风])|辆|艘|首|枚|只|棵|册|版|期|批|"
    r"门(?![诊票])|支|条|届|场|类|幅|张|节|堂|株|颗|盏|副|封|年|月|天|日|里|儿|方面|块|城|篇|份|间|处|组|名|国|省|市|县)?"
    rf"|几(?:月几?[号日]|号(?=[开举去来上下发出到结截举召成揭启动放起报回办走? ]|$))|多少(?:块?钱|个(?=人))?|几块钱|几个(?=人)|"
    rf"多(?:大(?:年[纪龄]|岁数)?|长|久|高|远|重|快|宽|深|厚|粗)|几(?=[^\d乎]|$)|姓甚名谁|谁|孰|{YES_NO.pattern}|多会儿"
)
ENGLISH_QUESTION = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|which|how|many|much|is|are|was|were|did|do|does|the|a|an|of|in|"
    r"on|at|to|for|from|by|with|and|or|that|this|it|its|be|been|has|have|had|there|their|as|per|about|please|"
    r"tell|me)\b"
)

# Nouns that name what is asked for rather than what the page says; they steer, and match only weakly.
META_NOUN = re.compile(
    r"名字|姓名|叫做|叫|名称|标题|题目|职务|职位|身份|人数|数量|总数|总额|金额|日期|时间|地点|年[纪龄]|岁数|照片|图片|这句话?|全称|含义|意思|定义|原因|目的|内容|情况|比例|占比"
)

# What people and things are counted by, a character each: 三名, 两台, 五艘. Units that measure are no part of it.
COUNTERS = (
    "人个名位例台所家项条次张件份种类期批支场篇部座层版届间户对辆架艘只头棵株处站门款枚盏级段步套瓶片盒针剂票席班组队双本册集首幅口"
    "面列桌顿轮回番代档环字页行节堂课通笔单起宗桩封趟遍幢股朵根颗粒滴碗杯袋箱包筐眼匹扇群锅桶罐壶缸坛捆串篮"
)

# What somebody is, by name: of an office there is one holder, or one of each rank; a calling many have; then anybody a page or a
# question may call so, and whom somebody is to another.
OFFICES = (
    "总干事|总经理|董事长|理事长|秘书长|委员长|院长|校长|所长|会长|局长|处长|厅长|部长|站长|组长|科长|班长|队长|团长|馆长|台长|社长|厂长|店长|船长|机长|园长|护士长"
    "|总理|首相|连长|排长|营长|旅长|舰长|政委|指导员|参谋长|司令员|村长|乡长|镇长|县长|市长|区长|省长|州长|股长|书记|主任|经理|总监|主席|主编|总编"
)
CALLINGS = (
    "总工程师|首席执行官|首席科学家|院士|教授|研究员|医师|医生|大夫|护士|护师|技师|药师|工程师|会计师|律师|讲师|博士|硕士|老师|教师|法官|检察官|警官|民警|编辑|记者|通讯员"
    "|负责人|发言人|创始人|发起人|教练|作者|摄影|摄影者|导演|主演|演员|主播|主持人|制作人|专家|学者|主管|董事|理事|监事|秘书|干事|顾问|助理|委员|代表|接线员|监督员|村医|护工|月嫂|保姆|厨师|骑手|队员|球员|船员|店员|保安|司机|选手|运动员"
    "|主帅|外援|前锋|后卫|中锋|小将|老将|裁判|歌手|画家|作家|诗人|导游|馆员|驾驶员|乘务员|快递员|外卖员|保洁员|环卫工|维修工|修理工|电工|焊工|瓦工|木匠|裁缝|讲解员|解说员|辅导员|班主任|战士|护林员|网格员|收银员|营业员|售货员|调解员|消防员"
    "|救生员|检测员|质检员|技术员|饲养员|管理员|飞行员|航天员|传承人|带头人|合伙人|联络员|检查员|巡查员|投递员|邮递员|话务员|报务员|测量员|养路工|船工|矿工|锻工|钳工|车工|渔工|长工|帮工|保育员|炊事员|理发师|摄影师|设计师|规划师|培训师|面点师|厨工|研究生|老兵|烈士"
)
FOLK = (
    "领导|官员|小孩|小朋友|产妇|旅客|乘客|同学|学生|男生|女生|村民|市民|居民|农民|牧民|渔民|网民|股民|选民|病人|家人|老人|工人|本人|新人|客人|患者|厨师长|老乡|女士|先生|师傅|大爷|大妈|门将"
    "|那位|男孩|女孩|阿姨|大姐|大哥|姑娘|小伙|小伙子|孩子|村官|干部|总工|店主|户主|业主|车主|船主|馆主|老板|老板娘|冠军|农户|种植户|志愿者"
)
RELATIONS = "儿子|女儿|妻子|丈夫|父亲|母亲|爸|爸爸|妈|妈妈|孙女|孙子|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|师父|徒弟|师傅|老板|店主"
_COUPLES = "两口子|夫妇|夫妻|兄弟|姐妹|老伴|爱人"
PERSON = one_of("|".join((OFFICES, CALLINGS, FOLK, RELATIONS, _COUPLES)))
# An office as a question names it, with its rank; its holder is a person.
POST_NOUN = re.compile(
    rf"(?:副|总|代|前)?(?:(?:[省市县区镇乡村党]委)?书记|{one_of(OFFICES)}|教授)(?![隆期城江春远效沙治])"
)

# How a newspaper says that somebody says something; a plain 称, 问 or 回答 is read as that behind a name alone.
SAYING = "说|说道|讲|讲道|表示|介绍|指出|认为|坦言|强调|回忆|回忆道|提醒|建议|解释|呼吁|补充|感慨|感慨道|直言|透露|告诉记者|告诉本报记者|写道|总结|评价|评价道|答道|笑道|问道|宣布"

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
