"""The operations of `Charges`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._form import form_content
from .._runtime._styles import Style
from .._runtime._upload import FileContent, bytes_content

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[None] = Operation(
    id="createCharge", method="POST", path="/charges", successes={204: None}
)


def _create(
    amount: int,
    currency: str,
    capture: bool | UnsetType,
    note: str | None | UnsetType,
    expand: Sequence[str] | UnsetType,
    joined: Sequence[str] | UnsetType,
    at: datetime.datetime | UnsetType,
    on: datetime.date | UnsetType,
    meta: Mapping[str, str] | UnsetType,
    address: params.Address | UnsetType,
    deep: Sequence[params.Address] | UnsetType,
    mandate: params.NewChargeMandate | UnsetType,
) -> Request[None]:
    return _CREATE.request(
        content=form_content(
            models.NewCharge(
                amount=amount,
                currency=currency,
                capture=capture,
                note=note,
                expand=expand,
                joined=joined,
                at=at,
                on=on,
                meta=meta,
                address=address,
                deep=deep,
                mandate=mandate,
            ),
            {
                "address": Style("deepObject", explode=True),
                "joined": Style("form"),
                "deep": Style("deepObject", explode=True),
                "mandate": Style("deepObject", explode=True),
            },
        )
    )


_UPDATE: Operation[None] = Operation(
    id="updateCharge", method="PATCH", path="/charges", successes={204: None}, optional_body=True
)


def _update(amount: int | UnsetType) -> Request[None]:
    return _UPDATE.request(content=form_content(models.UpdateChargeRequest(amount=amount)))


_SET_LABELS: Operation[None] = Operation(
    id="setLabels", method="POST", path="/labels", successes={204: None}
)


def _set_labels(body: Mapping[str, str]) -> Request[None]:
    return _SET_LABELS.request(content=form_content(body))


_REPLACE_STATEMENTS: Operation[None] = Operation(
    id="replaceStatements", method="PUT", path="/statements", successes={204: None}
)


def _replace_statements(body: FileContent) -> Request[None]:
    return _REPLACE_STATEMENTS.request(
        content=bytes_content("application/x-www-form-urlencoded", body)
    )


_IMPORT_STATEMENT: Operation[None] = Operation(
    id="importStatement", method="POST", path="/statements", successes={204: None}
)


def _import_statement(body: str) -> Request[None]:
    return _IMPORT_STATEMENT.request(content=("application/x-www-form-urlencoded", body))


_RENAME_STATEMENT: Operation[None] = Operation(
    id="renameStatement", method="PATCH", path="/statements", successes={204: None}
)


def _rename_statement(body: str | UnsetType) -> Request[None]:
    return _RENAME_STATEMENT.request(content=("application/x-www-form-urlencoded", body))


class Charges(Resource):
    """The operations of `Charges`."""

    def create(
        self,
        *,
        amount: int,
        currency: str,
        capture: bool | UnsetType = UNSET,
        note: str | None | UnsetType = UNSET,
        expand: Sequence[str] | UnsetType = UNSET,
        joined: Sequence[str] | UnsetType = UNSET,
        at: datetime.datetime | UnsetType = UNSET,
        on: datetime.date | UnsetType = UNSET,
        meta: Mapping[str, str] | UnsetType = UNSET,
        address: params.Address | UnsetType = UNSET,
        deep: Sequence[params.Address] | UnsetType = UNSET,
        mandate: params.NewChargeMandate | UnsetType = UNSET,
    ) -> None:
        """Create charge.

        ``POST /charges``
        """
        return self._send(
            _create(
                amount,
                currency,
                capture,
                note,
                expand,
                joined,
                at,
                on,
                meta,
                address,
                deep,
                mandate,
            )
        )

    def update(self, *, amount: int | UnsetType = UNSET) -> None:
        """Update charge.

        ``PATCH /charges``
        """
        return self._send(_update(amount))

    def set_labels(self, *, body: Mapping[str, str]) -> None:
        """Set labels.

        ``POST /labels``
        """
        return self._send(_set_labels(body))

    def replace_statements(self, *, body: FileContent) -> None:
        """Replace statements.

        ``PUT /statements``
        """
        return self._send(_replace_statements(body))

    def import_statement(self, *, body: str) -> None:
        """Import statement.

        ``POST /statements``
        """
        return self._send(_import_statement(body))

    def rename_statement(self, *, body: str | UnsetType = UNSET) -> None:
        """Rename statement.

        ``PATCH /statements``
        """
        return self._send(_rename_statement(body))


class AsyncCharges(AsyncResource):
    """The operations of `Charges`.

    Async counterpart of `Charges`.
    """

    async def create(
        self,
        *,
        amount: int,
        currency: str,
        capture: bool | UnsetType = UNSET,
        note: str | None | UnsetType = UNSET,
        expand: Sequence[str] | UnsetType = UNSET,
        joined: Sequence[str] | UnsetType = UNSET,
        at: datetime.datetime | UnsetType = UNSET,
        on: datetime.date | UnsetType = UNSET,
        meta: Mapping[str, str] | UnsetType = UNSET,
        address: params.Address | UnsetType = UNSET,
        deep: Sequence[params.Address] | UnsetType = UNSET,
        mandate: params.NewChargeMandate | UnsetType = UNSET,
    ) -> None:
        """Create charge.

        ``POST /charges``
        """
        return await self._send(
            _create(
                amount,
                currency,
                capture,
                note,
                expand,
                joined,
                at,
                on,
                meta,
                address,
                deep,
                mandate,
            )
        )

    async def update(self, *, amount: int | UnsetType = UNSET) -> None:
        """Update charge.

        ``PATCH /charges``
        """
        return await self._send(_update(amount))

    async def set_labels(self, *, body: Mapping[str, str]) -> None:
        """Set labels.

        ``POST /labels``
        """
        return await self._send(_set_labels(body))

    async def replace_statements(self, *, body: FileContent) -> None:
        """Replace statements.

        ``PUT /statements``
        """
        return await self._send(_replace_statements(body))

    async def import_statement(self, *, body: str) -> None:
        """Import statement.

        ``POST /statements``
        """
        return await self._send(_import_statement(body))

    async def rename_statement(self, *, body: str | UnsetType = UNSET) -> None:
        """Rename statement.

        ``PATCH /statements``
        """
        return await self._send(_rename_statement(body))
