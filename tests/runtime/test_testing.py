"""The package `testing` of a client from outside: its server of examples, its fixture, its types."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from codegen.pipeline import generate
from tests.clients import Client
from tests.conftest import ROOT

CASE = ROOT / "tests" / "cases" / "fakes"
ROBOT = "2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def robots(emit: Callable[[Path], Client]) -> Client:
    """The client of the golden case `fakes`."""
    return emit(CASE)


def command(robots: Client, *arguments: str) -> list[str]:
    return [sys.executable, "-m", f"{robots.name}.testing", *arguments]


@pytest.fixture
def server(robots: Client) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The server of examples, and the lines that it printed at its start."""
    done = subprocess.Popen(
        command(robots, "--port", "0"),
        cwd=robots.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert done.stdout
    lines = [done.stdout.readline().strip() for _ in range(4)]
    yield done, lines
    done.kill()
    done.communicate()


def test_it_says_how_to_use_it_and_serves_examples(
    robots: Client, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, lines = server
    assert re.fullmatch(r"Robots: examples of 11 operations at http://127\.0\.0\.1:\d+", lines[0])
    for line in lines[2:]:
        name, _, value = line.removeprefix("export ").partition("=")
        monkeypatch.setenv(name, value)
    client = robots.classes()[0]()
    assert client.robots.get(ROBOT).name == "Marvin"
    assert [robot.name for robot in client.robots.list()] == ["Marvin"], "there is no next page"
    assert client.client.calls("x") == "hello"
    client.robots.add_photo(ROBOT, photo=b"x" * 100_000)
    with client.robots.read_log(ROBOT) as log:
        assert [line.text for line in log] == ["example"]


def test_it_says_where_an_example_comes_from(server: Any) -> None:
    url = server[1][0].rpartition(" ")[2]
    assert httpx2.get(f"{url}/clients/1").headers["x-example-source"] == "document"
    assert httpx2.get(f"{url}/robots/{ROBOT}").headers["x-example-source"] == "schema"


def test_an_unknown_path_is_reported_with_similar_ones(server: Any) -> None:
    url = server[1][0].rpartition(" ")[2]
    response = httpx2.get(f"{url}/robot")
    assert response.status_code == 404
    assert response.json()["error"]["message"] == "the document has no GET /robot"
    assert "GET /robots" in response.json()["did_you_mean"]
    response = httpx2.patch(f"{url}/robots")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")
    assert "GET /robots" in httpx2.get(url).json()["operations"]


def test_head_is_served_like_get(server: Any) -> None:
    response = httpx2.head(f"{server[1][0].rpartition(' ')[2]}/robots")
    assert (response.status_code, response.content) == (200, b"")


def test_it_ends_with_ctrl_c(server: Any) -> None:
    done, _ = server
    done.send_signal(signal.SIGINT)
    _, err = done.communicate(timeout=20)
    assert (done.returncode, err) == (0, "")


@pytest.mark.parametrize("port", ["x", "-1", "70000", ""])
def test_a_wrong_port_is_one_clear_line(robots: Client, port: str) -> None:
    done = subprocess.run(
        command(robots, f"--port={port}"), cwd=robots.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(f"{port!r} is not a port: it must be from 0 to 65535")


def test_a_port_that_is_in_use(robots: Client, server: Any) -> None:
    port = server[1][0].rpartition(":")[2]
    done = subprocess.run(
        command(robots, "--port", port), cwd=robots.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"python -m robots.testing: cannot listen on port {port}: ")
    assert len(done.stderr.splitlines()) == 1


TESTS = """
from robots import models

def test_used(fake_robots):
    fake_robots.client_.calls.returns("hi")
    assert fake_robots.client().client.calls("1") == "hi"

def test_unused(fake_robots):
    fake_robots.client_.calls.returns("hi")

def test_failed(fake_robots):
    fake_robots.client_.calls.returns("hi")
    assert False

def test_swallowed(fake_robots):
    try:
        fake_robots.client().client.calls("1")
    except AssertionError:
        pass
"""


def test_the_fixture_of_pytest(robots: Client, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["robots.testing.pytest_plugin"]\n')
    (tmp_path / "test_it.py").write_text(TESTS)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rA"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(robots.folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = {
        line.split(" - ")[0]
        for line in done.stdout.splitlines()
        if line.startswith(("PASSED", "FAILED", "ERROR"))
    }
    assert {
        "ERROR test_it.py::test_unused",
        "ERROR test_it.py::test_swallowed",
        "FAILED test_it.py::test_failed",
    } <= told
    assert "ERROR test_it.py::test_failed" not in told, "the test has failed already"
    assert "ERROR test_it.py::test_used" not in told


def test_it_can_be_left_out(tmp_path: Path) -> None:
    text = (
        (CASE / "openapi.yaml")
        .read_text()
        .replace("version: 1.0.0}", "version: 1.0.0, x-python: {testing: false}}")
    )
    (tmp_path / "openapi.yaml").write_text(text)
    files = generate(tmp_path / "openapi.yaml").files
    assert not [path for path in files if "testing" in path]
    assert "testing" not in files["README.md"].lower()


WRONG = """
from robots.testing import FakeRobots

fake = FakeRobots()
fake.client(max_retry=1)
fake.robots.get.returns("x")
fake.robots.list.pages([1])
fake.robots.get.assert_called_once_with()
fake.robots.get.calls[0].nme
fake.robots.read_log.streams(["x"])
fake.robots.read_log.returns("x")
fake.robots.get.raises(ValueError)
"""
RIGHT = """
from typing import assert_type

from msgspec import UnsetType

from robots import AsyncRobots, NotFoundError, Robots, models
from robots.testing import FakeRobots

robot = models.Robot(name="x")
line = models.Line(text="x")
with FakeRobots().use_examples() as fake:
    assert_type(fake.client(max_retries=1), Robots)
    assert_type(fake.async_client(token="x"), AsyncRobots)
    fake.robots.get.responds(429).returns(robot, times=2).raises(NotFoundError, code="x")
    fake.robots.list.pages([robot], []).returns(models.RobotPage(data=[robot]))
    fake.robots.say.streams([line]).returns(line)
    fake.robots.create.assert_called_once_with(name="x")
    assert_type(fake.robots.list.calls[0].limit, int | UnsetType)
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_it_is_typed(robots: Client, tmp_path: Path, checker: str) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    (tmp_path / "pyrightconfig.json").write_text(
        f'{{"typeCheckingMode": "strict", "extraPaths": ["{robots.folder}"], "pythonVersion": "3.11"}}'
    )
    options = ["--strict", "right.py", "wrong.py"] if checker == "mypy" else ["--pythonpath", sys.executable]
    done = subprocess.run(
        [sys.executable, "-m", checker, *options],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": str(robots.folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    found = {int(number) for number in re.findall(r"wrong\.py:(\d+).*error", done.stdout)}
    assert not re.findall(r"right\.py:\d+.*error.*", done.stdout)
    assert found == set(range(5, 13)), done.stdout
