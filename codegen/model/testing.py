"""Whether a client has a fake for the tests of its users."""

from __future__ import annotations

from codegen.model.api import Api


def has_testing(api: Api) -> bool:
    """Whether the package has the module ``testing``; ``info.x-python`` can omit it."""
    return api.python.get("testing", True) is not False
