"""Made policy documents for measuring: the shapes of real ones, none of their words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

A_DOCUMENT = 25  # measures
CHAPTERS = ("强化创新引领", "降低经营成本", "加大金融支持", "优化要素保障", "加强服务供给")
SUBJECTS = (
    "支持技术改造",
    "鼓励研发投入",
    "培育优质企业",
    "降低用能成本",
    "扩大信贷投放",
    "引进专业人才",
    "开拓海外市场",
)
SENTENCES = (
    "对年度研发投入超过{n}万元的规上工业企业，按设备投资额的{p}%给予补助，最高不超过{m}万元。",
    "支持专精特新企业开展首台套装备应用，对首次认定的企业一次性奖励{m}万元。",
    "鼓励金融机构加大对小微企业的信贷投放，对新增贷款按年利率{p}%给予贴息，单户每年最高{n}万元。",
    "到2027年，培育示范企业{n}家以上，建成公共服务平台{p}个。",
    "完善检验检测、知识产权、工业设计等服务，依托“数智+”平台为企业提供全流程支持。",
    "对新引进的高层次人才，参照《某市人才支持办法》（某政发〔2024〕{p}号）执行。",
)
BRACKETS = (
    "（责任单位：市经信局、市财政局）",
    "（牵头单位：市科技局；责任单位：市人社局、市税务局，各区人民政府）",
    "（责任单位：市市场监管局、市地方金融监管局）",
)
NUMERALS = "零一二三四五六七八九十"
CARD = """\
title: {title}
issuer: 某市人民政府
region: 湖北省
url: null
obtained: 为测量速度而编写。
captured: 2026-11-22
sha256: {sha}
rights: official
"""


def write_sources(root: Path, measures: int) -> None:
    """Documents that hold that many measures in all, as the folders of sources/."""
    for number, start in enumerate(range(0, measures, A_DOCUMENT), 1):
        title = f"某市关于支持第{chinese(number)}类产业发展的若干措施"
        text = document(title, number, min(A_DOCUMENT, measures - start))
        folder = root / f"made-{number:03d}"
        folder.mkdir(parents=True)
        data = text.encode("utf-8")
        (folder / "capture.txt").write_bytes(data)
        card = CARD.format(title=title, sha=hashlib.sha256(data).hexdigest())
        (folder / "source.yml").write_text(card, encoding="utf-8")


def document(title: str, number: int, measures: int) -> str:
    return "\n\n".join(
        (title, f"某政发〔2026〕{number}号", "为推动产业高质量发展，制定如下措施。", *body(number, measures))
    )


def body(number: int, measures: int) -> Iterator[str]:
    for index in range(measures):
        if index % 5 == 0:
            yield f"{chinese(index // 5 + 1)}、{CHAPTERS[index // 5 % len(CHAPTERS)]}"
        seed = number * 31 + index * 7
        heading = f"（{chinese(index + 1)}）{SUBJECTS[seed % len(SUBJECTS)]}。"
        sentences = "".join(
            SENTENCES[(seed + step) % len(SENTENCES)].format(n=seed % 90 + 10, m=seed % 45 * 10 + 50, p=seed % 25 + 5)
            for step in range(4)
        )
        yield heading + sentences + BRACKETS[seed % len(BRACKETS)]
    yield "本措施自2026年1月1日起施行，有效期至2028年12月31日。"


def chinese(number: int) -> str:
    """A number up to 999 in Chinese numerals."""
    if number <= 10:
        return NUMERALS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else NUMERALS[tens]) + "十" + (NUMERALS[ones] if ones else "")
    hundreds, rest = divmod(number, 100)
    joint = "" if not rest else "零" if rest < 10 else "一" if rest < 20 else ""
    return NUMERALS[hundreds] + "百" + joint + (chinese(rest) if rest else "")
