"""Names the methods of a resource: ``update``, ``list_subscriptions``.

Each operation has candidates, from the shortest to the author's full ``operationId``. Of the operations of a
resource that share one, the first by `_rank` keeps it, and the others get their next one (docs/names.md).
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api
from codegen.model.classes import Model
from codegen.model.former_names import RENAMED
from codegen.model.operations import Operation
from codegen.naming import reserved, strategies
from codegen.naming.arguments import (
    Alternative,
    NamedParameter,
    alternatives_of_body,
    keywords_of_body,
    name_parameters,
)
from codegen.naming.components import NamedField, NamedModel
from codegen.naming.former_names import Former, NamedPart, former_in
from codegen.naming.hints import hinted_method
from codegen.naming.ids import Identified
from codegen.naming.listing import Listing
from codegen.naming.methods_from_ids import candidates_from_id
from codegen.naming.methods_from_paths import candidates_from_path, owner_in_path, position
from codegen.naming.path_words import in_own_words, steps_of, version_words
from codegen.naming.scopes import NameRequest, Rank, Scope, Strategy, override_in
from codegen.naming.waiters import NamedWaiter, name_begin, name_waiters
from codegen.naming.words import alike, singular_noun, snake, spell_first_digit, subjects_of, words


class Method(Struct, frozen=True, kw_only=True):
    """An operation and its method."""

    operation: Operation
    name: str
    parameters: tuple[NamedParameter, ...]
    keywords: tuple[NamedField, ...] | None
    """The fields of the body, if they are keyword arguments; None if the body is one argument, ``body``."""
    alternatives: tuple[Alternative, ...] = ()
    """The media types of a body that have different schemas; empty if all have the same."""
    waiters: tuple[NamedWaiter, ...] = ()
    """The methods that wait with it."""
    begin: str = ""
    """The method that returns a poller, if it takes long."""
    former: tuple[Former, ...] = ()
    """The names that the method had before."""

    @property
    def each(self) -> tuple[Method, ...]:
        """The method for each of the alternatives."""
        return tuple(
            replace(
                self,
                operation=replace(self.operation, body=one.body),
                keywords=one.keywords,
                alternatives=(),
            )
            for one in self.alternatives
        )

    @property
    def fields(self) -> tuple[NamedField, ...]:
        """The fields that are keyword arguments; of several with one name, the first."""
        several = [self.keywords, *(one.keywords for one in self.alternatives)]
        found: dict[str, NamedField] = {}
        for field in (field for fields in several for field in fields or ()):
            found.setdefault(field.name, field)
        return tuple(found.values())

    @property
    def former_arguments(self) -> Iterator[tuple[str, Former]]:
        """The renamed arguments, each with a former name that no other argument has."""
        arguments: list[NamedParameter | NamedField] = [*self.parameters, *self.fields]
        taken = {*reserved.ARGUMENTS, *(one.name for one in arguments)}
        for one in arguments:
            for former in one.former:
                if former.name not in taken:
                    taken.add(former.name)
                    yield one.name, former

    @property
    def constant(self) -> str:
        """``_UPDATE``, the module's constant for the operation."""
        return f"_{self._stem.upper()}"

    @property
    def builder(self) -> str:
        """``_update``, the module's function that builds the request."""
        return f"_{self._stem}"

    @property
    def _stem(self) -> str:
        """The name, without an underscore that only avoids a keyword."""
        return self.bare if keyword.iskeyword(self.bare) else self.name

    @property
    def bare(self) -> str:
        """The name without trailing underscores."""
        return self.name.rstrip("_")


def name_methods(
    group: Sequence[str],
    members: Sequence[Identified],
    children: Collection[str],
    models: Mapping[str, NamedModel],
    api: Api,
) -> tuple[Method, ...]:
    """The methods of a resource, in the order of its operations.

    Args:
        group: The texts that name the resource and those around it, the outermost first.
        members: The operations of the resource.
        children: The attributes of the resource that are resources.
        models: The named models, whose fields become arguments.
        api: The client to name.

    Raises:
        Refused: An override is not usable, or two of a scope are equal.
    """
    operations = [one.operation for one in members]
    ranks = [*map(_rank, members)]
    ranked = sorted(zip(ranks, operations, strict=True), key=lambda one: one[0], reverse=True)
    first_of_id: dict[str | None, Operation] = {one.id: one for _, one in ranked if one.id}
    candidates_of = {
        one.operation.origins[0]: _hinted(one.operation, candidates(_without_number(one), group, api.models))
        for one in members
    }
    for one in operations:
        if (first := first_of_id.get(one.id, one)) is not one:
            short, longer, *others = candidates_of[one.origins[0]]
            distinct = [*longer, *_difference(one.path, first.path)]
            candidates_of[one.origins[0]] = (short, longer, distinct, *others)
    updates = [one for one in operations if candidates_of[one.origins[0]][0] == ["update"]]
    patched = {one.path for one in updates if one.method == "PATCH"}
    for one in updates:
        if one.method == "PUT" and one.path in patched:
            short, *others = candidates_of[one.origins[0]]
            candidates_of[one.origins[0]] = (short, ["replace"], *others)
    paths = {one.origins[0]: f"{one.method.lower()} {one.path}" for one in operations}
    most = max(map(len, candidates_of.values()), default=0)
    scope = Scope(
        what="operation",
        strategies=(
            *(_nth_candidate(candidates_of, number) for number in range(most)),
            lambda one: snake(words(paths[one.pointer])),
            strategies.snake_spelled,
        ),
        prefix="call_",
        is_lower=True,
    )
    requests = [
        NameRequest(in_own_words(one), one.origins[0], override_in(one.extensions)) for one in operations
    ]
    names = scope.choose(requests, ranks, children)
    problems: list[Problem] = []
    methods: list[Method] = []
    for operation, name in zip(operations, names, strict=True):
        with gathering(problems):
            parameters = name_parameters(operation, api)
            methods.append(
                Method(
                    operation=operation,
                    name=name,
                    parameters=parameters,
                    keywords=keywords_of_body(operation, parameters, models, api),
                    alternatives=tuple(alternatives_of_body(operation, parameters, models, api)),
                )
            )
    with gathering(problems):
        waiters = name_waiters([*zip(operations, names, strict=True)], [*names, *children])
        taken = {*names, *children, *(one.name for some in waiters.values() for one in some)}
        methods = [
            replace(one, waiters=waiters.get(one.name, ()), begin=name_begin(one.operation, one.bare, taken))
            for one in methods
        ]
        taken |= {one.begin for one in methods if one.begin}
        parts = [_part(one, group, scope, api) for one in methods]
        former = former_in(scope, parts, api, taken)
        methods = [replace(one, former=some) for one, some in zip(methods, former, strict=True)]
    if problems:
        raise Refused(problems)
    return tuple(methods)


