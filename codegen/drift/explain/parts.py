"""Finds the parts of the model that the symbols of rendered files stand for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from codegen.document.node import Json, Pointer
from codegen.drift.explain.symbol import Part
from codegen.model.api import Api
from codegen.model.classes import EnumClass, Field, Model, UnionClass
from codegen.model.notes import Absent
from codegen.model.operations import Operation, Parameter
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.naming.components import FURTHER_PROPERTIES
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
        return Part("class of an object", model.origins, said, named="schema")

    def _of_enumeration(self, one: EnumClass) -> Part:
        values = _listed(_quoted(member.value) for member in one.members)
        return Part("enumeration", one.origins, f"{_article(one.base)}, one of {values}", named="schema")

    def _of_union(self, union: UnionClass) -> Part:
        chosen = f", told apart by {_quoted(union.discriminator)}" if union.discriminator else ""
        members = " or ".join(self._type(member) for member in union.members)
        return Part("union", union.origins, f"{members}{chosen}", named="schema")

    def of_attribute(self, class_name: str, name: str) -> Part | None:
        """The part of a field or of a member of an enumeration."""
        key = self._keys.get(class_name, "")
        if named := self._names.models.get(key):
            found = next((one for one in named.fields if one.name == name), None)
            if found:
                return self.of_field(found.field, named.model)
            if name == FURTHER_PROPERTIES:
                value = self._type(named.model.extra) if named.model.extra else "any value"
                said = f"the properties that have no field; each is {value}"
                why = "It is the same in every class for an object with further properties."
                return Part("field", named.model.extra_origins or named.model.origins, said, why=why)
        if enum := self._names.enums.get(key):
            member = next((one.member for one in enum.members if one.name == name), None)
            if member:
                origins, said = enum.enumeration.origins, _quoted(member.value)
                return Part("member of an enumeration", origins, said, named="value")
        return None

    def of_dict(self, name: str, key: str | None = None) -> Part | None:
        """The part of the dict for an object, ``params.PetDict``, or of a key of it."""
        named = self._names.models.get(self._keys.get(name.rstrip("_").removesuffix("Dict"), ""))
        if named is None:
            return None
        if key is None:
            why = "It is named after the class of the same name."
            return replace(self._of_model(named.model), kind="dict for an object", named="", why=why)
        for one in named.fields:
            now = one.field.wire_name
            if key in {now, *(former.name for former in one.former_keys)}:
                renamed = "" if key == now else f", which is called {_quoted(now)} now"
                why = f"It is named after the property in JSON{renamed}."
                return replace(self.of_field(one.field, named.model), kind="key of a dict", named="", why=why)
        return None

    def of_field(self, field: Field, model: Model) -> Part:
        """The part of a field of an object."""
        only = ", only in responses" if field.read_only else ", only in requests" if field.write_only else ""
        constant = "" if field.constant is Absent.ABSENT else f", always {_quoted(field.constant)}"
        said = f"the property {_quoted(field.wire_name)}: {self._type(field.type)}"
        named = "property" if field.origins else ""
        return Part(
            "field", field.origins or model.origins, f"{said}, {_needed(field)}{only}{constant}", named=named
        )

    def of_resource(self, resource: Resource) -> Part:
        """The part of the class of a resource."""
        said = f"nothing: it groups the operations with the tag {_quoted(resource.tag.name)}"
        return Part("resource", resource.tag.origins, said, named="tag", chosen=resource.attribute)

    def of_method(self, method: Method) -> Part:
        """The part of a method, of its constant, and of the function that builds its request."""
        origins, said = method.operation.origins, _request(method.operation)
        return Part("method", origins, said, named="operation", chosen=method.name)

    def of_begin(self, method: Method) -> Part:
        """The part of a method that returns a poller."""
        said = f"{_request(method.operation)}, then requests to the URL that its response names"
        why = f"It is `{method.name}`, whose name says why, with `begin_` in front."
        return Part("method that returns a poller", method.operation.origins, said, why=why)

    def of_fake(self, resource: str, name: str) -> Part | None:
        """The part of the fake of a method; `resource` is the path of its resource, with dots."""
        methods = (
            method for one in self._names.all_resources if one.dotted == resource for method in one.methods
        )
        method = next((method for method in methods if method.name == name), None)
        if method is None:
            return None
        said = f"nothing: it stands for {_request(method.operation)} in tests"
        why = f"It has the name of the method `{resource}.{name}`."
        return Part("fake of a method", method.operation.origins, said, why=why)

    def of_waiter(self, method: Method, named: NamedWaiter) -> Part:
        """The part of a method that waits for a state."""
        waiter = named.waiter
        states = _listed(map(_quoted, waiter.success)) or "gone"
        said = f"repeats {_request(method.operation)}, until {_quoted('.'.join(waiter.state))} is {states}"
        origins = (waiter.where, *method.operation.origins)
        return Part("method that waits", origins, said, named="state", chosen=named.name)

    def of_argument(self, method: Method, name: str) -> Part:
        """The part of an argument of a method."""
        operation = method.operation
        if found := next((one for one in method.parameters if one.name == name), None):
            return self._of_parameter(found.parameter)
        if keyword := next((one for one in method.fields if one.name == name), None):
            field = keyword.field
            said = f"the property {_quoted(field.wire_name)} of the body: {self._type(field.type)}"
            return Part("argument", field.origins, f"{said}, {_needed(field)}", named="property")
        if name == "body" and operation.body:
            said = f"the body of the request: {_listed(one.media_type for one in operation.body.media)}"
            why = "A body that is not spread into arguments has this name in every method."
            return Part("argument", operation.body.origins, said, why=why)
        why = "The generator adds it to methods of this kind; the docstring describes it."
        return Part("argument", operation.origins, f"part of {_request(operation)}", why=why)

    def _of_parameter(self, one: Parameter) -> Part:
        where = {"path": "in the path", "querystring": "the whole query"}.get(
            one.location, f"in the {one.location}"
        )
        said = f"the parameter {_quoted(one.wire_name)}, {where}: {self._type(one.type)}, {_needed(one)}"
        return Part("argument", one.origins, said, named="parameter")

    def of_client(self) -> Part:
        """The part of both classes of clients."""
        servers = _listed(one.url for one in self._api.servers) or "the server that the caller names"
        where: Pointer = ("info", "title")
        why = f"It is named after the title of the document: {_quoted(self._api.title)}."
        if "client" in self._api.python:
            where = ("info", "x-python", "client")
            why = "`client` in the configuration or in info.x-python sets it."
        return Part("client", (where,), f"requests to {servers}", why=why)

    def arguments_of_client(self) -> Iterator[tuple[str, str, Part]]:
        """The arguments of a client that depend on the document: each with its environment variable."""
        variable = self._names.distribution.variable
        for keyword, part in (*self._credentials(), *self._of_server()):
            yield keyword, variable(keyword), part

    def _of_server(self) -> Iterator[tuple[str, Part]]:
        server = self._api.servers[0] if self._api.servers else None
        origins = server.origins if server else ()
        said = f"the beginning of all URLs: {server.url if server else 'the document has none'}"
        why = "It has this name in every client."
        yield "base_url", Part(_OF_CLIENT, origins[:1] or ((),), said, why=why)
        for named in self._names.variables:
            one = named.variable
            values = f", one of {_listed(map(_quoted, one.values))}" if one.values else ""
            said = f"a part of the URL of the server: {_quoted(one.default)} without it{values}"
            where = (*origins[0], "variables", one.name)
            yield named.keyword, Part(_OF_CLIENT, (where,), said, named="server variable")

    def _credentials(self) -> Iterator[tuple[str, Part]]:
        for one in self._names.authentication.credentials:
            schemes = one.credential.schemes
            origins = tuple(where for scheme in schemes for where in scheme.origins)
            said = _listed(f"security scheme {_quoted(x.name)} ({_scheme(x)})" for x in schemes)
            why = "A credential of this kind has this name in every client."
            part = Part(_OF_CLIENT, origins, said, named="security scheme", why=why)
            yield from ((keyword, part) for keyword in one.keywords)
        schemes = tuple(one for one in self._api.schemes if one.type == "oauth2" and one.flows)
        listed = _listed(_quoted(one.name) for one in schemes)
        said = f"part of the requests for access tokens, see the scheme {listed}"
        why = "It has this name in every client that gets access tokens itself."
        part = Part(_OF_CLIENT, tuple(one.origins[0] for one in schemes), said, why=why)
        yield from ((keyword, part) for keyword in self._names.authentication.granting)

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


_OF_CLIENT = "argument of the client"


def _request(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"


def _needed(one: Field | Parameter) -> str:
    return "required" if one.required else "optional"


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
