"""Credentials, which must not be displayed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Never, Protocol
from urllib.parse import quote, quote_plus

import httpx2

_SHOWN = "***"
_SHORTEST = 8


class Credentials(Protocol):
    """The credentials of an attempt. They are hidden in everything that is displayed."""

    @property
    def renewable(self) -> bool:
        """Whether other credentials may be available if the server refuses these."""
        ...

    def sign(self, url: httpx2.URL, headers: dict[str, str]) -> httpx2.URL:
        """Add them to the headers (with names in lower case) and the URL of an attempt."""
        ...

    def is_one(self, text: str) -> bool:
        """Whether a text is one of them."""
        ...

    def is_within(self, text: str) -> bool:
        """Whether a text contains one of them."""
        ...

    def hidden_in(self, text: str) -> str:
        """A text, with these replaced by `***`."""
        ...


class Secret:
    """A credential. `repr` and `str` hide it, and it cannot be pickled."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself, to be sent."""
        return self._text

    def is_stale(self) -> bool:
        """Whether it is known to have expired, or to expire soon."""
        return False

    def is_one(self, text: str) -> bool:
        """Whether a text is this one."""
        return text == self._text

    def is_within(self, text: str) -> bool:
        """Whether a text contains this one. A very short one would be found in too many."""
        return len(self._text) >= _SHORTEST and self._text in text

    def hidden_in(self, text: str) -> str:
        """A text, with this one replaced by `***`."""
        if len(self._text) >= _SHORTEST:
            return text.replace(self._text, _SHOWN)
        # A very short one is a part of many words by chance, which must stay readable.
        return re.sub(rf"(?<!\w){re.escape(self._text)}(?!\w)", _SHOWN, text)

    def __repr__(self) -> str:
        return _SHOWN

    def __reduce__(self) -> Never:
        raise TypeError("a secret cannot be pickled or copied")


class Covered:
    """Hides several secrets, in any form in which they are sent."""

    __slots__ = ("_covered",)

    def __init__(self, texts: Iterable[str]) -> None:
        forms = {form for text in texts for form in _forms(text)}
        self._covered = [Secret(form) for form in sorted(forms, key=len, reverse=True)]

    def is_one(self, text: str) -> bool:
        """Whether a text is one of them."""
        return any(secret.is_one(text) for secret in self._covered)

    def is_within(self, text: str) -> bool:
        """Whether one of them is a part of a text."""
        return any(secret.is_within(text) for secret in self._covered)

    def hidden_in(self, text: str) -> str:
        """The text of somebody else with all of them covered."""
        for secret in self._covered:
            text = secret.hidden_in(text)
        return text


def _forms(text: str) -> Iterator[str]:
    yield from (text, quote(text), quote(text, safe=""), quote_plus(text), json.dumps(text)[1:-1])
