"""What sort of phrase does a question ask for: who, when, how many …? Chinese as typed, English, bare keywords."""

from __future__ import annotations

import re
from enum import StrEnum

from retrieval.language.lexicon import (
    CALLINGS,
    OFFICES,
    OR_NOT,
    PERSON,
    POST_NOUN,
    QUESTION_WORD,
    WHAT_FOR,
    WHETHER,
    WHY,
)
from retrieval.language.patterns import one_of

AROUND = " ?!.,。、"  # what may stand around a row of keywords


class Want(StrEnum):
    """What sort of phrase would answer the question."""

    WHO = "who"
    HOUSE = "house"
    POST = "post"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "howmany"
    WHICH = "which"
    LIST = "list"
    WHY = "why"
    DEFINITION = "definition"
    HEADLINE = "headline"
    WHETHER = "whether"
    WHAT = "what"


# What has a name and is nobody: who asks what it is called wants no person.
_THING = (
    "(?:[歌曲片剧书刊报诗画舞戏病药店校馆园桥楼船车站山河湖岛村镇县街路菜鱼鸟狗猫马牛羊骡驴猪花树草奖赛展栏]|[头只匹条座首部款艘辆]|机器人|骡子|兔子|作品|专辑"
    "|节目|论文|文章|小说|电影|动画|演唱会|活动|项目|系统|软件|平台|模型|公司|企业|机构|医院|大学|中学|小学|学院|队伍|球队|乐队|疫苗|技术|疗法|仪器|demo|ai|app|时)"
)

# The title of what somebody said or wrote is no headline: 院长 大会演讲 题目.
_TALKS = ("演讲", "报告", "讲座", "发言", "论文", "作文", "讲话")
_OF_NO_TALK = "".join(f"(?<!{talk})(?<!{talk} )" for talk in _TALKS) + "(?<!主讲)(?<!主讲的)(?<!演讲的)"

