"""The one place that knows where a page stands and how to link to it.

Addresses are relative to the root of the site, end in `/` and are ASCII (`measures/hubei-2025/03/`). A link is relative
to the page that holds it, so that the site works under any path and any renderer with directory addresses.
"""

from __future__ import annotations

from posixpath import relpath
from urllib.parse import quote, urlencode, urljoin, urlsplit

from markupsafe import Markup, escape

from ..model import Edition

HOME = ""
DOCUMENTS = "documents/"
REGIONS = "regions/"
SOURCES = "sources/"
REPORT = "about/report/"
ABOUT = "about/"
CONTRIBUTE = "contribute/"
ERRATA = "errata/"
ERRATA_GUIDE = "contribute/errata/"
FOR = "for/"
GLOSSARY = "glossary/"
AGENCIES = "agencies/"
TOPICS = "topics/"
CALENDAR = "calendar/"
FIND = "find/"
REFERENCES = "about/references/"
DATA = "data/"
PDF = "pdf/"
TEXTS = ("measures/", "documents/")  # before the addresses of official texts
SEARCH = "search/"

_WEB = ("http", "https")
_SITE = "https://site.invalid"  # stands for the site while a relative link is resolved (RFC 2606)
_KEPT = "/:?#[]@!$&'()*+,;=%~"  # characters of an address that quoting leaves alone


def measure(id: str) -> str:
    return f"measures/{quote(id)}/"


def document(id: str) -> str:
    return f"documents/{quote(id, safe='')}/"


def region(id: str) -> str:
    return f"regions/{quote(id, safe='')}/"


def source(id: str) -> str:
    return f"sources/{quote(id, safe='')}/"


def one_page(type: str, region: str = "") -> str:
    """The one-page summary of an enterprise type, over all regions or for one with those above it."""
    return f"{FOR}{quote(type, safe='')}/" + (f"{quote(region, safe='')}/" if region else "")


def agency(id: str) -> str:
    return f"{AGENCIES}{quote(id, safe='')}/"


def topic(id: str) -> str:
    return f"{TOPICS}{quote(id, safe='')}/"


def found(facet: str, value: str, part: int = 1) -> str:
    """The static list of what has a value of a facet; a long one goes on in further parts."""
    return f"{FIND}{facet}/{quote(value, safe='')}/" + (f"{part}/" if part > 1 else "")


def finder(here: str, **chosen: str) -> Markup:
    """The link to the finder with values of facets chosen, ready for an attribute; empty values choose nothing."""
    query = urlencode({facet: value for facet, value in chosen.items() if value})
    return link(here, FIND) + Markup(f"?{escape(query)}" if query else "")


def place(id: str) -> str:
    """The page of an id of the handbook that a link may point to: a measure's where it names one, else a document's."""
    return measure(id) if "/" in id else document(id)


def term(id: str) -> str:
    return f"{GLOSSARY}{quote(id, safe='')}/"


def measure_anchor(id: str) -> str:
    """The anchor of a measure's characters on the page of its capture."""
    return "m-" + quote(id, safe="").replace("%2F", "-").replace("%", "_")


def line_anchor(line: int) -> str:
    return f"L{line}"


def span_anchor(start: int, end: int) -> str:
    """The anchor of a run of characters, counted from the beginning of its capture."""
    return f"c{start}-{end}"


def file_of(address: str) -> str:
    """The Markdown file behind an address: an index page for a folder that holds others, else a file of its name."""
    if address in (HOME, DOCUMENTS, REGIONS, SOURCES, FOR, GLOSSARY, AGENCIES, TOPICS, FIND, SEARCH):
        return f"{address}index.md"
    return address.rstrip("/") + ".md"


def address_of(file: str) -> str:
    """The address of a Markdown file of the tree: `file_of` read backwards."""
    return file.removesuffix("index.md") if file.endswith("index.md") else file.removesuffix(".md") + "/"


def link(here: str, there: str, anchor: str = "") -> Markup:
    """The link from the page `here` to the page `there`, ready for an attribute."""
    if here == there and anchor:
        return Markup("#" + quote(anchor))
    path = relpath("/" + there, "/" + here)
    target = "./" if path == "." else path + "/"
    return Markup(target + ("#" + quote(anchor) if anchor else ""))


def address(here: str, link: str) -> str | None:
    """The page to which a link of the page `here` leads; None for one that leaves the site."""
    parts = urlsplit(urljoin(f"{_SITE}/{here}", link))
    return parts.path.removeprefix("/") if f"{parts.scheme}://{parts.netloc}" == _SITE else None


def download(here: str, name: str, edition: Edition) -> Markup:
    """The link from a page of an edition to a file of the open data, which all editions share, ready for an attribute."""
    return Markup(f"{link(edition.path + here, DATA)}{quote(name)}")


def pdf(here: str, name: str, page: int = 0) -> Markup:
    """The link from a page to a printed book, or to a page of it, ready for an attribute."""
    return Markup(f"{link(here, PDF)}{quote(name)}" + (f"#page={page}" if page else ""))


def outside(url: str | None) -> Markup | None:
    """An address on the web, ready for an attribute; None for anything that is not plain http or https."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # `http://[` is no address
        return None
    if parts.scheme not in _WEB or not parts.hostname or any(char.isspace() for char in url):
        return None
    return Markup(str(escape(quote(url, safe=_KEPT))))
