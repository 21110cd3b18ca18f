"""What must something be called to be of the kind that is asked for? A 病 ends in 炎 or 癌, a school in 大学 or 学院."""

from __future__ import annotations

import re

# How what a noun names may end other than in the noun itself: 化脓性扁桃体炎 is a 病, 左氧氟沙星氯化钠注射液 a 药.
_ILLNESS = re.compile(
    "(?:(?<![看治生得患发防查养疾的])病|.疾病|[痫瘫聋盲]|痴呆|帕金森|脂肪肝|[近远斜弱]视|散光|内障|光眼|[贫出溢]血|卒中|中风|[甲乙]流|流感|龋齿|蛀牙|"
    "[炎症癌瘤疮疹痛肿亢梗疾瘟颤]|(?<!消)毒|(?<![打对转曲波])折|(?<![加炎闷火亲狂供散导预升])热"
    "|感染|障碍|综合征|高血压|结石|衰竭|不全|梗[死塞])$"
)
# … what is said of any of them names none.
_NO_NAME = re.compile(
    "(?:突发|重大|严重|慢性|急性|各种|多种|其他|常见|罕见|基础|职业|有关|相关)(?:疾病?|病)$"
)
_MEDICINE = re.compile(
    "(?:[药丸膏钠酯唑韦胍]|(?<![照影相名图唱卡])片|(?<![解分疏失])散|(?<!高)汤|(?<![因要元词色])素|胶囊|[肽胍碱]|卡波糖|地平|普利|沙坦|洛尔|单抗|注射液|颗粒|口服液|沙星|西林|他汀|洛芬|疫苗|试剂)$"
)
_SCHOOL = re.compile("(?:大学|学院|学校|中学|小学|党校|幼儿园)$")
_HOSPITAL = re.compile("(?:[医卫健病分总]院|生院|院区|诊所|疾控中心|血站)$")
_FIRM = re.compile("(?:公司|集团|企业|银行|超市|药房|厂)$")
_OFFICE = re.compile("(?:[局委厅部处科办]|委员会|办公室|中心)$")
_OPERATION = re.compile("(?<![技艺学武战算手魔话])术$|移植$|切除$|搭桥$|置换$")
_PEOPLE = re.compile("[人名位]$")
_STAFF = re.compile("(?:人员|[员师生者工手]|护士|专家|干部|团队|队伍?)$")
_ILLNESSES, _MEDICINES = ("病", "毛病", "疾病"), ("药", "药物", "药品")
NAMED_BY_KIND = frozenset((*_ILLNESSES, *_MEDICINES))  # no other shape finds these
KINDS = {
    **dict.fromkeys(_ILLNESSES, _ILLNESS),
    **dict.fromkeys(_MEDICINES, _MEDICINE),
    **dict.fromkeys(("学校", "院校", "高校"), _SCHOOL),
    "医院": _HOSPITAL,
    **dict.fromkeys(("公司", "企业", "厂家", "厂商"), _FIRM),
    **dict.fromkeys("人名位", _PEOPLE),  # 几位 is answered by 37人
    "人员": _STAFF,
    "部门": _OFFICE,
    "手术": _OPERATION,
}
# What is named in 《》: a book, a film, a rule.
_WORKS = re.compile(
    "片子?|电影|影片|书|小说|歌曲?|曲子|戏|话?剧|电视剧|纪录片|诗|杂志|刊物|(?:学术)?期刊|教材|图书|作品|文件|办法|指南"
)


def has_kind(focus: str) -> bool:
    """Tell whether what the noun `focus` names may end in something else than that does."""
    return focus in KINDS or _WORKS.fullmatch(focus) is not None


def of_kind(focus: str, text: str) -> bool:
    """Tell whether `text` may name what is asked for by the noun `focus`: it ends as that does, or as its kind does.

    >>> of_kind("病", "化脓性扁桃体炎"), of_kind("平台", "急救中心")
    (True, False)
    """
    if _WORKS.fullmatch(focus) and text.startswith("《") and text.endswith("》"):
        return True
    kind = KINDS.get(focus)
    if kind is _ILLNESS and _NO_NAME.search(text):
        return False
    return kind.search(text) is not None if kind else text.endswith(focus[-1])
