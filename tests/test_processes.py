"""Two tasks at a time, in processes of which the second is a fork.

Each test runs a program of its own: pytest's workers have further threads, and such a process is not forked.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent, indent

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="no process of its own elsewhere")

HEAD = """
import os, signal, threading, time
from codegen.document.failures import Defect, Unusable
from codegen.document.problems import Problem, Refused
from codegen.processes import beside, made_in_halves, run_both, several_processes

def raising(error):
    raise error

def refusing(rule):
    raise Refused([Problem("wrong", rule, ("paths", "/a"))])

def told(first, second):
    try:
        return run_both(first, second)
    except Refused as refused:
        return [(one.rule, one.where) for one in refused.problems]
    except (Defect, Unusable, ValueError) as error:
        return f"{type(error).__name__}: {error}"
"""


def printed(program: str, *, worth_it: bool = True) -> str:
    body = f"{HEAD}\nwith several_processes(worth_it={worth_it}):\n{indent(dedent(program), '    ')}\n"
    command = [sys.executable, "-c", body]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize("worth_it", [True, False])
@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("run_both(lambda: 'a' * 3, lambda: {'b': 1})", "('aaa', {'b': 1})"),
        (
            "run_both(lambda: run_both(lambda: 1, lambda: 2), lambda: run_both(lambda: 3, lambda: 4))",
            "((1, 2), (3, 4))",
        ),
        ("told(lambda: refusing('x'), lambda: 1)", "[('x', ('paths', '/a'))]"),
        ("told(lambda: 1, lambda: refusing('y'))", "[('y', ('paths', '/a'))]"),
        ("told(lambda: refusing('x'), lambda: refusing('y'))", "[('x', ('paths', '/a'))]"),
        ("told(lambda: raising(Unusable('no ruff')), lambda: 1)", "Unusable: no ruff"),
    ],
)
def test_what_comes_out_is_the_same_with_and_without_a_process(call: str, result: str, worth_it: bool):
    assert printed(f"print({call})", worth_it=worth_it) == result


@pytest.mark.parametrize("worth_it", [True, False])
def test_two_halves_are_finished_wherever_they_are_made(worth_it: bool):
    finished = "lambda half: {key: value * 2 for key, value in half.items()}"
    made = f"made_in_halves(lambda: {{'a': 1}}, lambda: {{'b': 2}}, {finished})"
    assert printed(f"print({made})", worth_it=worth_it) == "{'a': 2, 'b': 4}"


def test_both_halves_are_finished_at_once_in_one_process():
    made = "made_in_halves(lambda: {'a': 1}, lambda: {'b': 2}, lambda files: print(len(files)) or files)"
    assert printed(made, worth_it=False) == "2"


@LINUX
def test_the_first_task_has_a_process_of_its_own():
    assert printed("print(len({os.getpid(), *run_both(os.getpid, os.getpid)}))") == str(min(2, processors()))


def processors() -> int:
    program = "import os; print(len(os.sched_getaffinity(0)))"
    return int(subprocess.check_output([sys.executable, "-c", program], text=True))


def test_nobody_is_forked_for_a_small_task_or_beside_a_thread():
    alone = "print(len({os.getpid(), *run_both(os.getpid, os.getpid)}))"
    assert printed(alone, worth_it=False) == "1"
    assert printed(f"threading.Thread(target=time.sleep, args=(1,)).start(); {alone}") == "1"


@LINUX
@pytest.mark.skipif(sys.platform == "linux" and processors() < 2, reason="one processor")
class TestAnotherProcess:
    def test_what_nobody_foresaw_keeps_its_place(self):
        said = printed("print(told(lambda: raising(KeyError('gone')), lambda: 1))")
        assert said == "Defect: <string>:8: KeyError('gone')"

    def test_a_killed_process_is_reported(self):
        said = printed("print(told(lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1))")
        assert said.startswith("Unusable: a process of the generator was killed")

    def test_nobody_waits_for_it_after_an_interruption(self):
        program = """
        try:
            run_both(lambda: time.sleep(5000), lambda: raising(KeyboardInterrupt()))
        except KeyboardInterrupt:
            print("ended")
        """
        assert printed(program) == "ended"


@LINUX
@pytest.mark.skipif(sys.platform == "linux" and processors() < 2, reason="one processor")
class TestATaskBesideABlock:
    def test_it_has_a_process_of_its_own_and_receives_what_it_is_given(self):
        program = """
        def add(receive):
            return receive() + receive(), os.getpid() != first

        first = os.getpid()
        with beside(add) as task:
            task.give(1)
            task.give(10)
            print(task.result())
        """
        assert printed(program) == "(11, True)"

    @pytest.mark.parametrize(
        ("raising", "said"),
        [
            ("Refused([Problem('wrong', 'x', ('a',))])", "Refused: 1 problem(s)"),
            ("Unusable('no ruff')", "Unusable: no ruff"),
            ("ModuleNotFoundError('no parser')", "ModuleNotFoundError: no parser"),
            ("KeyError('gone')", "Defect: <string>:8: KeyError('gone')"),
        ],
    )
    def test_what_a_task_raises_arrives(self, raising: str, said: str):
        program = f"""
        with beside(lambda receive: raising({raising})) as task:
            try:
                task.result()
            except (Refused, Unusable, Defect, ModuleNotFoundError) as error:
                print(f"{{type(error).__name__}}: {{error}}")
        """
        assert printed(program) == said

    def test_one_that_is_killed_is_reported(self):
        program = """
        with beside(lambda receive: os.kill(os.getpid(), signal.SIGKILL)) as task:
            task.give("x" * 1_000_000)
            try:
                task.result()
            except Unusable as error:
                print(error)
        """
        assert printed(program).startswith("a process of the generator was killed")

    def test_nobody_waits_for_it_at_the_end(self):
        program = """
        with beside(lambda receive: time.sleep(5000)):
            pass
        print("ended")
        """
        assert printed(program) == "ended"

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
    def test_one_that_waits_for_a_value_ends_with_the_first_process(self, how: signal.Signals):
        program = """
        def wait(receive):
            print(os.getpid(), flush=True)
            receive()

        with beside(wait) as task:
            task.result()
        """
        command = [sys.executable, "-c", f"{HEAD}\n{dedent(program)}"]
        with subprocess.Popen(
            command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as first:
            assert first.stdout is not None
            number = int(first.stdout.readline())
            assert number != first.pid
            first.send_signal(how)
        for _ in range(3000):
            if not _is_alive(number):
                return
            time.sleep(0.1)
        pytest.fail("it is still there")

    def test_what_cannot_be_sent_is_a_defect(self):
        program = """
        with beside(lambda receive: lambda: 1) as task:
            try:
                task.result()
            except Defect as error:
                print("defect:", error)
        """
        assert printed(program).startswith("defect: reduction.py:")


@pytest.mark.parametrize("beside_a_thread", [True, False])
def test_a_task_without_a_process_returns_the_same(beside_a_thread: bool):
    thread = "threading.Thread(target=time.sleep, args=(1,)).start()" if beside_a_thread else ""
    program = f"""
    {thread}
    with beside(lambda receive: (receive(), os.getpid() == first), worth_it={beside_a_thread}) as task:
        task.give("a")
        print(task.result())
    """
    assert printed(f"first = os.getpid()\n{dedent(program)}") == "('a', True)"


def _is_alive(process: int) -> bool:
    """Whether it is there, and not only its number until its parent has been told."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
