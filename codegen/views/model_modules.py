"""Views of the package ``models`` of a large API."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from codegen.model.api import Api
from codegen.naming.names import Names
from codegen.views.annotations import Annotations, Imports
from codegen.views.former_fields import hidden
from codegen.views.former_names import FormerView, former_view
from codegen.views.models import DEVIATING, KnownClasses, ModelsView, module_view
from codegen.views.text.quoting import Code, docstring, literal, name


class HomeView(Struct, frozen=True, kw_only=True):
    """A module of ``models/`` and its classes."""

    name: Code
    text: Code
    """Its name as a literal."""
    classes: tuple[Code, ...]
    literals: tuple[Code, ...]
    """The names of the classes as literals."""


class ModelsPackageView(Struct, frozen=True, kw_only=True):
    """``models/__init__.py``: where each class is."""

    docstring: Code
    imports: tuple[Code, ...]
    homes: tuple[HomeView, ...]
    former: tuple[FormerView, ...]
    """The former names of classes; empty if there are none."""


def models_package_view(names: Names) -> ModelsPackageView:
    """Describe ``models/__init__.py``."""
    imports = Imports(package="..")
    for needed in ("TYPE_CHECKING", "homes"):
        imports.use(needed)
    former = former_view(names.components.former_classes(), imports, Code("__getattr__"))
    text = "The models, enums and unions of the API. Their modules are imported when they are used."
    return ModelsPackageView(
        docstring=docstring(f"{text}\n\n{DEVIATING}", indent=0),
        imports=imports.lines(),
        former=former,
        homes=tuple(
            _home(module.name, sorted(names.classes[key] for key in module.keys))
            for module in names.model_modules
        ),
    )


def _home(module: str, classes: list[str]) -> HomeView:
    return HomeView(
        name=name(module),
        text=literal(module),
        classes=tuple(map(name, classes)),
        literals=tuple(map(literal, classes)),
    )


def model_module_views(api: Api, names: Names) -> Iterator[tuple[str, ModelsView]]:
    """Describe the modules of ``models/``, each with its name."""
    classes = KnownClasses.of(api, names)
    shadowed = hidden(names)
    for module in names.model_modules:
        imports = Imports(package="..", shadowed=shadowed, private=("models",))
        annotations = Annotations(
            names.components, imports, qualifier="models", params="_params", local=frozenset(module.keys)
        ).decoding()
        text = f"The classes of {' and '.join(f'`{source}`' for source in module.sources)}."
        yield module.name, module_view(module.keys, text, classes, annotations, package="..")
