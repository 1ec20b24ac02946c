"""Calls of a client's fake in programs: what the fake refuses, which depends on the document."""

from __future__ import annotations

import ast
from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from importlib import import_module

from tests.clients import Client


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a fake refuses."""

    path: str
    """The method that is faked: ``clusters.update``."""
    message: str


def refused(client: Client, methods: Collection[str], node: ast.AST) -> Refusal | None:
    """Try ``fake.clusters.update.raises(ConflictError, message="...")`` with a fake of the client."""
    match node:
        case ast.Call(func=ast.Attribute(attr="raises", value=target), args=[ast.Name(id=error)]):
            keywords = {one.arg: one.value for one in node.keywords if one.arg is not None}
        case _:
            return None
    while isinstance(target, ast.Call) and isinstance(target.func, ast.Attribute):
        target = target.func.value  # `.returns(...).raises(...)`
    path = next((one for one in methods if ast.unparse(target).endswith(f".{one}")), None)
    kind = getattr(import_module(f"{client.module.__name__}.errors"), error, None)
    if path is None or kind is None:
        return None
    testing = import_module(f"{client.module.__name__}.testing")
    method = reduce(getattr, path.split("."), getattr(testing, f"Fake{client.kind}")())
    given = {name: ast.literal_eval(value) for name, value in keywords.items() if _is_literal(value)}
    try:
        method.raises(kind, **given)
    except TypeError as wrong:
        return Refusal(path, str(wrong))
    return None


def _is_literal(value: ast.expr) -> bool:
    try:
        ast.literal_eval(value)
    except ValueError:
        return False
    return True
