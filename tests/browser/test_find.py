"""The finder in a real browser, held against what handbook.json says of every choice, on several days."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.conftest import DAY
from tests.reckoner import FACETS, OVER, Choice, Fact, Reckoner

from .conftest import PATIENCE, PHONE

TODAY = date.fromisoformat(DAY)
MANY = 300  # random choices
NAMED = ("amount", "status")  # facets that the data gives names and the page ids
TARGETS = ".hb-choice, .hb-to-results, .hb-over, .hb-by-name input, .hb-sorting select"
DRAWN = ".hb-results:not([aria-busy])"
CHOSEN = ".hb-facet input:checked"

# What facets.js reckons for each choice, with ids for numbers.
RECKONED = """async (choices) => {
  const [manifest, columns] = await Promise.all([handbook.manifest(), handbook.load("facets")]);
  const records = await handbook.records([...Array(manifest.count).keys()]);
  const finder = handbook.finder(columns);
  return choices.map((choice) => ({
    found: finder.find(choice).map((number) => records[number].id),
    counts: finder.counts(choice),
    over: finder.over(choice),
  }));
}"""

# What the page shows for each address, when it has drawn it.
SHOWN = """async (queries) => {
  const shown = [];
  for (const query of queries) {
    history.pushState(null, "", "?" + query);
    window.dispatchEvent(new PopStateEvent("popstate"));
    const list = document.querySelector(".hb-results");
    await new Promise((done) => setTimeout(done)); // the address is read in a later turn
    while (list.hasAttribute("aria-busy")) await new Promise(requestAnimationFrame);
    const ids = [...list.querySelectorAll("[data-measure]")].map((item) => item.dataset.measure);
    const counts = {};
    for (const box of document.querySelectorAll(".hb-facet input[type=checkbox]"))
      (counts[box.name] ??= {})[box.value] = +box.closest("label").querySelector(".hb-n").textContent;
    shown.push({ found: ids, counts });
  }
  return shown;
}"""


class Facets(NamedTuple):
    """The values of the page by facet: id and name."""

    ids: dict[str, list[str]]
    names: dict[str, dict[str, str]]

    def plain(self, values: dict[str, list[str]]) -> dict[str, list[str]]:
        """A choice of ids in the words of the data."""
        return {
            facet: [self.names[facet][id] for id in chosen] if facet in NAMED else chosen
            for facet, chosen in values.items()
        }

    def key(self, facet: str, id: str) -> str:
        return self.names[facet][id] if facet in NAMED else id


def phone(browser: Browser, day: date) -> BrowserContext:
    context = browser.new_context(viewport=PHONE, has_touch=True)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.clock.set_fixed_time(datetime.combine(day, time(12)))
    return context


@pytest.fixture(scope="module")
def today(browser: Browser) -> Iterator[BrowserContext]:
    context = phone(browser, TODAY)
    yield context
    context.close()


@pytest.fixture
def page(today: BrowserContext) -> Iterator[Page]:
    page = today.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def data(handbook_root: Path) -> Path:
    return handbook_root / "build/data/handbook.json"


@pytest.fixture(scope="module")
def reckoner(data: Path) -> Reckoner:
    return Reckoner(data, TODAY)


def opened(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}find/{query}")
    page.locator("body.hb-finding").wait_for()
    return page


@pytest.fixture
def finder(page: Page, address: str) -> Page:
    return opened(page, address)


@pytest.fixture(scope="module")
def facets(today: BrowserContext, address: str) -> Facets:
    page = opened(today.new_page(), address)
    names: dict[str, dict[str, str]] = {}
    for box in page.locator(".hb-facet li:not([hidden]) input[type=checkbox]").all():
        name = box.locator("xpath=..").locator(".hb-choice-name").text_content() or ""
        names.setdefault(box.get_attribute("name") or "", {})[box.get_attribute("value") or ""] = name
    page.close()
    return Facets({facet: list(held) for facet, held in names.items()}, names)


def singles(facets: Facets) -> list[dict[str, list[str]]]:
    return [{facet: [id]} for facet in FACETS for id in facets.ids[facet]]


def chance(facets: Facets, count: int, seed: int) -> list[dict[str, list[str]]]:
    """Random choices of one to four facets with one to three values, rarely of many agencies."""
    dice = random.Random(seed)
    choices = []
    for _ in range(count):
        asked = dice.sample(FACETS, dice.randint(1, 4))
        choices.append({facet: dice.sample(facets.ids[facet], dice.randint(1, 3)) for facet in asked})
    return choices


def compare(shown: dict[str, dict[str, dict[str, int]]], choice: Choice, reckoner: Reckoner, facets: Facets) -> None:
    """Every number beside a value is what choosing this one value instead would find."""
    for facet in FACETS:
        wanted = reckoner.counts(choice, facet)
        said = {facets.key(facet, id): shown["counts"][facet].get(id, 0) for id in facets.ids[facet]}
        assert said == {value: wanted[value] for value in said}, (choice, facet)


@pytest.mark.parametrize("later", [0, 1, 400, 1200])
def test_every_choice_finds_what_the_data_says(
    browser: Browser, address: str, data: Path, facets: Facets, later: int
) -> None:
    """All single values and some hundred random choices, on the day of the build and on later ones."""
    day = TODAY + timedelta(later)
    reckoner, context = Reckoner(data, day), phone(browser, day)
    values = singles(facets) + chance(facets, MANY, seed=later)
    if later:
        values = [one for one in values if "status" in one or "agency" not in one][: MANY // 3]
    asked = [{**one, "expired": at % 3 == 0} for at, one in enumerate(values)]
    reckoned = opened(context.new_page(), address).evaluate(RECKONED, asked)
    for at, (one, shown) in enumerate(zip(values, reckoned, strict=True)):
        choice = Choice(facets.plain(one), expired=at % 3 == 0)
        assert set(shown["found"]) == {fact.id for fact in reckoner.found(choice)}, choice
        assert len(set(shown["found"])) == len(shown["found"])
        assert shown["over"] == reckoner.over(choice)
        compare(shown, choice, reckoner, facets)
    context.close()


def test_the_page_shows_what_is_found(finder: Page, reckoner: Reckoner, facets: Facets) -> None:
    values = [*singles(facets)[:: len(facets.ids["agency"]) // 8], *chance(facets, 25, seed=7)]
    queries = [urlencode(one, doseq=True) for one in values]
    for one, shown in zip(values, finder.evaluate(SHOWN, queries), strict=True):
        choice = Choice(facets.plain(one))
        assert set(shown["found"]) == {fact.id for fact in reckoner.found(choice)}, choice
        compare(shown, choice, reckoner, facets)


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("?region=wuhan&type=software-it", {"region": ["wuhan"], "type": ["software-it"]}),
        ("?region=武汉市&type=软件与信息服务企业", {"region": ["wuhan"], "type": ["software-it"]}),
        ("?region=武汉&type=小微企业,中小企业", {"region": ["wuhan"], "type": ["micro-small", "sme"]}),
        ("?type=micro-small&type=sme", {"type": ["micro-small", "sme"]}),
        ("?type=micro-small，%20sme&topic=", {"type": ["micro-small", "sme"]}),
        ("?amount=1000万元以上&status=现行有效", {"amount": ["1000w-up"], "status": ["active"]}),
        ("?instrument=奖励&agency=湖北省财政厅", {"instrument": ["award"], "agency": ["湖北省财政厅"]}),
        ("?region=国家", {"region": ["china"]}),
        ("", {}),
    ],
)
def test_an_address_may_name_values_in_several_ways(
    page: Page, address: str, reckoner: Reckoner, facets: Facets, query: str, values: dict[str, list[str]]
) -> None:
    opened(page, address, query)
    ids = {name: id for id, name in facets.names["agency"].items()}
    known = {facet: [ids.get(value, value) for value in chosen] for facet, chosen in values.items()}
    wanted = reckoner.found(Choice(facets.plain(known)))
    expect(page.locator("[data-count]")).to_have_text(str(len(wanted)))
    expect(page.locator("[data-measure]")).to_have_count(len(wanted))
    assert ids_of(page) == {fact.id for fact in wanted}


def ids_of(page: Page) -> set[str]:
    page.locator(DRAWN).wait_for()
    found = [item.get_attribute("data-measure") or "" for item in page.locator("[data-measure]").all()]
    assert len(set(found)) == len(found)
    return set(found)


def test_a_region_without_documents_has_what_holds_there(page: Page, address: str, reckoner: Reckoner) -> None:
    """A firm in 宜昌市 can use what 湖北省 and 国家 give."""
    wanted = reckoner.found(Choice({"region": ["yichang"]}))
    assert wanted
    opened(page, address, "?region=宜昌市")
    expect(page.locator("[data-count]")).to_have_text(str(len(wanted)))
    expect(page.get_by_role("checkbox", name="宜昌市")).to_be_checked()
    opened(page, address)
    page.get_by_label("其他地区").fill("宜昌市")
    page.keyboard.press("Tab")
    expect(page.locator("[data-count]")).to_have_text(str(len(wanted)))
    assert "region=yichang" in page.url
    page.get_by_label("其他地区").fill("没有这个市")
    page.keyboard.press("Tab")
    expect(page.get_by_text("没有查到“没有这个市”")).to_be_visible()


def test_a_value_that_nobody_knows_is_said_to_be_unknown(page: Page, address: str) -> None:
    opened(page, address, "?type=飞船企业&region=wuhan")
    expect(page.get_by_text("网址里的“飞船企业”不是本手册的企业类型")).to_be_visible()
    expect(page.locator(CHOSEN)).to_have_count(1)


def test_two_taps_lead_to_a_result(finder: Page) -> None:
    """The type of a logistics firm, then the first result; the measure opens."""
    finder.locator(".hb-choice").filter(has_text="物流企业").tap()
    expect(finder.locator("[data-count]")).to_have_text("4")
    first = finder.locator("[data-measure] a").first
    title = first.inner_text()
    first.tap()
    finder.wait_for_url("**/measures/**")
    assert title.rstrip("…")[:8] in finder.locator("h1").inner_text()


def test_back_and_forward_follow_the_choice(finder: Page) -> None:
    finder.locator(".hb-choice").filter(has_text="物流企业").tap()
    finder.locator("[data-facet=region] .hb-choice").filter(has_text="杭州市").tap()
    assert finder.url.endswith("?region=hangzhou&type=logistics")
    expect(finder.locator(CHOSEN)).to_have_count(2)
    finder.go_back()
    expect(finder.locator(CHOSEN)).to_have_count(1)
    expect(finder.locator("[data-count]")).to_have_text("4")
    finder.go_back()
    expect(finder.locator(CHOSEN)).to_have_count(0)
    finder.go_forward()
    expect(finder.locator("[data-count]")).to_have_text("4")


def test_what_is_over_is_listed_only_when_asked_for_and_last(page: Page, address: str, reckoner: Reckoner) -> None:
    opened(page, address, "?region=ezhou")
    choice = Choice({"region": ["ezhou"]})
    expect(page.locator("[data-count]")).to_have_text(str(len(reckoner.found(choice))))
    assert not page.locator("[data-measure] .hb-status-expired").count()
    page.get_by_label(f"也列出已失效的 {reckoner.over(choice)} 条").check()
    everything = reckoner.found(Choice(choice.values, expired=True))
    expect(page.locator("[data-measure]")).to_have_count(len(everything))
    assert "expired=1" in page.url
    over = [fact.values["status"] <= OVER for fact in listed(page, everything)]
    assert over == sorted(over)
    assert any(over)
    opened(page, address, "?status=已失效")  # then the switch has nothing to say
    expect(page.locator(".hb-over")).to_be_hidden()
    expect(page.locator("[data-measure]")).to_have_count(reckoner.over(Choice()))


def listed(page: Page, facts: list[Fact]) -> list[Fact]:
    """The facts of the results, in their order."""
    by_id = {fact.id: fact for fact in facts}
    page.locator(DRAWN).wait_for()
    return [by_id[item.get_attribute("data-measure") or ""] for item in page.locator("[data-measure]").all()]


def test_results_sort_by_amount_date_and_region(page: Page, address: str, reckoner: Reckoner) -> None:
    opened(page, address, "?region=wuhan")
    wanted = reckoner.found(Choice({"region": ["wuhan"]}))
    expect(page.locator("[data-measure]")).to_have_count(len(wanted))
    sums = [fact.sum for fact in listed(page, wanted)]
    assert sums == sorted(sums, reverse=True)
    documents = {document["id"]: document for document in reckoner.data["documents"]}
    page.get_by_label("排序").select_option("date")
    assert page.url.endswith("sort=date")
    days = [documents[fact.id.split("/")[0]] for fact in listed(page, wanted)]
    said = [document["issued"] or document["published"] or "" for document in days]
    assert said == sorted(said, reverse=True)
    page.get_by_label("排序").select_option("region")
    regions = [documents[fact.id.split("/")[0]]["region"] for fact in listed(page, wanted)]
    assert list(dict.fromkeys(regions)) == ["wuhan", "hubei", "china"]


def test_every_result_says_why_in_words_of_the_text(page: Page, address: str, reckoner: Reckoner) -> None:
    opened(
        page, address, "?region=wuhan&type=software-it,innovation&instrument=award&amount=100w-500w,500w-1000w,1000w-up"
    )
    texts = {
        measure["id"]: "".join((measure["title"] + measure["text"]).split()) for measure in reckoner.data["measures"]
    }
    results = page.locator("[data-measure]")
    expect(results.first).to_be_visible()
    for result in results.all():
        lines = result.locator(".hb-whys li").all()
        assert len(lines) >= 4  # a region, a type, a way of support, a band
        assert "湖北省" in lines[0].inner_text()
        for line in lines[1:]:
            said = "".join(line.locator(".hb-said").inner_text().split())
            assert said.strip("…") in texts[result.get_attribute("data-measure") or ""]


def test_counts_change_without_moving_the_focus_and_are_announced(finder: Page) -> None:
    box = finder.get_by_role("checkbox", name="物流企业 4 条")
    before = finder.get_by_role("checkbox", name="湖北省 153 条")
    expect(before).to_be_visible()
    box.focus()
    finder.keyboard.press("Space")
    expect(finder.get_by_role("checkbox", name="湖北省 2 条")).to_be_visible()
    assert finder.evaluate("document.activeElement.value") == "logistics"
    expect(finder.get_by_role("status").filter(has_text="找到")).to_have_text("找到 4 条")
    expect(finder.get_by_role("group", name="企业类型")).to_be_visible()


def test_a_key_leads_past_the_conditions(finder: Page) -> None:
    finder.locator(".hb-to-results").focus()
    finder.keyboard.press("Enter")
    finder.keyboard.press("Tab")
    assert finder.evaluate("document.activeElement.name") == "expired"


def test_conditions_are_taken_back_one_by_one_and_all_at_once(page: Page, address: str) -> None:
    opened(page, address, "?region=wuhan&type=logistics,software-it")
    page.get_by_role("button", name="去掉“物流企业”").click()
    expect(page.locator(CHOSEN)).to_have_count(2)
    assert page.evaluate("document.activeElement.className").startswith("hb-chip")
    page.get_by_role("button", name="全部清除").click()
    expect(page.locator(CHOSEN)).to_have_count(0)
    expect(page.locator("[data-count]")).to_have_text("200")


def test_nothing_found_says_what_would_be(page: Page, address: str) -> None:
    opened(page, address, "?region=wuhan&type=logistics&amount=10w-50w")
    expect(page.get_by_role("status").filter(has_text="找到")).to_have_text("找到 0 条")
    page.get_by_role("button", name="不限金额：2 条").click()
    expect(page.locator("[data-count]")).to_have_text("2")


def test_what_any_enterprise_may_use_is_offered(page: Page, address: str, reckoner: Reckoner) -> None:
    opened(page, address, "?region=wuhan&type=logistics")
    page.get_by_role("button", name="加上“所有企业”").click()
    wanted = reckoner.found(Choice({"region": ["wuhan"], "type": ["logistics", "all"]}))
    expect(page.locator("[data-count]")).to_have_text(str(len(wanted)))


def test_a_long_list_is_narrowed_by_name(finder: Page) -> None:
    finder.get_by_label("按名称查部门").fill("税务")
    shown = finder.locator("[data-facet=agency] li:visible")
    assert shown.count()
    assert all("税务" in name for name in shown.all_inner_texts())


def test_targets_are_large_and_nothing_is_wider_than_a_small_phone(finder: Page) -> None:
    for width in (320, 390):
        finder.set_viewport_size({"width": width, "height": 700})
        assert finder.evaluate("document.documentElement.scrollWidth <= innerWidth")
        heights = finder.locator(TARGETS).evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
        assert min(height for height in heights if height) >= 44


def test_from_a_folder_without_any_server(page: Page, handbook_root: Path) -> None:
    page.goto((handbook_root / "build/site/find/index.html").as_uri() + "?type=logistics")
    expect(page.locator("[data-measure]")).to_have_count(4)
    page.locator("[data-measure] a").first.tap()
    page.wait_for_url("**/measures/**/index.html")


def test_without_scripts_every_value_is_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + "find/")
    expect(page.locator(".hb-found")).to_be_hidden()
    expect(page.locator(".hb-find-plain")).to_be_visible()
    page.get_by_role("group", name="支持方式").get_by_role("link", name="减免租金").click()
    assert "支持方式：减免租金" in page.locator("h1").inner_text()
    context.close()


def test_without_its_data_the_links_stay(page: Page, address: str) -> None:
    page.route("**/search/facets.js*", lambda route: route.abort())
    page.goto(address + "find/")
    expect(page.get_by_role("alert")).to_contain_text("没有加载成功")
    expect(page.get_by_role("link", name="减免租金")).to_be_visible()


def test_its_data_is_loaded_on_its_page_only_and_from_here_only(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert not [url for url in asked if "/search/" in url or "find" in url]
    opened(page, address, "?region=wuhan")
    expect(page.locator("[data-measure]").first).to_be_visible()
    assert all(url.startswith(address) for url in asked)
    assert not [url for url in asked if "/why-" in url]  # a region alone explains itself
