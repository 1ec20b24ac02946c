"""The client has what `spec/openapi.yaml` says, and nothing more; found without the generator.

The document and the package are each written down as facts, and the facts must be the same.
"""

from __future__ import annotations

import pytest
import yaml

from tests.clients import Client
from tests.conftest import ROOT
from tests.facts import document, package


@pytest.mark.parametrize("kind", [0, 1], ids=["sync", "async"])
def test_the_client_has_what_the_document_says_and_nothing_more(generated: Client, kind: int) -> None:
    wanted = document.facts(yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8")))
    found = package.facts(generated.module, generated.classes()[kind], generated.signatures)
    told = {name: (wanted.get(name), found.get(name)) for name in document.differences(wanted, found)}
    assert told == {}
