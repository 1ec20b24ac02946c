"""The distribution `wholespec`: what is in it, and that it works on a machine with nothing but Python."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

import pytest
from packaging.metadata import Metadata
from packaging.requirements import Requirement

from codegen import VERSION
from tests.commands.shop import SPEC
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def built(folder: Path) -> tuple[Path, Path]:
    """The wheel, made from the source distribution, and that."""
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return built(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def python(distributions: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel. The packages that pip would fetch are those of this environment."""
    environment = tmp_path_factory.mktemp("scratch") / "env"
    venv.create(environment, symlinks=True, with_pip=False)
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "all.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (environment / "bin/ruff").symlink_to(Path(sysconfig.get_path("scripts")) / "ruff")
    python = environment / "bin/python"
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(distributions[0])]
    subprocess.run([python, *install], check=True, capture_output=True)
    return python


@pytest.fixture
def run(python: Path, tmp_path: Path) -> Run:
    """Run the installed command in a folder with a document; there is no make, and no repository."""
    (tmp_path / "openapi.yaml").write_text(SPEC)

    def run(*arguments: str, module: bool = False) -> subprocess.CompletedProcess[str]:
        command = [str(python), "-m", "wholespec"] if module else [str(python.with_name("wholespec"))]
        done = subprocess.run(
            [*command, *arguments],
            cwd=tmp_path,
            env={"PATH": str(python.parent), "HOME": str(tmp_path), "LANG": os.environ.get("LANG", "C")},
            capture_output=True,
            check=False,
            text=True,
            timeout=600,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


@pytest.mark.slow
def test_the_same_files_give_the_same_distributions(distributions: tuple[Path, Path], tmp_path: Path) -> None:
    again = built(tmp_path)
    for one, other in zip(distributions, again, strict=True):
        assert one.name == other.name
        assert hashlib.sha256(one.read_bytes()).digest() == hashlib.sha256(other.read_bytes()).digest()


@pytest.mark.slow
def test_the_wheel_has_everything_under_its_own_name(distributions: tuple[Path, Path]) -> None:
    names = zipfile.ZipFile(distributions[0]).namelist()
    assert {name.split("/")[0] for name in names} == {"wholespec", f"wholespec-{VERSION}.dist-info"}
    for folder in ("codegen", "templates", "docs"):
        files = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and not {"__pycache__", ".ruff_cache"} & {*path.parts}
        }
        assert files <= {name.removeprefix("wholespec/") for name in names}
    assert not [
        name for name in names if name.endswith((".pyc", ".toml", ".lock")) and "templates" not in name
    ]
    with tarfile.open(distributions[1]) as archive:
        assert f"wholespec-{VERSION}/generate.py" in archive.getnames()


@pytest.mark.slow
def test_the_metadata_is_complete(distributions: tuple[Path, Path]) -> None:
    wheel = zipfile.ZipFile(distributions[0])
    raw = wheel.read(f"wholespec-{VERSION}.dist-info/METADATA")
    metadata = Metadata.from_email(raw, validate=True)
    assert (metadata.name, str(metadata.version)) == ("wholespec", VERSION)
    assert str(metadata.license_expression) == "MIT"
    assert message_from_bytes(raw)["Description-Content-Type"] == "text/markdown"
    description = metadata.description or ""
    assert description.startswith("# wholespec\n")
    links = re.findall(r"\]\(([^)]+)\)", description)
    assert not [link for link in links if not link.startswith("https://")], "an index cannot follow others"


