"""The real program on a real screen: a routine played by keys, three readings, all there after a restart."""

import json
import subprocess
import time
from collections.abc import Callable
from typing import Any

from tests.end_to_end.conftest import PICTURES
from tests.end_to_end.display import DEADLINE_S, Display

Start = Callable[..., "subprocess.Popen[str]"]
Limber = Callable[..., str]

SPEED = "60"
SETS_OF_STARTER = 10


def wait_until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + 2 * DEADLINE_S
    while not true():
        assert time.monotonic() < deadline, f"{what} did not happen"
        time.sleep(0.2)


def close(display: Display, program: "subprocess.Popen[str]") -> None:
    display.press("ctrl+q")
    assert program.wait(DEADLINE_S) == 0


def test_a_session_and_three_readings_survive_a_restart(display: Display, start: Start, limber: Limber) -> None:
    def stored(verb: str) -> list[dict[str, Any]]:
        return list(json.loads(limber(verb, "--json"))[verb])

    program = start(LIMBER_CLOCK_SPEED=SPEED)
    display.wait_for_window("Limber")
    display.press("Return", "Return")  # understood; start
    wait_until(lambda: bool(stored("sessions")), "the first finished set")
    display.press("space")
    paused = stored("sessions")
    display.capture(PICTURES / "paused.png")
    assert stored("sessions") == paused
    display.press("space")
    wait_until(lambda: stored("sessions")[0]["finished_at"] is not None, "the end of the session")
    assert len(stored("sessions")[0]["sets"]) == SETS_OF_STARTER
    close(display, program)

    program = start()
    display.wait_for_window("Limber")
    display.press("ctrl+3")
    for count, value in enumerate(("4.5", "4,0", "-3 cm"), start=1):
        display.press("m")
        display.write(value)
        display.press("ctrl+Return")
        wait_until(lambda expected=count: len(stored("readings")) == expected, f"reading {count}")  # type: ignore[misc]
    close(display, program)

    program = start()
    display.wait_for_window("Limber")
    display.press("ctrl+3")
    time.sleep(2)
    display.capture(PICTURES / "progress.png")
    assert [reading["trials"] for reading in stored("readings")] == [[4.5], [4], [-3]]
    assert len(stored("sessions")) == 1
    close(display, program)


def test_a_second_start_leaves_and_the_first_window_stays(display: Display, start: Start) -> None:
    first = start()
    display.wait_for_window("Limber")
    second = start()
    _said, told = second.communicate(timeout=DEADLINE_S)
    assert second.returncode == 0
    assert "Limber is open already: its window was brought to the front." in told
    assert first.poll() is None
    close(display, first)
