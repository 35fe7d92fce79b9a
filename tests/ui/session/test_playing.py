"""Playing a session: by keys, stored set by set, never losing one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.playing.timeline import SegmentKind
from app.store.changes import Changes
from app.store.store import Store, StoreError
from app.ui.session.session_page import SessionPage
from tests.fakes import FakeClock

PlayFor = Callable[[float], None]


def press(qtbot: QtBot, page: SessionPage, key: Qt.Key) -> None:
    qtbot.keyClick(page.player_view, key)


def test_enter_on_today_starts_the_routine_it_offers(qtbot: QtBot, page: SessionPage) -> None:
    qtbot.keyClick(page.today, Qt.Key.Key_Return)
    assert page.is_playing
    assert page.conductor is not None
    assert page.conductor.routine.id == "starter"
    assert page.currentWidget() is page.player_view


def test_a_whole_routine_plays_by_itself_and_every_set_is_stored(
    page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("starter"))
    play_for(600)
    assert page.currentWidget() is page.summary
    (session,) = store.find.sessions()
    assert session.finished_at is not None
    assert [(each.exercise_id, each.side, each.reps, each.hold_s) for each in session.sets] == [
        ("chair-twist", Side.LEFT, None, 10),
        ("chair-twist", Side.RIGHT, None, 10),
        ("side-bend", Side.LEFT, 5, None),
        ("side-bend", Side.RIGHT, 5, None),
        ("segmental-cat-cow", None, 5, None),
        ("thoracic-bridge", Side.ALTERNATE, 4, None),
        ("side-plank-rotation", Side.LEFT, 5, None),
        ("side-plank-rotation", Side.RIGHT, 5, None),
        ("reverse-crunch", None, 8, None),
        ("straddle-bends", None, None, 60),
    ]


def test_a_set_is_stored_the_moment_it_is_finished(
    page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("desk-break"))
    assert store.find.sessions() == []
    conductor = page.conductor
    assert conductor is not None
    while conductor.player.segment.kind is not SegmentKind.SWITCH:
        play_for(0.5)
    (session,) = store.find.sessions()
    assert session.finished_at is None
    assert [each.exercise_id for each in session.sets] == ["chair-twist"]


def test_space_pauses_and_nothing_moves_until_it_resumes(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue, play_for: PlayFor, clock: FakeClock
) -> None:
    page.play(catalogue.routine("desk-break"))
    play_for(3)
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.conductor is not None
    before = page.conductor.player.position_s
    clock.advance(3600)
    page.conductor.advance()
    assert page.conductor.player.position_s == before
    press(qtbot, page, Qt.Key.Key_PageDown)
    play_for(3)
    assert page.conductor.player.position_s == pytest.approx(before)
    play_for(1)
    assert page.conductor.player.position_s == pytest.approx(before + 1)


def test_skip_keeps_what_was_done_and_back_returns(
    qtbot: QtBot, page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("extension"))
    assert page.conductor is not None
    player = page.conductor.player
    press(qtbot, page, Qt.Key.Key_Return)
    assert player.segment.kind is not SegmentKind.READY
    play_for(player.segment.length_s * 0.7)
    index = player.index
    press(qtbot, page, Qt.Key.Key_Right)
    assert player.index == index + 1
    (session,) = store.find.sessions()
    planned = page.conductor.timeline.segments[index].reps
    assert planned is not None
    assert session.sets[0].reps is not None
    assert 0 < session.sets[0].reps < planned
    press(qtbot, page, Qt.Key.Key_Left)
    assert player.index == index


def test_jumping_on_the_strip_goes_to_that_piece(qtbot: QtBot, page: SessionPage, catalogue: Catalogue) -> None:
    page.play(catalogue.routine("starter"))
    assert page.conductor is not None
    segment = page.conductor.timeline.segments[5]
    strip = page.player_view.strip
    x = strip.width() * (segment.start_s + segment.length_s / 2) / page.conductor.timeline.total_s
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 8))
    assert page.conductor.player.index == 4  # with the time before it to get ready


def test_ending_keeps_what_is_done_when_asked_to(
    qtbot: QtBot, page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("desk-break"))
    play_for(60)
    press(qtbot, page, Qt.Key.Key_Escape)
    qtbot.keyClick(page.end_question, Qt.Key.Key_Return)
    assert not page.is_playing
    (session,) = store.find.sessions()
    assert session.finished_at is not None
    assert session.sets


def test_going_on_after_the_question_loses_no_second(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("desk-break"))
    play_for(30)
    assert page.conductor is not None
    before = page.conductor.player.position_s
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.conductor.is_paused
    qtbot.keyClick(page.end_question, Qt.Key.Key_Escape)
    assert page.conductor.player.position_s == before
    assert not page.conductor.is_paused
    assert page.player_view.controls.pause_button.text() == "Pause"


def test_discarding_takes_the_session_away_and_undo_brings_it_back(
    qtbot: QtBot, page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("desk-break"))
    play_for(60)
    press(qtbot, page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.done) as done:  # the window offers its undo
        page.end_question.discard_button.click()
    assert done.args == ["Session discarded"]
    assert store.find.sessions() == []
    assert page.currentWidget() is page.today
    store.undo.undo()
    assert len(store.find.sessions()) == 1


def test_an_exercise_that_is_not_open_gives_way_to_its_stand_in(page: SessionPage, catalogue: Catalogue) -> None:
    page.play(catalogue.routine("whole-back"))
    assert page.conductor is not None
    assert "jefferson-curl" not in [step.exercise_id for step in page.conductor.routine.steps]


def test_a_set_that_could_not_be_stored_is_stored_with_the_next_one(
    page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*args: object) -> Changes:
        raise StoreError("The disk is full.")

    page.play(catalogue.routine("desk-break"))
    assert page.conductor is not None
    real = store.sessions.save_set
    monkeypatch.setattr(store.sessions, "save_set", no_room)
    while not page.conductor.done:
        play_for(0.5)
    assert not any(session.sets for session in store.find.sessions())
    monkeypatch.setattr(store.sessions, "save_set", real)
    while len(page.conductor.done) < 2:
        play_for(0.5)
    (session,) = store.find.sessions()
    assert len(session.sets) == 2


def test_the_digits_are_a_fifth_of_the_windows_height(qtbot: QtBot, page: SessionPage, catalogue: Catalogue) -> None:
    page.play(catalogue.routine("starter"))
    for width, height in ((1024, 640), (1280, 720), (2560, 1440)):
        page.resize(width, height)
        QApplication.processEvents()
        ring = page.player_view.words.ring
        assert ring.digit_height("28") >= 0.2 * height
        corner = ring.mapTo(page, ring.rect().bottomRight())
        assert page.rect().contains(corner)


def test_the_keys_are_shown_on_a_question_mark_and_go_with_the_next_key(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue
) -> None:
    page.play(catalogue.routine("starter"))
    qtbot.keyClicks(page.player_view, "?")
    assert page.keys.isVisible()
    assert page.conductor is not None
    assert page.conductor.is_paused
    press(qtbot, page, Qt.Key.Key_Control)
    assert page.keys.isVisible()
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.keys.isHidden()
    assert not page.conductor.is_paused


def test_keys_that_were_looked_up_in_a_pause_leave_it_a_pause(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue
) -> None:
    page.play(catalogue.routine("starter"))
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.keyClicks(page.player_view, "?")
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.keys.isHidden()
    assert page.conductor is not None
    assert page.conductor.is_paused


def test_nothing_ticks_while_today_is_shown_or_the_session_paused(page: SessionPage, catalogue: Catalogue) -> None:
    def ticking() -> list[QTimer]:
        QApplication.processEvents()
        return [timer for timer in page.findChildren(QTimer) if timer.isActive()]

    assert ticking() == []
    page.play(catalogue.routine("desk-break"))
    assert ticking()
    assert page.conductor is not None
    page.conductor.pause()
    assert ticking() == []
    page.conductor.resume()
    page.hide()
    assert [timer for timer in ticking() if timer.parent() is page.player_view] == []
    page.show()
    assert [timer for timer in ticking() if timer.parent() is page.player_view]
    page.conductor.finish()
    QApplication.processEvents()
    assert ticking() == []


def test_what_could_not_be_stored_is_never_called_saved(
    page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*args: object) -> Changes:
        raise StoreError("The disk is full.")

    page.play(catalogue.routine("desk-break"))
    with monkeypatch.context() as full:
        full.setattr(store.sessions, "start", no_room)
        play_for(200)
        assert page.currentWidget() is page.summary
        assert page.summary.done_button.text() == "Try again"
        page.summary.done_button.click()
        assert not page.put_to_rest()
    page.summary.done_button.click()
    assert page.summary.done_button.text() == "Done"
    (session,) = store.find.sessions()
    assert len(session.sets) == 6
    assert session.finished_at is not None


def test_nothing_moves_under_the_question_whether_to_end(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("desk-break"))
    play_for(30)
    assert page.conductor is not None
    index = page.conductor.player.index
    press(qtbot, page, Qt.Key.Key_Escape)
    assert not page.player_view.controls.pause_button.isEnabled()
    press(qtbot, page, Qt.Key.Key_Right)
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.conductor.player.index == index
    assert page.conductor.is_paused
    page.end_question.go_on_button.click()
    assert page.player_view.controls.pause_button.isEnabled()


def test_going_on_leaves_a_paused_session_paused(qtbot: QtBot, page: SessionPage, catalogue: Catalogue) -> None:
    page.play(catalogue.routine("desk-break"))
    press(qtbot, page, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_Escape)
    page.end_question.go_on_button.click()
    assert page.conductor is not None
    assert page.conductor.is_paused


def test_a_question_left_open_does_not_meet_the_next_session(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue
) -> None:
    page.play(catalogue.routine("desk-break"))
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.conductor is not None
    page.conductor.finish()
    page.play(catalogue.routine("starter"))
    assert page.end_question.isHidden()
    assert page.player_view.controls.pause_button.isEnabled()


def test_the_keys_mean_the_same_when_a_button_has_the_keyboard(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue
) -> None:
    page.play(catalogue.routine("desk-break"))
    assert page.conductor is not None
    qtbot.keyClick(page.player_view.controls.back_button, Qt.Key.Key_Right)
    assert page.conductor.player.index == 1
    qtbot.keyClick(page.player_view.controls.end_button, Qt.Key.Key_Return)
    assert page.end_question.isVisible()
    assert page.conductor.player.index == 1


def test_a_click_on_a_button_takes_the_keys_away_too(qtbot: QtBot, page: SessionPage, catalogue: Catalogue) -> None:
    page.play(catalogue.routine("starter"))
    qtbot.keyClicks(page.player_view, "?")
    qtbot.mouseClick(page.player_view.controls.pause_button, Qt.MouseButton.LeftButton)
    assert page.keys.isHidden()


def test_a_routine_chosen_on_today_stays_until_it_is_played(
    page: SessionPage, catalogue: Catalogue, store: Store
) -> None:
    page.today.offer(catalogue.routine("whole-back"))
    page.today.refresh()
    assert page.today.routine_name == "Whole back"


def test_today_shows_the_new_day_when_the_window_comes_back(page: SessionPage, clock: FakeClock) -> None:
    assert page.today.day == "Monday, 2 March"
    clock.advance(24 * 3600)
    QApplication.sendEvent(page.today, QEvent(QEvent.Type.ActivationChange))
    assert page.today.day == "Tuesday, 3 March"


def test_the_question_keeps_the_keyboard_after_a_click_beside_it(
    qtbot: QtBot, page: SessionPage, catalogue: Catalogue
) -> None:
    page.play(catalogue.routine("desk-break"))
    press(qtbot, page, Qt.Key.Key_Escape)
    qtbot.mouseClick(page.player_view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert page.end_question.hasFocus()
    page.player_view.setFocus()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.end_question.hasFocus()
