"""The arguments of a call in an example: those that are required, and those in the example of the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from codegen.document.node import Json
from codegen.model.api import Api
from codegen.model.notes import Notes
from codegen.model.types import Scalar, Type
from codegen.model.wire import part_type, sent_as, sent_codec, sent_type
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.standard.media_types import Codec
from codegen.views.annotations import Annotations, Imports
from codegen.views.bodies import Argument
from codegen.views.expressions import Item
from codegen.views.methods import call_arguments
from codegen.views.passed_values import Passed
from codegen.views.streams import streamed
from codegen.views.text.quoting import EMPTY, name, splice
from codegen.views.waiters import beside_own


class _Known(Struct, frozen=True):
    """The documented facts about the value of an argument."""

    type: Type
    notes: Notes | None = None
    examples: Sequence[Json] = ()
    sends_files: bool = False


def example_arguments(
    method: Method, api: Api, names: Names, passed: Passed, *, is_wait: bool = False
) -> list[Item] | None:
    """The arguments of an example of a method; None if a required one has no value.

    Args:
        method: The method.
        api: Its API.
        names: The names of the client.
        passed: Writes the values, and keeps the modules that they need.
        is_wait: Whether the call is one that waits, which has arguments of its own.
    """
    method = next(iter(method.each), method)  # of several media types, the preferred one
    imports = Imports(package=".")
    annotations = Annotations(names.components, imports, qualifier="models", params="params")
    positional, keywords, _ = call_arguments(method, api, annotations, imports)
    known = _known(method, api)
    found = streamed(method, api)
    flag = "" if found is None else found.flag
    chosen = [one for one in keywords if one.required]
    if not is_wait:
        shown = [one for one in keywords if not one.required and one.name != flag]
        shown = [one for one in shown if one.name in known and known[one.name].examples]
        chosen += shown or ([] if chosen else _first_of_body(method, keywords, flag))
    renamed = beside_own(chosen) if is_wait else chosen
    shown_as = [(one, EMPTY) for one in positional]
    shown_as += [(one, splice("{}=", name(new.name))) for one, new in zip(chosen, renamed, strict=True)]
    items: list[Item] = []
    for one, before in shown_as:
        about = known[one.name]
        value = passed.of(about.type, about.notes, about.examples, sends_files=about.sends_files)
        if value is not None:
            items.append(Item(value, before))
        elif one.required:
            return None
    return items


def _first_of_body(method: Method, keywords: Sequence[Argument], flag: str) -> list[Argument]:
    """The first simple property of a body without required ones: an empty body says nothing."""
    simple = {
        one.name
        for one in method.keywords or ()
        if isinstance(one.field.type, Scalar) and not one.field.read_only and one.name != flag
    }
    return [one for one in keywords if one.name in simple][:1]


def _known(method: Method, api: Api) -> dict[str, _Known]:
    """What is known of the arguments, by their names."""
    body = method.operation.body
    found = {one.name: _Known(one.parameter.type, one.parameter.notes) for one in method.parameters}
    if body is None or not body.media:
        return found
    media = sent_as(body, api)
    if media is None:
        return found
    codec = sent_codec(media, api)
    sends_files = codec in {Codec.MULTIPART, Codec.BYTES}
    if method.keywords is None:
        type_ = media.type if codec is Codec.MULTIPART else sent_type(media, api)
        return found | {"body": _Known(type_, None, media.examples, sends_files)}
    objects = (one for one in media.examples if isinstance(one, Mapping))
    example: Mapping[str, Json] = next(objects, {})
    for named in method.keywords:
        field = named.field
        shown = (example[field.wire_name],) if field.wire_name in example else ()
        type_ = part_type(field) if codec is Codec.MULTIPART else field.type
        found[named.name] = _Known(type_, field.notes, shown, sends_files)
    return found
