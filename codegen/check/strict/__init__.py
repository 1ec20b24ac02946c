"""What the standard allows and nobody means: asked of a document that says ``x-generate: {strict: true}``.

Each rule takes the survey of a document and yields its problems, by itself alone, as those of
`codegen.check` do. What they find is read, without ``strict``, as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from codegen.check.strict.addresses import ADDRESS_RULES
from codegen.check.strict.discriminators import DISCRIMINATOR_RULES
from codegen.check.strict.documented import DOCUMENTATION_RULES
from codegen.check.strict.examples import EXAMPLE_RULES
from codegen.check.strict.keywords import KEYWORD_RULES
from codegen.check.strict.names import NAME_RULES
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


def slips(survey: Survey, others: list[Problem]) -> Iterator[Problem]:
    """What nobody means, but for what the other rules have found at the same place.

    Parts that their author has waived are not in the client, and so nobody asks anything of them. What is
    unused is only told where nothing else is wrong: it may be so because of that.
    """
    told = {problem.where for problem in others}
    waived = {
        node.pointer
        for kind, node in survey.visits
        if kind in EXTENSIONS["x-generate"] and node.mapping("x-generate").get("skip")
    }
    for rule in (*_RULES, *(() if others else UNUSED_RULES)):
        for problem in rule(survey):
            if problem.where not in told and not _is_within(problem.where, waived):
                yield problem


def _is_within(where: object, waived: set[Pointer]) -> bool:
    return isinstance(where, tuple) and any(where[:length] in waived for length in range(len(where) + 1))
