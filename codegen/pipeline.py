"""The steps in a row: an OpenAPI document in, the files of its client out, nothing written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from codegen.check import check
from codegen.describe import describe
from codegen.document.budget import within_budget
from codegen.document.load import load
from codegen.document.node import Node
from codegen.document.problems import Problem, Refused
from codegen.document.source import Source
from codegen.ledger import Ledger, Waiver, reconcile
from codegen.model.api import Api
from codegen.output import record
from codegen.output.format import format
from codegen.output.render import compile_templates, render
from codegen.processes import both, deep_recursion, garbage_collection_paused, several_processes
from codegen.second_reader.parse import parse
from codegen.simplify import simplify


@dataclass(frozen=True, slots=True)
class Output:
    """A client, not yet written, and what its document says is not in it."""

    files: dict[str, str]
    """The text of each file by its path, and among them the record of the others."""
    waivers: tuple[Waiver, ...]
    tolerated: tuple[Problem, ...]
    """What the document breaks of the rules that were to be tolerated."""
    source: Source
    root: Node
    """The document as it was loaded."""
    api: Api
    """What was understood of it."""


def generate(spec: Path, tolerate: Collection[str] = (), *, strict: bool = False) -> Output:
    """Make a client of a document, which may break the rules named by `tolerate`.

    If `strict`, it is held to the rules of documents that say so themselves.

    Raises:
        Refused: The document has problems: all that the step found which stopped. It carries the source.
        Unusable: The document cannot be read, or the environment lacks something.
        Defect: The generator contradicts itself.
    """
    with garbage_collection_paused(), deep_recursion():
        document = load(spec)
        try:
            length = len(document.source.text)
            with within_budget(length), several_processes(worth_it=length > _LARGE):
                made = package(document.root, tolerate, strict=strict)
        except Refused as refused:
            raise Refused(refused.problems, document.source) from refused
    files = {**made.files, record.NAME: record.compose(made.files, document.root)}
    return Output(files, made.ledger.waivers, made.tolerated, document.source, document.root, made.api)


_LARGE = 100_000
"""Characters of a document that takes long enough for a second process to be worth while."""


@dataclass(frozen=True, slots=True)
class Package:
    """The files of a client, and what became of each part of its document."""

    files: dict[str, str]
    ledger: Ledger
    tolerated: tuple[Problem, ...]
    api: Api


def package(root: Node, tolerate: Collection[str] = (), *, strict: bool = False) -> Package:
    """Make the files alone, of a document that has been read."""
    root, excused = check(root, tolerate, strict=strict)
    simplified = simplify(root)
    api = describe(simplified, parse(simplified, meanwhile=compile_templates))
    ledger, files = both(lambda: reconcile(root, api), lambda: format(render(api)))
    return Package(files, ledger, excused, api)
