"""Asks the screen reader of `screen_reader_process.py`, and judges what it finds on a page."""

import json
import select
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.end_to_end.display import DEADLINE_S, Display

PYTHON = "/usr/bin/python3"
PROCESS = Path(__file__).with_name("screen_reader_process.py")
NEEDS = 'import gi; gi.require_version("Atspi", "2.0")'
POLL_S = 0.05
QUIET_S = 0.15  # nothing more comes after this
SLOWEST_ENTRY_S = 1.0
TABS_A_ROUND, MOST_ROUNDS = 15, 20
CONTROLS = frozenset(
    {"push button", "check box", "radio button", "toggle button", "text", "entry", "spin button", "combo box",
     "slider", "list", "list item", "table", "table cell", "page tab list", "page tab", "menu item", "date editor",
     "push button menu", "chart", "check menu item", "radio menu item"}
)  # fmt: skip
MENU_ENTRIES = frozenset({"menu item", "check menu item", "radio menu item"})
NAMED_TOO = frozenset({"chart", "dialog", "frame", "grouping"})
NO_ROLES = frozenset({"filler", "unknown", "invalid"})  # a screen reader passes over them in silence


@dataclass(frozen=True)
class Part:
    key: str
    inside: str
    role: str
    name: str
    about: str
    value: float | None
    states: frozenset[str]

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


class Page:
    """What is visible in one window at one moment."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = {part.key: part for part in parts}

    def find(self, name: str, role: str = "") -> Part | None:
        found = (part for part in self.parts.values() if part.name == name and role in {"", part.role})
        return next(found, None)

    def find_like(self, words: str, role: str) -> Part | None:
        """The part with `words` in its name."""
        return next((part for part in self.parts.values() if part.role == role and words in part.name), None)

    def controls(self) -> list[Part]:
        return [part for part in self.parts.values() if part.role in CONTROLS]

    def nameless(self, visited: set[str]) -> list[str]:
        """Controls and what the keyboard comes to. Table cells may be empty."""
        must = (CONTROLS | NAMED_TOO) - {"table cell"}
        named = [part for part in self.parts.values() if part.role in must or part.key in visited]
        return [self._where(part) for part in named if not part.name.strip()]

    def speechless(self, visited: set[str]) -> list[str]:
        """What the keyboard comes to without a role, and lists to choose from whose name is only what is chosen."""
        return [
            self._where(part)
            for part in self.parts.values()
            if (part.role in NO_ROLES and part.key in visited) or (part.role == "combo box" and not part.about)
        ]

    def with_keyboard(self) -> list[Part]:
        """What the next key goes to: the innermost of the parts that say they are focused."""
        focused = [part for part in self.parts.values() if {"focused", "focusable"} <= part.states]
        return [part for part in focused if part.role not in {"page tab", "list item", "table cell"}]

    def unreachable(self, visited: set[str]) -> list[str]:
        """Controls that Tab does not come to, nor to what they are in, nor to one of their group."""
        visited = visited | {part.key for part in self.parts.values() if "focused" in part.states}
        return [
            self._where(part)
            for part in self.controls()
            if self._enabled(part)
            and not (self._around(part) & visited or self._one_of_a_group(part, visited) or self._steps(part, visited))
        ]

    def _enabled(self, part: Part) -> bool:
        """Cells say that they are, even in a table that is not."""
        around = (self.parts[key] for key in self._around(part) if key in self.parts)
        return all("enabled" in each.states for each in around)

    def _steps(self, part: Part, visited: set[str]) -> bool:
        """Less and More on both sides of a field, for the pointer: the field's own arrows do the same."""
        beside = (other for other in self.parts.values() if other.inside == part.inside and other.role == "text")
        return part.role == "push button" and any(part.about == other.name and other.key in visited for other in beside)

    def _around(self, part: Part) -> set[str]:
        around = {part.key}
        while part.inside in self.parts:
            part = self.parts[part.inside]
            around.add(part.key)
        return around

    def _one_of_a_group(self, part: Part, visited: set[str]) -> bool:
        """Of buttons of which one is down Tab comes to one, and arrows go to the others."""
        if not {"checkable", "focusable"} <= part.states:
            return False
        alike = [other for other in self.parts.values() if other.role == part.role and other.key in visited]
        return any(other.inside == part.inside or part.role == "radio button" for other in alike)

    def _where(self, part: Part) -> str:
        around = [self.parts[key] for key in self._around(part) - {part.key}]
        return f"{part} in {[str(each) for each in around if each.name]}, {sorted(part.states)}, {part.key}"


