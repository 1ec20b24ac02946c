"""Documents, reports about their clients, and the files of a run."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

DOCUMENT = """\
openapi: VERSION   # the version
info: {title: Depot, version: 1.0.0}
servers: [{url: https://depot.example.com}]
paths:
  /boxes/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
    get:
      operationId: getBox
      responses:
        "200":
          description: The box.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Box"}
        "409": {description: It is moving.}
components:
  schemas:
    # Where a box is.
    State:
      type: string
      enum:
        - open     # on the table
        - stored

    Box:
      type: object
      required:
        - id
        - state
        - weight
      properties:
        id: {type: string}
        state:
          $ref: "#/components/schemas/State"
        kind: {type: string, enum: [small, large]}
        weight: {type: integer, format: int32}   # in grams
        note:
          type: string
          description: What is in it.
        made: {type: string, format: date-time}
        lid: {$ref: "#/components/schemas/Lid"}
        tags:
          type: array
          items: {type: string}
        parts:
          type: array
          items:
            $ref: "#/components/schemas/Box"
        sizes:
          type: object
          additionalProperties: {type: integer}
    Lid:
      type: object
      required: [colour]
      properties:
        colour:
          type: string   # in words
"""


def report(kind: str, where: str, pointer: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": kind,
        "operation": "getBox",
        "status_code": 200,
        "where": where,
        "pointer": pointer,
        **more,
    }


def written(folder: Path, text: str, *reports: Mapping[str, Any], name: str = "openapi.yaml") -> Path:
    """The files of a run, which then takes place in that folder."""
    os.chdir(folder)
    (folder / name).write_bytes(text.encode())
    (folder / "drift.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in reports))
    return folder / name


def edits(patch: str) -> list[str]:
    return [line for line in patch.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def api(version: str, **schemas: Any) -> str:
    """A document in which each schema is the body of a response, and a property of the schema `All`."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/All"}}}
    document = {
        "openapi": version,
        "info": {"title": "Depot", "version": "1.0.0"},
        "paths": {
            "/all": {
                "get": {
                    "operationId": "getBox",
                    "responses": {"200": {"description": "All.", "content": content}},
                }
            }
        },
        "components": {
            "schemas": {"All": {"type": "object", "properties": {"x": {"type": "string"}}}, **schemas}
        },
    }
    return yaml.safe_dump(document, sort_keys=False)


ALL = "#/components/schemas/All"
X = f"{ALL}/properties/x"
