"""The arguments of the commands. Nothing here imports a step, so that help and version take no time."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from codegen import VERSION
from codegen.commands.face import Face

PAGES = Path(__file__).parent.parent.parent / "docs"

_EPILOG = """\
exit codes:
  0  success
  1  the document has problems or generated files were edited (nothing was written), or the client is
     out of date
  2  wrong usage, or a broken environment

The default command is `build`; `{name} build --help` lists its options. The generator writes a complete
client, or it refuses the document and prints each problem with file, line and column. What breaks the
standard and can be used is read as it is meant, and reported, like every part that is omitted. If an
operation, a body or a response would be missing, the document is refused without --allow-loss.
With `x-generate: {{strict: true}}`, or --strict, every mistake is refused, and descriptions and examples are
required.

Pages such as docs/rules.md are in {pages}.
"""


def parsed(arguments: Sequence[str], face: Face) -> argparse.Namespace:
    """Parse the arguments. Wrong ones end the program with a message and exit code 2."""
    return _parser(face).parse_args(_with_command(arguments, face))


def _with_command(arguments: Sequence[str], face: Face) -> list[str]:
    """Add the default command, `build`, if there is no command."""
    first = arguments[0] if arguments else ""
    if first.endswith((".yaml", ".yml", ".json")):
        _parser(face).exit(2, f"{face.name}: {first} is not a command; write `{face.call} build {first}`\n")
    named = bool(first) and (not first.startswith("-") or first in {"-h", "--help", "--version"})
    return [*arguments] if named else ["build", *arguments]


@cache
def _parser(face: Face) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=face.name,
        description="Generate an installable, typed Python client from an OpenAPI 3 or Swagger 2.0 document.",
        epilog=_EPILOG.format(name=face.name, pages=PAGES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{face.name} {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = _common(face, ("text", "github", "json", "sarif"))
    build = "write the client; if there is a problem, write nothing"
    builder = _command(commands, "build", build, [common])
    builder.add_argument(
        "--force", action="store_true", help="overwrite generated files that were edited by hand, too"
    )
    check = "report how and why the client differs from the document; write nothing"
    _command(commands, "check", check, [common])
    explain = "explain a symbol of the client: where it comes from, what made it, and why it has its name"
    parents = [_symbol(), _common(face, ("text", "json"))]
    _command(commands, "explain", explain, parents, more=". Nothing is written.")
    init = "write a configuration, wholespec.toml, with what can be guessed, and a workflow"
    initiator = _command(commands, "init", init, [])
    initiator.add_argument("document", nargs="?", metavar="DOCUMENT", help="the document, YAML or JSON")
    initiator.add_argument(
        "--out", type=Path, metavar="DIR", help=f"the folder of the client (default: {face.out})"
    )
    initiator.set_defaults(quiet=False, verbose=False, format="text", report=None)
    _add_changes(commands, face)
    _add_drift(commands, face)
    _add_reference(commands, face)
    _add_snippets(commands, face)
    return parser


def _symbol() -> argparse.ArgumentParser:
    """The argument of `explain` that comes before the document."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument(
        "symbol",
        metavar="SYMBOL",
        help="a name such as Cluster.status, clusters.update or ConflictError; a file and a line of the"
        " client; a line of a traceback; a JSON pointer; or a name in the document, such as an operationId",
    )
    return parser


