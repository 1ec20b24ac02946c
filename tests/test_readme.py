"""The documents tell the truth: their programs run, and the commands they name exist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Server
from tests.test_examples import ANSWER, CLUSTER, ORGANIZATION, error

PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def programs(document: Path) -> list[str]:
    return PYTHON.findall(document.read_text(encoding="utf-8"))


def run(server: Server, program: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "generated"),
        "AETHER_PLATFORM_BASE_URL": server.url,
        "AETHER_PLATFORM_TOKEN": "aether_0a1b",
    }
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("number", range(len(programs(ROOT / "generated" / "README.md"))))
def test_the_programs_of_the_clients_readme_run_as_they_are(server: Server, number: int) -> None:
    program = programs(ROOT / "generated" / "README.md")[number]
    server.answers(200, ANSWER)
    done = run(server, program)
    assert (done.returncode, done.stderr) == (0, "")
    assert "except" in program or "payments" in done.stdout
    assert server.received.line.startswith("PUT /api/v1/organizations/")

    server.answers(409, error("conflict", "The name is taken."))
    done = run(server, program)
    if "except ConflictError" in program:
        assert (done.returncode, done.stdout) == (0, "409 conflict The name is taken.\n")
    else:
        assert "ConflictError: 409 conflict: The name is taken." in done.stderr


def test_the_program_of_the_readme_runs(server: Server) -> None:
    (program,) = programs(ROOT / "README.md")
    server.answers(200, ANSWER)
    done = run(server, f"org_id, cluster_id = {ORGANIZATION!r}, {CLUSTER!r}\n{program}")
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "upgrading 1.33.6\n")


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    named = {
        target
        for command in re.findall(r"(?:^\$ |`)make ([a-z ]+?)(?:`|\s{2,}|$)", text, re.MULTILINE)
        for target in command.split()
    }
    assert named
    assert named <= known


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "generated/README.md"])
def test_every_file_that_is_linked_exists(document: str) -> None:
    path = ROOT / document
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
