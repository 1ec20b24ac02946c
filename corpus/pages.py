"""Counts the operations of documents that return lists, pages and streams.

``python -m corpus.pages FOLDER`` writes the table of docs/pages.md; with ``--operations``, a line for each
operation, to check by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from codegen.document.failures import Unusable
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.model.operations import Operation
from codegen.model.responses import response_type, returned_responses
from codegen.model.streams import stream_of
from codegen.model.types import ListOf, Named, Type, UnionOf
from codegen.pipeline import ReadOptions, Understood, understand
from codegen.standard.rules import STANDARD
from corpus.bodies import is_sequence
from corpus.older import as_30
from corpus.original import Original, mapping

_SUFFIXES = {".json", ".yaml", ".yml"}
_KINDS = ("cursor", "last-item", "offset", "page", "url", "link")
_COLUMNS = ("operations", "lists", "pages", *_KINDS, "others", "sequences", "streams")
_ABOUT_PAGES = re.compile(
    r"after|continu|cursor|marker|offset|page(?!.?size)|skip|start|token", re.IGNORECASE
)
"""The names of parameters that may lead to another page."""


def main(arguments: Sequence[str]) -> int:
    """Write a table about the documents in a folder."""
    parser = argparse.ArgumentParser(prog="python -m corpus.pages", allow_abbrev=False)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder with the documents")
    parser.add_argument("--operations", action="store_true", help="write a line for each operation instead")
    options = parser.parse_args(arguments)
    rows: list[str] = []
    total: Counter[str] = Counter()
    for file in sorted(path for path in options.folder.rglob("*") if path.suffix in _SUFFIXES):
        try:
            read = understand(file, ReadOptions(tolerate=STANDARD))
        except (Refused, Unusable) as error:
            print(f"{file}: {error}", file=sys.stderr)
            continue
        if options.operations:
            print(*_lines(file.stem, read), sep="\n")
        else:
            api = read.api
            counted = Counter(column for operation in api.operations for column in _columns(operation, api))
            counted["sequences"] = len(_sequences(read))
            rows.append(_row(file.relative_to(options.folder).with_suffix("").as_posix(), counted))
            total += counted
    if not options.operations:
        head = [f"| document | {' | '.join(_COLUMNS)} |", f"|---|{'---:|' * len(_COLUMNS)}"]
        print(*head, *rows, _row("all", total), sep="\n")
    return 0


def _row(name: str, counted: Counter[str]) -> str:
    return f"| {name} | {' | '.join(str(counted[column] or '') for column in _COLUMNS)} |"


def _columns(operation: Operation, api: Api) -> Iterator[str]:
    """The columns that an operation counts in.

    A list is a GET on a path that does not end with a parameter, if its response has an array. Others are
    those that do not return pages although a parameter may lead to another one.
    """
    yield "operations"
    if stream_of(operation, api) is not None:
        yield "streams"
    is_list = operation.method == "GET" and not operation.path.endswith("}") and _has_array(operation, api)
    if operation.pagination is not None:
        yield from ("lists", "pages", operation.pagination.kind)
    elif is_list:
        yield "lists"
        if _may_lead_on(operation):
            yield "others"


def _sequences(read: Understood) -> set[tuple[str, str]]:
    """The methods and paths with several values one after another, as the document itself has them.

    That is, with such a media type among those of the successes, or of the default if there is no success.
    """
    found: set[tuple[str, str]] = set()
    for operation in Original(as_30(read.written)).operations():
        successes = [one for status, one in operation.responses.items() if status.startswith("2")]
        responses = successes or [one for status, one in operation.responses.items() if status == "default"]
        if any(is_sequence(name) for response in responses for name in mapping(response, "content")):
            found.add((operation.method, operation.path))
    return found


def _may_lead_on(operation: Operation) -> bool:
    return any(_ABOUT_PAGES.search(one.wire_name) for one in operation.parameters if one.location == "query")


def _has_array(operation: Operation, api: Api) -> bool:
    types = (response_type(response, api) for response in returned_responses(operation))
    return any(_is_or_has_array(type_, api, depth=2) for type_ in types)


def _is_or_has_array(type_: Type, api: Api, *, depth: int) -> bool:
    match type_:
        case ListOf():
            return True
        case UnionOf(members):
            return any(_is_or_has_array(member, api, depth=depth) for member in members)
        case Named(name) if depth and name in api.models:
            return any(
                _is_or_has_array(field.type, api, depth=depth - 1) for field in api.models[name].fields
            )
        case _:
            return False


def _lines(document: str, read: Understood) -> Iterator[str]:
    sequences = _sequences(read)
    for operation in read.api.operations:
        name = f"{document}: {operation.method} {operation.path}"
        columns = {*_columns(operation, read.api)}
        if (pages := operation.pagination) is not None:
            values = ((key, getattr(pages, key)) for key in pages.__struct_fields__)
            yield f"{name}: " + ", ".join(f"{key} {value}" for key, value in values if value)
        elif "others" in columns:
            yield f"{name}: no pages"
        if "streams" in columns:
            yield f"{name}: stream"
        elif (operation.method, operation.path) in sequences:
            yield f"{name}: no stream"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
