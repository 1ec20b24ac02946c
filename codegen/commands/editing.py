"""The files that a command edits: which they are, and how they are written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from codegen.commands.settings import Settings
from codegen.drift.editing import EditedFile
from codegen.pipeline import Understood


def files_of(document: Understood, chosen: Settings) -> set[str]:
    """The names of the files of the document: not of overlays, nor of what was fetched."""
    others = {os.fspath(path) for path in chosen.overlays}
    if chosen.configuration is not None:
        others.add(os.fspath(chosen.configuration.source.name))
    names = {source.name for source in (document.source.entry, *document.source.others)}
    return {name for name in names - others if not name.startswith("https:")}


def real_path(file: EditedFile) -> Path:
    """Where the file is, behind symbolic links."""
    return Path(os.path.realpath(file.source.name))


def replace_files(files: Iterable[EditedFile]) -> None:
    """Write files anew. None is ever half written, or touched before the text of each is on the disk."""
    with ExitStack() as stack:
        ready: list[tuple[Path, Path]] = []
        for file in files:
            path = real_path(file)
            temporary = path.with_name(f".{path.name}.{os.getpid()}")
            stack.callback(temporary.unlink, missing_ok=True)
            temporary.write_bytes((file.source.mark + file.text).encode())
            temporary.chmod(path.stat().st_mode & 0o7777)
            ready.append((temporary, path))
        for temporary, path in ready:
            temporary.replace(path)
