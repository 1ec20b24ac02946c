"""How the client is called for an operation: the seam between the harness and the generator's names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.wire import sent_as
from codegen.naming.names import Names


@dataclass(frozen=True, slots=True)
class Signature:
    """A method of the client, and which argument stands for what of the document."""

    resource: str
    """The attribute of the client."""
    method: str
    parameters: Mapping[tuple[str, str], str]
    """Arguments by the place and the name of their parameters."""
    media_types: tuple[str, ...]
    """What the body is sent as: one, or several among which the caller chooses by ``content_type``."""
    fields: Mapping[str, str] | None
    """Arguments by the property that they are, where the body is spread; else it is ``body``."""


def signatures(api: Api, names: Names) -> Iterator[tuple[tuple[str, str], Signature]]:
    """Every method with the path and the method of its operation."""
    for resource in names.resources:
        for method in resource.methods:
            operation = method.operation
            media = sent_as(operation.body, api) if operation.body else None
            several = operation.body.media if operation.body and media is None else ()
            keywords = method.keywords
            fields = None if keywords is None else {one.field.wire_name: one.name for one in keywords}
            yield (
                (operation.path, operation.method),
                Signature(
                    resource=resource.module,
                    method=method.name,
                    parameters={
                        (one.parameter.location, one.parameter.wire_name): one.name
                        for one in method.parameters
                    },
                    media_types=tuple(one.media_type for one in (several if media is None else [media])),
                    fields=fields,
                ),
            )
