"""Where the handbook's texts use the terms of the glossary: the longest form at each place, once a measure.

A term that stands inside a title, a document number, the name of an agency or a longer term is not used there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pypinyin import lazy_pinyin

from ..model import DocumentRecord, GlossaryTerm, Library, MeasureRecord, Passage, TermEntry, TermUse, Vocabulary
from .forms import LATIN_OR_DIGIT, alike, longest_of
from .off_limits import in_agency, taken

QUOTES = (("“", "”"), ('"', '"'), ("‘", "’"))
NO_TERM = ""  # who owns a longer word that means something else
OTHER = "#"  # the initial of terms that begin with a figure or a sign


def with_terms(library: Library, vocabulary: Vocabulary) -> Library:
    """The library with every term of the glossary and where it is used."""
    finder = TermFinder(vocabulary.glossary)
    uses: dict[str, list[TermUse]] = defaultdict(list)
    for record in library.documents:
        for place, passages, agencies in _places(record):
            for id, words in finder.first_uses(passages, agencies):
                uses[id].append(TermUse(place, words))
    entries = [TermEntry(term, *initial_of(term.term), tuple(uses[term.id])) for term in vocabulary.glossary]
    return replace(
        library, terms=tuple(sorted(entries, key=lambda entry: (entry.initial == OTHER, entry.pinyin, entry.term.id)))
    )


class TermFinder:
    """The terms of the glossary in any text."""

    def __init__(self, glossary: Sequence[GlossaryTerm]) -> None:
        self._owner: dict[str, str] = {}
        self._quoted: set[str] = set()
        for term in glossary:
            self._owner.update((alike(word), NO_TERM) for word in term.not_in)
        for term in glossary:
            plain = (form for form in (term.term, *term.variants) if form not in term.quoted)
            self._owner.update((alike(form), term.id) for form in plain)
            quoted = [alike(before + form + after) for form in term.quoted for before, after in QUOTES]
            self._owner.update((form, term.id) for form in quoted)
            self._quoted.update(quoted)
        self._pattern = longest_of(self._owner)

    def find(self, passage: Passage, agencies: Sequence[Passage] = ()) -> Iterator[tuple[str, int, int]]:
        """Every use of a term in a text, in reading order: its id and its place."""
        text = alike(passage.text)
        closed = taken(passage, agencies)
        otherwise = 0  # the end of a longer word that means something else
        match = self._pattern.search(text)
        while match:
            start, end = match.span()
            owner = self._owner[match[0]]
            if not owner:
                otherwise = max(otherwise, end)
            free = owner and end > otherwise and closed.find(1, start, end) < 0
            used = free and not in_agency(passage.text, start, end)
            if used:
                inner = match[0] in self._quoted
                yield owner, start + inner, end - inner
            match = self._pattern.search(text, end if used else start + 1)

    def first_uses(
        self, passages: Sequence[Passage], agencies: Sequence[Passage] = ()
    ) -> Iterator[tuple[str, Passage]]:
        """Each term used in the passages of one place, at its first use."""
        seen: set[str] = set()
        for passage in passages:
            for id, start, end in self.find(passage, agencies):
                if id not in seen:
                    seen.add(id)
                    yield id, passage.cut(start, end)


def initial_of(term: str) -> tuple[str, str]:
    """The letter a term stands under in the index, and its pinyin to sort by: 首版次 is S, 5G+工业互联网 is #."""
    syllables = lazy_pinyin(term.lstrip("“‘\"'"), errors="default")
    pinyin = " ".join(part.lower() for part in syllables)
    first = pinyin[:1].upper()
    return (first if first in LATIN_OR_DIGIT and first.isalpha() else OTHER), pinyin


def _places(record: DocumentRecord) -> Iterator[tuple[str, tuple[Passage, ...], tuple[Passage, ...]]]:
    """The texts of a document by the id they are read under, each with the agencies printed in it."""
    yield record.id, record.document.around(), ()
    for item in record.measures:
        names = tuple(agency.name for agency in item.measure.findings.agencies)
        yield item.id, _words(item), names


def _words(item: MeasureRecord) -> tuple[Passage, ...]:
    """The words of a measure, its text before its title: a term is explained where it is read, not in a heading."""
    fields = tuple(field.value for field in item.measure.fields)
    return tuple(words for words in (item.measure.text, *fields, item.measure.title) if words)
