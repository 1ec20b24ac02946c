"""Verifies that the bundled document contains every part of the files that it was made from.

It compares the files with the document, and shares no code with the modules that write the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.document.node import Json, Node, Pointer
from codegen.document.pointers import value_at
from codegen.document.problems import Problem, Refused
from codegen.document.source_map import Origin


def reconcile_files(
    root: Node, files: Mapping[str, Json], entry: Json, moved: Mapping[Pointer, Origin]
) -> None:
    """Verify that no part of a file is missing from the document.

    Args:
        root: The document in one piece.
        files: The content of each file, by the name of its source.
        entry: The content of the entry document.
        moved: The origin of each part of the document: a file, and a part of it.

    Raises:
        Refused: Parts are missing. Each is a problem (rule ``lost``).
    """
    starts = [
        ((), entry),
        *((at, value_at(files.get(one.source.name), one.pointer)) for at, one in moved.items()),
    ]
    message = "this part of a file is missing from the document; this is a defect of the generator"
    lost = [
        Problem(message, "lost", at, "key")
        for start, written in starts
        for at in _missing(written, value_at(root, start), start, moved, is_start=True)
    ]
    if lost:
        raise Refused(lost)


def _missing(
    written: Json, here: Json, at: Pointer, moved: Mapping[Pointer, Origin], *, is_start: bool = False
) -> Iterator[Pointer]:
    if at in moved and not is_start:  # a part of another file, which is compared on its own
        return
    match written:
        case Node() if isinstance(written.get("$ref"), str):
            return  # its target may have replaced it
        case Node():
            keys = here.keys() if isinstance(here, Node) else ()
            inner: list[tuple[str | int, Json, bool]] = [
                (key, value, key in keys) for key, value in written.items()
            ]
        case list():
            size = len(here) if isinstance(here, list) else 0
            inner = [(index, value, index < size) for index, value in enumerate(written)]
        case _:
            return
    for key, value, is_there in inner:
        if is_there:
            yield from _missing(value, value_at(here, (key,)), (*at, key), moved)
        else:
            yield (*at, key)
