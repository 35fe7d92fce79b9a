"""Starting with the computer is an entry that is there while it is wanted."""

import plistlib
from pathlib import Path

import pytest

from app.ui.reminding.autostart import TRAY_OPTION, Autostart, start_command


@pytest.mark.parametrize(("platform", "name"), [("linux", "limber.desktop"), ("darwin", "org.limber.Limber.plist")])
def test_the_entry_is_there_while_it_is_wanted(tmp_path: Path, platform: str, name: str) -> None:
    autostart = Autostart(tmp_path / "autostart", platform)
    assert not autostart.is_on()
    autostart.choose(False)
    autostart.choose(True)
    assert autostart.is_on()
    assert (tmp_path / "autostart" / name).is_file()
    autostart.choose(False)
    assert not autostart.is_on()


def test_on_linux_the_entry_starts_this_program_in_the_tray(tmp_path: Path) -> None:
    Autostart(tmp_path, "linux").choose(True)
    lines = (tmp_path / "limber.desktop").read_text().splitlines()
    (command,) = [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]
    assert command.split()[-1] == f'"{TRAY_OPTION}"'


def test_on_macos_the_entry_starts_this_program_in_the_tray(tmp_path: Path) -> None:
    Autostart(tmp_path, "darwin").choose(True)
    entry = plistlib.loads((tmp_path / "org.limber.Limber.plist").read_bytes())
    assert entry["ProgramArguments"] == start_command()
