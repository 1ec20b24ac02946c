"""Reads the document of a command that makes no client of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from codegen.commands.settings import Settings
from codegen.pipeline import Understood, understand
from codegen.prepare.bundle import Access
from codegen.prepare.overlay.actions import Action

_NOTHING: Mapping[Path, str] = MappingProxyType({})


def understood(
    chosen: Settings,
    instead: Mapping[Path, str] = _NOTHING,
    further: Sequence[Action] = (),
    *,
    may_miss: bool = False,
) -> Understood:
    """Read the document that the settings name, with all that changes it.

    Args:
        chosen: The settings.
        instead: Texts to read instead of what is in files of the document, by their real paths.
        further: Changes of the document after all others.
        may_miss: Whether overlays and the configuration may name parts that the document does not have.

    Raises:
        Refused: The document has problems.
        Unusable: The document cannot be read.
    """
    return understand(
        chosen.spec,
        chosen.tolerate,
        strict=chosen.strict,
        access=Access(chosen.root, chosen.fetch, instead),
        overlays=chosen.overlays,
        configuration=chosen.configuration,
        further=further,
        may_miss=may_miss,
    )
