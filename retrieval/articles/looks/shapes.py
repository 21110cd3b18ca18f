"""What does a line look like by itself: a dateline, a byline, a jump line, a running head …?

Everything here is the common stock of Chinese newspaper make-up, never the wording of one paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from retrieval.language.lexicon import SURNAMES
from retrieval.records import Role
from retrieval.visible import INVISIBLE

STRIP = (
    " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    + INVISIBLE
)
DASHES = ("——", "—", "--", "──", "━")  # open a subtitle, end a kicker
BULLETS = "▲△▼▽●○◎□■★☆◆◇▌▍▎►▶▷◀•※▪◉❖➤✦"

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NAME = rf"(?:[{_HAN}·]{{2,4}}|[{_HAN}][\s　]{{1,2}}[{_HAN}](?![{_HAN}]))"  # “姚　涛” is printed as wide as a name of three
_NAMES = rf"{_NAME}(?:[\s、/／]+{_NAME}){{0,8}}"
_SURNAMED = rf"{SURNAMES}(?:[{_HAN}·]{{1,3}}|[\s　]{{1,2}}[{_HAN}](?![{_HAN}]))"
_GIVEN = rf"[{_HAN}·]{{1,3}}"
_NUMBER = r"[A-Za-z]?[0-9０-９〇一二三四五六七八九十]{1,3}"
_DATE = (
    r"(?:(?:[\dOol]{4}|[二〇○零一二三四五六七八九]{4}|民国\s?\d{2,3})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})日?"
    r"|(?:[12][\dOo]{3})(?:\s?[.]\s?\d{1,2}\s?[.]|\s?-\s?\d{1,2}\s?-|\s?/\s?\d{1,2}\s?/)\s?\d{1,2})"
)
_CYCLE = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_YEAR = rf"(?:[12]\d{{3}}|[一二][〇○零Oo一二三四五六七八九]{{3}}|{_CYCLE})"
_OF_YEAR = r"(?:\d{1,2}|[一二三四五六七八九十正冬腊]{1,3})"
# When, and where, something was written, as it stands under the text: “2013年10月于江城”, “甲辰年冬月”, “写于一九九八年秋夜”.
WRITTEN = re.compile(
    rf"[（(]?(?:[写作改]于)?\s*(?:{_YEAR}\s*年(?:\s*{_OF_YEAR}\s*月(?:\s*{_OF_YEAR}\s*[日号])?)?"
    rf"|{_YEAR}[./-]\d{{1,2}}(?:[./-]\d{{1,2}})?|\d{{1,2}}月\d{{1,2}}日)"
    r"\s*(?:[初仲暮孟季深]?[春夏秋冬][日夜天]?|[初末]|除夕|元旦|中秋|重阳|清明)?\s*(?:[写作改]?于[^，。]{2,10})?[）)]?"
)

DATELINE = re.compile(
    rf"[{BULLETS}\s]*《[{_HAN}·]{{2,10}}》\s?(?:综合|特|专)?\s?讯(?![{_HAN}]{{0,3}}[，,。])|"
    rf"[{BULLETS}\s【\[［〔]*(?:本\s?[报刊网台]|[{_HAN}]{{1,5}}[报网社刊])\s?(?:综合|特|专)?\s?讯(?![{_HAN}]{{0,3}}[，,。])"
    rf"|[{BULLETS}\s【\[［]*本\s?[报刊网](?:记者)?[{_HAN}\s]{{0,12}}\d{{1,2}}\s?月\s?\d{{1,2}}\s?日\s?[电讯]"
    rf"|[{BULLETS}\s【\[［（(]*(?:据)?[{_HAN}]{{2,4}}[社网][{_HAN}\s·]{{0,12}}(?:\d{{1,2}}\s?月\s?)?\d{{1,2}}\s?日\s?(?:综合|外)?\s?(?:消息)?\s?[电讯]"
    rf"|[{BULLETS}\s【\[［]*(?:据|综合)?新华社[{_HAN}]{{0,8}}(?:消息|电|讯)[\s，,（(】]"
    rf"|[（(]\s*(?:本报|全媒体|融媒体|首席|特约|见习|实习)*(?:记者|通讯员)[^）)。，]{{2,30}}[）)]\s?(?=[^\s]{{4}})"
    rf"|(?:本报|晚报|日报|早报|晨报)?(?:全媒体|融媒体|首席|特约|见习|特派)*记者\s?{_NAME}(?:[\s、]+{_NAME}){{0,3}}\s?报[道导][\s：:，]"
    rf"|[【〔［\[（(]\s*(?:本报|特派|特约|实习)*记者\s?{_NAME}(?:[\s、]+{_NAME}){{0,3}}[\s/／]?[{_HAN}]{{0,8}}报[道导]\s*[】〕］\]）)]"
    rf"|(?:本报|本台|[{_HAN}]{{2,4}}(?:网|社|台|新闻))(?:综合)?消息(?:[（(][^）)]{{2,12}}[）)])?[\s：:，]"
    rf"|综合消息\s|[【\[［〔]?\s*本报(?:综合(?:报道|讯|消息)|专[电讯]|[{_HAN}]{{2,6}}[电讯])[\s：:，（(】\]］〕]"
    rf"|[{_HAN}]{{2,5}}讯[\s　]*[（(]?(?:本报|见习|特约|首席|全媒体|融媒体?)*(?:记者|通讯员)"
    rf"|(?:通讯员|特约记者)\s?{_NAME}(?:[\s、]+{_NAME}){{0,3}}\s?报道[\s：:，]"
)
# A country and a name: “[美]约翰·史密斯”.
_FOREIGN = rf"[\[［〔](?:[美英法德俄日韩苏意西葡荷比瑞奥挪丹芬波捷匈希土印以埃加澳新阿智秘古哥墨巴]|[{_HAN}]{{2,3}}(?=[\]］〕][^\[]*·))[\]］〕]\s*[{_HAN}]{{2,6}}(?:·[{_HAN}]{{2,6}}){{0,2}}"
# Who wrote or translated a book: “[英]约翰·史密斯 著　何念 译”.
_WORKED = rf"(?:{_FOREIGN}(?:[\s　]*(?:著|编著|原著|文|绘))?|(?:{_SURNAMED}|{_NAME})[\s　]+(?:著|编著|译|编译|选编))"
_RANK = (
    r"(?:主任|医师|教授|研究员|会计师|[院校所处部科]长|护士长|药师|律师|书记|委员|理事)"  # what somebody is
)
_BODIES = "级班系院部校社局队科处室厂会站行"  # … of what
# … as stands under the name: of 12 such lines on pages with gold under a name each is a byline.
OFFICE = re.compile(rf"[{_HAN}·、（）()]{{4,28}}{_RANK}")
AUTHORS = "□◇"  # bullets before who wrote a text
_SOURCE = rf"(?:《[^》]{{2,12}}》|(?:新华|中新|法新|路透|美联|塔斯|共同|参考消息)社?|(?:人民|新华|光明|中国新闻|中新)网|央视(?:新闻|网)?|[{_HAN}]{{2,6}}?(?:日报|晚报|时报|早报|晨报|青年报))"
_REPORTER = r"(?:记者|实习生|本报评论员|通讯员|作者|撰稿人?|评论员|供稿|撰文|文字?/|图片?/|文图|文/图|图/文|编译|整理|摄影|口述)"
BYLINE = re.compile(
    rf"{_WORKED}(?:[\s　，,、/／]+{_WORKED})?(?:[\s　]+[{_HAN}]{{2,10}}出版社)?"
    rf"|[{AUTHORS}]\s*[^，。；！？]{{2,28}}|文\s?[/／|｜丨]\s?[^，。；！？“”]{{2,30}}|[文图摄]\s?[．·•‧]\s?{_NAMES}"
    rf"|[（(]?\s*[□■◇◆◎○●▲]?\s*(?:(?:(?!{_REPORTER}(?:[\s:：/]|"
    rf"{SURNAMES}))[{_HAN}·]){{0,14}}?{_REPORTER}(?:[\s:：/]+{_NAMES}|"
    rf"{_SURNAMED}(?:[\s、/／]+{_NAME}){{0,8}})[\s、/]*){{1,5}}(?:[/／]?(?:文|图|摄影|摄)|文?/?图|摄影报道|图文报道|"
    rf"[{_HAN}]{{0,6}}报[道导]|摄影|摄|整理|采写)?\s*[）)]?"
    rf"|[□■◇◆]\s*{SURNAMES}{_GIVEN}(?:[\s、]+(?:[{_HAN}]{{0,10}}(?:记者|通讯员)[\s:：]*)?{_NAME}){{0,4}}"
    rf"|[■◆]\s*[{_HAN}\d]{{3,15}}[{_BODIES}][\s　]+{SURNAMES}(?:[{_HAN}]{{1,2}}|[\s　]{{1,2}}[{_HAN}])"
    rf"|(?:本报|特约|特派|见习|首席|融?全?媒体)+(?:记者|通讯员)[{_HAN}·]{{2,4}}"
    rf"|[{_HAN}\d（）()\s]{{2,16}}班[\s　]+{_NAME}|[{_HAN}]{{3,24}}[\s　]+{_NAME}[\s　]+{_RANK}"
    rf"|[{BULLETS}]\s*[{_HAN}]{{3,20}}(?:[{_BODIES}]|{_RANK})[\s　]+(?:[{_HAN}]{{0,8}}{_RANK}[\s　]+)?{_NAME}"
    rf"|[★☆◎【\[]\s*(?:[{_HAN}]{{0,4}}(?:记者|通讯员)[\s:：]*{_NAMES}\s*)+[】\]]?"
    rf"|(?:(?:作者|受访|采访|整理|嘉宾|对话|主持|点评|答疑|解答|坐诊|指导|辅导|审核|主讲)(?:嘉宾|专家|律师|[教老]师|医[师生]|[者人])?|采访整理)[:：]\s?[^，。；！？]{{2,30}}"
    rf"|[（(](?:指导|辅导)[教老]师[:：\s]\s*{_NAMES}[）)]"
    rf"|本[报刊台网](?:特约|首席)?(?:评论员|编辑部)|此致[，,]?|(?:此致[，,]?)?敬礼[！!]?"
    rf"|[（(]?(?:(?:文|图|摄影|采访|采写|撰文|整理|策划|执笔|讲述|口述|口述人|译者|漫画|制图|受访专家|记者|通讯员|作者)\s?[/：:|｜丨]\s?{_NAMES}\s*){{1,4}}[）)]?"
    rf"|{_NAME}\s?[/／]\s?(?:文|图|摄|文图)(?:\s+{_NAME}\s?[/／]\s?(?:文|图|摄))?"
    rf"|(?:市民|读者|网友|村民|居民|业主)\s?(?:[“\"][^“”\"]{{1,8}}[”\"]|{_NAME})\s?(?:摄|拍摄|供图|提供)(?:\s?[{BULLETS}]?\s?[{_HAN}]{{0,4}}整理)?"
    rf"|(?:市民|读者|网友|村民|居民|家长|业主|消费者)[\s　]+(?:{_NAME}|(?:{SURNAMES}|[老小])(?:女士|先生|阿姨|大爷|大妈|师傅|[{_HAN}]))"
    rf"|(?:(?:据|综合|摘自|转自)\s*{_SOURCE}|来源[:：]\s*(?:{_SOURCE}|[{_HAN}]{{2,10}}))(?:[、和]\s*{_SOURCE}){{0,3}}\s?(?:电|报道|消息|综合|讯)?|本报综合(?:报道|消息|整理)?"
    rf"|(?:据)?新华社|资料(?:图片?|照片)|图(?:片)?(?:据|来?源于?)[:：]?网络|图片?由[^，。]{{2,14}}提供|(?:记者|通讯员)\s?{_NAMES}\s+文(?:\s+{_NAMES}\s+图)?"
)
# Who wrote, after what: of 144 such lines on the gold pages 125 are bylines, eight name editors, none is a headline's.
AUTHOR = re.compile(
    rf"(?:[{_HAN}·0-9A-Za-z（）()]{{2,24}}[\s　]+){{1,2}}(?P<name>{SURNAMES}(?:[{_HAN}]{{1,2}}|[\s　]{{1,2}}[{_HAN}]))"
)
_SIGNS_OFF = r"(?:启|[谨敬泣同叩拜哀][启上识告邀白谢挽贺]|合十|鞠躬|[顿叩]首|再拜)"  # “慈津寺　谨启”
SIGNATURE = re.compile(
    rf"[{_HAN}][^，。；！？]{{1,30}}[\s　]{_SIGNS_OFF}|[（(](?:本[期文栏]|点评|答疑|解答|审核|供稿)[^，。！？；“”（）()]{{2,40}}[）)]|——\s*(?:摘|选|节选|摘编|转载)自[^，。]{{2,30}}|"
    rf"[（(][^，。！？；：“”（）()]{{2,32}}[）)]|[^，。；]{{0,30}}[〔\[（(]\d{{4}}[〕\]）)]第?\d+号|"
    rf"[{_HAN}]{{2,24}}(?:局|公司|委员会|办公室|政府|医院|大学|学院|中心|处|队|集团|部|厅|院|社|站|会)"
    rf"[\s　]+(?:{_DATE}|\d{{1,2}}月\d{{1,2}}日)|"
    rf"[（(]\s*(?:作者|记者|通讯员|文/图|来源)?[\s:：]*{_NAMES}[\s]*[）)]|[（(](?:作者|本文作者)[^）)]{{2,40}}[）)]|"
    rf"——\s*(?:{_SURNAMED}(?![{_HAN}])|[{_HAN}]{{1,6}}·[{_HAN}]{{1,6}})"
)
CREDIT = re.compile(
    rf"(?:[{_HAN}\s、/:：·]{{0,40}})(?:摄影报道|图文报道|文/图|图/文|供图|摄影|摄|/图|/摄)\s*[）)]?|(?:摄影|图片?|供图)[\s/:：]\s*{_NAMES}[\s{_HAN}]{{0,10}}"
)
NAMES = re.compile(_NAMES)
# Which part of something this is, or with what else: “（十七）”, “（外一首）” sign nothing.
_PART = re.compile(
    r"[（(](?:试行|暂行|草案|征求意见稿|讨论稿|修订稿?|散文|小说|随笔|诗歌?|杂文|摘要|摘编|连载|总第.{1,8}期|原题.{1,30}|"
    r"\d{4}年.{4,40}(?:通过|发布|修订|施行)|外[一二三四五六]首|节选|组诗|[上中下]篇?|[一二三四五六七八九十]{1,3}|\d{1,3})[）)]"
)
# A column is called so, nobody is: “记者手记”, “口述历史”.
_COLUMN = re.compile(
    "(?:本报)?(?:记者|口述|作者)(?:手记|调查|观察|体验|见闻|访谈|札记|日记|随笔|感言|心得|历史|实录|故事|点评|视角|视线|连线|出镜|节|生涯)"
)
WRITER = re.compile(rf"{_REPORTER}|[文图摄][/／]|特约|整理|报[道导]$|(?:医师|教授|讲师|律师|主任|研究员)$")
_SHORT_NAME = 3
AUTHOR_NAME = re.compile(
    rf"{SURNAMES}\s+[{_HAN}]|{SURNAMES}[{_HAN}]{{1,2}}(?:[\s、]+{SURNAMES}[{_HAN}]{{1,2}}){{0,2}}"
)
SPACED_NAME = re.compile(r"\w[ \u3000]{1,2}\w")  # printed as wide as a name of three: “斐　然”
# Without bullet or country it may be a section: “医师报·理事会”.
_DOTTED = re.compile(rf"{_FOREIGN}|[{_HAN}]{{2,6}}(?:·[{_HAN}]{{2,6}}){{1,2}}")
PERSON = re.compile(
    rf"(?<![{_HAN}]){SURNAMES}(?:[{_HAN}]{{1,2}}|[\s　]{{1,2}}[{_HAN}])(?![{_HAN}])"
)  # a name that stands by itself
ORGANISATION = re.compile(
    r"(?:公司|局|委员会|办公室|政府|医院|大学|学院|中心|处|支?队|社区|集团|部|厅|院|校|社|会|站|所|馆|组|共同体|医[共联]体)$"
)
# A place over a headline is its first line: “福建石狮”, “安顺西秀区”.
PLACE = re.compile(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)|.*[省市县区州旗镇乡村院校矿厂局港]$"
)
_PLACED = 12  # characters of a place
SUPPLIED = re.compile(rf"[{_HAN}]{{3,24}}供稿")
CREDIT_END = re.compile(r"(?:[\s（(。]|^)[^。，]{0,24}(?:摄影报道|摄影|摄|供图|报道摄影)\s*[）)]?$")
CAPTION = re.compile(r"图为|图[①②③④⑤一二三四]|[上下左右]图[:：为]|如图|（资料图")

JUMP = re.compile(
    rf"[（(【\[▶►→\s]*(?:[紧文]?上?[接转]|下转|"
    rf"[紧文]接)\s*(?:本[报版])?第?\s*{_NUMBER}(?:\s*[-—－、，,]\s*{_NUMBER}){{0,3}}\s*[版页](?:[^）)】\]]{{0,40}}[）)】\]]?.{{0,3}})?|"
    rf"[（(]?(?:连载[\s　]*[\d一二三四五六七八九十]{{0,4}}[，,、\s·]*)?未完待续[）)]?"
)
# “（本版内容仅供参考 具体以监管部门答复为准）”
_DISCLAIMER = re.compile(rf"[（(【]?本[版报刊栏][{_HAN}]{{0,8}}仅供参考[^。；]{{0,24}}。?[）)】]?")
# Where something else stands: “（详见第3版）”, “▶▶03版”.
_POINTER = re.compile(
    rf"[（(【\[▶►→\s]*(?:详见|"
    rf"(?:相关)?(?:报道|新闻|内容)?[见详])\s*(?:本报)?(?:今日)?第?\s*{_NUMBER}(?:\s*[-—、]\s*{_NUMBER})?\s*[版页][）)】\]]?|"
    rf"[▶►→>]{{1,3}}\s*第?{_NUMBER}版"
)
_JUMP_UP = re.compile(r"[（(【\[▶►\s]*(?:[紧文]接|上?接)")
_JUMP_IN = re.compile(
    rf"[（(【\[]\s*[紧文]?上?接\s*(?:本[报版])?第?\s*{_NUMBER}\s*版[^）)】\]]{{0,20}}[）)】\]]"
)
_SCANS = r"(?:扫码|扫一扫|扫描.{0,4}(?:二维)?码|微信扫|长按)"
# … for what: “扫码看庭审视频”, “扫描二维码 关注本报”; “扫码点餐不能成为唯一选项” is a headline.
_SCANNED = r"(?:[看听读答问]|关注|下载|[登进加]入|进.{0,10}群|登录|了解|获取|获得|参与|订阅|收[看听]|报名|浏览|投[稿票]|领取|互动|留言|咨询|反馈|爆料|二维码|右[侧图方]|[左上下][侧图方]|[►▶→]|\s)"
# What asks to scan says so first, or last: “扫码看庭审视频”, “关联阅读全文 扫一扫”; “医疗废物扫码溯源” tells of it.
SCAN = re.compile(
    rf"[（(▶►]?(?:[^，。；“”]{{0,14}}[\s　])?(?:请|欢迎|微信|手机)*{_SCANS}(?:[^，。；）)]{{0,12}}{_SCANNED}[^，。；）)]{{0,14}})?[）)！!]?"
    r"|[^，。；“”]{0,16}(?:请扫[^，。；]{0,24}|扫一扫|扫码(?:可|后)?[看听读见]|扫码观看|扫码查看)[！!]?"
    r"|[^，。；]{0,20}关注[^，。；]{0,20}公众号[！!]?"
)
_POST = r"(?:编辑(?!部|\s?同志)|责编|美编|校对|版式|组版|排版|编审|主编|审读|统筹|制图|编委|终审|检校|美术|设计|值班总编|监制|审核|总值班|值班(?:主任|总编|编委))"
EDITOR = re.compile(
    rf"本[版期](?:撰稿|撰文|供稿|作者)[:：]\s*[^，。；！？“”]{{2,40}}|[（(]?(?:本[版期报]|今日|图片|首席|总|值班|责任|执行|副|见习|美术|文字|新媒体|版面|一[审读校]|二审|三审)*{_POST}"
    rf"(?:[:：]?|[\s:：/丨|｜{BULLETS}]+(?:{SURNAMES}[{_HAN}]{{1,3}}|[{_HAN}]{{2,3}}|"
    rf"[{_HAN}]\s{{1,2}}[{_HAN}])(?:[\s、，,:：/丨|｜（(]+[^。；？！“”]{{0,80}})?|{SURNAMES}[{_HAN}]{{1,2}})[）)]?"
)
_RUNNING = re.compile(
    rf"[^。，；]{{0,40}}{_DATE}[^。，；]{{0,60}}"
    rf"|\d{{1,2}}月\d{{1,2}}日\s*星期[一二三四五六日天]\s*(?:农历.{{0,12}}|第?[A-Z]?\d.{{0,10}}|[{_HAN}]{{2,8}}[报刊].{{0,10}}|"
    rf"[{_HAN}]{{2,4}}版?)?|(?:农历(?:{_CYCLE}年)?|{_CYCLE}年)\s*[闰正一二三四五六七八九十冬腊]{{1,3}}月[^，。]{{0,10}}|"
    rf"(?:农历)?{_CYCLE}年|星期[一二三四五六日天]"
    rf"|(?:总?第\s?\d{{2,6}}\s?期\s*)+|(?:公益)?广告|[▶→►]?\s*(?:详见|官方微[信博]).{{0,10}}"
    rf"|[{BULLETS}]?[{_HAN}]{{0,6}}(?:(?:电话|热线|邮箱|信箱|微信|网址|传真|E-?mail)[:：\s]+(?=.*(?:[A-Za-z\d×]\s?){{3}})|"
    rf"(?:官方微信|(?:来[信稿]|投稿)请?[寄发投]至?)[:：\s]+)[\w@.\-—/、，()（）×\s]{{5,60}}"
    rf"|(?=[^@]*@)[^，。；]{{0,16}}[\w.\-]+@[\w.\-]+[^，。；]{{0,6}}"
    rf"|版[次面][:：]\s*\S{{1,8}}|[{_HAN}]{{2,16}}主办\s[^，。]{{0,30}}"
    rf"|[-—–·•\s]*(?:[A-Za-z]?[0-9０-９]{{1,3}}|第\s*{_NUMBER}|{_NUMBER}\s*版)\s*版?[-—–·•\s]*"
    rf"|[A-Z]\d{{1,2}}(?:\s*版[\s:：·|]*|[\s:：·|]+)[{_HAN}·]{{2,5}}|[{_HAN}·]{{2,8}}[\s:：·|]+[A-Z]\d{{1,2}}\s*版?|"
    rf"[{_HAN}·]{{2,4}}[A-Z](?:0\d|\d{{1,2}}\s*版)"
    rf"|(?:第?{_NUMBER}版)[\s:：·|]+[{_HAN}·]{{2,8}}|[{_HAN}·]{{2,8}}[\s:：·|]+第?{_NUMBER}版"
    rf"|(?!.*(?:记者|通讯员|讯)|(?:我|我们|你|他|她)[和与的])[{_HAN}]{{2,6}}(?:日报|晚报|晨报|早报|周报|时报|都市报|商报|导报)(?:[\s|·]+(?:[^，。]*[\d版期A-Z·][^，。]*|[{_HAN}]{{2,4}}))?"
)
# “要闻 3”, “05 国际”: a section's name and a number; “误区 1”, “01 合理膳食” are subheads.
_NUMBERED = re.compile(
    rf"(?P<before>[{_HAN}·]{{2,6}})\s+\d{{1,2}}|\d{{1,2}}\s+(?P<behind>[{_HAN}]{{2,4}}(?:·[{_HAN}]{{2,4}})?)"
)
# Who publishes a paper, as stands under its name: “中共云阳市委机关报　云阳日报社出版”, “市卫健委主管　市医院主办”.
_PUBLISHED = rf"[{_HAN}、]{{2,20}}(?:机关报|主管|主办|承办|协办|出版|编印)"
_FRONT_MATTER = re.compile(
    rf"[{_HAN}]{{2,16}}(?:机关报|[报刊]社(?:主办|出版|编印))|{_PUBLISHED}(?:[\s|｜·]+{_PUBLISHED}){{1,3}}"
)
PAPER = re.compile(rf"[{_HAN}]{{1,10}}(?:[报刊]|周[报刊]|学报)|[{_HAN}]{{2,6}}副刊")
_CAPITALS = re.compile(r"[A-Z][A-Z .·'-]{7,}")  # a paper's name: YUNLU RIBAO
_IMPRINT = re.compile(
    r"社址|邮编|邮箱|信箱|电话|热线|传真|国内统一|统一刊号|准印证|内部资料|邮发代号|https?:|www\.|[Ee]-?mail|订阅|广告(?:部|(?=[:：]))?|印刷|零售价?|定价|"
    r"报社出版|责编|编辑|星期[一二三四五六日天]|地址|CN\s?\d|总第|农历|今日\S{0,4}版|\w@\w"
)
# An imprint has fields or numbers; running text that speaks of hotlines and telephones hasn't.
_FIELDED = re.compile(r"[:：@./／·\s]|\d{4}")
BRIEFS = re.compile(
    r"简讯|短讯|快讯|短波|简报|一句话|速览|速递|短消息|快报|集纳|集锦|点击|浏览|播报|简明|(?:热线|城事|都市|社区|新闻|信息)快递"
)
# What a reader may call or write for: “咨询电话”, “预约挂号请拨”.
CALLED_FOR = "咨询|监督|举报|报名|联系|服务|预约|投诉|求助"
CONTACT = re.compile(r"电话|热线|邮箱|地址|联系|传真|网址|时间|地点")
# Prices, the weather and draws, as a paper tells them in a line.
_SERVICE = re.compile(
    r"[^。，]{1,12}?(?:[:：\s]|(?<=^[\u4e00-\u9fff]{2})|(?<=^[\u4e00-\u9fff]{3}))\s*[\d.]+(?:[-—~～][\d.]+)?\s?万?元/\d*(?:公?斤|千?克|吨)"
    r"|(?:今日|明日|天气)(?=[^。]*(?:[晴阴云雨雪]|最[高低]|[~～—-]\s*-?\d|气温[:：\s]?-?\d))[^。]{0,40}(?:℃|°C|"
    r"风力?[^。，]{0,8}级)[^。]{0,20}$|(?:福彩|体彩|双色球|大乐透|排列[35三五]|开奖)[^。]{0,40}(?:第\s?\d{5,7}\s?期|开奖(?:号码|结果)?[:：\s]|"
    r"\d{1,2}(?:[\s、,]+\d{1,2}){2})"
    r"|[^。，]{1,24}开奖(?:号码|结果|公告)?[:：\s]+\d|[^。，：]{0,8}天气[:：]"
)
# The caption of a figure or a table: “图1 左侧颈动脉窦按压时的心电监测”, not “图1 所示……” in running text.
_FIGURE = re.compile(r"[图表]\s?\d{1,2}(?:\s+|[:：]\s*)(?!所|中|显|可|为|是|和|及|与)\S")
RULE = re.compile(r"([=＝\-*_—＊~·•※☆★◇◆○●□■△▲])(?:\s*\1){2,}")  # drawn between articles
# What a paper's web site prints around a page: “上一版 下一版”, “放大+ 缩小- 默认o”.
NAVIGATION = re.compile(
    r"(?=.*(?:[上下]一[版篇期]|导航|目录|首页|放大|缩小|默认|PDF|往期))"
    r"(?:(?:[上下]一[版篇期]|(?:版面|标题|本版)?(?:导航|目录)|(?:返回|数字报)?首页|返回|放大|缩小|默认|字号|PDF版?|下载|往期回?顾?"
    r"|回顾|打印|收藏|朗读|复制|分享到?|大|中|小)[\s+\-o|:：»«<>◀▶【】\[\]]*)+"
)
_BUTTON = r"(?:登录|注册|设为首页|加入收藏|收藏本站|(?:返回)?首页|返回顶部|关于我们|联系我们|广告服务|网站地图|(?:法律|版权|免责|网站)声明|手机版|客户端|微信|微博|QQ(?:空间)?|朋友圈)"
# … and around an article: “首页 > 新闻中心 > 正文”, “分享到：微信 微博”, “上一篇：……”, “版权所有 ……”.
WEB = re.compile(
    rf"(?:.{{0,8}}位置[:：]\s*)?首页(?:\s*[>›»＞]+\s*[^>›»＞。，]{{1,12}}){{1,5}}|{_BUTTON}(?:[\s|｜·/]+{_BUTTON})+"
    rf"|[【\[]?字[号体][:：]?[\s大中小特+\-]{{1,12}}[】\]]?|分享(?:到|至)?[:：]?(?:\s*{_BUTTON})+|分享[到至][:：]?|[上下]一[篇条则][:：].{{1,50}}"
    r"|网友评论(?:[（(].{1,8}[)）])?|登录后.{0,4}评论|.{0,20}版权所有.{0,40}|未经.{0,4}(?:授权|许可).{0,14}(?:转载|使用)"
    r"|(?:(?:发布者?|作者|编辑|责编|来源|稿源)[:：]\s*\S{1,12}\s+)*(?:(?:阅读|评论|点?赞|浏览|收藏|在看|转发|分享|点击|访问)(?:量|数|"
    r"次数)?[:：\s]*\d[\d.万+]*\s*次?\s*){1,5}|点击(?:上方|下方)?蓝字.{0,10}|关注我们|阅读原文|点赞.{0,4}在看|"
    r"(?:(?![为给替向]).){0,12}点(?:个|一下)“?(?:在看|赞)”?[吧哦呗，！!]?.{0,3}"
)
# The name of a list of other articles there.
LINKED = re.compile(
    r"(?:相关(?:新闻|阅读|文章|推荐)|热门(?:排行|新闻|文章|推荐)|(?:阅读|点击)排行榜?|推荐阅读|猜你喜欢)[:：]?"
)
# Of which kind a text is, behind its headline: “秋水（组诗）”, “夜行（外二首）”.
GENRE = re.compile(
    r"[（(](?:组诗|散文诗|小小说|微型小说|节选|外?[一二两三四五六七八九十]{1,2}[首章题])[）)]$"
)
# What a web page prints under a text: “- END -”, “—完—”.
_DRAWN = r"[-—–─·•=~\s]"
_END = re.compile(rf"{_DRAWN}*(?:THE\s+)?END{_DRAWN}*|{_DRAWN}+(?:本文|全文)?[完终]{_DRAWN}+", re.IGNORECASE)
# The number of a part of a text, by itself: “01”, “（二）”, “之三”, “PART 4”.
_PART_NUMBER = re.compile(
    r"(?:PART|NO)?[.\s]*[（(【]?(?:[其之]|第(?=.+[章节幕]))?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})[章节幕]?[）)】、.．]?",
    re.IGNORECASE,
)
_COUNTED = {
    tens + ones: 10 * len(tens) + n for tens in ("", "十") for n, ones in enumerate("一二三四五六七八九", 1)
} | {"十": 10}
_LABEL = re.compile(
    rf"[{BULLETS}]\s*[{_HAN}A-Za-z0-9·・•\s—-]{{2,12}}|[【〖\[［｜|]\s*[{_HAN}A-Za-z0-9·・•—-]{{2,8}}\s*[】〗\]］｜|]"
    rf"|(?P<dashes>[—–=＝※~～*-]{{1,4}})\s*[{_HAN}·、]{{2,8}}\s*(?P=dashes)"
)
_NAMED = 28  # half-width columns of a section's name
# What stands over a photo and its caption: of 63 such lines on the gold pages none is a headline.
_PICTURES = re.compile(r"\W*(?:图片(?:新闻|故事)|新闻图片|图说(?:新闻)?|镜头|影像)\W*")
TEASER = re.compile(
    r"(?:本报)?(?:今日|本期|详见|更多.{0,8}见|明日|导读|导航|下期)(?:[^。]{0,20}(?:第?[0-9A-Z一二三四五六七八九十]{1,3}[版—-]|导读|推出|看点|预告|请看|"
    r"版)|关注)|[^。，]{2,40}[\s…·.\-—>]{1,12}(?:详见)?(?:第?[A-Z]?\d{1,2}版|[A-Z]\d{2})|"
    r"(?:今日|本期|本版|内容)?(?:导读|导航|看点|提要|导览)"
)
_SPACED = re.compile(r"\s.*[\d编校版]|[\d编校版].*\s")
_SCRAP = re.compile(
    rf"{_DATE}|星期[一二三四五六日天]|总?第\s?\d{{1,6}}\s?期|第?\s?{_NUMBER}\s?版"
    rf"|(?:本[版期报]|值班|责任|执行|见习|美术|文字)*{_POST}[:：/\s]+{_NAME}(?:[\s、]+{_NAME}(?=[\s、]|$))?"
    rf"|[{_HAN}]{{0,6}}(?:电话|热线|邮箱|信箱|网址|传真|QQ|E-?mail)[:：\s]+[\w@.\-—/]{{5,40}}|每份[\d.]+元"
    rf"|(?<!\S)(?:[A-Z]\d{{1,2}}|\d{{1,2}}|[{_HAN}]{{1,6}}[报刊](?:[·•][{_HAN}]{{2,6}})?)(?!\S)"
)
LABEL_WORDS = re.compile(
    r"新闻|动态|资讯|关注|聚焦|观察|综合|要闻|简讯|快讯|消息|视点|专栏|之窗|天地|论坛|导读|故事|见闻|手记|副刊|时评|速递|播报|民生|经济|社会|国际|国内|文化|体育|健康|教育|专版|"
    r"特刊|短评|走基层|一线|在线|热点|焦点|广角|天下|人物|访谈|调查|追踪|链接|实事|行动|视窗|纵横|集锦|荟萃|点滴|之声|之星|百科|课堂|讲堂|话题|理论|学习|园地|前沿|深度|特稿|"
    r"特别报道|专题|系列|传真|扫描|瞭望|札记|随笔|文苑|书评|读书|评论|声音|连线|直通车|进行时|风采|写真|党建|法治|科技|公告|启事|服务台|信息"
)
_COLUMN_FIELD = re.compile(rf"[A-Z]?\d{{1,3}}版?|(?:{LABEL_WORDS.pattern})+")
NOTICE_END = re.compile(
    r"(?:通\s*知|公\s*告|通\s*告|启\s*事|声\s*明|公\s*示|告知书|讣\s*告|告\s*示|更\s*正|说明|公开信|倡议书|感\s*谢\s*信|表\s*扬\s*信)$"
    r"|^\W*(?:鸣\s*谢|致\s*谢|道\s*歉|光\s*荣\s*榜|喜\s*报|捷\s*报|贺\s*信|启\s*示|征\s*集|招\s*[租聘领标]|寻\s*[物人]|认\s*领|.{0,4}(?:招租|转让|认领))\W*$"
)
# “编后：把时间还给农时”, “小贴士：洗车场上看四样”: what stands in a box says of which kind it is.
BOX = re.compile(
    r"^\W?\w{0,4}(?:编后|编余|回音|短评|点评|链接|背景|名词解释|提醒|提示|贴士|小知识|延伸阅读)[：:]\s*\S"
)
NOTICE = re.compile(r"(?:通知|公告|通告|启事|声明|公示|告知书|讣告|告示|遗失|招聘|招标|停[水电气]|更正)")


_SIGNED_TAIL = re.compile(
    rf"[。！？”…]\s*(?:[（(](?:{SURNAMES}|[^（）()。]{{2,24}})[）)]|〔[^〔〕。]{{2,30}}〕|[^。，；]{{0,20}}(?:摄|摄影|摄影报道|供图|整理))$"
)


def is_notice(title: str) -> bool:
    """Return whether a headline is that of a notice: “停水公告”, “鸣　谢”."""
    return NOTICE.search(title) is not None or NOTICE_END.search(title) is not None


def ends_signed(tail: str) -> bool:
    """Return whether a line ends with a signature or credit after a full stop, e.g. “……心肺复苏。 温红蕾摄”, “……改善。（贺）”.

    So does one with its source: “……停药比例为3%。〔JAMA. 10月7日〕”.
    """
    return tail[-1] in "）)〕摄影道图理" and _SIGNED_TAIL.search(tail) is not None


def is_place(text: str) -> bool:
    """Return whether a line is nothing but a place, as it stands over what happened there: “福建石狮”, “山东费县：”."""
    return len(text) <= _PLACED and PLACE.fullmatch(text.rstrip("：:")) is not None


def part_number(text: str) -> tuple[str, int] | None:
    """Return the style and the value of a line that is nothing but a number, as parts of a text have: “02” is 2, “（三）” 3."""
    found = _PART_NUMBER.fullmatch(text)
    if not found:
        return None
    number, around = found["number"], text.replace(found["number"], "")
    if number.isdecimal():
        return f"{around}0", int(number)
    return (around, _COUNTED[number]) if number in _COUNTED else None


def names_office(text: str) -> bool:
    """Return whether a line is an office or a place before a colon: “浙江省景宁畲族自治县医共体：”, “山东费县：”."""
    return text[-1] in "：:" and (ORGANISATION.search(text[:-1]) is not None or is_place(text))


def is_jump_up(text: str) -> bool:
    """Return whether a jump line says that the article began on another page, e.g. “（上接第一版）”."""
    return bool(_JUMP_UP.match(text)) and "转" not in text[:5]


def jumps_in(text: str) -> bool:
    """Return whether a text goes on from another page in its first line: “（上接第一版）坚持以人民健康”."""
    return _JUMP_IN.match(text) is not None


def unbulleted(text: str) -> str:
    """Return a line without the bullets that it opens with: “● 短消息” is “短消息”."""
    return text.lstrip(BULLETS + STRIP)


def furniture_role(text: str, width: int) -> Role | None:
    """Return the furniture role that a line's own shape gives it, None for a line that may be text.

    Example: “(下转第3版)” is a jump, “● 短消息” a section label, “本版编辑 陶然 校对 石磊” an editor's line.
    """
    if width > 130 or text[-1] == "。":
        return None
    plain = "，" not in text and "。" not in text
    for look in _FURNITURE:
        if (plain or not look.plain) and width <= look.widest and look.needs.search(text) and look.fits(text):
            return look.role
    bare = unbulleted(text)
    if bare and bare != text and (role := furniture_role(bare, width)) in (Role.JUMP, Role.EDITOR):
        return role  # “▼下转4版”, “□本版责编 白羽”; “● 误区 1” and “● 电话：……” are text
    if width <= _NAMED and _LABEL.fullmatch(text) and not byline_shape(text, width):
        return Role.SECTION
    return None


# A diary gives the day and the weather: “2020年2月8日 星期六 阴”.
_DIARY = re.compile(
    rf"(?:{_DATE}|\d{{1,2}}月\d{{1,2}}日)\s*(?:星期[一二三四五六日天])?\s*(?:晴|阴|多云|小雨|中雨|大雨|雨|雪|晴转.{{1,4}}|阴转.{{1,4}}|多云转.{{1,4}}|有风|雾)"
)
# What stands beside a date on a running head: “星期一”, “第3版”, “总第312期”, “清河日报”, a number.
_DATED = re.compile(
    rf"星期|周[一二三四五六日]|{_NUMBER}\s*版|版面?[:：]|第?.{{1,6}}期(?![\u4e00-\u9fff])|[报刊](?:社|[\s|·—]|$)|"
    rf"(?<!\S)[A-Z]?\d{{1,2}}(?!\S)|www|农历|责编|编辑|印\s?数|每份|(?<![-—~～至到\d])\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?$"
)


def _is_running(text: str) -> bool:
    if _NUMBERED.fullmatch(text):
        return True
    return _RUNNING.fullmatch(text) is not None and _plausible_running(text) and not _DIARY.fullmatch(text)


def may_be_subhead(text: str) -> bool:
    """Return whether a line with a number, that looks like a running head, may as well be a subhead: “误区 1”, “01 合理膳食”."""
    if not (numbered := _NUMBERED.fullmatch(text)):
        return False
    name = numbered["before"] or numbered["behind"]
    return LABEL_WORDS.search(name) is None and PAPER.fullmatch(name) is None


def may_tell(text: str) -> bool:
    """Return whether a line that gives a price, the weather or a draw may be a headline that tells of it: it has no range."""
    return _SERVICE.match(text) is not None and re.search("[～~—]", text) is None


def _is_imprint(text: str) -> bool:
    return len(_IMPRINT.findall(text)) >= 2 and _FIELDED.search(text) is not None


def _is_scraps(text: str) -> bool:
    """Return whether a line is nothing but scraps of an imprint and a section's name at most.

    Example: “B03 体育 编辑 佟欣 美编 廖凡”, “新闻热线：0661-3350120　康宁周报　9”.
    """
    if _DIARY.fullmatch(text):
        return False
    scraps = _SCRAP.findall(text)
    if len(scraps) < 2 or all(len(x) <= 3 for x in scraps):
        return False
    return len(re.sub(r"[\W_]", "", _SCRAP.sub("", text))) <= 4


class _Look(NamedTuple):
    """A kind of furniture: its test, and what is quickly seen of every line that could pass it.

    `needs` finds a character without which no line passes; `plain` says that no line with ，or 。 does.
    """

    role: Role
    fits: Callable[[str], object]
    needs: re.Pattern[str]
    plain: bool = False
    widest: int = 130


_FURNITURE = (
    _Look(Role.JUMP, JUMP.fullmatch, re.compile("[版页完]")),
    _Look(Role.OTHER, _DISCLAIMER.fullmatch, re.compile("参考"), widest=96),
    _Look(Role.OTHER, _POINTER.fullmatch, re.compile("[版页]"), plain=True),
    _Look(Role.EDITOR, EDITOR.fullmatch, re.compile("[编校版审统制美设值监期]"), widest=96),
    _Look(
        Role.RUNNING_HEAD,
        _is_running,
        re.compile(r"[\d〇○零一二三四五六七八九十年历期告详官话线箱信稿址真报版]|mail|@"),
    ),
    _Look(Role.RUNNING_HEAD, _is_scraps, _SPACED, plain=True),
    _Look(Role.RUNNING_HEAD, _is_imprint, _IMPRINT, plain=True),
    _Look(Role.RUNNING_HEAD, _FRONT_MATTER.fullmatch, re.compile("[报办管版印]$"), plain=True, widest=96),
    _Look(Role.RUNNING_HEAD, _CAPITALS.fullmatch, re.compile("^[A-Z]"), widest=40),
    _Look(Role.SCAN_PROMPT, SCAN.fullmatch, re.compile("[扫码按号]"), widest=48),
    _Look(Role.OTHER, _FIGURE.match, re.compile("^[图表]"), plain=True, widest=96),
    _Look(Role.OTHER, NAVIGATION.fullmatch, re.compile("[版篇期航录页大小认F]"), plain=True, widest=60),
    _Look(Role.OTHER, WEB.fullmatch, re.compile("[首录微号享篇条则评权经页读赞藏字注看览击访转]")),
    _Look(Role.OTHER, _SERVICE.match, re.compile("[元气℃C级彩球乐排奖]")),
    _Look(Role.OTHER, _END.fullmatch, re.compile("[完终DdＤ]"), plain=True, widest=24),
    _Look(Role.SECTION, _PICTURES.fullmatch, re.compile("[图镜影]"), widest=_NAMED),
)


def _plausible_running(text: str) -> bool:
    if not re.search(_DATE, text):
        return True
    rest = re.sub(_DATE, " ", text)
    return len(re.sub(r"[\s　]|星期.|周[一二三四五六日]", "", rest)) <= 4 or _DATED.search(rest) is not None


def byline_shape(text: str, width: int) -> bool:
    """Return whether a line by itself is a byline, a signature or a photographer's credit.

    Example: “□本报记者 王依依”, “（彭鹏 刘容容）”, “特约记者贝兰 通讯员曾左宽摄影报道”.
    """
    if width > 84 or text[-1] in "。，；：" or ("，" in text and text[0] not in "（("):
        return False
    if (
        len(text) <= 8
        and text[0] in BULLETS
        and (LABEL_WORDS.search(text) or NOTICE_END.search(text) or _is_short_label(text))
    ):
        return False
    if (
        _COLUMN.fullmatch(text)
        or _PART.fullmatch(text)
        or (text[0] in AUTHORS and not _names_author(unbulleted(text)))
    ):
        return False
    return bool(
        BYLINE.fullmatch(text) or SIGNATURE.fullmatch(text) or (width <= 60 and CREDIT.fullmatch(text))
    )


def _names_author(text: str) -> bool:
    """Return whether a person, an office or a place stands behind an author's bullet: “戎小溪”, “泗洪县医院”, not “二十七支火把”.

    Of 443 lines behind one on pages with gold that are bylines 442 do, of 45 others ten.
    """
    if WRITER.search(text) or (len(text) <= _SHORT_NAME and not LABEL_WORDS.search(text)):
        return True
    if _DOTTED.fullmatch(text) and not LABEL_WORDS.search(text):
        return True
    return any(
        AUTHOR_NAME.fullmatch(field) or ORGANISATION.search(field) or is_place(field)
        for field in re.split(r"[\s（(）)]+", text)
        if field
    )


def _is_short_label(text: str) -> bool:
    """Return whether what stands behind a bullet is too short for a byline, and no name behind an author's bullet: “■ 民生”."""
    return len(text) <= 4 and not (text[0] in AUTHORS and AUTHOR_NAME.fullmatch(unbulleted(text)))


