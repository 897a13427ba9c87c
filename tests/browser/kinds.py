"""The kinds of page in a built site: few pages that together show everything that pages are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

EDITIONS = ("zh-hant/",)  # beside the first, which stands at the root
CLASSED = re.compile(r"<(\w+)[^>]*?\sclass=\"([^\"]*)\"")
ALONE = {"about", ""}  # folders whose pages are each of their own kind


def kinds(site: Path) -> tuple[str, ...]:
    """Addresses relative to the site: the longest page of every folder and depth, and one for every class of an element
    that these do not have."""
    pages = {path.relative_to(site).as_posix().removesuffix("index.html"): path for path in site.rglob("*.html")}
    longest = defaultdict(list)
    for address, path in pages.items():
        longest[kind(address)].append((path.stat().st_size, address))
    chosen = {max(found)[1] for found in longest.values()}
    seen = {one for address in chosen for one in _made_of(address, pages[address])}
    for address in sorted(pages):
        if new := set(_made_of(address, pages[address])) - seen:
            chosen.add(address)
            seen |= new
    return tuple(sorted(chosen))


def kind(address: str) -> str:
    """`measures/*/*` for `measures/hubei-2025/03/`."""
    first, *rest = address.removeprefix(edition(address)).split("/")
    if first in ALONE:
        return address
    return edition(address) + "/".join([first, *("*" for part in rest if part)])


def edition(address: str) -> str:
    return next((name for name in EDITIONS if address.startswith(name)), "")


def _made_of(address: str, path: Path) -> Iterator[tuple[str, str, str]]:
    for tag, names in CLASSED.findall(path.read_text(encoding="utf-8")):
        for name in names.split():
            yield edition(address), tag, name
