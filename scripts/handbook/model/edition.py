"""The scripts in which the handbook is published: one code path makes all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .library import Library
from .vocabulary import Vocabulary

EditionCode = Literal["zh-Hans", "zh-Hant"]


@dataclass(frozen=True, slots=True)
class Edition:
    """The handbook in one script.

    `code` is its language tag (BCP 47) and the name of its phrase book; `path` is where it stands in the site, ending in
    a slash, empty for the root. `pages` and `site` are the folders of build/ in which its Markdown and its HTML are made,
    `config` is its configuration of MkDocs.
    """

    code: EditionCode
    path: str
    pages: str
    site: str
    config: str


SIMPLIFIED = Edition("zh-Hans", "", "docs", "site", "mkdocs.yml")
TRADITIONAL = Edition("zh-Hant", "zh-hant/", "docs-hant", "site-hant", "mkdocs.hant.yml")
EDITIONS = (SIMPLIFIED, TRADITIONAL)


@dataclass(frozen=True, slots=True)
class Copy:
    """The handbook in the script of one edition: what its pages, its search and its printed books are made of.

    `written` are the files of docs/ by relative path.
    """

    edition: Edition
    library: Library
    vocabulary: Vocabulary
    strings: Mapping[str, object]
    written: Mapping[str, bytes]
