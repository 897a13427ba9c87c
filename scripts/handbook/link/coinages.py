"""Words in quotation marks that the glossary does not know: what an editor should define next, or leave out for a reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ..model import Coinage, DocumentRecord, Library, Passage, Span, Vocabulary
from .forms import alike

# “先投后股”, 「首試首用」, "上云用数赋智"; a quoted sentence is no word
QUOTED = re.compile(r"“([^“”\n。；！？]{1,40})”|\"([^\"\n。；！？]{1,40})\"|「([^「」\n。；！？]{1,40})」")
IGNORED = re.compile(r"[\s“”\"]")


def with_coinages(library: Library, vocabulary: Vocabulary) -> Library:
    """The library with the quoted words that neither the glossary nor its list of words left out holds."""
    known = {_key(form) for term in vocabulary.glossary for form in (term.term, *term.variants, *term.quoted)}
    known |= {_key(words) for group in vocabulary.left_out for words in group.terms}
    found: dict[str, list[Span]] = defaultdict(list)
    for record in library.documents:
        for passage in _passages(record):
            for words in quoted(passage):
                if _key(words.text) not in known:
                    found[words.text].append(words.locate())
    coinages = (Coinage(text, tuple(dict.fromkeys(places))) for text, places in found.items())
    return replace(library, coinages=tuple(sorted(coinages, key=lambda item: (-len(item.places), item.text))))


def quoted(passage: Passage) -> Iterator[Passage]:
    """The words in quotation marks of a text, without the marks."""
    for match in QUOTED.finditer(passage.text):
        words = passage.cut(*match.span(match.lastindex or 0)).strip()
        if words:
            yield words


def _key(text: str) -> str:
    return IGNORED.sub("", alike(text))


def _passages(record: DocumentRecord) -> Iterator[Passage]:
    document = record.document
    yield document.title
    yield from document.around()
    yield from (section.title for section in document.sections)
    for item in record.measures:
        yield item.measure.title
        yield item.measure.text
        yield from (field.value for field in item.measure.fields if not _inside(field.value, item.measure.text))


def _inside(value: Passage, text: Passage) -> bool:
    """Whether a field of a card is its text, and so already read."""
    return bool(value) and text.find(value.locate()) is not None
