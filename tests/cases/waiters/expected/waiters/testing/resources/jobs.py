"""Fakes of the operations of `client.jobs`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import Literal

from msgspec import UNSET, UnsetType

from ... import models
from ..._runtime._multipart import File
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `jobs.get`."""

    id: int
    _: KW_ONLY
    timeout: int | UnsetType = UNSET
    x_trace: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CheckCall(Recorded):
    """A call of `jobs.check`."""

    _: KW_ONLY
    command: str | UnsetType = UNSET
    program: File | UnsetType = UNSET
    content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET


class FakeJobs(ResourceFake):
    """Fakes of the operations of `client.jobs`."""

    get = Returning[models.JobResponse].of(GetCall, "getJob")
    """Get a job."""
    check = Returning[models.Job].of(CheckCall, "checkJob")
    """Check a job before it runs."""
