"""Compares the keys of dicts that stand for models: they have the names of JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from codegen.drift.changes.differences import Effect
from codegen.drift.changes.former import dropped, renamed
from codegen.drift.changes.surface import Attribute, Class
from codegen.drift.changes.where import code
from codegen.views.text.quoting import literal


def key_effects(
    owner: Class, old: tuple[str, Attribute], new: tuple[str, Attribute], keys: Collection[str]
) -> Iterator[Effect]:
    """The effects on dicts that stand for a model, as far as its attribute does not say the same."""
    (name, was), (now_name, now) = old, new
    part = (was.origin, now.origin)
    is_said = was.name != now.name and (was.name in now.former) == (name in now.former_keys)
    if name != now_name and not is_said:
        yield renamed(
            "key-renamed",
            f"params.{owner.name}Dict.{name}",
            f"In a dict for `{owner.name}`, the key {code(name)} is called {code(now_name)}",
            name=name,
            former=now.former_keys,
            part=part,
            before=f"{{{literal(name)}: ...}}",
            after=f"{{{literal(now_name)}: ...}}",
        )
    gone = {one: until for one, until in was.former_keys.items() if one not in was.former}
    yield from dropped(
        gone, {*keys, *now.former_keys}, name=now_name, prefix=f"params.{owner.name}Dict.", part=part
    )
