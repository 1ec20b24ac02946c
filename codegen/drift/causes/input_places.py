"""Where the inputs of a run stand, and what can have happened to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from codegen.document.source_map import SourceMap
from codegen.output.record import InputChange

Did: TypeAlias = Literal["changed", "added", "removed"]

SAID: Mapping[Did, str] = {"changed": "has changed", "added": "is new", "removed": "is gone"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the inputs of this run stand."""

    document: str
    source: SourceMap
    out: str
    overlays: tuple[Path, ...] = ()
    templates: Path | None = None
    settings: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)
    """The file, line and column of each setting of the configuration."""


def did(one: InputChange) -> Did:
    """What has happened to an input."""
    return "added" if one.before is None else "removed" if one.now is None else "changed"
