"""What a command is to do: the document, the folder, and everything that changes the output."""

from __future__ import annotations

import argparse
import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from codegen.commands.face import Face
from codegen.document.failures import Unusable


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run."""

    face: Face
    document: str
    out: Path
    is_out_given: bool
    strict: bool
    tolerate: tuple[str, ...]
    root: Path | None
    fetch: tuple[str, ...]
    templates: Path | None
    format: str

    @property
    def is_default(self) -> bool:
        """Whether this is the default document, in the default folder, without options."""
        chosen = (self.document, self.out, self.tolerate, self.root, self.fetch, self.templates)
        return chosen == (self.face.document, self.face.out, (), None, (), None)

    @property
    def is_maintained(self) -> bool:
        """Whether the document is the default one, which its readers maintain."""
        return self.document == self.face.document

    def command(self, more: str = "") -> str:
        """The command that builds this client."""
        if self.is_default and self.face.shorthand:
            return f"{self.face.shorthand} OPTIONS={more}" if more else self.face.shorthand
        words = ["--spec" if self.face.document else "build", self.document, "--out", os.fspath(self.out)]
        words += ["--strict"] if self.strict else []
        words += ["--tolerate", ",".join(self.tolerate)] if self.tolerate else []
        words += ["--root", os.fspath(self.root)] if self.root else []
        words += [word for url in self.fetch for word in ("--fetch", url)]
        words += ["--templates", os.fspath(self.templates)] if self.templates else []
        words += [more] if more else []
        return f"{self.face.call} {shlex.join(words)}"


def settings(options: argparse.Namespace, face: Face) -> Settings:
    """Return the settings that the arguments ask for.

    Raises:
        Unusable: No document is given.
    """
    document = options.document or options.spec or face.document
    if document is None:
        raise Unusable(f"which document? Write `{face.name} {options.command} openapi.yaml`")
    return Settings(
        face=face,
        document=document,
        out=options.out or face.out,
        is_out_given=options.out is not None,
        strict=options.strict,
        tolerate=tuple(options.tolerate),
        root=options.root,
        fetch=tuple(options.fetch),
        templates=options.templates,
        format=options.format,
    )
