"""The sync and the async client for the Credentials API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Never, Unpack

from ._api import FACTS, SECURITY
from ._runtime._credentials import AsyncCredentialsClient, CredentialsClient
from ._runtime._settings import AsyncClientOptions, ClientOptions
from ._runtime._source import AsyncSource, Source

if TYPE_CHECKING:
    from .resources.doors import AsyncDoors, Doors


class Credentials(CredentialsClient):
    """A client for the Credentials API.

    `base_url` defaults to the environment variable `CREDENTIALS_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        token: Source | None = None,
        app_id: Source | None = None,
        app_key: Source | None = None,
        visit: Source | None = None,
        username: Source | None = None,
        password: Source | None = None,
        authorization: Source | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `CREDENTIALS_TOKEN`, `CREDENTIALS_APP_ID`, `CREDENTIALS_APP_KEY`,
        `CREDENTIALS_VISIT`, `CREDENTIALS_USERNAME`, `CREDENTIALS_PASSWORD`,
        `CREDENTIALS_AUTHORIZATION`.

        Args:
            token: The bearer token.

                A token of the web site.

                A token for one's account.
            app_id: The key, sent in the header X-App-Id.
            app_key: The key, sent in the query parameter app key.
            visit: The key, sent in the cookie visit.
            username: The username.
            password: The password, which may be empty.
            authorization: The value of the Authorization header, for the scheme digest.
            **options: See `ClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__(
            {
                "token": token,
                "app_id": app_id,
                "app_key": app_key,
                "visit": visit,
                "username": username,
                "password": password,
                "authorization": authorization,
            },
            *positional,
            **options,
        )

    @cached_property
    def doors(self) -> Doors:
        """The operations of `Doors`."""
        from .resources.doors import Doors

        return Doors(self)


class AsyncCredentials(AsyncCredentialsClient):
    """An async client for the Credentials API.

    Async counterpart of `Credentials`.

    `base_url` defaults to the environment variable `CREDENTIALS_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        token: AsyncSource | None = None,
        app_id: AsyncSource | None = None,
        app_key: AsyncSource | None = None,
        visit: AsyncSource | None = None,
        username: AsyncSource | None = None,
        password: AsyncSource | None = None,
        authorization: AsyncSource | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `CREDENTIALS_TOKEN`, `CREDENTIALS_APP_ID`, `CREDENTIALS_APP_KEY`,
        `CREDENTIALS_VISIT`, `CREDENTIALS_USERNAME`, `CREDENTIALS_PASSWORD`,
        `CREDENTIALS_AUTHORIZATION`.

        Args:
            token: The bearer token.

                A token of the web site.

                A token for one's account.
            app_id: The key, sent in the header X-App-Id.
            app_key: The key, sent in the query parameter app key.
            visit: The key, sent in the cookie visit.
            username: The username.
            password: The password, which may be empty.
            authorization: The value of the Authorization header, for the scheme digest.
            **options: See `AsyncClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__(
            {
                "token": token,
                "app_id": app_id,
                "app_key": app_key,
                "visit": visit,
                "username": username,
                "password": password,
                "authorization": authorization,
            },
            *positional,
            **options,
        )

    @cached_property
    def doors(self) -> AsyncDoors:
        """The operations of `Doors`."""
        from .resources.doors import AsyncDoors

        return AsyncDoors(self)
