"""Former names that clients keep: those that still work, and those that are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from codegen.document.node import Pointer
from codegen.drift.changes.call_arguments import FormerNames
from codegen.drift.changes.differences import Effect, Part
from codegen.drift.changes.where import code


def kept(name: str, former: FormerNames) -> str:
    """What to add to the sentence about a new name if the old one still works; empty if it does not."""
    if name not in former:
        return ""
    end = f"works until {code(former[name])}" if former[name] else "still works"
    return f", and the old name {end}"


def renamed(  # noqa: PLR0913 - what an effect says
    rule: str,
    symbol: str,
    text: str,
    *,
    name: str,
    former: FormerNames,
    part: Part,
    before: str,
    after: str,
    callers: bool = True,
    readers: bool = False,
    otherwise: str = "",
) -> Effect:
    """The effect of another name, which breaks nobody if the client keeps the old one.

    Args:
        rule: The rule.
        symbol: The old name, as programs write it.
        text: The sentence up to the new name.
        name: The old name.
        former: The former names that the client keeps.
        part: What is renamed.
        before: Code with the old name.
        after: Code with the new one.
        callers: Whether code that makes calls uses the name.
        readers: Whether code that reads results does.
        otherwise: What to add to the sentence if the old name is gone.
    """
    still = kept(name, former)
    return Effect(
        rule=rule,
        symbol=symbol,
        aspect="name",
        part=part,
        callers=callers and not still,
        readers=readers and not still,
        adds=bool(still),
        text=f"{text} now{still or otherwise}.",
        before=before,
        after=after,
    )


def gone(  # noqa: PLR0913 - what an effect says
    rule: str, symbol: str, text: str, *, part: Part, before: str, after: str, readers: bool = False
) -> Effect:
    """The effect of a name that code which makes calls can no longer use."""
    return Effect(
        rule=rule,
        symbol=symbol,
        aspect="existence",
        part=part,
        callers=True,
        readers=readers,
        text=text,
        before=before,
        after=after,
    )


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
