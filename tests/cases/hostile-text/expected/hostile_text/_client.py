"""The sync and the async client for the Hostile text API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.texts import AsyncTexts, Texts


class HostileText(Client):
    """A client for the Hostile text API.

    Ends here: \"\"\" import os raise SystemExit('''\\

    `base_url` defaults to the environment variable `HOSTILE_TEXT_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def texts(self) -> Texts:
        """\"\"\" raise SystemExit(1) \"\"\"."""
        from .resources.texts import Texts

        return Texts(self)


class AsyncHostileText(AsyncClient):
    """An async client for the Hostile text API.

    Async counterpart of `HostileText`.

    `base_url` defaults to the environment variable `HOSTILE_TEXT_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def texts(self) -> AsyncTexts:
        """\"\"\" raise SystemExit(1) \"\"\"."""
        from .resources.texts import AsyncTexts

        return AsyncTexts(self)
