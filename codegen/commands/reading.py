"""Reads the document of a command that makes no client of it."""

from __future__ import annotations

from codegen.bundle import Access
from codegen.commands.settings import Settings
from codegen.pipeline import Understood, understand


def understood(chosen: Settings) -> Understood:
    """Read the document that the settings name, with all that changes it.

    Raises:
        Refused: The document has problems.
        Unusable: The document cannot be read.
    """
    return understand(
        chosen.spec,
        chosen.tolerate,
        strict=chosen.strict,
        access=Access(chosen.root, chosen.fetch),
        overlays=chosen.overlays,
        configuration=chosen.configuration,
    )
