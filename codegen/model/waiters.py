"""What follows from the states that operations can wait for."""

from __future__ import annotations

from codegen.model.api import Api


def has_waiters(api: Api) -> bool:
    """Whether a state can be waited for."""
    return any(operation.waiters for operation in api.operations)
