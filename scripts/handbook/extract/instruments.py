"""By what means a clause gives something: a table of the verbs and nouns of giving, most specific first.

A rule is read against one segment (what stands between two commas). `money` rules speak of money or a stated relief;
the others (priority, recognition, service …) count only where the clause names who receives it. Every gap is bounded,
so that reading is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Instrument

SUM = r"(?:\d[\d,.．]{0,12}|[一二三四五六七八九十百千两]{1,6})\s?(?:[万萬][亿億]|[亿億]|[万萬]|千|百)?元"
RATE = r"\d[\d.．]{0,6}\s?(?:%|％|‰|个百分点)"
FIGURE = rf"(?:{SUM}|{RATE})"
GIVE = r"(?:给予|給予|予以|给与|给|进行|发放|提供|享受|获得|兑现|拨付|落实|申领|申请|实施|实行|采取|支付|有)(?!的)"
AWARD = r"(?:奖励金|奖励|獎勵|奖补|奖金|嘉奖|以奖代补)"
SUBSIDY = r"(?:补助|補助|补贴|补偿|资助|扶持|返还|资金支持|经费支持|资金配套|配套资金)"
# 补贴政策, 奖励办法, 补助标准: a word about giving, not a gift
ABOUT = r"(?!政策|标准|办法|机制|审核|流程|对象|申请|范围|条件|目录|措施|制度|体系|细则|资格|额度|比例|期限|工作|的?方式|等方式)"
RELIEF = (
    r"(?:免收|免征|免缴|免除|免交|减免|减收|减征|减半收取|减半征收|减半|缓缴(?!的)|缓交|缓收|取消|下调|下浮|退还|返还|退付"
    r"|即征即退|抵免|抵减|豁免|全免)"
)
WAIVE = rf"(?:{RELIEF}|补贴|补助)"
FEE = r"(?:(?<![消经免花浪])费(?!用率|用?扣除|者)|滞纳金|资费|保证金|公积金)"
TAX = r"(?:税(?!务|费负担|收违法|源|收管理)|税款)"
SOCIAL = r"(?:(?:养老|医疗|失业|工伤|生育|社会)、?(?:失业、?|工伤、?|医疗、?|生育、?){0,4}保险|社保|医保|稳岗)"


@dataclass(frozen=True, slots=True)
class Cue:
    """One way of giving: the rule's name, its instrument, and whether it speaks of money or a stated relief.

    Whatever the pattern matches holds one of the characters of `needs`: a quick look before the pattern is tried.
    """

    name: str
    instrument: Instrument
    needs: frozenset[str]
    pattern: re.Pattern[str]
    money: bool


def _cue(name: str, instrument: Instrument, needs: str, pattern: str, money: bool = True) -> Cue:
    return Cue(name, instrument, frozenset(needs), re.compile(pattern), money)


CUES: tuple[Cue, ...] = (
    # 纳入补贴范围: the noun is about giving, the clause gives
    _cue("subsidy-scope", "subsidy", "入", r"[纳列]入[^，]{0,20}(?:补贴|补助|奖补|奖励|资助)(?:范围|对象|目录|名单)"),
    # 在企业所得税税前扣除, 准予在计算应纳税所得额时扣除, 按规定在税前加计扣除
    _cue(
        "tax-deduction",
        "tax",
        "扣摊",
        r"(?:税前|所得税前)[^，]{0,12}(?:扣除|摊销)(?!事宜|凭证|申报)|应纳税所得额时?[^，]{0,10}扣除(?!事宜|凭证)"
        r"|(?:允许|准予|享受|按|可|依法|据实)[^，]{0,30}加计扣除",
    ),
    # 免征全省各类参保企业养老、失业、工伤保险单位缴费; 失业保险费的70%; 社会保险补贴
    _cue(
        "insurance-relief",
        "insurance",
        "保岗",
        rf"{RELIEF}[^，]{{0,40}}{SOCIAL}|{SOCIAL}[^，]{{0,40}}{RELIEF}|{SOCIAL}[^，]{{0,12}}费的{RATE}"
        rf"|{GIVE}[^，]{{0,30}}{SOCIAL}[^，]{{0,6}}(?:补贴|补助)|{SOCIAL}[^，]{{0,40}}{GIVE}(?:补贴|补助)",
    ),
    # 给予保费补贴; 按保费的50%给予补助
    _cue("premium-subsidy", "insurance", "保", r"(?:保费|保险费|保险)[^，]{0,20}(?:补贴|补助|补偿|奖补|资助)(?!政策|范围|机制)"),
    # 给予贴息; 贴息比例不高于…; 按此100%进行贴息
    _cue(
        "interest",
        "interest",
        "息",
        r"(?:给予|予以|进行|实行|提供|享受|获得|财政)[^，]{0,30}贴息(?!资金名单|政策|机制|贷款担保)"
        r"|贴息(?:比例|率|标准|额|最高|支持|补助|补贴)|(?:按|最高)[^，]{0,40}贴息|(?:给予|予以|享受|提供|进行|按)[^，]{0,40}利息[^，]{0,12}(?:补贴|补助|补偿)",
    ),
    # 发放5000万元上云服务券; 使用创新券 (not 债券, 证券)
    _cue(
        "voucher",
        "voucher",
        "券",
        r"(?:发放|实施|推出|推行|设立|使用|申领|提供|给予|发行|派发|领取|以)[^，]{0,30}(?<![债證证])券(?!商|市场)",
    ),
    # 给予入驻企业租金减免; 免收3个月租金; 按2元/月·平方米给予房租补助
    _cue(
        "rent",
        "rent",
        "租场房",
        rf"(?:租金|房租|场租|租赁费|租房)[^，]{{0,40}}(?:{WAIVE}|优惠|资助|奖补)"
        rf"|(?:{WAIVE}|优惠|降低)[^，]{{0,24}}(?:租金|房租|场租|租赁费)|租赁(?:补助|补贴)"
        r"|(?:免费|低成本|无偿)[^，]{0,10}(?:提供)?[^，]{0,10}(?:场地|经营场所|办公用房|办公场所|用房)",
    ),
    # 全额退还增值税增量留抵税额; 免征增值税; 减按1%征收率征收增值税; 暂停预缴增值税
    _cue(
        "tax-relief",
        "tax",
        "税",
        rf"(?:{WAIVE}|减按|暂停预缴|免予缴纳|延期缴纳|缓征|先征后返)[^，]{{0,40}}{TAX}"
        rf"|{TAX}[^，]{{0,30}}(?:免征|减征|减半|减免|缓征|返还|退还|即征即退|抵免|抵减|豁免|税率征收)"
        r"|(?:享受|给予|予以|提供)[^，]{0,30}(?:税收|所得税|增值税)[^，]{0,10}(?:优惠|减免|返还|支持)",
    ),
    # 担保费补贴; 降低担保费率; 给予一定额度的风险补偿; 提供低费率的担保支持
    _cue(
        "guarantee",
        "guarantee",
        "担险信",
        r"担保费率?[^，]{0,16}(?:补|降|减|优惠|免|不超过|不高于)|(?:降低|减免|免收)[^，]{0,12}担保费"
        r"|(?:给予|提供|享受|予以)[^，]{0,30}(?:担保支持|担保服务|融资担保|风险补偿|增信)(?!贷款|体系|机构|机制|资金池)",
    ),
    # 收费公路免收车辆通行费; 减半收取铁路保价…费用; 免收滞纳金; 给予应交通行费22%的优惠
    _cue(
        "fee-relief",
        "fee",
        "费金",
        r"(?:免收|免征|免缴|免除|免交|减免|减收|减征|减半收取|减半征收|缓缴(?!的)|缓交|缓收|取消|退还|不加倍收取|降低|下调)"
        rf"[^，]{{0,40}}{FEE}"
        r"|(?:(?<![消经免花浪])费|保证金)[^，]{0,30}(?:减免|减半|免收|免征|减征|缓缴|全免|优惠(?!政策))|缴存[^，]{0,6}公积金"
        r"|调整[^，]{0,20}公积金缴存比例",
    ),
    # 给予电费补贴 stays a subsidy; 用水价格下调10%, 执行单一制电价, 用电用水用气采取与一般工业同价
    _cue(
        "tariff",
        "price",
        "价电",
        r"(?:电价|水价|气价|热价|价格)[^，]{0,30}(?:下调|降低|下浮|优惠|减免)"
        r"|(?:执行|享受|实行|采取|落实)[^，]{0,24}(?:电价|水价|气价|同价|优惠价格|价格优惠|供应价格)"
        r"|(?:降低|下调)[^，]{0,20}(?:电价|水价|气价|热价)|放宽[^，]{0,12}电价|可?适?当?追溯[^，]{0,10}用电",
    ),
    # 欠费不停供
    _cue("kept-supply", "service", "停延", r"欠费不停[供电水气]|延期缴费"),
    # 经费奖励技术经理人
    _cue("award-person", "award", "奖", r"(?:经费|资金|收益)奖励(?=[^，]{2,16}$)"),
    # 获得一次性奖励30万元; 每个奖补20万元; 最高奖励500万元
    _cue("award-sum", "award", "奖獎", rf"{AWARD}(?!期限|标准|资金总额)[^，的]{{0,24}}?{FIGURE}"),
    # 分别给予1000万元、500万元奖励; 按合同额的5－10%给予奖励
    _cue("sum-award", "award", "奖獎", rf"{FIGURE}[^，]{{0,40}}?{AWARD}{ABOUT}"),
    # 给予一定奖励; 进行奖励
    _cue("award", "award", "奖獎", rf"{GIVE}[^，]{{0,30}}?{AWARD}{ABOUT}"),
    # 奖励创业担保贷款基金运营管理机构等单位
    _cue("award-object", "award", "奖", r"^(?:适当|给予|予以|并)?奖励(?=[^，\d]{2,28}(?:单位|机构|企业|人员|团队|个人|项目|平台|孵化器))"),
    # 政府采购预留份额; 向中小企业预留采购份额应占…; 加大…采购力度
    _cue(
        "procurement",
        "procurement",
        "采预",
        r"预留[^，]{0,16}(?:采购|份额|比例)|预留给[^，]{2,20}比例|政府采购[^，]{0,24}(?:比例|份额|优先|首购|订购|倾斜|力度)"
        r"|(?:优先|加大)[^，]{0,30}(?:政府采购|采购力度)|政府采购[^，]{0,12}方式[^，]{0,6}推广",
    ),
    # 给予补助10万元; 资助0.8万元; 补贴50—200万元; 最高补助500万元
    _cue("subsidy-sum", "subsidy", "补補资扶返经", rf"{SUBSIDY}(?!期限|标准)[^，的]{{0,24}}?{FIGURE}"),
    # 给予最高500万元扶持; 按项目合同金额的30%给予补助
    _cue("sum-subsidy", "subsidy", "补補资扶返经费", rf"{FIGURE}[^，]{{0,40}}?(?:{SUBSIDY}|安家费|生活费){ABOUT}"),
    # 给予电费补贴; 予以资助; 给予一定资金支持; 可申请就业见习补贴
    _cue("subsidy", "subsidy", "补補资扶返经", rf"{GIVE}[^，]{{0,40}}?{SUBSIDY}{ABOUT}"),
    _cue("subsidy-each", "subsidy", "每", rf"每[人家户件项个亩](?:每[年月])?[^，]{{0,6}}{SUM}(?:的标准)?"),
    # 将…增量用于扶持企业
    _cue("subsidy-used", "subsidy", "于", r"用于(?:扶持|奖励|补助|补贴|资助)[^，]{0,14}(?:企业|单位|机构|人才|项目|团队)", money=False),
    # 安排1000万元大学生科技创业专项; 市财政每年安排5亿元; 设立20亿元的基金
    _cue(
        "pot",
        "fund",
        "元专",
        rf"(?:安排|设立|统筹|列支|筹集)[^，]{{0,30}}?{SUM}|{SUM}的?[^，]{{0,16}}(?:专项资金|基金)(?:，|$)"
        r"|(?:安排|设立)[^，]{0,30}专项(?:扶持|发展|补助)?资金[^，]{0,8}(?:支持|用于|扶持|给予)",
    ),
    _cue("fund", "fund", "股基", r"(?:给予|予以|提供)[^，]{0,20}(?:股权投资|基金)(?:支持|投资|参股|跟投)"),
    # 提供1年期…优惠贷款; 可申请最高不超过15万元的创业担保贷款; 贷款金额在300万元以内
    _cue(
        "loan",
        "loan",
        "贷授续息率款",
        r"(?:提供|发放|给予|申请|享受|获得|继续提供)[^，]{0,40}(?:贷款|授信|信贷支持|续贷)(?!风险|贴息|的企业|支持的|总额|余额|利率|基准|期限|条件|申请|客户|规模)"
        rf"|贷款(?:额度|金额|总额)[^，]{{0,16}}(?:{SUM})|(?:实施|开展|享受)[^，]{{0,6}}无还本续贷|延期还本付息"
        r"|降低(?:贷款)?利率|减免逾期利息|调整还款期限|不(?:得)?(?:盲目)?(?:抽贷|断贷|压贷)",
    ),
    # 高管子女入学名额; 享受院士医疗待遇; 人才公寓
    _cue(
        "talent",
        "talent",
        "学教才户疗职住",
        r"(?:享受|提供|安排|奖励|解决|保障|优先|给予|办理)[^，]{0,30}(?:入学|子女教育|子女就学|人才公寓|落户|医疗待遇|职称|住房)"
        r"|直接申报[^，]{0,16}职称"
        r"|[纳列]入[^，]{0,24}(?:人才计划|英才计划|人才工程|人才工作体系|人才目录)",
        money=False,
    ),
    # 给予优先支持, 优先推荐列入, 计划指标予以优先配置
    _cue(
        "priority",
        "priority",
        "优重倾",
        r"优先(?:给予)?(?:支持|推荐|安排|保障|列入|纳入|享受|配置|考虑|供应|办理|予以|对接|落实|进入|提供|立项|申报)"
        r"|(?:给予|予以)[^，]{0,10}(?:优先|重点|倾斜|政策倾斜)[^，]{0,6}(?:支持|考虑|保障|配置|安排)?|重点倾斜",
        money=False,
    ),
    # 纳入…遴选培育范围; 可直接列入…推荐目录; 推荐申报国家级…
    _cue(
        "recognition",
        "recognition",
        "入列认授申参",
        r"[纳列]入[^，]{0,40}(?:名单|目录|范围|培育库|项目库|计划|清单)(?!的|内的|中的)|直接(?:认定|列入)|授予[^，]{0,20}(?:称号|荣誉|奖牌)"
        r"|(?:推荐|鼓励|支持)[^，]{2,40}(?:申报|申请认定|参评)",
        money=False,
    ),
    # 落实高新技术企业所得税减免…政策; 延续实施…税收政策: what is already given elsewhere
    _cue(
        "restated",
        "tax",
        "税扣",
        r"(?:落实|延续|用好|用足|执行|享受)[^，]{0,60}(?:税收优惠|税收政策|减税降费|所得税减免|加计扣除|减免税|优惠税率)",
        money=False,
    ),
    _cue("restated-subsidy", "subsidy", "策", r"(?:落实|延续|用好|用足)[^，]{0,40}(?:补助|补贴|奖补|返还|优惠|招商引资)政策", money=False),
    # 为中小企业免费提供工业APP服务; 为外贸、物流企业提供…公共服务
    _cue(
        "free-service",
        "service",
        "免无",
        r"(?:免费|无偿)(?:为|向|给)?[^，]{0,20}(?:提供|开放|使用|发放)|(?:为|向|给)[^，]{2,30}(?:免费|无偿)",
        money=False,
    ),
    _cue(
        "service",
        "service",
        "供享开容",
        r"(?:为|向)[^，]{0,24}(?:企业|商户|主体|创业者|毕业生|人才|项目)提供[^，]{2,40}(?:服务|支持|便利|帮助|保障|指导)"
        r"|(?:享受|开通)[^，]{0,20}(?:绿色通道|服务|便利)|容缺(?:受理|办理)",
        money=False,
    ),
    # 实行减半征收, 予以全额返还: a relief whose object stands before the comma
    _cue("relief", "subsidy", "减免返退缓", r"(?:减半征收|减半收取|免征|免收|减免|减征|返还|退还|全免|免缴|缓缴)(?:等[^，]{0,8}(?:政策|措施|优惠))?$"),
    # 给予配套支持, 予以支持: a form of support that the text does not name
    _cue("support", "other", "支", r"(?:给予|予以)[^，]{0,24}支持", money=False),
)

# 不再享受此贴息政策, 原则上不予支持, 不重复支持, 就高不重复: shuts out, gives nothing
SHUTS_OUT = re.compile(
    r"不予(?!盲目)|不再(?:享受|给予|重复|予以|补|支持|专项)|不得(?:享受|重复|申报|申请)|不重复|不能重复|不享受|只(?:奖励|能享受|享受)"
    r"|就高|停止享受|取消[^，]{0,8}资格|收回|追回|视作已|作为[^，]{0,40}(?:条件|依据|参考)"
)
# 研究…, 完善…机制, 争取…: what the government means to do
PLANS = re.compile(
    r"(?:进一步|积极|不断|持续|着力|全面|加快|逐步|推动|推进)?(?:研究|完善|健全|建立|优化|制定|修订|出台|争取|力争|编制|规范"
    r"|提高|提升|扩大|加强|强化|深化|探索建立|探索完善|推广|创新|改进|清理|督促|稳步推进|组织制定|适时|梳理|汇编|宣传|解读|监测)"
)
# 最高不超过500万元; 单个企业最高奖励100万元; 补贴期限最长不超过2年; 连续补贴三年: belongs to the gift before it
FOLLOWS = re.compile(
    r"(?:且|但|并|其中|原则上|每年|每季度)?(?:最高|最多|最长|不超过|不高于|上限|封顶|连续|期限|年限|分[一二三四五\d]年|为期)"
    r"|(?:且|但)?(?:单个|每个|每家|每户|同一|单户|单家|单项|全年|年度?|每年|累计|合计|总额|补贴|补助|奖励|资助|贴息|补偿|年补助|总计|额度"
    r"|单次|一个)[^，]{0,24}(?:最高|最多|最长|不超过|不高于|上限|不得超过|封顶|为限|以内|不低于)"
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
# 对中小企业…，应当在申报期内…: a duty of the one who applies
DUTY = re.compile(r"应当|应在|应于|须在|必须|需在|办理[^，]{0,12}(?:事宜|手续)")


# 在中央财政给予保费补贴80%的基础上, 在享受上级补助外: names a gift without giving it
ASIDE = re.compile(r"^(?:支持范围|同一|已获|已享受|已按|如|若|此前)|(?:基础上|之外|前提下|过程中|上级[^，]{0,12}外|的同时|时)$")
# 已享受中央、省级财政贴息支持的企业: the cue qualifies a noun
QUALIFIES = re.compile(r"[^，]{0,4}的[^，的\d]{0,14}(?:企业|单位|机构|项目|人员|主体|个人|平台|产品|部分|情况|规定)(?:（[^（）]*）)?$")


def cue_of(segment: str) -> tuple[Cue, re.Match[str]] | None:
    """The first rule of the table that a segment meets, with its match; None where the segment gives nothing."""
    letters = frozenset(segment)
    for cue in CUES:
        if cue.needs.isdisjoint(letters):
            continue
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
    if FOLLOWS.match(segment):
        return True
    return bool(CAPPED.search(segment) and HAS_FIGURE.search(segment) and not cue_of(segment))


def relieved(words: str) -> Instrument:
    """What a bare relief (实行减半征收) relieves, by the nouns of its clause; a subsidy where they say nothing."""
    return next((instrument for pattern, instrument in RELIEVED if pattern.search(words)), "subsidy")
