"""The words of a web page, all of them: what is furniture and what is policy is for the parser to say.

A tool that looks for the main text of a page may take a list of fees or a signature for furniture; this one does not.
"""

from __future__ import annotations

import re

from inscriptis import get_text
from inscriptis.css_profiles import RELAXED_CSS_PROFILE
from inscriptis.model.config import ParserConfig

BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
# saved from url=(0043)https://www.example.gov.cn/zc/1.html; <link rel="canonical" href="…">; og:url
SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>\"']{4,500})")
CANONICAL = re.compile(r"<(?:link|meta)\b[^<>]{0,500}>", re.IGNORECASE)
NAMED = re.compile(r"""(?:rel=["']?canonical\b|property=["']?og:url\b)""", re.IGNORECASE)
ADDRESS = re.compile(r"""(?:href|content)=["']?(https?://[^\s"'<>]{4,500})""", re.IGNORECASE)


def page_text(page: str) -> str:
    """The text that a browser shows, block by block; scripts, styles and what is hidden left out."""
    config = ParserConfig(css=RELAXED_CSS_PROFILE, display_images=False, display_links=False)
    text: str = get_text(page, config)
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return BLANK_LINES.sub("\n\n", lines)


def link_of(page: str) -> str:
    """The address that a page gives for itself, or that a browser noted when it was saved; empty where none does."""
    if saved := SAVED.search(page):
        return saved[1]
    for tag in CANONICAL.findall(page):
        if NAMED.search(tag) and (address := ADDRESS.search(tag)):
            return address[1]
    return ""
