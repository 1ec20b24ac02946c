"""Reports for programs, in JSON and SARIF 2.1.0. They have the same contents as the text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.places import Place
from codegen.document.problems import Problem
from codegen.document.source_map import SourceMap
from codegen.drift import formats, printing
from codegen.drift.causes.kinds import KINDS, Cause, Commands
from codegen.drift.diffs import first_line
from codegen.drift.formats import Spot
from codegen.output import environment, report
from codegen.output.compare import Change, Drift
from codegen.pipeline import Output
from codegen.standard.rules import consequence

Outcome: TypeAlias = Literal["written", "up-to-date", "out-of-date", "refused", "edited"]

Kind: TypeAlias = Literal[
    "problem", "skipped", "tolerated", "excluded", "cause", "cancelled", "drift", "edited"
]


class Finding(Struct, frozen=True):
    """Something to report, with its place."""

    kind: Kind
    rule: str
    message: str
    file: str
    line: int = 1
    column: int = 1
    remedy: str = ""
    """What fixes a cause of drift."""
    diff: tuple[str, ...] = ()
    """From the actual to the generated file, if the file was edited by hand."""

    @classmethod
    def at(cls, kind: Kind, rule: str, message: str, source: SourceMap, place: Place) -> Finding:
        """A finding in the document."""
        return cls(kind, rule, report.message(message), source.file(place).name, place.line, place.column)


class RunReport(Struct, frozen=True):
    """The findings and results of a command."""

    command: str
    document: str
    out: str
    findings: tuple[Finding, ...] = ()
    outcome: Outcome = "up-to-date"
    files: dict[str, str] = field(default_factory=dict)
    """What was done to each changed file, by path."""
    reasons: tuple[str, ...] = ()
    remedy: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    """The number of parts of each kind in the client, such as ``operation``."""
    environment: tuple[str, ...] = ()
    """The environment variables that the client reads."""

    @classmethod
    def of(cls, command: str, document: str, out: str, output: Output) -> RunReport:
        """A report with the parts of the document that the client omits."""
        source = output.source
        waived = (
            Finding.at("skipped", "waiver", one.reason, source, source.place(one.where, "key"))
            for one in output.waivers
        )
        tolerated = _of_problems("tolerated", output.tolerated, source)
        left = output.selection
        excluded = (
            [Finding.at("excluded", "excluded", left.message, source, left.where)] if left.where else []
        )
        return cls(
            command,
            document,
            out,
            (*waived, *tolerated, *excluded),
            counts=output.counts,
            environment=environment.environment_variables(output.api),
        )

    def written(self, changed: Sequence[str], removed: Sequence[str]) -> RunReport:
        """The report of a build."""
        files = {**dict.fromkeys(changed, "written"), **dict.fromkeys(removed, "removed")}
        return replace(self, outcome="written" if files else "up-to-date", files=files)

    def compared(self, found: Drift, causes: Sequence[Cause], commands: Commands) -> RunReport:
        """The report of a check."""
        explained = tuple(
            Finding(
                "cause" if found else "cancelled",
                one.rule,
                one.message,
                one.file,
                one.line,
                one.column,
                " ".join(filter(None, (one.remedy, one.kind.advice(commands)))),
                one.diff,
            )
            for one in causes
        )
        if not found:
            return replace(self, findings=(*self.findings, *explained))
        reasons = dict.fromkeys(printing.meaning(one.kind, commands) for one in causes)
        return replace(
            self._changed("drift", found.changes, explained),
            outcome="out-of-date",
            reasons=tuple(reasons),
            files={one.path: printing.summary(one) for one in found.changes},
            remedy=commands.force if any(one.loses_work for one in found.changes) else commands.build,
        )

    def edited(self, changes: Iterable[Change], remedy: str) -> RunReport:
        """The report of a build that would overwrite edits."""
        return replace(self._changed("edited", changes), outcome="edited", remedy=remedy)

    def refused(self, problems: Sequence[Problem], source: SourceMap, remedy: str) -> RunReport:
        """The report of a run with problems. `remedy` is the command that tolerates them, or empty."""
        found = _of_problems("problem", problems, source)
        return replace(self, findings=(*self.findings, *found), outcome="refused", remedy=remedy)

    def printed(self, form: str) -> str:
        """The text in ``json`` or ``sarif``."""
        return self._sarif() if form == "sarif" else formats.in_json(self.command, self._json())

    def _changed(
        self, kind: Literal["drift", "edited"], changes: Iterable[Change], causes: Sequence[Finding] = ()
    ) -> RunReport:
        found = [
            Finding(kind, kind, printing.summary(one), f"{self.out}/{one.path}", first_line(one))
            for one in changes
        ]
        return replace(self, findings=(*self.findings, *causes, *found))

    def _json(self) -> dict[str, object]:
        return {
            "outcome": self.outcome,
            "document": self.document,
            "output": self.out,
            "findings": [
                {
                    "kind": one.kind,
                    "rule": one.rule,
                    "message": one.message,
                    "file": one.file,
                    "line": one.line,
                    "column": one.column,
                    **({"remedy": one.remedy} if one.remedy else {}),
                    **({"diff": list(one.diff)} if one.diff else {}),
                }
                for one in self.findings
            ],
            "files": self.files,
            "reasons": list(self.reasons),
            "remedy": self.remedy,
            "counts": dict(self.counts),
            "environment": list(self.environment),
        }

    def _sarif(self) -> str:
        explained = {one.file for one in self.findings if one.kind == "cause"}
        results = [
            formats.Result(
                rule=one.rule,
                is_error=one.kind not in {"skipped", "tolerated", "excluded", "cancelled"},
                message=". ".join(filter(None, (one.message, one.remedy))),
                spot=Spot(one.file, one.line, one.column),
            )
            for one in self.findings
            if one.kind != "drift" or one.file not in explained
        ]
        return formats.in_sarif(
            results, {rule: kind.meaning.format(out=self.out) for rule, kind in KINDS.items()}
        )


def _of_problems(
    kind: Literal["problem", "tolerated"], problems: Sequence[Problem], source: SourceMap
) -> Iterator[Finding]:
    """The problems in order, without duplicates, at most as many as the text output shows."""
    placed = {(source.place(one.where, one.on), one.message): one for one in problems[: report.MOST_SHOWN]}
    for (place, message), one in sorted(placed.items(), key=lambda item: item[0]):
        became = f": {consequence(one)}" if kind == "tolerated" else ""
        yield Finding.at(kind, one.rule, message + became, source, place)
