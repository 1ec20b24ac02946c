"""Renders the text of every file of the package.

The tree under ``templates/`` mirrors the output (`codegen.output.templates`). ``templates/package`` gets the
name of the package.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.runtime.manifest import unneeded_fakes, unneeded_modules
from codegen.model.testing import has_testing
from codegen.model.webhooks import events_of
from codegen.naming.names import Names, name_client
from codegen.naming.recorded import recorded
from codegen.output.syntax import checked
from codegen.output.templates import Templates
from codegen.processes import made_in_halves
from codegen.views.client import client_view, init_view
from codegen.views.decoded_places import places_view
from codegen.views.documents import documents_view
from codegen.views.examples import examples_text
from codegen.views.facts import facts_view
from codegen.views.fakes import fake_resource_view, testing_view
from codegen.views.model_modules import model_module_views, models_package_view
from codegen.views.models import models_view
from codegen.views.params import params_view, passed
from codegen.views.project import project_view
from codegen.views.resources import resource_view
from codegen.views.usage_pages import llms_view, usage_views
from codegen.views.webhooks import webhooks_view


class Rendered(Struct, frozen=True):
    """The text of every file, by its path in the output folder."""

    made: dict[str, str]
    """The rendered files, and those of the user."""
    copied: dict[str, str]
    """Files of the generator, which are correct and formatted as they are (`tests/output/test_format.py`)."""
    names: Mapping[str, str]
    """The names in Python, for the record (`codegen.naming.recorded`)."""


def render(
    api: Api,
    templates: Templates | None = None,
    finish: Callable[[dict[str, str]], dict[str, str]] = checked,
) -> Rendered:
    """Return the text of every file.

    Args:
        api: The model of the client.
        templates: The templates, if some are the user's.
        finish: What becomes of the files that are made: by default they are only checked. If two processes
            make them, each finishes its half.

    Raises:
        Refused: Two parts of the document would have the same name in Python.
        Unusable: A template of the user's is wrong.
        Defect: A rendered file is not valid Python.
    """
    templates = templates or Templates()
    names = name_client(api)
    copied = _copied(api, names, templates)
    own = {path: text for path, text in copied.items() if templates.replaces(path)}
    made = made_in_halves(
        lambda: _placed(dict(_resources(api, names, templates)) | _pages(api, names, templates), names),
        lambda: _placed(own | _others(api, names, templates), names),
        finish,
    )
    kept = {path: text for path, text in copied.items() if path not in own}
    unneeded = _placed(dict.fromkeys(_unneeded(api, made), ""), names)
    return Rendered(
        made={path: text for path, text in made.items() if path not in unneeded},
        copied={path: text for path, text in _placed(kept, names).items() if path not in unneeded},
        names=recorded(names),
    )


_IMPORT = re.compile(r"^from \.+_runtime\.(\w+) import", re.MULTILINE)


def _unneeded(api: Api, made: Mapping[str, str]) -> list[str]:
    """The runtime modules that this client does not need. It needs those that its modules import."""
    imported = {module for text in made.values() for module in _IMPORT.findall(text)}
    return [f"package/_runtime/{module}.py" for module in unneeded_modules(api, imported)]


def _resources(api: Api, names: Names, templates: Templates) -> Iterator[tuple[str, str]]:
    for resource in names.all_resources:
        view = resource_view(resource, api, names)
        yield (
            f"package/resources/{resource.module}.py",
            templates.rendered("package/resources/resource.py", view),
        )
        if has_testing(api):
            yield (
                f"package/testing/resources/{resource.module}.py",
                templates.rendered(
                    "package/testing/resources/resource.py",
                    fake_resource_view(resource, view, api, names),
                ),
            )


def _pages(api: Api, names: Names, templates: Templates) -> dict[str, str]:
    """The pages with examples, and the list of them."""
    pages = usage_views(api, names)
    return {
        "llms.txt": templates.rendered("llms.txt", llms_view(api, names, pages)),
        **{f"docs/{page}.md": templates.rendered("docs/resource.md", view) for page, view in pages.items()},
    }


def _others(api: Api, names: Names, templates: Templates) -> dict[str, str]:
    views: dict[str, object] = {
        "README.md": (documents := documents_view(api, names)),
        "api.md": documents,
        "CHANGELOG.md": documents,
        "pyproject.toml": project_view(api, names),
        "package/__init__.py": init_view(api, names),
        "package/_api.py": facts_view(api, names),
        "package/_client.py": client_view(api, names),
        "package/_places.py": places_view(api, names),
    }
    if names.model_modules:
        views["package/models/__init__.py"] = models_package_view(names)
    else:
        views["package/models.py"] = models_view(api, names)
    if has_testing(api):
        fake = testing_view(api, names)
        views |= {f"package/testing/{name}.py": fake for name in ("__init__", "__main__", "pytest_plugin")}
    if (events := events_of(api)) is not None:
        views["package/webhooks.py"] = webhooks_view(events, api, names)
    if passed(api, names):
        views["package/params.py"] = params_view(api, names)
    rendered = {path: templates.rendered(path, view) for path, view in views.items()}
    if names.model_modules:
        for module, view in model_module_views(api, names):
            rendered[f"package/models/{module}.py"] = templates.rendered("package/models.py", view)
    if has_testing(api):
        rendered["package/testing/examples.json"] = examples_text(api)
    return rendered


def _placed(files: dict[str, str], names: Names) -> dict[str, str]:
    """Convert paths under ``templates/`` to those in the output."""
    package = f"{names.distribution.package}/"
    return {
        package + path.removeprefix("package/") if path.startswith("package/") else path: text
        for path, text in files.items()
    }


def _copied(api: Api, names: Names, templates: Templates) -> dict[str, str]:
    """The files that are the same for every API."""
    unneeded = {f"package/testing/{module}.py" for module in unneeded_fakes(api)}
    if names.distribution.license != "MIT" and not templates.replaces("LICENSE"):
        unneeded.add("LICENSE")  # its text is that of the MIT license
    return {
        path: text
        for path, text in templates.copied().items()
        if path not in unneeded and (has_testing(api) or not path.startswith("package/testing/"))
    }
