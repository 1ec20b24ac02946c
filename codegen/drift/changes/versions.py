"""Decides whether a version was raised enough for the changes (Semantic Versioning 2.0.0)."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["major", "minor", "patch", "none"]

_SEMANTIC = re.compile(r"v?(0|[1-9]\d{0,5})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:[-+.][0-9A-Za-z.+-]*)?")
_Numbers: TypeAlias = tuple[int, int, int]


def raised(version: str, verdict: Verdict) -> str:
    """The lowest version that may follow, for a verdict; empty if the version is not a semantic one.

    Before 1.0.0, a breaking change raises the second number and any other the third, as package managers
    understand such versions (clause 4 promises nothing at all).
    """
    numbers = _numbers(version)
    if numbers is None:
        return ""
    return ".".join(map(str, _next(numbers, verdict)))


def is_enough(old: str, new: str, verdict: Verdict) -> bool:
    """Whether the new version was raised enough for the verdict.

    Versions that are not semantic, such as dates, only have to differ.
    """
    if verdict == "none":
        return True
    before, after = _numbers(old), _numbers(new)
    if before is None or after is None:
        return old != new
    return after >= _next(before, verdict)


def _next(numbers: _Numbers, verdict: Verdict) -> _Numbers:
    major, minor, patch = numbers
    if verdict == "none":
        return numbers
    if major == 0:
        return (0, minor + 1, 0) if verdict == "major" else (0, minor, patch + 1)
    if verdict == "major":
        return major + 1, 0, 0
    return (major, minor + 1, 0) if verdict == "minor" else (major, minor, patch + 1)


def _numbers(version: str) -> _Numbers | None:
    match = _SEMANTIC.fullmatch(version.strip())
    if match is None or int(match[1]) >= _YEAR:
        return None
    return int(match[1]), int(match[2] or 0), int(match[3] or 0)


_YEAR = 1900
"""The least first number that is taken for a year."""
