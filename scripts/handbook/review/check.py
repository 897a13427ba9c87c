"""`handbook check`: everything wrong with the contributed files, in the order of their paths and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Contributed, Fault
from .cards import cards
from .codes import BY_CODE
from .form import form
from .hidden import hidden
from .known import Files, Known
from .pages import pages, strings
from .retired import retired
from .terms import terms

GRAVE = "error"
FORMS = frozenset({"field-form", "url-form", "field-date", "field-choice", "rights-missing"})
SEEN = frozenset({"control-character", "hidden-direction"})  # the form of a field forbids them too


def check(items: tuple[Contributed, ...], known: Known | None = None) -> tuple[Fault, ...]:
    """All faults; `known` is the handbook that the files make, None where they make none."""
    files = Files.of(items)
    found = [*cards(files, known), *terms(files, known), *retired(files, known)]
    for item in items:
        found += [*item.faults, *_alone(item)]
    return tuple(sorted(set(_told(found)), key=lambda fault: (fault.file, fault.line, fault.column, fault.code)))


def grave(faults: Iterable[Fault]) -> int:
    """How many of them keep the handbook from being built or published."""
    return sum(BY_CODE[fault.code].severity == GRAVE for fault in faults)


def under(faults: Iterable[Fault], paths: tuple[str, ...]) -> tuple[Fault, ...]:
    """Those of some files and folders (relative to the project, `/` between); all where no path is given."""
    return tuple(fault for fault in faults if within(fault.file, paths))


def within(file: str, paths: tuple[str, ...]) -> bool:
    """Whether a file is one of some paths or below one; any file is where no path is given."""
    return not paths or any(path in (".", file) or file.startswith(path.rstrip("/") + "/") for path in paths)


def _alone(item: Contributed) -> Iterator[Fault]:
    """What a file shows by itself."""
    if any(fault.code in ("encoding", "file-large", "file-unknown", "file-link", "file-name") for fault in item.faults):
        return
    yield from hidden(item)
    yield from form(item)
    if item.file.startswith("docs/") and item.file.endswith(".md"):
        yield from pages(item)
    if item.file.startswith("templates/strings/") and item.yaml and not item.faults:
        yield from strings(item.yaml)


def _told(found: list[Fault]) -> Iterator[Fault]:
    """Each fault once: a hidden character is not a wrong form as well, and a line that cannot be read is told of once."""
    hidden_lines = {(fault.file, fault.line) for fault in found if fault.code in SEEN}
    controls = {(fault.file, fault.line) for fault in found if fault.code == "control-character"}
    open_lines = {(fault.file, fault.line) for fault in found if fault.code in ("todo-left", "capture-changed")}
    told_changed = {(fault.file, fault.line, fault.code) for fault in found if fault.code == "capture-changed"}
    seen: set[tuple[str, int, str]] = set()
    for fault in found:
        line = (fault.file, fault.line)
        key = (*line, fault.code)
        if fault.code in FORMS and line in hidden_lines | open_lines:
            continue
        if fault.code == "todo-left" and (*line, "capture-changed") in told_changed:
            continue
        if fault.code == "yaml-syntax" and line in controls:
            continue
        if fault.code in ("control-character", "id-twice", "capture-changed", "outlet-missing") and key in seen:
            continue
        seen.add(key)
        yield fault
