"""View of a module of ``resources/``: the sync and async methods of one resource."""

from __future__ import annotations

from msgspec import Struct

from codegen.model.api import Api
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.views.annotations import Annotations, Imports
from codegen.views.attributes import AttributeView, attributes
from codegen.views.class_uses import about_resource
from codegen.views.former_arguments import with_former_names
from codegen.views.methods import MethodView, method_view
from codegen.views.text.quoting import Code, docstring, join, name, splice


def path(resource: Resource) -> Code:
    """``chat.completions``: the attributes of the client that lead to the resource."""
    return join(".", [name(attribute) for attribute in resource.path])


class ResourceView(Struct, frozen=True, kw_only=True):
    """A module of ``resources/``."""

    docstring: Code
    imports: tuple[Code, ...]
    for_checkers: tuple[Code, ...]
    """The import statements for type checkers."""
    class_name: Code
    async_class_name: Code
    class_docstring: Code
    async_class_docstring: Code
    children: tuple[AttributeView, ...]
    """The resources within it."""
    async_children: tuple[AttributeView, ...]
    methods: tuple[MethodView, ...]
    defined: tuple[MethodView, ...]
    """The methods, each followed by its former names."""


def resource_view(resource: Resource, api: Api, names: Names) -> ResourceView:
    """Describe the module of a resource."""
    shadowed = [*resource.method_names, *(name for one in resource.children for name in one.attribute_names)]
    imports = Imports(package="..", shadowed=shadowed)
    annotations = Annotations(names.components, imports, qualifier="models", params="params")
    methods = tuple(method_view(method, api, names, annotations, imports) for method in resource.methods)
    defined = tuple(with_former_names(resource.methods, methods, imports))
    children, async_children = (
        attributes(resource.children, imports, package=".", client="self._client", prefix=prefix)
        for prefix in ("", "Async")
    )
    text = about_resource(resource)
    for needed in ("AsyncResource", "Resource", *(("Request",) if methods else ())):
        imports.use(needed)
    return ResourceView(
        docstring=docstring(text, indent=0),
        imports=(
            *imports.lines(),
            *([Code("from functools import cached_property")] if resource.children else []),
        ),
        for_checkers=(*imports.for_checkers(), *map(_imported, resource.children)),
        class_name=name(resource.class_name),
        async_class_name=name(resource.async_class_name),
        class_docstring=docstring(text, indent=4),
        async_class_docstring=docstring(f"{text}\n\nAsync counterpart of `{resource.class_name}`.", indent=4),
        children=children,
        async_children=async_children,
        methods=methods,
        defined=defined,
    )


def _imported(child: Resource) -> Code:
    return splice("from .{0} import Async{1}, {1}", name(child.module), name(child.class_name))
