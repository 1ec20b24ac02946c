"""Signatures of requests: the argument of `sign=` functions, and the handling of their results."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from inspect import isawaitable
from typing import Any

import httpx2

from ..middleware import HTTPRequest
from ._call import Call
from ._content import FRAMING, Streamed
from ._deadline import DeadlinePassed, aside, async_aside
from ._options import check_headers, is_async
from ._parameters import header_value
from ._redirect import Target
from ._secret import Covered, Credentials

_PLAIN = re.compile(r"date|time|algorithm|signed-?headers", re.IGNORECASE)
"""Names whose values are not secret, and that servers repeat in error messages."""
_FIXED = ("operation", "template", "method", "content", "is_streamed", "attempt")


class _Signed(Covered):
    """Hides the signature of a request, and its credentials."""

    __slots__ = ("_inner", "renewable")

    def __init__(self, inner: Credentials | None, texts: Iterable[str]) -> None:
        super().__init__(texts)
        self._inner = inner
        self.renewable = inner is not None and inner.renewable

    def sign(self, url: httpx2.URL, headers: dict[str, str]) -> httpx2.URL:
        del headers
        return url

    def is_one(self, text: str) -> bool:
        return super().is_one(text) or (self._inner is not None and self._inner.is_one(text))

    def is_within(self, text: str) -> bool:
        return super().is_within(text) or (self._inner is not None and self._inner.is_within(text))

    def hidden_in(self, text: str) -> str:
        text = super().hidden_in(text)
        return text if self._inner is None else self._inner.hidden_in(text)


def sign(
    function: Callable[[HTTPRequest], object], call: Call[Any], request: httpx2.Request
) -> None:
    """Sign an attempt. The function runs in a thread of its own, within the deadline.

    Raises:
        DeadlinePassed: It takes too long.
        Exception: It raised that, or did not return a signed request.
    """
    shown = _shown(call, request)
    with _faults_of(call):
        _add(call, request, shown, aside(partial(function, shown), call.remaining()))


async def async_sign(
    function: Callable[[HTTPRequest], object], call: Call[Any], request: httpx2.Request
) -> None:
    """Sign an attempt. An async function is awaited, any other runs in a thread of its own.

    Raises:
        Exception: It raised that, or did not return a signed request.
    """
    shown = _shown(call, request)
    with _faults_of(call):
        returned = (
            function(shown) if is_async(function) else await async_aside(partial(function, shown))
        )
        signed: object = await returned if isawaitable(returned) else returned
        _add(call, request, shown, signed)


@contextmanager
def _faults_of(call: Call[Any]) -> Generator[None]:
    """Let a call raise the exceptions of the caller's function, without retrying."""
    try:
        yield
    except DeadlinePassed:
        raise
    except Exception as error:
        call.fault = error
        raise


def _shown(call: Call[Any], request: httpx2.Request) -> HTTPRequest:
    """The request as it is sent."""
    return HTTPRequest(
        operation=call.request.operation.id,
        template=call.request.template,
        method=request.method,
        url=httpx2.URL.__str__(request.url),
        headers={name: request.headers[name] for name in request.headers},
        content=call.sent if isinstance(call.sent, bytes) else None,
        is_streamed=isinstance(call.sent, Streamed),
        attempt=call.retry.attempts,
    )


def _add(call: Call[Any], request: httpx2.Request, shown: HTTPRequest, signed: object) -> None:
    """Give a request the headers and the query of its signed copy.

    Raises:
        TypeError: It is not a request.
        ValueError: Something is changed that is not for a signature to change.
    """
    if not isinstance(signed, HTTPRequest):
        raise TypeError(f"sign must return an HTTPRequest, not {type(signed).__name__}")
    for name in _FIXED:
        if getattr(shown, name) != getattr(signed, name):
            raise ValueError(f"sign cannot change the {name} of a request")
    if shown.url.partition("?")[0] != signed.url.partition("?")[0] or "#" in signed.url:
        raise ValueError("sign cannot change the URL of a request, except its query")
    check_headers("headers", signed.headers)
    headers = {name.lower(): text for name, text in signed.headers.items()}
    added = {name: text for name, text in headers.items() if shown.headers.get(name) != text}
    for name in shown.headers.keys() - headers.keys() - FRAMING:
        del request.headers[name]
    for name, text in added.items():
        request.headers[name] = header_value(name, text)
    if signed.url != shown.url:
        request.url = Target(signed.url)  # shown without its query
        before = httpx2.URL(shown.url).params.multi_items()
        added |= dict(pair for pair in request.url.params.multi_items() if pair not in before)
    call.secrets = _Signed(call.secrets, _texts(added))


def _texts(added: Mapping[str, str]) -> Iterator[str]:
    """The texts to hide: each value, and the signature alone if it is the last part of one."""
    for name, text in added.items():
        if not _PLAIN.search(name):
            yield from {text, re.split(r"[\s,;=]", text.rstrip("="))[-1]} - {""}
