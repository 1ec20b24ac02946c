"""Text of a document, or the name of a file, as it is printed: what shows it cannot obey it.

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


def command_value(text: str, also: str = "") -> str:
    """A value in a workflow command of GitHub, or its message."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in text)
