"""Renders the text of every file of the package, not yet formatted.

The tree under ``templates/`` mirrors the output. ``templates/package`` gets the name of the package.

- ``X.jinja`` is rendered with its view.
- ``_x.jinja``, without another extension, is a part of other templates.
- A file next to a template with the same name is a stand-in, for testing the runtime in place. It is not
  copied.
- Any other file of the package, and the license, is copied byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codegen.model.api import Api
from codegen.naming.names import Names, name_client
from codegen.output.syntax import checked
from codegen.processes import run_both
from codegen.runtime.manifest import unneeded_modules
from codegen.text.quoting import Code
from codegen.views.client import client_view, init_view
from codegen.views.documents import documents_view
from codegen.views.facts import facts_view
from codegen.views.models import enums_view, has_module_of_enums, models_view
from codegen.views.places import places_view
from codegen.views.resources import resource_view

TEMPLATES = Path(__file__).parent.parent.parent / "templates"


def render(api: Api) -> dict[str, str]:
    """Return the text of every file, by its path in the output folder.

    Raises:
        Refused: Two parts of the document would have the same name in Python.
        Defect: A rendered file is not valid Python.
    """
    names = name_client(api)
    resources, others = run_both(
        lambda: _finished(dict(_resources(api, names)), names), lambda: _finished(_others(api, names), names)
    )
    return dict(sorted((resources | others).items()))


def _finished(files: dict[str, str], names: Names) -> dict[str, str]:
    return checked({_placed(path, names): text for path, text in files.items()})


def _resources(api: Api, names: Names) -> Iterator[tuple[str, str]]:
    for resource in names.all_resources:
        view = resource_view(resource, api, names)
        yield (
            f"package/resources/{resource.module}.py",
            _rendered("package/resources/resource.py.jinja", view),
        )


def _others(api: Api, names: Names) -> dict[str, str]:
    views: dict[str, object] = {
        "README.md": (documents := documents_view(api, names)),
        "api.md": documents,
        "CHANGELOG.md": documents,
        "pyproject.toml": documents,
        "package/__init__.py": init_view(api, names),
        "package/_api.py": facts_view(api, names),
        "package/_client.py": client_view(api, names),
        "package/_places.py": places_view(api, names),
        "package/models.py": models_view(api, names),
    }
    if has_module_of_enums(api):
        views["package/enums.py"] = enums_view(api, names)
    rendered = {path: _rendered(f"{path}.jinja", view) for path, view in views.items()}
    return rendered | _copied(api)


def _placed(path: str, names: Names) -> str:
    """Convert a path under ``templates/`` to the path in the output."""
    return (
        path.replace("package/", f"{names.distribution.package}/", 1) if path.startswith("package/") else path
    )


def _rendered(template: str, view: object) -> str:
    return _environment().get_template(template).render(view=view)


@cache
def _environment() -> Environment:
    return Environment(  # noqa: S701 - the output is not HTML; `Code` replaces escaping
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_only_code,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _only_code(value: object) -> object:
    if type(value) is not Code:
        raise TypeError(f"a template received unquoted text: {value!r}")
    return value


def _copied(api: Api) -> dict[str, str]:
    """The files that are the same for every API, without runtime modules that this API does not need."""
    unneeded = {f"package/_runtime/{module}.py" for module in unneeded_modules(api)}
    return {path: text for path, text in _real_files() if path not in unneeded}


def _real_files() -> Iterator[tuple[str, str]]:
    for file in (TEMPLATES / "LICENSE", *sorted((TEMPLATES / "package").rglob("*"))):
        path = file.relative_to(TEMPLATES).as_posix()
        rendered = file.suffix == ".jinja" or file.with_name(f"{file.name}.jinja").exists()
        if file.is_file() and not rendered and "__pycache__" not in file.parts:
            yield path, file.read_text(encoding="utf-8")
