"""Views of the pages with examples, ``docs/RESOURCE.md``, and of ``llms.txt``, which leads to all pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.testing import has_testing
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.naming.titles import api_phrase
from codegen.views.class_uses import about_resource
from codegen.views.fakes import TestingView, testing_view
from codegen.views.methods import title
from codegen.views.snippets import Snippet, snippets
from codegen.views.text.quoting import Code, code_span, join, markdown, markdown_with_code, name, splice
from codegen.views.waiters import goal


class SnippetView(Struct, frozen=True, kw_only=True):
    """A method, and a program that calls it."""

    method: Code
    summary: Code
    request: Code
    code: Code


class UsageView(Struct, frozen=True, kw_only=True):
    """A page with an example for each method of a resource."""

    title: Code
    """``client.clusters``, as text: in a list of pages, a code span would stand out."""
    about: Code
    snippets: tuple[SnippetView, ...]


class LlmsView(Struct, frozen=True, kw_only=True):
    """``llms.txt`` (https://llmstxt.org): the facts that a language model needs, and links to more."""

    title: Code
    distribution: Code
    package: Code
    client: Code
    async_client: Code
    testing: tuple[TestingView, ...]
    """Empty or a single section."""
    has_examples: bool
    examples: tuple[Code, ...]
    """The pages with examples, as links with the names of their methods."""


def usage_views(api: Api, names: Names) -> Mapping[str, UsageView]:
    """The pages with examples, by the names of their files."""
    return dict(_usage_views(api, names))


def _usage_views(api: Api, names: Names) -> Iterator[tuple[str, UsageView]]:
    for resource in names.all_resources:
        found = tuple(
            _snippet(snippet, resource, method)
            for method in resource.methods
            for snippet in snippets(resource, method, api, names)
        )
        if found:
            yield (
                resource.module,
                UsageView(
                    title=markdown(f"client.{resource.dotted}"),
                    about=markdown_with_code(about_resource(resource)),
                    snippets=found,
                ),
            )


def _snippet(snippet: Snippet, resource: Resource, method: Method) -> SnippetView:
    operation = method.operation
    return SnippetView(
        method=code_span(f"{resource.dotted}.{snippet.method}"),
        summary=markdown_with_code(_summary(snippet, method)),
        request=code_span(f"{operation.method} {operation.path}"),
        code=Code(snippet.code.rstrip("\n")),
    )


def _summary(snippet: Snippet, method: Method) -> str:
    deprecated = "Deprecated. " if method.operation.deprecated else ""
    if snippet.method == method.begin:
        return f"{deprecated}Call `{method.name}` and wait for its result."
    waits = (one.waiter for one in method.waiters if one.name == snippet.method)
    if (waiter := next(waits, None)) is not None:
        return f"{deprecated}Wait {goal(waiter)}."
    return f"{deprecated}{title(method.operation)}"


def llms_view(api: Api, names: Names, pages: Mapping[str, UsageView]) -> LlmsView:
    """Describe ``llms.txt``. `pages` are those with examples, by the names of their files."""
    distribution = names.distribution
    attributes = {one.module: code_span(f"client.{one.dotted}") for one in names.all_resources}
    examples = tuple(
        splice("[{}](docs/{}.md): {}", attributes[file], name(file), _methods(view))
        for file, view in pages.items()
    )
    return LlmsView(
        title=markdown(api_phrase(api.title)),
        distribution=Code(distribution.name),
        package=name(distribution.package),
        client=name(distribution.client),
        async_client=name(distribution.async_client),
        testing=(testing_view(api, names),) if has_testing(api) else (),
        has_examples=bool(examples),
        examples=examples,
    )


def _methods(view: UsageView) -> Code:
    return join(", ", [one.method for one in view.snippets])
