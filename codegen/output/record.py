"""The record: a file in the output with the digests of the document and of all files.

It has two purposes. `write` overwrites and removes only files of the record that nobody has edited. `check`
compares three states (as last written, as it is, as it would be written now), and so distinguishes a changed
document, a changed generator and a file edited by hand.

The record also has a line for each input of the run (`codegen.output.inputs`), so that `check` can name what
has changed, and lines for the names in Python (`codegen.naming.recorded`), which `changes` compares. Whatever
cannot change a client is not in it: comments and layout of the document, the machine, the version of Python.

Git cannot provide this: in a clean checkout everything is committed, and a CI checkout has no history. Nor
can a header in each file.

Two branches that both generate will conflict in this file. It is therefore a set of lines that can be merged
by keeping all of them (``merge=union`` in ``.gitattributes``). `check` passes if all other files are correct,
whatever the record contains.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from codegen.document.node import Json
from codegen.output.inputs import PART, TOOL

NAME = ".generated"

_TITLE = "# The digests of the document and of the files generated from it, for `check` and `build`."
_FORMER = "# Written by generate.py along with the files it lists; see `generate.py check`."
"""The first line of records of earlier versions."""
_SPEC = "<the document>"
_NAME_OF = "<name of "
_ONE_FILE: Mapping[str, Json] = MappingProxyType({})
_NOTHING: Mapping[str, str] = MappingProxyType({})


class InputChange(Struct, frozen=True):
    """A changed input: its digest or version before and now, None if it did not exist."""

    name: str
    before: str | None
    now: str | None


class Record(Struct, frozen=True):
    """The files that a run wrote, with a SHA-256 for each path, or several after a merge."""

    digests: Mapping[str, frozenset[str]]
    lines: Mapping[str, int] = field(default_factory=dict)
    """The number of the line of each path."""

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the files, without the record itself."""
        return frozenset(path for path in self.digests if not _is_of_document(path))

    def last(self, path: str) -> frozenset[str | None]:
        """The digests that the file may have had when it was last written. None means no file."""
        return frozenset(self.digests.get(path, (None,)))

    @property
    def is_merged(self) -> bool:
        """Whether git has merged the records of two branches: then it has two digests for some names."""
        return any(len(values) > 1 for values in self.digests.values())

    @property
    def has_inputs(self) -> bool:
        """Whether it has inputs. Early versions of the generator recorded only the document."""
        return any(path.startswith(f"<{TOOL}") for path in self.digests)

    def same_document(self, other: Record) -> bool:
        """Whether both were made from the same document. A merged record has two."""
        return self.last(_SPEC) & other.last(_SPEC) != frozenset()

    def same_order(self, other: Record) -> bool:
        """Whether the parts of the document that both know are in the same order."""
        common = [name for name in self.digests if name.startswith(f"<{PART}") and name in other.digests]
        numbers = [other.lines[name] for name in common]
        return self.same_document(other) or numbers == sorted(numbers)

    def changed_inputs(self, now: Record) -> tuple[InputChange, ...]:
        """The inputs that have changed, are new, or are gone. A merged record vouches for both sides."""
        names = {name for name in (*self.digests, *now.digests) if _is_of_document(name)} - {_SPEC}
        names = {name for name in names if not name.startswith(_NAME_OF)}
        return tuple(
            InputChange(name[1:-1], self._value(name), now._value(name))
            for name in sorted(names)
            if not self.last(name) & now.last(name)
        )

    @property
    def names(self) -> dict[str, str]:
        """The names in Python (`codegen.naming.recorded`). Of a merged record, those that both sides have."""
        return {
            key.removeprefix(_NAME_OF)[:-1]: next(iter(values))
            for key, values in self.digests.items()
            if key.startswith(_NAME_OF) and len(values) == 1
        }

    def is_of(self, root: Json) -> bool:
        """Whether it was written for a document."""
        return _digest(root) in self.last(_SPEC)

    def _value(self, name: str) -> str | None:
        values = sorted(self.digests.get(name, ()))
        return " or ".join(values) if values else None


def documents(root: Json, sources: Mapping[str, Json] = _ONE_FILE) -> dict[str, str]:
    """The digests of a document, and of its files if it has several, by their names in the record.

    `sources` are the files, by their names in references.
    """
    return {_SPEC: _digest(root), **{f"<{name}>": _digest(one) for name, one in sorted(sources.items())}}


def compose(
    files: Mapping[str, str], documents: Mapping[str, str], digests: Mapping[str, str] = _NOTHING
) -> str:
    """Return the text of the record for these files, generated from this document.

    `documents` are its digests, and `digests` those of the other inputs, such as a configuration.
    """
    lines = [f"{value}  {name}" for name, value in documents.items()]
    # Parts of the document stay in their order, which is the order of the client.
    ordered = sorted(digests.items(), key=lambda item: "" if item[0].startswith(PART) else item[0])
    lines += [f"{value}  <{name}>" for name, value in ordered]
    lines += [f"{digest(text.encode())}  {path}" for path, text in sorted(files.items())]
    return "\n".join((_TITLE, *lines, ""))


def lines_of(names: Mapping[str, str]) -> dict[str, str]:
    """The names in Python as further lines."""
    return {f"{_NAME_OF[1:]}{key}": name for key, name in names.items()}


def merged_records(old: str, new: str) -> str:
    """Return a record with the digests of both records."""
    return "\n".join(dict.fromkeys((*old.splitlines(), *new.splitlines()))) + "\n"


def parse_record(text: str) -> Record | None:
    """Parse a record. Return None for any other text. Conflict markers of a merge are skipped."""
    title, *lines = text.splitlines() or [""]
    if title not in {_TITLE, _FORMER}:
        return None
    digests: dict[str, frozenset[str]] = {}
    numbers: dict[str, int] = {}
    for number, line in enumerate(lines, 2):
        value, separator, path = line.partition("  ")
        if separator and (len(value) == 64 or (_is_of_document(path) and " " not in value)):
            digests[path] = digests.get(path, frozenset()) | {value}
            numbers.setdefault(path, number)
    return Record(digests, numbers)


def _is_of_document(path: str) -> bool:
    return path.startswith("<") and path.endswith(">")


def _digest(root: Json) -> str:
    return digest(json.dumps(root, ensure_ascii=True, separators=(",", ":")).encode())


def digest(data: bytes) -> str:
    """Return the SHA-256 in hexadecimal, as ``sha256sum`` prints it."""
    return hashlib.sha256(data).hexdigest()
