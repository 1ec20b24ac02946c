"""The programs in `examples/` and in READMEs work with the client, whatever the document has become.

Those that do not fit the client are reported by `make examples`, with what to write instead, and are not
run here.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest

from corpus.package import credentials
from tests.clients import Client
from tests.conftest import ROOT, serving
from tests.programs.checking import Misfit, Program, misfits, programs, written
from tests.spec.api import Api, errors
from tests.typing.checkers import pyright

pytestmark = pytest.mark.slow  # mypy judges the programs first; `make quick` has `make examples` instead

PROGRAMS = programs()
TESTS = [program for program in PROGRAMS if program.page.startswith("examples/tests/")]
FILES = [one for one in PROGRAMS if one.page.startswith("examples/") and one not in TESTS]
_FAKE = re.compile(r"^from \w+\.testing import", re.MULTILINE)
WITH_FAKE = [program for program in PROGRAMS if _FAKE.search(program.text)]
BLOCKS = [program for program in PROGRAMS if program not in [*FILES, *TESTS, *WITH_FAKE]]
TOKEN = "token_0a1b"


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a program."""

    code: object
    """With what it exited; the error, if it raised one."""
    out: str
    err: str


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch, generated: Client) -> Iterator[Api]:
    """The API, and an environment that leads to it."""
    monkeypatch.syspath_prepend(generated.folder)
    clients = f"{generated.name}._runtime._client"
    monkeypatch.setattr(f"{clients}.Client.__pause__", _no_pause)
    monkeypatch.setattr(f"{clients}.AsyncClient.__pause__", _no_async_pause)
    for name in ("TOKEN", *(keyword.upper() for keyword in credentials_of(generated))):
        monkeypatch.setenv(f"{generated.environment}_{name}", TOKEN)
    with serving(Api()) as api:
        monkeypatch.setenv(f"{generated.environment}_BASE_URL", api.url)
        if find_spec(f"{generated.name}._runtime._grant"):

            def on_loopback(written: str, base_url: str, name: str = "token_url", **_: bool) -> str:
                return f"{api.url}/{name}"

            monkeypatch.setattr(f"{generated.name}._runtime._grant._token_url", on_loopback)
        yield api


def _no_pause(client: object, seconds: float) -> None:
    """Pauses before retries and in waits take no time."""


async def _no_async_pause(client: object, seconds: float) -> None:
    """The same of an async client."""


def credentials_of(client: Client) -> list[str]:
    """The keywords of the client that are credentials."""
    return [*credentials(client.classes()[0])]


@pytest.fixture(scope="session")
def unfit(generated: Client) -> list[Misfit]:
    return misfits(generated, PROGRAMS)


@pytest.fixture(autouse=True)
def _fits(request: pytest.FixtureRequest, unfit: list[Misfit]) -> None:
    """A program that does not fit is not run, nor one that imports it."""
    program = request.node.callspec.params["program"] if hasattr(request.node, "callspec") else None
    if wrong := [one for one in unfit if program in {one.program, *importers(one.program)}]:
        pytest.skip(f"does not fit the client; see `make examples`: {wrong[0]}")


def importers(program: Program) -> list[Program]:
    """The blocks that import a block that is a module."""
    line = f"from {program.module.removesuffix('.py')} import "
    return [one for one in PROGRAMS if program.module and line in one.text]


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a program writes is not left in the repository. It finds the blocks that are modules there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    for program in PROGRAMS:
        if program.module:
            (tmp_path / program.module).write_text(program.text, encoding="utf-8")
            monkeypatch.delitem(sys.modules, program.module.removesuffix(".py"), raising=False)


def test_what_does_not_fit_is_reported_with_a_line_of_the_document(unfit: list[Misfit]) -> None:
    for one in unfit:
        assert re.fullmatch(r"(.|\n)+:\d+: .+\n    (.|\n)*spec/openapi\.yaml:\d+(.|\n)*", str(one))


def test_pyright_accepts_what_fits(unfit: list[Misfit], generated: Client, tmp_path: Path) -> None:
    wrong = {program for one in unfit for program in (one.program, *importers(one.program))}
    for program in wrong:
        if program.module:
            (tmp_path / program.module).unlink()
    written([one for one in PROGRAMS if one not in wrong], tmp_path)
    assert pyright(tmp_path, extraPaths=[str(generated.folder)]) == set()


