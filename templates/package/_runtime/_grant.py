"""Requests for access tokens, and the responses to them (RFC 6749). Nothing here does I/O."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal, TypeAlias, cast, get_args
from urllib.parse import urlencode

import httpx2
from msgspec import structs

from ..errors import APIConnectionError, APIError
from ._base_url import is_loopback
from ._device import GRANT_TYPE, Device, DeviceCode
from ._failures import may_pass
from ._operation import Operation
from ._options import is_async
from ._raising import incomplete
from ._response import Response
from ._secret import Secret
from ._security import Grants
from ._token_request import AccessToken, Applicant, TokenRequest, object_in, refusal, useless

ClientAuthentication: TypeAlias = Literal["basic", "body"]

_TOKEN = re.compile(r"[\x21-\x7e]+", re.ASCII)
_BEARER = frozenset({"bearer", "bearertoken"})
"""The types of a token; Apigee calls it the second."""
_SCOPE = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+", re.ASCII)  # RFC 6749, section 3.3
_OURS = frozenset(
    {"grant_type", "client_id", "client_secret", "refresh_token", "scope", "device_code"}
)
_SENSITIVE = re.compile("assertion|secret|password|token|key|code", re.IGNORECASE)
_EARLY = 60.0
"""Seconds before its end that a token is renewed, at most a tenth of its life."""
_LONGEST_LIFE = 365 * 24 * 3600.0

_OPERATION: Operation[None] = Operation(
    id="accessToken", method="POST", path="", successes={200: None}, repeatable=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth:
    """How the client asks for access tokens, where the API's document does not say it."""

    token_url: str | None = None
    """The URL for tokens. Default: that of the document. A relative URL is below the base URL."""
    scopes: Sequence[str] | None = None
    """The scopes to ask for; an empty sequence asks for none by name. Default: for client
    credentials all that the document lists, for a refresh token those that it was issued for."""
    client_authentication: ClientAuthentication = "basic"
    """Whether the client's id and secret are sent by HTTP basic or in the body."""
    parameters: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """Further parameters of the request, such as `audience`."""
    device_url: str | None = None
    """The URL at which the device flow begins. Default: that of the document."""
    on_device: Callable[[DeviceCode], object] | None = None
    """Called with what a person has to do to permit access, such as `print`. The client then gets
    its tokens by the device flow (RFC 8628). It must not block."""
    on_refresh_token: Callable[[str], object] | None = None
    """Called with each new refresh token, so that you can store it. It must not block."""

    def __post_init__(self) -> None:
        """Refuse values that cannot be sent.

        Raises:
            TypeError: A value has the wrong type.
            ValueError: A value is invalid.
        """
        if self.client_authentication not in get_args(ClientAuthentication):
            raise ValueError(
                f"client_authentication must be 'basic' or 'body': {self.client_authentication!r}"
            )
        if isinstance(self.scopes, str):
            raise TypeError("scopes must be a sequence of str, not str")
        for scope in self.scopes or ():
            if not _SCOPE.fullmatch(scope):
                raise ValueError(f"a scope cannot be sent: {scope!r} (RFC 6749 section 3.3)")
        for name in ("on_device", "on_refresh_token"):
            given = getattr(self, name)
            if given is not None and (not callable(given) or is_async(given)):
                raise TypeError(f"{name} must be a function that is not async: {given!r}")
        if ours := sorted(_OURS.intersection(self.parameters)):
            raise ValueError(f"parameters must not contain {ours[0]!r}, which the client sets")


def advance(
    steps: Generator[TokenRequest | float, Response | None, AccessToken],
    outcome: Response | APIConnectionError | None = None,
) -> TokenRequest | float | AccessToken:
    """Give `Grant.steps` the result of its request, and return its next step.

    The last step is the token.

    Raises:
        APIError: No token is granted, or there is no connection.
    """
    try:
        if isinstance(outcome, APIConnectionError):
            return steps.throw(outcome)
        return steps.send(outcome)
    except StopIteration as end:
        token: AccessToken = end.value
        return token


