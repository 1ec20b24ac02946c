"""Rules for documents with ``x-generate: {strict: true}``: mistakes that the standard allows.

Each rule takes the survey of a document and yields problems, like the rules of `codegen.check`.
"""

from __future__ import annotations

from collections.abc import Iterator

from codegen.check.strict.addresses import ADDRESS_RULES
from codegen.check.strict.discriminators import DISCRIMINATOR_RULES
from codegen.check.strict.documented import DOCUMENTATION_RULES
from codegen.check.strict.examples import EXAMPLE_RULES
from codegen.check.strict.keywords import KEYWORD_RULES
from codegen.check.strict.misspelt import NAME_RULES
from codegen.check.strict.operations import OPERATION_RULES
from codegen.check.strict.schemas import SCHEMA_RULES
from codegen.check.strict.similar import SIMILARITY_RULES
from codegen.check.strict.unused import UNUSED_RULES
from codegen.check.survey import Survey
from codegen.document.node import Pointer
from codegen.document.problems import Problem
from codegen.standard.extensions import EXTENSIONS

_RULES = (
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


def strict_problems(survey: Survey, others: list[Problem]) -> Iterator[Problem]:
    """The mistakes, except at places where other rules have found problems.

    Parts that the author skips are not in the client and are not checked. Unused parts are reported only if
    there is no other problem, which may be the cause.
    """
    known = {problem.where for problem in others}
    waived = {
        node.pointer
        for kind, node in survey.visits
        if kind in EXTENSIONS["x-generate"] and node.mapping("x-generate").get("skip")
    }
    for rule in (*_RULES, *(() if others else UNUSED_RULES)):
        for problem in rule(survey):
            if problem.where not in known and not _is_within(problem.where, waived):
                yield problem


def _is_within(where: object, waived: set[Pointer]) -> bool:
    return isinstance(where, tuple) and any(where[:length] in waived for length in range(len(where) + 1))
