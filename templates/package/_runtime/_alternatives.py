"""Chooses among the media types of a request body by the arguments of the caller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from msgspec import UNSET, Struct

from ._operation import without_parameters
from ._parameters import is_list
from ._upload import is_file


class Taken(Struct, frozen=True, kw_only=True):
    """The arguments that a body of one media type is made from."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """Those that may be files."""

    def faults(self, given: Mapping[str, object]) -> Iterator[str]:
        """Why the body cannot be made from these arguments."""
        missing = [name for name in self.required if name not in given]
        if missing:
            yield f"needs {_listed(missing)}"
        unknown = [name for name in given if name not in {*self.required, *self.optional}]
        if unknown:
            yield f"takes no {_listed(unknown)}"
        others = given.keys() - {*self.files, *unknown}
        files = [name for name in given if name in others and _is_of_files(given[name])]
        if files:
            yield f"takes no file as {_listed(files)}"


class Bodies:
    """The media types of a body, the preferred one first."""

    def __init__(self, ways: Mapping[str, Taken]) -> None:
        """Keep what each of them takes."""
        self._ways = ways

    def chosen(self, content_type: object, arguments: Mapping[str, object]) -> str:
        """The media type that a caller asks for, or else the first that takes the arguments.

        Raises:
            TypeError: It does not take these arguments, or none does.
            ValueError: The document has no such media type.
        """
        given = {name: value for name, value in arguments.items() if value is not UNSET}
        ways = self._ways if content_type is UNSET else self._asked(content_type)
        faults: list[str] = []
        for media_type, way in ways.items():
            wrong = " and ".join(way.faults(given))
            if not wrong and "*" in media_type and content_type is UNSET:
                wrong = "needs `content_type`"
            if not wrong:
                return media_type
            faults.append(f"a body of type {media_type} {wrong}")
        raise TypeError("; ".join(faults))

    def _asked(self, content_type: object) -> Mapping[str, Taken]:
        """What a media type takes. Its parameters do not matter, and a range stands for many."""
        name = without_parameters(str(content_type))
        exact = [media_type for media_type in self._ways if media_type == content_type]
        for media_type in (*exact, *sorted(self._ways, key=lambda one: "*" in one)):
            if exact or fnmatchcase(name, without_parameters(media_type)):
                return {media_type: self._ways[media_type]}
        raise ValueError(f"content_type must be {_listed(self._ways, 'or')}, not {content_type!r}")


def _is_of_files(value: object) -> bool:
    """Whether a value is a file, a file with its name, or a list of files."""
    if not is_list(value):
        return is_file(value)
    match value:
        case (str(), content, *_) if isinstance(value, tuple):
            return is_file(content)
        case _:
            return any(map(_is_of_files, value))


def _listed(names: Iterable[str], last: str = "and") -> str:
    *most, end = [f"`{name}`" for name in names]
    return f"{', '.join(most)} {last} {end}" if most else end
