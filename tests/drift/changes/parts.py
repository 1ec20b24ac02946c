"""Parts of the documents of the table."""

from __future__ import annotations

from typing import Any

Json = Any
Operation = dict[str, Any]


def response(schema: Json) -> Operation:
    return {"200": {"description": "Done.", "content": {"application/json": {"schema": schema}}}}


NOTHING: Operation = {"204": {"description": "Done."}}
