"""`explain` knows everything that a user of a client meets, whether it comes from the document or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changes.emitted import names_in
from tests.conftest import ROOT
from tests.drift.test_explain import GOLDENS, explained


@pytest.mark.parametrize("case", GOLDENS)
def test_every_name_that_programs_can_use_is_known(case: Path) -> None:
    """The names are read from the files of the client by another reader."""
    client = explained(case)
    (package,) = (path.parent for path in (case / "expected").glob("*/__init__.py"))
    names = {name.removesuffix("=!)").removesuffix("=)").replace("(", ".") for name in names_in(package)}
    files = [path for path in map(Path, client.output.files) if path.suffix == ".py"]
    modules = {".".join(path.with_suffix("").parts) for path in files}
    modules = {name.removesuffix(".__init__") for name in modules if name.startswith(f"{package.name}.")}
    assert not [one for one in sorted(names | modules) if not client.ask(one)[1]]


@pytest.mark.parametrize(
    ("question", "kind", "place"),
    [
        ("CREDENTIALS_LOG", "function", "_runtime/_log.py"),
        ("Retry-After", "function", "_runtime/_retry_after.py"),
        ("idempotency-key", "value", "_runtime/_call.py"),
        ("HTTPS_PROXY", "function", "_runtime/_pool.py"),
        ("client.timeout", "option of the client", "_runtime/_settings.py"),
        ("Credentials.max_retries", "option of the client", "_runtime/_settings.py"),
        ("AsyncCredentials.http_client", "option of the client", "_runtime/_settings.py"),
        ("on_drift", "option of the client", "_runtime/_settings.py"),
        ("UNSET", "value", "credentials/__init__.py"),
        ("credentials", "package", "credentials/__init__.py"),
        ("errors", "module", "credentials/errors.py"),
        ("FakeCredentials", "class", "testing/__init__.py"),
        ("fake.client", "value", "testing/__init__.py"),
    ],
)
def test_what_users_meet_beside_the_document(question: str, kind: str, place: str) -> None:
    client = explained(ROOT / "tests" / "cases" / "credentials")
    found, told = client.ask(question)
    assert not found.is_ambiguous
    assert any(one.file.endswith(place) for one in told), told
    assert kind in {one.kind for one in told}
