"""Lists of responsible agencies as policy texts print them: where one ends, the next begins, and which one leads.

「责任单位：省科技厅、省税务局」, 「省商务厅牵头，省外办、省贸促会按职责分工配合」, 「市科技局、市经信局，列第一位的为牵头单位，下同」.
Works on plain strings (clean text, full-width punctuation) and gives offsets into them; never raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .agency_name import LONGEST_NAME, fold, is_collective, likeness

LONGEST_LIST = 3000


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """One agency of a list: its place in the string, whether words beside it make it the lead, and under which label.

    `marked` is true where any words (a label, 牵头, 负责, 配合) say that it is responsible; `gap` is the separator before.
    """

    start: int
    end: int
    lead: bool
    label: str
    marked: bool
    gap: str = ""


_DUTY = "责任|考核|评估|监管|牵头|主办|承办|协办|会办|配合|负责|实施|主管|落实|参与|参加|执行|协同|协作|协助|支持|组织|承担|指导|受理|办理|经办|兑现|主责|权责|主政|审核|推进|督导"
_KIND = "单位|部门|机关|机构|主体|处室|科室|局委"
# 责任单位： 牵头责任单位： 市级责任部门： 牵头（责任）单位： 主（协）办机关： 责任单位及部门： 【责任单位】 牵头：
LABEL = re.compile(
    rf"[【〔\[]?(?:(?:主要|第一|共同|联合|具体|直接|省级|市级|区级|县级|其他|相关|各){{0,2}}(?:{_DUTY}|主（协）办|主、协办)"
    rf"(?:[、和及与]?(?:{_DUTY})){{0,2}}(?:（[^（）：]{{1,6}}）)?(?:{_KIND})(?:[、和及与（]?(?:{_KIND}|人)）?)?|牵头|责任|配合|协办|主办|协同|负责)"
    r"(?:[：:]|[】〕\]][：:]?)"
)
# 适用范围： 完成时限： 联系电话： 责任人：
_OTHER_LABEL = re.compile(r"(?:^|(?<=[，；。、\s]))[\u4e00-\u9fff]{2,10}[：:]")
# 责任单位 市科技局 (a table row flattened to a line)
BARE_LABEL = re.compile(rf"(?:^|(?<=\s))(?:{_DUTY}){{1,2}}(?:{_KIND})[\s　]+(?=\S)")

_LEADS = re.compile(r"牵头|主办(?!、协)(?!（协)")
# 列第一位的为牵头单位，下同 / 排名第一的单位为牵头单位 / 列首位者为牵头部门
_LEAD_RULE = re.compile(
    r"(?:第一|首|最前)(?:位|个|名|家|项)?(?:的|者)?(?:单位|部门|责任单位|责任部门|机关)?(?:即|均)?(?:为|是|系)(?:总)?(?:牵头|主办|主要责任|第一责任|主要负责)"
    r"|牵头(?:单位|部门)(?:均)?(?:列|排|位列|居)(?:在|于)?(?:第一|首)"
)
# What stands in a list and is no agency: 下同, 不再列出, 均为责任单位, 2025年底前完成, 持续推进, 12月底前
_NOT_NAMES = re.compile(
    r"下同|不再|(?:均|皆|都)(?:为|是|需|须|负责|要|应|涉及|由)|为牵头|为责任|为配合|排名不分|具体任务|"
    r"(?:年底|月底|季度|年)(?:之?前)?完成|^(?:20\d\d年|\d{1,2}月|[\d（）-]+$)|^(?:长期|持续|常年|全年|适时|近期|按年度|每年)|"
    r"^(?:单位|部门|地区|地方|机构|企业|等|等等|其他|其它|有关|相关|各|政府|以下|公司)$"
)
# 按职责分工负责, 牵头组织实施, 分别负责, 结合实际落实, 按照各自职责配合
_SUFFIX = re.compile(
    r"(?:按照|按|根据|依据|依照|依|在|各自|部门职责|职责范围内|职责范围|职责|职能|职权|权限|任务分工|分工|分别|共同|具体|统筹|"
    r"结合(?:各自|本地|本地区)?实际|联合牵头|牵头|负责|配合|协助|协同|参与|参加|落实|落地|组织(?:实施|落实|推进|开展)|"
    r"实施|推进|推动|指导|承担|办理|主办|承办|协办|支持|做好|抓好|执行|贯彻|监督|督促|为主|予以|各负其责|各司其职|开展工作|工作){1,14}$"
)
# 等有关部门和单位, 等省有关部门, 等10个部门, 等
_AND_OTHERS = re.compile(
    r"(?<![高初中平同特上下])等(?:其他|其它|有关|相关|省级|市级|区级|省直|市直|多个|各|职能|主管|行业|成员|责任|配合|[省市区县州]|"
    r"[一二三四五六七八九十\d]{1,3}个?){0,4}"
    r"(?:部门|单位|(?:金融|科研)?机构|地区|地方|企业|机关|银行)?(?:[和及](?:有关|相关)?(?:单位|部门|地区|地方|企业|机构))?$"
)
_PREFIX = re.compile(r"^(?:\d{1,2}[.．)）]|并由|由|会同|请|以及|并会同|并|其中|[和及与](?=[省市区县各国]))(?=.{2})")
# 市人社局0999-1234567: a telephone number printed after the name
_TELEPHONE = re.compile(r"(?<!\d)0?\d{2,4}-?\d{5,8}$")
# （牵头）, 〈含开发区管委会，下同〉, （配合单位）, at the end of a name
_NOTE = re.compile(r"[（(〈〔\[]([^（()）〈〉〔〕\[\]]{0,120})[）)〉〕\]]$")
_NOTE_OF_ROLE = re.compile(r"(?:牵头|责任|配合|负责|参与|主办|协办|主责)(?:单位|部门)?")
_NOTE_ASIDE = re.compile(r"^(?:含|包括|不含|不包括|除|见|具体|按|列|排|以下|其中|第一)|下同$")
_SEPARATORS = "、，,；;。 \t\n\u3000/|"
_OPEN, _CLOSE = "（(〈〔[【《“", "）)〉〕]】》”"
# words between two agencies: 市科技局会同市财政局 (not 会同县), 市科技局和市财政局 (not 自然资源和规划局)
_WORD_BETWEEN = re.compile(r"会同(?!县)|[会商](?=[省市区县各](?!场))|联合(?=[省市区县各国])|以及|[和及与]")
_HEADED_NEXT = re.compile(r"[省市区县州各]|自治区|国家|中国|有关|相关|国务院|中央")
_GOVERNMENT_NEXT = re.compile(r"[省市区县州各](?!场)")
# 市发改委市经信局: two agencies whose separator was lost
_RUN_TOGETHER = re.compile(r"(?<=[厅局委办府])(?=省|市(?!场)|区|县|各)")

_LEVEL_WORD = (
    r"(?:(?:省|地(?!区)|自治区|直辖市|地级市|县级市|直管市|自治州|自治县|市|州|地区|盟|区|县|旗|师|乡|镇|街道|镇街|镇办|开发区|高新区|新区|园区|功能区|管理区|风景区|林区|兵团)"
    r"(?:（[^（）]{1,20}）)?)"
)
# 各市 / 各区 / 有关市 / 全省各市 / 沿江各市: the beginning of 各市、州、县人民政府
_LEVELS_BEGIN = re.compile(
    rf"[\u4e00-\u9fff]{{0,5}}(?:各|有关|相关){_LEVEL_WORD}{{1,4}}(?:行政公署|行署)?|(?:{_LEVEL_WORD}){{1,3}}"
)
_LEVELS_GO_ON = re.compile(rf"(?:各)?(?:{_LEVEL_WORD}){{1,4}}")
_LEVELS_END = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{0,4}}?)(?:{_LEVEL_WORD}){{1,4}}(?:两级|三级|各级)?"
    r"(?:(?P<rule>(?:党委|党工委)?[、和]?(?:人民政府|政府|管委会|管理委员会|党委|党工委|办事处))|"
    r"[\u4e00-\u9fff]{2,14}(?:局|委|办|部门|委员会|主管部门))(?:、管委会|（[^（）]{1,12}）)?"
)


# 自治区有关委、办、厅、局 / 各部、委、办、局: one collective, printed with separators
_GLUED = re.compile(r"(?<=[各关直])[部委办厅局](?:、[部委办厅局]){1,5}(?=[和及按分共负牵配等]|[^\u4e00-\u9fff]|$)")
# 各区政府、管委会 / 各有关部门、单位 / 各区党委、政府: the rest of a collective
_REST_OF_COLLECTIVE = re.compile(r"单位|机构|部门|人民政府|政府|管委会|管理委员会|党工委|街道办事处|办事处")
# 责任单位为市科技局
LABEL_AS_VERB = re.compile(rf"(?:^|(?<=[，；。、]))(?:{_DUTY}){{1,2}}(?:{_KIND})(?:为|是)(?=[省市区县各国](?!场|级))")


def states_lead_rule(text: str) -> bool:
    """Whether the words say that the first agency of every list leads (列第一位的为牵头单位，下同)."""
    return _LEAD_RULE.search(fold(text[:LONGEST_LIST])) is not None


def agency_parts(text: str) -> tuple[AgencyPart, ...]:
    """Every agency of a list in printed order, with offsets into `text`; an empty tuple where there is none."""
    plain = fold(text[:LONGEST_LIST])
    found: list[AgencyPart] = []
    for label, start, end in _blocks(plain):
        found.extend(_merge_levels(plain, _block_parts(plain, label, start, end)))
    return tuple(found)


def _blocks(plain: str) -> list[tuple[str, int, int]]:
    """The string cut at its labels: (label, start, end) of each run of names; runs under other labels are left out."""
    heads = [(m.start(), m.end(), m[0]) for rule in (LABEL, BARE_LABEL, LABEL_AS_VERB) for m in rule.finditer(plain)]
    known = {end for _, end, _ in heads}
    heads += [(m.start(), m.end(), "") for m in _OTHER_LABEL.finditer(plain) if m.end() not in known]
    heads.sort()
    blocks = [("", 0, heads[0][0] if heads else len(plain))]
    for i, (_, end, label) in enumerate(heads):
        if label:
            stop = heads[i + 1][0] if i + 1 < len(heads) else len(plain)
            blocks.append((label.strip("【】〔〕[]：:为是 \t"), end, stop))
    return [block for block in blocks if block[1] < block[2]]


def _block_parts(plain: str, label: str, start: int, end: int) -> list[AgencyPart]:
    """The agencies of one run of names, with the duty words after a name given to all names that they close."""
    parts: list[AgencyPart] = []
    open_from = 0  # the first part whose duty words may still come
    for left, right, gap in _items(plain, start, end):
        if gap in "；;。":
            open_from = len(parts)
        at, stop, duty, own = _bare_name(plain, left, right)
        name = plain[at:stop]
        if parts and gap == "、" and _REST_OF_COLLECTIVE.fullmatch(name) and is_collective(_name(plain, parts[-1])):
            parts[-1] = replace(parts[-1], end=stop)
        elif stop - at >= 2 and not _NOT_NAMES.search(name) and not _LEAD_RULE.search(name):
            lead = own == "lead" or (not duty and _LEADS.search(label) is not None)
            parts.append(AgencyPart(at, stop, lead, label, bool(label or own), gap))
        elif stop - at >= 2:
            continue
        if duty:
            leads = "牵头" in duty
            parts[open_from:] = [replace(part, lead=leads or part.lead, marked=True) for part in parts[open_from:]]
            open_from = len(parts)
    return parts


def _name(plain: str, part: AgencyPart) -> str:
    return plain[part.start : part.end]


def _items(plain: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start, end, separator before) of the raw items of a run: cut at separators outside brackets, then at words."""
    items: list[tuple[int, int, str]] = []
    glued = {at for m in _GLUED.finditer(plain, start, end) for at in range(*m.span())}
    depth, left, gap = 0, start, ""
    for at in range(start, end + 1):
        char = plain[at] if at < end else "；"
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif at == end or (char in _SEPARATORS and depth == 0 and at not in glued):
            if left < at:
                items.extend(_word_items(plain, left, at, gap))
                gap = char
            elif char in "；;。":
                gap = char
            left = at + 1
    return items


