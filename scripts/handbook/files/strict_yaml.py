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

from ..model import SourceError

SIZE_LIMIT = 256 * 1024  # bytes of a file
DEPTH_LIMIT = 8  # lists and mappings inside each other
NODE_LIMIT = 50_000  # values of a file

Value = str | None | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]

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


@dataclass(frozen=True, slots=True)
class Yaml:
    """A file's value, with the line and column (from 1) of every value in it."""

    file: str
    value: Value
    places: dict[Path, tuple[int, int]]

    def fault(self, path: Path, message: str) -> SourceError:
        """An error at a value, or at the nearest value around it."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return SourceError(self.file, line, column, message)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; `key` is the key that waits for its value."""

    value: list[Value] | dict[str, Value]
    path: Path
    key: str | None = None
    key_place: tuple[int, int] = (1, 1)


def load(file: str, data: bytes) -> Yaml:
    """Read one YAML document; SourceError with file, line and column for anything that is not plain data."""
    if len(data) > SIZE_LIMIT:
        raise SourceError(file, 1, 1, f"文件超过 {SIZE_LIMIT // 1024} KB：请拆成几个文件")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(file, line, 1, "不是 UTF-8 编码：请在编辑器里选择“另存为 UTF-8”") from error
    return _Reader(file).read(text.removeprefix("\ufeff"))


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Path, tuple[int, int]] = {}
        self.open: list[_Open] = []
        self.root: Value = None
        self.documents = 0

    def read(self, text: str) -> Yaml:
        try:
            for event in YAML(typ="safe").parse(text):
                self._take(event)
        except MarkedYAMLError as error:
            raise self._unreadable(error) from error
        except (YAMLError, ValueError, RecursionError) as error:  # a character that no YAML file may hold
            raise SourceError(
                self.file, *_place_of(error, text), "有看不见的控制字符，请删去后重新输入这一行"
            ) from error
        return Yaml(self.file, self.root, self.places)

    def _take(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1 or event.version or event.tags:
                raise self._fault(event, "一个文件只放一份 YAML，不写 %YAML、%TAG 和第二个 ---")
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self.open.pop()
        elif isinstance(event, NodeEvent):
            self._node(event)

    def _node(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent) or event.anchor:
            raise self._fault(event, "不支持锚点和别名（& 与 *）：请把内容直接写出来；值以 & 或 * 开头时请加引号")
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag:
            raise self._fault(event, "不支持类型标签（!…）：请直接写值；值以 ! 开头时请加引号，例如 '!重要'")
        if self.open and isinstance(holder := self.open[-1].value, dict) and self.open[-1].key is None:
            self._key(event, holder)
        elif isinstance(event, ScalarEvent):
            self._add(event, _scalar(event))
        else:
            self._open(event)

    def _key(self, event: NodeEvent, holder: dict[str, Value]) -> None:
        if not isinstance(event, ScalarEvent) or not event.value:
            raise self._fault(event, "名称应是一个词，例如 title: 若干措施")
        if event.value in holder:
            raise self._fault(event, f"“{event.value}”写了两次：请只留一个")
        self.open[-1].key, self.open[-1].key_place = str(event.value), _place(event)

    def _open(self, event: NodeEvent) -> None:
        value: list[Value] | dict[str, Value] = {} if isinstance(event, MappingStartEvent) else []
        if not isinstance(event, (MappingStartEvent, SequenceStartEvent)) or len(self.open) >= DEPTH_LIMIT:
            raise self._fault(event, f"嵌套超过 {DEPTH_LIMIT} 层：请把结构写平")
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
            raise self._fault(event, f"内容超过 {NODE_LIMIT} 项：请拆成几个文件")
        return path

    def _fault(self, event: Event, message: str) -> SourceError:
        return SourceError(self.file, *_place(event), message)

    def _unreadable(self, error: MarkedYAMLError) -> SourceError:
        mark = error.problem_mark or error.context_mark
        said = f"{error.context or ''} {error.problem or ''}"
        advice = next(
            (text for sign, text in ADVICE if sign in said), "写法不对：应是一行一个“名称: 值”，下一层缩进两个空格"
        )
        return SourceError(self.file, (mark.line if mark else 0) + 1, (mark.column if mark else 0) + 1, advice)


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
