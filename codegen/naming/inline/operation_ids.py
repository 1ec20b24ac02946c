"""The ids of operations, without what frameworks add."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from codegen.document.node import Node
from codegen.naming.words import words
from codegen.standard.methods import operations_of

_CONTROLLER = re.compile(r"(?<=[A-Za-z0-9])Controller(?=[._][A-Za-z])")
"""NestJS and its like: ``CatsController_findAll``."""


def short_ids(root: Node) -> Mapping[tuple[str, str, str], str]:
    """Shorten each ``operationId`` that a framework has made longer, by id, path and method.

    An id must be unique (OpenAPI 3.1.1, 4.8.10). To make it so, NestJS adds the class, and FastAPI the path
    and the method after the name of the function: ``list_users_users__get``. If most ids of a document end
    like this, the endings are not the author's words. An id that would then equal another stays unchanged.
    """
    paths = _most_end_with_paths(root)
    short = {ids: _shortened(*ids, has_path=paths) for ids in _ids(root)}
    times = Counter(tuple(words(one)) for one in short.values())
    return {ids: one for ids, one in short.items() if one != ids[0] and times[tuple(words(one))] == 1}


def _shortened(operation_id: str, path: str, method: str, *, has_path: bool) -> str:
    short = _without_path(operation_id, path, method) if has_path else ""
    return _CONTROLLER.sub("", short or operation_id)


def _most_end_with_paths(root: Node) -> bool:
    """Whether most ids end with paths and methods, and are mostly distinct without them."""
    ids = [*_ids(root)]
    short = [before for one in ids if (before := _without_path(*one))]
    return 2 * len(short) > len(ids) and 2 * len(set(short)) > len(short)


def _ids(root: Node) -> Iterator[tuple[str, str, str]]:
    for path, item in root.entries("paths"):
        for method, operation in operations_of(item):
            if operation_id := operation.text("operationId"):
                yield operation_id, path, method.lower()


def _without_path(operation_id: str, path: str, method: str) -> str:
    """The id without its path and method, if it ends with them."""
    end = re.sub(r"\W", "_", f"{path}_{method}")
    if operation_id.endswith(end):
        return operation_id.removesuffix(end)
    parts, behind = words(operation_id), [*(words(path) if re.search(r"\w", path) else []), method]
    return "_".join(parts[: -len(behind)]) if parts[-len(behind) :] == behind else ""
