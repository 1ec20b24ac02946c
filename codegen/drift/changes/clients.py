"""Two clients that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from codegen.drift.changes.annotations import Annotations
from codegen.drift.changes.call_arguments import Argument
from codegen.drift.changes.counterparts import ArgumentKey, key_of
from codegen.drift.changes.matches import Matches
from codegen.drift.changes.surface import Call, Class, Surface


@dataclass(frozen=True)
class Clients:
    """Two clients of one API, and their corresponding parts."""

    old: Surface
    new: Surface
    matches: Matches

    @cached_property
    def forth(self) -> Annotations:
        """Compares values that programs pass, from the old client to the new one."""
        return Annotations(self.old.classes, self.new.classes, self.matches.classes)

    @cached_property
    def back(self) -> Annotations:
        """Compares values that programs receive, from the new client to the old one."""
        former = {now: was for was, now in self.matches.classes.items()}
        return Annotations(self.new.classes, self.old.classes, former, is_read=True)

    def new_call(self, old: Call) -> Call | None:
        """The new method for an old one."""
        return self.new.calls.get(self.matches.operations.get(key_of(old.operation), ("", "")))

    def new_argument(self, key: ArgumentKey, old: Call, new: Call) -> Argument | None:
        """The new argument for one of an old method."""
        return new.arguments.get(self.matches.argument(key, old, new) or ("", ""))

    def new_class(self, name: str) -> Class | None:
        """The new class for an old one."""
        return self.new.classes.get(self.matches.classes.get(name, name))

    def new_wire_name(self, old: Class, name: str) -> str:
        """The new name in JSON of a property of an old class."""
        return self.matches.fields.get((old.name, name), name)
