"""The house rules that drift: who imports whom, where files are opened, where words reach the terminal."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "handbook"
LONGEST_MODULE = 300  # lines

# Who may import whom, besides its own folder.
TABLE: dict[str, set[str]] = {
    "model": set(),
    "config": {"model"},
    "hands": set(),
    "text": {"model"},
    "files": {"model"},
    "parse": {"model", "text"},
    "extract": {"model", "text"},
    "link": {"model", "text"},
    "editions": {"model", "text"},
    "render": {"model", "text"},
    "search": {"model", "text"},
    "review": {"model", "text", "render"},
    "export": {"model", "render"},
    "pipeline": {"model", "hands", "parse", "extract", "link", "editions", "render", "search", "export", "review"},
    "printing": {"model", "render", "export"},
    "cli": {"printing", "pipeline", "review", "files", "config", "model"},  # one module a group of commands
    "__main__": {"cli"},
}
OPENERS = {"open", "read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "rename", "rmtree"}
PRINTERS = {"print", "echo", "secho"}
MATCHERS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(PACKAGE).as_posix() for path in MODULES]
EVERY = pytest.mark.parametrize("path", MODULES, ids=NAMES)


def room(path: Path) -> str:
    """The part of the house a module belongs to: its folder, or its own name on the ground of the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_rooms(path: Path) -> Iterator[tuple[str, int]]:
    """The rooms of this package that a module imports from, with the line."""
    here = ("handbook", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = list(here[: len(here) - node.level]) if node.level else []
            base += node.module.split(".") if node.module else []
            names = [[*base, alias.name] if len(base) < 2 else base for alias in node.names]
        else:
            continue
        yield from ((name[1], node.lineno) for name in names if name[0] == "handbook" and len(name) > 1)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def calls(node: ast.AST) -> Iterator[tuple[str, str, ast.Call]]:
    """Every call below a node: what it is called on (empty for a plain name), its name, and the call."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            yield "", call.func.id, call
        elif isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            yield ast.unparse(call.func.value), call.func.attr, call


def test_every_room_is_in_the_table() -> None:
    assert {room(path) for path in MODULES} - {"__init__"} <= TABLE.keys()


@EVERY
def test_imports_follow_the_table(path: Path) -> None:
    own = room(path)
    allowed = TABLE.get(own, set()) | {own}
    assert [f"line {line}: {name}" for name, line in imported_rooms(path) if name not in allowed] == []


@EVERY
def test_imports_stand_at_the_top(path: Path) -> None:
    hidden = [
        node.lineno
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert hidden == []


@EVERY
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@EVERY
def test_every_module_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@EVERY
def test_nothing_is_of_any_type(path: Path) -> None:
    named = [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Name) and node.id == "Any"]
    assert named == []


@EVERY
def test_only_files_opens_files(path: Path) -> None:
    if room(path) == "files":
        return
    opened = [f"line {call.lineno}: {name}" for owner, name, call in calls(tree(path)) if opens(owner, name)]
    assert opened == []


def opens(owner: str, name: str) -> bool:
    return name in OPENERS and owner != "files"


@EVERY
def test_only_the_command_prints(path: Path) -> None:
    if room(path) == "cli":
        return
    printed = [f"line {call.lineno}" for owner, name, call in calls(tree(path)) if name in PRINTERS and owner != "self"]
    written = [f"line {call.lineno}" for owner, _, call in calls(tree(path)) if owner in ("sys.stdout", "sys.stderr")]
    assert printed + written == []


@EVERY
def test_patterns_have_names(path: Path) -> None:
    """A regular expression is a named module-level pattern, never a literal inside a function."""
    literal = [
        f"line {call.lineno}"
        for function in functions(path)
        for owner, name, call in calls(function)
        if owner == "re" and name in MATCHERS and call.args and isinstance(call.args[0], (ast.Constant, ast.JoinedStr))
    ]
    assert literal == []


def test_the_ground_has_no_mutable_values() -> None:
    """Values of the model are frozen, so that a stage can only return new ones."""
    loose = [
        f"{path.name}: {node.name}"
        for path in MODULES
        if room(path) == "model"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and not node.bases and not frozen(node)
    ]
    assert loose == []


def frozen(node: ast.ClassDef) -> bool:
    return any("frozen=True" in ast.unparse(item) and "slots=True" in ast.unparse(item) for item in node.decorator_list)
