"""Names that a scope must not use, since the generated code around it uses them.

They are computed from what generated modules import (`codegen.model.runtime.imports`), from the manifest of
the runtime and from its source. Python's keywords are not listed: every `Scope` avoids them.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import cache

from codegen.model.runtime.imports import BUILTINS, FROM_LIBRARIES, FROM_PACKAGE, MODULES
from codegen.model.runtime.interface import (
    builtins_of_template,
    client_attributes,
    client_options,
    error_classes,
    imports_of_template,
)
from codegen.model.runtime.manifest import exported_to

WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}.union(f"{port}{number}" for port in ("com", "lpt") for number in range(10))
)
"""Names that no file or folder can have on Windows, whatever its extension."""

_STANDARD_LIBRARY = frozenset(
    {
        *sys.stdlib_module_names,
        *("asynchat", "asyncore", "distutils", "imp", "smtpd"),  # removed in 3.12
        *("aifc", "audioop", "cgi", "cgitb", "chunk", "crypt", "imghdr", "lib2to3", "mailcap", "msilib"),
        *("nis", "nntplib", "ossaudiodev", "pipes", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib"),
        *("annotationlib", "compression"),  # added in 3.14
        "test",  # it is not in any list
    }
)
"""The modules of Python 3.11 to 3.14: so the name of a package does not depend on the version."""

_DEPENDENCIES = frozenset(
    {"anyio", "h11", "httpcore2", "httpx2", "idna", "msgspec", "truststore", "typing_extensions"}
)
"""The packages that a client imports, directly or indirectly."""

_FILES = frozenset({"license", "readme", "changelog", "tests", "docs", "build", "dist"})
"""Files and folders beside the package. Names on macOS and Windows are case-insensitive."""

_INSTALLERS = frozenset({"pip", "setuptools", "wheel", "pkg_resources", "sitecustomize", "usercustomize"})
"""Modules that install packages, or are imported when Python starts."""

DISTRIBUTIONS = frozenset(
    {*(name.replace("_", "-") for name in _DEPENDENCIES), "certifi", "pip", "setuptools", "wheel", "uv"}
)
"""Distributions that a client depends on, and those that install it: another one would replace them."""

ENVIRONMENT = frozenset(
    {
        *("ACTIONS", "ANSIBLE", "ANTHROPIC", "ARM", "ATLASSIAN", "AWS", "AZURE", "BITBUCKET"),
        *("BUILDKITE", "CARGO", "CF", "CI", "CIRCLE", "CIRCLECI", "CLOUDFLARE", "CLOUDSDK", "CODECOV"),
        *("COHERE", "CONDA", "CONSUL", "CURL", "DATABRICKS", "DATADOG", "DD"),
        *("DIGITALOCEAN", "DISCORD", "DJANGO", "DOCKER", "DYLD", "FASTLY", "FIREBASE", "FLY"),
        *("GCLOUD", "GCP", "GEMINI", "GH", "GIT", "GITHUB", "GITLAB", "GOOGLE", "GPG", "GROQ", "HCLOUD"),
        *("HELM", "HEROKU", "HF", "HUGGING", "HUGGINGFACE", "JAVA", "JENKINS", "JIRA"),
        *("KAGGLE", "KUBE", "KUBERNETES", "LD", "LINODE", "MISTRAL", "MONGO", "MONGODB", "MYSQL"),
        *("NETLIFY", "NEWRELIC", "NODE", "NOMAD", "NOTION", "NPM", "NUGET", "NVIDIA", "OCI", "OKTA"),
        *("OPENAI", "PAGERDUTY", "PG", "PIP", "POETRY", "POSTGRES", "PULUMI", "PYPI", "PYTHON", "REDIS"),
        *("REPLICATE", "REQUESTS", "RUNNER", "SCW", "SENDGRID", "SENTRY", "SHOPIFY", "SLACK", "SNOWFLAKE"),
        *("SNYK", "SONAR", "SSH", "SSL", "STRIPE", "SUPABASE", "TAILSCALE", "TELEGRAM", "TERRAFORM", "TF"),
        *("TRAVIS", "TWILIO", "TWINE", "UV", "VAULT", "VERCEL", "WANDB", "YARN"),
    }
)
"""First words of the variables of others. A client reads none: a document could ask for any secret."""

ENVIRONMENT_ALONE = frozenset({"ALL", "DATABASE", "DB", "FTP", "HTTP", "HTTPS", "NO"})
"""The same, of variables with one more word, such as ``NO_PROXY``: many titles begin with these words."""

PACKAGES = _STANDARD_LIBRARY | _DEPENDENCIES | _FILES | _INSTALLERS | WINDOWS_DEVICES
"""Modules that would hide the generated package or be hidden by it; folders that Windows cannot have."""

MODELS = frozenset({*FROM_LIBRARIES, *MODULES, *BUILTINS, "models", *exported_to("models")})
"""The modules of models import these; other modules import ``models`` whole, and ``params.py`` has the same
names beside it."""

FIELDS = frozenset(
    {*FROM_LIBRARIES, *MODULES, *BUILTINS, *(one for one in exported_to("models") if one.endswith("_field"))}
)
"""The annotations and the defaults of later fields would refer to the field of that name."""

MEMBERS = frozenset({*dir(StrEnum), *dir(type(StrEnum)), "name", "value"})
"""The attributes of enumerations and of their metaclass, such as ``mro``."""

ARGUMENTS = frozenset({"self", "mro", "models", *exported_to("resources")}) - {"deprecated"}
"""The function that builds a request uses these in its body. A dataclass takes `type.mro` for a default."""

PARAMETERS = ARGUMENTS | {"body", "content_type"}
"""With the arguments of a body that is not spread into keywords."""


@cache
def resource_attributes() -> frozenset[str]:
    """The attributes of clients and what their module imports; modules of resources have these names, too."""
    return client_attributes() | imports_of_template("_client.py.jinja") | WINDOWS_DEVICES


CHILDREN = frozenset({"cached_property"})
"""The decorator of the attributes of a resource that are resources."""


@cache
def resource_classes() -> frozenset[str]:
    """The imports of modules that define or import resource classes."""
    imported_by_client = {*exported_to("_client"), *imports_of_template("_client.py.jinja")}
    return frozenset({*FROM_LIBRARIES, *FROM_PACKAGE, *MODULES, *imported_by_client})


@cache
def client_classes() -> frozenset[str]:
    """The imports and exports of modules that define or import the class of the client."""
    imported = imports_of_template("__init__.py.jinja") | imports_of_template("_client.py.jinja")
    return frozenset({*imported, *exported_to("__init__"), *exported_to("_client"), *error_classes()})


@cache
def credential_keywords() -> frozenset[str]:
    """The other arguments of clients."""
    used = builtins_of_template("_client_constructor.jinja") | {"SERVER", "FACTS", "self", "options"}
    return frozenset({*client_options(), *used, "positional"})
