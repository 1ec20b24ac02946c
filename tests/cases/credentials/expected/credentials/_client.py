"""The clients for the Credentials API."""

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

    The base URL is taken from `CREDENTIALS_BASE_URL` where it is set.
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
        """Make a client; nothing is sent yet.

        Each credential may be a function that returns it, asked when it is first needed and once
        more when the server answers 401. Where none is given, they are taken from the environment:
        `CREDENTIALS_TOKEN`, `CREDENTIALS_APP_ID`, `CREDENTIALS_APP_KEY`, `CREDENTIALS_VISIT`,
        `CREDENTIALS_USERNAME`, `CREDENTIALS_PASSWORD`, `CREDENTIALS_AUTHORIZATION`.

        Args:
            token: The bearer token.

                A token of the web site.

                A token for one's account.
            app_id: The key, sent as the header X-App-Id.
            app_key: The key, sent as the query parameter app key.
            visit: The key, sent as the cookie visit.
            username: The user's name.
            password: The password; it may be empty.
            authorization: The whole Authorization header, of the scheme digest.
            **options: See `ClientOptions`.

        Raises:
            ValueError: A credential is needed, or cannot be sent; an option makes no sense.
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
    """A client for the Credentials API, for asyncio.

    The same as `Credentials`, its methods awaited.

    The base URL is taken from `CREDENTIALS_BASE_URL` where it is set.
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
        """Make a client; nothing is sent yet.

        Each credential may be a function that returns it, asked when it is first needed and once
        more when the server answers 401. Where none is given, they are taken from the environment:
        `CREDENTIALS_TOKEN`, `CREDENTIALS_APP_ID`, `CREDENTIALS_APP_KEY`, `CREDENTIALS_VISIT`,
        `CREDENTIALS_USERNAME`, `CREDENTIALS_PASSWORD`, `CREDENTIALS_AUTHORIZATION`.

        Args:
            token: The bearer token.

                A token of the web site.

                A token for one's account.
            app_id: The key, sent as the header X-App-Id.
            app_key: The key, sent as the query parameter app key.
            visit: The key, sent as the cookie visit.
            username: The user's name.
            password: The password; it may be empty.
            authorization: The whole Authorization header, of the scheme digest.
            **options: See `AsyncClientOptions`.

        Raises:
            ValueError: A credential is needed, or cannot be sent; an option makes no sense.
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
