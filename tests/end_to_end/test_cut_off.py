"""The real program killed in the middle of a session: the next start goes on within the same set."""

import json
from collections.abc import Callable
from typing import Any

from tests.end_to_end.conftest import PICTURES, Start
from tests.end_to_end.display import DEADLINE_S, Display
from tests.end_to_end.test_first_evening import SETS_OF_STARTER, SPEED, close, wait_until


def test_a_killed_session_goes_on_where_it_was(display: Display, start: Start, limber: Callable[..., str]) -> None:
    def sessions() -> list[dict[str, Any]]:
        return list(json.loads(limber("sessions", "--json"))["sessions"])

    program = start(LIMBER_CLOCK_SPEED=SPEED)
    display.wait_for_window("Limber")
    display.press("Return", "Return")  # understood; start
    wait_until(lambda: bool(sessions() and sessions()[0]["sets"]), "the first finished set")
    program.kill()
    program.wait(DEADLINE_S)
    stored = sessions()[0]["sets"]

    program = start(LIMBER_CLOCK_SPEED=SPEED)
    display.wait_for_window("Limber")
    display.capture(PICTURES / "cut_off.png")
    display.press("Return")  # go on: paused where it was
    display.capture(PICTURES / "gone_on.png")
    display.press("space")
    wait_until(lambda: sessions()[0]["finished_at"] is not None, "the end of the session")
    (session,) = sessions()
    assert len(session["sets"]) == SETS_OF_STARTER
    assert session["sets"][: len(stored)] == stored
    assert json.loads(limber("check", "--json"))["ok"]
    close(display, program)
