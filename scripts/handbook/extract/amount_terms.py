"""How a sum or rate is bounded (最高, 以上), what it is given for (每家, 元/立方米) and what it is taken of (按投资额的).

`lead` is what stands before the figure in its clause since the last comma or figure, `tail` what follows it.
"""

from __future__ import annotations

import re

from ..model import AmountKind, Bound

# 最高奖励50万元, 不超过5%, 补助上限为30万元; 国家最高科学技术奖 is a name
_CAP = (
    "(?P<cap>最高(?!科学|科技|法院|人民|检|级|奖项|荣誉|学历)|不(?:得|能|应)?(?:超过|高于|大于|多于|超出|突破)|最多|至多|"
    "上限|限额|封顶|控制在)"
)
# 不低于2%, 至少30万元
_FLOOR = r"(?P<floor>不(?:得|能|应)?(?:低于|少于|小于)|至少|最低|最少)"
# 低于5%, 超过1亿元: near the figure only
_NEAR_CAP = r"(?P<near_cap>低于|小于|少于|不足|不满|≤|<)(?=[^，。；]{0,14}$)"
_NEAR_FLOOR = r"(?P<near_floor>超过|突破|高于|大于|多于|超出|≥|>)(?=[^，。；]{0,14}$)"
_CLOSE_FLOOR = r"(?P<close>[超过逾满破近达](?=约?$)|(?P<reach>达到?)(?=约?$))"
_BOUND_WORDS = re.compile("|".join((_CAP, _FLOOR, _NEAR_CAP, _NEAR_FLOOR, _CLOSE_FLOOR)))
# 100万元封顶, 以100万元为限
_TAIL_CAP = re.compile(r"^(?:的?上限|封顶|为限|为上限|以内|以下)")


def bound_of(after: str, lead: str, tail: str, kind: AmountKind) -> Bound:
    """Whether a figure is a cap, a floor or exact; 达到 is a floor in a condition and exact in a goal."""
    if any(word in after for word in ("以上", "起")):
        return "floor"
    if any(word in after for word in ("以下", "以内", "以內", "之内", "封顶")):
        return "cap"
    said = list(_BOUND_WORDS.finditer(lead))
    if not said:
        return "cap" if _TAIL_CAP.match(tail) else "fixed"
    last = said[-1]
    if last.group("cap") or last.group("near_cap"):
        return "cap"
    if last.group("reach") or last.group() in "达近":
        return "floor" if kind == "threshold" else "fixed"
    return "floor"


# 每家, 每个项目, 每人每月, 每招用1人, 单个企业, 单户企业, 同一企业年度
_EACH = re.compile(
    r"每(?:招用|新增|认定|引进|增加|推荐|培育|新认定)[^，。；：\n0-9]{0,12}[1１一][家人户件个项名台](?:百分点)?"
    "|(?:每(?:个|家|项|件|人|户|年|月|天|日|季度|台|套|次|例|亩|吨|平方米|名|团|團|证|款|条|届|场|辆|座|位|只|头|单|批|千瓦|"
    "标箱|车次|公里)"
    r"(?!以上)(?:企业|项目|单位|机构|产品|展会|平台|基地|展位|园区|标准箱)?){1,3}"
    r"|单[个家户项](?:企业|项目|单位|机构|产品|平台|展会|基地|主体)?(?:每年|年度)?"
    r"|同一(?:企业|项目|单位|产品)(?:年度|每年)?"
)
_ONE = re.compile("[1１一]")
# 每年遴选50家: a pace, not what a sum is given for
_PACE = re.compile(r"^(?:遴选|征集|评选|择优|评定|认定|新增|培育|支持)")


def per_of(unit: str, lead: str, before: str) -> str:
    """What a sum is given for: the unit behind it (元/立方米), or the last distributive words before it in its clause."""
    if unit:
        return unit
    found = [match for match in _EACH.finditer(lead) if not _PACE.match(lead[match.end() :])]
    if found:
        return found[-1].group()
    # 每认定1家高新技术企业，一次性奖励10万元: the clause just before, where it holds no sum of its own
    clause = before.rstrip("，").rsplit("，", 1)[-1]
    counted = [
        match.group()
        for match in _EACH.finditer(clause)
        if match.group().startswith("每") and _ONE.search(match.group())
    ]
    return counted[-1] if counted and "元" not in clause else ""


_BASE_END = re.compile(
    "(?:（[^（）]{0,20}）|的(?:比例)?|中提取|中|分别|各|给予|予以|一次性|最高|不(?:得)?(?:超过|高于|低于|少于)|最多|"
    "总计|合计|双边|奖励|补助|补贴|资助)$"
)
_BASE_START = re.compile(
    "按照|按|给予|予以|返还|享受|提取|根据|依据|减按|不(?:得)?(?:超过|高于|低于|少于)|超过|超出|高于|低于|最高|应?占|"
    r"为(?=[^\s]{0,3}实际)|(?<![地存现所内])在(?![内外建线])"
    r"|^(?:在|对|由|其中|其|或|和|、|即|减免|补助|补贴|奖励|支持|资助|达到|达)"
)
_BASE_HEAD = re.compile(
    r"^(?:给予|予以|其(?![他它中余])|不超过|不低于|不高于|最高|分别|企业按|经认定|对|按|照|享受|返还|可|各)+"
)
# 融资成本不高于5.5%: what stands before the bound is the rate's own name
_SUBJECT = re.compile(r"(?<!提取)(?<!的)(?:不(?:得)?(?:超过|高于|低于|少于)|(?<![不得])(?:高于|低于|超过|降至|达到?))$")
# words that make a base a quantity: 投资额, 费用, 电价 …
_QUANTITY = re.compile(
    r"[额费价款金入本息率量润税工资奖补出贷]$|成本|增量|部分$|贡献|工资|标准|总[额和投数]|投入|价格|利息|收益|资产|LPR$"
)


def base_of(lead: str) -> str:
    """What a rate is taken of (按实际投资额的10% is 实际投资额), or an empty string."""
    cut = lead[-60:]
    if _SUBJECT.search(cut) and "按" not in cut:
        return ""
    while match := _BASE_END.search(cut):
        cut = cut[: match.start()]
    start = 0
    for match in _BASE_START.finditer(cut):
        start = match.end()
    base = _BASE_HEAD.sub("", cut[start:]).strip("、，（）() ")
    return base if 2 <= len(base) <= 40 and _QUANTITY.search(base) else ""
