"""Fakes of the operations of `client.members`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceMembersCall(Recorded):
    """A call of `members.replace_members`."""

    _: KW_ONLY
    body: Sequence[params.Account]


class FakeMembers(ResourceFake):
    """Fakes of the operations of `client.members`."""

    replace_members = Returning[None].of(ReplaceMembersCall, "replaceMembers")
    """Replace members."""
