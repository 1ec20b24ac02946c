"""Facts about the states that operations can wait for."""

from __future__ import annotations

from codegen.model.api import Api
from codegen.model.operations import Operation, Path
from codegen.model.pagination import page_type, type_at, within_lists
from codegen.model.types import ListOf, Type, without_null


def state_type(operation: Operation, path: Path, api: Api) -> Type | None:
    """The type of the state at a path; a list of it if the path leads through lists.

    None if there is nothing at the path.
    """
    type_ = page_type(operation, api)
    through_lists = False
    for name in path:
        owner = within_lists(type_)
        through_lists |= owner != without_null(type_)
        found = type_at(owner, (name,), api)
        if found is None:
            return None
        type_ = found
    state = within_lists(type_)
    return ListOf(state) if through_lists or state != without_null(type_) else state


def has_waiters(api: Api) -> bool:
    """Whether a state can be waited for."""
    return any(operation.waiters for operation in api.operations)


def has_long_running(api: Api) -> bool:
    """Whether an operation takes long, and has a URL for its status."""
    return any(operation.long_running for operation in api.operations)


def has_waits(api: Api) -> bool:
    """Whether anything can be waited for."""
    return has_waiters(api) or has_long_running(api)
