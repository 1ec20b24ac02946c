"""Mistakes in operations: ignored parts, operations that cannot succeed, and similar names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.servers import repeated_name
from codegen.check.strict.composition import Composition
from codegen.check.strict.mistake import mistake, suggestion
from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem
from codegen.document.spelling import nearest
from codegen.standard.media_types import without_parameters
from codegen.standard.styles import TABS

_ID = re.compile(r"[A-Za-z][-_./:A-Za-z0-9]*")


def operation_ids(survey: Survey) -> Iterator[Problem]:
    """Ids of operations have letters, digits and separators. Two differ in more than case and separators."""
    first: dict[str, str] = {}
    for operation in survey.by_kind.get("operation", []):
        name = operation.text("operationId")
        if not name:
            continue
        where = (*operation.pointer, "operationId")
        other = first.setdefault(re.sub("[^a-z0-9]", "", name.lower()) or name, name)
        if not _ID.fullmatch(name):
            plain = re.sub("[^A-Za-z0-9]+", "_", name).strip("_")
            hint = suggestion(plain) if _ID.fullmatch(plain) else ""
            message = f"an operationId begins with a letter, and has only letters, digits and '_-./:'{hint}"
            yield mistake(message, "operation-id", where)
        elif other != name:
            message = f"{name!r} differs from the operationId {other!r} only in case or punctuation"
            yield mistake(message, "operation-id", where)


_RESERVED = {"accept": "the media types of the responses", "content-type": "the media type of the body"} | {
    "authorization": "'security'"
}


def reserved_headers(survey: Survey) -> Iterator[Problem]:
    """Headers that the standard ignores are not declared (OpenAPI 3.1.1, 4.8.12.1 and 4.8.17)."""
    for parameter in survey.of("parameter"):
        name = parameter.text("name").lower()
        if parameter.get("in") == "header" and name in _RESERVED:
            message = f"the header parameter {parameter.text('name')!r} is ignored: {_RESERVED[name]} say it"
            message = message.replace("'security' say", "'security' says").replace("body say", "body says")
            yield mistake(message, "reserved-header", (*parameter.pointer, "name"))
    for response in survey.of("response"):
        for name, header in response.entries("headers"):
            if name.lower() == "content-type":
                message = f"the header {name!r} of a response is ignored: the key of its content says it"
                yield mistake(message, "reserved-header", header.pointer, "key")


_WITHOUT_REQUEST = frozenset({"get", "head", "trace"})
_WITHOUT_CONTENT = re.compile("1..|204|205|304")


def bodies(survey: Survey) -> Iterator[Problem]:
    """No body is documented where HTTP gives it no meaning or forbids it (RFC 9110, 9.3 and 15)."""
    for operation in survey.by_kind.get("operation", []):
        method = str(operation.pointer[-1]) if operation.pointer else ""
        if method in _WITHOUT_REQUEST and "requestBody" in operation:
            message = f"a body of {method.upper()} means nothing to HTTP, and servers may refuse it"
            yield mistake(message, "body-without-meaning", (*operation.pointer, "requestBody"), "key")
        for status, reference in operation.entries("responses"):
            response = survey.resolved(reference)
            is_without = method == "head" or _WITHOUT_CONTENT.fullmatch(status)
            if response is not None and is_without and response.mapping("content"):
                whose = "a response to HEAD" if method == "head" else f"a response {status}"
                message = f"{whose} has no content, whatever is declared"
                yield mistake(message, "body-without-meaning", (*response.pointer, "content"), "key")


def successes(survey: Survey) -> Iterator[Problem]:
    """An operation has a response that is not an error (OpenAPI 3.1.1, 4.8.16)."""
    for operation in survey.by_kind.get("operation", []):
        statuses = [key for key in operation.mapping("responses") if not key.startswith("x-")]
        if not any(status == "default" or status[:1] in {"1", "2", "3"} for status in statuses):
            on = ("responses",) if "responses" in operation else ()
            message = "no response of this operation is a success, such as '200' or '204'"
            yield mistake(message, "no-success", (*operation.pointer, *on), "key")


def defaults(survey: Survey) -> Iterator[Problem]:
    """A required parameter has no default."""
    composition = Composition(survey)
    for parameter in survey.of("parameter"):
        schema = parameter.get("schema")
        if parameter.get("required") is not True or not isinstance(schema, Node):
            continue
        for one in composition.within(schema):
            if "default" in one:
                name = parameter.text("name")
                message = f"the parameter {name!r} is required, so that its default never applies"
                yield mistake(message, "default-of-required", (*one.pointer, "default"), "key")
                break


_TEMPLATE = re.compile(r"/(:(\w+)|<(?:\w+:)?(\w+)>|\$\{?(\w+)\}?|\[(\w+)\])(?=/|$)")


def path_templates(survey: Survey) -> Iterator[Problem]:
    """A name in a path is in braces, not in the syntax of a framework, and there once (OpenAPI 3.2.0, 4.8.2).

    A path has no spaces.
    """
    for path in survey.root.mapping("paths"):
        if path.startswith("x-"):
            continue
        where = ("paths", path)
        if any(character.isspace() for character in path):
            yield mistake("a path has no spaces", "path-template", where, "key")
        elif _TEMPLATE.search(path):
            right = _TEMPLATE.sub(lambda found: f"/{{{next(filter(None, found.groups()[1:]))}}}", path)
            message = f"a name in a path stands in braces{suggestion(right)}"
            yield mistake(message, "path-template", where, "key")
        elif (twice := repeated_name(path)) is not None:
            yield mistake(f"{{{twice}}} is in the path twice", "path-template", where, "key")


def part_encodings(survey: Survey) -> Iterator[Problem]:
    """``encoding`` belongs to a form or multipart body, and names its properties (OpenAPI 3.1.1, 4.8.14)."""
    composition = Composition(survey)
    for kind in ("parameter", "header", "requestBody", "response"):
        for owner in survey.of(kind):
            for media_type, media in owner.entries("content"):
                if "encoding" not in media:
                    continue
                name = without_parameters(media_type)
                if not name.startswith("multipart/") and name != "application/x-www-form-urlencoded":
                    message = f"'encoding' says nothing of {media_type!r}, only of forms and parts"
                    yield mistake(message, "encoding", (*media.pointer, "encoding"), "key")
                    continue
                schemas = composition.within(media.mapping("schema"))
                known = {one: None for schema in schemas for one in schema.mapping("properties")}
                for part in media.mapping("encoding"):
                    if known and part not in known:
                        message = f"the schema has no property {part!r}{suggestion(nearest(part, known))}"
                        yield mistake(message, "encoding", (*media.pointer, "encoding", part), "key")


def scopes(survey: Survey) -> Iterator[Problem]:
    """The scopes of a requirement are declared by its scheme. Other schemes have none (3.0.4, 4.7.30)."""
    schemes = survey.root.mapping("components").mapping("securitySchemes")
    for requirement in survey.by_kind.get("securityRequirement", []):
        for name in requirement:
            reference = schemes.get(name)
            scheme = survey.resolved(reference) if isinstance(reference, Node) else None
            if scheme is None or scheme.get("type") == "openIdConnect":
                continue
            known = {scope: None for _, flow in scheme.entries("flows") for scope in flow.mapping("scopes")}
            for index, scope in enumerate(requirement.values_of(name)):
                where = (*requirement.pointer, name, index)
                if scheme.get("type") != "oauth2":
                    if survey.version == "3.0":
                        message = f"{name!r} has no scopes, as it is not of type 'oauth2': write []"
                        yield mistake(message, "unknown-scope", where)
                elif isinstance(scope, str) and scope not in known:
                    message = f"{name!r} has no scope {scope!r}{suggestion(nearest(scope, known))}"
                    yield mistake(message, "unknown-scope", where)


def declared_tags(survey: Survey) -> Iterator[Problem]:
    """Each tag of an operation is declared, and each declared tag is used."""
    declared = {tag.text("name"): tag for tag in survey.by_kind.get("tag", []) if tag.text("name")}
    used: set[str] = set()
    for operation in survey.by_kind.get("operation", []):
        for index, name in enumerate(operation.values_of("tags")):
            if not isinstance(name, str):
                continue
            used.add(name)
            if name not in declared:
                right = nearest(name, declared)
                used.add(right or name)
                hint = suggestion(right) or "; declare it in 'tags' at the top, with a description"
                message = f"the tag {name!r} is not declared{hint}"
                yield mistake(message, "undeclared-tag", (*operation.pointer, "tags", index))
    for name, tag in declared.items():
        if name not in used and survey.by_kind.get("operation"):
            yield mistake(f"no operation has the tag {name!r}", "unused-tag", (*tag.pointer, "name"))


_EXPRESSION = re.compile(
    r"\$(url|method|statusCode|(request|response)\.(header\.[-!#$%&'*+.^`|~\w]+|(query|path)\.[^{}]+|body(#(/[^{}]*)?)?))"
)


def expressions(survey: Survey) -> Iterator[Problem]:
    """A runtime expression of a link or a callback is valid (OpenAPI 3.1.1, 4.8.20.4)."""
    for link in survey.of("link"):
        values: dict[Pointer, Json] = {
            ("parameters", name): value for name, value in link.mapping("parameters").items()
        }
        values["requestBody",] = link.get("requestBody")
        for place, value in values.items():
            if isinstance(value, str) and value.startswith("$") and not _EXPRESSION.fullmatch(value):
                message = f"{value!r} is no runtime expression such as '$response.body#/id'"
                yield mistake(message, "runtime-expression", (*link.pointer, *place))
    for callback in survey.of("callback"):
        for key in callback:
            for found in re.findall(r"\{([^{}]*)\}", "" if key.startswith("x-") else key):
                if not _EXPRESSION.fullmatch(found):
                    message = f"{found!r} is no runtime expression such as '$request.body#/url'"
                    yield mistake(message, "runtime-expression", (*callback.pointer, key), "key")


_STYLES_OF_SEVERAL = frozenset({"deepObject", "pipeDelimited", "spaceDelimited"})


def styles(survey: Survey) -> Iterator[Problem]:
    """A ``style`` for several values is not used for a single value (OpenAPI 3.1.1, 4.8.12.3)."""
    for parameter in survey.of("parameter"):
        style, type_ = parameter.text("style"), parameter.mapping("schema").get("type")
        if style in _STYLES_OF_SEVERAL and isinstance(type_, str) and type_ not in {"array", "object"}:
            message = f"{style!r} is not a style of type {type_!r}, but of 'object' or 'array'"
            yield mistake(message, "inapplicable-style", (*parameter.pointer, "style"))
        if style == TABS:
            message = "OpenAPI has no style for values that tabs separate"
            yield mistake(message, "inapplicable-style", (*parameter.pointer, "style"))


OPERATION_RULES = (
    operation_ids,
    reserved_headers,
    bodies,
    successes,
    defaults,
    path_templates,
    part_encodings,
    scopes,
    declared_tags,
    expressions,
    styles,
)
