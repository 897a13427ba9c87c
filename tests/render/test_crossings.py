"""Pages that cut across documents: agencies, topics, dates, the press, and what leads out of the handbook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from handbook.model import DateFinding, Group, Library, Standing
from handbook.render.shelf import Shelf
from handbook.render.views.calendar import calendar_view
from handbook.render.views.topic import topic_view

from .build import engine, rendered
from .made import VOCABULARY, Words, library, passage


def _page(made: Library, path: str) -> BeautifulSoup:
    return BeautifulSoup(next(page.text for page in rendered(made) if page.path == path), "lxml")


def test_an_agency_has_its_name_its_printed_form_and_its_measures() -> None:
    page = _page(library(), "agencies/made-01-agency.md")
    assert page.h1 is not None
    assert page.h1.get_text() == "某省经信厅"
    assert [form.get_text() for form in page.select(".hb-fact-agencies .hb-said")] == ["省经信厅"]
    (row,) = page.select("tbody tr")
    assert row.select("a[href='../../measures/made-01/01/']")
    assert row.select("a[href='../../documents/made-01/']")
    assert "最高500万元" in row.get_text()


def test_the_index_of_agencies_leads_to_each() -> None:
    page = _page(library(Words(), Words()), "agencies/index.md")
    assert [link["href"] for link in page.select(".hb-names a")] == ["made-01-agency/", "made-02-agency/"]


def test_a_topic_has_a_row_for_each_measure_by_region_with_the_regions_above() -> None:
    shelf = Shelf.of(library(Words(), Words()), VOCABULARY)
    view = topic_view(shelf.topics_used()[0], shelf, engine().words)
    assert [region.name for region in view.regions] == ["某省", "某市"]
    assert [above.text for above in view.regions[1].above] == ["全国", "某省"]
    (row,) = view.regions[0].rows
    assert [cap.text for cap in row.caps] == ["对符合条件的企业，按设备投资额的15%给予补助，最高500万元。"]
    assert row.rates == ()
    assert row.silent == "原文未载：比例、政策目标"


def test_an_empty_cell_says_that_the_text_does_not() -> None:
    page = _page(library(), "topics/made-topic.md")
    empty = page.select("td.hb-empty")
    assert [cell["data-label"] for cell in empty] == ["比例", "政策目标"]
    assert {cell.get_text(strip=True) for cell in empty} == {"原文未载"}


def test_a_topic_without_measures_has_no_page_and_a_measure_without_topics_is_listed() -> None:
    made = library()
    assert not any(page.path == "topics/empty.md" for page in rendered(made))
    listed = [link["href"] for link in _page(made, "topics/index.md").select(".hb-held a")]
    assert listed == ["../measures/made-01/02/", "../measures/made-01/03/"]


@pytest.mark.parametrize(
    ("printed", "as_of", "coming"),
    [
        ("2026-03-01", date(2026, 3, 1), True),  # the last day still counts
        ("2026-03-01", date(2026, 3, 2), False),
        ("2026-03", date(2026, 3, 31), True),
        ("2026-03", date(2026, 4, 1), False),
        ("2026", date(2026, 12, 31), True),
        ("2026", date(2027, 1, 1), False),
    ],
)
def test_a_date_is_past_when_its_last_day_is_over(printed: str, as_of: date, coming: bool) -> None:
    made = library(with_press=False)
    record = made.documents[0]
    document = replace(record.document, issued=None, expires=DateFinding(printed, passage(printed)))
    measures = tuple(replace(item, measure=made.documents[0].measures[3].measure) for item in record.measures)
    made = replace(made, as_of=as_of, documents=(replace(record, document=document, measures=measures),))
    view = calendar_view(Shelf.of(made, VOCABULARY), engine().words)
    months = view.coming if coming else tuple(month for year in view.past for month in year.months)
    assert [(entry.date, entry.word) for month in months for entry in month.entries] == [(printed, "失效")]
    assert bool(view.past) != coming


def test_the_calendar_counts_what_has_no_day() -> None:
    made = library(with_press=False)
    record = made.documents[0]
    lasting = replace(record.measures[1], standing=Standing("长期有效", open_end="long-term"))
    measures = (record.measures[0], lasting, *record.measures[2:])
    view = calendar_view(
        Shelf.of(replace(made, documents=(replace(record, measures=measures),)), VOCABULARY), engine().words
    )
    assert view.undated == ("2 条举措的有效期未载明：原文没有写何时失效。", "1 条举措长期有效。")
    assert [(entry.date, entry.word) for year in view.past for month in year.months for entry in month.entries] == [
        ("2026-02-28", "申报截止"), ("2025-03-01", "成文"), ("2025-03", "开始执行"),
    ]  # fmt: skip


def test_a_mention_of_something_outside_is_listed_with_file_and_line() -> None:
    page = _page(library(), "about/references.md")
    (row,) = page.select("tbody tr")
    assert row.code is not None
    assert row.code.get_text() == "sources/made-01/capture.txt:9"
    assert "手册外" in row.get_text()
    assert row.select("a[href='../../measures/made-01/01/']")
    assert _page(library(), "about/report.md").select("a[href='../references/']")


def test_a_press_page_shows_both_figures_and_so_does_the_measure() -> None:
    made = library()
    for path in ("sources/made-01-news.md", "measures/made-01/01.md"):
        page = _page(made, path)
        shown = [value.get_text(strip=True) for value in page.select(".hb-differs dd")][-2:]
        assert shown[0] == "700万元"
        assert "最高500万元" in shown[1]


def test_two_values_of_one_text_are_both_shown_with_their_lines() -> None:
    differs = _page(library(), "measures/made-01/01.md").select(".hb-notes .hb-differs dd")
    assert [value.get_text(" ", strip=True) for value in differs] == [
        "对 第 9 行",
        "符合条件的企业，按设备投资额的15%给予补助，最高500万元。 第 9 行",
    ]


def test_a_measure_says_who_mentions_it_and_leads_to_its_agency_and_topic() -> None:
    page = _page(library(), "measures/made-01/01.md")
    assert page.select("li > a[href='../02/']")
    assert page.select(".hb-fact-agencies a[href='../../../agencies/made-01-agency/']")
    assert page.select(".hb-fact-topics a[href='../../../topics/made-topic/']")
    assert "手册外" in page.select_one(".hb-fact-references").get_text()  # type: ignore[union-attr]


def test_a_condition_is_no_benefit() -> None:
    page = _page(library(), "measures/made-01/01.md")
    assert len(page.select(".hb-benefits .hb-amount")) == 1


def test_a_region_shows_the_levels_above_and_their_documents() -> None:
    page = _page(library(Words(), Words(title="某市措施")), "regions/made-city.md")
    chain = page.select_one(".hb-chain")
    assert chain is not None
    assert [level.get_text(" ", strip=True) for level in chain.select(":scope > span")] == [
        "全国 未收录",
        "某省",
        "某市",
    ]
    assert page.select(".hb-card a[href='../../documents/made-01/']")


def test_a_table_of_measures_can_be_sorted_by_what_its_rows_hold() -> None:
    page = _page(library(), "documents/made-01.md")
    heads = [head["data-sort"] for head in page.select("th[data-sort]")]
    rows = page.select("tr[data-row]")
    assert heads == ["place", "sum", "agency", "rank"]
    assert all(row.has_attr(f"data-{name}") for row in rows for name in heads)
    assert [row["data-sum"] for row in rows] == ["5000000", "-2", "-2", "-2"]


def test_groups_of_no_measure_are_no_pages() -> None:
    made = replace(library(), topics=(Group("empty", "空", ()),))
    assert [page.path for page in rendered(made) if page.path.startswith("topics/")] == ["topics/index.md"]
