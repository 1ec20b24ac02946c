"""An emitted package, imported, and what the harness needs of its runtime."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from corpus.schemas import Json


class Package:
    """An emitted package, with every module in it."""

    def __init__(self, folder: Path, name: str) -> None:
        """Import the package that is in a folder.

        Raises:
            Exception: Whatever one of its modules raises.
        """
        sys.path.insert(0, str(folder))
        for loaded in [loaded for loaded in sys.modules if loaded.partition(".")[0] == name]:
            del sys.modules[loaded]  # a library of the generator may have the same name
        self._module = importlib.import_module(name)
        if not str(self._module.__file__).startswith(str(folder)):
            raise ImportError(f"{name} is {self._module.__file__}")
        for info in pkgutil.walk_packages(self._module.__path__, f"{name}."):
            importlib.import_module(info.name)
        runtime = self._runtime("_operation").Operation
        self.decoder: Callable[[Any], Any] = runtime(id="", method="GET", path="/", answers={}).decoder
        """Makes the decoder of a type, as it is made for answers."""

    @property
    def status_error(self) -> type[Any]:
        """What is raised for answers that are no success."""
        kind: type[Any] = importlib.import_module(f"{self._module.__name__}.errors").APIStatusError
        return kind

    @property
    def runtime(self) -> Sequence[ModuleType]:
        """The modules in which annotations may have to be read."""
        prefix = f"{self._module.__name__}._runtime"
        return [module for name, module in [*sys.modules.items()] if name.startswith(prefix)]

    def client(self, name: str) -> type[Any]:
        """One of its clients."""
        kind: type[Any] = getattr(self._module, name)
        return kind

    def plain(self, value: Any) -> Json:
        """What the client made of JSON, as JSON again.

        Raises:
            TypeError: It is nothing that the client would send.
        """
        found: Json = json.loads(self._runtime("_content").json_content(value))
        return found

    def _runtime(self, module: str) -> Any:
        return importlib.import_module(f"{self._module.__name__}._runtime.{module}")


def credentials(client: type) -> Mapping[str, str]:
    """A value for each keyword of a client that is a credential: those that it names itself."""
    return {
        name: f"{name.replace('_', '-')}-secret"
        for name, parameter in inspect.signature(client).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    }
