"""A small handbook made for tests of what contributors do: three made sources, a short vocabulary, one hand-written page."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"

BUSINESS = """\
甲市人民政府办公室关于印发甲市支持制造业企业发展若干措施的通知

甲政办发〔2026〕12号

各县（市、区）人民政府，市直各单位：

《甲市支持制造业企业发展若干措施》已经市人民政府同意，现印发给你们，请认真组织实施。

甲市人民政府办公室
2026年3月5日

甲市支持制造业企业发展若干措施

为支持制造业企业发展，制定以下措施。

一、支持创新

（一）支持企业研发投入。对中小企业年度研发费用，按10%给予补助，最高不超过200万元。（责任单位：市科技局、市财政局）

（二）支持企业技术改造。对总投资1000万元以上的规上工业企业技术改造项目，按设备投资额的15%给予补助，最高不超过500万元。（责任单位：市工业和信息化局）

（三）支持首台套产品。对新认定的首台套装备，每个产品奖励50万元。（责任单位：市工业和信息化局、市财政局）

二、降低成本

（四）减免房屋租金。对承租国有房屋的小微企业，2026年6月30日前免收3个月租金。（责任单位：市国资委）

（五）支持企业贷款贴息。对小微企业新增流动资金贷款，按2%给予贴息，每户每年最高不超过20万元。（责任单位：市财政局）

（六）支持引进人才。对企业全职引进的博士，每人给予5万元安家补贴。（责任单位：市人力资源社会保障局）

三、附则

本措施自2026年4月1日起施行，有效期至2028年12月31日。
"""

TRADE = """\
甲市促进外贸企业发展若干措施

为促进外贸企业发展，制定以下措施。

（一）支持企业参展。对外贸企业参加境外展会的展位费，按50%给予补助，每家企业每年最高不超过30万元。（责任单位：市商务局）

（二）支持出口信用保险。对小微外贸企业投保出口信用保险，按保费的60%给予补助。（责任单位：市商务局、市财政局）

（三）支持建设海外仓。对新建的公共海外仓，给予最高100万元奖励。（责任单位：市商务局）

本措施自2026年5月1日起施行，有效期3年。

甲市商务局
2026年4月20日
"""

PRESS = """\
甲市出台六条措施支持制造业

甲日报讯 3月6日，甲市发布《甲市支持制造业企业发展若干措施》，对企业技术改造最高补助500万元。
"""

CARD = """\
title: {title}
issuer: {issuer}
region: 甲市
url: https://www.example.gov.cn/{id}.html
obtained: 从市政府网站的网页复制全文。
captured: 2026-04-22
sha256: {sha}
rights: {rights}
"""

ERRATA = """\
errata:
  - printed: 甲市支持制造业企业发展若干措施》已经
    reading: 甲市支持制造业企业发展的若干措施》已经
    why: 漏印“的”字，登记在此作例子。
notes:
  - 本份原文是转载。
"""

FILES = {
    "vocabulary/regions.yml": """\
- {id: china, name: 全国, level: nation, parent: '', forms: [全国]}
- {id: yi, name: 乙省, level: province, parent: china, forms: [乙省, 乙]}
- {id: jia, name: 甲市, level: city, parent: yi, forms: [甲市, 甲]}
""",
    "vocabulary/agencies.yml": """\
- {id: keji, name: 某地科学技术某局, forms: [某地科技某局]}
- {id: gongxin, name: 某地工业和信息化某局, forms: [某地工信某局]}
- {id: caizheng, name: 某地财政某局}
- {id: shangwu, name: 某地商务某局}
- {id: guozi, name: 某地国有资产监督管理某局, forms: [某地国资某局]}
- {id: renshe, name: 某地人力资源和社会保障某局, forms: [某地人力资源社会保障某局, 某地人社某局]}
""",
    "vocabulary/enterprise_types.yml": """\
- id: micro-small
  name: 小微企业
  group: size
  definition: 小型企业和微型企业的合称。
  standard: 《中小企业划型标准规定》
  words: [小微企业, 小微外贸企业]
  not_words: []

- id: sme
  name: 中小企业
  group: size
  definition: 中型、小型和微型企业的合称。
  standard: 《中小企业划型标准规定》
  words: [中小企业]
  not_words: [中小企业局]

- id: above-scale
  name: 规上企业
  group: size
  definition: 达到统计起点的企业。
  standard: 国家统计局统计制度（待考）
  words: [规上企业, 规上工业企业]
""",
    "vocabulary/topics.yml": """\
- id: rd
  name: 研发与技改
  words: [研发投入, 技术改造, 首台套]

- id: trade
  name: 外贸
  words: [外贸企业, 展会, 海外仓, 出口信用保险]
""",
    "vocabulary/glossary.yml": """\
terms:
  - id: shoutaitao
    term: 首台套
    variants: [首台（套）]
    definition: 国内首次实现重大技术突破、尚未取得市场业绩的装备。
    basis: jia-business/03
  - id: haiwaicang
    term: 海外仓
    definition: 企业在境外设立的仓储设施。
    missing: 没有查到给它下定义的文件
    see_also: [shoutaitao]
left_out:
  - why: 平常的词
    terms: [一站式]
""",
    "docs/about/index.md": """\
---
title: 使用说明
description: 手册怎样使用。
---

# 使用说明

本手册是非官方整理。
""",
    "sources/retired.yml": """\
- id: jia-old/02
  to: jia-business/02
  date: 2026-05-06
  why: 并入新的措施。
- id: jia-old
  date: 2026-05-06
  why: 原文件已被新文件代替。
""",
    "sources/published.txt": """\
jia-business
jia-business/01
jia-business/02
jia-old
jia-old/01
jia-old/02
""",
}


def sources() -> dict[str, str]:
    """The folders of sources/ by path."""
    made = {}
    for id, title, issuer, rights, text, more in (
        ("jia-business", "甲市支持制造业企业发展若干措施", "甲市人民政府办公室", "official", BUSINESS, ERRATA),
        ("jia-trade", "甲市促进外贸企业发展若干措施", "甲市商务局", "official", TRADE, ""),
        (
            "jia-news",
            "甲市出台六条措施支持制造业",
            "甲日报",
            "press",
            PRESS,
            "outlet: 甲日报\nreports: [jia-business]\n",
        ),
    ):
        made[f"sources/{id}/capture.txt"] = text
        made[f"sources/{id}/source.yml"] = card(id, text, title=title, issuer=issuer, rights=rights) + more
    return made


def card(id: str, text: str, title: str = "某文件", issuer: str = "甲市人民政府", rights: str = "official") -> str:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return CARD.format(id=id, sha=sha, title=title, issuer=issuer, rights=rights)


def make(root: Path) -> Path:
    """The project on disk, with the layouts and words of this repository."""
    for path, text in {**FILES, **sources()}.items():
        put(root, path, text)
    shutil.copytree(ROOT / "templates", root / "templates")
    for name in ("mkdocs.yml", "mkdocs.hant.yml"):
        shutil.copy2(ROOT / name, root / name)
    return root


def put(root: Path, path: str, text: str | bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def recapture(root: Path, id: str, text: str) -> None:
    """A new capture in place of the old one, with the fingerprint in its card set right."""
    before = (root / "sources" / id / "capture.txt").read_bytes()
    put(root, f"sources/{id}/capture.txt", text)
    path = root / "sources" / id / "source.yml"
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, text.encode()))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
