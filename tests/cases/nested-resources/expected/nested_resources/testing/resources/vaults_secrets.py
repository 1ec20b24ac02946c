"""Fakes of the operations of `client.vaults.secrets`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class RevealCall(Recorded):
    """A call of `vaults.secrets.reveal`."""


@dataclass(eq=False, repr=False)
class RotateAllCall(Recorded):
    """A call of `vaults.secrets.rotate_all`."""


class FakeVaultsSecrets(ResourceFake):
    """Fakes of the operations of `client.vaults.secrets`."""

    reveal = Returning[list[str]].of(RevealCall, "wild1")
    """Wild1."""
    rotate_all = Returning[None].of(RotateAllCall, "wild2")
    """Wild2."""
