"""Finds what can be waited for: states that ``x-waiter`` declares, and operations that take long."""

from __future__ import annotations

from msgspec.structs import replace

from codegen.describe.recognition.waiters.declared import declared_waiter
from codegen.describe.recognition.waiters.long_running import long_running
from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api
from codegen.model.operations import LongRunning, Operation, Waiter

KEY = "x-waiter"


def waited(api: Api) -> Api:
    """The client, with the waiters of its operations.

    Raises:
        Refused: A declaration cannot be used.
    """
    problems: list[Problem] = []
    operations: list[Operation] = []
    for received in api.received:
        if KEY in received.operation.extensions:
            text = "the API sends this request, so nothing can wait with it"
            problems.append(Problem(text, "waiter", (*received.operation.origins[0], KEY)))
    for operation in api.operations:
        with gathering(problems):
            waiters = _waiters(operation, api)
            long = _long_running(operation, api)
            is_changed = waiters or long
            operations.append(
                replace(operation, waiters=waiters, long_running=long) if is_changed else operation
            )
    if problems:
        raise Refused(problems)
    return replace(api, operations=tuple(operations))


def _waiters(operation: Operation, api: Api) -> tuple[Waiter, ...]:
    value = operation.extensions.get(KEY, False)
    where = (*operation.origins[0], KEY)
    if value is False or (value is True and operation.method != "GET"):
        return ()
    if not isinstance(value, list):
        return (declared_waiter(value, where, operation, api),)
    found: list[Waiter] = []
    problems: list[Problem] = []
    for index, one in enumerate(value):
        with gathering(problems):
            found.append(declared_waiter(one, (*where, index), operation, api))
    if problems:
        raise Refused(problems)
    return tuple(found)


def _long_running(operation: Operation, api: Api) -> LongRunning | None:
    value = operation.extensions.get(KEY)
    return None if value is False else long_running(operation, api, is_declared=value is True)
