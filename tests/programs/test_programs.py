"""What `make examples` says of programs that do not fit the client, and that it says nothing of others."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.clients import FLEET, Client, make
from tests.conftest import ROOT
from tests.edits.changes import remove_the_errors
from tests.programs.checking import Program, beyond_types, misfits, programs

RIGHT = """\
from fleet import Fleet

with Fleet() as client:
    print(client.clusters.update("a", "b", name="c").name)
"""

WRONG = {
    "a method": (
        'client.clusters.change("a", "b", name="c")',
        '"Clusters" has no attribute "change"',
        ["write client.clusters.update(org_id, cluster_id, name=, k8s_version=): PUT /api/v1/", "{put:}"],
    ),
    "a group": (
        'client.cluster.update("a", "b", name="c")',
        '"Fleet" has no attribute "cluster"; maybe "clusters"?',
        ["write client.clusters.update(org_id, cluster_id, name=, k8s_version=): PUT /api/v1/", "{put:}"],
    ),
    "an argument": (
        'client.clusters.update("a", "b", title="c")',
        'Unexpected keyword argument "title" for "update" of "Clusters"',
        ["write client.clusters.update(", "name: str | UnsetType, optional, {The new name.}"],
    ),
    "one that is missing": (
        'client.clusters.update("a", name="c")',
        'Missing positional argument "cluster_id" in call to "update" of "Clusters"',
        ["cluster_id: UUID | str, required, {ClusterID:}"],
    ),
    "a type": (
        'client.clusters.update("a", "b", name=5)',
        'Argument "name" to "update" of "Clusters" has incompatible type "int"; expected "str | UnsetType"',
        ["name: str | UnsetType, optional, {The new name.}"],
    ),
    "a field": (
        'client.clusters.update("a", "b").regions',
        '"Cluster" has no attribute "regions"; maybe "region"?',
        [
            "write region: {Where the cluster runs.}",
            "Cluster has id, org_id, name, region, ",
            "{    Cluster:}",
        ],
    ),
    "a member": (
        "models.ClusterStatus.FAILURE",
        '"type[ClusterStatus]" has no attribute "FAILURE"',
        ["write FAILED: {    ClusterStatus:}", "ClusterStatus has PROVISIONING, "],
    ),
    "a model": (
        "models.Klusters",
        'Module has no attribute "Klusters"; maybe "Cluster"?',
        ["write Cluster: {    Cluster:}"],
    ),
    "something else": (
        '1 + "a", client.clusters.update("a", "b")',
        'Unsupported operand types for + ("int" and "str")',
        ["it calls client.clusters.update(", "{put:}"],
    ),
}
HEAD = "from fleet import Fleet, models\n\nwith Fleet() as client:\n"
LINES = FLEET.read_text(encoding="utf-8").splitlines()


def placed(text: str) -> str:
    """A text in which ``{words}`` is the place of the line that has these words, or of its key."""

    def place(match: re.Match[str]) -> str:
        number = next(number for number, line in enumerate(LINES, 1) if match[1] in line)
        # A property is at its key, and its description is the line below.
        return f"tests/documents/fleet.yaml:{number - match[1].endswith('.')}"

    return re.sub(r"\{([^}]*)\}", place, text)


@pytest.mark.slow
def test_each_place_that_does_not_fit_is_reported_with_what_to_write(fleet: Client) -> None:
    statements = "".join(f"    print({wrong})\n" for wrong, _, _ in WRONG.values())
    program = Program("page.md", 10, HEAD + statements)
    found = misfits(fleet, [Program("fine.py", 1, RIGHT), program])
    assert [one.line for one in found] == [*range(13, 13 + len(WRONG))]
    for one, (_, message, advice) in zip(found, WRONG.values(), strict=True):
        assert one.message == message
        said = str(one).removeprefix(f"page.md:{one.line}: ")
        for text in map(placed, advice):
            assert text in said


@pytest.mark.slow
def test_an_import_that_finds_nothing_is_reported(fleet: Client) -> None:
    texts = ("from older import Older\n", "from fleet import DeviceCode\n", "import fleet.webhooks\n")
    found = misfits(fleet, [Program(f"{at}.py", 1, text) for at, text in enumerate(texts)])
    assert [placed(one.advice[0]) for one in found] == [
        placed("write fleet, which is named after the title: {  title: Fleet}"),
        placed("clients have DeviceCode only where their document needs it: {paths:}"),
        placed("the client has no fleet.webhooks, which nothing needs: {paths:}"),
    ]


@pytest.mark.slow
def test_a_program_that_needs_a_limit_that_nobody_declares_is_reported(fleet: Client) -> None:
    text = RIGHT.replace("Fleet()", "Fleet(rate_limit=True)")
    (wrong,) = misfits(fleet, [Program("guide/limits.md", 12, text)])
    assert str(wrong).startswith("guide/limits.md:14: rate_limit=True keeps the limit of the document")
    assert "write rate_limit=RateLimit(...), or declare x-rate-limit: tests/documents/fleet.yaml:" in str(
        wrong
    )


CALL = 'fake.clusters.update.responds(503).raises(ConflictError, message="It is taken.")'


@pytest.mark.slow
def test_what_a_fake_refuses_is_reported(fleet: Client, tmp_path: Path) -> None:
    """An error has no message where the document does not declare its response."""
    fake = f"from fleet import ConflictError\n\n{CALL}\n"
    assert [*beyond_types(fleet, [Program("guide/testing.md", 20, fake)])] == []
    spec = yaml.safe_load(FLEET.read_text(encoding="utf-8"))
    spec["info"]["title"] = "Fleet without errors"
    remove_the_errors(spec)
    document = tmp_path / "fleet_without_errors.yaml"
    document.write_text(yaml.safe_dump(spec, sort_keys=False), encoding="utf-8")
    bare = make(document, tmp_path / "bare")
    (wrong,) = beyond_types(bare, [Program("guide/testing.md", 20, fake)])
    assert (wrong.line, wrong.message) == (
        22,
        "clusters.update.raises(): the document does not say where an error has its message: pass body=",
    )
    (advice,) = wrong.advice
    assert advice.startswith("write body=, or leave it out: PUT /api/v1/")
    assert re.search(r"fleet_without_errors\.yaml:\d+$", advice)


def test_every_program_of_the_repository_is_found() -> None:
    places = {program.page for program in programs()}
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*.py")} <= places
    assert "README.md" in places


@pytest.mark.slow
def test_the_command_says_how_many_it_has_looked_at() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.programs"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert re.search(rf"^{len(programs())} programs: ", done.stdout, re.MULTILINE)
    assert done.returncode == ("all fit the client" not in done.stdout)
