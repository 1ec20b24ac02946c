"""Applies actions to a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from codegen.document.node import Node, Pointer, plain
from codegen.document.places import Place
from codegen.document.problems import Problem, Refused
from codegen.document.source import Source
from codegen.document.source_map import Origin, SourceMap
from codegen.prepare.overlay.actions import Action
from codegen.prepare.overlay.changing import AddedValue, Editing


def apply(
    actions: Sequence[Action], root: Node, source: SourceMap, *, may_miss: bool = False
) -> tuple[Node, SourceMap]:
    """Apply the actions in order. Each sees the results of those before it.

    With `may_miss`, an action without a target is skipped.

    Raises:
        Refused: An action has no target, or cannot be applied to it. Carries the source.
    """
    known = {one.name: one for one in (*source.others, *(action.source for action in actions))}
    source = replace(source, others=[*known.values()])
    editing, problems = Editing(root, source), list[Problem]()
    for action in actions:
        problems += _applied(action, editing, may_miss=may_miss)
    if problems:
        raise Refused(problems, source)
    return editing.finished(), replace(source, moved=dict(editing.moved))


def place_in_file(source: Source, where: Pointer) -> Place:
    """A place in a file that is not the entry document."""
    return source.place(where).in_file(source.name)


class _Unfit(Exception):
    """An action does not fit the document."""

    def __init__(self, message: str, where: Pointer) -> None:
        super().__init__(message)
        self.where = where


def _applied(action: Action, editing: Editing, *, may_miss: bool) -> Iterator[Problem]:
    """Apply one action, and yield its problem."""
    try:
        targets = _targets(action, editing, may_miss=may_miss)
        if action.kind == "remove":
            _remove(targets, editing, action)
        else:
            piece = _piece(action, editing)
            for target in targets:
                _update(target, piece, editing, action)
    except _Unfit as error:
        yield Problem(str(error), "overlay", place_in_file(action.source, error.where))


def _remove(targets: list[Pointer], editing: Editing, action: Action) -> None:
    if () in targets:
        raise _Unfit("the whole document cannot be removed", action.where)
    for target in _from_the_end(targets):
        editing.remove(target)


def _piece(action: Action, editing: Editing) -> AddedValue:
    """The value to merge, with its place."""
    if action.kind == "update":
        return AddedValue(plain(action.value), Origin(action.source, action.what, has_key=True))
    copied = _selected(str(action.value), editing, action.what)
    if len(copied) != 1:
        what = "nothing" if not copied else f"{len(copied)} parts"
        raise _Unfit(f"'copy' must match one part of the document; this matches {what}", action.what)
    return editing.piece(copied[0])


def _update(target: Pointer, piece: AddedValue, editing: Editing, action: Action) -> None:
    part, value = editing.at(target), piece.value
    if isinstance(part, list):
        editing.append(target, piece)
    elif isinstance(part, dict) is not isinstance(value, dict):
        kind = "a mapping" if isinstance(part, dict) else "a single value"
        raise _Unfit(f"the target is {kind}, and the value is not", action.what)
    else:
        editing.merge(target, piece)


def _targets(action: Action, editing: Editing, *, may_miss: bool) -> list[Pointer]:
    targets = _selected(action.target, editing, action.where)
    if not targets and not may_miss:
        shown = action.target if isinstance(action.target, str) else "/".join(map(str, action.target))
        raise _Unfit(f"{shown!r} matches nothing in the document", action.where)
    return targets


def _selected(target: str | Pointer, editing: Editing, where: Pointer) -> list[Pointer]:
    if isinstance(target, tuple):
        try:
            editing.at(target)
        except LookupError:
            return []
        return [target]
    import jsonpath_rfc9535  # noqa: PLC0415 - few documents have overlays

    try:
        found = jsonpath_rfc9535.find(target, editing.root)
    except jsonpath_rfc9535.JSONPathError as error:
        raise _Unfit(f"{target!r} is not a JSONPath query (RFC 9535): {error}", where) from error
    return list(dict.fromkeys(tuple(one.location) for one in found))


def _from_the_end(targets: list[Pointer]) -> list[Pointer]:
    """The parts to remove, last ones first so that places stay valid, without parts of others."""
    chosen = {target for target in targets if not any(target[:n] in targets for n in range(len(target)))}
    return sorted(chosen, key=lambda target: [(isinstance(one, int), one) for one in target], reverse=True)
