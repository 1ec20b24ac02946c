"""The record: a file in the output with the digests of the document and of all files.

It has two purposes. `write` overwrites and removes only files of the record that nobody has edited. `check`
compares three states (as last written, as it is, as it would be written now), and so distinguishes a changed
document, a changed generator and a file edited by hand.

Git cannot provide this: in a clean checkout everything is committed, and a CI checkout has no history. Nor
can a header in each file. Comments and layout of the document do not affect the record. Neither do changes of
the generator that do not change the output. So the record changes only together with other files.

Two branches that both generate will conflict in this file. It is therefore a set of lines that can be merged
by keeping all of them (``merge=union`` in ``.gitattributes``). `check` passes if all other files are correct,
whatever the record contains.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from codegen.document.node import Json

NAME = ".generated"

_TITLE = "# The digests of the document and of the files generated from it, for `check` and `build`."
_FORMER = "# Written by generate.py along with the files it lists; see `generate.py check`."
"""The first line of records that were written before this one."""
_SPEC = "<the document>"
_ONE_FILE: Mapping[str, Json] = MappingProxyType({})
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Record:
    """The files that a run wrote, with a SHA-256 for each path, or several after a merge."""

    digests: Mapping[str, frozenset[str]]

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the files, without the record itself."""
        return frozenset(path for path in self.digests if not _is_of_document(path))

    def last(self, path: str) -> frozenset[str | None]:
        """The digests that the file may have had when it was last written. None means no file."""
        return frozenset(self.digests.get(path, (None,)))

    def same_document(self, other: Record) -> bool:
        """Whether both were made from the same document. A merged record has two."""
        return self.last(_SPEC) == other.last(_SPEC)

    def changed_sources(self, other: Record) -> tuple[str, ...]:
        """The files of the document that are not the same in both, or only in one."""
        sources = {path for path in (*self.digests, *other.digests) if _is_of_document(path)} - {_SPEC}
        return tuple(sorted(path[1:-1] for path in sources if self.last(path) != other.last(path)))


def compose(
    files: Mapping[str, str],
    root: Json,
    sources: Mapping[str, Json] = _ONE_FILE,
    digests: Mapping[str, str] = _NOTHING,
) -> str:
    """Return the text of the record for these files, generated from this document.

    `sources` are the files of a document in several files, by their names in references. `digests` are those
    of other files that have an effect, such as a configuration.
    """
    lines = [f"{_digest(root)}  {_SPEC}"]
    lines += [f"{_digest(source)}  <{name}>" for name, source in sorted(sources.items())]
    lines += [f"{value}  <{name}>" for name, value in sorted(digests.items())]
    lines += [f"{digest(text.encode())}  {path}" for path, text in sorted(files.items())]
    return "\n".join((_TITLE, *lines, ""))


def merged(old: str, new: str) -> str:
    """Return a record with the digests of both records."""
    return "\n".join(dict.fromkeys((*old.splitlines(), *new.splitlines()))) + "\n"


def parse(text: str) -> Record | None:
    """Parse a record. Return None for any other text. Conflict markers of a merge are skipped."""
    title, *lines = text.splitlines() or [""]
    if title not in {_TITLE, _FORMER}:
        return None
    digests: dict[str, frozenset[str]] = {}
    for line in lines:
        value, separator, path = line.partition("  ")
        if separator and len(value) == 64:
            digests[path] = digests.get(path, frozenset()) | {value}
    return Record(digests)


def _is_of_document(path: str) -> bool:
    return path.startswith("<")


def _digest(root: Json) -> str:
    return digest(json.dumps(root, ensure_ascii=True, separators=(",", ":")).encode())


def digest(data: bytes) -> str:
    """Return the SHA-256 in hexadecimal, as ``sha256sum`` prints it."""
    return hashlib.sha256(data).hexdigest()
