"""The methods that begin an operation that takes long, and return a poller."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from codegen.model.operations import LongRunning
from codegen.model.types import Scalar
from codegen.naming.methods import Method
from codegen.views.annotations import Annotations, Imports
from codegen.views.bodies import Argument, argument_view
from codegen.views.docstrings import method_docstring
from codegen.views.methods_beside import MethodBesideView
from codegen.views.text.quoting import Code, name, splice


class BeginView(MethodBesideView, frozen=True, kw_only=True):
    """A method that begins an operation that takes long."""

    async_returns: Code


def begin_views(  # noqa: PLR0913, PLR0917 - what the view of the method is made from
    method: Method,
    arguments: tuple[Sequence[Argument], Sequence[Argument]],
    body: Code,
    request: Code,
    decorators: tuple[Code, ...],
    annotations: Annotations,
    imports: Imports,
) -> tuple[BeginView, ...]:
    """Describe the method that begins an operation; empty if it does not take long.

    Args:
        method: The method that sends it.
        arguments: Its positional and its keyword arguments.
        body: The type of its decoded response.
        request: The expression that builds its request.
        decorators: Its decorators.
        annotations: Writes types for the module.
        imports: Collects the imports of the module.
    """
    long = method.operation.long_running
    if long is None:
        return ()
    result = result_type(long, annotations)
    positional, keywords = (
        tuple(argument_view(argument, imports) for argument in some) for some in arguments
    )
    return (
        BeginView(
            constant=name(f"_{method.begin.upper()}"),
            type=splice("{}[{}]", imports.use("LongRunning"), result),
            settings=tuple(_settings(long, result)),
            name=name(method.begin),
            decorators=decorators,
            docstring=_docstring(method, [*arguments[0], *arguments[1]], long),
            positional=positional,
            keywords=keywords,
            returns=splice("{}[{}, {}]", imports.use("Poller"), result, body),
            async_returns=splice("{}[{}, {}]", imports.use("AsyncPoller"), result, body),
            request=request,
        ),
    )


def result_type(long: LongRunning, annotations: Annotations) -> Code:
    """The type of the result of the poller."""
    return annotations.of(Scalar.NULL if long.result is None else long.result)


def _settings(long: LongRunning, result: Code) -> Iterator[Code]:
    if long.result is not None:
        yield splice("result={}", result)
    if long.is_at_path:
        yield Code("is_at_path=True")


def _docstring(method: Method, arguments: Sequence[Argument], long: LongRunning) -> Code:
    operation = method.operation
    end = " and returns the result" if long.result is not None else ""
    use = f"Its `wait()` waits until the operation is done{end}."
    call = f"``{operation.method} {operation.path}``"
    return method_docstring((f"Call `{method.name}` and return a poller.", use, call), arguments)
