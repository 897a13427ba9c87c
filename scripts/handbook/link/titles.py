"""Titles of documents: a short one for lists, and whether two printed titles mean the same document."""

from __future__ import annotations

import re

LIMIT = 300  # characters of a title that are looked at

# 某省发展改革委关于印发《支持某业发展的若干措施》的通知
WRAPPED = re.compile(r"(?:印发|转发|发布|公布|修订|下发)《([^《》]{4,120})》")
# 某市人民政府关于印发某市促进某业发展若干举措的通知
ISSUED = re.compile(r"关于(?:印发|转发|发布|公布|修订|下发)([^《》]{4,200})的(?:通知|通告|公告)$")
# 某部办公厅关于推动某业加快发展的通知
NOTICE = re.compile(r"关于([^《》]{4,200})的(?:通知|通告|公告)$")
# 关于加快某业发展的意见; 十五部门关于促进某业发展的指导意见
ABOUT = re.compile(
    r"关于((?:加快|促进|支持|推动|推进|进一步|健全|鼓励|加强|深化|做好|扶持|培育|优化|完善)[^《》]{4,200})$"
)
# 某市加快某业发展实施方案: what stands before the verb is the place, which lists show beside the title
PLACED = re.compile(
    r"^[\u4e00-\u9fff]{1,10}?(?:自治区|省|市|自治州|州|新区|区|县)"
    r"(?=加快|促进|支持|推动|推进|进一步|鼓励|加强|深化|扶持|培育|优化|完善|关于)"
)
WIDTH = str.maketrans("()[],:;!?－—–~～〔〕", "（）（），：；！？-----（）")
SPACE = re.compile(r"[\s\u200b\ufeff《》〈〉“”「」『』\"]")


def short_title(title: str) -> str:
    """The title without the notice around it, without 关于 and without the place in front, where that is safe."""
    text = title[:LIMIT].strip()
    for pattern in (WRAPPED, ISSUED, NOTICE, ABOUT):
        if match := pattern.search(text):
            text = match.group(1).strip("《》")
            break
    return PLACED.sub("", text) or title


def comparable(title: str) -> str:
    """A title without white space, quotation marks and differences of width."""
    return SPACE.sub("", title[:LIMIT]).translate(WIDTH)


def same(one: str, other: str) -> bool:
    """Whether two printed titles name one document: equal, or one ends with the other (十五部门关于…, 关于…)."""
    a, b = sorted((comparable(one), comparable(other)), key=len)
    return bool(a) and (a == b or (len(a) >= 8 and (b.endswith(a) or b.startswith(a))))
