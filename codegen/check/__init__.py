"""Checks whether a document follows the standard: version, keys, structure, and the rules beyond schemas.

Every rule runs over the whole document, so that one run reports all problems.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from msgspec import Struct

from codegen.check.conversions import shown
from codegen.check.dialects import known_dialects
from codegen.check.edits import changed
from codegen.check.extensions import EXTENSION_RULES
from codegen.check.fields import FIELD_RULES
from codegen.check.indentation import slips_of_indentation
from codegen.check.keys import known_keys, misspelt_sections
from codegen.check.losses import losses
from codegen.check.newer import newer_places, newer_values
from codegen.check.nullable import NULLABLE_RULES
from codegen.check.operations import OPERATION_RULES
from codegen.check.paths import PATH_RULES
from codegen.check.references import REFERENCE_RULES, excused
from codegen.check.renamed_from import valid_former_names
from codegen.check.servers import SERVER_RULES
from codegen.check.status_codes import status_codes
from codegen.check.strict import reported_problems, strict_problems
from codegen.check.structure import well_structured
from codegen.check.survey import Survey
from codegen.check.swagger import SWAGGER_RULES
from codegen.check.swagger_forms import older_forms
from codegen.check.values import fitting_values
from codegen.check.version import known_version
from codegen.document.node import Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.prepare.versions import as_openapi
from codegen.processes import run_both
from codegen.standard.rules import UNREAD_VALUE_RULES, is_forgiven, is_strict, is_tolerable

RULES = (
    known_keys,
    newer_values,
    newer_places,
    well_structured,
    known_dialects,
    *REFERENCE_RULES,
    *PATH_RULES,
    *OPERATION_RULES,
    status_codes,
    *FIELD_RULES,
    *SERVER_RULES,
    *EXTENSION_RULES,
    valid_former_names,
    *NULLABLE_RULES,
)
"""Each rule takes the survey of a document and yields problems. `fitting_values` is another one."""


_NO_FAULTS: Mapping[Pointer, Problem] = MappingProxyType({})

_ROUNDS = 8
"""The most rounds of fixing problems, because fixing one can reveal another."""


class Checked(Struct, frozen=True):
    """A document without its tolerated problems, and these problems."""

    root: Node
    tolerated: tuple[Problem, ...]
    is_strict: bool


def check(
    root: Node,
    tolerate: Collection[str] = (),
    *,
    strict: bool = False,
    faults: Mapping[Pointer, Problem] = _NO_FAULTS,
) -> Checked:
    """Check a document, and fix it where it breaks rules that are tolerated.

    `faults` are those of references to other files, by the objects that have them (`codegen.prepare.bundle`).
    What else is wrong in such an object follows from that.

    Unless `strict` or the document asks for it, most rules are tolerated (`codegen.standard.rules`), and the
    strict rules are not checked. A part that breaks a tolerated rule is removed or fixed, and the result is
    checked again.

    Raises:
        Refused: There are problems that are not tolerated. It has the rules that fixing them would break, so
            that a user who tolerates all of them has tolerated enough. An unknown version is reported alone.
    """
    strict = strict or is_strict(root)
    loaded = root
    problems: dict[Problem, None] = {}
    refused: list[Problem] = []
    entailed: set[str] = set()
    faults = excused(root, faults)
    unforgiven = {one for one in faults.values() if not one.reading}
    for _ in range(_ROUNDS):
        found = _found(root, faults, strict=strict)
        faults = _NO_FAULTS  # all are fixed in one round
        problems.update(dict.fromkeys(found))
        others = [
            one for one in found if not _is_tolerated(one, tolerate, strict=strict or one in unforgiven)
        ]
        entailed.update(one.rule for one in others)
        refused = refused or [_with_suggestion(one) for one in others]
        edits = [edit for problem in found for edit in problem.past or ()]
        if any(problem.past is None for problem in found) or not edits:
            break
        root = changed(root, edits)
        if all(problem.rule in UNREAD_VALUE_RULES or not problem.past for problem in found):
            break
    else:
        raise Refused(found)
    lost = [] if root is loaded else [*losses(loaded, root, problems)]
    if refused:
        raise Refused(refused, entailed=entailed.union(one.rule for one in lost))
    if lost and "loss" not in tolerate:
        raise Refused(lost)
    return Checked(root, (*problems, *lost), strict)


def _with_suggestion(problem: Problem) -> Problem:
    """A problem of a strict document, with what to write instead, if another document would be read so."""
    meant = _meant(problem) if problem.reading else ""
    if not meant or "did you mean" in problem.message or problem.message.endswith(meant):
        return problem
    return replace(problem, message=f"{problem.message}; did you mean {meant}?")


def _meant(problem: Problem) -> str:
    """The value or key with which the edits replace a wrong one; empty if they do something else."""
    removed = [edit.where for edit in problem.past or () if edit.removes]
    put = [edit for edit in problem.past or () if not edit.removes]
    where = problem.where
    if not put or not isinstance(where, tuple) or any(edit.where[:-1] != where[:-1] for edit in put):
        return ""
    if removed:
        return shown(put[0].where[-1]) if removed == [where] and len(put) == 1 else ""
    if any(isinstance(edit.value, Node) for edit in put):
        return ""
    if len(put) == 1:
        return shown(put[0].value) if put[0].where == where else ""
    return " and ".join(repr(f"{edit.where[-1]}: {edit.value}") for edit in put)


def _is_tolerated(problem: Problem, tolerate: Collection[str], *, strict: bool) -> bool:
    return is_tolerable(problem, tolerate) or (not strict and is_forgiven(problem))


def _found(root: Node, faults: Mapping[Pointer, Problem], *, strict: bool) -> list[Problem]:
    """Every problem of the document. If its version is unknown, that is the only one."""
    problems = [*known_version(root)]
    if not problems:
        survey = Survey(root)
        written = as_openapi(root)
        modern = survey if written is root else Survey(written)
        is_swagger = survey.version == "2.0"
        of_values, others = run_both(
            lambda: [*fitting_values(modern, strict=strict)],
            lambda: [problem for rule in RULES for problem in rule(survey)],
        )
        problems = [*others, *of_values]
        if is_swagger:
            problems += [problem for rule in SWAGGER_RULES for problem in rule(survey)]
            problems += [problem for rule in SERVER_RULES for problem in rule(modern)]
        first = {} if strict else misspelt_sections(survey)
        if faults := {**faults, **(first or _other_forms(survey))}:
            problems = [*faults.values(), *(one for one in problems if not _is_within(one, faults))]
        problems += (strict_problems if strict else reported_problems)(modern, problems)
    return list(dict.fromkeys(problems))


def _other_forms(survey: Survey) -> Mapping[Pointer, Problem]:
    """The parts that have the form of another version, or the wrong indentation."""
    slips = slips_of_indentation(survey)
    older = older_forms(survey)
    return {**{place: one for place, one in older.items() if not _is_within(one, slips)}, **slips}


def _is_within(problem: Problem, faults: Mapping[Pointer, Problem]) -> bool:
    """Whether a problem is one of an object that has a fault, or of a part of it."""
    where = problem.where
    return isinstance(where, tuple) and any(where[:length] in faults for length in range(len(where) + 1))
