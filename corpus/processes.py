"""A process for each document, several at a time, each with a time and an amount of memory of its own.

They are forked from a server that has all modules loaded and nothing else, so that starting one takes
milliseconds and the memory of one is not that of those before it. A process that takes more than its share
is killed, with all that it started; the others do not notice.
"""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import TypeAlias

from corpus.job import Job
from corpus.outcome import Fate, Outcome

_LOOK_EVERY = 0.1
"""Seconds between looks at how much memory is held."""


Work: TypeAlias = Callable[[Job, Callable[[Outcome], None]], None]
"""What a process does: `corpus.examine.examine`."""


@dataclass(slots=True)
class _Running:
    job: Job
    process: ForkServerProcess
    connection: Connection
    deadline: float
    outcome: Outcome


def examined(
    jobs: Sequence[Job], *, at_once: int, seconds: float, megabytes: int, work: Work | None = None
) -> Iterator[Outcome]:
    """Examine documents, the largest first, and yield what came of each as it is known."""
    context = _context()
    pending = deque(sorted(jobs, key=lambda job: -job.document.stat().st_size))
    running: list[_Running] = []
    try:
        while pending or running:
            while pending and len(running) < at_once:
                job = pending.popleft()
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(work, job, theirs), daemon=False)
                process.start()
                theirs.close()
                outcome = Outcome(document=job.name, message="the process died")
                running.append(_Running(job, process, ours, time.monotonic() + seconds, outcome))
            wait([one.connection for one in running], timeout=_LOOK_EVERY)
            for one in [*running]:
                if _is_over(one, megabytes):
                    running.remove(one)
                    yield one.outcome
    finally:
        for one in running:
            _kill(one)


def _context() -> ForkServerContext:
    """The server of processes, running; it finds modules where this one is, wherever it was called."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["corpus.examine"])
    theirs = {"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONSAFEPATH": "1"}
    ours = {name: os.environ.get(name) for name in theirs}
    os.environ.update(theirs)
    try:
        forkserver.ensure_running()
    finally:
        for name, value in ours.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value
    return context


def _work(work: Work | None, job: Job, connection: Connection) -> None:
    """Run in the process of a document."""
    if work is None:
        from corpus.examine import examine  # noqa: PLC0415 - not in the parent, which has no use for it

        work = examine

    os.setsid()  # so that whatever it starts can be killed with it
    with open(os.devnull, "w") as nothing:  # noqa: PTH123 - what a client prints is not ours
        os.dup2(nothing.fileno(), 1)
    try:
        work(job, connection.send)
    except MemoryError:
        pass  # the connection ends without a last word
    finally:
        connection.close()


def _is_over(one: _Running, megabytes: int) -> bool:
    """Take in what the process has said; True when nothing more will come."""
    try:
        while one.connection.poll():
            one.outcome = one.connection.recv()
    except EOFError:
        one.process.join()
        if code := one.process.exitcode:
            one.outcome.fate = Fate.CRASHED
            one.outcome.message = f"the process ended with {_exit(code)}"
        one.connection.close()
        if one.outcome.megabytes > megabytes:
            one.outcome.fate = Fate.OVER_MEMORY
        return True
    if time.monotonic() > one.deadline:
        one.outcome.fate = Fate.OVER_TIME
    elif _held(one.process.pid) > megabytes * 1024**2:
        one.outcome.fate = Fate.OVER_MEMORY
    else:
        return False
    one.outcome.message = "it was stopped"
    _kill(one)
    return True


def _kill(one: _Running) -> None:
    if one.process.pid is not None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(one.process.pid, signal.SIGKILL)
    one.process.kill()
    one.process.join()
    one.connection.close()


def _exit(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _held(pid: int | None) -> int:
    """The bytes of a process that are in memory; nothing is known where there is no ``/proc``."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
