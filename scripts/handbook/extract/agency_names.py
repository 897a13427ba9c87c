"""Which agency a printed name means: one agency has one canonical name and one page, however a text shortens it.

The vocabulary names most agencies once for the whole country, with three words that stand for others: 某地 (省, 湖北省,
湖北, or nothing), 某某 (湖北) and 某局 (the body as printed: 委, 厅, 局, 办). In a document of Hubei 省发改委 is read by
某地发改某局 of the entry 某地发展和改革某局: 湖北省发展和改革委员会, with the id `hubei-fagai`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import AgencyEntry, Region, Vocabulary
from ..text.agency_name import fold

PLACE, SHORT, BODY = "某地", "某某", "某局"
_LONGEST_PLACE = 12  # characters of a region's name
# the body at the end of a department's name, and how it is written in full: 发改委 is 发展和改革委员会
_BODIES = {"委员会": "委员会", "办公室": "办公室", "委": "委员会", "办": "办公室", "厅": "厅", "局": "局"}
_BODY_AT_END = re.compile(r"(?:委员会|办公室|委|办|厅|局)$")
# 省, 市, 州: how a document names its own government or one above it
_LEVELS = ("自治区", "自治州", "地区", "林区", "省", "市", "州", "盟", "区", "县", "旗")
# names that are national in any document: 财政部, 国家发展改革委, 市场监管总局, 海关总署
_NATIONAL = re.compile(
    r"(?:国家|中国|中央|中共中央|国务院|全国|中华|最高|共青团中央).*|.*(?:部|总局|总署|审计署|总公司|国铁集团)"
)
# 省文化和旅游厅（省文物局）: the second name of one agency
_SECOND_NAME = re.compile(r"[（(〔][^（()）〔〕]*[）)〕]$")


class AgencyNames:
    """The agencies of a vocabulary, ready to be asked for by printed name; build one for the whole handbook."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._regions = {region.id: region for region in vocabulary.regions}
        self._places: dict[str, list[tuple[Region, str]]] = {}
        for region in vocabulary.regions:
            for form in region.forms if region.level != "nation" else ():
                word = SHORT if form == _short(region) else PLACE
                self._places.setdefault(form, []).append((region, word))
        self._general: dict[str, AgencyEntry] = {}
        self._particular: dict[str, list[AgencyEntry]] = {}
        for entry in vocabulary.agencies:
            for form in (entry.name, *entry.forms):
                if PLACE in form or SHORT in form:
                    self._general.setdefault(form, entry)
                else:
                    self._particular.setdefault(form, []).append(entry)
        self._region_ids = {form: region.id for region in reversed(vocabulary.regions) for form in region.forms}
        self._region_ids.update({region.id: region.id for region in vocabulary.regions})
        self._known: dict[tuple[str, str], AgencyEntry | None] = {}

    def find(self, name: str, region: str) -> AgencyEntry | None:
        """The agency that `name` means in a document of `region` (its id or a name), None where it is not known."""
        key = (name, region)
        if key not in self._known:
            self._known[key] = self._find(_SECOND_NAME.sub("", fold(name)), self._above(region))
        return self._known[key]

    def _above(self, region: str) -> list[Region]:
        """The region and the levels above it, nearest first; the nation alone where the region is not known."""
        chain: list[Region] = []
        at = self._regions.get(self._region_ids.get(region, ""))
        while at is not None and at not in chain:
            chain.append(at)
            at = self._regions.get(at.parent)
        return chain

    def _find(self, name: str, chain: list[Region]) -> AgencyEntry | None:
        own = chain[0] if chain else None
        for entry in self._particular.get(name, ()):
            if own is not None and entry.region == own.id:
                return entry
        for region, form in self._readings(name, chain):
            found = self._compose(form, region)
            if found:
                return found
        above = {region.id for region in chain[1:]}
        for entry in self._particular.get(name, ()):
            nation = self._regions.get(entry.region)
            if nation is not None and nation.level == "nation":
                if _NATIONAL.fullmatch(name):
                    return entry
            elif entry.region in above or not entry.region:
                return entry
        return None

    def _readings(self, name: str, chain: list[Region]) -> Iterator[tuple[Region, str]]:
        """The name with its place put as 某地 or 某某, for every way to read a place in it, the likeliest first."""
        local = [region for region in chain if region.level != "nation"]
        for start in range(len(name)):
            for end in range(min(len(name), start + _LONGEST_PLACE), start + 1, -1):
                for region, word in self._nearest(name[start:end], local):
                    yield region, name[:start] + word + name[end:]
                    if word == SHORT:
                        yield region, name[:start] + PLACE + name[end:]
        for level in _LEVELS:
            at = name.find(level)
            if at >= 0:
                for region in local:
                    if region.name.endswith(level):
                        yield region, name[:at] + PLACE + name[at + len(level) :]
        own = [region for region in local if region.level == "province" or not name.endswith("厅")]
        if own:  # 科技局, and 财政厅 in a city's document: the province's
            yield own[0], PLACE + name

    def _nearest(self, form: str, local: list[Region]) -> list[tuple[Region, str]]:
        """The regions of a name, those of the document's own line first (吉林 is the province and a city)."""
        places = self._places.get(form, [])
        return sorted(places, key=lambda place: place[0] not in local) if len(places) > 1 else places

    def _compose(self, form: str, region: Region) -> AgencyEntry | None:
        """The agency of a region that a general form names, with its full name; None where no entry has the form."""
        body = _BODY_AT_END.search(form)
        entry = self._general.get(form)
        if entry is None and body:
            entry = self._general.get(form[: body.start()] + BODY)
        if entry is None:
            return None
        name = entry.name.replace(PLACE, region.name).replace(SHORT, _short(region))
        name = name.replace(BODY, _BODIES[body[0]] if body else "局")
        return AgencyEntry(f"{region.id}-{entry.id}", name, region.id, ())


def canonical(name: str, region: str, vocabulary: Vocabulary) -> AgencyEntry | None:
    """The agency that `name` means in a document of `region`; use `AgencyNames` where many are asked for."""
    return AgencyNames(vocabulary).find(name, region)


def _short(region: Region) -> str:
    return region.forms[-1] if region.forms else region.name
