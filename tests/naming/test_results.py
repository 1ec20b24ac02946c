"""The names of variables in samples."""

from __future__ import annotations

import pytest

from codegen.naming.results import name_item


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("clusters", "cluster"),
        ("api_tokens", "api_token"),
        ("imports", "item"),  # a keyword
        ("lists", "item"),  # a builtin
        ("clients", "item"),  # taken
        ("news", "item"),
        ("result", "item"),
    ],
)
def test_an_item_of_a_list(several: str, one: str) -> None:
    assert name_item(several) == one
