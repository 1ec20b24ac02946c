"""Views of the documents of the package: README, api.md and CHANGELOG."""

from __future__ import annotations

from typing import TypeVar

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.pagination import has_pages
from codegen.model.responses import has_downloads
from codegen.model.testing import has_testing
from codegen.model.waiters import has_long_running
from codegen.model.webhooks import has_events
from codegen.model.wire import sends_parts
from codegen.naming.names import Names
from codegen.naming.titles import api_phrase
from codegen.views.annotations import Annotations, Imports
from codegen.views.api_page import GroupSection, group_sections, header_lines
from codegen.views.credentials import AuthenticationView, authentication_section
from codegen.views.fakes import TestingView, testing_view
from codegen.views.inbound import payload_of_webhooks, webhook_lines
from codegen.views.params import passed
from codegen.views.prose import see
from codegen.views.sections import (
    NO_SAMPLE,
    ConversionsView,
    ProgramView,
    ReceivingView,
    ResponsesView,
    SampleView,
    StreamsView,
    TokensView,
    pages_view,
    pollers_view,
    receiving_view,
    responses_view,
    sample_view,
    streams_view,
    tokens_view,
    waits_view,
)
from codegen.views.servers import ServersView, main_server, needed_settings, servers_views
from codegen.views.text.quoting import EMPTY, Code, markdown, name, splice
from codegen.views.webhooks import is_attribute

V = TypeVar("V")


class OriginView(Struct, frozen=True, kw_only=True):
    """The section about the publisher of the API in the README."""

    lines: tuple[Code, ...]


class DocumentsView(Struct, frozen=True, kw_only=True):
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
    pages: tuple[ProgramView, ...]
    """A single section, or empty without a sample that returns pages."""
    streams: tuple[StreamsView, ...]
    """A single section, or empty if no operation returns a stream."""
    waits: tuple[ProgramView, ...]
    """A single section, or empty if no state can be waited for."""
    pollers: tuple[ProgramView, ...]
    """A single section, or empty if no operation takes long."""
    tokens: tuple[TokensView, ...]
    """A single section, or empty if the client cannot get access tokens."""
    receiving: tuple[ReceivingView, ...]
    """A single section, or empty without webhooks that have bodies."""
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


def documents_view(api: Api, names: Names) -> DocumentsView:
    """Describe the documents."""
    distribution = names.distribution
    shown = sample_view(api, names)
    settings = needed_settings(api)
    webhooks = webhook_lines(api, _annotations(names))
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
        responses=_section(responses_view(shown, settings, api, names)),
        has_pages=has_pages(api),
        streams=_section(streams_view(api, names, settings)),
        pages=_section(pages_view(api, names, settings)),
        waits=_section(waits_view(api, names, settings)),
        pollers=_section(pollers_view(api, names, settings)),
        tokens=_section(tokens_view(shown, settings, names)),
        receiving=_section(receiving_view(api, names)),
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
        sample=shown or NO_SAMPLE,
        has_downloads=has_downloads(api),
        has_rate_limit="x-rate-limit" in api.extensions,
        has_files=sends_parts(api),
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
            for one in [one for key, one in names.models.items() if key not in names.classless][:1]
        ),
        groups=group_sections(api, names),
    )


def _section(view: V | None) -> tuple[V, ...]:
    """A section that may be missing, as templates take it."""
    return () if view is None else (view,)


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


def _annotations(names: Names) -> Annotations:
    return Annotations(names.components, Imports(package="."), qualifier="models")
