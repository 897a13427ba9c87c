"""The files of build/data as their readers take them: against their schemas, in other parsers, byte for byte."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from frictionless import Package
from icalendar import Calendar
from tests.export.test_tables import NAMES, made
from tests.render.made import VOCABULARY, Words, library, passage

from handbook.export.datasets import datasets
from handbook.export.records import as_json, handbook_record
from handbook.export.schema import handbook_schema
from handbook.model import DateFinding, Library, Period

PRESS_TEXT = "这是报道的正文，不得转载。"
ATOM = "{http://www.w3.org/2005/Atom}"


def files(shelf: Library) -> dict[str, bytes]:
    return datasets(shelf, VOCABULARY, NAMES)


def with_dates(expires: str, *ends: tuple[str | None, str, bool]) -> Library:
    """The made handbook with an expiry and, measure by measure, periods: end, words, whether for applications."""
    shelf = made()
    (record,) = shelf.documents
    document = replace(record.document, expires=DateFinding(expires, passage(expires)))
    periods = [Period(passage(quote), None, end, "made", deadline=closing) for end, quote, closing in ends]
    measures = [
        replace(item, measure=replace(item.measure, findings=replace(item.measure.findings, period=period)))
        for item, period in zip(record.measures, periods, strict=False)
    ]
    return replace(shelf, documents=(replace(record, document=document, measures=tuple(measures)),))


def events(shelf: Library) -> list[tuple[str, date, str]]:
    calendar = Calendar.from_ical(files(shelf)["deadlines.ics"])
    return [(str(e["uid"]), e["dtstart"].dt, str(e["summary"])) for e in calendar.walk("VEVENT")]


def test_the_schema_is_a_schema_and_the_made_handbook_obeys_it() -> None:
    jsonschema.Draft202012Validator.check_schema(handbook_schema())
    jsonschema.Draft202012Validator(handbook_schema()).validate(json.loads(files(made())["handbook.json"]))


def test_the_handbook_obeys_its_published_schema(handbook_root: Path) -> None:
    data = handbook_root / "build" / "data"
    schema = json.loads((data / "handbook.schema.json").read_text(encoding="utf-8"))
    content = json.loads((data / "handbook.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)


def test_json_is_read_back_as_it_was_written() -> None:
    record = handbook_record(made(), VOCABULARY, NAMES)
    assert json.loads(as_json(record)) == record


@pytest.mark.parametrize("key", ["status", "summary", "agencies", "url"])
def test_a_missing_key_is_seen(key: str) -> None:
    content = json.loads(files(made())["handbook.json"])
    del content["measures"][0][key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(handbook_schema()).validate(content)


def test_frictionless_finds_no_fault(handbook_root: Path) -> None:
    report = Package(str(handbook_root / "build" / "data" / "datapackage.json")).validate()
    assert report.flatten(["title", "message"]) == []
    assert report.valid


def test_every_file_is_in_the_package_with_its_size_hash_and_licence(handbook_root: Path) -> None:
    data = handbook_root / "build" / "data"
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    listed = [*package["resources"], package["jsonSchema"]]
    assert {item["path"] for item in listed} == {path.name for path in data.iterdir()} - {"datapackage.json"}
    for item in listed:
        content = (data / item["path"]).read_bytes()
        assert (item["bytes"], item["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        assert [licence["name"] for licence in item["licenses"]] == ["CC-BY-4.0"]


def test_the_tables_lead_to_each_other() -> None:
    package = json.loads(files(made())["datapackage.json"])
    schemas = {item["name"]: item["schema"] for item in package["resources"] if "schema" in item}
    assert schemas["measures"]["primaryKey"] == ["id"]
    assert schemas["benefits"]["primaryKey"] == ["measure", "place"]
    links = {
        (name, *key["fields"], key["reference"]["resource"], *key["reference"]["fields"])
        for name, schema in schemas.items()
        for key in schema.get("foreignKeys", ())
    }
    assert {
        ("measures", "document", "documents", "id"),
        ("benefits", "measure", "measures", "id"),
        ("responsibilities", "measure", "measures", "id"),
        ("responsibilities", "agency", "agencies", "id"),
    } <= links
    (status,) = (field for field in schemas["measures"]["fields"] if field["name"] == "status")
    assert "现行有效" in status["constraints"]["enum"]


def test_the_same_library_gives_the_same_bytes() -> None:
    assert files(made()) == files(made())


def test_the_words_of_the_press_are_in_no_file() -> None:
    found = files(library(Words(issuer="某报")))
    assert all(PRESS_TEXT.encode() not in content for content in found.values())
    (press,) = json.loads(found["handbook.json"])["press"]
    assert set(press) == {"id", "title", "outlet", "date", "url", "reports", "claims"}
    assert press["reports"] == ["made-01"]


def test_days_are_in_the_calendar_and_vague_ends_are_not() -> None:
    shelf = with_dates(
        "2027-11-14",
        ("2027-06-30", "申报截至2027年6月30日", True),
        ("2027-12-31", "至2027年底", False),
        (None, "长期", False),
        ("2027-06", "至2027年6月", False),
    )
    assert events(shelf) == [
        ("made-01/01/ends@policy-handbook", date(2027, 6, 30), "申报截止：（一）支持企业技术改造"),
        ("made-01/expires@policy-handbook", date(2027, 11, 14), "失效：关于支持企业发展的若干措施"),
        (
            "made-01/02/ends@policy-handbook",
            date(2027, 12, 31),
            "到期：（二）对符合条件的企业，按设备投资额的15%给予补助…",
        ),
    ]


def test_the_calendar_is_folded_without_cutting_a_character() -> None:
    data = files(with_dates("2027-11-14", ("2027-06-30", "申报截至二〇二七年六月三十日" * 9, True)))["deadlines.ics"]
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)


def test_another_day_changes_no_uid() -> None:
    shelf = with_dates("2027-11-14")
    later = replace(shelf, as_of=date(2027, 1, 1))
    assert events(later) == events(shelf)


def test_the_feed_has_an_entry_for_each_document_measure_and_misprint() -> None:
    shelf = made()
    root = ElementTree.fromstring(files(shelf)["atom.xml"])
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert ids[:2] == ["tag:policy-handbook,2026:documents/made-01", "tag:policy-handbook,2026:measures/made-01/01"]
    misprints = [id for id in ids if str(id).startswith("tag:policy-handbook,2026:errata/")]
    assert len(misprints) == sum(len(capture.card.errata) for capture in shelf.captures)
    assert len(ids) == len(set(ids)) == 1 + len(shelf.documents[0].measures) + len(misprints)
    assert root.findtext(f"{ATOM}updated") == "2026-02-01T00:00:00Z"
    for entry in root.iter(f"{ATOM}entry"):
        assert all(entry.findtext(ATOM + name) for name in ("title", "published", "updated", "summary"))


def test_the_feed_is_the_same_on_another_day() -> None:
    shelf = made()
    assert files(replace(shelf, as_of=date(2030, 1, 1)))["atom.xml"] == files(shelf)["atom.xml"]


def test_hostile_words_break_no_file() -> None:
    hostile = "=<a&\"'\x00\x0b\ud800\ufffe]]>\r\nEND:VEVENT；,\\"
    shelf = made(Words(title=hostile, heading=hostile, body=hostile, agency=hostile))
    found = files(shelf)
    json.loads(found["handbook.json"])
    ElementTree.fromstring(found["atom.xml"])
    assert Calendar.from_ical(found["deadlines.ics"]) is not None