def _common(face: Face, formats: Sequence[str], *, is_option: bool = False) -> argparse.ArgumentParser:
    """The arguments of the commands that read a document; `is_option` if it cannot stand alone."""
    both = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    default = f" (default: {face.document})" if face.document else ""
    document = f"the document, YAML or JSON: a file, an https URL, or '-' for the standard input{default}"
    which = both.add_mutually_exclusive_group()
    if is_option:
        both.set_defaults(document=None)
    else:
        which.add_argument("document", nargs="?", metavar="DOCUMENT", help=document)
    option = document if is_option else "the document, given as an option"
    which.add_argument("--spec", metavar="FILE", help=option)
    both.add_argument(
        "--out", type=Path, metavar="DIR", help=f"the folder of the client (default: {face.out})"
    )
    both.add_argument(
        "--strict",
        action="store_true",
        help="also refuse mistakes that the standard allows, as `x-generate: {strict: true}` does",
    )
    both.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="the folder that the files of the document may be in (default: the folder of the document)",
    )
    both.add_argument(
        "--fetch",
        type=_url,
        action="append",
        default=[],
        metavar="URL",
        help="fetch the files that the document refers to if their URLs begin with this one; may be repeated",
    )
    both.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="the configuration (default: wholespec.toml, or [tool.wholespec] in pyproject.toml, beside the"
        " document); docs/configuration.md describes it",
    )
    both.add_argument(
        "--overlay",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="an OpenAPI Overlay to apply to the document; may be repeated",
    )
    both.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="a folder with templates that replace those of the generator; docs/own-code.md describes them",
    )
    both.add_argument(
        "--tolerate",
        type=_rules,
        action="extend",
        default=[],
        metavar="RULE[,RULE...]",
        help="accept a document that breaks these rules; docs/rules.md describes the consequences",
    )
    both.add_argument(
        "--allow-loss",
        action="append_const",
        const="loss",
        dest="tolerate",
        help="accept that an operation, a body or a response is missing from the client",
    )
    both.add_argument(
        "--report", type=Path, metavar="FILE", help="also write what the run reports to a file, as JSON"
    )
    both.add_argument(
        "--format",
        choices=formats,
        default="text",
        help="text, annotations for GitHub Actions, or a report for programs (default: %(default)s)"
        if "github" in formats
        else "text, or a report for programs (default: %(default)s)",
    )
    how_much = both.add_mutually_exclusive_group()
    how_much.add_argument("-q", "--quiet", action="store_true", help="print nothing on success")
    how_much.add_argument("-v", "--verbose", action="store_true", help="also print what is read and written")
    return both


def _url(text: str) -> str:
    from codegen.prepare.bundle import permitted_url

    try:
        return permitted_url(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _rules(text: str) -> list[str]:
    from codegen.check.tolerance import rules_in

    try:
        return rules_in(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _command(  # noqa: PLR0913 - what a command has
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    parents: Sequence[argparse.ArgumentParser],
    *,
    more: str = ".",
    epilog: str | None = None,
) -> argparse.ArgumentParser:
    """Add a command. Its description is the summary and what follows it."""
    return commands.add_parser(
        name,
        parents=parents,
        help=summary,
        description=f"{summary[:1].upper()}{summary[1:]}{more}",
        epilog=epilog,
        allow_abbrev=False,
    )


def _add_changes(commands: argparse._SubParsersAction[argparse.ArgumentParser], face: Face) -> None:
    """The command `changes`."""
    common = _common(face, ("text", "markdown", "github", "json", "sarif"))
    changes = "report what changed in the document, whom it breaks, and what they have to do"
    parser = _command(commands, "changes", changes, [common], more=". docs/changes.md describes the report.")
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


def _add_drift(commands: argparse._SubParsersAction[argparse.ArgumentParser], face: Face) -> None:
    """The command `drift`."""
    common = _common(face, ("text", "json"), is_option=True)
    drift = "sum up what clients report about responses, and propose the edits of the document"
    parser = _command(
        commands,
        "drift",
        drift,
        [common],
        more=". docs/drift.md describes the files and the edits.",
        epilog="exit codes: 0 if the document describes what was reported, 1 if it does not, 2 if a file"
        " cannot be read; with --patch and --apply 1 only if something has to be edited by hand",
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


def _add_reference(commands: argparse._SubParsersAction[argparse.ArgumentParser], face: Face) -> None:
    """The command `reference`."""
    common = _common(face, ("text", "github", "json", "sarif"), is_option=True)
    reference = "report where the document differs from the pages that the vendor of the API publishes"
    parser = _command(
        commands,
        "reference",
        reference,
        [common],
        more=". docs/reference.md describes the report.",
        epilog="exit codes: 0 if they agree, 1 if they differ, 2 if a page or the document cannot be read",
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


def _add_snippets(commands: argparse._SubParsersAction[argparse.ArgumentParser], face: Face) -> None:
    """The command `snippets`."""
    snippets = "write a copy of the document with an example of the client for each operation"
    parser = _command(
        commands,
        "snippets",
        snippets,
        [_common(face, ("text",))],
        more=", as x-codeSamples. The document itself stays as it is.",
        epilog="exit codes: 0 if all operations have one, 1 if some do not, 2 if the document cannot be read",
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="PATH",
        help="the file of the copy, or an existing folder for the copies of all files of the document"
        " (default: the standard output)",
    )