class Grant:
    """What a client asks an authorization server for."""

    def __init__(
        self,
        grants: Grants,
        oauth: OAuth | None,
        *,
        refreshes: bool,
        base_url: str,
        allow_insecure_http: bool,
    ) -> None:
        """Choose the URL and the scopes.

        Raises:
            ValueError: The URL is not safe.
        """
        oauth = oauth or OAuth()
        by_device = oauth.on_device is not None
        url = grants.refresh_url if refreshes else grants.token_url
        if by_device:
            url = grants.device_token_url or grants.refresh_url
        url = oauth.token_url or url or ""
        self._url = _token_url(url, base_url, allow_insecure_http=allow_insecure_http)
        self._device_url = ""
        if by_device:
            url = oauth.device_url or grants.device_url or ""
            self._device_url = _token_url(
                url, base_url, "device_url", allow_insecure_http=allow_insecure_http
            )
        self._scopes = () if refreshes else grants.device_scopes if by_device else grants.scopes
        if oauth.scopes is not None:
            self._scopes = oauth.scopes
        self._oauth = oauth
        self._rotated: Secret | None = None
        """The refresh token that came with the last access token."""

    def steps(
        self, given: Mapping[str, Secret]
    ) -> Generator[TokenRequest | float, Response | None, AccessToken]:
        """The requests for a token, made with what the client was given, and the pauses between.

        Raises:
            APIStatusError: The server refused.
            APIResponseError: A response lacks what is needed.
        """
        secrets = dict(given)
        is_by_device = self._oauth.on_device is not None
        if self._rotated is not None and ("refresh_token" in secrets or is_by_device):
            secrets["refresh_token"] = self._rotated
        if not is_by_device or "refresh_token" in secrets:
            request = self._usual(secrets)
            response = _received((yield request))
            if not (is_by_device and _is_refused(response)):
                return self.token(request, response)
            self._rotated = None
        return (yield from self._by_device(secrets))

    def _by_device(
        self, secrets: Mapping[str, Secret]
    ) -> Generator[TokenRequest | float, Response | None, AccessToken]:
        started = monotonic()
        scope = {"scope": " ".join(self._scopes)} if self._scopes else {}
        response = _received((yield self._request(self._device_url, scope, secrets)))
        body, shown = object_in(response), structs.replace(response, content=b"")
        if not response.is_success:
            raise refusal(shown, body)
        device = Device.of(body)
        if device is None or self._oauth.on_device is None:
            raise useless(shown, "has no code for a device")
        self._oauth.on_device(device.shown)
        asked = {"grant_type": GRANT_TYPE, "device_code": device.secret}
        end = started + device.shown.expires_in

        def is_late() -> bool:
            return monotonic() >= end

        while True:
            yield device.interval
            request = self._request(self._url, asked, secrets)
            try:
                response = _received((yield request))
            except APIConnectionError as error:
                # The person may have permitted access already: only the end of the code ends this.
                if is_late() or not may_pass(error):
                    raise
                device.slow_down()
                continue
            said = None if response.is_success else object_in(response).get("error")
            if is_late() or not device.goes_on_after(response.status_code, said):
                return self.token(request, response)

    def _usual(self, secrets: Mapping[str, Secret]) -> TokenRequest:
        """The request of the client credentials, or of a refresh token."""
        body = {"grant_type": "client_credentials"}
        if "refresh_token" in secrets:
            refresh_token = secrets["refresh_token"].reveal()
            body = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        if self._scopes:
            body["scope"] = " ".join(self._scopes)
        return self._request(self._url, body, secrets)

    def _request(
        self, url: str, asked: Mapping[str, str], secrets: Mapping[str, Secret]
    ) -> TokenRequest:
        texts = {name: secret.reveal() for name, secret in secrets.items()}
        client_id, secret = texts["client_id"], texts.get("client_secret")
        is_basic = self._oauth.client_authentication == "basic" and secret is not None
        body = {**self._oauth.parameters, **asked}
        if not is_basic:
            body["client_id"] = client_id
            if secret is not None:
                body["client_secret"] = secret
        hidden = [body[name] for name in body if _SENSITIVE.search(name) and body[name]]
        hidden += [text for name, text in texts.items() if name != "client_id"]
        return TokenRequest(
            _OPERATION,
            url,
            {"content-type": "application/x-www-form-urlencoded"},
            urlencode(body).encode("ascii"),
            Applicant((client_id, secret) if is_basic and secret is not None else None, hidden),
            monotonic(),
        )

    def token(self, request: TokenRequest, response: Response) -> AccessToken:
        """The token of a response (RFC 6749 section 5.1).

        Raises:
            APIStatusError: The server refused.
            APIResponseError: The response has no token that can be sent.
        """
        found = self._found(request, response)
        if isinstance(found, APIError):
            raise found
        return found

    def _found(self, request: TokenRequest, response: Response) -> AccessToken | APIError:
        """The token, or the exception to raise: tracebacks may show the variables of a frame."""
        body = object_in(response)
        # Without the body: errors keep it, and it may contain tokens.
        shown = structs.replace(response, content=b"")
        if not response.is_success:
            if _is_refused(response):
                self._rotated = None
            return refusal(shown, body)
        if response.defect is not None:
            return incomplete(shown, response.defect)
        token, kind = body.get("access_token"), body.get("token_type") or "bearer"
        if not isinstance(token, str) or not _TOKEN.fullmatch(token):
            return useless(shown, "has no access token that can be sent", body)
        if not isinstance(kind, str) or kind.strip().lower() not in _BEARER:
            return useless(shown, "has a token of a type that is not supported")
        self._keep(body.get("refresh_token"))
        return AccessToken(token, _end(body.get("expires_in"), request.started))

    def _keep(self, refresh_token: object) -> None:
        if not isinstance(refresh_token, str) or not refresh_token:
            return
        if self._rotated is None or not self._rotated.is_one(refresh_token):
            self._rotated = Secret(refresh_token)
            if self._oauth.on_refresh_token is not None:
                self._oauth.on_refresh_token(refresh_token)


