"""Strict documents: each mistake is refused at its place, and passes in other documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.check import check
from codegen.document.load import load
from codegen.document.problems import Refused
from codegen.prepare.bundle import bundle
from codegen.standard.rules import STRICT_RULES
from tests.check.strict import addresses, documented, keywords, misspelt, operations, schemas, similar, unused
from tests.check.strict.documents import BASE, OLDER
from tests.check.strict.slip import Slip, did

TRIED = [
    *keywords.SLIPS,
    *schemas.SLIPS,
    *misspelt.SLIPS,
    *operations.SLIPS,
    *addresses.SLIPS,
    *documented.SLIPS,
    *similar.SLIPS,
    *unused.SLIPS,
]


def marked(slip: Slip) -> tuple[str, tuple[int, int] | None]:
    """The text of the document, and where in it the problem is to be shown."""
    before, mark, after = slip.text().partition("«")
    place = (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else None
    return before + after, place


def problems(text: str, tmp_path: Path, *, strict: bool) -> list[tuple[str, tuple[int, int], str]]:
    """Rule, line and column, and message of each problem."""
    file = tmp_path / "openapi.yaml"
    file.write_text(text)
    document = bundle(load(file))
    try:
        check(document.root, strict=strict, faults=document.faults)
    except Refused as refused:
        return [
            (one.rule, (place.line, place.column), one.message)
            for one in refused.problems
            for place in [document.source.place(one.where, one.on)]
        ]
    return []


@pytest.mark.parametrize("base", [BASE, OLDER])
def test_the_documents_that_are_edited_have_no_slips(base: str, tmp_path: Path) -> None:
    assert problems(base, tmp_path, strict=True) == []
    assert problems(f"{base}x-generate: {{strict: true}}\n", tmp_path, strict=False) == []


@pytest.mark.parametrize("name", ["short", "int", "long"])
def test_what_other_languages_call_a_format_of_numbers_may_be_one_of_texts(name: str, tmp_path: Path) -> None:
    text = BASE.replace("description: In words.", f"format: {name}, description: In words.")
    assert text != BASE
    assert problems(text, tmp_path, strict=True) == []


def test_a_component_that_only_a_webhook_uses_is_used(tmp_path: Path) -> None:
    hook = """\
webhooks:
  paid:
    post:
      summary: It is paid
      description: A buyer has paid.
      tags: [Orders]
      operationId: orderPaid
      requestBody:
        description: The event.
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Paid"}
            example: {order: 1}
      responses:
        "204": {description: It is known.}
"""
    paid = """\
  schemas:
    Paid:
      description: An event.
      type: object
      properties:
        order: {type: integer, description: Its number.}
"""
    text = BASE.replace("components:\n", f"{hook}components:\n").replace("  schemas:\n", paid)
    assert problems(text, tmp_path, strict=True) == []


@pytest.mark.parametrize("key", ["x-genrate", "x_generate", "x-generat", "X-Generate"])
def test_misspelling_strict_is_a_slip(key: str, tmp_path: Path) -> None:
    ((rule, place, message),) = problems(f"{BASE}{key}: {{strict: true}}\n", tmp_path, strict=False)
    assert rule in {"misspelt-extension", "unknown-key"}
    assert place == (BASE.count("\n") + 1, 1)
    assert did("x-generate") in message


def test_the_extension_of_another_tool_is_no_slip(tmp_path: Path) -> None:
    assert problems(f"{BASE}x-generator: NSwag\n", tmp_path, strict=False) == []


@pytest.mark.parametrize("version", ["3.1.0", "3.1.2", "3.2.0"])
def test_a_strict_document_is_of_any_version(version: str, tmp_path: Path) -> None:
    assert problems(BASE.replace("3.1.0", version), tmp_path, strict=True) == []


@pytest.mark.parametrize("slip", TRIED, ids=lambda slip: f"{slip.rule}: {slip.new[:40]}")
def test_a_slip_is_refused_at_its_place(slip: Slip, tmp_path: Path) -> None:
    text, place = marked(slip)
    found = problems(text, tmp_path, strict=True)
    assert sorted({rule for rule, _, _ in found}) == sorted({slip.rule, *slip.others}), found
    places = {at: message for rule, at, message in found if rule == slip.rule}
    if place is not None:
        assert place in places
    assert any(slip.suggestion in message for at, message in places.items() if place in {None, at}), places


@pytest.mark.parametrize("slip", TRIED, ids=lambda slip: f"{slip.rule}: {slip.new[:40]}")
def test_without_strict_it_passes_as_before(slip: Slip, tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text(marked(slip)[0])
    document = bundle(load(file))
    try:
        found = check(document.root, faults=document.faults).tolerated
    except Refused as refused:
        found = refused.problems
    assert any(problem.rule != "example" for problem in found) is slip.always


def test_every_rule_is_tried() -> None:
    assert set(STRICT_RULES) <= {slip.rule for slip in TRIED}
