"""View of ``params.py``: what a caller can pass instead of models, enumeration members and unions."""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.directions import given
from codegen.model.types import Named, Type, named
from codegen.naming.components import NamedEnumeration, NamedField, NamedModel
from codegen.naming.former_names import Former
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.reserved import FIELDS, MODELS
from codegen.views.annotations import Annotations, Imports
from codegen.views.former_names import FormerView, deprecated_docstring, former_view
from codegen.views.text.quoting import EMPTY, Code, docstring, join, literal, name, splice


class KeyView(Struct, frozen=True, kw_only=True):
    """A key of a dict."""

    name: Code
    annotation: Code
    docstring: Code


class DictView(Struct, frozen=True, kw_only=True):
    """The dict for a model: a ``TypedDict``."""

    name: Code
    docstring: Code
    is_class: bool
    """Whether it can be written as a class, because all keys can be names there."""
    keys: tuple[KeyView, ...]


class AliasView(Struct, frozen=True, kw_only=True):
    """The type of an argument for a model, an enumeration or a union."""

    name: Code
    type: Code


class ParamsView(Struct, frozen=True, kw_only=True):
    """The module of the types of arguments."""

    docstring: Code
    imports: tuple[Code, ...]
    dicts: tuple[DictView, ...]
    aliases: tuple[AliasView, ...]
    has_unions: bool
    unions: tuple[AliasView, ...]
    former: tuple[FormerView, ...]
    """The former names of these types; empty if there are none."""


_ABOUT = """What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a dict or a
literal. A dict has the names of JSON.
"""


def passed(api: Api, names: Names) -> frozenset[str]:
    """The components for which ``params.py`` has types: what callers pass, and what that contains."""
    methods = (method for resource in names.all_resources for method in resource.methods)
    types = {type_ for method in methods for type_ in _passed_to(method)}
    return given(types - {Named(key) for key in names.classless}, api)


def _passed_to(method: Method) -> Iterator[Type]:
    operation = method.operation
    yield from (parameter.type for parameter in operation.parameters)
    for one in method.each or (method,):
        if one.keywords is not None:
            yield from (named.field.type for named in one.keywords if not named.field.read_only)
        elif one.operation.body is not None:
            yield from (media.type for media in one.operation.body.media)


def params_view(api: Api, names: Names) -> ParamsView:
    """Describe ``params.py``, in the order of the document."""
    imports = Imports(package=".")
    annotations = Annotations(names.components, imports, qualifier="models")
    components = passed(api, names)
    hidden = FIELDS | {"models", *names.classes.values()}
    models = [names.models[key] for key in api.models if key in components]
    unions = [union for key, union in api.unions.items() if key in components]
    later = dict.fromkeys(union.name for union in unions)
    aliases = [_alias_of_enum(names.enums[key], imports) for key in api.enums if key in components]
    dict_names = _dict_names(models, MODELS.union(names.classes.values()))
    aliases += [_alias_of_model(model, dict_names) for model in models]
    dicts = tuple(_dict(model, dict_names, annotations, imports, hidden) for model in models)
    written: list[AliasView] = []
    for union in unions:
        alias = name(names.classes[union.name])
        parts = [splice("models.{}", alias)]
        parts += [part for one in union.members for part in _plain(one, dict_names, annotations)]
        type_ = join(" | ", list(dict.fromkeys(parts)))
        is_ahead = bool({*named(union.members)} & {*later})
        written.append(AliasView(name=alias, type=literal(type_) if is_ahead else type_))
        del later[union.name]
    former = former_view(_former(names, components, dict_names), imports)
    imports.use("models")
    imports.use("TypeAlias")
    if unions:
        imports.use("TYPE_CHECKING")
    return ParamsView(
        docstring=docstring(_ABOUT, indent=0),
        imports=imports.lines(),
        dicts=dicts,
        aliases=tuple(aliases),
        has_unions=bool(written),
        unions=tuple(written),
        former=former,
    )


def _former(
    names: Names, components: Collection[str], dict_names: Mapping[str, str]
) -> Iterator[tuple[str, Former]]:
    """The types of classes that have former names, each with one of them."""
    for key, several in names.components.former.items():
        for one in several if key in components else ():
            yield names.classes[key], one
            if key in dict_names:
                yield dict_names[key], replace(one, name=f"{one.name}Dict")


def _alias_of_enum(named_: NamedEnumeration, imports: Imports) -> AliasView:
    values = join(", ", [literal(one.member.value) for one in named_.members])
    class_ = name(named_.class_name)
    return AliasView(name=class_, type=splice("models.{} | {}[{}]", class_, imports.use("Literal"), values))


def _alias_of_model(model: NamedModel, dict_names: Mapping[str, str]) -> AliasView:
    class_ = name(model.class_name)
    return AliasView(name=class_, type=splice("models.{} | {}", class_, name(dict_names[model.model.name])))


def _dict_names(models: Iterable[NamedModel], taken: Collection[str]) -> dict[str, str]:
    """``PetDict`` for each key of `Api.models`, with an underscore if that is the name of something else."""
    found: dict[str, str] = {}
    for model in models:
        dict_name = f"{model.class_name}Dict"
        while dict_name in taken:
            dict_name += "_"
        found[model.model.name] = dict_name
    return found


def _dict(
    model: NamedModel,
    dict_names: Mapping[str, str],
    annotations: Annotations,
    imports: Imports,
    hidden: Collection[str],
) -> DictView:
    # Type checkers refuse an empty key.
    fields = [one for one in model.fields if one.field.wire_name and not one.field.read_only]
    keys = [
        key for one in fields for key in (one.field.wire_name, *(former.name for former in one.former_keys))
    ]
    is_class = all(_can_be_declared(key, hidden) for key in keys)
    imports.use("TypedDict")
    return DictView(
        name=name(dict_names[model.model.name]),
        docstring=docstring(f"`models.{model.class_name}` as a dict.", indent=4 if is_class else 0),
        is_class=is_class,
        keys=tuple(key for one in fields for key in _keys(one, annotations, imports, is_class=is_class)),
    )


def _can_be_declared(key: str, hidden: Collection[str]) -> bool:
    """Whether a key can be declared in a class: it is a name, and hides none that annotations need."""
    return (
        key.isascii()
        and key.isidentifier()
        and not keyword.iskeyword(key)
        and not key.startswith("__")
        and key not in hidden
    )


def _keys(
    named_: NamedField, annotations: Annotations, imports: Imports, *, is_class: bool
) -> Iterator[KeyView]:
    """Yield the key of a field, and its former ones: each may be given, but none need be."""
    field = named_.field
    annotation = annotations.given(field.type)
    if named_.former_keys or not field.required:
        annotation = splice("{}[{}]", imports.use("NotRequired"), annotation)

    def key(text: str, about: Code) -> KeyView:
        return KeyView(
            name=name(text) if is_class else literal(text),
            annotation=annotation if is_class else literal(annotation),
            docstring=about,
        )

    yield key(field.wire_name, EMPTY)
    for one in named_.former_keys:
        yield key(one.name, deprecated_docstring(one, field.wire_name, indent=4))


def _plain(type_: Type, dict_names: Mapping[str, str], annotations: Annotations) -> list[Code]:
    """What may be passed for a member of a union besides its own class."""
    if isinstance(type_, Named) and type_.name in dict_names:
        return [name(dict_names[type_.name])]
    return annotations.accepted(type_)
