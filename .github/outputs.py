"""Turns the JSON report of a run into outputs of a step and a summary.

``outputs.py REPORT OUTPUT SUMMARY CHANGES``, where CHANGES is what ``changes`` has printed as Markdown, or a
file that is not there. The action runs it. Without a report, as after wrong usage, there is nothing to say.
Text of a document can stand in a summary only: outputs are words of the generator.
"""

from __future__ import annotations

import html
import json
import sys
from pathlib import Path
from typing import Any

MOST = 50
"""The most causes in a summary; GitHub allows 1 MiB."""


def outputs(report: dict[str, Any]) -> str:
    """The outputs, as lines of the file GITHUB_OUTPUT."""
    if "verdict" in report:
        outcome = "version-raised" if report["is_version_raised"] else "version-too-low"
        return (
            f"outcome={outcome}\nverdict={report['verdict']}\nrequired-version={report['required_version']}\n"
        )
    found = [one for one in report["findings"] if one["kind"] in {"cause", "problem", "edited"}]
    rules = ",".join(sorted({one["rule"] for one in found}))
    return f"outcome={report['outcome']}\ncauses={rules}\n"


def summary(report: dict[str, Any]) -> str:
    """The summary, in Markdown."""
    lines = [f"### The client is {report['outcome'].replace('-', ' ')}", ""]
    found = [one for one in report["findings"] if one["kind"] in {"cause", "problem", "edited"}]
    if found:
        lines += ["| place | what has happened | rule |", "|---|---|---|"]
    for one in found[:MOST]:
        place = escaped(f"{one['file']}:{one['line']}:{one['column']}")
        lines.append(f"| {place} | {escaped(one['message'])} | {escaped(one['rule'])} |")
    if len(found) > MOST:
        lines.append(f"\n{len(found) - MOST} more are in the log.")
    lines += ["", *dict.fromkeys(escaped(one["remedy"]) for one in found if one.get("remedy"))]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """The text in a cell of a table: nothing in it is HTML, Markdown or another line."""
    plain = html.escape(" ".join(text.split()))
    return "".join(f"&#{ord(c)};" if c in "|`*_[]\\#~@!" else c for c in plain)


def main(report: str, output: str, page: str, changes: str) -> None:
    """Append to the files of GitHub."""
    if not Path(report).is_file():
        return
    found = json.loads(Path(report).read_text(encoding="utf-8"))
    with Path(output).open("a", encoding="utf-8") as file:
        file.write(outputs(found))
    with Path(page).open("a", encoding="utf-8") as file:
        file.write(Path(changes).read_text(encoding="utf-8") if Path(changes).is_file() else summary(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
