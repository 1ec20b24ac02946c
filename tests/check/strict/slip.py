"""A slip: an edit of a document that a strict check refuses."""

from __future__ import annotations

from dataclasses import dataclass

from tests.check.strict.documents import BASE


@dataclass(frozen=True)
class Slip:
    """An edit of a document: `old` becomes `new`, in which « stands before the place that is to be shown."""

    rule: str
    old: str
    new: str
    suggestion: str = ""
    """What the message has to say."""
    others: tuple[str, ...] = ()
    """The rules of what the slip breaks besides."""
    base: str = BASE
    always: bool = False
    """Whether any document is refused for it."""

    def text(self) -> str:
        assert self.base.count(self.old) == 1, self.old
        return self.base.replace(self.old, self.new)


def did(word: str) -> str:
    return f"did you mean {word!r}?"


EXAMPLE = ("example",)
"""The example lacks, or has, what the slip says."""
