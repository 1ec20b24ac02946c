"""The command line, as scripts and CI rely on it: arguments, exit codes, and what is printed where."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from codegen.commands.terminal import Terminal
from codegen.standard.rules import STRICT_RULES
from generate import main
from tests.command_line import Run, run_in
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


SPEC = """\
openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      parameters:
        - name: id
          in: path
          required: true
          schema: {type: string}
      responses:
        "200":
          description: The order.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Order"}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string}
        note: {type: string, description: What the buyer wrote.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/openapi.yaml").write_text(SPEC)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run `generate.py` in the folder."""
    return lambda *arguments: run_in(folder, arguments, main)


@pytest.fixture
def start(folder: Path) -> Run:
    """Run `generate.py` in a process of its own, for what depends on one."""

    def start(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "generate.py"), *arguments],
            cwd=folder,
            env={**os.environ, **environment},
            input=given,
            capture_output=True,
            check=False,
            text=True,
        )

    return start


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_build_is_the_default_and_a_second_one_touches_nothing(folder: Path, run: Run, start: Run) -> None:
    first = start()
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("generated: ")
    assert (folder / "generated/shop/models.py").exists()
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    second = run("build")
    assert (second.returncode, second.stdout, second.stderr) == (0, "generated: up to date\n", "")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == times


