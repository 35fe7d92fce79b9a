"""Making a routine with the mouse and with the keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.choices import Amount
from app.domain.exercise import Range, Sides
from app.domain.own.routine_draft import empty_routine
from app.domain.plan import Proposal, ProposalKind, lay_out_now
from app.domain.playing.timeline import build_timeline
from app.domain.wording import format_clock
from app.store.evidence import evidence
from app.store.store import Store
from app.ui.library.builder.builder_page import BuilderPage
from app.ui.library.builder.exercise_picker import ExercisePicker
from app.ui.library.builder.steps_model import ROW
from app.ui.library.library_tab import LibraryTab
from app.ui.live import Live
from tests.fakes import FakeClock

Key, Mod = Qt.Key, Qt.KeyboardModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


def names(builder: BuilderPage) -> list[str]:
    return [step.exercise_id for step in builder.routine.steps]


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """To whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def type_into(qtbot: QtBot, builder: BuilderPage, key: str, text: str) -> None:
    field = builder.dose.steppers[key].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def head_says(builder: BuilderPage) -> list[str]:
    return [shown.text() for shown in builder.head.findChildren(QLabel) if shown.isVisible()]


def seconds(clock: str) -> int:
    minutes, rest = clock.split(":")
    return int(minutes) * 60 + int(rest)


# The order


