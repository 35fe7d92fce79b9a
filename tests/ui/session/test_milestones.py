"""What a screen reader is told of a session: what begins, halfway, what comes next; never every second."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.ui.session.player.milestones import milestone
from app.ui.session.session_page import SessionPage
from app.ui.widgets.speaking import tell_roles

PlayFor = Callable[[float], None]


def test_every_work_is_told_once_with_how_much_of_it_there_is(
    page: SessionPage, catalogue: Catalogue, play_for: PlayFor
) -> None:
    told: list[str] = []
    page.play(catalogue.routine("starter"))
    conductor = page.conductor
    assert conductor is not None
    conductor.happened.connect(lambda event: told.append(milestone(event, conductor.timeline)))
    play_for(600)
    told = [words for words in told if words]
    assert told.count("Hold, 10 seconds, left") == 1
    assert told.count("5 reps, right") == 2
    assert [words for words in told if words in {"3", "2", "1"}] == []
    works = [segment for segment in conductor.planned.segments if segment.work is not None]
    assert len(told) < 4 * len(works)


def test_where_nothing_is_spoken_the_last_seconds_are_told_too(
    page: SessionPage, catalogue: Catalogue, play_for: PlayFor
) -> None:
    told: list[str] = []
    page.play(catalogue.routine("starter"))
    conductor = page.conductor
    assert conductor is not None
    conductor.happened.connect(lambda event: told.append(milestone(event, conductor.timeline, spoken=False)))
    play_for(60)
    told = [words for words in told if words]
    assert told[told.index("Hold, 10 seconds, left") + 1 :][:3] == ["3", "2", "1"]


def test_a_pause_is_told_and_how_it_goes_on(page: SessionPage, catalogue: Catalogue) -> None:
    told: list[str] = []
    page.play(catalogue.routine("starter"))
    conductor = page.conductor
    assert conductor is not None
    conductor.happened.connect(lambda event: told.append(milestone(event, conductor.timeline)))
    conductor.pause()
    conductor.resume()
    assert [words for words in told if words] == ["Paused", "Going on"]


def test_the_countdown_is_named_by_the_seconds_that_are_left(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("starter"))
    ring = page.player_view.words.ring
    seconds = int(ring.accessibleName().split()[0])
    assert ring.accessibleName() == f"{seconds} seconds left, Get ready"
    play_for(1)
    qtbot.waitUntil(lambda: ring.accessibleName() == f"{seconds - 1} seconds left, Get ready")


def test_the_strip_goes_from_one_work_to_the_next_by_its_arrows(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue
) -> None:
    page.play(catalogue.routine("starter"))
    conductor, strip = page.conductor, page.player_view.strip
    assert conductor is not None
    assert (strip.value(), strip.maximum()) == (1, 10 + 5)  # the five positions of the last are works of their own
    places = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(strip, key)
        places.append(strip.value())
    assert places == [2, 3, 2, strip.maximum(), 1]
    assert conductor.player.index == 0


def test_keys_that_are_not_the_strips_are_the_players(qtbot: QtBot, page: SessionPage, catalogue: Catalogue) -> None:
    page.play(catalogue.routine("starter"))
    assert page.conductor is not None
    qtbot.keyClick(page.player_view.strip, Qt.Key.Key_Space)
    assert page.conductor.is_paused


def test_widgets_of_our_own_have_a_role(page: SessionPage, catalogue: Catalogue) -> None:
    tell_roles()
    page.play(catalogue.routine("starter"))
    view = page.player_view
    roles = [QAccessible.queryAccessibleInterface(each).role() for each in (view.words.ring, view.strip)]
    assert roles == [QAccessible.Role.StaticText, QAccessible.Role.Slider]
