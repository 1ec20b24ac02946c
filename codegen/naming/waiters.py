"""Names the methods that wait: ``wait_until_running``, ``begin_create``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from codegen.document.problems import Problem, Refused
from codegen.model.operations import Operation, Waiter
from codegen.naming.scopes import NameRequest, Scope
from codegen.naming.words import snake, words


class NamedWaiter(Struct, frozen=True):
    """A state to wait for, and its method."""

    waiter: Waiter
    name: str

    @property
    def constant(self) -> str:
        """``_WAIT_UNTIL_RUNNING``, the module's constant for the state."""
        return f"_{self.name.upper()}"


def name_waiters(
    methods: Sequence[tuple[Operation, str]], taken: Collection[str]
) -> Mapping[str, tuple[NamedWaiter, ...]]:
    """The methods that wait, by the method whose request they repeat.

    Of several that would share a name, that of the operation with the shorter path keeps it; the others also
    say what they wait for: ``wait_until_node_pool_running``.

    Args:
        methods: The operations of a resource, each with its method.
        taken: The names of all attributes of the resource.

    Raises:
        Refused: A declared name is taken.
    """
    found = [(method, operation, waiter) for operation, method in methods for waiter in operation.waiters]
    declared = [waiter.name for _, _, waiter in found]
    problems = [
        Problem(f"the resource already has a method {waiter.name!r}", "name-clash", (*waiter.where, "name"))
        for index, (_, _, waiter) in enumerate(found)
        if waiter.name and (waiter.name in taken or waiter.name in declared[:index])
    ]
    if problems:
        raise Refused(problems)
    requests = [
        NameRequest(_goal(waiter), waiter.where, waiter.name or None, qualifier=method)
        for method, _, waiter in found
    ]
    scope = Scope(
        what="state",
        strategies=(
            lambda one: snake(["wait", "until", *words(one.text)]),
            lambda one: snake(["wait", "until", *_object(one.qualifier), *words(one.text)]),
            lambda one: snake(["wait", "until", *words(one.qualifier), *words(one.text)]),
        ),
        prefix="wait_",
        is_lower=True,
    )
    ranks = [(operation.path.count("/"), 0, operation.path) for _, operation, _ in found]
    names = scope.choose(requests, ranks, taken)
    by_method: dict[str, tuple[NamedWaiter, ...]] = {}
    for (method, _, waiter), name in zip(found, names, strict=True):
        by_method[method] = (*by_method.get(method, ()), NamedWaiter(waiter, name))
    return by_method


def name_begin(operation: Operation, method: str, taken: Collection[str]) -> str:
    """``begin_create``, the method that returns a poller; empty unless the operation takes long.

    Args:
        operation: The operation.
        method: Its method.
        taken: The names of all other attributes of the resource.
    """
    if operation.long_running is None:
        return ""
    name = f"begin_{method}"
    while name in taken:
        name = f"{name}_"
    return name


def _goal(waiter: Waiter) -> str:
    """What is waited for: the state, the name of a boolean, or that the resource is deleted."""
    if not waiter.success:
        return "deleted"
    state = waiter.success[0]
    if isinstance(state, str):
        return state
    goal = words(waiter.state[-1])
    return " ".join(goal[1:] if goal[0] == "is" and len(goal) > 1 else goal)


def _object(method: str) -> list[str]:
    """``node``, ``pool`` for ``get_node_pool``."""
    return method.split("_")[1:]
