"""The compiled templates of the generator, kept beside them as Python keeps the bytecode of modules.

Compiling them takes a sixth of the time that a build of a small document takes.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class _BesideTemplates(FileSystemBytecodeCache):
    """Reads and writes what it can: an installed generator may be read-only, and a disk full."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read one compiled template."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write one compiled template."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def compiled_templates(folder: Path, settings: Path) -> BytecodeCache | None:
    """Return the compiled templates of a folder, or None if Python does not write bytecode.

    jinja2 compiles a template again if its text or Python has changed. The names of the files also depend on
    the version of jinja2 and on `settings`, the module that has the options of the environment.
    """
    if sys.dont_write_bytecode or sys.implementation.cache_tag is None:
        return None
    try:
        compiler = version("jinja2")
    except PackageNotFoundError:  # without its metadata, as a bundle of an application has it
        return None
    made_by = hashlib.sha256(f"{compiler}\0".encode() + settings.read_bytes()).hexdigest()[:16]
    directory = Path(cache_from_source(str(folder / "templates.py"))).parent
    return _BesideTemplates(str(directory), f"{made_by}.{sys.implementation.cache_tag}-%s.jinjac")
