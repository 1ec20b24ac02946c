"""Each document has a process of its own: what one does to itself does not reach the others."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from corpus.job import Job
from corpus.outcome import Fate, Outcome
from corpus.processes import examined
from tests.corpus.works import work


def outcomes(folder: Path, *texts: str, seconds: float = 20, megabytes: int = 300) -> dict[str, Outcome]:
    jobs = []
    for number, text in enumerate(texts):
        out = folder / f"out{number}"
        out.mkdir()
        document = folder / f"{number}.yaml"
        document.write_text(text)
        jobs.append(Job(document, text, out))
    found = examined(jobs, at_once=2, seconds=seconds, megabytes=megabytes, work=work)
    return {outcome.document: outcome for outcome in found}


@pytest.mark.parametrize(
    ("text", "fate", "message"),
    [
        ("die", Fate.CRASHED, "the process ended with SIGSEGV"),
        ("exit", Fate.CRASHED, "the process ended with exit code 3"),
        ("eat", Fate.OVER_MEMORY, "the process was killed"),
        ("sleep", Fate.OVER_TIME, "the process was killed"),
    ],
)
def test_one_that_fails_leaves_what_it_told_and_the_others(
    tmp_path: Path, text: str, fate: Fate, message: str
) -> None:
    found = outcomes(tmp_path, "fine", text, "fine too", seconds=3)
    assert (found[text].fate, found[text].message) == (fate, message)
    assert (found[text].operations_in, found[text].operations_out) == (1, 0)
    assert found[text].falls_short
    for other in ("fine", "fine too"):
        assert (found[other].fate, found[other].operations_out) == (Fate.WHOLE, 1)


def test_what_a_process_started_ends_with_it(tmp_path: Path) -> None:
    (outcome,) = outcomes(tmp_path, "sleep-below", seconds=2).values()
    assert outcome.fate is Fate.OVER_TIME
    pid = (tmp_path / "out0" / "pid").read_text()
    for _ in range(50):
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists() or ") Z" in stat.read_text():
            return
        time.sleep(0.1)
    pytest.fail("the child of the process is still there")


def test_a_process_may_have_others(tmp_path: Path) -> None:
    (outcome,) = outcomes(tmp_path, "fork").values()
    assert (outcome.fate, outcome.operations_out) == (Fate.WHOLE, 1)
