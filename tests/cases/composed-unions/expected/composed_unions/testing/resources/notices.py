"""Fakes of the operations of `client.notices`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `notices.get`."""


class FakeNotices(ResourceFake):
    """Fakes of the operations of `client.notices`."""

    get = Returning[models.Notice].of(GetCall, "getNotice")
    """Get notice."""
