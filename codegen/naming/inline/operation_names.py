"""Names operations, for the classes in them: by ``operationId``, or by method and path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from codegen.document.node import Node
from codegen.model.operations import Operation
from codegen.naming.ids import parts_of_id
from codegen.naming.methods_from_paths import act_of_path, longer_acts
from codegen.naming.path_words import version_words
from codegen.naming.words import is_digest, singular, words
from codegen.standard.http_methods import operations_of


def names_of_operations(root: Node) -> Mapping[tuple[str, str], str]:
    """The name of each operation, by path and method (in lower case).

    It is the ``operationId`` without what frameworks add (`codegen.naming.ids`). Without an id, and if it
    only repeats method and path, it is what these say: ``create refund`` for ``POST /refunds``. Of operations
    with one name, that of the shortest path keeps it, so another one renames it only if it comes before it.
    On one path, it is the one with this ``operationId``: ``updatePet``, not ``patchPet``.
    """
    updating = ["PATCH", "PUT"]
    operations = sorted(
        ((one, [*_proposed(one)]) for one in _operations(root)),
        key=lambda pair: (
            *(pair[0].path.count("/"), pair[0].method not in updating, pair[0].path),
            *(words(pair[1][0]) != words(pair[0].id or " "), pair[0].method),
        ),
    )
    names: dict[tuple[str, str], str] = {}
    taken: set[tuple[str, ...]] = set()
    for operation, proposed in operations:
        name = next((one for one in proposed if (*words(one),) not in taken), proposed[-1])
        taken.add((*words(name),))
        names[operation.path, operation.method.lower()] = name
    return names


def _operations(root: Node) -> Iterator[Operation]:
    for path, item in root.entries("paths"):
        for method, operation in operations_of(item):
            tags = operation.get("tags")
            yield Operation(
                id=operation.text("operationId") or None,
                method=method.upper(),
                path=path,
                tag=str(tags[0]) if isinstance(tags, list) and tags else None,
                summary=operation.text("summary"),
                description=operation.text("description"),
                parameters=(),
                body=None,
                responses=(),
                extensions={},
                origins=(operation.pointer,),
            )


def _proposed(operation: Operation) -> Iterator[str]:
    """Names from the shortest to one that no other operation has."""
    parts = parts_of_id(operation)
    if parts is not None:
        yield " ".join(word for part in parts for word in part)
    else:
        act = _spelled(act_of_path(operation.method, operation.path), words(operation.id or " "))
        yield " ".join(act)
        if act[0] == "update" and operation.method == "PUT":
            yield " ".join(["replace", *act[1:]])
        if (version := version_words(operation.path)) != ["v1"]:
            yield " ".join([*act, *version])
        if "by" not in words(operation.id or " "):
            yield from map(" ".join, longer_acts(operation.method, operation.path, act))
    if operation.id and not is_digest(operation.id):
        yield operation.id
    yield f"{operation.method.lower()} {operation.path}"


def _spelled(act: Sequence[str], author: Sequence[str]) -> list[str]:
    """The words of a path, split where the author's id splits them: ``node balancer``."""
    pairs = {"".join(pair): pair for pair in pairwise(author)}
    pairs |= {"".join(pair): pair for pair in pairwise(map(singular, author))}
    return [word for one in act for word in pairs.get(one, (one,))]
