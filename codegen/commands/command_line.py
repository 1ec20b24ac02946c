"""The arguments of the commands. Nothing here imports a step, so that help and version take no time."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from codegen import VERSION
from codegen.commands import options
from codegen.commands.entry_point import EntryPoint
from codegen.commands.parser import Parser

if TYPE_CHECKING:
    _Commands: TypeAlias = argparse._SubParsersAction[Parser]  # noqa: SLF001 - it has no public name

PAGES = Path(__file__).parent.parent.parent / "docs"

_EPILOG = """\
exit codes, of all commands:
  0  success; nothing to fix
  1  the document has problems, or the command found what it looks for, such as drift
  2  the command could not do its work: wrong usage, a file that cannot be read or written, a defect

The default command is `build`; `{name} build --help` lists its options. The generator writes a complete
client, or it refuses the document and prints each problem with file, line and column. What breaks the
standard and can be used is read as it is meant, and reported, like every part that is omitted. If an
operation, a body or a response would be missing, the document is refused without --allow-loss.
With `x-generate: {{strict: true}}`, or --strict, every mistake is refused, and descriptions and examples are
required.

Pages such as docs/rules.md are in {pages}.
"""


_CODES = "exit codes: 0 {}; 1 {}; 2 wrong usage, or a file cannot be read or written"

_FORMS = ("text", "github", "json", "sarif")


def parsed_arguments(arguments: Sequence[str], entry_point: EntryPoint) -> argparse.Namespace:
    """Parse the arguments. Wrong ones end the program with a message and exit code 2."""
    return _parser(entry_point).parse(_with_command(arguments, entry_point))


def _with_command(arguments: Sequence[str], entry_point: EntryPoint) -> list[str]:
    """Add the default command, `build`, if there is no command."""
    first = arguments[0] if arguments else ""
    if first.endswith((".yaml", ".yml", ".json")):
        _parser(entry_point).exit(
            2, f"{entry_point.name}: {first} is not a command; write `{entry_point.call} build {first}`\n"
        )
    named = bool(first) and (not first.startswith("-") or first in {"-h", "--help", "--version"})
    return [*arguments] if named else ["build", *arguments]


@cache
def _parser(entry_point: EntryPoint) -> Parser:
    parser = Parser(
        prog=entry_point.name,
        description="Generate an installable, typed Python client from an OpenAPI 3 or Swagger 2.0 document.",
        epilog=_EPILOG.format(name=entry_point.name, pages=PAGES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{entry_point.name} {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    _add_build(commands, entry_point)
    _add_check(commands, entry_point)
    _add_explain(commands, entry_point)
    _add_init(commands, entry_point)
    _add_changes(commands, entry_point)
    _add_drift(commands, entry_point)
    _add_reference(commands, entry_point)
    _add_snippets(commands, entry_point)
    return parser


def _command(  # noqa: PLR0913 - what a command has
    commands: _Commands,
    name: str,
    summary: str,
    parents: Sequence[Parser],
    *,
    success: str,
    found: str = "",
    more: str = ".",
    document_is_first: bool = True,
) -> Parser:
    """Add a command.

    Args:
        commands: The commands.
        name: Its name.
        summary: Its summary, which starts its description.
        parents: Parsers with its options.
        success: What exit code 0 means.
        found: What exit code 1 means, besides problems of the document.
        more: The rest of its description.
        document_is_first: Whether its first positional argument is the document.
    """
    one = f"{found}, or the document has problems" if found else "the document has problems"
    parser = commands.add_parser(
        name,
        parents=parents,
        help=summary,
        description=f"{summary[:1].upper()}{summary[1:]}{more}",
        epilog=_CODES.format(success, one),
        allow_abbrev=False,
    )
    parser.set_defaults(document_is_first=document_is_first)
    return parser


def _generating(entry_point: EntryPoint) -> list[Parser]:
    """The options of the commands that generate a client."""
    return [options.document(entry_point), options.folder(entry_point), options.template_option()]


def _add_build(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `build`."""
    build = "write the client; if there is a problem, write nothing"
    parents = [*_generating(entry_point), options.report(), options.printing(_FORMS)]
    parser = _command(
        commands,
        "build",
        build,
        parents,
        success="the client is up to date",
        found="generated files were edited",
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite generated files that were edited by hand, too"
    )


