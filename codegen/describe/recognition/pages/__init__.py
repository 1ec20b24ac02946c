"""Decides which operations return pages, and how to get the next page: by declarations or rules."""

from __future__ import annotations

from msgspec.structs import replace

from codegen.describe.recognition.pages.declared import declared_pagination
from codegen.describe.recognition.pages.foreign import foreign
from codegen.describe.recognition.pages.rules import recognised
from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api
from codegen.model.operations import Operation, Pagination

OURS = "x-pagination"


def paged(api: Api) -> Api:
    """The client, with the pagination of its operations.

    Raises:
        Refused: A declaration cannot be used.
    """
    problems: list[Problem] = []
    operations: list[Operation] = []
    if api.extensions.get(OURS, False) is not False:
        problems.append(
            Problem("'x-pagination' of a whole document can only be false", "pagination", (OURS,))
        )
    for operation in api.operations:
        with gathering(problems):
            found = _pagination(operation, api)
            operations.append(operation if found is None else replace(operation, pagination=found))
    if problems:
        raise Refused(problems)
    return replace(api, operations=tuple(operations))


def _pagination(operation: Operation, api: Api) -> Pagination | None:
    own = operation.extensions.get(OURS, api.extensions.get(OURS, True))
    if own is False:
        return None
    if own is not True:
        return declared_pagination(own, (*operation.origins[0], OURS), operation, api)
    found = foreign(operation, api) or recognised(operation, api)
    if found is None and OURS in operation.extensions:
        text = "no rule recognises how to turn pages: declare it, as {kind: cursor, parameter: cursor, ...}"
        raise Refused([Problem(text, "pagination", (*operation.origins[0], OURS))])
    return found
