"""Loads what every document needs: libraries that are loaded on demand, and compiled templates.

Only the server of the processes imports this. The forked processes inherit it, which saves two fifths of the
time of a small document.
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

with suppress(Exception), tempfile.TemporaryDirectory() as folder:  # errors are reported for each document
    document = Path(folder, "openapi.yaml")
    document.write_text(_DOCUMENT, encoding="utf-8")
    generate(document)
