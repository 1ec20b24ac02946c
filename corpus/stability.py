"""Counts the names that depend on other operations.

``python -m corpus.stability DOCUMENT...`` removes random operations from a document, one or many at a time,
and compares the names of everything that remains with those in the whole document. What changes here would
also change if the operations were added. With ``--components``, the components that only these operations
use are removed too.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TypeAlias
from urllib.parse import unquote

from codegen.document.node import Json, Node, Pointer, json_pointer
from codegen.naming.names import Names, name_client
from codegen.naming.recorded import operation_key
from codegen.pipeline import ReadOptions, modelled, understand
from codegen.standard.http_methods import operations_of, with_operations
from codegen.standard.rules import STANDARD

Named: TypeAlias = Mapping[str, frozenset[str]]
"""The names of each part of a document. A schema that `allOf` has merged into several has one for each."""


def main(arguments: Sequence[str]) -> int:
    """Write a line for each name that depends on other operations, and a line for each document."""
    parser = argparse.ArgumentParser(prog="python -m corpus.stability", allow_abbrev=False)
    parser.add_argument("documents", nargs="+", type=Path, metavar="DOCUMENT", help="files of documents")
    parser.add_argument(
        "--removals", type=int, default=30, metavar="N", help="how often to remove operations"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="selects which are removed")
    parser.add_argument("--components", action="store_true", help="remove unused components too")
    parser.add_argument("--names", type=Path, metavar="FILE", help="write the names of the documents as JSON")
    options = parser.parse_args(arguments)
    written: dict[str, Mapping[str, list[str]]] = {}
    renamed = 0
    for path in options.documents:
        root = understand(path, ReadOptions(tolerate=STANDARD)).root
        whole = names_in(root)
        written[str(path)] = {part: sorted(names) for part, names in whole.items()}
        found: dict[str, set[str]] = defaultdict(set)
        random = Random(f"{options.seed} {path.name}")  # noqa: S311 - a repeatable choice
        removals = [*_removals(root, options.removals, random)]
        for removed in removals:
            for part, names in _renamed(
                whole, names_in(without(root, removed, with_components=options.components))
            ):
                found[f"{part} is {names} instead of {' or '.join(sorted(whole[part]))}"].add(
                    " ".join(map(str, removed[0][1:])) if len(removed) == 1 else f"{len(removed)} operations"
                )
        for line, several in sorted(found.items()):
            print(f"{line}, without {min(several)}")
        print(f"{path.name}: {len(removals)} removals rename {len(found)} of {len(whole)} parts", flush=True)
        renamed += len(found)
    if options.names:
        options.names.write_text(json.dumps(written, indent=1), encoding="utf-8")
    return int(renamed > 0)


def names_in(root: Node) -> Named:
    """The names of all parts of a document that a client has."""
    api = modelled(root)
    names = name_client(api)
    found: dict[str, set[str]] = defaultdict(set)
    for part, name in _names(names):
        found[part].add(name)
    for one in api.classes:
        for origin in one.origins:
            found[f"class {json_pointer(origin)}"].add(names.classes[one.name])
    return {part: frozenset(several) for part, several in found.items()}


def _names(names: Names) -> Iterator[tuple[str, str]]:
    one = names.distribution
    yield "client", f"{one.package} {one.client}"
    yield from _of_operations(names)
    for model in names.models.values():
        for field in model.fields:
            for origin in field.field.origins:
                yield f"field {json_pointer(origin)}", field.name
    for enum in names.enums.values():
        for member in enum.members:
            for origin in enum.enumeration.origins:
                yield f"member {json_pointer(origin)} {member.member.value}", member.name
    for credential in names.authentication.credentials:
        for scheme in credential.credential.schemes:
            yield f"credential {scheme.name}", " ".join(credential.keywords)


def _of_operations(names: Names) -> Iterator[tuple[str, str]]:
    for resource in names.all_resources:
        yield f"resource {resource.dotted}", f"{resource.module} {resource.class_name}"
        for method in resource.methods:
            owner = operation_key(method.operation)
            yield f"method {owner}", f"{resource.dotted}.{method.name}"
            yield f"method {owner} begins", method.begin
            for waiter in method.waiters:
                yield f"method {owner} until {json_pointer(waiter.waiter.where)}", waiter.name
            for parameter in method.parameters:
                wire = parameter.parameter
                yield f"argument {owner} {wire.location} {wire.wire_name}", parameter.name
            for field in method.fields:
                yield f"argument {owner} {field.field.wire_name}", field.name


def without(root: Node, removed: Sequence[Pointer], *, with_components: bool = False) -> Node:
    """The document without some operations and, on request, without the components that only they use."""
    gone = frozenset(removed)

    def kept(_method: str, operation: Node) -> Node | None:
        return None if operation.pointer in gone else operation

    rest = root.with_entries("paths", lambda item: with_operations(item, kept))
    if not with_components:
        return rest
    used = _used(root, [])
    unused_before = [
        one
        for kind, some in root.mapping("components").items()
        if isinstance(some, Node)
        for key, one in some.items()
        if (kind, key) not in used
    ]
    unused = used - _used(rest, unused_before)
    components = {
        kind: Node({key: one for key, one in some.items() if (kind, key) not in unused}, pointer=some.pointer)
        for kind, some in root.mapping("components").items()
        if isinstance(some, Node)
    }
    return rest.with_items(components=root.mapping("components").with_items(**components))


def _used(root: Node, others: Sequence[Json]) -> set[tuple[str, str]]:
    """The components that operations, webhooks and others refer to, also indirectly: ``("schemas", "A")``."""
    used: set[tuple[str, str]] = set()
    pending: list[Json] = [root.get("paths"), root.get("webhooks"), *others]
    while pending:
        part = pending.pop()
        if isinstance(part, Node):
            pending += part.values()
            pending += [f"#/components/schemas/{one}" for one in part.mapping("mapping").values()]
        elif isinstance(part, list):
            pending += part
        elif isinstance(part, str) and (found := _COMPONENT.match(part)):
            kind, key = found[1], unquote(found[2]).replace("~1", "/").replace("~0", "~")
            if (kind, key) not in used:
                used.add((kind, key))
                pending.append(root.mapping("components").mapping(kind).get(key))
    return used


_COMPONENT = re.compile(r"#/components/(\w+)/([^/]+)")


def _removals(root: Node, times: int, random: Random) -> Iterator[list[Pointer]]:
    """Half of them are of one operation, the others of any number up to nearly all."""
    operations = [one.pointer for _, item in root.entries("paths") for _, one in operations_of(item)]
    singles = random.sample(operations, min(len(operations), times // 2))
    yield from ([one] for one in singles)
    for _ in range(times - len(singles) if len(operations) > 1 else 0):
        size = min(len(operations) - 1, max(2, int(len(operations) ** random.random())))
        yield sorted(random.sample(operations, size))


def _renamed(whole: Named, rest: Named) -> Iterator[tuple[str, str]]:
    for part, names in rest.items():
        if new := names - whole.get(
            part, names
        ):  # a merged schema may have lost the place that it was first at
            yield part, " or ".join(sorted(new))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
