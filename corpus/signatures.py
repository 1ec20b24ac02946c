"""How the client is called for an operation: the seam between the harness and the generator's names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from codegen.model import Api, Named
from codegen.naming import Names


@dataclass(frozen=True, slots=True)
class Signature:
    """A method of the client, and which argument stands for what of the document."""

    resource: str
    """The attribute of the client."""
    method: str
    parameters: Mapping[tuple[str, str], str]
    """Arguments by the place and the name of their parameters."""
    media_type: str | None
    """What the body is sent as."""
    fields: Mapping[str, str] | None
    """Arguments by the property that they are, where the body is spread; else it is ``body``."""


def signatures(api: Api, names: Names) -> Iterator[tuple[tuple[str, str], Signature]]:
    """Every method with the path and the method of its operation."""
    for group in names.groups:
        for method in group.methods:
            operation = method.operation
            media = operation.body.media[0] if operation.body and operation.body.media else None
            fields = None
            if method.fields is not None and media is not None and isinstance(media.type, Named):
                wire_names = [field.wire_name for field in api.models[media.type.name].fields]
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
                    media_type=media.media_type if media else None,
                    fields=fields,
                ),
            )
