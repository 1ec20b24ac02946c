"""Every public name has a docstring: in the generator and in the runtime."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.conftest import ROOT

FOLDERS = ("codegen", "templates/package")
FILES = [
    ROOT / "generate.py",
    *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))),
]

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public(node: ast.AST, name: str) -> Iterator[tuple[str, Documented]]:
    """What is public in a module: its classes and functions, and their methods."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            if child.name.startswith("_") or _is_overload(child):
                continue
            yield f"{name}.{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{name}.{child.name}")


def _is_overload(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it is a signature of a function that follows, which has the docstring."""
    return any(ast.unparse(one) == "overload" for one in node.decorator_list)


def undocumented(files: Iterable[Path]) -> list[str]:
    """The public names in files that have no docstring."""
    return [f"{path.relative_to(ROOT).as_posix()}: {name}" for path in files for name in _bare(path)]


def _bare(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented: list[tuple[str, Documented]] = [(path.stem, tree), *public(tree, path.stem)]
    return [name for name, node in documented if not (ast.get_docstring(node) or "").strip()]


def test_every_public_name_is_documented() -> None:
    assert undocumented(FILES) == []
