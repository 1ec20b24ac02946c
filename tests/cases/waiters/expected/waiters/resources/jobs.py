"""Jobs that run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, overload

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._alternatives import Bodies, Taken
from .._runtime._multipart import File, checked, multipart_content
from .._runtime._waiting import Waiter

_GET: Operation[models.JobResponse] = Operation(
    id="getJob", method="GET", path="/jobs/{id}", successes={200: models.JobResponse}
)

_WAIT_UNTIL_READY: Waiter[models.JobResponse] = Waiter(state=("job", "is_ready"), success=(True,))

_WAIT_UNTIL_EXITED: Waiter[models.JobResponse] = Waiter(
    state=("job", "exit_code"), success=(0,), failure=(1, 2)
)

_WAIT_UNTIL_DONE: Waiter[models.JobResponse | None] = Waiter(
    state=("labels", "phase"), success=("done",), ends_when_missing=True
)


def _get(
    id: int, timeout: int | UnsetType, x_trace: str | UnsetType
) -> Request[models.JobResponse]:
    return _GET.request(id, query={"timeout": timeout}, headers={"X-Trace": x_trace})


_CHECK: Operation[models.Job] = Operation(
    id="checkJob", method="GET", path="/jobs/check", successes={200: models.Job}, spread_body=True
)

_CHECK__BODIES = Bodies(
    {
        "application/json": Taken(required=("command",)),
        "multipart/form-data": Taken(required=("program",), files=("program",)),
    }
)

_WAIT_UNTIL_CHECKED: Waiter[models.Job] = Waiter(state=("is_ready",), success=(True,))


def _check(command: Any, program: Any, content_type: Any) -> Request[models.Job]:
    match _CHECK__BODIES.chosen(content_type, {"command": command, "program": program}):
        case "application/json":
            return _CHECK.request(json=models.CheckJobRequest(command=command))
        case _:
            return _CHECK.request(
                content=multipart_content(
                    "multipart/form-data", checked({"program": program}), files=["program"]
                )
            )


class Jobs(Resource):
    """Jobs that run."""

    def get(
        self, id: int, *, timeout: int | UnsetType = UNSET, x_trace: str | UnsetType = UNSET
    ) -> models.JobResponse:
        """Get a job.

        ``GET /jobs/{id}``

        Args:
            timeout: The seconds that the server may take.

        Returns:
            The job.
        """
        return self._send(_get(id, timeout, x_trace))

    def wait_until_ready(
        self,
        id: int,
        *,
        timeout_: int | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 0.5,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.JobResponse], bool] | None = None,
    ) -> models.JobResponse:
        """Wait until `job.is-ready` is `true`.

        Repeats ``GET /jobs/{id}``.

        Args:
            timeout_: The seconds that the server may take.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_READY.wait(
            self._client,
            _get(id, timeout_, x_trace),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    def wait_until_exited(
        self,
        id: int,
        *,
        timeout_: int | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[models.JobExitCode], object] | None = None,
        condition: Callable[[models.JobResponse], bool] | None = None,
    ) -> models.JobResponse:
        """Wait until `job.exit.code` is `0`.

        Repeats ``GET /jobs/{id}``.

        Args:
            timeout_: The seconds that the server may take.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitFailedError: `job.exit.code` is `1` or `2`.
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_EXITED.wait(
            self._client,
            _get(id, timeout_, x_trace),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    def wait_until_done(
        self,
        id: int,
        *,
        timeout_: int | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[str], object] | None = None,
        condition: Callable[[models.JobResponse], bool] | None = None,
    ) -> models.JobResponse | None:
        """Wait until `labels.phase` is `done` or the server responds with 404.

        Repeats ``GET /jobs/{id}``.

        Args:
            timeout_: The seconds that the server may take.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state. None if the server responded with 404.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_DONE.wait(
            self._client,
            _get(id, timeout_, x_trace),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    @overload
    def check(
        self, *, command: str, content_type: Literal["application/json"] = "application/json"
    ) -> models.Job: ...
    @overload
    def check(
        self, *, program: File, content_type: Literal["multipart/form-data"] = "multipart/form-data"
    ) -> models.Job: ...
    def check(
        self,
        *,
        command: str | UnsetType = UNSET,
        program: File | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> models.Job:
        """Check a job before it runs.

        ``GET /jobs/check``

        Args:
            command: For `application/json` only.
            program: For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.

        Returns:
            The job.
        """
        return self._send(_check(command, program, content_type))

    @overload
    def wait_until_checked(
        self,
        *,
        command: str,
        content_type: Literal["application/json"] = "application/json",
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.Job], bool] | None = None,
    ) -> models.Job: ...
    @overload
    def wait_until_checked(
        self,
        *,
        program: File,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.Job], bool] | None = None,
    ) -> models.Job: ...
    def wait_until_checked(
        self,
        *,
        command: str | UnsetType = UNSET,
        program: File | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.Job], bool] | None = None,
    ) -> models.Job:
        """Wait until `is-ready` is `true`.

        Repeats ``GET /jobs/check``.

        Args:
            command: For `application/json` only.
            program: For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_CHECKED.wait(
            self._client,
            _check(command, program, content_type),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )


class AsyncJobs(AsyncResource):
    """Jobs that run.

    Async counterpart of `Jobs`.
    """

    async def get(
        self, id: int, *, timeout: int | UnsetType = UNSET, x_trace: str | UnsetType = UNSET
    ) -> models.JobResponse:
        """Get a job.

        ``GET /jobs/{id}``

        Args:
            timeout: The seconds that the server may take.

        Returns:
            The job.
        """
        return await self._send(_get(id, timeout, x_trace))

    async def wait_until_ready(
        self,
        id: int,
        *,
        timeout_: int | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 0.5,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.JobResponse], bool] | None = None,
    ) -> models.JobResponse:
        """Wait until `job.is-ready` is `true`.

        Repeats ``GET /jobs/{id}``.

        Args:
            timeout_: The seconds that the server may take.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_READY.async_wait(
            self._client,
            _get(id, timeout_, x_trace),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    async def wait_until_exited(
        self,
        id: int,
        *,
        timeout_: int | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[models.JobExitCode], object] | None = None,
        condition: Callable[[models.JobResponse], bool] | None = None,
    ) -> models.JobResponse:
        """Wait until `job.exit.code` is `0`.

        Repeats ``GET /jobs/{id}``.

        Args:
            timeout_: The seconds that the server may take.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitFailedError: `job.exit.code` is `1` or `2`.
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_EXITED.async_wait(
            self._client,
            _get(id, timeout_, x_trace),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    async def wait_until_done(
        self,
        id: int,
        *,
        timeout_: int | UnsetType = UNSET,
        x_trace: str | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[str], object] | None = None,
        condition: Callable[[models.JobResponse], bool] | None = None,
    ) -> models.JobResponse | None:
        """Wait until `labels.phase` is `done` or the server responds with 404.

        Repeats ``GET /jobs/{id}``.

        Args:
            timeout_: The seconds that the server may take.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state. None if the server responded with 404.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_DONE.async_wait(
            self._client,
            _get(id, timeout_, x_trace),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    @overload
    async def check(
        self, *, command: str, content_type: Literal["application/json"] = "application/json"
    ) -> models.Job: ...
    @overload
    async def check(
        self, *, program: File, content_type: Literal["multipart/form-data"] = "multipart/form-data"
    ) -> models.Job: ...
    async def check(
        self,
        *,
        command: str | UnsetType = UNSET,
        program: File | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> models.Job:
        """Check a job before it runs.

        ``GET /jobs/check``

        Args:
            command: For `application/json` only.
            program: For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.

        Returns:
            The job.
        """
        return await self._send(_check(command, program, content_type))

    @overload
    async def wait_until_checked(
        self,
        *,
        command: str,
        content_type: Literal["application/json"] = "application/json",
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.Job], bool] | None = None,
    ) -> models.Job: ...
    @overload
    async def wait_until_checked(
        self,
        *,
        program: File,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.Job], bool] | None = None,
    ) -> models.Job: ...
    async def wait_until_checked(
        self,
        *,
        command: str | UnsetType = UNSET,
        program: File | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[bool], object] | None = None,
        condition: Callable[[models.Job], bool] | None = None,
    ) -> models.Job:
        """Wait until `is-ready` is `true`.

        Repeats ``GET /jobs/check``.

        Args:
            command: For `application/json` only.
            program: For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_CHECKED.async_wait(
            self._client,
            _check(command, program, content_type),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )
