"""Translates a ``stainless.yml``: names, license, servers, security, and omitted or deprecated parts.

https://www.stainless.com/docs/reference/config describes it.
"""

from __future__ import annotations

import re
from pathlib import Path

from codegen.document.node import Json, Node, mappings_in
from codegen.prepare.config.configured_actions import operation_pointers
from codegen.prepare.config.translated.imported import Imported, member
from codegen.prepare.config.translated.reasons import reason
from codegen.prepare.config.translated.stainless_resources import line_of, resources
from codegen.standard.extensions import is_public_name

_SUFFIXES = re.compile(r"_(API_KEY|API_TOKEN|BEARER_TOKEN|ACCESS_TOKEN|AUTH_TOKEN|TOKEN|KEY)$")
_READ = {
    "": {
        *("resources", "targets", "languages", "settings", "client_settings", "organization", "pagination"),
        *(
            "environments",
            "security",
            "security_schemes",
            "unspecified_endpoints",
            "query_settings",
            "openapi",
        ),
    },
    "organization": {"name", "contact", "docs"},
    "settings": {"license"},
    "client_settings": {"opts", "idempotency", "default_env_prefix"},
    "query_settings": set[str](),
    "openapi": set[str](),
    "targets": {"python"},
    "targets.python": {"package_name", "project_name", "publish"},
}
"""The keys that are read, by the part that they are in. All others get a reason."""


def translated_stainless(path: Path, values: Node, root: Node) -> Imported:
    """The settings of a configuration for a document."""
    found = Imported(str(path))
    targets = values.mapping("targets") or values.mapping("languages")
    python = targets.mapping("python")
    _packages(python, values, root, found)
    _client(values.mapping("client_settings"), root, found)
    resources(values.mapping("resources"), root, found)
    _unlisted(values, root, found)
    _servers(values, root, found)
    _security(values, root, found)
    pagination = values.get("pagination")
    found.pages = [pagination] if isinstance(pagination, Node) else values.mappings("pagination")
    parts = {key: values.mapping(key) for key in _READ if "." not in key}
    for part, inner in {**parts, "": values, "targets": targets, "targets.python": python}.items():
        for key in inner:
            if key not in _READ[part] and not key.startswith("$"):
                name = f"{part}.{key}".lstrip(".")
                found.leave(name, reason(name))
    return found


def _packages(python: Node, values: Node, root: Node, found: Imported) -> None:
    published = python.mapping("publish").mapping("pypi").text("package_name")
    organization = values.mapping("organization")
    name, contact = organization.text("name"), organization.text("contact")
    client = _class(name, values.mapping("custom_casings"))
    settings = values.mapping("settings")
    if "contents" in settings.mapping("license"):
        found.leave("settings.license.contents", "put its text into a file LICENSE in the output")
    taken = {
        "package": python.text("package_name"),
        "distribution": published or python.text("project_name"),
        "client": client if is_public_name(client) else "",
        "license": settings.text("license") or settings.mapping("license").text("name"),
    }
    found.settings |= {key: value for key, value in taken.items() if value}
    if name and contact:
        found.settings["authors"] = [f"{name} <{contact}>"]
    if (docs := organization.text("docs")) and "externalDocs" not in root:
        url = docs if "://" in docs else f"https://{docs}"
        found.update("$", {"externalDocs": Node({"url": url})})
    if python.mapping("publish").keys() - {"pypi"} or python.mapping("publish").get("pypi"):
        found.leave("targets.python.publish", reason("targets.python.publish"))


def _class(name: str, casings: Node) -> str:
    """The class of the client, which Stainless derives from the name of the organization."""
    written = {key.casefold(): value for key, value in casings.items() if isinstance(value, Node)}
    words = [name] if name.casefold() in written else re.findall(r"[A-Za-z0-9]+", name)
    return "".join(_word(word, written.get(word.casefold(), Node())) for word in words)


def _word(word: str, casing: Node) -> str:
    if casing.get("initialism") is True:
        return word.upper()
    return casing.text("pascal") or word[:1].upper() + word[1:]


def _client(settings: Node, root: Node, found: Imported) -> None:
    if prefix := settings.text("default_env_prefix").rstrip("_"):
        found.settings["environment"] = prefix
    for name, option in settings.entries("opts"):
        _option(name, option, found)
    if header := settings.mapping("idempotency").text("header"):
        _idempotency(header, root, found)


