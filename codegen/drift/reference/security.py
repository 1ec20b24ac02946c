"""Compares the authorizations of an operation."""

from __future__ import annotations

from collections.abc import Iterable

from codegen.drift.reference.findings import Collector, Kind
from codegen.drift.reference.page import Page
from codegen.model.operations import Operation


def compare_security(page: Page, operation: Operation, into: Collector) -> None:
    """Compare the authorizations, their scopes, and whether one is required.

    The page does not show which are required together. Their names are not on the wire.
    """
    if page.security is None:
        return
    theirs, where = dict(page.security), operation.origins[0]
    ours = {one.scheme: one.scopes for together in operation.security for one in together}
    line = page.security_line or page.method_line
    is_optional = theirs.pop(NO_SECURITY, None) is not None
    may_be_optional = () in operation.security
    if (theirs or ours) and (is_optional or may_be_optional):
        message = f"no authorization is {'' if is_optional else 'not '}one of those on the page"
        into.fact(is_optional is may_be_optional, "security-changed", message, where, line)
    into.facts += len(theirs)
    if len(theirs) != len(ours):
        message = f"the page has the authorizations {_listed(theirs)}, the document {_listed(ours)}"
        into.add(Kind.DRIFT, "security-changed", message, where, line)
        return
    if theirs.keys() != ours.keys():
        message = f"the page calls the authorizations {_listed(theirs)}, the document {_listed(ours)}"
        into.add(Kind.PROSE, "prose", message, where, line)
    for name, scopes in theirs.items():
        said = ours.get(name, ())
        if name in ours and (scopes or said):
            message = (
                f"`{name}` has the scopes {_listed(scopes)} on the page, {_listed(said)} in the document"
            )
            into.fact(set(scopes) == set(said), "scopes-changed", message, where, line)
    if len(ours) > 1:
        into.unjudged(
            "unread", "the page does not show which authorizations are needed together", where, line
        )


NO_SECURITY = "None"
"""What the page lists if no authorization is needed."""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{one}`" for one in names) or "none"
