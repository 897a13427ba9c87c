"""The sums and rates that a text prints, before anyone asks what they are for: 20-50万元, 1000万元以上, 10%、12%、15%.

An `Atom` is one printed figure (or range) with its unit; `atoms` finds them all, in reading order. The rules are a
table: the first row to claim a span keeps it, so addresses and shares between levels are taken before any money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ..model import Bound
from ..text.numerals import read
from ..text.rule import Hit, Rule, scan

_FIG = r"(?<![0-9０-９.．])[0-9０-９](?:[0-9０-９.．]|,(?=[0-9]{3}(?![0-9]))){0,15}"
_HAN = r"[一二三四五六七八九十百千万亿两〇零兩萬億壹贰叁肆伍陆柒捌玖拾佰仟貳參陸]"
_SCALE = r"[十百千万萬亿億]{0,3}"
_MORE = r"[余多餘]?"
# 500, 1,000, 1.2万亿, 3万5千, 1000余万, 五十万, 三萬三千
_NUM = rf"(?:{_FIG}{_MORE}{_SCALE}(?:[0-9][千百])?|{_HAN}{{1,12}}){_MORE}"
# 元, 美元, 元人民币; never 元素, 元宇宙, 元器件, 元旦
_COIN = (
    r"(?:(?P<coin{0}>[美欧歐港日澳韩韓加]|新加坡)?[元圆圓](?![素宇旦器件组組化首帅帥])(?:人民币)?|(?P<pound{0}>英镑))"
)
# 人民币50万元, 新臺幣五千元, NT$5,000, ￥300
_SIGN = r"(?:(?P<sign{0}>人民币|新臺幣|新台幣|新台币|臺幣|台币|美金|NT\$|US\$|HK\$|[￥¥$])[ 约]?)?"
# （含）, （含100万元）, （不含税）
_BRACKET = r"(?:[（(](?:不?含|包括)[^（）()。；\n]{0,12}[)）])?"
_OVER = r"(?:及?以上|起(?=[至到]))"
_UNDER = r"(?:及?以下|以内|以內|之内|封顶)"
_DASH = r"(?:-|－|–|—{1,2}|―|~|～|〜|∼|至|到)"
_LESS = r"(?:低于|不足|不满|不到|小于|不超过|少于)"
# 元/立方米, 元/月·平方米, 元/平方米·月, 元/千瓦时, 万元/年
_THING = (
    "(?:立方米|立方|平方米|平方|㎡|千瓦时|千瓦|度|公里|千米|吨|公斤|千克|标准?箱|标箱|车次|学时|课时|季度|季|月|年|日|天|人|户|家|"
    "件|项|次"
    r"|台|套|辆|亩|个|张|箱|柜|班|节|票|单|瓦|床|kWh|kW|Wh|W|GB|TB|TEU|m³|m2)"
)
_PER = rf"(?:[/／](?P<unit>每?{_THING}(?:[·•・./／]每?{_THING})?))?"
_AFTER = rf"(?P<after>{_BRACKET}(?:{_OVER}|及以上|{_UNDER}|左右|上下|不等|之间)?{_BRACKET})"
_PERCENT = r"[%％](?![0-9A-F]{2}[%&/?#])"
# 1、20万元 at the beginning of a line is a list mark
_ITEMS = (
    r"(?:(?<=[^\n。；：0-9０-９.．])|" f"(?=[0-9０-９]{{1,5}}[万亿千]))(?P<items>(?:{_FIG}{_SCALE}[、或和]){{1,9}})"
)

TABLE = (
    # https://example.gov.cn/search?q=%E7%A4%BE (web pages kept as text)
    Rule("address", re.compile(r"(?:https?://|www\.)[!-~]{1,300}")),
    # 1:1.2:2 (省、市、县财政按1:1.2:2比例); 1∶1配套
    Rule(
        "share",
        re.compile(r"[0-9.]{1,5}(?:[:：∶比][0-9.]{1,5}){1,4}(?=的?(?:比例|配套|配比|给予|分担|安排|共担))的?(?:比例)?"),
    ),
    # 20万以上30万元以下, 50万元以上至100万元以下, 500万元（含）以上、低于1000万元, 超过500万元不足1000万元
    Rule(
        "band",
        re.compile(
            f"{_SIGN.format(1)}(?P<low>{_NUM})(?:{_COIN.format(1)})?{_BRACKET}(?:(?:及?以上|"
            f"起){_BRACKET}[、，且至到-]?"
            f"(?:{_LESS}(?P<high>{_NUM}){_COIN.format(2)}|"
            f"(?P<high_>{_NUM}){_COIN.format(3)}{_BRACKET}{_UNDER})"
            rf"|(?:不足|不满|不到|小于)(?P<high__>{_NUM}){_COIN.format(4)}){_BRACKET}"
        ),
    ),
    # 20-50万元, 1万元至5万元, 50—200万元, 4000~6000元/平方米
    Rule(
        "range",
        re.compile(
            rf"{_SIGN.format(1)}(?P<low>{_NUM})(?:{_COIN.format(1)})?{_BRACKET}{_DASH}{_SIGN.format(2)}"
            rf"(?P<high>{_NUM})(?:{_COIN.format(2)}){_PER}{_AFTER}"
        ),
    ),
    # 100、50、20万元; 10万、20万、30万元
    Rule("list", re.compile(rf"{_ITEMS}(?P<high>{_NUM})(?:{_COIN.format(1)}){_PER}{_AFTER}")),
    # 500万元, 2.30元/立方米, 新臺幣五千元, 1000余万元
    Rule("sum", re.compile(rf"{_SIGN.format(1)}(?P<high>{_NUM})(?:{_COIN.format(1)}){_PER}{_AFTER}")),
    # ￥300, NT$5,000: a sign and no 元
    Rule("sign", re.compile(rf"(?P<sign1>NT\$|US\$|HK\$|[￥¥$])[ ]?(?P<high>{_NUM}){_AFTER}")),
    # LPR加50个基点, LPR+50BP, 上浮30个基点: a spread over a rate, not a percentage of anything
    Rule(
        "spread",
        re.compile(rf"(?:LPR|贷款市场报价利率)?(?:加|减|[+＋-]|上浮|下调)?{_FIG}(?:个?基点|[Bb][Pp](?![A-Za-z]))"),
    ),
    # 3、2、1个百分点; 提高2个百分点
    Rule("points", re.compile(rf"(?:{_FIG}[、或和-]){{0,9}}(?:{_FIG}|{_HAN}{{1,3}})个百分点{_AFTER}")),
    # 5%以上10%以下, 5%（含）以上、低于10%
    Rule(
        "percent-band",
        re.compile(
            rf"(?P<low>{_FIG}){_PERCENT}{_BRACKET}(?:及?以上){_BRACKET}[、，且至到-]?"
            f"(?:{_LESS}(?P<high>{_FIG}){_PERCENT}|"
            f"(?P<high_>{_FIG}){_PERCENT}{_BRACKET}{_UNDER})"
        ),
    ),
    # 5%至12%, 5-10%, 30%—50%
    Rule("percent-range", re.compile(rf"(?P<low>{_FIG})[%％]?{_BRACKET}{_DASH}(?P<high>{_FIG}){_PERCENT}{_AFTER}")),
    # 5、10、15%
    Rule("percent-list", re.compile(rf"{_ITEMS}(?P<high>{_FIG}){_PERCENT}{_AFTER}")),
    # 30%, ３０％
    Rule("percent", re.compile(rf"(?P<high>{_FIG}){_PERCENT}{_AFTER}")),
    # 8‰ is 0.8 percent
    Rule("permille", re.compile(rf"(?P<high>{_FIG})(?:‰){_AFTER}")),
    # 百分之五十, 百分之20至百分之30, 千分之五
    Rule(
        "percent-words",
        re.compile(
            rf"(?P<of>[百千])分之(?P<low>{_FIG}|[一二三四五六七八九十百零〇点]{{1,6}})"
            rf"(?:{_DASH}(?:[百千]分之)?(?P<high>{_FIG}|[一二三四五六七八九十百零〇点]{{1,6}}))?{_AFTER}"
        ),
    ),
    # 三成以上, 降低两成
    Rule(
        "tenths",
        re.compile(
            "(?<![一二三四五六七八九十变建形完组构生落促集合达])(?P<high>[一二两三四五六七八九])成(?P<after>以上|以下|"
            "左右)?(?=[，。；、！）)]|的|$)"
        ),
    ),
    # 奖励50万; 营收突破2.2万亿; 产业规模过千亿: a sum without 元, where the words about it speak of money
    Rule(
        "bare",
        re.compile(
            rf"(?P<high>{_FIG}{_MORE}(?:[百千十]?[万亿]|万亿)|(?<=[破过超达到])(?:[百千万]亿|[百千]万)){_AFTER}"
            r"(?=[，。；、！？）)”’\n]|$|的?(?:一次性)?(?:奖励|奖补|补助|补贴|资助|资金|扶持|支持|贴息|贷款|额度|经费))"
        ),
    ),
    # 减半征收, 减半: half of a charge, in words only
    Rule("halved", re.compile(r"减半(?:征收|收取|缴纳|执行|计征)?")),
    # 全额退还, 全额补贴
    Rule(
        "full",
        re.compile(r"全额(?:退还|返还|补贴|补助|扣除|贴息|奖励|资助|免除|兑现|保障|承担|抵扣|抵免|抵用|拨付|代偿)"),
    ),
    # 免收滞纳金, 免征增值税, 免缴: a charge waived in full
    Rule(
        "waived",
        re.compile(
            r"(?<!减)(?:免收|免征|免缴|免除|全免)(?!的)(?:[0-9]{1,2}个月|[0-9]年)?[^，。；：、（）()\n0-9]{0,14}"
        ),
    ),
)

# no row of the table reaches over a full stop, and most sentences name no figure and no relief
_SENTENCES = re.compile(r"[^。\n]+")
_WORTH_READING = re.compile(
    r"[元圆圓镑%％‰$￥¥点]|[0-9０-９百千万][万亿]|[破过超达到][百千万]|分之|[Bb][Pp]|成|减半|全额|免|比例|配|给予|分担|安排|共担"
)

RATES = frozenset({"percent-band", "percent-range", "percent-list", "percent", "permille", "percent-words", "tenths"})
WORDS = frozenset({"share", "spread", "points", "halved", "full", "waived"})

# what the words before a sum without 元 must speak of
_MONEY_NOUN = re.compile(
    "奖|补助|补贴|资助|扶持|给予|予以|金额|资金|投资|营收|收入|产值|增加值|规模|[总余交贸出口成]额|资本|税收|利润|融资|贷款|授信|经费|"
    "预算|GDP|额度|估值"
)
# 用户规模达1亿, 注册量20亿, 客流突破1000万: counts of other things
_OTHER_NOUN = re.compile(r"用户|人[口次数]|流量|客流|[数吞运产销注册]量|面积|平方|里程|学时|[人家户台辆吨亩件]$")
# 每人三元, 收取五元: a single Chinese figure is money only after such a word (三元正极, 二元结构 are not)
_PAID = re.compile(r"每.{0,6}$|收取?|收费|人民币|幣|币|奖|补|给予|标准|为$")
_VAGUE = frozenset("数几好數幾")
# 亿元以上, 过亿元: a scale word alone is a sum only with a bound; 万元GDP能耗 is a name
_BOUNDED = re.compile(r"[过超破达到过於于足满]$|不低于$|不少于$")
_COINS = {
    "美": "USD", "美金": "USD", "US$": "USD", "$": "USD", "欧": "EUR", "歐": "EUR", "港": "HKD", "HK$": "HKD", "日": "JPY",
    "澳": "AUD", "韩": "KRW", "韓": "KRW", "加": "CAD", "新加坡": "SGD", "英镑": "GBP", "新臺幣": "TWD", "新台幣": "TWD",
    "新台币": "TWD", "臺幣": "TWD", "台币": "TWD", "NT$": "TWD",
}  # fmt: skip
_BETWEEN = re.compile("[、或和]")
_PAUSE = re.compile("[，。；：\n]")
_MORE_CHARS = str.maketrans("", "", "余多餘")
# the scale that 20 borrows in 20-50万元
_TRAILING_SCALE = re.compile(r"[十百千万萬亿億]{1,3}$")


@dataclass(frozen=True, slots=True)
class Atom:
    """One printed figure: `low` and `high` in yuan or percent (equal for a single figure, None for words only).

    `rate` tells a percentage from a sum. `after` is 以上, 以下, 左右 … behind it, `bound` is set where the print of the
    figure itself says it (a range). `unit` is what a price is for (元/立方米).
    """

    rule: str
    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    rate: bool
    bound: Bound | None = None
    after: str = ""
    unit: str = ""
    currency: str = "CNY"


def atoms(text: str) -> tuple[Atom, ...]:
    """All sums, rates and reliefs in words of a text, in reading order."""
    found: list[Atom] = []
    for sentence in _SENTENCES.finditer(text):
        said, at = sentence.group(), sentence.start()
        if _WORTH_READING.search(said):
            read_here = (atom for hit in scan(TABLE, said) if hit.rule != "address" for atom in _read(hit, said))
            found.extend(replace(atom, start=atom.start + at, end=atom.end + at) for atom in read_here)
    return tuple(found)


def _read(hit: Hit, text: str) -> Iterator[Atom]:
    """The atoms of one claimed span: none where its figure cannot be read, several for a list with a shared unit."""
    groups = hit.match.groupdict()
    if hit.rule in WORDS:
        yield Atom(hit.rule, hit.start, hit.end, None, None, rate=False)
        return
    printed = next(filter(None, (groups.get(name) for name in ("high", "high_", "high__", "low"))), "")
    high = _value(printed)
    if high is None or not _plausible(hit, printed, text):
        return
    low, scale = high, _TRAILING_SCALE.search(printed)
    if groups.get("low") and groups["low"] != printed:
        low = _shared(groups["low"], scale.group() if scale else "", high) or high
    factor = _FACTORS.get(groups.get("of") or hit.rule, Decimal(1))
    coin = next(
        (
            _COINS[groups[name]]
            for name in groups
            if name.startswith(("coin", "sign", "pound")) and groups[name] in _COINS
        ),
        "CNY",
    )
    bound: Bound | None = "range" if low < high else None
    first = hit.match.end("items") if groups.get("items") else hit.start
    if hit.rule == "sum" and not hit.match.group("sign1"):
        first += _excess(printed)
    if groups.get("items"):
        for start, end, item in _items(hit):
            value = _shared(item, scale.group() if scale else "", None)
            if value is not None:
                yield Atom(
                    hit.rule, start, end, value, value, hit.rule in RATES, unit=groups.get("unit") or "", currency=coin
                )
    yield Atom(
        hit.rule, first, hit.end, low * factor, high * factor, hit.rule in RATES, bound,
        groups.get("after") or "", groups.get("unit") or "", coin,
    )  # fmt: skip


_FACTORS = {"permille": Decimal("0.1"), "千": Decimal("0.1"), "tenths": Decimal(10)}


def _value(printed: str) -> Decimal | None:
    """The number of a printed figure; a Chinese run is read from the longest tail that is one numeral (统一五万)."""
    return read(printed[_excess(printed) :].translate(_MORE_CHARS).replace("点", "."))


def _excess(printed: str) -> int:
    """How many leading characters of a Chinese run belong to the word before it: 1 in 统一五万."""
    for skip in range(min(3, len(printed))):
        if read(printed[skip:].translate(_MORE_CHARS).replace("点", ".")) is not None:
            return skip
    return 0


def _shared(printed: str, scale: str, ceiling: Decimal | None) -> Decimal | None:
    """A figure that may borrow the scale of the one after it: 20 in 20-50万元, but not 5000 in 5000元-1万元."""
    own = _value(printed)
    if own is None or _TRAILING_SCALE.search(printed.translate(_MORE_CHARS)) or not scale:
        return own if own is None or ceiling is None or own <= ceiling else None
    size = read(scale)
    lent = own * size if size is not None else own
    return lent if ceiling is None or lent <= ceiling else own


def _items(hit: Hit) -> Iterator[tuple[int, int, str]]:
    """Places and prints of the leading items of a list: 100 and 50 of 100、50、20万元."""
    at = hit.match.start("items")
    for item in _BETWEEN.split(hit.match.group("items"))[:-1]:
        yield at, at + len(item), item
        at += len(item) + 1


def _plausible(hit: Hit, printed: str, text: str) -> bool:
    """Whether a figure that looks like a sum is one: not 三元正极, 数百万元, 万元GDP能耗, 用户规模达1亿."""
    before = text[max(0, hit.start - 16) : hit.start]
    if printed[0] in "一二三四五六七八九" and len(printed) == 1 and hit.rule == "sum":
        return bool(_PAID.search(before[-8:])) or bool(hit.match.group("sign1"))
    if hit.rule == "bare":
        said = _PAUSE.split(before)[-1]
        return bool(_MONEY_NOUN.search(said)) and not _OTHER_NOUN.search(said)
    if before[-1:] in _VAGUE and not printed[0].isdecimal():
        return False
    if printed in ("万", "亿", "萬", "億") and hit.rule == "sum":
        return bool(hit.match.group("after")) or bool(_BOUNDED.search(before))
    return True
