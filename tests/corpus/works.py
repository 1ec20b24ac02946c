"""What the processes of the tests do instead of examining a document."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from corpus.job import Job
from corpus.outcome import Fate, Outcome


def work(job: Job, tell: Callable[[Outcome], None]) -> None:
    """Do what the document says."""
    outcome = Outcome(document=job.name, fate=Fate.WHOLE, operations_in=1)
    tell(outcome)
    match job.document.read_text().split():
        case ["sleep"]:
            time.sleep(5000)
        case ["sleep-below"]:
            command = [sys.executable, "-c", "import time; time.sleep(5000)"]
            with subprocess.Popen(command) as process:
                (job.folder / "pid").write_text(str(process.pid))
        case ["fork"]:  # as the generator does for large documents
            child = multiprocessing.get_context("fork").Process(target=time.sleep, args=(0,))
            child.start()
            child.join()
        case ["eat"]:
            held = bytearray(400 * 1024**2)
            held[:: os.sysconf("SC_PAGE_SIZE")] = b"x" * len(held[:: os.sysconf("SC_PAGE_SIZE")])
            time.sleep(5000)
        case ["die"]:
            os.kill(os.getpid(), signal.SIGSEGV)
        case ["raise"]:
            raise MemoryError
        case ["exit"]:
            os._exit(3)
    outcome.operations_out = 1
    tell(outcome)
