"""What each document would need anew: libraries loaded on demand, templates compiled.

The server of the processes imports this and nobody else does, so that those it forks have it all: two fifths
of the time that a small document takes.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from codegen.pipeline import generate

_DOCUMENT = """
openapi: 3.1.0
info: {title: Warm, version: 1.0.0}
paths: {/: {get: {responses: {"204": {description: Nothing.}}}}}
components:
  schemas:
    Colour: {enum: [red, blue]}
    Thing: {type: object, properties: {colour: {$ref: "#/components/schemas/Colour"}}}
"""

with suppress(Exception), tempfile.TemporaryDirectory() as folder:  # what is wrong is told of each document
    document = Path(folder, "openapi.yaml")
    document.write_text(_DOCUMENT, encoding="utf-8")
    generate(document)
