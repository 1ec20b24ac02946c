"""Views of the documents of the package: README, api.md and CHANGELOG."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.pagination import has_pages
from codegen.model.responses import has_downloads, has_unknown, raised_responses
from codegen.model.runtime.interface import error_class
from codegen.model.runtime.manifest import needed_modules
from codegen.model.streams import has_streams
from codegen.model.testing import has_testing
from codegen.model.waiters import has_long_running
from codegen.model.webhooks import has_events
from codegen.model.wire import bodies_of_parts
from codegen.naming.names import Names
from codegen.naming.titles import api_phrase
from codegen.views.annotations import Annotations, Imports
from codegen.views.credentials import AuthenticationView, authentication_section
from codegen.views.fakes import TestingView, testing_view
from codegen.views.inbound import payload_of_webhooks, webhook_lines
from codegen.views.params import passed
from codegen.views.prose import see
from codegen.views.reference import GroupSection, group_sections, header_lines
from codegen.views.sample import sample, sample_of_pages, sample_of_polling, sample_of_waiting
from codegen.views.servers import ServersView, main_server, needed_settings, servers_views
from codegen.views.text.quoting import EMPTY, Code, markdown, name, splice
from codegen.views.webhooks import is_attribute


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """The call in the quick start, ``cluster = client.clusters.update(...)``, in each form."""

    statement: Code
    awaited: Code
    tried: Code
    raw: Code
    """The call for the raw response."""
    shown: Code
    """The printed expression."""
    error: Code
    """The class of the last documented error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """The section about the publisher of the API in the README."""

    lines: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsesView:
    """The section of the README about responses that differ from the document."""

    package: Code
    client: Code
    settings: Code
    """The required arguments of a client, followed by other arguments."""
    statement: Code
    shown: Code
    has_unknown: bool
    """Whether a union may have unknown members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesView:
    """The section of the README about pages."""

    package: Code
    client: Code
    settings: Code
    loop: Code
    """A loop over the items of all pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitsView:
    """The section of the README about waiting."""

    package: Code
    client: Code
    settings: Code
    call: Code
    """A call that waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollersView:
    """The section of the README about operations that take long."""

    package: Code
    client: Code
    settings: Code
    call: Code
    """A call that returns a poller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionsView:
    """The section of the README about models as JSON and dicts."""

    package: Code
    model: Code
    """The first model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView:
    """The names and texts in the documents of the package."""

    title: Code
    version: Code
    distribution: Code
    package: Code
    client: Code
    environment: Code
    has_token: bool
    """Whether a token is the only credential."""
    has_credentials: bool
    """Whether there are other credentials."""
    is_open: bool
    """Whether there are no credentials."""
    authentication: tuple[AuthenticationView, ...]
    """Empty or a single section."""
    testing: tuple[TestingView, ...]
    """Empty or a single section."""
    has_base_url: bool
    servers: tuple[ServersView, ...]
    """Empty or a single section."""
    hint: Code
    """A comment after the line that creates a client: the source of its credentials."""
    settings: Code
    """The required arguments of a client."""
    responses: tuple[ResponsesView, ...]
    """A single section, or empty without a sample."""
    has_pages: bool
    """Whether an operation returns pages."""
    pages: tuple[PagesView, ...]
    """A single section, or empty without a sample that returns pages."""
    has_streams: bool
    """Whether an operation returns a stream."""
    waits: tuple[WaitsView, ...]
    """A single section, or empty if no state can be waited for."""
    pollers: tuple[PollersView, ...]
    """A single section, or empty if no operation takes long."""
    has_pollers: bool
    """Whether an operation takes long."""
    has_enums: bool
    has_params: bool
    """Whether there is a module of the types of arguments."""
    has_sample: bool
    sample: SampleView
    has_downloads: bool
    has_rate_limit: bool
    """Whether the document declares one."""
    has_files: bool
    """Whether files are sent as parts."""
    has_headers: bool
    """Whether a response has documented headers."""
    headers: tuple[Code, ...]
    """The descriptions of the headers, without duplicates."""
    groups: tuple[GroupSection, ...]
    origin: tuple[OriginView, ...]
    """Empty or a single section."""
    has_webhooks: bool
    webhooks: tuple[Code, ...]
    """One line per webhook."""
    has_events: bool
    """Whether clients have an attribute for webhooks."""
    has_payload: bool
    """Whether a webhook has a body."""
    payload: Code
    """The type of the first body of a webhook."""
    conversions: tuple[ConversionsView, ...]
    """A single section, or empty without models."""


_NO_SAMPLE = SampleView(statement=EMPTY, awaited=EMPTY, tried=EMPTY, raw=EMPTY, shown=EMPTY, error=EMPTY)


def _responses(shown: SampleView, settings: Code, api: Api, names: Names) -> ResponsesView:
    return ResponsesView(
        package=name(names.distribution.package),
        client=name(names.distribution.client),
        settings=splice("{}, ", settings) if settings else EMPTY,
        statement=shown.statement,
        shown=shown.shown,
        has_unknown=has_unknown(api),
    )


def documents_view(api: Api, names: Names) -> DocumentsView:
    """Describe the documents."""
    distribution = names.distribution
    shown = _sample(api, names)
    settings = needed_settings(api)
    webhooks = webhook_lines(api, _annotations(names))
    unused = bodies_of_parts(api)
    headers = header_lines(api, names)
    payload = payload_of_webhooks(api, _annotations(names))
    return DocumentsView(
        title=markdown(api_phrase(api.title)),
        version=markdown(distribution.version),
        distribution=Code(distribution.name),
        package=name(distribution.package),
        testing=(testing_view(api, names),) if has_testing(api) else (),
        client=name(distribution.client),
        environment=name(distribution.environment),
        hint=_hint(names),
        settings=settings,
        responses=() if shown is None else (_responses(shown, settings, api, names),),
        has_pages=has_pages(api),
        has_streams=has_streams(api),
        pages=_pages(api, names, settings),
        waits=_waiting(api, names, settings),
        pollers=_polling(api, names, settings),
        has_token=names.authentication.is_one_token,
        has_credentials=names.authentication.has_several,
        is_open=not names.authentication.credentials,
        authentication=authentication_section(api, names),
        has_base_url=main_server(api) is not None,
        servers=servers_views(api, names),
        has_pollers=has_long_running(api),
        has_enums=bool(api.enums),
        has_params=bool(passed(api, names)),
        has_sample=shown is not None,
        sample=shown or _NO_SAMPLE,
        has_downloads=has_downloads(api),
        has_rate_limit="x-rate-limit" in api.extensions,
        has_files="_multipart" in needed_modules(api),
        has_headers=bool(headers),
        headers=headers,
        origin=_origin(api),
        has_webhooks=bool(webhooks),
        webhooks=webhooks,
        has_events=has_events(api) and is_attribute(names),
        has_payload=bool(payload),
        payload=payload,
        conversions=tuple(
            ConversionsView(package=name(distribution.package), model=name(one.class_name))
            for one in [one for key, one in names.models.items() if key not in unused][:1]
        ),
        groups=group_sections(api, names),
    )


def _origin(api: Api) -> tuple[OriginView, ...]:
    """Documentation, terms, license and contact of the API (OpenAPI 3.1.1, 4.8.2 to 4.8.4)."""
    contact = " ".join(str(api.contact[key]) for key in ("name", "email", "url") if api.contact.get(key))
    details = {
        "Documentation": see(api.docs).removeprefix("See "),
        "Terms of service": api.terms,
        "License of the API": api.license or "",
        "Contact": contact,
    }
    lines = tuple(splice("{}: {}", Code(what), markdown(text)) for what, text in details.items() if text)
    return (OriginView(lines=lines),) if lines else ()


def _hint(names: Names) -> Code:
    if names.authentication.has_several:
        return Code("  # reads the credentials from the environment")
    if not names.authentication.credentials:
        return EMPTY
    return splice("  # reads the token from {}", name(names.distribution.variable("token")))


def _sample(api: Api, names: Names) -> SampleView | None:
    found = sample(api, names)
    if found is None:
        return None
    raised = [error_class(response.status) for response in raised_responses(found.method.operation)]
    return SampleView(
        statement=found.statement(indent=4),
        awaited=found.statement(indent=8, awaited=True),
        tried=found.statement(indent=8),
        raw=found.raw(indent=4),
        shown=found.shown,
        error=name(raised[-1] if raised else "APIStatusError"),
    )


def _pages(api: Api, names: Names, settings: Code) -> tuple[PagesView, ...]:
    found = sample_of_pages(api, names)
    if found is None:
        return ()
    return (
        PagesView(
            package=name(names.distribution.package),
            client=name(names.distribution.client),
            settings=settings,
            loop=found.loop(indent=4),
        ),
    )


def _waiting(api: Api, names: Names, settings: Code) -> tuple[WaitsView, ...]:
    found = sample_of_waiting(api, names)
    if found is None:
        return ()
    package, client = name(names.distribution.package), name(names.distribution.client)
    return (WaitsView(package=package, client=client, settings=settings, call=found),)


def _polling(api: Api, names: Names, settings: Code) -> tuple[PollersView, ...]:
    found = sample_of_polling(api, names)
    if found is None:
        return ()
    package, client = name(names.distribution.package), name(names.distribution.client)
    return (PollersView(package=package, client=client, settings=settings, call=found),)


def _annotations(names: Names) -> Annotations:
    return Annotations(names.components, Imports(package="."), qualifier="models")
