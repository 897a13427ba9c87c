"""The records that lists of results show: every measure once, in the order of the library, in shards and as scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

CALL = re.compile(r'handbook\.take\("([a-z0-9-]+)",(.*)\);\n', re.DOTALL)


def taken(path: Path) -> object:
    """What a file of the search hands over; its only statement is the call that does so."""
    found = CALL.fullmatch(path.read_text(encoding="utf-8"))
    assert found
    assert found[1] == path.stem
    return json.loads(found[2])


@pytest.fixture(scope="module")
def folder(handbook_root: Path) -> Path:
    return handbook_root / "build/site/search"


@pytest.fixture(scope="module")
def records(folder: Path) -> list[dict[str, str]]:
    manifest = taken(folder / "manifest.js")
    assert isinstance(manifest, dict)
    shards = -(-manifest["count"] // manifest["per_shard"])
    made = [taken(folder / f"records-{shard}.js") for shard in range(shards)]
    assert all(isinstance(shard, list) and len(shard) == manifest["per_shard"] for shard in made[:-1])
    return [record for shard in made if isinstance(shard, list) for record in shard]


def test_every_measure_has_a_record_with_its_page(records: list[dict[str, str]], handbook_root: Path) -> None:
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    assert [record["id"] for record in records] == [measure["id"] for measure in data["measures"]]
    assert all(
        (handbook_root / "build/site" / f"measures/{record['id']}" / "index.html").is_file() for record in records
    )


def test_a_record_says_what_the_page_says(records: list[dict[str, str]], handbook_root: Path) -> None:
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    words = taken(handbook_root / "build/site/search/manifest.js")
    assert isinstance(words, dict)
    for record, measure in zip(records, data["measures"], strict=True):
        assert words["words"]["status." + record["standing"]] == measure["status"]
        assert record.get("benefit", "") == measure["summary"]
        assert record.get("general", False) == (measure["kind"] == "general")
