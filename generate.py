"""Turn an OpenAPI document into an installable, typed Python client, or say how the two have drifted apart.

The face of the generator: arguments in, exit code out. The steps are in `codegen.pipeline`.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.pipeline import Output
    from codegen.problems import Refused

SPEC = Path("spec/openapi.yaml")
OUT = Path("generated")

_EPILOG = """\
exit codes:
  0  the client is complete, or up to date
  1  the document has problems (nothing was written), or the client has drifted
  2  the command was used wrongly, or something in the environment is broken

Without a command, `build` is meant; it takes --spec FILE, --out DIR and --tolerate RULE, as `check` does
(`generate.py build --help`). A document either becomes a client as a whole or is refused:
each problem is printed with its file, line and column. What may be left out is told: what its author
skips, what --tolerate allows, and examples that do not fit, unless the document says
`x-generate: {strict: true}`.
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    options = _parser().parse_args(_with_command(arguments))
    from codegen.problems import Defect, Refused, Unusable

    try:
        return {"build": _build, "check": _check, "corpus": _corpus}[options.command](options)
    except Refused as refused:
        return _refuse(refused, options)
    except Unusable as error:
        return _fail(str(error), 2)
    except Defect as error:
        return _fail(f"a defect of the generator; nothing was written\n{error}", 1)
    except BrokenPipeError:  # whoever read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ModuleNotFoundError as error:
        remedy = "`make generate` sets up .venv, which is then used by itself; or install requirements.lock"
        raise SystemExit(_fail(f"{error}: {remedy}", 2)) from error
    except OSError as error:
        return _fail(f"{error.filename or 'the system'}: {error.strerror or error}", 2)


def _with_command(arguments: Sequence[str]) -> list[str]:
    """`build` may be left out."""
    first = arguments[0] if arguments else ""
    if first.endswith((".yaml", ".yml", ".json")):
        raise SystemExit(_fail(f"{first} is no command: say --spec {first}", 2))
    named = bool(first) and (not first.startswith("-") or first in {"-h", "--help"})
    return [*arguments] if named else ["build", *arguments]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="generate.py",
        description="Turn an OpenAPI 3.0 or 3.1 document into an installable, typed Python client.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    both = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    both.add_argument(
        "--spec", type=Path, default=SPEC, metavar="FILE", help="the document, YAML or JSON (%(default)s)"
    )
    both.add_argument(
        "--out", type=Path, default=OUT, metavar="DIR", help="the client's folder (%(default)s)"
    )
    _add_tolerate(both)
    build = "write the client: all of its files or, if anything is wrong, none"
    commands.add_parser(
        "build", parents=[both], help=build, description=build.capitalize() + ".", allow_abbrev=False
    )
    check = "compare the client with the document, write nothing, and say what differs and why"
    checker = commands.add_parser(
        "check", parents=[both], help=check, description=check.capitalize() + ".", allow_abbrev=False
    )
    checker.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="for people, or as annotations (%(default)s)",
    )
    _add_corpus(commands)
    return parser


def _add_tolerate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tolerate",
        type=_rules,
        action="extend",
        default=[],
        metavar="RULE[,RULE...]",
        help="let the document break these rules; docs/rules.md says what becomes of the parts that do",
    )


def _rules(text: str) -> list[str]:
    from codegen.tolerance import TOLERANCES

    rules = text.split(",")
    for rule in rules:
        if rule not in TOLERANCES:
            known = ", ".join(TOLERANCES)
            raise argparse.ArgumentTypeError(
                f"{rule!r} is not a rule that can be tolerated; these are: {known}"
            )
    return rules


def _add_corpus(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "put every document of a folder through the generator, call every operation, and print a table"
    corpus = commands.add_parser("corpus", help=text, description=text.capitalize() + ".", allow_abbrev=False)
    corpus.add_argument(
        "folder", type=Path, metavar="FOLDER", help="its .yaml, .yml and .json files are taken"
    )
    corpus.add_argument(
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many at once (%(default)s)",
    )
    corpus.add_argument(
        "--seconds", type=_positive, default=300, metavar="N", help="what each may take (%(default)s)"
    )
    corpus.add_argument(
        "--megabytes", type=_positive, default=2048, metavar="N", help="what each may hold (%(default)s)"
    )
    corpus.add_argument(
        "--types",
        choices=("all", "sample", "none"),
        default="all",
        help="which to check with mypy and pyright",
    )
    _add_tolerate(corpus)
    corpus.add_argument("--report", type=Path, metavar="FILE", help="write all that is known as JSON")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _generate(options: argparse.Namespace) -> Output:
    from codegen.interpreter import unhindered
    from codegen.reader import reading_ahead

    with unhindered(), reading_ahead():  # before anything else is imported
        from codegen.pipeline import generate

        return generate(options.spec, options.tolerate)


def _build(options: argparse.Namespace) -> int:
    output = _generate(options)
    from codegen import report
    from codegen.problems import Unusable
    from codegen.write import holds_another, write

    # `is`: the folder was not named. Then it is the one of the default document.
    if options.out is OUT and options.spec != SPEC and holds_another(output.files, OUT):
        raise Unusable(f"{OUT} has the client of another API: say with --out where this one is to go")
    written = write(output.files, options.out)
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
    from codegen import drift, report
    from codegen.compare import compare

    found = compare(output.files, options.out)
    _say(report.skipped(output.waivers, output.source) + report.tolerated(output.tolerated, output.source))
    if not found:
        _say(f"{options.out}: up to date\n")
        return 0
    is_default = (options.spec, options.out, options.tolerate) == (SPEC, OUT, [])
    tolerating = f" --tolerate {','.join(options.tolerate)}" if options.tolerate else ""
    command = f"python generate.py --spec {options.spec} --out {options.out}{tolerating}"
    remedy = "make generate" if is_default else command
    printer = drift.github if options.format == "github" else drift.text
    _say(printer(found, str(options.spec), str(options.out), remedy))
    return 1


def _corpus(options: argparse.Namespace) -> int:
    try:
        import_module("corpus.examine")  # what its processes will need
        from corpus.run import run
        from corpus.settings import Settings, Types
    except ModuleNotFoundError as error:
        return _fail(f"{error}: `corpus` needs what tests need; install requirements-dev.lock", 2)
    settings = Settings(
        folder=options.folder,
        jobs=options.jobs,
        seconds=options.seconds,
        megabytes=options.megabytes,
        types=Types(options.types),
        tolerated=frozenset(options.tolerate),
        report=options.report,
    )
    return 0 if run(settings) else 1


def _refuse(refused: Refused, options: argparse.Namespace) -> int:
    from codegen import report

    if refused.source is None:
        raise refused  # no step that the pipeline runs does this
    if options.command == "check" and options.format == "github":
        _say(report.github(refused.problems, refused.source))
    else:
        # One's own document is better mended.
        advice = "" if options.spec == SPEC else report.advice(refused.problems)
        print(report.text(refused.problems, refused.source) + advice, end="", file=sys.stderr)
    return 1


def _say(text: str) -> None:
    """Print, and now: at exit, nobody could catch what that may raise."""
    print(text, end="", flush=True)


def _fail(message: str, code: int) -> int:
    print(f"generate.py: {message}", file=sys.stderr)
    return code


def _report_defect(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Whatever was not foreseen: one line that a report can quote. Python exits with 1 after it."""
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
        with suppress(BrokenPipeError):  # whoever read our output has gone
            stream.flush()
    os._exit(code)  # what the system takes back at once, Python would take apart piece by piece
