"""Edits the files of a document, as far as the result is a document that the generator takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from codegen.document.load import parse
from codegen.document.node import Plain, Pointer, plain
from codegen.document.problems import Refused
from codegen.document.rewriting import Edit, Written, edited
from codegen.document.source import Source
from codegen.document.source_map import SourceMap

Change: TypeAlias = "Callable[[dict[str, Any]], None]"
"""Changes a mapping of the document in place."""

Changes: TypeAlias = Mapping[Pointer, Change]
"""What belongs together, by the pointers of the mappings to change."""


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A file of the document, and the edits of its text."""

    source: Source
    edits: Sequence[Edit]

    @property
    def text(self) -> str:
        """The text with all edits."""
        return edited(self.source.text, self.edits)


class Unwritable(Exception):
    """An edit cannot be written into the text."""


_UNUSUAL = "the text is written in a way that is not edited, such as an alias of YAML"


Check = Callable[[Sequence[EditedFile]], None]
"""Reads the edited document, and raises `Refused` if it has problems."""


class Editor:
    """Edits the files of a document."""

    def __init__(self, source: SourceMap, files: Collection[str], check: Check) -> None:
        """Create an editor of the files with these names. Others, such as overlays, are left alone."""
        self._source = source
        self._files = files
        self._check = check
        self._written: dict[str, Written] = {}

    def edited(self, wanted: Sequence[Changes]) -> tuple[list[EditedFile], dict[int, str]]:
        """Make as many of the wanted changes as possible.

        Returns:
            The edited files, and why something wanted cannot be, by its index.
        """
        reasons: dict[int, str] = {}
        kept = self._kept([], [*enumerate(wanted)], reasons)
        return self._files_with([changes for _, changes in kept]), reasons

    def alone(self, wanted: Changes) -> list[EditedFile]:
        """The edits of one change."""
        found: list[EditedFile] = []
        for written, changes in self._targets([wanted]):
            edits: list[Edit] = []
            for pointer, change in changes:
                part = deepcopy(_part(written.data, pointer))
                change(part)
                edits += written.edits(part, pointer)
            found.append(EditedFile(written.source, sorted(edits, key=lambda one: (one.start, one.end))))
        return found

    def _kept(
        self,
        kept: list[tuple[int, Changes]],
        further: list[tuple[int, Changes]],
        reasons: dict[int, str],
    ) -> list[tuple[int, Changes]]:
        """What can be edited beside what is `kept`. If all together cannot, halves are tried."""
        try:
            files = self._files_with([changes for _, changes in (*kept, *further)])
            if files:
                self._check(files)
        except (Unwritable, Refused) as error:
            if len(further) > 1:
                middle = len(further) // 2
                kept = self._kept(kept, further[:middle], reasons)
                return self._kept(kept, further[middle:], reasons)
            reasons[further[0][0]] = _reason(error)
            return kept
        return [*kept, *further]

    def _files_with(self, wanted: Sequence[Changes]) -> list[EditedFile]:
        files: list[EditedFile] = []
        for written, changes in self._targets(wanted):
            new = deepcopy(written.data)
            try:
                for pointer, change in changes:
                    change(_part(new, pointer))
                file = EditedFile(written.source, written.edits(new))
                means = plain(parse(replace(written.source, text=file.text)))
            except (LookupError, TypeError, AttributeError, Refused) as error:
                raise Unwritable(_UNUSUAL) from error
            if means != new:
                raise Unwritable(_UNUSUAL)
            files.append(file)
        return files

    def _targets(self, wanted: Sequence[Changes]) -> Iterator[tuple[Written, list[tuple[Pointer, Change]]]]:
        """The files to change, and the changes of each."""
        found: dict[str, list[tuple[Pointer, Change]]] = {}
        for one in wanted:
            for pointer, change in one.items():
                origin = self._source.origin(pointer)
                name = origin.source.name
                if name not in self._files:
                    raise Unwritable(f"it is written in {name}, which is no file of the document")
                if name not in self._written:
                    self._written[name] = Written(origin.source)
                found.setdefault(name, []).append((origin.pointer, change))
        for name, changes in sorted(found.items()):
            yield self._written[name], changes


def _part(data: Plain, pointer: Pointer) -> Plain:
    for token in pointer:
        data = data[token]
    return data


def _reason(error: Unwritable | Refused) -> str:
    if isinstance(error, Unwritable):
        return str(error)
    problem = error.problems[0]
    return f"the edited document would be refused: {problem.message} [{problem.rule}]"
