"""The built site, page by page: titles, counts, links and anchors, nothing from elsewhere, every way to the source."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import html

SITE_NAME = "惠企政策手册"
HANT = "zh-hant/"
FRAMES = (("zh-Hans", SITE_NAME, "非政府网站"), ("zh-Hant", "惠企政策手冊", "非政府網站"))
# characters that no Traditional text has, for those that the frame and the headings of pages use most
ONLY_SIMPLIFIED = frozenset(
    "业产关务发举项获类级财资门长问间国经给结续纪组统约红级纳细终绍编缴网联职规设许论诉评词试该说请读调谁贷费贸质购责败账质赛车转较载输辑过进这还选连边远适达迁运"
)
BASE = "http://handbook.invalid/"
LOADED = (("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("object", "data"))
LOADED_LINKS = {"stylesheet", "icon", "preload", "preconnect", "modulepreload", "dns-prefetch", "manifest"}
CSS_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")
URL_LIMIT = 60
DOCUMENT_NUMBER = re.compile(r"〔20\d\d〕\d+号")
FIXED = {
    "", "agencies/", "topics/", "calendar/", "documents/", "regions/", "sources/", "about/", "about/report/",
    "about/references/", "search/", "errata/", "data/", "contribute/", "404.html",
}  # fmt: skip


class Site(NamedTuple):
    root: Path
    pages: dict[str, html.HtmlElement]  # by address relative to the root of the site
    data: dict[str, list[dict[str, object]]]

    def of(self, kind: str) -> dict[str, html.HtmlElement]:
        return {address: page for address, page in self.pages.items() if address.startswith(kind) and address != kind}


@pytest.fixture(scope="module")
def whole(handbook_root: Path) -> Site:
    """Both editions, the Traditional one below zh-hant/."""
    root = handbook_root / "build/site"
    pages = {}
    for path in sorted(root.rglob("*.html")):
        address = path.relative_to(root).as_posix().removesuffix("index.html")
        pages[address] = html.document_fromstring(path.read_bytes().decode("utf-8"))
    data = json.loads((handbook_root / "build/data/handbook.json").read_text(encoding="utf-8"))
    return Site(root, pages, data)


@pytest.fixture(scope="module")
def site(whole: Site) -> Site:
    """The Simplified edition."""
    pages = {address: page for address, page in whole.pages.items() if not address.startswith(HANT)}
    return whole._replace(pages=pages)


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _tight(text: object) -> str:
    return "".join(str(text).split())


def _classed(page: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = page.xpath(f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return found


def _one(page: html.HtmlElement, path: str) -> html.HtmlElement:
    found = page.xpath(path)
    assert len(found) == 1, (path, len(found))
    return found[0]


def _links(address: str, page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Every internal link of a page: the address it leads to and the anchor there."""
    for link in page.xpath("//a[@href]"):
        target, anchor = urldefrag(urljoin(BASE + address, link.get("href")))
        if target.startswith(BASE):
            yield unquote(target.removeprefix(BASE).partition("?")[0]), unquote(anchor)


def test_there_is_one_page_for_each_thing(site: Site) -> None:
    assert set(site.of("measures/")) == {f"measures/{measure['id']}/" for measure in site.data["measures"]}
    assert set(site.of("documents/")) == {f"documents/{document['id']}/" for document in site.data["documents"]}
    sources = {folder.name for folder in (site.root.parents[1] / "sources").iterdir() if folder.is_dir()}
    assert set(site.of("sources/")) == {f"sources/{id}/" for id in sources}
    others = {address for address in site.pages if not address.startswith(("measures/", "documents/", "sources/"))}
    assert {address for address in others if not address.startswith("regions/")} >= FIXED - {
        "documents/",
        "sources/",
        "regions/",
    }
    assert len(site.of("regions/")) >= 1


