"""Pages that cannot be read, and what a report prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from codegen.commands.main import main
from codegen.drift.reference.comparison import compared
from codegen.drift.reference.page import UnreadableError
from codegen.drift.reference.shapes import every_name
from codegen.drift.reference.text import read_text
from codegen.pipeline import understand
from tests.command_line import FACE
from tests.drift.reference.edits import EDITS, edited
from tests.drift.reference.orders import DOCUMENT, PAGE
from tests.drift.sarif import mistakes

# ruff: noqa: E501 - a row is a line
WRONG: list[tuple[str, Callable[[str], str | bytes], str]] = [
    ("no page", lambda _: "Hello\n", "page.txt:1:1: no line has a method"),
    ("empty", lambda _: "", "page.txt:1:1: no line has a method"),
    ("no path", lambda text: text.replace("/orders/{orderID}\n", "", 1), "page.txt:3:1: the path"),
    ("cut", lambda text: text.partition("Section titled “ Responses")[0], "page.txt:41:1: the page ends without"),
    ("HTML", lambda _: "<!doctype html>\n<main>", "page.txt:2:1: no element has the method"),
    ("cut HTML", lambda _: "<main><div class='method get'>GET</div><div class='path'>/a</div>", "page.txt:1:1: the page ends without"),
    ("bytes", lambda _: b"GET\n/\xff\n", "page.txt:2:1: this is not UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "says"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_an_unreadable_page_is_reported_with_its_place(
    change: Callable[[str], str | bytes], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    changed = change(PAGE.read_text(encoding="utf-8"))
    page.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
    assert main(["reference", str(page), "--spec", str(DOCUMENT)], FACE) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    "page",
    ["http://docs.example.com/update", "file:///etc/passwd", "https://", "https://[", "no-such-file.txt"],
)
def test_a_page_that_cannot_be_read_is_refused(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reference", page, "--spec", str(DOCUMENT)], FACE) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_page_that_lacks_a_line_is_read_or_refused() -> None:
    document = understand(DOCUMENT)
    names = every_name(document.simplified)
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    agreeing = []
    for at in range(len(lines)):
        with suppress(UnreadableError):
            page = read_text(
                "page.txt", "\n".join([*lines[:at], *lines[at + 1 :]]), names, {"notify", "retries"}
            )
            if not compared([page], document).has_drift:
                agreeing.append(lines[at])
    assert len(agreeing) < len(lines) / 2  # the others have no facts, such as headings and descriptions


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_reports(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "openapi.yaml"
    document.write_text(edited(EDITS[6]), encoding="utf-8")
    assert main(["reference", str(PAGE), "--spec", str(document), "--format", form], FACE) == 1
    said = capsys.readouterr().out
    assert "the query parameter `retries` is on the page, and not in the document" in said
    if form == "text":
        assert "1 difference in " in said
        assert (
            f"{PAGE}:{PAGE.read_text(encoding='utf-8').splitlines().index('retries') + 1}:1: retries" in said
        )
    if form == "github":
        assert said.startswith(f"::error file={document},line=")
    if form == "sarif":
        assert mistakes(json.loads(said)) == []


def test_text_of_a_page_commands_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    shown = PAGE.read_text(encoding="utf-8").replace("notify\n", "::error::\x1b[31mnotify\n")
    page.write_text(shown, encoding="utf-8")
    assert main(["reference", str(page), "--spec", str(DOCUMENT)], FACE) == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert not any(line.lstrip().startswith("::") for line in said.splitlines())


def test_a_page_that_cannot_be_read_does_not_keep_others_from_being_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, gone = tmp_path / "other.txt", tmp_path / "gone.txt"
    other.write_text("Nothing about an operation.")
    pages = [str(other), str(PAGE), str(gone)]
    assert main(["reference", *pages, "--spec", str(DOCUMENT), "--format", "json"], FACE) == 2
    said = capsys.readouterr()
    report = json.loads(said.out)
    assert report["agrees"]
    assert report["facts"] > 100
    assert [one.partition(":")[0] for one in report["unreadable"]] == [str(gone), str(other)]
    assert f"{gone}: No such file or directory\n" in said.err
    assert main(["reference", str(other), str(gone), "--spec", str(DOCUMENT)], FACE) == 2
    assert capsys.readouterr().out == ""
