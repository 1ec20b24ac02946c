"""Prints text of documents and names of files so that terminals and CI systems do not interpret them.

A terminal interprets control characters, and a CI system executes lines that look like its commands:
``::error`` at the beginning of a line on GitHub, and ``##[group]``, ``##vso[...]`` (Azure) and
``##teamcity[...]`` anywhere in it.
"""

from __future__ import annotations

import re

from codegen.views.text.quoting import visible

_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")


def printable(text: str) -> str:
    """The text on one line, with escapes for invisible characters and for commands of CI systems."""
    line = _COMMAND.sub(r"#\\x23", visible(text.replace("\n", "\\n").replace("\t", "\\t")))
    return line.replace("::", "\\x3a:", 1) if line.lstrip().startswith("::") else line


def annotation(level: str, at: tuple[str, int, int] | None, title: str, message: str) -> str:
    """A workflow command of GitHub that annotates a line.

    Args:
        level: ``error`` or ``warning``.
        at: The file, the line and the column; None for what is in no file.
        title: The heading of the annotation.
        message: The message, without control characters.
    """
    place = ""
    if at is not None:
        file, line, column = at
        place = f"file={_escaped(printable(file), ':,')},line={line},col={column},"
    return f"::{level} {place}title={_escaped(title, ':,')}::{_escaped(message)}\n"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in text)


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 line``, ``1,200 lines``."""
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"
