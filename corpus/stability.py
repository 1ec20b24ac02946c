"""Counts the names that depend on a single operation.

``python -m corpus.stability DOCUMENT`` leaves out one operation after another, and compares the names of all
others with those of the whole document. What changes here would also change if the operation were added.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from codegen.model.operations import Operation
from codegen.naming.names import name_client
from codegen.pipeline import ReadOptions, understand
from codegen.standard.rules import STANDARD


def main(arguments: Sequence[str]) -> int:
    """Write a line for each name that depends on another operation, and count those operations."""
    parser = argparse.ArgumentParser(prog="python -m corpus.stability", allow_abbrev=False)
    parser.add_argument("document", type=Path, metavar="DOCUMENT", help="the file of the document")
    parser.add_argument("--operations", type=int, default=20, metavar="N", help="how many to leave out")
    options = parser.parse_args(arguments)
    whole = _named(options.document)
    operations = [*whole.methods]
    tried = operations[:: max(1, len(operations) // options.operations)][: options.operations]
    methods = classes = 0
    for operation in tried:
        with TemporaryDirectory() as folder:
            rest = _named(options.document, _without(operation, Path(folder)))
        renamed, new = [*_renamed(whole, rest)], sorted(rest.classes - whole.classes)
        methods += bool(renamed)
        classes += bool(new)
        for line in (*renamed, *(f"class {name} is new" for name in new)):
            print(f"without {operation}: {line}")
    print(f"{len(tried)} operations left out: {methods} rename a method, {classes} a class")
    return int(bool(methods or classes))


@dataclass(frozen=True, slots=True)
class _Named:
    """The names of a client: those of methods by method and path, and the classes."""

    methods: Mapping[str, str]
    classes: frozenset[str]


def _named(document: Path, *overlays: Path) -> _Named:
    names = name_client(understand(document, ReadOptions(tolerate=STANDARD, overlays=overlays)).api)
    methods = {
        _shown(one.operation): f"{resource.dotted}.{one.name}"
        for resource in names.all_resources
        for one in resource.methods
    }
    return _Named(methods, frozenset(names.classes.values()))


def _shown(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"


def _without(operation: str, folder: Path) -> Path:
    """An overlay that removes an operation."""
    method, path = operation.split(" ", 1)
    target = f"$.paths[{json.dumps(path)}].{method.lower()}"
    overlay = folder / "overlay.json"
    overlay.write_text(
        json.dumps(
            {
                "overlay": "1.0.0",
                "info": {"title": "Without", "version": "1"},
                "actions": [{"target": target, "remove": True}],
            }
        )
    )
    return overlay


def _renamed(whole: _Named, rest: _Named) -> Iterator[str]:
    for operation, name in rest.methods.items():
        if name != whole.methods[operation]:
            yield f"{operation} is {name} instead of {whole.methods[operation]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