_LABEL_START = re.compile(r"(?:关注|聚焦|走基层|走进|直击|图说|特别|专题|本期|今日|权威|热点|焦点|系列)")
_LABEL_END = re.compile(
    r"(?:新闻|动态|资讯|观察|综合|要闻|简讯|快讯|消息|视点|视线|专栏|之窗|天地|论坛|导读|故事|见闻|手记|副刊|时评|速递|播报|专版|特刊|短评|一线|在线|热点|焦点|广角|人物|访谈|"
    r"对话|笔谈|追踪|链接|实事|视窗|纵横|集锦|集萃|荟萃|点滴|之声|之星|百科|课堂|讲堂|话题|园地|前沿|特稿|报道|专题|系列|传真|扫描|瞭望|札记|随笔|文苑|书评|评论|声音|连线|直通车|"
    r"进行时|风采|写真|公告|公告栏|服务台|信息|博览|视野|参考|聚焦|关注|文摘|漫谈|杂谈|絮语|茶座|夜话|三人谈|大家谈|面对面|理论|学习|会议)$"
)


def is_photo_credit(text: str) -> bool:
    """Return whether a text ends with a photographer's name; who wrote the text as well signs an article: “文/摄”."""
    return CREDIT_END.search(text) is not None and _WROTE_TOO.search(text) is None


