"""The programs in the pages with examples of a client, and how to run them against its fake."""

from __future__ import annotations

import importlib
import itertools
import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from tests.clients import Client
from tests.every_fake import fake_of

_PROGRAM = re.compile(r"^## `+ ?([\w.]+) ?`+\n.*?^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^## (.+)\n((?:(?!## ).*\n)*)", re.MULTILINE)
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r'Path\("([\w.]+)"\)')


def snippets(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The programs of a client, each with the method that it calls: ``clusters.update``."""
    for path, text in sorted(files.items()):
        if path.startswith("docs/"):
            yield from _PROGRAM.findall(text)


def taught(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The programs of a client's README, each with the title of its section: ``Webhooks``."""
    for title, text in _SECTION.findall(files["README.md"]):
        yield from ((title, program) for program in _BLOCK.findall(text))


def of_section(package: ModuleType, title: str) -> list[str]:
    """The programs in a section of the README beside a package."""
    assert package.__file__ is not None
    readme = Path(package.__file__).parent.parent / "README.md"
    programs = taught({"README.md": readme.read_text(encoding="utf-8")})
    return [program for section, program in programs if section == title]


def files_of(program: str) -> list[str]:
    """The names of the files that a program sends."""
    return _FILE.findall(program)


def run(program: str, package: ModuleType) -> list[str]:
    """Run a program with a client of a fake, which returns examples; the operations that it called.

    A wait ends soon, since its clock is fast: the state of an example need not be one that is waited for.
    """
    fake = fake_of(package)().use_examples()
    (client,) = re.findall(r"^with (\w+)\(", program, re.MULTILINE)
    errors = importlib.import_module(f"{package.__name__}.errors")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, client, fake.client)
        if ".wait" in program:
            clock = itertools.count(step=50.0)
            patch.setattr(f"{package.__name__}._runtime._wait.monotonic", lambda: next(clock))
        try:
            exec(compile(program, "<snippet>", "exec"), {"__name__": "__main__"})
        except errors.APIError:
            assert ".wait" in program
    return [one.operation for one in fake.requests]


def assert_examples_run(client: Client) -> None:
    """Assert that each method has an example, which calls it. Files are written to the working directory."""
    found = dict(snippets(client.output.files))
    methods = {
        f"{resource.dotted}.{name}": f"{resource.dotted}.{method.name}"
        for resource in client.names.all_resources
        for method in resource.methods
        for name in (method.name, method.begin, *(one.name for one in method.waiters))
        if name
    }
    assert found.keys() == methods.keys()
    for name, program in found.items():
        for file in files_of(program):
            Path(file).write_bytes(b"example")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            called = run(program, client.module)
        assert called[0].rpartition(".")[2] == methods[name].rpartition(".")[2], program
