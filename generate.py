"""Generate an installable, typed Python client from an OpenAPI document, or check that it is up to date.

The command line of the generator. The steps are in `codegen.pipeline`.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.document.problems import Refused
    from codegen.pipeline import Output

SPEC = Path("spec/openapi.yaml")
OUT = Path("generated")

_EPILOG = """\
exit codes:
  0  success
  1  the document has problems (nothing was written), or the client is out of date
  2  wrong usage, or a broken environment

The default command is `build`. `build` and `check` take --spec FILE, --out DIR, --strict and
--tolerate RULE; see `generate.py build --help`. The generator writes a complete client, or it refuses
the document and prints each problem with file, line and column. It reports every part that it omits:
parts that the author skips, parts that --tolerate allows, and examples that do not match their schema.
With `x-generate: {strict: true}` the document rejects such examples and other slips, and requires
descriptions and examples.
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    options = _parser().parse_args(_with_command(arguments))
    from codegen.document.failures import Defect, Unusable
    from codegen.document.problems import Refused

    try:
        return {"build": _build, "check": _check}[options.command](options)
    except Refused as refused:
        return _refuse(refused, options)
    except Unusable as error:
        return _fail(str(error), 2)
    except Defect as error:
        return _fail(f"a defect of the generator; nothing was written\n{error}", 1)
    except BrokenPipeError:  # the reader of our output has exited
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ModuleNotFoundError as error:
        remedy = "run `make generate`, which creates .venv, or install requirements.lock"
        raise SystemExit(_fail(f"{error}: {remedy}", 2)) from error
    except OSError as error:
        return _fail(f"{error.filename or 'the system'}: {error.strerror or error}", 2)


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Add the default command, `build`, if there is no command."""
    first = arguments[0] if arguments else ""
    if first.endswith((".yaml", ".yml", ".json")):
        raise SystemExit(_fail(f"{first} is not a command; use --spec {first}", 2))
    named = bool(first) and (not first.startswith("-") or first in {"-h", "--help"})
    return [*arguments] if named else ["build", *arguments]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="generate.py",
        description="Generate an installable, typed Python client from an OpenAPI 3.0 or 3.1 document.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    both = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    both.add_argument(
        "--spec",
        type=Path,
        default=SPEC,
        metavar="FILE",
        help="the document, YAML or JSON (default: %(default)s)",
    )
    both.add_argument(
        "--out", type=Path, default=OUT, metavar="DIR", help="the folder of the client (default: %(default)s)"
    )
    both.add_argument(
        "--strict",
        action="store_true",
        help="also refuse mistakes that the standard allows, as `x-generate: {strict: true}` does",
    )
    both.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="a folder with templates that replace those of the generator; docs/own-code.md describes them",
    )
    _add_tolerate(both)
    build = "write the client; if there is a problem, write nothing"
    builder = commands.add_parser(
        "build", parents=[both], help=build, description=build.capitalize() + ".", allow_abbrev=False
    )
    builder.add_argument(
        "--force", action="store_true", help="overwrite generated files that were edited by hand, too"
    )
    check = "report how and why the client differs from the document; write nothing"
    checker = commands.add_parser(
        "check", parents=[both], help=check, description=check.capitalize() + ".", allow_abbrev=False
    )
    checker.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="text, or annotations for GitHub Actions (default: %(default)s)",
    )
    return parser


def _add_tolerate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tolerate",
        type=_rules,
        action="extend",
        default=[],
        metavar="RULE[,RULE...]",
        help="accept a document that breaks these rules; docs/rules.md describes the consequences",
    )


def _rules(text: str) -> list[str]:
    from codegen.check.tolerance import rules_in

    try:
        return rules_in(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _generate(options: argparse.Namespace) -> Output:
    from codegen.processes import deep_recursion, garbage_collection_paused
    from codegen.second_reader import started

    with garbage_collection_paused(), deep_recursion(), started() as reader:  # before other imports
        from codegen.pipeline import generate

        return generate(
            options.spec, options.tolerate, reader, strict=options.strict, templates=options.templates
        )


def _build(options: argparse.Namespace) -> int:
    output = _generate(options)
    from codegen.document.failures import Unusable
    from codegen.output import drift, report
    from codegen.output.write import Edited, holds_another, write

    # `is`: --out was not given. The default folder belongs to the default document.
    if options.out is OUT and options.spec != SPEC and holds_another(output.files, OUT):
        raise Unusable(f"{OUT} contains the client of another API; choose a folder with --out")
    try:
        written = write(output.files, options.out, force=options.force)
    except Edited as edited:
        command = _remedy(options, "make generate OPTIONS=--force", " --force")
        print(drift.refusal(edited.changes, str(options.out), command), end="", file=sys.stderr)
        return 1
    skipped = report.skipped(output.waivers, output.source) + report.tolerated(
        output.tolerated, output.source
    )
    removed = "".join(f"removed {options.out / path}\n" for path in written.removed)
    changed = (
        f"{len(written.changed)} of {len(output.files)} files written" if written.changed else "up to date"
    )
    _say(f"{skipped}{removed}{options.out}: {changed}\n")
    return 0


def _check(options: argparse.Namespace) -> int:
    output = _generate(options)
    from codegen.output import drift, report
    from codegen.output.compare import compare

    found = compare(output.files, options.out)
    _say(report.skipped(output.waivers, output.source) + report.tolerated(output.tolerated, output.source))
    if not found:
        _say(f"{options.out}: up to date\n")
        return 0
    remedy = _remedy(options, "make generate")
    printer = drift.github if options.format == "github" else drift.text
    _say(printer(found, str(options.spec), str(options.out), remedy))
    return 1


def _remedy(options: argparse.Namespace, default: str, more: str = "") -> str:
    """The command that builds this client: `default` for the default document."""
    if (options.spec, options.out, options.tolerate, options.templates) == (SPEC, OUT, [], None):
        return default
    strict = " --strict" if options.strict else ""
    tolerating = f" --tolerate {','.join(options.tolerate)}" if options.tolerate else ""
    templates = f" --templates {options.templates}" if options.templates else ""
    return (
        f"python generate.py --spec {options.spec} --out {options.out}{strict}{tolerating}{templates}{more}"
    )


def _refuse(refused: Refused, options: argparse.Namespace) -> int:
    from codegen.output import report

    if refused.source is None:
        raise refused  # the pipeline always adds the source
    if options.command == "check" and options.format == "github":
        _say(report.github(refused.problems, refused.source))
    else:
        # The maintainers of the default document should fix it.
        advice = "" if options.spec == SPEC else report.advice(refused.problems)
        print(report.text(refused.problems, refused.source) + advice, end="", file=sys.stderr)
    return 1


def _say(text: str) -> None:
    """Print and flush, because an error while flushing at exit could not be caught."""
    print(text, end="", flush=True)


def _fail(message: str, code: int) -> int:
    print(f"generate.py: {message}", file=sys.stderr)
    return code


def _report_defect(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Print an unexpected exception in one line, for bug reports. Python then exits with 1."""
    if issubclass(kind, KeyboardInterrupt):
        return
    frame, line = list(walk_tb(traceback))[-1]
    place = f"{Path(frame.f_code.co_filename).name}:{line}"
    print(f"generate.py: a defect of the generator at {place}: {error!r:.300}", file=sys.stderr)


def _use_environment() -> None:
    """Start again with the interpreter of `.venv`, if this one lacks something and make has set that up."""
    environment = Path(__file__).parent / ".venv"
    python = environment / "bin" / "python"
    needed = ("jinja2", "jsonschema_rs", "openapi_python_client", "packaging", "ruff", "yaml")
    is_old = sys.version_info < (3, 11)
    lacks = is_old or any(find_spec(name) is None for name in needed)
    if lacks and python.exists() and not environment.samefile(sys.prefix):
        os.execv(python, [str(python), *sys.argv])  # noqa: S606 - as safe as this process
    if is_old:
        raise SystemExit(_fail("Python 3.11 or later is needed: `make generate PYTHON=...` sets up .venv", 2))


if __name__ == "__main__":
    _use_environment()
    sys.excepthook = _report_defect
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(BrokenPipeError):  # the reader of our output has exited
            stream.flush()
    os._exit(code)  # faster than Python freeing all objects
