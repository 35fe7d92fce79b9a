"""The real program by its accessibility tree: every control has a name and is reached by keys; a session by ear."""

import json
from collections.abc import Callable

from tests.end_to_end.conftest import Start
from tests.end_to_end.display import Display
from tests.end_to_end.screen_reader import Page, ScreenReader
from tests.end_to_end.test_first_evening import close

Limber = Callable[..., str]

SPEED = "10"  # slow enough to pause where one wants to
MOST_SEGMENTS = 60
BUTTON = "push button"


class Judge:
    """Gathers what is wrong, so that one run tells all."""

    def __init__(self, reader: ScreenReader) -> None:
        self._reader = reader
        self.wrong: list[str] = []

    def look(self, what: str) -> Page:
        """At the page or dialog in front, once the keyboard has gone round on it."""
        visited = set(self._reader.tab_round())
        page = self._reader.look()
        assert len(page.controls()) > 1, f"{what} is not there"
        self.wrong += [f"{what}: nameless: {each}" for each in page.nameless(visited)]
        self.wrong += [f"{what}: out of reach: {each}" for each in page.unreachable(visited)]
        return page


def test_every_control_has_a_name_and_is_reached_by_the_keyboard(
    display: Display, reader: ScreenReader, start: Start, limber: Limber
) -> None:
    limber("demo", "--years", "1")
    program = start()
    display.wait_for_window("Limber")
    judge = Judge(reader)
    judge.look("today")
    display.press("ctrl+1")
    reader.wait_for("Exercises and routines")
    judge.look("library")
    display.press("ctrl+3")
    reader.wait_for("Chart", "chart")
    judge.look("progress")
    display.press("t")
    reader.wait_for("Days you trained", "chart")
    judge.look("training")
    close(display, program)
    assert not judge.wrong, "\n".join(judge.wrong)


def test_a_session_is_played_by_ear(display: Display, reader: ScreenReader, start: Start, limber: Limber) -> None:
    program = start(LIMBER_CLOCK_SPEED=SPEED)
    display.wait_for_window("Limber")
    judge = Judge(reader)
    reader.wait_for("Understood, go on", BUTTON)
    judge.look("first start")
    reader.press("Understood, go on")
    reader.press("Start")
    assert "Seated chair twist" in " ".join(reader.wait_to_hear("left"))
    reader.wait_for_like(" seconds left", "label")
    reader.press("Pause")
    reader.wait_to_hear("Paused")
    strip = judge.look("playing").find_like("Place in the session, ", "slider")
    assert strip is not None
    assert strip.value is not None
    reader.press("Resume")
    reader.wait_to_hear("Going on")
    assert any("Hold, 10 seconds" in words for words in reader.wait_to_hear("Switch sides: right"))
    skip_to_the_end(display, reader)
    reader.wait_for("Done", BUTTON)
    judge.look("summary")
    reader.press("Done")
    reader.wait_for("Start", BUTTON)
    (session,) = json.loads(limber("sessions", "--json"))["sessions"]
    assert session["sets"][0]["exercise"] == "chair-twist"
    close(display, program)
    assert not judge.wrong, "\n".join(judge.wrong)


def skip_to_the_end(display: Display, reader: ScreenReader) -> None:
    heard: list[str] = []
    for _skip in range(MOST_SEGMENTS):
        display.press("Right")
        heard += reader.heard()
        if any("That was the whole session." in words for words in heard):
            break
    for words in ("5 reps, right", "Thoracic bridge", "That was the whole session."):
        assert any(words in each for each in heard), words