def test_the_home_page_counts_what_there_is(site: Site) -> None:
    counts = [int(_text(number)) for number in site.pages[""].xpath("//dl[@class='hb-counts']//dd")]
    measures = [measure for measure in site.data["measures"] if measure["kind"] == "measure"]
    assert counts[:2] == [len(measures), len(site.data["documents"])]


def test_every_page_has_its_frame(whole: Site) -> None:
    for address, page in whole.pages.items():
        lang, name, unofficial = FRAMES[address.startswith(HANT)]
        assert page.get("lang") == lang, address
        title = _text(_one(page, "/html/head/title"))
        assert title == name or title.endswith(f" - {name}"), (address, title)
        assert len(page.xpath("//h1")) == 1, address
        assert _one(page, "//meta[@name='description']").get("content"), address
        assert "telephone=no" in _one(page, "//meta[@name='format-detection']").get("content")
        footer = _text(_one(page, "//footer"))
        assert unofficial in footer, address
        assert "非官方整理" in footer, address
        assert not page.xpath("//meta[@name='generator']"), address
        assert len(address.removeprefix(HANT)) <= URL_LIMIT, address


def test_both_editions_have_the_same_pages(whole: Site, site: Site) -> None:
    assert {address.removeprefix(HANT) for address in whole.pages if address.startswith(HANT)} == set(site.pages)


def test_every_page_leads_to_itself_in_the_other_script(whole: Site) -> None:
    for address, page in whole.pages.items():
        if address.endswith("404.html"):
            continue
        plain = address.removeprefix(HANT)
        here = {"zh-Hans": plain, "zh-Hant": HANT + plain, "x-default": plain}
        links = {link.get("hreflang"): link.get("href") for link in page.xpath("//head/link[@rel='alternate']")}
        assert {lang: urljoin(BASE + address, href) for lang, href in links.items()} == {
            lang: BASE + there for lang, there in here.items()
        }
        other = here["zh-Hans" if address.startswith(HANT) else "zh-Hant"]
        switch = _one(page, "//header//a[@data-edition]")
        assert urljoin(BASE + address, switch.get("href")) == BASE + other, address
        assert switch.get("lang") == switch.get("hreflang") == ("zh-Hans" if address.startswith(HANT) else "zh-Hant")


def test_every_traditional_page_says_what_it_is(whole: Site) -> None:
    for address, page in whole.pages.items():
        said = "本繁體版由簡體文本轉換，以簡體官方文件為準" in _text(_one(page, "//body"))
        assert said == address.startswith(HANT), address


def test_traditional_pages_hold_no_simplified_words_of_ours(whole: Site) -> None:
    """Titles, headings and the frame: all but captures as received and names of files."""
    for address, page in whole.pages.items():
        if not address.startswith(HANT):
            continue
        shown = page.xpath(
            "//title/text() | //h1//text() | //h2//text() | //nav//text() | //th//text() | //footer//text()"
        )
        words = "".join(text for text in shown if not text.getparent().xpath("ancestor-or-self::*[@lang='zh-Hans']"))
        assert not set(words) & ONLY_SIMPLIFIED, (address, set(words) & ONLY_SIMPLIFIED)


def test_downloads_exist_once(whole: Site) -> None:
    assert not (whole.root / HANT / "data" / "handbook.json").exists()
    targets = {target for target, _ in _links(f"{HANT}data/", whole.pages[f"{HANT}data/"])}
    assert "data/handbook.xlsx" in targets


def test_the_way_to_choose_asks_for_size_recognition_industry_and_part(site: Site) -> None:
    page = site.pages["for/"]
    groups: dict[str, list[str]] = {}
    for entry in site.data["enterprise_types"]:
        groups.setdefault(str(entry["group"]), []).append(str(entry["name"]))
    order = ["size", "recognition", "industry", "role", "any"]
    asked = [[_text(link) for link in row.xpath(".//dd//a")] for row in page.xpath("//dl[@class='hb-questions']/div")]
    assert asked == [groups[group] for group in order]
    tables = {
        table.get("id"): [_text(name) for name in table.xpath(".//tbody//th/a")] for table in _classed(page, "hb-types")
    }
    assert tables == {f"g-{group}": groups[group] for group in order}
    defined = [_text(cell) for cell in page.xpath("//table[contains(@class, 'hb-types')]//td[1]")]
    assert defined == [
        str(entry["definition"])
        for group in order
        for entry in site.data["enterprise_types"]
        if entry["group"] == group
    ]


