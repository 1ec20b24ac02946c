"""What ``models.py`` is made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from codegen.annotations import Annotations, Imports
from codegen.model import Annotations as Notes
from codegen.model import Api, Enumeration, Field, Model, Union
from codegen.naming import FURTHER, Names
from codegen.quoting import EMPTY, Code, docstring, join, literal, name, splice
from codegen.value_types import MapOf, Named, Scalar, Type, UnionOf, named
from codegen.views.prose import about, in_words, sentence, summary
from codegen.views.uses import sent, uses


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """A member of an enumeration."""

    name: Code
    value: Code
    documented: bool
    docstring: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumView:
    """An enumeration."""

    name: Code
    base: Code
    docstring: Code
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field of a model; `default` includes its equals sign."""

    name: Code
    annotation: Code
    default: Code
    documented: bool
    docstring: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """A model."""

    name: Code
    bases: Code
    """With the settings of the class."""
    docstring: Code
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionView:
    """A union: an alias to type checkers, to msgspec a class that ``one_of`` makes."""

    name: Code
    alias: Code
    docstring: Code
    arguments: Code
    """Of ``one_of``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsView:
    """The module of all models, enumerations and unions."""

    docstring: Code
    imports: tuple[Code, ...]
    enums: tuple[EnumView, ...]
    models: tuple[ModelView, ...]
    has_unions: bool
    has_unknown: bool
    """A value may be of no known member of a union."""
    unions: tuple[UnionView, ...]


_BENT = (
    "Where a response is not as documented, a field has what the response has, whatever its annotation says; "
    "`UNSET` if it is missing."
)
MOST_DEFINITIONS = 8_000
"""Of classes, fields and members in one module: type checkers give up on larger ones, pyright at 15,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumsView:
    """The module of the enumerations of an API that has very many."""

    docstring: Code
    imports: tuple[Code, ...]
    enums: tuple[EnumView, ...]


def has_module_of_enums(api: Api) -> bool:
    """Whether the enumerations have a module of their own, which ``models.py`` imports."""
    definitions = (
        *(len(model.fields) + 1 for model in api.models.values()),
        *(len(enum.members) + 1 for enum in api.enums.values()),
    )
    return sum(definitions) > MOST_DEFINITIONS


def enums_view(api: Api, names: Names) -> EnumsView:
    """Describe ``enums.py``, in the order of the document."""
    imports = Imports(package=".")
    places = uses(api, names)
    enums = tuple(_enum(enum, names, imports, places) for enum in api.enums.values())
    return EnumsView(
        docstring=docstring("The enumerations of the API; `models` has them too.", indent=0),
        imports=imports.lines(),
        enums=enums,
    )


@dataclass(frozen=True, slots=True)
class _Module:
    """What all classes of ``models.py`` are written with."""

    api: Api
    names: Names
    annotations: Annotations
    places: Mapping[str, str]
    """Where each is used, in words."""
    requested: frozenset[str]
    """Those that are sent."""


def models_view(api: Api, names: Names) -> ModelsView:
    """Describe ``models.py``: enumerations, models, unions, each in the order of the document."""
    imports = Imports(package=".")
    annotations = Annotations(names.classes, imports)
    places = uses(api, names)
    enums: tuple[EnumView, ...] = ()
    others: tuple[Code, ...] = ()
    if has_module_of_enums(api):
        classes = [name(names.classes[enum]) for enum in api.enums]
        others = tuple(splice("from .enums import {0} as {0}", class_) for class_ in classes)
    else:
        enums = tuple(_enum(enum, names, imports, places) for enum in api.enums.values())
    module = _Module(api, names, annotations, places, sent(api))
    models = tuple(_model(model, module, imports) for model in api.models.values())
    later = dict.fromkeys(api.unions)
    unions: list[UnionView] = []
    for key, union in api.unions.items():
        unions.append(_union(union, module, imports, later))
        del later[key]
    return ModelsView(
        docstring=docstring(f"The objects and values that the API takes and sends.\n\n{_BENT}", indent=0),
        imports=(*imports.lines(), *others),
        enums=enums,
        models=models,
        has_unions=bool(unions),
        has_unknown=any(may_be_unknown(union, api) for union in api.unions.values()),
        unions=tuple(unions),
    )


def _docstring(key: str, notes: Notes, places: Mapping[str, str], *further: str) -> Code:
    """What the document says of a class; else where it is used."""
    usual = places.get(key) or in_words(key)
    return docstring(summary(about(notes, is_sent=False, otherwise=usual), *further), indent=4)


