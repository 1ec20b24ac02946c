"""`reference` finds each difference between a page and a document, and no other."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from codegen.commands.main import main
from codegen.drift.reference.comparison import compared
from codegen.drift.reference.findings import Kind
from codegen.drift.reference.shapes import every_name
from codegen.drift.reference.text import read_text
from codegen.pipeline import understand
from tests.command_line import FACE
from tests.drift.reference.edits import EDITS, ENTAILED, Edit, edited
from tests.drift.reference.orders import DOCUMENT, PAGE, drift, report


def test_the_page_agrees_with_its_document(tmp_path: Path) -> None:
    result = report(tmp_path, DOCUMENT.read_text(encoding="utf-8"), code=0)
    assert result["facts"] > 140
    assert {one["kind"] for one in result["findings"]} == {"unjudged"}


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(one, id=f"{one.rule}-{at}", marks=[pytest.mark.slow] if at % 6 else [])
        for at, one in enumerate(EDITS)
    ],
)
def test_an_edit_of_the_document_is_named_with_both_places(edit: Edit, tmp_path: Path) -> None:
    result = report(tmp_path, edited(edit), code=1)
    found = drift(result)
    named = [one for one in found if one["rule"] == edit.rule and edit.says in one["message"]]
    assert named, found
    assert {one["rule"] for one in found} <= {edit.rule, *ENTAILED.get(edit.rule, ())}, found
    for one in named:
        assert edit.words in {"", one["words"]}
        assert PAGE.read_text(encoding="utf-8").splitlines()[one["page"]["line"] - 1].endswith(one["words"])


def test_drift_stands_at_the_line_of_the_document(tmp_path: Path) -> None:
    text = DOCUMENT.read_text(encoding="utf-8").replace("city: {type: string}", "city: {type: integer}")
    (one,) = drift(report(tmp_path, text))
    line = text.splitlines()[one["document"]["line"] - 1]
    assert line.strip().startswith("city:")
    assert one["words"] == "string"


def test_what_the_document_says_beyond_the_page_is_no_drift(tmp_path: Path) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    text = text.replace("city: {type: string}", "city: {type: string, enum: [Bonn, Köln], maxLength: 9}")
    result = report(tmp_path, text, code=0)
    rules = {one["rule"] for one in result["findings"] if one["kind"] == "beyond"}
    assert rules == {"values-added", "bounds-added"}


def test_statuses_that_the_text_has_lost_are_no_drift(tmp_path: Path) -> None:
    text = DOCUMENT.read_text(encoding="utf-8").replace('"409"', '"412"')
    assert not drift(report(tmp_path, text, code=0))


def with_statuses() -> str:
    """The page with the headings of the responses, as its HTML has them."""
    text = PAGE.read_text(encoding="utf-8")
    for status, prose in (("200", "The updated"), ("404", "There is no"), ("409", "Somebody else")):
        text = text.replace(prose, f"{status}\nSection titled “{status} ”{prose}")
    return text


def test_statuses_that_the_page_shows_are_compared(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(with_statuses(), encoding="utf-8")
    text = DOCUMENT.read_text(encoding="utf-8")
    assert not drift(report(tmp_path, text, page, code=0))
    result = drift(report(tmp_path, text.replace('"409"', '"412"'), page))
    assert {one["rule"] for one in result} == {"response-missing", "response-added"}


def test_words_are_compared_loosely_and_apart(tmp_path: Path) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    result = report(tmp_path, text.replace("When it was ordered.", "Set by the server at creation"), code=0)
    (one,) = (one for one in result["findings"] if one["kind"] == "prose")
    assert "`created_at`" in one["message"]
    same = report(tmp_path, text.replace("When it was ordered.", "when it was ordered"), code=0)
    assert same["counts"]["prose"] == 0


UNIONS = """\
        choice:
          oneOf:
          - {type: object, properties: {a: {type: string}}}
          - {type: object, properties: {b: {type: string}}}
"""


def test_unions_are_not_judged(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    shown = PAGE.read_text(encoding="utf-8").replace(
        "version\nrequired\ninteger\n",
        "version\nrequired\ninteger\nchoice\nOne of:\nobjectobject\nobject\na\nstring\n",
    )
    page.write_text(shown, encoding="utf-8")
    text = DOCUMENT.read_text(encoding="utf-8").replace(
        "        version: {type: integer}\n", f"        version: {{type: integer}}\n{UNIONS}"
    )
    result = report(tmp_path, text, page, code=0)
    assert "union" in {one["rule"] for one in result["findings"] if one["kind"] == "unjudged"}
    changed = text.replace("version: {type: integer}", "version: {type: string}")
    assert {one["rule"] for one in drift(report(tmp_path, changed, page, code=1))} == {"type-changed"}


def test_the_first_of_two_pages_of_an_operation_is_drafted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    document["paths"] = {"/other": {"get": {"responses": {"204": {"description": "Nothing."}}}}}
    (tmp_path / "openapi.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
    again, draft = tmp_path / "again.txt", tmp_path / "draft.yaml"
    again.write_text(
        PAGE.read_text(encoding="utf-8").replace("Update an order", "Change an order"), encoding="utf-8"
    )
    pages = [str(PAGE), str(again)]
    assert (
        main(["reference", *pages, "--spec", str(tmp_path / "openapi.yaml"), "--draft", str(draft)], FACE)
        == 1
    )
    assert f"{again}: not drafted: {PAGE} is a page of the same operation" in capsys.readouterr().out
    assert "summary: Update an order" in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("schema", "rule"),
    [
        ({"allOf": [{"type": "integer", "default": 3}, {"minimum": 1}], "default": 2}, "composed"),
        ({"type": "integer", "minimum": 1, "default": "three"}, "given-up"),
    ],
)
def test_what_a_page_shows_of_its_document_otherwise_is_no_drift(schema: Any, rule: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    document = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    document["paths"]["/orders/{orderID}"]["patch"]["parameters"][2]["schema"] = schema
    with TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.yaml"
        path.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
        read = understand(path)
    fields = every_name(read.simplified)
    parameters = {one.wire_name for operation in read.api.operations for one in operation.parameters}
    default = schema["allOf"][0]["default"] if "allOf" in schema else schema["default"]
    was = "integer format: int32\n>= 1 <= 5\n"
    assert text.count(was) == 1
    shown = text.replace(was, f"integer\ndefault: {default} >= 1\n")
    page = read_text("page.txt", shown, fields, parameters)
    found = [
        one
        for one in compared([page], read).findings
        if "`retries`" in one.message and one.kind is not Kind.PROSE
    ]
    assert [(one.kind, one.rule) for one in found] == [(Kind.UNJUDGED, rule)]
