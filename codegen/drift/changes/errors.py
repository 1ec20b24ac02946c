"""Compares the errors of two clients: what their bodies may be, and which attributes have a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from codegen.drift.changes.classes import Classes
from codegen.drift.changes.differences import Effect, Part
from codegen.drift.changes.surface import Surface
from codegen.drift.changes.where import code


def error_effects(classes: Classes) -> Iterator[Effect]:
    """What users of the old client notice where they handle errors."""
    old, new = classes.old, classes.new
    back = replace(classes.back, is_read=False)  # the body of an error that nobody documented may be anything
    for name, was, now in (
        ("body", old.errors.body, new.errors.body),
        ("details", old.errors.detail, new.errors.detail),
    ):
        is_empty = name in old.errors.attributes and name not in new.errors.attributes
        if not is_empty and not back.fit(now, was):
            shown = (was, now) if name == "body" else (f"list[{was}]", f"list[{now}]")
            yield Effect(
                rule="error-type",
                symbol=f"APIStatusError.{name}",
                aspect="type",
                part=_part(old, new, was, now),
                readers=True,
                text=f"The documented {name} of errors {code(shown[0])} became {code(shown[1])}.",
                before=f"{name}: {shown[0]} = error.{name}",
                after=f"{name}: {shown[1]} = error.{name}",
            )
    for name in sorted(old.errors.attributes.keys() - new.errors.attributes.keys()):
        yield Effect(
            rule="error-attribute-empty",
            symbol=f"APIStatusError.{name}",
            aspect="existence",
            part=(old.errors.attributes[name], None),
            readers=True,
            text=f"`{name}` of errors is empty now: no documented body has a property for it.",
            before=f"error.{name}",
            after="error.body",
        )


def _part(old: Surface, new: Surface, was: str, now: str) -> Part:
    """The class that is only in one of two annotations, or the operations, which have the errors."""
    before, after = (re.findall(r"\bmodels\.(\w+)", text) for text in (was, now))
    gone = next((old.classes[name].origin for name in before if name not in after), None)
    added = next((new.classes[name].origin for name in after if name not in before), None)
    return (gone, added) if gone or added else (("paths",), ("paths",))
