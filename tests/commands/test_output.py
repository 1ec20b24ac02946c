"""What commands print: problems, progress, reports for programs."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from codegen.commands.terminal import Terminal
from tests.command_line import Run
from tests.commands.shop import SPEC, STRICT, change, content
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_problem_is_shown_at_its_place_and_nothing_is_written(folder: Path, run: Run, command: str) -> None:
    run()
    before = content(folder / "generated")
    change(folder / "spec/openapi.yaml", "operationId:", "operationid:")
    done = run(command, *STRICT)
    assert (done.returncode, done.stdout) == (1, "")
    first, source, caret, *_ = done.stderr.splitlines()
    assert first.startswith("spec/openapi.yaml:8:7: error: ")
    assert source == "    8 |       operationid: getOrder"
    assert caret == "      |       ^"
    assert done.stderr.endswith("1 problem; nothing was written\n")
    assert content(folder / "generated") == before


def test_check_annotates_a_problem_for_github(folder: Path, run: Run) -> None:
    change(folder / "spec/openapi.yaml", "operationId:", "operationid:")
    done = run("check", "--format", "github", *STRICT)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=spec/openapi.yaml,line=8,col=7")


def test_a_reader_who_leaves_is_no_defect(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} {ROOT}/generate.py check | true; exit ${{PIPESTATUS[0]}}",
        cwd=folder,
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_what_was_done_counts_even_if_nobody_reads_of_it(folder: Path) -> None:
    command = f"{sys.executable} {ROOT}/generate.py build"
    ends = f"{command} --out one >&- && {command} --out two | head -0; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ends, cwd=folder, shell=True, executable="/bin/bash", capture_output=True, check=False
    )
    assert (done.stdout, done.stderr) == (b"0\n", b"")
    assert (folder / "one/.generated").read_bytes() == (folder / "two/.generated").read_bytes()


def test_parts_that_the_document_skips_are_reported_each_time(folder: Path, run: Run) -> None:
    waiver = 'note: {type: string, x-generate: {skip: "for support only\\n::error::"}}'
    spec = folder / "spec/openapi.yaml"
    spec.write_text(SPEC.replace("note: {type: string, description: What the buyer wrote.}", waiver))
    line = r"spec/openapi.yaml:28:9: skipped: for support only\n::error::" + "\n"
    built, checked = run("build"), run("check")
    assert built.stdout.startswith(line)
    assert checked.stdout == f"{line}generated: up to date\n"
    assert "note" not in (folder / "generated/shop/models.py").read_text()


def test_any_document_can_be_held_to_the_rules_of_strict_ones(folder: Path, run: Run) -> None:
    assert run().returncode == 0
    for command in ("build", "check"):
        done = run(command, "--strict")
        assert done.returncode == 1
        assert "'Order' has no 'description' [missing-description]" in done.stderr
    rules = "missing-description,missing-example,undeclared-tag"
    done = run("check", "--strict", "--tolerate", rules)
    assert done.returncode == 0
    assert "tolerated: undeclared-tag, once: it is read as without `strict`" in done.stdout


def test_quiet_and_verbose(folder: Path, run: Run) -> None:
    done = run("build", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert run("check", "-q").stdout == ""
    change(folder / "spec/openapi.yaml", "What the buyer wrote.", "What the seller wrote.")
    assert "out of date" in run("check", "-q").stdout
    done = run("build", "--verbose")
    assert done.stdout.startswith("generated: ")
    assert "generate.py: reading spec/openapi.yaml\n" in done.stderr
    assert "generate.py: wrote generated/shop/models.py\n" in done.stderr


def test_reports_for_programs(folder: Path, run: Run) -> None:
    built = json.loads(run("build", "--format", "json").stdout)
    assert (built["command"], built["outcome"]) == ("build", "written")
    assert built["files"]["shop/models.py"] == "written"
    assert json.loads(run("check", "--format", "json").stdout)["outcome"] == "up-to-date"
    change(folder / "generated/shop/models.py", "What the buyer wrote.", "What nobody wrote.")
    checked = json.loads(run("check", "--format", "json").stdout)
    assert checked["outcome"] == "out-of-date"
    cause, finding = checked["findings"]
    assert (cause["kind"], cause["rule"]) == ("cause", "edited-by-hand")
    assert '-    """What nobody wrote."""' in cause["diff"]
    assert "make generate OPTIONS=--force" in cause["remedy"]
    assert (finding["kind"], finding["file"]) == ("drift", "generated/shop/models.py")
    assert finding["message"] == "edited by hand"
    assert finding["line"] > 1
    assert checked["remedy"] == "make generate OPTIONS=--force"
    edited = json.loads(run("build", "--format", "json").stdout)
    assert (edited["outcome"], edited["remedy"]) == ("edited", "make generate OPTIONS=--force")
    change(folder / "spec/openapi.yaml", "operationId:", "operationid:")
    done = run("build", "--format", "json", *STRICT)
    assert (done.returncode, done.stderr) == (1, "")
    refused = json.loads(done.stdout)
    assert refused["outcome"] == "refused"
    (problem,) = refused["findings"]
    assert (problem["kind"], problem["rule"]) == ("problem", "unknown-key")
    assert (problem["file"], problem["line"], problem["column"]) == ("spec/openapi.yaml", 8, 7)


def test_a_report_does_not_replace_the_document(folder: Path, run: Run) -> None:
    before = (folder / "spec/openapi.yaml").read_bytes()
    done = run("check", "--report", "spec/openapi.yaml")
    assert done.returncode == 2
    assert "spec/openapi.yaml is the document; name another file for the report" in done.stderr
    assert (folder / "spec/openapi.yaml").read_bytes() == before


def test_reports_for_code_scanning(folder: Path, run: Run) -> None:
    spec = folder / "spec/openapi.yaml"
    spec.write_text(
        SPEC.replace("type: string, description", 'x-generate: {skip: "later"}, type: string, description')
    )
    run()
    (result,) = json.loads(run("check", "--format", "sarif").stdout)["runs"][0]["results"]
    assert (result["level"], result["ruleId"], result["message"]["text"]) == ("note", "waiver", "later")
    change(spec, "operationId:", "operationid:")
    done = run("check", "--format", "sarif", *STRICT)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["version"] == "2.1.0"
    (result,) = report["runs"][0]["results"]
    assert result["level"] == "error"
    assert report["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "spec/openapi.yaml"
    assert place["region"] == {"startLine": 8, "startColumn": 7}


def test_progress_is_shown_on_a_terminal_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = SimpleNamespace(monotonic=lambda: clock.now, now=0.0)
    monkeypatch.setattr("codegen.commands.terminal.time", clock)

    def shown(*, seconds: float = 1.1, is_quiet: bool = False) -> str:
        with Terminal("wholespec", is_quiet=is_quiet).progress("generating"):
            if signal.getitimer(signal.ITIMER_REAL) > (0, 0):
                clock.now += seconds
                if seconds >= 1:
                    signal.raise_signal(signal.SIGALRM)
        return capsys.readouterr().err

    assert shown() == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert shown(seconds=0.1) == ""
    assert shown() == "\r\x1b[Kwholespec: generating, 1 s\r\x1b[K"
    assert shown(is_quiet=True) == ""
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
