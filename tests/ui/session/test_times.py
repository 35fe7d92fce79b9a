"""The times of a routine: what is typed is what is played, and only what differs is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.choices import Amount
from app.domain.plan import Proposal, ProposalKind
from app.domain.playing.laying_out import lay_out
from app.domain.preferences import KEYS, Preferences, read_preferences
from app.domain.wording import format_clock
from app.store.errors import StoreError
from app.store.evidence import evidence
from app.store.store import Store
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.today.times_editor import TimesEditor
from app.ui.session.today.times_row import NotOpenRow, TimesRow
from app.ui.widgets.stepper import SecondsStepper
from tests.fakes import FakeClock

Opened = Callable[..., TimesEditor]
WHOLE = "whole-back"


@pytest.fixture
def edit(qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock) -> Opened:
    """Open the times of a routine."""

    def opened(routine: str = WHOLE, locked: tuple[str, ...] = (), parent: QWidget | None = None) -> TimesEditor:
        seen = evidence(live.store.find, clock.now(), catalogue.measures)
        made = TimesEditor(live, catalogue, look, catalogue.routine(routine), seen, locked, parent)
        if parent is None:
            qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return opened


def row_of(editor: TimesEditor, catalogue: Catalogue, exercise: str, routine: str = WHOLE) -> TimesRow:
    ids = [step.exercise_id for step in catalogue.routine(routine).steps]
    return editor.rows[ids.index(exercise)]


def retype(stepper: SecondsStepper, text: str) -> None:
    stepper.field.setFocus()
    stepper.field.selectAll()
    QTest.keyClick(stepper.field, Qt.Key.Key_Delete)
    QTest.keyClicks(stepper.field, text)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def kept(store: Store) -> dict[str, Any]:
    return dict(read_preferences(store.find.setting).times)


def kept_entries(store: Store, routine: str = WHOLE) -> list[dict[str, Any]]:
    """The entries that say more than which exercise they are of."""
    return [entry for entry in kept(store)[routine] if len(entry) > 1]


def played_s(catalogue: Catalogue, store: Store, routine: str = WHOLE, locked: tuple[str, ...] = ()) -> float:
    """As long as the session that would be played now."""
    preferences = read_preferences(store.find.setting)
    return lay_out(catalogue.routine(routine), catalogue.exercises, locked, preferences, 0).timeline.total_s


def test_the_length_is_that_with_the_doses_that_were_accepted(edit: Opened, catalogue: Catalogue, store: Store) -> None:
    before = edit().total.text()
    store.plan.accept(Proposal("chair-twist", ProposalKind.HOLD, Amount.HOLD, 10, 20, "", ""))
    after = edit().total.text()
    assert after != before
    preferences, chosen = read_preferences(store.find.setting), store.find.chosen()
    laid_out = lay_out(catalogue.routine(WHOLE), catalogue.exercises, (), preferences, 0, chosen)
    assert after == format_clock(round(laid_out.timeline.total_s))


# What is offered


@pytest.mark.parametrize(
    ("exercise", "times"),
    [
        ("segmental-cat-cow", {"setup_s"}),
        ("chair-twist", {"setup_s", "switch_s", "transition_s"}),
        ("side-bend", {"setup_s", "switch_s"}),
        ("back-extension", {"setup_s", "rest_s"}),
        ("thoracic-bridge", {"setup_s"}),
        ("straddle-bends", {"setup_s", "transition_s"}),
    ],
)
def test_an_exercise_offers_the_times_that_occur_in_it(
    edit: Opened, catalogue: Catalogue, exercise: str, times: set[str]
) -> None:
    row = row_of(edit(), catalogue, exercise)
    assert set(row.steppers) == times
    assert (row.self_paced is not None) is (exercise not in {"chair-twist", "straddle-bends"})
    assert (row.pulses is not None) is (exercise == "straddle-bends")


@pytest.mark.parametrize("routine", ["starter", "whole-back", "desk-break"])
def test_every_exercise_has_a_row_and_at_first_all_is_as_usual(
    edit: Opened, catalogue: Catalogue, store: Store, routine: str
) -> None:
    editor = edit(routine)
    assert len(editor.rows) == len(catalogue.routine(routine).steps)
    assert editor.times == []
    assert not editor.usual_button.isEnabled()
    assert editor.total.text() == format_clock(round(played_s(catalogue, store, routine)))


def test_ways_in_and_out_of_different_length_are_shown_as_from_to(edit: Opened, catalogue: Catalogue) -> None:
    stepper = row_of(edit(), catalogue, "straddle-bends").steppers["transition_s"]
    assert stepper.field.text() == ""
    assert stepper.field.placeholderText() == "3–4 s"


def test_an_exercise_that_is_not_open_says_what_is_done_instead(edit: Opened, catalogue: Catalogue) -> None:
    editor = edit(locked=("straddle-bends",))
    assert len(editor.rows) == len(catalogue.routine(WHOLE).steps) - 1
    assert len(editor.findChildren(NotOpenRow)) == 1
    assert editor.total.text() != edit().total.text()


# Every control reaches the store, and the timeline


@pytest.mark.parametrize(
    ("exercise", "key", "typed", "seconds"),
    [
        ("segmental-cat-cow", "setup_s", "0", 0),
        ("back-extension", "rest_s", "1:30", 90),
        ("side-bend", "switch_s", "12,5", 12.5),
        ("chair-twist", "transition_s", "6 s", 6),
        ("straddle-bends", "transition_s", "2", 2),
    ],
)
def test_a_typed_time_is_kept_and_played(
    edit: Opened, catalogue: Catalogue, store: Store, exercise: str, key: str, typed: str, seconds: float
) -> None:
    editor = edit()
    before = played_s(catalogue, store)
    retype(row_of(editor, catalogue, exercise).steppers[key], typed)
    click(editor.do_button)
    assert kept_entries(store) == [{"exercise": exercise, key: seconds}]
    assert played_s(catalogue, store) != before
    assert editor.total.text() == format_clock(round(played_s(catalogue, store)))


def test_plus_and_minus_are_kept(edit: Opened, catalogue: Catalogue, store: Store) -> None:
    editor = edit()
    steppers = row_of(editor, catalogue, "side-bend").steppers
    click(steppers["setup_s"].more)
    click(steppers["switch_s"].less)
    click(editor.do_button)
    assert kept_entries(store) == [{"exercise": "side-bend", "setup_s": 25, "switch_s": 5}]


def test_self_paced_reps_and_small_pulses_are_kept(edit: Opened, catalogue: Catalogue, store: Store) -> None:
    editor = edit()
    switch, pulses = row_of(editor, catalogue, "jefferson-curl").self_paced, row_of(
        editor, catalogue, "straddle-bends").pulses  # fmt: skip
    assert switch is not None
    assert pulses is not None
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    click(pulses.buttons["pulses"])
    click(editor.do_button)
    assert kept_entries(store) == [
        {"exercise": "jefferson-curl", "self_paced": True},
        {"exercise": "straddle-bends", "pulses": True},
    ]


def test_the_total_follows_while_one_types_and_names_the_usual_one(edit: Opened, catalogue: Catalogue) -> None:
    editor = edit()
    usual = editor.total.text()
    stepper = row_of(editor, catalogue, "segmental-cat-cow").steppers["setup_s"]
    retype(stepper, "70")
    minutes, seconds = usual.split(":")
    assert editor.total.text() == f"{int(minutes) + 1}:{seconds}"
    assert usual in editor.usually.text()
    retype(stepper, "")
    assert editor.total.text() == usual
    assert usual not in editor.usually.text()


# Keeping


def test_what_was_kept_is_shown_again(edit: Opened, catalogue: Catalogue) -> None:
    first = edit()
    retype(row_of(first, catalogue, "chair-twist").steppers["switch_s"], "8")
    first.do()
    stepper = row_of(edit(), catalogue, "chair-twist").steppers["switch_s"]
    assert (stepper.field.text(), stepper.value) == ("8 s", 8)


def test_saving_tells_of_the_routine_and_closes(edit: Opened, catalogue: Catalogue, qtbot: QtBot) -> None:
    editor = edit()
    click(row_of(editor, catalogue, "side-bend").steppers["setup_s"].more)
    with qtbot.waitSignal(editor.saved) as told:
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [WHOLE]
    assert not editor.isVisible()


def test_the_change_can_be_undone(edit: Opened, catalogue: Catalogue, store: Store) -> None:
    editor = edit()
    click(row_of(editor, catalogue, "side-bend").steppers["setup_s"].more)
    editor.do()
    store.undo.undo()
    assert kept(store) == {}


def test_saving_what_did_not_change_writes_nothing(edit: Opened, qtbot: QtBot, store: Store) -> None:
    editor = edit()
    with qtbot.assertNotEmitted(editor.saved):
        click(editor.do_button)
    assert not editor.isVisible()
    assert store.find.setting(KEYS["times"], None) is None


@pytest.mark.parametrize("by_key", [True, False], ids=["Esc", "Cancel"])
def test_leaving_keeps_nothing(edit: Opened, catalogue: Catalogue, store: Store, by_key: bool) -> None:
    editor = edit()
    stepper = row_of(editor, catalogue, "side-bend").steppers["setup_s"]
    retype(stepper, "5")
    if by_key:
        QTest.keyClick(stepper.field, Qt.Key.Key_Escape)
    else:
        click(editor.leave_button)
    assert not editor.isVisible()
    assert kept(store) == {}


def test_back_to_the_usual_times_empties_what_is_kept_of_this_routine_alone(
    edit: Opened, catalogue: Catalogue, store: Store
) -> None:
    for routine in (WHOLE, "starter"):
        editor = edit(routine)
        click(editor.rows[0].steppers["setup_s"].more)
        editor.do()
    editor = edit()
    retype(row_of(editor, catalogue, "side-bend").steppers["setup_s"], "nonsense")
    click(editor.usual_button)
    assert not editor.usual_button.isEnabled()
    editor.do()
    assert list(kept(store)) == ["starter"]


def test_the_times_of_an_exercise_that_is_not_open_now_are_not_lost(
    edit: Opened, catalogue: Catalogue, store: Store
) -> None:
    first = edit()
    retype(row_of(first, catalogue, "straddle-bends").steppers["setup_s"], "50")
    first.do()
    editor = edit(locked=("straddle-bends",))
    click(row_of(editor, catalogue, "side-bend").steppers["setup_s"].more)
    editor.do()
    assert {"exercise": "straddle-bends", "setup_s": 50} in kept_entries(store)


@pytest.mark.parametrize("damaged", ["soon", 7, [1, 2], [{"exercise": "side-bend"}], [{"setup_s": "long"}], [{}] * 40])
def test_damaged_times_count_as_none(edit: Opened, catalogue: Catalogue, store: Store, damaged: Any) -> None:
    store.settings.set(KEYS["times"], {WHOLE: damaged})
    assert edit(locked=("straddle-bends",)).times == []


# What can't be taken


def test_nonsense_is_refused_with_a_sentence_and_keeps_the_dialog_open_on_it(
    edit: Opened, catalogue: Catalogue, store: Store
) -> None:
    editor = edit()
    last = row_of(editor, catalogue, "straddle-bends")
    for typed in ("soon", "-5", "900"):
        retype(last.steppers["setup_s"], typed)
        click(editor.rows[0].steppers["setup_s"].more)
        editor.do()
        assert editor.isVisible()
        assert last.problem.isVisible()
        assert typed in last.problem.text()
        assert last.steppers["setup_s"].field.hasFocus()
    assert kept(store) == {}
    retype(last.steppers["setup_s"], "40")
    assert not last.problem.isVisible()
    editor.do()
    assert {"exercise": "straddle-bends", "setup_s": 40} in kept_entries(store)


def test_of_two_wrong_fields_the_first_is_said_until_it_is_mended(edit: Opened, catalogue: Catalogue) -> None:
    editor = edit()
    row = row_of(editor, catalogue, "side-bend")
    retype(row.steppers["setup_s"], "one")
    retype(row.steppers["switch_s"], "two")
    editor.do()
    assert "one" in row.problem.text()
    retype(row.steppers["setup_s"], "20")
    assert "two" in row.problem.text()


def test_what_can_not_be_kept_is_said_and_stays(
    edit: Opened, catalogue: Catalogue, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise StoreError("The disk is full.")

    editor = edit()
    stepper = row_of(editor, catalogue, "side-bend").steppers["setup_s"]
    retype(stepper, "45")
    monkeypatch.setattr(store.settings, "set", full)
    editor.do()
    assert editor.isVisible()
    assert editor.problem.isVisible()
    assert editor.problem.text() == "The disk is full."
    assert stepper.value == 45


# Keys and sizes


def test_enter_goes_from_field_to_field_and_brings_it_into_sight(edit: Opened, catalogue: Catalogue) -> None:
    editor = edit("whole-back")
    editor.resize(QSize(960, 400))
    editor.rows[0].steppers["setup_s"].field.setFocus()
    last = row_of(editor, catalogue, "straddle-bends").steppers["setup_s"].field
    for _step in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        if here is last:
            break
        QTest.keyClick(here, Qt.Key.Key_Tab if isinstance(here, QAbstractButton) else Qt.Key.Key_Return)
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()


def test_enter_on_a_button_presses_it(edit: Opened) -> None:
    editor = edit()
    editor.leave_button.setFocus()
    QTest.keyClick(editor.leave_button, Qt.Key.Key_Return)
    assert not editor.isVisible()


def test_every_field_has_a_name_of_its_own(edit: Opened) -> None:
    editor = edit()
    names = [field.accessibleName() for field in editor.findChildren(QLineEdit)]
    names += [row.self_paced.accessibleName() for row in editor.rows.values() if row.self_paced is not None]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(2560, 1440)], ids=["small", "large"])
def test_it_stays_within_the_window_behind_it_and_nothing_is_cut_sideways(
    edit: Opened, qtbot: QtBot, size: QSize
) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(size)
    editor = edit(parent=behind)
    assert editor.width() < size.width()
    assert editor.height() < size.height()
    for row in editor.rows.values():
        assert row.minimumSizeHint().width() <= row.width()
    editor.close()


def test_other_settings_are_left_alone(edit: Opened, catalogue: Catalogue, store: Store) -> None:
    editor = edit()
    click(row_of(editor, catalogue, "side-bend").steppers["setup_s"].more)
    editor.do()
    now = read_preferences(store.find.setting)
    assert now == Preferences(times=now.times)


@pytest.mark.parametrize("typed", ["0", "600"])
def test_the_shortest_and_the_longest_times_can_be_played(
    edit: Opened, catalogue: Catalogue, store: Store, typed: str
) -> None:
    editor = edit()
    for row in editor.rows.values():
        for stepper in row.steppers.values():
            retype(stepper, typed)
    editor.do()
    assert not editor.isVisible()
    assert editor.total.text() == format_clock(round(played_s(catalogue, store)))
