"""Texts that must not be shown."""

from __future__ import annotations

from typing import Never, Protocol

import httpx2

_SHOWN = "***"
_SHORTEST = 8


class Credentials(Protocol):
    """What authenticates an attempt, and is hidden wherever it would be shown."""

    @property
    def renewable(self) -> bool:
        """Whether others may be had when the server refuses these."""
        ...

    def sign(self, url: httpx2.URL, headers: dict[str, str]) -> httpx2.URL:
        """Add them to the headers of an attempt, whose names are lower case, and to its URL."""
        ...

    def is_one(self, text: str) -> bool:
        """Whether a text is one of them."""
        ...

    def is_within(self, text: str) -> bool:
        """Whether one of them is a part of a text."""
        ...

    def hidden_in(self, text: str) -> str:
        """The text of somebody else with these covered."""
        ...


class Secret:
    """A credential: hidden from `repr`, `str` and pickles, and from what the server sends back."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, to be sent."""
        return self._text

    def is_one(self, text: str) -> bool:
        """Whether a text is this one."""
        return text == self._text

    def is_within(self, text: str) -> bool:
        """Whether this is a part of a text; a very short one is in too many by chance."""
        return len(self._text) >= _SHORTEST and self._text in text

    def hidden_in(self, text: str) -> str:
        """The text of somebody else with this one covered."""
        return text.replace(self._text, _SHOWN)

    def __repr__(self) -> str:
        return _SHOWN

    def __reduce__(self) -> Never:
        raise TypeError("a secret cannot be pickled or copied")
