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
WINDOW = "^Limber$"


class Judge:
    """Gathers what is wrong, so that one run tells all."""

    def __init__(self, reader: ScreenReader) -> None:
        self._reader = reader
        self.wrong: list[str] = []

    def look(self, what: str) -> Page:
        """At the page or dialog in front, once the keyboard has gone round on it."""
        visited = set(self._reader.tab_round())
        page = self._reader.look()
        assert page.controls(), f"{what} is not there"
        self.wrong += [f"{what}: nameless: {each}" for each in page.nameless(visited)]
        self.wrong += [f"{what}: without a role: {each}" for each in page.speechless(visited)]
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
    reader.press("Segmental cat-cow, 5 reps, flexion, extension", "list item")
    reader.wait_for("Details of Segmental cat-cow", "panel")
    reader.press("Flexion", "check box")
    reader.wait_for_state("All", "check box", "checked", there=False)
    reader.press("All", "check box")
    reader.wait_for_state("Flexion", "check box", "checked", there=False)
    reader.press("New routine")
    reader.wait_for("Name of the routine")
    judge.look("builder")
    display.press("ctrl+3")
    reader.wait_for("Floor touch", "chart")
    judge.look("progress")
    reader.press("Set a goal")
    reader.wait_for("Goal")
    judge.look("a goal")
    reader.press("Measure")
    reader.wait_for("Test")
    judge.look("measuring")
    reader.heard()
    type_what_is_refused(display, reader)
    close(display, program)
    assert not judge.wrong, "\n".join(judge.wrong)


def type_what_is_refused(display: Display, reader: ScreenReader) -> None:
    """The keyboard stands on the first try, as at the opening; what is wrong with it is said."""
    reader.give_keyboard("Try 1", "text")
    display.write("999")
    display.press("Return", "Return", "Return")
    reader.wait_to_hear("can't be a reading")
    reader.give_keyboard("Try 1", "text")
    display.press("ctrl+a", "Delete")


MENU_DIALOGS = {
    "Recently deleted": ("Recently deleted…",),
    "Export": ("Export…",),
    "Restore": ("Your data", "Restore…"),
    "Check my data": ("Your data", "Check my data"),
    "New profile": ("Profile: Me", "New profile…"),
}


def test_every_dialog_can_be_worked_by_keys_and_left_with_escape(
    display: Display, reader: ScreenReader, start: Start, limber: Limber
) -> None:
    limber("demo", "--years", "1")
    program = start()
    judge = Judge(reader)

    def look_at(what: str, open_it: Callable[[], None]) -> None:
        display.wait_for_window(WINDOW)
        display.press("Tab")
        before = reader.look().with_keyboard()
        open_it()
        reader.wait_for_dialog()
        judge.look(what)
        display.press("Escape")
        reader.wait_for_dialog(there=False)
        reader.wait_for_keyboard(before)

    def choose(*entries: str) -> None:
        display.press("F10")
        reader.choose(*entries)

    look_at("Settings", lambda: display.press("ctrl+comma"))
    turn_over_in_the_settings(display, reader)
    look_at("Adjust times", lambda: reader.press("Adjust times"))
    for what, entries in MENU_DIALOGS.items():
        look_at(what, lambda entries=entries: choose(*entries))  # type: ignore[misc]
    display.wait_for_window(WINDOW)
    display.press("ctrl+3")
    reader.wait_for("Floor touch", "chart")
    look_at("A test of your own", lambda: reader.press("A test of your own"))
    display.wait_for_window(WINDOW)
    display.press("t")
    reader.wait_for("Days you trained", "chart")
    judge.look("training")
    look_at("Log a session", lambda: reader.press("Log a session done elsewhere"))
    look_at("Correct a session", lambda: reader.press("Open"))
    display.wait_for_window(WINDOW)
    close(display, program)
    assert not judge.wrong, "\n".join(judge.wrong)


def turn_over_in_the_settings(display: Display, reader: ScreenReader) -> None:
    """What a reader presses acts as a click does."""
    display.press("ctrl+comma")
    reader.wait_for_dialog()
    reader.press("Off", "radio button")
    reader.wait_for("Says nothing. The tones and the screen lead you.", "label")
    reader.press("Play tones", "check box")
    reader.wait_for_state("Volume of the tones", "slider", "enabled", there=False)
    display.press("Escape")
    reader.wait_for_dialog(there=False)


def test_a_session_is_played_by_ear(display: Display, reader: ScreenReader, start: Start, limber: Limber) -> None:
    program = start(LIMBER_CLOCK_SPEED=SPEED)
    display.wait_for_window("Limber")
    judge = Judge(reader)
    reader.wait_for("Understood, go on", BUTTON)
    judge.look("first start")
    reader.press("Understood, go on")
    reader.press("Start")
    heard = reader.wait_to_hear("Seated chair twist")
    reader.wait_for_like(" seconds left", "label")
    reader.press("Pause")
    heard += reader.wait_to_hear("Paused")
    reader.press("Keys (?)")
    heard += reader.wait_to_hear("X: a sharp pain: stop")
    display.press("space")
    reader.wait_for("Resume", BUTTON)
    strip = judge.look("playing").find_like("Place in the session, ", "slider")
    assert strip is not None
    assert strip.value is not None
    reader.press("End")
    reader.wait_for("Keep and end", BUTTON)
    judge.look("the question whether to end")
    reader.press("Go on")
    reader.press("Sharp pain")
    reader.wait_for("Leave this exercise out", BUTTON)
    judge.look("sharp pain")
    reader.press("Pressed by mistake: go on")
    reader.press("Resume")
    heard += reader.wait_to_hear("Going on")
    heard += reader.wait_to_hear("Switch sides: right")
    assert any("Hold, 10 seconds" in words for words in heard)
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
