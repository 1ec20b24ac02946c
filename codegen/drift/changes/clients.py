"""Two clients that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from codegen.drift.changes.annotations import Annotations
from codegen.drift.changes.matches import Matches
from codegen.drift.changes.surface import Class, Surface


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

    def new_class(self, name: str) -> Class | None:
        """The new class that an old one is now."""
        return self.new.classes.get(self.matches.classes.get(name, name))
