"""A symbol of a client, and the part of the document that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from codegen.document.node import Pointer
from codegen.drift.explain.former import FormerName


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a symbol stands for."""

    kind: str
    """What it is in Python: ``field``, ``method``."""
    origins: tuple[Pointer, ...] = ()
    """Its places in the document, the one to show first. Empty if it does not come from the document."""
    wire: str = ""
    """What it is on the wire, in words."""
    named: tuple[str, Pointer] | None = None
    """What its name was chosen as, and for which part; None if it has a fixed name."""
    chosen: str = ""
    """The name that was chosen, if that of the symbol is derived from it: the attribute of a resource."""
    why: str = ""
    """Why it has its name, if no scope has chosen it."""
    template: str = ""
    """The partial template that has its lines, if it is not that of the file."""
    view: str = ""
    """The class of the view, if it is not that of the template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A definition in the emitted package."""

    name: str
    """From the package on: ``models.Cluster.status``."""
    aliases: tuple[str, ...] = ()
    """Other names: ``client.clusters.update``."""
    part: Part
    file: str
    """Its path in the output."""
    spans: tuple[tuple[int, int], ...]
    """The first and the last line of each definition: an overloaded method has several."""
    is_copied: bool = False
    """Whether its file is the same in every client."""
    bases: tuple[str, ...] = ()
    """The classes that a class extends, by their last names."""

    @property
    def line(self) -> int:
        """The line of the first definition."""
        return self.spans[0][0]

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, *self.aliases)

    @property
    def last_name(self) -> str:
        """The last part: ``status``."""
        return self.name.rpartition(".")[2]

    @property
    def is_module(self) -> bool:
        """Whether it is a file, or the package."""
        return self.part.kind in {"module", "package"}

    @property
    def is_public(self) -> bool:
        """Whether no part of the name is private."""
        return not any(part.startswith("_") for part in self.name.split("."))


@dataclass(frozen=True, slots=True)
class Index:
    """All symbols of a client, by name."""

    package: str
    symbols: Mapping[str, Symbol]
    users: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of the symbols that use a class, by the class."""
    former: Mapping[str, FormerName] = field(default_factory=dict)
    """What became of former names."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The symbols whose code has a text that users meet, by the text in small letters: ``retry-after``."""
