"""Fakes of the operations of `client.jobs`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `jobs.get`."""

    id: int
    _: KW_ONLY
    timeout: int | UnsetType = UNSET
    x_trace: str | UnsetType = UNSET


class FakeJobs(ResourceFake):
    """Fakes of the operations of `client.jobs`."""

    get = Returning[models.JobResponse].of(GetCall, "getJob")
    """Get a job."""