CLOSED = {"已失效", "已废止", "尚未施行"}
OPEN = ["现行有效", "即将到期", "长期有效"]


def _regions(site: Site, card: str) -> set[str]:
    """The regions whose measures stand on a card: its own and those above it, as the vocabulary says; all for none."""
    region = card.removeprefix("for/").rstrip("/").partition("/")[2]
    text = (site.root.parents[1] / "vocabulary/regions.yml").read_text(encoding="utf-8")
    parents = dict(re.findall(r"- \{id: ([\w-]+),.*?parent: ([\w'-]+),", text))
    line = set()
    while region and region not in line and region != "''":
        line.add(region)
        region = parents.get(region, "")
    return line


def test_a_card_lists_what_the_data_says_for_its_type(site: Site) -> None:
    regions = {document["id"]: document["region"] for document in site.data["documents"]}
    cards = {address: page for address, page in site.pages.items() if address.startswith("for/") and address != "for/"}
    types = {str(entry["id"]) for entry in site.data["enterprise_types"]}
    assert {card.split("/")[1] for card in cards} == types
    for card, page in cards.items():
        line = _regions(site, card)
        said = [
            measure
            for measure in site.data["measures"]
            if card.split("/")[1] in {entry["id"] for entry in measure["enterprise_types"]}  # type: ignore[attr-defined]
            and (not line or regions[measure["document"]] in line)
        ]
        status = {str(measure["id"]): measure["status"] for measure in said}
        listed = [str(row) for row in page.xpath("//@data-measure")]
        assert sorted(listed) == sorted(id for id, word in status.items() if word not in CLOSED), card
        ranks = [0 if status[id] in OPEN else 1 for id in listed]
        assert ranks == sorted(ranks), card
        shown = len(_classed(page, "hb-offer")) - len(
            [row for row in _classed(page, "hb-offer") if "hb-screen" in row.get("class")]
        )
        rest = _classed(page, "hb-rest")
        assert (f"另有 {len(listed) - shown} 条" in _text(rest[0])) if rest else shown == len(listed), card
        closed = sum(1 for word in status.values() if word in ("已失效", "已废止"))
        heading = page.xpath("//h2[@id='closed']")
        assert (f"另有 {closed} 条已失效" in _text(heading[0])) if closed else not heading, card


def test_every_term_has_its_page(site: Site) -> None:
    glossary = (site.root.parents[1] / "vocabulary/glossary.yml").read_text(encoding="utf-8")
    terms = {f"glossary/{id}/" for id in re.findall(r"^ +- id: ([\w-]+)$", glossary, re.MULTILINE)}
    assert set(site.of("glossary/")) == terms
    for address, page in site.of("glossary/").items():
        assert "编者释义" in _text(_classed(page, "hb-definition")[0]), address


def test_titles_name_their_measure(site: Site) -> None:
    for measure in site.data["measures"]:
        page = site.pages[f"measures/{measure['id']}/"]
        heading = _tight(_one(page, "//h1").text_content())
        assert heading.startswith(_tight(measure["number"])), measure["id"]
        if measure["title"]:
            assert heading == _tight(f"{measure['number']}{measure['title']}"), measure["id"]
        assert _tight(_text(_one(page, "/html/head/title"))).startswith(heading[:10]), measure["id"]
    for document in site.data["documents"]:
        page = site.pages[f"documents/{document['id']}/"]
        assert _tight(_one(page, "//h1").text_content()) == _tight(document["title"])


