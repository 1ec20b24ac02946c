"""What came of one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum


class Fate(Enum):
    """How far a document came."""

    WHOLE = "whole"
    """A client was emitted; what it lacks, if anything, is told beside."""
    REFUSED = "refused"
    """The generator told problems, with their places."""
    CRASHED = "crashed"
    """Something was raised that no step may raise, or the process died."""
    OVER_TIME = "over time"
    OVER_MEMORY = "over memory"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A problem that the generator told."""

    rule: str
    place: str
    """``openapi.yaml:41:7``."""
    message: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that a client should do and does not."""

    operation: str
    message: str
    sent: str = ""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What is known of a document; filled as its process gets on, so that a killed one leaves what it did."""

    document: str
    fate: Fate = Fate.CRASHED
    message: str = ""
    """Why it crashed."""
    refusals: Sequence[Refusal] = ()
    tolerated: Mapping[str, int] = field(default_factory=dict)
    """How often the document breaks each of the rules that it may break."""
    seconds: float = 0.0
    """What generating took."""
    megabytes: float = 0.0
    """The most that generating held in memory: the process, or the formatter that it runs if it had more."""
    operations_in: int = 0
    operations_out: int = 0
    schemas_in: int = 0
    schemas_out: int = 0
    lost: Sequence[str] = ()
    """The operations and schemas that were not emitted."""
    package: str = ""
    """Where the emitted package is, below the folder of the run."""
    compiles: bool | None = None
    imports: bool | None = None
    mypy: int | None = None
    """How many errors; None where it was not run."""
    pyright: int | None = None
    type_errors: list[str] = field(default_factory=list)
    callable: int | None = None
    """How many operations were called in every way and did all that they should."""
    calls: int = 0
    failures: Sequence[Failure] = ()
    unmade: Sequence[Failure] = ()
    """Values that could not be made; an operation whose arguments need one does not count as callable."""
    calling_seconds: float = 0.0

    @property
    def falls_short(self) -> bool:
        """Whether anything is not as it should be."""
        return (
            self.fate is not Fate.WHOLE
            or self.operations_out != self.operations_in
            or self.schemas_out != self.schemas_in
            or not (self.compiles and self.imports)
            or bool(self.mypy or self.pyright)
            or self.callable != self.operations_in
        )