def _word_items(plain: str, left: int, right: int, gap: str) -> list[tuple[int, int, str]]:
    """One raw item cut where words join two agencies (A会同B, A和B) or where a separator was lost (市发改委市经信局)."""
    items, begin = [], left
    if right - left <= 4 * LONGEST_NAME:
        cuts = [(m.start(), m.end(), m[0]) for m in _WORD_BETWEEN.finditer(plain, left, right)]
        cuts += [(m.start(), m.start(), "") for m in _RUN_TOGETHER.finditer(plain, left, right)]
        for stop, go_on, word in sorted(cuts):
            if stop >= begin and _divides(plain[begin:stop], word, plain[go_on:right]):
                items.append((begin, stop, gap))
                begin, gap = go_on, word or "、"
    items.append((begin, right, gap))
    return [item for item in items if item[0] < item[1]]


def _divides(before: str, word: str, after: str) -> bool:
    """Whether a joining word stands between two agencies and not inside the name of one."""
    if word in ("会同", "联合"):
        return len(after) >= 2
    left, right = _trimmed(before), _trimmed(after)
    if word in ("", "会", "商"):
        return likeness(left) == "strong" and likeness(right) == "strong"
    known = likeness(left)
    if known == "strong":
        return likeness(right) == "strong" or bool(_HEADED_NEXT.match(right) and likeness(right) != "none")
    return known == "weak" and _GOVERNMENT_NEXT.match(right) is not None and likeness(right) != "none"


