"""Programs that call a method whose body has several media types, each with arguments of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.drift.changes.api import Document, document, report

_TEXT = {"type": "string"}


def _api(form: dict[str, Any], *required: str) -> Document:
    """Drawings, sent as JSON with `name` and `size`, or in a form."""
    drawn: dict[str, Any] = {"type": "object", "required": ["name"], "properties": {"name": _TEXT}}
    drawn["properties"]["size"] = _TEXT
    api = document()
    api["paths"]["/drawings"] = {
        "post": {
            "operationId": "drawIt",
            "tags": ["drawings"],
            "requestBody": {
                "required": True,
                "content": {
                    "application/json": {"schema": drawn},
                    "multipart/form-data": {
                        "schema": {"type": "object", "required": [*required], "properties": form}
                    },
                },
            },
            "responses": {"204": {"description": "Drawn."}},
        }
    }
    return api


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (_api({"file": _TEXT}), _api({"file": _TEXT}, "file"), "requires `file` with `multipart/form-data`"),
        (
            _api({"file": _TEXT}),
            _api({"file": _TEXT, "ink": _TEXT}, "ink"),
            "requires `ink` with `multipart/form-data`",
        ),
        (
            _api({"file": _TEXT, "size": _TEXT}),
            _api({"file": _TEXT}),
            "no longer takes `size` with `multipart/form-data`",
        ),
        (_api({"file": _TEXT}, "file"), _api({"file": _TEXT}), ""),
        (_api({"file": _TEXT}), _api({"file": _TEXT, "size": _TEXT}), ""),
        (_api({"file": _TEXT}), _api({"file": _TEXT, "ink": _TEXT}), ""),
    ],
)
def test_those_who_send_one_of_them(old: Document, new: Document, said: str, tmp_path: Path) -> None:
    broken = [one for one in report(tmp_path, old, new).entries if one.callers]
    sentences = " ".join(sentence for one in broken for sentence in one.sentences)
    assert said in sentences
    assert bool(broken) is bool(said)
