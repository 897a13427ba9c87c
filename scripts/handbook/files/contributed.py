"""Every file that people contribute, read for checking: what cannot be read is a fault of the file, never an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model import ConfigError, Contributed, Fault, Yaml
from .capture import decode
from .retired import PUBLISHED, RETIRED, retired_faults
from .sources import card_faults
from .strict_yaml import scan, utf8_faults
from .tree import names, read_bytes
from .words import FORMS, vocabulary_faults

READ = ("capture.txt", "source.yml")  # of a folder of sources/
BESIDE = ("README.md", PUBLISHED, RETIRED)  # the folders of sources/
STRINGS = "strings/"  # of templates/


def contributed(root: Path) -> tuple[Contributed, ...]:
    """Sources, vocabulary, words of the interface and hand-written pages, in the order of their paths."""
    found = [
        *_folder(root, "sources", ""),
        *_folder(root, "vocabulary", ""),
        *_folder(root, "templates", STRINGS),
        *_folder(root, "docs", ""),
    ]
    return tuple(sorted(found, key=lambda item: item.file))


def _folder(root: Path, folder: str, under: str) -> Iterator[Contributed]:
    for name in names(root / folder):
        if name.startswith(under):
            yield _file(root / folder, f"{folder}/{name}", name)


def _file(root: Path, file: str, name: str) -> Contributed:
    try:
        data = read_bytes(root, name)
    except ConfigError as error:
        code = "file-link" if (root / name).is_symlink() else "file-name"
        return Contributed(file, b"", "", None, (Fault(file, 1, 1, code, str(error)),))
    unread = _unread(file, name)
    if unread or not name.endswith(".yml"):
        own = unread if name.endswith("capture.txt") else (*unread, *utf8_faults(file, data))
        return Contributed(file, data, decode(data), None, own)
    yaml, broken = scan(file, data)
    return Contributed(file, data, decode(data), yaml, broken or _by_form(file, name, yaml))


def _unread(file: str, name: str) -> tuple[Fault, ...]:
    """A fault where nobody reads the file: it is in the wrong folder, or misspelt."""
    folder, _, base = name.rpartition("/")
    read = {
        "sources": base in READ if folder else base in BESIDE,
        "vocabulary": not folder and name in FORMS,
    }.get(file.split("/", 1)[0], True)
    return () if read else (Fault(file, 1, 1, "file-unknown", f"程序不读 {name}：请删去，或放到应放的文件夹"),)


def _by_form(file: str, name: str, yaml: Yaml) -> tuple[Fault, ...]:
    folder = file.split("/", 1)[0]
    if folder == "sources":
        return retired_faults(yaml) if name == RETIRED else card_faults(name.split("/", 1)[0], yaml)
    return vocabulary_faults(name, yaml) if folder == "vocabulary" else ()