def test_the_text_of_a_measure_is_on_its_page(site: Site) -> None:
    for measure in site.data["measures"]:
        page = site.pages[f"measures/{measure['id']}/"]
        shown = "".join(_tight(part.text_content()) for part in _classed(page, "hb-official"))
        for paragraph in str(measure["text"]).split("\n"):
            assert _tight(paragraph) in shown, measure["id"]


def test_ids_are_unique_on_a_page(whole: Site) -> None:
    for address, page in whole.pages.items():
        ids = Counter(page.xpath("//@id"))
        assert not [id for id, count in ids.items() if count > 1], address


def test_no_internal_link_is_broken(whole: Site) -> None:
    @cache
    def anchors(address: str) -> frozenset[str]:
        return frozenset(whole.pages[address].xpath("//@id"))

    broken = []
    for address, page in whole.pages.items():
        if address == "404.html":
            continue
        for target, anchor in _links(address, page):
            if target not in whole.pages:
                if not (whole.root / target).is_file():
                    broken.append((address, target))
            elif anchor and anchor not in anchors(target):
                broken.append((address, f"{target}#{anchor}"))
    assert not broken, broken[:20]


@pytest.mark.parametrize("home", ["", HANT])
def test_every_page_can_be_reached_from_home(whole: Site, home: str) -> None:
    pages = {address for address in whole.pages if address.startswith(HANT) == bool(home)}
    seen: set[str] = set()
    waiting = [home]
    while waiting:
        address = waiting.pop()
        if address in seen or address not in pages:
            continue
        seen.add(address)
        waiting += [target for target, _ in _links(address, whole.pages[address])]
    assert pages - seen <= {f"{home}404.html"}


def test_nothing_is_loaded_from_elsewhere(whole: Site) -> None:
    for address, page in whole.pages.items():
        loaded = [element.get(name) for tag, name in LOADED for element in page.iter(tag) if element.get(name)]
        links = (link for link in page.iter("link") if LOADED_LINKS & set(str(link.get("rel")).split()))
        loaded += [link.get("href") for link in links]
        loaded += [found for style in page.xpath("//style/text() | //@style") for found in _css(style)]
        assert not [url for url in loaded if urlsplit(url).netloc or urlsplit(url).scheme not in ("", "data")], address
        assert not page.xpath("//iframe | //object | //embed"), address


