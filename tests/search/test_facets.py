"""The columns of the finder: numbers written as gaps read back, and every file as small as it should be."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from handbook.model import Facet, FacetValue, Finder, FinderDocument, FinderRow, Reason
from handbook.search.facets import WHY_PER_SHARD, finder_data, gaps
from handbook.search.script import script

from .test_records import taken


def numbers(written: list[int]) -> list[int]:
    """As find.js reads them."""
    found: list[int] = []
    at = 0
    for gap in written:
        steps = [gap] if gap >= 0 else [1] * -gap
        for step in steps:
            at += step
            found.append(at)
    return found


@given(st.sets(st.integers(0, 300)))
def test_numbers_written_as_gaps_read_back(chosen: set[int]) -> None:
    assert numbers(gaps(sorted(chosen))) == sorted(chosen)


def test_a_run_is_one_number() -> None:
    assert gaps([5, 6, 7, 8, 10]) == [5, -3, 2]
    assert gaps(range(4)) == [0, -3]


def test_every_measure_has_its_reasons(handbook_root: Path) -> None:
    folder = handbook_root / "build/site/search"
    columns, manifest = taken(folder / "facets.js"), taken(folder / "manifest.js")
    assert isinstance(columns, dict)
    assert isinstance(manifest, dict)
    shards = [taken(folder / f"why-{at}.js") for at in range(-(-manifest["count"] // WHY_PER_SHARD))]
    why = [reasons for shard in shards if isinstance(shard, list) for reasons in shard]
    assert len(why) == manifest["count"]
    for facet, values in columns["facets"].items():
        for value, written in values.items():
            for number in numbers(written):
                said = why[number][facet][value]
                assert said or (facet, value) == ("amount", "none"), (facet, value, number)


def test_the_words_of_a_reason_stand_in_the_text(handbook_root: Path) -> None:
    """Every word that explains a type or a topic is official wording of the measure."""
    folder = handbook_root / "build/site/search"
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    for number, measure in enumerate(data["measures"]):
        shard = taken(folder / f"why-{number // WHY_PER_SHARD}.js")
        assert isinstance(shard, list)
        held = "".join((measure["title"] + measure["text"] + "".join(map(str, measure["fields"].values()))).split())
        for facet in ("type", "topic"):
            for said in shard[number % WHY_PER_SHARD].get(facet, {}).values():
                words, telling = (said, said) if isinstance(said, str) else (said[0], said[0][said[1] : said[2]])
                assert "".join(words.strip("…").split()) in held
                assert telling


def made(count: int) -> Finder:
    """A handbook of many measures: 25 a document, some types, topics, agencies and sums each."""
    chance = random.Random(5)
    facets: dict[str, dict[str, list[int]]] = {}
    rows = []
    for number in range(count):
        reasons = []
        for facet, most, mean in (("type", 19, 1), ("instrument", 18, 1), ("topic", 24, 2), ("agency", 1500, 4)):
            values = sorted(chance.sample(range(most), chance.randint(0, 2 * mean)))
            reasons += [
                Reason(facet, f"{facet}-{value}", "对符合条件的企业给予奖励，最高不超过一百万元") for value in values
            ]
        reasons.append(Reason("amount", f"band-{chance.randint(0, 8)}", "最高50万元"))
        for reason in reasons:
            facets.setdefault(reason.facet, {}).setdefault(reason.value, []).append(number)
        sum = str(chance.randint(1, 60) * 50_000) if chance.random() < 0.3 else ""
        ends = f"20{chance.randint(26, 30)}-12-31" if number % 50 < 25 else ""
        rows.append(FinderRow(number, sum, "active" if ends else "unstated", "", ends, "unstated", tuple(reasons)))
    return Finder(
        facets=tuple(
            Facet(name, tuple(FacetValue(id, id, tuple(held)) for id, held in values.items()))
            for name, values in facets.items()
        ),
        rows=tuple(rows),
        documents=tuple(FinderDocument(25, f"region-{at % 40}", "2026-01-01") for at in range(count // 25)),
        places=(),
    )


def test_five_thousand_measures_are_chosen_from_with_little_data() -> None:
    finder = made(5000)
    files = dict(finder_data(finder))
    columns = script("facets", files.pop("facets"))
    assert len(gzip.compress(columns)) <= 80_000
    shards = [len(gzip.compress(script(name, data))) for name, data in files.items()]
    assert max(shards) <= 4_000


def test_the_same_finder_gives_the_same_files() -> None:
    finder = made(50)
    again = replace(finder, rows=tuple(finder.rows))
    assert list(finder_data(finder)) == list(finder_data(again))
