"""A credential is hidden wherever a text shows it; the rest of the text stays readable."""

from __future__ import annotations

import pytest
from package._runtime._secret import Secret


@pytest.mark.parametrize(
    ("secret", "text", "shown"),
    [
        ("t", "the token t was not accepted: invalid_token", "the token *** was not accepted: invalid_token"),
        ("token", "invalid_token, tokens, token", "invalid_token, tokens, ***"),
        ("a.b", 'key="a.b"&x=a.b, aab', 'key="***"&x=***, aab'),
        ("sesame", "Bearer sesame", "Bearer ***"),
        ("5ec12e7-long", "x5ec12e7-longx", "x***x"),
    ],
)
def test_a_short_one_is_hidden_as_a_word_only(secret: str, text: str, shown: str) -> None:
    assert Secret(secret).hidden_in(text) == shown
