"""YAML as contributors write it, read strictly: text stays text, and every value knows its line and column.

YAML 1.2 without tags, anchors, aliases, directives and double keys. YAML 1.1 reads `1:30` as 90, `no` as false and
`012` as 10; here every scalar is a string, and only an empty value, `null` and `~` are None.
"""

from __future__ import annotations

from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..model import Fault, Path, SourceError, Value, Yaml

SIZE_LIMIT = 256 * 1024  # bytes of a file
DEPTH_LIMIT = 8  # lists and mappings inside each other
NODE_LIMIT = 50_000  # values of a file

FLOW = "while parsing a flow"
# What the scanner says, and what its author should do about it.
ADVICE = (
    ("mapping values are not allowed", "一行里有两个“名称: 值”，值里有冒号时请加引号，例如 title: '通知：关于…'"),
    ("cannot start any token", "这里的符号不能开头，缩进请用空格不用制表符，含 @ ` % 等符号的值请加引号"),
    ("did not find expected key", "缩进与上一行对不齐：同一层的各行要左对齐，例如两个空格"),
    ("did not find expected '-' indicator", "缩进与上一行对不齐：同一层的各行要左对齐，例如两个空格"),
    ("did not find expected ','", "方括号或花括号没有配对，或者少了逗号，例如 [甲, 乙]"),
    ("could not find expected ':'", "少了冒号：应写成“名称: 值”，冒号后有一个空格"),
    ("while scanning a quoted scalar", "引号没有配对：开头和结尾要用同一种英文引号"),
)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; `key` is the key that waits for its value."""

    value: list[Value] | dict[str, Value]
    path: Path
    key: str | None = None
    key_place: tuple[int, int] = (1, 1)


def load(file: str, data: bytes) -> Yaml:
    """Read one YAML document; SourceError with file, line and column for anything that is not plain data."""
    yaml, faults = scan(file, data)
    if faults:
        raise SourceError(faults[0])
    return yaml


def scan(file: str, data: bytes) -> tuple[Yaml, tuple[Fault, ...]]:
    """What can be read of one YAML document, and everything in it that is not plain data, in the order of the file.

    The value is whole only where there are no faults: reading ends where the structure does.
    """
    nothing = Yaml(file, None, {})
    if len(data) > SIZE_LIMIT:
        return nothing, (Fault(file, 1, 1, "file-large", f"文件超过 {SIZE_LIMIT // 1024} KB：请拆成几个文件"),)
    if foreign := utf8_faults(file, data):
        return nothing, foreign
    return _Reader(file).read(data.decode("utf-8").removeprefix("\ufeff"))


def utf8_faults(file: str, data: bytes) -> tuple[Fault, ...]:
    """The first line of a text file that is in another encoding."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return (Fault(file, line, 1, "encoding", "不是 UTF-8 编码：请在编辑器里选择“另存为 UTF-8”"),)
    return ()


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path, tuple[int, int]] = {}
        self.open: list[_Open] = []
        self.root: Value = None
        self.documents = 0
        self.faults: list[Fault] = []

    def read(self, text: str) -> tuple[Yaml, tuple[Fault, ...]]:
        try:
            for event in YAML(typ="safe").parse(text):
                self._take(event)
        except SourceError as error:  # the structure itself cannot be used
            self.faults.append(error.fault)
        except MarkedYAMLError as error:
            self.faults.append(self._unreadable(error))
        except (YAMLError, ValueError, RecursionError) as error:  # a character that no YAML file may hold
            advice = "有看不见的控制字符，请删去后重新输入这一行"
            self.faults.append(Fault(self.file, *_place_of(error, text), "control-character", advice))
        return Yaml(self.file, self.root, self.places), tuple(self.faults)

    def _take(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1 or event.version or event.tags:
                raise self._stop(event, "yaml-document", "一个文件只放一份 YAML，不写 %YAML、%TAG 和第二个 ---")
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self.open.pop()
        elif isinstance(event, NodeEvent):
            self._node(event)

    def _node(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent) or event.anchor:
            self._note(
                event, "yaml-anchor", "不支持锚点和别名（& 与 *）：请把内容直接写出来；值以 & 或 * 开头时请加引号"
            )
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag:
            self._note(event, "yaml-tag", "不支持类型标签（!…）：请直接写值；值以 ! 开头时请加引号，例如 '!重要'")
        if self.open and isinstance(holder := self.open[-1].value, dict) and self.open[-1].key is None:
            self._key(event, holder)
        elif isinstance(event, ScalarEvent):
            self._add(event, _scalar(event))
        elif isinstance(event, AliasEvent):
            self._add(event, None)
        else:
            self._open(event)

    def _key(self, event: NodeEvent, holder: dict[str, Value]) -> None:
        if not isinstance(event, ScalarEvent) or not event.value:
            raise self._stop(event, "yaml-key", "名称应是一个词，例如 title: 若干措施")
        if event.value in holder:
            self._note(event, "yaml-double-key", f"“{event.value}”写了两次：请只留一个")
        self.open[-1].key, self.open[-1].key_place = str(event.value), _place(event)

    def _open(self, event: NodeEvent) -> None:
        value: list[Value] | dict[str, Value] = {} if isinstance(event, MappingStartEvent) else []
        if not isinstance(event, (MappingStartEvent, SequenceStartEvent)) or len(self.open) >= DEPTH_LIMIT:
            raise self._stop(event, "yaml-depth", f"嵌套超过 {DEPTH_LIMIT} 层：请把结构写平")
        path = self._add(event, value)
        self.open.append(_Open(value, path))

    def _add(self, event: NodeEvent, value: Value) -> Path:
        path: Path = ()
        place = _place(event)
        if not self.open:
            self.root = value
        else:
            holder = self.open[-1]
            if isinstance(holder.value, list):
                path = (*holder.path, len(holder.value))
                holder.value.append(value)
            elif holder.key is not None:
                path = (*holder.path, holder.key)
                place = holder.key_place if value is None else place  # an empty value has no place of its own
                holder.value[holder.key], holder.key = value, None
        self.places[path] = place
        if len(self.places) > NODE_LIMIT:
            raise self._stop(event, "yaml-depth", f"内容超过 {NODE_LIMIT} 项：请拆成几个文件")
        return path

    def _note(self, event: Event, code: str, message: str) -> None:
        self.faults.append(Fault(self.file, *_place(event), code, message))

    def _stop(self, event: Event, code: str, message: str) -> SourceError:
        return SourceError(Fault(self.file, *_place(event), code, message))

    def _unreadable(self, error: MarkedYAMLError) -> Fault:
        opened = FLOW in (error.context or "")  # a bracket is missed where the next line begins, but opened before it
        mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
        said = f"{error.context or ''} {error.problem or ''}"
        advice = next(
            (text for sign, text in ADVICE if sign in said), "写法不对：应是一行一个“名称: 值”，下一层缩进两个空格"
        )
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Fault(self.file, line, column, "yaml-syntax", advice)


def _scalar(event: ScalarEvent) -> str | None:
    plain = not event.style
    return None if plain and event.value in ("", "null", "~") else str(event.value)


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _place_of(error: Exception, text: str) -> tuple[int, int]:
    """Where the reader met a character that it does not take; the file's start where it does not say."""
    at = getattr(error, "position", None)
    if not isinstance(at, int):
        return 1, 1
    before = text.encode("utf-8")[:at].decode("utf-8", errors="ignore")  # the reader counts bytes
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
