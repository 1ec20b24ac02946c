"""Bodies that are changed at random, and what counts as lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus import mutations
from corpus.mutations import NEW, main

FLEET = str(Path(__file__).parent.parent / "documents" / "fleet.yaml")
SENT = {"a": 1, "b": [{"c": "x"}, {"c": None}]}


@pytest.mark.parametrize(
    ("returned", "sent", "lost"),
    [
        (SENT, SENT, None),
        (SENT, SENT | {NEW: 1}, None),
        (SENT, SENT | {"known": 1}, "$.known is missing"),
        (SENT | {"known": 1}, SENT, "$.known was not sent"),
        ({"a": 2, "b": SENT["b"]}, SENT, "$.a is 2, expected 1"),
        ({"a": 1, "b": [{"c": "x"}]}, SENT, "$.b is [{'c': 'x'}], expected [{'c': 'x'}, {'c': None}]"),
        ({"a": 1, "b": [{"c": "x"}, {}]}, SENT, "$.b[1].c is missing"),
        (SENT, SENT | {"undocumented": 1}, None),
    ],
)
def test_what_counts_as_lost(returned: Any, sent: Any, lost: str | None) -> None:
    assert mutations.loss(returned, sent, SENT, SENT | {"undocumented": 1}) == lost


def test_a_client_returns_what_was_not_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([FLEET, "--count", "200"]) == 0
    assert capsys.readouterr().out.startswith("200 changes of ")


def test_what_is_lost_is_reported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.package.Package.returned", lambda *_: {"made-up": 1})

    assert main([FLEET, "--count", "8"]) == 1
    assert "$.made-up was not sent" in capsys.readouterr().out
