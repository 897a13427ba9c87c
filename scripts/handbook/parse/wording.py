"""The set phrases by which the parts of an official document are known: titles, numbers, dates, salutations, closings."""

from __future__ import annotations

import re

from ..text.numerals import whole

KINDS = (
    "通知|意见|措施|方案|办法|辦法|细则|細則|规定|規定|决定|计划|計畫|规划|纲要|公告|通告|批复|条例|條例|举措|政策|清单|指南|指引|要点|要點"
    "|章程|规程|目录|手册|汇编|行动|若干条|条措施|实施意见|指导意见|工作方案|政策包|政策二十条|函|准则|要點|須知|一览表|明白卡|实施|决议|命令"
)  # fmt: skip
# 关于加快…的若干政策措施 ; …实施方案（2024—2027年） ; …若干措施》的通知 ; …扶持政策清单
TITLE = re.compile(rf"[^。；！？|]{{3,150}}?(?:{KINDS})[》”]?(?:（[^（）]{{1,40}}）){{0,2}}(?:\d{{0,2}}条)?")
# 国务院关于…若干措施的通知 : a whole title, with its issuer or its subject
WHOLE = re.compile(r"(?:.{0,60}关于|.{0,60}關於|《)|.{2,14}?(?:省|市|区|县|州|旗|镇|厅|局|委|部|院|府|办公室|办)(?!场|域|块|间|分|别|长|外|门).{4,}")
COVERS = re.compile(r"印发|转发|发布|公布|下发|印發|通知$|公告$")  # a title that covers another document
# 省人民政府办公厅关于印发加快推进科技创新…若干措施的通知
COVERED = re.compile(r".{0,80}?(?:关于|關於)(?:印发|转发|发布|公布|下发)(?:《(?P<quoted>.{4,150})》|(?P<plain>[^《》]{6,150}?))的(?:通知|公告|函|决定)(?:（.{0,40}）)?")
ISSUED_BY = re.compile(r"(?P<who>.{2,60}?)(?:关于|關於)")

NUMBER = re.compile(r"（?(?P<n>[\u4e00-\u9fff]{1,16}[〔\[（(﹝【]\s?(?:19|20)\d{2}\s?[〕\]）)﹞】]\s?第?\s?\d{1,5}\s?号)）?")
DATE = re.compile(r"(?P<y>(?:19|20)\d{2}|[一二][一二三四五六七八九〇○零OＯ]{3})年(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日)?")
ISO_DATE = re.compile(r"(?P<y>(?:19|20)\d{2})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
DATE_LINE = re.compile(rf"(?:{DATE.pattern.replace('?P<y>', '?:').replace('?P<m>', '?:').replace('?P<d>', '?:')})(?:印发)?(?:（此件.{{0,12}}）)?")
SIGNED = re.compile(rf"(?P<who>[^。；：，]{{2,60}}?)(?P<date>{DATE.pattern})(?:（此件.{{0,12}}）)?")
PRINTED_LINE = re.compile(r".{0,40}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印发")
DISCLOSURE = re.compile(r"（(?:此件|此文|本件).{0,16}）|（(?:联系|咨询).{0,60}）")
COPIES = re.compile(r"抄\s?[送报][：:]?.{0,400}|主题词[：:].{0,80}|分送[：:].{0,300}")
LETTERHEAD = re.compile(r".{2,40}文件")

# 各区人民政府,市人民政府各部门: ; 省有关单位：
SALUTATION = re.compile(r"(?:各|省|市|县|区|有关|本|全|直属|委|局|机关|相关|在|中央|国务院|驻)[^。]{1,400}：")
ADDRESSED = re.compile(r"(?P<who>(?:各|省|市|县|区|有关)[^。：]{1,400}：)(?=.{8,})")  # with the notice in the same paragraph
# 现印发给你们,请认真组织实施。
HANDED = re.compile(r"(?:印发|转发|发布|下发)给你们|请(?:结合实际)?[^。]{0,12}(?:认真)?(?:贯彻|组织|抓好|遵照)[^。]{0,12}(?:执行|落实|实施)")
ADOPTED = re.compile(r"[，。](?:特|现|制)[^。]{0,30}(?:制定|制订|提出|通知)|(?:制定|制订|提出|作出)[^。]{0,16}(?:措施|意见|办法|方案|规定|细则|政策|举措|计划|通知|要点)|(?:如下|以下)[^。]{0,10}[：。]")

ANNEX = re.compile(r"附\s?[件表](?:\d{1,2}|[一二三四五六七八九十])?(?:[：:].{0,300}|[^。；，]{0,60})?")
ANNEX_HEAD = re.compile(r"附\s?[件表](?:\d{1,2}|[一二三四五六七八九十])?[：:]?")

DOC = "(?:本|此|该|上述|以上)(?:政策措施|若干政策措施|若干措施|政策意见|实施意见|实施方案|实施办法|实施细则|行动计划|行动方案|工作方案|扶持政策|政策|措施|意见|办法|方案|规定|细则|通知|文件|举措|计划|若干意见|条例|通告|公告|清单|指南|辦法|要點)"
# 本政策自发布之日起施行,有效期至2027年12月31日。 ; 本文件自 2024 年 11 月 15 日起施行 ; 本办法由市科技局负责解释。
CLOSING = re.compile(
    rf"{DOC}[^。；]{{0,60}}(?:施行|实施|执行|生效|有效|解释|适用|废止|试行|为准|按照)|自[^。]{{2,30}}(?:起|后)(?:施行|实施|执行|生效)"
    rf"|(?:各项|具体)?(?:实施细则|操作细则|申报指南)[^。]{{0,20}}另行(?:制定|发布)|特此(?:通知|公告|通告|函)|.{{0,40}}有效期(?:至|为|限|自|\d|[一二三四五])|执行期限"
    rf"|(?:此前|以前|原|之前|过去|已)[^。]{{0,40}}(?:不一致|废止|同时废止|为准)|未尽事宜|{DOC}[^。]{{0,40}}(?:就高|重复|同类)"
)  # fmt: skip

# 文章体裁 : how a press article or an interpretation shows itself
JOURNALISM = re.compile(r"本报(?:讯|记者)|记者(?:[从在获了梳采近]|\s)|新华社|通讯员|（记者|据悉|[日]报(?:讯|道)|责任编辑|近日，|日前，")
INTERPRETATION = re.compile(r".{0,80}(?:解读|答记者问|问答|政策说明|起草说明|编制说明|新闻发布会|热点问题|有问必答|答疑).{0,20}")
QUESTION = re.compile(r"(?:问|答|Q\d{0,2}|A\d{0,2}|问题\d{0,2}|【问】|【答】)[：:、].{2,}|(?:问题[一二三四五六七八九十]{1,2}|\d{1,2}[．.、]).{4,60}？")


def iso(match: re.Match[str]) -> str:
    """A matched date as ISO 8601, as exact as printed (2020年7月 is 2020-07)."""
    day = match.groupdict().get("d")
    parts = [whole(match.group("y")) or 0, whole(match.group("m")) or 0, *([whole(day) or 0] if day else [])]
    return "-".join(f"{part:0{4 if k == 0 else 2}d}" for k, part in enumerate(parts))
