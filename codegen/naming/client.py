"""The Python names of the whole client, chosen after everything is known and before anything is written.

The model keeps the document's names; the views take Python's from here. Reserved names are computed
from what the generated modules import and from the runtime's own classes, never listed by hand.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from codegen.document.failures import Defect
from codegen.document.node import Json, Pointer
from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api, Enumeration, Model, Operation, Tag, Union
from codegen.model.types import Named
from codegen.model.wire import sent_as, sent_type
from codegen.naming import strategies as styles
from codegen.naming.credentials import Authentication, authentication
from codegen.naming.distribution import Distribution, distribution
from codegen.naming.methods import candidates
from codegen.naming.paths import path_in_words, subject_of_path
from codegen.naming.words import DEVICES, Scope, Style, Wanted, pascal, snake, words
from codegen.runtime.imports import RESERVED_ARGUMENTS, RESERVED_CLASSES, RESERVED_FIELDS, RESERVED_MODELS
from codegen.runtime.source import client_attributes, clients

FURTHER = "additional_properties"
"""The field for an object's further properties, as the runtime names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """An operation as a method: its name, and the names of its arguments.

    `parameters` stand beside `Operation.parameters`. `fields` stand beside the fields of the body's model
    when the body is spread into keywords, and are None when it is one argument named ``body``.
    """

    operation: Operation
    name: str
    parameters: tuple[str, ...]
    fields: tuple[str, ...] | None

    @property
    def own(self) -> str:
        """What is named after it: without the underscore only if that belongs to a keyword."""
        return self.bare if keyword.iskeyword(self.bare) else self.name

    @property
    def bare(self) -> str:
        """The name without the underscore that a keyword has behind it."""
        return self.name.rstrip("_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The operations of a tag: a resource class in a module of its own, an attribute of the client."""

    tag: Tag
    module: str
    class_name: str
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name that the document does not give as it is written."""

    distribution: Distribution
    classes: Mapping[str, str]
    """Keys of `Api.models`, `Api.enums` and `Api.unions` to class names."""
    fields: Mapping[str, tuple[str, ...]]
    """Keys of `Api.models` to the names of the fields, in order."""
    members: Mapping[str, tuple[str, ...]]
    """Keys of `Api.enums` to the names of the members, in order."""
    groups: tuple[Group, ...]
    authentication: Authentication


def name(api: Api) -> Names:
    """Choose every name of the client.

    Raises:
        Refused: Two things of a scope would share a name, or an override is not a name.
    """
    problems: list[Problem] = []
    fields: dict[str, tuple[str, ...]] = {}
    members: dict[str, tuple[str, ...]] = {}
    client = ""
    with gathering(problems):
        package = distribution(api)
        client = package.client
    classes: dict[str, str] = {}
    with gathering(problems):
        classes = _classes(api)
    # A field must not hide a class either: an annotation further down would mean the field.
    scope = replace(_FIELDS, reserved=RESERVED_FIELDS.union(classes.values()))
    open_scope = replace(scope, reserved=scope.reserved | {FURTHER})
    for key, model in api.models.items():
        with gathering(problems):
            fields[key] = _fields(model, scope if model.extra is None else open_scope)
    for key, enum in api.enums.items():
        with gathering(problems):
            members[key] = _members(enum)
    with gathering(problems):
        plain = {key: names for key, names in fields.items() if api.models[key].extra is None}
        groups = _groups(api, plain, client)
    with gathering(problems):
        credentials = authentication(api)
    if problems:
        raise Refused(problems)
    return Names(
        distribution=package,
        classes=classes,
        fields=fields,
        members=members,
        groups=groups,
        authentication=credentials,
    )


_CLASSES = Scope(
    what="schema",
    styles=(
        *(styles.class_within(parts) for parts in (1, 2, 3)),
        styles.class_,
        styles.class_spelled,
        styles.class_as_written,
    ),
    prefix="Model",
    reserved=RESERVED_MODELS,
)

_FIELDS = Scope(
    what="property",
    styles=(styles.snake, styles.as_written),
    prefix="field_",
    reserved=RESERVED_FIELDS,
)

_MEMBERS = Scope(
    what="value",
    styles=(styles.constant, styles.as_written_constant),
    prefix="VALUE_",
    reserved=frozenset({*dir(StrEnum), "name", "value"}),
)

_ARGUMENTS = Scope(
    what="parameter",
    styles=(styles.snake, styles.snake_and_kind, styles.as_written, styles.snake_spelled),
    prefix="arg_",
    reserved=RESERVED_ARGUMENTS | {"body", "content_type"},
)


def _override(extensions: Mapping[str, Json]) -> str | None:
    override = extensions.get("x-python-name")
    return None if override is None else str(override)


def _classes(api: Api) -> dict[str, str]:
    parts: list[Model | Enumeration | Union] = [*api.models.values(), *api.enums.values()]
    parts += api.unions.values()
    wanted = [Wanted(part.name, part.origins[0], _override(part.notes.extensions)) for part in parts]
    return dict(zip([part.name for part in parts], _CLASSES.choose(wanted), strict=True))


def _fields(model: Model, scope: Scope) -> tuple[str, ...]:
    wanted = [
        Wanted(field.wire_name, field.origins[0], _override(field.notes.extensions)) for field in model.fields
    ]
    return tuple(scope.choose(wanted))


def _members(enum: Enumeration) -> tuple[str, ...]:
    wanted = [Wanted(member.python_name or str(member.value), enum.origins[0]) for member in enum.members]
    return tuple(_MEMBERS.choose(wanted))


def _groups(api: Api, fields: Mapping[str, tuple[str, ...]], client: str) -> tuple[Group, ...]:
    """One group for each tag that has operations, in the order of the tags."""
    taken = {*RESERVED_CLASSES, *clients(), client, f"Async{client}", *keyword.kwlist}
    tags = {tag.name: tag for tag in api.tags}
    alike = {snake(words(tag)): tag for tag in tags}
    members: dict[str, list[Operation]] = {tag: [] for tag in tags}
    for operation in api.operations:
        if operation.tag is not None and not _says_nothing(tags[operation.tag]):
            group = operation.tag
        else:
            group = subject_of_path(operation.path) or "root"
            group = alike.setdefault(snake(words(group)), group)
            tags.setdefault(group, _untagged(group, operation))
        members.setdefault(group, []).append(operation)
    used = [tag for tag in tags.values() if members[tag.name]]
    scope = Scope(
        what="tag",
        styles=(styles.snake_behind_version, styles.snake_counted, styles.snake, styles.snake_spelled),
        prefix="tag_",
        reserved=client_attributes() | DEVICES,
    )
    wanted = [Wanted(tag.name, tag.origins[0], _override(tag.extensions)) for tag in used]
    ids = frozenset(operation.id for operation in api.operations)
    problems: list[Problem] = []
    groups: list[Group] = []
    for tag, module in zip(used, scope.choose(wanted), strict=True):
        class_ = pascal(words(module))
        with gathering(problems):
            groups.append(
                Group(
                    tag=tag,
                    module=module,
                    class_name=f"{class_}Resource" if taken & {class_, f"Async{class_}"} else class_,
                    methods=_methods(tag, members[tag.name], fields, api, ids),
                )
            )
    if problems:
        raise Refused(problems)
    if sum(len(group.methods) for group in groups) < len(api.operations):
        raise Defect("an operation is in no group")
    return tuple(groups)


def _says_nothing(tag: Tag) -> bool:
    """Whether a tag stands for none: tools put ``default`` where there is no other."""
    return tag.name.lower() in ("all", "default") and not (tag.description or tag.docs or tag.extensions)


def _untagged(name: str, operation: Operation) -> Tag:
    return Tag(name=name, extensions={}, origins=operation.origins)


def _methods(
    tag: Tag,
    operations: Sequence[Operation],
    fields: Mapping[str, tuple[str, ...]],
    api: Api,
    ids: frozenset[str | None],
) -> tuple[Method, ...]:
    """The methods of a group; `ids` are those of all operations."""
    own = {one.id for one in operations}
    numberless = {one.origins[0]: _without_number(one, ids - own) for one in operations}
    by_place = {
        one.origins[0]: candidates(numberless[one.origins[0]], tag.name, api.models) for one in operations
    }
    paths = {one.origins[0]: f"{one.method.lower()} {one.path}" for one in operations}
    most = max(map(len, by_place.values()), default=0)
    scope = Scope(
        what="operation",
        styles=(
            *(_nth_candidate(by_place, number) for number in range(most)),
            lambda one: snake(words(paths[one.pointer])),
            styles.snake_spelled,
        ),
        prefix="call_",
    )
    wanted = [
        Wanted(
            operation.id or path_in_words(operation),
            operation.origins[0],
            _override(operation.extensions),
        )
        for operation in operations
    ]
    problems: list[Problem] = []
    methods: list[Method] = []
    for operation, method in zip(operations, scope.choose(wanted), strict=True):
        with gathering(problems):
            parameters, spread = _arguments(operation, fields, api)
            methods.append(Method(operation=operation, name=method, parameters=parameters, fields=spread))
    if problems:
        raise Refused(problems)
    return tuple(methods)


def _without_number(operation: Operation, elsewhere: Collection[str | None]) -> Operation:
    """Springdoc's ``findAll_1`` has its number because an operation of another group is ``findAll``."""
    numbered = re.fullmatch(r"(.*[A-Za-z])[-_][0-9]+", operation.id or "")
    return replace(operation, id=numbered[1]) if numbered and numbered[1] in elsewhere else operation


def _nth_candidate(by_place: Mapping[Pointer, Sequence[Sequence[str]]], number: int) -> Style:
    """The style that takes the candidate of a number, or the last of fewer."""
    return lambda one: snake(by_place[one.pointer][min(number, len(by_place[one.pointer]) - 1)])


def _arguments(
    operation: Operation, fields: Mapping[str, tuple[str, ...]], api: Api
) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    """The names of the parameters, and of the body's fields where they can stand beside them.

    A body is spread into keywords when it is an object with named properties, of one media type, and none of
    their names is a parameter's; else it is one argument.
    """
    wanted = [
        Wanted(
            parameter.wire_name,
            parameter.origins[0],
            _override(parameter.notes.extensions),
            kind="" if parameter.location == "path" else parameter.location,
        )
        for parameter in operation.parameters
    ]
    parameters = tuple(_ARGUMENTS.choose(wanted))
    spread = None
    media = sent_as(operation.body, api) if operation.body else None
    if media is not None and isinstance(type_ := sent_type(media, api), Named):
        spread = fields.get(type_.name)
    if spread is not None and ({*spread} & {*parameters, *RESERVED_ARGUMENTS}):
        spread = None
    return parameters, spread
