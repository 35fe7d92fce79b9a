"""Starting the window where it can't be: one line, exit code 1, nothing written."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_keeping import HELD_TO_PERMISSIONS

HIDDEN = {"QT_QPA_PLATFORM": "xcb"}
ONE_PAINT = {"QT_QPA_PLATFORM": "offscreen", "LIMBER_EXIT_AFTER_FIRST_PAINT": "1"}


def start(folder: Path, *through: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*through, sys.executable, "-m", "app", "--data-dir", str(folder)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        (HIDDEN, "DISPLAY and WAYLAND_DISPLAY are not set"),
        (HIDDEN | {"DISPLAY": ":9999"}, "“:9999” can't be reached"),
        (ONE_PAINT | {"LIMBER_CLOCK_SPEED": "fast"}, "LIMBER_CLOCK_SPEED is “fast”"),
    ],
)
def test_without_a_screen_it_says_so_in_one_line_and_writes_nothing(
    tmp_path: Path, environment: dict[str, str], said: str
) -> None:
    folder = tmp_path / "data"
    ended = start(folder, **environment)
    assert ended.returncode == 1
    assert said in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    ended = start(tmp_path / "file", **ONE_PAINT)
    assert ended.returncode == 1
    assert str(tmp_path / "file") in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_window_that_is_open_elsewhere_and_silent_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "profiles" / "default" / "window.lock"
    lock.parent.mkdir(parents=True)
    lock.write_text("99999\nlimber\nanother-host\n")
    ended = start(tmp_path, **ONE_PAINT)
    assert ended.returncode == 1
    assert "process 99999 on another-host" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_damaged_store_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    store = tmp_path / "profiles" / "default" / "limber.db"
    store.parent.mkdir(parents=True)
    store.write_bytes(b"not a database at all " * 100)
    ended = start(tmp_path, **ONE_PAINT)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert store.read_bytes() == b"not a database at all " * 100


def test_the_first_start_makes_the_store_and_paints(tmp_path: Path) -> None:
    ended = start(tmp_path / "data", **ONE_PAINT)
    assert ended.returncode == 0, ended.stderr
    folder = tmp_path / "data" / "profiles" / "default"
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (folder, *folder.parents[:2])} == {0o700}


def test_a_newer_store_is_told_with_both_versions_and_left_byte_for_byte(tmp_path: Path) -> None:
    start(tmp_path, **ONE_PAINT)
    store = tmp_path / "profiles" / "default" / "limber.db"
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    content = store.read_bytes()
    ended = start(tmp_path, **ONE_PAINT)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "9999" in ended.stderr
    assert store.read_bytes() == content


def test_a_folder_that_became_read_only_is_told_and_nothing_written(tmp_path: Path) -> None:
    start(tmp_path, **ONE_PAINT)
    store = tmp_path / "profiles" / "default" / "limber.db"
    store.parent.chmod(0o500)
    store.chmod(0o400)
    files = {file.name: file.read_bytes() for file in store.parent.iterdir()}
    ended = start(tmp_path, *HELD_TO_PERMISSIONS, **ONE_PAINT)
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "can't be written" in ended.stderr
    assert {file.name: file.read_bytes() for file in store.parent.iterdir()} == files


SWITCHES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import bootstrap
from app.domain.clock import SystemClock
from app.domain.profile import Profile
from app.store.profiles import Profiles
from app.store.store import Store

data = Path(sys.argv[1])
profiles = Profiles(data)
Store.open(profiles.folder(None), SystemClock()).close()
ben = profiles.new_folder("Ben")
store = Store.open(ben, SystemClock())
store.profile.save(Profile("Ben", 190))
store.close()
make = bootstrap.make_window

def and_then_switch(*parts):
    window = make(*parts)
    print(window.windowTitle(), flush=True)
    if window.windowTitle() == "Limber":
        window.first_painted.connect(lambda: window.leave_for(ben))
    else:
        window.first_painted.connect(window.close)
    return window

bootstrap.make_window = and_then_switch
print(bootstrap.open_window(data, None), profiles.to_open().name, flush=True)
"""


def test_another_profile_opens_in_the_place_of_the_first_and_at_the_next_start(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SWITCHES, str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.splitlines() == ["Limber", "Ben – Limber", "0 ben"], ended.stderr
