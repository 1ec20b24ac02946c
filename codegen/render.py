"""From the model to the text of every file of the package, not yet formatted.

The tree under ``templates/`` mirrors the tree that comes out; ``templates/package`` takes the package's
name. A file ``X.jinja`` is rendered with its view; a file that begins with an underscore and has no other
ending is a part of another template. Any other file of the package, and the licence, is copied byte for
byte; not so a file beside a template of its name, which stands in for the rendered one while the
runtime is tested where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codegen.model import Api
from codegen.naming import Names, name
from codegen.quoting import Code
from codegen.syntax import checked
from codegen.together import both
from codegen.views.client import client_view, init_view
from codegen.views.documents import documents_view
from codegen.views.facts import facts_view
from codegen.views.models import enums_view, has_module_of_enums, models_view
from codegen.views.places import places_view
from codegen.views.resources import resource_view
from codegen.wire import modules_of_wire

TEMPLATES = Path(__file__).parent.parent / "templates"


def render(api: Api) -> dict[str, str]:
    """The text of every file, by its path in the output folder.

    Raises:
        Refused: Two things of the document would have one name in Python.
        Defect: What was rendered is not Python.
    """
    names = name(api)
    resources, others = both(
        lambda: _finished(dict(_resources(api, names)), names), lambda: _finished(_others(api, names), names)
    )
    return dict(sorted((resources | others).items()))


def _finished(files: dict[str, str], names: Names) -> dict[str, str]:
    return checked({_placed(path, names): text for path, text in files.items()})


def compile_templates() -> None:
    """What `render` would do first, of which it need not wait for a document."""
    for template in _environment().list_templates(extensions=("jinja",)):
        _environment().get_template(template)


def _resources(api: Api, names: Names) -> Iterator[tuple[str, str]]:
    for group in names.groups:
        view = resource_view(group, api, names)
        yield f"package/resources/{group.module}.py", _rendered("package/resources/resource.py.jinja", view)


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
    return rendered | _copied(api, names)


def _placed(path: str, names: Names) -> str:
    """The path in the output of a path under ``templates/``."""
    return (
        path.replace("package/", f"{names.distribution.package}/", 1) if path.startswith("package/") else path
    )


def _rendered(template: str, view: object) -> str:
    return _environment().get_template(template).render(view=view)


@cache
def _environment() -> Environment:
    return Environment(  # noqa: S701 - what comes out is not HTML; `Code` does what escaping would
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
        raise TypeError(f"a template was given text that nobody has quoted: {value!r}")
    return value


def _copied(api: Api, names: Names) -> dict[str, str]:
    """The files that are the same for every API, without the runtime modules this one has no use for."""
    authentication = names.authentication
    credentials = authentication.credentials
    unused = {
        "package/_runtime/_open_enum.py": not api.enums,
        "package/_runtime/_credentials.py": not credentials or authentication.is_one_token,
        "package/_runtime/_security.py": not credentials or authentication.is_one_token,
        "package/_runtime/_source.py": not credentials,
        "package/_runtime/_token.py": not authentication.is_one_token,
        "package/_runtime/_union.py": not api.unions,
        "package/_runtime/_fit.py": not api.unions,
        "package/_runtime/_unknown.py": not api.unions,
        "package/_runtime/_open_object.py": all(model.extra is None for model in api.models.values()),
        **{f"package/_runtime/{module}": not used for module, used in modules_of_wire(api).items()},
    }
    return {path: text for path, text in _real_files() if not unused.get(path, False)}


def _real_files() -> Iterator[tuple[str, str]]:
    for file in (TEMPLATES / "LICENSE", *sorted((TEMPLATES / "package").rglob("*"))):
        path = file.relative_to(TEMPLATES).as_posix()
        rendered = file.suffix == ".jinja" or file.with_name(f"{file.name}.jinja").exists()
        if file.is_file() and not rendered and "__pycache__" not in file.parts:
            yield path, file.read_text(encoding="utf-8")
