"""Put every document of a folder through the generator: ``python -m corpus FOLDER``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen.check.tolerance import rules_in
from codegen.document.failures import Unusable
from corpus.settings import Settings, Types

_EPILOG = """\
exit codes:
  0  every document becomes a client that has all of it, and every call works
  1  some document falls short
  2  the command was used wrongly, or something in the environment is broken
"""


def main(arguments: Sequence[str]) -> int:
    """Examine the documents of a folder and return the exit code."""
    settings = _settings(arguments)
    try:
        from corpus.run import run  # noqa: PLC0415 - it imports what only tests need

        return 0 if run(settings) else 1
    except ModuleNotFoundError as error:
        return _fail(f"{error}: the corpus needs what the tests need; install requirements-dev.lock")
    except Unusable as error:
        return _fail(str(error))


def _settings(arguments: Sequence[str]) -> Settings:
    parser = argparse.ArgumentParser(
        prog="python -m corpus",
        description="Put every document of a folder through the generator, call every operation of the "
        "client that comes out, and print a table.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="its .yaml, .yml and .json files are read"
    )
    parser.add_argument(
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many documents at once (%(default)s)",
    )
    parser.add_argument(
        "--seconds", type=_positive, default=300, metavar="N", help="time limit of a document (%(default)s)"
    )
    parser.add_argument(
        "--megabytes",
        type=_positive,
        default=2048,
        metavar="N",
        help="memory limit of a document (%(default)s)",
    )
    parser.add_argument(
        "--types",
        choices=tuple(one.value for one in Types),
        default=Types.ALL.value,
        help="which clients to check with mypy and pyright (%(default)s)",
    )
    parser.add_argument(
        "--tolerate",
        type=_rules,
        action="extend",
        default=[],
        metavar="RULE[,RULE...]",
        help="let the documents break these rules; see docs/rules.md",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write all results as JSON")
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
