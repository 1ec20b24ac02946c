"""The sync and the async client for the Shelter API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Never, Unpack

from ._api import FACTS, SECURITY
from ._runtime._credentials import AsyncCredentialsClient, CredentialsClient
from ._runtime._settings import AsyncClientOptions, ClientOptions
from ._runtime._source import AsyncSource, Source

if TYPE_CHECKING:
    from .resources.animals import Animals, AsyncAnimals
    from .resources.uploads import AsyncUploads, Uploads


class Shelter(CredentialsClient):
    """A client for the Shelter API.

    A shelter for animals, described in Swagger 2.0.

    `base_url` defaults to the environment variable `SHELTER_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        api_key: Source | None = None,
        username: Source | None = None,
        password: Source | None = None,
        token: Source | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `SHELTER_API_KEY`, `SHELTER_USERNAME`, `SHELTER_PASSWORD`,
        `SHELTER_TOKEN`.

        Args:
            api_key: The key, sent in the header X-Key.
            username: The username.
            password: The password, which may be empty.
            token: The bearer token.
            **options: See `ClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__(
            {"api_key": api_key, "username": username, "password": password, "token": token},
            *positional,
            **options,
        )

    @cached_property
    def animals(self) -> Animals:
        """Animals of the shelter."""
        from .resources.animals import Animals

        return Animals(self)

    @cached_property
    def uploads(self) -> Uploads:
        """The operations of `uploads`, under `/animals`."""
        from .resources.uploads import Uploads

        return Uploads(self)


class AsyncShelter(AsyncCredentialsClient):
    """An async client for the Shelter API.

    Async counterpart of `Shelter`.

    `base_url` defaults to the environment variable `SHELTER_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        api_key: AsyncSource | None = None,
        username: AsyncSource | None = None,
        password: AsyncSource | None = None,
        token: AsyncSource | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `SHELTER_API_KEY`, `SHELTER_USERNAME`, `SHELTER_PASSWORD`,
        `SHELTER_TOKEN`.

        Args:
            api_key: The key, sent in the header X-Key.
            username: The username.
            password: The password, which may be empty.
            token: The bearer token.
            **options: See `AsyncClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__(
            {"api_key": api_key, "username": username, "password": password, "token": token},
            *positional,
            **options,
        )

    @cached_property
    def animals(self) -> AsyncAnimals:
        """Animals of the shelter."""
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self)

    @cached_property
    def uploads(self) -> AsyncUploads:
        """The operations of `uploads`, under `/animals`."""
        from .resources.uploads import AsyncUploads

        return AsyncUploads(self)
