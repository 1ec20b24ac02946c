"""Edits the files of a document, as far as the generator accepts the result."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, TypeAlias

from msgspec import Struct

from codegen.document.load import parse
from codegen.document.node import Plain, Pointer, plain
from codegen.document.problems import Problem, Refused
from codegen.document.rewriting import ParsedText, TextEdit, edited
from codegen.document.source import Source
from codegen.document.source_map import SourceMap

Change: TypeAlias = "Callable[[dict[str, Any]], None]"
"""Changes a mapping of the document in place."""

Changes: TypeAlias = Mapping[Pointer, Change]
"""Changes that belong together, by the pointers of the mappings to change."""


class EditedFile(Struct, frozen=True):
    """A file of the document, and the edits of its text."""

    source: Source
    edits: Sequence[TextEdit]

    @property
    def text(self) -> str:
        """The text with all edits."""
        return edited(self.source.text, self.edits)


class Unwritable(Exception):
    """An edit cannot be written into the text."""


class Rejected(Refused):
    """The edited document has problems, unlike the current one."""

    def __str__(self) -> str:
        return _refusal(self.problems[0])


_UNUSUAL = "the text is written in a way that is not edited, such as an alias of YAML"


Check = Callable[[Sequence[EditedFile]], None]
"""Reads the edited document. Raises `Refused` if it has problems."""

Numbered: TypeAlias = Mapping[int, Changes]
"""The requested changes, by index."""


class Editor:
    """Edits the files of a document."""

    def __init__(self, source: SourceMap, files: Collection[str], check: Check) -> None:
        """Create an editor of the files with these names. Others, such as overlays, are not edited."""
        self._source = source
        self._files = files
        self._check = check
        self._written: dict[str, ParsedText] = {}
        self._is_sound = False
        """Whether the current document is known to have no problems."""

    def edited(
        self, wanted: Sequence[Changes], parts: Sequence[Collection[Pointer]] = ()
    ) -> tuple[list[EditedFile], dict[int, str]]:
        """Make as many of the requested changes as possible.

        Args:
            wanted: The changes.
            parts: The parts of the edited document that each changes, if not all.

        Returns:
            The edited files, and the reasons why changes are impossible, by index.

        Raises:
            Refused: The current document has problems.
        """
        parts = parts or [[*changes] for changes in wanted]
        reasons: dict[int, str] = {}
        for index, changes in enumerate(wanted):
            try:
                list(self._targets([changes]))
            except Unwritable as error:
                reasons[index] = str(error)

        def check(tried: Sequence[Changes]) -> None:
            if not tried:
                return
            try:
                self._check(self._files_with(tried))
            except Refused as error:
                if not self._is_sound and not _blamed(range(len(wanted)), parts, error):
                    self._check(())  # the current document may have the problem
                    self._is_sound = True
                raise Rejected(error.problems) from error

        left: Numbered = {index: one for index, one in enumerate(wanted) if index not in reasons}
        for attempt in (self._files_with, check):
            left = _accepted({}, left, parts, attempt, reasons)
        return self._files_with([*left.values()]), reasons

    def alone(self, wanted: Changes) -> list[EditedFile]:
        """The edits of one change."""
        found: list[EditedFile] = []
        for written, changes in self._targets([wanted]):
            edits: list[TextEdit] = []
            for pointer, change in changes:
                part = deepcopy(_part(written.data, pointer))
                change(part)
                edits += written.edits(part, pointer)
            found.append(EditedFile(written.source, sorted(edits, key=lambda one: (one.start, one.end))))
        return found

    def _files_with(self, wanted: Sequence[Changes]) -> list[EditedFile]:
        files: list[EditedFile] = []
        for written, changes in self._targets(wanted):
            new = deepcopy(written.data)
            try:
                for pointer, change in changes:
                    change(_part(new, pointer))
                file = EditedFile(written.source, written.edits(new))
                means = plain(parse(written.source.with_text(file.text)))
            except (LookupError, TypeError, AttributeError, Refused) as error:
                raise Unwritable(_UNUSUAL) from error
            if means != new:
                raise Unwritable(_UNUSUAL)
            files.append(file)
        return files

    def _targets(
        self, wanted: Sequence[Changes]
    ) -> Iterator[tuple[ParsedText, list[tuple[Pointer, Change]]]]:
        """The files to change, and the changes of each."""
        found: dict[str, list[tuple[Pointer, Change]]] = {}
        for one in wanted:
            for pointer, change in one.items():
                origin = self._source.origin(pointer)
                name = origin.source.name
                if name not in self._files:
                    raise Unwritable(f"it is written in {name}, which is no file of the document")
                if name not in self._written:
                    self._written[name] = ParsedText(origin.source)
                found.setdefault(name, []).append((origin.pointer, change))
        for name, changes in sorted(found.items()):
            yield self._written[name], changes


def _accepted(
    kept: Numbered,
    further: Numbered,
    parts: Sequence[Collection[Pointer]],
    attempt: Callable[[Sequence[Changes]], object],
    reasons: dict[int, str],
) -> Numbered:
    """The changes that can be made together: all in `kept`, and as many others as possible.

    Everything is tried at once. What the problems are about is given up, so that one more attempt is usually
    enough. If they are about nothing of it, halves are tried.
    """
    if not further:
        return kept
    try:
        attempt([*kept.values(), *further.values()])
    except (Unwritable, Rejected) as error:
        blamed = _blamed(further, parts, error) if isinstance(error, Rejected) else {}
        if blamed or len(further) == 1:
            reasons |= blamed or dict.fromkeys(further, str(error))
            left = {index: one for index, one in further.items() if index not in reasons}
            return _accepted(kept, left, parts, attempt, reasons)
        items, middle = [*further.items()], len(further) // 2
        kept = _accepted(kept, dict(items[:middle]), parts, attempt, reasons)
        return _accepted(kept, dict(items[middle:]), parts, attempt, reasons)
    return {**kept, **further}


def _blamed(wanted: Iterable[int], parts: Sequence[Collection[Pointer]], error: Refused) -> dict[int, str]:
    """The changes that cause the problems, each with the first problem."""
    found: dict[int, str] = {}
    for problem in error.problems:
        around = [
            (len(part), index)
            for index in wanted
            for part in parts[index]
            if isinstance(problem.where, tuple) and problem.where[: len(part)] == part
        ]
        nearest = [index for length, index in around if length == max(around)[0]]
        if len(nearest) == 1:
            found.setdefault(nearest[0], _refusal(problem))
    return found


def _part(data: Plain, pointer: Pointer) -> Plain:
    for token in pointer:
        data = data[token]
    return data


def _refusal(problem: Problem) -> str:
    return f"the edited document would be refused: {problem.message} [{problem.rule}]"
