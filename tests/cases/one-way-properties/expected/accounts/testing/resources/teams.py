"""Fakes of the operations of `client.teams`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `teams.replace`."""

    _: KW_ONLY
    body: params.Team


class FakeTeams(ResourceFake):
    """Fakes of the operations of `client.teams`."""

    replace = Returning[models.Team].of(ReplaceCall, "replaceTeam")
    """Replace team."""
