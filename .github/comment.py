"""Makes the comment on a pull request from the report of ``changes``: ``comment.py REPORT FOLDER BODY``.

REPORT is in Markdown, BODY is the file for what GitHub's API wants. The comment begins with a mark, which is
printed: later runs find the comment by it. It names the folder, since a repository may have several clients.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

MOST = 60_000
"""The most characters of a comment; GitHub allows 65,536."""


def mark(folder: str) -> str:
    """The first line of the comment."""
    place = re.sub(r"[^\w./]", "_", folder)
    return f"<!-- wholespec changes: {place} -->"


def comment(report: str, folder: str) -> str:
    """The text of the comment. A long report is cut at the end of a line."""
    if len(report) > MOST:
        report = report[:MOST].rpartition("\n")[0] + "\n\nThe rest is in the log of the job.\n"
    return f"{mark(folder)}\n{report}"


def main(report: str, folder: str, body: str) -> None:
    """Write the body, and print the mark."""
    text = comment(Path(report).read_text(encoding="utf-8"), folder)
    Path(body).write_text(json.dumps({"body": text}), encoding="utf-8")
    print(mark(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
