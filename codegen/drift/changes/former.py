"""Former names that clients keep: those that still work, and those that are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from codegen.document.node import Pointer
from codegen.drift.changes.differences import Effect
from codegen.drift.changes.surface import FormerNames
from codegen.drift.changes.where import code


def kept(name: str, former: FormerNames) -> str:
    """What to add to the sentence about a new name if the old one still works; empty if it does not."""
    if name not in former:
        return ""
    end = f"works until {code(former[name])}" if former[name] else "still works"
    return f", and the old name {end}"


def dropped(  # noqa: PLR0913 - what an effect says
    old: FormerNames,
    now: Collection[str],
    *,
    name: str,
    prefix: str,
    part: tuple[Pointer, Pointer],
    callers: bool = True,
    readers: bool = False,
) -> Iterator[Effect]:
    """Yield an effect for each former name that the old client kept and the new one has no more.

    Args:
        old: The former names in the old client.
        now: All names in the new one.
        name: The name of today.
        prefix: What stands before the names in programs.
        part: Where they are.
        callers: Whether code that makes calls uses them.
        readers: Whether code that reads results does.
    """
    for one in old:
        if one not in now:
            yield Effect(
                rule="former-name-removed",
                symbol=f"{prefix}{one}",
                aspect="existence",
                part=part,
                callers=callers,
                readers=readers,
                text=f"The former name `{one}` of `{name}` is gone.",
                before=f"{prefix}{one}",
                after=f"{prefix}{name}",
            )