def _received(response: Response | None) -> Response:
    """The response to a request that was yielded."""
    if response is None:
        raise RuntimeError("a request has no response")
    return response


def _is_refused(response: Response) -> bool:
    """Whether the server refuses the grant, and has not only failed (RFC 6749 section 5.2)."""
    return response.status_code in {400, 401, 403}


def _token_url(
    written: str, base_url: str, name: str = "token_url", *, allow_insecure_http: bool
) -> str:
    """The whole URL for tokens; a relative one is below the base URL.

    Raises:
        ValueError: It is not a URL, or others could read the requests to it.
    """
    advice = f"; pass another one as oauth=OAuth({name}=...)"
    if not written:
        raise ValueError(f"the document has no URL for this{advice.replace('another one', 'one')}")
    try:
        url = httpx2.URL(f"{base_url}/").join(written)
    except (httpx2.InvalidURL, ValueError):
        raise ValueError(f"the token URL is not a URL{advice}") from None
    if url.userinfo or url.fragment:
        raise ValueError(f"the token URL must not have credentials or a fragment{advice}")
    reachable = url.host and url.scheme in {"http", "https"} and (url.port or 1) < 65536
    if "{" in written or not reachable:
        raise ValueError(f"the token URL cannot be sent to: {written!r}{advice}")
    if url.scheme == "http" and not (is_loopback(url.host) or allow_insecure_http):
        raise ValueError(
            f"the token URL sends credentials unencrypted: {written!r}; use https://{advice}"
        )
    return str(url)


def _end(expires_in: object, started: float) -> float | None:
    """When to get another token; None if the server does not say how long this one is good."""
    try:
        seconds = float(cast("float", expires_in))
    except (TypeError, ValueError, OverflowError):
        return None
    if isinstance(expires_in, bool) or not 0.0 <= seconds <= _LONGEST_LIFE:
        return None
    return started + seconds - min(_EARLY, seconds / 10)
