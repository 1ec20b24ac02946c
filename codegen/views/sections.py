"""Views of the sections of the README that have programs."""

from __future__ import annotations

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.responses import has_unknown, raised_responses
from codegen.model.runtime.interface import error_class
from codegen.model.streams import stream_of
from codegen.model.webhooks import has_events
from codegen.naming.names import Names
from codegen.views.sample import (
    sample,
    sample_of_pages,
    sample_of_polling,
    sample_of_streaming,
    sample_of_waiting,
)
from codegen.views.text.quoting import EMPTY, Code, join, name, splice
from codegen.views.webhooks import is_attribute


class SampleView(Struct, frozen=True, kw_only=True):
    """The call in the quick start, ``cluster = client.clusters.update(...)``, in each form."""

    statement: Code
    awaited: Code
    tried: Code
    raw: Code
    """The call for the raw response."""
    shown: Code
    """The printed expression."""
    imports: Code
    """What the program about errors imports from the package, sorted."""
    error: Code
    """The class of the last documented error."""


class ResponsesView(Struct, frozen=True, kw_only=True):
    """The section of the README about responses that differ from the document."""

    package: Code
    client: Code
    imports: Code
    """What the program imports from the package, sorted."""
    settings: Code
    """The required arguments of a client, followed by other arguments."""
    statement: Code
    shown: Code
    has_unknown: bool
    """Whether a union may have unknown members."""


class ProgramView(Struct, frozen=True, kw_only=True):
    """A section of the README with a program: about pages, waiting, or operations that take long."""

    package: Code
    client: Code
    imports: Code
    """What the program imports from the package, sorted."""
    settings: Code
    call: Code
    """The call, or for pages a loop over the items of all of them."""


class StreamsView(Struct, frozen=True, kw_only=True):
    """The section of the README about streams."""

    package: Code
    client: Code
    settings: Code
    start: Code
    """The `with` statement of a call that returns a stream; empty if none has plain arguments."""
    has_flag: bool
    """Whether a method returns a stream only where an argument asks for it."""


class ConversionsView(Struct, frozen=True, kw_only=True):
    """The section of the README about models as JSON and dicts."""

    package: Code
    model: Code
    """The first model."""


class TokensView(Struct, frozen=True, kw_only=True):
    """The section of the README about access tokens that the client gets itself."""

    package: Code
    client: Code
    imports: Code
    """What the program of the device flow imports from the package, sorted."""
    settings: Code
    """The required arguments of a client, followed by other arguments."""
    statement: Code
    shown: Code
    has_client_credentials: bool
    has_device_flow: bool


class ReceivingView(Struct, frozen=True, kw_only=True):
    """The section of the README about webhooks."""

    package: Code
    is_attribute: bool
    """Whether clients have an attribute for webhooks, too."""


NO_SAMPLE = SampleView(
    statement=EMPTY, awaited=EMPTY, tried=EMPTY, raw=EMPTY, shown=EMPTY, imports=EMPTY, error=EMPTY
)


def sample_view(api: Api, names: Names) -> SampleView | None:
    """The call in the quick start; None if there is no operation to call."""
    found = sample(api, names)
    if found is None:
        return None
    raised = [error_class(response.status) for response in raised_responses(found.method.operation)]
    error = raised[-1] if raised else "APIStatusError"
    return SampleView(
        statement=found.statement(indent=4),
        awaited=found.statement(indent=8, awaited=True),
        tried=found.statement(indent=8),
        raw=found.raw(indent=4),
        shown=found.shown,
        imports=_imports(names.distribution.client, "APIConnectionError", error),
        error=name(error),
    )


def responses_view(shown: SampleView | None, settings: Code, api: Api, names: Names) -> ResponsesView | None:
    """The section about responses that differ from the document."""
    if shown is None:
        return None
    return ResponsesView(
        package=name(names.distribution.package),
        client=name(names.distribution.client),
        imports=_imports(names.distribution.client, "DriftLog"),
        settings=_followed(settings),
        statement=shown.statement,
        shown=shown.shown,
        has_unknown=has_unknown(api),
    )


def pages_view(api: Api, names: Names, settings: Code) -> ProgramView | None:
    """The section about pages."""
    found = sample_of_pages(api, names)
    return None if found is None else _program(names, settings, found.loop(indent=4))


def streams_view(api: Api, names: Names, settings: Code) -> StreamsView | None:
    """The section about streams."""
    streams = [one for operation in api.operations if (one := stream_of(operation, api)) is not None]
    if not streams:
        return None
    return StreamsView(
        package=name(names.distribution.package),
        client=name(names.distribution.client),
        settings=settings,
        start=sample_of_streaming(api, names) or EMPTY,
        has_flag=any(one.has_flag for one in streams),
    )


def waits_view(api: Api, names: Names, settings: Code) -> ProgramView | None:
    """The section about waiting."""
    found = sample_of_waiting(api, names)
    return None if found is None else _program(names, settings, found, "WaitFailedError")


def pollers_view(api: Api, names: Names, settings: Code) -> ProgramView | None:
    """The section about operations that take long."""
    found = sample_of_polling(api, names)
    return None if found is None else _program(names, settings, found, "WaitFailedError")


def _program(names: Names, settings: Code, call: Code, *imported: str) -> ProgramView:
    return ProgramView(
        package=name(names.distribution.package),
        client=name(names.distribution.client),
        imports=_imports(names.distribution.client, *imported),
        settings=settings,
        call=call,
    )


def tokens_view(shown: SampleView | None, settings: Code, names: Names) -> TokensView | None:
    """The section about access tokens that the client gets itself, with a call that needs one."""
    grants = names.authentication.grants
    if shown is None or grants is None:
        return None
    return TokensView(
        package=name(names.distribution.package),
        client=name(names.distribution.client),
        imports=_imports(names.distribution.client, "DeviceCode", "OAuth"),
        settings=_followed(settings),
        statement=shown.statement,
        shown=shown.shown,
        has_client_credentials=bool(grants.token_url),
        has_device_flow=bool(grants.device_url),
    )


def receiving_view(api: Api, names: Names) -> ReceivingView | None:
    """The section about webhooks that have bodies to decode."""
    if not has_events(api):
        return None
    return ReceivingView(package=name(names.distribution.package), is_attribute=is_attribute(names))


def _followed(settings: Code) -> Code:
    """The required arguments of a client, before other arguments."""
    return splice("{}, ", settings) if settings else EMPTY


def _imports(*imported: str) -> Code:
    """The names of an import, in the order of tools that sort imports: constants first."""
    found = sorted(imported, key=lambda one: (len(one) == 1 or not one.isupper(), one.lower()))
    return join(", ", [name(one) for one in found])
