"""What programs can name in an emitted client, read from its files, without a look at the report.

Each name stands as the report writes it: ``models.Pet.age``, ``client.pets.list(limit=)``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from codegen.drift.changes.effects import Effect

Function = ast.FunctionDef | ast.AsyncFunctionDef


def names_in(package: Path) -> set[str]:
    """All public names of a package, and the arguments that calls may pass or must pass (``limit=!``)."""
    found = {*_exported(package)}
    for module in ("errors", "models", "params", "webhooks"):
        for tree in _trees(package, module):
            found |= {f"{module}.{name}" for name in _defined(tree.body)}
    classes = {
        node.name: node
        for tree in (*_trees(package, "_client"), *_trees(package, "resources"))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
    for node in [*classes.values()]:
        if any("Client" in ast.unparse(base) for base in node.bases) and not node.name.startswith("Async"):
            found |= {f"client.{name}" for name in _reachable(node, classes)}
    return found


def unreported(old: Path, new: Path, effects: Iterable[Effect]) -> list[str]:
    """The names of the old package that programs cannot use with the new one, although no effect says so."""
    before, after = names_in(old), names_in(new)
    effects = [one for one in effects if one.callers or one.readers]
    breaking = {one.symbol for one in effects}
    if any(one.rule == "client-renamed" for one in effects):  # that of errors and the async one follow it
        before = {one for one in before if "." in one}
    needed = {name for name in after - before if name.endswith("=!)") and name.rpartition("(")[0] in before}
    return sorted(one for one in (before - after) | needed if not _is_told(one, breaking, after))


def _is_told(name: str, breaking: set[str], after: set[str]) -> bool:
    plain = name.replace("=!)", "=)")
    if name not in after and plain in after and plain != name:
        return True  # it may be passed as before, but need not be
    module, _, path = plain.partition(".")
    class_, _, member = path.partition(".")
    class_ = class_.removesuffix("Dict") if module == "params" else class_
    if name in after and any(one.startswith(f"{plain.partition('(')[0]}(") for one in breaking):
        return True  # a required argument that has taken the place of another one
    whole = {plain, plain.partition("(")[0], f"{module}.{class_}", f"models.{class_}"}
    # A key of a dict is a name on the wire, the attribute of its class one in Python.
    letters = member.replace("_", "").lower()
    return bool(whole & breaking) or any(
        one.startswith(f"models.{class_}.") and one.rpartition(".")[2].replace("_", "").lower() == letters
        for one in breaking
        if member
    )


def _trees(package: Path, module: str) -> Iterator[ast.Module]:
    for path in sorted([package / f"{module}.py", *(package / module).glob("*.py")]):
        if path.exists():
            yield ast.parse(path.read_text("utf-8"))


def _exported(package: Path) -> Iterator[str]:
    for tree in ast.parse((package / "__init__.py").read_text("utf-8")).body:
        if isinstance(tree, ast.Assign) and ast.unparse(tree.targets[0]) == "__all__":
            yield from ast.literal_eval(tree.value)


def _defined(body: Iterable[ast.stmt], around: str = "") -> Iterator[str]:
    """The public classes, functions, aliases and attributes of a module or a class."""
    for node in body:
        match node:
            case ast.If():
                yield from _defined([*node.body, *node.orelse], around)
            case ast.ClassDef(name=name):
                yield f"{around}{name}"
                yield from _defined(node.body, f"{around}{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if not name.startswith("_"):
                yield f"{around}{name}"
            case ast.Assign(
                targets=[ast.Name(name)], value=ast.Call(ast.Name("TypedDict"), [_, ast.Dict(keys)])
            ):
                yield f"{around}{name}"
                yield from (f"{around}{name}.{ast.literal_eval(key)!s}" for key in keys if key is not None)
            case ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]):
                if not name.startswith("_"):
                    yield f"{around}{name}"
            case _:
                pass


def _reachable(node: ast.ClassDef, classes: dict[str, ast.ClassDef], path: str = "") -> Iterator[str]:
    """The attributes, methods and arguments of a class, and of what its attributes are."""
    for one in node.body:
        if not isinstance(one, Function) or one.name.startswith("_"):
            continue
        here = f"{path}{one.name}"
        if any("property" in ast.unparse(decorator) for decorator in one.decorator_list):
            inner = classes.get(ast.unparse(one.returns) if one.returns else "")
            if inner is not None:
                yield from _reachable(inner, classes, f"{here}.")
        else:
            yield here
            yield from (f"{here}({argument})" for argument in _arguments(one))


def _arguments(function: Function) -> Iterator[str]:
    given = function.args
    several = [*given.posonlyargs, *given.args][1:]
    absent: list[ast.expr | None] = [None] * (len(several) - len(given.defaults))
    with_defaults = [
        *zip(several, [*absent, *given.defaults], strict=True),
        *zip(given.kwonlyargs, given.kw_defaults, strict=True),
    ]
    for argument, default in with_defaults:
        yield f"{argument.arg}="
        if default is None:
            yield f"{argument.arg}=!"
