"""`reference` finds each difference between a page and a document, and no other."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from codegen.commands.entry_point import EntryPoint
from codegen.commands.main import main
from codegen.drift.reference.comparison import compared
from codegen.drift.reference.findings import Kind
from codegen.drift.reference.page import UnreadableError
from codegen.drift.reference.shapes import every_name
from codegen.drift.reference.text import read_text
from codegen.pipeline import understand

HERE = Path(__file__).parent
PAGE, DOCUMENT = HERE / "update-an-order.txt", HERE / "openapi.yaml"
FACE = EntryPoint(name="wholespec", call="wholespec", out=Path("client"), remedy="")
MISSING = object()

OPERATION = "paths /orders/{orderID} patch"
BODY = f"{OPERATION} requestBody content application/json schema"
ORDER = "components schemas Order"


@dataclass(frozen=True)
class Edit:
    """An edit of the document, and what has to be reported."""

    at: str
    """The keys on the way, separated by spaces."""
    value: Any
    rule: str
    says: str
    words: str = ""
    """The line of the page that is shown, if it can only be one."""


# ruff: noqa: E501 - a row is a line
EDITS = [
    # the operation
    Edit(OPERATION, "rename put", "method-changed", "the page has PATCH", "PATCH"),
    Edit("paths /orders/{orderID}", "rename /purchases/{orderID}", "path-changed", "`/purchases/{orderID}`", "/orders/{orderID}"),
    Edit("paths /orders/{orderID}", "rename /v2/orders/{orderID}", "path-changed", "`/v2/orders/{orderID}`", "/orders/{orderID}"),
    Edit(OPERATION, MISSING, "operation-missing", "lacks PATCH /orders/{orderID}", "PATCH"),
    Edit("servers 0 url", "https://shop.example.com/v2", "server-changed", "`https://shop.example.com/v1`"),
    # parameters
    Edit(f"{OPERATION} parameters 0", MISSING, "parameter-missing", "query parameter `notify`", "notify"),
    Edit(f"{OPERATION} parameters 2", MISSING, "parameter-missing", "query parameter `retries`", "retries"),
    Edit(f"{OPERATION} parameters 3", MISSING, "parameter-missing", "header parameter `If-Match`", "If-Match"),
    Edit(f"{OPERATION} parameters 4", {"name": "dry", "in": "query", "schema": {"type": "boolean"}}, "parameter-added", "query parameter `dry`"),
    Edit(f"{OPERATION} parameters 0 in", "header", "parameter-moved", "a header parameter", "notify"),
    Edit(f"{OPERATION} parameters 0 required", True, "required-changed", "`notify` is optional on the page", "notify"),
    Edit(f"{OPERATION} parameters 3 required", False, "required-changed", "`If-Match` is required on the page", "If-Match"),
    Edit(f"{OPERATION} parameters 0 schema type", "string", "type-changed", "`boolean` on the page", "boolean"),
    Edit(f"{OPERATION} parameters 2 deprecated", False, "deprecation-changed", "is deprecated on the page", "retries"),
    Edit(f"{OPERATION} parameters 0 deprecated", True, "deprecation-changed", "is not deprecated on the page", "notify"),
    Edit(f"{OPERATION} parameters 2 schema format", "int64", "format-changed", "`int32`", "integer format: int32"),
    Edit(f"{OPERATION} parameters 2 schema maximum", 9, "bounds-changed", "`>= 1 <= 5`", ">= 1 <= 5"),
    Edit(f"{OPERATION} parameters 2 schema minimum", MISSING, "bounds-changed", "the document `<= 5`", ">= 1 <= 5"),
    Edit(f"{OPERATION} parameters 1 schema default", "de", "bounds-changed", "`default: en`", "default: en"),
    Edit(f"{OPERATION} parameters 1 schema enum", ["de", "en", "fr"], "value-added", "`fr`", "Allowed values: de en"),
    Edit(f"{OPERATION} parameters 1 schema enum", ["en"], "value-missing", "`de`", "Allowed values: de en"),
    Edit("paths /orders/{orderID} parameters 0 schema format", MISSING, "format-changed", "no format in the document"),
    # the body
    Edit(f"{OPERATION} requestBody", MISSING, "body-missing", "a request body, the document none"),
    Edit(f"{OPERATION} requestBody required", False, "body-required-changed", "required on the page"),
    Edit(f"{BODY} properties express", MISSING, "field-missing", "`express` of the request body", "express"),
    Edit(f"{BODY} properties express", "rename fast", "field-renamed", "called `fast`", "express"),
    Edit(f"{BODY} properties coupon", {"type": "string"}, "field-added", "`coupon` of the request body"),
    Edit(f"{BODY} required", [], "required-changed", "`note` of the request body is required", "note"),
    Edit(f"{BODY} required", ["note", "express"], "required-changed", "`express`", "express"),
    Edit(f"{BODY} properties note maxLength", 100, "bounds-changed", "<= 200 characters", "<= 200 characters"),
    Edit(f"{BODY} properties note type", ["string", "null"], "null-changed", "may not be null on the page", "string"),
    # responses
    Edit(f"{OPERATION} responses 404", MISSING, "response-missing", "There is no such order."),
    Edit(f"{OPERATION} responses 409", MISSING, "response-missing", "Somebody else"),
    Edit(f"{OPERATION} responses 410", {"description": "Gone.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Line"}}}}, "response-added", "response 410"),
    Edit(f"{OPERATION} responses 200 content application/json", "rename application/cbor", "media-type-missing", "`application/json`", "Media type application/json"),
    # fields
    Edit(f"{ORDER} properties note", MISSING, "field-missing", "`note` of the response", "note"),
    Edit(f"{ORDER} properties id", "rename uid", "field-renamed", "called `uid`", "id"),
    Edit(f"{ORDER} properties lines", "rename items", "field-renamed", "called `items`", "lines"),
    Edit(f"{ORDER} properties customer", "rename buyer", "field-renamed", "called `buyer`", "customer"),
    Edit(f"{ORDER} properties total", MISSING, "field-missing", "`total` of the response", "total"),
    Edit(f"{ORDER} properties created_at", MISSING, "field-missing", "`created_at`", "created_at"),
    Edit(f"{ORDER} properties weight", {"type": "number"}, "field-added", "`weight` of the response"),
    Edit(f"{ORDER} properties created_at format", "date", "format-changed", "`date`", "string format: date-time"),
    Edit(f"{ORDER} properties note format", "email", "format-changed", "`email`", "string | null"),
    Edit(f"{ORDER} properties note type", "string", "null-changed", "may be null on the page", "string | null"),
    Edit(f"{ORDER} properties total type", "integer", "type-changed", "`number` on the page", "number format: double"),
    Edit(f"{ORDER} properties total nullable", True, "null-changed", "`total`", "number format: double"),
    Edit(f"{ORDER} properties tags items type", "integer", "type-changed", "`Array<string>` on the page", "Array<string>"),
    Edit(f"{ORDER} properties tags uniqueItems", False, "bounds-changed", "unique items", "unique items"),
    Edit(f"{ORDER} properties labels additionalProperties type", "integer", "type-changed", "a further field", "string"),
    Edit(f"{ORDER} properties labels additionalProperties", False, "further-missing", "`labels`", "key"),
    Edit(f"{ORDER} properties customer properties address properties zip", MISSING, "field-missing", "`zip` of the field `address`", "zip"),
    Edit(f"{ORDER} properties customer properties name", MISSING, "field-missing", "`name` of the field `customer`", "name"),
    Edit(f"{ORDER} properties customer properties address properties zip pattern", "^[A-Z]+$", "bounds-changed", "^[0-9]+$", "/^[0-9]+$/"),
    Edit(f"{ORDER} required", ["id", "state", "customer"], "required-changed", "`created_at`", "created_at"),
    Edit("components schemas State enum", ["open", "paid"], "value-missing", "`sent`", "Allowed values: open paid sent"),
    Edit("components schemas State enum", ["open", "paid", "sent", "lost"], "value-added", "`lost`", "Allowed values: open paid sent"),
    Edit("components schemas Line properties count", MISSING, "field-missing", "`count` of the field `lines`", "count"),
    Edit("components schemas Line properties count type", "string", "type-changed", "`integer` on the page", "integer"),
    Edit("components schemas Line required", ["product"], "required-changed", "`count`", "count"),
    Edit("components schemas Problem properties code", "rename reason", "field-renamed", "called `reason`", "code"),
    Edit("components schemas Problem properties details", MISSING, "field-missing", "`details`", "details"),
    Edit("components schemas Problem properties details items properties code", MISSING, "field-missing", "`code` of the field `details`", "code"),
    Edit("components schemas Problem properties details items properties field type", "boolean", "type-changed", "`string` on the page", "string"),
    Edit("components schemas Conflict properties version", "rename revision", "field-renamed", "called `revision`", "version"),
]  # fmt: skip
ENTAILED = {
    "value-missing": {"example-value"},  # the example of the page has the value, too
    "field-missing": {"example-field", "field-missing"},  # an example, and the fields in a field
    "field-renamed": {"example-field"},
    "media-type-missing": {"media-type-added"},
    "path-changed": {"server-changed"},
    "further-missing": {"type-changed"},
}  # fmt: skip


def edited(edit: Edit) -> str:
    document = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    *way, last = (int(one) if one.isdigit() and len(one) < 3 else one for one in edit.at.split())
    owner, holder = document, document
    for key in way:
        owner, holder = owner[key], owner
    required = holder["required"] if way[-1:] == ["properties"] and last in holder.get("required", ()) else []
    if edit.value is MISSING:
        del owner[last]
        required[:] = [one for one in required if one != last]
    elif isinstance(edit.value, str) and edit.value.startswith("rename "):
        new = edit.value.removeprefix("rename ")
        items = [(new if key == last else key, value) for key, value in owner.items()]
        owner.clear()
        owner.update(items)
        required[:] = [new if one == last else one for one in required]
    elif isinstance(owner, list) and last == len(owner):
        owner.append(edit.value)
    else:
        owner[last] = edit.value
    return yaml.safe_dump(document, sort_keys=False)


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
          oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]
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


WRONG: list[tuple[str, Callable[[str], str | bytes], str]] = [
    ("no page", lambda _: "Hello\n", "page.txt:1:1: no line has a method"),
    ("empty", lambda _: "", "page.txt:1:1: no line has a method"),
    ("no path", lambda text: text.replace("/orders/{orderID}\n", "", 1), "page.txt:3:1: the path"),
    ("cut", lambda text: text.partition("Section titled “ Responses")[0], "page.txt:41:1: the page ends without"),
    ("HTML", lambda _: "<!doctype html>\n<main>", "page.txt:2:1: no element has the method"),
    ("cut HTML", lambda _: "<main><div class='method get'>GET</div><div class='path'>/a</div>", "page.txt:1:1: the page ends without"),
    ("bytes", lambda _: b"GET\n/\xff\n", "page.txt:2:1: this is not UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "says"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_an_unreadable_page_is_told_with_its_place(
    change: Callable[[str], str | bytes], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    changed = change(PAGE.read_text(encoding="utf-8"))
    page.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
    assert main(["reference", str(page), "--spec", str(DOCUMENT)], FACE) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    "page",
    ["http://docs.example.com/update", "file:///etc/passwd", "https://", "https://[", "no-such-file.txt"],
)
def test_a_page_that_cannot_be_read_is_refused(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reference", page, "--spec", str(DOCUMENT)], FACE) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_page_that_lacks_a_line_is_read_or_refused() -> None:
    document = understand(DOCUMENT)
    names = every_name(document.simplified)
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    agreeing = []
    for at in range(len(lines)):
        with suppress(UnreadableError):
            page = read_text(
                "page.txt", "\n".join([*lines[:at], *lines[at + 1 :]]), names, {"notify", "retries"}
            )
            if not compared([page], document).has_drift:
                agreeing.append(lines[at])
    assert len(agreeing) < len(lines) / 2  # the others have no facts, such as headings and descriptions


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_reports(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "openapi.yaml"
    document.write_text(edited(EDITS[6]), encoding="utf-8")
    assert main(["reference", str(PAGE), "--spec", str(document), "--format", form], FACE) == 1
    said = capsys.readouterr().out
    assert "the query parameter `retries` is on the page, and not in the document" in said
    if form == "text":
        assert "1 difference in " in said
        assert (
            f"{PAGE}:{PAGE.read_text(encoding='utf-8').splitlines().index('retries') + 1}:1: retries" in said
        )
    if form == "github":
        assert said.startswith(f"::error file={document},line=")
    if form == "sarif":
        schema = json.loads((HERE.parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
        assert not [one.message for one in Draft7Validator(schema).iter_errors(json.loads(said))]


def test_text_of_a_page_commands_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    shown = PAGE.read_text(encoding="utf-8").replace("notify\n", "::error::\x1b[31mnotify\n")
    page.write_text(shown, encoding="utf-8")
    assert main(["reference", str(page), "--spec", str(DOCUMENT)], FACE) == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_a_page_that_cannot_be_read_does_not_keep_others_from_being_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, gone = tmp_path / "other.txt", tmp_path / "gone.txt"
    other.write_text("Nothing about an operation.")
    pages = [str(other), str(PAGE), str(gone)]
    assert main(["reference", *pages, "--spec", str(DOCUMENT), "--format", "json"], FACE) == 2
    said = capsys.readouterr()
    report = json.loads(said.out)
    assert report["agrees"]
    assert report["facts"] > 100
    assert [one.partition(":")[0] for one in report["unreadable"]] == [str(gone), str(other)]
    assert f"{gone}: No such file or directory\n" in said.err
    assert main(["reference", str(other), str(gone), "--spec", str(DOCUMENT)], FACE) == 2
    assert capsys.readouterr().out == ""


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
