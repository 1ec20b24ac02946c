"""What the package's own documents are made of: README, api.md, CHANGELOG and pyproject.toml."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from codegen.annotations import Annotations, Imports
from codegen.model import Api, Header, Operation
from codegen.naming import Method, Names
from codegen.quoting import EMPTY, Code, code_span, join, literal, markdown, name, splice, toml
from codegen.runtime import error_class
from codegen.titles import called
from codegen.views.authentication import credentials, has_several, scheme_lines
from codegen.views.models import may_be_unknown
from codegen.views.prose import about, opening, see, sentence
from codegen.views.received import callback_lines, webhook_lines
from codegen.views.resources import answers, errors, outline, title
from codegen.views.sample import sample
from codegen.views.servers import main_server, server_lines
from codegen.wire import modules_of_wire


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """The call of the quick start, ``cluster = client.clusters.update(...)``, where each text has it."""

    statement: Code
    awaited: Code
    tried: Code
    raw: Code
    """The same for the whole response."""
    shown: Code
    """What is printed afterwards."""
    error: Code
    """The class of the last documented error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialLine:
    """A credential in the README."""

    keyword: Code
    variable: Code
    text: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticationView:
    """How to authenticate, in the README."""

    has_credentials: bool
    """There is more than one token."""
    credentials: tuple[CredentialLine, ...]
    has_schemes: bool
    schemes: tuple[Code, ...]
    """What there is to know of how tokens are had, one line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """Who publishes the API, in the README."""

    lines: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServersView:
    """The servers, in the README."""

    has_host: bool
    lines: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    """An operation in api.md."""

    call: Code
    request: Code
    summary: Code
    headers: Code
    """The names of the headers of its answers, behind the summary."""
    callbacks: Code
    """What the API sends in turn, behind the summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSection:
    """A group of operations in api.md."""

    attribute: Code
    """``client.issues``, in a code span."""
    link: Code
    """A link to the heading that has it."""
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsesView:
    """What is said of responses that are not as documented."""

    package: Code
    client: Code
    settings: Code
    """What a client must be made with, before others."""
    statement: Code
    shown: Code
    has_unknown: bool
    """A value may be of no known member of a union."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView:
    """Names and texts that the package's documents share."""

    title: Code
    version: Code
    version_toml: Code
    description_toml: Code
    distribution: Code
    distribution_toml: Code
    package: Code
    package_toml: Code
    client: Code
    environment: Code
    has_token: bool
    """One token is all that authenticates."""
    has_credentials: bool
    """There are others."""
    is_open: bool
    """There are none."""
    authentication: tuple[AuthenticationView, ...]
    """One, if there is something to say."""
    has_base_url: bool
    servers: tuple[ServersView, ...]
    """One, if there is something to choose."""
    hint: Code
    """Behind the line that makes a client: where its credentials come from."""
    settings: Code
    """What a client must be made with."""
    has_enums: bool
    responses: tuple[ResponsesView, ...]
    """One, where there is a sample."""
    has_sample: bool
    sample: SampleView
    has_files: bool
    """Whether files are sent as parts."""
    has_headers: bool
    """Whether any answer has documented headers."""
    headers: tuple[Code, ...]
    """What is told in them, each once."""
    groups: tuple[GroupSection, ...]
    origin: tuple[OriginView, ...]
    """One, if the document says who publishes the API, and where."""
    has_webhooks: bool
    webhooks: tuple[Code, ...]
    """One line each."""


_NO_SAMPLE = SampleView(statement=EMPTY, awaited=EMPTY, tried=EMPTY, raw=EMPTY, shown=EMPTY, error=EMPTY)


def _responses(shown: SampleView, settings: Code, api: Api, names: Names) -> ResponsesView:
    return ResponsesView(
        package=name(names.distribution.package),
        client=name(names.distribution.client),
        settings=splice("{}, ", settings) if settings else EMPTY,
        statement=shown.statement,
        shown=shown.shown,
        has_unknown=any(may_be_unknown(union, api) for union in api.unions.values()),
    )


def documents_view(api: Api, names: Names) -> DocumentsView:
    """Describe the documents."""
    distribution = names.distribution
    shown = _sample(api, names)
    settings = _settings(api)
    webhooks = webhook_lines(api, _annotations(names))
    return DocumentsView(
        title=markdown(called(api.title)),
        version=markdown(distribution.version),
        version_toml=toml(distribution.version),
        description_toml=toml(sentence(f"A Python client for {called(api.title)}")),
        distribution=Code(distribution.name),
        distribution_toml=toml(distribution.name),
        package=name(distribution.package),
        package_toml=toml(distribution.package),
        client=name(distribution.client),
        environment=name(distribution.environment),
        hint=_hint(names),
        settings=settings,
        has_token=names.authentication.is_one_token,
        has_credentials=has_several(names),
        is_open=not names.authentication.credentials,
        authentication=_authentication(api, names),
        has_base_url=main_server(api) is not None,
        servers=_servers(api),
        has_enums=bool(api.enums),
        responses=() if shown is None else (_responses(shown, settings, api, names),),
        has_sample=shown is not None,
        sample=shown or _NO_SAMPLE,
        has_files=modules_of_wire(api)["_multipart.py"],
        has_headers=any(_headers(operation) for operation in api.operations),
        headers=_header_lines(api, names),
        origin=_origin(api),
        has_webhooks=bool(webhooks),
        webhooks=webhooks,
        groups=tuple(
            GroupSection(
                attribute=code_span(f"client.{group.module}"),
                link=splice("[{}](#client{})", code_span(group.module), name(group.module)),
                operations=tuple(_line(method, name(group.module), api, names) for method in group.methods),
            )
            for group in names.groups
        ),
    )


