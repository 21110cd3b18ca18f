"""Find what houses and authorities are called: 临江市中心医院, 市文化和旅游局."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.language.dictionary import edges_of, general_count, words_of
from retrieval.language.patterns import BREAK, Quick, one_of
from retrieval.records import Range

ORG_TAIL = one_of(
    "分院|总院|院区|国务院|办公厅|教育部|公安部|财政部|交通运输部|工业和信息化部|人力资源社会保障部|农业农村部|民政部|水利部|商务部|生态环境部|住房城乡建设部|自然资源部|科学技术部|科技部|"
    "司法部|国防部|外交部|组织部|统战部|党中央|中办|国办|医院|医学院|大学|学院|高等专科学校|中学|小学|幼儿园|学校|党校|研究院|研究所|研究会|研究中心|实验室|委员会|卫生健康委|卫健委|"
    "发展改革委|发改委|医保局|健康委|管理局|监督局|监管局|统计局|教育局|公安局|交警支队|派出所|气象局|农业农村局|文旅局|体育局|税务局|邮政局|财政局|民政局|税务局|市政府|省政府|县政府|"
    "区政府|人民政府|教育厅|公安厅|法院|检察院|联合会|总工会|工会|协会|学会|商会|基金会|慈善总会|红十字会|党委|省委|市委|县委|宣传部|网信办|办公室|指挥部|理事会|分公司|公司|集团|企业|"
    "银行|报社|出版社|杂志社|电视台|博物馆|图书馆|文化馆|体育馆|体育场|剧院|公园|车站|机场|港口|血站|卫生院|卫生室|诊所|门诊部|疾控中心|控制中心|服务中心|医疗中心|中心|总站|社区|合作社|"
    "农场|工厂|养老院|敬老院|福利院|俱乐部|球队|代表队|支队|大队|编辑部|托育园|专家组|工作组|平台|联盟|医联体|医共体|机构|部门|基地|示范区|试验区|开发区|工业园区|园区|村委会|居委会|"
    "街道办|镇政府|乡政府|事务所|分行|支行|超市|药房|药店|商场|饭店|酒店|书店|消防站|文物局|水利局|住建局|城管局|交通局|档案局|新闻局|林业局|粮食局|卫健局|农业局|商务局|人社局|民族局|"
    "规划局|体育总局|水利厅|交通厅|农业厅|民政厅|财政厅|文旅厅|档案馆|美术馆|展览馆|科技馆|纪念馆|少年宫|电厂|药厂|水厂|钢厂|纱厂|茶厂|酒厂"
)
_STOP_WORDS = one_of(
    "在|进|年(?<![青少老幼中成壮]年)(?![画鉴])|月|日(?![报用])|我(?![国省市县区校院])|捐给|赠给|送给|交给|献给|由|与|和|及|为|到|从|来自|走进|走入|踏入|前往|赴|于|"
    "是|向|对|联合|会同(?!县)|协助|经|被|的|了|将|让|把|跟|受|据|以及|包括|带领|率领|成立|设立|组织|牵头|邀请|支持|依托|聚焦|等|入住|送往|来到|飞抵|获得|建立|建设|共建|"
    "打造|将|发表在|刊登在|并|也|还|近日|日前|所在|名|位"
)
# 利用 and 通过 may stand inside a name: 再生资源利用公司.
ORG_HEAD_STOP = rf"(?:{_STOP_WORDS}|(?<![\u4e00-\u9fff])(?:利用|通过))"
_ORG_BEGINS_BEHIND = re.compile(ORG_HEAD_STOP)
_ORG = Quick(
    (
        rf"(?:(?!{ORG_HEAD_STOP})[^{BREAK}\s]){{1,22}}?{ORG_TAIL}+(?:(?:附属(?:(?!{ORG_HEAD_STOP})[\u4e00-\u9fff]){{0,6}})?(?:(?!{ORG_HEAD_STOP}|"
        rf"签署|签订|携手)[\u4e00-\u9fff]){{0,8}}?{ORG_TAIL})*"
    ),
    needed=ORG_TAIL,
)
# 市文化和旅游局, 国家发展和改革委员会: what an authority is for may be joined by 和.
_AUTHORITY = Quick(
    (
        rf"(?:国家|"
        rf"(?:(?!{ORG_HEAD_STOP})[\u4e00-\u9fff]){{0,8}}?[省市县区州旗](?![场民值长]))(?:(?!{ORG_HEAD_STOP})[\u4e00-\u9fff]|"
        rf"和(?=[\u4e00-\u9fff]{{2,6}}(?:局|厅|委))){{1,12}}?(?:(?<![布结大格全当残定时僵饭赌战骗邮出开搅])局(?![势限面部域长])|"
        rf"(?<![大餐客舞展歌门议])厅(?![堂里长])|委员会)"
    ),
    needed="局|厅|委员会",
)
_QUOTED_LEAD = 24  # characters of a house's name that end in a number in quotation marks
_NUMBERED_BY = re.compile(
    rf"(?:(?!{ORG_HEAD_STOP}|拨打?|处理|致电|接到|拿起)[\u4e00-\u9fff]){{2,12}}[“\"][\dA-Za-z一二三四五六七八九十]{{1,8}}[”\"]$"
)
_IN_NAME = re.compile("[\u4e00-\u9fff]{1,3}")
_COUNTED = re.compile("(?:\\d[余多万千百]?|[一几数多])+[个家所]")


def organisations_in(text: str) -> Iterator[Range]:
    """Yield where houses and authorities are named in `text`, in normal form.

    >>> text = "市文化和旅游局会同柳塘县老年摄影协会办展"
    >>> [text[a:b] for a, b in organisations_in(text)]
    ['市文化和旅游局', '柳塘县老年摄影协会']
    """
    authorities = [m.span() for m in _AUTHORITY.finditer(text)]
    yield from authorities
    for m in _ORG.finditer(text):
        # What may not begin a name may not end in it either: 联合|创新中心, never 合创新中心.
        before = _ORG_BEGINS_BEHIND.match(text, m.start() - 1) if m.start() else None
        start = max(m.start(), before.end() if before else 0)
        if start == m.start() and text.endswith(("”", '"'), 0, start):
            quoted = _NUMBERED_BY.search(text, max(start - _QUOTED_LEAD, 0), start)
            start = quoted.start() if quoted else start  # 青海省“120”急救中心
        start = _at_word(text, start)
        # 1702个乡镇卫生院 names none of them
        if not (_COUNTED.match(text, start) or any(a <= start and m.end() <= b for a, b in authorities)):
            yield start, m.end()


def _at_word(text: str, start: int) -> int:
    """Return where a name begins whose first word holds what else ends what stands before a name: 对外经|济贸易大学, 自由|贸易试验区."""
    edges = edges_of(text)
    if start in edges:
        return start
    word, begins = next((word, a) for word, a, b in words_of(text) if a < start < b)
    return begins if general_count(word) and _IN_NAME.fullmatch(text, begins, start) else start
