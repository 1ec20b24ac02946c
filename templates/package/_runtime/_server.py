"""The address of the API's server, where the document leaves parts of it to the caller."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

_PART = re.compile(r"[A-Za-z0-9._~-]+")
"""What a value can have anywhere in a URL without leading elsewhere (RFC 3986 section 2.3)."""


class Variable(Struct, frozen=True):
    """A variable in the URL of a server (OpenAPI 3.1.1 section 4.8.6)."""

    name: str
    default: str
    values: Sequence[str] = ()
    """The only values, if the document lists them."""

    def checked(self, argument: str, value: object, *, in_path: bool) -> str:
        """The value, which cannot lead to another host.

        Raises:
            TypeError: It is not a text.
            ValueError: The document does not list it, or it could end a part of the URL.
        """
        if not isinstance(value, str):
            raise TypeError(f"{argument} must be a str, not {type(value).__name__}")
        if self.values and value not in {*self.values, self.default}:
            listed = ", ".join(map(repr, self.values))
            raise ValueError(
                f"{argument} must be one of {listed}, not {value!r}; see also base_url="
            )
        known = {*self.values, self.default}
        plain = value.replace("/", "") if in_path else value
        if value not in known and not _PART.fullmatch(plain):
            raise ValueError(f"{argument} cannot be a part of a URL: {value!r}; see also base_url=")
        return value


class Server(Struct, frozen=True):
    """The main server of the document: its URL, with variables in braces."""

    url: str
    variables: Mapping[str, Variable]
    """By argument of the client."""

    def chosen(
        self, given: Mapping[str, str | None], base_url: str | None, environment: str
    ) -> str | None:
        """The URL for the values that are passed, or else for those in the environment.

        None if `base_url` replaces the server, as an argument or in the environment. Arguments
        override the environment.

        Raises:
            TypeError, ValueError: See `Variable.checked`; or `base_url` is passed, too.
        """
        passed = {name: value for name, value in given.items() if value is not None}
        if base_url is not None:
            if passed:
                raise ValueError(f"base_url and {', '.join(passed)} cannot both be set")
            return None
        if not passed and f"{environment}_BASE_URL" in os.environ:
            return None
        url = self.url
        for argument, variable in self.variables.items():
            value = passed.get(argument, os.environ.get(f"{environment}_{argument.upper()}"))
            placeholder = f"{{{variable.name}}}"
            if value is None:
                value = variable.default
            in_path = "/" in self.url.partition(placeholder)[0].partition("//")[2]
            url = url.replace(placeholder, variable.checked(argument, value, in_path=in_path))
        return url
