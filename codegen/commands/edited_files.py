"""Finds and writes the files that a command edits."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from codegen.commands.settings import Settings
from codegen.document.source_map import SourceMap
from codegen.drift.editing import EditedFile
from codegen.output.files import replace_files


def files_of(source: SourceMap, chosen: Settings) -> set[str]:
    """The names of the files of a document, without overlays and fetched files."""
    others = {os.fspath(path) for path in chosen.overlays}
    if chosen.configuration is not None:
        others.add(os.fspath(chosen.configuration.source.name))
    names = {one.name for one in (source.entry, *source.others)}
    return {name for name in names - others if not name.startswith("https:")}


def real_path(file: EditedFile) -> Path:
    """The path of the file without symbolic links."""
    return Path(os.path.realpath(file.source.name))


def write_edits(files: Iterable[EditedFile]) -> None:
    """Write all edited files, or none."""
    replace_files({Path(file.source.name): (file.source.mark + file.text).encode() for file in files})