def run(program: Program, *arguments: str) -> Done:
    """Run a program as `python` would, in this process, and the tests in it as pytest would."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    argv, sys.argv = sys.argv, [program.page, *arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            names: dict[str, Any] = {"__name__": "__main__"}
            exec(compile(program.text, program.place, "exec"), names)
            for name in [one for one in names if one.startswith("test_")]:
                names[name]()
    except SystemExit as exited:
        code = exited.code or 0
        if isinstance(code, str):  # what the interpreter would print
            code, err = 1, io.StringIO(err.getvalue() + code + "\n")
    except Exception as error:  # noqa: BLE001 - whatever it is, the test looks at it
        code = error
    finally:
        sys.argv = argv
    return Done(code, out.getvalue(), err.getvalue())


def arguments_of(program: Program) -> list[str]:
    """A UUID for each that the usage in its docstring names, two for one with dots: it is a text, too.

    What the usage does not write in capitals is passed as it is.
    """
    usage = re.search(
        rf"^python {re.escape(program.page.rpartition('/')[2])}(.*)$", program.text, re.MULTILINE
    )
    assert usage, f"{program.page} does not say how it is used"
    names = [
        one for name in usage[1].split() for one in ([name, name + "2"] if name.endswith("...") else [name])
    ]
    return [str(uuid5(UUID(int=0), name)) if name.isupper() else name for name in names]


def receives(program: Program) -> bool:
    """Whether a program is for what the API sends, and sends nothing itself."""
    return ".webhooks import" in program.text


def by_place(program: Program) -> str:
    return program.place


@pytest.mark.parametrize("program", FILES, ids=by_place)
def test_an_example_works(api: Api, program: Program) -> None:
    done = run(program, *arguments_of(program))
    assert (done.code, done.err) == (0, "")
    assert done.out
    assert api.requests
    for received in api.requests:
        assert api.operation(received), received.line


@pytest.mark.parametrize("program", FILES, ids=by_place)
def test_an_example_has_a_sentence_for_each_failure(api: Api, program: Program) -> None:
    arguments = arguments_of(program)
    run(program, *arguments)
    operation = api.operation(api.received)
    said: dict[str, str] = {}
    for status in dict.fromkeys([*errors(operation), "418", "429"]):
        api.status = status
        done = run(program, *arguments)
        assert done.code == 1, done
        said[status] = done.err
    assert all(said.values())
    assert len({*said.values()}) == len(said), said


@pytest.mark.parametrize("program", FILES, ids=by_place)
def test_an_example_without_a_token_sends_nothing_that_needs_one(
    api: Api, program: Program, generated: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not credentials_of(generated):
        pytest.skip("the API asks for no credentials")
    for name in ("TOKEN", *(keyword.upper() for keyword in credentials_of(generated))):
        monkeypatch.delenv(f"{generated.environment}_{name}", raising=False)
    done = run(program, *arguments_of(program))
    called = [operation for one in api.requests if (operation := api.operation(one))]
    assert not [one.name for one in called if one.security and all(one.security)]
    if not called:
        assert done.code == 1
        assert generated.environment in done.err


@pytest.mark.parametrize("program", FILES, ids=by_place)
def test_an_example_that_reaches_no_server_says_so(
    api: Api, program: Program, generated: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"{generated.environment}_BASE_URL", "http://127.0.0.1:1")
    done = run(program, *arguments_of(program))
    assert done.code == 1
    assert done.err


@pytest.mark.parametrize("program", BLOCKS, ids=by_place)
def test_a_block_works_as_it_is(api: Api, program: Program) -> None:
    # An API without a server of its own is shown with one that is made up.
    text = re.sub(r'base_url="https://[^/"]+', f'base_url="{api.url}', program.text)
    program = replace(program, text=text)
    done = run(program)
    assert (done.code, done.err) == (0, "")
    if receives(program):
        assert not api.requests
        return
    sent = [received for received in api.requests if not api.is_beside(received)]
    assert sent
    for received in sent:
        assert api.operation(received), received.line
    for status in errors(api.operation(sent[-1])):
        api.status = status
        failed = run(program)
        if f"except {error_class(program, status)}" in program.text:
            assert (failed.code, failed.out != "") == (0, True)
        elif "except" not in program.text:
            assert type(failed.code).__name__ == error_class(program, status)


@pytest.mark.parametrize("program", [one for one in WITH_FAKE if one not in TESTS], ids=by_place)
def test_a_block_with_a_fake_sends_nothing(api: Api, program: Program) -> None:
    done = run(program)
    assert (done.code, done.err) == (0, "")
    assert not api.requests


@pytest.mark.parametrize("program", TESTS, ids=by_place)
def test_the_tests_of_an_example_pass(program: Program, generated: Client) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, program.page]
    environment = os.environ | {"PYTHONPATH": str(generated.folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def error_class(program: Program, status: str) -> str:
    """The name of the class of a status."""
    package = re.search(r"^from (\w+) import", program.text, re.MULTILINE)[1]
    return import_module(f"{package}.errors").error_class(int(status)).__name__
