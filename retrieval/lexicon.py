"""The words questions are made of: which ask, which only fill, which mean the same on a page.

General Chinese and the vocabulary of news; nothing here is special to one corpus. All in normal form.
"""

from __future__ import annotations

import re

# Words around a question that no page answers to: polite and colloquial filler, and the question marks' kin.
FILLER = re.compile(
    r"请问(?:一下)?|(?:我)?想(?:请教|问|知道|了解|查)(?:一下|下)?|(?:麻烦|请|帮我|帮忙|能不能|可以)?(?:告诉我|查一?[下查]|找一?[下找]|说一?[下说]|问一?[下问])"
    r"|有没有人(?:知道|晓得)|(?:谁|你们?|大家)(?:知道|晓得)|(?:不|可)?(?:知道|晓得)吗?|到底|究竟|具体(?:来说|地说)?|大概|其实|好像|应该是|来着|吗$|呢$|呀|啊|哎|诶|嘛|哦|喔|噢|唉|嗯"
    r"|那个|这个|那家|那位|那场|那次|那条|那篇|那份|那本|那种|那项|那款|那群|那批|那座|里头|里面|一共|总共|共计|前后"
    r"|(?:这|那)(?:是|事儿?|会儿|边)|怎么回事|什么的|的话|一下子?|(?:报纸|报道|文章|新闻|稿子|资料|文中|文章里|报上)(?:里|上|中)?(?:说|提到|写)?(?:的|过|了)?"
)

# Question words proper; they stand where the answer would stand.
QUESTION_WORD = re.compile(
    r"什么(?:时候|时间|地方|样的?|人)|啥(?:时候|地方|样的?|时间)|什么|啥|何(?:时|地|人|年何月|年|月|日|种|处)|为(?:什么|何|啥)|怎么(?:样|会|个)?|怎样的?|如何|咋(?:样|回事)?"
    r"|哪(?:一|几|两|三|四|五|六|七|八|九|十|\d+)?大?(?:个|些|家|位|所|种|项|本|座|款|部|支|条|届|场|类|年|月|天|日|里|儿|方面|块|城|篇|份|间|处|组|名|国|省|市|县)?"
    r"|多少|多(?:大|长|久|高|远|重|快|宽|深)|几(?=[^\d乎]|$)|谁|孰|吗|呢|是否|有没有|是不是|能不能|会不会|多会儿"
)
ENGLISH_QUESTION = re.compile(
    r"\b(?:who|whom|whose|what|when|where|why|which|how|many|much|is|are|was|were|did|do|does|the|a|an|of|in|on|at|to|for|from|by|with|and|or|that|this|it|its|be|been|has|have|had|there|their|as|per|about|please|tell|me)\b"
)

# Nouns that name what is asked for rather than what the page says; they steer, and match only weakly.
META_NOUN = re.compile(
    r"名字|姓名|叫做|叫|名称|标题|题目|职务|职位|身份|人数|数量|总数|总额|金额|日期|时间|地点|全称|含义|意思|定义|原因|目的|内容|情况|比例|占比"
)

# Groups of words that pages and questions use for one another. Each group: same meaning in the news.
SYNONYMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.split())
    for row in """
首任 第一任 头一任
首次 第一次 头一次 头一回 首度
首个 第一个 头一个 首款 首家 首部 首例 首台
成立 创办 创立 组建 建立 设立 创建 揭牌
启动 开始 开启 启用
召开 举行 举办 举办 开会
发布 公布 推出 印发 出台 发表 公告
研发 开发 研制 自主研发
签署 签订 签约
牵头 领头 带头
负责人 领导 主管
院长 院领导
投资 出资 投入 斥资
捐赠 捐款 捐献 捐助 捐
资助 赞助 资金
经费 费用 钱 花费 资金
价值 值 总价值
补贴 补助 津贴
收费 价格 收取 费用
奖金 奖励
医生 大夫 医师
病人 患者 病患
看病 就医 就诊 诊疗 求医
住院 入院 入住
确诊 诊断 查出
手术 开刀
治疗 医治 诊治 救治
药 药物 药品 用药
体检 健康体检 体格检查
疫苗 接种
老人 老年人 老年 长者
孩子 儿童 婴幼儿 幼儿 小孩 娃
学生 中小学生 学员
学校 中小学 校园
农民工 务工 打工
打工 务工
志愿者 义工 志愿服务
群众 居民 市民 百姓 老百姓
电话 热线
来电 打电话 拨打 接听
小程序 公众号 微信
人工智能 ai 智能
核磁共振 磁共振 mri
举报 线索
比赛 竞赛 大赛 赛事
选手 参赛
冠军 第一名 一等奖
获奖 获得 荣获
拍摄 摄 摄影
写 撰写 记者 通讯员
提高 提升 增强
增加 增长 上升 增至
减少 下降 缩短 降低
超过 超 逾 大于
大约 约 左右 近
一共 累计 共 总共 合计
覆盖 涵盖 覆盖面
目标 目的
措施 举措 办法 做法
原因 由于 因为 因
困难 难题 问题 困扰 挑战
面临 存在
帮助 帮扶 支持 援助 协助
免费 无偿 免收
打折 优惠
开业 开诊 开张 营业
开通 上线 运行
建成 竣工 落成
搬迁 迁建 搬
占地 面积
床位 张床
派 选派 派驻 派出
出差 前往 赴 走进
参加 参与 出席 与会
组成 构成 包括 包含 由
分为 分成 分
期刊 杂志 学术期刊
论文 研究成果 文章
书 图书 教材
主题 主旨
口号 标语
城市 市 地市
美国 美
外国 国外 海外
眼病 眼科 白内障
献血 无偿献血
灭蚊 消杀 杀虫
喷药 消杀 喷洒
急救 抢救 救护 救援
直升机 航空 飞行
轻生 自杀
心理 心理健康
理发 剪发 剪头发
托育 托幼 托儿所 带娃
怀孕 孕 备孕
生育 生孩子
退休 离退休
结婚 婚姻
车祸 交通事故
去世 逝世 病逝
出生 生于
毕业 毕业于
公里 千米
""".strip().splitlines()
)

# Colloquial or foreign words for what pages write; one way: question → page.
RENDERINGS: dict[str, tuple[str, ...]] = {
    "毛病": ("病", "症", "炎"),
    "老乡": ("村民", "患者"),
    "两口子": ("夫妻", "夫妇"),
    "好心人": ("爱心人士",),
    "仪器": ("设备",),
    "公司": ("企业",),
    "企业": ("公司",),
    "大学": ("高校", "学院"),
    "高校": ("大学", "高等学校"),
}

# The 300 most frequent surnames (公安部 statistics and 百家姓), two-character ones first.
SURNAMES = (
    "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|南宫|宇文|长孙|端木|独孤|阿依|古丽|"
    "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺蹇姗於闻衡]"
)