def _enum(enum: Enumeration, names: Names, imports: Imports, places: Mapping[str, str]) -> EnumView:
    class_ = names.classes[enum.name]
    return EnumView(
        name=name(class_),
        base=imports.use("OpenEnum" if enum.base == "string" else "OpenIntEnum"),
        docstring=_docstring(enum.name, enum.notes, places),
        members=tuple(
            MemberView(
                name=name(member_name),
                value=literal(member.value),
                documented=bool(text := sentence(member.description)),
                docstring=docstring(text, indent=4) if text else EMPTY,
            )
            for member, member_name in zip(enum.members, names.members[enum.name], strict=True)
        ),
    )


def _model(model: Model, module: _Module, imports: Imports) -> ModelView:
    names, annotations = module.names, module.annotations
    is_sent = model.name in module.requested
    fields = [
        _field(field, field_name, annotations, imports, is_sent=is_sent)
        for field, field_name in zip(model.fields, names.fields[model.name], strict=True)
    ]
    if model.extra is not None:
        fields.append(_further(model.extra, annotations, imports))
    base = imports.use("Struct" if model.extra is None else "OpenObject")
    settings = Code(", frozen=True, kw_only=True, repr_omit_defaults=True")
    collected = EMPTY if _may_be_in_a_cycle(model, module.api.enums) else Code(", gc=False")
    return ModelView(
        name=name(names.classes[model.name]),
        bases=splice("{}{}{}", base, settings, collected) if model.extra is None else base,
        docstring=_docstring(model.name, model.notes, module.places),
        fields=tuple(fields),
    )


def _may_be_in_a_cycle(model: Model, enums: Collection[str]) -> bool:
    """Whether objects of the class may hold what leads back to them, for the garbage collector to see."""
    return model.extra is not None or not all(_is_single(field.type, enums) for field in model.fields)


def _is_single(type_: Type, enums: Collection[str]) -> bool:
    """Whether a value is a text, a number, an enumeration's or the like, which hold no other object."""
    match type_:
        case Scalar():
            return type_ is not Scalar.ANY
        case Named():
            return type_.name in enums
        case UnionOf():
            return all(_is_single(member, enums) for member in type_.members)
        case _:
            return False


def _further(extra: Type, annotations: Annotations, imports: Imports) -> FieldView:
    return FieldView(
        name=name(FURTHER),
        annotation=annotations.of(MapOf(extra)),
        default=splice(" = {}(default={{}})", imports.use("msgspec.field")),
        documented=True,
        docstring=docstring("The properties that have no field of their own.", indent=4),
    )


def _field(
    field: Field, field_name: str, annotations: Annotations, imports: Imports, *, is_sent: bool
) -> FieldView:
    text = about(field.notes, is_sent=is_sent and not field.read_only)
    return FieldView(
        name=name(field_name),
        annotation=annotations.of(field.type, optional=not field.required),
        default=_default(field, field_name, imports),
        documented=bool(text),
        docstring=docstring(text, indent=4) if text else EMPTY,
    )


def _default(field: Field, field_name: str, imports: Imports) -> Code:
    """What makes a field optional, and what tells its wire name where that differs."""
    unset = EMPTY if field.required else imports.use("UNSET")
    if field_name == field.wire_name:
        return splice(" = {}", unset) if unset else EMPTY
    wire_name = literal(field.wire_name)
    if unset:
        return splice(" = {}(default={}, name={})", imports.use("msgspec.field"), unset, wire_name)
    return splice(" = {}(name={})", imports.use("msgspec.field"), wire_name)


def may_be_unknown(union: Union, api: Api) -> bool:
    """Whether a member is an object with properties: the API may add others, unknown to this client."""
    return any(isinstance(member, Named) and member.name in api.models for member in union.members)


def _union(union: Union, module: _Module, imports: Imports, later: Collection[str]) -> UnionView:
    """A union; what is defined `later`, and the union itself, can only be named in quotes."""
    names, annotations = module.names, module.annotations
    imports.use("TYPE_CHECKING")
    imports.use("TypeAlias")
    class_ = names.classes[union.name]
    alias = annotations.of(UnionOf(union.members))
    if may_be_unknown(union, module.api):
        alias = splice("{} | {}", alias, name("Unknown"))
    told = f"The key `{union.discriminator}` tells which of them." if union.discriminator else ""
    members = join(", ", [annotations.of(member) for member in union.members])
    arguments = [
        literal(class_),
        splice("lambda: ({})" if len(union.members) > 1 else "lambda: ({},)", members),
    ]
    if union.mapping:
        pairs = [
            splice("{}: {}", literal(value), annotations.of(member))
            for value, member in union.mapping.items()
        ]
        arguments.append(splice("by={}", literal(union.discriminator)))
        arguments.append(splice("mapping=lambda: {{{}}}", join(", ", pairs)))
        if union.base is not None:
            arguments.append(splice("base=lambda: {}", annotations.of(union.base)))
    return UnionView(
        name=name(class_),
        alias=literal(alias) if {*named(union.members)} & {*later} else alias,
        docstring=_docstring(union.name, union.notes, module.places, told),
        arguments=join(", ", arguments),
    )
