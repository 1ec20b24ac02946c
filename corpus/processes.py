"""Runs a process for each document, several at a time, with a time limit and a memory limit each.

The processes are forked from a server that has loaded all modules and nothing else. So starting one takes
milliseconds, and the memory of earlier documents does not count. A process that exceeds its limits is killed
with its children. The others are not affected.
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
"""The seconds between checks of memory use."""


Work: TypeAlias = Callable[[Job, Callable[[Outcome], None]], None]
"""The function that a process runs: `corpus.examine.examine`."""


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
    """Examine documents, largest first, and yield each outcome as soon as it is known."""
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
    """Start the server of processes. It imports modules from the same folders as this process."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["corpus.examine", "corpus.warm"])
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
        from corpus.examine import examine  # noqa: PLC0415 - the parent does not need it

        work = examine

    os.setsid()  # so that the whole group can be killed
    with open(os.devnull, "w") as nothing:  # noqa: PTH123 - discard what a client prints
        os.dup2(nothing.fileno(), 1)
    try:
        work(job, connection.send)
    except MemoryError:
        pass  # the connection ended without a last message
    finally:
        connection.close()


def _is_over(one: _Running, megabytes: int) -> bool:
    """Receive messages from the process. Return True if no more will come."""
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
    one.outcome.message = "the process was killed"
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
    """The resident memory of a process in bytes, or 0 without ``/proc``."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
