"""Processes one document, from loading it to the last call of its client, in a process of its own."""

from __future__ import annotations

import resource
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from traceback import extract_tb

from codegen.document.failures import Unusable
from codegen.document.problems import Refused
from codegen.naming.names import name_client
from codegen.pipeline import Output, ReadOptions, generate
from corpus.call import call
from corpus.count import declared
from corpus.emitted import compared, emitted
from corpus.job import Job
from corpus.older import as_30
from corpus.original import Original
from corpus.outcome import Fate, Outcome, Refusal
from corpus.package import Package
from corpus.signatures import signatures

Tell = Callable[[Outcome], None]
_MOST_SHOWN = 200
_UNIT = 1024 if sys.platform != "darwin" else 1024**2
"""The unit of `ru_maxrss`, for conversion to megabytes."""


def examine(job: Job, tell: Tell) -> None:
    """Generate, count, compile, import and call a client. Report after each step.

    Args:
        job: The task.
        tell: Called with the outcome so far.
    """
    outcome = Outcome(document=job.name)
    try:
        output = _generated(job, outcome)
    except Exception as error:  # noqa: BLE001 - every error is reported
        outcome.message = _sentence(error)
    else:
        if output is not None:
            tell(outcome)
            _judge(output, output.files, job.folder, outcome, tell)
    tell(outcome)


def judged(output: Output, files: Mapping[str, str], folder: Path) -> Outcome:
    """The outcome for a client whose written files differ from the generated ones."""
    outcome = Outcome(document="", fate=Fate.WHOLE)
    _judge(output, files, folder, outcome, lambda _: None)
    return outcome


def _sentence(error: Exception) -> str:
    last = extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}: {error!r:.300}"


def _generated(job: Job, outcome: Outcome) -> Output | None:
    started = time.perf_counter()
    try:
        output = generate(job.document, ReadOptions(tolerate=job.tolerated))
    except Refused as refused:
        outcome.fate = Fate.REFUSED
        outcome.refusals = _refusals(refused)
        return None
    except Unusable as error:
        outcome.fate = Fate.REFUSED
        outcome.refusals = [Refusal("unusable", job.name, str(error))]
        return None
    finally:
        outcome.seconds = time.perf_counter() - started
        outcome.megabytes = (
            max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
            / _UNIT
        )
    outcome.fate = Fate.WHOLE
    outcome.tolerated = dict(Counter(problem.rule for problem in output.tolerated))
    return output


def _refusals(refused: Refused) -> list[Refusal]:
    source = refused.source
    found: list[Refusal] = []
    for problem in refused.problems:
        place = ""
        if source is not None and len(found) < _MOST_SHOWN:
            where = source.place(problem.where, problem.on)
            place = f"{Path(source.file(where).name).name}:{where.line}:{where.column}"
        found.append(Refusal(problem.rule, place, problem.message[:300]))
    return found


def _judge(output: Output, files: Mapping[str, str], folder: Path, outcome: Outcome, tell: Tell) -> None:
    original = Original(as_30(output.root))
    names = name_client(output.api)
    package = names.distribution.package
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    outcome.package = f"{folder.name}/{package}"
    outcome.compiles = outcome.imports = False
    try:
        _compile(files)
        outcome.compiles = True
        _count(original, files, outcome)
        tell(outcome)
        module = Package(folder, package)
        outcome.imports = True
        tell(outcome)
        started = time.perf_counter()
        called = call(original, module, names.distribution.client, dict(signatures(output.api, names)))
    except Exception as error:  # noqa: BLE001 - every error is reported
        outcome.message = _sentence(error)
        return
    outcome.calling_seconds = time.perf_counter() - started
    outcome.callable, outcome.calls = called.callable, called.calls
    outcome.failures, outcome.unmade = called.failures[:_MOST_SHOWN], called.unmade[:_MOST_SHOWN]


def _count(original: Original, files: Mapping[str, str], outcome: Outcome) -> None:
    wanted = declared(original)
    operations, schemas = compared(wanted, emitted(files))
    outcome.operations_in, outcome.schemas_in = len(wanted.operations), len(wanted.schemas)
    outcome.operations_out = len(wanted.operations) - len(operations)
    outcome.schemas_out = len(wanted.schemas) - len(schemas)
    outcome.lost = [*operations, *(f"schema {schema}" for schema in schemas)]


def _compile(files: Mapping[str, str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path, text in files.items():
            if path.endswith(".py"):
                compile(text, path, "exec")
