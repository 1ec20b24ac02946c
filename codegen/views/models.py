"""Views of ``models.py`` and ``enums.py``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.classes import Model, Union
from codegen.model.directions import is_one_way, is_optional, is_two_way, sent, written_by_callers
from codegen.model.notes import Notes
from codegen.model.responses import has_unknown, may_be_unknown
from codegen.model.types import MapOf, Named, Scalar, Type, UnionOf, named
from codegen.model.wire import bodies_of_parts
from codegen.naming.components import FURTHER_PROPERTIES, NamedEnumeration, NamedField, NamedModel
from codegen.naming.names import Names
from codegen.text.quoting import EMPTY, Code, docstring, join, literal, name, splice
from codegen.views.annotations import Annotations, Imports
from codegen.views.arguments import constructor
from codegen.views.former import FormerView, former_view
from codegen.views.former_fields import (
    FormerFieldView,
    FormerMembersView,
    ModelConstructorView,
    constructors,
    former_fields,
    former_members,
    hidden,
)
from codegen.views.prose import about, sentence, summary
from codegen.views.uses import uses, with_default


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
    """The base class, and the metaclass if members have former names."""
    docstring: Code
    members: tuple[MemberView, ...]
    former: tuple[FormerMembersView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field of a model. `default` includes the equals sign."""

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
    """The base class, with the settings of the class."""
    docstring: Code
    fields: tuple[FieldView, ...]
    constructors: tuple[ModelConstructorView, ...]
    """Its constructor, if some arguments are not like their fields, after its overloads."""
    former: tuple[FormerFieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionView:
    """A union: an alias for type checkers, and for msgspec a class made by ``one_of``."""

    name: Code
    alias: Code
    docstring: Code
    arguments: Code
    """The arguments of ``one_of``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsView:
    """The module of all models, enumerations and unions."""

    docstring: Code
    imports: tuple[Code, ...]
    for_checkers: tuple[Code, ...]
    """The import statements for type checkers."""
    enums: tuple[EnumView, ...]
    models: tuple[ModelView, ...]
    has_unions: bool
    has_unknown: bool
    """Whether a union may have unknown members."""
    unions: tuple[UnionView, ...]
    former: tuple[FormerView, ...]
    """The former names of these classes; empty if there are none."""


_DEVIATING = (
    "If a response differs from the API's document, a field has the received value, whatever its annotation "
    "says. It is `UNSET` if the value is missing."
)


MOST_DEFINITIONS = 8_000
"""The maximum number of classes, fields and members in a module. pyright gives up at about 15,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumsView:
    """The module of enumerations, for an API with very many definitions."""

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
    enums = tuple(_enum(enum, imports, places) for enum in names.enums.values())
    return EnumsView(
        docstring=docstring("The enums of the API. `models` exports them, too.", indent=0),
        imports=imports.lines(),
        enums=enums,
    )


@dataclass(frozen=True, slots=True)
class _Module:
    """The data that all classes of ``models.py`` need."""

    api: Api
    names: Names
    annotations: Annotations
    places: Mapping[str, str]
    """The uses of each class, in words."""
    requested: frozenset[str]
    """The components that are sent."""
    written: frozenset[str]
    """Those of them that callers write, not only read."""


def models_view(api: Api, names: Names) -> ModelsView:
    """Describe ``models.py``: enumerations, models, unions, each in the order of the document."""
    imports = Imports(package=".", shadowed=hidden(names))
    annotations = Annotations(names.components, imports, params="_params").decoding()
    places = uses(api, names)
    enums: tuple[EnumView, ...] = ()
    others: tuple[Code, ...] = ()
    if has_module_of_enums(api):
        classes = [name(names.classes[enum]) for enum in api.enums]
        others = tuple(splice("from .enums import {0} as {0}", class_) for class_ in classes)
    else:
        enums = tuple(_enum(enum, imports, places) for enum in names.enums.values())
    module = _Module(api, names, annotations, places, sent(api), written_by_callers(api))
    unused = bodies_of_parts(api)
    models = tuple(_model(model, module, imports) for key, model in names.models.items() if key not in unused)
    later = dict.fromkeys(api.unions)
    unions: list[UnionView] = []
    for key, union in api.unions.items():
        unions.append(_union(union, module, imports, later))
        del later[key]
    former = former_view(names.components.former_classes(), imports)
    return ModelsView(
        docstring=docstring(f"The models, enums and unions of the API.\n\n{_DEVIATING}", indent=0),
        imports=(*imports.lines(), *others),
        for_checkers=imports.for_checkers(),
        enums=enums,
        models=models,
        has_unions=bool(unions),
        has_unknown=has_unknown(api),
        unions=tuple(unions),
        former=former,
    )


def _docstring(key: str, notes: Notes, places: Mapping[str, str], *further: str, otherwise: str = "") -> Code:
    """The description of a class, else its uses, else `otherwise`; empty if there is none of these."""
    text = summary(about(notes, is_sent=False, otherwise=places.get(key, "")), *further, otherwise=otherwise)
    return docstring(text, indent=4) if text else EMPTY


def _enum(named: NamedEnumeration, imports: Imports, places: Mapping[str, str]) -> EnumView:
    enum, former = named.enumeration, former_members(named, imports)
    base = imports.use("OpenEnum" if enum.base == "string" else "OpenIntEnum")
    return EnumView(
        name=name(named.class_name),
        base=splice("{}, metaclass={}", base, former[0].name) if former else base,
        docstring=_docstring(enum.name, enum.notes, places),
        members=tuple(
            MemberView(
                name=name(one.name),
                value=literal(one.member.value),
                documented=bool(text := sentence(one.member.description)),
                docstring=docstring(text, indent=4) if text else EMPTY,
            )
            for one in named.members
        ),
        former=former,
    )


def _model(named: NamedModel, module: _Module, imports: Imports) -> ModelView:
    model, annotations = named.model, module.annotations
    is_sent = model.name in module.requested
    fields = [_field(field, module, imports, is_sent=is_sent) for field in named.fields]
    if model.extra is not None:
        fields.append(_further(model.extra, annotations, imports))
    struct = "TwoWayStruct" if is_two_way(model, module.requested, module.written, module.api) else "Struct"
    base = imports.use(struct if model.extra is None else "OpenObject")
    settings = Code(", frozen=True, kw_only=True, repr_omit_defaults=True")
    collected = EMPTY if _may_be_in_a_cycle(model, module.api.enums) else Code(", gc=False")
    arguments = constructor(named, module.written, annotations, is_sent=is_sent)
    receiver = Code("_self" if any(one.name == "self" for one in named.fields) else "self")
    return ModelView(
        name=name(named.class_name),
        bases=splice("{}{}{}", base, settings, collected) if model.extra is None else base,
        docstring=_docstring(
            model.name,
            model.notes,
            module.places,
            otherwise="" if fields else "An object without documented properties.",
        ),
        fields=tuple(fields),
        constructors=tuple(constructors(named, arguments, receiver, imports)),
        former=former_fields(named, fields, receiver, imports),
    )


def _may_be_in_a_cycle(model: Model, enums: Collection[str]) -> bool:
    """Whether instances can be part of a reference cycle, so that the garbage collector must track them."""
    return model.extra is not None or not all(_is_single(field.type, enums) for field in model.fields)


def _is_single(type_: Type, enums: Collection[str]) -> bool:
    """Whether a value is scalar, so that it refers to no other object."""
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
        name=name(FURTHER_PROPERTIES),
        annotation=annotations.of(MapOf(extra)),
        default=splice(" = {}(default={{}})", imports.use("msgspec.field")),
        documented=True,
        docstring=docstring("Properties without a field of their own, by name.", indent=4),
    )


