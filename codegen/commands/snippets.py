"""The command `snippets`: the document with an example of the client for each operation."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.commands.reading import understood
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal

if TYPE_CHECKING:
    from codegen.document.source import Source


def snippets(chosen: Settings, terminal: Terminal) -> int:
    """Write a copy of the document, and return the exit code: 1 if an operation has no example there."""
    from codegen.output.samples import documented, samples_of
    from codegen.processes import deep_recursion

    document = understood(chosen)
    into: Path | None = chosen.arguments.into
    is_folder = into is not None and into.is_dir()
    samples = samples_of(document.api)
    with deep_recursion():
        made = documented(document.source, samples, has_others=is_folder)
    if into is None:
        terminal.say(made.texts[0][1])
    else:
        for file, source, text in _files(into, made.texts) if is_folder else [(into, *made.texts[0])]:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source.mark + text, encoding="utf-8", newline="")
        kept = f"; {made.kept} had one already" if made.kept else ""
        terminal.tell(f"{made.written} of {len(samples)} operations got an example{kept}\n")
    for pointer in made.elsewhere:
        place = document.source.place(pointer)
        is_elsewhere = document.source.file(place) is not document.source.entry and not is_folder
        terminal.complain(
            f"{place.file or document.source.entry.name}:{place.line}:{place.column}: no example can be"
            f" inserted here: {_IN_A_FOLDER if is_elsewhere else _IN_LINES}\n"
        )
    return 1 if made.elsewhere else 0


_IN_A_FOLDER = "to copy all files of the document, name an existing folder with --into"
_IN_LINES = "write the operation in lines of its own"


def _files(folder: Path, texts: Iterable[tuple[Source, str]]) -> list[tuple[Path, Source, str]]:
    """Where the copies of files go, as they are beside each other; files from URLs are not copied."""
    local = [(Path(source.name).absolute(), source, text) for source, text in texts if ":" not in source.name]
    root = os.path.commonpath([file.parent for file, _, _ in local])
    return [(folder / os.path.relpath(file, root), source, text) for file, source, text in local]
