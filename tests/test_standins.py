"""Stand-ins last as long as the import, and replace nothing that is there."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys

import pytest

from codegen.second_reader.standins import standing_in


def test_a_stand_in_has_what_is_asked_of_it_and_is_gone_afterwards() -> None:
    with standing_in({"no_such_module": ("Reader",)}):
        module = importlib.import_module("no_such_module")
        assert isinstance(module.Reader, type)
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("no_such_module")


def test_a_module_that_is_there_stays() -> None:
    with standing_in({"json": ()}):
        assert sys.modules["json"] is json
    assert sys.modules["json"] is json


def test_the_parser_is_imported_without_a_downloader() -> None:
    source = (
        "import sys, codegen.second_reader.parse;"
        "print(*(n for n in ('httpx', 'httpcore', 'ruamel') if n in sys.modules));"
        "import ruamel.yaml; ruamel.yaml.YAML(typ='safe')"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