class ScreenReader:
    """Every answer has a deadline."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._process = subprocess.Popen(
            [PYTHON, str(PROCESS)], env=display.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._answer() == "ready"

    def end(self) -> None:
        self._process.kill()
        self._process.communicate(timeout=DEADLINE_S)

    def look(self) -> Page:
        """The window on top: a dialog's, else the program's."""
        found: Any = self._until(lambda: self._ask("look"), lambda answer: isinstance(answer, list) and bool(answer))
        parts = [Part(**{**each, "states": frozenset(each["states"])}) for each in found]
        page = Page(parts)
        windows = [part for part in parts if part.inside not in page.parts]
        top = next((part for part in reversed(windows) if "active" in part.states), windows[-1])
        within = [part for part in parts if top.key in page._around(part)]
        over = next((part for part in within if part.role == "dialog"), top)  # a question over the player, too
        return Page([part for part in within if over.key in page._around(part)])

    def wait_for(self, name: str, role: str = "") -> Part:
        """The part of this name, once it is there."""
        found = self._until(lambda: self.look().find(name, role), lambda part: part is not None, f"no “{name}”")
        assert isinstance(found, Part)
        return found

    def wait_for_like(self, words: str, role: str) -> None:
        """A part with `words` in its name."""
        self._until(lambda: self.look().find_like(words, role), lambda part: part is not None, f"no “{words}”")

    def wait_for_state(self, name: str, role: str, state: str, *, there: bool = True) -> None:
        """Until the part of this name has a state, or has it no more."""
        self._until(
            lambda: self.wait_for(name, role).states,
            lambda states: (state in states) is there,
            f"“{name}” {'is not' if there else 'stays'} {state}",
        )

    def wait_for_keyboard(self, parts: list[Part]) -> None:
        """Until the keyboard is on these parts."""
        keys = {part.key for part in parts}
        self._until(
            lambda: {part.key for part in self.look().with_keyboard()},
            lambda now: now == keys,
            f"the keyboard does not come to {[str(part) for part in parts]}",
        )

    def wait_for_dialog(self, *, there: bool = True) -> None:
        """Until a dialog is in front, or none any more."""
        self._until(
            lambda: next(iter(self.look().parts.values())).role == "dialog",
            lambda shown: shown is there,
            "no dialog" if there else "the dialog stays",
        )

    def press(self, name: str, role: str = "push button") -> None:
        """As a screen reader's user would, with the part of this name."""
        self._until(
            lambda: self._ask(f"press {self.wait_for(name, role).key}"),
            lambda done: done is True,
            f"“{name}” can't be pressed",
        )

    def give_keyboard(self, name: str, role: str) -> None:
        """By Tab, to the part of this name."""
        for _tab in range(TABS_A_ROUND * MOST_ROUNDS):
            if any((part.name, part.role) == (name, role) for part in self.look().with_keyboard()):
                return
            self._display.press("Tab")
        raise AssertionError(f"Tab does not come to “{name}”")

    def heard(self) -> list[str]:
        """What was announced since last time."""
        return list(self._ask("heard"))

    def wait_to_hear(self, words: str) -> list[str]:
        """Everything up to an announcement with `words` in it."""
        heard: list[str] = []

        def listen() -> list[str]:
            heard.extend(self.heard())
            return heard

        self._until(listen, lambda all_: any(words in each for each in all_), f"never heard “{words}”")
        return heard

    def tab_round(self) -> list[str]:
        """What the keyboard comes to, by Tab, in its order, until it comes to nothing new."""
        while self._later("visited"):
            pass  # what was done before still takes its time
        visited: list[str] = []
        for _round in range(MOST_ROUNDS):
            self._display.press(*["Tab"] * TABS_A_ROUND, delay_ms=5)
            more = [key for key, _role, _name in self._later("visited")]
            if set(more) <= set(visited):
                return visited
            visited += more
        raise AssertionError("Tab comes to ever new parts")

    def choose(self, *entries: str) -> None:
        """The entry of this name in the menu that a key has opened; of several the last, in the menus of the others."""
        for entry in entries[:-1]:
            self._go_to(entry)
            self._display.press("Right")
        self._go_to(entries[-1])
        self._display.press("Return")

    def _go_to(self, entry: str) -> None:
        def next_entry() -> str:
            self._display.press("Down", delay_ms=5)
            deadline = time.monotonic() + SLOWEST_ENTRY_S
            while time.monotonic() < deadline:
                came = [name for _key, role, name in self._ask("visited") if role in MENU_ENTRIES]
                if came:
                    return str(came[-1])
                time.sleep(POLL_S)
            return ""  # the menu is not open yet

        self._until(next_entry, lambda name: name == entry, f"no “{entry}” in the menu")

    def _later(self, verb: str) -> list[Any]:
        time.sleep(QUIET_S)
        return list(self._ask(verb))

    def _until(self, get: Callable[[], Any], good: Callable[[Any], bool], what: str = "nothing to see") -> Any:
        deadline = time.monotonic() + DEADLINE_S
        while not good(found := get()):
            assert time.monotonic() < deadline, f"{what} within {DEADLINE_S} s"
            time.sleep(POLL_S)
        return found

    def _ask(self, command: str) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], DEADLINE_S)
        assert ready, f"the screen reader says nothing for {DEADLINE_S} s"
        return json.loads(self._process.stdout.readline())
