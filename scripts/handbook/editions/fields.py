"""What in a library and its vocabulary is text for people, and so has another form in another script.

Every passage is. Of plain strings those below are; ids, codes, rules, dates, addresses and numbers stay. A test holds
this table against the model, so that a new field is put in one of the three rows.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model import (
    Agency,
    AgencyEntry,
    AgencyIndex,
    Amount,
    Audience,
    Coinage,
    DocumentCard,
    DocumentRecord,
    EnterpriseType,
    Erratum,
    GlossaryTerm,
    Group,
    LeftOut,
    Measure,
    Note,
    Parsed,
    Piece,
    Problem,
    Region,
    Repeal,
    Retired,
    Section,
    SourceCard,
    Span,
    Synonyms,
    Topic,
    TopicFinding,
    TraditionalForms,
)

Fields = Mapping[type, tuple[str, ...]]

# words of the text itself, which has its own script
PRINTED: Fields = {
    Section: ("number",),
    Measure: ("number",),
    Agency: ("full",),
    Amount: ("base", "per"),
    DocumentRecord: ("short_title",),
}
# words of the editors, of the vocabulary and of the program, always in Simplified script
WRITTEN: Fields = {
    SourceCard: ("title", "issuer", "obtained", "outlet", "notes"),
    DocumentCard: ("title", "issuers"),
    Erratum: ("printed", "reading", "why"),
    Note: ("text",),
    Repeal: ("by",),
    Retired: ("why", "title"),
    Problem: ("message",),
    Audience: ("name",),
    TopicFinding: ("name",),
    AgencyIndex: ("name",),
    Coinage: ("text",),
    Group: ("name",),
    Region: ("name", "forms"),
    AgencyEntry: ("name", "forms"),
    EnterpriseType: ("name", "definition", "standard", "words", "not_words"),
    Topic: ("name", "words"),
    GlossaryTerm: ("term", "variants", "definition", "basis", "missing", "quoted", "not_in"),
    LeftOut: ("why", "terms"),
}
# what stays as it is with all that is in it: the capture as received and as first read, places in it, and what is
# never shown, such as the synonyms of the search, which reads both scripts
AS_RECEIVED: tuple[type, ...] = (Parsed, Piece, Span, Synonyms, TraditionalForms)
