"""Files that people contribute, and what is wrong with them: values with a file, a line and a column."""

from __future__ import annotations

from dataclasses import dataclass

from .problem import Fault

Value = str | None | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Yaml:
    """A file's value, with the line and column (from 1) of every value in it."""

    file: str
    value: Value
    places: dict[Path, tuple[int, int]]

    def fault(self, path: Path, code: str, message: str) -> Fault:
        """A fault at a value, or at the nearest value around it."""
        while path and path not in self.places:
            path = path[:-1]
        line, column = self.places.get(path, (1, 1))
        return Fault(self.file, line, column, code, message)

    def listed(self) -> Yaml:
        """A file that is a list, as a form whose `entries` are that list."""
        places: dict[Path, tuple[int, int]] = {("entries", *path): place for path, place in self.places.items()}
        return Yaml(self.file, {"entries": [] if self.value is None else self.value}, places)

    def at(self, *path: str | int) -> Value:
        """The value at a path, None where there is none."""
        value = self.value
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def text(self, *path: str | int) -> str:
        """The text at a path, empty where there is none."""
        value = self.at(*path)
        return value if isinstance(value, str) else ""

    def items(self, *path: str | int) -> tuple[Path, ...]:
        """The paths of the items of the list at a path; none where there is no list."""
        value = self.at(*path)
        return tuple((*path, index) for index in range(len(value))) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class Contributed:
    """A contributed file as it is: path from the project's folder, bytes, characters, and its YAML where it is any.

    `faults` is what reading it by its form found: YAML that cannot be read, fields of the wrong shape.
    """

    file: str
    data: bytes
    text: str
    yaml: Yaml | None = None
    faults: tuple[Fault, ...] = ()
