"""The report agrees with type checkers and with a server, for every change of a table.

A program uses everything that the old client has. Type checkers accept it with the old client; with the new
one they reject the lines that use what the report calls breaking, and no other. The old client then talks to
a server that follows the new document.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from codegen.drift.changes.comparison import Version, comparison, findings
from codegen.drift.changes.effects import Effect
from codegen.drift.changes.report import Report
from codegen.pipeline import generate, understand
from codegen.processes import deep_recursion
from tests.drift.changes.by_griffe import breakages, unreported_breakages
from tests.drift.changes.emitted import unreported
from tests.drift.changes.following import Server
from tests.drift.changes.programs import Use, program
from tests.drift.changes.table import Case, cases, document
from tests.typing.checkers import mypy, pyright

pytestmark = pytest.mark.slow

CASES = {case.number: case for case in cases()}


@dataclass(frozen=True)
class Proof:
    """Two clients, what was found about them, and the program."""

    folder: Path
    report: Report
    callers: frozenset[str]
    """The symbols that the report calls breaking for those who call."""
    readers: frozenset[str]
    uses: Mapping[int, Use]
    effects: list[Effect]
    packages: tuple[Path, Path]


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    folder = tmp_path_factory.mktemp("proof")
    versions: list[Version] = []
    for which in ("old", "new"):
        spec = folder / f"{which}.json"
        spec.write_text(json.dumps(document(which)), encoding="utf-8")
        for path, text in generate(spec).files.items():
            target = folder / which / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        with deep_recursion():
            versions.append(Version.of(understand(spec), {}))
    text, uses = program(versions[0].surface)
    for which in ("old", "new"):
        (folder / which / "uses.py").write_text(text, encoding="utf-8")
    _, effects, _ = findings(*versions)
    return Proof(
        folder,
        comparison(*versions).report,
        frozenset(_noticed_at(one) for one in effects if one.callers),
        frozenset(_noticed_at(one) for one in effects if one.readers),
        uses,
        effects,
        (folder / "old" / "proof", folder / "new" / "proof"),
    )


def _noticed_at(effect: Effect) -> str:
    """The name that programs of the old client use: not a new argument, but the method that needs it."""
    if not effect.rule.endswith(("-added", "-required")):
        return effect.symbol
    return effect.symbol.partition("(")[0] if "(" in effect.symbol else effect.symbol.rpartition(".")[0]


def test_there_are_enough_changes() -> None:
    assert len(CASES) > 120
    assert len({case.title for case in CASES.values()}) == len(CASES)


def test_every_name_that_is_gone_is_reported(proof: Proof) -> None:
    assert not unreported(*proof.packages, proof.effects)


def test_what_griffe_calls_breaking_is_reported(proof: Proof) -> None:
    found = [*breakages(*proof.packages)]
    assert len(found) > 40
    assert not unreported_breakages(found, proof.effects)


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_type_checkers_agree(proof: Proof, checker: Any) -> None:
    def rejected(which: str) -> set[int]:
        folder = proof.folder / which
        package = [*(folder / "proof").rglob("*.py")]
        if checker is pyright:
            found = pyright(folder, package)
        else:
            found = mypy(folder / "uses.py", path=folder, imported=package)
        return {line for name, line in found if name == "uses.py"}

    assert rejected("old") == set()
    lines = rejected("new")
    breaking = proof.callers | proof.readers
    unexplained = [proof.uses[line].code for line in sorted(lines) if not proof.uses[line].symbols & breaking]
    assert not unexplained, "not in the report"
    noticed = {symbol for line in lines for symbol in proof.uses[line].symbols}
    # To a type checker, a text is a sequence of texts: only the call refuses it. A time is a date, but not
    # equal to one, nor comparable.
    titles = {one: CASES[re.sub(r"\D*(\d+).*", r"\1", one)].title for one in breaking}
    unseen = {
        one
        for one, title in titles.items()
        if title.endswith("text → texts") or title == "response: date → time"
    }
    assert breaking - unseen <= noticed, "in the report, but type checkers accept it"


@pytest.fixture(scope="module")
def old_client(proof: Proof) -> Iterator[ModuleType]:
    sys.path.insert(0, str(proof.folder / "old"))
    try:
        yield importlib.import_module("proof")
    finally:
        sys.path.remove(str(proof.folder / "old"))
        for name in [one for one in sys.modules if one.partition(".")[0] == "proof"]:
            del sys.modules[name]


def test_a_server_that_follows_the_new_document_agrees(proof: Proof, old_client: ModuleType) -> None:
    broken = {number for one in proof.report.entries if one.wire for number in _numbers(one.sentences)}
    seen: dict[str, list[str]] = defaultdict(list)
    with Server(document("new")) as server:
        client = old_client.Proof(
            base_url=server.url, allow_insecure_http=True, decoding="strict", max_retries=0
        )
        for case in CASES.values():
            for reason in _calls(case, client, old_client, server):
                seen[case.number].append(reason)
    assert len(server.requests) > len(CASES)
    missing = {f"{CASES[one].title}: {seen[one][0]}" for one in seen.keys() - broken}
    assert not missing, "a call fails that the report calls harmless"
    excessive = {CASES[one].title for one in broken - seen.keys()}
    assert not excessive, "no call fails where the report says so"


def _numbers(sentences: tuple[str, ...]) -> set[str]:
    return set(re.findall(r"(?:/p|[CDvP])(\d{3})", " ".join(sentences)))


def _calls(case: Case, client: Any, package: ModuleType, server: Server) -> Iterator[str]:
    """Why calls of the old client fail."""
    if case.old is None:
        return
    resource = getattr(client, f"p{case.number}")
    (name,) = [one for one in dir(resource) if not one.startswith("_")]
    for sent in case.sent or ({},):
        for received in case.received or (None,):
            server.received = received
            try:
                getattr(resource, name)(**sent)
            except package.APIError as error:
                yield f"{sent} {received} {error!r:.200}"
