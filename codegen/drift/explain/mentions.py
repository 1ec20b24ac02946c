"""Finds mentions in the code of a client: classes of the API, and texts that users see."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator


def parts_of(owner: str, node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """All nodes of a file except docstrings, each with its symbol."""
    for child in ast.iter_child_nodes(node):
        inner = owner
        match child:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                inner = f"{owner}.{name}" if owner else name
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                inner = f"{owner}.{name}" if owner else name
            case ast.arg(arg=name) if name not in {"self", "cls"}:
                inner = f"{owner}.{name}" if owner else name
            case _:
                pass
        yield owner, child
        yield from parts_of(inner, child)


def class_in(node: ast.AST, module: str) -> str:
    """The class that a name means here. In a resource, the name may be an attribute."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if module == "models":
            return name
        case ast.Attribute(attr=name, value=ast.Name(id="models" | "_models")):
            return name
        case _:
            return ""


_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")


def texts_in(node: ast.AST, environment: str) -> Iterator[str]:
    """The texts, in lower case, that users see although they are not names: headers and variables."""
    match node:
        case ast.Constant(value=str(text)) if _TEXT.fullmatch(text):
            yield text.lower()
        case ast.JoinedStr(values=[ast.FormattedValue(value=start), ast.Constant(value=str(end))]):
            if "environment" in ast.unparse(start):
                yield f"{environment}{end}".lower()
        case _:
            pass
