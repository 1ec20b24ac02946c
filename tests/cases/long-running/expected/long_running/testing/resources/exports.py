"""Fakes of the operations of `client.exports`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `exports.create`."""


@dataclass(eq=False, repr=False)
class MailCall(Recorded):
    """A call of `exports.mail`."""


@dataclass(eq=False, repr=False)
class CopyCall(Recorded):
    """A call of `exports.copy`."""


@dataclass(eq=False, repr=False)
class MergeCall(Recorded):
    """A call of `exports.merge`."""


class FakeExports(ResourceFake):
    """Fakes of the operations of `client.exports`."""

    create = Returning[models.Export | None].of(CreateCall, "createExport")
    """Export everything."""
    mail = Returning[None].of(MailCall, "mailExport")
    """Mail an export."""
    copy = Returning[None].of(CopyCall, "copyExport")
    """Copy an export."""
    merge = Returning[None].of(MergeCall, "mergeExports")
    """Merge exports."""
