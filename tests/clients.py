"""Clients that tests use: that of a document under `tests/`, or the one in `generated/`."""

from __future__ import annotations

import importlib
import os
import pickle
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from codegen.naming.names import Names, name_client
from codegen.output.regions import without_own_texts
from codegen.output.write import write
from codegen.pipeline import Output, generate
from corpus.signatures import Signature, signatures
from tests.conftest import SHARED

FLEET = Path(__file__).parent / "documents" / "fleet.yaml"
"""The document of tests that merely need a client."""


@dataclass(frozen=True)
class Client:
    """A package that can be imported from a folder, and the document that it was made of."""

    folder: Path
    output: Output

    @cached_property
    def names(self) -> Names:
        """All names of the package."""
        return name_client(self.output.api)

    @property
    def name(self) -> str:
        """The name of the package."""
        return self.names.distribution.package

    @property
    def kind(self) -> str:
        """The name of the class of the sync client."""
        return self.names.distribution.client

    @property
    def environment(self) -> str:
        """The beginning of the names of environment variables."""
        return self.names.distribution.environment

    @cached_property
    def signatures(self) -> Mapping[tuple[str, str], Signature]:
        """The methods, by path and method of their operations."""
        return dict(signatures(self.output.api, self.names))

    @property
    def module(self) -> ModuleType:
        """The package, imported."""
        if str(self.folder) not in sys.path:
            sys.path.insert(0, str(self.folder))
        module = importlib.import_module(self.name)
        assert Path(str(module.__file__)).is_relative_to(self.folder), (
            "two documents make a package of one name"
        )
        return module

    def files(self) -> dict[str, str]:
        """The generated text of each file by its path: that of the user in regions of pages is left out."""
        files = {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }
        return {path: without_own_texts(path, data).decode() for path, data in files.items()}

    def classes(self) -> list[Any]:
        """The sync and the async client."""
        return [getattr(self.module, f"{prefix}{self.kind}") for prefix in ("", "Async")]


@cache
def output_of(document: Path) -> Output:
    """What is generated of a document that no test changes: once in a run, whatever processes it has."""
    name = sha256(str(document).encode()).hexdigest()
    with Path(os.environ[SHARED], name).open("a+b") as file:
        flock(file, LOCK_EX)
        file.seek(0)
        if not (made := file.read()):
            made = pickle.dumps(generate(document))
            file.write(made)
    output: Output = pickle.loads(made)
    return output


def make(document: Path, folder: Path) -> Client:
    """Make the client of such a document in a folder."""
    output = output_of(document)
    write(output.files, folder)
    return Client(folder, output)


def classes_of(models: ModuleType) -> dict[str, type]:
    """The classes of `models`, by their names: one module, or a package that imports its modules later."""
    found = {name: getattr(models, name) for name in dict.fromkeys([*vars(models), *dir(models)])}
    home = f"{models.__name__}."
    return {
        name: part
        for name, part in found.items()
        if isinstance(part, type) and f"{part.__module__}.".startswith(home)
    }
