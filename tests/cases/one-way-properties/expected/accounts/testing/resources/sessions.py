"""Fakes of the operations of `client.sessions`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `sessions.create`."""

    _: KW_ONLY
    user: str
    password: str


class FakeSessions(ResourceFake):
    """Fakes of the operations of `client.sessions`."""

    create = Returning[models.Session].of(CreateCall, "createSession")
    """Create session."""
