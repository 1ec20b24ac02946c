"""The device flow (RFC 8628): a person permits access in a browser, perhaps on another device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

GRANT_TYPE = "urn:ietf:params:oauth:grant-type:device_code"
_INTERVAL = 5.0
"""Seconds between two requests, and those added when the server asks to slow down (section 3.5)."""
_LONGEST_LIFE = 3600.0
_LONGEST_INTERVAL = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceCode:
    """What a person has to do to permit access: show it to them.

    They open `verification_uri` and type `user_code`, or open `verification_uri_complete`.
    """

    user_code: str
    verification_uri: str
    verification_uri_complete: str | None = None
    """The same URL with the code in it, for a link or a QR code; None if the server has none."""
    expires_in: float
    """Seconds in which that must happen."""


@dataclass(slots=True)
class Device:
    """A device flow that has begun."""

    shown: DeviceCode
    secret: str = field(repr=False)
    """The code that identifies the flow to the authorization server."""
    interval: float

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Device | None:
        """What a response says (section 3.2); None if it lacks what is needed."""
        texts = [body.get(name) for name in ("user_code", "verification_uri", "device_code")]
        # Some servers were made for a draft of the standard.
        texts[1] = texts[1] or body.get("verification_url")
        user_code, uri, secret = texts
        if not all(isinstance(text, str) and text for text in texts):
            return None
        complete = body.get("verification_uri_complete")
        return cls(
            DeviceCode(
                user_code=str(user_code),
                verification_uri=str(uri),
                verification_uri_complete=complete if isinstance(complete, str) else None,
                expires_in=_seconds(body.get("expires_in"), _LONGEST_LIFE, _LONGEST_LIFE),
            ),
            str(secret),
            _seconds(body.get("interval"), _INTERVAL, _LONGEST_INTERVAL),
        )

    def goes_on_after(self, status: int, error: object) -> bool:
        """Whether to ask for the token again after an error of the server (section 3.5).

        One that is down or busy says nothing of the code, which the person may have typed already.
        """
        is_busy = status in {408, 429} or status >= 500
        if is_busy or error == "slow_down":
            self.slow_down()
        return is_busy or error in {"authorization_pending", "slow_down"}

    def slow_down(self) -> None:
        """Wait longer from now on, as after a broken connection (section 3.5)."""
        self.interval += _INTERVAL


def _seconds(value: object, otherwise: float, most: float) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        return min(float(value), most)
    return otherwise