def _option(name: str, option: Node, found: Imported) -> None:
    at = f"client_settings.opts.{name}"
    if variable := option.text("read_env"):
        prefix = _SUFFIXES.sub("", variable)
        if prefix and prefix != variable:
            found.settings.setdefault("environment", prefix)
        found.leave(f"{at}.read_env", f"the README of the client has the name of the variable for {variable}")
    for key, instead in {
        "send_in_header": "pass `headers=` to the client",
        "send_as_query_param": "pass `query=` to `with_options` of the client",
        "send_as_body_param": "pass `body=` to `with_options` of the client",
        "send_as_path_param": "it is an argument of each method",
    }.items():
        if key in option:
            found.leave(f"{at}.{key}", instead)


def _idempotency(header: str, root: Node, found: Imported) -> None:
    """A header for keys, as a parameter of each POST: the client then makes a key for each call."""
    at = "client_settings.idempotency"
    if "swagger" in root:
        found.leave(at, "an action can add the header to each operation of Swagger 2.0")
    elif header.casefold() != "idempotency-key":
        found.leave(at, "the client makes keys for the header Idempotency-Key only")
    elif any(part.text("name").casefold() == header.casefold() for part in mappings_in(root)):
        found.leave(at, f"the document says itself which operations have the header {header}")
    elif any(line.startswith("POST /") for _, line, _, _ in operation_pointers(root)):
        schema = Node({"type": "string"})
        parameter = Node({"name": header, "in": "header", "schema": schema})
        found.update("$.paths[*].post", {"parameters": [parameter]})


def _unlisted(values: Node, root: Node, found: Imported) -> None:
    """The operations that no resource lists: ignored ones, and the others."""
    known = {line.casefold(): line for _, line, _, _ in operation_pointers(root)}
    for endpoint in map(str, values.values_of("unspecified_endpoints")):
        line = known.get(line_of(endpoint))
        if line is None:
            found.leave(f"unspecified_endpoints.{endpoint}", "the document has no such operation")
        elif line not in found.operations and line not in found.excluded:
            found.excluded.append(line)
    others = len(known.values() - found.operations.keys() - {*found.excluded})
    if others:
        found.left.append(f"operations that it does not list, {others} in all: they are generated as well")


def _servers(values: Node, root: Node, found: Imported) -> None:
    """The servers. The first one is that of the client; `base_url=` chooses another one."""
    urls: dict[str, str] = {}
    for name, url in values.mapping("environments").items():
        if isinstance(url, str):
            urls[name] = url
        else:
            found.leave(f"environments.{name}", "it is not a URL")
    declared = [one.text("url") for one in root.mappings("servers")]
    if not urls or declared == [*urls.values()]:
        return
    if "swagger" in root:
        found.leave("environments", "Swagger 2.0 has one host; an action can change `host` and `basePath`")
        return
    options = values.mapping("client_settings").entries("opts")
    defaults = {one.text("server_variable"): one.get("default") for _, one in options}
    servers: list[Json] = []
    for name, url in urls.items():
        variables = Node()
        for variable in re.findall(r"\{([^{}]+)\}", url):
            if (default := defaults.get(variable)) is None:
                found.leave(f"environments.{name}", f"its variable {variable!r} has no default")
                break
            variables[variable] = Node({"default": str(default)})
        else:
            more = {"variables": variables} if variables else {}
            servers.append(Node({"url": url, "description": name, **more}))
    if servers:
        found.replace(root, "servers", servers)


def _security(values: Node, root: Node, found: Imported) -> None:
    """The security that replaces that of the document, and its schemes with the same names."""
    schemes, security = values.mapping("security_schemes"), values.values_of("security")
    if "swagger" in root and (schemes or security):
        found.leave("security", "an action can change `securityDefinitions` and `security` of Swagger 2.0")
        return
    declared = root.mapping("components").mapping("securitySchemes")
    changed = {key: one for key, one in schemes.items() if declared.get(key) != one}
    for name in changed:
        if name in declared:
            found.remove(f"$.components.securitySchemes{member(name)}")
    if changed:
        found.update("$", {"components": Node({"securitySchemes": Node(changed)})})
    if security and security != root.get("security"):
        found.replace(root, "security", security)