# What a question asks for, first match wins; on the normal form. Chinese as typed, English, bare keywords.
_WANTS: tuple[tuple[Want, str], ...] = (
    (
        Want.HEADLINE,
        rf"{_OF_NO_TALK}(?:标题|题目|题头|主标题|大标题)(?!.*(?:哪|谁|几)[^?]*(?:说|写)的)|题为什么|headline|\btitled?\b",
    ),
    (
        Want.WHAT,
        r"(?:发表|刊登|刊发|登载|刊载|刊)(?:在|于|到)(?:了)?(?:哪(?:里|儿)?|(?:什么|啥)地方)的?[呀啊呢? ]*$"
        # The hardest part, the difference: no place.
        r"|(?:[难焦重亮特优看卖痛堵]点|关键|问题|区别|差别|差距|[不同难怪]处|好处|优势|奥妙|奥秘|秘诀|秘密|症结|出路|核心|"
        r"(?:最难|不同|特别|厉害|神奇|先进|关键|困难|可贵|奇特|独特|奇怪)的?(?:地方|之处|一点))(?:到底|究竟)?(?:就?在于?|是在)(?:哪(?:里|儿)?|"
        r"(?:什么|啥)地方)的?[呀啊呢? ]*$",
    ),
    (
        Want.POST,
        r"职务|职位|什么职|头衔|是干(?:什么|啥|嘛|吗)的|什么身份|身份|担任(?:什么|何|啥)|任(?:什么|何|啥)职",
    ),
    (
        Want.DEFINITION,
        (
            r"^[“\"‘「][^”\"’」]{1,12}[”\"’」]是个?(?:什么|啥)地方|全称|(?:是|指的?)(?:的是)?(?:指)?(?:什么|啥)意思|意思|含义|缩写|简称|"
            r"(?:是指|指的?是?|代表)(?:的是)?(?:什么|啥|谁|哪(?!一?[年月天位]))|^(?:什么|啥)[是叫]|^何[为谓]|定义|stands? for|what does .* mean|"
            r"^what(?:'s| is) [a-z]{2,8}[? ]*$|说的是(?:什么|啥|哪(?!一?[年月天位]))|(?:中文|英文)(?:名字?)?(?:是|叫)(?:什么|啥)|"
            r"[一是]种(?:什么|啥|怎样的)(?:病|技术|东西|方法)|(?<![a-z])[a-z]{2,16}(?:到底|究竟)?是个?(?:什么|啥)(?:东西|玩意儿?)?[呀啊呢? ]*$|"
            r"^[^的]{2,10}是个(?:什么|啥)(?:东西|玩意儿?|概念)?[呀啊呢? ]*$"
        ),
    ),
    (
        Want.WHY,
        (
            rf"{WHY}|为了(?:什么|啥)|因何|原因|缘故|怎么会|怎么(?=[没不]|(?![样做办才拿去走弄搞])[^,，?？]{{0,12}}就(?![读近诊业医餐地职能可好]))|咋[没不]|why\b|"
            rf"(?:{WHAT_FOR})(?!的)|凭(?:什么|啥)|目的(?:是|何在)|(?:什么|啥|何种?|怎样的)目的(?!地)|为的是(?:什么|啥)|"
            rf"(?<![地划企附览计纸片示意试路版书截])图(?:的(?:就)?是)?(?:什么|啥)(?!时|地方|人|样|内容|颜色)|咋(?:就|会)|何以|"
            rf"(?:[祸病]根|根[子源]|毛病)(?:到底|究竟)?(?:就?是|出?在于?)(?:什么|啥|哪)(?!时|人|样|位|家|年|天|些|个|[一几两三四五])"
        ),
    ),
    (
        Want.WHEN,
        (
            r"什么时(?:候|间|间段)|(?:啥|多会|何)(?:时候|时|儿)|何(?:年|月|日)|哪[一几两二三四五]?(?:年|月|天|日)|逢几|"
            r"(?:哪|什么)(?:一)?(?:段|个)?(?:年份|时间|日子)|多久(?:以前|之前|前)|几(?:月|号|点|时)|(?:周|星期|礼拜)几|[\d一二三四五六七八九几]几年|"
            r"(?:成立|开通|开始|召开|举行|举办|发布|启动|上线|揭牌|活动|截止|作业|出生|竣工|开放)(?:的)?(?:日期|时间|时段|年份)|日期|(?<![\d一二三四五六七八九十〇零])年代|"
            r"(?<!多长)(?<!多少)时间$|(?:什么|啥|哪(?:一?个|几个|些)?)时段|时段(?=[是为]|[?? ]*$)|when\b|what (?:year|date|time|day)"
        ),
    ),
    (Want.WHICH, r"第(?:几|多少)"),
    (
        Want.HOW_MANY,
        r"(?:电话|热线|号码)(?:是|为)(?:哪一?个|什么|啥)[?? ]*$|[打拨](?:哪一?个|什么|啥)(?:电话|热线|号码)|多少|(?<![哪那这近])几(?!内亚)(?:[^何乎点月号时版层楼]|$)|几成|"
        r"多(?:大|长|久|高|远|重|宽|深|快|厚|粗)(?!学)|how (?:many|much|long|old|far|large|often)|percentage|number of"
        # 规模突破千亿元的是什么行动 asks for no size.
        r"|(?:价格|面积|占比|比例|规模|人数|数量|金额)(?:是|有)?(?:什么|啥|如何|怎么?样)[?? ]*$|"
        r"^(?!.*(?:什么|啥|怎|如何|哪|谁)).*(?:人数|数量|次数|金额|占比|比例|面积|历时|数[目值]|个数|总额|总数|时限|期限|年限|有效期|时长|规模|价格|年龄|岁数|"
        r"(?<![多少无函分])数$|额$|人次$|省份$|[\u4e00-\u9fff](?<![效表坦草轻直统大])率$|[水电产含容销用重降雨储总数]量$|[角高长宽深厚坡温湿浓速跨精硬亮]度$)",
    ),
    (
        Want.LIST,
        (
            r"哪些|哪(?:几|两|三|四|五|六|七|八|九|十|\d+)(?:个|项|家|位|种|类|条|大|方面|所|名|座|点|款|部|支|组|步|处)?|分别(?:是|为|叫)|"
            r"(?<![首成定迁古])都(?![市城会把])[^由被在因为]{0,2}[了过着]?些?(?:什么|啥|谁|哪)|"
            r"^(?!.*(?:谁|哪|什么|啥|怎|如何|多少)).*[二两三四五六七八九十\d]个(?!月|小时|星期)[^是]{1,4}$|[二两三四五六七八九十\d]个[^是]{1,4}(?:是什么|分别)|"
            r"which .*s\b.*(?:are|were)"
        ),
    ),
    (
        Want.HOUSE,
        r"(?:(?:哪|什么|啥)(?:一)?(?:家|所|间|个|级|些)?|哪一?[个家所](?!城市|国家|省份|地区|专业|科室)[\u4e00-\u9fff]{2})(?:医院|大学|高校|学校|中学|"
        r"小学|幼儿园|学院|公司|企业|单位|部门|机构|集团|银行|报社|平台|院校|研究所|协会|学会)"
        r"|(?:与|和|跟|同)谁家|哪家|哪所|哪间|(?<!在)哪(?:里|儿)(?:印发|颁发|发布|出台|制定|主办|承办|生产|研发)|"
        r"(?:印发|主办|承办|协办|发布|牵头|合作|研发|举办|推动|制定)\s?(?:单位|部门|机构|企业|公司|医院)(?=[ ?]*(?:$|名称|名字|是))|"
        r"(?<![\d一二两三四五六七八九十]家)单位$|部门$|所在(?:医院|学校|大学|公司|机构)$"
        r"|which (?:hospital|university|company|school|department|newspaper)",
    ),
    (
        Want.WHAT,
        rf"(?:[只头匹条][\u4e00-\u9fff]{{1,6}}|{_THING})(?:到底|究竟|后来|可以|又|都)*的?名?字?叫(?:什么|啥)名",
    ),
    (
        Want.WHO,
        rf"谁|哪(?:一)?位|(?<!百)姓(?:什么|啥|甚)|贵姓|尊姓|哪(?:一)?[个名](?:特约|本报|见习|实习|随队)?(?:{PERSON}|"
        rf"[\u4e00-\u9fff]{{1,2}}[员师手者])(?![校院组室站节会口物协品单赛大活部处点台队])|何人|什么人|啥人|姓名|叫(?:什么|啥)名字?(?!称)"
        rf"|(?:{PERSON}|总统|国王|[人长者员师手警]|秘书|董秘)(?:到底|究竟)?的?(?:真|原|本)?名?字?是?(?:叫|姓)(?:什么|啥|甚)|真名"
        rf"|{PERSON}的?\s?(?:姓名|名字)$|who\b|whose\b|name of the (?:director|head|doctor|reporter|president)",
    ),
    (
        Want.WHERE,
        (
            r"哪(?:里|儿)|何地|何处|(?:什么|啥)地方|哪(?:一)?(?:个|座)?(?:省|市|县|区|镇|乡|村|城市|国家|国|地方|州|街道|地区|城|旗|岛)(?![长民医])|"
            r"[在去到](?:哪|啥)(?!一?[本份张个家所种])|几(?:版|层|楼)|地点|地址|where\b|"
            r"which (?:city|province|country|county|town|village|district)"
        ),
    ),
    (
        Want.WHETHER,
        rf"^(?!.*(?:什么|啥|怎|如何|哪)).*(?:(?:吗|么|对吧)[? ]*$|{WHETHER}|{OR_NOT})",
    ),
)
_WANTS_COMPILED = tuple((want, re.compile(pattern)) for want, pattern in _WANTS)
# What the last of a row of keywords asks for where no word asks: 背篓医疗队 队长, 监测仪 借回家 押金.
_LAST_WORDS: tuple[tuple[Want, re.Pattern[str]], ...] = (
    (
        Want.HOW_MANY,
        re.compile(
            "(?:(?:联系|咨询|报名|举报|热线|预约|值班)?电话|联系方式|手机号|号码|(?<!职)(?:[床座车泊学摊]位)|押金|(?<![免消])费|(?:经费|补助|标准) ?人均|"
            "(?<![评代特讲还廉等降涨砍竞议询])价|工期|周期|房租|工资|奖金|补[助贴]|罚款|费用|总投资|稿[酬费]|(?<= )价值|门票|(?:补助|补贴|收费|工资|发放|缴费) ?标准|"
            "(?<![启使采])[用耗]时|最便宜的?票|最贵的?票)$"
        ),
    ),
    (
        Want.WHERE,
        re.compile(
            "(?:楼层|(?:发布|举办|举行|召开|所在|来源|目的)(?:城市|国家|地区?)|[村镇乡县市省路街地]名|位置|所在地|产地|籍贯|住址|住处|出生地)$"
        ),
    ),
    (Want.WHEN, re.compile("(?:截止|年份|年代|月份)$")),
    (Want.WHO, re.compile(f"(?:{one_of(OFFICES)}|{one_of(CALLINGS)}|[户店业车船馆]主|老板娘?|冠军)$")),
    (
        Want.LIST,
        re.compile("(?:^| )[二两三四五六七八九十\\d]+[家个项种类位名所条大](?!月)[\u4e00-\u9fff]{2,4}$"),
    ),
    # 临江市人民政府 副市长 交流会: who of them was there
    (
        Want.WHO,
        re.compile(
            rf" {POST_NOUN.pattern} (?:\S{{1,12}} )?\S{{0,12}}(?:会|仪式|活动|论坛|讲座|调研|演讲|发言|致辞|讲话)$"
        ),
    ),
)
_ONE_WORD = 4  # characters at most


def want_of(normal: str) -> Want:
    """Return what a question asks for; the first pattern that matches tells, in a row of keywords the last of them."""
    want = next((want for want, pattern in _WANTS_COMPILED if pattern.search(normal)), Want.WHAT)
    row = normal.strip(AROUND)
    if want is not Want.WHAT or QUESTION_WORD.search(row) or (" " not in row and len(row) <= _ONE_WORD):
        return want
    return next((last for last, pattern in _LAST_WORDS if pattern.search(row)), want)
