"""Fakes of the operations of `client.things`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models as models_
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ModelsCall(Recorded):
    """A call of `things.models`."""


class FakeThings(ResourceFake):
    """Fakes of the operations of `client.things`."""

    models = Returning[models_.Completion].of(ModelsCall, "models")
    """Models."""
