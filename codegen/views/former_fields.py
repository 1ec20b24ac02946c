"""Views of the former names of attributes: properties of models, enums and resources, and constructors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from codegen.naming.components import NamedEnumeration, NamedModel
from codegen.naming.former_names import Former
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.views.annotations import Imports
from codegen.views.arguments import ArgumentView
from codegen.views.former_arguments import renamed, renaming
from codegen.views.former_names import deprecated_docstring, deprecation, dropping_versions
from codegen.views.text.quoting import EMPTY, Code, docstring, join, literal, name, splice


class FormerFieldView(Struct, frozen=True, kw_only=True):
    """A property: a field, a member of an enum or a resource, under a former name."""

    property: Code
    """The decorator, which a field may hide."""
    deprecation: Code
    name: Code
    receiver: Code
    now: Code
    annotation: Code
    docstring: Code


class ModelConstructorView(Struct, frozen=True, kw_only=True):
    """The constructor of a model, or an overload of it."""

    decorators: tuple[Code, ...]
    receiver: Code
    """The name of its first parameter: a field may be named ``self``."""
    arguments: tuple[ArgumentView, ...]


class FormerMembersView(Struct, frozen=True, kw_only=True):
    """The metaclass of an enum: it has the former names of members."""

    name: Code
    base: Code
    docstring: Code
    members: tuple[FormerFieldView, ...]


def former_members(enum: NamedEnumeration, imports: Imports) -> tuple[FormerMembersView, ...]:
    """Describe the metaclass of an enum; empty if no member has a former name."""
    former = [(member.name, one) for member in enum.members for one in member.former]
    if not former:
        return ()
    class_ = name(enum.class_name)
    return (
        FormerMembersView(
            name=splice("_Former{}", class_),
            base=imports.use("FormerMembers"),
            docstring=docstring(f"The former names of members of `{enum.class_name}`.", indent=4),
            members=tuple(
                replace(_property(one, now, class_, class_, imports), receiver=Code("cls"))
                for now, one in former
            ),
        ),
    )


def former_attributes(resource: Resource, class_: Code, imports: Imports) -> tuple[FormerFieldView, ...]:
    """Describe the properties that are a resource under its former names."""
    return tuple(_property(one, resource.attribute, Code("self"), class_, imports) for one in resource.former)


def _property(former: Former, now: str, owner: Code, annotation: Code, imports: Imports) -> FormerFieldView:
    """The property that returns an attribute of its owner."""
    return FormerFieldView(
        property=Code("property"),
        deprecation=deprecation(former, now, imports),
        name=name(former.name),
        receiver=owner,
        now=splice("{}.{}", owner, name(now)),
        annotation=annotation,
        docstring=deprecated_docstring(former, now),
    )


def hidden(names: Names) -> frozenset[str]:
    """The names that models import for former names, and that a field has."""
    fields = {field.name for model in names.models.values() for field in model.fields}
    return frozenset({"deprecated", "former_keys", "renamed_arguments"} & fields)


def _former(model: NamedModel) -> Iterator[tuple[str, Former]]:
    for field in model.fields:
        for former in field.former:
            yield field.name, former


def constructors(
    model: NamedModel, arguments: Sequence[ArgumentView], receiver: Code, imports: Imports
) -> Iterator[ModelConstructorView]:
    """Yield the overloads of a constructor, for the names of today and each former one, and the constructor.

    Nothing is yielded without arguments: type checkers derive them from the fields.
    """
    former = [*_former(model)]

    def taking(arguments: Sequence[ArgumentView], *decorators: Code) -> ModelConstructorView:
        return ModelConstructorView(decorators=decorators, receiver=receiver, arguments=tuple(arguments))

    if former:
        overload = imports.use("overload")
        yield taking(arguments, overload)
        for index, (now, one) in enumerate(former):
            others = former[index + 1 :]
            marked = deprecation(one, now, imports)
            yield taking(renamed(arguments, now, one, others, imports), overload, marked)
    if arguments:
        yield taking(arguments, *([renaming(former, imports)] if former else []))


def former_keys(model: NamedModel, imports: Imports) -> Code:
    """The decorator that allows former names as keys of a dict for the model; empty if there are none."""
    former = [(field.field.wire_name, one) for field in model.fields for one in field.former_keys]
    if not former:
        return EMPTY
    pairs = [splice("{}: {}", literal(one.name), literal(now)) for now, one in former]
    until = dropping_versions(one for _, one in former)
    arguments = join(", ", [splice("{{{}}}", join(", ", pairs)), *until])
    return splice("{}({})", imports.use("former_keys"), arguments)


def former_fields(
    model: NamedModel, annotations: Mapping[str, Code], receiver: Code, imports: Imports
) -> tuple[FormerFieldView, ...]:
    """Describe the properties that read fields under their former names. `annotations` are by field."""
    is_hidden = "property" in annotations
    return tuple(
        replace(
            _property(one, now, receiver, annotations[now], imports),
            property=imports.use("builtins.property") if is_hidden else Code("property"),
        )
        for now, one in _former(model)
    )
