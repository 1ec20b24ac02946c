"""Short programs, one for each method of the client, as a person would write them.

They have the required arguments, and those that the first example of the document has.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.operations import Media
from codegen.model.responses import response_type, returned_responses
from codegen.model.streams import stream_of, without_streams
from codegen.model.types import Scalar, Type, union
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.naming.results import name_item, name_result
from codegen.standard.media_types import without_parameters
from codegen.views.example_arguments import example_arguments
from codegen.views.expressions import Expression, Item, call
from codegen.views.pages import page_item_type
from codegen.views.passed_values import Passed
from codegen.views.printed_results import printed
from codegen.views.resources import path
from codegen.views.servers import needed_settings
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice

_EXTENSIONS = {
    "application/gzip": "gz",
    "application/pdf": "pdf",
    "application/zip": "zip",
    "image/jpeg": "jpg",
    "image/png": "png",
    "text/csv": "csv",
}
_OURS = frozenset({"client", "datetime", "download", "item", "poller", "stream"})
"""The names that snippets use themselves."""


class Snippet(Struct, frozen=True, kw_only=True):
    """A program that calls a method."""

    method: str
    """The method of the client: that of the operation, or one that waits."""
    code: Code


def snippets(resource: Resource, method: Method, api: Api, names: Names) -> Iterator[Snippet]:
    """The snippets of an operation: that of its method first, then those that wait.

    There is none if a required argument has no value, such as an object that has to contain itself.
    """
    writer = _Writer(resource, method, api, names)
    for called in (method.name, method.begin, *(one.name for one in method.waiters)):
        if called and (code := writer.program(called)) is not None:
            yield Snippet(method=called, code=code)


class _Writer:
    """Writes the snippets of an operation."""

    def __init__(self, resource: Resource, method: Method, api: Api, names: Names) -> None:
        self._resource = resource
        self._method = method
        self._api = api
        self._names = names
        self._imported: list[str] = []
        self._passed = Passed(api)

    def program(self, called: str) -> Code | None:
        """The program that calls a method; None if there is no value for a required argument."""
        self._imported = [self._names.distribution.client]
        self._passed = Passed(self._api)
        is_wait = called not in {self._method.name, self._method.begin}
        arguments = example_arguments(self._method, self._api, self._names, self._passed, is_wait=is_wait)
        if arguments is None:
            return None
        function = splice("client.{}.{}", path(self._resource), name(called))
        if called == self._method.name:
            lines = self._call(function, arguments)
        elif called == self._method.begin:
            lines = self._poll(function, arguments)
        else:
            lines = self._wait(called, function, arguments)
        start = splice(
            "with {}({}) as client:", name(self._names.distribution.client), needed_settings(self._api)
        )
        body = [splice("{}\n", splice("    {}", line)) for line in lines]
        return splice("{}\n{}\n{}", self._imports(), start, join("", body))

    def _imports(self) -> Code:
        modules = {"datetime": Code("import datetime\n"), "pathlib": Code("from pathlib import Path\n")}
        standard = [modules[one] for one in sorted(self._passed.modules)]
        package = name(self._names.distribution.package)
        # As ruff sorts them: classes by their letters, whatever their case.
        imported = join(", ", [name(one) for one in sorted(self._imported)])
        gap = Code("\n") if standard else EMPTY
        return splice("{}{}from {} import {}\n", join("", standard), gap, package, imported)

    def _call(self, function: Code, arguments: list[Item]) -> list[Code]:
        operation, api = self._method.operation, self._api
        stream = stream_of(operation, api)
        if stream is not None and (not stream.has_flag or stream.by_default):
            shown = printed(Code("item"), stream.item, api, self._names)
            return [
                _laid_out(call(function, arguments), Code("with "), Code(" as stream:")),
                Code("    for item in stream:"),
                splice("        print({})", shown),
            ]
        if operation.pagination is not None:
            item = self._item()
            shown = printed(item, page_item_type(operation, api), api, self._names)
            return [
                _laid_out(call(function, arguments), splice("for {} in ", item), Code(":")),
                splice("    print({})", shown),
            ]
        plain = without_streams(operation) if stream is not None else operation
        returned = returned_responses(plain)
        types = list(dict.fromkeys(response_type(one, api) for one in returned))
        if types == [Scalar.BYTES] and returned[0].media:
            return self._download(function, arguments, returned[0].media[0])
        if not types or Scalar.NULL in types:
            return [_laid_out(call(function, arguments))]
        result = self._result()
        is_list = self._method.bare.startswith("list")
        shown = printed(result, types[0], api, self._names, is_list=is_list) if len(types) == 1 else result
        return [_laid_out(call(function, arguments), splice("{} = ", result)), splice("print({})", shown)]

    def _download(self, function: Code, arguments: list[Item], media: Media) -> list[Code]:
        self._imported.append("Download")
        kind = without_parameters(media.media_type)
        file = literal(f"{self._result()}.{_EXTENSIONS.get(kind, 'bin')}")
        opened = call(Code("Download"), [Item(Expression(function)), *arguments])
        return [
            _laid_out(opened, Code("with "), Code(" as download:")),
            splice("    download.to_file({})", file),
        ]

    def _poll(self, function: Code, arguments: list[Item]) -> list[Code]:
        long = self._method.operation.long_running
        begun = _laid_out(call(function, arguments), Code("poller = "))
        if long is None or long.result is None:
            return [begun, Code("poller.wait(on_state=print)")]
        result = self._result()
        shown = printed(result, long.result, self._api, self._names)
        return [begun, splice("{} = poller.wait(on_state=print)", result), splice("print({})", shown)]

    def _wait(self, called: str, function: Code, arguments: list[Item]) -> list[Code]:
        waiter = next(one.waiter for one in self._method.waiters if one.name == called)
        if not waiter.state:
            return [_laid_out(call(function, arguments))]
        arguments = [*arguments, Item(Expression(Code("print")), Code("on_state="))]
        result = self._result()
        may_be_none = waiter.missing == "success"
        shown = result if may_be_none else printed(result, self._returned(), self._api, self._names)
        return [
            _laid_out(call(function, arguments), splice("{} = ", result)),
            splice("print({})", shown),
        ]

    def _returned(self) -> Type:
        """The type of the response."""
        types = [response_type(one, self._api) for one in returned_responses(self._method.operation)]
        return union(types)

    def _result(self) -> Code:
        found = name_result(self._resource, self._method)
        return name("result" if found in _OURS else found)

    def _item(self) -> Code:
        one = name_item(name_result(self._resource, self._method))
        return name("item" if one in _OURS else one)


def _laid_out(expression: Expression, before: Code = EMPTY, after: Code = EMPTY) -> Code:
    """A statement within the `with` block of the client."""
    return expression.laid_out(4, before, after)
