"""Reads a document at a revision of git."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from codegen.document.failures import Unusable

_DATA = {".yaml", ".yml", ".json", ".toml"}
"""The suffixes of files of documents, overlays and configurations."""

_ELSEWHERE = re.compile(r"""\$ref["']?\s*:\s*["']?[^\s"'#]""")
"""A reference to another file."""


class Repository(Struct, frozen=True):
    """The git repository around a document."""

    top: Path
    git: str

    @classmethod
    def around(cls, document: Path) -> Repository:
        """Find the repository of a document.

        Raises:
            Unusable: There is none, or git is not installed.
        """
        git = shutil.which("git")
        if git is None:
            raise Unusable("git is not installed; name the old document with --old FILE instead")
        folder = document.resolve().parent
        if not folder.is_dir():
            raise Unusable(f"{document}: no such file")
        done = _run(git, folder, "rev-parse", "--show-toplevel")
        if done.returncode:
            raise Unusable(
                f"{document} is in no git repository; name the old document with --old FILE instead"
            )
        return cls(Path(done.stdout.decode().rstrip("\n")), git)

    def last_tag(self) -> str | None:
        """The last tag of this commit or an earlier one; None without tags."""
        done = _run(self.git, self.top, "describe", "--tags", "--abbrev=0")
        return None if done.returncode else done.stdout.decode().strip()

    @property
    def is_shallow(self) -> bool:
        """Whether it lacks history, and perhaps tags, as checkouts in CI usually do."""
        done = _run(self.git, self.top, "rev-parse", "--is-shallow-repository")
        return done.stdout.strip() == b"true"

    def has(self, revision: str, document: Path) -> bool:
        """Whether a document exists at a revision."""
        named = f"{revision}:{self.name(document)}"
        return not _run(self.git, self.top, "cat-file", "-e", "--end-of-options", named).returncode

    def name(self, path: Path) -> str:
        """The path of a file in the repository."""
        return path.resolve().relative_to(self.top.resolve()).as_posix()

    @contextmanager
    def at(self, revision: str, document: Path, around: Sequence[Path] = ()) -> Iterator[Checkout]:
        """The document and the files that it may refer to at a revision, in a folder.

        Args:
            revision: The name of a commit.
            document: The current document.
            around: Further files and folders that are read with it.

        Raises:
            Unusable: There is no such revision, or it lacks the document.
        """
        commit = self._commit(revision)
        if not self.has(commit, document):
            raise Unusable(
                f"{self.name(document)} is not in {revision}: the file may have had another name or place."
                f"\nWrite it to a file, `git show {revision}:OLD/PATH > old.yaml`, and use --old old.yaml"
            )
        with tempfile.TemporaryDirectory() as folder:
            checkout = Checkout(Path(folder).resolve(), self, revision, commit)
            checkout.write([self.name(document)])
            is_alone = not _ELSEWHERE.search(checkout.path(document).read_text("utf-8", "replace"))
            folders = [*around] if is_alone else [document.resolve().parent, *around]
            inside = [one for one in folders if one.resolve().is_relative_to(self.top.resolve())]
            checkout.write(self._files(commit, inside))
            yield checkout

    def _commit(self, revision: str) -> str:
        named = f"{revision}^{{commit}}"
        done = _run(self.git, self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", named)
        if done.returncode:
            raise Unusable(
                f"{revision!r} is not a revision of this repository: `git tag` and `git log` list them."
                "\nIn CI, the checkout may lack history: fetch it with `git fetch --tags --unshallow`"
            )
        return done.stdout.decode().split()[-1]

    def _files(self, commit: str, paths: Sequence[Path]) -> list[str]:
        """The data files at a commit, in some folders."""
        if not paths:
            return []
        names = [self.name(one) or "." for one in paths]
        done = _run(self.git, self.top, "ls-tree", "-r", "-z", "--name-only", commit, "--", *names)
        found = done.stdout.decode("utf-8", "surrogateescape").split("\0")
        return [one for one in found if Path(one).suffix in _DATA]


class Checkout(Struct, frozen=True):
    """A folder with files of a revision."""

    folder: Path
    repository: Repository
    revision: str
    commit: str

    def path(self, now: Path) -> Path:
        """The path in the folder of a file of the repository."""
        return self.folder / self.repository.name(now)

    @property
    def shown(self) -> dict[str, str]:
        """The replacement for the folder in reports: ``v1.0:``."""
        return {str(self.folder): f"{self.revision}:"}

    def add(self, *paths: Path) -> None:
        """Write files into the folder, by their places there, if the revision has them."""
        names = [path.resolve().relative_to(self.folder).as_posix() for path in paths]
        there = [one for one in names if self.repository.has(self.commit, self.repository.top / one)]
        self.write(there)

    def write(self, names: Sequence[str]) -> None:
        """Write files of the revision into the folder."""
        if not names:
            return
        repository = self.repository
        archive = self.folder / "files.zip"
        options = ("--format=zip", f"--output={archive}")
        done = _run(repository.git, repository.top, "archive", *options, self.commit, "--", *names)
        if done.returncode:
            raise Unusable(f"git cannot read {self.revision}: {done.stderr.decode().strip()}")
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(self.folder)
        archive.unlink()


def _run(git: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([git, "-C", str(folder), *arguments], capture_output=True, check=False)
