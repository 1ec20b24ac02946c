"""Clients, and what can be asked about them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from codegen.drift.explain.answers import Answer, Answers
from codegen.drift.explain.lookup import Found, find
from codegen.pipeline import Output
from tests.accept import CASES
from tests.clients import output_of

NAMES = {
    "unions", "credentials", "nested-resources", "streams", "several-files", "deprecation", "awkward-names",
    "several-tags", "conversions", "inline-schemas", "pages", "multipart", "swagger", "received", "all-of",
    "waiters",
}  # fmt: skip

GOLDENS = [pytest.param(case, marks=pytest.mark.slow, id=case.name) for case in CASES if case.name in NAMES]


@dataclass(frozen=True)
class Explained:
    """A client, and what can be asked about it."""

    output: Output
    answers: Answers

    def ask(self, question: str) -> tuple[Found, list[Answer]]:
        found = find(question, self.answers.index, self.output.root)
        return found, [self.answers.about(one) for one in found.symbols]

    def one(self, question: str) -> Answer:
        found, told = self.ask(question)
        assert not found.is_ambiguous, (question, [one.name for one in told])
        assert len(told) == 1, (question, found)
        return told[0]

    def line(self, answer: Answer) -> str:
        return self.output.files[answer.file].splitlines()[answer.line - 1]


@cache
def explained(case: Path) -> Explained:
    output = output_of(case / "openapi.yaml")
    return Explained(output, Answers.of(output.files, output.api, output.source, None))
