"""Edits of a page: each is found, at its line, with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml

from codegen.drift.reference.comparison import compared
from codegen.drift.reference.findings import Finding, Kind
from codegen.drift.reference.shapes import every_name
from codegen.drift.reference.text import read_text
from codegen.pipeline import Understood, understand
from codegen.processes import deep_recursion
from tests.drift.reference.orders import DOCUMENT, PAGE

Edit = Callable[[str], str]


def _replaced(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edit


EDITS: dict[str, tuple[Edit, str, str]] = {
    # what: the edit, the rule, what is said
    "another method": (_replaced("\nPATCH\n", "\nPUT\n"), "method-changed", "the page has PUT"),
    "another path": (_replaced("/orders/", "/purchases/"), "path-changed", "`/purchases/{orderID}`"),
    "another name in the path": (
        _replaced("orderID", "orderId"),
        "parameter-renamed",
        "the path parameter `orderId` is called `orderID` in the document",
    ),
    "an optional parameter": (
        _replaced("If-Match\nrequired\n", "If-Match\n"),
        "required-changed",
        "`If-Match`",
    ),
    "a parameter more": (
        _replaced("Header Parameters\n", "dry_run\nboolean\nHeader Parameters\n"),
        "parameter-missing",
        "`dry_run`",
    ),
    "an optional body": (
        lambda text: text.replace("Request Body required", "Request Body"),
        "body-required-changed",
        "optional on the page",
    ),
    "another type": (_replaced("express\nboolean", "express\nstring"), "type-changed", "`express`"),
    "null": (_replaced("express\nboolean", "express\nboolean | null"), "null-changed", "`express`"),
    "a format": (
        _replaced("language\nstring\n", "language\nstring format: bcp47\n"),
        "format-changed",
        "bcp47",
    ),
    "a deprecated parameter": (
        _replaced("notify\n", "notify\ndeprecated\n"),
        "deprecation-changed",
        "`notify`",
    ),
    "a default": (_replaced("default: en", "default: de"), "bounds-changed", "`default: de`"),
    "a bound": (_replaced("<= 200 characters", "<= 100 characters"), "bounds-changed", "`<= 100 characters`"),
    "a value more": (_replaced("open paid sent", "open paid sent lost"), "value-missing", "`lost`"),
    "a value less": (_replaced("open paid sent", "open paid"), "value-added", "`sent`"),
    "the last response is gone": (
        lambda text: text[: text.index("Somebody else has changed")],
        "response-added",
        "the response 409 is in the document",
    ),
}


@cache
def _document(path: Path) -> Understood:
    with deep_recursion():
        return understand(path)


def _drift(text: str, path: Path = DOCUMENT) -> list[Finding]:
    document = _document(path)
    parameters = {one.wire_name for operation in document.api.operations for one in operation.parameters}
    page = read_text("page.txt", text, every_name(document.simplified), parameters)
    return compared([page], document).of(Kind.DRIFT)


def test_the_page_as_it_is_has_no_drift() -> None:
    assert not _drift(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_of_the_page_is_one_finding(what: str) -> None:
    edit, rule, says = EDITS[what]
    found = _drift(edit(PAGE.read_text(encoding="utf-8")))
    assert {one.rule for one in found} == {rule}
    assert says in found[0].message


def test_responses_without_statuses_are_distinguished_by_the_phrases_of_statuses(tmp_path: Path) -> None:
    api = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    responses = api["paths"]["/orders/{orderID}"]["patch"]["responses"]
    responses["404"]["description"] = responses["409"]["description"] = "Sorry."
    responses["410"] = responses.pop("409")
    responses["409"] = responses["404"]
    path = tmp_path / "openapi.yaml"
    path.write_text(yaml.safe_dump(api), encoding="utf-8")
    for said, missing in (("The order was not found.", "409"), ("A conflict with others.", "404")):
        text = PAGE.read_text(encoding="utf-8").replace("There is no such order.", said)
        (gone,) = _drift(text, path)
        assert gone.message.startswith(f"the response {missing} is in the document")
