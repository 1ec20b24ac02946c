"""Fakes of the operations of `client.files`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from ..._runtime._multipart import File
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `files.create`."""

    _: KW_ONLY
    content: File
    owner: params.Account


class FakeFiles(ResourceFake):
    """Fakes of the operations of `client.files`."""

    create = Returning[None].of(CreateCall, "createFile")
    """Create file."""
