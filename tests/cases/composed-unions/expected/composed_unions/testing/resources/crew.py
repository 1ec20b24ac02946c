"""Fakes of the operations of `client.crew`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `crew.get`."""


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `crew.replace`."""

    _: KW_ONLY
    body: params.ReplaceCrewRequest


class FakeCrew(ResourceFake):
    """Fakes of the operations of `client.crew`."""

    get = Returning[models.GetCrewResponse].of(GetCall, "getCrew")
    """Get crew."""
    replace = Returning[models.Staff].of(ReplaceCall, "replaceCrew")
    """Replace crew."""
