"""Each document has a process of its own: what one does to itself does not reach the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.job import Job
from corpus.outcome import Fate, Outcome
from corpus.processes import examined
from tests.corpus.works import work

pytestmark = pytest.mark.slow


class Clock:
    """The seconds of the limit: none pass until a test lets them, however long it all takes."""

    def __init__(self) -> None:
        self.is_over: Callable[[], bool] = bool

    def monotonic(self) -> float:
        return 1e6 if self.is_over() else 0.0


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("corpus.processes.time", clock)
    return clock


def started(folder: Path, *texts: str) -> Iterator[Outcome]:
    jobs = []
    for number, text in enumerate(texts):
        out = folder / f"out{number}"
        out.mkdir()
        document = folder / f"{number}.yaml"
        document.write_text(text)
        jobs.append(Job(document, text, out))
    return examined(jobs, at_once=2, seconds=20, megabytes=300, work=work)


@pytest.mark.parametrize(
    ("text", "fate", "message"),
    [
        ("die", Fate.CRASHED, "the process ended with SIGSEGV"),
        ("exit", Fate.CRASHED, "the process ended with exit code 3"),
        ("eat", Fate.OVER_MEMORY, "the process was killed"),
        ("sleep", Fate.OVER_TIME, "the process was killed"),
    ],
)
def test_a_failing_process_keeps_its_output_and_the_other_processes(
    tmp_path: Path, text: str, fate: Fate, message: str, clock: Clock
) -> None:
    found: dict[str, Outcome] = {}
    clock.is_over = lambda: {"fine", "fine too"} <= found.keys() and text == "sleep"
    for outcome in started(tmp_path, "fine", text, "fine too"):
        found[outcome.document] = outcome
    assert (found[text].fate, found[text].message) == (fate, message)
    assert (found[text].operations_in, found[text].operations_out) == (1, 0)
    assert found[text].falls_short
    for other in ("fine", "fine too"):
        assert (found[other].fate, found[other].operations_out) == (Fate.WHOLE, 1)


def test_what_a_process_started_ends_with_it(tmp_path: Path, clock: Clock) -> None:
    number = tmp_path / "out0" / "pid"
    clock.is_over = lambda: number.exists() and number.read_text() != ""
    (outcome,) = started(tmp_path, "sleep-below")
    assert outcome.fate is Fate.OVER_TIME
    stat = Path(f"/proc/{number.read_text()}/stat")
    for _ in range(600):
        if not stat.exists() or ") Z" in stat.read_text():
            return
        time.sleep(0.1)
    pytest.fail("the child of the process is still there")


def test_a_process_may_have_others(tmp_path: Path) -> None:
    (outcome,) = started(tmp_path, "fork")
    assert (outcome.fate, outcome.operations_out) == (Fate.WHOLE, 1)
