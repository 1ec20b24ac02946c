"""The examples in the pages of the client: there is one for each method, and each runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clients import Client
from tests.snippets import assert_examples_run


def test_each_method_has_an_example_that_runs(
    generated: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_examples_run(generated)
