"""Fakes of the operations of `client.users`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `users.list`."""

    _: KW_ONLY
    order: params.SortOrder | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `users.create`."""


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `users.get`."""

    user_id: str


@dataclass(eq=False, repr=False)
class DeleteCall(Recorded):
    """A call of `users.delete`."""

    user_id: str


class FakeUsers(ResourceFake):
    """Fakes of the operations of `client.users`."""

    list = Returning[builtins.list[str]].of(ListCall, "list_users_users__get")
    """List users users get."""
    create = Returning[None].of(CreateCall, "create_user_users__post")
    """Create user users post."""
    get = Returning[None].of(GetCall, "get_user_users__user_id__get")
    """Get user users user id get."""
    delete = Returning[None].of(DeleteCall, "delete_user_users__user_id__delete")
    """Delete user users user id delete."""
