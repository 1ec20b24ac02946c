"""What the files of a client mention in their code: classes of the API, and texts that users meet."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator


def parts_of(owner: str, node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Everything in a file but docstrings, each with the symbol that it is in."""
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
    """The class that an annotation or code may name here. In a resource, names may be its own."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if module == "models":
            return name
        case ast.Attribute(attr=name, value=ast.Name(id="models" | "_models")):
            return name
        case _:
            return ""


_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")


def texts_in(node: ast.AST, environment: str) -> Iterator[str]:
    """The texts, in small letters, that users meet although they are no names: headers and variables."""
    match node:
        case ast.Constant(value=str(text)) if _TEXT.fullmatch(text):
            yield text.lower()
        case ast.JoinedStr(values=[ast.FormattedValue(value=start), ast.Constant(value=str(end))]):
            if "environment" in ast.unparse(start):
                yield f"{environment}{end}".lower()
        case _:
            pass