def _trimmed(text: str) -> str:
    at, stop, _, _ = _bare_name(text, 0, len(text))
    return text[at:stop]


def _bare_name(plain: str, left: int, right: int) -> tuple[int, int, str, str]:
    """The name in a raw item: its start and end, the duty words after it, and the role its own bracket gives it."""
    duty = own = ""
    prefix = _PREFIX.match(plain[left:right])
    if prefix:
        left += prefix.end()
    for _ in range(3):
        text = plain[left:right]
        suffix = _SUFFIX.search(text)
        note = _NOTE.search(text)
        others, telephone = _AND_OTHERS.search(text), _TELEPHONE.search(text)
        if suffix:
            duty, right = suffix[0] + duty, left + suffix.start()
        elif note and _NOTE_OF_ROLE.fullmatch(note[1]):
            own, right = ("lead" if "牵头" in note[1] else "other"), left + note.start()
        elif note and _NOTE_ASIDE.search(note[1]):
            right = left + note.start()
        elif others:
            right = left + others.start()
        elif telephone:
            right = left + telephone.start()
        else:
            break
    if right > left and plain[right - 1] in "）〕】" and not any(char in plain[left:right] for char in "（〔【"):
        right -= 1  # the closing mark of a bracket that opened before the label
    text = plain[left:right]
    return left + len(text) - len(text.lstrip("“”‘’·-—*\r")), left + len(text.rstrip("‘’·-—*\r：:")), duty, own


