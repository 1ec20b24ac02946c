"""Which operations can be waited with: those that declare a state with ``x-waiter`` (docs/waiting.md)."""

from __future__ import annotations

from dataclasses import replace

from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api
from codegen.model.operations import Operation, Waiter
from codegen.recognition.waiters.declared import declared

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
            found = _waiters(operation, api)
            operations.append(replace(operation, waiters=found) if found else operation)
    if problems:
        raise Refused(problems)
    return replace(api, operations=tuple(operations))


def _waiters(operation: Operation, api: Api) -> tuple[Waiter, ...]:
    value = operation.extensions.get(KEY, False)
    where = (*operation.origins[0], KEY)
    if value is False:
        return ()
    if not isinstance(value, list):
        return (declared(value, where, operation, api),)
    found: list[Waiter] = []
    problems: list[Problem] = []
    for index, one in enumerate(value):
        with gathering(problems):
            found.append(declared(one, (*where, index), operation, api))
    if problems:
        raise Refused(problems)
    return tuple(found)