def test_alt_and_the_arrows_move_a_step_and_keep_it_chosen(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.setFocus()
    press(qtbot, Key.Key_Down, Mod.AltModifier)
    assert names(builder) == ["side-bend", "chair-twist", "reverse-crunch"]
    assert builder.steps.place == 1
    press(qtbot, Key.Key_Down, Mod.AltModifier)
    press(qtbot, Key.Key_Down, Mod.AltModifier)  # it is the last one already
    assert names(builder) == ["side-bend", "reverse-crunch", "chair-twist"]
    press(qtbot, Key.Key_Up, Mod.AltModifier)
    assert names(builder) == ["side-bend", "chair-twist", "reverse-crunch"]


@pytest.mark.parametrize(
    ("onto", "below_the_middle", "order"),
    [
        (2, True, ["side-bend", "reverse-crunch", "chair-twist"]),
        (2, False, ["side-bend", "chair-twist", "reverse-crunch"]),
        (1, False, ["chair-twist", "side-bend", "reverse-crunch"]),
        (0, True, ["chair-twist", "side-bend", "reverse-crunch"]),
    ],
)
def test_a_dragged_step_goes_where_it_is_let_go(
    builder: BuilderPage, onto: int, below_the_middle: bool, order: list[str]
) -> None:
    view = builder.steps
    view.choose(0)
    card = view.visualRect(view.steps.index(onto))
    at = QPointF(card.center().x(), card.bottom() - 3 if below_the_middle else card.top() + 3)
    event = _DropFrom(view, at)
    view.dropEvent(event)
    assert names(builder) == order
    assert event.dropAction() is Qt.DropAction.CopyAction  # else the view would take the step out


class _DropFrom(QDropEvent):
    """What Qt delivers at the end of a drag that began in `source`."""

    def __init__(self, source: QObject, at: QPointF) -> None:
        actions, mime = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, QMimeData()
        super().__init__(at, actions, mime, Qt.MouseButton.LeftButton, Mod.NoModifier)
        self._source, self._mime = source, mime

    def source(self) -> QObject:
        return self._source


def test_a_step_is_taken_out_and_doubled_by_its_keys(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.setFocus()
    press(qtbot, Key.Key_D, Mod.ControlModifier)
    assert names(builder) == ["chair-twist", "chair-twist", "side-bend", "reverse-crunch"]
    assert builder.steps.place == 1
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_Delete)
    assert names(builder) == ["chair-twist", "reverse-crunch"]
    assert builder.steps.place == 1


def test_the_buttons_beside_a_step_do_the_same(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.choose(1)
    qtbot.mouseClick(builder.dose.up_button, LEFT_BUTTON)
    assert names(builder) == ["side-bend", "chair-twist", "reverse-crunch"]
    assert not builder.dose.up_button.isEnabled()
    qtbot.mouseClick(builder.dose.double_button, LEFT_BUTTON)
    qtbot.mouseClick(builder.dose.remove_button, LEFT_BUTTON)
    assert names(builder) == ["side-bend", "chair-twist", "reverse-crunch"]


# The dose and the time


def test_a_dose_counts_as_soon_as_it_is_typed_and_the_time_is_the_players(
    builder: BuilderPage, qtbot: QtBot, whole: Catalogue
) -> None:
    builder.steps.choose(1)
    type_into(qtbot, builder, "reps", "8-12")
    type_into(qtbot, builder, "load_kg", "2,5")
    type_into(qtbot, builder, "tempo-0", "4")
    step = builder.routine.steps[1]
    assert (step.dose.reps, step.load_kg, step.tempo) == (Range(8, 12), 2.5, (4, 1, 3, 1))
    total_s = round(build_timeline(builder.routine, whole.exercises).total_s)
    assert builder.head.total.text() == f"{total_s // 60}:{total_s % 60:02}"


def test_the_steps_and_what_is_said_of_the_end_make_up_the_total(builder: BuilderPage) -> None:
    lengths = [builder.steps.steps.index(place).data(ROW).length for place in range(3)]
    assert "with 5 s at the end" in head_says(builder)
    assert sum(map(seconds, lengths)) + 5 == seconds(builder.head.total.text())
    builder.open(empty_routine())
    assert "with 5 s at the end" not in head_says(builder)


def test_the_time_is_that_of_ones_own_doses_and_of_the_equipment_there(
    builder: BuilderPage, live: Live, whole: Catalogue
) -> None:
    more = Proposal("reverse-crunch", ProposalKind.REPS, Amount.REPS, 15, 30, "Why.", "Whence.")
    assert live.do(live.store.plan.accept, more) is not None
    seen = evidence(live.store.find, FakeClock().now(), whole.measures)
    played = lay_out_now(builder.routine, seen, whole, ()).timeline
    assert played.total_s > build_timeline(builder.routine, whole.exercises).total_s
    assert builder.head.total.text() == format_clock(round(played.total_s))
    assert live.do(live.store.settings.set, "plan.equipment", ["mat"]) is not None
    rows = [builder.steps.steps.index(place).data(ROW) for place in range(3)]
    assert [row.line.startswith("Left out, since you have no") for row in rows] == [True, False, False]
    seen = evidence(live.store.find, FakeClock().now(), whole.measures)
    left = lay_out_now(builder.routine, seen, whole, ()).timeline
    assert builder.head.total.text() == format_clock(round(left.total_s))
    assert left.total_s < played.total_s


def test_sides_are_chosen_and_what_a_single_side_needs_not_goes_away(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.choose(1)
    sides, switch = builder.dose.sides, builder.dose.steppers["switch_s"]
    assert sides is not None
    assert switch.isVisibleTo(builder)
    sides.setFocus()
    for _press in range(2):  # past "alternating" to "left only"
        qtbot.keyClick(sides, Key.Key_Down)
    assert builder.routine.steps[1].sides is Sides.LEFT
    assert not switch.isVisibleTo(builder)


def test_a_rest_is_there_once_there_is_more_than_one_set_and_the_field_keeps_the_keyboard(
    builder: BuilderPage, qtbot: QtBot
) -> None:
    builder.steps.choose(0)
    rest, sets = builder.dose.steppers["rest_s"], builder.dose.steppers["sets"].field
    assert not rest.isVisibleTo(builder)
    sets.setFocus()
    press(qtbot, Key.Key_Up)
    assert rest.isVisibleTo(builder)
    assert sets.hasFocus()


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("reps", "0", "“0” does not fit. Type a number from 1 to 200, or two such as 15–30."),
        ("reps", "9-4", "“9-4” does not fit."),
        ("sets", "1.5", "“1.5” does not fit. Type a number from 1 to 20."),
        ("load_kg", "11", "“11” does not fit. Type a number from 0 to 10 kg."),
        ("setup_s", "soon", "“soon” can't be read. Type a number from 0 to 600 s."),
    ],
)
def test_what_does_not_fit_is_said_in_place_and_changes_nothing(
    builder: BuilderPage, qtbot: QtBot, key: str, typed: str, sentence: str
) -> None:
    builder.steps.choose(1)
    before = builder.routine.steps[1]
    type_into(qtbot, builder, key, typed)
    builder.steps.setFocus()
    assert builder.dose.problem.text().startswith(sentence)
    assert builder.dose.problem.isVisibleTo(builder)
    assert replace(builder.routine.steps[1], dose=before.dose) == before
    qtbot.mouseClick(builder.dose.steppers[key].more, LEFT_BUTTON)
    assert builder.dose.problem.text() == ""


def test_a_note_is_kept_with_its_step(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.choose(2)
    builder.dose.note.setFocus()
    qtbot.keyClicks(builder.dose.note, "Slowly")
    builder.steps.choose(0)
    assert builder.dose.note.text() == ""
    assert builder.routine.steps[2].note == "Slowly"


def test_enter_goes_from_the_list_to_the_dose(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.setFocus()
    press(qtbot, Key.Key_Return)
    assert builder.dose.steppers["sets"].field.hasFocus()


# Undo


def test_undo_is_the_drafts_wherever_the_keyboard_is(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.head.name.setFocus()
    qtbot.keyClicks(builder.head.name, "Noon")
    builder.steps.choose(1)
    type_into(qtbot, builder, "reps", "12")
    builder.steps.setFocus()
    press(qtbot, Key.Key_Delete)
    assert len(builder.routine.steps) == 2
    for _press in range(2):
        press(qtbot, Key.Key_Z, Mod.ControlModifier)
    assert builder.routine.steps[1].dose.reps == Range(5, 5)
    assert builder.dose.steppers["reps"].field.text() == "5"
    builder.head.name.setFocus()
    press(qtbot, Key.Key_Z, Mod.ControlModifier)
    assert builder.head.name.text() == ""
    for _press in range(3):
        press(qtbot, Key.Key_Z, Mod.ControlModifier | Mod.ShiftModifier)
    assert (builder.head.name.text(), len(builder.routine.steps)) == ("Noon", 2)


# Adding


def picker_of(builder: BuilderPage) -> ExercisePicker:
    return next(each for each in builder.findChildren(ExercisePicker) if each.isVisible())


def test_exercises_are_found_and_added_by_keys_alone_each_after_the_chosen_step(
    builder: BuilderPage, qtbot: QtBot
) -> None:
    builder.steps.setFocus()
    press(qtbot, Key.Key_Insert)
    picker = picker_of(builder)
    qtbot.waitUntil(picker.search.hasFocus)
    qtbot.keyClicks(picker.search, "back ext")
    qtbot.keyClick(picker.search, Key.Key_Return)
    assert picker.said.text() == "Added Back extension."
    qtbot.keyClicks(picker.search, "bridge")
    qtbot.keyClick(picker.search, Key.Key_Return)
    qtbot.keyClick(picker, Key.Key_Escape)
    assert names(builder) == ["chair-twist", "back-extension", "thoracic-bridge", "side-bend", "reverse-crunch"]


def test_a_slip_of_the_hand_is_forgiven(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.add_exercises()
    picker = picker_of(builder)
    qtbot.keyClicks(picker.search, "thorcic")
    assert picker.view.currentIndex().data() == "Thoracic bridge"
    picker.reject()


def test_a_search_without_a_match_says_so_and_adds_nothing(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.add_exercises()
    picker = picker_of(builder)
    qtbot.keyClicks(picker.search, "kayak")
    assert picker.nothing.isVisible()
    qtbot.keyClick(picker.search, Key.Key_Return)
    picker.reject()
    assert len(builder.routine.steps) == 3


def test_the_arrows_walk_through_the_list_while_the_search_keeps_the_keyboard(
    builder: BuilderPage, qtbot: QtBot
) -> None:
    builder.add_exercises()
    picker = picker_of(builder)
    qtbot.keyClick(picker.search, Key.Key_Down)
    assert picker.view.currentIndex().row() == 1
    picker.reject()


# An empty one


def test_an_empty_routine_can_begin_with_all_of_another(tab: LibraryTab, qtbot: QtBot, whole: Catalogue) -> None:
    qtbot.mouseClick(tab.page.new_routine_button, LEFT_BUTTON)
    builder = tab.builder
    assert builder.head.name.hasFocus()
    assert builder.nothing.isVisible()
    builder.nothing.start_asked.emit(whole.routine("starter"))
    assert builder.routine.steps == whole.routine("starter").steps
    assert builder.routine.name == ""


def test_a_mark_of_what_is_wrong_comes_with_the_first_try_to_save(tab: LibraryTab, qtbot: QtBot, store: Store) -> None:
    tab.make_routine()
    builder = tab.builder
    assert builder.footer.problem.text() == ""
    press(qtbot, Key.Key_S, Mod.ControlModifier)
    assert builder.footer.problem.text() == "Give the routine a name."
    assert builder.head.name.accessibleDescription() == "Give the routine a name."
    qtbot.keyClicks(builder.head.name, "Evening")
    assert builder.footer.problem.text() == "A routine needs at least one exercise."
    assert store.find.own_routines() == []


# By keyboard alone, and by the file that is dropped


def test_tab_goes_from_the_name_over_the_list_and_the_dose_to_save(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.choose(1)
    dose, head, footer = builder.dose, builder.head, builder.footer
    steppers = dose.steppers
    assert dose.sides is not None
    assert dose.self_paced is not None
    fields = [steppers["sets"].field, steppers["reps"].field, steppers["load_kg"].field, dose.sides]
    fields += [steppers[f"tempo-{place}"].field for place in range(4)]
    fields += [dose.self_paced, steppers["setup_s"].field, steppers["switch_s"].field, dose.note]
    buttons = [dose.play_button, dose.up_button, dose.down_button, dose.double_button, dose.remove_button]
    head.name.setFocus()
    for widget in (head.about, head.voice, builder.steps, *fields, *buttons, footer.add_button):
        press(qtbot, Key.Key_Tab)
        assert QApplication.focusWidget() is widget
    footer.order[-1].setFocus()
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is head.back_button


def test_every_control_has_a_name(builder: BuilderPage) -> None:
    order = [*builder.dose.order, *builder.head.order, *builder.footer.order]
    fields = [each.focusProxy() or each for each in order]
    named = [each.accessibleName() or getattr(each, "text", str)() for each in fields]
    assert all(named), [each for each, name in zip(fields, named, strict=True) if not name]


@pytest.mark.parametrize(("count", "taken"), [(1, True), (2, False), (0, False)])
def test_one_file_can_be_dropped_on_the_library(tab: LibraryTab, qtbot: QtBot, count: int, taken: bool) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/files/{number}.toml") for number in range(count)])
    actions, middle = Qt.DropAction.CopyAction, QPoint(400, 300)
    entering = QDragEnterEvent(middle, actions, mime, LEFT_BUTTON, Mod.NoModifier)
    entering.ignore()
    tab.dragEnterEvent(entering)
    assert entering.isAccepted() is taken
    asked: list[str] = []
    tab.import_asked.connect(asked.append)
    tab.dropEvent(QDropEvent(QPointF(middle), actions, mime, LEFT_BUTTON, Mod.NoModifier))
    assert asked == ["/files/0.toml"] * taken


@pytest.mark.parametrize("size", [(1280, 736), (1024, 576)])
def test_at_every_size_nothing_is_cut_and_nothing_scrolls_sideways(
    tab: LibraryTab, builder: BuilderPage, size: tuple[int, int]
) -> None:
    tab.resize(*size)
    QApplication.processEvents()
    buttons = [*builder.footer.order, *builder.dose.order[-5:]]
    for each in buttons:
        if each.isVisible():
            assert each.width() >= each.minimumSizeHint().width(), each.accessibleName()
    inside = builder.dose.column.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= builder.dose.column.viewport().width()


def test_enter_presses_the_button_it_is_on(builder: BuilderPage, qtbot: QtBot) -> None:
    builder.steps.choose(1)
    before = len(builder.routine.steps)
    builder.dose.double_button.setFocus()
    press(qtbot, Key.Key_Return)
    assert len(builder.routine.steps) == before + 1
