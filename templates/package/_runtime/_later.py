"""Types that are looked up when a response is decoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


class Later(Mapping[int | str, object]):
    """The types of an operation's responses by status, looked up when one of them is asked for.

    In a large API, each model is in a module that is imported when the model is used. A resource
    would otherwise import those of all its operations.
    """

    def __init__(self, look_up: Callable[[], Mapping[int | str, object]]) -> None:
        self._look_up = look_up
        self._found: Mapping[int | str, object] | None = None

    def __getitem__(self, status: int | str) -> object:
        return self._kinds[status]

    def __iter__(self) -> Iterator[int | str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    @property
    def _kinds(self) -> Mapping[int | str, object]:
        if self._found is None:
            self._found = self._look_up()
        return self._found
