"""Modules that several packages have in common, for type checkers to read once.

Each client has a copy of the runtime. A type checker would read and judge each copy anew, although it is the
same file and all that it imports is the same. So the first package keeps the file; in the others a stub says
that its names are those of the first.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath


def share(packages: list[Path]) -> list[Path]:
    """Replace copies by stubs, and return the folders in which a type checker finds the first ones."""
    folders: set[Path] = set()
    for first, *copies in _alike(packages):
        package = next(one for one in packages if first.is_relative_to(one))
        stub = _stub(first, package)
        folders.add(package.parent)
        for copy in copies:
            copy.with_suffix(".pyi").write_text(stub, encoding="utf-8")
            copy.unlink()
    return sorted(folders)


def _alike(packages: list[Path]) -> list[list[Path]]:
    """The files that mean the same: their content is alike, and that of all that they import, and so on."""
    files = {
        package: {path.relative_to(package).as_posix(): path for path in sorted(package.rglob("*.py"))}
        for package in packages
    }
    kinds: dict[Path, object] = {
        path: (name, _meaning(path.read_bytes())) for found in files.values() for name, path in found.items()
    }
    imported = {
        path: [found[one] for one in _imports(path.read_bytes(), name) if one in found]
        for found in files.values()
        for name, path in found.items()
    }
    number = 0
    while number != len({*kinds.values()}):
        number = len({*kinds.values()})
        known = {kind: index for index, kind in enumerate(dict.fromkeys(kinds.values()))}
        kinds = {path: (known[kinds[path]], *(known[kinds[one]] for one in imported[path])) for path in kinds}
    groups: dict[object, list[Path]] = defaultdict(list)
    for path, kind in kinds.items():
        groups[kind].append(path)
    return [group for group in groups.values() if len(group) > 1]


@cache
def _meaning(text: bytes) -> str:
    """A file as a type checker sees it from outside: the values of `FACTS` are not part of its type."""
    tree = ast.parse(text)
    for node in tree.body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id="FACTS")], value=ast.Call(func=ast.Name(id="Facts")) as call
            ):
                call.keywords = []
            case _:
                pass
    return ast.dump(tree)


@cache
def _imports(text: bytes, name: str) -> list[str]:
    """The files of its package that a file may import, at the top or later."""
    found: dict[str, None] = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = PurePosixPath(name).parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for one in (base, *(base / alias.name for alias in node.names)):
                found |= {f"{one}.py": None, (one / "__init__.py").as_posix(): None}
    return [*found]


def _stub(path: Path, package: Path) -> str:
    module = ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
    names = dict.fromkeys(_defined(ast.parse(path.read_bytes()).body))
    return "".join(f"from {module} import {one} as {one}\n" for one in names)


def _defined(body: list[ast.stmt]) -> Iterator[str]:
    """The names that a module has for others: what it only imports is not for them."""
    for node in body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=names)):
                yield from (one.value for one in names if isinstance(one, ast.Constant))
            case ast.Assign(targets=targets):
                yield from (one.id for each in targets for one in ast.walk(each) if isinstance(one, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.ImportFrom(names=names) | ast.Import(names=names):
                yield from (one.name for one in names if one.asname == one.name)
            case ast.If(body=inner, orelse=other) | ast.Try(body=inner, orelse=other):
                yield from _defined([*inner, *other])
            case _:
                pass
