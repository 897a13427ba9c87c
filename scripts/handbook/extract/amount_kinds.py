"""What a sum or rate is for: a table of kinds, read from the words on both sides of the figure.

All patterns look at short slices of one sentence. `lead` is what stands before the figure since the last comma or
figure, `tail` what follows it until the next one, `sentence` the whole sentence, `before` its part before the lead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import AmountKind

_GIFT = r"奖励|奖补|奖金|獎勵|补助|補助|补贴|補貼|资助|扶持|支持|贴息|补偿|返还|激励|优惠|津贴|消费金|配套"
_ANY = re.compile("")
# 企业, 项目, 单位 …: whom a qualifying phrase describes (营业收入1亿元以上的企业)
_WHO = (
    r"[^，。；：\n]{0,16}(?:企业|单位|机构|项目|个人|人才|平台|基地|园区|公司|主体|总部|产品|设备|工程|团队|中心|高管|投资人|"
    "研发机构|合同|店|会|馆|楼宇|品牌|贷款|部分|人员|农户|商户|纳税人|展会)"
)


@dataclass(frozen=True, slots=True)
class KindRule:
    """One row: the kind of an amount whose lead, tail, sentence and words before all look like this."""

    name: str
    kind: AmountKind
    lead: re.Pattern[str] = _ANY
    tail: re.Pattern[str] = _ANY
    sentence: re.Pattern[str] = _ANY
    before: re.Pattern[str] = _ANY


def _row(name: str, kind: AmountKind, lead: str = "", tail: str = "", sentence: str = "", before: str = "") -> KindRule:
    return KindRule(name, kind, re.compile(lead), re.compile(tail), re.compile(sentence), re.compile(before))


_GAIN = "奖励|奖补|补助|补贴|资助|扶持|贴息|獎勵|補助"
_GAINS = ("奖励|奖补", "补助|补贴|资助|扶持|支持|贴息|补偿|返还", "贷款|授信|融资")
_NO_GIFT = rf"^(?!.*(?:给予|予以|按|{_GAIN}))"
_CAPPED = r"(?:最高|最多|不得?超过|不得?高于|上限|限额|总额|累计|合计)[^，。；]{0,12}$|(?:第[一二三四五]年|每年|每家)[^，。；]{0,6}$"


def _last_said(words: str) -> str:
    """A pattern for words after which nothing else is given in the sentence."""
    others = "|".join(gain for gain in _GAINS if gain != words)
    return rf"(?:{words})(?!.*(?:{others}))"


#: Most specific first; the first row that fits decides.
KINDS = (
    # 适用3%征收率的应税销售收入, 减按1%征收率, 按75%在税前加计扣除, 50%减征
    _row("tax-rate", "tax", tail=r"^(?:的)?(?:征收率|预征率|税率|应税所得率|的?税额|减征|征收[^，。；]{0,6}税)"),
    _row("tax-deduction", "tax", tail=r"税前|加计|摊销|[^，。；]{0,6}减征"),
    _row(
        "tax-lead",
        "tax",
        lead=r"(?:减按|税率|减征|应纳税所得额|所得税|增值税)[^，。；]{0,8}$",
        tail=r"^(?!.{0,8}(?:奖励|奖补|补助|补贴))",
    ),
    _row("tax-part", "tax", tail=r"^(?:以内)?的部分", sentence=r"应纳税所得额|税前扣除|结转"),
    # 贷款利率的50%进行贴息, 给予10%的利息补贴
    _row("interest", "subsidy", tail=r"^[^，。；]{0,8}(?:贴息|利息补贴)"),
    _row("interest-lead", "subsidy", lead=r"(?:贴息|利息补[贴助])[^，。；]{0,40}$"),
    # 费用达1万元、5万元以上的分别给予奖励; 亩均税收达到100万元以上的实行补助; 人数达到职工人数25%的，可申请
    _row(
        "condition",
        "threshold",
        lead=_NO_GIFT,
        tail=r"^(?:以上|以下|以内)?[^，。；：\n的）]{0,3}的(?:$|可|分别|一次性(?:给|奖|补)|给予|予以|实行|进行|按|由|每|最高|再|"
        "另|享受|，)",
    ),
    _row(
        "reaching",
        "threshold",
        lead=rf"^(?!.*(?:给予|予以|按|{_GAIN})).*(?:达到?|(?<!不)超过|不低于|(?<!不)高于|(?<!不)低于)[^，。；]{{0,16}}$",
        sentence=r"可申请|可享受|可按|可给予",
    ),
    # 力争3年打造3个过500亿元的集聚区: a sentence of goals that gives nothing
    _row(
        "goal-sentence",
        "target",
        lead=_NO_GIFT,
        sentence=rf"^(?!.*(?:给予|予以|安排|设立|{_GAIN}))(?=.*(?:力争|争创|争取|打造|培育|建成|(?:到|至)20[0-9]{{2}}年))",
    ),
    # 单户授信扩大到2000万元, 100万元以下的小微企业贷款
    _row("credit", "loan", lead=r"(?:授信|贷款额度|贷款金额|贷款上限|融资额度)[^，。；]{0,10}$"),
    # 年均增长40%以上, 占比达到30%以上, 比率降至12%左右, 比例不低于60%
    _row(
        "growth",
        "target",
        lead="(?:年均增长|增长到?|增速|达到?|提高到|提高至|提升至|提升到|降至|降到|下降|占比|比重|比例|覆盖率|占[^，。；的]{2,16}的?|"
        "(?<!不)(?:超过|突破)|(?<![超不经通])过)[^，。；]{0,6}$",
        tail=r"^(?:以上|左右|以内|以下)?(?:$|[、）])",
        sentence=rf"^(?!.*(?:给予|予以|{_GAIN}))",
    ),
    _row("band-of-loan", "loan", tail=r"^(?:以下|以内)?的[^，。；]{0,10}贷款", lead=_NO_GIFT),
    # 奖励50万元, 奖励20-50万元
    _row("qualified-gift", "award", lead=r"(?:奖励|奖补|獎勵)[^，。；]{0,10}$", tail=r"^(?!的" + _WHO + ")"),
    # 对总投资1000万元以上的企业, 超过105%的部分, 首次达到50亿元、100亿元的
    _row(
        "qualifier",
        "threshold",
        lead=r"^(?!.*(?:给予|予以|奖励|奖补|补助|补贴|资助|安排|设立|发放|按照?))",
        tail=r"^[^，。；：\n的]{0,3}的(?![^，。；给予可按]{0,10}(?:" + _GIFT + r"|标准|比例|目标))",
    ),
    _row(
        "qualifier-the",
        "threshold",
        lead=r"达到?[^，。；]{0,3}$|(?:超过|突破|高于|低于|超|满)[^，。；]{0,14}$",
        tail=r"^(?:以上|以下)?(?:的$|的(?:部分|企业|单位|项目|机构))",
    ),
    _row("qualifier-of", "threshold", tail=r"^(?:以上|以下|以内)?的(?:企业|单位|机构|项目|个人|公司|部分)"),
    # 安排3000万元立项支持
    _row("fund-project", "fund", lead=r"安排[^，。；]{0,6}$", tail=r"^(?:立项|实施|专项|用于|资金[^，。；]{0,3}用于)"),
    _row("loan-support", "loan", tail=r"^的?[^，。；]{0,4}(?:贷款|授信|信贷)(?:支持|额度)"),
    # 给予500万元资金支持, 补助10万元, 按10%给予一次性最高500万元奖励
    _row("gift-after", "award", tail=r"^[^，。；补助贴资]{0,20}(?:奖励|奖补|奖金|獎勵)"),
    _row(
        "gift-after-aid",
        "subsidy",
        tail=r"^[^，。；]{0,16}(?:补助|補助|补贴|補貼|资助|扶持|资金支持|经费支持|补偿|返还|津贴|消费金|抵扣|抵用|抵付|兑付|支持)(?!力度)",
    ),
    _row("standard-of-award", "award", tail=r"^的?标准", sentence="奖励|奖补"),
    _row("standard-of-aid", "subsidy", tail=r"^的?标准", sentence="补助|补贴|资助"),
    _row("gift-before", "award", lead=r"(?:奖励|奖补|奖金|獎勵|奖)[^，。；]{0,12}$"),
    _row(
        "gift-before-aid",
        "subsidy",
        lead=r"(?:补助|補助|补贴|補貼|资助|扶持|资金支持|补偿|返还|津贴|抵用)[^，。；]{0,14}$",
    ),
    # 设立总额2.5亿元的算力券, 总规模不少于100亿元的基金
    _row("fund-after", "fund", tail=r"^[^，。；]{0,16}(?:基金|资金池|专项资金|服务券|算力券|券|立项|专项)"),
    _row(
        "fund-before",
        "fund",
        lead=r"(?:安排|设立|发放|出资|总规模|基金规模|筹集|注资|投入财政资金|专项资金)[^，。；]{0,14}$",
    ),
    # 300万元的创业担保贷款, 贷款额度最高30万元
    _row("loan-after", "loan", tail=r"^[^，。；]{0,14}(?:贷款|授信|信贷|融资)"),
    _row("loan-before", "loan", lead=r"(?:贷款|授信|信贷|融资|担保|额度)[^，。；]{0,24}$"),
    # 下调10%, 2.30元/立方米, 应交通行费22%的优惠
    _row("price-after", "price", tail=r"^[^，。；]{0,6}(?:优惠|收费|收取|计收|缴纳|计取|折)"),
    _row(
        "price-before",
        "price",
        lead=r"(?:价格|基准价|电价|水价|气价|租金|房租|费用|通行费|收费|服务费|费率|下调|降低|减免|单价|票价)[^，。；]{0,14}$",
    ),
    # …给予奖励，最高不超过500万元: a cap that stands alone is of what was said last
    _row("cap-of-award", "award", lead=_CAPPED, before=_last_said("奖励|奖补")),
    _row("cap-of-aid", "subsidy", lead=_CAPPED, before=_last_said("补助|补贴|资助|扶持|支持|贴息|补偿|返还")),
    _row("cap-of-loan", "loan", lead=_CAPPED, before=_last_said("贷款|授信|融资")),
    # 到2027年…达到8000亿元, 力争…
    _row(
        "goal",
        "target",
        lead=_NO_GIFT,
        sentence=r"(?:到|至)20[0-9]{2}年|力争|争取|目标|努力|预计|[0-9一二三四五]年[内打]|年均",
    ),
    # 每年奖励总额不超过其贡献的50%
    _row("total-of-award", "award", lead=r"(?:奖励|奖补)[^，。；]{0,4}(?:总额|金额|资金)[^，。；]{0,30}$"),
    _row("total-of-aid", "subsidy", lead=r"(?:补助|补贴|资助)[^，。；]{0,4}(?:总额|金额|资金)[^，。；]{0,30}$"),
    # 营业收入1亿元以上, …给予: a bound on a quantity of the applicant
    _row(
        "quantity",
        "threshold",
        lead="^(?!.{0,3}按).*(?:收入|营收|产值|投资|投资额|资本|税收|纳税|投入|金额|成交额|销售额|交易额|总额|单价|率|薪资|薪資|工资|"
        "工資|資本|投資|報酬|报酬|贡献|面积|份额|占比|比例|比重)[^，。；]{0,14}$",
    ),
    _row("giving", "subsidy", lead=r"(?:给予|予以|发放|核发|支付)[^，。；]{0,16}$"),
    _row("generous", "subsidy", lead=_CAPPED, sentence=r"补助|补贴|资助|扶持|支持"),
    _row("rewarded", "award", lead=_CAPPED, sentence=r"奖"),
)

#: Reliefs in words and figures without a value, by what they relieve.
WORD_KINDS = (
    _row("spread", "loan", sentence=r"LPR|基点|[Bb][Pp]"),
    _row("award-in-full", "award", sentence=r"奖励$|奖励[，。；]"),
    _row("aid-in-full", "subsidy", sentence=r"全额(?:补|资助|贴息|返还)"),
    _row("points-of-aid", "subsidy", sentence=r"(?:补助|补贴|贴息)[^，。；]{0,16}百分点"),
    _row("tax-relief", "tax", sentence=r"税"),
    _row("charge-relief", "price", sentence=r"费|租|价|金"),
)


def kind_of(
    rows: tuple[KindRule, ...], lead: str, tail: str, sentence: str, before: str = ""
) -> tuple[AmountKind, str]:
    """The kind of an amount and the name of the row that says so; `other` where none does."""
    for row in rows:
        if (
            row.lead.search(lead)
            and row.tail.search(tail)
            and row.sentence.search(sentence)
            and row.before.search(before)
        ):
            return row.kind, row.name
    return "other", "unsaid"
