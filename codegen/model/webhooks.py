"""The bodies of the webhooks that the API sends, as one type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.responses import may_be_unknown, received_type
from codegen.model.types import Named, Scalar, Type
from codegen.model.wire import codec_of
from codegen.standard.media_types import Codec


class Events(Struct, frozen=True):
    """What a request of the API may have as its body."""

    members: tuple[Type, ...]
    """At least one."""
    discriminator: str = ""
    """The wire name of the property that is another constant in each member; empty if there is none."""
    mapping: Mapping[str, Type] | None = None
    """The members by the value of that property."""

    def may_be_unknown(self, api: Api) -> bool:
        """Whether a body may be none of the members, because the API may add more of them."""
        unions = (api.unions[one.name] for one in self.members if _is_in(one, api.unions))
        return (len(self.members) > 1 and any(_is_in(one, api.models) for one in self.members)) or any(
            may_be_unknown(union, api) for union in unions
        )


def events_of(api: Api) -> Events | None:
    """The bodies of all webhooks; None if no webhook has one that is JSON."""
    media = [
        one
        for received in api.received
        if received.key.sender is None and received.operation.body is not None
        for one in received.operation.body.media
        if codec_of(one) is Codec.JSON
    ]
    members = tuple(dict.fromkeys(received_type(one) for one in media))
    if not members or Scalar.ANY in members:
        return None
    by = _discriminator(members, api)
    return Events(members) if by is None else Events(members, *by)


def has_events(api: Api) -> bool:
    """Whether there are webhooks whose bodies can be decoded."""
    return events_of(api) is not None


def has_several_events(api: Api) -> bool:
    """Whether the bodies of webhooks are of several types."""
    events = events_of(api)
    return events is not None and len(events.members) > 1


def has_unknown_events(api: Api) -> bool:
    """Whether a webhook may have a body that is none of the documented ones."""
    events = events_of(api)
    return events is not None and events.may_be_unknown(api)


def _discriminator(members: tuple[Type, ...], api: Api) -> tuple[str, Mapping[str, Type]] | None:
    """The property that is another constant in each of several models, and the members by its values."""
    models = [api.models[one.name] for one in members if isinstance(one, Named) and one.name in api.models]
    if len(models) < max(2, len(members)):
        return None
    for field in models[0].fields:
        values = [_constant(model.name, field.wire_name, api) for model in models]
        found = {value: member for value, member in zip(values, members, strict=True) if value is not None}
        if len(found) == len(members):
            return field.wire_name, found
    return None


def _constant(model: str, wire_name: str, api: Api) -> str | None:
    """The only text that a property may have; None if there are others."""
    for field in api.models[model].fields:
        if field.wire_name == wire_name and isinstance(field.type, Named) and field.type.name in api.enums:
            members = api.enums[field.type.name].members
            if len(members) == 1 and isinstance(members[0].value, str):
                return members[0].value
    return None


def _is_in(type_: Type, known: Mapping[str, object]) -> TypeGuard[Named]:
    return isinstance(type_, Named) and type_.name in known
