"""Effects of a new client on Python programs, as values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from codegen.drift.changes.call_arguments import FormerNames
from codegen.drift.changes.differences import Aspect, Part, code


class Effect(Struct, frozen=True, kw_only=True):
    """A difference between two clients that programs notice."""

    rule: str
    """A key of `EFFECTS`."""
    symbol: str
    """``models.Pet.name``, ``client.pets.list(limit=)``."""
    part: Part
    callers: bool = False
    """Whether a program that makes requests with the old client fails with the new one."""
    readers: bool = False
    """Whether a program that reads results of the old client fails with the new one."""
    adds: bool = False
    """Whether there is a new name beside the former one."""
    text: str
    """One sentence."""
    before: str = ""
    """Code for the old client."""
    after: str = ""
    """Code for the new client."""

    @property
    def aspect(self) -> Aspect:
        """The aspect of the part that differs."""
        return EFFECTS[self.rule]


EFFECTS: Mapping[str, Aspect] = {
    "argument-moved": "order",
    "argument-removed": "existence",
    "argument-renamed": "name",
    "argument-replaced": "existence",
    "argument-required": "required",
    "argument-type": "type",
    "attribute-added": "existence",
    "attribute-optional": "required",
    "attribute-removed": "existence",
    "attribute-renamed": "name",
    "attribute-replaced": "existence",
    "attribute-required": "required",
    "attribute-type": "type",
    "body-respelled": "order",
    "class-added": "existence",
    "class-removed": "existence",
    "class-renamed": "name",
    "class-replaced": "type",
    "client-renamed": "name",
    "constant-dropped": "required",
    "environment-renamed": "name",
    "error-attribute-empty": "existence",
    "error-type": "type",
    "export-removed": "existence",
    "former-name-removed": "existence",
    "key-renamed": "name",
    "member-removed": "existence",
    "member-renamed": "name",
    "member-replaced": "existence",
    "method-added": "existence",
    "method-removed": "existence",
    "method-renamed": "name",
    "method-replaced": "existence",
    "option-added": "type",
    "option-narrowed": "type",
    "option-removed": "type",
    "optional-argument-added": "existence",
    "package-renamed": "name",
    "params-removed": "existence",
    "required-argument-added": "existence",
    "required-attribute-added": "existence",
    "result-changed": "type",
    "union-changed": "type",
    "waiter-added": "existence",
    "waiter-removed": "existence",
    "webhook-type": "type",
    "webhooks-removed": "existence",
}
"""The rules of effects, each with the aspect of the part that differs."""


class Named(Struct, frozen=True):
    """A name that programs use, and its part in both documents."""

    symbol: str
    part: Part

    def effect(  # noqa: PLR0913 - what an effect says
        self,
        rule: str,
        text: str,
        before: str = "",
        after: str = "",
        *,
        callers: bool = False,
        readers: bool = False,
    ) -> Effect:
        """An effect on programs that use the name. `callers` and `readers` say whom it breaks."""
        return Effect(
            rule=rule,
            symbol=self.symbol,
            part=self.part,
            callers=callers,
            readers=readers,
            text=text,
            before=before,
            after=after,
        )

    def renamed(  # noqa: PLR0913 - what an effect says
        self,
        rule: str,
        text: str,
        before: str,
        after: str,
        *,
        still: str,
        callers: bool = True,
        readers: bool = False,
        otherwise: str = "",
    ) -> Effect:
        """The effect of a new name. It breaks nobody if the client keeps the old one.

        Args:
            rule: The rule.
            text: The sentence up to the new name.
            before: Code with the old name.
            after: Code with the new one.
            still: What `kept` says of the old name.
            callers: Whether code that makes calls uses the name.
            readers: Whether code that reads results does.
            otherwise: What to add to the sentence if the old name is gone.
        """
        sentence, is_lost = f"{text} now{still or otherwise}.", not still
        effect = self.effect(
            rule, sentence, before, after, callers=callers and is_lost, readers=readers and is_lost
        )
        return replace(effect, adds=not is_lost)


def kept(name: str, former: FormerNames) -> str:
    """The addition to the sentence about a new name if the old one still works; else empty."""
    if name not in former:
        return ""
    end = f"works until {code(former[name])}" if former[name] else "still works"
    return f", and the old name {end}"


def another(is_taken: bool) -> str:  # noqa: FBT001 - it reads like the end of a sentence
    """The addition to the sentence about a new name if the old name now means something else."""
    return ", and the old name means something else" if is_taken else ""


def dropped(  # noqa: PLR0913 - what an effect says
    old: FormerNames,
    now: Collection[str],
    current: Named,
    name: str,
    *,
    callers: bool = True,
    readers: bool = False,
) -> Iterator[Effect]:
    """Yield an effect for each former name that only the old client keeps.

    Args:
        old: The former names in the old client.
        now: All names in the new one.
        current: The prefix of the names in programs, and their place.
        name: The current name.
        callers: Whether code that makes calls uses them.
        readers: Whether code that reads results does.
    """
    prefix = current.symbol
    for one in old:
        if one not in now:
            text = f"The former name `{one}` of `{name}` is gone."
            lost = Named(f"{prefix}{one}", current.part)
            yield lost.effect(
                "former-name-removed", text, lost.symbol, f"{prefix}{name}", callers=callers, readers=readers
            )
