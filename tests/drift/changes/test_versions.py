"""The version that a report asks for."""

from __future__ import annotations

import pytest

from codegen.drift.changes.versions import Verdict, is_enough, raised


@pytest.mark.parametrize(
    ("version", "verdict", "expected"),
    [
        ("1.4.2", "major", "2.0.0"),
        ("1.4.2", "minor", "1.5.0"),
        ("1.4.2", "patch", "1.4.3"),
        ("1.4.2", "none", "1.4.2"),
        ("0.4.2", "major", "0.5.0"),
        ("0.4.2", "minor", "0.4.3"),
        ("v3", "major", "4.0.0"),
        ("2.1", "minor", "2.2.0"),
        ("1.0.0-beta.2", "major", "2.0.0"),
        ("2024-10-01", "major", ""),
        ("20240821.0", "major", ""),
        ("latest", "patch", ""),
        ("", "patch", ""),
    ],
)
def test_a_verdict_raises_a_version(version: str, verdict: Verdict, expected: str) -> None:
    assert raised(version, verdict) == expected


@pytest.mark.parametrize(
    ("old", "new", "verdict", "expected"),
    [
        ("1.4.2", "2.0.0", "major", True),
        ("1.4.2", "1.5.0", "major", False),
        ("1.4.2", "3.1.0", "major", True),
        ("1.4.2", "1.4.2", "none", True),
        ("1.4.2", "1.4.2", "patch", False),
        ("1.4.2", "1.4.1", "patch", False),
        ("0.4.2", "0.5.0", "major", True),
        ("0.4.2", "1.0.0", "major", True),
        ("2024-10", "2025-10", "major", True),
        ("2024-10", "2024-10", "major", False),
        ("2024-10", "2024-10", "none", True),
    ],
)
def test_a_version_is_raised_enough_or_not(old: str, new: str, verdict: Verdict, *, expected: bool) -> None:
    assert is_enough(old, new, verdict) is expected
