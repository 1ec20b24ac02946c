"""Fakes of the operations of `client.accounts`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `accounts.list`."""


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `accounts.create`."""

    _: KW_ONLY
    name: str
    password: str
    note: str | UnsetType = UNSET


class FakeAccountsResource(ResourceFake):
    """Fakes of the operations of `client.accounts`."""

    list = Returning[builtins.list[models.Account]].of(ListCall, "listAccounts")
    """List accounts."""
    create = Returning[models.Account].of(CreateCall, "createAccount")
    """Create account."""
