"""The servers of the model, with their variables."""

from __future__ import annotations

from msgspec import Struct

from codegen.document.node import Pointer


class ServerVariable(Struct, frozen=True, kw_only=True):
    """A variable in the URL of a server (OpenAPI 3.1.1, 4.8.6)."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    """The allowed values, if they are listed."""
    description: str = ""


class Server(Struct, frozen=True, kw_only=True):
    """A base URL with the defaults of its variables. It may be relative to the document."""

    url: str
    template: str = ""
    """The URL as written, if it has variables."""
    variables: tuple[ServerVariable, ...] = ()
    name: str = ""
    """Its name, which is unique in the document (OpenAPI 3.2.0, 4.6)."""
    description: str = ""
    origins: tuple[Pointer, ...]

    @property
    def is_absolute(self) -> bool:
        """Whether the URL contains a host."""
        return self.url.lower().startswith(("https://", "http://"))
