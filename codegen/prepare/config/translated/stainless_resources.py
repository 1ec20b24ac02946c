"""Translates the resources of a ``stainless.yml``: their methods, by endpoint, and their models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from codegen.document.node import Json, Node
from codegen.document.pointers import tokens, value_at
from codegen.prepare.config.configured_actions import operation_pointers, schema_pointers
from codegen.prepare.config.translated.imported import Imported, member
from codegen.prepare.config.translated.reasons import reason
from codegen.standard.extensions import is_public_name

_PYTHON = "python"
_METHOD = {"type", "endpoint", "skip", "only", "deprecated", "paginated"}
_MODEL = {"type", "openapi_uri", "skip", "only"}
_RESOURCE = {"methods", "models", "subresources", "skip", "only", "deprecated"}
_ONE_LISTED = "a method has one name and one resource"


def line_of(endpoint: str) -> str:
    """An endpoint, ``get /orders``, in the form in which operations are compared."""
    verb, _, path = endpoint.strip().partition(" ")
    return f"{verb} /{path.strip().lstrip('/')}".casefold()


def resources(listed: Node, root: Node, found: Imported) -> None:
    """Convert the resources, including nested ones."""
    lines = {line.casefold(): line for _, line, _, _ in operation_pointers(root)}
    _ResourceReader(root, lines, found).resources(listed, (), is_left_out=False)


class _ResourceReader(Struct, frozen=True):
    root: Node
    lines: Mapping[str, str]
    """The operations of the document, by `line_of`."""
    found: Imported

    def resources(self, listed: Node, above: tuple[str, ...], *, is_left_out: bool) -> None:
        for name, resource in listed.items():
            if isinstance(resource, Node):
                levels = (*above, name)
                is_without = is_left_out or _is_left_out(resource)
                for model, value in resource.mapping("models").items():
                    self._model(model, value, levels)
                self._methods(resource, levels, is_left_out=is_without)
                self._explain(resource, _RESOURCE, "resources", levels)
                self.resources(resource.mapping("subresources"), levels, is_left_out=is_without)

    def _methods(self, resource: Node, levels: tuple[str, ...], *, is_left_out: bool) -> None:
        for name, value in resource.mapping("methods").items():
            method = value if isinstance(value, Node) else Node({"endpoint": value})
            at = (*levels, name)
            if method.text("type") == "alias":
                continue
            if line := self._line(method.text("endpoint"), at):
                if is_left_out or _is_left_out(method):
                    self.found.excluded.append(line)
                else:
                    self._method(line, method, at, is_deprecated="deprecated" in resource)
            self._explain(method, _METHOD, "methods", at)
        for name, value in resource.entries("methods"):
            if value.text("type") == "alias":
                self._alias(name, value.text("to"), resource.mapping("methods"), levels)

    def _line(self, endpoint: str, at: tuple[str, ...]) -> str:
        """The operation of an endpoint that has no method yet; empty if there is none."""
        line = self.lines.get(line_of(endpoint), "")
        if not line:
            self.found.leave(".".join(at), f"the document has no operation {endpoint.strip()!r}")
        elif line in self.found.operations or line in self.found.excluded:
            self.found.leave(".".join(at), f"{line} is listed twice, and {_ONE_LISTED}")
            return ""
        return line

    def _method(self, line: str, method: Node, at: tuple[str, ...], *, is_deprecated: bool) -> None:
        *levels, name = at
        settings: dict[str, Json] = {}
        if levels[0].startswith("$"):
            self.found.leave(".".join(at), "every method belongs to a resource")
        elif not is_public_name(name):
            self.found.leave(".".join(at), f"{name!r} is not a name for Python")
        else:
            settings = {"name": name, "resource": ".".join(levels)}
        if method.get("paginated") is False:
            settings["x-pagination"] = False
        self.found.operations[line] = settings
        if is_deprecated or "deprecated" in method:
            verb, _, path = line.partition(" ")
            self.found.update(f"$.paths{member(path)}{member(verb.lower())}", {"deprecated": True})

    def _alias(self, name: str, target: str, methods: Node, levels: tuple[str, ...]) -> None:
        """A former name of a method in the same resource."""
        method = methods.get(target)
        endpoint = method.text("endpoint") if isinstance(method, Node) else str(method)
        settings = self.found.operations.get(self.lines.get(line_of(endpoint), ""))
        if settings and settings.get("resource") == ".".join(levels) and is_public_name(name):
            former = settings.setdefault("x-renamed-from", [])
            if isinstance(former, list):
                former.append(Node({"python-name": name}))
        else:
            self.found.leave(".".join((*levels, name)), f"no method {target!r} was converted")

    def _model(self, name: str, value: Json, levels: tuple[str, ...]) -> None:
        model = value if isinstance(value, Node) else Node({"openapi_uri": value})
        uri = model.text("openapi_uri")
        at = (*levels, name)
        if model.text("type") == "alias":
            self.found.leave(".".join(at), "`x-renamed-from` of a schema keeps a former name")
            return
        self._explain(model, _MODEL, "models", at)
        class_name = "".join(part[:1].upper() + part[1:] for part in name.split("_"))
        if not _is_left_out(model) and is_public_name(class_name):
            self._class(uri, class_name, at)

    def _class(self, uri: str, class_name: str, at: tuple[str, ...]) -> None:
        """Name the class of a schema: a component, or one within another part."""
        path = tokens(uri if uri.startswith("#") else f"#/{uri}")
        components = "definitions" if "swagger" in self.root else "components/schemas"
        if uri.rpartition("/")[0] in {"", f"#/{components}"}:
            if path[-1] not in schema_pointers(self.root):
                self.found.leave(".".join(at), f"the document has no schema {path[-1]!r}")
            elif path[-1] != class_name:
                self.found.schemas.setdefault(path[-1], {"name": class_name})
            return
        part = value_at(self.root, path)
        if uri.startswith("#") and isinstance(part, Node) and "$ref" not in part:
            self.found.update("".join(("$", *map(member, path))), {"title": class_name})
        else:
            self.found.leave(".".join(at), f"the document has no schema at {uri!r}")

    def _explain(self, part: Node, read: set[str], kind: str, at: tuple[str, ...]) -> None:
        for key in part:
            if key not in read:
                self.found.leave(f"{'.'.join(at)}.{key}", reason(f"{kind}.{key}"))


def _is_left_out(part: Node) -> bool:
    """Whether a part is not for Python."""
    skip, only = part.get("skip"), part.get("only")
    return skip is True or _PYTHON in _names(skip) or (isinstance(only, list) and _PYTHON not in _names(only))


def _names(value: Json | None) -> Iterator[str]:
    yield from map(str, value if isinstance(value, list) else ())
