"""Reports in SARIF, compared with the schema of OASIS."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft7Validator

SCHEMA = Path(__file__).with_name("sarif-schema-2.1.0.json")


def mistakes(report: object) -> list[str]:
    """What is wrong with a report."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema).iter_errors(report)]
