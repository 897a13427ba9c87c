"""The shape of handbook.json as a JSON Schema (2020-12): every key, its type and what it means, in Chinese."""

from __future__ import annotations

from typing import get_args

from ..model import AmountKind, Bound, DocumentKind, Instrument, MeasureKind, Status, TypeGroup
from .facts import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Shape = dict[str, object]


def text(description: str = "") -> Shape:
    return _described({"type": "string"}, description)


def maybe(shape: Shape, description: str = "") -> Shape:
    """The shape, or null where the text does not say."""
    kind = shape.get("type")
    if isinstance(kind, str) and "enum" not in shape:
        return _described({**shape, "type": [kind, "null"]}, description)
    return _described({"anyOf": [shape, {"type": "null"}]}, description)


def one_of(values: tuple[str, ...], description: str = "") -> Shape:
    return _described({"enum": list(values)}, description)


def many(shape: Shape, description: str = "") -> Shape:
    return _described({"type": "array", "items": shape}, description)


def record(properties: dict[str, Shape], optional: tuple[str, ...] = (), description: str = "") -> Shape:
    """An object of exactly these keys, all of them there but the optional ones."""
    required = [name for name in properties if name not in optional]
    shape: Shape = {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    return _described(shape, description)


def named(name: str) -> Shape:
    return {"$ref": f"#/$defs/{name}"}


def _described(shape: Shape, description: str) -> Shape:
    return {**shape, "description": description} if description else shape


COUNT: Shape = {"type": "integer", "minimum": 0}
YES_OR_NO: Shape = {"type": "boolean"}
NUMBER: Shape = {"type": "number"}
DATE: Shape = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
DOCUMENT_ID: Shape = {"type": "string", "minLength": 1}
MEASURE_ID: Shape = {"type": "string", "pattern": "^[^/]+/[^/]+$"}
PLACE = {"start": COUNT, "end": COUNT}
WORDS = record({"text": text(), **PLACE})
IN_SOURCE = record({"text": text("原话"), "source": text("存档编号"), **PLACE})

DEFINITIONS: dict[str, Shape] = {
    "amount": record({
        "text": text("原话"),
        "kind": one_of(get_args(AmountKind), "金额的性质"),
        "bound": one_of(get_args(Bound), "fixed 定额、cap 上限、floor 下限、range 区间"),
        "yuan_min": maybe(NUMBER, "最低金额，单位元（货币见 currency）"),
        "yuan_max": maybe(NUMBER, "最高金额，单位元（货币见 currency）"),
        "currency": text("货币，ISO 4217"),
        "percent": maybe(NUMBER, "比例，%"),
        "percent_min": maybe(NUMBER, "最低比例，%"),
        "percent_max": maybe(NUMBER, "最高比例，%"),
        "base": text("比例按什么计算"),
        "per": text("每家、每年、每个项目等"),
        **PLACE,
        "rule": text("读出这个值的规则名"),
    }),
    "benefit": record({
        "beneficiary": text("给谁"),
        "instrument": one_of(get_args(Instrument), "支持方式"),
        "condition": text("条件"),
        "amounts": many(named("amount")),
        "text": text("原句"),
        **PLACE,
        "rule": text("读出这一句的规则名"),
    }),
    "agency": record({
        "name": text("全名"),
        "lead": {**YES_OR_NO, "description": "原文写明牵头"},
        **PLACE,
        "printed": text("原文写法，与全名不同时才有"),
        "id": text("部门编号"),
    }, ("printed", "id")),
    "reference": record({
        "text": text("原话"),
        "target": maybe(text(), "手册中的编号"),
        "why": text("没有对应编号的原因"),
        **PLACE,
    }),
    "related": record({
        "id": MEASURE_ID,
        "why": text("为什么相关：共同的主题、名词、方式"),
        "level": maybe(one_of(("above", "below")), "对方的地区是上级 above 还是下级 below"),
        "carries": maybe(one_of(("out", "by")), "out 本文件以对方文件为依据、by 对方文件以本文件为依据"),
    }),
    "claim": record({
        "measures": many(MEASURE_ID, "所说的措施"),
        **PLACE,
        "contradictions": many(record({"code": text(), "one": IN_SOURCE, "other": IN_SOURCE}),
                               description="报道的数字与原文不一致之处，不作取舍；one 是报道，other 是原文"),
    }),
    "stacking": record({"text": text("叠加规则的原话"), **PLACE, "rule": text()}),
    "note": record({"code": text(), "text": text("编者注"), **PLACE}),
    "period": record({
        "starts": maybe(DATE), "ends": maybe(DATE),
        "open_end": one_of(("", "long-term", "event"), "long-term 长期、event 到某件事为止"),
        "deadline": {**YES_OR_NO, "description": "是申报截止日期"},
        "quote": text("原话"),
        **PLACE,
    }),
    "section": record({
        "number": text("章号"), "title": text("章名"), "level": COUNT, "parent": maybe(COUNT, "上一级章节的位置"),
        "agencies": many(text(), "印在章名上的责任部门"), "inferred": {**YES_OR_NO, "description": "章号是推定的"},
    }),
    "document": record({
        "id": DOCUMENT_ID,
        "title": text("标题"),
        "notice_title": maybe(text(), "印发通知的标题"),
        "kind": one_of(get_args(DocumentKind), "文件类型"),
        "issuers": many(text(), "发布机关"),
        "number": maybe(text(), "文号"),
        "issued": maybe(DATE, "成文日期"),
        "published": maybe(DATE, "发布日期"),
        "effective": maybe(DATE, "施行日期"),
        "expires": maybe(DATE, "失效日期"),
        "short_title": text("简称"),
        "region": text("地区编号"),
        "validity": maybe(record({"quote": text("写明效力的原句"), **PLACE})),
        "status": one_of(get_args(Status), "as_of 那一天的状态"),
        "repealed": maybe(record({"date": text("从哪一天起废止"), "by": text("废止的依据")})),
        "stacking": many(named("stacking"), "对全文适用的叠加规则"),
        "references": many(named("reference"), "各条措施以外的文字提到的文件"),
        "basis": many(named("reference"), "文件自称所依据或落实的文件"),
        "sections": many(named("section")),
        "measures": many(MEASURE_ID),
        "source": record({
            "id": text("存档编号"), "url": maybe(text()), "sha256": text(), "rights": one_of(("official", "press")),
        }),
    }),
    "measure": record({
        "id": MEASURE_ID,
        "document": DOCUMENT_ID,
        "number": text("序号，照原文"),
        "number_inferred": {**YES_OR_NO, "description": "序号是推定的"},
        "title": text("标题，照原文，没有则空"),
        "section": maybe(text(), "章名"),
        "section_index": maybe(COUNT, "在文件 sections 中的位置"),
        "kind": one_of(get_args(MeasureKind), "measure 措施、general 总则附则等"),
        "text": text("正文"),
        "summary": {"type": "string", "maxLength": 40, "description": "编者概括，由提取的内容拼成，不是原文"},
        "agencies": many(named("agency")),
        "benefits": many(named("benefit")),
        "amounts": many(named("amount")),
        "targets": many(record({"text": text("政府的目标"), "by": maybe({"type": "integer"}, "到哪一年"), **PLACE})),
        "period": maybe(named("period")),
        "enterprise_types": many(record({"id": text(), "name": text(), "evidence": text("依据的原话"), **PLACE})),
        "topics": many(text("主题编号")),
        "references": many(named("reference")),
        "basis": many(named("reference"), "政策卡所依据的文件"),
        "stacking": many(named("stacking")),
        "contradictions": many(record({"code": text(), "one": WORDS, "other": WORDS}), description="原文前后不一之处，不作取舍"),
        "status": one_of(get_args(Status), "as_of 那一天的状态"),
        "effective": maybe(DATE, "决定状态的开始日期"),
        "expires": maybe(DATE, "决定状态的截止日期"),
        "terms": many(text()),
        "related": many(named("related"), "别的文件中最相近的措施，最多五条"),
        "notes": many(named("note")),
        "fields": {"type": "object", "additionalProperties": text(), "description": "政策卡的各栏，照原文顺序"},
        "url": text("手册网站上的地址"),
        "source": record({"id": text(), **PLACE, "line_start": COUNT, "line_end": COUNT}),
    }),
}  # fmt: skip


def handbook_schema() -> Record:
    """The schema of the whole file."""
    shape = record({
        "version": text("结构的版本"),
        "as_of": {"type": "string", "format": "date", "description": "状态截至哪一天"},
        "documents": many(named("document")),
        "measures": many(named("measure")),
        "enterprise_types": many(record({
            "id": text(), "name": text(), "group": one_of(get_args(TypeGroup), "按什么划分"),
            "definition": text(), "standard": text(),
        })),
        "agencies": many(record({
            "id": text(), "name": text(), "region": maybe(text()),
            "kind": one_of(("known", "unknown", "collective")),
            "leads": many(MEASURE_ID, "牵头的措施"), "others": many(MEASURE_ID, "参与的措施"),
        })),
        "terms": many(record({
            "id": text(), "term": text("名词"), "variants": many(text()), "definition": text("编者释义"),
            "basis": maybe(text("依据：文号，或解释它的措施编号")), "status": one_of(("sure", "待考")),
            "missing": maybe(text("待考：还缺什么")), "see_also": many(text()), "uses": many(text("用到它的措施或文件")),
        })),
        "topics": many(record({"id": text(), "name": text()})),
        "regions": many(record({
            "id": text(), "name": text(), "level": one_of(("nation", "province", "city", "district")),
            "parent": maybe(text()),
        })),
        "retired": many(record({
            "id": text("不再使用的编号；文件的编号连同它的全部措施"), "to": maybe(text("现在在哪里")),
            "title": maybe(text("原来是什么")), "date": {"type": "string", "format": "date"}, "why": maybe(text()),
        }), "撤下的编号"),
        "errata": many(record({
            "source": text("存档编号"), "printed": text("原文印作"), "reading": text("当为"), "why": text(),
            "measures": many(MEASURE_ID, "所在的措施"), "start": maybe(COUNT), "end": maybe(COUNT),
        }), "原文的错字；原文照登"),
        "press": many(record({
            "id": text(), "title": text(), "outlet": text(), "date": maybe(DATE), "url": maybe(text()),
            "reports": many(DOCUMENT_ID, "所报道的文件"),
            "claims": many(named("claim"), "报道中的说法和它对应的措施"),
        }), "媒体报道只列出处，不收正文"),
    })  # fmt: skip
    return {"$schema": DIALECT, "title": "惠企政策手册", **shape, "$defs": DEFINITIONS}
