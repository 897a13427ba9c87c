"""What a check looks things up in: the contributed files by path, and the handbook as it is put together from them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from ..model import Contributed, Yaml


@dataclass(frozen=True, slots=True)
class Files:
    """All contributed files by path, in the order of their paths."""

    by_path: dict[str, Contributed]

    @staticmethod
    def of(items: tuple[Contributed, ...]) -> Files:
        return Files({item.file: item for item in items})

    def get(self, path: str) -> Contributed | None:
        return self.by_path.get(path)

    def yaml(self, path: str) -> Yaml:
        """The YAML at a path; an empty one where there is none or it cannot be read."""
        item = self.by_path.get(path)
        return item.yaml if item and item.yaml else Yaml(path, None, {})

    def folders(self) -> tuple[str, ...]:
        """The folders of sources/, each the id of a source."""
        parts = (path.split("/") for path in self.by_path)
        return tuple(dict.fromkeys(part[1] for part in parts if part[0] == "sources" and len(part) > 2))

    def region_names(self) -> frozenset[str]:
        """Every id, name and form of a region."""
        regions = self.yaml("vocabulary/regions.yml")
        paths = [path for item in regions.items() for path in ((*item, "id"), (*item, "name"))]
        paths += [path for item in regions.items() for path in regions.items(*item, "forms")]
        return frozenset(filter(None, (regions.text(*path) for path in paths)))


@dataclass(frozen=True, slots=True)
class Known:
    """The handbook that the files make: ids of its documents and measures, and which names of agencies are known.

    `ids` holds those withheld because they are retired, too. `published` are all that must have a place; `is_agency`
    takes a name and the region of its document.
    """

    ids: frozenset[str]
    published: tuple[str, ...]
    is_agency: Callable[[str, str], bool]


def bare(text: str) -> str:
    """Text without its white space, as errata are looked for."""
    return "".join(text.split())


def fingerprint(item: Contributed) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(item.data).hexdigest()
