"""Compares the report of two versions with their clients: `python -m tests.drift.changes.pairs OLD NEW`.

It generates both clients, and prints each name of the old one that programs cannot use any more although the
report does not say so, and what griffe calls breaking although the report does not.
It exits with 1 if there is one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from codegen.drift.changes.comparison import Version, findings
from codegen.output.render import render
from codegen.output.templates import Templates
from codegen.pipeline import understand
from codegen.processes import deep_recursion
from tests.drift.changes.by_griffe import breakages, unreported_breakages
from tests.drift.changes.emitted import unreported


def missing(old: Path, new: Path, folder: Path) -> list[str]:
    """The names that are gone, and are not in the report."""
    versions: list[Version] = []
    packages: dict[str, Path] = {}
    for which, document in (("old", old), ("new", new)):
        version = Version.of(understand(document), {})
        rendered = render(version.read.api, Templates(None))
        for path, text in {**rendered.copied, **rendered.made}.items():
            target = folder / which / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        versions.append(version)
        packages[which] = folder / which / version.surface.package
    _, effects, _ = findings(*versions)
    both = packages["old"], packages["new"]
    return [*unreported(*both, effects), *unreported_breakages(breakages(*both), effects)]


def main() -> int:
    """Compare the two documents that the arguments name."""
    old, new = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder, deep_recursion():
        found = missing(old, new, Path(folder))
    print(*found, f"{len(found)} names are gone, and not in the report", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
