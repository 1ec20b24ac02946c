"""An imported client package, and the parts of its runtime that the tests need."""

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

import httpx2

from corpus.schemas import Json


class Package:
    """An emitted package with all its modules."""

    def __init__(self, folder: Path, name: str) -> None:
        """Import the package in a folder.

        Raises:
            Exception: Any exception that a module raises.
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
        self.decoder: Callable[[Any], Any] = runtime(id="", method="GET", path="/", successes={}).decoder
        """Creates the decoder for a type, like the one for responses."""

    @property
    def operations(self) -> Sequence[Any]:
        """The operations of the resources, except those that return streams."""
        prefix = f"{self._module.__name__}.resources."
        modules = [module for name, module in [*sys.modules.items()] if name.startswith(prefix)]
        kind = self._runtime("_operation").Operation
        found = [one for module in modules for one in vars(module).values() if isinstance(one, kind)]
        return [one for one in found if not hasattr(one, "stream")]

    @property
    def error(self) -> type[Exception]:
        """The base class of the exceptions of calls."""
        kind: type[Exception] = importlib.import_module(f"{self._module.__name__}.errors").APIError
        return kind

    def returned(self, operation: Any, status: int, media_type: str, body: Json) -> Json:
        """What a client makes of the body of a success, as JSON.

        Raises:
            Exception: `error`, if it cannot be decoded.
        """
        response = self._runtime("_response").Response(
            operation=operation.id,
            attempts=1,
            status_code=status,
            headers=httpx2.Headers({"content-type": media_type}),
            content=json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass"),
            elapsed=0.0,
        )
        value, _ = self._runtime("_reading").read(operation, response)
        found: Json = json.loads(self._runtime("_content").encoded_json(value))
        return found

    @property
    def status_error(self) -> type[Any]:
        """The exception for error responses."""
        kind: type[Any] = importlib.import_module(f"{self._module.__name__}.errors").APIStatusError
        return kind

    @property
    def runtime(self) -> Sequence[ModuleType]:
        """The modules in which annotations may have to be evaluated."""
        prefix = f"{self._module.__name__}._runtime"
        return [module for name, module in [*sys.modules.items()] if name.startswith(prefix)]

    def client(self, name: str) -> type[Any]:
        """A client class."""
        kind: type[Any] = getattr(self._module, name)
        return kind

    def plain(self, value: Any) -> Json:
        """Encode a decoded value as JSON again.

        Raises:
            TypeError: The client cannot send the value.
        """
        found: Json = json.loads(self._runtime("_content").json_content(value))
        return found

    @property
    def lazy(self) -> Mapping[str, Any]:
        """What modules of the package import for type checkers alone."""
        params = getattr(self._module, "params", None)
        return {} if params is None else {"params": params, "params_": params}

    def _runtime(self, module: str) -> Any:
        return importlib.import_module(f"{self._module.__name__}._runtime.{module}")


def body_of(result: Any) -> Any:
    """The decoded response: of a page, the items of a stream, or as it is returned."""
    if hasattr(result, "__next__"):
        return [*result]
    return result.body if type(result).__module__.endswith("._runtime._pages") else result


_GRANTS = frozenset({"client_id", "client_secret", "refresh_token"})


def credentials(client: type) -> Mapping[str, str]:
    """A value for each argument of a client that is a credential.

    A token is given itself, and not what the client would get one with. A key may be called ``client_id``.
    """
    parameters = inspect.signature(client).parameters
    grants = _GRANTS if {"client_secret", "refresh_token"} & parameters.keys() else frozenset[str]()
    return {
        name: f"{name.replace('_', '-')}-secret"
        for name, parameter in parameters.items()
        if "Source" in str(parameter.annotation) and name not in grants
    }
