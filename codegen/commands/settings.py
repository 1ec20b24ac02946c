"""The settings of a command: the document, the folder, and everything that changes the output."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from codegen.commands.entry_point import EntryPoint
from codegen.document.failures import Unusable
from codegen.document.node import Node
from codegen.prepare.config.configuration import NAME, Configuration, find_configuration, read_configuration


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of one run: the arguments, then the configuration, then the defaults."""

    entry_point: EntryPoint
    arguments: argparse.Namespace
    configuration: Configuration | None
    document: str
    out: Path
    is_out_given: bool
    strict: bool
    tolerate: tuple[str, ...]
    root: Path | None
    fetch: tuple[str, ...]
    templates: Path | None
    overlays: tuple[Path, ...]
    format: str
    report: Path | None

    @property
    def is_maintained(self) -> bool:
        """Whether the document is the default one, which its readers maintain."""
        return self.document == self.entry_point.document

    @property
    def spec(self) -> Path | str:
        """The file of the document, or its URL."""
        return self.document if self.document.startswith("https://") else Path(self.document)

    def command(self, more: str = "", tolerate: Collection[str] = (), root: str = "") -> str:
        """The command that builds this client, tolerates further rules, and reads files in another folder.

        It contains only what the configuration lacks.
        """
        options, configured = self.arguments, self.configuration
        words = ["--config", str(options.config)] if options.config else []
        if not (configured and configured.path("output")) or options.out:
            words += ["--out", os.fspath(self.out)]
        words += self._reading(tolerate, root)
        words += ["--templates", os.fspath(options.templates)] if options.templates else []
        is_default = self.is_maintained and words in ([], ["--out", os.fspath(self.entry_point.out)])
        if is_default and self.entry_point.shorthand:
            return f"{self.entry_point.shorthand} OPTIONS={more}" if more else self.entry_point.shorthand
        if self._is_document_given:
            words = (
                ["--spec", self.document, *words] if self.entry_point.document else [self.document, *words]
            )
        words = words if self.entry_point.document and words else ["build", *words]
        return f"{self.entry_point.call} {shlex.join([*words, *([more] if more else [])])}"

    @property
    def _is_document_given(self) -> bool:
        """Whether a command has to name the document."""
        options, configured = self.arguments, self.configuration
        return bool(not (configured and configured.path("document")) or options.document or options.spec)

    def _reading(self, tolerate: Collection[str] = (), root: str = "") -> list[str]:
        """The options that say how the document is read, without the configuration."""
        options = self.arguments
        tolerated = [*dict.fromkeys([*options.tolerate, *sorted(tolerate)])]
        rules = [rule for rule in tolerated if rule != "loss"]
        words = ["--strict"] if options.strict else []
        words += ["--tolerate", ",".join(rules)] if rules else []
        words += ["--allow-loss"] if "loss" in tolerated else []
        root = root or (os.fspath(options.root) if options.root else "")
        words += ["--root", root] if root else []
        words += [word for url in options.fetch for word in ("--fetch", url)]
        return words + [word for path in options.overlay for word in ("--overlay", str(path))]

    def again(self, command: str, *words: str, has_files: bool = False) -> str:
        """A command for the same document with the same options for reading.

        With `has_files`, its positional arguments are other files, so the document is an option.
        """
        config = self.arguments.config
        document: list[str] = []
        if self._is_document_given and not self.is_maintained:
            document = ["--spec", self.document] if has_files else [self.document]
        given = [*words, *document] if has_files else [*document, *words]
        given += ["--config", str(config)] if config else []
        return f"{self.entry_point.call} {shlex.join([command, *given, *self._reading()])}"


def settings(options: argparse.Namespace, entry_point: EntryPoint) -> Settings:
    """Combine the arguments and the configuration.

    Raises:
        Refused: The configuration has problems.
        Unusable: No document is given, or the configuration cannot be read.
    """
    given = options.document if options.spec is None else options.spec
    if given == "":
        raise Unusable("the name of the document is empty")
    configured = _configuration(options.config, given)
    document = given or (configured and configured.path("document")) or entry_point.document
    if document is None:
        words = f"{entry_point.name} {options.command}"
        how = f"Write `{words} openapi.yaml`" if options.document_is_first else "Add `--spec openapi.yaml`"
        raise Unusable(f"which document? {how}, or name it in {NAME}")
    if configured:
        given_too = {
            "document": given,
            "root": options.root,
            "templates": options.templates,
            "overlays": None,
        }
        configured.require(*(key for key, one in given_too.items() if not one))
    values = configured.values if configured else Node()
    out = options.out or (configured.path("output") if configured else None)
    root = options.root or (configured.path("root") if configured else None)
    if root and not root.is_dir():
        raise Unusable(f"--root {root} is not a folder with {document} in it")
    return Settings(
        entry_point=entry_point,
        arguments=options,
        configuration=configured,
        document=os.fspath(document),
        out=out or entry_point.out,
        is_out_given=out is not None,
        strict=options.strict or values.get("strict") is True,
        tolerate=(*options.tolerate, *map(str, values.values_of("tolerate"))),
        root=root,
        fetch=(*options.fetch, *map(str, values.values_of("fetch"))),
        templates=options.templates or (configured.path("templates") if configured else None),
        overlays=(*(configured.paths("overlays") if configured else ()), *options.overlay),
        format=options.format,
        report=_report(options.report, document),
    )


def _report(path: Path | None, document: str | Path) -> Path | None:
    """The file for the report. It must be writable, and not the document."""
    if path is not None and not path.parent.is_dir():
        raise Unusable(f"{path} cannot be written: {path.parent} is not a folder")
    if path is not None and path.is_file() and Path(document).is_file() and path.samefile(document):
        raise Unusable(f"{path} is the document; name another file for the report")
    return path


def is_file(document: str) -> bool:
    """Whether a document is neither the standard input nor at a URL."""
    return document != "-" and "://" not in document


def _configuration(named: Path | None, document: str | None) -> Configuration | None:
    """The configuration beside the document, unless it is for another one."""
    if named:
        return read_configuration(named)
    found = find_configuration(Path(document).parent if document and is_file(document) else Path())
    if found and document and (own := found.path("document")):
        return found if os.path.abspath(own) == os.path.abspath(document) else None
    return found
