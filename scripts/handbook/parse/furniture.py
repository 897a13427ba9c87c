"""Lines that are no part of any document: page numbers, running heads, the frame of a web page. Each under a named rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import Line


@dataclass(frozen=True, slots=True)
class LineRule:
    """A line that matches as a whole is furniture; the name says of what kind."""

    name: str
    pattern: re.Pattern[str]


# "18", "- 3 -", "— 12 —", "第3页", "第 3 页 共 9 页", "3/12": the foot of a printed page
PAGE_NUMBER = re.compile(r"[-—–―─·•]{0,3}(?:第?\d{1,4}页?|第\d{1,4}页[，/]?共\d{1,4}页|\d{1,4}/\d{1,4})[-—–―─·•]{0,3}")
BARE_NUMBER = re.compile(r"\d{1,4}")

WEB = (
    # 发布时间:2025-10-14 浏览量:0 来源:本站 ; 时间：2025-05-06 阅读：0次 ; 信息来源：… 浏览次数：
    LineRule("web-meta", re.compile(r"(?:发布|发文|更新|录入|添加|发表)?(?:时间|日期)：?[\d\-/.年月日：\[\]]{6,30}(?:.{0,60}(?:浏览|阅读|点击|访问|来源|作者|编辑|字号|字体|分享).{0,40})?")),
    LineRule("web-meta", re.compile(r"(?:信息|稿件|文章)?来源：.{0,40}|(?:浏览|阅读|点击|访问)(?:量|数|次数|次)：?\d{0,9}次?|作者：.{0,20}|【?字(?:号|体)：?.{0,20}|索引号：?.{0,40}|\[?大中小\]?|字体大小.{0,12}")),
    LineRule("web-share", re.compile(r"【?(?:分享|分享到|转发|收藏|打印|打印本页|关闭|关闭窗口|关闭本页|返回顶部|返回|听全文|阅读全文|保存|纠错|我要纠错|内容纠错)[：】|｜/]{0,2}(?:.{0,16}(?:打印|关闭|微信|微博|收藏))?】?")),
    LineRule("web-path", re.compile(r"(?:您?(?:的|现在)?(?:当前|现在)?(?:的)?位置(?:是)?：?|首页(?:>|»|/|＞)).{0,80}")),
    LineRule("web-code", re.compile(r".{0,30}(?:扫一扫|扫码|二维码|扫描二维码|长按识别).{0,40}")),
    LineRule("web-foot", re.compile(r".{0,60}(?:版权所有|Copyright|copyright|COPYRIGHT|©|ICP备|公网安备|网安备|网站标识码|技术支持：?|备案号|All[Rr]ights[Rr]eserved).{0,120}")),
    LineRule("web-foot", re.compile(r"(?:主办|承办|协办|运维)(?:单位)?：.{0,40}(?:政府|办公室|中心|局|厅|委)(?:联系我们.{0,30})?|(?:关于我们|联系我们|网站地图|网站声明|隐私声明|使用帮助|网站建议|网站纠错|友情链接|网站支持IPv6).{0,60}")),
    LineRule("web-next", re.compile(r"(?:上一篇|下一篇|上一条|下一条|相关(?:附件|新闻|链接|文章|阅读|信息|解读|政策|稿件|文档)|政策解读|推荐阅读|延伸阅读|热门推荐)[：:]?.{0,60}")),
    LineRule("web-menu", re.compile(r"(?:首页|网站首页|政务公开|政务服务|互动交流|用户登录|登录|注册|退出|无障碍|无障碍浏览|长者助手|长者模式|关爱版|适老化|繁體|繁体|English|手机版|电脑版|微信|微博|客户端|搜索|高级搜索|智能问答|我要办|我要查|关注我们|入会申请|加入收藏|设为首页|展开|收起|更多|更多>>|查看更多|×|\+|-|↺|X|简体|语言)")),
    LineRule("web-staff", re.compile(r"(?:【?责任编辑|责编|编辑|校对|审核|初审|复审|终审|监制|值班主任|值班编委)[：】]?.{1,20}】?")),
    LineRule("web-preview", re.compile(r"此为临时链接.{0,40}|点击(?:查看|下载|阅读)(?:原文|附件|全文).{0,20}|阅读原文|定制服务|目前\d+人已读.{0,10}")),
    LineRule("ruled-line", re.compile(r"[-—=_*·─━]{3,200}")),
    # 一图读懂 : a poster made of a document
    LineRule("poster", re.compile(r"一图(?:读懂|看懂|速览|了解|解读)[！!]?")),
    LineRule("web-image", re.compile(r"(?:图片?|Image)\d{1,3}|\[?图片\]?|【?图】?|URLSource：.{0,200}|MarkdownContent：|原文链接：https?.{0,200}|【?法宝引证码】?.{0,40}")),
)  # fmt: skip

RUNNING = 40  # a running head is no longer than this
REPEATS = 3  # and stands at least this often


def furniture(found: Sequence[Line]) -> dict[int, str]:
    """The rule for each line, by its index, that is furniture wherever it stands."""
    ruled: dict[int, str] = {}
    for i, line in enumerate(found):
        rule = next((rule.name for rule in WEB if len(line.plain) <= 260 and rule.pattern.fullmatch(line.plain)), "")
        if rule:
            ruled[i] = rule
    numbers = _page_numbers(found)
    ruled.update(dict.fromkeys(numbers, "page-number"))
    ruled.update(dict.fromkeys(_running_heads(found, numbers), "running-head"))
    return ruled


def _page_numbers(found: Sequence[Line]) -> set[int]:
    """Lines that hold only a page number: decorated ones, and bare ones that count up through the text."""
    bare: list[tuple[int, int]] = []
    pages: set[int] = set()
    for i, line in enumerate(found):
        if not PAGE_NUMBER.fullmatch(line.plain):
            continue
        if BARE_NUMBER.fullmatch(line.plain):
            bare.append((i, int(line.plain)))
        else:
            pages.add(i)
    steps = [(a, b) for (a, x), (b, y) in pairwise(bare) if 1 <= y - x <= 3]
    pages.update(i for pair in steps for i in pair)
    return pages


def _running_heads(found: Sequence[Line], numbers: set[int]) -> set[int]:
    """Short lines repeated beside page numbers or page breaks; the first, if it stands before them all, is the title."""
    counts = Counter(line.plain for line in found if 2 <= len(line.plain) <= RUNNING)
    often = {plain for plain, count in counts.items() if count >= REPEATS and not plain.endswith(("。", "；", "："))}
    places: dict[str, list[int]] = {}
    for i, line in enumerate(found):
        if line.plain in often and i not in numbers:
            places.setdefault(line.plain, []).append(i)
    heads: set[int] = set()
    first = min(numbers, default=len(found))
    for at in places.values():
        beside = [i for i in at if any(i + d in numbers for d in (-3, -2, -1, 1, 2, 3)) or found[i].page_break]
        if len(beside) * 3 >= len(at) * 2 and len(beside) >= 2:
            heads.update(at if at[0] > first else at[1:])
    return heads
