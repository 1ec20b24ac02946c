"""Golden cases: what comes out of a document, byte for byte, and what is said of one that is refused.

That the output works is shown by ``test_calls.py`` in the folder of each case;
``test_types.py`` checks its types.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generate import main
from tests.accept import CASES, expected, rendered
from tests.clients import output_of

ROOT = Path(__file__).parent.parent
REFUSALS = sorted((ROOT / "tests/cases/refusals").iterdir())
READINGS = sorted((ROOT / "tests/cases/readings").iterdir())


def name(case: Path) -> str:
    return case.name


@pytest.mark.whole
@pytest.mark.parametrize("case", CASES, ids=name)
def test_a_document_gives_what_is_expected(case: Path) -> None:
    actual = rendered(dict(output_of(case / "openapi.yaml").files))
    wanted = expected(case)
    assert actual.keys() == wanted.keys()
    for path, text in actual.items():
        assert text == wanted[path], f"{path}: if this is meant, python -m tests.accept {case.name}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_each_case_is_called(case: Path) -> None:
    assert "(client, " in (case / "test_calls.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", REFUSALS, ids=name)
def test_a_refusal_says_all_that_is_wrong_and_writes_nothing(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    monkeypatch.chdir(case)
    assert main(["--spec", "openapi.yaml", "--out", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    reported = printed.err.replace(str(tmp_path), "client")
    assert reported == (case / "problems.txt").read_text(encoding="utf-8")
    assert printed.out == ""
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"kept.txt": "kept"}


@pytest.mark.parametrize("case", READINGS, ids=name)
def test_mistakes_with_one_meaning_are_read_and_reported(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(case)
    assert main(["--spec", "openapi.yaml", "--out", str(tmp_path / "client")]) == 0
    reported, _, _ = capsys.readouterr().out.partition("set `x-generate:")
    assert reported == (case / "report.txt").read_text(encoding="utf-8")
