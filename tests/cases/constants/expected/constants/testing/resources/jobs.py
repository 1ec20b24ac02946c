"""Fakes of the operations of `client.jobs`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `jobs.list`."""


class FakeJobs(ResourceFake):
    """Fakes of the operations of `client.jobs`."""

    list = Returning[builtins.list[models.Job]].of(ListCall, "listJobs")
    """List jobs."""
