"""What holds for every book of an edition: what it is, its faces, and the words that the templates print."""

from __future__ import annotations

from dataclasses import dataclass

from ...render.words import Words
from .parts import Faces

#: The words that the template prints by itself; what is in braces in them it fills in.
PRINTED = (
    "pdf.contents", "pdf.how", "pdf.see_page", "pdf.page_of", "pdf.pages_index", "pdf.glossary", "pdf.agencies",
    "pdf.agencies_note", "pdf.types", "pdf.left_out", "pdf.left_out_note", "pdf.disclaimer", "pdf.errata",
    "pdf.errata_note", "pdf.index", "pdf.network", "pdf.scan", "pdf.rest_in_book", "pdf.rest_on_site", "pdf.unofficial",
    "pdf.leads", "pdf.edition", "pdf.continued", "page.not_stated", "page.comma", "facts.benefits", "facts.beneficiary",
    "facts.instrument", "facts.amount", "facts.condition", "facts.title", "facts.summary", "measure.text",
    "measure.fields", "measure.brackets", "related.title", "measure.from_section", "measure.source", "page.editors", "for.gain",
    "for.condition", "for.agency", "for.until", "for.who", "pdf.to_get_it", "glossary.unsure", "glossary.basis", "glossary.editors_note",
    "home.title", "document.column_title", "document.column_status", "facts.document", "pdf.page",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imprint:
    """What holds for every book of an edition: its code, the version of the handbook, and the faces it is set in."""

    edition: str
    version: str
    faces: Faces


def printed(words: Words) -> dict[str, str]:
    """The phrases of the template, those with a value in braces as they are."""
    return {name: words(name) for name in PRINTED}
