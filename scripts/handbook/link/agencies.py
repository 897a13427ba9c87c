"""One entry an agency over the whole handbook: its canonical name, its region, the measures it leads and takes part in.

An agency that the vocabulary does not know gets an id from its name in pinyin and its region; 省 and 市 before its name
mean the province and the city of the document (省文联 in a city's document is the province's).
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pypinyin import lazy_pinyin

from ..model import (
    Agency,
    AgencyEntry,
    AgencyIndex,
    DocumentRecord,
    Library,
    MeasureRecord,
    Problem,
    Region,
    Span,
    Vocabulary,
)
from ..text.agency_name import fold, is_collective

LONGEST_ID = 40
DIGEST = 6  # hexadecimal digits that keep two names of one pinyin apart
NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
# 省 in 省文联, not in 省际 or 省级; 市 in 市融资担保集团, 区 in 区投促中心
LEVELS: tuple[tuple[re.Pattern[str], Literal["province", "city", "district"]], ...] = (
    (re.compile(r"省(?!级|际|内|外|域|属)|自治区"), "province"),
    (re.compile(r"市(?!场|级|内|外|域|属|区)|州(?!级|内)"), "city"),
    (re.compile(r"[区县](?!域|级|内|外|块|属)"), "district"),
)
Kind = Literal["known", "unknown", "collective"]
Find = Callable[[str, str], AgencyEntry | None]


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes an agency one: its id where it is known, else its folded name and region."""

    id: str
    name: str
    region: str


def with_agencies(library: Library, vocabulary: Vocabulary, find: Find) -> Library:
    """The library with an id on every agency of its measures and its index of agencies.

    `find` gives the canonical agency of a printed name in a region's document; the names it does not know are listed in
    `problems`, once each.
    """
    places = _Places(vocabulary.regions)
    ids = _ids(library, places)
    named = ((agency.full or agency.name.text, record.region) for record, _, agency in _each(library.documents))
    known = {entry.id: entry for name, region in named if (entry := find(name, region))}
    documents = tuple(_document(record, places, ids) for record in library.documents)
    index = _index(documents, places, ids, known)
    problems = (*library.problems, *_unknown(documents, index))
    return replace(library, documents=documents, agencies=index, problems=problems)


def pinyin_id(name: str, region: str) -> str:
    """An ASCII id of at most 40 characters for a name in a region: 省文联 of hubei is `hubei-shengwenlian`."""
    syllables = "".join(lazy_pinyin(name, errors="default"))
    plain = "-".join(part for part in (region, NOT_IN_IDS.sub("", syllables.lower())) if part)
    return plain if plain and len(plain) <= LONGEST_ID else _marked(plain, name)


def _marked(id: str, name: str) -> str:
    """An id with a mark of its name, for names too long or of one pinyin."""
    mark = hashlib.sha256(name.encode("utf-8", errors="replace")).hexdigest()[:DIGEST]
    return f"{id[: LONGEST_ID - DIGEST - 1].rstrip('-')}-{mark}".lstrip("-")


class _Places:
    """The regions of the vocabulary, to tell whose an agency is."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self._regions = {region.id: region for region in regions}
        self._named = {region.name: region.id for region in regions if region.level != "nation"}

    def of(self, name: str, region: str) -> str:
        """The region of an agency by its printed name, in a document of `region`."""
        for end in range(min(len(name), 14), 1, -1):
            if name[:end] in self._named:
                return self._named[name[:end]]
        for pattern, level in LEVELS:
            if pattern.match(name):
                return self._at_level(region, level)
        return region

    def _at_level(self, id: str, level: str) -> str:
        """The region of a level at or above one; the region itself where there is none."""
        region, seen = self._regions.get(id), {""}
        while region and region.id not in seen:
            if region.level == level:
                return region.id
            seen.add(region.id)
            region = self._regions.get(region.parent)
        return id


def _key(agency: Agency, region: str, places: _Places) -> _Key:
    name = fold(agency.full or agency.name.text).replace("人民政府", "政府")  # both are printed of one government
    return _Key(agency.id, "", "") if agency.id else _Key("", name, places.of(name, region))


def _each(documents: Sequence[DocumentRecord]) -> Iterator[tuple[DocumentRecord, MeasureRecord, Agency]]:
    for record in documents:
        for item in record.measures:
            for agency in item.measure.findings.agencies:
                yield record, item, agency


def _ids(library: Library, places: _Places) -> dict[_Key, str]:
    """An id for every agency; of unknown names with one pinyin, all are marked, so that none depends on its rank."""
    keys = {_key(agency, record.region, places) for record, _, agency in _each(library.documents)}
    taken = {key.id for key in keys if key.id}
    wanted: dict[str, list[_Key]] = defaultdict(list)
    for key in keys:
        if not key.id:
            wanted[pinyin_id(key.name, key.region)].append(key)
    ids = {key: key.id for key in keys if key.id}
    for id, sharing in wanted.items():
        alone = len(sharing) == 1 and id not in taken
        ids.update((key, id if alone else _marked(id, f"{key.region} {key.name}")) for key in sharing)
    return ids


def _document(record: DocumentRecord, places: _Places, ids: Mapping[_Key, str]) -> DocumentRecord:
    """A document whose agencies all have ids."""
    measures = []
    for item in record.measures:
        found = item.measure.findings
        named = tuple(
            replace(agency, id=ids[_key(agency, record.region, places)]) if not agency.id else agency
            for agency in found.agencies
        )
        measures.append(replace(item, measure=replace(item.measure, findings=replace(found, agencies=named))))
    inner = replace(record.document, measures=tuple(item.measure for item in measures))
    return replace(record, measures=tuple(measures), document=inner)


def _index(
    documents: Sequence[DocumentRecord], places: _Places, ids: Mapping[_Key, str], known: Mapping[str, AgencyEntry]
) -> tuple[AgencyIndex, ...]:
    leads: dict[str, dict[str, None]] = defaultdict(dict)
    others: dict[str, dict[str, None]] = defaultdict(dict)
    for _, item, agency in _each(documents):
        (leads if agency.lead else others)[agency.id][item.id] = None
    made = set(ids.values()) - {key.id for key in ids}
    first = {agency.id: (agency, record.region) for record, _, agency in reversed(list(_each(documents)))}
    index = []
    for id in sorted(first):
        agency, region = first[id]
        name = agency.full or agency.name.text
        entry = known.get(id)
        kind: Kind = ("collective" if is_collective(name) else "unknown") if id in made else "known"
        index.append(
            AgencyIndex(
                id,
                entry.name if entry else name,
                entry.region if entry else places.of(fold(name), region),
                kind,
                tuple(leads[id]),
                tuple(measure for measure in others[id] if measure not in leads[id]),
            )
        )
    return tuple(index)


def _unknown(documents: Sequence[DocumentRecord], index: Sequence[AgencyIndex]) -> tuple[Problem, ...]:
    """One note for each agency that the vocabulary lacks, at its first place."""
    unknown = {entry.id: entry for entry in index if entry.kind == "unknown"}
    first: dict[str, Span] = {}
    for _, _, agency in _each(documents):
        if agency.id in unknown:
            first.setdefault(agency.id, agency.name.locate())
    return tuple(
        Problem(
            "note",
            "agency-unknown",
            f"部门“{unknown[id].name}”不在 vocabulary/agencies.yml 里：照原文保留，页面编号为 {id}；常见的部门请补进去",
            span,
        )
        for id, span in first.items()
    )
