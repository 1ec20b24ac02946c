"""Omits the operations that a configuration excludes, and the components that are then unused."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from urllib.parse import unquote

from msgspec import Struct

from codegen.document.node import Json, Node, Pointer, mappings_in
from codegen.document.places import Place
from codegen.document.problems import Problem, Refused
from codegen.document.source_map import SourceMap
from codegen.prepare.config.configuration import Configuration
from codegen.prepare.config.configured_actions import operation_pointers
from codegen.prepare.overlay.applying import place_in_file
from codegen.standard.http_methods import operations_of, with_operations

_PRUNED = (
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "links",
    "callbacks",
    "pathItems",
)


class Selection(Struct, frozen=True):
    """The rest of a document."""

    root: Node
    where: Place | None = None
    """The place of the settings; None if nothing is omitted."""
    operations: int = 0
    total: int = 0
    components: int = 0
    """The numbers of omitted operations, of all operations, and of omitted components."""

    @property
    def message(self) -> str:
        """The omitted parts in a sentence."""
        several = "component" if self.components == 1 else "components"
        more = f", and {self.components} {several} that nothing else uses" if self.components else ""
        return f"left out: {self.operations} of {self.total} operations{more}"


def select(configuration: Configuration, root: Node, source: SourceMap) -> Selection:
    """Omit operations, and components that are then unused.

    Raises:
        Refused: A pattern matches nothing, or nothing is left. Carries the source.
    """
    operations = [*operation_pointers(root)]
    problems: list[Problem] = []
    chosen = {
        key: _chosen(configuration, key, operations, problems)
        for key in ("include", "exclude")
        if key in configuration.values
    }
    if not chosen:
        return Selection(root)
    every = {line for _, line, _, _ in operations}
    kept = chosen.get("include", every) - chosen.get("exclude", set())
    where = place_in_file(configuration.source, (*configuration.under, next(iter(chosen))))
    if not kept and not problems:
        problems.append(Problem("no operation is left", "configuration", where))
    if problems:
        raise Refused(problems, SourceMap(source.entry, [*source.others, configuration.source], source.moved))
    names = {name for name, line, _, _ in operations if line not in kept and name}
    rest = _without(root, every - kept, names)
    components = rest.mapping("components")
    used = _used(rest)
    every_component = {(kind, name) for kind in _PRUNED for name in components.mapping(kind)}
    lost = {one for one in every_component - used if not one[1].startswith("x-")}
    for kind in _PRUNED:
        unused = {name for section, name in lost if section == kind}
        if unused:
            components = components.with_items(**{kind: components.mapping(kind).without(*unused)})
    if lost:
        rest = rest.with_items(components=components)
    return Selection(rest, where, len(every - kept), len(every), len(lost))


def _chosen(
    configuration: Configuration,
    key: str,
    operations: list[tuple[str, str, Pointer, Node]],
    problems: list[Problem],
) -> set[str]:
    """The operations that the patterns under a key match."""
    chosen: set[str] = set()
    for pattern, kind, at in _patterns(configuration, key):
        found = {line for name, line, _, one in operations if _matches(pattern, kind, name, line, one)}
        chosen |= found
        if not found:
            where = place_in_file(configuration.source, (*configuration.under, *at))
            problems.append(Problem(f"{pattern!r} matches no operation", "configuration", where))
    return chosen


def _patterns(configuration: Configuration, key: str) -> Iterator[tuple[str, str, Pointer]]:
    for kind, patterns in configuration.values.mapping(key).items():
        for index, pattern in enumerate(patterns if isinstance(patterns, list) else ()):
            yield str(pattern), kind, (key, kind, index)


def _matches(pattern: str, kind: str, name: str, line: str, operation: Node) -> bool:
    if kind == "tags":
        return pattern in operation.values_of("tags")
    if kind == "paths":
        return fnmatchcase(line.partition(" ")[2], pattern)
    return bool(name and fnmatchcase(name, pattern)) or line == pattern


def _without_operations(item: Node, path: str, removed: set[str]) -> Node:
    return with_operations(item, lambda method, one: None if f"{method} {path}" in removed else one)


def _without(root: Node, removed: set[str], names: set[str]) -> Node:
    kept = {
        section: _items(root.mapping(section), removed)
        for section in ("paths", "webhooks")
        if section in root
    }
    unlinked = _without_links(root.with_items(**kept), names)
    assert isinstance(unlinked, Node)  # noqa: S101 - a mapping stays one
    return unlinked


def _items(items: Node, removed: set[str]) -> Node:
    """The path items without some operations, and those that still have one."""
    kept: dict[str, Json] = {}
    for path, item in items.items():
        rest = item
        if isinstance(item, Node):
            rest = _without_operations(item, path, removed)
            if rest is not item and not [*operations_of(rest)]:
                continue
        kept[path] = rest
    return Node(kept, pointer=items.pointer)


def _without_links(part: Json, names: set[str]) -> Json:
    """The part without links to omitted operations."""
    if isinstance(part, list):
        return [_without_links(item, names) for item in part]
    if not isinstance(part, Node):
        return part
    changed = {key: _without_links(value, names) for key, value in part.items()}
    links = changed.get("links")
    if isinstance(links, Node):
        gone = [
            key for key, link in links.items() if isinstance(link, Node) and link.text("operationId") in names
        ]
        changed["links"] = links.without(*gone)
    return part.with_items(**changed)


def _used(root: Node) -> set[tuple[str, str]]:
    """The components that are reached from operations and webhooks."""
    components = root.mapping("components")
    used: set[tuple[str, str]] = set()
    pending: list[Node] = [root.mapping("paths"), root.mapping("webhooks")]
    while pending:
        for section, name in _references(pending.pop()):
            target = components.mapping(section).get(name)
            if (section, name) not in used and isinstance(target, Node):
                used.add((section, name))
                pending.append(target)
        if not pending:
            pending += _subtypes(components, used)
    return used


def _references(root: Node) -> Iterator[tuple[str, str]]:
    for part in mappings_in(root):
        values = [part.get("$ref"), *(part.mapping("mapping").values() if "propertyName" in part else ())]
        for value in values:
            if isinstance(value, str) and value.startswith("#/components/"):
                tokens = unquote(value).split("/")
                if len(tokens) > 3:
                    yield tokens[2], tokens[3].replace("~1", "/").replace("~0", "~")
            elif isinstance(value, str) and "/" not in value:
                yield "schemas", value


def _subtypes(components: Node, used: set[tuple[str, str]]) -> list[Node]:
    """The schemas that extend a used one with a discriminator: its values may have their types."""
    found: list[Node] = []
    for name, schema in components.entries("schemas"):
        parents = {
            target
            for part in schema.mappings("allOf")
            for target in _references(Node({"$ref": part.get("$ref")}))
        }
        if ("schemas", name) not in used and any(
            parent in used and "discriminator" in components.mapping("schemas").mapping(parent[1])
            for parent in parents
        ):
            used.add(("schemas", name))
            found.append(schema)
    return found
