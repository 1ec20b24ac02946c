"""Fakes of the operations of `client.token`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `token.get`."""

    _: KW_ONLY
    username: str


class FakeToken(ResourceFake):
    """Fakes of the operations of `client.token`."""

    get = Returning[None].of(GetCall, "get_token_token_post")
    """Get token token post."""
