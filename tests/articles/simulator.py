"""Lay out clean articles the way newspapers do, with the gold known by construction.

A page is a paper (its habits: wrap, punctuation, dateline, headline style) and some stories made from sentence
templates and vocabularies. The layout swaps headlines below their bodies, tears continuations off, puts leads
last, breaks columns in mid-sentence, and adds furniture and stray OCR spaces. Everything is seeded.

Run `python -m tests.articles.simulator [pages]` for the figures.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from dataclasses import dataclass, field

from retrieval.articles import split_articles
from retrieval.records import Page

_PLACES = [
    "云岭",
    "青河",
    "白塔",
    "柳溪",
    "南屏",
    "东湾",
    "石桥",
    "梅川",
    "沙洲",
    "临海",
    "古田",
    "双溪",
    "金坪",
    "望江",
    "龙潭",
    "桂林坡",
    "星湖",
    "松坪",
    "丹山",
    "澜沧",
]
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
_GIVEN = [
    "建国",
    "丽华",
    "志强",
    "晓燕",
    "海涛",
    "文静",
    "立新",
    "雪梅",
    "永康",
    "思远",
    "佳怡",
    "振东",
    "小兰",
    "明辉",
    "春生",
    "玉琴",
    "子墨",
    "一帆",
    "国栋",
    "红霞",
]
_TOPICS: dict[str, tuple[str, ...]] = {
    "桥梁": ("跨江大桥", "主塔", "合龙", "斜拉索", "钢箱梁", "施工方", "桥面铺装", "通航净空"),
    "水稻": ("早稻", "育秧", "插秧机", "稻田综合种养", "合作社", "亩产", "农技员", "稻虾共作"),
    "阅读": ("图书馆", "农家书屋", "绘本", "朗诵会", "借阅证", "读书会", "馆藏", "流动书车"),
    "地铁": ("地铁", "换乘站", "盾构机", "末班车", "客流", "安检", "出入口", "列车间隔"),
    "医疗": ("门诊", "家庭医生", "慢病管理", "救护车", "胸痛中心", "体检", "护士站", "医共体"),
    "足球": ("足球联赛", "主教练", "替补席", "点球", "中场", "进球", "主场", "青训营"),
    "林业": ("护林员", "古树名木", "造林", "防火瞭望塔", "松材线虫", "国家公园", "候鸟", "湿地"),
    "消防": ("消防站", "疏散演练", "灭火器", "电动自行车", "烟感报警器", "微型消防站", "火灾隐患", "云梯车"),
    "光伏": ("光伏电站", "储能", "电网", "并网", "组件", "发电量", "逆变器", "绿电"),
    "非遗": ("剪纸", "传承人", "木版年画", "皮影戏", "工坊", "研学", "庙会", "灯彩"),
    "养老": ("社区食堂", "助餐点", "适老化改造", "养老院", "志愿者", "老年大学", "护理员", "长护险"),
    "物流": ("快递", "分拣中心", "冷链", "无人车", "中欧班列", "集装箱", "仓库", "保税区"),
    "渔业": ("海参", "网箱", "休渔期", "渔船", "育苗场", "海洋牧场", "码头", "冷冻舱"),
    "教育": ("课后服务", "寄宿制学校", "走班制", "实验室", "体育课", "营养餐", "校车", "支教教师"),
}
_SENTENCES = (
    "{when}，{place}{org}传来消息，{a}项目已完成{n}处建设，{b}同步投入使用。",
    "据介绍，{place}去年共投入{n}万元，用于改善{a}和{b}，受益群众{m}人次。",
    "“有了{a}，大家心里踏实多了。”{name}说，{b}的变化看得见、摸得着。",
    "{org}负责人{name}表示，下一步将围绕{a}、{b}等重点工作，完善制度，压实责任。",
    "在{place}的{a}现场，记者看到，{b}旁边围满了前来咨询的群众，工作人员逐一解答。",
    "{name}告诉记者，过去办理{a}相关事项要跑{k}趟，如今只需{h}分钟。",
    "截至目前，{place}累计建成{a}{n}个，{b}覆盖率达到{p}%，比上年提高{q}个百分点。",
    "为了管好{b}，{place}出台了《{place}{topic}管理办法》，明确{n}项任务清单。",
    "今年{mon}月，{org}启动新一轮{a}提升行动，计划三年内完成{n}处改造。",
    "与此同时，{place}还把{a}与{b}结合起来，探索出一条符合本地实际的路子。",
    "{a}怎么建，{b}怎么用，{place}的做法是让群众参与进来，先后召开座谈会{k}次。",
    "专家认为，{place}在{a}方面起步早、基础好，{b}仍有较大提升空间。",
)
_TITLES = (
    "{place}{a}惠及{m}人",
    "{place}加快{a}建设",
    "{place}：{a}让日子更红火",
    "{a}进乡村 {b}暖人心",
    "{place}启动{topic}提升行动",
    "小小{a} 牵动{place}大民生",
    "{place}首个{a}投用",
    "让{a}成为{place}新名片",
)
_SUBHEADS = (
    "{a}有了新模样",
    "破解{b}难题",
    "把{a}办到家门口",
    "{b}从哪里来？",
    "新机制激活{a}",
    "久久为功抓{b}",
)
_LABELS = ("综合新闻", "民生关注", "一线见闻", "简讯", "要闻", "百姓故事", "文化广角", "动态")
_OFFICES = ("管委会", "农业农村局", "交通运输局", "住房和城乡建设局", "文化和旅游局", "街道办事处")


@dataclass
class Story:
    """A clean article and what the page must give back."""

    kind: str
    title: list[str]
    paragraphs: list[str]
    byline: str = ""
    subheads: dict[int, str] = field(default_factory=dict)
    headed: bool = True
    title_lines: list[int] = field(default_factory=list)
    body_lines: list[int] = field(default_factory=list)


@dataclass
class Paper:
    """The habits of a newspaper and of whoever dumped it."""

    wrap: int
    indent: int
    parasep: int
    half: bool
    dateline: str
    headgap: int
    noise: float
    breaks: float


@dataclass
class Sheet:
    """A page being printed: its lines, and the stories whose lines are known."""

    lines: list[str] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)

    def put(self, line: str) -> int:
        """Print one line and return its number."""
        self.lines.append(line)
        return len(self.lines)


def make_page(seed: int) -> Sheet:
    """Print one random page; the same seed gives the same page."""
    rng = random.Random(seed)
    paper = Paper(
        wrap=rng.choice((0, 0, 0, 13, 16, 16, 18, 20, 24)),
        indent=rng.choice((2, 2, 0)),
        parasep=rng.choice((1, 1, 0)),
        half=rng.random() < 0.3,
        dateline=rng.choice(("本报讯", "本报讯", "晚报讯", "日报讯", "long", "")),
        headgap=rng.choice((1, 1, 0)),
        noise=rng.choice((0, 0, 0, 0.01)),
        breaks=rng.choice((0, 0.03, 0.06)),
    )
    if not paper.wrap:
        paper.breaks *= 8
    sheet = Sheet()
    _furniture(
        rng,
        sheet,
        rng.choice(("A05 2025年3月4日 星期二", "云岭日报 要闻 2 2025年3月6日 星期四", "综合新闻", "")),
    )
    topics = rng.sample(sorted(_TOPICS), 7)
    places = rng.sample(_PLACES, 7)
    rest: tuple[Story, list[str]] | None = None
    for topic, place in zip(topics[: rng.randint(3, 7)], places, strict=False):
        rest = _print_story(rng, paper, sheet, make_story(rng, paper, topic, place), rest)
    _print_rest(sheet, rest)
    _furniture(rng, sheet, rng.choice(("本版编辑 陶然 版式 于欣 校对 石磊", "责任编辑：李明", "")))
    return sheet


def make_story(rng: random.Random, paper: Paper, topic: str, place: str) -> Story:
    """Write one article on a topic and a place."""
    words = {"topic": topic, "place": place}

    def say(template: str) -> str:
        a, b = rng.sample(_TOPICS[topic], 2)
        text = template.format(
            a=a, b=b, org=place + rng.choice(_OFFICES), name=_name(rng), n=rng.randint(12, 980), m=rng.randint(1000, 98000),
            k=rng.randint(2, 9), h=rng.randint(5, 40), p=rng.randint(51, 99), q=rng.randint(2, 9), mon=rng.randint(1, 12),
            when=rng.choice(("近日", "日前", "3月2日", "昨日", "连日来")), **words,
        )  # fmt: skip
        return text.replace(place + place, place)

    kind = rng.choices(("news", "feature", "photo", "brief", "notice"), (10, 4, 2, 3, 1))[0]
    if kind == "news" and not paper.dateline:
        kind = "feature"
    count = {"news": (1, 5), "feature": (4, 9), "photo": (1, 1), "brief": (1, 1), "notice": (1, 3)}[kind]
    paragraphs = [
        "".join(say(rng.choice(_SENTENCES)) for _ in range(rng.randint(1, 4)))
        for _ in range(rng.randint(*count))
    ]
    story = Story(kind, [], paragraphs)
    story.title = _split_title(rng, say(rng.choice(_TITLES)))
    opening = say(_SENTENCES[0])
    if kind == "feature":
        story.byline = rng.choice(
            (f"本报记者 {_name(rng)}", f"□本报记者 {_name(rng)} {_name(rng)}", f"首席记者 {_name(rng)}")
        )
        paragraphs[0] = opening + paragraphs[0]
        if len(paragraphs) > 4 and rng.random() < 0.6:
            story.subheads = {k: say(rng.choice(_SUBHEADS)) for k in range(2, len(paragraphs) - 1, 3)}
    elif kind == "photo":
        paragraphs[0] = opening + f"图为{place}{rng.choice(_TOPICS[topic])}一角。"
        story.byline = rng.choice(
            (f"本报记者 {_name(rng)} 摄", f"{_name(rng)} 摄影报道", f"通讯员 {_name(rng)} 摄")
        )
    elif kind == "notice":
        story.title = [rng.choice(("停水通知", "招聘公告", "关于调整公交线路的通告", "寻人启事"))]
        paragraphs[0] = "因" + say(_SENTENCES[6])[5:]
    else:
        paragraphs[0] = _dateline(rng, paper, place) + opening + paragraphs[0]
    return story


def _dateline(rng: random.Random, paper: Paper, place: str) -> str:
    if paper.dateline == "long":
        return f"本报{place}3月{rng.randint(1, 28)}日电（记者{_name(rng)}）"
    if not paper.dateline:
        return ""
    return paper.dateline + rng.choice((f"（记者 {_name(rng)}）", f"（记者{_name(rng)} 通讯员{_name(rng)}）"))


def _name(rng: random.Random) -> str:
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN)


def _split_title(rng: random.Random, title: str) -> list[str]:
    if " " in title and rng.random() < 0.5:
        return title.split(" ")
    if len(title) > 11 and rng.random() < 0.25:
        return [title[: len(title) // 2], title[len(title) // 2 :]]
    return [title]


def _furniture(rng: random.Random, sheet: Sheet, text: str) -> None:
    if text:
        sheet.furniture.add(sheet.put(text))
        sheet.put("")


def _print_rest(sheet: Sheet, rest: tuple[Story, list[str]] | None) -> None:
    """Print what was torn off a story before."""
    if rest:
        story, rows = rest
        story.body_lines += [n for row in rows if (n := sheet.put(row)) and row]
        sheet.put("")


def _tear(rng: random.Random, paper: Paper, sheet: Sheet, story: Story) -> tuple[Story, list[str]] | None:
    """Tear the end off the story just printed, in the middle of a sentence."""
    rows = story.body_lines
    spots = [
        k
        for k in range(3, len(rows) - 3)
        if sheet.lines[rows[k] - 1][-1] not in "。！？”：:!?" and rows[k + 1] - rows[k] == 1
    ]
    if not spots or story.kind not in ("news", "feature") or rng.random() > 0.25:
        return None
    at = rows[rng.choice(spots)]
    rest = sheet.lines[at:]
    if sheet.furniture & set(range(at + 1, at + len(rest) + 1)):
        return None
    del sheet.lines[at:]
    story.body_lines = [n for n in rows if n <= at]
    return story, rest


def _print_story(
    rng: random.Random, paper: Paper, sheet: Sheet, story: Story, waiting: tuple[Story, list[str]] | None
) -> tuple[Story, list[str]] | None:
    """Print one story, its headline above or below; return the end that was torn off for later, if any."""
    sheet.stories.append(story)
    if rng.random() < 0.2 and story.kind != "notice":
        _furniture(rng, sheet, "● " + rng.choice(_LABELS) if rng.random() < 0.5 else rng.choice(_LABELS))
    below = story.kind in ("news", "photo") and rng.random() < 0.3
    if not below:
        _print_title(rng, paper, sheet, story)
        if story.kind == "feature":
            sheet.furniture.add(sheet.put(story.byline))
            sheet.put("")
    _print_body(rng, paper, sheet, story)
    if story.kind == "photo":
        sheet.furniture.add(sheet.put(story.byline))
    torn = None if below or waiting else _tear(rng, paper, sheet, story)
    sheet.put("")
    if below:
        _print_title(rng, paper, sheet, story)
        if not paper.headgap:
            sheet.put("")
    if rng.random() < 0.06:
        _furniture(
            rng, sheet, rng.choice(("（下转第3版）", "扫码看更多内容")) if not torn else "扫码看更多内容"
        )
    _print_rest(sheet, waiting)
    return torn


def _print_title(rng: random.Random, paper: Paper, sheet: Sheet, story: Story) -> None:
    story.title_lines = [sheet.put(line) for line in story.title]
    if paper.headgap:
        sheet.put("")


def _print_body(rng: random.Random, paper: Paper, sheet: Sheet, story: Story) -> None:
    for k, paragraph in enumerate(story.paragraphs):
        if k in story.subheads:
            if sheet.lines[-1]:
                sheet.put("")
            story.body_lines.append(sheet.put(story.subheads[k]))
            sheet.put("")
        elif k and paper.parasep:
            sheet.put("")
        rows = _wrap(paper, _punctuate(paper, paragraph))
        for i, row in enumerate(rows):
            story.body_lines.append(sheet.put(_noise(rng, paper, row)))
            if i + 1 < len(rows) and rng.random() < paper.breaks:
                sheet.put("")
                if rng.random() < 0.15:
                    sheet.furniture.add(sheet.put("云岭日报 责编 陶然 美编 于欣 电话 0718-8210315"))
                    sheet.put("")


def _punctuate(paper: Paper, text: str) -> str:
    return text.translate(str.maketrans("，；：！？（）", ",;:!?()")) if paper.half else text


def _wrap(paper: Paper, text: str) -> list[str]:
    """Break a paragraph into rows of the paper's width; without a wrap, only now and then in mid-sentence."""
    if not paper.wrap:
        at = len(text) // 2
        return (
            [text]
            if len(text) < 120 or text[at] in "，。”、"
            else [text[:at], text[at:]]
            if paper.breaks
            else [text]
        )
    rows, row, room = [], "", paper.wrap * 2 - paper.indent * 2
    for c in text:
        if _width(row) + _width(c) > room and c not in "，。、；：！？”）》,;:!?)":
            rows.append(row)
            row, room = "", paper.wrap * 2
        row += c
    return [*rows, row] if row else rows


