"""The layout of the docstrings of methods."""

from __future__ import annotations

from codegen.views.bodies import Argument
from codegen.views.docstrings import method_docstring
from codegen.views.text.quoting import Code

ARGUMENTS = [
    Argument("name", Code("str"), required=True, text="The name."),
    Argument("size", Code("int"), required=False, text=""),
]

WHOLE = '''\
"""Create a cluster.

        It takes a minute.

        Args:
            name: The name.

        Returns:
            The cluster.

        Raises:
            ConflictError: The name is taken.

        Callbacks:
            done: It is ready.

        Links:
            get: The cluster.
        """'''


def test_the_sections_and_their_order() -> None:
    found = method_docstring(
        ("Create a cluster.", "", "It takes a minute."),
        ARGUMENTS,
        returns="The cluster.",
        raises=[("ConflictError", "The name is taken.")],
        callbacks=[("done", "It is ready.")],
        links=[("get", "The cluster.")],
    )
    assert str(found) == WHOLE


def test_what_is_empty_is_omitted() -> None:
    assert str(method_docstring(("Create a cluster.",), ARGUMENTS[1:])) == '"""Create a cluster."""'
