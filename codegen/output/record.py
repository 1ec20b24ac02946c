"""The one file in the output that is about the output: who made it, from what, and how it looked then.

It serves two readers. `write` takes a folder that has it for its own, and refuses any other. `check`
compares three states (as last written, as it is, as it would be written now) and so can tell whether
the document has changed, the generator has, or somebody has edited a file.

Git cannot tell that: in a clean checkout all is committed alike, and a CI's checkout has no history.
A header in each file cannot either, and would be noise to its readers. Comments and layout of the
document do not count, nor does anything in the generator that does not change a byte of the output, so
that the record changes only with its neighbours.

Two branches that both generate will meet in this file. It is therefore a set of lines that may be
merged by keeping all of them (``merge=union`` in ``.gitattributes``), and nothing is judged by it: `check`
passes whenever every other file is what it should be.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from codegen.document.node import Json

NAME = ".generated"

_TITLE = "# Written by generate.py along with the files it lists; see `generate.py check`."
_SPEC = "<the document>"


@dataclass(frozen=True, slots=True)
class Record:
    """What a run wrote: a SHA-256 for each path, more than one after a merge."""

    digests: Mapping[str, frozenset[str]]

    @property
    def paths(self) -> frozenset[str]:
        """The files, without the record itself."""
        return frozenset(self.digests) - {_SPEC}

    def last(self, path: str) -> frozenset[str | None]:
        """The digests the file may have had when it was last written; None for "there was none"."""
        return frozenset(self.digests.get(path, (None,)))

    def same_document(self, other: Record) -> bool:
        """Whether both were made from one document; a merge was made from two."""
        return self.last(_SPEC) == other.last(_SPEC)


def compose(files: Mapping[str, str], root: Json) -> str:
    """Return the record's text for these files, made from this document."""
    document = json.dumps(root, ensure_ascii=True, separators=(",", ":"))
    lines = [f"{digest(document.encode())}  {_SPEC}"]
    lines += [f"{digest(text.encode())}  {path}" for path, text in sorted(files.items())]
    return "\n".join((_TITLE, *lines, ""))


def merged(old: str, new: str) -> str:
    """Return a record that vouches for what either of two vouches for."""
    return "\n".join(dict.fromkeys((*old.splitlines(), *new.splitlines()))) + "\n"


def parse(text: str) -> Record | None:
    """Read a record; None when it is not one, and so the folder not ours. What a merge left is skipped."""
    title, *lines = text.splitlines() or [""]
    if title != _TITLE:
        return None
    digests: dict[str, frozenset[str]] = {}
    for line in lines:
        value, separator, path = line.partition("  ")
        if separator and len(value) == 64:
            digests[path] = digests.get(path, frozenset()) | {value}
    return Record(digests)


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal, as ``sha256sum`` prints it."""
    return hashlib.sha256(data).hexdigest()