def _noise(rng: random.Random, paper: Paper, row: str) -> str:
    return "".join(c + (" " if rng.random() < paper.noise else "") for c in row).strip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


@dataclass
class Figures:
    """Counts over many pages, with the shares the issue asks for."""

    found: int = 0
    missed: int = 0
    spurious: int = 0
    titles: int = 0
    headed: int = 0
    right: int = 0
    lines: int = 0

    def __str__(self) -> str:
        return f"articles_f1 {self.f1:.4f}  titles {self.titles / max(self.headed, 1):.4f}  lines {self.right / max(self.lines, 1):.4f}"

    @property
    def f1(self) -> float:
        """Articles paired where their body lines have a Jaccard index of at least 0.8."""
        return 2 * self.found / max(2 * self.found + self.missed + self.spurious, 1)


def score(sheet: Sheet, figures: Figures, verbose: str = "") -> None:
    """Compare what `split_articles` gives with the gold of one sheet."""
    cut = split_articles(Page("sim.txt", tuple(sheet.lines)))
    mine = [
        {n for a, b in x.spans for n in range(a, b + 1) if sheet.lines[n - 1].strip()} for x in cut.articles
    ]
    taken: set[int] = set()
    owner: dict[int, int] = {}
    for story in sheet.stories:
        gold = set(story.body_lines)
        best = max(range(len(mine)), key=lambda j: len(gold & mine[j]) / len(gold | mine[j]), default=None)
        jaccard = len(gold & mine[best]) / len(gold | mine[best]) if best is not None else 0
        if best is None or best in taken or jaccard < 0.8:
            figures.missed += 1
            if verbose:
                print(verbose, "missed", story.kind, story.title, (min(gold), max(gold)))
        else:
            figures.found += 1
            taken.add(best)
        figures.headed += 1
        if best is not None and jaccard >= 0.5:
            got = "".join((cut.articles[best].title or "").split())
            figures.titles += got == "".join("".join(story.title).split())
            if verbose and got != "".join("".join(story.title).split()):
                print(verbose, "title", got, "wanted", story.title)
            owner.update(dict.fromkeys(mine[best], id(story)))
        figures.lines += len(gold)
        figures.right += sum(owner.get(n) == id(story) for n in gold)
    figures.spurious += len(mine) - len(taken)


def report(pages: int = 200, verbose: bool = False) -> Figures:
    """Return the figures over this many pages."""
    figures = Figures()
    for seed in range(pages):
        score(make_page(seed), figures, f"seed {seed}:" if verbose else "")
    return figures


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else 200, verbose=len(sys.argv) > 2))
