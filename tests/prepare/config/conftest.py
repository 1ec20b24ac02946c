"""Clients of a document with a configuration, and commands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.commands.main import main
from codegen.pipeline import Output, ReadOptions, generate
from codegen.prepare.config.configuration import read_configuration
from tests.command_line import FACE, Run, run_in
from tests.prepare.config.shop import SPEC, Generate


@pytest.fixture
def configured(tmp_path: Path) -> Generate:
    """Generate from a document with a configuration."""

    def generated(text: str, spec: str = SPEC) -> Output:
        (tmp_path / "openapi.yaml").write_text(spec)
        (tmp_path / "wholespec.toml").write_text(text)
        return generate(
            tmp_path / "openapi.yaml",
            ReadOptions(configuration=read_configuration(tmp_path / "wholespec.toml")),
        )

    return generated


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in a folder with a document."""
    (tmp_path / "openapi.yaml").write_text(SPEC)
    return lambda *arguments: run_in(tmp_path, arguments, lambda given: main(given, FACE))
