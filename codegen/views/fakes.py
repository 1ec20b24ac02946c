"""Views of the package ``testing`` of a client: a fake of the API for the tests of its users."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from codegen.model.api import Api
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.naming.titles import api_phrase
from codegen.naming.words import pascal, snake, words
from codegen.views.annotations import Annotations, Imports
from codegen.views.arguments import CallView
from codegen.views.bodies import argument_view
from codegen.views.methods import call_arguments, decoded_type, title
from codegen.views.pages import items_of_page
from codegen.views.requests import identifier
from codegen.views.resources import ResourceView
from codegen.views.streams import streamed
from codegen.views.text.quoting import Code, docstring, join, literal, name, splice

OWN_ATTRIBUTES = frozenset(
    {"async_client", "client", "pauses", "request", "requests", "use_examples", "verify"}
)
"""The public attributes of ``APIFake``. A resource of this name gets an underscore in the fake."""


class FormerFakeView(Struct, frozen=True, kw_only=True):
    """A former name of an operation, or of a resource."""

    name: Code
    docstring: Code


class FakedView(Struct, frozen=True, kw_only=True):
    """A resource as an attribute of the fake, or of the resource around it."""

    name: Code
    module: Code
    class_name: Code
    path: Code
    """The attributes that lead to it, as a literal."""
    docstring: Code
    former: tuple[FormerFakeView, ...]


class FakeMethodView(CallView, frozen=True, kw_only=True):
    """An operation: the class with the arguments of a call, and the declaration of its fake."""

    name: Code
    docstring: Code
    call: Code
    call_docstring: Code
    declaration: Code
    """``Returning[models.Cluster]``."""
    id: Code
    former: tuple[FormerFakeView, ...]


class FakeResourceView(Struct, frozen=True, kw_only=True):
    """A module of ``testing/resources/``."""

    docstring: Code
    imports: tuple[Code, ...]
    declarations: tuple[Code, ...]
    """The imports of what declares operations."""
    for_checkers: tuple[Code, ...]
    """The import statements for type checkers."""
    children: tuple[FakedView, ...]
    class_name: Code
    class_docstring: Code
    methods: tuple[FakeMethodView, ...]


class TestingView(Struct, frozen=True, kw_only=True):
    """``testing/__init__.py`` and the plugin for pytest."""

    docstring: Code
    class_docstring: Code
    plugin_docstring: Code
    main_docstring: Code
    package: Code
    fake: Code
    client: Code
    async_client: Code
    fixture: Code
    has_resources: bool
    has_renamed: bool
    renamed: Code
    """The attributes of the client by those of the fake, where they differ."""
    attributes: tuple[FakedView, ...]
    exported: tuple[Code, ...]


def testing_view(api: Api, names: Names) -> TestingView:
    """Describe the fake as a whole."""
    client = names.distribution.client
    attributes = fake_attributes(names)
    renamed = {one: known for known, one in attributes.items() if one != known}
    fake = f"Fake{client}"
    exported = sorted({fake, "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"})
    return TestingView(
        docstring=docstring(f"A fake of {api_phrase(api.title)}, for tests of code that uses it.", indent=0),
        class_docstring=docstring(
            f"A fake of {api_phrase(api.title)} in this process.\n\n"
            "Tell it what the operations return, and pass a client of it to the code under test. Use it in a "
            "`with` block: its end verifies that everything expected was requested, and nothing else.",
            indent=4,
        ),
        plugin_docstring=docstring(
            f"A fixture of pytest: `{fixture_name(names)}`.\n\n"
            "pytest is imported by name, because the client does not depend on it.",
            indent=0,
        ),
        main_docstring=docstring(
            f"Serve the document's examples: `python -m {names.distribution.package}.testing`.",
            indent=0,
        ),
        package=name(names.distribution.package),
        fake=name(fake),
        client=name(client),
        async_client=name(names.distribution.async_client),
        fixture=name(fixture_name(names)),
        has_resources=bool(names.resources),
        has_renamed=bool(renamed),
        renamed=splice(
            "{{{}}}",
            join(", ", [splice("{}: {}", literal(one), literal(known)) for one, known in renamed.items()]),
        ),
        attributes=tuple(_attribute(resource, attributes, ".resources.") for resource in names.resources),
        exported=tuple(literal(one) for one in exported),
    )


def fixture_name(names: Names) -> str:
    """``fake_aether_platform``: the fixture of pytest, named as the class `FakeAetherPlatform` is."""
    return snake(["fake", *words(names.distribution.client)])


def fake_attributes(names: Names) -> dict[str, str]:
    """The attributes of the fake, by those of the client: resources under all their names."""
    taken = [one for resource in names.resources for one in resource.attribute_names]
    found: dict[str, str] = {}
    for one in taken:
        chosen = one
        while chosen in OWN_ATTRIBUTES or (chosen != one and chosen in taken):
            chosen = f"{chosen}_"
        found[one] = chosen
    return found


def fake_resource_view(resource: Resource, real: ResourceView, api: Api, names: Names) -> FakeResourceView:
    """Describe the module of a resource. `real` is the view of what it fakes."""
    shadowed = {*(method.name for method in resource.methods), *(one.attribute for one in resource.children)}
    shadowed |= {one.name for method in resource.methods for one in method.former}
    shadowed |= {str(one.name) for method in real.methods for one in (*method.positional, *method.keywords)}
    imports = Imports(package="...", shadowed=shadowed)
    annotations = Annotations(names.components, imports, qualifier="models", params="params")
    calls = _call_classes(resource)
    methods = tuple(
        _method(method, calls[method.name], resource, api, annotations, imports)
        for method in resource.methods
    )
    children = tuple(_attribute(child, {}, ".") for child in resource.children)
    kinds = {method.declaration.partition("[")[0] for method in methods}
    return FakeResourceView(
        docstring=docstring(f"Fakes of the operations of `client.{resource.dotted}`.", indent=0),
        imports=imports.lines(),
        declarations=tuple(
            splice("from ..{} import {}", Code(_MODULES[kind]), Code(kind)) for kind in sorted(kinds)
        ),
        for_checkers=(
            *imports.for_checkers(),
            *(splice("from {} import {}", one.module, one.class_name) for one in children),
        ),
        children=children,
        class_name=splice("Fake{}", name(resource.class_name)),
        class_docstring=docstring(f"Fakes of the operations of `client.{resource.dotted}`.", indent=4),
        methods=methods,
    )


_MODULES = {
    "Returning": "_declared",
    "ReturningEither": "_streams",
    "ReturningPages": "_pages",
    "ReturningStream": "_streams",
}
"""The modules of what declares operations."""


def _attribute(resource: Resource, attributes: Mapping[str, str], package: str) -> FakedView:
    """A resource as an attribute; `attributes` has the attributes that are called otherwise in the fake."""
    attribute = attributes.get(resource.attribute, resource.attribute)
    return FakedView(
        name=name(attribute),
        module=splice("{}{}", Code(package), name(resource.module)),
        class_name=splice("Fake{}", name(resource.class_name)),
        path=literal(resource.dotted if len(resource.path) > 1 else attribute),
        docstring=docstring(f"Fakes of the operations of `client.{resource.dotted}`.", indent=8),
        former=tuple(
            FormerFakeView(
                name=name(attributes.get(one.name, one.name)),
                docstring=docstring(f"The former name of `{attribute}`.", indent=8),
            )
            for one in resource.former
        ),
    )


def _call_classes(resource: Resource) -> dict[str, str]:
    """The class of the calls of each method: ``UpdateCall``."""
    found: dict[str, str] = {}
    for method in resource.methods:
        usual = f"{pascal(words(method.name))}Call"
        found[method.name] = usual if usual not in found.values() else f"{method.name}_Call"
    return found


def _method(  # noqa: PLR0913, PLR0917 - what all views of a method need
    method: Method, call: str, resource: Resource, api: Api, annotations: Annotations, imports: Imports
) -> FakeMethodView:
    positional, keywords, _ = call_arguments(method, api, annotations, imports)
    dotted = f"{resource.dotted}.{method.name}"
    return FakeMethodView(
        name=name(method.name),
        docstring=docstring(title(method.operation), indent=4),
        call=name(call),
        call_docstring=docstring(f"A call of `{dotted}`.", indent=4),
        positional=tuple(argument_view(one, imports) for one in positional),
        keywords=tuple(argument_view(one, imports) for one in keywords),
        declaration=_declaration(method, api, annotations),
        id=literal(identifier(method.operation)),
        former=tuple(
            FormerFakeView(
                name=name(one.name),
                docstring=docstring(f"The former name of `{method.name}`.", indent=4),
            )
            for one in method.former
        ),
    )


def _declaration(method: Method, api: Api, annotations: Annotations) -> Code:
    """What declares the fake of an operation, with the types that it returns."""
    found = streamed(method, api)
    if found is not None and not found.flag:
        return splice("ReturningStream[{}]", annotations.of(found.stream.item))
    operation = method.operation if found is None else found.plain.operation
    decoded = decoded_type(operation, api, annotations)
    if found is not None:
        return splice("ReturningEither[{}, {}]", decoded, annotations.of(found.stream.item))
    items = items_of_page(operation, api, annotations)
    if items is not None:
        return splice("ReturningPages[{}, {}]", items, decoded)
    return splice("Returning[{}]", decoded)
