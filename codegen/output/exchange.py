"""Exchanges two folders atomically. The standard library has no function for this."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: rename(2)
_RENAME_SWAP = 2  # macOS: renamex_np(2)

UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EBUSY})
"""Errors that mean that the system cannot exchange these folders.

EXDEV: one is in a container image. EBUSY: one is a mount point.
"""


def exchange(one: Path, other: Path) -> None:
    """Exchange two existing folders on the same file system atomically.

    Raises:
        OSError: The exchange failed. `errno` is in `UNSUPPORTED` if it is not possible here.
    """
    system = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        failed = system.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(*paths, _RENAME_SWAP)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one), None, str(other))
