"""Counts the operations of documents that return lists, and those whose pages are recognised.

``python -m corpus.pages FOLDER`` writes the table of docs/pages.md; with ``--operations``, a line for each
operation, to check by hand.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from codegen.check import check
from codegen.check.tolerance import TOLERANCES
from codegen.describe import describe
from codegen.document.failures import Unusable
from codegen.document.load import load
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.model.operations import Operation
from codegen.paging import paged
from codegen.paging.contents import contents
from codegen.paging.vocabulary import NUMBERS, OFFSETS, TOKENS, plain
from codegen.processes import deep_recursion, garbage_collection_paused
from codegen.simplify import simplify

_SUFFIXES = {".json", ".yaml", ".yml"}
_KINDS = ("cursor", "last-item", "offset", "page", "url", "link")


def main(arguments: Sequence[str]) -> int:
    """Write a table about the documents in a folder."""
    parser = argparse.ArgumentParser(prog="python -m corpus.pages", allow_abbrev=False)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder with the documents")
    parser.add_argument(
        "--operations", action="store_true", help="write a line for each recognised or missed operation"
    )
    options = parser.parse_args(arguments)
    if not options.operations:
        print(f"| document | operations | lists | recognised | {' | '.join(_KINDS)} | missed |")
        print(f"|---|{'---:|' * (len(_KINDS) + 4)}")
    totals: Counter[str] = Counter()
    for file in sorted(path for path in options.folder.rglob("*") if path.suffix in _SUFFIXES):
        try:
            api = _described(file)
        except (Refused, Unusable) as error:
            print(f"{file}: {error}", file=sys.stderr)
            continue
        if options.operations:
            print(*_lines(file, api), sep="\n")
        else:
            counted = _counted(api)
            totals += counted
            print(_row(file.relative_to(options.folder).with_suffix("").as_posix(), counted))
    if not options.operations:
        print(_row("all", totals))
    return 0


def _described(file: Path) -> Api:
    with garbage_collection_paused(), deep_recursion():
        root, _ = check(load(file).root, TOLERANCES, strict=False)
        return paged(describe(simplify(root)))


def _counted(api: Api) -> Counter[str]:
    counted = Counter[str](operations=len(api.operations))
    for operation in api.operations:
        if operation.pagination is not None:
            counted.update(["recognised", operation.pagination.kind])
        elif _is_missed(operation):
            counted["missed"] += 1
        if operation.pagination is not None or _is_list(operation, api):
            counted["lists"] += 1
    return counted


def _is_list(operation: Operation, api: Api) -> bool:
    return operation.method == "GET" and contents(operation, api) is not None


def _is_missed(operation: Operation) -> bool:
    """Whether the parameters of a GET are about pages, but no rule applies."""
    names: Collection[str] = TOKENS | NUMBERS | OFFSETS
    parameters = (one for one in operation.parameters if one.location == "query")
    return operation.method == "GET" and any(plain(one.wire_name) in names for one in parameters)


def _row(name: str, counted: Counter[str]) -> str:
    columns = ("operations", "lists", "recognised", *_KINDS, "missed")
    return f"| {name} | {' | '.join(str(counted[column] or '') for column in columns)} |"


def _lines(file: Path, api: Api) -> Iterator[str]:
    for operation in api.operations:
        pages = operation.pagination
        if pages is not None:
            fields = ((key, getattr(pages, key)) for key in pages.__dataclass_fields__)
            told = " ".join(f"{key}={value}" for key, value in fields if value)
            yield f"{file.stem}: {operation.method} {operation.path}: {told}"
        elif _is_missed(operation):
            yield f"{file.stem}: {operation.method} {operation.path}: missed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
