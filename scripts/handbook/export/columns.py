"""The columns of documents and measures: one row here is one column in CSV, XLSX, the data package and the data page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

from ..model import DocumentKind, DocumentRecord, Instrument, MeasureKind, MeasureRecord, Status
from ..render.shelf import Shelf, counted
from ..render.summary import highest, summary
from ..render.views.standing import first_day, last_day
from ..render.words import Words
from .facts import section_name
from .table import Cell, Column

SEPARATOR = "；"  # between several values in one cell
DAY_LENGTH = len("2026-11-22")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    record: DocumentRecord
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class MeasureRow:
    item: MeasureRecord
    record: DocumentRecord
    shelf: Shelf
    words: Words


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, each once, in their order."""
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def full_day(value: str | None) -> date | None:
    """A date that is printed to the day; one that names only a month or a year is left to `handbook.json`."""
    return _day(value) if value and len(value) == DAY_LENGTH else None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _highest(row: MeasureRow) -> Decimal | None:
    sums = [highest(benefit) for benefit in row.item.measure.findings.benefits]
    return max((value for value in sums if value is not None), default=None)


def _leads(row: MeasureRow) -> str:
    return joined(agency.full or agency.name.text for agency in row.item.measure.findings.agencies if agency.lead)


def _agencies(row: MeasureRow) -> str:
    return joined(agency.full or agency.name.text for agency in row.item.measure.findings.agencies)


def _lines(row: MeasureRow) -> tuple[int, int]:
    return row.shelf.lines(row.item.measure.span)


def _period(row: MeasureRow) -> str | None:
    period = row.item.measure.findings.period
    return period.quote.text if period else None


def _issued_printed(row: DocumentRow) -> Cell:
    issued = row.record.document.issued
    return issued.quote.text if issued else None


DOCUMENTS: tuple[Column[DocumentRow], ...] = (
    Column("id", "编号", "string", "文件的固定编号，公布后不改", lambda r: r.record.id, needed=True),
    Column("title", "标题", "string", "原文标题", lambda r: r.record.document.title.text),
    Column("short_title", "简称", "string", "编者取的简称", lambda r: r.record.short_title),
    Column(
        "kind", "类型", "string", "measures 措施、plan 方案、opinion 意见、cards 政策清单、articles 条例办法、notice 通知",
        lambda r: r.record.document.kind, choices=get_args(DocumentKind), needed=True,
    ),
    Column("issuers", "发布机关", "string", "按原文排列，多个用；隔开", lambda r: joined(i.text for i in r.record.document.issuers)),
    Column("number", "文号", "string", "原文文号", lambda r: r.record.document.number.text if r.record.document.number else None),
    Column("region", "地区编号", "string", "地区的固定编号", lambda r: r.record.region),
    Column("region_name", "地区", "string", "地区全称", lambda r: r.shelf.region_name(r.record.region)),
    Column(
        "issued", "成文日期", "date", "只印到月份的不填，见 issued_printed",
        lambda r: full_day(r.record.document.issued.value) if r.record.document.issued else None,
    ),
    Column("issued_printed", "成文日期原文", "string", "成文日期的原话", _issued_printed),
    Column(
        "published", "发布日期", "date", "原文印出的公布日期，没有则空",
        lambda r: full_day(r.record.document.published.value) if r.record.document.published else None,
    ),
    Column("effective", "施行日期", "date", "开始施行的第一天", lambda r: _day(first_day(r.record.standing.starts))),
    Column("expires", "失效日期", "date", "有效的最后一天", lambda r: _day(last_day(r.record.standing.ends))),
    Column(
        "validity", "效力条款", "string", "写明施行和有效期的原句",
        lambda r: r.record.document.validity.text if r.record.document.validity else None,
    ),
    Column(
        "status", "状态", "string", "在 handbook.json 的 as_of 那一天的状态",
        lambda r: r.record.standing.status, choices=get_args(Status), needed=True,
    ),
    Column("measures", "措施条数", "integer", "不含总则和附则", lambda r: counted(r.record.measures), needed=True),
    Column("source", "存档编号", "string", "原文存档的编号", lambda r: r.record.card.id, needed=True),
    Column("source_url", "网址", "string", "原文网址，没有则空", lambda r: r.record.card.url),
    Column("source_sha256", "校验值", "string", "原文存档的 SHA-256", lambda r: r.record.card.sha256),
)  # fmt: skip

