"""Where pages stand, and how one leads to another."""

from __future__ import annotations

import pytest

from handbook.render import links


@pytest.mark.parametrize(
    ("here", "there", "anchor", "link"),
    [
        ("", "documents/", "", "documents/"),
        ("", "measures/hubei-2025/03/", "", "measures/hubei-2025/03/"),
        ("measures/hubei-2025/03/", "", "", "../../../"),
        ("measures/hubei-2025/03/", "measures/hubei-2025/04/", "", "../04/"),
        ("measures/hubei-2025/03/", "sources/hubei-2025/", "L12", "../../../sources/hubei-2025/#L12"),
        ("sources/hubei-2025/", "sources/hubei-2025/", "m-hubei-2025-03", "#m-hubei-2025-03"),
        ("documents/", "documents/", "", "./"),
        ("about/report/", "about/", "", "../"),
    ],
)
def test_a_link_leads(here: str, there: str, anchor: str, link: str) -> None:
    assert links.link(here, there, anchor) == link


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.md"),
        ("documents/", "documents/index.md"),
        ("documents/hubei-2025/", "documents/hubei-2025.md"),
        ("measures/hubei-2025/03/", "measures/hubei-2025/03.md"),
        ("about/report/", "about/report.md"),
    ],
)
def test_a_page_is_written_to(address: str, file: str) -> None:
    assert links.file_of(address) == file


@pytest.mark.parametrize(
    ("url", "attribute"),
    [
        ("https://www.hubei.gov.cn/a.html?b=1&c=2#d", "https://www.hubei.gov.cn/a.html?b=1&amp;c=2#d"),
        ("http://example.org/路径", "http://example.org/%E8%B7%AF%E5%BE%84"),
        ('https://example.org/"onclick="x', "https://example.org/%22onclick=%22x"),
        ("https://example.org/<b>", "https://example.org/%3Cb%3E"),
    ],
)
def test_a_web_address_is_linked(url: str, attribute: str) -> None:
    assert links.outside(url) == attribute


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "http:",
        "http://[",
        "https://example.org/ x",
        "ftp://example.org",
    ],
)
def test_anything_else_is_no_link(url: str | None) -> None:
    assert links.outside(url) is None


@pytest.mark.parametrize("id", ["../../x", "a b", "a#b", 'a"b', "甲", "a/b"])
def test_an_id_stays_inside_its_folder(id: str) -> None:
    for address in (links.document(id), links.region(id), links.source(id)):
        assert address.count("/") == 2
        assert not set(address) & set(" \"#<>'")
