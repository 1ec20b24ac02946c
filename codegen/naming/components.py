"""Names the classes of models, enumerations and unions, with their fields and members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api
from codegen.model.classes import EnumClass, Field, Member, Model
from codegen.model.former_names import RENAMED, VALUES_RENAMED, former_names, of_value
from codegen.naming import reserved, strategies
from codegen.naming.former_inline import inline_former
from codegen.naming.former_names import Former, NamedPart, former_in
from codegen.naming.hints import hinted_name
from codegen.naming.ids import parts_of_id
from codegen.naming.scopes import NameRequest, Scope, override_in
from codegen.naming.words import class_name

FURTHER_PROPERTIES = "additional_properties"
"""The field for additional properties of an object; the runtime's ``_open_object.py`` uses the same name."""


class NamedField(Struct, frozen=True):
    """A field and its name as an attribute and a keyword."""

    field: Field
    name: str
    former: tuple[Former, ...] = ()
    former_keys: tuple[Former, ...] = ()
    """Its former names in JSON, which a dict for the model may have as keys."""


class NamedMember(Struct, frozen=True):
    """A member of an enumeration and its name."""

    member: Member
    name: str
    former: tuple[Former, ...] = ()


class NamedModel(Struct, frozen=True):
    """A model, its class, and its fields in order."""

    model: Model
    class_name: str
    fields: tuple[NamedField, ...]


class NamedEnumeration(Struct, frozen=True):
    """An enumeration, its class, and its members in order."""

    enumeration: EnumClass
    class_name: str
    members: tuple[NamedMember, ...]


class Components(Struct, frozen=True):
    """The named components, by the keys of `Api`."""

    classes: Mapping[str, str]
    """Keys of `Api.models`, `Api.enums` and `Api.unions` to class names."""
    models: Mapping[str, NamedModel]
    enums: Mapping[str, NamedEnumeration]
    former: Mapping[str, tuple[Former, ...]]
    """The former names of the classes that have some, by the keys of `classes`."""

    def former_classes(self) -> Iterator[tuple[str, Former]]:
        """The classes that have former names, each with one of them."""
        for key, several in self.former.items():
            for one in several:
                yield self.classes[key], one


def name_components(api: Api) -> Components:
    """Name everything in ``models``.

    Raises:
        Refused: An override is not usable, or two of a scope are equal.
    """
    problems: list[Problem] = []
    classes: dict[str, str] = {}
    former: dict[str, tuple[Former, ...]] = {}
    fields: dict[str, tuple[NamedField, ...]] = {}
    members: dict[str, tuple[NamedMember, ...]] = {}
    with gathering(problems):
        classes = _classes(api)
        former = _former_classes(api, classes)
    # A field must not hide a class either: the annotation of a later field would refer to the field.
    closed = replace(_FIELDS, reserved=_FIELDS.reserved.union(classes.values()))
    with_extra = replace(closed, reserved=closed.reserved | {FURTHER_PROPERTIES})
    for key, model in api.models.items():
        with gathering(problems):
            fields[key] = _fields(model, closed if model.extra is None else with_extra, api)
    for key, enum in api.enums.items():
        with gathering(problems):
            members[key] = _members(enum, api)
    if problems:
        raise Refused(problems)
    return Components(
        classes=classes,
        models={key: NamedModel(model, classes[key], fields[key]) for key, model in api.models.items()},
        enums={key: NamedEnumeration(enum, classes[key], members[key]) for key, enum in api.enums.items()},
        former=former,
    )


_CLASSES = Scope(
    what="schema",
    strategies=(
        *(strategies.class_of_last(parts) for parts in (1, 2, 3)),
        strategies.class_,
        strategies.class_spelled,
        strategies.class_as_written,
    ),
    prefix="Model",
    reserved=reserved.MODELS,
)

_FIELDS = Scope(
    what="property",
    strategies=(strategies.snake_name, strategies.snake_as_written),
    prefix="field_",
    reserved=reserved.FIELDS,
)

_MEMBERS = Scope(
    what="value",
    strategies=(strategies.constant_name, strategies.constant_as_written),
    prefix="VALUE_",
    reserved=reserved.MEMBERS,
)


def _classes(api: Api) -> dict[str, str]:
    parts, bodies = api.classes, _bodies(api)
    requests = [
        NameRequest(
            hinted_name(part.notes.extensions)
            or bodies.get(part.name)
            or strategies.text_of_component(part.name, part.notes.title),
            part.origins[0],
            override_in(part.notes.extensions),
        )
        for part in parts
    ]
    return dict(zip([part.name for part in parts], _CLASSES.choose(requests), strict=True))


def _bodies(api: Api) -> dict[str, str]:
    """``login request`` for ``Body_login_token_post``, in which FastAPI repeats an ``operationId``.

    If several bodies want a name, that of the shorter path has it.
    """
    taken = {class_name(one.name) for one in api.classes}
    found: dict[str, str] = {}
    for operation in sorted(api.operations, key=lambda one: (one.path.count("/"), one.path, one.method)):
        key = f"Body_{operation.id}"
        said = (parts_of_id(operation) if key in api.models else None) or []
        text = " ".join((*(word for part in said for word in part), "request"))
        if said and class_name(text) not in taken:
            taken.add(class_name(text))
            found[key] = text
    return found


def _former_classes(api: Api, classes: Mapping[str, str]) -> dict[str, tuple[Former, ...]]:
    parts = api.classes
    named = [
        NamedPart(one.notes.extensions, (*one.origins[0], RENAMED), classes[one.name], _CLASSES.alone)
        for one in parts
    ]
    own = {
        part.name: names for part, names in zip(parts, former_in(_CLASSES, named, api), strict=True) if names
    }
    inline = inline_former(parts, classes, own, api)
    return {
        one.name: (*own.get(one.name, ()), *inline.get(one.name, ()))
        for one in parts
        if one.name in own | inline
    }


def _fields(model: Model, scope: Scope, api: Api) -> tuple[NamedField, ...]:
    requests = [
        NameRequest(
            hinted_name(field.notes.extensions) or field.wire_name,
            field.origins[0],
            override_in(field.notes.extensions),
        )
        for field in model.fields
    ]
    names = scope.choose(requests)
    parts = [
        NamedPart(field.notes.extensions, (*field.origins[0], RENAMED), name, scope.alone)
        for field, name in zip(model.fields, names, strict=True)
    ]
    former = former_in(scope, parts, api)
    return tuple(map(NamedField, model.fields, names, former, _former_keys(model, api)))


def _former_keys(model: Model, api: Api) -> Iterator[tuple[Former, ...]]:
    """The former names in JSON of each sent field, except those that another field has or had."""
    taken = {field.wire_name for field in model.fields}
    for field in model.fields:
        kept: list[Former] = []
        for one in () if field.read_only else former_names(field.notes.extensions, api):
            if one.name and one.name not in taken:
                taken.add(one.name)
                kept.append(Former(one.name, one.until))
        yield tuple(kept)


def _members(enum: EnumClass, api: Api) -> tuple[NamedMember, ...]:
    requests = [
        NameRequest(member.python_name or str(member.value), enum.origins[0]) for member in enum.members
    ]
    names = _MEMBERS.choose(requests)
    parts = [
        NamedPart(
            of_value(enum.notes.extensions, member.value),
            (*enum.origins[0], VALUES_RENAMED, str(member.value)),
            name,
            _MEMBERS.alone,
        )
        for member, name in zip(enum.members, names, strict=True)
    ]
    return tuple(map(NamedMember, enum.members, names, former_in(_MEMBERS, parts, api)))
