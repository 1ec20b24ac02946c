"""Makes values for the parameters and contents of a document."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import bodies
from corpus.original import Operation, Original, Part, mapping
from corpus.schemas import Direction, Json, Schemas
from corpus.serve import parameter_schema
from corpus.synthesise import Synthesiser
from corpus.texts import Alphabet

_ANYTHING: Part = {}
_ANY_FORM: Part = {"type": "object"}


class Values:
    """Makes values for all schemas of a document, in both directions."""

    def __init__(self, original: Original, operations: Sequence[Operation]) -> None:
        self._original = original
        sent, received = Schemas(original, Direction.SENT), Schemas(original, Direction.RECEIVED)
        for operation in operations:
            for parameter in operation.parameters:
                sent.add(parameter_schema(parameter))
            for media_type, media in mapping(operation.body or {}, "content").items():
                sent.add(schema_of(media, media_type))
            for response in operation.responses.values():
                for media_type, media in mapping(response, "content").items():
                    received.add(schema_of(media, media_type))
        self.sent = Synthesiser(sent)
        self.received = Synthesiser(received)

    def of_parameter(self, parameter: Part, *, full: bool, nth: int) -> Json:
        """A value for a parameter. It is not empty in a path, if possible.

        Raises:
            Impossible: No value was found.
        """
        schema, alphabet = parameter_schema(parameter), _alphabet(parameter)
        value: Json = None
        for turn in range(nth, nth + (3 if parameter["in"] == "path" else 1)):
            value = self.sent.value(schema, full=full, alphabet=alphabet, nth=turn)
            if value != "":
                break
        return value


def schema_of(media: Part, media_type: str) -> Part:
    """The schema of a content. Parts without a schema, or with that of a file, still have names."""
    schema = media.get("schema") or _ANYTHING
    has_names = bodies.is_structured(media_type) and not bodies.is_json(media_type)
    is_file = bodies.bare(media_type).startswith("multipart/") and schema.get("type") == "string"
    return _ANY_FORM if has_names and (not schema or is_file) else schema


def _alphabet(parameter: Part) -> Alphabet:
    location = parameter["in"]
    if location in {"path", "query"} and parameter.get("allowReserved") is not True:
        return Alphabet.TARGET
    return Alphabet.PLAIN
