"""The view of pyproject.toml."""

from __future__ import annotations

from email.utils import parseaddr

from msgspec import Struct

from codegen.model.api import Api
from codegen.naming.names import Names
from codegen.naming.titles import api_phrase
from codegen.views.prose import sentence
from codegen.views.text.quoting import EMPTY, Code, splice, toml


class ProjectView(Struct, frozen=True, kw_only=True):
    """The metadata of the distribution."""

    distribution: Code
    version: Code
    description: Code
    package: Code
    has_license: bool
    license: Code
    has_authors: bool
    authors: tuple[Code, ...]


def project_view(api: Api, names: Names) -> ProjectView:
    """Describe the distribution."""
    chosen = names.distribution
    return ProjectView(
        distribution=toml(chosen.name),
        version=toml(chosen.version),
        description=toml(sentence(f"A Python client for {api_phrase(api.title)}")),
        package=toml(chosen.package),
        has_license=bool(chosen.license),
        license=toml(chosen.license) if chosen.license else EMPTY,
        has_authors=bool(chosen.authors),
        authors=tuple(map(_author, chosen.authors)),
    )


def _author(text: str) -> Code:
    """``Ann Smith <ann@example.com>``, as an entry of ``authors`` (PEP 621)."""
    name, address = parseaddr(text)
    if "@" not in address:
        return splice("{{ name = {} }}", toml(text))
    if not name:
        return splice("{{ email = {} }}", toml(address))
    return splice("{{ name = {}, email = {} }}", toml(name), toml(address))
