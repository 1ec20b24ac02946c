"""The command `reference`: the document against the pages that its vendor publishes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from codegen.drift.reference.finding import Report
    from codegen.drift.reference.page import Page
    from codegen.pipeline import Understood

_LARGEST = 16 * 1024**2
"""The most bytes of a page."""


def reference(chosen: Settings, terminal: Terminal) -> int:
    """Compare pages with the document, and return the exit code: 1 if they differ."""
    from codegen.commands.reading import understood
    from codegen.drift.reference.comparison import compared
    from codegen.drift.reference.shapes import every_name

    draft: Path | None = chosen.arguments.draft
    if draft is not None and draft.is_file():
        raise Unusable(f"{draft} exists already; name a new file for the draft")
    texts = {name: _text(name, _bytes(name, chosen)) for name in chosen.arguments.pages}
    document = understood(chosen)
    fields = every_name(document.simplified)
    parameters = {one.wire_name for operation in document.api.operations for one in operation.parameters}
    pages = [_page(name, text, fields, parameters) for name, text in texts.items()]
    report = compared(pages, document)
    is_drafted = draft is not None and _draft(pages, document, draft)
    if chosen.report is not None:
        chosen.report.write_text(_printed(report, chosen, "json"), encoding="utf-8")
    (terminal.say if report.has_drift else terminal.tell)(_printed(report, chosen, chosen.format))
    if is_drafted and chosen.format in {"text", "github"}:
        terminal.tell(f"The operations that are missing are in {draft}: fill in what is marked.\n")
    return 1 if report.has_drift else 0


def _draft(pages: Sequence[Page], document: Understood, target: Path) -> bool:
    """Write the operations that the document lacks, if there are any."""
    from codegen.drift.reference.comparison import find
    from codegen.drift.reference.draft import drafted
    from codegen.drift.reference.shapes import Shapes

    missing = [page for page in pages if find(page, document.api.operations) is None]
    if missing:
        text = drafted(missing, document.root.mapping("info"), Shapes(document.simplified))
        target.write_text(text, encoding="utf-8")
    return bool(missing)


def _bytes(name: str, chosen: Settings) -> bytes:
    """What stands in a file or at a URL. Redirects may lead to where `--fetch` permits."""
    if "://" not in name:
        data = Path(name).read_bytes()
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


def _printed(report: Report, chosen: Settings, form: str) -> str:
    from codegen.drift.reference import machine, printing

    match form:
        case "json":
            return machine.in_json(report, chosen.document, chosen.arguments.pages)
        case "sarif":
            return machine.in_sarif(report)
        case "github":
            return printing.github(report, chosen.document)
        case _:
            return printing.text(report, chosen.document)