def _part(method: Method, group: Sequence[str], scope: Scope, api: Api) -> NamedPart:
    operation = method.operation

    def derived(former: str) -> str:
        renamed = replace(operation, id=former)
        return scope.identifier(snake(candidates(Identified.of(renamed), group, api.models)[0]))

    where = (*operation.origins[0], RENAMED)
    return NamedPart(operation.extensions, where, method.name, derived, is_begun=bool(method.begin))


def _rank(identified: Identified) -> Rank:
    """One thing comes before many, ids before paths, and ids without a number before others.

    Then the shorter path comes first.
    """
    operation = identified.operation
    is_many = operation.method != "POST" and not operation.path.rstrip("/").endswith("}")
    is_derived = operation.method != "GET" and identified.parts is None
    return (
        4 * is_many + 2 * is_derived + bool(_NUMBERED.fullmatch(operation.id or "")),
        operation.path.count("/"),
        f"{operation.method == 'PUT'} {operation.path}",
    )


def _difference(path: str, other: str) -> list[str]:
    """What distinguishes a path from another one: ``v2``, or ``for team``."""
    found = [part for part in path.split("/") if part not in other.split("/") and "{" not in part]
    if version := version_words("/".join(found)):
        return version
    return ["for", *singular_noun(words(found[0]))] if found and re.search(r"[A-Za-z]", found[0]) else []


def _hinted(operation: Operation, derived: Sequence[list[str]]) -> Sequence[list[str]]:
    """Put first the method name that the document declares for other generators."""
    hinted = hinted_method(operation.extensions)
    return derived if hinted is None else (spell_first_digit(words(hinted)), *derived)


def _without_number(identified: Identified) -> Identified:
    """Drop the number that a framework adds to make ids unique: ``findAll_1``, ``show (2)``."""
    numbered = _NUMBERED.fullmatch(identified.operation.id or "")
    return Identified.of(replace(identified.operation, id=numbered[1])) if numbered else identified


_NUMBERED = re.compile(r"(.*[A-Za-z])(?:[-_][0-9]{1,3}| ?\([0-9]{1,3}\))")


def _nth_candidate(candidates_of: Mapping[Pointer, Sequence[Sequence[str]]], number: int) -> Strategy:
    """The strategy that returns the nth candidate, or the last one."""
    return lambda one: snake(candidates_of[one.pointer][min(number, len(candidates_of[one.pointer]) - 1)])


def candidates(
    identified: Identified, group: Sequence[str], models: Mapping[str, Model]
) -> tuple[list[str], ...]:
    """The words of an operation's possible names, from the shortest to the one that its author wrote."""
    operation, parts = identified.operation, identified.parts
    subjects = subjects_of(group)
    listing = Listing(operation, models)
    author = words(in_own_words(operation))
    if parts is None or any(alike(parts[0], subject) for subject in subjects if len(parts) == 1):
        return (*candidates_from_path(operation, subjects, listing), author)
    phrase = [word for part in parts for word in part]
    full = [phrase] if phrase == author else [phrase, [*phrase, operation.method.lower()]]
    short, longer = candidates_from_id(parts, subjects, listing)
    steps = steps_of(operation.path)
    first = min(len(steps), 1)
    place = next((found for subject in subjects if (found := position(subject, steps))), (first, first))
    owned = longer if {"for", "of"} & {*longer} else [*longer, *owner_in_path(steps, *place)]
    versioned = [*longer, *(word for word in version_words(operation.path) if word not in longer)]
    own = (short, longer, owned, full[0], versioned, *full[1:], author)
    return (*own, *candidates_from_path(operation, subjects, listing))
