"""Edits the files of a document, as far as the result is a document that the generator takes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TypeAlias

from codegen.document.load import parse
from codegen.document.node import Plain, Pointer, plain
from codegen.document.problems import Problem, Refused
from codegen.document.rewriting import Edit, Written, edited
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.drift.gathered.edits import Change
from codegen.drift.gathered.findings import Finding
from codegen.drift.gathered.judging import Outcome


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


class Rejected(Refused):
    """The edited document has problems, and the document as it is has none."""

    def __str__(self) -> str:
        return _refusal(self.problems[0])


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
        self._is_sound = False
        """Whether the document as it is is known to have no problems."""

    def edited(self, findings: Sequence[Finding]) -> tuple[list[Finding], list[EditedFile]]:
        """Make as many edits as possible.

        Returns:
            The findings and the edited files. A finding that cannot be edited is left to people.

        Raises:
            Refused: The document as it is has problems.
        """
        wanted = {n: one for n, one in enumerate(findings) if one.judgement.outcome is Outcome.EDIT}
        reasons: dict[int, str] = {}
        for n, one in wanted.items():
            try:
                list(self._targets([one]))
            except Unwritable as error:
                reasons[n] = str(error)
        here = {n: one for n, one in wanted.items() if n not in reasons}
        writable = _accepted({}, here, self._files_with, reasons)
        left = _accepted({}, writable, self._checked, reasons)
        told = [_by_hand(one, reasons[n]) if n in reasons else one for n, one in enumerate(findings)]
        return told, self._files_with([*left.values()])

    def alone(self, finding: Finding) -> list[EditedFile]:
        """The edits of one finding."""
        found: list[EditedFile] = []
        for written, changes in self._targets([finding]):
            edits: list[Edit] = []
            for pointer, change in changes:
                part = deepcopy(_part(written.data, pointer))
                change(part)
                edits += written.edits(part, pointer)
            found.append(EditedFile(written.source, sorted(edits, key=lambda one: (one.start, one.end))))
        return found

    def _checked(self, findings: Sequence[Finding]) -> None:
        """Read the document with these edits."""
        try:
            self._check(self._files_with(findings))
        except Refused as error:
            if not self._is_sound and not _blamed(dict(enumerate(findings)), error):
                self._check(())  # the document itself may be what is refused
                self._is_sound = True
            raise Rejected(error.problems) from error

    def _files_with(self, findings: Sequence[Finding]) -> list[EditedFile]:
        files: list[EditedFile] = []
        for written, changes in self._targets(findings):
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

    def _targets(self, findings: Sequence[Finding]) -> Iterator[tuple[Written, list[tuple[Pointer, Change]]]]:
        """The files to change, and the changes of each. Null comes after other types."""
        found: dict[str, list[tuple[Pointer, Change]]] = {}
        for one in sorted(findings, key=lambda one: one.differences[0].got == "null"):
            for pointer, change in (one.judgement.changes or {}).items():
                origin = self._source.origin(pointer)
                name = origin.source.name
                if name not in self._files:
                    raise Unwritable(f"it is written in {name}, which is no file of the document")
                if name not in self._written:
                    self._written[name] = Written(origin.source)
                found.setdefault(name, []).append((origin.pointer, change))
        for name, changes in sorted(found.items()):
            yield self._written[name], changes


Numbered: TypeAlias = Mapping[int, Finding]
"""Findings by their numbers."""


def _accepted(
    kept: Numbered,
    further: Numbered,
    attempt: Callable[[Sequence[Finding]], object],
    reasons: dict[int, str],
) -> Numbered:
    """The findings that can be edited together: all that are `kept`, and as many others as possible.

    All are tried at once. Those that the problems are about are given up, so that one more attempt is
    usually enough. If the problems are about none of them, halves are tried.
    """
    if not further:
        return kept
    try:
        attempt([*kept.values(), *further.values()])
    except (Unwritable, Rejected) as error:
        blamed = _blamed(further, error) if isinstance(error, Rejected) else {}
        if blamed or len(further) == 1:
            reasons |= blamed or dict.fromkeys(further, str(error))
            left = {n: one for n, one in further.items() if n not in reasons}
            return _accepted(kept, left, attempt, reasons)
        items = sorted(further.items(), key=lambda item: item[1].judgement.rule)  # those alike go together
        middle = len(items) // 2
        kept = _accepted(kept, dict(items[:middle]), attempt, reasons)
        return _accepted(kept, dict(items[middle:]), attempt, reasons)
    return {**kept, **further}


def _blamed(findings: Numbered, error: Refused) -> dict[int, str]:
    """The findings whose edits the problems are about, each with the first of these problems."""
    found: dict[int, str] = {}
    for problem in error.problems:
        around = [
            (len(part), n)
            for n, one in findings.items()
            for part in one.judgement.edited
            if isinstance(problem.where, tuple) and problem.where[: len(part)] == part
        ]
        nearest = [n for length, n in around if length == max(around)[0]]
        if len(nearest) == 1:
            found.setdefault(nearest[0], _refusal(problem))
    return found


def _part(data: Plain, pointer: Pointer) -> Plain:
    for token in pointer:
        data = data[token]
    return data


def _refusal(problem: Problem) -> str:
    return f"the edited document would be refused: {problem.message} [{problem.rule}]"


def _by_hand(one: Finding, reason: str) -> Finding:
    judged = replace(one.judgement, outcome=Outcome.BY_HAND, changes=None, reason=reason)
    return replace(one, judgement=judged)
