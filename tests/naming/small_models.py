"""Small models: an API and an operation with little more than what a test names."""

from __future__ import annotations

from typing import Any

from codegen.model.api import Api
from codegen.model.notes import Notes
from codegen.model.operations import Operation

NOTES = Notes(constraints={}, extensions={})


def api_with(**parts: Any) -> Api:
    """An API with these parts."""
    required = {"title": "Things", "version": "1", "contact": {}, "python": {}}
    return Api(
        **{**required, "servers": (), "tags": (), "operations": (), "models": {}, "enums": {}, **parts}
    )


def operation_at(request: str, **parts: Any) -> Operation:
    """An operation with these parts, by its method and path: ``GET /things``."""
    method, _, path = request.partition(" ")
    origins = (("paths", path, method.lower()),)
    required = {"id": None, "tag": None, "parameters": (), "body": None, "responses": (), "extensions": {}}
    return Operation(**{**required, "method": method, "path": path, "origins": origins, **parts})
