"""How to call an operation on the client. Only this module depends on the generator's names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from codegen.model.api import Api
from codegen.model.wire import sent_as
from codegen.naming.names import Names


@dataclass(frozen=True, slots=True)
class Signature:
    """A method of the client, with the argument for each part of the document."""

    resource: str
    """The attribute of the client; with a dot before each resource within another."""
    method: str
    parameters: Mapping[tuple[str, str], str]
    """The arguments by location and name of the parameter."""
    media_types: tuple[str, ...]
    """The media types of the body. If there are several, each has arguments of its own."""
    fields: Mapping[str | None, Mapping[str, str] | None]
    """For each media type the arguments by property, if the fields of the body are arguments. Otherwise there
    is ``body``."""

    def fields_of(self, media_type: str | None) -> Mapping[str, str] | None:
        """The arguments for a body of a media type."""
        return self.fields.get(media_type if len(self.media_types) > 1 else None)


def signatures(api: Api, names: Names) -> Iterator[tuple[tuple[str, str], Signature]]:
    """All methods, with path and method of their operations."""
    for resource in names.all_resources:
        for method in resource.methods:
            operation = method.operation
            media = sent_as(operation.body, api) if operation.body else None
            several = operation.body.media if operation.body and media is None else ()
            fields: dict[str | None, Mapping[str, str] | None] = {None: _by_property(method.keywords)}
            for one in method.alternatives:
                fields[one.body.media[0].media_type] = _by_property(one.keywords)
            yield (
                (operation.path, operation.method),
                Signature(
                    resource=resource.dotted,
                    method=method.name,
                    parameters={
                        (one.parameter.location, one.parameter.wire_name): one.name
                        for one in method.parameters
                    },
                    media_types=tuple(one.media_type for one in (several if media is None else [media])),
                    fields=fields,
                ),
            )


def _by_property(keywords: Iterable[Any] | None) -> Mapping[str, str] | None:
    return None if keywords is None else {one.field.wire_name: one.name for one in keywords}
