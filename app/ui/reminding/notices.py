"""What a Linux desktop shows of a reminder, with the answers to it as buttons (Desktop Notifications Specification).

Qt's own come without answers there: a click on one does nothing. jeepney says them, since Qt for Python can't send the
unsigned number that Notify takes.
"""

import logging
from collections.abc import Mapping

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QObject, QSocketNotifier, Signal

NAME = "org.freedesktop.Notifications"
_PLACE = DBusAddress("/org/freedesktop/Notifications", NAME, NAME)
_PROGRAM = "org.limber.Limber"

_log = logging.getLogger("limber.notices")


class Notices(QObject):
    """One at a time. Raises OSError where there is no bus."""

    answered = Signal(str)  # the key of the answer
    unheard = Signal()  # nobody shows the last one

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = _session_bus()
        self._asked = self._shown = 0
        rule = MatchRule(type="signal", interface=NAME, member="ActionInvoked")
        self._bus.send(message_bus.AddMatch(rule))
        self._ready = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._ready.activated.connect(self._read)

    def say(self, title: str, text: str, answers: Mapping[str, str], shown_ms: int) -> None:
        """`answers` by their keys; that of “default” is a click on the notice itself. Raises OSError."""
        flat = [word for pair in answers.items() for word in pair]
        hints = {"desktop-entry": ("s", _PROGRAM)}
        said = ("Limber", self._shown, _PROGRAM, title, text, flat, hints, shown_ms)
        self._asked = next(self._bus.outgoing_serial)
        self._bus.send(new_method_call(_PLACE, "Notify", "susssasa{sv}i", said), self._asked)

    def close(self) -> None:
        self._ready.setEnabled(False)
        self._bus.close()

    def _read(self) -> None:
        try:
            while True:
                self._hear(self._bus.receive(timeout=0))
        except TimeoutError:
            return
        except OSError as error:  # the desktop ends
            _log.info("the bus is gone: %s", error)
            self._ready.setEnabled(False)

    def _hear(self, message: Message) -> None:
        header = message.header
        if header.fields.get(HeaderFields.reply_serial) == self._asked:
            if header.message_type is MessageType.error:
                self.unheard.emit()
            else:
                self._shown = message.body[0]
        elif header.fields.get(HeaderFields.member) == "ActionInvoked" and message.body[0] == self._shown:
            self.answered.emit(message.body[1])


def _session_bus() -> DBusConnection:
    try:
        return open_dbus_connection("SESSION")
    except (LookupError, RuntimeError, ValueError) as error:  # no address, an unknown kind of one, not let in
        raise OSError(str(error)) from error
