"""Finds operations whose response has a URL for their status, by documentation or ``x-waiter: true``."""

from __future__ import annotations

import re

from msgspec.structs import replace

from codegen.document.node import Node
from codegen.model.api import Api
from codegen.model.operations import LongRunning, Operation
from codegen.model.pagination import page_type
from codegen.model.streams import stream_of
from codegen.model.types import Scalar, Type

_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_MONITORS = frozenset({"operation-location", "azure-asyncoperation"})
_MONITORING = re.compile(r"\b(poll|monitor|status|progress)", re.IGNORECASE)
_MARK = "x-ms-long-running-operation"


def long_running(operation: Operation, api: Api, *, is_declared: bool = False) -> LongRunning | None:
    """How to wait for the end of an operation; None if its response has no URL for its status.

    Args:
        operation: The operation.
        api: The client.
        is_declared: Whether the document declares that it does.
    """
    if operation.method not in _METHODS or stream_of(operation, api) is not None:
        return None
    if not (is_declared or operation.extensions.get(_MARK) is True or _says_so(operation)):
        return None
    if operation.method in {"PUT", "PATCH"} and _via(operation) in {"", "original-uri"}:
        for other in api.operations:
            if (other.method, other.path) == ("GET", operation.path):
                found = _json(other, api)
                if found is not None:
                    return LongRunning(found, is_at_path=True)
    done = tuple(one for one in operation.responses if one.status in {"200", "201"})
    return LongRunning(_json(replace(operation, responses=done), api))


def _says_so(operation: Operation) -> bool:
    """Whether a 202 response has a header with a URL for the status.

    `Location` may also be the URL of a created resource, so there must be further evidence.
    """
    for response in operation.responses:
        headers = {header.wire_name.lower(): header for header in response.headers}
        if response.status != "202":
            continue
        if headers.keys() & _MONITORS:
            return True
        if "location" in headers and (
            "retry-after" in headers or _MONITORING.search(headers["location"].notes.description)
        ):
            return True
    return False


def _via(operation: Operation) -> str:
    options = operation.extensions.get(f"{_MARK}-options")
    return options.text("final-state-via") if isinstance(options, Node) else ""


def _json(operation: Operation, api: Api) -> Type | None:
    found = page_type(operation, api)
    return None if found is Scalar.NULL else found
