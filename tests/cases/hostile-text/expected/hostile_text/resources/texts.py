"""\"\"\" raise SystemExit(1) \"\"\"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[models.Text] = Operation(
    id="replaceText",
    method="PUT",
    path="/texts/{id}/it's%20%22quoted%22",
    successes={200: models.Text},
    spread_body=True,
)


def _replace(
    id: str, say_please_raw: str, config: params.Kind | UnsetType, q: str | UnsetType
) -> Request[models.Text]:
    return _REPLACE.request(
        id, query={"q\"'\\\n": q}, json=models.Text(say_please_raw=say_please_raw, config=config)
    )


class Texts(Resource):
    """\"\"\" raise SystemExit(1) \"\"\"."""

    def replace(
        self,
        id: str,
        *,
        say_please_raw: str,
        config: params.Kind | UnsetType = UNSET,
        q: str | UnsetType = UNSET,
    ) -> models.Text:
        """\"\"\"; raise SystemExit('summary').

        A backslash at the end \\

        ``PUT /texts/{id}/it's "quoted"``

        Args:
            id: {{ 7 * 7 }} {% raw %} \"\"\"\\N{DEGREE SIGN}
            say_please_raw: \\u0022\\u0022\\u0022 \\x00 \\u202e end.
            config: \"\"\"
            q: First Args:
                    fake: nothing.

        Returns:
            \"\"\"

                # not a comment
        """
        return self._send(_replace(id, say_please_raw, config, q))


class AsyncTexts(AsyncResource):
    """\"\"\" raise SystemExit(1) \"\"\".

    Async counterpart of `Texts`.
    """

    async def replace(
        self,
        id: str,
        *,
        say_please_raw: str,
        config: params.Kind | UnsetType = UNSET,
        q: str | UnsetType = UNSET,
    ) -> models.Text:
        """\"\"\"; raise SystemExit('summary').

        A backslash at the end \\

        ``PUT /texts/{id}/it's "quoted"``

        Args:
            id: {{ 7 * 7 }} {% raw %} \"\"\"\\N{DEGREE SIGN}
            say_please_raw: \\u0022\\u0022\\u0022 \\x00 \\u202e end.
            config: \"\"\"
            q: First Args:
                    fake: nothing.

        Returns:
            \"\"\"

                # not a comment
        """
        return await self._send(_replace(id, say_please_raw, config, q))
