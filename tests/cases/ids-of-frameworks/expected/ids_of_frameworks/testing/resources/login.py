"""Fakes of the operations of `client.login`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class LoginAccessTokenCall(Recorded):
    """A call of `login.login_access_token`."""


class FakeLogin(ResourceFake):
    """Fakes of the operations of `client.login`."""

    login_access_token = Returning[None].of(LoginAccessTokenCall, "loginAccessTokenLoginPost")
    """Login access token login post."""
