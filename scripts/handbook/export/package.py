"""The data package: what every file of the open data is, its columns, licence, size and SHA-256 (Data Package v2)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from .facts import Record
from .table import Heading, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
#: Of the editors' work; the official wording in it is not copyrighted (Copyright Law of the PRC, art. 5).
LICENCE: Record = {
    "name": "CC-BY-4.0",
    "title": "知识共享 署名 4.0 国际（官方文件的文字不受著作权法保护，可以自由使用）",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
SHAPE = "handbook.schema.json"  # of handbook.json; no resource, for tools take a file of this name for a table's schema
#: The files that are no tables: title, format and media type.
OTHERS = {
    "handbook.json": ("全部数据，每个值都带在原文中的位置", "json", "application/json"),
    "handbook.xlsx": (
        "全部表格的 Excel 工作簿", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "deadlines.ics": ("失效和申报截止日期的日历", "ics", "text/calendar"),
    "atom.xml": ("新收录的文件和措施", "xml", "application/atom+xml"),
}  # fmt: skip


def data_package(tables: Sequence[Table], files: Mapping[str, bytes], version: str, as_of: date) -> Record:
    """The descriptor of all files; `files` are their bytes by name, with those of the tables among them."""
    resources = [_tabular(table, f"{table.name}.csv", table.name, files) for table in tables]
    resources += [
        _tabular(table, f"{table.name}-excel.csv", f"{table.name}-excel", files)
        | {"title": f"{table.title}（Excel 用，带 BOM，CRLF 换行）"}
        for table in tables
    ]
    resources += [_file(name, files[name]) for name in OTHERS]
    shape: Record = {"path": SHAPE, "mediatype": "application/schema+json", **_checked(files[SHAPE])}
    return {
        "$schema": PROFILE,
        "name": "policy-handbook",
        "title": "惠企政策手册",
        "description": f"惠企政策文件及其逐条措施，状态截至 {as_of.isoformat()}。非政府网站，以官方文件为准。",
        "version": version,
        "created": f"{as_of.isoformat()}T00:00:00Z",
        "licenses": [LICENCE],
        "resources": resources,
        "jsonSchema": shape,
    }


def _tabular(table: Table, path: str, name: str, files: Mapping[str, bytes]) -> Record:
    return {
        "name": name,
        "type": "table",
        "path": path,
        "title": table.title,
        "description": f"{table.description}。以 = + - @ 或其全角形式开头的格子前加了一个撇号，防止被当作公式。",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_checked(files[path]),
        "schema": _schema(table),
    }


def _schema(table: Table) -> Record:
    record: Record = {
        "$schema": TABLE_SCHEMA,
        "fields": [_field(heading, table.key) for heading in table.headings],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.links:
        record["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": resource, "fields": [field]}}
            for column, resource, field in table.links
        ]
    return record


def _field(heading: Heading, key: tuple[str, ...]) -> Record:
    limits: Record = {"required": True} if heading.needed else {}
    if key == (heading.name,):
        limits["unique"] = True
    if heading.choices:
        limits["enum"] = list(heading.choices)
    field: Record = {
        "name": heading.name,
        "title": heading.title,
        "type": heading.type,
        "description": heading.description,
    }
    return field | ({"constraints": limits} if limits else {})


def _file(name: str, data: bytes) -> Record:
    title, form, media = OTHERS[name]
    resource = name.replace(".", "-")
    return {"name": resource, "path": name, "title": title, "format": form, "mediatype": media, **_checked(data)}


def _checked(data: bytes) -> Record:
    """Size, SHA-256 and licence of one file."""
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "licenses": [LICENCE]}