def _merge_levels(plain: str, parts: list[AgencyPart]) -> list[AgencyPart]:
    """The parts with the levels of one collective joined: 各市、州、县人民政府 is one agency."""
    merged: list[AgencyPart] = []
    i = 0
    while i < len(parts):
        last = _levels_until(plain, parts, i)
        first, close = parts[i], parts[last]
        merged.append(replace(first, end=close.end, lead=first.lead or close.lead, marked=first.marked or close.marked))
        i = last + 1
    return merged


def _levels_until(plain: str, parts: list[AgencyPart], i: int) -> int:
    """The index of the last part of the collective that begins at part i; i itself where none begins."""
    names = [_name(plain, part) for part in parts[i : i + 8]]
    if not names or not _LEVELS_BEGIN.fullmatch(names[0]):
        return i
    everyone = names[0][0] not in "省市州区县旗镇乡街" and len(names[0]) >= 2
    for j in range(1, len(names)):
        if parts[i + j].gap != "、":
            return i + j - 1 if everyone else i
        if _LEVELS_GO_ON.fullmatch(names[j]):
            continue
        end = _LEVELS_END.fullmatch(names[j])
        if end and (end["rule"] or names[0][-1] in "市州盟") and (not end["place"] or j >= 2):
            return i + j
        return i + j - 1 if everyone else i
    return i + len(names) - 1 if everyone else i
