"""What the government sets out to reach: clauses with a number and a goal (到2027年…达到800家以上, 每年产出30项以上).

A clause that gives something to somebody (每家奖励30万元) or that asks something of an applicant (裁员率不高于5.5%的) is no
goal. The year is the one stated earlier in the same sentence, never the horizon of the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Passage, Target
from ..text.numerals import whole
from ..text.rule import Rule

_SENTENCE_END = "。！？\n；"
# 到2027年, 至2025年底, 2022年底前
_BY = re.compile(
    "(?:到|至|截至|力争)[ ]?(?P<year>20[0-9]{2})[ ]?年|(?P<year_>20[0-9]{2})[ ]?年(?:年?[底末])?(?:之?前|，)"
)
# what a count may be of
_THING = (
    "(?:[余多]?[万亿千百]{0,2}[余多]?(?:元|人次|人|家|个|项|件|场|次|名|台|套|辆|款|条|座|种|平方米|平方公里|公里|千米|"
    "吨|所|处|支|只|批|类|例|门|册|期|位|席|户|份|幢|栋|所|根|张|架|艘|列|班|头|枚"
    r"|标箱|倍|[%％‰]|个百分点|亩|公顷|千瓦|千瓦时|字节|部|级|分钟|GW|EB|P|T|Flops)|[万亿](?:以上|$|[，、左]))"
)
# 30项以上, 1000余场, 350万平方米, 80%; never 3个月, 6个小时, 500强, 第3名
_FIGURE = re.compile(
    f"(?<![第前0-9０-９.-])[0-9０-９][0-9０-９.,]{{0,9}}{_THING}(?!月|小时|工作日|自然日|季度|年度)|"
    f"前[0-9]{{1,3}}[位名]"
)
# 给予, 奖励 …: the clause gives; it is a benefit
_GIVES = re.compile(
    r"给予|予以|奖励|奖补|补助|补贴|资助|贴息|返还|减免|免征|免收|减按|最高|不超过|不得|扣除|下调|缴费|贷款额|授信|以下的|的部分"
)
# 对…, 获…的, 企业…的: the clause describes an applicant
_ASKS = re.compile(
    "^(?:对|凡|获|获得|经|符合|参保|企业|申请|申报|纳入|获批|其中，?对|按|按照|由|若|如)|的$|的(?:企业|单位|机构|项目|"
    "个人)(?:$|，)|以上的(?!.{0,20}(?:达|个|家|项))"
)

GOALS = (
    # 力争数字出口突破10亿元的企业达到5家以上, 争创国家级工业设计中心8家以上
    Rule("strives", re.compile(r"力争|争取|争创|努力|确保")),
    # 每年产出30项以上标志性成果, 每年推广100个样板场景
    Rule("each-year", re.compile(r"每年|年均|每季度|每月")),
    # 营业收入达到1600亿元, 存贷款余额突破10万亿元, 占比达到30%以上, 降至12%左右
    Rule(
        "reaches",
        re.compile(r"达到?|突破|超过?|增长|提高|提升|降至|降到|下降|增至|保持|过[0-9]|实现|形成|占比|比重|比例"),
    ),
    # 建成高价值专利培育中心80家, 打造30个产业集群, 制修订国际标准200项以上
    Rule(
        "builds",
        re.compile(
            "建成|建设|打造|培育|新增|创建|引进|引育|引入|推广|举办|承办|制修?订|产出|实施|开展|推动|推进|完成|新建|认定|遴选|发放|征集|组织|"
            "布局|培训|培养|集聚|建立|"
            r"创建|招引|研制|开发|转化|攻克|突破|选树|评选|发展|搭建|设立|申报|参与|聚集|覆盖|拓展|安排|支持|选派|孵化|上云|改造"
        ),
    ),
)


def targets(text: Passage) -> tuple[Target, ...]:
    """The goals with a number that a text states, one a clause, in reading order."""
    found = []
    for start, end in _parts(text.text, 0, len(text.text), _SENTENCE_END):
        by: int | None = None
        for left, right in _parts(text.text, start, end, "，,"):
            clause = text.text[left:right]
            dated = _BY.search(clause)
            if dated:
                by = whole(dated.group("year") or dated.group("year_"))
            rule = _goal(clause, by)
            if rule:
                found.append(Target(text.cut(left, right).strip(" \n\t-•·—"), by, rule))
    return tuple(found)


def _goal(clause: str, by: int | None) -> str:
    """The name of the rule that makes a clause a goal, or an empty string."""
    if not _FIGURE.search(clause) or _GIVES.search(clause) or _ASKS.search(clause):
        return ""
    name = next((rule.name for rule in GOALS if rule.pattern.search(clause)), "")
    return name or ("dated" if by else "")


def _parts(text: str, start: int, end: int, marks: str) -> Iterator[tuple[int, int]]:
    """The runs between marks that stand outside brackets."""
    depth, left = 0, start
    for at in range(start, end):
        char = text[at]
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth = max(0, depth - 1)
        elif char == "\n":
            depth = 0
        if char in marks and not (depth and char != "\n"):
            if left < at:
                yield left, at
            left = at + 1
    if left < end:
        yield left, end
