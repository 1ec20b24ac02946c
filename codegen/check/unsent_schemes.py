"""Removes security schemes for which nothing is sent."""

from __future__ import annotations

from codegen.check.survey import Survey
from codegen.document.node import Node
from codegen.document.problems import Edit, leaving_out


def leaving_out_scheme(survey: Survey, scheme: Node) -> tuple[Edit, ...]:
    """The edits that remove a scheme, the references to it, and its names in security requirements.

    A requirement that names a removed scheme would be a second problem, which the author has not made.
    """
    _, schemes = survey.section_of("securityScheme")
    same = {
        name: (*schemes.pointer, name)
        for name, one in schemes.items()
        if isinstance(one, Node) and survey.resolved(one) is scheme
    }
    requirements = survey.by_kind.get("securityRequirement", [])
    asked = [(*one.pointer, name) for one in requirements for name in one if name in same]
    return leaving_out(*dict.fromkeys([scheme.pointer, *same.values(), *asked]))
