"""Short programs, one for each method of the client, as a person would write them.

They have the required arguments, and those that the first example of the document has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from codegen.document.node import Json
from codegen.model.api import Api
from codegen.model.notes import Notes
from codegen.model.operations import Media
from codegen.model.responses import response_type, returned_responses
from codegen.model.streams import stream_of, without_streams
from codegen.model.types import Scalar, Type, union
from codegen.model.wire import sent_as, sent_codec, sent_type
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.naming.results import name_item, name_result
from codegen.standard.media_types import Codec
from codegen.views.annotations import Annotations, Imports
from codegen.views.bodies import Argument, among_several, preferred
from codegen.views.expressions import Expression, Item, call
from codegen.views.pages import item_type
from codegen.views.passed import Passed
from codegen.views.resources import call_arguments, path
from codegen.views.sample import telling
from codegen.views.servers import needed_settings
from codegen.views.streams import streamed
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice
from codegen.views.waiters import beside_own

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A program that calls a method."""

    method: str
    """The method of the client: that of the operation, or one that waits."""
    code: Code


@dataclass(frozen=True, slots=True)
class _Given:
    """What is known of the value of an argument."""

    type: Type
    notes: Notes | None = None
    examples: Sequence[Json] = ()
    sends_files: bool = False


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
        arguments = self._arguments(is_wait=called not in {self._method.name, self._method.begin})
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
            shown = telling(Code("item"), stream.item, api, self._names)
            return [
                _laid_out(call(function, arguments), Code("with "), Code(" as stream:")),
                Code("    for item in stream:"),
                splice("        print({})", shown),
            ]
        if operation.pagination is not None:
            item = self._item()
            shown = telling(item, item_type(operation, api), api, self._names)
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
        shown = telling(result, types[0], api, self._names, is_list=is_list) if len(types) == 1 else result
        return [_laid_out(call(function, arguments), splice("{} = ", result)), splice("print({})", shown)]

    def _download(self, function: Code, arguments: list[Item], media: Media) -> list[Code]:
        self._imported.append("Download")
        kind = media.media_type.partition(";")[0].strip().lower()
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
        shown = telling(result, long.result, self._api, self._names)
        return [begun, splice("{} = poller.wait(on_state=print)", result), splice("print({})", shown)]

    def _wait(self, called: str, function: Code, arguments: list[Item]) -> list[Code]:
        waiter = next(one.waiter for one in self._method.waiters if one.name == called)
        if not waiter.state:
            return [_laid_out(call(function, arguments))]
        arguments = [*arguments, Item(Expression(Code("print")), Code("on_state="))]
        result = self._result()
        may_be_none = waiter.missing == "success"
        shown = result if may_be_none else telling(result, self._returned(), self._api, self._names)
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

    def _arguments(self, *, is_wait: bool) -> list[Item] | None:
        imports = Imports(package=".")
        annotations = Annotations(self._names.components, imports, qualifier="models", params="params")
        positional, keywords, _ = call_arguments(self._method, self._api, annotations, imports)
        given = self._given()
        found = streamed(self._method, self._api)
        flag = "" if found is None else found.flag
        chosen = [one for one in keywords if one.required]
        if not is_wait:
            shown = [one for one in keywords if not one.required and one.name != flag]
            shown = [one for one in shown if one.name in given and given[one.name].examples]
            chosen += shown or ([] if chosen else self._first_of_body(keywords, flag))
        items = [self._item_of(one, one.name, given, is_positional=True) for one in positional]
        renamed = beside_own(chosen) if is_wait else chosen
        items += [self._item_of(one, new.name, given) for one, new in zip(chosen, renamed, strict=True)]
        written = [item for item in items if item is not None]
        missing = [one for one, item in zip((*positional, *chosen), items, strict=True) if item is None]
        return None if any(one.required for one in missing) else written

    def _first_of_body(self, keywords: Sequence[Argument], flag: str) -> list[Argument]:
        """The first simple property of a body without required ones: an empty body says nothing."""
        simple = {
            one.name
            for one in self._method.keywords or ()
            if isinstance(one.field.type, Scalar) and not one.field.read_only and one.name != flag
        }
        return [one for one in keywords if one.name in simple][:1]

    def _item_of(
        self, argument: Argument, called: str, given: Mapping[str, _Given], *, is_positional: bool = False
    ) -> Item | None:
        one = given[argument.name]
        value = self._passed.of(one.type, one.notes, one.examples, sends_files=one.sends_files)
        before = EMPTY if is_positional else splice("{}=", name(called))
        return None if value is None else Item(value, before)

    def _given(self) -> dict[str, _Given]:
        """What is known of the arguments, by their names."""
        method, body = self._method, self._method.operation.body
        found = {one.name: _Given(one.parameter.type, one.parameter.notes) for one in method.parameters}
        if body is None or not body.media:
            return found
        media = sent_as(body, self._api)
        if media is None:
            first = preferred(body, self._api)
            return found | {"body": _several(first, self._api)}
        codec = sent_codec(media, self._api)
        sends_files = codec in {Codec.MULTIPART, Codec.BYTES}
        if method.keywords is None:
            type_ = media.type if codec is Codec.MULTIPART else sent_type(media, self._api)
            return found | {"body": _Given(type_, None, media.examples, sends_files)}
        objects = (one for one in media.examples if isinstance(one, Mapping))
        example: Mapping[str, Json] = next(objects, {})
        for named in method.keywords:
            field = named.field
            shown = (example[field.wire_name],) if field.wire_name in example else ()
            found[named.name] = _Given(field.type, field.notes, shown, sends_files)
        return found


def _several(media: Media, api: Api) -> _Given:
    """The body of a request with several media types: that of the first."""
    return _Given(among_several(media, api), None, media.examples, sends_files=True)


def _laid_out(expression: Expression, before: Code = EMPTY, after: Code = EMPTY) -> Code:
    """A statement within the `with` block of the client."""
    return expression.laid_out(4, before, after)
