"""The hooks, the action and the workflow for other repositories: they run commands and options that exist."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from codegen.commands.arguments import parsed
from codegen.commands.face import Face
from tests.conftest import ROOT
from tests.test_config import SPEC

FACE = Face(name="wholespec", call="wholespec", out=Path("client"), remedy="")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/client.yml").read_text())


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_run_commands_that_exist(hook: dict[str, object]) -> None:
    program, *arguments = shlex.split(str(hook["entry"]))
    assert program == "wholespec"
    assert parsed(arguments, FACE).quiet
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "arguments", "code"),
    [("build", "", 0), ("check", "", 1), ("build", "openapi.yaml --out 'x", 0), ("init; echo", "", 2)],
)
def test_the_action_runs_the_command(tmp_path: Path, command: str, arguments: str, code: int) -> None:
    """The last step, as the runner runs it; an argument cannot become a command."""
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "wholespec.toml").write_text('document = "openapi.yaml"\n')
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "wholespec").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wholespec "$@"\n')
    (bin_ / "wholespec").chmod(0o755)
    step = ACTION["runs"]["steps"][-1]
    assert step["env"].keys() == {"COMMAND", "ARGUMENTS", "FOLDER"}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={
            **os.environ,
            "COMMAND": command,
            "ARGUMENTS": arguments,
            "FOLDER": str(tmp_path),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr


def test_no_input_is_written_into_a_script() -> None:
    """What a caller passes reaches scripts as variables only: as text it could be a command."""
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    scripts += [step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_the_workflow_checks_and_publishes_only_tags() -> None:
    jobs = WORKFLOW["jobs"]
    assert "if" not in jobs["check"]
    for name in ("build", "publish"):
        assert jobs[name]["if"] == "startsWith(github.ref, 'refs/tags/')"
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    commands = [step["run"] for step in jobs["check"]["steps"] if re.match("wholespec", step.get("run", ""))]
    assert [parsed(shlex.split(command)[1:], FACE).command for command in commands] == ["check"]
