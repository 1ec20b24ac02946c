"""Fakes of the operations of `client.charges`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ..._runtime._upload import FileContent
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `charges.create`."""

    _: KW_ONLY
    amount: int
    currency: str
    capture: bool | UnsetType = UNSET
    note: str | None | UnsetType = UNSET
    expand: Sequence[str] | UnsetType = UNSET
    joined: Sequence[str] | UnsetType = UNSET
    at: datetime.datetime | UnsetType = UNSET
    on: datetime.date | UnsetType = UNSET
    meta: Mapping[str, str] | UnsetType = UNSET
    address: params.Address | UnsetType = UNSET
    deep: Sequence[params.Address] | UnsetType = UNSET
    mandate: params.NewChargeMandate | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class UpdateCall(Recorded):
    """A call of `charges.update`."""

    _: KW_ONLY
    amount: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class SetLabelsCall(Recorded):
    """A call of `charges.set_labels`."""

    _: KW_ONLY
    body: Mapping[str, str]


@dataclass(eq=False, repr=False)
class ReplaceStatementsCall(Recorded):
    """A call of `charges.replace_statements`."""

    _: KW_ONLY
    body: FileContent


@dataclass(eq=False, repr=False)
class ImportStatementCall(Recorded):
    """A call of `charges.import_statement`."""

    _: KW_ONLY
    body: str


@dataclass(eq=False, repr=False)
class RenameStatementCall(Recorded):
    """A call of `charges.rename_statement`."""

    _: KW_ONLY
    body: str | UnsetType = UNSET


class FakeCharges(ResourceFake):
    """Fakes of the operations of `client.charges`."""

    create = Returning[None].of(CreateCall, "createCharge")
    """Create charge."""
    update = Returning[None].of(UpdateCall, "updateCharge")
    """Update charge."""
    set_labels = Returning[None].of(SetLabelsCall, "setLabels")
    """Set labels."""
    replace_statements = Returning[None].of(ReplaceStatementsCall, "replaceStatements")
    """Replace statements."""
    import_statement = Returning[None].of(ImportStatementCall, "importStatement")
    """Import statement."""
    rename_statement = Returning[None].of(RenameStatementCall, "renameStatement")
    """Rename statement."""
