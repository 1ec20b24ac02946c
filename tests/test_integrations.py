"""The hooks, the action and the workflow for other repositories: they run commands and options that exist."""

from __future__ import annotations

import importlib.resources
import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema.validators import validator_for

from codegen.commands.arguments import parsed
from codegen.commands.face import Face
from codegen.drift.causes.kinds import KINDS
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
    (bin_ / "python").symlink_to(sys.executable)
    (step,) = [step for step in ACTION["runs"]["steps"] if step.get("id") == "run"]
    assert step["env"].keys() == {"COMMAND", "ARGUMENTS", "FOLDER", "SOURCE"}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={
            **os.environ,
            "COMMAND": command,
            "ARGUMENTS": arguments,
            "FOLDER": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "SOURCE": str(ROOT),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    said = (tmp_path / "output").read_text() if command in {"build", "check"} else ""
    if command == "check":
        assert f"report={tmp_path}/report.json\noutcome=out-of-date\ncauses=client-missing\n" == said
        assert "client-missing" in (tmp_path / "summary").read_text()
    elif not code and not arguments:
        assert said.endswith("outcome=written\ncauses=\n")


def test_a_summary_says_nothing_that_a_page_obeys() -> None:
    """A document has the last word in no page: its text is neither HTML nor Markdown."""
    spec = importlib.util.spec_from_file_location("outputs", ROOT / ".github/outputs.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = "a | b <script> `x` [y](https://evil.example) @team\n# title"
    finding = {
        "kind": "cause",
        "rule": "document-changed",
        "message": text,
        "file": text,
        "line": 1,
        "column": 1,
    }
    report = {"outcome": "out-of-date", "findings": [finding]}
    row = module.summary(report).splitlines()[4]
    assert row.count("|") == 4
    assert not set("<`[@#") & set(row.replace("&#", ""))
    assert module.outputs(report) == "outcome=out-of-date\ncauses=document-changed\n"


def matchers() -> list[tuple[re.Pattern[str], dict[str, int]]]:
    """The patterns of the problem matcher. What they use means the same in JavaScript and in Python."""
    report = json.loads((ROOT / ".github/problem-matcher.json").read_text())
    patterns = [pattern for one in report["problemMatcher"] for pattern in one["pattern"]]
    return [(re.compile(one.pop("regexp")), one) for one in patterns]


def test_the_problem_matcher_reads_every_cause_and_every_problem() -> None:
    for rule in KINDS:
        line = f"  a b/openapi.yaml:41:7: schema Order has changed: [x] [{rule}]"
        (found,) = [(pattern.match(line), one) for pattern, one in matchers() if pattern.match(line)]
        match, groups = found
        assert match
        assert (match[groups["file"]], match[groups["line"]], match[groups["column"]]) == (
            "a b/openapi.yaml", "41", "7",
        )  # fmt: skip
        assert (match[groups["message"]], match[groups["code"]]) == ("schema Order has changed: [x]", rule)
    line = "openapi.yaml:41:7: error: 'requestbody' is not a key of an operation [unknown-key]"
    (code,) = [match[one["code"]] for pattern, one in matchers() if (match := pattern.match(line))]
    assert code == "unknown-key"


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("action.yml", "github-actions"),
        (".github/workflows/client.yml", "github-workflows"),
        (".github/workflows/ci.yml", "github-workflows"),
    ],
)
def test_the_files_for_github_are_as_its_schemas_want_them(path: str, schema: str) -> None:
    folder = importlib.resources.files("check_jsonschema") / "builtin_schemas/vendor"
    wanted = json.loads((folder / f"{schema}.json").read_text(encoding="utf-8"))
    # `on` is a boolean in YAML 1.1
    written = {
        ("on" if key is True else key): part
        for key, part in yaml.safe_load((ROOT / path).read_text()).items()
    }
    errors = validator_for(wanted)(wanted).iter_errors(written)
    assert [error.message for error in errors] == []


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
