"""Reads an overlay: a file with actions (OpenAPI Overlay 1.0 and 1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from codegen.document.load import load
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.document.spelling import did_you_mean
from codegen.prepare.overlay.actions import Action

_KEYS = ("overlay", "info", "extends", "actions")
_ACTION_KEYS = ("target", "description", "update", "copy", "remove")


def read_overlay(path: Path) -> tuple[list[Action], Node]:
    """The actions of an overlay, and the overlay.

    Raises:
        Refused: It is not an overlay. Carries its source.
        Unusable: It cannot be read.
    """
    loaded = load(path, "an OpenAPI Overlay")
    problems = [*_problems(loaded.root)]
    if problems:
        raise Refused(problems, SourceMap(loaded.source))
    return [*_actions(loaded.root, loaded.source)], loaded.root


def _actions(root: Node, source: Source) -> Iterator[Action]:
    for action in root.mappings("actions"):
        at, target = action.pointer, action.text("target")
        if action.get("remove") is True:
            yield Action("remove", target, None, source, (*at, "target"), (*at, "remove"))
        elif "update" in action:
            yield Action("update", target, action["update"], source, (*at, "target"), (*at, "update"))
        else:
            yield Action("copy", target, action.text("copy"), source, (*at, "target"), (*at, "copy"))


def _problems(root: Node) -> Iterator[Problem]:
    version = root.get("overlay")
    if not isinstance(version, str) or not re.fullmatch(r"1\.[01]\.\d+", version):
        yield _problem(
            "an overlay begins with its version, such as 'overlay: 1.1.0'; 1.0 and 1.1 are known",
            ("overlay",) if "overlay" in root else (),
        )
        return
    yield from _unknown(root, _KEYS, "an overlay")
    info = root.mapping("info")
    for key in ("title", "version"):
        if not isinstance(info.get(key), str):
            yield _problem(f"'info' must have a {key!r}", ("info",) if "info" in root else ())
    actions = root.get("actions")
    if not isinstance(actions, list) or not actions:
        yield _problem(
            "'actions' must be a list of at least one action", ("actions",) if actions is not None else ()
        )
        return
    for index, action in enumerate(actions):
        yield from _problems_of_action(action, ("actions", index), version)


def _problems_of_action(action: Json, at: Pointer, version: str) -> Iterator[Problem]:
    if not isinstance(action, Node):
        yield _problem("an action is a mapping", at)
        return
    yield from _unknown(action, _ACTION_KEYS, "an action")
    if not isinstance(action.get("target"), str):
        yield _problem("an action must have a 'target', a JSONPath query", at)
    if "remove" in action and not isinstance(action["remove"], bool):
        yield _problem("'remove' must be true or false", (*at, "remove"))
    elif action.get("remove") is not True and "update" not in action and "copy" not in action:
        yield _problem("an action must have an 'update', a 'copy' or 'remove: true'", at)
    if "copy" in action and version.startswith("1.0"):
        yield _problem("'copy' needs 'overlay: 1.1.0'", (*at, "copy"))
    elif "copy" in action and not isinstance(action["copy"], str):
        yield _problem("'copy' must be a JSONPath query", (*at, "copy"))


def _unknown(node: Node, known: Sequence[str], what: str) -> Iterator[Problem]:
    for key in node:
        if key not in known and not key.startswith("x-"):
            yield Problem(
                f"{key!r} is not a key of {what}{did_you_mean(key, known)}",
                "overlay",
                (*node.pointer, key),
                "key",
            )


def _problem(message: str, where: Pointer) -> Problem:
    return Problem(message, "overlay", where)
