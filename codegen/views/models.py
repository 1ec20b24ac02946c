"""Views of ``models.py``, or of the package ``models`` of a large API."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.classes import Model, UnionClass
from codegen.model.directions import is_one_way, is_optional, is_two_way, sent, written_by_callers
from codegen.model.notes import Notes
from codegen.model.responses import may_be_unknown
from codegen.model.types import MapOf, Named, Scalar, Type, UnionOf, named
from codegen.naming.components import FURTHER_PROPERTIES, NamedEnumeration, NamedField, NamedModel
from codegen.naming.names import Names
from codegen.views.annotations import Annotations, Imports
from codegen.views.arguments import constructor
from codegen.views.class_uses import uses, with_default
from codegen.views.former_fields import (
    FormerFieldView,
    FormerMembersView,
    ModelConstructorView,
    constructors,
    former_fields,
    former_keys,
    former_members,
    hidden,
)
from codegen.views.former_names import FormerView, former_view
from codegen.views.prose import about, sentence, summary
from codegen.views.text.quoting import EMPTY, Code, docstring, join, literal, name, splice


class MemberView(Struct, frozen=True, kw_only=True):
    """A member of an enumeration."""

    name: Code
    value: Code
    documented: bool
    docstring: Code


class EnumView(Struct, frozen=True, kw_only=True):
    """An enumeration."""

    name: Code
    base: Code
    """The base class, and the metaclass if members have former names."""
    docstring: Code
    members: tuple[MemberView, ...]
    former: tuple[FormerMembersView, ...]


class FieldView(Struct, frozen=True, kw_only=True):
    """A field of a model. `default` includes the equals sign."""

    name: Code
    annotation: Code
    default: Code
    documented: bool
    docstring: Code


class ModelView(Struct, frozen=True, kw_only=True):
    """A model."""

    name: Code
    bases: Code
    """The base class, with the settings of the class."""
    docstring: Code
    fields: tuple[FieldView, ...]
    constructors: tuple[ModelConstructorView, ...]
    """Its constructor, if some arguments are not like their fields, after its overloads."""
    former: tuple[FormerFieldView, ...]
    former_keys: Code
    """The former names of keys of the dict; empty if there are none."""


class UnionView(Struct, frozen=True, kw_only=True):
    """A union: an alias for type checkers, and for msgspec a class made by ``one_of``."""

    name: Code
    alias: Code
    docstring: Code
    arguments: Code
    """The arguments of ``one_of``."""


class ModelsView(Struct, frozen=True, kw_only=True):
    """A module of models, enumerations and unions."""

    docstring: Code
    package: Code
    """The package of the client relative to the module: ``.`` or ``..``."""
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


DEVIATING = (
    "If a response differs from the API's document, a field has the received value, whatever its annotation "
    "says. It is `UNSET` if the value is missing."
)


class KnownClasses(Struct, frozen=True):
    """Facts about all classes, in any module."""

    api: Api
    names: Names
    places: Mapping[str, str]
    """The uses of each class, in words."""
    requested: frozenset[str]
    """The components that are sent."""
    written: frozenset[str]
    """Those of them that callers write, not only read."""

    @classmethod
    def of(cls, api: Api, names: Names) -> KnownClasses:
        """The facts about the classes of an API."""
        return cls(api, names, uses(api, names), sent(api), written_by_callers(api))


def models_view(api: Api, names: Names) -> ModelsView:
    """Describe all classes as one module: enumerations, models, unions, each in the order of the document."""
    imports = Imports(package=".", shadowed=hidden(names))
    annotations = Annotations(names.components, imports, params="_params").decoding()
    keys = [key for key in names.classes if key not in names.classless]
    text = f"The models, enums and unions of the API.\n\n{DEVIATING}"
    former = former_view(names.components.former_classes(), imports)
    return module_view(keys, text, KnownClasses.of(api, names), annotations, package=".", former=former)


def module_view(  # noqa: PLR0913 - the facts about a module
    keys: Collection[str],
    text: str,
    classes: KnownClasses,
    annotations: Annotations,
    *,
    package: str,
    former: tuple[FormerView, ...] = (),
) -> ModelsView:
    """Describe a module with some of the classes.

    Args:
        keys: The keys of the classes in the API.
        text: The docstring.
        classes: Facts about all classes.
        annotations: Writes the types, and collects the imports.
        package: The package of the client relative to the module.
        former: The former names of the classes.
    """
    api, names, imports = classes.api, classes.names, annotations.imports
    enums = tuple(_enum(names.enums[key], imports, classes.places) for key in keys if key in api.enums)
    models = tuple(_model(names.models[key], classes, annotations) for key in keys if key in api.models)
    later = dict.fromkeys(api.unions)
    own = [api.unions[key] for key in keys if key in api.unions]
    unions: list[UnionView] = []
    for union in own:
        unions.append(_union(union, classes, annotations, later))
        del later[union.name]
    return ModelsView(
        docstring=docstring(text, indent=0),
        package=Code(package),
        imports=imports.lines(),
        for_checkers=imports.for_checkers(),
        enums=enums,
        models=models,
        has_unions=bool(unions),
        has_unknown=any(may_be_unknown(union, api) for union in own),
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


def _model(named: NamedModel, classes: KnownClasses, annotations: Annotations) -> ModelView:
    model, imports = named.model, annotations.imports
    is_sent = model.name in classes.requested
    fields = [_field(field, classes, annotations, is_sent=is_sent) for field in named.fields]
    if model.extra is not None:
        fields.append(_further(model.extra, annotations))
    is_two = is_two_way(model, classes.requested, classes.written, classes.api)
    base = imports.use(("TwoWayStruct" if is_two else "Struct") if model.extra is None else "OpenObject")
    settings = Code(", frozen=True, kw_only=True, repr_omit_defaults=True")
    collected = EMPTY if _may_be_in_a_cycle(model, classes.api.enums) else Code(", gc=False")
    arguments = constructor(named, classes.written, annotations, is_sent=is_sent)
    receiver = Code("_self" if any(one.name == "self" for one in named.fields) else "self")
    return ModelView(
        name=name(named.class_name),
        bases=splice("{}{}{}", base, settings, collected) if model.extra is None else base,
        docstring=_docstring(
            model.name,
            model.notes,
            classes.places,
            otherwise="" if fields else "An object without documented properties.",
        ),
        fields=tuple(fields),
        constructors=tuple(constructors(named, arguments, receiver, imports)),
        former=former_fields(named, {str(one.name): one.annotation for one in fields}, receiver, imports),
        former_keys=former_keys(named, imports) if is_sent else EMPTY,
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


def _further(extra: Type, annotations: Annotations) -> FieldView:
    return FieldView(
        name=name(FURTHER_PROPERTIES),
        annotation=annotations.of(MapOf(extra)),
        default=splice(" = {}(default={{}})", annotations.imports.use("msgspec.field")),
        documented=True,
        docstring=docstring("Properties without a field of their own, by name.", indent=4),
    )


def _field(named: NamedField, classes: KnownClasses, annotations: Annotations, *, is_sent: bool) -> FieldView:
    field = named.field
    direction = "Only in responses." if is_sent and field.read_only else ""
    direction = "Only in requests." if field.write_only else direction
    notes = with_default(field.notes, field.type, classes.api)
    text = about(notes, is_sent=is_sent and not field.read_only, direction=direction)
    return FieldView(
        name=name(named.name),
        annotation=annotations.of(field.type, optional=is_optional(field)),
        default=_default(named, annotations, is_sent=is_sent),
        documented=bool(text),
        docstring=docstring(text, indent=4) if text else EMPTY,
    )


def _default(named: NamedField, annotations: Annotations, *, is_sent: bool) -> Code:
    """The default of a field, and the wire name if it differs."""
    field, imports = named.field, annotations.imports
    unset = imports.use("UNSET") if is_optional(field) else EMPTY
    wire_name = EMPTY if named.name == field.wire_name else splice("name={}", literal(field.wire_name))
    constant = annotations.constant(field.type, field.constant)
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


def _union(
    union: UnionClass, classes: KnownClasses, annotations: Annotations, later: Collection[str]
) -> UnionView:
    """A union. It refers to itself and to classes in `later` in quotes."""
    names, imports = classes.names, annotations.imports
    imports.use("TYPE_CHECKING")
    imports.use("TypeAlias")
    class_ = names.classes[union.name]
    alias = annotations.of(UnionOf(union.members))
    if may_be_unknown(union, classes.api):
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
        docstring=_docstring(union.name, union.notes, classes.places, discriminator),
        arguments=join(", ", arguments),
    )
