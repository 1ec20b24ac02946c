"""What the symbols of rendered files stand for, from the model and its names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from codegen.document.node import Json, Pointer
from codegen.drift.explain.symbol import Part
from codegen.model.api import Api
from codegen.model.classes import EnumClass, Field, Model, UnionClass
from codegen.model.notes import Absent
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.naming.arguments import NamedParameter
from codegen.naming.components import FURTHER_PROPERTIES, NamedField
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource
from codegen.naming.waiters import NamedWaiter

_LONGEST = 60


class Parts:
    """Finds the part of each symbol."""

    def __init__(self, api: Api, names: Names) -> None:
        self._api = api
        self._names = names
        self._keys = {class_name: key for key, class_name in names.classes.items()}
        self.resources: Mapping[str, Resource] = {
            name: one for one in names.all_resources for name in (one.class_name, one.async_class_name)
        }

    def of_class(self, name: str) -> Part | None:
        """The part of a class in ``models``."""
        key = self._keys.get(name, "")
        if key in self._api.models:
            return self._of_model(self._api.models[key])
        if key in self._api.enums:
            return self._of_enumeration(self._api.enums[key])
        if key in self._api.unions:
            return self._of_union(self._api.unions[key])
        return None

    def _of_model(self, model: Model) -> Part:
        required = [one.wire_name for one in model.fields if one.required]
        said = f"a JSON object; required: {_listed(map(_quoted, required))}" if required else "a JSON object"
        return Part(
            kind="class of an object", origins=model.origins, wire=said, named=("schema", model.origins[0]),
            template="package/_fields.jinja", view="ModelView",
        )  # fmt: skip

    def _of_enumeration(self, one: EnumClass) -> Part:
        values = _listed(_quoted(member.value) for member in one.members)
        return Part(
            kind="enumeration", origins=one.origins, wire=f"{_article(one.base)}, one of {values}",
            named=("schema", one.origins[0]), template="package/_enum.jinja", view="EnumView",
        )  # fmt: skip

    def _of_union(self, union: UnionClass) -> Part:
        chosen = f", told apart by {_quoted(union.discriminator)}" if union.discriminator else ""
        members = " or ".join(self._type(member) for member in union.members)
        return Part(
            kind="union", origins=union.origins, wire=f"{members}{chosen}", named=("schema", union.origins[0])
        )

    def of_attribute(self, class_name: str, name: str) -> Part | None:
        """The part of a field or of a member of an enumeration."""
        key = self._keys.get(class_name, "")
        if named := self._names.models.get(key):
            found = next((one for one in named.fields if one.name == name), None)
            if found:
                return self.of_field(found.field, named.model)
            if name == FURTHER_PROPERTIES:
                value = self._type(named.model.extra) if named.model.extra else "any value"
                return Part(
                    kind="field", origins=named.model.extra_origins or named.model.origins,
                    wire=f"the properties that have no field; each is {value}",
                    why="It is the same in every class for an object with further properties.",
                    template="package/_fields.jinja", view="FieldView",
                )  # fmt: skip
        if enum := self._names.enums.get(key):
            member = next((one.member for one in enum.members if one.name == name), None)
            if member:
                return Part(
                    kind="member of an enumeration", origins=enum.enumeration.origins,
                    wire=_quoted(member.value), named=("value", enum.enumeration.origins[0]),
                    template="package/_enum.jinja", view="EnumView",
                )  # fmt: skip
        return None

    def of_dict(self, name: str, key: str | None = None) -> Part | None:
        """The part of the dict for an object, ``params.PetDict``, or of a key of it."""
        named = self._names.models.get(self._keys.get(name.rstrip("_").removesuffix("Dict"), ""))
        if named is None:
            return None
        found, kind, why = self._of_model(named.model), "dict for an object", "the class of the same name"
        if key is not None:
            kind = "key of a dict"
            fields = [
                one
                for one in named.fields
                if key in {one.field.wire_name, *(former.name for former in one.former_keys)}
            ]
            if not fields:
                return None
            found = self.of_field(fields[0].field, named.model)
            now = fields[0].field.wire_name
            why = "the property in JSON" + ("" if key == now else f", which is called {_quoted(now)} now")
        return replace(
            found,
            kind=kind,
            named=None,
            why=f"It is named after {why}.",
            template="package/_dict.jinja",
            view="DictView",
        )

    def of_field(self, field: Field, model: Model) -> Part:
        """The part of a field of an object."""
        needed = "required" if field.required else "optional"
        only = ", only in responses" if field.read_only else ", only in requests" if field.write_only else ""
        constant = "" if field.constant is Absent.ABSENT else f", always {_quoted(field.constant)}"
        said = f"the property {_quoted(field.wire_name)}: {self._type(field.type)}, {needed}{only}{constant}"
        return Part(
            kind="field", origins=field.origins or model.origins, wire=said,
            named=("property", field.origins[0]) if field.origins else None,
            template="package/_fields.jinja", view="FieldView",
        )  # fmt: skip

    def of_resource(self, resource: Resource) -> Part:
        """The part of the class of a resource."""
        return Part(
            kind="resource", origins=resource.tag.origins,
            wire=f"nothing: it groups the operations with the tag {_quoted(resource.tag.name)}",
            named=("tag", resource.tag.origins[0]) if resource.tag.origins else None,
            chosen=resource.attribute,
        )  # fmt: skip

    def of_method(self, method: Method) -> Part:
        """The part of a method, of its constant, and of the function that builds its request."""
        operation = method.operation
        return Part(
            kind="method", origins=operation.origins, wire=f"{operation.method} {operation.path}",
            named=("operation", operation.origins[0]), chosen=method.name, view="MethodView",
        )  # fmt: skip

    def of_begin(self, method: Method) -> Part:
        """The part of a method that returns a poller."""
        operation = method.operation
        return Part(
            kind="method that returns a poller", origins=operation.origins,
            wire=f"{operation.method} {operation.path}, then requests to the URL that its response names",
            why=f"It is `{method.name}`, whose name says why, with `begin_` in front.",
            template="package/resources/_begin.jinja", view="BeginView",
        )  # fmt: skip

    def of_fake(self, resource: str, name: str) -> Part | None:
        """The part of the fake of a method; `resource` is the path of its resource, with dots."""
        for one in self._names.all_resources:
            for method in one.methods if one.dotted == resource else ():
                if method.name == name:
                    operation = method.operation
                    return Part(
                        kind="fake of a method", origins=operation.origins,
                        wire=f"nothing: it stands for {operation.method} {operation.path} in tests",
                        why=f"It has the name of the method `{resource}.{name}`.",
                    )  # fmt: skip
        return None

    def of_waiter(self, method: Method, named: NamedWaiter) -> Part:
        """The part of a method that waits for a state."""
        operation, waiter = method.operation, named.waiter
        states = _listed(map(_quoted, waiter.success)) or "gone"
        said = f"{operation.method} {operation.path}, until {_quoted('.'.join(waiter.state))} is {states}"
        return Part(
            kind="method that waits", origins=(waiter.where, *operation.origins), wire=f"repeats {said}",
            named=("state", waiter.where), chosen=named.name,
            template="package/resources/_waiter.jinja", view="WaiterView",
        )  # fmt: skip

    def of_argument(self, method: Method, name: str) -> Part:
        """The part of an argument of a method."""
        operation = method.operation
        template, view = "package/resources/_arguments.jinja", "ArgumentView"
        for parameter in method.parameters:
            if parameter.name == name:
                return self._of_parameter(parameter, template, view)
        for field in method.fields:
            if field.name == name:
                return self._of_keyword(field, template, view)
        if name == "body" and operation.body:
            media = _listed(one.media_type for one in operation.body.media)
            return Part(
                kind="argument", origins=operation.body.origins, wire=f"the body of the request: {media}",
                why="A body that is not spread into arguments has this name in every method.",
                template=template, view=view,
            )  # fmt: skip
        return Part(
            kind="argument", origins=operation.origins, wire=f"part of {operation.method} {operation.path}",
            why="The generator adds it to methods of this kind; the docstring describes it.",
            template=template, view=view,
        )  # fmt: skip

    def _of_parameter(self, named: NamedParameter, template: str, view: str) -> Part:
        one = named.parameter
        needed = "required" if one.required else "optional"
        where = {"path": "in the path", "querystring": "the whole query"}.get(
            one.location, f"in the {one.location}"
        )
        said = f"the parameter {_quoted(one.wire_name)}, {where}: {self._type(one.type)}, {needed}"
        return Part(
            kind="argument", origins=one.origins, wire=said, named=("parameter", one.origins[0]),
            template=template, view=view,
        )  # fmt: skip

    def _of_keyword(self, named: NamedField, template: str, view: str) -> Part:
        one = named.field
        needed = "required" if one.required else "optional"
        said = f"the property {_quoted(one.wire_name)} of the body: {self._type(one.type)}, {needed}"
        return Part(
            kind="argument", origins=one.origins, wire=said,
            named=("property", one.origins[0]) if one.origins else None, template=template, view=view,
        )  # fmt: skip

    def of_client(self) -> Part:
        """The part of both classes of clients."""
        servers = _listed(one.url for one in self._api.servers) or "the server that the caller names"
        is_set = "client" in self._api.python
        where: Pointer = ("info", "x-python", "client") if is_set else ("info", "title")
        why = "`client` in the configuration or in info.x-python" if is_set else "the title of the document"
        return Part(
            kind="client", origins=(where,), wire=f"requests to {servers}",
            why=f"It is named after {why}: {_quoted(self._api.title)}." if not is_set else f"{why} sets it.",
        )  # fmt: skip

    def arguments_of_client(self) -> Iterator[tuple[str, str, Part]]:
        """The arguments of a client that depend on the document: each with its environment variable."""
        variable = self._names.distribution.variable
        yield from ((one, variable(one), part) for one, part in self._credentials())
        yield from ((one, variable(one), part) for one, part in self._of_server())

    def _of_server(self) -> Iterator[tuple[str, Part]]:
        server = self._api.servers[0] if self._api.servers else None
        origins = server.origins if server else ()
        yield "base_url", Part(
            kind="argument of the client", origins=origins[:1] or ((),),
            wire=f"the beginning of all URLs: {server.url if server else 'the document has none'}",
            why="It has this name in every client.",
        )  # fmt: skip
        for named in self._names.variables:
            one = named.variable
            values = f", one of {_listed(map(_quoted, one.values))}" if one.values else ""
            where = (*origins[0], "variables", one.name)
            yield named.keyword, Part(
                kind="argument of the client", origins=(where,), named=("server variable", where),
                wire=f"a part of the URL of the server: {_quoted(one.default)} without it{values}",
            )  # fmt: skip

    def _credentials(self) -> Iterator[tuple[str, Part]]:
        for one in self._names.authentication.credentials:
            schemes = one.credential.schemes
            origins = tuple(where for scheme in schemes for where in scheme.origins)
            for keyword in one.keywords:
                part = Part(
                    kind="argument of the client", origins=origins,
                    wire=_listed(f"security scheme {_quoted(x.name)} ({_scheme(x)})" for x in schemes),
                    named=("security scheme", schemes[0].origins[0]),
                    why="A credential of this kind has this name in every client.",
                )  # fmt: skip
                yield keyword, part
        schemes = tuple(one for one in self._api.schemes if one.type == "oauth2" and one.flows)
        for keyword in self._names.authentication.granting:
            yield keyword, Part(
                kind="argument of the client", origins=tuple(one.origins[0] for one in schemes),
                wire="part of the requests for access tokens, see the scheme "
                + _listed(_quoted(one.name) for one in schemes),
                why="It has this name in every client that gets access tokens itself.",
            )  # fmt: skip

    def _type(self, type_: Type) -> str:
        match type_:
            case Named(name):
                return f"`{self._names.classes.get(name, name)}`"
            case ListOf(item):
                return f"a list of {self._type(item)}"
            case MapOf(value):
                return f"an object with any keys, each {self._type(value)}"
            case UnionOf(members):
                return " or ".join(self._type(member) for member in members)
            case Scalar():
                return _SCALARS[type_]


def error_of(status: int, statuses: Mapping[int, str]) -> str:
    """The class that is raised for a status."""
    return statuses.get(status, "ServerError" if status >= 500 else "APIStatusError")


def _scheme(scheme: object) -> str:
    kind = str(getattr(scheme, "type", ""))
    parameter, location = getattr(scheme, "parameter", ""), getattr(scheme, "location", "")
    http = str(getattr(scheme, "http_scheme", ""))
    return f"{location} {_quoted(parameter)}" if kind == "apiKey" else f"{kind} {http}".strip()


_SCALARS = {
    Scalar.ANY: "any value",
    Scalar.NULL: "null",
    Scalar.BOOLEAN: "a boolean",
    Scalar.INTEGER: "an integer",
    Scalar.NUMBER: "a number",
    Scalar.STRING: "a string",
    Scalar.UUID: "a string with a UUID",
    Scalar.DATE: "a string with a date",
    Scalar.DATETIME: "a string with a date and time",
    Scalar.FILE: "a file",
    Scalar.BYTES: "bytes",
}


def _article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _quoted(value: Json | Absent) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f'{text[: _LONGEST - 4]}..."'


def _listed(texts: Iterator[str] | map[str] | list[str]) -> str:
    found = [*texts]
    return ", ".join(found[:10]) + (f" and {len(found) - 10} more" if len(found) > 10 else "")
