"""What a measure is about, held against a table that a policy officer can read (tests/golden/topics.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.extract.topics import some_topic, topics
from handbook.files import read_vocabulary
from handbook.model import Passage, Piece

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "topics.tsv"
TOPICS = read_vocabulary(ROOT / "vocabulary").topics
CASES = [
    line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
SOUP = st.lists(
    st.sampled_from([*(word for topic in TOPICS for word in topic.words[:5]), "，", "。", "的", "支持"]), max_size=40
).map("".join)


def passage(text: str, start: int = 0) -> Passage:
    return Passage("source", text, (Piece(0, len(text), start, start + len(text)),))


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_table(title: str, text: str, expected: str) -> None:
    assert "、".join(found.name for found in topics(passage(title), passage(text), TOPICS)) == expected


def test_vocabulary_has_the_twenty_four_topics() -> None:
    assert len(TOPICS) == 24
    assert len({word for topic in TOPICS for word in topic.words}) > 400


def test_the_title_weighs_most() -> None:
    (first, *_) = topics(passage("加强知识产权保护"), passage("建设孵化器，促进成果转化，发展技术转移。"), TOPICS)
    assert first.id == "ip"


@given(SOUP, SOUP)
def test_one_or_two_topics_with_their_words(title: str, text: str) -> None:
    found = topics(passage(title), passage(text, len(title)), TOPICS)
    assert len(found) <= 2
    for topic in found:
        span = topic.evidence.locate()
        assert (title + text)[span.start : span.end] == topic.evidence.text != ""


@given(st.text(), st.text())
def test_never_raises(title: str, text: str) -> None:
    topics(passage(title), passage(text), TOPICS)


@pytest.mark.parametrize(
    ("title", "text", "chapter", "document", "expected"),
    [
        ("增强供给能力", "打造工业软件等产品。", "", "某通知", "软件与工业软件"),
        ("加大支持", "对企业给予奖励。", "发展现代物流", "某措施", "物流与供应链"),
        ("加大支持", "对企业给予奖励。", "支持政策", "促进中医药发展的若干措施", "医药健康"),
        ("加大支持", "对企业给予奖励。", "支持政策", "若干措施", ""),
    ],
)
def test_a_measure_takes_a_hint_from_its_words_its_chapter_or_its_document(
    title: str, text: str, chapter: str, document: str, expected: str
) -> None:
    found = some_topic(passage(title), passage(text), (passage(chapter), passage(document)), TOPICS)
    assert "、".join(topic.name for topic in found) == expected
