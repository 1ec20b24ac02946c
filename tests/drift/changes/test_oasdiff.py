"""The table of oasdiff's rules in the documentation names rules that exist, or a reason."""

from __future__ import annotations

import re

import pytest

from codegen.drift.changes.effects import EFFECTS
from codegen.drift.changes.rules import RULES
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "oasdiff.md").read_text(encoding="utf-8")
ROWS = [tuple(line.strip("| ").split(" | ", 1)) for line in PAGE.splitlines() if line.startswith("| `")]
PATTERN = re.compile(r"[a-z*{][a-z,*{}-]*[a-z*}]")
NOT_OURS = {"x-sunset", "x-stability-level", "contains", "allOf"}
"""Names in reasons that are no rules: extensions and keywords."""


_RULES = {*RULES, *(f"python-{rule}" for rule in EFFECTS)}
"""The rules that reports name: those of the wire, and those of the client."""


def exists(name: str) -> bool:
    """Whether a name, with `...` for any text, is that of a rule."""
    pattern = re.escape(name).replace(re.escape("..."), "[a-z-]+")
    return any(re.fullmatch(pattern, rule) for rule in _RULES)


@pytest.mark.parametrize(("theirs", "ours"), ROWS, ids=[theirs[:50] for theirs, _ in ROWS])
def test_each_row_names_a_rule_that_exists_or_a_reason(theirs: str, ours: str) -> None:
    for pattern in theirs.replace("`", "").split(", "):
        assert PATTERN.fullmatch(pattern), pattern
        assert pattern.count("{") == pattern.count("}")
    named = [name for name in re.findall(r"`([^`]+)`", ours) if not name.startswith("--")]
    for name in set(named) - NOT_OURS:
        assert exists(name), f"{name} is no rule of `changes`"
    if not set(named) - NOT_OURS:
        assert re.match(r"(none|the same)\b.* (?:\S+ ){4}|the verdict", ours), "neither a rule nor a reason"


def test_no_pattern_is_there_twice() -> None:
    patterns = [one for theirs, _ in ROWS for one in theirs.replace("`", "").split(", ")]
    assert len(patterns) == len(set(patterns))
    assert len(ROWS) > 40


@pytest.mark.parametrize("name", ["property-removd", "python-nothing", "no-such-..."])
def test_a_name_that_is_no_rule_is_noticed(name: str) -> None:
    assert not exists(name)