def test_spec_and_out_may_be_anywhere(folder: Path, run: Run, start: Run) -> None:
    (folder / "spec/openapi.yaml").rename(folder / "ünïcode.yaml")
    done = start(
        "--spec", "ünïcode.yaml", "--out", str(folder / "a/ö b"), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert run("check", "--spec", "ünïcode.yaml", "--out", "a/ö b").returncode == 0


def test_the_client_of_another_document_is_not_replaced_by_oversight(folder: Path, run: Run) -> None:
    run()
    before = content(folder)
    other = folder / "other.yaml"
    other.write_text(SPEC.replace("title: Shop", "title: Library"))
    done = run("--spec", "other.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "choose a folder with --out" in done.stderr
    assert content(folder) == {**before, "other.yaml": other.read_bytes()}
    assert run("--spec", "other.yaml", "--out", "generated").returncode == 0
    assert (folder / "generated/library").is_dir()


def test_the_same_client_may_be_made_of_another_file(folder: Path, run: Run) -> None:
    run()
    (folder / "spec/openapi.yaml").rename(folder / "moved.yaml")
    assert run("--spec", "moved.yaml").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mine.yaml"], "build mine.yaml`"),
        (["--spec", "http://example.com/a.yaml"], "download it"),
        (["--spec", "ftp://example.com/a.yaml"], "download it"),
        (["--root", "nowhere"], "--root nowhere is not a folder"),
        (["--out", "spec/openapi.yaml/client"], "spec/openapi.yaml is not a folder"),
    ],
)
def test_a_document_or_a_folder_that_is_none_is_asked_for(run: Run, arguments: list[str], said: str):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_check_writes_nothing(folder: Path, run: Run) -> None:
    before = content(folder)
    assert run("check").returncode == 1
    assert content(folder) == before


def test_check_tells_a_changed_spec(folder: Path, run: Run) -> None:
    run()
    change(folder / "spec/openapi.yaml", "What the buyer wrote.", "What the seller wrote.")
    done = run("check")
    assert done.returncode == 1
    assert "\n--- generated/shop/models.py\t" in done.stdout
    assert "\n-" in done.stdout
    assert "What the seller wrote." in done.stdout
    assert "generated/shop/models.py: out of date\n" in done.stdout
    assert "The document has changed since generated/ was generated from it.\n" in done.stdout
    assert re.search(
        r"\n  spec/openapi.yaml:\d+:\d+: schema Order has changed \[document-changed\]\n", done.stdout
    )
    assert "by hand" not in done.stdout
    assert done.stdout.endswith("To fix it: run `make generate` and commit the changes.\n")


def test_a_comment_in_the_spec_is_no_drift(folder: Path, run: Run) -> None:
    run()
    change(folder / "spec/openapi.yaml", "openapi: 3.1.0\n", "# A comment.\nopenapi:   3.1.0\n")
    assert run("check").returncode == 0
    assert run().stdout == "generated: up to date\n"


def test_check_tells_an_edited_and_a_deleted_file_by_name(folder: Path, run: Run) -> None:
    run()
    change(folder / "generated/shop/models.py", "What the buyer wrote.", "What nobody wrote.")
    (folder / "generated/README.md").unlink()
    (folder / "generated/shop/notes.py").write_text("NOTE = 1\n")
    done = run("check")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == [
        "generated/README.md: missing, deleted by hand",
        "generated/shop/models.py: edited by hand",
        "",
    ]
    assert "Generated files were edited by hand." in done.stdout
    assert "Generated files were deleted" in done.stdout
    assert "has changed" not in done.stdout


def test_build_refuses_to_overwrite_what_was_edited(folder: Path, run: Run) -> None:
    run()
    change(folder / "generated/shop/models.py", "What the buyer wrote.", "What nobody wrote.")
    (folder / "generated/shop/notes.py").write_text("NOTE = 1\n")
    before = content(folder)
    done = run()
    assert (done.returncode, done.stdout) == (1, "")
    first, *diff = done.stderr.splitlines()
    counts = "not generated: 1 line; generated and missing: 1 line"
    assert first == f"generated/shop/models.py: edited by hand: {counts}"
    assert '    -    """What nobody wrote."""' in diff
    assert diff[-3:] == [
        "1 file would be overwritten; nothing was written.",
        "Move your changes to files of your own, or to the document or the templates.",
        "To discard them: `make generate OPTIONS=--force`",
    ]
    assert content(folder) == before
    assert run("build", "--force").returncode == 0
    assert run("check").returncode == 0
    assert (folder / "generated/shop/notes.py").read_text() == "NOTE = 1\n"


def test_check_annotates_for_github(folder: Path, run: Run) -> None:
    run()
    change(folder / "generated/shop/models.py", "What the buyer wrote.", "What nobody wrote.")
    done = run("check", "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=generated/shop/models.py,line=")


def test_using_the_client_is_no_drift(folder: Path, run: Run) -> None:
    run()
    (folder / "generated/shop/__pycache__").mkdir()
    (folder / "generated/shop/__pycache__/models.cpython-311.pyc").write_bytes(b"\0")
    (folder / "generated/shop.egg-info").mkdir()
    (folder / "generated/shop.egg-info/PKG-INFO").write_text("")
    assert run("check").returncode == 0
    change(folder / "spec/openapi.yaml", "What the buyer wrote.", "What the seller wrote.")
    assert run().returncode == 0
    assert (folder / "generated/shop.egg-info/PKG-INFO").exists()


STRICT = ("--strict", "--tolerate", ",".join(STRICT_RULES))


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


def as_nothing(path: Path) -> None:
    path.unlink(missing_ok=True)


def as_folder(path: Path) -> None:
    as_nothing(path)
    path.mkdir()


def under_a_file(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("")


@pytest.mark.parametrize("make", [as_nothing, as_folder, under_a_file])
def test_a_spec_that_cannot_be_read_is_wrong_usage(
    folder: Path, run: Run, make: Callable[[Path], None]
) -> None:
    make(folder / "spec/openapi.yaml")
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "spec/openapi.yaml" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (folder / "generated").exists()


def a_file(path: Path) -> None:
    path.write_text("kept")


def a_link(path: Path) -> None:
    (path.parent / "elsewhere").mkdir()
    path.symlink_to("elsewhere")


@pytest.mark.parametrize("make", [a_file, a_link])
@pytest.mark.parametrize("command", ["build", "check"])
def test_an_output_that_is_no_folder_is_wrong_usage(
    folder: Path, run: Run, make: Callable[[Path], None], command: str
) -> None:
    make(folder / "generated")
    before = content(folder)
    done = run(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "generated is not a folder" in done.stderr
    assert content(folder) == before


def test_a_folder_of_somebody_else_is_refused(folder: Path, run: Run) -> None:
    (folder / "generated").mkdir()
    (folder / "generated/thesis.txt").write_text("ten years")
    done = run()
    assert done.returncode == 2
    assert "generated is not empty" in done.stderr
    assert content(folder / "generated") == {"thesis.txt": b"ten years"}


def test_an_output_below_a_file_cannot_be_made(folder: Path, run: Run) -> None:
    (folder / "file").write_text("")
    done = run("--out", "file/generated")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["--frobnicate"],
        ["build", "one", "too many"],
        ["--sp", "x"],
        ["check", "--format", "xml"],
        ["check", "a.yaml", "--spec", "a.yaml"],
        ["check", "-q", "-v"],
    ],
)
def test_wrong_usage_is_explained(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: generate.py")


@pytest.mark.parametrize(
    ("arguments", "likely"),
    [
        (["build", "--ouput", "client"], "--output"),
        (["chekc"], "check"),
        (["check", "--format", "sarfi"], "sarif"),
        (["drift", "drift.jsonl", "--aply"], "--apply"),
        (["check", "--tolerate", "danglin-reference"], "'dangling-reference'"),
    ],
)
def test_a_wrong_argument_is_answered_with_the_one_that_is_like_it(
    run: Run, arguments: list[str], likely: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert f"did you mean {likely}?" in done.stderr


@pytest.mark.parametrize("command", ["changes", "drift", "reference", "snippets", "init"])
def test_a_command_offers_only_the_options_that_it_uses(run: Run, command: str) -> None:
    offered = run(command, "--help").stdout
    assert "--templates" not in offered
    assert ("--out DIR" in offered) is (command in {"changes", "init"})
    for one in ("exit codes: 0 ", "; 1 ", "; 2 wrong usage"):
        assert one in " ".join(offered.split())


def test_help_names_the_commands_and_the_exit_codes_and_loads_nothing(run: Run, start: Run) -> None:
    done = start("--help", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    for word in ("build", "check", "exit codes", "  0 ", "  1 ", "  2 "):
        assert word in done.stdout
    assert "codegen.commands.arguments" in done.stderr
    assert not re.search(r"codegen\.(?!commands)|yaml|jinja2", done.stderr), "nothing that takes long"
    for option in ("--spec", "--out"):
        assert option in run("build", "--help").stdout
        assert option in run("check", "--help").stdout


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


def test_make_lists_its_targets() -> None:
    listed = subprocess.run(
        ["make", "--directory", str(ROOT)], capture_output=True, check=True, text=True
    ).stdout
    for target in ("help", "generate", "check", "test", "lint", "contract", "build", "clean"):
        assert f"\nmake {target} " in f"\n{listed}"


def test_what_the_document_leaves_out_is_told_each_time(folder: Path, run: Run) -> None:
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


def test_the_document_may_come_from_the_standard_input(start: Run) -> None:
    given = SPEC.replace("operationId", "operationid")
    done = start("build", "-", "--out", "shop", *STRICT, given=given)
    assert done.returncode == 1
    assert done.stderr.startswith("<stdin>:8:7: error: ")


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


def test_build_annotates_a_problem_for_github(folder: Path, run: Run) -> None:
    change(folder / "spec/openapi.yaml", "operationId:", "operationid:")
    done = run("build", "--format", "github", *STRICT)
    assert done.stdout.startswith("::error file=spec/openapi.yaml,line=8,col=7")


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
