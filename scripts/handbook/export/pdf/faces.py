"""The faces of each edition: Simplified ones for zh-Hans, Traditional ones for zh-Hant, never those of another language."""

from __future__ import annotations

from collections.abc import Collection

from .parts import Faces

#: The families that will do, the best first: serif, then sans.
FAMILIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "zh-Hans": (("Noto Serif CJK SC", "Noto Serif SC"), ("Noto Sans CJK SC", "Noto Sans SC")),
    "zh-Hant": (("Noto Serif CJK TC", "Noto Serif TC"), ("Noto Sans CJK TC", "Noto Sans TC")),
}
REGIONS = {"zh-Hans": "cn", "zh-Hant": "tw"}  # whose shapes and places of punctuation a face is asked for


def faces_of(edition: str, families: Collection[str]) -> Faces | None:
    """The faces of an edition among the families that there are; None where one is missing."""
    serif, sans = (next((name for name in names if name in families), "") for names in FAMILIES[edition])
    return Faces(serif, sans) if serif and sans else None
