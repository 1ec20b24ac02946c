"""Every public name has a docstring: in the generator, in the runtime, and in what is emitted.

The emitted ``models.py`` and ``enums.py`` are excepted: a class has no docstring if the API's document does
not describe it and several other classes use it. ``tests/test_output_against_spec.py`` checks the others.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

OF_THE_DOCUMENT = {"models.py", "enums.py"}
FOLDERS = ("codegen", "templates/package", "generated/aether_platform", "examples")
FILES = [
    ROOT / "generate.py",
    *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))),
]

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public(node: ast.AST, name: str) -> Iterator[tuple[str, Documented]]:
    """What is public in a module: its classes and functions, and their methods."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            if child.name.startswith("_"):
                continue
            yield f"{name}.{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{name}.{child.name}")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_public_name_is_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = () if path.name in OF_THE_DOCUMENT and "generated" in path.parts else public(tree, path.stem)
    documented: list[tuple[str, Documented]] = [(path.stem, tree), *names]
    assert [name for name, node in documented if not (ast.get_docstring(node) or "").strip()] == []
