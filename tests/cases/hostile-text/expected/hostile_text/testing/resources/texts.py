"""Fakes of the operations of `client.texts`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `texts.replace`."""

    id: str
    _: KW_ONLY
    say_please_raw: str
    config: params.Kind | UnsetType = UNSET
    q: str | UnsetType = UNSET


class FakeTexts(ResourceFake):
    """Fakes of the operations of `client.texts`."""

    replace = Returning[models.Text].of(ReplaceCall, "replaceText")
    """\"\"\"; raise SystemExit('summary')."""
