"""The messages of errors: one line, of a limited length."""

from __future__ import annotations

from http import HTTPStatus

from ._facts import Envelope
from ._redirect import without_query

_LONGEST_LINE = 1000
_LONGEST_SNIPPET = 200


def sentence(
    status_code: int,
    envelope: Envelope[object],
    text: str | None,
    location: str | None = None,
    redirects: int = 0,
) -> str:
    """The message for a status that is not a success: its code and message, else its text.

    Args:
        status_code: The status.
        envelope: The code and message in the body.
        text: The body, if it has neither a code nor a message.
        location: The target of a redirect.
        redirects: How many redirects were followed before.
    """
    if envelope.code or envelope.message:
        parts = [part for part in (envelope.code, envelope.message) if part]
        return f"{status_code} {': '.join(parts)}"
    status = f"{status_code} {_reason(status_code)}".rstrip()
    if 300 <= status_code < 400 and location:
        followed = f" after {redirects} redirects" if redirects else ""
        return f"{status}: redirect to {without_query(location)} not followed{followed}"
    return f"{status}: {text[:_LONGEST_SNIPPET]}" if text else status


def _reason(status_code: int) -> str:
    """The standard phrase for a status, or an empty string. The server's own is not repeated."""
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return ""


def one_line(text: str) -> str:
    """Escape line breaks and control characters, and limit the length."""
    if len(text) > _LONGEST_LINE:
        text = f"{text[: _LONGEST_LINE - 3]}..."
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else repr(character)[1:-1] for character in text
    )
