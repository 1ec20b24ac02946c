"""A page in the layout of a published reference, its document, and the report about both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from codegen.commands.main import main
from tests.command_line import FACE

HERE = Path(__file__).parent
PAGE, DOCUMENT = HERE / "update-an-order.txt", HERE / "openapi.yaml"


def report(tmp_path: Path, text: str, page: Path = PAGE, code: int | None = None) -> dict[str, Any]:
    """The report of a document."""
    document, out = tmp_path / "openapi.yaml", tmp_path / "report.json"
    document.write_text(text, encoding="utf-8")
    found = main(["reference", str(page), "--spec", str(document), "--report", str(out), "-q"], FACE)
    result: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert found == (0 if result["agrees"] else 1)
    assert code in {None, found}
    return result


def drift(result: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in result["findings"] if one["kind"] == "drift"]
