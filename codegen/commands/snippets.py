"""The command `snippets`: adds an example of the client to each operation of a copy of the document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.commands.reading import understood
from codegen.commands.reporting import save
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.document.source import STDIN

if TYPE_CHECKING:
    from codegen.document.node import Pointer
    from codegen.document.source import Source
    from codegen.document.source_map import SourceMap
    from codegen.drift.formats import Spot
    from codegen.output.samples import Documented


_IN_A_FOLDER = "to copy all files of the document, name an existing folder with --into"
_IN_LINES = "write the operation in lines of its own"


def snippets(chosen: Settings, terminal: Terminal) -> int:
    """Write a copy of the document, and return the exit code: 1 if an operation has no example there.

    The copy is the result. If it is written to a file, the report is printed. Otherwise, what is missing is
    printed on the standard error.

    Raises:
        Refused: The document has problems.
        Unusable: The document cannot be read, or there is no name for a copy.
    """
    from codegen.output.files import replace_files
    from codegen.output.samples import documented, samples_of
    from codegen.processes import deep_recursion

    into: Path | None = chosen.arguments.into
    is_folder = into is not None and into.is_dir()
    if is_folder and chosen.document == str(STDIN):
        raise Unusable("the standard input has no name for its copy; name a file with --into")
    document = understood(chosen)
    with deep_recursion():
        made = documented(document.source, samples_of(document.api), has_others=is_folder)
        missing = [_missing(one, document.source, is_folder=is_folder) for one in made.elsewhere]
    printed = partial(_printed, made, missing, chosen)
    save(printed, chosen.report)
    if into is None:
        terminal.output(made.texts[0][1])
    else:
        files = _files(into, made.texts) if is_folder else [(into, *made.texts[0])]
        if is_folder:
            for file, _, _ in files:
                file.parent.mkdir(parents=True, exist_ok=True)
        replace_files({file: (source.mark + text).encode() for file, source, text in files})
        terminal.info(f"{made.summary}\n" if chosen.format == "text" else printed(chosen.format))
    if missing and (into is None or chosen.format == "text"):
        terminal.error(printed("text"))
    return 1 if missing else 0


def _missing(pointer: Pointer, source: SourceMap, *, is_folder: bool) -> tuple[Spot, str]:
    """The place of an operation without an example, and the reason."""
    from codegen.drift.formats import Spot

    place = source.place(pointer)
    is_elsewhere = source.file(place) is not source.entry and not is_folder
    message = f"no example can be inserted here: {_IN_A_FOLDER if is_elsewhere else _IN_LINES}"
    return Spot(place.file or source.entry.name, place.line, place.column), message


def _printed(made: Documented, missing: Sequence[tuple[Spot, str]], chosen: Settings, form: str) -> str:
    from codegen.drift import formats

    found = [
        formats.Result(rule="no-example", is_error=True, message=message, spot=spot)
        for spot, message in missing
    ]
    match form:
        case "json":
            value = {
                "document": chosen.document,
                "written": made.written,
                "kept": made.kept,
                "missing": [{**spot.as_json, "message": message} for spot, message in missing],
            }
            return formats.in_json("snippets", value)
        case "sarif":
            return formats.in_sarif(found)
        case "github":
            return formats.in_github(found, title="{}")
        case _:
            return "".join(f"{spot}: {message}\n" for spot, message in missing)


def _files(folder: Path, texts: Iterable[tuple[Source, str]]) -> list[tuple[Path, Source, str]]:
    """The paths of the copies, in the layout of the originals. Files from URLs are not copied."""
    written = [(source, text) for source, text in texts if "://" not in source.name]
    local = [(Path(source.name).absolute(), source, text) for source, text in written]
    root = os.path.commonpath([file.parent for file, _, _ in local])
    return [(folder / os.path.relpath(file, root), source, text) for file, source, text in local]
