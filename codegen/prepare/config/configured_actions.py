"""Converts a configuration to actions on the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce

from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.document.source_map import SourceMap
from codegen.document.spelling import did_you_mean
from codegen.prepare.config.configuration import Configuration
from codegen.prepare.overlay.actions import Action
from codegen.prepare.overlay.applying import place_in_file
from codegen.standard.http_methods import FURTHER, operations_of
from codegen.standard.schemas import SCHEMA_SECTIONS

_PYTHON = ("package", "distribution", "client", "version", "environment", "license", "authors", "testing")
"""The settings that are keys of ``info.x-python``."""

_EXTENSIONS = {"name": "x-python-name", "resource": "x-fern-sdk-group-name"}
"""The settings that are extensions under another name. `codegen.naming.hints` reads the second."""

_WAITER = "x-waiter"

_SCHEMES: Mapping[str, dict[str, Json]] = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic"},
}
_SWAGGER_SCHEMES: Mapping[str, dict[str, Json]] = {
    "bearer": {"type": "oauth2", "flow": "implicit", "authorizationUrl": "", "scopes": Node()},
    "basic": {"type": "basic"},
}
"""The security schemes of Swagger 2.0, whose only bearer tokens are those of OAuth."""


def configured_actions(
    configuration: Configuration, root: Node, source: SourceMap, *, may_miss: bool = False
) -> list[Action]:
    """The actions of a configuration on a document.

    With `may_miss`, it may name parts that the document does not have.

    Raises:
        Refused: It names parts that the document does not have. Carries the source.
    """
    problems: list[Problem] = []
    found = [
        *_python(configuration),
        *_parts(configuration, root, problems),
        *_security(configuration, root, problems),
        *_actions(configuration),
    ]
    if problems and not may_miss:
        raise Refused(problems, SourceMap(source.entry, [*source.others, configuration.source], source.moved))
    return found


def operation_pointers(root: Node) -> Iterator[tuple[str, str, Pointer, Node]]:
    """Each operation and each webhook: its operationId, ``GET /orders``, its pointer, and itself."""
    for section in ("paths", "webhooks"):
        for path, item in root.entries(section):
            for method, operation in operations_of(item):
                is_fixed = item.get(method.lower()) is operation
                place = (method.lower(),) if is_fixed else (FURTHER, method)
                yield operation.text("operationId"), f"{method} {path}", (section, path, *place), operation


def schema_pointers(root: Node) -> dict[str, Pointer]:
    """The pointers of the schemas with names."""
    return {name: (*where, name) for where in SCHEMA_SECTIONS for name in _at(root, where)}


def _update(configuration: Configuration, target: Pointer, value: Json, *at: str) -> Action:
    where = (*configuration.under, *at)
    return Action("update", target, value, configuration.source, where, where)


def _python(configuration: Configuration) -> Iterator[Action]:
    for key in _PYTHON:
        if key in configuration.values:
            value = configuration.values[key]
            yield _update(configuration, ("info",), Node({"x-python": Node({key: value})}), key)


def _parts(configuration: Configuration, root: Node, problems: list[Problem]) -> Iterator[Action]:
    operations: dict[str, Pointer] = {}
    for name, line, pointer, _ in operation_pointers(root):
        operations[line] = pointer
        if name:
            operations[name] = pointer
    schemas = schema_pointers(root)
    yield from _set(configuration, "operations", "an operation", operations.get, operations, problems)
    yield from _waiters(configuration, root, operations, problems)
    yield from _set(configuration, "schemas", "a schema", schemas.get, schemas, problems)
    declared = {tag.text("name"): ("tags", index) for index, tag in enumerate(root.mappings("tags"))}
    used = [str(tag) for _, _, _, one in operation_pointers(root) for tag in one.values_of("tags")]
    known = dict.fromkeys([*declared, *used])
    if "tags" in configuration.values and "tags" not in root:
        yield _update(configuration, (), Node({"tags": []}), "tags")
    count = len(root.values_of("tags"))
    for name in configuration.values.mapping("tags"):
        if name in known and name not in declared:
            yield _update(configuration, ("tags",), Node({"name": name}), "tags", name)
            declared[name], count = ("tags", count), count + 1
    yield from _set(configuration, "tags", "a tag", declared.get, known, problems)


def _at(root: Node, where: tuple[str, ...]) -> Node:
    return reduce(Node.mapping, where, root)


def _set(  # noqa: PLR0913, PLR0917 - the same for three kinds of parts
    configuration: Configuration,
    key: str,
    what: str,
    pointer_of: Callable[[str], Pointer | None],
    known: Iterable[str],
    problems: list[Problem],
) -> Iterator[Action]:
    for name, settings in configuration.values.entries(key):
        pointer = pointer_of(name)
        if pointer is None:
            message = f"{name!r} is not {what} of the document{did_you_mean(name, known)}"
            where = place_in_file(configuration.source, (*configuration.under, key, name))
            problems.append(Problem(message, "configuration", where))
            continue
        for setting, value in settings.items():
            yield _update(
                configuration, pointer, Node({_EXTENSIONS.get(setting, setting): value}), key, name, setting
            )


def _waiters(
    configuration: Configuration, root: Node, operations: Mapping[str, Pointer], problems: list[Problem]
) -> Iterator[Action]:
    """The waiters of operations, which replace those in the document."""
    declared = {pointer for _, _, pointer, one in operation_pointers(root) if _WAITER in one}
    for name, value in configuration.values.mapping("waiters").items():
        at = (*configuration.under, "waiters", name)
        if name not in operations:
            message = f"{name!r} is not an operation of the document{did_you_mean(name, operations)}"
            problems.append(Problem(message, "configuration", place_in_file(configuration.source, at)))
            continue
        owner = operations[name]
        target = (*owner, _WAITER)
        if owner in declared:
            yield Action("remove", target, None, configuration.source, at, at)
        empty: Json = [] if isinstance(value, list) else Node()
        yield _update(configuration, owner, Node({_WAITER: empty}), "waiters", name)
        if isinstance(value, list):
            for index, item in enumerate(value):
                place = (*at, index)
                yield Action("update", target, item, configuration.source, place, place)
        else:
            yield _update(configuration, target, value, "waiters", name)


def _security(configuration: Configuration, root: Node, problems: list[Problem]) -> Iterator[Action]:
    chosen = configuration.values.get("security")
    if chosen is None:
        return

    def refuse(message: str) -> None:
        where = place_in_file(configuration.source, (*configuration.under, "security"))
        problems.append(Problem(message, "configuration", where))

    if root.get("security") or any(one.get("security") for _, _, _, one in operation_pointers(root)):
        refuse("the document says itself how calls authenticate; remove 'security'")
        return
    where = ("securityDefinitions",) if "swagger" in root else ("components", "securitySchemes")
    schemes = _at(root, where)
    if isinstance(chosen, str) and chosen not in _SCHEMES and chosen not in schemes:
        refuse(
            f"{chosen!r} is neither a scheme of the document nor one of {', '.join(_SCHEMES)}"
            f"{did_you_mean(chosen, [*_SCHEMES, *schemes])}"
        )
        return
    if isinstance(chosen, str) and chosen in schemes:
        name = chosen
    else:
        is_key = isinstance(chosen, Node) and chosen.get("type") == "apiKey"
        name = "api_key" if is_key else "token"
        while name in schemes:
            name += "_"
        known = _SWAGGER_SCHEMES if "swagger" in root else _SCHEMES
        scheme: Json = Node(known[chosen]) if isinstance(chosen, str) else chosen
        added = Node({name: scheme})
        for key in reversed(where):
            added = Node({key: added})
        yield _update(configuration, (), added, "security")
    yield _update(configuration, (), Node({"security": [Node({name: []})]}), "security")


def _actions(configuration: Configuration) -> Iterator[Action]:
    for index, action in enumerate(configuration.values.mappings("actions")):
        at: Pointer = (*configuration.under, "actions", index)
        target = action.text("target")
        if action.get("remove") is True:
            yield Action("remove", target, None, configuration.source, (*at, "target"), at)
        elif "update" in action:
            yield Action(
                "update", target, action["update"], configuration.source, (*at, "target"), (*at, "update")
            )
        else:
            copied = action.text("copy")
            yield Action("copy", target, copied, configuration.source, (*at, "target"), (*at, "copy"))
