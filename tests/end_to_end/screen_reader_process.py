"""A screen reader's ears, for tests: what is said of the program on this bus, and what of it is there.

`/usr/bin/python3 screen_reader_process.py`: only the system's Python has the AT-SPI library. A line on standard input
is a command, answered by one line of JSON: `look` gives every part that is visible, `heard` what was announced since
last time, `visited` what had the keyboard since then (key, role, name), `press KEY` presses a part.
"""

import contextlib
import json
import sys
import warnings
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  the version comes first

warnings.simplefilter("ignore", DeprecationWarning)  # of names that older systems have alone

PROGRAM = "limber"
STATES = ("visible", "enabled", "focusable", "focused", "checked", "checkable", "selected", "active", "modal")
ROWS_SEEN = 3  # of a table or list: the others are like them


class ScreenReader:
    """Holds what was heard until somebody asks."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.visited: list[tuple[str, str, str]] = []
        self.parts: dict[str, Any] = {}
        self._ears = [Atspi.EventListener.new(self._on_said), Atspi.EventListener.new(self._on_focus)]
        for ear, event in zip(self._ears, ("object:announcement", "object:state-changed:focused"), strict=True):
            ear.register(event)

    def answer(self, command: str) -> object:
        verb, _space, key = command.partition(" ")
        if verb == "look":
            return self.look()
        if verb == "press":
            return bool(Atspi.Action.do_action(self.parts[key], 0))
        held: list[object] = getattr(self, verb)
        given = list(held)
        held.clear()
        return given

    def look(self) -> list[dict[str, object]]:
        """Every visible part, each after the one it is in."""
        self.parts = {}
        found: list[dict[str, object]] = []
        desktop = Atspi.get_desktop(0)
        for program in children(desktop):
            if PROGRAM in (program.get_name() or "").lower():
                for window in children(program):
                    self._add(window, "", found)
        return found

    def _add(self, part: Any, inside: str, found: list[dict[str, object]]) -> None:
        held = part.get_state_set()
        states = [name for name in STATES if held.contains(getattr(Atspi.StateType, name.upper()))]
        if "visible" not in states:
            return
        key, role = str(part.path), part.get_role_name()
        self.parts[key] = part
        value = part.get_value_iface()
        found.append(
            {
                "key": key,
                "inside": inside,
                "role": role,
                "name": part.get_name() or "",
                "about": part.get_description() or "",
                "value": value.get_current_value() if value is not None else None,
                "states": states,
            }
        )
        for child in children(part, most=most_children(part, role)):
            self._add(child, key, found)

    def _on_said(self, event: Any) -> None:
        self.heard.append(str(event.any_data))

    def _on_focus(self, event: Any) -> None:
        if event.detail1:
            with contextlib.suppress(GLib.Error):  # gone again meanwhile
                visited = str(event.source.path), event.source.get_role_name(), event.source.get_name() or ""
                self.visited.append(visited)


def most_children(part: Any, role: str) -> int | None:
    if role in {"table", "tree table"}:
        return int((part.get_table_iface().get_n_columns() + 1) * ROWS_SEEN)
    return ROWS_SEEN if role == "list" else None


def children(part: Any, most: int | None = None) -> list[Any]:
    count = part.get_child_count()
    found = [part.get_child_at_index(index) for index in range(count if most is None else min(count, most))]
    return [child for child in found if child is not None]


def say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    reader, loop = ScreenReader(), GLib.MainLoop()

    def on_line(_source: object, _condition: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            say(reader.answer(line.strip()))
        except Exception as error:  # a part that is gone meanwhile: whoever asked may ask again
            say({"gone": repr(error)})
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_line)
    say("ready")
    loop.run()


if __name__ == "__main__":
    main()
