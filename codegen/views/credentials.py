"""Credentials in the output: the arguments of the clients, ``SECURITY``, and the needs of operations."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from codegen.model.api import Api, Flow, Scheme
from codegen.model.credentials import Credential, Grants
from codegen.model.operations import Operation
from codegen.naming.credentials import Alternatives, NamedCredential
from codegen.naming.names import Names
from codegen.views.prose import in_series, opening, sentence, summary
from codegen.views.text.quoting import EMPTY, Code, code_span, join, literal, markdown, name, splice


class CredentialArgument(Struct, frozen=True, kw_only=True):
    """An argument of the clients."""

    keyword: str
    variable: str
    """The environment variable."""
    text: str
    """Its description, in sentences."""


class CredentialLine(Struct, frozen=True, kw_only=True):
    """A credential in the README."""

    keyword: Code
    variable: Code
    text: Code


class AuthenticationView(Struct, frozen=True, kw_only=True):
    """The section about authentication in the README."""

    has_credentials: bool
    """Whether authentication is more than one token."""
    credentials: tuple[CredentialLine, ...]
    has_grants: bool
    """Whether the client can get tokens itself."""
    grant: Code
    """The arguments for it, beside the client's id."""
    has_schemes: bool
    schemes: tuple[Code, ...]
    """The schemes, and how to obtain tokens, one per line."""


def alternatives_code(several: Alternatives) -> Code:
    """``[["api_key", "app_id"], ["token"]]``."""
    lists = [splice("[{}]", join(", ", [literal(keyword) for keyword in one])) for one in several]
    return splice("[{}]", join(", ", lists))


def security_arguments(names: Names) -> tuple[Code, ...]:
    """The keyword arguments of ``Security``."""
    authentication = names.authentication
    schemes = [_scheme(one) for one in authentication.credentials]
    return (
        splice("schemes=[{}]", join(", ", schemes)),
        splice("default={}", alternatives_code(authentication.default)),
        splice("required={}", literal(authentication.is_required)),
        *_grants(authentication.grants),
    )


def _grants(grants: Grants | None) -> Iterator[Code]:
    if grants is None:
        return
    texts = {
        "token_url": grants.token_url,
        "refresh_url": grants.refresh_url,
        "device_url": grants.device_url,
        "device_token_url": grants.device_token_url,
    }
    settings = [splice("{}={}", name(key), literal(text)) for key, text in texts.items() if text]
    for key, scopes in (("scopes", grants.scopes), ("device_scopes", grants.device_scopes)):
        if scopes:
            listed = join(", ", [literal(scope) for scope in scopes])
            settings.append(splice("{}=[{}]", name(key), listed))
    yield splice("grants=Grants({})", join(", ", settings))


def _scheme(named: NamedCredential) -> Code:
    keyword, scheme = named.keywords[0], named.credential.schemes[0]
    match named.credential.kind:
        case "bearer":
            return Code("Bearer()")
        case "basic":
            return Code("Basic()")
        case "key":
            texts = (keyword, scheme.location, scheme.parameter)
            return splice("Key({})", join(", ", [literal(text) for text in texts]))
        case _:
            return splice(
                "Key({})", join(", ", [literal(text) for text in (keyword, "header", "Authorization")])
            )


def credential_arguments(names: Names) -> tuple[CredentialArgument, ...]:
    """The arguments, in the order of the document's schemes; then those to get tokens with."""
    texts = [
        pair
        for named in names.authentication.credentials
        for pair in zip(named.keywords, _texts(named.credential), strict=True)
    ]
    return tuple(
        CredentialArgument(keyword=keyword, variable=names.distribution.variable(keyword), text=text)
        for keyword, text in (*texts, *((one, _GRANTING[one]) for one in names.authentication.granting))
    )


_GRANTING = {
    "client_id": "The client's id at the authorization server, for a client that gets its tokens.",
    "client_secret": "The client's secret at the authorization server.",
    "refresh_token": "The refresh token, for which the client gets access tokens.",
}


def _texts(credential: Credential) -> Iterator[str]:
    scheme = credential.schemes[0]
    match credential.kind:
        case "bearer":
            first = "The bearer token."
        case "basic":
            first = "The username."
        case "key":
            where = {"header": "header", "query": "query parameter", "cookie": "cookie"}[scheme.location]
            first = f"The key, sent in the {where} {scheme.parameter}."
        case _:
            known = ", ".join(dict.fromkeys(one.http_scheme for one in credential.schemes))
            first = f"The value of the Authorization header, for the scheme {known}."
    deprecated = "It is deprecated." if all(one.deprecated for one in credential.schemes) else ""
    yield summary(first, *(one.description for one in credential.schemes), deprecated)
    if credential.kind == "basic":
        yield "The password, which may be empty."


