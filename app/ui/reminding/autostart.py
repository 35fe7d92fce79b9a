"""Starting with the computer, in the tray: an entry of the kind each system has for it. Off until it is asked for."""

import plistlib
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

TRAY_OPTION = "--tray"
_WINDOWS_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"


def start_command() -> list[str]:
    """How this very program is started in the tray, frozen or not."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "app"]
    return [*program, TRAY_OPTION]


class Autostart:
    """`folder` is where the entry lies on Linux and macOS. What can't be written raises OSError."""

    def __init__(self, folder: Path | None = None, platform: str = sys.platform) -> None:
        self._platform = platform
        self._file = (folder or _folder(platform)) / _name(platform)

    def is_on(self) -> bool:
        if self._platform == "win32":
            return _run_key().contains("Limber")
        return self._file.exists()

    def choose(self, on: bool) -> None:
        if self._platform == "win32":
            key = _run_key()
            if on:
                key.setValue("Limber", _quoted(start_command()))
            else:
                key.remove("Limber")
            key.sync()
        elif on:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(self._entry())
        else:
            self._file.unlink(missing_ok=True)

    def _entry(self) -> bytes:
        if self._platform == "darwin":
            entry = {"Label": "org.limber.Limber", "ProgramArguments": start_command(), "RunAtLoad": True}
            return plistlib.dumps(entry)
        command = " ".join(_desktop_quoted(word) for word in start_command())
        lines = ["[Desktop Entry]", "Type=Application", "Name=Limber", "Icon=limber", f"Exec={command}"]
        return ("\n".join([*lines, "Terminal=false", "X-GNOME-Autostart-enabled=true"]) + "\n").encode()


def _folder(platform: str) -> Path:
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents"
    config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(config) / "autostart"


def _name(platform: str) -> str:
    return "org.limber.Limber.plist" if platform == "darwin" else "limber.desktop"


def _run_key() -> QSettings:
    return QSettings(_WINDOWS_RUN, QSettings.Format.NativeFormat)


def _quoted(words: list[str]) -> str:
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _desktop_quoted(word: str) -> str:
    """One argument of an Exec line, by the Desktop Entry Specification, section “The Exec key”."""
    for special in ("\\", '"', "`", "$"):
        word = word.replace(special, "\\" + special)
    return '"' + word.replace("%", "%%") + '"'
