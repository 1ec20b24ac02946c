"""Fakes of the operations of `client.completions`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._recorded import Recorded
from .._streams import ReturningEither


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `completions.create`."""

    _: KW_ONLY
    prompt: str
    stream: bool | None | UnsetType = UNSET


class FakeCompletions(ResourceFake):
    """Fakes of the operations of `client.completions`."""

    create = ReturningEither[models.Completion, models.Part].of(CreateCall, "createCompletion")
    """Create completion."""
