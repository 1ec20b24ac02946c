"""Fakes of the operations of `client.members`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ReplaceMembersCall(Recorded):
    """A call of `members.replace_members`."""

    _: KW_ONLY
    body: list[models.Account]


class FakeMembers(ResourceFake):
    """Fakes of the operations of `client.members`."""

    replace_members = Returning[None].of(ReplaceMembersCall, "replaceMembers")
    """Replace members."""
