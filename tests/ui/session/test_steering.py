"""Steering a session by keys: everything a person can ask for while it plays, and what is kept of it."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.playing.cues import CueKind
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import SegmentKind
from app.domain.preferences import KEYS, VoiceMode
from app.store.store import Store
from app.ui.look import Look
from app.ui.quiet import Silence
from app.ui.session.conductor import Conductor
from app.ui.session.session_page import SessionPage
from tests.fakes import FakeClock

PlayFor = Callable[[float], None]


def press(qtbot: QtBot, page: SessionPage, key: Qt.Key) -> None:
    qtbot.keyClick(page.player_view, key)


def playing(page: SessionPage) -> Conductor:
    assert page.conductor is not None
    return page.conductor


def play_until(page: SessionPage, play_for: PlayFor, kind: SegmentKind) -> None:
    while playing(page).player.segment.kind is not kind:
        play_for(0.5)


def play_to_the_question(page: SessionPage, play_for: PlayFor) -> None:
    while playing(page).asked_step is None:
        play_for(0.5)


@pytest.fixture
def starter(page: SessionPage, catalogue: Catalogue) -> SessionPage:
    page.play(catalogue.routine("starter"))
    return page


# Time and pace


def test_up_gives_half_a_minute_more_to_get_ready_and_down_ten_seconds_less(qtbot: QtBot, starter: SessionPage) -> None:
    player = playing(starter).player
    left_s = player.left_s
    press(qtbot, starter, Qt.Key.Key_Up)
    assert player.left_s == pytest.approx(left_s + 30)
    press(qtbot, starter, Qt.Key.Key_Down)
    assert player.left_s == pytest.approx(left_s + 20)


def test_brackets_slow_the_reps_down_and_speed_them_up_again(
    qtbot: QtBot, starter: SessionPage, play_for: PlayFor
) -> None:
    play_until(starter, play_for, SegmentKind.REPS)
    player = playing(starter).player
    length_s = player.segment.length_s
    press(qtbot, starter, Qt.Key.Key_BracketLeft)
    assert player.segment.length_s == pytest.approx(length_s / 0.9)
    press(qtbot, starter, Qt.Key.Key_BracketRight)
    assert player.segment.length_s == pytest.approx(length_s)


def test_r_does_the_set_again_after_three_two_one(qtbot: QtBot, starter: SessionPage, play_for: PlayFor) -> None:
    play_until(starter, play_for, SegmentKind.HOLD)
    play_for(5)
    press(qtbot, starter, Qt.Key.Key_R)
    player = playing(starter).player
    assert (player.state, player.elapsed_s) == (PlayerState.COUNTING_IN, 0)
    play_for(4)
    assert player.state is PlayerState.PLAYING
    assert player.elapsed_s == pytest.approx(1)


# What is heard


def test_every_cue_is_announced_and_a_pause_hushes(
    qtbot: QtBot, starter: SessionPage, silence: Silence, play_for: PlayFor
) -> None:
    assert silence.announced[0].kind is CueKind.READY
    play_for(16)
    texts = [cue.text for cue in silence.announced if cue.kind is CueKind.COUNTDOWN]
    assert texts == ["3", "2", "1"]
    hushed = silence.hushed
    press(qtbot, starter, Qt.Key.Key_Space)
    assert silence.hushed > hushed
    press(qtbot, starter, Qt.Key.Key_Space)
    play_for(2)
    assert [cue.text for cue in silence.announced[-3:]] == ["3", "2", "1"]


def test_a_routine_without_voice_is_played_without(page: SessionPage, silence: Silence, catalogue: Catalogue) -> None:
    page.play(catalogue.routine("desk-break"))
    assert silence.mode is VoiceMode.OFF


def test_the_voice_is_as_chosen(page: SessionPage, silence: Silence, store: Store, catalogue: Catalogue) -> None:
    store.settings.set(KEYS["voice"], "count")
    page.play(catalogue.routine("starter"))
    assert silence.mode is VoiceMode.COUNT


def test_m_mutes_and_the_button_says_so(qtbot: QtBot, starter: SessionPage, silence: Silence) -> None:
    press(qtbot, starter, Qt.Key.Key_M)
    assert silence.muted
    assert starter.player_view.controls.mute_button.accessibleName() == "Sound on (M)"
    press(qtbot, starter, Qt.Key.Key_M)
    assert not silence.muted


def test_another_theme_during_a_session_leaves_the_muted_button_muted(starter: SessionPage, look: Look) -> None:
    button = starter.player_view.controls.mute_button
    pictures = []
    for muted in (False, True):
        starter.player_view.controls.show_muted(muted)
        look.choose("dark" if muted else "dark-contrast")
        look.choose("light")
        pictures.append(button.icon().pixmap(button.iconSize()).toImage())
    assert pictures[0] != pictures[1]


def test_a_cue_nobody_can_hear_is_flashed(qtbot: QtBot, starter: SessionPage, silence: Silence) -> None:
    silence.flash_asked.emit()
    flash = starter.player_view.flash
    assert flash.isVisible()
    qtbot.waitUntil(flash.isHidden)


def test_what_is_missing_is_told(qtbot: QtBot, page: SessionPage, silence: Silence) -> None:
    with qtbot.waitSignal(page.said) as said:
        silence.missing_found.emit("There is no sound device.")
    assert said.args == ["There is no sound device."]


def test_a_second_thing_missing_does_not_push_the_first_off_the_screen(
    qtbot: QtBot, page: SessionPage, silence: Silence
) -> None:
    silence.lacks = ("There is no sound device.", "There is no voice.")
    with qtbot.waitSignal(page.said) as said:
        silence.missing_found.emit("There is no sound device.")
    assert said.args == ["There is no sound device.\nThere is no voice."]


# Discomfort


def test_a_digit_answers_for_the_exercise_just_done(
    qtbot: QtBot, starter: SessionPage, store: Store, play_for: PlayFor
) -> None:
    play_to_the_question(starter, play_for)
    assert starter.player_view.discomfort.isVisible()
    press(qtbot, starter, Qt.Key.Key_3)
    assert starter.player_view.discomfort.isHidden()
    (session,) = store.find.sessions()
    assert [(each.exercise_id, each.discomfort) for each in session.sets] == [("chair-twist", None), ("chair-twist", 3)]


@pytest.mark.parametrize(
    ("key", "stored"), [(Qt.Key.Key_Minus, 10), (Qt.Key.Key_PageDown, 0), (Qt.Key.Key_PageUp, 5), (Qt.Key.Key_0, 0)]
)
def test_ten_and_a_clickers_two_keys_answer_too(
    qtbot: QtBot, starter: SessionPage, store: Store, play_for: PlayFor, key: Qt.Key, stored: int
) -> None:
    play_to_the_question(starter, play_for)
    press(qtbot, starter, key)
    (session,) = store.find.sessions()
    assert session.sets[-1].discomfort == stored
    assert not playing(starter).is_paused


def test_nobody_has_to_answer_and_unanswered_stays_unknown(
    qtbot: QtBot, starter: SessionPage, store: Store, play_for: PlayFor
) -> None:
    play_to_the_question(starter, play_for)
    play_until(starter, play_for, SegmentKind.REPS)
    assert starter.player_view.discomfort.isHidden()
    press(qtbot, starter, Qt.Key.Key_4)
    assert {each.discomfort for each in store.find.sessions()[0].sets} == {None}


def test_a_set_done_again_keeps_the_answer(qtbot: QtBot, starter: SessionPage, store: Store, play_for: PlayFor) -> None:
    play_to_the_question(starter, play_for)
    press(qtbot, starter, Qt.Key.Key_6)
    press(qtbot, starter, Qt.Key.Key_R)
    play_for(25)
    (session,) = store.find.sessions()
    assert [each.discomfort for each in session.sets] == [None, 6]


# A sharp pain


def test_x_stops_logs_and_shows_what_to_do(
    qtbot: QtBot, starter: SessionPage, store: Store, silence: Silence, play_for: PlayFor
) -> None:
    play_until(starter, play_for, SegmentKind.HOLD)
    play_for(5)
    press(qtbot, starter, Qt.Key.Key_X)
    assert playing(starter).is_paused
    assert starter.pain_card.isVisible()
    assert silence.said == ["Stopped. Come out of the position slowly."]
    (session,) = store.find.sessions()
    assert [stop.exercise_id for stop in session.pain_stops] == ["chair-twist"]


def test_enter_after_a_sharp_pain_leaves_the_exercise_out(
    qtbot: QtBot, starter: SessionPage, store: Store, play_for: PlayFor
) -> None:
    play_until(starter, play_for, SegmentKind.HOLD)
    play_for(5)
    press(qtbot, starter, Qt.Key.Key_X)
    qtbot.keyClick(starter.pain_card, Qt.Key.Key_Return)
    player = playing(starter).player
    assert player.segment.exercise_id == "side-bend"
    assert player.state is PlayerState.COUNTING_IN
    (session,) = store.find.sessions()
    assert [each.exercise_id for each in session.sets] == ["chair-twist"]


def test_what_a_sharp_pain_ended_is_not_laid_out_again_that_day(
    qtbot: QtBot, starter: SessionPage, catalogue: Catalogue
) -> None:
    starter.player_view.controls.pain_button.click()
    starter.pain_card.end_button.click()
    starter.summary.closed.emit()
    starter.today.look_again()
    starter.today.offer(catalogue.routine("starter"))
    reason = "Seated chair twist is left out today: you stopped because of a sharp pain."
    assert starter.today.left_out == reason
    with qtbot.waitSignal(starter.said, check_params_cb=lambda said: said == reason):
        starter.play(catalogue.routine("starter"))
    assert "chair-twist" not in {step.exercise_id for step in playing(starter).routine.steps}


def test_a_sharp_pain_can_end_the_session(qtbot: QtBot, starter: SessionPage, store: Store) -> None:
    starter.player_view.controls.pain_button.click()
    starter.pain_card.end_button.click()
    assert not starter.is_playing
    (session,) = store.find.sessions()
    assert session.finished_at is not None
    assert len(session.pain_stops) == 1


def test_a_pain_key_pressed_by_mistake_leaves_no_trace(qtbot: QtBot, starter: SessionPage, store: Store) -> None:
    press(qtbot, starter, Qt.Key.Key_X)
    starter.pain_card.mistake_button.click()
    assert store.find.sessions()[0].pain_stops == ()
    assert playing(starter).player.state is PlayerState.COUNTING_IN


def test_nothing_moves_under_the_card_and_the_keys_go_back_to_it(qtbot: QtBot, starter: SessionPage) -> None:
    press(qtbot, starter, Qt.Key.Key_X)
    index = playing(starter).player.index
    press(qtbot, starter, Qt.Key.Key_Right)
    press(qtbot, starter, Qt.Key.Key_Escape)
    assert playing(starter).player.index == index
    assert starter.end_question.isHidden()
    assert starter.pain_card.hasFocus()


def test_a_space_meant_as_a_pause_answers_no_question(qtbot: QtBot, starter: SessionPage) -> None:
    for key, question in ((Qt.Key.Key_X, starter.pain_card), (Qt.Key.Key_Escape, starter.end_question)):
        press(qtbot, starter, key)
        qtbot.keyClick(starter.focusWidget(), Qt.Key.Key_Space)
        assert question.isVisible()
        question.hide()
        starter.player_view.set_steerable(True)


def test_tab_stays_among_the_answers(qtbot: QtBot, starter: SessionPage) -> None:
    press(qtbot, starter, Qt.Key.Key_Escape)
    question = starter.end_question
    visited = []
    for _tab in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited == [question.keep_button, question.go_on_button, question.discard_button, question.keep_button]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert question.discard_button.hasFocus()


# Cut off


def restart(qtbot: QtBot, page: SessionPage, make_page: Callable[[], SessionPage]) -> SessionPage:
    """The program was killed: the old page has no chance to do anything more."""
    page.conductor = None
    return make_page()


def test_a_session_that_was_cut_off_goes_on_within_the_same_set(
    qtbot: QtBot,
    starter: SessionPage,
    make_page: Callable[[], SessionPage],
    store: Store,
    play_for: PlayFor,
    clock: FakeClock,
) -> None:
    play_until(starter, play_for, SegmentKind.REPS)
    play_for(20)
    killed = playing(starter).player
    index, rep = killed.index, killed.rep
    page = restart(qtbot, starter, make_page)
    assert "Unfinished: Starter" in page.today.unfinished_card.text
    assert "2 of 10 sets" in page.today.unfinished_card.text
    page.today.unfinished_card.go_on_button.click()
    player = playing(page).player
    assert (player.index, player.rep, player.state) == (index, rep, PlayerState.PAUSED)
    qtbot.keyClick(page.player_view, Qt.Key.Key_Space)
    while page.is_playing:
        clock.advance(0.5)
        playing(page).advance()
    (session,) = store.find.sessions()
    assert session.finished_at is not None
    assert [each.reps for each in session.sets if each.exercise_id == "side-bend"] == [5, 5]
    assert len(session.sets) == 10
    assert store.find.checkpoint() is None


def test_a_session_set_aside_keeps_what_was_done_and_is_not_offered_again(
    qtbot: QtBot, starter: SessionPage, make_page: Callable[[], SessionPage], store: Store, play_for: PlayFor
) -> None:
    play_until(starter, play_for, SegmentKind.REPS)
    page = restart(qtbot, starter, make_page)
    page.today.unfinished_card.set_aside_button.click()
    assert page.today.unfinished_card.isHidden()
    (session,) = store.find.sessions()
    assert session.finished_at == session.sets[-1].finished_at
    assert store.find.checkpoint() is None


def test_another_routine_sets_the_unfinished_one_aside(
    qtbot: QtBot,
    starter: SessionPage,
    make_page: Callable[[], SessionPage],
    store: Store,
    play_for: PlayFor,
    catalogue: Catalogue,
) -> None:
    play_until(starter, play_for, SegmentKind.REPS)
    page = restart(qtbot, starter, make_page)
    page.play(catalogue.routine("desk-break"))
    assert store.find.sessions()[0].finished_at is not None


def test_closing_the_window_keeps_the_place(
    starter: SessionPage, make_page: Callable[[], SessionPage], play_for: PlayFor
) -> None:
    play_until(starter, play_for, SegmentKind.REPS)
    assert starter.put_to_rest()
    assert not starter.is_playing
    assert make_page().today.unfinished_card.isVisible()


def test_a_damaged_checkpoint_is_passed_over(make_page: Callable[[], SessionPage], store: Store) -> None:
    store.checkpoint.keep(None, {"routine": 7})
    assert make_page().today.unfinished_card.isHidden()


# Times


def test_changed_times_are_played(page: SessionPage, store: Store, catalogue: Catalogue) -> None:
    store.settings.set(KEYS["times"], {"starter": [{"exercise": "chair-twist", "setup_s": 40}]})
    page.play(catalogue.routine("starter"))
    assert playing(page).player.segment.length_s == 40


def test_getting_ready_waits_for_enter_where_other_equipment_is_needed(
    qtbot: QtBot, page: SessionPage, store: Store, catalogue: Catalogue, play_for: PlayFor
) -> None:
    store.settings.set(KEYS["wait_for_equipment"], True)
    page.play(catalogue.routine("starter"))
    player = playing(page).player
    while not player.waiting:
        play_for(0.5)
    index = player.index
    play_for(120)
    assert player.index == index
    press(qtbot, page, Qt.Key.Key_Return)
    assert not player.waiting
    assert player.left_s <= 10.5
    play_for(11)
    assert player.index == index + 1


def test_every_other_session_begins_with_the_right_where_asked_for(
    qtbot: QtBot, page: SessionPage, store: Store, catalogue: Catalogue, clock: FakeClock
) -> None:
    store.settings.set(KEYS["alternate_sides"], True)
    store.sessions.start("starter", "Starter", clock.now())
    page.play(catalogue.routine("starter"))
    assert cast(str, playing(page).player.segment.side) == "right"
