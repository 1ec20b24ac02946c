"""Translates the configurations of other generators: what they say about names, and what is not taken over.

`stainless.yml` lists resources and methods by endpoint. The ``config.yaml`` of openapi-python-client renames
classes and the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from codegen.document.load import load
from codegen.document.node import Json, Node
from codegen.prepare.config.changes import operation_pointers
from codegen.standard.extensions import is_public_name

_STAINLESS = ("stainless.yml", "stainless.yaml", ".stainless/stainless.yml", "openapi.stainless.yml")
_READER = ("config.yaml", "config.yml", "config.json")
_READER_KEYS = {
    "project_name_override": "distribution",
    "package_name_override": "package",
    "package_version_override": "version",
}
_READER_OTHERS = {
    *("class_overrides", "field_prefix", "post_hooks", "use_path_prefixes_for_title_model_names"),
    *(
        "content_type_overrides",
        "docstrings_on_attributes",
        "literal_enums",
        "generate_all_tags",
        "http_timeout",
    ),
}
_SUFFIXES = re.compile(r"_(API_KEY|API_TOKEN|BEARER_TOKEN|ACCESS_TOKEN|AUTH_TOKEN|TOKEN|KEY)$")


@dataclass(slots=True)
class Imported:
    """What another configuration says."""

    name: str
    """The file."""
    settings: dict[str, str] = field(default_factory=dict)
    operations: dict[str, dict[str, str]] = field(default_factory=dict)
    """The settings of each operation, by method and path."""
    schemas: dict[str, dict[str, str]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    """What is not taken over, in words."""


def imported(folders: list[Path], root: Node) -> Imported | None:
    """Translate the first configuration of another generator that is in one of the folders.

    Raises:
        Refused: It is not YAML or JSON.
        Unusable: It cannot be read.
    """
    for folder in folders:
        for name in _STAINLESS:
            if (folder / name).is_file():
                return _of_stainless(folder / name, root)
        for name in _READER:
            if (folder / name).is_file():
                values = load(folder / name).root
                if values.keys() & {*_READER_KEYS, *_READER_OTHERS}:
                    return _of_reader(folder / name, values, root)
    return None


def _of_stainless(path: Path, root: Node) -> Imported:
    values = load(path).root
    found = Imported(str(path))
    targets = values.mapping("targets") or values.mapping("languages")
    python = targets.mapping("python")
    for key, setting in (("package_name", "package"), ("project_name", "distribution")):
        if name := python.text(key):
            found.settings[setting] = name
    if license_ := values.mapping("settings").text("license"):
        found.settings["license"] = license_
    _environment(values.mapping("client_settings").mapping("opts"), found)
    known = {line.casefold(): line for _, line, _, _ in operation_pointers(root)}
    _resources(values.mapping("resources"), (), known, root, found)
    if missing := known.keys() - {line.casefold() for line in found.operations}:
        found.left.append(
            f"operations that it does not list, {len(missing)} in all: they are generated as well"
        )
    done = {"resources", "targets", "languages", "settings", "client_settings", "edition"}
    found.left += [f"'{key}'" for key in values if key not in done and key[:1] != "$"]
    for around, inner, taken in (
        ("settings", values.mapping("settings"), {"license"}),
        ("client_settings", values.mapping("client_settings"), {"opts"}),
        ("targets", targets, {"python"}),
        ("targets.python", python, {"package_name", "project_name"}),
    ):
        found.left += [f"'{around}.{key}'" for key in inner if key not in taken]
    return found


def _environment(options: Node, found: Imported) -> None:
    for name, option in options.items():
        variable = option.text("read_env") if isinstance(option, Node) else ""
        if prefix := _SUFFIXES.sub("", variable):
            if prefix != variable and "environment" not in found.settings:
                found.settings["environment"] = prefix
            found.left.append(f"the variable {variable} of '{name}': the README of the client has its name")


def _resources(
    resources: Node, above: tuple[str, ...], known: dict[str, str], root: Node, found: Imported
) -> None:
    for name, resource in resources.items():
        if not isinstance(resource, Node):
            continue
        levels = (*above, name)
        for model, reference in resource.mapping("models").items():
            _model(model, reference, root, found)
        if name == "$client" and resource.get("methods"):
            found.left.append("methods of '$client': every method belongs to a resource")
        elif name != "$client":
            for method, endpoint in _endpoints(resource):
                _method(method, endpoint, levels, known, found)
        _resources(resource.mapping("subresources"), levels, known, root, found)


def _endpoints(resource: Node) -> Iterator[tuple[str, str]]:
    for method, value in resource.mapping("methods").items():
        endpoint = value.text("endpoint") if isinstance(value, Node) else value
        if isinstance(endpoint, str):
            yield method, endpoint


def _method(
    method: str, endpoint: str, levels: tuple[str, ...], known: dict[str, str], found: Imported
) -> None:
    verb, _, path = endpoint.strip().partition(" ")
    line = known.get(f"{verb} /{path.strip().lstrip('/')}".casefold())
    shown = f"'{'.'.join(levels)}.{method}'"
    if line is None:
        found.left.append(f"{shown}: the document has no operation {endpoint.strip()!r}")
    elif line in found.operations:
        found.left.append(f"{shown}: {line} already has a name")
    elif not is_public_name(method):
        found.left.append(f"{shown}: its name is not one for Python")
    else:
        found.operations[line] = {"name": method, "resource": ".".join(levels)}


def _model(model: str, reference: Json, root: Node, found: Imported) -> None:
    key = str(reference).rpartition("/")[2]
    name = "".join(part[:1].upper() + part[1:] for part in model.split("_"))
    if key not in root.mapping("components").mapping("schemas"):
        found.left.append(f"the model '{model}': the document has no schema {key!r}")
    elif key != name and is_public_name(name):
        found.schemas.setdefault(key, {"name": name})


def _of_reader(path: Path, values: Node, root: Node) -> Imported:
    found = Imported(str(path))
    for key, setting in _READER_KEYS.items():
        if key in values:
            found.settings[setting] = str(values[key])
    schemas = {_letters(key): key for key in root.mapping("components").mapping("schemas")}
    for key, override in values.entries("class_overrides"):
        name = override.text("class_name")
        if "module_name" in override:
            found.left.append(f"'class_overrides.{key}.module_name': models have no modules of their own")
        if name and _letters(key) in schemas:
            found.schemas[schemas[_letters(key)]] = {"name": name}
        elif name:
            found.left.append(f"'class_overrides.{key}': no such schema")
    found.left += [f"'{key}'" for key in values if key not in {*_READER_KEYS, "class_overrides"}]
    return found


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
