"""What follows from the states that operations can wait for."""

from __future__ import annotations

from codegen.model.api import Api


def has_waiters(api: Api) -> bool:
    """Whether a state can be waited for."""
    return any(operation.waiters for operation in api.operations)


def has_long_running(api: Api) -> bool:
    """Whether an operation says where to ask whether it is done."""
    return any(operation.long_running for operation in api.operations)


def has_waits(api: Api) -> bool:
    """Whether anything can be waited for."""
    return has_waiters(api) or has_long_running(api)
