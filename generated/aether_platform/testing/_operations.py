"""The fake of one operation: its results, and the arguments of its calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, ParamSpec, Self, TypeVar, cast

import httpx2

from .._runtime._operation import Operation
from ._board import Attempt, Board
from ._bodies import Content, Misfit, error, served, success
from ._recorded import Recorded, differences, shown_arguments
from ._responder import Responder
from ._responses import expectation_text, sending

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C", bound=Recorded)


class CalledFake(Responder, Generic[P, C]):
    """The common part of the fakes of all operations. `C` has the arguments of a call."""

    def __init__(
        self, board: Board, name: str, operations: Sequence[Operation[Any]], call: Callable[P, C]
    ) -> None:
        super().__init__(board, name)
        self._operation = operations[0]
        self._operations = operations
        self._call = call

    def described(self) -> tuple[str, Operation[Any]]:
        """Its name, such as `clusters.update`, and its operation."""
        return self._name, self._operation

    @property
    def calls(self) -> Sequence[C]:
        """The calls, with an attribute for each argument."""
        return cast("Sequence[C]", tuple(self._queue.calls))

    def use_example(self) -> Self:
        """Let all calls return the document's example where nothing else is set up."""
        self._queue.otherwise = self.example_response
        return self

    def assert_called_once_with(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Assert that there was one call, with these arguments.

        Raises:
            AssertionError: There was none, there were several, or the arguments differ.
        """
        __tracebackhide__ = True
        if self.calls:
            self.assert_called_once()
        self.assert_called_with(*args, **kwargs)

    def assert_called_with(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Assert that the last call had these arguments.

        Raises:
            AssertionError: There was no call, or the arguments differ.
        """
        __tracebackhide__ = True
        expected = self._expected(*args, **kwargs)
        if not self.calls:
            raise AssertionError(self._without_calls(expected))
        called = self.calls[-1]
        if different := differences(expected, called):
            lines = [
                f"{self._name} was called with other arguments",
                f"  expected: {self._name}{shown_arguments(expected)}",
                f"  called:   {self._name}{shown_arguments(called)}",
                *(f"  {one}" for one in different),
            ]
            raise AssertionError("\n".join(lines))

    def assert_any_call(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Assert that one of the calls had these arguments.

        Raises:
            AssertionError: None had.
        """
        __tracebackhide__ = True
        expected = self._expected(*args, **kwargs)
        if expected in self.calls:
            return
        if not self.calls:
            raise AssertionError(self._without_calls(expected))
        lines = [f"  {self._name}{shown_arguments(one)}" for one in self.calls]
        what = f"{self._name}{shown_arguments(expected)} was not called; the calls were:"
        raise AssertionError("\n".join([what, *lines]))

    def assert_called_once(self) -> None:
        """Assert that there was one call, however many attempts it took.

        Raises:
            AssertionError: There was none, or there were several.
        """
        __tracebackhide__ = True
        if len(self.calls) == 1:
            return
        if not self.calls:
            raise AssertionError(self._without_calls())
        lines = [f"  {self._name}{shown_arguments(one)}" for one in self.calls]
        what = f"{self._name} was expected to be called once, but was called {len(lines)} times:"
        raise AssertionError("\n".join([what, *lines]))

    def assert_not_called(self) -> None:
        """Assert that there was no call.

        Raises:
            AssertionError: There was one.
        """
        __tracebackhide__ = True
        if self.calls:
            lines = "\n".join(f"  {self._name}{shown_arguments(one)}" for one in self.calls)
            raise AssertionError(f"{self._name} was expected not to be called, but was:\n{lines}")

    def _expected(self, *args: P.args, **kwargs: P.kwargs) -> C:
        __tracebackhide__ = True
        try:
            return self._call(*args, **kwargs)
        except TypeError as error:  # names a class that its caller does not know
            _, _, what = str(error).partition(".__init__() ")
            raise TypeError(f"{self._name}: {what or error}") from None

    def _without_calls(self, expected: C | None = None) -> str:
        arguments = "" if expected is None else shown_arguments(expected)
        sent = self._board.requests
        others = "\n".join(f"  {one.operation}: {one}" for one in sent)
        instead = f"; called instead:\n{others}" if sent else "; nothing was called"
        return f"{self._name}{arguments} was not called{instead}"

    def _error(self, status: int, **parts: Any) -> Content:
        return error(self._operation, status, **parts)

    def example_response(self, attempt: Attempt) -> httpx2.Response:
        """The response to an attempt with the document's example."""
        asked = attempt.call.request.operation
        is_stream = len(self._operations) > 1 and asked is self._operations[1]
        operation = self._operations[1] if is_stream else self._operation
        content = served(operation, is_optional_stream=is_stream)
        return sending(content, None)(attempt)


class OperationFake(CalledFake[P, C], Generic[P, T, C]):
    """The fake of an operation that returns a `T`. `C` has the arguments of a call."""

    def returns(
        self,
        value: T,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> Self:
        """Let the next call return a value.

        Args:
            value: What the method returns.
            status: The status; by default the first documented one with such a value.
            headers: Headers of the response.
            times: How many calls return it; None for any number, and none.

        Raises:
            TypeError: The value is not of a type that the operation returns.
            ValueError: No response of HTTP has this status.
        """
        __tracebackhide__ = True
        if status is not None:
            self._check_status("returns", status, least=200)
        try:
            content = success(self._operation, value, status)
        except Misfit as misfit:
            raise TypeError(f"{self._name}.returns(): {misfit}") from None
        shown = expectation_text("returns", value)
        several = self._operation if len(self._operations) > 1 else None
        self._expect(shown, sending(content, headers), times, for_operation=several)
        return self
