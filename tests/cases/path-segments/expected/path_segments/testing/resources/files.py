"""Fakes of the operations of `client.files`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetOneCall(Recorded):
    """A call of `files.get_one`."""

    path: str


@dataclass(eq=False, repr=False)
class GetDeclaredCall(Recorded):
    """A call of `files.get_declared`."""

    rest: str


@dataclass(eq=False, repr=False)
class GetReservedCall(Recorded):
    """A call of `files.get_reserved`."""

    path: str


@dataclass(eq=False, repr=False)
class GetExpandedCall(Recorded):
    """A call of `files.get_expanded`."""

    path: str


@dataclass(eq=False, repr=False)
class GetPrefixedCall(Recorded):
    """A call of `files.get_prefixed`."""

    path: str


@dataclass(eq=False, repr=False)
class GetProxiedCall(Recorded):
    """A call of `files.get_proxied`."""

    proxy: str


@dataclass(eq=False, repr=False)
class GetStarCall(Recorded):
    """A call of `files.get_star`."""

    path: str


class FakeFiles(ResourceFake):
    """Fakes of the operations of `client.files`."""

    get_one = Returning[None].of(GetOneCall, "getOne")
    """Get one."""
    get_declared = Returning[None].of(GetDeclaredCall, "getDeclared")
    """Get declared."""
    get_reserved = Returning[None].of(GetReservedCall, "getReserved")
    """Get reserved."""
    get_expanded = Returning[None].of(GetExpandedCall, "getExpanded")
    """Get expanded."""
    get_prefixed = Returning[None].of(GetPrefixedCall, "getPrefixed")
    """Get prefixed."""
    get_proxied = Returning[None].of(GetProxiedCall, "getProxied")
    """Get proxied."""
    get_star = Returning[None].of(GetStarCall, "getStar")
    """Get star."""
