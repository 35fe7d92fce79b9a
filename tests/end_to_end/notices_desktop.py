"""A desktop that shows notices, for tests: `python -m tests.end_to_end.notices_desktop ANSWER`.

Tells `ready`, then what it is asked to show and with which answers, and gives the answer ANSWER at once. With `refuse`
for an answer it shows nothing.
"""

import sys

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call, new_signal
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import new_error, new_method_return

from app.ui.reminding.notices import NAME
from tests.end_to_end.screen_saver import BUS, tell

EMITTER = DBusAddress("/org/freedesktop/Notifications", NAME, NAME)
NUMBER = 7


def main() -> None:
    connection = open_dbus_connection("SESSION")
    connection.send_and_get_reply(new_method_call(BUS, "RequestName", "su", (NAME, 4)))
    tell("ready")
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        if sys.argv[1] == "refuse":
            connection.send(new_error(message, f"{NAME}.Refused"))
            continue
        assert message.header.fields[HeaderFields.signature] == "susssasa{sv}i"
        tell(message.body[3], "|", *message.body[5][::2])
        connection.send(new_method_return(message, "u", (NUMBER,)))
        connection.send(new_signal(EMITTER, "ActionInvoked", "us", (NUMBER + 1, "default")))  # somebody else's
        connection.send(new_signal(EMITTER, "ActionInvoked", "us", (NUMBER, sys.argv[1])))


if __name__ == "__main__":
    main()
