"""Starting with the computer is an entry that is there while it is wanted."""

import plistlib
import sys
from pathlib import Path

import pytest

from app.paths import data_dir
from app.ui.reminding.autostart import TRAY_OPTION, Autostart, own_data, start_command


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "org.limber.Limber.desktop"), ("darwin", "org.limber.Limber.plist")]
)
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
    lines = (tmp_path / "org.limber.Limber.desktop").read_text().splitlines()
    (command,) = [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]
    assert command.split()[-1] == f'"{TRAY_OPTION}"'


def test_on_macos_the_entry_starts_this_program_in_the_tray(tmp_path: Path) -> None:
    Autostart(tmp_path, "darwin").choose(True)
    entry = plistlib.loads((tmp_path / "org.limber.Limber.plist").read_bytes())
    assert entry["ProgramArguments"] == start_command()


def test_on_linux_nothing_is_started_any_more_once_it_is_uninstalled(tmp_path: Path) -> None:
    Autostart(tmp_path, "linux").choose(True)
    assert f"TryExec={sys.executable}" in (tmp_path / "org.limber.Limber.desktop").read_text().splitlines()


def test_an_appimage_is_started_by_its_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs from a folder that is another one each time."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "mounted/usr/lib/limber/limber"))
    environ = {"APPDIR": str(tmp_path / "mounted"), "APPIMAGE": "/there/Limber 1.AppImage"}
    assert start_command(environ) == ["/there/Limber 1.AppImage", TRAY_OPTION]
    assert start_command(environ | {"APPDIR": "/another"}) == [sys.executable, TRAY_OPTION]


def test_the_desktop_is_asked_for_a_flatpak_and_where_it_refuses_nothing_is_chosen(tmp_path: Path) -> None:
    asked: list[bool] = []

    def refuse(on: bool) -> None:
        raise OSError("nobody answers")

    asking = Autostart(tmp_path, "linux", asked.append)
    asking.choose(True)
    assert asking.is_on()
    asking.choose(False)
    assert asked == [True, False]
    refused = Autostart(tmp_path, "linux", refuse)
    with pytest.raises(OSError, match="nobody answers"):
        refused.choose(True)
    assert not refused.is_on()


def test_data_in_a_folder_of_its_own_is_named_at_the_start(tmp_path: Path) -> None:
    assert own_data(data_dir() / "profiles" / "default" / "limber.db") is None
    data = own_data(tmp_path / "here" / "profiles" / "default" / "limber.db")
    Autostart(tmp_path, "linux", data=data).choose(True)
    (entry,) = tmp_path.iterdir()
    assert f'"--data-dir" "{tmp_path}/here" "{TRAY_OPTION}"' in entry.read_text()
