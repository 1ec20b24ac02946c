"""A place in a file, with the name of the file as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.views.text.printable import annotation


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A line and a column, which count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def as_json(self) -> dict[str, object]:
        """The place in a report for programs."""
        return {"file": self.file, "line": self.line, "column": self.column}

    def annotation(self, level: str, title: str, message: str) -> str:
        """A workflow command of GitHub that annotates this place."""
        return annotation(level, (self.file, self.line, self.column), title, message)
