"""Nothing leaves the machine: no program of Limber's opens a socket."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEADLINE_S = 30
FAMILIES = ("unix", "tcp", "tcp6", "udp", "udp6", "raw", "raw6")
HOOK = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
from app.cli import main
codes = [main(words.split(" ")) for words in sys.argv[1:]]
sys.exit(any(codes))
"""


def test_no_verb_of_the_command_line_makes_a_socket(tmp_path: Path) -> None:
    verbs = [
        "exercises", "routines", "measures", "rehearse desk-break", "record floor-touch 4", "readings --csv",
        "sessions", f"export {tmp_path}/x.json", f"import {tmp_path}/x.json", f"backup {tmp_path}/x.db", "check",
        f"restore {tmp_path}/x.db", f"report {tmp_path}/x.pdf",
    ]  # fmt: skip
    ran = subprocess.run([sys.executable, "-c", HOOK, *verbs], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.fixture
def window(own_data_folder: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """The program with its window, without a screen, once it has its store."""
    program = subprocess.Popen([sys.executable, "-m", "app"], cwd=ROOT)
    try:
        deadline = time.monotonic() + DEADLINE_S
        while not list(own_data_folder.rglob("window.lock")):
            assert program.poll() is None
            assert time.monotonic() < deadline, "the window did not open"
            time.sleep(0.1)
        yield program
    finally:
        program.kill()
        program.wait(DEADLINE_S)


def sockets(process: int, family: str) -> list[str]:
    """The sockets that the process has open, as the system lists them."""
    inodes = {handle_target(handle) for handle in Path(f"/proc/{process}/fd").iterdir()}
    table = Path(f"/proc/{process}/net/{family}")
    lines = table.read_text(encoding="utf-8").splitlines()[1:] if table.exists() else []
    column = 6 if family == "unix" else 9
    return [line for line in lines if f"socket:[{line.split()[column]}]" in inodes]


def handle_target(handle: Path) -> str:
    try:
        return str(handle.readlink())
    except OSError:  # closed since
        return ""


def test_the_window_has_no_socket_and_a_second_start_finds_it_all_the_same(window: "subprocess.Popen[bytes]") -> None:
    with subprocess.Popen([sys.executable, "-m", "app"], cwd=ROOT) as second:
        assert second.wait(DEADLINE_S) == 0
    assert {family: sockets(window.pid, family) for family in FAMILIES} == {family: [] for family in FAMILIES}
    assert window.poll() is None
