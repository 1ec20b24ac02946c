"""The command `reference`: compares the document with the pages of its vendor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from codegen.commands.reporting import publish
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from codegen.drift.reference.page import Page
    from codegen.pipeline import Understood

_LARGEST = 16 * 1024**2
"""The most bytes of a page."""


def reference(chosen: Settings, terminal: Terminal) -> int:
    """Compare pages with the document, and return the exit code.

    It is 1 if they differ, and 2 if a page cannot be read. All other pages are compared.
    """
    from codegen.commands.reading import understood
    from codegen.drift.reference.comparison import compared
    from codegen.drift.reference.printing import printed
    from codegen.drift.reference.shapes import every_name
    from codegen.processes import deep_recursion

    draft: Path | None = chosen.arguments.draft
    if draft is not None and draft.exists():
        raise Unusable(f"{draft} exists already; name a new file for the draft")
    unreadable: list[str] = []
    texts: dict[str, str] = {}
    for name in dict.fromkeys(chosen.arguments.pages):
        with _noting(unreadable):
            texts[name] = _text(name, _bytes(name, chosen))
    if not texts:
        raise Unusable("\n".join(unreadable))
    document = understood(chosen)
    fields = every_name(document.simplified)
    parameters = {one.wire_name for operation in document.api.operations for one in operation.parameters}
    pages: list[Page] = []
    with deep_recursion():
        for name, text in texts.items():
            with _noting(unreadable):
                pages.append(_page(name, text, fields, parameters))
        if not pages:
            raise Unusable("\n".join(unreadable))
        report = replace(compared(pages, document), unreadable=unreadable)
        notes = [] if draft is None else _draft(pages, document, draft)
    printing = partial(printed, report, chosen.document, chosen.arguments.pages)
    publish(printing, chosen, terminal, is_result=report.has_drift)
    if chosen.format in {"text", "github"}:
        terminal.info("".join(f"{note}\n" for note in notes))
    if unreadable:
        return terminal.fail("\n".join(["these pages cannot be read, and were not compared", *unreadable]), 2)
    return 1 if report.has_drift else 0


@contextmanager
def _noting(unreadable: list[str]) -> Iterator[None]:
    """Record why a page cannot be read, and continue."""
    try:
        yield
    except Unusable as error:
        unreadable.append(str(error))
    except OSError as error:
        unreadable.append(f"{error.filename}: {error.strerror}")


def _draft(pages: Sequence[Page], document: Understood, target: Path) -> list[str]:
    """Write the operations that the document lacks, and return a message."""
    from codegen.drift.reference.comparison import find
    from codegen.drift.reference.draft import drafted
    from codegen.drift.reference.shapes import Shapes
    from codegen.output.files import replace_files

    missing: dict[tuple[str, str], Page] = {}
    notes: list[str] = []
    for page in pages:
        if find(page, document.api.operations) is None:
            first = missing.setdefault((page.method, page.path), page)
            if first is not page:
                notes.append(f"{page.name}: not drafted: {first.name} is a page of the same operation")
    if missing:
        text = drafted([*missing.values()], document.root.mapping("info"), Shapes(document.simplified))
        replace_files({target: text.encode()})
        notes.append(f"The operations that are missing are in {target}: fill in what is marked.")
    return notes


def _bytes(name: str, chosen: Settings) -> bytes:
    """The contents of a file or a URL. Redirects may lead only to URLs that `--fetch` permits."""
    if "://" not in name:
        with Path(name).open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise Unusable(f"{name}: larger than {_LARGEST // 1024**2} MiB")
        return data
    from codegen.prepare.bundle import Access
    from codegen.prepare.bundle.access import Unreachable
    from codegen.prepare.bundle.fetching import fetch

    if not name.startswith("https://"):
        raise Unusable(f"{name}: only pages at https URLs are fetched; save the page in a file")
    url = name.partition("#")[0]
    try:
        return fetch(url, Access(fetch=[url, *chosen.fetch]), _LARGEST)[1]
    except Unreachable as error:
        raise Unusable(str(error)) from error


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\u00a0", " ").replace("\u200b", "")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unusable(f"{name}:{line}:1: this is not UTF-8; save the page in that encoding") from error


def _page(name: str, text: str, fields: Collection[str], parameters: Collection[str]) -> Page:
    from codegen.drift.reference.page import UnreadableError
    from codegen.drift.reference.reading import read_page

    try:
        return read_page(name, text, fields, parameters)
    except UnreadableError as error:
        raise Unusable(f"{name}:{error.line}:1: {error}") from error
