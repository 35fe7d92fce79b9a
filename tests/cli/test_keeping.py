"""Backups made and put back on the command line, and what it says of damaged data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from tests.cli.conftest import Limber

# Root may write anywhere, unless it gives that right up.
HELD_TO_PERMISSIONS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.getuid() == 0 else []


@pytest.fixture
def file(limber: Limber, own_data_folder: Path) -> Path:
    """The store, with one reading in it."""
    limber("record", "floor-touch", "4")
    return own_data_folder / "profiles" / "default" / "limber.db"


def readings(limber: Limber) -> list[list[float]]:
    return [each["trials"] for each in limber("readings", "--json").document["readings"]]


def test_a_backup_is_put_back_and_the_present_data_can_be_gone_back_to(
    limber: Limber, file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "mine.db"
    assert str(copy) in limber("backup", copy).out
    limber("record", "floor-touch", "5")
    said = limber("restore", copy)
    assert said.code == 0
    assert readings(limber) == [[4]]
    kept = said.out.split("“limber restore ")[1].split("”")[0]
    limber("restore", kept)
    assert readings(limber) == [[4], [5]]


def test_without_a_name_the_backup_goes_beside_the_data(limber: Limber, file: Path) -> None:
    said = limber("backup").out
    (copy,) = (file.parent / "backups").iterdir()
    assert str(copy) in said


def test_the_command_line_makes_no_backup_by_itself(limber: Limber, file: Path, tmp_path: Path) -> None:
    limber("record", "floor-touch", "5")
    limber("export", tmp_path / "x.json")
    limber("import", tmp_path / "x.json")
    limber("check")
    assert not (file.parent / "backups").exists()


def test_an_open_window_is_named_and_nothing_restored(limber: Limber, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "mine.db"
    limber("backup", copy)
    limber("record", "floor-touch", "5")
    lock = f"{file.parent / 'window.lock'}"
    holding = (
        "import sys; from PySide6.QtCore import QLockFile; lock = QLockFile(sys.argv[1]); lock.setStaleLockTime(0);"
        "print(lock.tryLock(0), flush=True); sys.stdin.read(); lock.unlock()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "True\n"
        assert f"process {window.pid}" in limber("restore", copy).complaint
        window.communicate("")
    assert readings(limber) == [[4], [5]]
    assert limber("restore", copy).code == 0
    free = QLockFile(lock)
    assert free.tryLock(0)
    free.unlock()


@pytest.mark.parametrize("name", ["none.db", "export.json", "limber.db"])
def test_what_is_no_backup_is_refused_in_a_sentence(limber: Limber, file: Path, tmp_path: Path, name: str) -> None:
    limber("export", tmp_path / "export.json")
    path = file if name == file.name else tmp_path / name
    assert str(path) in limber("restore", path).complaint
    assert readings(limber) == [[4]]


@pytest.mark.parametrize("verb", ["readings", "sessions", "measures", "export", "record", "backup", "import"])
def test_every_verb_says_of_damaged_data_which_backup_to_put_back(
    limber: Limber, file: Path, tmp_path: Path, verb: str
) -> None:
    export = tmp_path / "x.json"
    limber("export", export)
    limber("backup")
    content = b"\x5a" * file.stat().st_size
    file.write_bytes(content)
    more: dict[str, list[str | Path]] = {
        "export": [tmp_path / "y.json"],
        "record": ["floor-touch", "5"],
        "import": [export],
    }
    words = more.get(verb, [])
    said = limber(verb, *words).complaint
    assert "damaged or not Limber's" in said
    if verb != "import":  # which answers with a document of what was refused
        assert "“limber restore " in said
        assert "limber-20" in said
    assert file.read_bytes() == content


def test_no_data_is_no_error_of_check_but_lost_data_is(limber: Limber, file: Path) -> None:
    limber("backup")
    file.unlink()
    assert limber("check").code == 1
    assert "is not there" in limber("check").out
    assert limber("--profile", "ada", "check").code == 0


def test_another_version_left_by_a_synced_folder_is_a_problem(limber: Limber, file: Path) -> None:
    other = file.with_name("limber.sync-conflict-20260302-073000-ABCDEFG.db")
    other.write_bytes(file.read_bytes())
    ran = limber("check", "--json")
    assert ran.code == 1
    (problem,) = ran.document["problems"]
    assert other.name in problem
    assert "Syncthing" in problem


@pytest.mark.parametrize("words", [["record", "floor-touch", "5"], ["backup"], ["restore"]])
def test_a_folder_without_permission_is_said_in_a_sentence(
    file: Path, own_data_folder: Path, tmp_path: Path, words: list[str]
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.read_bytes())
    copy.chmod(0o644)
    words = [*words, str(copy)] if words == ["restore"] else words
    file.parent.chmod(0o555)
    file.chmod(0o444)
    content = file.read_bytes()

    ran = subprocess.run(
        [*HELD_TO_PERMISSIONS, sys.executable, "-m", "app", "--data-dir", str(own_data_folder), *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("limber: ")
    assert "written" in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert file.read_bytes() == content
