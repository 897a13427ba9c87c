"""The force of a document is stated of the document, never taken from one of its measures."""

from __future__ import annotations

import pytest

from handbook import files
from handbook.extract import extractor
from handbook.model import Vocabulary
from handbook.parse import parse

HEAD = "云溪市支持企业稳岗的若干措施\n一、发放稳岗补贴。对不裁员的企业，按每人500元给予补贴。\n"
NO_WORDS = Vocabulary((), (), (), (), ())


@pytest.mark.parametrize(
    ("last", "expires"),
    [
        ("二、降低用工成本。阶段性降低失业保险费率，执行期限至2026年12月31日。", None),
        ("二、减免租金。自2025年1月1日起至2025年6月30日止执行，免收租金。", None),
        ("二、组织实施。本措施自2025年1月1日起施行，有效期至2026年12月31日。", "2026-12-31"),
        ("二、降低用工成本。阶段性降低费率。\n本措施自2025年1月1日起施行，有效期两年。", "2026-12-31"),
        ("二、附则。自2025年1月1日起施行，有效期至2026年12月31日。", "2026-12-31"),
        ("二、组织实施。上述政策执行期限至2026年12月31日，由市人社局解释。", "2026-12-31"),
    ],
)
def test_a_document_expires_only_as_it_says_of_itself(last: str, expires: str | None) -> None:
    (found,) = parse(files.source("made", (HEAD + last).encode("utf-8"))).documents
    document = extractor(NO_WORDS)(found, "")
    assert (document.expires.value if document.expires else None) == expires
