"""What of a capture is words and what is markup: tags, entities, scripts and Markdown signs are blanked, offsets kept."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import islice

FILLER = "\u200b"  # stands for a character that is not shown; white space to every later stage

# <p style="text-align: center">, </td>, <br/> : gov.cn pages saved as HTML
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,11})((?:\s[^<>]{0,2000})?)/?>")
COMMENT = re.compile(r"<!--[^<>]{0,5000}-->|<![a-zA-Z][^<>]{0,300}>|<\?[a-zA-Z][^<>]{0,300}>")
HIDDEN_OPEN = re.compile(r"<(script|style|noscript|head|select|iframe|svg|nav)\b[^<>]{0,2000}>", re.IGNORECASE)
BLOCK_END = re.compile(r"</(?:p|div|td|tr|li|h[1-6]|span|table|tbody|a)>|<br\s?/?>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
SPACE_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288);")
HANDLER = re.compile(r"\bon[a-z]{3,20}\s?=|javascript:|data:", re.IGNORECASE)

# Markdown made from a web page: "# 标题", "**小标题**", "[首页](https://…)", "![Image 6](…)"
MARKDOWN_LINK = re.compile(
    r"!?\[[^\[\]\n]{0,300}\]\((?:https?:|/|#|mailto:|javascript:)(?:[^()\s]|\([^()\s]{0,200}\)){0,1500}(?:\s\"[^\"\n]{0,200}\")?\)"
)
MARKDOWN_HEAD = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
MARKDOWN_ESCAPE = re.compile(r"\\(?=[.\-*_#()\[\]+!|~>])")
MARKDOWN_BOLD = re.compile(r"\*\*|(?<![\w_])__|__(?![\w_])")

# "- **1. 放宽市场准入。**": a bullet before a number is the converter's
MARKDOWN_ITEM = re.compile(
    r"^[ \t]{0,8}[-*+][ \t]+(?=(?:\*\*|__)?(?:\d{1,3}[.．、]|[（(]?[一二三四五六七八九十]{1,3}[）)、.]|第[一二三四五六七八九十\d]{1,4}条))",
    re.MULTILINE,
)

# <h3>支持平台企业落户</h3>, ### 支持平台企业落户, **支持平台企业落户** alone on its line: headings by their looks
HTML_TITLE = re.compile(
    r"<h(?P<level>[1-6])\b[^<>]{0,300}>(?P<words>.{2,400}?)</h(?P=level)>", re.IGNORECASE | re.DOTALL
)
MARKDOWN_TITLE = re.compile(r"^(?P<level>#{1,6})[ \t]+(?P<words>[^\n]{2,200})$", re.MULTILINE)
BOLD_TITLE = re.compile(
    r"^[ \t]{0,8}\*\*(?P<words>[^*\n]{2,60})\*\*[ \t]*$|<p\b[^<>]{0,300}>\s{0,20}<(?P<tag>strong|b)>(?P<html>[^<>]{2,60})</(?P=tag)>\s{0,20}</p>",
    re.MULTILINE | re.IGNORECASE,
)
BOLD_LEVEL = 7  # bold lines are below every heading

BLOCK = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "tbody",
        "thead",
        "section",
        "article",
        "title",
        "hr",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
    ]
)
CELL_END = re.compile(r"</t[dh]", re.IGNORECASE)
CELL_LENGTH = 600  # a longer cell lays out a whole page
ROW = frozenset(("tr", "table", "tbody", "thead"))
CELL = frozenset(("td", "th"))
INLINE = frozenset(
    ["span", "b", "strong", "i", "em", "u", "font", "a", "sup", "sub", "small", "center", "label", "s", "o"]
)
LINKED = 5  # that many links make a text a Markdown conversion
PAGE_MARKS = 5  # that many block ends make a text a saved web page, whose every tag is markup


@dataclass(frozen=True, slots=True)
class Dropped:
    """A range of the capture that is markup, with the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Title:
    """A range of the capture that its markup shows as a heading; level 1 is the highest, bold lines are the lowest."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Visible:
    """The words of a capture: `text` has its length and offsets, with markup blanked; `titles` are in reading order."""

    text: str
    dropped: tuple[Dropped, ...]
    titles: tuple[Title, ...] = ()


def visible(text: str) -> Visible:
    """Blank the markup of a capture, one character for one, and say what was blanked under which rule.

    In a plain text only bare layout tags count as markup (`<p>`); any other tag is part of the words and stays.
    """
    page = len(BLOCK_END.findall(text)) >= PAGE_MARKS if "<" in text else False
    edits: list[tuple[int, int, str, str]] = []
    if page:
        edits += _hidden_elements(text)
        edits += [(m.start(), m.end(), "", "html-comment") for m in COMMENT.finditer(text)]
    if "<" in text:
        edits += _tags(text, page)
    if "&" in text:
        pattern = ENTITY if page else SPACE_ENTITY
        edits += [(m.start(), m.end(), html.unescape(m.group()), "html-entity") for m in pattern.finditer(text)]
    markdown = _is_markdown(text)
    if markdown:
        edits += _markdown(text)
    titles = _titles(text) if page or markdown else ()
    return _apply(text, sorted(edits, key=lambda edit: (edit[0], -edit[1])), titles)


def _hidden_elements(text: str) -> list[tuple[int, int, str, str]]:
    found: list[tuple[int, int, str, str]] = []
    at = 0
    lower = text.lower()
    ends: dict[str, int] = {}
    while match := HIDDEN_OPEN.search(text, at):
        name = match.group(1).lower()
        if ends.get(name) == -1:
            at = match.end()
            continue
        close = lower.find(f"</{name}", match.end())
        ends[name] = close
        if close < 0:
            at = match.end()
            continue
        stop = text.find(">", close) + 1 or len(text)
        found.append((match.start(), stop, "\n", f"html-{name}"))
        at = stop
    return found


def _tags(text: str, page: bool) -> list[tuple[int, int, str, str]]:
    """The tags that are markup: a block ends a line, a cell is set apart by a tab, lines inside a cell run on."""
    edits: list[tuple[int, int, str, str]] = []
    in_cell = False
    for match in TAG.finditer(text):
        closing, name, attributes = match.group(1), match.group(2).lower(), match.group(3)
        known = name in BLOCK or name in CELL or name in INLINE
        if not page and (not known or HANDLER.search(attributes)):
            continue
        if name in CELL:
            in_cell = not closing and CELL_END.search(text, match.end(), match.end() + CELL_LENGTH) is not None
        elif name in ROW:
            in_cell = False
        shown = "" if name not in BLOCK else " " if in_cell else "\n"
        shown = "\t" if name in CELL and not closing else shown
        edits.append((match.start(), match.end(), shown, "html-tag"))
    return edits


def _is_markdown(text: str) -> bool:
    if len(list(islice(MARKDOWN_LINK.finditer(text), LINKED))) == LINKED:
        return True
    heads = MARKDOWN_HEAD.findall(text)
    return len(heads) >= 3 or (len(heads) >= 1 and text.count("**") >= 6)


def _titles(text: str) -> tuple[Title, ...]:
    found = [Title(*m.span("words"), int(m["level"])) for m in HTML_TITLE.finditer(text)]
    found += [Title(*m.span("words"), len(m["level"])) for m in MARKDOWN_TITLE.finditer(text)]
    found += [Title(*m.span("words" if m["words"] else "html"), BOLD_LEVEL) for m in BOLD_TITLE.finditer(text)]
    return tuple(sorted(found, key=lambda title: title.start))


def _markdown(text: str) -> list[tuple[int, int, str, str]]:
    edits: list[tuple[int, int, str, str]] = []
    for match in MARKDOWN_LINK.finditer(text):
        start, end = match.span()
        if text[start] == "!":
            edits.append((start, end, "", "markdown-image"))
            continue
        close = text.index("](", start)
        edits.append((start, start + 1, "", "markdown-link"))
        edits.append((close, end, "", "markdown-link"))
    edits += [(m.start(), m.end(), "", "markdown-mark") for m in MARKDOWN_ITEM.finditer(text)]
    edits += [(m.start(), m.end(), "", "markdown-mark") for m in MARKDOWN_HEAD.finditer(text)]
    edits += [(m.start(), m.end(), "", "markdown-mark") for m in MARKDOWN_BOLD.finditer(text)]
    edits += [(m.start(), m.end(), "", "markdown-mark") for m in MARKDOWN_ESCAPE.finditer(text)]
    return edits


def _apply(text: str, edits: list[tuple[int, int, str, str]], titles: tuple[Title, ...]) -> Visible:
    parts: list[str] = []
    dropped: list[Dropped] = []
    at = 0
    for start, end, shown, rule in edits:
        if start < at:
            continue
        parts.append(text[at:start])
        kept = shown[: end - start]
        parts.append(kept + FILLER * (end - start - len(kept)))
        dropped.append(Dropped(start + len(kept.strip()), end, rule))
        at = end
    parts.append(text[at:])
    return Visible("".join(parts), tuple(dropped), titles)
