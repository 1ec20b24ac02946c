"""The operations of `Doors`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_BY_DEFAULT: Operation[None] = Operation(
    id="byDefault", method="GET", path="/by-default", successes={204: None}, security=[["token"]]
)


def _by_default() -> Request[None]:
    return _BY_DEFAULT.request()


_WITH_TWO_KEYS: Operation[None] = Operation(
    id="withTwoKeys",
    method="GET",
    path="/with-two-keys",
    successes={204: None},
    security=[["app_id", "app_key"]],
)


def _with_two_keys() -> Request[None]:
    return _WITH_TWO_KEYS.request()


_WITH_COOKIE: Operation[None] = Operation(
    id="withACookie",
    method="GET",
    path="/with-a-cookie",
    successes={204: None},
    security=[["visit"]],
)


def _with_cookie() -> Request[None]:
    return _WITH_COOKIE.request()


_WITH_PASSWORD: Operation[None] = Operation(
    id="withAPassword",
    method="GET",
    path="/with-a-password",
    successes={204: None},
    security=[["username", "password"]],
)


def _with_password() -> Request[None]:
    return _WITH_PASSWORD.request()


_WITH_DIGEST: Operation[None] = Operation(
    id="withADigest",
    method="GET",
    path="/with-a-digest",
    successes={204: None},
    security=[["authorization"]],
)


def _with_digest() -> Request[None]:
    return _WITH_DIGEST.request()


_WITH_CERTIFICATE: Operation[None] = Operation(
    id="withACertificate", method="GET", path="/with-a-certificate", successes={204: None}
)


def _with_certificate() -> Request[None]:
    return _WITH_CERTIFICATE.request()


_OR_WITHOUT: Operation[None] = Operation(
    id="orWithout",
    method="GET",
    path="/or-without",
    successes={204: None},
    security=[[], ["token"]],
)


def _or_without() -> Request[None]:
    return _OR_WITHOUT.request()


_WITHOUT: Operation[None] = Operation(
    id="without", method="GET", path="/without", successes={204: None}
)


def _without() -> Request[None]:
    return _WITHOUT.request()


_DECLARED_TWICE: Operation[None] = Operation(
    id="declaredTwice",
    method="GET",
    path="/declared-twice",
    successes={204: None},
    security=[["app_id", "app_key", "visit"]],
)


def _declared_twice() -> Request[None]:
    return _DECLARED_TWICE.request()


_DECLARED_AND_OPTIONAL: Operation[None] = Operation(
    id="declaredAndOptional",
    method="GET",
    path="/declared-and-optional",
    successes={204: None},
    security=[["app_id", "app_key", "visit"], []],
    required=("x-app-id", "app key", "visit"),
)


def _declared_and_optional(x_app_id: str, app_key: str, visit: str) -> Request[None]:
    return _DECLARED_AND_OPTIONAL.request(
        query={"app key": app_key}, headers={"x-app-id": x_app_id}, cookies={"visit": visit}
    )


class Doors(Resource):
    """The operations of `Doors`."""

    def by_default(self) -> None:
        """By default.

        ``GET /by-default``

        Required credentials: `token`. Scopes: `read`.
        """
        return self._send(_by_default())

    def with_two_keys(self) -> None:
        """With two keys.

        ``GET /with-two-keys``

        Required credentials: `app_id` and `app_key`.
        """
        return self._send(_with_two_keys())

    def with_cookie(self) -> None:
        """With a cookie.

        ``GET /with-a-cookie``

        Required credentials: `visit`.
        """
        return self._send(_with_cookie())

    def with_password(self) -> None:
        """With a password.

        ``GET /with-a-password``

        Required credentials: `username` and `password`.
        """
        return self._send(_with_password())

    def with_digest(self) -> None:
        """With a digest.

        ``GET /with-a-digest``

        Required credentials: `authorization`.
        """
        return self._send(_with_digest())

    def with_certificate(self) -> None:
        """With a certificate.

        ``GET /with-a-certificate``
        """
        return self._send(_with_certificate())

    def or_without(self) -> None:
        """Or without.

        ``GET /or-without``

        Optional credentials: `token`. Scopes: `read`, `write`.
        """
        return self._send(_or_without())

    def without(self) -> None:
        """Without.

        ``GET /without``
        """
        return self._send(_without())

    def declared_twice(self) -> None:
        """Declared twice.

        ``GET /declared-twice``

        Required credentials: `app_id`, `app_key` and `visit`.
        """
        return self._send(_declared_twice())

    def declared_and_optional(self, *, x_app_id: str, app_key: str, visit: str) -> None:
        """Declared and optional.

        ``GET /declared-and-optional``

        Optional credentials: `app_id`, `app_key` and `visit`.
        """
        return self._send(_declared_and_optional(x_app_id, app_key, visit))


class AsyncDoors(AsyncResource):
    """The operations of `Doors`.

    Async counterpart of `Doors`.
    """

    async def by_default(self) -> None:
        """By default.

        ``GET /by-default``

        Required credentials: `token`. Scopes: `read`.
        """
        return await self._send(_by_default())

    async def with_two_keys(self) -> None:
        """With two keys.

        ``GET /with-two-keys``

        Required credentials: `app_id` and `app_key`.
        """
        return await self._send(_with_two_keys())

    async def with_cookie(self) -> None:
        """With a cookie.

        ``GET /with-a-cookie``

        Required credentials: `visit`.
        """
        return await self._send(_with_cookie())

    async def with_password(self) -> None:
        """With a password.

        ``GET /with-a-password``

        Required credentials: `username` and `password`.
        """
        return await self._send(_with_password())

    async def with_digest(self) -> None:
        """With a digest.

        ``GET /with-a-digest``

        Required credentials: `authorization`.
        """
        return await self._send(_with_digest())

    async def with_certificate(self) -> None:
        """With a certificate.

        ``GET /with-a-certificate``
        """
        return await self._send(_with_certificate())

    async def or_without(self) -> None:
        """Or without.

        ``GET /or-without``

        Optional credentials: `token`. Scopes: `read`, `write`.
        """
        return await self._send(_or_without())

    async def without(self) -> None:
        """Without.

        ``GET /without``
        """
        return await self._send(_without())

    async def declared_twice(self) -> None:
        """Declared twice.

        ``GET /declared-twice``

        Required credentials: `app_id`, `app_key` and `visit`.
        """
        return await self._send(_declared_twice())

    async def declared_and_optional(self, *, x_app_id: str, app_key: str, visit: str) -> None:
        """Declared and optional.

        ``GET /declared-and-optional``

        Optional credentials: `app_id`, `app_key` and `visit`.
        """
        return await self._send(_declared_and_optional(x_app_id, app_key, visit))
