"""Names the generated package: by the document's title, or as ``info.x-python`` says."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable

from msgspec import Struct
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import InvalidName, canonicalize_name
from packaging.version import InvalidVersion, Version

from codegen.document.node import Pointer
from codegen.document.problems import Problem, Refused
from codegen.model.api import Api
from codegen.naming import reserved
from codegen.naming.brands import brand, words_of_title
from codegen.naming.known_packages import known_distribution, known_import
from codegen.naming.titles import NO_SUBJECT, subject_of_title
from codegen.naming.words import class_name, snake, words


class Distribution(Struct, frozen=True, kw_only=True):
    """The names of the package as a whole."""

    name: str
    """``aether-platform-client``, as ``pip install`` takes it."""
    package: str
    """``aether_platform``, as ``import`` takes it."""
    client: str
    """``AetherPlatform``"""
    version: str
    """As PEP 440 defines it; part of file names."""
    environment: str
    """``AETHER_PLATFORM``, the prefix of environment variables."""
    license: str = ""
    """An SPDX expression; empty for no license."""
    authors: tuple[str, ...] = ()
    """``Ann Smith <ann@example.com>``."""

    @property
    def async_client(self) -> str:
        """``AsyncAetherPlatform``."""
        return f"Async{self.client}"

    @property
    def error(self) -> str:
        """``AetherPlatformError``, the package's own name for the root of its errors."""
        return f"{self.client}Error"

    def variable(self, setting: str) -> str:
        """``AETHER_PLATFORM_TOKEN``, the environment variable for a keyword argument of the client."""
        return f"{self.environment}_{setting.upper()}"


_MAX_LENGTH, _MAX_VERSION_LENGTH = 170, 60
"""Characters. The file name of a wheel has both, and most systems allow 255."""

_OVERRIDES = ("distribution", "package", "client", "version", "environment", "license")
_OTHERS = ("authors", "testing")

_WHERE: Pointer = ("info", "x-python")


def name_distribution(api: Api) -> Distribution:
    """Name the distribution.

    The names come from the subject of the title (`codegen.naming.titles`), else from the host. A name with a
    leading digit gets the prefix "api". A reserved package name and that of a well-known package get the
    suffix ``_client``, a reserved client name ``Client``. A version outside PEP 440 becomes its date or its
    numbers, joined by dots, or 0.0.0 if it has none.

    Raises:
        Refused: ``info`` yields no valid name or version, or an override is not valid.
    """
    about = subject_of_title(api.title)
    if about == NO_SUBJECT and (host := brand(api)) is not None:
        about = [host]
    if words(about[0])[0][0].isdigit():
        about = ["API", *about]
    package = snake(words_of_title(about, api))
    derived = {
        "distribution": _free_distribution(package.replace("_", "-")),
        "package": f"{package}_client" if _is_taken(package) else package,
        "client": _client(
            "".join(class_name(word) for word in about).replace("_", "")
        ),  # the width of a digest
        "version": _version(api.version),
        "environment": "",
        "license": "",
    }
    problems = [
        Problem(
            f"{key!r} is not a key of info.x-python; it has {', '.join((*_OVERRIDES, *_OTHERS))}",
            "x-python",
            (*_WHERE, key),
            "key",
        )
        for key in api.python
        if key not in (*_OVERRIDES, *_OTHERS)
    ]
    chosen = {key: str(api.python.get(key, derived[key])) for key in _OVERRIDES}
    if "environment" not in api.python:
        chosen["environment"] = _environment(chosen["package"])
    authors = api.python.get("authors", [])
    if not isinstance(authors, list) or not all(isinstance(one, str) and one.strip() for one in authors):
        problems.append(Problem("'authors' must be a list of names", "package", (*_WHERE, "authors")))
        authors = []
    if not isinstance(api.python.get("testing", True), bool):
        problems.append(Problem("'testing' must be true or false", "package", (*_WHERE, "testing")))
    for key, value in chosen.items():
        if key == "environment" and key not in api.python:
            continue  # it follows from the package
        if len(value) > _MAX_LENGTH or not _VALID[key](value):
            where = (
                (*_WHERE, key) if key in api.python else ("info", "version" if key == "version" else "title")
            )
            problems.append(
                Problem(
                    f"{value!r} cannot be the {key} of a Python package: {_ASKED[key]}"
                    + ("" if key in api.python else f"; set '{key}' in wholespec.toml or in info.x-python"),
                    "package",
                    where,
                )
            )
    if problems:
        raise Refused(problems)
    return Distribution(
        name=chosen["distribution"],
        package=chosen["package"],
        client=chosen["client"],
        version=chosen["version"],
        environment=chosen["environment"],
        license=_license(chosen["license"]),
        authors=tuple(map(str, authors)),
    )


