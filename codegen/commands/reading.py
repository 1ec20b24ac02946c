"""Reads the document of a command that makes no client of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from codegen.commands.settings import Settings
from codegen.pipeline import Understood, examine, understand
from codegen.prepare.bundle import Access
from codegen.prepare.overlay.actions import Action

if TYPE_CHECKING:
    from codegen.check import Checked
    from codegen.document.source_map import SourceMap

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
        chosen.spec, chosen.tolerate, **reading_options(chosen, instead), further=further, may_miss=may_miss
    )


def examined(chosen: Settings) -> tuple[Checked, SourceMap]:
    """Read and check the document, without the model of its client.

    Raises:
        Refused: The document has problems.
        Unusable: The document cannot be read.
    """
    return examine(chosen.spec, chosen.tolerate, **reading_options(chosen, _NOTHING))[:2]


def reading_options(chosen: Settings, instead: Mapping[Path, str]) -> dict[str, Any]:
    """The options with which the pipeline reads the document, besides its name and what is tolerated."""
    return {
        "strict": chosen.strict,
        "access": Access(chosen.root, chosen.fetch, instead),
        "overlays": chosen.overlays,
        "configuration": chosen.configuration,
    }
