"""Small outputs of two versions, and files of the user beside them."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from codegen.output import record
from codegen.output import write as writing
from codegen.output.write import write

Files = Mapping[str, str]


def package(version: int, **more: str) -> Files:
    """A small output that differs in one file, lacks one and has one more from version to version."""
    files = {
        "README.md": "The same in each version.\n",
        "shop/__init__.py": f"VERSION = {version}\n",
        f"shop/only_in_{version}/__init__.py": "",
        f".only_in_{version}": "hidden, and yet ours\n",
        **more,
    }
    return {**files, record.NAME: record.compose(files, record.documents({"version": version}))}


OLD, NEW = package(1), package(2)


def on_disk(folder: Path) -> Files:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


OWN = {
    ".git/objects/ab": "an object",
    "tests/test_shop.py": "def test() -> None: ...",
    "uv.lock": "locked",
    "shop/custom.py": "class Mine: ...",
    "shop/only_in_1/own.py": "beside one that is removed",
}


def with_own_files(out: Path) -> None:
    write(OLD, out)
    for path, text in OWN.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text)
    (out / "empty/folder").mkdir(parents=True)
    (out / "link").symlink_to("nowhere")
    (out / "tests/test_shop.py").chmod(0o755)
    os.utime(out / "uv.lock", (1, 1))


def has_own_files(out: Path) -> bool:
    found = on_disk(out)
    return (
        all(found.get(path) == text for path, text in OWN.items())
        and (out / "empty/folder").is_dir()
        and (out / "link").readlink() == Path("nowhere")
        and (out / "tests/test_shop.py").stat().st_mode & 0o777 == 0o755
        and (out / "uv.lock").stat().st_mtime == 1
    )


def generated_on_disk(out: Path) -> Files:
    return {path: text for path, text in on_disk(out).items() if path not in OWN}


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(writing, "exchange", refuse)
