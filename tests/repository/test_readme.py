"""Pages tell the truth: their commands work as they are written, in a copy of the repository like a clone.

No virtual environment is active there. What `make` would install, the copy is given, without the network.
Blocks of Python are in `tests/spec/test_programs.py`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.commands.main import main
from codegen.standard.extensions import EXTENSIONS
from tests.command_line import FACE
from tests.conftest import ROOT
from tests.copies import copied
from tests.programs.checking import PAGES

BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = {"console", "console minutes", "python", "text", "mermaid", "yaml"}
FOUND = sorted(page for pattern in [*PAGES, "SECURITY.md"] for page in ROOT.glob(pattern))

Shell = Callable[..., "subprocess.CompletedProcess[str]"]


def by_path(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[tuple[str, str]]:
    """The language of each block of a page, with what else its fence says, and its text."""
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def commands(page: Path, language: str) -> list[str]:
    """The commands of the blocks in a language, without their comments."""
    lines = [line for kind, text in blocks(page) if kind == language for line in text.splitlines()]
    assert all(line.startswith("$ ") for line in lines), "what is no command is no console"
    return [re.sub(r"\s{2,}#.*", "", line.removeprefix("$ ")) for line in lines]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which `make` has set up `.venv`: with the packages of this environment."""
    clone = copied(tmp_path_factory.mktemp("readme"))
    environment = clone / ".venv"
    venv.create(environment, symlinks=True)
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "all.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    for tool in ("ruff", "uv"):
        (environment / "bin" / tool).symlink_to(Path(sysconfig.get_path("scripts")) / tool)
    for lock in clone.glob("requirements*.lock"):
        shutil.copy(lock, environment)
    return clone


@pytest.fixture(scope="module")
def shell(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Run a command in a folder of the copy, as a user would whose Python has no packages yet."""
    home = tmp_path_factory.mktemp("home")
    (home / "bin").mkdir()
    for name in ("python", "python3"):
        (home / "bin" / name).symlink_to(sys._base_executable)
    # The user's pip; what it would fetch is here.
    pip = home / "bin" / "pip"
    pip.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip "$@"\n', encoding="utf-8")
    pip.chmod(0o755)
    settings = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_TARGET": str(home / "site")}
    path = os.pathsep.join([str(home / "bin"), "/usr/local/bin", "/usr/bin", "/bin"])
    inherited = {name: os.environ[name] for name in ("TMPDIR", "LANG") if name in os.environ}

    def shell(command: str, folder: str = ".") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-ec", command],
            cwd=clone / folder,
            env={**inherited, **settings, "PATH": path, "HOME": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )

    return shell


@pytest.mark.slow
@pytest.mark.parametrize("page", FOUND, ids=by_path)
def test_every_command_of_a_page_works_as_it_is_written(page: Path, shell: Shell) -> None:
    folder = "generated" if page.parent.name == "generated" else "."
    for command in commands(page, "console"):
        done = shell(command, folder)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    for command in commands(page, "console minutes"):
        program, *targets = command.split()
        assert program == "make", f"{command}: only of make there is a dry run"
        done = shell(f"make --dry-run {' '.join(targets)}", folder)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", FOUND, ids=by_path)
def test_every_block_is_of_a_kind_that_is_judged(page: Path) -> None:
    kinds = {
        language for language, _ in blocks(page) if not language.startswith("{")
    }  # Sphinx judges its own
    assert kinds <= LANGUAGES


@pytest.mark.slow
def test_exit_codes_are_those_of_the_readme(clone: Path, shell: Shell) -> None:
    page = clone / "generated" / "api.md"
    kept = page.read_text(encoding="utf-8")
    try:
        page.write_text(kept + "Edited.\n", encoding="utf-8")
        assert shell("python generate.py check").returncode == 1
        assert shell("make check").returncode == 2
        assert shell("python generate.py chekc").returncode == 2
    finally:
        page.write_text(kept, encoding="utf-8")
    assert shell("python generate.py check").returncode == 0


@pytest.mark.slow
def test_what_was_installed_is_the_client(shell: Shell, tmp_path: Path) -> None:
    assert shell("pip install ./generated").returncode == 0
    assert (
        shell(f'ls "$PIP_TARGET"/{next((ROOT / "generated").glob("*/py.typed")).parent.name}').returncode == 0
    )


@pytest.mark.slow
def test_without_an_environment_the_message_says_how_to_get_one(clone: Path, shell: Shell) -> None:
    (clone / ".venv").rename(clone / "elsewhere")
    try:
        done = shell("python generate.py check")
        assert done.returncode == 2
        assert "run `make generate`, which creates .venv" in done.stderr
        assert "Traceback" not in done.stderr
    finally:
        (clone / "elsewhere").rename(clone / ".venv")


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/benchmarks.md", "docs/corpus.md"])
def test_every_make_target_that_is_named_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = {
        target
        for command in re.findall(r"(?:^\$ |`)make\s([a-z\s]+?)(?:`|\s{2,}|\s[A-Z]|$)", text, re.MULTILINE)
        for target in command.split()
    }
    assert named
    assert named <= targets()


def test_the_page_about_configuration_lists_every_extension() -> None:
    text = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    section = text.partition("## Extensions\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`x-[^|]+)\|", section, re.MULTILINE)
    listed = re.findall(r"`(x-[a-z-]+)`", " ".join(rows))
    assert sorted(listed) == sorted(EXTENSIONS)


def test_the_page_of_the_command_lists_every_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"], FACE)
    commands = set(re.findall(r"^    ([a-z]+)\b", capsys.readouterr().out, re.MULTILINE))
    text = (ROOT / "wholespec/README.md").read_text(encoding="utf-8")
    assert {"build", "drift"} <= commands
    assert commands == set(re.findall(r"^\| `wholespec ([a-z]+)", text, re.MULTILINE))


@pytest.mark.parametrize("page", FOUND, ids=by_path)
def test_every_file_that_is_linked_exists(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", ["CONTRIBUTING.md", "tests/README.md", "docs/design.md", "docs/client.md", "docs/corpus.md"]
)
def test_every_path_that_is_named_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:codegen|corpus|docs|examples|spec|templates|tests)/[\w./-]+)`", text)
    assert [path for path in named if not PLACEHOLDER.search(path) and not (ROOT / path).exists()] == []


PLACEHOLDER = re.compile("CASE|FEATURE|NAME|PASS")
"""What a reader replaces in a path."""
