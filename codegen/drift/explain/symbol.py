"""A symbol of a client, and the part of the document that it stands for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from codegen.document.node import Pointer
from codegen.drift.explain.former_names import FormerName


class Part(Struct, frozen=True):
    """The meaning of a symbol."""

    kind: str
    """The kind of symbol in Python: ``field``, ``method``."""
    origins: tuple[Pointer, ...] = ()
    """Its places in the document, most relevant first. Empty if it is not from the document."""
    wire: str = ""
    """Its form on the wire, in words."""
    named: str = ""
    """The kind of name that was chosen, such as ``schema``; empty if the name is fixed."""
    chosen: str = ""
    """The name that was chosen, if that of the symbol is derived from it: the attribute of a resource."""
    why: str = ""
    """The reason for its name, if no scope chose it."""

    @property
    def choice(self) -> tuple[str, Pointer] | None:
        """The kind of name that was chosen, and the part."""
        return (self.named, self.origins[0]) if self.named and self.origins else None

    @property
    def template(self) -> str:
        """The partial template that has its lines, if it is not that of the file."""
        return _MADE.get(self.kind, ("", ""))[0]

    @property
    def view(self) -> str:
        """The class of the view, if it is not that of the template."""
        return _MADE.get(self.kind, ("", ""))[1]


_MADE: Mapping[str, tuple[str, str]] = {
    "argument": ("package/resources/_arguments.jinja", "ArgumentView"),
    "class of an object": ("package/_fields.jinja", "ModelView"),
    "dict for an object": ("package/_dict.jinja", "DictView"),
    "enumeration": ("package/_enum.jinja", "EnumView"),
    "field": ("package/_fields.jinja", "FieldView"),
    "key of a dict": ("package/_dict.jinja", "DictView"),
    "member of an enumeration": ("package/_enum.jinja", "EnumView"),
    "method": ("", "MethodView"),
    "method that returns a poller": ("package/resources/_begin.jinja", "BeginView"),
    "method that waits": ("package/resources/_waiter.jinja", "WaiterView"),
}
"""The template and the view of the kinds that have one of their own."""


class Symbol(Struct, frozen=True, kw_only=True):
    """A definition in the emitted package."""

    name: str
    """The name below the package: ``models.Cluster.status``."""
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


class Index(Struct, frozen=True):
    """All symbols of a client, by name."""

    package: str
    symbols: Mapping[str, Symbol]
    users: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of the symbols that use a class, by the class."""
    former: Mapping[str, FormerName] = field(default_factory=dict)
    """The former names, each with the current name."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The symbols whose code has a text that users see, by the text in lower case: ``retry-after``."""
