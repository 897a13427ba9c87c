"""Labelled fields of policy cards: 支持对象<tab>…, 【执行时间】…, 咨询电话：…"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..text.script import simplified
from .lines import Line

Family = Literal[
    "name", "basis", "content", "audience", "condition", "period", "agency", "procedure", "material", "contact", "other"
]


@dataclass(frozen=True, slots=True)
class LabelRule:
    """A family of labels; the first family whose pattern takes the whole label claims it."""

    family: Family
    pattern: re.Pattern[str]


HEAD = r"(?:主要|具体|政策|优惠|扶持|支持|奖励|奖补|补贴|补助|资助|享受|适用|受益|服务|申报|成文|发布|公开|生成|印发|施行|生效|制定|申请|申领|办理|受理|兑现|执行|实施|完成|经办|主办|承办|主责|负责|资助|支援|责任|主管|牵头|配合|联系|咨询|业务|项目|事项|资金|认定|惠及|涉及|相关|有关|所需|办事|发文|文件|制定|颁布|线上|线下|网上|资格)"
LABELS = (
    # 政策名称 (a city's list of policies), 项目名称, 事项名称
    LabelRule("name", re.compile(rf"{HEAD}?(?:名称|事项名|标题)")),
    LabelRule("basis", re.compile(rf"{HEAD}?(?:依据|字号|文号|政策文件|文件来源|政策来源|政策出处|文件名称|文件依据)")),
    LabelRule("audience", re.compile(rf"{HEAD}?(?:对象|人群|主体|企业范围|范围|申报主体|适用企业)")),
    LabelRule("content", re.compile(rf"{HEAD}?(?:内容|政策内容|具体任务|工作任务|任务|主要举措|标准|措施|举措|方式及标准|政策要点|要点|额度|金额|力度|政策摘要|摘要|政策|支持内容和标准)")),
    LabelRule("condition", re.compile(rf"{HEAD}?(?:条件|要求|门槛|资格|限制)")),
    LabelRule("period", re.compile(rf"{HEAD}?(?:时间|期限|时限|有效期|日期|起止时间|截止时间|截止日期|有效期限|政策期限)")),
    LabelRule("agency", re.compile(rf"{HEAD}?(?:机关|单位|部门|机构|牵头责任单位|牵头部门|窗口单位|处室|科室)")),
    LabelRule("procedure", re.compile(rf"{HEAD}?(?:流程|程序|方式|渠道|途径|方法|指南|步骤|入口|平台|地点|地址|网址|链接|路径)")),
    LabelRule("material", re.compile(rf"{HEAD}?(?:材料|资料|清单|提交材料)")),
    LabelRule("contact", re.compile(rf"{HEAD}?(?:查询|电话|联系人|联系方式|热线|传真|邮箱|联系人及电话|方式及电话)")),
    LabelRule("other", re.compile(r"备注|目的|重点领域|领域|所属领域|说明|温馨提示|注意事项|序号|类别|政策类别|政策类型|级别|层级|所属领域|免申即享|兑现方式|案例|关键词")),
)  # fmt: skip

# LABEL<tab>VALUE, LABEL：VALUE, 【LABEL】VALUE, LABEL alone on its line
SHAPE = re.compile(
    r"[●■◆▶►★☆•·\-\*]?\s{0,3}(?:【\s{0,3}(?P<boxed>[\u4e00-\u9fff\s]{2,12})\s{0,3}】[：:]?|(?P<plain>[\u4e00-\u9fff]{2,10})(?:[ \u3000\u00a0]{0,4}[：:]|[ \u3000\u00a0\u200b]{0,6}\t))"
)
ALONE = re.compile(r"[\u4e00-\u9fff]{2,8}")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a line: `start` to `end` are the label with its mark, `value` is where the rest begins."""

    name: str
    family: Family
    start: int
    end: int


def family_of(name: str) -> Family | None:
    """The family of a label's words, or None where they are no label."""
    plain = simplified(name)
    return next((rule.family for rule in LABELS if rule.pattern.fullmatch(plain)), None)


def label_at(line: Line, visible: str) -> Label | None:
    """The label with which a line begins, if it does."""
    head = visible[line.start : min(line.end, line.start + 40)]
    match = SHAPE.match(head)
    if match:
        name = SPACES.sub("", match.group("boxed") or match.group("plain"))
        family = family_of(name)
        return Label(name, family, line.start, line.start + match.end()) if family else None
    if ALONE.fullmatch(line.plain):
        family = family_of(line.plain)
        return Label(line.plain, family, line.start, line.end) if family else None
    return None
