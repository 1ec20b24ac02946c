"""How the client is called for an operation: the seam between the harness and the generator's names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.types import Named
from codegen.model.wire import sent_as, sent_type
from codegen.naming.client import Names


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
    for group in names.groups:
        for method in group.methods:
            operation = method.operation
            media = sent_as(operation.body, api) if operation.body else None
            several = operation.body.media if operation.body and media is None else ()
            fields = None
            if (
                method.fields is not None
                and media is not None
                and isinstance(type_ := sent_type(media, api), Named)
            ):
                wire_names = [field.wire_name for field in api.models[type_.name].fields]
                fields = dict(zip(wire_names, method.fields, strict=True))
            yield (
                (operation.path, operation.method),
                Signature(
                    resource=group.module,
                    method=method.name,
                    parameters={
                        (parameter.location, parameter.wire_name): argument
                        for parameter, argument in zip(operation.parameters, method.parameters, strict=True)
                    },
                    media_types=tuple(one.media_type for one in (several if media is None else [media])),
                    fields=fields,
                ),
            )
