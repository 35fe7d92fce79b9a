"""Starting with the computer, in the tray: an entry of the kind each system has for it. Off until it is asked for."""

import os
import plistlib
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from app.paths import data_dir

TRAY_OPTION = "--tray"
_ID = "org.limber.Limber"
_WINDOWS_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_PORTAL_MS = 3_000


def start_command(environ: Mapping[str, str] = os.environ, data: Path | None = None) -> list[str]:
    """How this very program is started in the tray. An AppImage by its own file: it runs from a folder made for it.

    `data` is the folder of the person's data, where it is not the usual one.
    """
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "app"]
    mounted = environ.get("APPDIR")
    if mounted and Path(sys.executable).is_relative_to(mounted):
        program = [environ.get("APPIMAGE", sys.executable)]
    return [*program, *(["--data-dir", str(data)] if data else []), TRAY_OPTION]


def own_data(store: Path) -> Path | None:
    """What is to be named at the start: the folder of the data that `store` is in, where it is not the usual one."""
    data = store.resolve().parents[2]
    return None if data == data_dir().resolve() else data


class Autostart:
    """`folder` is where the entry lies on Linux and macOS. What can't be written raises OSError.

    A Flatpak's entry lies where the desktop does not see it and only remembers what was chosen: `ask_desktop` has the
    desktop make one of its own.
    """

    def __init__(
        self,
        folder: Path | None = None,
        platform: str = sys.platform,
        ask_desktop: Callable[[bool], None] | None = None,
        data: Path | None = None,
    ) -> None:
        self._platform, self._data = platform, data
        self._file = (folder or _folder(platform)) / _name(platform)
        self._ask_desktop = ask_desktop or (ask_portal if "FLATPAK_ID" in os.environ else None)

    def is_on(self) -> bool:
        if self._platform == "win32":
            return _run_key().contains("Limber")
        return self._file.exists()

    def choose(self, on: bool) -> None:
        if self._ask_desktop is not None:
            self._ask_desktop(on)
        if self._platform == "win32":
            key = _run_key()
            if on:
                key.setValue("Limber", _quoted(start_command(data=self._data)))
            else:
                key.remove("Limber")
            key.sync()
        elif on:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(self._entry())
        else:
            self._file.unlink(missing_ok=True)

    def _entry(self) -> bytes:
        command = start_command(data=self._data)
        if self._platform == "darwin":
            entry = {"Label": _ID, "ProgramArguments": command, "RunAtLoad": True}
            return plistlib.dumps(entry)
        lines = (
            *("[Desktop Entry]", "Type=Application", "Name=Limber", f"Icon={_ID}", "Terminal=false"),
            f"TryExec={command[0]}",  # once Limber is uninstalled nothing is started any more
            f"Exec={' '.join(_desktop_quoted(word) for word in command)}",
            *("X-GNOME-Autostart-enabled=true", "X-LXQt-Need-Tray=true"),
        )
        return ("\n".join(lines) + "\n").encode()


def ask_portal(on: bool) -> None:
    """Ask the desktop to start the Flatpak with the computer, or no longer to. Raises OSError where it can't.

    org.freedesktop.portal.Background, RequestBackground(parent_window, options).
    """
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    place = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Background")
    wish = QDBusMessage.createMethodCall(*place, "RequestBackground")
    wish.setArguments(["", {"autostart": on, "commandline": ["limber", TRAY_OPTION]}])
    answer = QDBusConnection.sessionBus().call(wish, QDBus.CallMode.Block, _PORTAL_MS)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage:
        raise OSError(answer.errorMessage())


def _folder(platform: str) -> Path:
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents"
    config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(config) / "autostart"


def _name(platform: str) -> str:
    return f"{_ID}.plist" if platform == "darwin" else f"{_ID}.desktop"


def _run_key() -> QSettings:
    return QSettings(_WINDOWS_RUN, QSettings.Format.NativeFormat)


def _quoted(words: list[str]) -> str:
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _desktop_quoted(word: str) -> str:
    """One argument of an Exec line, by the Desktop Entry Specification, section “The Exec key”.

    A backslash is written twice once more, as in every value of such a file.
    """
    for special in ("\\", '"', "`", "$"):
        word = word.replace(special, "\\" + special)
    return '"' + word.replace("%", "%%").replace("\\", "\\\\") + '"'
