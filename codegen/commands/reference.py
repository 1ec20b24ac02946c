"""The command `reference`: the document against the pages that its vendor publishes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable

if TYPE_CHECKING:
    from collections.abc import Collection

    from codegen.drift.reference.finding import Report
    from codegen.drift.reference.page import Page

_LARGEST = 16 * 1024**2
"""The most bytes of a page."""


def reference(chosen: Settings, terminal: Terminal) -> int:
    """Compare pages with the document, and return the exit code: 1 if they differ."""
    from codegen.commands.reading import understood
    from codegen.drift.reference.comparison import compared
    from codegen.drift.reference.shapes import every_name

    paths: list[Path] = chosen.arguments.pages
    texts = {path: _text(path) for path in paths}
    document = understood(chosen)
    fields = every_name(document.simplified)
    parameters = {one.wire_name for operation in document.api.operations for one in operation.parameters}
    pages = [_page(path, text, fields, parameters) for path, text in texts.items()]
    report = compared(pages, document)
    if chosen.report is not None:
        chosen.report.write_text(_printed(report, chosen, "json"), encoding="utf-8")
    (terminal.say if report.has_drift else terminal.tell)(_printed(report, chosen, chosen.format))
    return 1 if report.has_drift else 0


def _text(path: Path) -> str:
    """The text of a page."""
    if "://" in str(path) or str(path).startswith(("http:/", "https:/")):
        raise Unusable(f"{path} is a URL: open it in a browser, and save the text of the page in a file")
    data = path.read_bytes()
    if len(data) > _LARGEST:
        raise Unusable(f"{path}: larger than {_LARGEST // 1024**2} MiB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\u00a0", " ").replace("\u200b", "")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unusable(f"{path}:{line}:1: this is not UTF-8; save the page in that encoding") from error


def _page(path: Path, text: str, fields: Collection[str], parameters: Collection[str]) -> Page:
    from codegen.drift.reference.page import UnreadableError
    from codegen.drift.reference.text import read_text

    try:
        return read_text(str(path), text, fields, parameters)
    except UnreadableError as error:
        raise Unusable(f"{path}:{error.line}:1: {error}") from error


def _printed(report: Report, chosen: Settings, form: str) -> str:
    from codegen.drift.reference import machine, printing

    match form:
        case "json":
            return machine.in_json(report, chosen.document, list(map(str, chosen.arguments.pages)))
        case "sarif":
            return machine.in_sarif(report)
        case "github":
            return printing.github(report, chosen.document)
        case _:
            return printing.text(report, chosen.document)
