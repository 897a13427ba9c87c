"""Two printed names of one document are recognised; names of two documents are kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.link.names import name_of, numbers_of, same_document, same_number

# the same document, printed in two ways
ALIKE = (
    ("关于促进软件业发展的若干措施", "《关于促进软件业发展的若干措施》"),
    ("促进软件业发展的若干措施", "关于促进软件业发展的若干措施"),
    ("甲山省促进软件业发展的若干措施", "促进软件业发展的若干措施"),
    ("省人民政府关于印发甲山省促进软件业发展若干措施的通知", "甲山省促进软件业发展若干措施"),
    ("省人民政府办公厅关于印发《促进软件业发展若干措施》的通知", "促进软件业发展若干措施"),
    ("省政府办公厅关于促进软件业发展的意见", "甲山省人民政府办公厅关于促进软件业发展的意见"),
    ("工信部办公厅关于推动软件业发展的通知", "工业和信息化部办公厅关于推动软件业发展的通知"),
    ("软件企业认定管理办法（试行）", "软件企业认定管理办法"),
    ("软件企业认定管理办法(试行)", "软件企业认定管理办法（试行）"),
    ("关于印发〈软件企业认定管理办法〉的通知", "软件企业认定管理办法"),
    ("软件业发展实施方案（2024—2027年）", "软件业发展实施方案(2024-2027年)"),
    ("十五部门关于促进软件业发展的指导意见", "关于促进软件业发展的指导意见"),
    ("市领导小组办公室印发关于金融支持软件业的实施方案", "关于金融支持软件业的实施方案"),
)
# two documents
APART = (
    ("甲山省促进软件业发展的若干措施", "丙河省促进软件业发展的若干措施"),
    ("促进软件业发展的若干措施", "促进软件业发展的实施意见"),
    ("软件企业认定管理办法（2017）", "软件企业认定管理办法（2021）"),
    ("省财政厅关于做好软件业补贴的通知", "省科技厅关于做好软件业补贴的通知"),
    ("若干措施", "关于促进软件业发展的若干措施"),
    ("促进软件业发展的若干措施", "进一步促进软件业发展的若干措施"),
    ("软件业发展实施方案（2021—2023年）", "软件业发展实施方案（2024—2027年）"),
)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_document_printed_twice(one: str, other: str) -> None:
    assert same_document(name_of(one), name_of(other))
    assert same_document(name_of(other), name_of(one))


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_documents(one: str, other: str) -> None:
    assert not same_document(name_of(one), name_of(other))


@pytest.mark.parametrize(
    ("mention", "own"),
    [
        ("甲政发[2020]6号", "甲政发〔2020〕6号"),
        ("甲政发（2020）6号", "甲政发〔2020〕6号"),
        ("甲政发﹝2020﹞第6号", "甲政发〔2020〕6号"),
        ("甲政发【２０２０】６号", "甲政发〔2020〕06号"),
        ("甲政发 〔2020〕 6 号", "甲政发〔2020〕6号"),
        ("依照甲政发〔2020〕6号", "甲政发〔2020〕6号"),
        ("财政部公告2020年第9号", "财政部公告2020年第9号"),
        ("国务院令第714号", "国务院令第714号"),
    ],
)
def test_one_number_in_every_bracket(mention: str, own: str) -> None:
    assert any(same_number(one, other) for one in numbers_of(mention) for other in numbers_of(own))


@pytest.mark.parametrize(
    ("mention", "own"),
    [
        ("甲政发〔2020〕6号", "甲政发〔2020〕16号"),
        ("甲政发〔2020〕6号", "甲政发〔2021〕6号"),
        ("甲政发〔2020〕6号", "甲政办发〔2020〕6号"),
        ("乙甲政办〔2020〕6号", "政办〔2020〕6号"),
        ("国务院令第714号", "财政部令第714号"),
        ("500万元", "甲政发〔2020〕6号"),
    ],
)
def test_two_numbers(mention: str, own: str) -> None:
    assert not any(same_number(one, other) for one in numbers_of(mention) for other in numbers_of(own))


@given(st.text(max_size=400))
def test_any_text_is_a_name_of_itself(text: str) -> None:
    name = name_of(text)
    assert same_document(name, name) == bool(name.whole)
    numbers_of(text)
