"""Reading and writing: any bytes become characters, YAML is read strictly, and nothing leaves its folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.files import (
    card_of,
    decode,
    fingerprint,
    inside,
    load,
    open_capture,
    read_sources,
    read_tree,
    read_vocabulary,
    write_tree,
)
from handbook.model import ConfigError, Repeal, SourceError

ROOT = Path(__file__).parents[1]

CARD = """\
title: 关于支持某业发展的若干措施
issuer: 某市人民政府
region: 某市
url: null
obtained: 从网页复制全文。
captured: 2026-11-22
sha256: {sha}
rights: official
"""


def source_folder(root: Path, id: str = "some-2026", text: str = "一、总则\n", card: str = CARD) -> Path:
    folder = root / "sources" / id
    folder.mkdir(parents=True)
    data = text.encode("utf-8")
    (folder / "capture.txt").write_bytes(data)
    (folder / "source.yml").write_text(card.format(sha=hashlib.sha256(data).hexdigest()), encoding="utf-8")
    return root / "sources"


# Captures -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("支持企业\r\n发展".encode(), "支持企业\r\n发展"),
        ("\ufeff支持企业".encode(), "\ufeff支持企业"),
        ("支持企业".encode("gb18030"), "支持企业"),
        ("镕〔2020〕6号".encode("gbk"), "镕〔2020〕6号"),
        ("\ufeff支持企业".encode("utf-16-le"), "\ufeff支持企业"),
        ("\ufeff支持企业".encode("utf-16-be"), "\ufeff支持企业"),
        (b"", ""),
    ],
    ids=["utf-8 with CRLF", "byte-order mark kept", "gb18030", "gbk", "utf-16 LE", "utf-16 BE", "empty"],
)
def test_captures_are_decoded_whole(data: bytes, text: str) -> None:
    assert decode(data) == text


@given(st.binary(max_size=300))
def test_no_bytes_are_refused(data: bytes) -> None:
    decode(data).encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="读不到文件"):
        open_capture(tmp_path / "没有.txt")


# YAML -----------------------------------------------------------------------------------------------------------------


def test_text_stays_text() -> None:
    given_text = (
        "ratio: 1:30\nno: no\ncode: 012\nday: 2026-11-22\nbig: 1e3\nyes: true\nnone: null\nempty:\nlist: [1, off]\n"
    )
    assert load("x.yml", given_text.encode()).value == {
        "ratio": "1:30",
        "no": "no",
        "code": "012",
        "day": "2026-11-22",
        "big": "1e3",
        "yes": "true",
        "none": None,
        "empty": None,
        "list": ["1", "off"],
    }


HOSTILE = [
    ("a: 1\na: 2\n", 2, "写了两次"),
    ("a: &x 1\nb: 2\n", 1, "锚点"),
    ("a: 1\nb: *a\n", 2, "锚点"),
    ("a: !!python/object/apply:os.system [ls]\n", 1, "标签"),
    ("a: !x 1\n", 1, "标签"),
    ("a: !!int 1\n", 1, "标签"),
    ("%YAML 1.1\n---\na: 1\n", 1, "一份 YAML"),
    ("%TAG ! tag:x,2026:\n---\na: 1\n", 1, "一份 YAML"),
    ("a: 1\n---\nb: 2\n", 2, "一份 YAML"),
    ("a: b: c\n", 1, "引号"),
    ("a:\n\t- x\n", 2, "制表符"),
    ('a: "x\n', 2, "没有配对"),
    ("a: [1, 2\n", 1, "没有配对"),
    ("a: 1\n b: 2\n", 2, "引号"),
    ("a:\n  - x\n - y\n", 3, "对不齐"),
    ("? [x]\n: 1\n", 1, "名称"),
    ("? {x: 1}\n: 1\n", 1, "名称"),
    ("'': 1\n", 1, "名称"),
    ("a: \x01\n", 1, "控制字符"),
    ("标题: 支持\nb: x\x00y\n", 2, "控制字符"),
    ("a: @x\n", 1, "不能开头"),
    ("a: `x`\n", 1, "不能开头"),
    ("- " * 9 + "x\n", 1, "嵌套"),
    ("[" * 9 + "]" * 9 + "\n", 1, "嵌套"),
    ("{a: " * 9 + "1" + "}" * 9 + "\n", 1, "嵌套"),
    ("[" * 50_000, 1, "嵌套"),
    ("x" * (256 * 1024 + 1), 1, "超过"),
    ("<<: *base\na: 1\n", 1, "锚点"),
    ("a: &a [x]\nb: [*a, *a]\n", 1, "锚点"),
]


@pytest.mark.parametrize(("text", "line", "message"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_not_plain_data_is_refused_at_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        load("某文件.yml", text.encode())
    assert (caught.value.fault.file, caught.value.fault.line) == ("某文件.yml", line)


def test_other_encodings_are_refused_at_their_line() -> None:
    with pytest.raises(SourceError, match=r"x\.yml:2:1: 不是 UTF-8"):
        load("x.yml", "a: 1\n标题: x\n".encode("gb18030"))


@given(st.text(max_size=80))
def test_no_yaml_ends_in_anything_but_a_value_or_a_source_error(text: str) -> None:
    place = (1, 1)
    try:
        load("x.yml", text.encode("utf-8", errors="replace"))
    except SourceError as error:
        place = (error.fault.line, error.fault.column)
    assert min(place) >= 1


# Cards ----------------------------------------------------------------------------------------------------------------


def test_the_sources_of_the_handbook_are_sound() -> None:
    found = read_sources(ROOT / "sources")
    assert [card.id for card, _ in found] == [
        "ezhou-2020",
        "hangzhou-2024",
        "hubei-2025",
        "hubei-news-2025",
        "wuhan-2024",
    ]
    for card, source in found:
        bare = "".join(source.text.split())
        for erratum in card.errata:
            assert bare.count("".join(erratum.printed.split())) == 1, erratum.printed
            assert erratum.reading not in bare


FAULTY_CARDS = [
    ("title: 关于支持某业发展的若干措施\n", "", 1, "缺少“title”，例如 title: "),
    ("rights: official", "rights: free", 8, "只能是"),
    ("captured: 2026-11-22", "captured: 去年冬天", 6, "不是日期，例如 captured: 2026-11-22"),
    ("url: null", "url: javascript:alert(1)", 4, "“url”的写法不对，例如 url: https://"),
    ("region: 某市", "region: 某市\nreigon: 某市", 4, "不认识的名称“reigon”，请检查拼写；可用的名称：title"),
    ("issuer: 某市人民政府", "issuer: [某市]", 2, "应是一段文字"),
    ("issuer: 某市人民政府", "issuer:", 2, "应是一段文字"),
    ("rights: official", "rights: official\nnotes: 转载", 9, "应是一张清单"),
    ("rights: official", "rights: official\ndocuments:\n  - title: 某措施\n    id: ../x", 11, "“id”的写法不对"),
    ("rights: official", "rights: press", 8, "媒体名称"),
    (
        "rights: official",
        "rights: official\ndocuments:\n  - {title: 甲, id: a}\n  - {title: 乙, id: a}",
        11,
        "用了两次",
    ),
    ("title: 关于支持", 'title: "关于\\u202e支持"  # ', 1, "“title”的写法不对"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), FAULTY_CARDS, ids=range(len(FAULTY_CARDS)))
def test_a_faulty_card_is_refused_where_it_is_wrong(old: str, new: str, line: int, message: str) -> None:
    text = CARD.format(sha="0" * 64).replace(old, new)
    with pytest.raises(SourceError, match=message) as caught:
        card_of("some-2026", load("sources/some-2026/source.yml", text.encode()))
    assert caught.value.fault.line == line


@pytest.mark.parametrize("id", ["Some", "a_b", "a--b", "-a", "a.b", "措施", "a" * 49])
def test_a_folder_name_that_is_no_id_is_refused(id: str) -> None:
    with pytest.raises(SourceError, match="文件夹名"):
        card_of(id, load("source.yml", CARD.format(sha="0" * 64).encode()))


def test_a_changed_capture_is_refused_with_the_fingerprint_it_has_now(tmp_path: Path) -> None:
    sources = source_folder(tmp_path)
    (sources / "some-2026" / "capture.txt").write_bytes(b"changed")
    with pytest.raises(SourceError, match=hashlib.sha256(b"changed").hexdigest()) as caught:
        read_sources(sources)
    assert caught.value.fault.line == 7


def test_a_linked_capture_is_refused(tmp_path: Path) -> None:
    sources = source_folder(tmp_path)
    capture = sources / "some-2026" / "capture.txt"
    elsewhere = tmp_path / "elsewhere.txt"
    capture.rename(elsewhere)
    capture.symlink_to(elsewhere)
    with pytest.raises(ConfigError):
        read_sources(sources)


def test_the_vocabulary_names_the_entry_that_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "topics.yml").write_text("- id: a\n  name: 甲\n- id: a\n  name: 乙\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"topics\.yml:3:7: 编号 a 用了两次"):
        read_vocabulary(tmp_path)


def test_the_vocabulary_of_the_handbook_is_sound() -> None:
    read_vocabulary(ROOT / "vocabulary")


# Trees ----------------------------------------------------------------------------------------------------------------

LEAVING = ["../x", "a/../../x", "/etc/passwd", "a/b\\c", "C:x", "a\x00b", "a\nb", "a\u202eb", "", "x" * 300]


@pytest.mark.parametrize("path", LEAVING, ids=range(len(LEAVING)))
def test_no_path_leaves_its_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ConfigError):
        inside(tmp_path, path)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "root-beside"
    root.mkdir()
    outside.mkdir()
    (root / "door").symlink_to(outside)
    with pytest.raises(ConfigError):
        write_tree(root, {"door/x.md": b"x"})
    assert list(outside.iterdir()) == []


def test_only_changed_files_are_written_and_orphans_go(tmp_path: Path) -> None:
    first = write_tree(tmp_path, {"a.md": b"1", "b/c.md": b"2", "d/e.md": b"3"})
    before = fingerprint((tmp_path,))
    again = write_tree(tmp_path, {"a.md": b"1", "b/c.md": b"2", "d/e.md": b"3"})
    assert (first.files, first.changed, first.removed) == (3, 3, 0)
    assert (again.changed, again.removed) == (0, 0)
    assert fingerprint((tmp_path,)) == before
    last = write_tree(tmp_path, {"a.md": b"1", "b/c.md": b"new"})
    assert (last.changed, last.removed) == (1, 1)
    assert read_tree(tmp_path) == {"a.md": b"1", "b/c.md": b"new"}
    assert not (tmp_path / "d").exists()
    assert fingerprint((tmp_path,)) != before


def test_names_that_some_computers_hold_for_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="大小写"):
        write_tree(tmp_path, {"a.md": b"1", "A.md": b"2"})


def test_hidden_files_are_not_read(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_bytes(b"x")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (tmp_path / "a.md").write_bytes(b"x")
    assert list(read_tree(tmp_path)) == ["a.md"]


def test_a_repeal_is_read_for_a_source_and_for_one_of_its_documents() -> None:
    said = "repealed:\n  date: 2026-01-01\n  by: 《某决定》\n"
    one = "documents:\n  - title: 某办法\n    id: some-law\n    " + said.replace("\n  ", "\n      ")
    text = CARD.format(sha="0" * 64) + said + one
    card = card_of("some-2026", load("source.yml", text.encode("utf-8")))
    assert card.repealed == card.documents[0].repealed == Repeal("2026-01-01", "《某决定》")
