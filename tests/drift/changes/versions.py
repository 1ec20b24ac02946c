"""Two versions of a document, and a repository with both."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from codegen.commands.entry_point import EntryPoint
from tests.drift.changes.api import document

FACE = EntryPoint(
    name="wholespec",
    call="wholespec",
    document="spec/openapi.json",
    out=Path("client"),
    remedy="install it again",
)

OLD = document()


def new_document() -> dict[str, Any]:
    new = document()
    new["components"]["schemas"]["Pet"]["properties"].pop("age")
    return new


def write(path: str, content: object) -> None:
    Path(path).write_text(json.dumps(content, indent=1), encoding="utf-8")


def git(*arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True, env=environment)
