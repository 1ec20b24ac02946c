"""The steps in order, from a document to the files of its client. Nothing is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from msgspec import Struct, field

from codegen.check import Checked, check
from codegen.check.edits import changed
from codegen.check.stand_ins import stand_ins
from codegen.describe import describe
from codegen.describe.recognition.pages import paged
from codegen.describe.recognition.waiters import waited
from codegen.document.budget import located
from codegen.document.failures import Defect, Unusable
from codegen.document.load import Loaded, load, loaded
from codegen.document.node import Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.document.source import STDIN, decoded
from codegen.document.source_map import SourceMap
from codegen.model.api import Api
from codegen.model.schemas import Simplified
from codegen.output import record
from codegen.output.format import format
from codegen.output.inputs import inputs
from codegen.output.render import render
from codegen.output.syntax import checked
from codegen.output.templates import Templates
from codegen.prepare.bundle import Access, Bundle, bundle, downloaded, without_query
from codegen.prepare.config.adjusting import Adjusted, adjusted
from codegen.prepare.config.configuration import Configuration
from codegen.prepare.config.selection import Selection
from codegen.prepare.overlay.actions import Action
from codegen.prepare.versions import as_openapi
from codegen.processes import beside, deep_recursion, garbage_collection_paused, run_both, several_processes
from codegen.simplify import simplify
from codegen.verify.ledger import Ledger, Waiver, reconcile
from codegen.verify.second_reader import Reader, started
from codegen.verify.second_reader.comparison import differences
from codegen.verify.second_reader.plain import plain_document

_NO_FAULTS: Mapping[Pointer, Problem] = MappingProxyType({})


class ReadOptions(Struct, frozen=True, kw_only=True):
    """How a document is read."""

    tolerate: Collection[str] = ()
    """The rules that it may break."""
    strict: bool = False
    """Whether it is held to the rules of documents that call themselves strict."""
    access: Access = Access()
    """The files and URLs that it may refer to."""
    overlays: Sequence[Path] = ()
    """OpenAPI Overlays to apply to it, in order."""
    configuration: Configuration | None = None
    """What else to change, after that."""
    further: Sequence[Action] = ()
    """Changes after all others."""
    may_miss: bool = False
    """Whether overlays and the configuration may name parts that the document does not have."""


DEFAULTS = ReadOptions()


class Output(Struct, frozen=True):
    """A client that is not yet written, with the parts of the document that it omits."""

    files: dict[str, str]
    """The text of each file by path, including the record."""
    waivers: tuple[Waiver, ...]
    tolerated: tuple[Problem, ...]
    """The problems that were tolerated."""
    source: SourceMap
    document: SourceMap
    """The source without what overlays and a configuration have changed."""
    root: Node
    """The document as loaded, in one piece."""
    api: Api
    """The model of the client."""
    counts: Mapping[str, int]
    """The number of parts of each kind in the client."""
    selection: Selection
    """The operations that a configuration leaves out."""


def generate(
    spec: Path | str,
    options: ReadOptions = DEFAULTS,
    reader: Reader | None = None,
    *,
    templates: Path | None = None,
) -> Output:
    """Generate a client from a document.

    Args:
        spec: The file of the document, or its URL.
        options: How it is read.
        reader: The second reader, if it was started already.
        templates: A folder with templates that replace those of the generator.

    Raises:
        Refused: The document has problems. It has all problems that the failing step found, and the source.
        Unusable: The document cannot be read, or the environment is broken.
        Defect: The generator has a bug.
    """
    with garbage_collection_paused(), deep_recursion():
        document, changed, digests = _adjusted(spec, options)
        source = changed.source
        is_large = source.length > _LARGE
        with (
            located(source),
            several_processes(worth_it=is_large),
            beside(lambda _: _listed(document, templates), worth_it=is_large) as listing,
        ):
            made = package(
                changed.root,
                options.tolerate,
                reader,
                strict=options.strict,
                faults=document.faults_in(changed.root),
                templates=templates,
            )
            documents, listed = listing.result()
    digests |= changed.digests | listed | record.lines_of(made.names)
    composed = record.compose(made.files, documents, digests)
    files = {**made.files, record.NAME: composed}
    return Output(
        files=files,
        waivers=made.ledger.waivers,
        tolerated=made.tolerated,
        source=source,
        document=document.source,
        root=changed.root,
        api=made.api,
        counts=made.ledger.counts,
        selection=changed.selection,
    )


def _listed(document: Bundle, templates: Path | None) -> tuple[dict[str, str], dict[str, str]]:
    """The digests of the document, and of the other inputs: they depend on no other step."""
    return record.documents(document.root, document.files), inputs(document.root, Templates(templates))


def _adjusted(spec: Path | str, options: ReadOptions) -> tuple[Bundle, Adjusted, dict[str, str]]:
    """The document in one piece, what it is after all changes, and the digests of what was fetched."""
    entry, digests = _read(spec, options.access)
    document = bundle(entry, options.access)
    try:
        changed = adjusted(
            document.root,
            document.source,
            options.overlays,
            options.configuration,
            options.further,
            may_miss=options.may_miss,
        )
    except Refused as refused:
        raise Refused(refused.problems, refused.source or document.source) from refused
    return document, changed, digests


def _read(spec: Path | str, access: Access) -> tuple[Loaded, dict[str, str]]:
    """The document, and the SHA-256 of its bytes if it is at a URL: what is there can change at any time."""
    if isinstance(spec, Path):
        text = access.instead.get(Path(os.path.realpath(spec))) if access.instead else None
        if text is None:
            return load(spec), {}
        data = text.encode("utf-8", "surrogateescape")
        return loaded(decoded("<stdin>" if spec == STDIN else str(spec), data, spec.suffix)), {}
    source, data = downloaded(spec, access)
    return loaded(source), {f"bytes of {without_query(spec)}": record.digest(data)}


class Understood(Struct, frozen=True):
    """A document as its client sees it. No file is made of it."""

    root: Node
    """The document without its tolerated problems."""
    source: SourceMap
    simplified: Simplified
    api: Api
    tolerated: tuple[Problem, ...]
    """The problems that were tolerated, or read as they were meant."""
    written: Node
    """The document in one piece, before anything changed it."""


def understand(spec: Path | str, options: ReadOptions = DEFAULTS) -> Understood:
    """Read a document as `generate` does, up to the model of its client.

    Raises:
        Refused: The document has problems. It has all problems that the failing step found, and the source.
        Unusable: The document cannot be read.
    """
    with garbage_collection_paused(), deep_recursion():
        read = examine(spec, options)
        with located(read.source):
            (root, simplified, api), unsupported = _carried(read.checked, _modelled)
    tolerated = (*read.checked.tolerated, *unsupported)
    return Understood(root, read.source, simplified, api, tolerated, read.written)


class Examined(Struct, frozen=True):
    """A document that has been read and checked."""

    checked: Checked
    source: SourceMap
    written: Node
    """The document in one piece, before anything changed it."""


def examine(spec: Path | str, options: ReadOptions = DEFAULTS) -> Examined:
    """Read and check a document as `generate` does. No model is made of it.

    Raises:
        Refused: The document has problems. It has all of them, and the source.
        Unusable: The document cannot be read.
    """
    with garbage_collection_paused(), deep_recursion():
        document, changed, _ = _adjusted(spec, options)
        with located(changed.source):
            faults = document.faults_in(changed.root)
            checked = check(changed.root, options.tolerate, strict=options.strict, faults=faults)
            return Examined(checked, changed.source, document.root)


def _modelled(root: Node) -> tuple[Node, Simplified, Api]:
    simplified = simplify(as_openapi(root))
    return root, simplified, _described(simplified)


def modelled(root: Node) -> Api:
    """The model of the client of a document that has been checked.

    Raises:
        Refused: A step cannot carry a part of the document.
    """
    with garbage_collection_paused(), deep_recursion():
        return _modelled(root)[2]


def _described(simplified: Simplified) -> Api:
    """The model, with what is recognised in its operations."""
    return waited(paged(describe(simplified)))


_LARGE = 100_000
"""The number of characters above which a second process saves time."""


class Package(Struct, frozen=True):
    """The files of a client, and the ledger of its document."""

    files: dict[str, str]
    ledger: Ledger
    tolerated: tuple[Problem, ...]
    api: Api
    names: Mapping[str, str] = field(default_factory=dict)
    """The names in Python, for the record."""


def package(  # noqa: PLR0913 - what generate has read
    root: Node,
    tolerate: Collection[str] = (),
    reader: Reader | None = None,
    *,
    strict: bool = False,
    faults: Mapping[Pointer, Problem] = _NO_FAULTS,
    templates: Path | None = None,
) -> Package:
    """Generate the files from a document that has been read. `faults` are those of its references.

    A schema that a step cannot carry into the client is given up, unless the document is strict: the steps
    run again without it. If that does not help, the document is refused for what was found first.
    """
    checked = check(root, tolerate, strict=strict, faults=faults)
    readers = [] if reader is None else [reader]

    def made(root: Node) -> tuple[Api, Ledger, _Files]:
        with nullcontext(readers.pop()) if readers else started() as second:
            return _made(root, second, templates)

    (api, ledger, (files, names)), unsupported = _carried(checked, made)
    return Package(files, ledger, (*checked.tolerated, *unsupported), api, names)


_Files: TypeAlias = tuple[dict[str, str], Mapping[str, str]]
"""The text of each file, and the names in Python."""


_Made = TypeVar("_Made")


def _carried(checked: Checked, make: Callable[[Node], _Made]) -> tuple[_Made, list[Problem]]:
    """What is made from a checked document, and the schemas that had to be given up for it."""
    root, unsupported = checked.root, list[Problem]()
    first: Refused | None = None
    while True:
        try:
            return make(root), unsupported
        except Refused as refused:
            first = first or refused
            found = None if checked.is_strict else stand_ins(root, refused.problems, unsupported)
            if found is None or len(unsupported) > _MOST_GIVEN_UP:
                raise first from None
            unsupported += found
            root = changed(root, [edit for problem in found for edit in problem.past or ()])


_MOST_GIVEN_UP = 100
"""Schemas that are given up before the document is refused. Each attempt gives up one or more."""


def _made(root: Node, reader: Reader, templates: Path | None) -> tuple[Api, Ledger, _Files]:
    written, root = root, as_openapi(root)
    simplified = simplify(root)
    shown = plain_document(simplified)
    reader.give(shown.pieces)
    api = _described(simplified)
    ledger, files = run_both(lambda: reconcile(root, api, written), lambda: _files(api, templates))
    if problems := differences(api, shown, reader.result()):
        raise Refused(problems)
    return api, ledger, files


def _files(api: Api, templates: Path | None) -> _Files:
    """The text of each file, and the names. With templates of the user's, wrong Python may be their fault."""
    try:
        rendered = render(api, Templates(templates), lambda files: format(checked(files)))
        return dict(sorted({**rendered.copied, **rendered.made}.items())), rendered.names
    except Defect as error:
        if templates is None:
            raise
        raise Unusable(f"{error}\nA template in {templates} may be wrong; see docs/own-code.md") from error
