"""Whether a segment gives something, and by what means: the table of instruments applied, and what speaks against it."""

from __future__ import annotations

import re

from ..model import Instrument
from .instruments import CUES, FIGURE, SOCIAL, Cue

# 不再享受此贴息政策, 原则上不予支持, 不重复支持, 就高不重复: shuts out, gives nothing
SHUTS_OUT = re.compile(
    r"不予(?!盲目)|不再(?:享受|给予|重复|予以|补|支持|专项)|不得(?:享受|重复|申报|申请)|不重复|不能重复|不享受|只(?:奖励|能享受|享受)"
    r"|就高|停止享受|取消[^，]{0,8}资格|收回|追回|骗取|套取|诈|虚假|不实|撤销|择一适用|违反|视作已|作为[^，]{0,40}(?:条件|依据|参考)"
)
# 研究…, 完善…机制, 争取…: what the government means to do
PLANS = re.compile(
    r"(?:进一步|积极|不断|持续|着力|全面|加快|逐步|推动|推进)?(?:研究|完善|健全|建立|优化|制定|修订|出台|争取|力争|编制|规范"
    r"|提高|提升|扩大|加强|强化|深化|探索建立|探索完善|推广|创新|改进|清理|督促|稳步推进|组织制定|适时|梳理|汇编|宣传|解读|监测)"
)
# 最高不超过500万元; 单个企业最高奖励100万元; 补贴期限最长不超过2年; 连续补贴三年: belongs to the gift before it
FOLLOWS = re.compile(
    r"(?:奖补|补贴|补助|奖励|资助|补偿)?标准(?:为|按)|"
    r"(?:且|但|并|其中|原则上|每年|每季度)?(?:最高|最多|最长|不超过|不高于|上限|封顶|连续|期限|年限|分[一二三四五\d]年|为期)"
    r"|(?:且|但)?(?:单个|每个|每家|每户|同一|单户|单家|单项|全年|年度?|每年|累计|合计|总额|补贴|补助|奖励|资助|贴息|补偿|年补助|总计|额度"
    r"|单次|一个|(?:奖补|补贴|补助|奖励|资助|补偿)标准)[^，]{0,24}(?:最高|最多|最长|不超过|不高于|上限|不得超过|封顶|为限|以内|不低于)"
)
CAPPED = re.compile(r"最高|最多|最长|不超过|不高于|上限|不得超过|封顶|为限|连续|期限|年限")
HAS_FIGURE = re.compile(FIGURE)
RELIEVED: tuple[tuple[re.Pattern[str], Instrument], ...] = (
    (re.compile(SOCIAL), "insurance"),
    (re.compile(r"租金|房租|场租"), "rent"),
    (re.compile(r"电价|水价|气价|用电|用水|用气"), "price"),
    (re.compile(r"税"), "tax"),
    (re.compile(r"费"), "fee"),
)
# 对入驻企业给予以下扶持：a heading of the gifts that follow
ANNOUNCES = re.compile(
    r"(?:以下|如下|下列|相应)(?:扶持|支持|奖励|奖补|补助|补贴|资助|优惠|政策|措施|待遇)[^，]{0,6}[：:]?$"
)
# 对中小企业…，应当在申报期内…: a duty of the one who applies
DUTY = re.compile(r"应当|应在|应于|须在|必须|需在|办理[^，]{0,12}(?:事宜|手续)")


# 在中央财政给予保费补贴80%的基础上, 在享受上级补助外: names a gift without giving it
ASIDE = re.compile(
    r"^(?:支持范围|同一|已获|已享受|已按|如|若|此前)|(?:基础上|之外|前提下|过程中|上级[^，]{0,12}外|的同时|时)$"
)
# 已享受中央、省级财政贴息支持的企业: the cue qualifies a noun
QUALIFIES = re.compile(
    r"[^，]{0,4}的[^，的\d]{0,14}(?:企业|单位|机构|项目|人员|主体|个人|平台|产品|部分|情况|规定)(?:（[^（）]*）)?$"
)


# which rules a character makes worth trying, one bit a rule in the order of the table
OPENS: dict[str, int] = {
    letter: sum(1 << i for i, cue in enumerate(CUES) if letter in cue.needs)
    for letter in frozenset().union(*(cue.needs for cue in CUES))
}


def cue_of(segment: str) -> tuple[Cue, re.Match[str]] | None:
    """The first rule of the table that a segment meets, with its match; None where the segment gives nothing."""
    open_to = 0
    for letter in segment:
        open_to |= OPENS.get(letter, 0)
    while open_to:
        lowest = open_to & -open_to
        open_to ^= lowest
        cue = CUES[lowest.bit_length() - 1]
        match = cue.pattern.search(segment)
        if match and not QUALIFIES.match(segment, match.end()):
            return None if _gives_nothing(segment) else (cue, match)
    return None


def _gives_nothing(segment: str) -> bool:
    """Whether a segment only shuts out, names a gift in passing, or says what the government means to do."""
    if SHUTS_OUT.search(segment) or ASIDE.search(segment):
        return True
    return PLANS.match(segment) is not None and not HAS_FIGURE.search(segment)


def follows(segment: str) -> bool:
    """Whether a segment limits the gift before it (a cap, a term) and gives nothing of its own."""
    if segment.endswith("的"):
        return False
    if FOLLOWS.match(segment):
        return True
    return bool(CAPPED.search(segment) and HAS_FIGURE.search(segment) and not cue_of(segment))


def relieved(words: str) -> Instrument:
    """What a bare relief (实行减半征收) relieves, by the nouns of its clause; `other` where they say nothing."""
    return next((instrument for pattern, instrument in RELIEVED if pattern.search(words)), "other")
