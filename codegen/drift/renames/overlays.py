"""Writes declarations of former names for documents of others, as actions for overlays or configurations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from codegen.document.node import Node, Plain, Pointer, plain
from codegen.document.pointers import value_at
from codegen.document.rendering import TextStyle
from codegen.drift.renames.declarations import Declaration


def overlay_actions(declarations: Sequence[Declaration], root: Node) -> list[dict[str, Any]]:
    """The declarations as actions, each with the query of its target and the value to merge."""
    targets: dict[Pointer, tuple[Plain, Plain]] = {}
    for one in declarations:
        before = plain(value_at(root, one.target))
        after = targets.setdefault(one.target, (before, plain(value_at(root, one.target))))[1]
        one.change(after)
    return [
        {"target": query(target, root), "update": _difference(before, after)}
        for target, (before, after) in targets.items()
    ]


def _difference(before: Plain, after: Plain) -> Plain:
    """The value to merge to get from one value to another (Overlay 1.1, 4.4.3)."""
    if isinstance(before, dict) and isinstance(after, dict):
        return {
            key: _difference(before[key], value) if key in before else value
            for key, value in after.items()
            if key not in before or before[key] != value
        }
    if isinstance(before, list) and isinstance(after, list):
        return after[len(before) :]
    return after


def query(pointer: Pointer, root: Node) -> str:
    """A part of the document as a JSONPath query (RFC 9535). Items of lists are found by their names."""
    text, part = "$", plain(root)
    for token in pointer:
        name = part[token].get("name") if isinstance(token, int) and isinstance(part[token], dict) else None
        if name is not None and sum(one.get("name") == name for one in part if isinstance(one, dict)) == 1:
            text += f"[?@.name=={_quoted(name)}]"
        else:
            text += f"[{token}]" if isinstance(token, int) else f"[{_quoted(token)}]"
        part = part[token]
    return text


def _quoted(text: str) -> str:
    """A string literal of JSONPath."""
    inner = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"


def overlay_text(actions: Sequence[dict[str, Any]], title: str) -> str:
    """A new overlay, as YAML."""
    lines = [
        "overlay: 1.0.0",
        f"info: {{title: {json.dumps(f'Former names of {title}')}, version: 1.0.0}}",
        "actions:",
    ]
    return "\n".join([*lines, *(f"  - {TextStyle(is_json=False).item(one, 2)}" for one in actions), ""])


def toml_text(actions: Sequence[dict[str, Any]], table: str) -> str:
    """The actions as tables of a configuration, to be appended to it."""
    parts = [
        f"\n[[{table}]]\ntarget = {_toml(one['target'])}\nupdate = {_toml(one['update'])}\n"
        for one in actions
    ]
    return "".join(parts)


def _toml(value: Plain) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_toml(one)}' for key, one in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=True)
