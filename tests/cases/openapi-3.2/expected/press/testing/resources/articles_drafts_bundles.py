"""Fakes of the operations of `client.articles.drafts.bundles`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class AddCall(Recorded):
    """A call of `articles.drafts.bundles.add`."""

    _: KW_ONLY
    note: str
    entry: params.Entry
    lines: Sequence[str]


class FakeArticlesDraftsBundles(ResourceFake):
    """Fakes of the operations of `client.articles.drafts.bundles`."""

    add = Returning[None].of(AddCall, "addBundle")
    """Add bundle."""
