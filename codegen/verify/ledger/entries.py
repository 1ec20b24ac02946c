"""The entries of the ledger: parts that were visited, parts that are lost, and parts to ignore."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from codegen.document.node import Node, Pointer
from codegen.document.pointers import tokens, value_at
from codegen.document.problems import Problem
from codegen.standard.extensions import is_waived


class Waiver(Struct, frozen=True):
    """A part that the author skips, and the reason."""

    reason: str
    where: Pointer


class Entries:
    """The entries for the parts of a document, by pointer."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.counts: Counter[str] = Counter()
        self.waivers: dict[Pointer, Waiver] = {}
        self.lost: dict[Pointer, Problem] = {}
        self.seen: set[Pointer] = set()
        self.ignored: set[Pointer] = set()
        """Parts without a meaning, including everything inside them."""

    def is_there(self, kind: str, place: Pointer, *, there: bool) -> bool:
        """Record a part. It is lost if it is not `there`."""
        self.counts[kind] += 1
        self.seen.add(place)
        if not there:
            message = f"this {kind} would be missing from the client; this is a defect of the generator"
            self.lost[place] = Problem(message, "lost", place, "key")
        return there

    def is_waived(self, part: Node) -> bool:
        """Whether the author skips a part. If so, it is recorded."""
        if not is_waived(part):
            return False
        self.waivers[part.pointer] = Waiver(part.mapping("x-generate").text("skip"), part.pointer)
        return True

    def ignore(self, places: Iterable[Pointer]) -> None:
        """Record parts without a meaning."""
        self.ignored.update(places)

    def resolved(self, part: Node) -> list[Node]:
        """Follow the references from a part. The last item is the target."""
        chain = [part]
        while "$ref" in chain[-1]:
            chain.append(self.at(tokens(chain[-1].text("$ref"))))
            self.seen.add(chain[-1].pointer)
        return chain

    def at(self, pointer: Pointer) -> Node:
        """The mapping at a pointer, or an empty one."""
        found = value_at(self.root, pointer)
        return found if isinstance(found, Node) else Node(pointer=pointer)
