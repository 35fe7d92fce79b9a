"""A test of the person's own: made, measured, changed and archived in the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.exercise import Range
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.paths import resources_dir
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.measuring.reading_fields import OWN
from app.ui.progress.measuring.reading_form import ReadingForm
from app.ui.progress.own_measure_dialog import OwnMeasureDialog
from tests.fakes import FakeClock


@pytest.fixture
def own_catalogue(live: Live) -> Catalogue:
    """A catalogue that follows the store, as the program's does."""
    made = load_catalogue(resources_dir())
    live.changed.connect(
        lambda _changes: made.show_own(live.store.find.measures(), live.store.find.measures(archived=True))
    )
    return made


@pytest.fixture
def form(
    qtbot: QtBot, live: Live, own_catalogue: Catalogue, look: Look, clock: FakeClock, figures: Figures
) -> Iterator[ReadingForm]:
    made = ReadingForm(live, own_catalogue, look, clock, figures)
    qtbot.addWidget(made)
    made.resize(1200, 680)
    made.begin(own_catalogue.measure("floor-touch"))
    made.show()
    made.activateWindow()
    yield made
    made.hide()


def opened(form: ReadingForm) -> OwnMeasureDialog:
    (dialog,) = [each for each in form.findChildren(OwnMeasureDialog) if each.isVisible()]
    return dialog


def choose_own(form: ReadingForm) -> OwnMeasureDialog:
    measures = form.fields.measures
    measures.setCurrentIndex(measures.findData(OWN))
    measures.activated.emit(measures.currentIndex())
    return opened(form)


def tragus() -> OwnMeasure:
    return OwnMeasure(
        "", "Tragus to wall", Unit.CM, Better.LOWER, True, Range(5, 50), Range(8, 30), ("Stand.", "Read.")
    )


def test_a_test_is_made_and_measured_at_once(form: ReadingForm, store: Store) -> None:
    dialog = choose_own(form)
    QTest.keyClicks(dialog.name, "Back scratch")
    dialog.units.buttons["in"].click()
    dialog.better.buttons["lower"].click()
    dialog.sided.setChecked(True)
    for field, text in zip((*dialog.hard, *dialog.soft), ("-10", "20", "-1 1/2", "8"), strict=True):
        field.setText(text)
    dialog.steps.setPlainText("One hand over the shoulder.\n\n  Read the gap.  ")
    dialog.do_button.click()
    (own,) = store.find.own_measures()
    assert (own.name, own.unit, own.better, own.sided) == ("Back scratch", Unit.CM, Better.LOWER, True)
    assert (own.hard.low, own.hard.high) == pytest.approx((-25.4, 50.8))
    assert own.soft is not None
    assert (own.soft.low, own.soft.high) == pytest.approx((-3.81, 20.32))
    assert own.steps == ("One hand over the shoulder.", "Read the gap.")
    assert form.measure.id == own.id
    assert form.guide._ruler.isVisible()
    assert not form.guide.figure.isVisible()
    QTest.keyClicks(form.fields.trials[0].field, "3")
    form.save_button.click()
    assert [reading.measure_id for reading in store.find.readings()] == [own.id]


def test_a_test_is_changed_from_its_guide(form: ReadingForm, live: Live, own_catalogue: Catalogue) -> None:
    changes = live.do(live.store.measures.save, tragus())
    assert changes is not None
    form.begin(own_catalogue.measure(changes.ids[0]))
    form.guide.show_page(0)
    assert form.guide.change_button.isVisible()
    form.guide.change_button.click()
    dialog = opened(form)
    assert dialog.draft == live.store.find.own_measures()[0]
    dialog.name.setText("Ear to wall")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each.name for each in live.store.find.own_measures()] == ["Ear to wall"]
    assert form.measure.name == "Ear to wall"


def test_an_archived_test_leaves_the_list(
    qtbot: QtBot, form: ReadingForm, live: Live, own_catalogue: Catalogue
) -> None:
    changes = live.do(live.store.measures.save, tragus())
    assert changes is not None
    form.begin(own_catalogue.measure(changes.ids[0]))
    form.guide.change_button.click()
    with qtbot.waitSignal(form.archived) as archived:  # the page says so, and the window offers its undo
        opened(form).archive_button.click()
    assert archived.args == [changes.ids[0]]
    assert live.store.find.own_measures() == []
    assert form.fields.measures.findData(changes.ids[0]) == -1
    assert form.measure.id == "floor-touch"


@pytest.mark.parametrize(
    ("name", "low", "high", "sentence"),
    [
        ("", "0", "10", "needs a name"),
        ("Floor touch", "0", "10", "already"),
        ("Mine", "ten", "20", "is not a value"),
        ("Mine", "20", "10", "start below their end"),
        ("Mine", "0", "9999", "can't be"),
    ],
)
def test_what_can_not_be_a_test_is_said_and_nothing_is_kept(
    form: ReadingForm, store: Store, name: str, low: str, high: str, sentence: str
) -> None:
    dialog = choose_own(form)
    dialog.name.setText(name)
    for field, text in zip(dialog.hard, (low, high), strict=True):
        field.setText(text)
    dialog.do_button.click()
    assert sentence in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert store.find.own_measures() == []
    dialog.reject()


def test_what_the_store_refuses_is_said_in_the_dialog(
    form: ReadingForm, live: Live, own_catalogue: Catalogue, clock: FakeClock
) -> None:
    changes = live.do(live.store.measures.save, tragus())
    assert changes is not None
    form.begin(own_catalogue.measure(changes.ids[0]))
    QTest.keyClicks(form.fields.trials[0].field, "12")
    form.save_button.click()
    form.guide.change_button.click()
    dialog = opened(form)
    dialog.units.buttons["deg"].click()
    dialog.do_button.click()
    assert "has readings already" in dialog.problem.text()
    dialog.reject()


def test_leaving_the_dialog_goes_back_to_the_test_that_was_shown(form: ReadingForm) -> None:
    choose_own(form).reject()
    assert form.fields.measures.currentText() == "Floor touch"


def test_a_range_is_suggested_in_the_unit_until_one_is_typed(form: ReadingForm) -> None:
    dialog = choose_own(form)
    assert [field.text() for field in dialog.hard] == ["0", "100"]
    dialog.units.buttons["deg"].click()
    assert [field.text() for field in dialog.hard] == ["0", "180"]
    dialog.hard[1].setFocus()
    QTest.keyClicks(dialog.hard[1], "5")
    dialog.units.buttons["in"].click()
    assert [field.text() for field in dialog.hard] == ["0", "1805"]
    dialog.reject()
