"""The types of an operation that are relevant for its pages."""

from __future__ import annotations

from codegen.model.api import Api
from codegen.model.classes import Field
from codegen.model.operations import Operation, Path
from codegen.model.responses import response_type, returned_responses
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, without_null
from codegen.model.wire import alternatives


def has_pages(api: Api) -> bool:
    """Whether an operation returns pages."""
    return any(operation.pagination is not None for operation in api.operations)


def page_type(operation: Operation, api: Api) -> Type:
    """The type of the body that an operation returns, if it is JSON; null if there are several.

    Kubernetes documents each list as YAML, too, which is bytes.
    """
    types = {
        part
        for response in returned_responses(operation)
        for part in alternatives(response_type(response, api), api)
    } - {Scalar.BYTES}
    return types.pop() if len(types) == 1 else Scalar.NULL


def type_at(type_: Type, path: Path, api: Api) -> Type | None:
    """The type of the property at a path, without null; None if there is none."""
    for name in path:
        match without_null(type_):
            case Scalar.ANY:
                return Scalar.ANY
            case MapOf(value):
                type_ = value
            case other:
                found = [_field(model, name, api) for model in objects(other, api)]
                if not found or None in found:
                    return None
                type_ = next(field.type for field in found if field is not None)
    return without_null(type_)


def within_lists(type_: Type) -> Type:
    """The type of the items of a list, also of lists in it; any other type itself, without null."""
    inner = without_null(type_)
    return within_lists(inner.item) if isinstance(inner, ListOf) else inner


def objects(type_: Type, api: Api) -> list[str]:
    """The models that a value may be, by name; none if it may be something else."""
    found = [
        part.name if isinstance(part, Named) and part.name in api.models else ""
        for part in alternatives(type_, api)
    ]
    return found if all(found) else []


def _field(model: str, wire_name: str, api: Api) -> Field | None:
    return next((one for one in api.models[model].fields if one.wire_name == wire_name), None)
