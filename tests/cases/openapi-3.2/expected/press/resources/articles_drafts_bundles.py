"""The operations of `bundles`, under `/drafts/bundles`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._multipart import checked, multipart_content

if TYPE_CHECKING:
    from .. import params

_ADD: Operation[None] = Operation(
    id="addBundle", method="POST", path="/drafts/bundles", successes={204: None}
)


def _add(note: str, entry: params.Entry, lines: Sequence[str]) -> Request[None]:
    return _ADD.request(
        content=multipart_content(
            "multipart/form-data",
            checked({"note": note, "entry": coerced(entry, models.Entry, "entry"), "lines": lines}),
            {"entry": "multipart/form-data", "lines": "multipart/mixed"},
        )
    )


class ArticlesDraftsBundles(Resource):
    """The operations of `bundles`, under `/drafts/bundles`."""

    def add(self, *, note: str, entry: params.Entry, lines: Sequence[str]) -> None:
        """Add bundle.

        ``POST /drafts/bundles``
        """
        return self._send(_add(note, entry, lines))


class AsyncArticlesDraftsBundles(AsyncResource):
    """The operations of `bundles`, under `/drafts/bundles`.

    Async counterpart of `ArticlesDraftsBundles`.
    """

    async def add(self, *, note: str, entry: params.Entry, lines: Sequence[str]) -> None:
        """Add bundle.

        ``POST /drafts/bundles``
        """
        return await self._send(_add(note, entry, lines))
