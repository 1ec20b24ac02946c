"""Reads a configuration, and checks it against its schema."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from msgspec import Struct

from codegen.document.failures import Unusable
from codegen.document.node import Node, Pointer, placed
from codegen.document.places import Place
from codegen.document.problems import Problem, Refused
from codegen.document.source_map import SourceMap
from codegen.document.spelling import did_you_mean
from codegen.prepare.bundle import permitted_url
from codegen.prepare.config.toml import TomlSource
from codegen.standard.rules import rules_in

NAME, PROJECT = "wholespec.toml", "pyproject.toml"
FOLDERS = ("root", "templates")
"""The settings that name folders."""
SCHEMA = Path(__file__).with_name("wholespec.schema.json")


class Configuration(Struct, frozen=True):
    """A configuration, and its place."""

    values: Node
    source: TomlSource
    folder: Path
    """The folder to which its paths are relative."""
    under: Pointer
    """Its table in the file: empty, or ``tool.wholespec``."""

    def path(self, key: str) -> Path | None:
        """The path under a key."""
        value = self.values.text(key)
        return self.folder / value if value else None

    def paths(self, key: str) -> list[Path]:
        """The paths under a key."""
        return [self.folder / str(value) for value in self.values.values_of(key)]

    def require(self, *keys: str) -> None:
        """Check that the files and folders of these settings exist.

        Raises:
            Refused: A file or folder is missing. Carries its source.
        """
        problems: list[Problem] = []
        for key in keys:
            at: Pointer = (*self.under, key)
            path = self.path(key)
            named = [(at, path)] if path else [((*at, n), one) for n, one in enumerate(self.paths(key))]
            problems += [
                Problem(
                    f"{key}: there is no {'folder' if key in FOLDERS else 'file'} {one}",
                    "configuration",
                    where,
                )
                for where, one in named
                if not (one.is_dir() if key in FOLDERS else one.exists())
            ]
        if problems:
            raise Refused(problems, SourceMap(self.source))


def find_configuration(folder: Path) -> Configuration | None:
    """The configuration in a folder, if there is one.

    Raises:
        Refused: It has problems. Carries its source.
        Unusable: It cannot be read.
    """
    if (folder / NAME).is_file():
        return read_configuration(folder / NAME)
    project = folder / PROJECT
    if project.is_file() and re.search(r"^\s*\[\s*tool\s*\.\s*wholespec\b", _text(project), re.MULTILINE):
        return read_configuration(project)
    return None


def read_configuration(path: Path) -> Configuration:
    """Read a configuration.

    Raises:
        Refused: It has problems. Carries its source.
        Unusable: It cannot be read.
    """
    return parsed_configuration(path, _text(path))


def parsed_configuration(path: Path, text: str) -> Configuration:
    """Read the text of a configuration, which need not be in its file yet.

    Raises:
        Refused: It has problems. Carries its source.
    """
    source = TomlSource(str(path), text, is_json=False)
    try:
        data: Any = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = Place(int(place[1]), int(place[2])) if place else source.position(len(source.text.rstrip()))
        message = re.sub(r" \(at .*\)", "", str(error))
        message = message.replace("Cannot overwrite a value", "this key stands above already")
        raise Refused(
            [Problem(f"this is not TOML: {message}", "configuration", where)], SourceMap(source)
        ) from error
    under: Pointer = ("tool", "wholespec") if path.name == PROJECT else ()
    for token in under:
        data = data.get(token, {})
    values = placed(json.loads(json.dumps(data, default=str)), under)
    if not isinstance(values, Node):
        problem = Problem("[tool.wholespec] must be a table", "configuration", under)
        raise Refused([problem], SourceMap(source))
    if problems := [*_problems(values, under)]:
        raise Refused(problems, SourceMap(source))
    return Configuration(values, source, path.parent, under)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(f"{path}: not UTF-8") from error
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from error


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return schema


def _problems(values: Node, under: Pointer) -> Iterator[Problem]:
    unknown = dict(_unknown_keys(values, _schema(), under))
    yield from (Problem(message, "configuration", where, "key") for where, message in unknown.items())
    for error in jsonschema_rs.Draft202012Validator(_schema()).iter_errors(values):
        where = (*under, *error.instance_path)
        if not any(one[: len(where)] == where for one in unknown):
            key = ".".join(map(str, error.instance_path))
            yield Problem(f"{key}: {error.message}", "configuration", where)
    valid: dict[str, Callable[[str], object]] = {"tolerate": rules_in, "fetch": permitted_url}
    for setting, check in valid.items():
        for index, item in enumerate(values.values_of(setting)):
            try:
                check(str(item))
            except ValueError as error:
                yield Problem(f"{setting}: {error}", "configuration", (*under, setting, index))


def _unknown_keys(value: object, schema: Mapping[str, Any], where: Pointer) -> Iterator[tuple[Pointer, str]]:
    """The problems of unknown keys, with suggestions."""
    if "$ref" in schema:
        schema = _schema()["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from _unknown_keys(item, schema["items"], (*where, index))
    if not isinstance(value, dict):
        return
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for key, item in value.items():
        if key in known:
            yield from _unknown_keys(item, known[key], (*where, key))
        elif any(re.search(pattern, key) for pattern in schema.get("patternProperties", {})):
            continue
        elif others is False:
            yield (*where, key), f"{key!r} is not a setting{did_you_mean(key, known)}"
        elif isinstance(others, dict):
            yield from _unknown_keys(item, others, (*where, key))
