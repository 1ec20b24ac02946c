"""Fakes of the operations of `client.cargo`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `cargo.get`."""


class FakeCargo(ResourceFake):
    """Fakes of the operations of `client.cargo`."""

    get = Returning[models.Cargo].of(GetCall, "getCargo")
    """Get cargo."""
