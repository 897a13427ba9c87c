"""Every page leads to its official text, to the files and lines that made it, and to a form for mistakes."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from handbook.files import load, read_repository
from handbook.model import ConfigError, Origin, Repository, SourceError
from handbook.render.forge import file_address, report_address
from handbook.render.views.tools import tools_view
from handbook.render.words import Words, words_of

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"(?P<file>[\w./-]+)(?: 第 (?P<first>\d+)(?:–(?P<last>\d+))? 行)?")

GITHUB = Repository("https://github.com/owner/handbook", "main", "github")
GITEE = Repository("https://gitee.com/owner/handbook", "master", "gitee")
GITLAB = Repository("https://gitlab.example.org/group/part/handbook", "main", "gitlab")


@pytest.mark.parametrize(
    ("repository", "origin", "address"),
    [
        (GITHUB, Origin("docs/data.md"), "https://github.com/owner/handbook/blob/main/docs/data.md"),
        (GITHUB, Origin("sources/a/capture.txt", 3, 9), "https://github.com/owner/handbook/blob/main/sources/a/capture.txt#L3-L9"),
        (GITHUB, Origin("sources/"), "https://github.com/owner/handbook/tree/main/sources"),
        (GITEE, Origin("sources/a/source.yml", 5, 5), "https://gitee.com/owner/handbook/blob/master/sources/a/source.yml#L5-L5"),
        (GITLAB, Origin("sources/a/capture.txt", 3, 9), "https://gitlab.example.org/group/part/handbook/-/blob/main/sources/a/capture.txt#L3-9"),
    ],
)  # fmt: skip
def test_a_file_and_its_lines(repository: Repository, origin: Origin, address: str) -> None:
    assert file_address(repository, origin) == address


@pytest.mark.parametrize("repository", [GITHUB, GITEE])
def test_the_form_for_mistakes_has_its_page_filled_in(repository: Repository) -> None:
    parts = urlsplit(
        html.fromstring(f'<a href="{report_address(repository, "勘误：甲&乙", "/measures/a/03/")}"/>').get("href")
    )
    assert parts.path == "/owner/handbook/issues/new"
    assert parse_qs(parts.query) == {
        "template": ["correction.yml"],
        "title": ["勘误：甲&乙"],
        "page": ["/measures/a/03/"],
    }


def words() -> Words:
    strings = load("zh-Hans.yml", (ROOT / "templates/strings/zh-Hans.yml").read_bytes()).value
    assert isinstance(strings, dict)
    return words_of(strings)


def test_the_guide_leads_to_every_form_by_its_name() -> None:
    shown = tools_view("contribute/add/", "新增一份政策", (), None, GITEE, words()).doors
    named = {parse_qs(urlsplit(str(door.url)).query).get("template", [""])[0]: door.text for door in shown}
    for path in (ROOT / "templates/forms").glob("[!c]*.yml"):
        form = load(path.name, path.read_bytes()).value
        assert isinstance(form, dict)
        assert named[path.name] == form["name"]
    assert [door.text for door in shown][-2:] == ["sources/", "vocabulary/"]


@pytest.mark.parametrize(("address", "repository"), [("contribute/add/", None), ("data/", GITEE)])
def test_other_pages_have_no_such_doors(address: str, repository: Repository | None) -> None:
    assert tools_view(address, "标题", (), None, repository, words()).doors == ()


def test_gitlab_has_one_text_for_all_fields() -> None:
    parts = urlsplit(html.fromstring(f'<a href="{report_address(GITLAB, "勘误", "/data/")}"/>').get("href"))
    assert parse_qs(parts.query) == {"issue[title]": ["勘误"], "issue[description]": ["/data/"]}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("repository: https://gitee.com/owner/handbook\nbranch: master\n", GITEE),
        ("repository: https://github.com/owner/handbook.git\n", GITHUB),
        ("repository: https://code.example.org/owner/handbook\nplatform: gitlab\n",
         Repository("https://code.example.org/owner/handbook", "main", "gitlab")),
        ("repository: null\n", None),
        ("branch: main\n", None),
    ],
)  # fmt: skip
def test_the_setting(tmp_path: Path, said: str, found: Repository | None) -> None:
    (tmp_path / "handbook.yml").write_text(said, encoding="utf-8")
    assert read_repository(tmp_path) == found


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "handbook.yml").write_text("repository: https://gitee.com/owner/handbook\n", encoding="utf-8")
    assert read_repository(tmp_path, "https://github.com/owner/handbook") == GITHUB
    assert read_repository(tmp_path / "empty", "https://github.com/owner/handbook/") == GITHUB


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://x", "http://github.com/a/b", "https://a.b/c/d?e"])
def test_what_is_no_address_of_a_repository_is_refused(tmp_path: Path, address: str) -> None:
    (tmp_path / "handbook.yml").write_text(f'repository: "{address}"\n', encoding="utf-8")
    with pytest.raises(SourceError, match="repository"):
        read_repository(tmp_path)
    with pytest.raises(ConfigError, match="仓库地址"):
        read_repository(tmp_path / "empty", address)


@pytest.fixture(scope="module")
def ends(handbook_root: Path) -> dict[str, html.HtmlElement]:
    """The tools of every page, by the address of the page."""
    root = handbook_root / "build/site"
    found = {}
    for path in sorted(root.rglob("*.html")):
        if path.name == "404.html" or "zh-hant" in path.parts:
            continue
        (tools,) = html.document_fromstring(path.read_bytes().decode("utf-8")).xpath("//nav[@class='hb-tools']")
        found[path.parent.relative_to(root).as_posix()] = tools
    return found


def test_every_page_has_the_three_ways(ends: dict[str, html.HtmlElement]) -> None:
    for address, tools in ends.items():
        compare, change, report = tools.xpath(".//li")
        assert compare.text_content().startswith("对照原文"), address
        assert "/sources/" in "/" + compare.xpath("a/@href")[0] or address.startswith("sources"), address
        assert change.text_content().startswith("修改此页："), address
        assert report.text_content() == "报告错误", address


def test_every_named_file_is_there_and_holds_the_lines(ends: dict[str, html.HtmlElement], handbook_root: Path) -> None:
    lines = {}
    for address, tools in ends.items():
        for name in tools.xpath(".//li[2]/a/text()"):
            found = NAMED.fullmatch(name)
            assert found, (address, name)
            path = handbook_root / found["file"]
            assert path.exists(), (address, name)
            if found["first"]:
                if path not in lines:
                    lines[path] = path.read_text(encoding="utf-8").split("\n")
                assert 1 <= int(found["first"]) <= int(found["last"] or found["first"]) <= len(lines[path]), address


def test_the_lines_of_a_term_are_its_entry(ends: dict[str, html.HtmlElement], handbook_root: Path) -> None:
    text = (handbook_root / "vocabulary/glossary.yml").read_text(encoding="utf-8").split("\n")
    pages = {address: tools for address, tools in ends.items() if address.startswith("glossary/")}
    assert pages
    for address, tools in pages.items():
        found = NAMED.fullmatch(tools.xpath(".//li[2]/a/text()")[0])
        assert found, address
        entry = text[int(found["first"]) - 1 : int(found["last"] or found["first"])]
        assert entry[0].strip() == f"- id: {address.partition('/')[2]}"
        assert sum("- id:" in line for line in entry) == 1, address


def test_hand_written_pages_lead_to_themselves(ends: dict[str, html.HtmlElement]) -> None:
    assert ends["data"].xpath(".//li[2]/a/text()") == ["docs/data.md"]
    assert ends["about"].xpath(".//li[2]/a/text()") == ["docs/about/index.md"]
