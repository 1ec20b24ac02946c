"""Fakes of the operations of `client.repos`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `repos.list`."""

    _: KW_ONLY
    page: int | None | UnsetType = UNSET
    per_page: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ListStarsCall(Recorded):
    """A call of `repos.list_stars`."""

    repo: str
    _: KW_ONLY
    per_page: int | UnsetType = UNSET


class FakeRepos(ResourceFake):
    """Fakes of the operations of `client.repos`."""

    list = ReturningPages[models.Repo, builtins.list[models.Repo]].of(ListCall, "listRepos")
    """List repos."""
    list_stars = ReturningPages[str, builtins.list[str]].of(ListStarsCall, "listStars")
    """List stars."""
