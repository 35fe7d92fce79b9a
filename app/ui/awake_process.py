"""Holds the screen awake for as long as somebody holds the other end of its input: `python -m app.ui.awake_process`.

Linux by the desktop's ScreenSaver or GNOME's session manager, else by the portal (Flatpak); Windows and macOS by their
own calls. Writes the name of what holds it to its output, or ends with 1 and the reason on its errors.
"""

import os
import sys
import threading

from wakepy import Method, ModeName, keep
from wakepy.core import BusType, DBusAddress, DBusMethod, DBusMethodCall, PlatformType

from app.i18n import _

LONGEST_LEAVE_S = 3.0  # then the process ends even if the desktop does not answer
IDLE = 8  # the portal's flag for «not taken for idle»


class Portal(Method):
    """org.freedesktop.portal.Inhibit (xdg-desktop-portal), the only way out of a Flatpak. wakepy finds it by itself."""

    name = "org.freedesktop.portal.Inhibit"
    mode_name = ModeName.KEEP_PRESENTING
    supported_platforms = (PlatformType.UNIX_LIKE_FOSS,)

    def enter_mode(self) -> None:
        """Raises RuntimeError where there is no portal. The answer is the path of the request, kept for its end."""
        inhibit = DBusMethod(name="Inhibit", signature="sua{sv}", params=("window", "flags", "options"))
        call = inhibit.of(_portal("/org/freedesktop/portal/desktop", "Inhibit"))
        why = {"reason": ("s", _("A session is playing"))}
        self.request = str(self.process_dbus_call(DBusMethodCall(call, ("", IDLE, why)))[0])

    def exit_mode(self) -> None:
        close = DBusMethod(name="Close", signature=None).of(_portal(self.request, "Request"))
        self.process_dbus_call(DBusMethodCall(close))


def _portal(path: str, interface: str) -> DBusAddress:
    return DBusAddress(
        bus=BusType.SESSION,
        service="org.freedesktop.portal.Desktop",
        path=path,
        interface=f"org.freedesktop.portal.{interface}",
    )


def main() -> int:
    """0 once the other end has closed; 1 where the screen can't be held awake."""
    let_go = threading.Event()
    threading.Thread(target=_watch_the_other_end, args=(let_go,), daemon=True).start()
    with keep.presenting(methods_priority=["*", Portal.name], on_fail="pass") as mode:
        if mode.method is None:
            sys.stderr.write(" ".join(mode.result.get_failure_text(style="inline").split()) + "\n")
            return 1
        sys.stdout.write(f"{mode.method.name}\n")
        sys.stdout.flush()
        let_go.wait()
    return 0


def _watch_the_other_end(let_go: threading.Event) -> None:
    while os.read(0, 1024):
        pass
    let_go.set()
    threading.Event().wait(LONGEST_LEAVE_S)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
