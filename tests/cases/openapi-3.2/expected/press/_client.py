"""The sync and the async client for the Press API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Never, Unpack

from ._api import FACTS, SECURITY
from ._runtime._credentials import AsyncCredentialsClient, CredentialsClient
from ._runtime._settings import AsyncClientOptions, ClientOptions
from ._runtime._source import AsyncSource, Source

if TYPE_CHECKING:
    from .resources.articles import Articles, AsyncArticles
    from .resources.drafts import AsyncDrafts, Drafts


class Press(CredentialsClient):
    """A client for the Press API.

    What is new in OpenAPI 3.2.

    `base_url` defaults to the environment variable `PRESS_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        token: Source | None = None,
        api_key: Source | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `PRESS_TOKEN`, `PRESS_API_KEY`.

        Args:
            token: The bearer token.

                Sign in on another device.
            api_key: The key, sent in the header X-Key.

                The former key.

                It is deprecated.
            **options: See `ClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__({"token": token, "api_key": api_key}, *positional, **options)

    @cached_property
    def articles(self) -> Articles:
        """What is printed."""
        from .resources.articles import Articles

        return Articles(self)

    @cached_property
    def drafts(self) -> Drafts:
        """What is not printed yet."""
        from .resources.drafts import Drafts

        return Drafts(self)


class AsyncPress(AsyncCredentialsClient):
    """An async client for the Press API.

    Async counterpart of `Press`.

    `base_url` defaults to the environment variable `PRESS_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        token: AsyncSource | None = None,
        api_key: AsyncSource | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `PRESS_TOKEN`, `PRESS_API_KEY`.

        Args:
            token: The bearer token.

                Sign in on another device.
            api_key: The key, sent in the header X-Key.

                The former key.

                It is deprecated.
            **options: See `AsyncClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__({"token": token, "api_key": api_key}, *positional, **options)

    @cached_property
    def articles(self) -> AsyncArticles:
        """What is printed."""
        from .resources.articles import AsyncArticles

        return AsyncArticles(self)

    @cached_property
    def drafts(self) -> AsyncDrafts:
        """What is not printed yet."""
        from .resources.drafts import AsyncDrafts

        return AsyncDrafts(self)
