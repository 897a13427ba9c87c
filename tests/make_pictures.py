"""Draw the pictures of docs/contribute/ anew: what one sees at each step, as schematic drawings of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "contribute" / "pictures"
WIDTH, EDGE, SIZE, ROW = 360, 14, 13, 24
INK, MUTED, LINE, PAPER, TINT, ACCENT = "#1c262d", "#51616c", "#c3d0d8", "#ffffff", "#eaf2f7", "#1d5f86"
SANS = "system-ui, 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"


@dataclass(frozen=True, slots=True)
class Part:
    """Something in a window: how high it is, and its drawing where its top is at `y`."""

    height: int
    draw: Callable[[int], str]


def picture(address: str, *parts: Part) -> str:
    """A window of a browser at an address, with parts from top to bottom; the alternative text stands in the page."""
    height = 40 + sum(part.height for part in parts) + 22
    drawn, y = [_bar(address)], 40
    for part in parts:
        drawn.append(part.draw(y))
        y += part.height
    drawn.append(_words(WIDTH - EDGE, height - 8, "示意图", MUTED, 11, anchor="end"))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
    frame = f'<rect x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}" rx="4" fill="{PAPER}" stroke="{LINE}"/>'
    group = f'<g font-family="{SANS}" font-size="{SIZE}">'
    return "\n".join((head, frame, group, *drawn, "</g>", "</svg>", ""))


def say(words: str, strong: bool = False) -> Part:
    return Part(ROW, lambda y: _words(EDGE, y + 17, words, INK if strong else MUTED, weight=700 if strong else 400))


def row(words: str, mark: int = 0) -> Part:
    """A line of a list; the one to choose is marked with the number of the step."""

    def draw(y: int) -> str:
        shade = _box(EDGE - 6, y, WIDTH - 2 * EDGE + 12, ROW + 2, TINT, ACCENT) if mark else ""
        return shade + _words(EDGE, y + 17, words, INK) + _number(WIDTH - EDGE - 8, y + 13, mark)

    return Part(ROW + 4, draw)


def buttons(*labels: str, press: int = 0, mark: int = 0) -> Part:
    """Buttons in a row; the one to press is filled and carries the number of the step."""

    def draw(y: int) -> str:
        drawn, x = [], EDGE
        for at, label in enumerate(labels):
            wide = _width(label) + 22
            filled = at == press
            drawn.append(_box(x, y + 3, wide, 28, ACCENT if filled else PAPER, ACCENT if filled else LINE))
            drawn.append(_words(x + 11, y + 22, label, PAPER if filled else INK))
            drawn.append(_number(x + wide, y + 5, mark) if filled else "")
            x += wide + 14
        return "".join(drawn)

    return Part(38, draw)


def field(label: str, value: str, mark: int = 0) -> Part:
    def draw(y: int) -> str:
        box = _box(EDGE, y + 20, WIDTH - 2 * EDGE, 28, PAPER, ACCENT if mark else LINE)
        named = _words(EDGE, y + 14, label, MUTED, 12)
        return named + box + _words(EDGE + 8, y + 39, value, INK) + _number(WIDTH - EDGE, y + 22, mark)

    return Part(56, draw)


def code(*lines: str, first: int = 1, changed: tuple[int, ...] = (), mark: int = 0) -> Part:
    """Lines of a file with their numbers; `changed` are those that were written."""
    high = len(lines) * 20 + 10

    def draw(y: int) -> str:
        drawn = [_box(EDGE, y + 3, WIDTH - 2 * EDGE, high, PAPER, LINE)]
        for at, line in enumerate(lines):
            top = y + 8 + at * 20
            if first + at in changed:
                drawn.append(_box(EDGE + 28, top, WIDTH - 2 * EDGE - 30, 19, TINT, TINT))
            drawn.append(_words(EDGE + 22, top + 14, str(first + at), MUTED, 11, anchor="end"))
            drawn.append(_words(EDGE + 32, top + 14, line, INK, 12))
        return "".join(drawn) + _number(WIDTH - EDGE, y + 5, mark)

    return Part(high + 8, draw)


def flow(*steps: str) -> str:
    """Boxes from top to bottom, each leading to the next."""
    height = len(steps) * 46 + 8
    drawn = []
    for at, step in enumerate(steps):
        y = 4 + at * 46
        drawn.append(_box(EDGE, y, WIDTH - 2 * EDGE, 32, TINT, LINE) + _number(EDGE + 18, y + 16, at + 1))
        drawn.append(_words(EDGE + 38, y + 21, step, INK))
        if at + 1 < len(steps):
            drawn.append(f'<path d="M{EDGE + 18} {y + 32}v14" stroke="{ACCENT}" stroke-width="2"/>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
    back = f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
    return "\n".join((head, back, f'<g font-family="{SANS}" font-size="{SIZE}">', *drawn, "</g>", "</svg>", ""))


def _bar(address: str) -> str:
    dots = "".join(f'<circle cx="{EDGE + 14 * at}" cy="16" r="4" fill="{LINE}"/>' for at in range(3))
    place = _box(EDGE + 50, 6, WIDTH - 2 * EDGE - 50, 20, TINT, TINT) + _words(EDGE + 58, 20, address, MUTED, 11)
    return f'{dots}{place}<path d="M0 32h{WIDTH}" stroke="{LINE}"/>'


def _box(x: int, y: int, wide: int, high: int, fill: str, stroke: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="3" fill="{fill}" stroke="{stroke}"/>'


def _number(x: int, y: int, number: int) -> str:
    if not number:
        return ""
    dot = f'<circle cx="{x}" cy="{y}" r="10" fill="{ACCENT}" stroke="{PAPER}" stroke-width="2"/>'
    return dot + _words(x, y + 4, str(number), PAPER, 12, anchor="middle", weight=700)


def _words(x: int, y: int, words: str, fill: str, size: int = SIZE, anchor: str = "start", weight: int = 400) -> str:
    extra = "".join((f' text-anchor="{anchor}"' * (anchor != "start"), f' font-weight="{weight}"' * (weight != 400)))
    return f'<text x="{x}" y="{y}" fill="{fill}" font-size="{size}"{extra} xml:space="preserve">{escape(words)}</text>'


def _width(words: str) -> int:
    return round(sum(SIZE if ord(char) > 0x2E7F else SIZE * 0.56 for char in words))


PICTURES = {
    "flow": flow("提交改动（拉取请求）", "自动检查，写明哪一行怎样改", "自动生成预览和对照报告", "维护者审阅内容", "合并，几分钟后网站更新"),
    "add-folder": picture(
        "…/sources", say("sources/", strong=True), row("ezhou-2020"), row("hubei-2025"),
        buttons("添加文件", "新建文件", press=1, mark=1),
    ),
    "add-capture": picture(
        "…/new/main/sources", field("文件名（写到斜杠会自动建文件夹）", "sources/some-city-2026/capture.txt", mark=2),
        code("某市支持企业若干措施", "", "一、对首次入规的企业奖励10万元。", "（责任单位：市经信局）", changed=(1, 2, 3, 4)),
    ),
    "add-card": picture(
        "…/new/main/sources", field("文件名", "sources/some-city-2026/source.yml", mark=3),
        code("title: 某市支持企业若干措施", "issuer: 某市人民政府", "region: 某市", "url: https://www.example.gov.cn/zc.html",
             "sha256: TODO", changed=(1, 2, 3, 4, 5)),
    ),
    "propose": picture(
        "…/compare", field("标题", "新增：某市支持企业若干措施"), say("改了什么、依据是什么，写一句话"),
        buttons("取消", "提交改动", press=1, mark=4),
    ),
    "checks": picture(
        "…/pull/12", say("× 检查投稿：1 处要改", strong=True),
        code("sources/some-city-2026/source.yml 第 7 行", "sha256 应为 4a6b4f8d…", mark=5), buttons("修改这个文件", press=0),
    ),
    "update-page": picture(
        "…/documents/some-city-2020/", say("某市支持企业若干措施", strong=True), say("现行有效 · 2025-12-31 止"),
        row("修改此页：sources/some-city-2020/source.yml", mark=1),
    ),
    "update-edit": picture(
        "…/sources/some-city-2020/source.yml",
        code("rights: official", "repealed:", "  date: 2026-01-01", "  by: 某政发〔2025〕9号第二条", first=8, changed=(9, 10, 11),
             mark=3),
        buttons("提交修改", mark=4),
    ),
    "term-page": picture(
        "…/glossary/xiao-juren/", say("小巨人", strong=True), say("编者释义：……"),
        row("修改此页：vocabulary/glossary.yml 第 31–36 行", mark=1),
    ),
    "term-edit": picture(
        "…/vocabulary/glossary.yml",
        code("- id: xiao-juren", "  term: 小巨人", "  definition: 国家级专精特新“小巨人”…", "  basis: 工信部企业〔2022〕63号", first=31,
             changed=(33, 34), mark=2),
        buttons("提交修改", mark=3),
    ),
    "review-report": picture(
        "…/actions/runs/…", say("对照", strong=True), row("第（六）条 最高奖励：500万元 → 1000万元", mark=2),
        say("影响：小微企业明白卡、2 份 PDF"), buttons("下载：预览和报告", mark=3),
    ),
    "review-preview": picture(
        "file:///…/site/index.html", say("预览，未发布", strong=True), row("对照原文 · 第 27 行", mark=4), say("政策原文：……最高不超过1000万元"),
    ),
    "review-approve": picture("…/pull/12/files", field("意见", "已与官方文件核对", mark=5), buttons("提意见", "同意并合并", press=1, mark=6)),
    "erratum": picture(
        "…/sources/some-city-2026/source.yml",
        code("errata:", "  - printed: 培育建设工作得通知", "    reading: 培育建设工作的通知", "    why: “的”误作“得”。", first=12,
             changed=(12, 13, 14, 15)),
    ),
    "erratum-shown": picture(
        "…/measures/some-city-2026/03/", say("政策原文：……培育建设工作得通知……", strong=True), row("编者注 勘误：原文印作「…得…」，当为「…的…」。"),
    ),
}  # fmt: skip


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for name, drawing in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(drawing, encoding="utf-8", newline="\n")
