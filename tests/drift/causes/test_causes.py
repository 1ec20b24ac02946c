"""`check` names every cause of drift with its place, alone and beside every other, and writes nothing."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import nullcontext, redirect_stdout
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from codegen import pipeline
from codegen.commands import build
from codegen.commands.main import main
from codegen.drift.causes.kinds import KINDS
from codegen.pipeline import Package
from tests.command_line import FACE
from tests.conftest import ROOT
from tests.drift.causes.table import EDIT_ROWS, ROWS, Row
from tests.drift.causes.worlds import World, filled, quick
from tests.drift.sarif import mistakes

Run = Callable[..., tuple[int, str]]


def run(*arguments: str) -> tuple[int, str]:
    """Run the command, and return its exit code and what it prints."""
    said = io.StringIO()
    with redirect_stdout(said):
        return main(arguments, FACE), said.getvalue()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """A package that the generator has made from the document of these tests."""
    world = filled(tmp_path_factory.mktemp("real"))
    made: list[Package] = []
    package = pipeline.package

    def kept(*arguments: Any, **options: Any) -> Package:
        made.append(package(*arguments, **options))
        return made[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "package", kept)
        patch.chdir(world.folder)
        assert run("build", "-q") == (0, "")
    return made[0]


@pytest.fixture(scope="module")
def made(real: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the inputs and the real client."""
    world = filled(tmp_path_factory.mktemp("made"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(world.folder)
        assert run("build", "-q") == (0, "")
    return world.folder


@pytest.fixture
def quickly(real: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the client be rendered at once; see `tests.drift.causes.worlds`."""
    monkeypatch.setattr(pipeline, "package", quick(real))
    monkeypatch.setattr(build, "started", nullcontext)


@pytest.fixture(scope="module")
def built(real: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the inputs and the client that is made from them."""
    world = filled(tmp_path_factory.mktemp("built"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "package", quick(real))
        patch.setattr(build, "started", nullcontext)
        patch.chdir(world.folder)
        assert run("build", "-q") == (0, "")
    return world.folder


@pytest.fixture
def world(quickly: None, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.chdir(shutil.copytree(built, tmp_path / "world"))
    return World(tmp_path / "world")


def causes(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [one for one in report["findings"] if one["kind"] in {"cause", "cancelled"}]


def checked(world: World) -> dict[str, Any]:
    """Check, and see that nothing was written."""
    before = world.content()
    code, said = run("check", "--format", "json")
    assert world.content() == before
    report: dict[str, Any] = json.loads(said)
    assert code == (1 if report["outcome"] == "out-of-date" else 0)
    return report


def assert_named(row: Row, world: World, report: Mapping[str, Any]) -> None:
    found = findings_of(row, world, report)
    assert found, (row.name, causes(report))
    for one in found:
        assert "wholespec build" in one["remedy"]
        assert "{" not in one["remedy"]


def findings_of(row: Row, world: World, report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The findings that may be about the cause of a row: with its rule, words and place at once."""
    place = row.file if row.file.split("/")[0] != "templates" else os.path.abspath(ROOT / row.file)
    found = [one for one in causes(report) if (one["rule"], one["file"]) == (row.rule, place)]
    if row.at:
        lines = (world.folder / row.file).read_text(encoding="utf-8").splitlines()
        found = [one for one in found if row.at in lines[one["line"] - 1]]
    return [one for one in found if row.said in one["message"]]


def test_nothing_has_drifted(world: World) -> None:
    report = checked(world)
    assert (report["outcome"], report["findings"]) == ("up-to-date", [])


def test_there_are_at_least_60_causes_of_every_kind() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS) >= 60
    assert {row.rule for row in ROWS} | {"document-file"} == KINDS.keys()


def test_the_page_lists_every_cause() -> None:
    page = (ROOT / "docs/drift.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    assert KINDS.keys() <= {rule for row in rows for rule in re.findall("`([a-z-]+)`", row)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_cause_alone_is_named_and_no_other(row: Row, world: World) -> None:
    row.act(world)
    report = checked(world)
    assert report["outcome"] == "out-of-date"
    assert_named(row, world, report)
    more = {"document-added", "document-changed"} if row.name in ALSO else set()
    assert {one["rule"] for one in causes(report)} <= {row.rule, *more}
    code, said = run("check")
    assert code == 1
    assert f"[{row.rule}]" in said or row.rule == "client-missing"


ALSO = {"foreign", "an operation is gone", "a path"}
"""Rows whose act is more than one change to the document."""


def are_pair(one: Row, other: Row) -> bool:
    return not {*one.touches.split()} & {*other.touches.split()}


def is_for_all(row: Row) -> bool:
    """Whether this row changes what is told of every other."""
    return row.is_hiding or row.rule in {"record-old", "unexplained"}


def crowds(size: int = 12) -> list[list[Row]]:
    """Rows that are tried at once: every pair is in one of the lists, beside a row for all as the first."""
    left = {frozenset(pair) for pair in combinations(ROWS, 2) if are_pair(*pair)}
    found: list[list[Row]] = []
    for first in sorted(ROWS, key=is_for_all, reverse=True):
        while any(first in pair for pair in left):
            crowd = [first]
            for row in sorted(ROWS, key=lambda row: frozenset({first, row}) not in left):
                fits = not is_for_all(row) and all(row is not one and are_pair(row, one) for one in crowd)
                if fits and len(crowd) < size and {frozenset({row, one}) for one in told(crowd)} & left:
                    crowd.append(row)
            left -= {frozenset({one, row}) for one in told(crowd) for row in crowd}
            found.append(crowd)
    return found


def told(crowd: list[Row]) -> list[Row]:
    """The rows whose pairs with all others of the list are tried."""
    return crowd[:1] if is_for_all(crowd[0]) else crowd


CROWDS = crowds()


def test_every_pair_of_causes_is_in_a_crowd() -> None:
    pairs = {frozenset({one, row}) for crowd in CROWDS for one in told(crowd) for row in crowd}
    assert {frozenset(pair) for pair in combinations(ROWS, 2) if are_pair(*pair)} <= pairs
    assert all(are_pair(*pair) for crowd in CROWDS for pair in combinations(crowd, 2))


@pytest.mark.slow
@pytest.mark.parametrize("crowd", CROWDS, ids=lambda crowd: crowd[0].name)
def test_all_causes_of_a_crowd_are_named(crowd: list[Row], world: World) -> None:
    for row in sorted(crowd, key=ROWS.index):  # some later rows remove what earlier ones change
        row.act(world)
    report = checked(world)
    assert report["outcome"] == "out-of-date"
    hiding = [row for row in crowd if row.is_hiding]
    rows = [row for row in hiding or crowd if not is_told_roughly(row, crowd)]
    for row in rows:
        assert_named(row, world, report)
    claims = Counter(json.dumps(findings_of(row, world, report)) for row in rows)
    assert all(len(json.loads(found)) >= count for found, count in claims.items()), (
        "two rows have one finding"
    )


def is_told_roughly(row: Row, crowd: list[Row]) -> bool:
    """Whether this row is beside one that leaves less to tell."""
    is_early = any(one.rule == "record-old" for one in crowd)
    return row.rule == "unexplained" or (
        is_early
        and row.rule.startswith(("document", "setting", "template", "tool", "generator", "overlay-order"))
    )


REPORTED = [
    row for row in ROWS if row.name in {"a schema", "an overlay", "a setting", "lines", "crlf", "no client"}
]


@pytest.mark.parametrize("row", REPORTED, ids=lambda row: row.name)
def test_reports_for_code_scanning_are_as_their_standard_wants_them(row: Row, world: World) -> None:
    row.act(world)
    report = json.loads(run("check", "--format", "sarif")[1])
    assert mistakes(report) == []
    results = report["runs"][0]["results"]
    (cause,) = [one for one in results if one["ruleId"] == row.rule]
    place = cause["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == row.file
    places = [one["locations"][0]["physicalLocation"] for one in results]
    assert len(places) == len({json.dumps(one) for one in places}), "no place has two results"


def test_edits_and_causes_that_cancel_are_reported_and_are_no_drift(world: World) -> None:
    """The document has changed, and somebody has written into the client what it now generates."""
    world.spec("An order.", "Any order.")
    world.change("out/shop/part_components_schemas_Order.py", "An order.", "Any order.")
    report = checked(world)
    assert report["outcome"] == "up-to-date"
    assert {one["rule"] for one in causes(report)} == {"document-changed", "edited-by-hand"}
    assert {one["kind"] for one in report["findings"]} == {"cancelled"}
    code, said = run("check")
    assert code == 0
    assert "schema Order has changed" in said
    assert "to exactly what is now generated" in said


def test_both_are_reported_in_the_same_place(world: World) -> None:
    """Somebody has edited a file where the document has changed, to something else."""
    world.spec("An order.", "Any order.")
    world.change("out/shop/part_components_schemas_Order.py", "An order.", "My order.")
    report = checked(world)
    assert {one["rule"] for one in causes(report)} == {"document-changed", "edited-by-hand"}
    (edit,) = [one for one in causes(report) if one["rule"] == "edited-by-hand"]
    assert edit["message"].endswith("; and it is out of date besides")
    assert any("My order." in line for line in edit["diff"])


TRUE_ROWS = [
    row for row in ROWS if row.rule.startswith(("document", "overlay", "setting")) or "one's own" in row.name
]


@pytest.mark.slow
@pytest.mark.parametrize("row", TRUE_ROWS, ids=lambda row: row.name)
def test_each_cause_in_a_real_client_is_named(
    row: Row, real: Package, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the whole generator. What has no effect on any file is no drift."""
    monkeypatch.chdir(shutil.copytree(made, tmp_path / "world"))
    world = World(tmp_path / "world")
    row.act(world)
    report = checked(world)
    if report["outcome"] == "out-of-date":
        assert_named(row, world, report)
        return
    assert report["findings"] == []
    before = world.content()
    assert run("build", "-q") == (0, "")
    assert {path for path, data in world.content().items() if before[path] != data} <= {"out/.generated"}


@pytest.mark.slow
@pytest.mark.parametrize("row", EDIT_ROWS, ids=lambda row: row.name)
def test_what_mends_a_cause_mends_it(row: Row, world: World) -> None:
    """The command with --force, which overwrites what was edited; a folder has to be moved away first."""
    row.act(world)
    if row.name == "folder":
        (world.folder / row.file).rmdir()
    assert run("build", "-q")[0] == (0 if row.name in {"deleted", "folder"} else 1)
    assert run("build", "-q", "--force") == (0, "")
    assert checked(world)["outcome"] == "up-to-date"
