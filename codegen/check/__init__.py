"""Whether a document keeps to the standard: its version, its keys, its structure, and what no schema can say.

Every rule runs over the whole document, so that all that is wrong is told at once.
"""

from __future__ import annotations

from collections.abc import Collection

from codegen.check.keys import known_keys
from codegen.check.operations import OPERATION_RULES
from codegen.check.paths import PATH_RULES
from codegen.check.references import REFERENCE_RULES
from codegen.check.structure import well_structured
from codegen.check.survey import Survey
from codegen.check.values import fitting_values
from codegen.check.version import known_version
from codegen.document import Node
from codegen.problems import Problem, Refused
from codegen.tolerance import mended, tolerated

RULES = (known_keys, well_structured, *REFERENCE_RULES, *PATH_RULES, *OPERATION_RULES, fitting_values)
"""Each takes the survey of a document and yields its problems; none relies on another."""


def check(root: Node, tolerate: Collection[str] = ()) -> tuple[Node, tuple[Problem, ...]]:
    """Return the document, if it keeps to OpenAPI 3.0 or 3.1 but for what is tolerated, and what was.

    What breaks a tolerated rule is gone from it, or mended, as `codegen.tolerance` says.

    Raises:
        Refused: With every problem that was found; of a document of no such version, with that alone.
    """
    problems = [*known_version(root)]
    if not problems:
        survey = Survey(root)
        problems = [problem for rule in RULES for problem in rule(survey)]
    problems = list(dict.fromkeys(problems))
    excused = tolerated(problems, tolerate)
    if len(excused) < len(problems):
        others = set(problems).difference(excused)
        raise Refused([problem for problem in problems if problem in others])
    return mended(root, excused), tuple(excused)
