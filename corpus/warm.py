"""What each document would need anew: libraries loaded on demand, templates compiled.

The server of the processes imports this and nobody else does, so that those it forks have it all. It is a
quarter of the time that a small document takes.
"""

from __future__ import annotations

from contextlib import suppress

from codegen.document import Node, placed
from codegen.pipeline import package

_DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Warm", "version": "1.0.0"},
    "paths": {"/": {"get": {"responses": {"204": {"description": "Nothing."}}}}},
    "components": {
        "schemas": {
            "Colour": {"enum": ["red", "blue"]},
            "Thing": {"type": "object", "properties": {"colour": {"$ref": "#/components/schemas/Colour"}}},
        }
    },
}

with suppress(Exception):  # what is wrong is told of each document
    root = placed(_DOCUMENT)
    if isinstance(root, Node):
        package(root)