def needs(operation: Operation, names: Names) -> str:
    """The credentials of an operation, if they differ from the default, and the scopes of its tokens."""
    own = names.authentication.own(operation)
    notes = [] if own is None else [_needed(own)]
    scopes = dict.fromkeys(
        scope for together in operation.security for requirement in together for scope in requirement.scopes
    )
    if scopes:
        notes.append(f"Scopes: {', '.join(f'`{scope}`' for scope in scopes)}.")
    return " ".join(notes)


def _needed(several: Alternatives) -> str:
    listed = ", or ".join(in_series([f"`{keyword}`" for keyword in one]) for one in several if one)
    if not listed:
        return "No credentials are required."
    return f"{'Required' if all(several) else 'Optional'} credentials: {listed}."


_FLOWS = {
    "implicit": "implicit flow",
    "password": "password flow",
    "clientCredentials": "client credentials flow",
    "authorizationCode": "authorization code flow",
    "deviceAuthorization": "device authorization flow",
}


def scheme_lines(api: Api) -> tuple[Code, ...]:
    """The schemes that need an explanation, each a line of Markdown."""
    lines: list[Code] = []
    for scheme in api.schemes:
        said = _said(scheme)
        if scheme.type == "mutualTLS":
            lines.append(splice("{}: a client certificate.{}", code_span(scheme.name), said))
        if scheme.open_id_url:
            where = code_span(scheme.open_id_url)
            lines.append(
                splice("{}: OpenID Connect, discovery at {}.{}", code_span(scheme.name), where, said)
            )
        lines += [
            splice("{}: OAuth 2.0, {}{}.{}", code_span(scheme.name), _way(flow), _scopes(flow), said)
            for flow in scheme.flows
        ]
    return tuple(lines)


def _said(scheme: Scheme) -> Code:
    """The description of a scheme, and what else is to be known of it, each after a space."""
    said = [markdown(sentence(scheme.description))] if scheme.description else []
    if scheme.metadata_url:
        said.append(splice("Metadata: {}.", code_span(scheme.metadata_url)))
    if scheme.deprecated:
        said.append(Code("It is deprecated."))
    return join("", [splice(" {}", one) for one in said])


def _way(flow: Flow) -> Code:
    urls = (
        ("authorization URL", flow.authorization_url),
        ("device authorization URL", flow.device_authorization_url),
        ("token URL", flow.token_url),
        ("refresh URL", flow.refresh_url),
    )
    links = [splice("{} {}", Code(what), code_span(url)) for what, url in urls if url]
    return join(", ", [Code(_FLOWS.get(flow.name, "unknown flow")), *links])


def _scopes(flow: Flow) -> Code:
    scopes = [splice("{}{}", code_span(one), _note(text.strip())) for one, text in flow.scopes.items()]
    return splice("; scopes: {}", join(", ", scopes)) if scopes else EMPTY


def authentication_section(api: Api, names: Names) -> tuple[AuthenticationView, ...]:
    """The section about authentication: empty or a single one."""
    schemes = scheme_lines(api)
    if not schemes and not names.authentication.has_several:
        return ()
    explained = (
        CredentialLine(keyword=name(one.keyword), variable=name(one.variable), text=_brief(one.text))
        for one in credential_arguments(names)
    )
    return (
        AuthenticationView(
            has_credentials=names.authentication.has_several,
            credentials=tuple(explained),
            has_grants=names.authentication.grants is not None,
            grant=_granting(names.authentication.grants),
            has_schemes=bool(schemes),
            schemes=schemes,
        ),
    )


def _granting(grants: Grants | None) -> Code:
    if grants is None or not grants.refresh_url:
        return Code("`client_secret=`")
    return Code("`client_secret=` or `refresh_token=`" if grants.token_url else "`refresh_token=`")


def _brief(text: str) -> Code:
    """The first sentences of the description of a credential, for a table cell."""
    first, _, others = text.partition("\n\n")
    return markdown(f"{first} {opening(others)[0]}")


def _note(text: str) -> Code:
    """A text in parentheses, without the period of its sentence."""
    plain = text if text.endswith("..") else text.removesuffix(".")
    return splice(" ({})", markdown(plain)) if plain else EMPTY
