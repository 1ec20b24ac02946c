"""Fakes of the operations of `client.doors`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ByDefaultCall(Recorded):
    """A call of `doors.by_default`."""


@dataclass(eq=False, repr=False)
class WithTwoKeysCall(Recorded):
    """A call of `doors.with_two_keys`."""


@dataclass(eq=False, repr=False)
class WithCookieCall(Recorded):
    """A call of `doors.with_cookie`."""


@dataclass(eq=False, repr=False)
class WithPasswordCall(Recorded):
    """A call of `doors.with_password`."""


@dataclass(eq=False, repr=False)
class WithDigestCall(Recorded):
    """A call of `doors.with_digest`."""


@dataclass(eq=False, repr=False)
class WithCertificateCall(Recorded):
    """A call of `doors.with_certificate`."""


@dataclass(eq=False, repr=False)
class OrWithoutCall(Recorded):
    """A call of `doors.or_without`."""


@dataclass(eq=False, repr=False)
class WithoutCall(Recorded):
    """A call of `doors.without`."""


@dataclass(eq=False, repr=False)
class DeclaredTwiceCall(Recorded):
    """A call of `doors.declared_twice`."""


@dataclass(eq=False, repr=False)
class DeclaredAndOptionalCall(Recorded):
    """A call of `doors.declared_and_optional`."""

    _: KW_ONLY
    x_app_id: str
    app_key: str
    visit: str


class FakeDoors(ResourceFake):
    """Fakes of the operations of `client.doors`."""

    by_default = Returning[None].of(ByDefaultCall, "byDefault")
    """By default."""
    with_two_keys = Returning[None].of(WithTwoKeysCall, "withTwoKeys")
    """With two keys."""
    with_cookie = Returning[None].of(WithCookieCall, "withACookie")
    """With a cookie."""
    with_password = Returning[None].of(WithPasswordCall, "withAPassword")
    """With a password."""
    with_digest = Returning[None].of(WithDigestCall, "withADigest")
    """With a digest."""
    with_certificate = Returning[None].of(WithCertificateCall, "withACertificate")
    """With a certificate."""
    or_without = Returning[None].of(OrWithoutCall, "orWithout")
    """Or without."""
    without = Returning[None].of(WithoutCall, "without")
    """Without."""
    declared_twice = Returning[None].of(DeclaredTwiceCall, "declaredTwice")
    """Declared twice."""
    declared_and_optional = Returning[None].of(DeclaredAndOptionalCall, "declaredAndOptional")
    """Declared and optional."""
