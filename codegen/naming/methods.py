"""Names the methods of a resource: ``update``, ``list_subscriptions``.

Each operation has candidates, from the shortest to the author's full ``operationId``. Operations of a
resource that share a candidate all get the next one (docs/names.md).
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from codegen.document.node import Pointer
from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api, Tag
from codegen.model.classes import Model
from codegen.model.operations import Operation
from codegen.naming import reserved, strategies
from codegen.naming.arguments import NamedParameter, keywords_of_body, name_parameters
from codegen.naming.components import NamedField, NamedModel
from codegen.naming.listing import Listing
from codegen.naming.methods_from_ids import candidates_from_id, parts_of_id
from codegen.naming.methods_from_paths import candidates_from_path
from codegen.naming.path_words import path_in_words
from codegen.naming.scopes import NameRequest, Scope, Strategy, override_in
from codegen.naming.words import after_version, snake, spell_first_digit, without_controller, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """An operation and its method."""

    operation: Operation
    name: str
    parameters: tuple[NamedParameter, ...]
    keywords: tuple[NamedField, ...] | None
    """The fields of the body, if they are keyword arguments; None if the body is one argument, ``body``."""

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
        """The name; without the underscore if that only avoids a keyword."""
        return self.bare if keyword.iskeyword(self.bare) else self.name

    @property
    def bare(self) -> str:
        """The name without trailing underscores."""
        return self.name.rstrip("_")


def name_methods(
    tag: Tag,
    operations: Sequence[Operation],
    ids: frozenset[str | None],
    models: Mapping[str, NamedModel],
    api: Api,
) -> tuple[Method, ...]:
    """The methods of a resource, in the order of its operations.

    Args:
        tag: The tag of the resource.
        operations: The operations of the resource.
        ids: The ids of all operations of the API.
        models: The named models, whose fields become arguments.
        api: The client to name.

    Raises:
        Refused: An override is not usable, or two of a scope are equal.
    """
    elsewhere = ids - {one.id for one in operations}
    candidates_of = {
        one.origins[0]: candidates(_without_number(one, elsewhere), tag.name, api.models)
        for one in operations
    }
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
        reserved=reserved.METHODS,
    )
    requests = [
        NameRequest(one.id or path_in_words(one), one.origins[0], override_in(one.extensions))
        for one in operations
    ]
    problems: list[Problem] = []
    methods: list[Method] = []
    for operation, name in zip(operations, scope.choose(requests), strict=True):
        with gathering(problems):
            parameters = name_parameters(operation)
            keywords = keywords_of_body(operation, parameters, models, api)
            methods.append(Method(operation=operation, name=name, parameters=parameters, keywords=keywords))
    if problems:
        raise Refused(problems)
    return tuple(methods)


def _without_number(operation: Operation, elsewhere: Collection[str | None]) -> Operation:
    """Drop springdoc's number: it writes ``findAll_1`` if another resource has ``findAll``."""
    numbered = re.fullmatch(r"(.*[A-Za-z])[-_][0-9]+", operation.id or "")
    return replace(operation, id=numbered[1]) if numbered and numbered[1] in elsewhere else operation


def _nth_candidate(candidates_of: Mapping[Pointer, Sequence[Sequence[str]]], number: int) -> Strategy:
    """The strategy that returns the candidate of a number, or the last one if there are fewer."""
    return lambda one: snake(candidates_of[one.pointer][min(number, len(candidates_of[one.pointer]) - 1)])


def candidates(operation: Operation, tag: str, models: Mapping[str, Model]) -> tuple[list[str], ...]:
    """The words of an operation's possible names, from the shortest to the one that its author wrote."""
    tag = without_controller(tag)
    last = words(re.split(r"[/.:>|]", tag.rstrip("/.:>|"))[-1])
    subjects = [spell_first_digit(subject) for subject in (words(tag), last, after_version(last))]
    listing = Listing(operation, models)
    author = words(operation.id or path_in_words(operation))
    parts = parts_of_id(operation)
    if parts is None:
        return (*candidates_from_path(operation, subjects, listing), author)
    phrase = [word for part in parts for word in part]
    full = [phrase] if phrase == author else [phrase, [*phrase, operation.method.lower()]]
    return (*candidates_from_id(parts, subjects, listing), *full, author)
