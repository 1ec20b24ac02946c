"""Conditions of the manifest: the parts of an API that need a module of the runtime."""

from __future__ import annotations

from codegen.model.api import Api
from codegen.model.credentials import grants_of
from codegen.model.former_names import (
    has_former_arguments,
    has_former_fields,
    has_former_members,
    has_former_methods,
)
from codegen.model.responses import has_downloads, has_unknown
from codegen.model.streams import has_streams
from codegen.model.webhooks import has_several_events, has_unknown_events


def has_open_objects(api: Api) -> bool:
    """Whether a model has further properties."""
    return any(model.extra is not None for model in api.models.values())


def has_unions(api: Api) -> bool:
    """Whether values of unions are decoded."""
    return bool(api.unions) or has_several_events(api)


def has_any_unknown(api: Api) -> bool:
    """Whether a value may be of none of the documented types."""
    return has_unknown(api) or has_unknown_events(api)


def has_open_responses(api: Api) -> bool:
    """Whether the bodies of some responses are read while they arrive."""
    return has_downloads(api) or has_streams(api)


def has_grants(api: Api) -> bool:
    """Whether a client can get tokens itself."""
    return grants_of(api) is not None


def has_deprecated_methods(api: Api) -> bool:
    """Whether a method, or an argument of one, is deprecated."""
    return (
        has_former_methods(api)
        or has_former_arguments(api)
        or any(operation.deprecated for operation in api.operations)
    )


def has_former_attributes(api: Api) -> bool:
    """Whether fields or members of enums keep former names."""
    return has_former_fields(api) or has_former_members(api)
