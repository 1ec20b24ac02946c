"""Adjusts a document: overlays first, then the configuration."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from codegen.document.node import Json, Node
from codegen.document.source_map import SourceMap
from codegen.prepare.config.configuration import Configuration
from codegen.prepare.config.configured_actions import configured_actions
from codegen.prepare.config.selection import Selection, select
from codegen.prepare.overlay.actions import Action
from codegen.prepare.overlay.applying import apply
from codegen.prepare.overlay.parsing import read_overlay


class Adjusted(Struct, frozen=True):
    """A document with all requested changes."""

    root: Node
    source: SourceMap
    selection: Selection
    digests: dict[str, str] = field(default_factory=dict)
    """The SHA-256 of each overlay and each setting, by name."""


def adjusted(  # noqa: PLR0913 - what changes a document
    root: Node,
    source: SourceMap,
    overlays: Sequence[Path],
    configuration: Configuration | None,
    further: Sequence[Action] = (),
    *,
    may_miss: bool = False,
) -> Adjusted:
    """Apply overlays, a configuration and further changes to a document.

    With `may_miss`, actions on missing parts are skipped.

    Raises:
        Refused: One of them has problems, or does not fit the document. Carries the source.
        Unusable: An overlay cannot be read.
    """
    digests: dict[str, str] = {}
    for path in overlays:
        actions, overlay = read_overlay(path)
        root, source = apply(actions, root, source, may_miss=may_miss)
        same = sum(other.name == path.name for other in overlays[: overlays.index(path)])
        digests[f"overlay {path.name}{f' ({same + 1})' if same else ''}"] = _digest(overlay)
    if len(overlays) > 1:
        digests["order of the overlays"] = _digest([path.name for path in overlays])
    if configuration is None:
        root, source = apply(further, root, source) if further else (root, source)
        return Adjusted(root, source, Selection(root), digests)
    configured = configured_actions(configuration, root, source, may_miss=may_miss)
    root, source = apply([*configured, *further], root, source, may_miss=may_miss)
    digests |= {
        f"setting {key}": _digest(value)
        for key, value in configuration.values.items()
        if key not in _OF_THE_RUN
    }
    selection = select(configuration, root, source)
    return Adjusted(selection.root, source, selection, digests)


_OF_THE_RUN = {"document", "output", "overlays", "templates", "strict", "tolerate", "root", "fetch"}
"""Settings for reading, writing and refusing. They do not change the client."""


def _digest(values: Json) -> str:
    """The SHA-256 of the data in a file, ignoring comments and layout."""
    return hashlib.sha256(repr(values).encode("utf-8", "surrogatepass")).hexdigest()
