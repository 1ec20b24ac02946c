"""Former names of classes that are named after outer parts: `PetKind`, if `Animal` was `Pet`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from codegen.document.node import Pointer
from codegen.model.api import Api
from codegen.model.classes import EnumClass, Model, UnionClass
from codegen.model.former_names import renamed_around, renamed_parts
from codegen.naming.former_names import Former
from codegen.naming.inline.place_names import thing_of
from codegen.naming.words import pascal, words


def inline_former(
    parts: Sequence[Model | EnumClass | UnionClass],
    classes: Mapping[str, str],
    former: Mapping[str, Sequence[Former]],
    api: Api,
) -> dict[str, tuple[Former, ...]]:
    """The former names of inline classes, by the keys of `classes`.

    A class whose name contains that of a part around it had the former name of the part there.

    Args:
        parts: All classes of the model.
        classes: Their names.
        former: The former names that classes have by themselves.
        api: The client to name.
    """
    renamed = renamed_parts(api)
    if not renamed:
        return {}
    keys = {one.origins[0]: one.name for one in parts}
    taken = {*classes.values(), *(one.name for several in former.values() for one in several)}
    found: dict[str, tuple[Former, ...]] = {}

    def names_of(where: Pointer) -> Iterator[tuple[str, Former]]:
        """The name of a part within those of classes, with each former one."""
        if (key := keys.get(where)) in former:
            yield from ((classes[str(key)], one) for one in former[str(key)])
        now, declared = renamed[where]
        for one in declared:
            if one.name and key not in former:
                written, before = pascal(words(now)), pascal(words(one.name))
                yield written, Former(before, one.until)
                if where[0] == "paths":
                    yield thing_of(written), Former(thing_of(before), one.until)

    for one in parts:
        around = [where for where in renamed_around(one.origins, renamed) if keys.get(where) != one.name]
        variants = _variants(classes[one.name], [pair for where in around for pair in names_of(where)])
        kept = [Former(name, until) for name, until in variants.items() if name not in taken]
        if kept:
            found[one.name] = tuple(kept)
            taken |= {former.name for former in kept}
    return found


def _variants(name: str, renamed: Sequence[tuple[str, Former]]) -> dict[str, str]:
    """The variants of a name with former names in it, and the versions that drop them."""
    found = {name: ""}
    for now, before in renamed:
        for one, until in [*found.items()]:
            if now in one:
                found.setdefault(one.replace(now, before.name, 1), until or before.until)
    return found
