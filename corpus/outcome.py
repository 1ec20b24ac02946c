"""The outcome for one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Fate(Enum):
    """The last step that a document reached."""

    WHOLE = "whole"
    """A client was emitted. Other fields describe what is missing."""
    REFUSED = "refused"
    """The generator reported problems with their places."""
    CRASHED = "crashed"
    """An unexpected exception was raised, or the process died."""
    OVER_TIME = "over time"
    OVER_MEMORY = "over memory"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem reported by the generator."""

    rule: str
    place: str
    """``openapi.yaml:41:7``."""
    message: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A requirement that a client does not meet."""

    operation: str
    message: str
    sent: str = ""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """The results for a document. They are updated after each step, so that a killed process leaves some."""

    document: str
    fate: Fate = Fate.CRASHED
    message: str = ""
    """The reason for a crash."""
    refusals: Sequence[Refusal] = ()
    tolerated: Mapping[str, int] = field(default_factory=dict)
    """The number of tolerated problems, by rule."""
    seconds: float = 0.0
    """The time for generating."""
    megabytes: float = 0.0
    """The peak memory of generating, in the process or in the formatter, whichever is larger."""
    operations_in: int = 0
    operations_out: int = 0
    schemas_in: int = 0
    schemas_out: int = 0
    lost: Sequence[str] = ()
    """The operations and schemas that were not emitted."""
    package: str = ""
    """The folder of the emitted package, relative to the folder of the run."""
    compiles: bool | None = None
    imports: bool | None = None
    mypy: int | None = None
    """The number of errors; None if the checker did not run."""
    pyright: int | None = None
    type_errors: list[str] = field(default_factory=list)
    callable: int | None = None
    """The number of operations that passed all calls."""
    calls: int = 0
    failures: Sequence[Failure] = ()
    unmade: Sequence[Failure] = ()
    """The values that could not be made. An operation that requires one is not counted as callable."""
    calling_seconds: float = 0.0

    @property
    def falls_short(self) -> bool:
        """Whether there is any shortfall."""
        return (
            self.fate is not Fate.WHOLE
            or self.operations_out != self.operations_in
            or self.schemas_out != self.schemas_in
            or not (self.compiles and self.imports)
            or bool(self.mypy or self.pyright)
            or self.callable != self.operations_in
        )