def test_no_stylesheet_loads_from_elsewhere(site: Site) -> None:
    sheets = sorted(site.root.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        outside = [url for url in _css(sheet.read_text(encoding="utf-8")) if urlsplit(url).netloc]
        assert not outside, (sheet.name, outside)


def _css(text: str) -> list[str]:
    return [one or other for one, other in CSS_ADDRESS.findall(text)]


def test_links_out_are_plain_web_addresses(whole: Site) -> None:
    for address, page in whole.pages.items():
        for link in page.xpath("//a[@href]"):
            assert urlsplit(link.get("href")).scheme in ("", "http", "https"), (address, link.get("href"))


def test_every_measure_shows_its_characters_in_the_source(site: Site) -> None:
    """The link 「对照原文」 leads to an anchor that holds exactly the measure's characters of the capture."""
    captures = {
        path.parent.name: path.read_bytes().decode("utf-8")
        for path in (site.root.parents[1] / "sources").glob("*/capture.txt")
    }
    for measure in site.data["measures"]:
        address = f"measures/{measure['id']}/"
        (link,) = _classed(site.pages[address], "hb-original")
        assert _text(link).startswith("对照原文")
        target, anchor = urldefrag(urljoin(BASE + address, link.get("href")))
        page = site.pages[target.removeprefix(BASE)]
        source = measure["source"]
        assert isinstance(source, dict)
        expected = captures[str(source["id"])][source["start"] : source["end"]]
        assert _tight(page.get_element_by_id(anchor).text_content()) == _tight(expected), measure["id"]


def test_a_source_page_shows_every_character(site: Site) -> None:
    for path in sorted((site.root.parents[1] / "sources").glob("*/capture.txt")):
        page = site.pages[f"sources/{path.parent.name}/"]
        if shown := _classed(page, "hb-capture"):
            text = path.read_bytes().decode("utf-8").replace("\r", "")
            assert shown[0].text_content().rstrip("\n") == text.rstrip("\n"), path.parent.name
            assert len(_classed(page, "hb-line")) == text.count("\n") + 1


def test_a_press_article_is_not_reprinted(site: Site) -> None:
    """No run of 30 characters of an article stands on its page, but for its title."""
    for card in sorted((site.root.parents[1] / "sources").glob("*/source.yml")):
        if "rights: press" not in card.read_text(encoding="utf-8"):
            continue
        page = site.pages[f"sources/{card.parent.name}/"]
        assert not _classed(page, "hb-capture") + _classed(page, "hb-official")
        title = _tight(_one(page, "//h1").text_content())
        article = _tight((card.parent / "capture.txt").read_text(encoding="utf-8")).replace(title, "\n")
        shown = _tight(_one(page, "//article").text_content())
        runs = (article[at : at + 30] for at in range(len(article) - 30))
        assert not [run for run in runs if run in shown]
        assert page.xpath("//h2[@id='reports']/following-sibling::ul//a")


def test_every_measure_leads_to_its_document_agencies_topics_and_types(site: Site) -> None:
    wanted: dict[str, set[str]] = {}
    for agency in site.data["agencies"]:
        for measure in (*_ids(agency["leads"]), *_ids(agency["others"])):
            wanted.setdefault(measure, set()).add(f"agencies/{agency['id']}/")
    for measure in site.data["measures"]:
        address = f"measures/{measure['id']}/"
        named = {f"topics/{topic}/" for topic in _ids(measure["topics"])}
        named |= {f"for/{type['id']}/" for type in _rows(measure["enterprise_types"])}
        named |= wanted.get(str(measure["id"]), set()) | {f"documents/{measure['document']}/"}
        assert named <= {target for target, _ in _links(address, site.pages[address])}, measure["id"]


def test_every_measure_has_a_topic(site: Site) -> None:
    assert [
        measure["id"] for measure in site.data["measures"] if measure["kind"] == "measure" and not measure["topics"]
    ] == []


def test_a_measure_shows_its_related_ones_in_order_and_who_lists_it(site: Site) -> None:
    measures = site.data["measures"]
    listed = {str(measure["id"]): [str(one["id"]) for one in _rows(measure["related"])] for measure in measures}
    for id, others in listed.items():
        page = site.pages[f"measures/{id}/"]
        shown = page.xpath("//ul[@class='hb-related']/li//p[@class='hb-related-title']/a/@href")
        assert [urljoin(f"/measures/{id}/", href).removeprefix("/measures/").rstrip("/") for href in shown] == others, (
            id
        )
        back = {other for other, theirs in listed.items() if id in theirs} - set(others)
        folded = page.xpath("//details[contains(@class, 'hb-more')]//a/@href")
        assert {urljoin(f"/measures/{id}/", href).removeprefix("/measures/").rstrip("/") for href in folded} == back, id
        assert all(len(_text(why)) > 8 for why in page.xpath("//ul[@class='hb-related']/li/p[last()]")), id


def test_every_agency_has_its_page_with_exactly_its_measures_those_it_leads_first(site: Site) -> None:
    assert set(site.of("agencies/")) == {f"agencies/{agency['id']}/" for agency in site.data["agencies"]}
    assert set(site.of("agencies/")) <= {target for target, _ in _links("agencies/", site.pages["agencies/"])}
    for agency in site.data["agencies"]:
        page = site.pages[f"agencies/{agency['id']}/"]
        rows = page.xpath("//table//tbody/tr/th/a/@href")
        assert [href.removeprefix("../../measures/").rstrip("/") for href in rows] == [
            *_ids(agency["leads"]),
            *_ids(agency["others"]),
        ], agency["id"]


def test_a_topic_has_one_row_a_measure_and_no_empty_cell(site: Site) -> None:
    for topic in site.data["topics"]:
        having = {str(measure["id"]) for measure in site.data["measures"] if topic["id"] in _ids(measure["topics"])}
        page = site.pages.get(f"topics/{topic['id']}/")
        assert (page is not None) == bool(having), topic["id"]
        if page is None:
            continue
        rows = page.xpath("//table//tbody/tr")
        shown = [row.xpath("th[@scope='row']/a/@href")[0] for row in rows]
        assert sorted(href.removeprefix("../../measures/").rstrip("/") for href in shown) == sorted(having)
        assert all(_text(cell) for row in rows for cell in row.xpath("th | td")), topic["id"]
        labels = [[cell.get("data-label") for cell in row.xpath("td[@data-label]")] for row in rows]
        assert set(map(tuple, labels)) == {("给什么", "比例", "上限", "部门", "政策目标", "状态")}


def test_every_document_number_of_the_captures_is_the_handbooks_own_or_listed(site: Site) -> None:
    own = {_tight(document["number"]) for document in site.data["documents"] if document["number"]}
    listed = _tight(_one(site.pages["about/references/"], "//article").text_content())
    for path in sorted((site.root.parents[1] / "sources").glob("*/capture.txt")):
        if "rights: press" in (path.parent / "source.yml").read_text(encoding="utf-8"):
            continue
        for number in set(DOCUMENT_NUMBER.findall(_tight(path.read_text(encoding="utf-8")))):
            assert number in listed or any(one.endswith(number) for one in own), (path.parent.name, number)


def test_what_a_measure_names_is_linked_or_listed(site: Site) -> None:
    listed = {
        (_tight(row.xpath("th")[0].text_content()), urljoin(BASE + "about/references/", row.xpath("td//a/@href")[0]))
        for row in site.pages["about/references/"].xpath("//table//tbody/tr")
    }
    for measure in site.data["measures"]:
        address = f"measures/{measure['id']}/"
        links = {target for target, _ in _links(address, site.pages[address])}
        for reference in _rows(measure["references"]):
            target = str(reference["target"] or "")
            if target and target != measure["id"]:
                assert (f"measures/{target}/" if "/" in target else f"documents/{target}/") in links
            elif not target:
                assert (_tight(reference["text"]), BASE + address) in listed, (measure["id"], reference["text"])


def test_the_calendar_shows_every_dated_end(site: Site) -> None:
    page = site.pages["calendar/"]
    shown = {(time.get("datetime"), time.xpath("ancestor::li[1]//a/@href")[0]) for time in page.xpath("//time")}
    for document in site.data["documents"]:
        if document["expires"]:
            assert (document["expires"], f"../documents/{document['id']}/") in shown
    for measure in site.data["measures"]:
        period = measure["period"]
        if isinstance(period, dict) and period["ends"]:
            assert (period["ends"], f"../measures/{measure['id']}/") in shown


def test_a_table_of_measures_sorts_by_number_amount_agency_and_status(site: Site) -> None:
    for address, page in site.of("documents/").items():
        table = _one(page, "//table[@data-sortable]")
        keys = table.xpath(".//th/@data-sort")
        assert keys == ["place", "sum", "agency", "rank"], address
        for row in table.xpath(".//tr[@data-row]"):
            assert all(row.get(f"data-{key}") is not None for key in keys), address
        places = [int(row.get("data-place")) for row in table.xpath(".//tr[@data-row]")]
        assert places == sorted(places)
        assert not table.xpath(".//button")  # the script makes them: without it there is nothing to press


def _ids(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(one) for one in value]


def _rows(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value
