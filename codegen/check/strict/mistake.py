"""Makes the problems of strict documents."""

from __future__ import annotations

from codegen.document.node import Pointer
from codegen.document.places import On, Place
from codegen.document.problems import Problem


def mistake(message: str, rule: str, where: Pointer | Place, on: On = "value") -> Problem:
    """A mistake that the standard allows. If tolerated, it is treated as without ``strict``."""
    return Problem(message, rule, where, on, past=())


def suggestion(word: str | None) -> str:
    """``"; did you mean 'name'?"``, or nothing."""
    return f"; did you mean {word!r}?" if word else ""
