"""A desktop that can keep its screen awake, for tests: `python -m tests.end_to_end.screen_saver saver|portal`.

On the session's bus it is org.freedesktop.ScreenSaver or the portal, and tells a line for each thing that happens:
`ready`, `Inhibit`, `UnInhibit 1` (or `Close 1`), and `gone` when whoever asked has left the bus.
"""

import sys

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import Header
from jeepney.wrappers import new_error, new_method_return

NAMES = {"saver": "org.freedesktop.ScreenSaver", "portal": "org.freedesktop.portal.Desktop"}
REQUEST = "/org/freedesktop/portal/desktop/request/1_1/t"
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def answer(message: Message) -> Message:
    fields = message.header.fields
    called, path = fields.get(HeaderFields.member), fields.get(HeaderFields.path)
    signature = fields.get(HeaderFields.signature)
    if called == "Inhibit" and signature == "ss":
        tell("Inhibit")
        return new_method_return(message, "u", (1,))
    if called == "Inhibit" and signature == "sua{sv}":
        tell("Inhibit")
        return new_method_return(message, "o", (REQUEST,))
    if called == "UnInhibit":
        tell("UnInhibit", message.body[0])
        return new_method_return(message)
    if called == "Close" and path == REQUEST:
        tell("Close 1")
        return new_method_return(message)
    return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")


def serve(connection: DBusConnection) -> None:
    asked: set[str] = set()
    while True:
        message = connection.receive()
        header: Header = message.header
        if header.message_type is MessageType.method_call:
            asked.add(header.fields[HeaderFields.sender])
            connection.send(answer(message))
        elif header.fields.get(HeaderFields.member) == "NameOwnerChanged":
            name, _before, now = message.body
            if name in asked and not now:
                tell("gone")


def main() -> None:
    connection = open_dbus_connection("SESSION")
    rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    for call in (message_bus.AddMatch(rule), new_method_call(BUS, "RequestName", "su", (NAMES[sys.argv[1]], 4))):
        connection.send_and_get_reply(call)
    tell("ready")
    serve(connection)


if __name__ == "__main__":
    main()