MEASURES: tuple[Column[MeasureRow], ...] = (
    Column("id", "编号", "string", "措施的固定编号，公布后不改", lambda r: r.item.id, needed=True),
    Column("document", "文件编号", "string", "所属文件，对应 documents 的 id", lambda r: r.record.id, needed=True),
    Column("document_title", "文件", "string", "所属文件的简称", lambda r: r.record.short_title),
    Column("region", "地区编号", "string", "地区的固定编号", lambda r: r.record.region),
    Column("region_name", "地区", "string", "地区全称", lambda r: r.shelf.region_name(r.record.region)),
    Column("number", "序号", "string", "原文序号，例如（三）", lambda r: r.item.measure.number),
    Column("title", "标题", "string", "原文标题，原文没有则空", lambda r: r.item.measure.title.text),
    Column("section", "章节", "string", "所在章节的标题", lambda r: section_name(r.item.measure, r.record.document)),
    Column(
        "kind", "类别", "string", "measure 措施、general 总则附则等不计条数的部分",
        lambda r: r.item.measure.kind, choices=get_args(MeasureKind), needed=True,
    ),
    Column(
        "summary", "编者概括", "string", "由提取的内容拼成，不超过 40 字，不是原文",
        lambda r: summary(r.item.measure.findings, r.words),
    ),
    Column(
        "status", "状态", "string", "在 handbook.json 的 as_of 那一天的状态",
        lambda r: r.item.standing.status, choices=get_args(Status), needed=True,
    ),
    Column("effective", "开始日期", "date", "第一天；只写到月份的按当月第一天", lambda r: _day(first_day(r.item.standing.starts))),
    Column("expires", "截止日期", "date", "最后一天；只写到月份的按当月最后一天", lambda r: _day(last_day(r.item.standing.ends))),
    Column("period", "执行期限", "string", "本条自己的期限原话，没有则空", _period),
    Column(
        "enterprise_types", "企业类型编号", "string", "适用的企业类型，多个用；隔开",
        lambda r: joined(found.id for found in r.item.measure.findings.audiences),
    ),
    Column(
        "enterprise_type_names", "企业类型", "string", "适用的企业类型名称，多个用；隔开",
        lambda r: joined(found.name for found in r.item.measure.findings.audiences),
    ),
    Column(
        "instruments", "支持方式", "string", "award、subsidy 等，含义见 benefits 的 instrument，多个用；隔开",
        lambda r: joined(benefit.instrument for benefit in r.item.measure.findings.benefits),
    ),
    Column("yuan_max", "最高金额", "number", "奖励或补助的最高金额，元；原文未载明则空", _highest),
    Column("topics", "主题编号", "string", "多个用；隔开", lambda r: joined(t.id for t in r.item.measure.findings.topics)),
    Column("topic_names", "主题", "string", "多个用；隔开", lambda r: joined(t.name for t in r.item.measure.findings.topics)),
    Column(
        "related", "相关措施", "string", "别的文件中最相近的措施的编号，最多五条，用；隔开，原因见 handbook.json",
        lambda r: joined(one.id for one in r.shelf.related.get(r.item.id, ())),
    ),
    Column("leads", "牵头部门", "string", "原文写明牵头的部门，多个用；隔开", _leads),
    Column("agencies", "责任部门", "string", "全部责任部门，按原文排列，多个用；隔开", _agencies),
    Column("text", "正文", "string", "政策原文，段落之间换行", lambda r: r.item.measure.text.text),
    Column("notes", "编者注", "string", "缺漏和勘误的说明", lambda r: joined(note.text for note in r.item.measure.notes)),
    Column("url", "页面", "string", "手册网站上的地址", lambda r: f"/measures/{r.item.id}/", needed=True),
    Column("source", "存档编号", "string", "原文存档的编号", lambda r: r.record.card.id, needed=True),
    Column("source_start", "起点", "integer", "在存档中的第一个字，从 0 数", lambda r: r.item.measure.span.start, needed=True),
    Column("source_end", "终点", "integer", "在存档中的最后一个字之后", lambda r: r.item.measure.span.end, needed=True),
    Column("line_start", "首行", "integer", "在存档中的第一行，从 1 数", lambda r: _lines(r)[0], needed=True),
    Column("line_end", "末行", "integer", "在存档中的最后一行", lambda r: _lines(r)[1], needed=True),
)  # fmt: skip

INSTRUMENTS: tuple[str, ...] = get_args(Instrument)
