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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from codegen.commands.command_line import parsed_arguments
from codegen.drift.causes.kinds import KINDS
from tests.command_line import FACE
from tests.conftest import ROOT
from tests.prepare.config.shop import SPEC

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/client.yml").read_text())
REFERENCE = yaml.safe_load((ROOT / ".github/workflows/reference.yml").read_text())


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_run_commands_that_exist(hook: dict[str, object]) -> None:
    program, *arguments = shlex.split(str(hook["entry"]))
    assert program == "wholespec"
    assert parsed_arguments(arguments, FACE).quiet
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A repository with a document and a configuration, and a runner of GitHub for it."""
    (tmp_path / "openapi.yaml").write_text(SPEC)
    (tmp_path / "wholespec.toml").write_text('document = "openapi.yaml"\n')
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "wholespec").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wholespec "$@"\n')
    (bin_ / "wholespec").chmod(0o755)
    (bin_ / "python").symlink_to(sys.executable)
    return Runner(tmp_path)


@dataclass(frozen=True)
class Runner:
    """Runs steps of the action as the runner of GitHub does."""

    folder: Path

    def run(self, name: str, **variables: str) -> subprocess.CompletedProcess[str]:
        (step,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == name]
        variables |= {"FOLDER": str(self.folder), "SOURCE": str(ROOT)}
        assert step["env"].keys() == variables.keys()
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder,
            env={
                **os.environ,
                **variables,
                "PATH": f"{self.folder}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
                "GITHUB_OUTPUT": str(self.folder / "output"),
                "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def read(self, name: str) -> str:
        path = self.folder / name
        return path.read_text() if path.exists() else ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "arguments", "code", "outputs", "summary"),
    [
        ("build", "", 0, "outcome=written\ncauses=\n", "The client is written"),
        ("check", "", 1, "outcome=out-of-date\ncauses=client-missing\n", "client-missing"),
        ("build", "openapi.yaml --out 'x", 0, "outcome=written\ncauses=\n", "The client is written"),
        ("init; echo", "", 2, "", ""),
    ],
)
def test_the_action_runs_the_command(
    runner: Runner, command: str, arguments: str, code: int, outputs: str, summary: str
) -> None:
    """An argument cannot become a command."""
    done = runner.run("Run", COMMAND=command, ARGUMENTS=arguments)
    assert done.returncode == code, done.stderr
    assert runner.read("output").endswith(outputs)
    assert f"report={runner.folder}/report.json" in runner.read("output") or not outputs
    assert summary in runner.read("summary")


@pytest.mark.slow
def test_the_action_reports_changes_and_comments_once(runner: Runner) -> None:
    """The first run makes the comment, the next one updates it."""
    (runner.folder / "old.yaml").write_text(SPEC)
    document = runner.folder / "openapi.yaml"
    document.write_text(SPEC.replace("operationId: getOrder", "operationId: readOrder"))
    done = runner.run("Run", COMMAND="changes", ARGUMENTS="--old old.yaml --require-version")
    assert done.returncode == 1, done.stderr
    assert runner.read("output").endswith("outcome=version-too-low\nverdict=major\nrequired-version=2.0.0\n")
    assert "breaking" in runner.read("summary")
    fake = runner.folder / "gh"
    fake.write_text('#!/bin/sh\necho "$@" >> calls\ncase "$*" in *--paginate*) cat found ;; esac\n')
    fake.chmod(0o755)
    numbers = {"COMMENTS": "issues/1/comments", "COMMENT": "comments"}
    for found in ("", "7\n"):
        (runner.folder / "found").write_text(found)
        done = runner.run("Comment", GH_TOKEN="t", PLACE="a b", **numbers)
        assert done.returncode == 0, done.stderr
    _, posted, _, updated = runner.read("calls").splitlines()
    body = runner.folder / "comment.json"
    assert posted == f"api --silent --method POST issues/1/comments --input {body}"
    assert updated == f"api --silent --method PATCH comments/7 --input {body}"
    text = json.loads(body.read_text())["body"]
    assert text.startswith("<!-- wholespec changes: a_b -->\n## Changes of ")


def test_nothing_is_commented_without_a_report(runner: Runner) -> None:
    done = runner.run("Comment", GH_TOKEN="t", COMMENTS="c", COMMENT="c", PLACE=".")
    assert (done.returncode, done.stderr) == (0, "")


def script(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / f".github/{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_long_comment_is_cut_at_a_line() -> None:
    text = script("comment").comment("- äöü\n" * 20_000, ".")
    assert 59_000 < len(text) < 65_536
    assert text.endswith("- äöü\n\nThe rest is in the log of the job.\n")


def test_a_summary_says_nothing_that_a_page_obeys() -> None:
    """A document has the last word in no page: its text is neither HTML nor Markdown."""
    module = script("outputs")
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
        (".github/workflows/reference.yml", "github-workflows"),
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
    for workflow in (WORKFLOW, REFERENCE):
        scripts += [
            step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step
        ]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_the_workflow_checks_and_publishes_only_tags() -> None:
    jobs = WORKFLOW["jobs"]
    assert "if" not in jobs["check"]
    for name in ("build", "publish"):
        assert jobs[name]["if"] == "startsWith(github.ref, 'refs/tags/')"
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    steps = [step for step in jobs["check"]["steps"] if re.match("wholespec", step.get("run", ""))]
    words = [shlex.split(step["run"].partition(">>")[0])[1:] for step in steps]
    assert [parsed_arguments(arguments, FACE).command for arguments in words] == ["check", "changes"]
    assert steps[1]["if"] == "!startsWith(github.ref, 'refs/tags/')"


REPORT = "Drift: @somebody (1)\n# no heading\n"


@pytest.mark.parametrize(
    ("code", "issue", "does"),
    [
        ("1", "", "issue create"),
        ("2", "", "issue create"),
        ("1", "7", "issue edit 7"),
        ("0", "7", "issue close 7"),
        ("0", "", ""),
    ],
)
def test_one_issue_is_open_while_the_spec_differs_from_the_reference(
    code: str, issue: str, does: str, tmp_path: Path
) -> None:
    """The scripts of the workflow, with programs that only write down how they were called."""
    programs = {
        ".venv/bin/python": f'echo "$@" > called; printf %s "$REPORT"; exit {code}',
        "bin/gh": f'echo "$@" >> calls; if [ "$2" = list ]; then echo "{issue}"; fi',
    }
    for name, script in programs.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"#!/bin/bash\n{script}\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "pages.txt").write_text("# two\nhttps://a.example/1/\nhttps://a.example/2/\n")
    environment = {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "REPORT": REPORT,
        "RUN": "https://ci.example/1",
    }
    compare, manage = (step for step in REFERENCE["jobs"]["compare"]["steps"] if "name" in step)
    for step in (compare, manage):
        subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=environment, check=True)
        output = (tmp_path / "output").read_text()
        environment["CODE"] = output.removeprefix("code=").strip()
    command = (tmp_path / "called").read_text().split()
    assert parsed_arguments(command[1:], FACE).pages == ["https://a.example/1/", "https://a.example/2/"]
    changes = [
        line
        for line in (tmp_path / "calls").read_text().splitlines()
        if not line.startswith(("label", "issue list"))
    ]
    assert [line[: len(does)] for line in changes] == ([does] if does else [])
    if code != "0":
        assert (tmp_path / "body.md").read_text().endswith("\n\n    Drift: @somebody (1)\n    # no heading\n")
