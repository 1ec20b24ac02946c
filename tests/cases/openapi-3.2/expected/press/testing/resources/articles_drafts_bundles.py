"""Fakes of the operations of `client.articles.drafts.bundles`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class AddCall(Recorded):
    """A call of `articles.drafts.bundles.add`."""

    _: KW_ONLY
    note: str
    entry: models.Entry
    lines: list[str]


class FakeArticlesDraftsBundles(ResourceFake):
    """Fakes of the operations of `client.articles.drafts.bundles`."""

    add = Returning[None].of(AddCall, "addBundle")
    """Add bundle."""
