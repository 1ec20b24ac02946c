"""The program that `changes --codemod` writes: what it renames in users' code, and what it leaves to them."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.commands.main import main
from codegen.drift.codemod.engine.names import Names
from codegen.drift.codemod.engine.rewriting import rewritten
from tests.command_line import FACE, run_in
from tests.drift.renames.pets import DOCUMENT, all_renamed, run_command

FOLDER = Path(__file__).parent
BEFORE, AFTER = ((FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in ("before", "after"))

IMPORTS = "from zoo import Zoo\nfrom zoo.models import Kind\n"


@pytest.fixture(scope="module")
def codemod(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codemod")
    (folder / "old.yaml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "new.yaml").write_text(all_renamed(DOCUMENT), encoding="utf-8")
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--codemod", "codemod.py"]
    done = run_in(folder, arguments, run_command)
    assert "codemod.py: written" in done.stdout
    return folder / "codemod.py"


def _run(codemod: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(codemod), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_each_module_is_imported_once(codemod: Path) -> None:
    tree = ast.parse(codemod.read_text(encoding="utf-8"))
    modules = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert len(modules) == len(set(modules))


@pytest.mark.slow
def test_names_are_renamed_and_nothing_else(codemod: Path, tmp_path: Path) -> None:
    program, other = tmp_path / "program.py", tmp_path / "other.py"
    program.write_text(BEFORE, encoding="utf-8")
    other.write_text("pets.age = pets.list(limit=1)\n", encoding="utf-8")
    done = _run(codemod, tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert program.read_text(encoding="utf-8") == AFTER
    assert other.read_text(encoding="utf-8") == "pets.age = pets.list(limit=1)\n"
    again = _run(codemod, tmp_path, "--check")
    assert (again.returncode, again.stderr) == (0, "0 files to change; 0 left to edit by hand\n")


@pytest.mark.slow
def test_the_keys_of_dicts_for_models(codemod: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    text = (
        "from zoo import params\nraw: params.PetDict = {'id': '1', 'age': 3}\nprint(raw['age'], {'age': 1})\n"
    )
    program.write_text(text, encoding="utf-8")
    assert _run(codemod, program).returncode == 0
    expected = (
        text.replace("PetDict", "AnimalDict")
        .replace("'age': 3", "'years': 3")
        .replace("['age']", "['years']")
    )
    assert program.read_text(encoding="utf-8") == expected


@pytest.mark.slow
def test_what_it_cannot_know_is_left_with_its_line(codemod: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    text = f"{IMPORTS}def f(thing, more):\n    c = Zoo()\n    c.pets.list(**more)\n    return thing.age\n"
    program.write_text(text, encoding="utf-8")
    done = _run(codemod, "--diff", program)
    assert done.returncode == 1
    assert f"{program}:5: ** may have arguments that have other names now\n" in done.stdout
    assert f"{program}:6: .age may be Pet.age, now years: its type is not known\n" in done.stdout
    assert "+    c.animals.search_pets(**more)\n" in done.stdout
    assert program.read_text(encoding="utf-8") == text


PROGRAMS: dict[str, tuple[str, str, list[int]]] = {
    # what: the lines of a program, those that it has then if they differ, and the lines for a person
    "a name that is bound to something else, too": (
        "p = Zoo().pets.get('1')\np = other.pet()\np.age\n",
        "p = Zoo().animals.get_pet('1')\np = other.pet()\np.age\n",
        [3],
    ),
    "None, and then a pet": (
        "p = None\np = Zoo().pets.get('1')\np.age\n",
        "p = None\np = Zoo().animals.get_pet('1')\np.years\n",
        [],
    ),
    "a name that a function changes": (
        "p = Zoo().pets.get('1')\ndef f():\n    global p\n    p = other.pet()\np.age\n",
        "p = Zoo().animals.get_pet('1')\ndef f():\n    global p\n    p = other.pet()\np.age\n",
        [5],
    ),
    "a client that is bound to something else behind its use": (
        "c = Zoo()\ndef f():\n    p = c.pets.get('1')\n    p.age\nc = other.client()\n",
        "",
        [3, 4],
    ),
    "a client that is bound behind its use": (
        "def f():\n    p = c.pets.get('1')\n    p.age\nc = Zoo()\n",
        "def f():\n    p = c.animals.get_pet('1')\n    p.years\nc = Zoo()\n",
        [],
    ),
    "parameters with a star": (
        "p = Zoo().pets.get('1')\ndef f(*p, **q): return p.age, q.age\n",
        "p = Zoo().animals.get_pet('1')\ndef f(*p, **q): return p.age, q.age\n",
        [2],
    ),
    "a capture of a pattern": (
        "p = Zoo().pets.get('1')\ndef f(x):\n    match x:\n        case [p]: return p.age\n",
        "p = Zoo().animals.get_pet('1')\ndef f(x):\n    match x:\n        case [p]: return p.age\n",
        [4],
    ),
    "a union with a class of others": (
        "def f(p: Pet | other.Pet): p.age\n",
        "def f(p: Animal | other.Pet): p.age\n",
        [1],
    ),
    "a union with None": ("def f(p: Pet | None): p.age\n", "def f(p: Animal | None): p.years\n", []),
    "values in annotations": (
        "def f(p: Annotated[Pet, 'Pet'], q: Literal['Pet', 'Kind']): ...\n",
        "def f(p: Annotated[Animal, 'Pet'], q: Literal['Pet', 'Kind']): ...\n",
        [],
    ),
    "a subclass": (
        "class Mine(Pet):\n    def f(self): return self.age\n",
        "class Mine(Animal):\n    def f(self): return self.age\n",
        [2],
    ),
    "a class that only looks like a pet": (
        "class Row:\n    age = 1\n    def f(self): return self.age\nRow().age\n",
        "",
        [],
    ),
    "what functions of others return": (
        "p = copy(Zoo().pets.get('1'))\np.age\ncopy(1).age\n",
        "p = copy(Zoo().animals.get_pet('1'))\np.age\ncopy(1).age\n",
        [2],
    ),
    "values of an enum": (
        "def f(k: Kind): return k == 'dog', k in ('cat', 'dog'), Kind('dog'), 'dog' == str(k)\n",
        "def f(k: Kind): return k == 'hound', k in ('cat', 'hound'), Kind('hound'), 'dog' == str(k)\n",
        [],
    ),
    "values of an enum in patterns": (
        "def f(k: Kind):\n    match k:\n        case 'dog': ...\n        case 'cat' | 'dog': ...\n",
        "def f(k: Kind):\n    match k:\n        case 'hound': ...\n        case 'cat' | 'hound': ...\n",
        [],
    ),
    "names in strings": (
        "def f(p: Pet): getattr(p, 'age'), p.age\nprint('age')\n",
        "def f(p: Animal): getattr(p, 'age'), p.years\nprint('age')\n",
        [1],
    ),
    "aliases of types": (
        "A = Pet | None\ndef f(a: A): a.age\ntype B = Pet\ndef g(b: B): b.age\n",
        "A = Animal | None\ndef f(a: A): a.age\ntype B = Animal\ndef g(b: B): b.age\n",
        [2, 4],
    ),
    "arguments in a dict": (
        "Zoo().pets.list(**{'limit': 3, \"order\": 'dog'})\nPet(**{'age': 1})\nf(**{'limit': 3})\n",
        (
            "Zoo().animals.search_pets(**{'page_size': 3, \"order\": 'hound'})\n"
            "Animal(**{'years': 1})\nf(**{'limit': 3})\n"
        ),
        [],
    ),
    "arguments in a dict that is known in part": (
        "Zoo().pets.list(**{'limit': 3, **more})\nZoo().pets.list(**{key: 3})\n",
        "Zoo().animals.search_pets(**{'page_size': 3, **more})\nZoo().animals.search_pets(**{key: 3})\n",
        [1, 2],
    ),
    "imports under other names": (
        (
            "import zoo.models as z\nfrom zoo import Zoo as C, models as m\n"
            "from zoo.models import Pet as P\n"
            "def f(c: C, p: P, q: m.Pet, r: z.Pet): c.pets.list(), p.age, q.age, r.age\n"
        ),
        (
            "import zoo.models as z\nfrom zoo import Zoo as C, models as m\n"
            "from zoo.models import Animal as P\n"
            "def f(c: C, p: P, q: m.Animal, r: z.Animal): "
            "c.animals.search_pets(), p.years, q.years, r.years\n"
        ),
        [],
    ),
    "a class of the program with the new name": (
        "class Animal: ...\ndef f(p: Pet): p.age\n",
        "class Animal: ...\ndef f(p: Pet): p.years\n",
        [],
    ),
}


@pytest.mark.parametrize("what", PROGRAMS)
def test_only_what_certainly_is_of_the_client(what: str, codemod: Path) -> None:
    before, after, left = PROGRAMS[what]
    head = "import other\nfrom copy import copy\nfrom typing import Annotated, Literal\nfrom zoo import Zoo\n"
    table = codemod.read_text(encoding="utf-8").partition("_TABLE = r'''")[2].partition("'''")[0]
    names = Names.of(json.loads(table))
    found = rewritten(f"{head}from zoo.models import Kind, Pet\n{before}", names)
    assert found.text.partition("Kind, ")[2].partition("\n")[2] == (after or before)
    assert [one.line - 5 for one in found.left] == left


@pytest.mark.slow
def test_files_stay_what_they_are(codemod: Path, tmp_path: Path) -> None:
    """Links, the mark of the encoding, the ends of lines and the mode."""
    (tmp_path / "program.py").write_bytes(b"\xef\xbb\xbffrom zoo.models import Kind\r\nx = Kind.DOG\r\n")
    (tmp_path / "program.py").chmod(0o755)
    (tmp_path / "link.py").symlink_to("program.py")
    assert _run(codemod, tmp_path).returncode == 0
    assert (tmp_path / "link.py").is_symlink()
    assert (tmp_path / "program.py").stat().st_mode & 0o777 == 0o755
    expected = b"\xef\xbb\xbffrom zoo.models import Kind\r\nx = Kind.HOUND\r\n"
    assert (tmp_path / "program.py").read_bytes() == expected
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.py", "program.py"]


@pytest.mark.slow
def test_nothing_is_half_written(codemod: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def f(:\n", encoding="utf-8")
    (tmp_path / "fine.py").write_text(f"{IMPORTS}x = Kind.DOG\n", encoding="utf-8")
    done = _run(codemod, tmp_path)
    assert done.returncode == 2
    assert f"{tmp_path / 'broken.py'}: skipped" in done.stderr
    assert "Kind.HOUND" in (tmp_path / "fine.py").read_text(encoding="utf-8")
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_a_file_of_the_user_is_not_overwritten(codemod: Path) -> None:
    mine = codemod.with_name("mine.py")
    mine.write_text("print('mine')\n", encoding="utf-8")
    arguments = ["changes", "new.yaml", "--old", "old.yaml", "--codemod", "mine.py"]
    done = run_in(codemod.parent, arguments, lambda given: main(given, FACE))
    assert done.returncode == 2
    assert mine.read_text(encoding="utf-8") == "print('mine')\n"


@pytest.mark.slow
def test_type_checkers_pass_after_it(codemod: Path, tmp_path: Path) -> None:
    """Programs that fail with the new client pass after the codemod."""
    folder = codemod.parent
    for version in ("old", "new"):
        built = run_in(folder, ["build", f"{version}.yaml", "--out", f"{version}-client"], run_command)
        assert built.returncode == 0
    (tmp_path / "program.py").write_text(BEFORE, encoding="utf-8")
    assert _errors(tmp_path, folder / "old-client") == (0, 0)
    assert min(_errors(tmp_path, folder / "new-client")) > 10
    assert _run(codemod, tmp_path).returncode == 0
    assert _errors(tmp_path, folder / "new-client") == (0, 0)


def _errors(programs: Path, client: Path) -> tuple[int, int]:
    """The errors of mypy and of pyright, with a client."""
    bin_ = Path(sys.executable).parent
    environment = {"MYPYPATH": str(client), "PATH": f"{bin_}:/usr/bin:/bin", "HOME": str(programs)}
    files = sorted(map(str, programs.glob("*.py")))
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", str(programs / ".mypy"), *files],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    settings = programs / "pyrightconfig.json"
    settings.write_text(f'{{"extraPaths": ["{client}"]}}', encoding="utf-8")
    pyright = shutil.which("pyright", path=str(bin_))
    assert pyright
    seen = subprocess.run(
        [pyright, "-p", str(settings), "--pythonpath", sys.executable],
        capture_output=True,
        text=True,
        check=False,
    )
    return checked.stdout.count(": error:"), seen.stdout.count(" - error:")
