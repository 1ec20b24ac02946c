"""The options that several commands share. Each command has only the groups that it uses."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from codegen.commands.entry_point import EntryPoint
from codegen.commands.parser import Parser


def _group() -> Parser:
    return Parser(add_help=False, allow_abbrev=False)


def document(entry_point: EntryPoint, *, is_option: bool = False) -> Parser:
    """The document, and how to read it; `is_option` if it cannot stand alone."""
    group = _group()
    default = f" (default: {entry_point.document})" if entry_point.document else ""
    text = f"the document, YAML or JSON: a file, an https URL, or '-' for the standard input{default}"
    which = group.add_mutually_exclusive_group()
    if is_option:
        group.set_defaults(document=None)
    else:
        which.add_argument("document", nargs="?", metavar="DOCUMENT", help=text)
    option = text if is_option else "the document, given as an option"
    which.add_argument("--spec", metavar="FILE", help=option)
    group.add_argument(
        "--strict",
        action="store_true",
        help="also refuse mistakes that the standard allows, as `x-generate: {strict: true}` does",
    )
    group.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="the folder that the files of the document may be in (default: the folder of the document)",
    )
    group.add_argument(
        "--fetch",
        type=_url,
        action="append",
        default=[],
        metavar="URL",
        help="fetch the files that the document refers to if their URLs begin with this one; may be repeated",
    )
    group.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="the configuration (default: wholespec.toml, or [tool.wholespec] in pyproject.toml, beside the"
        " document); docs/configuration.md describes it",
    )
    group.add_argument(
        "--overlay",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="an OpenAPI Overlay to apply to the document; may be repeated",
    )
    group.add_argument(
        "--tolerate",
        type=_rules,
        action="extend",
        default=[],
        metavar="RULE[,RULE...]",
        help="accept a document that breaks these rules; docs/rules.md describes the consequences",
    )
    group.add_argument(
        "--allow-loss",
        action="append_const",
        const="loss",
        dest="tolerate",
        help="accept that an operation, a body or a response is missing from the client",
    )
    group.set_defaults(out=None, templates=None, report=None)
    return group


def folder(entry_point: EntryPoint, *, what: str = "the folder of the client") -> Parser:
    """The folder of the client."""
    group = _group()
    group.add_argument(
        "--out", "--output", type=Path, metavar="DIR", help=f"{what} (default: {entry_point.out})"
    )
    return group


def template_option() -> Parser:
    """The templates of the client."""
    group = _group()
    group.add_argument(
        "--templates",
        type=Path,
        metavar="DIR",
        help="a folder with templates that replace those of the generator; docs/own-code.md describes them",
    )
    return group


def report() -> Parser:
    """An additional file for the report."""
    group = _group()
    group.add_argument(
        "--report", type=Path, metavar="FILE", help="also write what the run reports to a file, as JSON"
    )
    return group


_FORMS = {
    "text": "text",
    "markdown": "Markdown",
    "github": "annotations for GitHub Actions",
    "json": "a report for programs",
    "sarif": "one for code scanning",
}


def printing(forms: Sequence[str]) -> Parser:
    """The format and the amount of output."""
    group = _group()
    *others, last = [_FORMS[form] for form in forms]
    group.add_argument(
        "--format",
        choices=forms,
        default="text",
        help=f"{', '.join(others)} or {last} (default: %(default)s)",
    )
    how_much = group.add_mutually_exclusive_group()
    how_much.add_argument("-q", "--quiet", action="store_true", help="print nothing on success")
    how_much.add_argument("-v", "--verbose", action="store_true", help="also print what is read and written")
    return group


def _url(text: str) -> str:
    from codegen.prepare.bundle import permitted_url

    try:
        return permitted_url(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _rules(text: str) -> list[str]:
    from codegen.standard.rules import rules_in

    try:
        return rules_in(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
