"""The harness calls documents of every version, and finds what is broken in their clients."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.examine import judged
from tests.clients import output_of
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

FAULTS = {
    "openapi-3.2": [
        ('method="QUERY"', 'method="POST"'),
        ("whole=True", "whole=False"),
        ("sequence_content(", "(lambda kind, body: (kind, b''))("),
        ("parts_content(", "(lambda kind, body, *_, **__: (kind, b''))("),
    ],
    "swagger": [
        ('"tsv": Style("tabDelimited")', '"tsv": Style("pipeDelimited")'),
        ("form_content(", "(lambda *_: ('text/plain', ''))("),
    ],
}


@pytest.mark.parametrize("case", FAULTS)
def test_every_operation_of_a_case_is_called(case: str, tmp_path: Path) -> None:
    output = output_of(ROOT / "tests/cases" / case / "openapi.yaml")
    outcome = judged(output, output.files, tmp_path)
    assert outcome.callable == outcome.operations_in > 0
    assert (outcome.failures, outcome.unmade) == ([], [])


@pytest.mark.parametrize(("case", "old", "new"), [(case, *pair) for case in FAULTS for pair in FAULTS[case]])
def test_a_fault_is_found(case: str, old: str, new: str, tmp_path: Path) -> None:
    output = output_of(ROOT / "tests/cases" / case / "openapi.yaml")
    found = [path for path, text in output.files.items() if "/resources/" in path and old in text]
    assert found
    files = {**output.files, **{path: output.files[path].replace(old, new) for path in found}}
    outcome = judged(output, files, tmp_path)
    assert outcome.failures
