"""The sync and the async client for the Ids of frameworks API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.cats import AsyncCats, Cats
    from .resources.files import AsyncFiles, Files
    from .resources.login import AsyncLogin, Login
    from .resources.owner import AsyncOwner, Owner
    from .resources.pet import AsyncPet, Pet
    from .resources.users import AsyncUsers, Users


class IdsOfFrameworks(Client):
    """A client for the Ids of frameworks API.

    `base_url` defaults to the environment variable `IDS_OF_FRAMEWORKS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def users(self) -> Users:
        """The operations of `users`, under `/users`."""
        from .resources.users import Users

        return Users(self)

    @cached_property
    def cats(self) -> Cats:
        """The operations of `cats`, under `/cats`."""
        from .resources.cats import Cats

        return Cats(self)

    @cached_property
    def pet(self) -> Pet:
        """The operations of `pet-controller`, under `/pets`."""
        from .resources.pet import Pet

        return Pet(self)

    @cached_property
    def owner(self) -> Owner:
        """The operations of `owner-controller`, under `/owners`."""
        from .resources.owner import Owner

        return Owner(self)

    @cached_property
    def files(self) -> Files:
        """The operations of `files`, under `/files`."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def login(self) -> Login:
        """The operations of `login`, under `/login`."""
        from .resources.login import Login

        return Login(self)


class AsyncIdsOfFrameworks(AsyncClient):
    """An async client for the Ids of frameworks API.

    Async counterpart of `IdsOfFrameworks`.

    `base_url` defaults to the environment variable `IDS_OF_FRAMEWORKS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def users(self) -> AsyncUsers:
        """The operations of `users`, under `/users`."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self)

    @cached_property
    def cats(self) -> AsyncCats:
        """The operations of `cats`, under `/cats`."""
        from .resources.cats import AsyncCats

        return AsyncCats(self)

    @cached_property
    def pet(self) -> AsyncPet:
        """The operations of `pet-controller`, under `/pets`."""
        from .resources.pet import AsyncPet

        return AsyncPet(self)

    @cached_property
    def owner(self) -> AsyncOwner:
        """The operations of `owner-controller`, under `/owners`."""
        from .resources.owner import AsyncOwner

        return AsyncOwner(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `files`, under `/files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def login(self) -> AsyncLogin:
        """The operations of `login`, under `/login`."""
        from .resources.login import AsyncLogin

        return AsyncLogin(self)
