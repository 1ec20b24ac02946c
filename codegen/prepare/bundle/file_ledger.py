"""The ledger of the files: each part of a file that is in the document must have arrived there whole.

It reads the files and the document alone, and does not know how one is written from the others.
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
    """Look for the parts that are in a file, and not in the document.

    Args:
        root: The document in one piece.
        files: What each file contains, by the name of its source.
        entry: What the entry document contains.
        moved: Where each part of the document came from: a file, and a part of it.

    Raises:
        Refused: There are some. There is a problem (rule ``lost``) for each.
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
    if at in moved and not is_start:  # another part stands there, which has its own turn
        return
    match written:
        case Node() if isinstance(written.get("$ref"), str):
            return  # what it leads to may stand in its place
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
