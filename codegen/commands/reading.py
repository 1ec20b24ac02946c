"""Reads the document of a command."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from codegen.commands.settings import Settings
from codegen.pipeline import ReadOptions, Understood, understand
from codegen.prepare.bundle import Access


def read_options(chosen: Settings, instead: Mapping[Path, str] | None = None) -> ReadOptions:
    """The options for reading, from the settings.

    `instead` has texts that replace the contents of files, by their real paths.
    """
    return ReadOptions(
        tolerate=chosen.tolerate,
        strict=chosen.strict,
        access=Access(chosen.root, chosen.fetch, instead or {}),
        overlays=chosen.overlays,
        configuration=chosen.configuration,
    )


def understood(chosen: Settings, instead: Mapping[Path, str] | None = None) -> Understood:
    """Read the document that the settings name, up to the model of its client.

    Raises:
        Refused: The document has problems.
        Unusable: The document cannot be read.
    """
    return understand(chosen.spec, read_options(chosen, instead))