def _is_taken(package: str) -> bool:
    return package in reserved.PACKAGES or keyword.iskeyword(package) or known_import(package)


def _free_distribution(name: str) -> str:
    """``stripe-client``; ``qdrant-api-client``, since ``qdrant-client`` is the vendor's."""
    plain = name.removesuffix("-client")
    names = (f"{plain}-client", f"{plain}-api-client", f"{plain}-typed-client")
    return next((one for one in names if not known_distribution(one)), names[-1])


def _environment(package: str) -> str:
    """The prefix of variables. It avoids prefixes of well-known ones, such as ``SLACK_BOT_TOKEN``."""
    prefix = package.upper()
    is_of_others = prefix in reserved.ENVIRONMENT_ALONE or prefix.partition("_")[0] in reserved.ENVIRONMENT
    return f"{prefix}_CLIENT" if is_of_others and not prefix.endswith("_CLIENT") else prefix


def _client(text: str) -> str:
    is_taken = bool(reserved.client_classes() & {text, f"Async{text}", f"{text}Error"})
    return f"{text}Client" if is_taken or keyword.iskeyword(text) else text


def _version(text: str) -> str:
    if _is_version(text):
        return text
    if (date := _date(text)) is not None:
        return date
    numbers = ".".join(number.lstrip("0") or "0" for number in re.findall(r"[0-9]+", text)[:6])
    return numbers or ("0.0.0" if text.strip() else "")


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_DATE = re.compile(rf"(?i)\b({'|'.join(_MONTHS)})[a-z]*\.? ([0-9]{{1,2}}),? ([0-9]{{4}})\b")


def _date(text: str) -> str | None:
    """The date in a text: ``2025.10.15`` for ``Wed Oct 15 2025 13:53:19 GMT``."""
    found = _DATE.search(text)
    return f"{int(found[3])}.{_MONTHS.index(found[1].lower()) + 1}.{int(found[2])}" if found else None


def _license(text: str) -> str:
    """The SPDX expression in its canonical form; empty if it is not valid."""
    try:
        return str(canonicalize_license_expression(text)) if text else ""
    except InvalidLicenseExpression:
        return ""


def _is_version(text: str) -> bool:
    if len(text) > _MAX_VERSION_LENGTH:
        return False
    try:
        Version(text)
    except InvalidVersion:
        return False
    return True


def _is_distribution(text: str) -> bool:
    try:
        return canonicalize_name(text, validate=True) not in reserved.DISTRIBUTIONS
    except InvalidName:
        return False


def _is_package(text: str) -> bool:
    return (
        bool(re.fullmatch(r"[a-z][a-z0-9_]*", text))
        and not keyword.iskeyword(text)
        and text not in reserved.PACKAGES
    )


def _is_client(text: str) -> bool:
    is_name = bool(re.fullmatch(r"[A-Z][A-Za-z0-9]*", text)) and not keyword.iskeyword(text)
    return is_name and _client(text) == text


_ASKED = {
    "distribution": "it has letters and digits, separated by '-', '_' or '.', such as 'shop-client',"
    " and is none that the client needs",
    "package": "it is a name in lower case such as 'shop_client', and no module of Python or of a dependency",
    "client": "it is a name in capitalised words such as 'ShopClient', and none that the code needs",
    "version": "it is a version by PEP 440, such as '1.2.0'",
    "environment": "it has capitals, digits and '_', such as 'SHOP'",
    "license": "it is an SPDX expression, such as 'MIT' or 'Apache-2.0'",
}
"""The requirements for each name."""

_VALID: dict[str, Callable[[str], bool]] = {
    "distribution": _is_distribution,
    "package": _is_package,
    "client": _is_client,
    "version": _is_version,
    "environment": lambda text: bool(re.fullmatch(r"[A-Z][A-Z0-9_]*", text)),
    "license": lambda text: not text or bool(_license(text)),
}
