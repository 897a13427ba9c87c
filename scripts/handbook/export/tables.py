"""The tables of the open data, and the columns of agencies and of what a measure says: its benefits and who does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..model import Agency, AgencyIndex, Benefit, Library, Vocabulary
from ..render.shelf import Shelf
from ..render.words import Words
from .columns import DOCUMENTS, INSTRUMENTS, MEASURES, DocumentRow, MeasureRow, joined
from .table import Column, Row, Table, cells, headings

INSIDE = ("measure", "place")  # names a row that belongs to a measure


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """A clause of support at its place among those of its measure, counted from 1."""

    measure: MeasureRow
    place: int
    benefit: Benefit


@dataclass(frozen=True, slots=True)
class AgencyRow:
    agency: AgencyIndex
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class DutyRow:
    """An agency at its place among those of its measure, counted from 1."""

    measure: MeasureRow
    place: int
    agency: Agency


def tables(library: Library, vocabulary: Vocabulary, words: Words) -> tuple[Table, ...]:
    """All tables: rows in the order of their ids, then of the text."""
    shelf = Shelf.of(library, vocabulary)
    measures = [MeasureRow(item, record, shelf, words) for record in library.documents for item in record.measures]
    return (
        _table("measures", "措施", "每条措施一行", MEASURES, measures, ("id",), ("document", "documents", "id")),
        _table("benefits", "支持内容", "每句支持内容一行", BENEFITS, _benefits(measures), INSIDE, ("measure", "measures", "id")),
        _table("documents", "文件", "每份文件一行", DOCUMENTS, [DocumentRow(r, shelf) for r in library.documents], ("id",)),
        _table("agencies", "部门", "每个部门一行", AGENCIES, [AgencyRow(a, shelf) for a in library.agencies], ("id",)),
        _table(
            "responsibilities", "责任", "每条措施的每个责任部门一行", DUTIES, _duties(measures), INSIDE,
            ("measure", "measures", "id"), ("agency", "agencies", "id"),
        ),
    )  # fmt: skip


def _table(
    name: str,
    title: str,
    description: str,
    columns: tuple[Column[Row], ...],
    rows: Iterable[Row],
    key: tuple[str, ...],
    *links: tuple[str, str, str],
) -> Table:
    return Table(name, title, description, headings(columns), cells(columns, rows), key, links)


def _benefits(measures: Iterable[MeasureRow]) -> Iterator[BenefitRow]:
    for row in measures:
        for place, benefit in enumerate(row.item.measure.findings.benefits, 1):
            yield BenefitRow(row, place, benefit)


def _duties(measures: Iterable[MeasureRow]) -> Iterator[DutyRow]:
    for row in measures:
        for place, agency in enumerate(row.item.measure.findings.agencies, 1):
            yield DutyRow(row, place, agency)


def _lowest(row: BenefitRow) -> Decimal | None:
    return min(_sums(row), default=None)


def _highest(row: BenefitRow) -> Decimal | None:
    return max(_sums(row), default=None)


def _sums(row: BenefitRow) -> list[Decimal]:
    found = (value for a in row.benefit.amounts if a.currency == "CNY" for value in (a.yuan_min, a.yuan_max))
    return [value for value in found if value is not None]


def _rates(row: BenefitRow) -> list[Decimal]:
    found = (value for a in row.benefit.amounts for value in (a.percent_min, a.percent, a.percent_max))
    return [value for value in found if value is not None]


BENEFITS: tuple[Column[BenefitRow], ...] = (
    Column("measure", "措施编号", "string", "对应 measures 的 id", lambda r: r.measure.item.id, needed=True),
    Column("place", "第几句", "integer", "在本条措施里的次序，从 1 数", lambda r: r.place, needed=True),
    Column("beneficiary", "给谁", "string", "原文所写的对象", lambda r: r.benefit.beneficiary.text),
    Column(
        "instrument", "方式代码", "string", "支持方式，中文见 instrument_name",
        lambda r: r.benefit.instrument, choices=INSTRUMENTS, needed=True,
    ),
    Column("instrument_name", "方式", "string", "支持方式的中文名称", lambda r: r.measure.words(f"instrument.{r.benefit.instrument}")),
    Column("condition", "条件", "string", "原文所写的条件", lambda r: r.benefit.condition.text),
    Column("amounts", "金额原话", "string", "金额和比例的原话，多个用；隔开", lambda r: joined(a.text.text for a in r.benefit.amounts)),
    Column("yuan_min", "最低金额", "number", "这一句里最小的金额，元，只计人民币", _lowest),
    Column("yuan_max", "最高金额", "number", "这一句里最大的金额，元，只计人民币", _highest),
    Column("percent_min", "最低比例", "number", "这一句里最小的比例，%", lambda r: min(_rates(r), default=None)),
    Column("percent_max", "最高比例", "number", "这一句里最大的比例，%", lambda r: max(_rates(r), default=None)),
    Column("base", "比例基数", "string", "比例按什么计算，多个用；隔开", lambda r: joined(a.base for a in r.benefit.amounts)),
    Column("per", "按什么给", "string", "每家、每年、每个项目等，多个用；隔开", lambda r: joined(a.per for a in r.benefit.amounts)),
    Column("text", "原句", "string", "写明这项支持的原句", lambda r: r.benefit.text.text),
    Column("start", "起点", "integer", "原句在存档中的第一个字，从 0 数", lambda r: r.benefit.text.locate().start, needed=True),
    Column("end", "终点", "integer", "原句在存档中的最后一个字之后", lambda r: r.benefit.text.locate().end, needed=True),
    Column("rule", "规则", "string", "读出这一句的规则名", lambda r: r.benefit.rule),
)  # fmt: skip

AGENCIES: tuple[Column[AgencyRow], ...] = (
    Column("id", "编号", "string", "部门的固定编号", lambda r: r.agency.id, needed=True),
    Column("name", "名称", "string", "词表中的全称；词表没有的照录原文", lambda r: r.agency.name),
    Column("region", "地区编号", "string", "部门所属的地区", lambda r: r.agency.region),
    Column("region_name", "地区", "string", "地区全称", lambda r: r.shelf.region_name(r.agency.region)),
    Column(
        "kind", "来历", "string", "known 词表已有、unknown 词表没有、collective 各区人民政府等统称",
        lambda r: r.agency.kind, choices=("known", "unknown", "collective"), needed=True,
    ),
    Column("leads", "牵头条数", "integer", "原文写明由它牵头的措施", lambda r: len(r.agency.leads), needed=True),
    Column("others", "参与条数", "integer", "其余由它负责的措施", lambda r: len(r.agency.others), needed=True),
)  # fmt: skip

DUTIES: tuple[Column[DutyRow], ...] = (
    Column("measure", "措施编号", "string", "对应 measures 的 id", lambda r: r.measure.item.id, needed=True),
    Column("place", "第几个", "integer", "在本条措施里的次序，从 1 数", lambda r: r.place, needed=True),
    Column("name", "部门", "string", "全名；萧山区、余杭区政府写作两个全名", lambda r: r.agency.full or r.agency.name.text),
    Column("printed", "原文写法", "string", "原文印出的字", lambda r: r.agency.name.text),
    Column("lead", "牵头", "boolean", "原文写明牵头为 true，没有写明为 false", lambda r: r.agency.lead, needed=True),
    Column("agency", "部门编号", "string", "对应 agencies 的 id", lambda r: r.agency.id),
    Column("start", "起点", "integer", "在存档中的第一个字，从 0 数", lambda r: r.agency.name.locate().start, needed=True),
    Column("end", "终点", "integer", "在存档中的最后一个字之后", lambda r: r.agency.name.locate().end, needed=True),
)  # fmt: skip
