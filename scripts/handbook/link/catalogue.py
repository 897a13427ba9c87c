"""The documents of the handbook as other texts name them: found by title or by document number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import OUTSIDE, DocumentRecord, Region
from .names import Name, Number, name_of, numbers_of, same_document, same_number

SUFFIXES = ("省", "市", "区", "县", "州", "盟", "旗")
NO_ISSUER = "只印了年份和序号，没有印发文机关，不能确定是哪一份文件"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reference points to: `target` is an id of the handbook, or empty with the reason in `why`."""

    target: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the handbook with all its names and numbers."""

    record: DocumentRecord
    names: tuple[Name, ...]
    numbers: tuple[Number, ...]


class Catalogue:
    """All documents of the handbook, ready to be asked for by name; build one for the whole library."""

    def __init__(self, records: Sequence[DocumentRecord], regions: Sequence[Region]) -> None:
        self._regions = {region.id: region for region in regions}
        self._places = frozenset(form for region in regions for form in _forms(region))
        self.entries: Mapping[str, Entry] = {record.id: _entry(record, self._places) for record in records}
        self._by_subject: dict[str, set[str]] = defaultdict(set)
        self._by_count: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for id, entry in self.entries.items():
            for name in entry.names:
                self._by_subject[name.subject].add(id)
                self._by_subject[name.whole].add(id)
            for number in entry.numbers:
                self._by_count[number.form, number.year, number.count].add(id)

    def titled(self, title: str, citing: DocumentRecord) -> Answer:
        """The document that a title means in a document of the handbook."""
        name = name_of(title, self._places)
        near = sorted(self._by_subject.get(name.subject, set()) | self._by_subject.get(name.whole, set()))
        found = [id for id in near if self._means(name, self.entries[id], citing)]
        exact = [id for id in found if any(name.whole == own.whole for own in self.entries[id].names)]
        return _single(exact if len(exact) == 1 else found)

    def numbered(self, text: str) -> Answer:
        """The document that a number means; one without its issuer (2020年第8号) settles nothing."""
        found: set[str] = set()
        unclear = False
        for number in numbers_of(text):
            near = self._by_count.get((number.form, number.year, number.count), set())
            found |= {id for id in near if any(same_number(number, own) for own in self.entries[id].numbers)}
            unclear = unclear or bool(near and not number.code)
        return Answer("", NO_ISSUER) if unclear and not found else _single(sorted(found))

    def other_number(self, id: str, text: str) -> bool:
        """Whether a document has numbers of its own and the printed one is none of them."""
        own = self.entries[id].numbers
        return bool(own) and not any(same_number(number, mine) for number in numbers_of(text) for mine in own)

    def _means(self, name: Name, entry: Entry, citing: DocumentRecord) -> bool:
        if not any(same_document(name, own) for own in entry.names):
            return False
        record = entry.record
        if citing.card.id == record.card.id or self._in_line(citing.region, record.region):
            return True
        region = self._regions.get(record.region)
        return bool(region and any(form in name.whole for form in region.forms))

    def _in_line(self, one: str, other: str) -> bool:
        """Whether one region is the other or lies above or below it: a city does not carry out another's policy."""
        return one in self._above(other) or other in self._above(one)

    def _above(self, id: str) -> set[str]:
        chain = {id}
        region = self._regions.get(id)
        while region and region.parent not in chain:
            chain.add(region.parent)
            region = self._regions.get(region.parent)
        return chain - {""}


def _forms(region: Region) -> Iterator[str]:
    """The names of a place as titles begin with them: 湖北省, 湖北, 鄂州市; of a district only the full one."""
    if region.level != "nation":
        yield from (form for form in region.forms if form.endswith(SUFFIXES) or region.level in ("province", "city"))


def _entry(record: DocumentRecord, places: Container[str]) -> Entry:
    document = record.document
    titles = {passage.text for passage in (document.title, document.notice_title) if passage}
    titles |= {card.title for card in record.card.documents if card.id == record.id}
    names = tuple(name_of(title, places) for title in sorted(titles) if title)
    return Entry(record, names, numbers_of(document.number.text) if document.number else ())


def _single(found: Sequence[str]) -> Answer:
    """The only candidate, or why there is none."""
    if len(found) == 1:
        return Answer(found[0])
    return Answer("", f"手册里有 {len(found)} 份文件同名：{'、'.join(found)}" if found else OUTSIDE)