def _authentication(api: Api, names: Names) -> tuple[AuthenticationView, ...]:
    schemes = scheme_lines(api)
    if not schemes and not has_several(names):
        return ()
    explained = (
        CredentialLine(keyword=name(one.keyword), variable=name(one.variable), text=_brief(one.text))
        for one in credentials(names)
    )
    return (
        AuthenticationView(
            has_credentials=has_several(names),
            credentials=tuple(explained),
            has_schemes=bool(schemes),
            schemes=schemes,
        ),
    )


def _brief(text: str) -> Code:
    """What is said of a credential first, and first of what the document says, for a cell of a table."""
    first, _, others = text.partition("\n\n")
    return markdown(f"{first} {opening(others)[0]}")


def _servers(api: Api) -> tuple[ServersView, ...]:
    lines = server_lines(api)
    return (ServersView(has_host=main_server(api) is not None, lines=lines),) if lines else ()


def _origin(api: Api) -> tuple[OriginView, ...]:
    """Documentation, terms, licence and contact, as the document has them (OpenAPI 3.1.1, 4.8.2 to 4.8.4)."""
    contact = " ".join(str(api.contact[key]) for key in ("name", "email", "url") if api.contact.get(key))
    told = {
        "Documentation": see(api.docs).removeprefix("See "),
        "Terms of service": api.terms,
        "License of the API": api.license or "",
        "Contact": contact,
    }
    lines = tuple(splice("{}: {}", Code(what), markdown(text)) for what, text in told.items() if text)
    return (OriginView(lines=lines),) if lines else ()


def _hint(names: Names) -> Code:
    if has_several(names):
        return Code("  # its credentials are taken from the environment")
    if not names.authentication.credentials:
        return EMPTY
    return splice("  # the token is taken from {}_TOKEN", name(names.distribution.environment))


def _settings(api: Api) -> Code:
    """What a client must be given where the document does not say on which host the API is."""
    if main_server(api) is not None:
        return EMPTY
    path = api.servers[0].url.rstrip("/") if api.servers else ""
    return splice("base_url={}", literal(urljoin("https://api.example.com", path)))


def _sample(api: Api, names: Names) -> SampleView | None:
    found = sample(api, names)
    if found is None:
        return None
    raised = [error_class(response.status) for response in errors(found.method.operation)]
    return SampleView(
        statement=found.statement(indent=4),
        awaited=found.statement(indent=8, awaited=True),
        tried=found.statement(indent=8),
        raw=found.raw(indent=4),
        shown=found.shown,
        error=name(raised[-1] if raised else "APIStatusError"),
    )


def _annotations(names: Names) -> Annotations:
    return Annotations(names.classes, Imports(package="."), qualifier="models")


def _line(method: Method, group: Code, api: Api, names: Names) -> OperationView:
    imports = Imports(package=".")
    annotations = Annotations(names.classes, imports, qualifier="models")
    arguments, returns = outline(method, api, annotations, imports)
    call = f"client.{group}.{method.name}({join(', ', arguments)}) -> {returns}"
    operation = method.operation
    return OperationView(
        call=code_span(call),
        request=code_span(f"{operation.method} {operation.path}"),
        summary=markdown(title(operation)),
        headers=_header_names(operation),
        callbacks=callback_lines(operation, api, annotations),
    )


def _headers(operation: Operation) -> list[Header]:
    """The documented headers of all answers, each name once, as the first answer to have it says."""
    headers: dict[str, Header] = {}
    for response in (*answers(operation), *errors(operation)):
        for header in response.headers:
            headers.setdefault(header.wire_name, header)
    return [*headers.values()]


def _header_names(operation: Operation) -> Code:
    found = [code_span(header.wire_name) for header in _headers(operation)]
    return splice(" Headers: {}.", join(", ", found)) if found else EMPTY


def _header_lines(api: Api, names: Names) -> tuple[Code, ...]:
    annotations = _annotations(names)
    lines = (_header(header, annotations) for operation in api.operations for header in _headers(operation))
    return tuple(sorted(dict.fromkeys(lines)))


def _header(header: Header, annotations: Annotations) -> Code:
    written = code_span(f"{header.wire_name}: {annotations.of(header.type)}")
    text = about(header.notes)
    return splice("{} {}", written, markdown(text)) if text else written
