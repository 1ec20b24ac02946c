"""Examples of the responses of all operations: those of the document, else made from its schemas.

The fake of a client serves them (``testing/examples.json``). One that is made has what is required, all
optional properties at the top, and below it those that are simple or have an example of their own.
"""

from __future__ import annotations

import json

from codegen.model.api import Api
from codegen.model.operations import Media, Operation, Response
from codegen.model.responses import raised_responses, returned_responses
from codegen.model.streams import item_of, only_streams, stream_of, without_streams
from codegen.model.wire import codec_of
from codegen.standard.media_types import Codec, is_range
from codegen.views.made_values import Example, Made
from codegen.views.requests import identifier

_USUAL = {"audio": "audio/mpeg", "image": "image/png", "text": "text/plain", "video": "video/mp4"}
"""The media types that stand for ranges such as ``image/*``."""


def examples_text(api: Api) -> str:
    """``examples.json``: by operation and status, the media type, the value, and whether it is documented.

    An operation that returns a stream if it is asked for has another entry for it.
    """
    found: dict[str, dict[str, Example]] = {}
    for operation in api.operations:
        stream = stream_of(operation, api)
        if stream is not None and stream.has_flag:
            found[f"{identifier(operation)} stream"] = _of_operation(only_streams(operation), api)
        plain = without_streams(operation) if stream is not None and stream.has_flag else operation
        found[identifier(operation)] = _of_operation(plain, api)
    lines = [f"  {_json(key)}: {_json(responses)}" for key, responses in found.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _of_operation(operation: Operation, api: Api) -> dict[str, Example]:
    found: dict[str, Example] = {}
    # Those that a call returns come first: the default may be both.
    for response in (*returned_responses(operation), *raised_responses(operation)):
        found.setdefault(response.status, [*_of_response(response, api)])
    return found


def _of_response(response: Response, api: Api) -> tuple[str | None, Example, bool]:
    if not response.media:
        return None, None, False
    media = _usual(response.media)
    media_type = _concrete(media)
    if media.examples:
        return media_type, media.examples[0], True
    item = item_of(media)
    sample = Made(api)
    if item is not None:
        return media_type, [sample.of(item)], sample.is_documented
    return media_type, sample.of(media.type), sample.is_documented


def _usual(several: tuple[Media, ...]) -> Media:
    """The media type that a call returns if nothing else is asked for: JSON, if there is any."""
    is_json = (one for one in several if codec_of(one) is Codec.JSON and item_of(one) is None)
    return next(is_json, several[0])


def _concrete(media: Media) -> str:
    """The media type that a server sends for a range such as ``*/*``."""
    if not is_range(media.media_type):
        return media.media_type
    kind = media.media_type.partition("/")[0].lower()
    usual = {Codec.JSON: "application/json", Codec.TEXT: "text/plain"}
    return usual.get(codec_of(media), _USUAL.get(kind, "application/octet-stream"))
