"""Chooses the components that the targets of references become: their homes.

The name of a target is the last part of its pointer, or else the name of its file, as in other bundlers.
Targets with the same name and content are one component. If their contents differ, a target gets the name of
a component that only refers to it, or else the name of its file distinguishes it.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from codegen.document.node import Node, Pointer, json_pointer
from codegen.document.spelling import squashed
from codegen.prepare.bundle.library import File
from codegen.prepare.bundle.references import Found, ReferenceBase, References, Target
from codegen.prepare.bundle.writing import Writer
from codegen.prepare.bundle.written import Written, section
from codegen.standard.kinds import ObjectKind

_Same: TypeAlias = "list[Found]"
"""Targets with the same content."""


class Homes:
    """The home of each target."""

    def __init__(
        self, references: References, kinds: Mapping[str, ObjectKind], entry: File, written: Written
    ) -> None:
        self._references = references
        self._kinds = kinds
        self._entry = entry
        self._homes: dict[Target, Pointer] = {}
        self._claims = written.claims
        for target, places in written.claims.items():
            for place in places:
                # Requirements name security schemes by their keys.
                is_key = target.kind == "securityScheme"
                if is_key or squashed(str(place[-1])) == squashed(_name(target)):
                    self._homes.setdefault(target, place)
        self._components = {home: written.targets[target] for target, home in self._homes.items()}
        self._components |= {home: found for home, found in self._declared() if home not in self._components}
        self._taken = {*self._components, *(place for places in self._claims.values() for place in places)}
        self.added: list[Found] = []
        """The targets that become further components, in the order of the document."""
        self._around = {target: around for target in written.targets if (around := _around(target, written))}
        """The targets that are parts of others, which have a home."""
        chosen = {*self._homes, *self._around}
        self._choose([found for found in written.targets.values() if found[0] not in chosen])
        order = {target: number for number, target in enumerate(written.targets)}
        self.added.sort(key=lambda found: order[found[0]])

    def of(self, target: Target) -> Pointer:
        """The place of a target in the document."""
        return self._place(target, self._homes)

    def _place(self, target: Target, homes: Mapping[Target, Pointer]) -> Pointer:
        if target in homes or target not in self._around:
            return homes.get(target, self._homes.get(target, target.pointer))
        around = self._around[target]
        return (*self._place(around, homes), *target.pointer[len(around.pointer) :])

    def _declared(self) -> list[tuple[Pointer, Found]]:
        """The components that are written in the entry document itself."""
        found: list[tuple[Pointer, Found]] = []
        for kind in self._kinds:
            around = section(self._kinds, kind)
            owner = self._entry.root
            for token in around or ():
                owner = owner.get(str(token)) if isinstance(owner, Node) else None
            if around and isinstance(owner, Node):
                scope = ReferenceBase.of(self._entry)
                homes = [((*around, name), value) for name, value in owner.items()]
                found += ((home, (Target(self._entry, home, kind), value, scope)) for home, value in homes)
        return found

    def _choose(self, targets: list[Found]) -> None:
        groups: dict[Pointer, _Same] = defaultdict(list)
        for found in targets:
            groups[*(section(self._kinds, found[0].kind) or ()), _name(found[0])].append(found)
        ambiguous: list[tuple[Pointer, _Same]] = []
        for home, classes in self._classes(groups).items():
            if home in self._components:
                known = self._components[home][0]
                for same in classes:
                    if known in [target for target, _, _ in same]:
                        self._homes |= {target: home for target, _, _ in same if target is not known}
                    else:
                        ambiguous.append((home, same))
            elif home in self._taken or len(classes) > 1:
                ambiguous += ((home, same) for same in classes)
            else:
                self._settle(classes[0], home)
        for _, same in ambiguous:
            claims = [place for target, _, _ in same for place in self._claims.get(target, ())]
            self._homes |= {target: claims[0] for target, _, _ in same if claims}
        self._tell_apart([(home, same) for home, same in ambiguous if same[0][0] not in self._homes])

    def _settle(self, same: _Same, home: Pointer) -> None:
        self._taken.add(home)
        self.added.append(same[0])
        self._homes |= {target: home for target, _, _ in same}

    def _tell_apart(self, classes: list[tuple[Pointer, _Same]]) -> None:
        """Give targets with the same name longer names, until all differ."""
        for longer in (_with_file, _with_path, _with_digest):
            firsts = [min((target for target, _, _ in same), key=_place) for _, same in classes]
            names = [(*home[:-1], longer(first)) for (home, _), first in zip(classes, firsts, strict=True)]
            taken = {name for name, times in Counter(names).items() if times > 1 or name in self._taken}
            for (_, same), name in zip(classes, names, strict=True):
                if name not in taken:
                    self._settle(same, name)
            classes = [one for one, name in zip(classes, names, strict=True) if name in taken]

    def _classes(self, groups: Mapping[Pointer, _Same]) -> Mapping[Pointer, list[_Same]]:
        """The targets of each name by their content, with the component that has the name.

        Schemas may refer to one another in a ring. So contents are compared as if all targets of a name were
        the same, then with the differences that this shows, until it shows no more. If that takes too long,
        no two are the same.
        """
        classes = {home: [self._with_component(home, group)] for home, group in groups.items()}
        for _ in range(_MOST_ROUNDS):
            names = {
                target: (*home, str(number))
                for home, split in classes.items()
                for number, same in enumerate(split)
                for target, _, _ in same
            }
            writer = Writer(self._references, self._kinds, self._entry, partial(self._place, homes=names))
            finer = {
                home: [part for same in split for part in _alike(same, writer)]
                for home, split in classes.items()
            }
            if all(len(finer[home]) == len(split) for home, split in classes.items()):
                return finer
            classes = finer
        return {home: [[found] for same in split for found in same] for home, split in classes.items()}

    def _with_component(self, home: Pointer, group: _Same) -> _Same:
        return [self._components[home], *group] if home in self._components else group


_MOST_ROUNDS = 30

_SAYS_NOTHING = re.compile(r"_?index|openapi|schema|\d+")


def _alike(group: _Same, writer: Writer) -> list[_Same]:
    """The members of a group by their content."""
    if len(group) == 1:
        return [group]
    alike: dict[str, _Same] = defaultdict(list)
    for target, value, scope in group:
        alike[json.dumps(writer.part(target, value, ("",), scope), sort_keys=True)].append(
            (target, value, scope)
        )
    return [*alike.values()]


def _name(target: Target) -> str:
    """The last part of a pointer, or else of a path."""
    last = str(target.pointer[-1]) if target.pointer else _file(target)
    return _key(f"{_file(target)}_{last}" if _SAYS_NOTHING.fullmatch(last) and target.pointer else last)


def _around(target: Target, written: Written) -> Target | None:
    """The innermost other target that contains one, such as the schema with the ``$defs`` that it is in."""
    kinds = dict.fromkeys(one.kind for one in written.targets)
    outer = (target.pointer[:length] for length in range(len(target.pointer) - 1, -1, -1))
    candidates = (Target(target.file, pointer, kind) for pointer in outer for kind in kinds)
    return next((one for one in candidates if one in written.targets), None)


def _with_file(target: Target) -> str:
    folder = PurePosixPath(unquote(urlsplit(target.file.name).path)).parent.name
    around = _file(target) if target.pointer else folder
    return _key(f"{around}_{_name(target)}" if around else _name(target))


def _with_path(target: Target) -> str:
    path = PurePosixPath(unquote(urlsplit(target.file.name).path)).with_suffix("")
    return _key("_".join((*path.parts, *map(str, target.pointer))))


def _with_digest(target: Target) -> str:
    return f"{_with_path(target)}_{sha256(_place(target).encode()).hexdigest()[:6]}"


def _place(target: Target) -> str:
    return f"{target.file.name}#{json_pointer(target.pointer)}"


def _file(target: Target) -> str:
    """The name of a file without its suffix; that of its folder, if the file is its index."""
    path = PurePosixPath(unquote(urlsplit(target.file.name).path))
    return path.parent.name if _SAYS_NOTHING.fullmatch(path.stem) and path.parent.name else path.stem


def _key(name: str) -> str:
    """A name as the key of a component (OpenAPI 3.1.1, 4.8.7)."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name).strip("_") or "component"
