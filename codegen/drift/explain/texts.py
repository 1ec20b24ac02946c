"""The texts that users meet although they are no names: headers, and environment variables.

The runtime reads and sends them, so they stand in its code.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")


def texts_in(tree: ast.Module, module: str, environment: str) -> Iterator[tuple[str, str]]:
    """Yield each text in the code of a module, in small letters, with the name of what uses it."""

    def within(owner: str, node: ast.AST) -> Iterator[tuple[str, str]]:
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.Expr(value=ast.Constant()):
                    continue  # a docstring
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    yield from within(f"{owner}.{name}", child)
                    continue
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                    yield from within(f"{owner}.{name}", child)
                    continue
                case ast.Constant(value=str(text)) if _TEXT.fullmatch(text):
                    yield text.lower(), owner
                case ast.JoinedStr(values=[ast.FormattedValue(value=start), ast.Constant(value=str(end))]):
                    if "environment" in ast.unparse(start):
                        yield f"{environment}{end}".lower(), owner
                case _:
                    pass
            yield from within(owner, child)

    yield from within(module, tree)


def collected(found: Iterator[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The names of what uses each text."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    for text, owner in found:
        users[text].setdefault(owner)
    return {text: tuple(owners) for text, owners in users.items()}
