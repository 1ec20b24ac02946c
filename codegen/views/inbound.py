"""Documentation of webhooks, callbacks and links. They are not methods, but users look for them."""

from __future__ import annotations

from codegen.model.api import Api
from codegen.model.notes import Absent
from codegen.model.operations import Link, Operation, Received
from codegen.model.responses import received_type
from codegen.views.annotations import Annotations
from codegen.views.docstrings import Entries
from codegen.views.prose import sentence
from codegen.views.text.quoting import EMPTY, Code, code_span, join, markdown, splice


def webhook_lines(api: Api, annotations: Annotations) -> tuple[Code, ...]:
    """The webhooks, each a line of Markdown."""
    return tuple(splice("{} {}", code_span(one.name), _sent(one, annotations)) for one in _webhooks(api))


def payload_of_webhooks(api: Api, annotations: Annotations) -> Code:
    """The type of the first body of a webhook; empty if none has a body."""
    types = (type_ for one in _webhooks(api) for type_ in _payload(one.operation, annotations))
    return next(types, EMPTY)


def callback_lines(operation: Operation, api: Api, annotations: Annotations) -> Code:
    """The callbacks of an operation, which follow its line of Markdown."""
    lines = [
        splice("<br>callback {} {}", code_span(one.name), _sent(one, annotations))
        for one in _callbacks(operation, api)
    ]
    return join("", lines) if lines else EMPTY


def received_entries(operation: Operation, api: Api, annotations: Annotations) -> tuple[Entries, Entries]:
    """The callbacks and the links of an operation, for its docstring."""
    callbacks = [(one.name, _described(one, annotations)) for one in _callbacks(operation, api)]
    links = [(link.name, _leads(link)) for response in operation.responses for link in response.links]
    return callbacks, dict.fromkeys(links)


def _webhooks(api: Api) -> list[Received]:
    return [one for one in api.received if one.key.sender is None]


def _callbacks(operation: Operation, api: Api) -> list[Received]:
    call = (operation.path, operation.method)
    return [one for one in api.received if (by := one.key.sender) and (by.path, by.method) == call]


def _payload(request: Operation, annotations: Annotations) -> list[Code]:
    """The types of the body, for any media type."""
    media = request.body.media if request.body else ()
    return list(dict.fromkeys(annotations.of(received_type(one)) for one in media))


def _sent(received: Received, annotations: Annotations) -> Code:
    request = received.operation
    line = code_span(f"{request.method} {received.key.expression}".strip())
    if payload := _payload(request, annotations):
        types = [code_span(type_) for type_ in payload]
        line = splice("{} with {}", line, join(" or ", types))
    text = markdown(sentence(request.summary or request.description))
    return splice("{}: {}", line, text) if text else line


def _described(received: Received, annotations: Annotations) -> str:
    request = received.operation
    payload = [f"`{type_}`" for type_ in _payload(request, annotations)]
    sent = f" with {' or '.join(payload)}" if payload else ""
    text = sentence(request.summary or request.description)
    return f"``{request.method} {received.key.expression}``{sent}. {text}".strip()


def _leads(link: Link) -> str:
    """``getPet`` with id ``$response.body#/id``."""
    passed = [f"{name} ``{value}``" for name, value in link.parameters.items()]
    if link.body is not Absent.ABSENT:
        passed.append(f"the body ``{link.body}``")
    given = f" with {', '.join(passed)}" if passed else ""
    way = f"``{link.operation}``{given}."
    return f"{way} {sentence(link.description)}".strip()
