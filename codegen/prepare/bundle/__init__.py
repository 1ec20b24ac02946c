"""Reads the files that a document refers to, and writes all as one document.

Later steps see one document, and all its references are fragments. `codegen.document.source_map` maps its
parts to the parts of the files. A document without references to other files is returned unchanged.

`access` says what may be read, `library` reads files, `references` finds what a reference leads to, `writing`
writes one document, and `homes` chooses the components that parts of other files become.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.budget import within_budget
from codegen.document.failures import Unusable
from codegen.document.load import Loaded
from codegen.document.node import Json, Node, Pointer, mappings_in
from codegen.document.problems import Problem, Refused
from codegen.document.source import LARGEST_FILE, Source, decoded
from codegen.document.source_map import SourceMap
from codegen.prepare.bundle.access import Access, Unreachable, permitted_url, without_query
from codegen.prepare.bundle.file_ledger import reconcile_files
from codegen.prepare.bundle.homes import Homes
from codegen.prepare.bundle.library import Library
from codegen.prepare.bundle.references import References
from codegen.prepare.bundle.writing import Writer
from codegen.prepare.bundle.written import Written
from codegen.standard.kinds import ObjectKind
from codegen.standard.objects import KINDS, version_of

__all__ = ["Access", "Bundle", "bundle", "downloaded", "permitted_url", "without_query"]

_EVERYWHERE = Access()


class Bundle(Struct, frozen=True):
    """A document in one piece."""

    root: Node
    source: SourceMap
    files: Mapping[str, Json] = field(default_factory=dict)
    """The content of each file, by its name; empty for a document in one file."""
    faults: Mapping[Pointer, Problem] = field(default_factory=dict)
    """The objects whose references lead nowhere, or to files that must not be read; files with slips."""

    def faults_in(self, root: Node) -> Mapping[Pointer, Problem]:
        """The faults of the objects that still exist after changes to the document."""
        if root is self.root or not self.faults:
            return self.faults
        there = {part.pointer for part in mappings_in(root)}
        return {
            place: fault
            for place, fault in self.faults.items()
            if place in there or place[: len(_FILES)] == _FILES
        }


def downloaded(url: str, access: Access = _EVERYWHERE) -> tuple[Source, bytes]:
    """The document at a URL, and its bytes. Redirects may lead to where `access` permits.

    It is named by the URL after redirects, which is the base of its references (RFC 3986, 5.1.3), without a
    query: that may be a secret.

    Raises:
        Unusable: There is no answer, or none that can be used.
    """
    from codegen.prepare.bundle.fetching import fetch  # noqa: PLC0415 - takes long to import

    try:
        has_credentials = urlsplit(url).username is not None
    except ValueError as error:  # "https://["
        raise Unusable(f"{without_query(url)} is not a URL") from error
    if has_credentials:
        raise Unusable("the URL of the document has credentials, which are not sent: download it first")
    permitted = replace(access, fetch=[url, *access.fetch])
    try:
        final, data = fetch(url, permitted, LARGEST_FILE)
    except Unreachable as error:
        raise Unusable(str(error)) from error
    return decoded(without_query(final), data, PurePosixPath(urlsplit(final).path).suffix), data


def bundle(entry: Loaded, access: Access = _EVERYWHERE) -> Bundle:
    """Read the files that a document refers to.

    Args:
        entry: The document.
        access: The files and URLs that it may refer to.

    Raises:
        Refused: A file is not YAML or JSON, or the files are too large. Carries the source.
    """
    kinds = KINDS.get(version_of(entry.root))
    if kinds is None or not any(map(_refers_elsewhere, mappings_in(entry.root))):
        return Bundle(entry.root, SourceMap(entry.source), faults=dict(_slips([entry.source])))
    library = Library(entry, access, has_identities="$id" in kinds["schema"].keys)
    written = Written()
    try:
        references = References(library)
        found = _discovered(references, library, kinds)
        with within_budget(_source_map(library, found).length):
            homes = Homes(references, kinds, library.entry, found)
            writer = Writer(references, kinds, library.entry, homes.of)
            written = writer.written
            root = writer.document(homes.added)
            texts = {file.source.name: file.root for file in library.files.values()}
            reconcile_files(root, texts, entry.root, written.moved)
    except Refused as refused:
        raise Refused(refused.problems, _source_map(library, written)) from refused
    files = {file.name: file.root for file in library.files.values()}
    faults = {**dict(_slips([entry.source, *library.sources])), **dict(written.faults())}
    return Bundle(root, _source_map(library, written), files, faults)


_FILES: Pointer = ("", "files")
"""Above the pointers of files, which no part of a document has."""


def _slips(sources: Sequence[Source]) -> Iterator[tuple[Pointer, Problem]]:
    """The comments, and the commas after last items, of files in JSON."""
    for source in sources:
        for offset in source.left_out:
            message, reading = _COMMA if source.text[offset] == "," else _COMMENT
            place = source.position(offset)
            place = place if source is sources[0] else place.in_file(source.name)
            yield (*_FILES, source.name, offset), Problem(message, "syntax", place, past=(), reading=reading)


_COMMENT = ("JSON has no comments", "the comment is ignored")
_COMMA = ("JSON has no comma after the last item", "the comma is ignored")


_REFERRING = frozenset({"$id", "$self", "$ref", "$dynamicRef", "propertyName"})


def _refers_elsewhere(part: Node) -> bool:
    """Whether a mapping may need other files or the identities of schemas to be understood."""
    if _REFERRING.isdisjoint(part):
        return False
    if isinstance(part.get("$id"), str) or isinstance(part.get("$self"), str):
        return True
    references = [part.get("$ref"), part.get("$dynamicRef")]
    if "propertyName" in part:
        references += part.mapping("mapping").values()
        references = [one for one in references if isinstance(one, str) and not one.isidentifier()]
    return any(isinstance(one, str) and not one.startswith("#") for one in references)


def _discovered(references: References, library: Library, kinds: Mapping[str, ObjectKind]) -> Written:
    """All targets of references, including those of references in other targets."""
    while True:
        read = len(library.files)
        writer = Writer(references, kinds, library.entry, lambda _: ())
        writer.document([])
        done = 0
        while done < len(writer.written.targets):
            for found in [*writer.written.targets.values()][done:]:
                writer.part(found[0], found[1], ("",), found[2])
                done += 1
        if library.broken:
            raise Refused(library.broken)
        if len(library.files) == read or not references.forget_failures():
            return writer.written


def _source_map(library: Library, written: Written) -> SourceMap:
    return SourceMap(library.entry.source, library.sources, written.moved)