def test_the_dependencies_are_those_of_the_checkout() -> None:
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    ours = [Requirement(line.split("#")[0]) for line in lines if line.split("#")[0].strip()]
    theirs = {one.name: one for one in map(Requirement, PROJECT["dependencies"])}
    assert {one.name for one in ours} == theirs.keys()
    for one in ours:
        if one.specifier:
            assert theirs[one.name].specifier == one.specifier
    locked = dict(
        re.findall(
            r"^([\w-]+)==(\S+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert all(one.specifier.contains(locked[name]) for name, one in theirs.items())


@pytest.mark.slow
@pytest.mark.parametrize("module", [False, True])
def test_a_client_is_built_and_checked_with_nothing_but_the_wheel(
    run: Run, tmp_path: Path, module: bool
) -> None:
    assert run("build", "openapi.yaml", "--out", "shop", module=module).returncode == 0
    assert (tmp_path / "shop/shop/models.py").is_file()
    assert run("check", "openapi.yaml", "--out", "shop", module=module).returncode == 0
    (tmp_path / "openapi.yaml").write_text(SPEC.replace("What the buyer wrote.", "What the seller wrote."))
    done = run("check", "openapi.yaml", "--out", "shop", module=module)
    assert done.returncode == 1
    call = "python -m wholespec" if module else "wholespec"
    assert f"run `{call} build openapi.yaml --out shop` and commit the changes.\n" in done.stdout


@pytest.mark.slow
def test_init_build_check_and_an_edited_overlay(run: Run, tmp_path: Path) -> None:
    assert run("init").returncode == 0
    settings = tmp_path / "wholespec.toml"
    settings.write_text(settings.read_text().replace("output", 'overlays = ["fix.yaml"]\noutput'))
    overlay = (
        "overlay: 1.1.0\ninfo: {title: a, version: b}\nactions:\n- {target: $.info, update: {title: Store}}\n"
    )
    (tmp_path / "fix.yaml").write_text(overlay)
    assert run("build").returncode == 0
    assert (tmp_path / "client/store/models.py").is_file()
    assert run("check").returncode == 0
    (tmp_path / "fix.yaml").write_text(overlay.replace("Store", "Boutique"))
    done = run("check")
    assert done.returncode == 1
    assert "overlay fix.yaml has changed [overlay-changed]" in done.stdout
    assert done.stdout.endswith("run `wholespec build` and commit the changes.\n")


@pytest.mark.slow
def test_the_default_folder_is_client_and_a_document_must_be_given(run: Run, tmp_path: Path) -> None:
    done = run("build")
    assert done.returncode == 2
    named = "Write `wholespec build openapi.yaml`, or name it in wholespec.toml"
    assert done.stderr == f"wholespec: which document? {named}\n"
    assert run("build", "openapi.yaml").stdout.startswith("client: ")


@pytest.mark.slow
def test_the_installed_command_writes_the_bytes_of_the_checkout(run: Run, tmp_path: Path) -> None:
    run("build", "openapi.yaml", "--out", "one")
    subprocess.run(
        [sys.executable, str(ROOT / "generate.py"), "--spec", "openapi.yaml", "--out", "other"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    one, other = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*.*")
            if path.is_file()
        }
        for name in ("one", "other")
    )
    assert one == other


@pytest.mark.slow
def test_it_installs_nothing_else_that_can_be_imported(python: Path) -> None:
    for name in ("codegen", "templates", "docs"):
        done = subprocess.run([python, "-c", f"import {name}"], cwd="/", capture_output=True, check=False)
        assert done.returncode == 1


@pytest.mark.slow
def test_the_pages_that_are_named_are_installed(run: Run) -> None:
    pages = re.search(r"are in (\S+)\.\n", run("--help").stdout)
    assert pages
    assert (Path(pages[1]) / "rules.md").is_file()
    assert (Path(pages[1]) / "own-code.md").is_file()


@pytest.mark.slow
def test_the_version_is_printed_before_anything_is_loaded(python: Path) -> None:
    done = subprocess.run(
        [python, "-X", "importtime", "-m", "wholespec", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"wholespec {VERSION}\n"
    loaded = re.findall(r"\| +([\w.]+)$", done.stderr, re.MULTILINE)
    assert {name for name in loaded if name.startswith("codegen")} == {"codegen"}
    assert not {"argparse", "pathlib", "re", "typing"} & {*loaded}, "they take longer than Python to start"


_STOPPED = """
import os, runpy, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == "codegen.commands.entry_point":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
sys.argv = [sys.argv[1], "--help"]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.mark.parametrize("entry_point", ["generate.py", "wholespec/__main__.py"])
def test_ctrl_c_ends_it_silently_while_modules_are_loaded(entry_point: str) -> None:
    command = [sys.executable, "-c", _STOPPED, entry_point]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
