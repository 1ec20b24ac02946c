"""``python -m corpus``: what it prints and writes, and its exit code."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.checkers import sample
from corpus.outcome import Outcome
from tests.command_line import run_in
from tests.conftest import ROOT
from tests.corpus.conftest import SHOP

pytestmark = pytest.mark.slow


def corpus(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "corpus", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, cwd=ROOT)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    (folder / "below").mkdir(parents=True)
    shutil.copy(SHOP, folder / "below/shop.yml")
    (folder / "notes.md").write_text("not a document")
    return folder


def test_documents_that_become_whole_clients(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = corpus(folder, "--report", report)
    assert done.returncode == 0, done.stdout + done.stderr
    row = next(line for line in done.stdout.splitlines() if line.startswith("below/shop.yml"))
    assert row.split()[1:3] == ["3/3", "4/4"]
    assert row.split()[5:] == ["yes", "yes", "0", "0", "3/3"]
    assert "all complete" in done.stdout
    assert "[1/1] below/shop.yml" in done.stderr
    told = json.loads(report.read_text())
    (document,) = told["documents"]
    assert document["document"] == "below/shop.yml"
    assert document["seconds"] > 0
    assert document["megabytes"] > 10
    assert told["totals"]["callable"] == told["totals"]["operations"] == 3


def test_documents_that_fall_short(folder: Path, tmp_path: Path) -> None:
    (folder / "swagger.json").write_text('{"swagger": "1.2"}')
    (folder / "broken.yaml").write_text("openapi: [")
    report = tmp_path / "report.json"
    done = corpus(folder, "--types", "none", "--jobs", "2", "--report", report)
    assert done.returncode == 1
    assert "refused: version 1" in done.stdout
    assert "refused by syntax: 1 documents, 1 problems (the document breaks the standard)" in done.stdout
    assert "2 incomplete" in done.stdout
    told = json.loads(report.read_text())
    assert told["refusals"]["version"] == {"problems": 1, "documents": 1, "ours": False}
    (refusal,) = next(one for one in told["documents"] if one["document"] == "swagger.json")["refusals"]
    assert refusal["place"] == "swagger.json:1:13"


def test_a_client_with_errors_of_types_falls_short(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpus import checkers
    from corpus.outcome import Fate, Outcome

    outcome = Outcome(
        document="shop", fate=Fate.WHOLE, package="d0/shop", compiles=True, imports=True, callable=0
    )
    package = folder / "d0/shop"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("def twice(x: int) -> str:\n    return x\n")
    (package / "py.typed").touch()
    assert not outcome.falls_short
    checkers.check([outcome], folder)
    assert (outcome.mypy, outcome.pyright) == (1, 1)
    assert outcome.falls_short


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere",),
        (".", "--jobs", "0"),
        (".", "--types", "some"),
        (".", "--megabytes", "many"),
        (".", "--tolerate", "nothing"),
        (),
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = run_in(ROOT, arguments, main)
    assert done.returncode == 2
    assert done.stderr


def test_tolerated_problems_are_reported(folder: Path) -> None:
    shop = folder / "below/shop.yml"
    text = shop.read_text() + "servers: 1\n"
    shop.write_text(text)
    assert "refused: wrong-type 1" in corpus(folder, "--types", "none").stdout
    report = folder.parent / "report.json"
    done = corpus(folder, "--types", "none", "--tolerate", "wrong-type", "--report", report)
    assert done.returncode == 0
    assert "tolerated: wrong-type 1" in done.stdout
    assert "tolerated: wrong-type: 1 documents, 1 problems" in done.stdout
    written = json.loads(report.read_text())
    assert written["documents"][0]["tolerated"] == {"wrong-type": 1}
    assert written["tolerated"] == {"wrong-type": {"problems": 1, "documents": 1}}


def test_a_folder_without_documents(tmp_path: Path) -> None:
    done = run_in(ROOT, [str(tmp_path)], main)
    assert done.returncode == 2
    assert "contains no .yaml, .yml or .json file" in done.stderr


def test_a_sample_has_all_sizes_but_those_that_checkers_cannot_take() -> None:
    sizes = [*range(1, 100), 1500, 1501, 20_000]
    outcomes = [Outcome(document=str(size), operations_in=size) for size in sizes]
    sampled = [one.operations_in for one in sample(outcomes)]
    assert len(sampled) == 12
    assert (max(sampled), min(sampled) < 15) == (1500, True)