_WROTE_TOO = re.compile(r"文\s?[/／、]\s?[图摄]|[图摄]\s?[/／、]\s?文|图文")


def is_label(text: str, lines: int) -> bool:
    """Return whether a head reads like the label of a section: “医院动态”, “走基层·一线见闻”, “民生”."""
    if lines > 1 or len(text) > 17 or re.search(r"[，。！？：“]", text):
        return False
    if (
        len(text) <= 3
        or (len(text) <= 12 and "·" in text)
        or (len(text) <= 16 and (len(LABEL_WORDS.findall(text)) >= 2))
    ):
        return True
    return bool(_LABEL_END.search(text)) and (len(text) <= 6 or bool(_LABEL_START.match(text)))


def has_column_field(text: str) -> bool:
    """Return whether a field of a line is a number or nothing but a column's words, as on a running head: “副刊　文艺”, “03　健康·养生”.

    Of 2,652 bylines on pages with gold two have such a field, parts of an address.
    """
    return any(_COLUMN_FIELD.fullmatch(field) for field in text.split())


def ends_as_label(text: str) -> bool:
    """Return whether a text of at most nine characters ends with a word that names columns: “为民服务办实事”."""
    return len(text) <= 9 and bool(_LABEL_END.search(text)) and not NOTICE_END.search(text)
