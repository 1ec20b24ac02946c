"""Finds the component that a wrong reference plainly means.

``components/schemas/Pet``, ``#/definitions/Pet``, ``#/components/schemas/pet`` and ``Pet`` all name one
component if only one of the expected kind has that name.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from codegen.check.survey import Survey
from codegen.document.node import json_pointer
from codegen.document.pointers import tokens

_SECTIONS = re.compile(r"components?|definitions?|models?|schemas?|parameters?|responses?|headers?|examples?")


def meant_reference(survey: Survey, kind: str, reference: str) -> str | None:
    """The reference that was meant; None if there is none or more than one."""
    *around, name = tokens(f"#/{reference.strip().lstrip('#').lstrip('/')}")
    path, components = survey.section_of(kind)
    if not name or not all(not one or _SECTIONS.fullmatch(one) for one in around):
        return None
    found = [name] if name in components else survey.alike(kind).get(name.casefold(), [])
    if len(found) != 1:
        return None
    return "#" + quote(json_pointer((*path.split("/"), found[0])), safe="/~.-_:")
