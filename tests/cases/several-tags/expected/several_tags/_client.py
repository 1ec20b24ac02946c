"""The sync and the async client for the Several tags API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Never, Unpack

from ._api import FACTS, SECURITY
from ._runtime._credentials import AsyncCredentialsClient, CredentialsClient
from ._runtime._settings import AsyncClientOptions, ClientOptions
from ._runtime._source import AsyncSource, Source

if TYPE_CHECKING:
    from .resources.print_jobs import AsyncPrintJobs, PrintJobs
    from .resources.printers import AsyncPrinters, Printers


class SeveralTags(CredentialsClient):
    """A client for the Several tags API.

    `base_url` defaults to the environment variable `SEVERAL_TAGS_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self, *positional: Never, token: Source | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `SEVERAL_TAGS_TOKEN`.

        Args:
            token: The bearer token.
            **options: See `ClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__({"token": token}, *positional, **options)

    @cached_property
    def printers(self) -> Printers:
        """What prints."""
        from .resources.printers import Printers

        return Printers(self)

    @cached_property
    def print_jobs(self) -> PrintJobs:
        """What is printed."""
        from .resources.print_jobs import PrintJobs

        return PrintJobs(self)


class AsyncSeveralTags(AsyncCredentialsClient):
    """An async client for the Several tags API.

    Async counterpart of `SeveralTags`.

    `base_url` defaults to the environment variable `SEVERAL_TAGS_BASE_URL`, if it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        token: AsyncSource | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. This sends nothing.

        A credential is a string or a function that returns one. The client calls the function on
        first use, and again after a 401 response. If you pass no credentials, the client reads them
        from the environment: `SEVERAL_TAGS_TOKEN`.

        Args:
            token: The bearer token.
            **options: See `AsyncClientOptions`.

        Raises:
            ValueError: A required credential is missing, or a credential or an option is
                invalid.
        """
        super().__init__({"token": token}, *positional, **options)

    @cached_property
    def printers(self) -> AsyncPrinters:
        """What prints."""
        from .resources.printers import AsyncPrinters

        return AsyncPrinters(self)

    @cached_property
    def print_jobs(self) -> AsyncPrintJobs:
        """What is printed."""
        from .resources.print_jobs import AsyncPrintJobs

        return AsyncPrintJobs(self)
