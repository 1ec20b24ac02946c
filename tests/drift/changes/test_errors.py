"""Errors: what their bodies may be is a type that programs read, whichever operation raises them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from codegen.pipeline import generate
from tests.drift.changes.api import Document, document, report
from tests.typing.checkers import mypy, pyright

PROGRAM = """\
from zoo import APIStatusError, models


def handled(error: APIStatusError) -> str | None:
    body: models.Fault | str | None = error.body
    return error.code if body is None or isinstance(body, str) else body.code
"""


def _api(errors: dict[str, str], *, code: str = "code") -> Document:
    """The API with errors of some operations: the schema for each operation."""
    api = document()
    schemas = api["components"]["schemas"]
    text = {"type": "string"}
    schemas["Fault"] = {"type": "object", "required": [code], "properties": {code: text}}
    schemas["Other"] = {"type": "object", "required": ["why"], "properties": {"why": text}}
    for operation, schema in errors.items():
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
        method, path = operation.split()
        api["paths"][path][method]["responses"]["409"] = {"description": "No.", "content": content}
    schemas["Pet"]["properties"] |= {
        name.lower(): {"$ref": f"#/components/schemas/{name}"} for name in ("Fault", "Other")
    }
    return api


OLD = _api({"post /pets": "Fault"})

EDITS: dict[str, tuple[Document, list[str]]] = {
    # what: the new version, and the rules about errors
    "the same body elsewhere": (_api({"post /pets": "Fault", "get /pets": "Fault"}), []),
    "another body elsewhere": (_api({"post /pets": "Fault", "get /pets": "Other"}), ["python-error-type"]),
    "another body": (
        _api({"post /pets": "Other"}),
        ["python-error-type", "python-error-attribute-empty"],
    ),
    "no body": (_api({}), ["python-error-type", "python-error-attribute-empty"]),
}


@pytest.mark.parametrize("what", EDITS)
def test_the_report_has_what_bodies_of_errors_may_be(what: str, tmp_path: Path) -> None:
    new, rules = EDITS[what]
    found = report(tmp_path, OLD, new)
    assert {rule for one in found.entries for rule in one.rules if "python-error" in rule} == {*rules}
    assert all(one.readers for one in found.entries if {*one.rules} & {*rules})


def test_an_attribute_that_becomes_empty_is_reported_with_the_removed_property(tmp_path: Path) -> None:
    found = report(tmp_path, OLD, _api({"post /pets": "Fault"}, code="reason"))
    (entry,) = (one for one in found.entries if "python-error-attribute-empty" in one.rules)
    assert "python-attribute-removed" in entry.rules
    assert not [one for one in found.entries if "python-error-type" in one.rules]


def test_the_first_body_is_no_change_for_programs(tmp_path: Path) -> None:
    found = report(tmp_path, _api({}), OLD)
    assert not [rule for one in found.entries for rule in one.rules if "python-error" in rule]


@pytest.mark.slow
@pytest.mark.parametrize("checker", [mypy, pyright])
def test_type_checkers_agree(checker: Any, tmp_path: Path) -> None:
    for index, (new, rules) in enumerate([(OLD, []), *EDITS.values()]):
        folder = tmp_path / str(index)
        folder.mkdir()
        (folder / "api.json").write_text(json.dumps(new), encoding="utf-8")
        for path, text in generate(folder / "api.json").files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        (folder / "uses.py").write_text(PROGRAM, encoding="utf-8")
        package = [*(folder / "zoo").rglob("*.py")]
        found = (
            pyright(folder, package)
            if checker is pyright
            else mypy(folder / "uses.py", path=folder, imported=package)
        )
        assert bool([line for name, line in found if name == "uses.py"]) is bool(rules)
