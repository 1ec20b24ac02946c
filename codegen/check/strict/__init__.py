"""Rules for documents with ``x-generate: {strict: true}``: mistakes that the standard allows.

A few of these mistakes are reported in every document. Each rule takes the survey of a document and yields
problems, like the rules of `codegen.check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from codegen.check.strict.addresses import ADDRESS_RULES, standards
from codegen.check.strict.discriminators import DISCRIMINATOR_RULES, discriminating_properties
from codegen.check.strict.documented import DOCUMENTATION_RULES
from codegen.check.strict.examples import EXAMPLE_RULES
from codegen.check.strict.keywords import KEYWORD_RULES
from codegen.check.strict.misspelt import NAME_RULES, misspelt_extensions
from codegen.check.strict.operations import OPERATION_RULES, scopes
from codegen.check.strict.schemas import SCHEMA_RULES, required_properties
from codegen.check.strict.similar import SIMILARITY_RULES
from codegen.check.strict.unused import UNUSED_RULES
from codegen.check.survey import Survey
from codegen.document.node import Pointer
from codegen.document.problems import Problem
from codegen.standard.extensions import EXTENSIONS

_Rule: TypeAlias = Callable[[Survey], Iterator[Problem]]

_RULES: tuple[_Rule, ...] = (
    *NAME_RULES,
    *SCHEMA_RULES,
    *DISCRIMINATOR_RULES,
    *KEYWORD_RULES,
    *OPERATION_RULES,
    *ADDRESS_RULES,
    *DOCUMENTATION_RULES,
    *EXAMPLE_RULES,
    *SIMILARITY_RULES,
)


_REPORTED: Mapping[_Rule, str] = {
    misspelt_extensions: "",
    required_properties: "the name is ignored",
    scopes: "the scope is kept",
    standards: "the patch is ignored",
    discriminating_properties: "it identifies a type only where a response has it",
}
"""The rules whose mistakes are reported in every document, each with how they are read."""


def strict_problems(survey: Survey, others: list[Problem]) -> Iterator[Problem]:
    """The mistakes, except at places where other rules have found problems.

    Parts that the author skips are not in the client and are not checked. Unused parts are reported only if
    there is no other problem, which may be the cause.
    """
    rules = (*_RULES, *(() if others else UNUSED_RULES))
    is_reported = _reporting(survey, others)
    yield from (problem for rule in rules for problem in rule(survey) if is_reported(problem))


def reported_problems(survey: Survey, others: list[Problem]) -> Iterator[Problem]:
    """The mistakes that no document is refused for, but whose author wants to know them."""
    is_reported = _reporting(survey, others)
    for rule, reading in _REPORTED.items():
        for problem in filter(is_reported, rule(survey)):
            yield replace(problem, past=(), reading=reading) if reading else problem


def _reporting(survey: Survey, others: list[Problem]) -> Callable[[Problem], bool]:
    """Whether a problem is at a place where no rule has found another, in a part that is not skipped."""
    known = {problem.where for problem in others}
    waived = {
        node.pointer
        for kind, node in survey.with_other_keys
        if kind in EXTENSIONS["x-generate"] and node.mapping("x-generate").get("skip")
    }
    return lambda problem: problem.where not in known and not _is_within(problem.where, waived)


def _is_within(where: object, waived: set[Pointer]) -> bool:
    return isinstance(where, tuple) and any(where[:length] in waived for length in range(len(where) + 1))