def _field(named: NamedField, module: _Module, imports: Imports, *, is_sent: bool) -> FieldView:
    field = named.field
    direction = "Only in responses." if is_sent and field.read_only else ""
    direction = "Only in requests." if field.write_only else direction
    notes = with_default(field.notes, field.type, module.api)
    text = about(notes, is_sent=is_sent and not field.read_only, direction=direction)
    return FieldView(
        name=name(named.name),
        annotation=module.annotations.of(field.type, optional=is_optional(field)),
        default=_default(named, module, imports, is_sent=is_sent),
        documented=bool(text),
        docstring=docstring(text, indent=4) if text else EMPTY,
    )


def _default(named: NamedField, module: _Module, imports: Imports, *, is_sent: bool) -> Code:
    """The default of a field, and the wire name if it differs."""
    field = named.field
    unset = imports.use("UNSET") if is_optional(field) else EMPTY
    wire_name = EMPTY if named.name == field.wire_name else splice("name={}", literal(field.wire_name))
    constant = module.annotations.constant(field.type, field.constant)
    default = splice("default={}", unset) if unset else EMPTY
    if is_sent and field.read_only:
        function, arguments = "read_only_field", [unset, wire_name]
    elif is_sent and is_one_way(field):
        given = splice("default={}", constant) if constant else EMPTY
        function, arguments = "write_only_field", [given, wire_name]
    elif constant:
        function, arguments = "constant_field", [constant, default, wire_name]
    elif wire_name:
        function, arguments = "msgspec.field", [default, wire_name]
    else:
        return splice(" = {}", unset) if unset else EMPTY
    return splice(" = {}({})", imports.use(function), join(", ", [one for one in arguments if one]))


def _union(union: Union, module: _Module, imports: Imports, later: Collection[str]) -> UnionView:
    """A union. It refers to itself and to classes in `later` in quotes."""
    names, annotations = module.names, module.annotations
    imports.use("TYPE_CHECKING")
    imports.use("TypeAlias")
    class_ = names.classes[union.name]
    alias = annotations.of(UnionOf(union.members))
    if may_be_unknown(union, module.api):
        alias = splice("{} | {}", alias, name("Unknown"))
    discriminator = (
        f"The property `{union.discriminator}` identifies the type." if union.discriminator else ""
    )
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
        if union.default is not None:
            pairs.append(splice("None: {}", annotations.of(union.default)))
        arguments.append(splice("by={}", literal(union.discriminator)))
        arguments.append(splice("mapping=lambda: {{{}}}", join(", ", pairs)))
        if union.base is not None:
            arguments.append(splice("base=lambda: {}", annotations.of(union.base)))
    return UnionView(
        name=name(class_),
        alias=literal(alias) if {*named(union.members)} & {*later} else alias,
        docstring=_docstring(union.name, union.notes, module.places, discriminator),
        arguments=join(", ", arguments),
    )
