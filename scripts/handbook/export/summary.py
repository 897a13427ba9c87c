"""What reading a file gave, as a page of Chinese for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document, Measure, Parsed

KINDS = {
    "measures": "政策措施",
    "plan": "实施方案",
    "opinion": "意见",
    "cards": "政策清单",
    "articles": "条例办法",
    "notice": "通知",
}
SEVERITIES = {"error": "错误", "warning": "提醒", "note": "说明"}


def parse_summary(parsed: Parsed) -> str:
    """Documents with their heads and measures, what was found in each measure, and the problems with their lines."""
    source = parsed.source
    rows = [f"{source.id}：{len(source.text)} 字，{len(source.line_starts)} 行"]
    if not parsed.documents:
        rows.append("媒体报道，没有政策措施" if parsed.genre == "press" else "没有读到政策文件")
    for document in parsed.documents:
        rows += ["", *_document(document)]
    if parsed.problems:
        rows += ["", f"问题 {len(parsed.problems)} 项："]
    for problem in parsed.problems:
        line, column = source.place(problem.span.start)
        rows.append(f"  第 {line} 行第 {column} 字 {SEVERITIES[problem.severity]}：{problem.message}")
    return "\n".join(rows) + "\n"


def _document(document: Document) -> Iterator[str]:
    yield f"《{document.title.text.strip('《》')}》" if document.title else "（没有标题的文件）"
    counted = sum(measure.kind == "measure" for measure in document.measures)
    yield f"  类型：{KINDS[document.kind]}，{len(document.sections)} 章，{counted} 条"
    if document.issuers:
        yield "  发文：" + "、".join(issuer.text for issuer in document.issuers)
    if document.number:
        yield f"  文号：{document.number.text}"
    dates = (("印发", document.issued), ("公布", document.published), ("施行", document.effective))
    told = [f"{name} {found.value}" for name, found in (*dates, ("失效", document.expires)) if found]
    if told:
        yield "  日期：" + "，".join(told)
    section: int | None = None
    for measure in document.measures:
        if measure.section is not None and measure.section != section:
            heading = document.sections[measure.section]
            yield f"  {heading.number} {heading.title.text}"
        section = measure.section
        yield f"    {_measure(measure)}"


def _measure(measure: Measure) -> str:
    found = measure.findings
    name = measure.title.text or measure.text.text[:20] + "……"
    leads = [agency.full or agency.name.text for agency in found.agencies]
    told = [f"金额和比例 {len(found.amounts)} 处"] if found.amounts else []
    told += ["、".join(leads)] if leads else []
    told += [note.text for note in measure.notes]
    mark = "" if measure.kind == "measure" else "（不计条数）"
    return f"{measure.number} {name}{mark}".strip() + (f" —— {'；'.join(told)}" if told else "")
