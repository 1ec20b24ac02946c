"""The command line for testing many documents: ``python -m corpus FOLDER``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen.document.failures import Unusable
from codegen.standard.rules import rules_in
from corpus.settings import Settings, Types

_EPILOG = """\
exit codes:
  0  every document became a complete client, and every call works
  1  a document did not
  2  wrong usage, or a broken environment
"""


def main(arguments: Sequence[str]) -> int:
    """Examine the documents in a folder and return the exit code."""
    settings = _settings(arguments)
    try:
        from corpus.run import run  # noqa: PLC0415 - it imports what only tests need

        return 0 if run(settings) else 1
    except ModuleNotFoundError as error:
        return _fail(f"{error}: install the packages in requirements-dev.lock")
    except Unusable as error:
        return _fail(str(error))


def _settings(arguments: Sequence[str]) -> Settings:
    parser = argparse.ArgumentParser(
        prog="python -m corpus",
        description="Generate a client for every document in a folder, call its operations, print a table.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="the folder, searched for .yaml, .yml and .json files"
    )
    parser.add_argument(
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="documents processed at once (default: %(default)s)",
    )
    parser.add_argument(
        "--seconds",
        type=_positive,
        default=300,
        metavar="N",
        help="time limit per document (default: %(default)s)",
    )
    parser.add_argument(
        "--megabytes",
        type=_positive,
        default=2048,
        metavar="N",
        help="memory limit per document (default: %(default)s)",
    )
    parser.add_argument(
        "--types",
        choices=tuple(one.value for one in Types),
        default=Types.ALL.value,
        help="the clients to check with mypy and pyright (default: %(default)s)",
    )
    parser.add_argument(
        "--tolerate",
        type=_rules,
        action="extend",
        default=[],
        metavar="RULE[,RULE...]",
        help="accept documents that break these rules; see docs/rules.md",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write all details to a JSON file")
    options = parser.parse_args(arguments)
    return Settings(
        folder=options.folder,
        jobs=options.jobs,
        seconds=options.seconds,
        megabytes=options.megabytes,
        types=Types(options.types),
        tolerated=frozenset(options.tolerate),
        report=options.report,
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _rules(text: str) -> list[str]:
    try:
        return rules_in(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _fail(message: str) -> int:
    print(f"python -m corpus: {message}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
