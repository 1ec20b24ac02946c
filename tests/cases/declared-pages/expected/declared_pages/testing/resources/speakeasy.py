"""Fakes of the operations of `client.speakeasy`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class SpeakeasyCursorCall(Recorded):
    """A call of `speakeasy.speakeasy_cursor`."""

    _: KW_ONLY
    since: int | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class SpeakeasyPageCall(Recorded):
    """A call of `speakeasy.speakeasy_page`."""

    _: KW_ONLY
    leaf: int | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class SpeakeasyURLCall(Recorded):
    """A call of `speakeasy.speakeasy_url`."""


class FakeSpeakeasy(ResourceFake):
    """Fakes of the operations of `client.speakeasy`."""

    speakeasy_cursor = ReturningPages[models.Row, models.WrappedResponse].of(
        SpeakeasyCursorCall, "speakeasyCursor"
    )
    """Speakeasy cursor."""
    speakeasy_page = ReturningPages[models.Row, models.WrappedResponse].of(
        SpeakeasyPageCall, "speakeasyPage"
    )
    """Speakeasy page."""
    speakeasy_url = ReturningPages[models.Row, models.WrappedResponse].of(
        SpeakeasyURLCall, "speakeasyUrl"
    )
    """Speakeasy url."""
