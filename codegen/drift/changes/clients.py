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
    """Two clients of one API, and which of their parts are the same."""

    old: Surface
    new: Surface
    matches: Matches

    @cached_property
    def forth(self) -> Annotations:
        """What programs of the old client pass to the new one."""
        return Annotations(self.old.classes, self.new.classes, self.matches.classes)

    @cached_property
    def back(self) -> Annotations:
        """What programs of the old client get from the new one."""
        former = {now: was for was, now in self.matches.classes.items()}
        return Annotations(self.new.classes, self.old.classes, former, is_read=True)

    def new_call(self, old: Call) -> Call | None:
        """The new method that an old one is now."""
        return self.new.calls.get(self.matches.operations.get(key_of(old.operation), ("", "")))

    def new_argument(self, key: ArgumentKey, old: Call, new: Call) -> Argument | None:
        """The argument that one of an old method is now."""
        return new.arguments.get(self.matches.argument(key, old, new) or ("", ""))

    def new_class(self, name: str) -> Class | None:
        """The class that an old one is now."""
        return self.new.classes.get(self.matches.classes.get(name, name))

    def new_wire_name(self, old: Class, name: str) -> str:
        """The name in JSON of a property that an old class has."""
        return self.matches.fields.get((old.name, name), name)