def _add_check(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `check`."""
    check = "report how and why the client differs from the document; write nothing"
    parents = [*_generating(entry_point), options.report(), options.printing(_FORMS)]
    _command(commands, "check", check, parents, success="the client is up to date", found="it is not")


def _add_explain(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `explain`."""
    explain = "explain a symbol of the client: where it comes from, what made it, and why it has its name"
    symbol = Parser(add_help=False, allow_abbrev=False)  # precedes the document
    symbol.add_argument(
        "symbol",
        metavar="SYMBOL",
        help="a name such as Cluster.status, clusters.update or ConflictError; a file and a line of the"
        " client; a line of a traceback; a JSON pointer; or a name in the document, such as an operationId",
    )
    parents = [symbol, *_generating(entry_point), options.printing(("text", "json"))]
    _command(
        commands,
        "explain",
        explain,
        parents,
        success="it is explained",
        found="nothing, or more than one thing, has this name",
        more=". Nothing is written.",
        document_is_first=False,
    )


def _add_init(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `init`."""
    init = "write a configuration, wholespec.toml, with what can be guessed, and a workflow"
    parents = [options.folder(entry_point), options.printing(("text", "json"))]
    parser = _command(
        commands,
        "init",
        init,
        parents,
        success="they are written",
        found="a configuration of another generator cannot be converted",
    )
    parser.add_argument("document", nargs="?", metavar="DOCUMENT", help="the document, YAML or JSON")
    parser.set_defaults(report=None)


def _add_changes(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `changes`."""
    changes = "report what changed in the document, whom it breaks, and what they have to do"
    parents = [
        options.document(entry_point),
        options.folder(entry_point, what="the folder of the client, whose names are those of the old client"),
        options.report(),
        options.printing(("text", "markdown", "github", "json", "sarif")),
    ]
    parser = _command(
        commands,
        "changes",
        changes,
        parents,
        success="the report is printed",
        found="with --require-version the version was not raised enough, with --accept a name cannot be kept",
        more=". docs/changes.md describes the report.",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--since",
        metavar="REV",
        help="compare with the document at this revision of git (default: the last tag, if there is one)",
    )
    which.add_argument(
        "--old",
        type=Path,
        metavar="FILE",
        help="compare with the document in this file; overlays and configuration apply to both",
    )
    parser.add_argument(
        "--require-version",
        action="store_true",
        help="fail if info.version was not raised as the changes ask for",
    )
    parser.add_argument(
        "--accept",
        nargs="*",
        metavar="NAME",
        help="write `x-renamed-from` into the document for the renames that were recognised, or those with"
        " these names, so that the client keeps the old names; comments and layout are kept",
    )
    parser.add_argument(
        "--until",
        metavar="VERSION",
        help="with --accept: the version of the API that drops the old names, or never (default: the next"
        " major version)",
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="FILE",
        help="with --accept: write into this overlay instead (default: the last overlay, if there is one)",
    )
    parser.add_argument(
        "--pin",
        action="store_true",
        help="with --accept: write `x-python-name` instead, so that the client keeps the old name alone",
    )
    parser.add_argument(
        "--codemod",
        type=Path,
        metavar="FILE",
        help="write a program into this file that renames in users' code what has another name now; it needs"
        " LibCST, which `uv run FILE` installs",
    )
    parser.add_argument(
        "--changelog",
        action="store_true",
        help="also write the report into the region `history` of CHANGELOG.md in the folder of the client",
    )
    parser.add_argument(
        "--guide",
        type=Path,
        metavar="DIR",
        help="also write a page of an upgrade guide, DIR/VERSION.md, with code before and after",
    )


def _add_drift(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `drift`."""
    drift = "sum up what clients report about responses, and propose the edits to the document"
    parents = [options.document(entry_point, is_option=True), options.report(), options.printing(_FORMS)]
    parser = _command(
        commands,
        "drift",
        drift,
        parents,
        success="the document describes what was reported",
        found="it does not (with --patch and --apply: something has to be edited by hand)",
        more=". docs/drift.md describes the files and the edits.",
        document_is_first=False,
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="a file that `DriftLog` of a client has written, or '-' for the standard input",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--patch", action="store_true", help="print the edits as a unified diff, for `git apply`"
    )
    what.add_argument(
        "--apply", action="store_true", help="edit the document; its comments and layout are kept"
    )


def _add_reference(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `reference`."""
    reference = "report where the document differs from the pages that the vendor of the API publishes"
    parents = [options.document(entry_point, is_option=True), options.report(), options.printing(_FORMS)]
    parser = _command(
        commands,
        "reference",
        reference,
        parents,
        success="they agree",
        found="they differ",
        more=". docs/reference.md describes the report.",
        document_is_first=False,
    )
    parser.add_argument(
        "pages",
        nargs="+",
        metavar="PAGE",
        help="a page that the OpenAPI plug-in of Starlight has made for an operation: saved as HTML, its text"
        " in a file, or its https URL",
    )
    parser.add_argument(
        "--draft",
        type=Path,
        metavar="FILE",
        help="write the operations that the document lacks into this file, as OpenAPI",
    )


def _add_snippets(commands: _Commands, entry_point: EntryPoint) -> None:
    """The command `snippets`."""
    snippets = "write a copy of the document with an example of the client for each operation"
    parents = [options.document(entry_point), options.report(), options.printing(_FORMS)]
    parser = _command(
        commands,
        "snippets",
        snippets,
        parents,
        success="all operations have an example",
        found="some do not",
        more=", as x-codeSamples. The document itself stays as it is.",
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="PATH",
        help="the file of the copy, or an existing folder for the copies of all files of the document"
        " (default: the standard output)",
    )
