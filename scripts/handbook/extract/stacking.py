"""Whether benefits add up: the sentences that say so (就高不重复, 不再享受, 可叠加享受), each with its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Passage, Stacking

# The kind of rule, and the words that state it; the first that a sentence holds names it.
_RULES = (
    # 按照就高不重复原则执行, 从高不重复享受, 择优不重复, 可执行最高额但不重复享受
    (
        "take-highest",
        re.compile(
            r"[就从择取][高优][”’]?[、，]?[“‘]?不(?:得|予|可)?(?:重复|就低|累加|叠加)"
            r"|(?:就|从|取|择)高(?:原则|给予|予以|享受|执行|支持|奖励|补助|选择)|[就從]高不重複|执行最高额"
            r"|按(?:最高|较高|就高)(?:档|额|标准|级别|奖项|等次)[^，。；]{0,8}(?:执行|奖励|给予|享受|计算|兑现)"
        ),
    ),
    # 可叠加享受, 允许叠加, 可同时享受, 不影响享受其他政策
    (
        "stackable",
        re.compile(
            r"(?<!不)(?<!不得)(?<!不予)(?:可(?:以)?|允许|予以|能够|给予)(?:同时|累计|重复|叠加|疊加)(?:享受|执行|申请|申报|奖励|支持|使用|领取|补助)?"
            r"|(?<!不)(?<!不可)(?<!不能)(?<!不得)叠加(?:享受|执行|奖励|支持|补贴)"
            r"|补(?:足|齐)差额|(?:给予|予以|实行|按)(?:差额|补差)(?:奖励|补助|补足|部分)?|不影响(?:其)?享受"
        ),
    ),
    # 不重复享受, 不再享受此贴息政策, 不得同时享受, 只能享受一次, 不予重复支持
    (
        "no-repeat",
        re.compile(
            r"不(?:得|予|再|可|能|应|作)?重[复複](?:享受|奖励|支持|补助|补贴|资助|计算|申报|申请|兑现|给予|认定|安排|领取|扶持|支付)?"
            r"|不再(?:给予|予以|另行)?(?:享受|奖励|补助|支持|补贴|资助|兑现|安排|发放)|不(?:得|可|能|予)(?:同时|叠加|兼得|兼享|累计|再)(?:享受|申请|申报|执行|奖励)?"
            r"|不(?:同时|叠加|累加|兼得|兼享)|不適用|不得重複"
        ),
    ),
    # 每人只能享受一次, 同一企业仅奖励一次
    (
        "once",
        re.compile(
            r"(?:只|仅|限)(?:能|可|限|予)?(?:享受|申报|申请|奖励|补助|补贴|支持|领取)(?:其中)?(?:一|1)(?:次|项|种|类)"
        ),
    ),
    # 由企业自主选择其中一项, 择一享受
    (
        "choose-one",
        re.compile(
            r"择一|(?:自主|自行|任意)?(?:选择|申报|选取)(?:其中)?(?:的)?(?:一|1)(?:项|种|类|个)|不同政策[^。；]{0,16}选择"
        ),
    ),
    # 在国家奖励基础上再给予50%配套, 在中央财政补贴80%的基础上，对余下的20%部分给予奖励
    (
        "on-top",
        re.compile(
            r"在[^。；\n]{2,40}基[础礎]上[，,]?(?:再|额外|另|又|分别|进一步|[^，。；]{0,6}再|增加|加大|追加|给予|予以|按|上浮|提高|对余下|对剩余|省|市|区|县)"
        ),
    ),
    # 同一企业累计不超过500万元, 同一项目年度最高不超过100万元
    (
        "cap-in-all",
        re.compile(
            r"(?:同一|单个|单家|单户|每家|每户|每个|同[一]?年度)[^。；，]{0,16}(?:累计|合计|总额|总计|年度|当年|全年)[^。；]{0,16}(?:不超过|不得超过|最高|上限)"
            r"|(?:累计|合计|总额|总计)[^。；，]{0,12}(?:不超过|不得超过|上限)[^。；，]{0,10}元"
        ),
    ),
    # 同一项目已获上级资金支持的不予支持
    (
        "same-item",
        re.compile(r"(?:同一|相同|同类|同一类)[^。；，]{0,16}[^。；]{0,40}(?:不予|不得|不再|只能|仅限|按一)"),
    ),
)
_SENTENCE_END = re.compile(r"[。；！\n]")
# 三、  （一） at the beginning of a sentence: no part of it
_LEADING = " \t\u3000，、"


def stacking(text: Passage) -> tuple[Stacking, ...]:
    """Every sentence of a measure, or of a document's closing words, that says how benefits combine, with its rule."""
    found = []
    for start, end in _sentences(text.text):
        sentence = text.text[start:end]
        rule = next((name for name, pattern in _RULES if pattern.search(sentence)), None)
        if rule:
            found.append(Stacking(text.cut(start, end).strip(_LEADING), rule))
    return tuple(found)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Places of the sentences, each with its closing mark but without a line feed."""
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        yield start, mark.end() if mark[0] != "\n" else mark.start()
        start = mark.end()
    yield start, len(text)
