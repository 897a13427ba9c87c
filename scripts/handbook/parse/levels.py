"""Which units of the tree are measures, which are sections over them, and which are mere list items of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.script import simplified
from .brackets import closing_brackets
from .headings import heading
from .labels import family_of
from .outline import COLON, Node

SHORT_ITEM = 14  # list items are on average shorter than this; a measure is not
# 总体要求, 发展目标, 附则 : chapters that frame the policy
FRAME = re.compile(
    r"(?:总体(?:要求|思路|目标|原则|考虑|安排)|指导思想|指导原则|(?:基本|工作|主要|总体|遵循的?)(?:原则|思路|要求)|(?:发展|工作|主要|总体|建设|行动|年度|近期|远期|阶段性?|预期|奋斗|实施)?目标(?:任务|要求|和任务)?"
    r"|(?:总体要求|指导思想|基本原则|工作思路)[和与及、].{2,8}|附则|附則|總則|总则|适用(?:范围|对象)|名词解释|有关定义|定义|空间布局|(?:有关|其他|相关)(?:说明|事项|规定)|附加说明|政策说明"
    r"|(?:发展|工作|政策|编制|制定)?(?:背景|现状|形势|基础)|(?:重要|重大)?意义|(?:背景|目的)[和与及].{2,4}|编制依据|目的依据|政策依据|(?:所需|办理|申请|申报|申领|提交|报送)?(?:材料|步骤|流程|程序|时间|时限|方式|渠道|地点|途径|要求和程序)|(?:申报|办理)(?:要求|须知)|注意事项|温馨提示|(?:联系|咨询)(?:方式|电话|人))(?:（.{0,20}）)?[。：]?"
)
# 第一条 为规范…，制定本办法。 ; 第二条 本办法所称… ; 第二十条 本办法由…负责解释 ; …自发布之日起施行
FRAME_ARTICLE = re.compile(
    r"(?:为了?|為).{4,200}(?:制定|制订|订定)(?:本|如下)|(?:本|前条|前款).{2,12}(?:所称|适用于|适用|所稱|由.{2,40}(?:解释|解釋)|自.{1,40}(?:施行|实施|执行|生效))"
    r"|本(?:公告|通知|办法|政策|措施|意见|规定|细则|方案|清单)(?:的?(?:执行|施行|实施|有效)(?:期限?|时间)?|有效期)(?:为|至|自|：).{2,60}"
    r"|.{0,40}(?:由.{2,40}负责解释|自.{1,30}(?:起|日)(?:施行|实施|执行)|有效期.{1,12}[年日。])|依.{4,60}(?:订定之|规定制定)"
)  # fmt: skip


def collapse_items(root: Node) -> None:
    """Fold list items back into the unit whose text they belong to, deepest first."""
    order: list[Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting.extend(node.children)
    shared = _shared_brackets(order)
    for node in reversed(order):
        if node.children and node is not root and (are_items(node) or node in shared):
            fold(node)
    for node in order:
        for odd in _odd_ones(node.children):
            fold(odd)


def _odd_ones(siblings: Sequence[Node]) -> list[Node]:
    """Units with clauses of their own among siblings that have none: the clauses belong to the unit ((一) 1.-4. beside (二)-(十一))."""
    styles = {node.marker.style for node in siblings if node.marker}
    parted = [node for node in siblings if node.children and not any(child.children for child in node.children)]
    if len(siblings) < 4 or len(styles) != 1 or len(parted) * 5 > len(siblings) * 2:
        return []
    return [node for node in parted if not all(_has_heading(child) for child in node.children)]


def fold(node: Node) -> None:
    """Make the units below a node part of its own text."""
    node.blocks = list(node.subtree())
    node.children = []


def are_items(node: Node) -> bool:
    """Whether the units below a node list conditions, materials or cases of it and state no policy on their own."""
    children = node.children
    if node.inferred:
        return False
    if node.marker and node.marker.style == "article":
        return True
    if node.marker and all(child.marker and child.marker.item for child in children):
        return True
    if len(node.blocks) > 1 and node.blocks[-1].label not in ("", "agency"):
        return True  # steps of a labelled field (申报流程 1. 2. 3.)
    text = own_text(node)
    if node.marker and closing_brackets(node.blocks[0].text).insides and _only_heading(node):
        return False  # agencies on the heading of a chapter
    if node.marker and not children[0].blocks[0].opens and not _only_heading(node) and not _own_units(node):
        return True
    bodies = [own_text(child) for child in children]
    listed = sum(body.rstrip().endswith(("；", "，", "、")) for body in bodies[:-1])
    if len(bodies) > 1 and listed * 2 > len(bodies) - 1:
        return True
    if node.marker and sum(family_of(_title(child)) is not None for child in children) * 2 > len(children):
        return True  # 1.支持对象：… 2.支持标准：…
    if all(_has_text(child) for child in children):
        return False
    if text.endswith(COLON):
        return True
    leaves = all(not child.children for child in children)
    return bool(node.marker) and leaves and sum(map(len, bodies)) < SHORT_ITEM * len(bodies)


def _own_units(node: Node) -> bool:
    """Whether units that follow in one line stand on their own: each with its agencies, or headed in a text without breaks."""
    flat = not node.blocks[0].opens and all(_has_heading(child) for child in node.children)
    return flat or sum(_has_brackets(child) for child in node.children) * 2 > len(node.children)


def _shared_brackets(order: Sequence[Node]) -> frozenset[Node]:
    """Groups whose one agency bracket closes the last unit and stands for all of them, where the document does so throughout."""
    groups = [
        node for node in order if node.marker and len(node.children) > 1 and all(not c.children for c in node.children)
    ]
    ends = {node: [_has_brackets(child) for child in node.children] for node in groups}
    like = [
        node for node in groups if ends[node][-1] and not any(ends[node][:-1]) and node.marker and _has_heading(node)
    ]
    other = [node for node in groups if any(ends[node][:-1]) or not _begins_anew(node)]
    return frozenset(like) if len(like) >= 2 and not other else frozenset()


def _begins_anew(node: Node) -> bool:
    first = node.children[0].marker
    return first is not None and first.number == 1


def _has_brackets(node: Node) -> bool:
    return any(closing_brackets(block.text).insides for block in node.blocks[-1:])


def own_text(node: Node) -> str:
    """The words of a unit without those of the units below it."""
    return "\n".join(block.text.text for block in node.blocks)


def _has_heading(node: Node) -> bool:
    return bool(_title(node))


def _title(node: Node) -> str:
    if not node.blocks:
        return ""
    first = node.blocks[0].text
    return heading(first.cut(node.printed), len(node.blocks) > 1 or bool(node.children)).title.text


def _has_text(node: Node) -> bool:
    """Whether a unit has a heading, and text or units under it."""
    return _has_heading(node) and (bool(node.children) or not _only_heading(node))


def _only_heading(node: Node) -> bool:
    first = node.blocks[0].text
    rest = closing_brackets(first.cut(node.printed)).body
    return len(node.blocks) == 1 and heading(rest, True).end >= len(rest.text)


def is_frame(title: str) -> bool:
    """Whether a heading names a chapter that frames the policy (goals, principles, scope, 附则)."""
    return FRAME.fullmatch(simplified(title.replace(" ", ""))) is not None


def is_frame_article(text: str) -> bool:
    """Whether an article states purpose, scope, interpretation or entry into force only."""
    return len(text) <= 260 and FRAME_ARTICLE.match(simplified(text)) is not None
